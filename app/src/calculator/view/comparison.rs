//! The same bill on other ways, the cheapest first.

use domain::money::Money;

use super::super::text::{AnswerText, filing};
use super::super::ways::{Outcome, Way};
use super::{against, amount_cell};
use crate::ui::markup::Markup;
use crate::ui::{Column, Look, card, date_text, table};

/// One row a way; nothing where there is no other way. `apart` says which place is
/// not among them, and `asked` is what the person pays as asked.
pub(super) fn write(
    markup: &mut Markup,
    text: &AnswerText,
    outcomes: Vec<Outcome>,
    apart: Option<String>,
    asked: Money,
    look: Look,
) {
    if outcomes.len() < 2 {
        return;
    }
    let columns = [
        Column::title(text.way),
        Column::number(text.pays),
        Column::number(text.difference),
        Column::text(text.why),
    ];
    let rows = outcomes
        .into_iter()
        .map(|outcome| row(text, outcome, asked, look))
        .collect();
    markup.html("<div class=\"workings\">");
    card::begin(markup, text.compare, Some("compare"), "compare-title");
    markup.html("<p class=\"small muted measure\">");
    markup.html(text.compare_lead).html("</p>");
    if let Some(apart) = apart {
        markup.html("<p class=\"apart\">").text(&apart).html("</p>");
    }
    table::write(markup, text.compare, &columns, rows);
    card::end(markup);
    markup.html("</div>");
}

fn row(text: &AnswerText, outcome: Outcome, asked: Money, look: Look) -> Vec<Markup> {
    let burden = outcome.settlement.personal_burden();
    let is_asked = outcome.way == Way::Asked;
    let named = name(text, outcome.way, look);
    let mut way = Markup::default();
    if is_asked {
        way.html("<strong>").text(&named).html("</strong>");
    } else {
        way.text(&named);
    }
    let difference = match against(burden, asked) {
        Some(difference) => amount_cell(difference, true, look),
        None if is_asked => Markup::from("—"),
        None => Markup::from(text.same),
    };
    let mut why = Markup::from("<span class=\"why\">");
    if is_asked {
        why.html("—");
    } else if outcome.reasons.is_empty() {
        why.html(text.no_reason);
    } else {
        let language = look.language.into();
        let reasons: Vec<String> = outcome
            .reasons
            .iter()
            .map(|reason| reason.text(language))
            .collect();
        why.text(&look.say((text.because)(&reasons)));
    }
    why.html("</span>");
    vec![way, amount_cell(burden, false, look), difference, why]
}

fn name(text: &AnswerText, way: Way, look: Look) -> String {
    let language = look.language.into();
    match way {
        Way::Asked => text.asked.to_owned(),
        Way::Level(level) => (text.at)(level.label(language)),
        Way::Filing(remote) => filing(remote, look.language).to_owned(),
        Way::Place(rules) => (text.insured_in)(rules.get(language)),
        Way::Later(day) => (text.later)(&date_text(day, look.language)),
    }
}
