//! The answer as it stands on the page: HTML, written by the same code on the server and in the
//! browser. Its ids are fixed, so that both write the same letter for letter.

mod comparison;
mod missing;
mod put_in;

use domain::explain::Sentence;
use domain::money::Money;
use domain::settlement::{PartOf, Settlement, VisitKind};

use super::answer::Answer;
use super::text::AnswerText;
use super::typed::Typed;
use crate::ui::amount::{self, Shape};
use crate::ui::basis::{self, Grounds};
use crate::ui::clause::Clauses;
use crate::ui::explained::{layer, step_item};
use crate::ui::markup::Markup;
use crate::ui::pay_bar::{self, Patterns};
use crate::ui::{AmountSize, Look, card, date_text, pay_parts, said, steps};

pub use missing::missing;

/// The label of a field by its name.
pub type Labels<'a> = &'a dyn Fn(&str) -> String;

/// Everything that stands beside the form once it is answered: the answer, and for paper what was
/// put in.
#[must_use]
pub fn whole(
    answer: Answer,
    typed: &Typed,
    look: Look,
    links: &Clauses,
    labels: Labels<'_>,
) -> String {
    let mut markup = Markup::default();
    write(&mut markup, answer, look, links);
    put_in::write(&mut markup, typed, look, labels);
    markup.into_html()
}

/// What somebody would pay by the answer, in one line: `大约要自己付 ¥7,985.00`.
#[must_use]
pub fn in_short(answer: &Answer, look: Look) -> String {
    let text = AnswerText::of(look.language);
    let mut line = text.you_pay.to_owned();
    line.push(' ');
    line.push_str(&said(answer.settlement.personal_burden(), look));
    line
}

/// What is said above an answer to what stood in the form before; `elsewhere` where the rules that are
/// asked about are not at hand.
#[must_use]
pub fn stale(elsewhere: bool, look: Look) -> &'static str {
    let text = AnswerText::of(look.language);
    if elsewhere {
        text.elsewhere
    } else {
        text.stale
    }
}

fn write(markup: &mut Markup, answer: Answer, look: Look, links: &Clauses) {
    let text = AnswerText::of(look.language);
    let paid = answer.settlement;
    let burden = paid.personal_burden();
    let empty = paid.total_fee.is_zero();
    markup.html("<section class=\"card stack result\" data-flow=\"close\" id=\"answer\"");
    markup.html(" aria-labelledby=\"you-pay\"><h2 id=\"you-pay\">");
    markup.html(text.you_pay).html("</h2><p class=\"total\">");
    let large = Shape {
        size: AmountSize::Large,
        words: true,
        signed: false,
    };
    large.write(markup, burden, look);
    markup.html("</p><p>");
    markup.text(&(text.sum)([
        &said(paid.total_fee, look),
        &said(paid.fund_paid(), look),
    ]));
    if !paid.account_paid.is_zero() {
        let (accounts, cash) = (said(paid.account_paid, look), said(paid.cash_paid, look));
        markup.html(" ");
        markup.text(&(text.from_accounts)([&accounts, &cash]));
    }
    markup.html("</p>");
    if answer.parts.len() > 1 {
        parts(markup, text, &answer.parts, look);
    }
    if !empty {
        let patterns = Patterns {
            hatch: "answer-hatch",
            cross: "answer-cross",
        };
        pay_bar::write(markup, pay_parts::of_one(&paid), look, patterns);
    }
    markup.html("<p class=\"small muted\">");
    markup.text(&worked_for(&answer, look));
    markup.html(" ").html(text.estimate);
    markup.html("</p></section>");
    if empty {
        markup.html("<p class=\"muted workings\">");
        markup.html(text.nothing).html("</p>");
        return;
    }
    let apart = answer.no_place.as_ref().map(|place| {
        let name = place.name.as_ref();
        let name = name.map(|name| name.get(look.language.into()));
        let day = date_text(answer.case.day, look.language);
        (text.no_place)(name, &day, place.kind)
    });
    workings(markup, text, answer.sentences, look, links);
    comparison::write(markup, text, answer.outcomes, apart, burden, look);
}

/// What of each part of a bill that two rules share the person pays.
fn parts(markup: &mut Markup, text: &AnswerText, parts: &[(PartOf, Settlement)], look: Look) {
    markup.html("<ul class=\"parts\">");
    for (part, paid) in parts {
        let told = if *part == PartOf::Disease {
            text.for_disease
        } else {
            text.for_rest
        };
        let (whole, own) = (
            said(paid.total_fee, look),
            said(paid.personal_burden(), look),
        );
        markup.html("<li>").text(&told([&whole, &own]));
        markup.html("</li>");
    }
    markup.html("</ul>");
}

/// The steps, and where their figures come from.
fn workings(
    markup: &mut Markup,
    text: &AnswerText,
    sentences: Vec<Sentence>,
    look: Look,
    links: &Clauses,
) {
    let grounds: Vec<Grounds> = sentences
        .iter()
        .filter_map(|sentence| {
            let note = sentence.parameter.as_ref()?;
            Some(Grounds::new(layer(sentence.layer, look.language), note))
        })
        .collect();
    let told = sentences
        .into_iter()
        .map(|sentence| step_item(sentence, look))
        .collect();
    markup.html("<div class=\"workings\">");
    card::begin(markup, text.how, Some("how"), "how-title");
    steps::write(markup, told, look, links);
    basis::write(markup, grounds, look, links);
    card::end(markup);
    markup.html("</div>");
}

/// For whom and what the answer is worked out: what paper needs, where the form is not printed.
fn worked_for(answer: &Answer, look: Look) -> String {
    let text = AnswerText::of(look.language);
    let language = look.language.into();
    let case = &answer.case;
    let (person, visit) = (case.person, case.visit);
    let status = if person.retired {
        text.retired
    } else {
        text.in_service
    };
    let mut age = (text.years)(person.age);
    let comma = look.pick("，", ", ");
    if let Some(category) = person.category {
        age.push_str(comma);
        age.push_str(category.label(language));
    }
    let mut seen = visit.kind.label(language).to_owned();
    seen.push_str(comma);
    seen.push_str(visit.level.label(language));
    if let Some(disease) = visit.disease {
        seen.push_str(comma);
        seen.push_str(&disease.name(language));
    }
    if visit.kind == VisitKind::Inpatient {
        seen.push_str(comma);
        seen.push_str(&(text.stay)(visit.admission));
    }
    (text.worked_for)([
        answer.rules.get(language),
        case.scheme.label(language),
        status,
        &age,
        &seen,
        visit.remote.label(language),
        &date_text(case.day, look.language),
    ])
}

/// How much more or less than `asked`; nothing for the same.
fn against(burden: Money, asked: Money) -> Option<Money> {
    let difference = burden - asked;
    (!difference.is_zero()).then_some(difference)
}

/// Writes an amount as a cell.
fn amount_cell(of: Money, signed: bool, look: Look) -> Markup {
    let mut cell = Markup::default();
    if signed {
        let shape = Shape {
            size: AmountSize::Text,
            words: true,
            signed,
        };
        shape.write(&mut cell, of, look);
    } else {
        amount::write(&mut cell, of, look);
    }
    cell
}
