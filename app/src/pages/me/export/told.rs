//! What the export says in words on paper: codes as the pages say them, times of day in China.

mod codes;

use chrono::NaiveDate;
use domain::access::{Action, Role};
use domain::family::{Kinship, Scope};
use domain::language::Language as Tongue;
use domain::looks::Who;
use domain::settlement::{Scheme, compare};
use services::certificates::{Part, Stretch, words as certificate_words};
use services::enquiries::Kept;
use services::export::{Cell, Place};
use services::family::Way;
use services::looks;
use services::messages::Template;

use super::super::access::look_words::{self, Deed};
use super::super::access::text::AccessText;
use super::super::family::words as family_words;
use super::super::messages;
use super::super::messages::said::Said;
use super::super::messages::text::MessagesText;
use crate::hats;
use crate::language::Language;
use crate::pages::admin::audit::words::Words;
use crate::pages::moment::moment;
use crate::ui::{Look, date_text};

/// The reader's words for what stands in `place`; `None` for what people read as it stands.
pub(super) fn words(place: &Place<'_>, tongue: Tongue) -> Option<String> {
    let language = match tongue {
        Tongue::Zh => Language::Chinese,
        Tongue::En => Language::English,
    };
    match place.cell {
        Cell::Instant(at) => Some(moment(*at, language)),
        Cell::Text(text) => in_row(place, text, language)
            .or_else(|| codes::word(place.section, place.column, text, language)),
        _ => None,
    }
}

/// What is told from more than one value of the row, or from several in one text.
fn in_row(place: &Place<'_>, text: &str, language: Language) -> Option<String> {
    match (place.section, place.column) {
        ("access", column) => access(place, column, language),
        ("messages", "template") => {
            let template = Template::read(text, &place.beside("parameters"));
            let look = Look::new(language, false);
            let words = MessagesText::of(language);
            Some(messages::title(words, template.as_ref(), look))
        }
        ("messages", "parameters") => {
            let template = Template::read(&place.beside("template"), text)?;
            let said = Said::of(&template, Look::new(language, false));
            Some(said.lines.join(language.pick("", " ")))
        }
        ("invitations_sent", "way") => {
            let (name, kinship) = (place.beside("invited_name"), kinship(place));
            let way = Way::from_code(text)?;
            Some(family_words::sent_to(way, &name, kinship, language))
        }
        ("invitations_received", "way") => {
            let (name, kinship) = (place.beside("person_name"), kinship(place));
            let kinship = kinship.map(Kinship::seen_from_there);
            let way = Way::from_code(text)?;
            Some(family_words::received_from(way, &name, kinship, language))
        }
        ("queries", "recorded" | "recomputed") => figures(text, language),
        ("certificates", "periods") => stretches(text, language),
        ("certificates", "shown") => shown(text, language),
        (_, "role" | "roles" | "last_role" | "acting_role") => roles(text, language),
        _ => None,
    }
}

/// The figures of a calculation, as they are compared on the page of a query; its steps stand in the
/// CSV and JSON files.
fn figures(text: &str, language: Language) -> Option<String> {
    let kept = Kept::read(text).ok()?;
    let figures = compare(&kept.amounts, &kept.amounts);
    let said = figures.iter().filter(|one| !one.recorded.is_zero());
    let said = said.map(|one| {
        let label = one.what.label(language.into());
        format!("{label} {}", one.recorded.yuan())
    });
    Some(said.collect::<Vec<_>>().join(language.pick("，", ", ")))
}

fn kinship(place: &Place<'_>) -> Option<Kinship> {
    Kinship::from_code(&place.beside("relation"))
}

/// Who looked at what and why, as the page of looks says it.
fn access(place: &Place<'_>, column: &str, language: Language) -> Option<String> {
    let (action, object) = (place.beside("action"), place.beside("object"));
    let reason = place.beside("reason");
    let showed = (action == Action::ReadOverview.code())
        .then(|| Scope::from_codes(&object))
        .flatten();
    let deed = Deed {
        who: looks::who(&place.beside("role"), &place.beside("relation")),
        action: &action,
        object_kind: "",
        showed,
        reason: &reason,
    };
    let text = AccessText::of(language);
    match column {
        "role" => roles(&place.beside("role"), language),
        "relation" => Some(
            match deed.who {
                Who::Oneself => look_words::oneself(language),
                Who::Family => text.family,
                Who::Staff => text.staff,
                Who::Operator => text.operators,
            }
            .to_owned(),
        ),
        // The page of looks has no words for what people did themselves, and tells apart by the kind of thing
        // what was done to it, which is no column here.
        "action" if deed.who == Who::Oneself || !action.starts_with("read_") => {
            Some(Words::of(language).action(&action))
        }
        "action" => Some(look_words::action(deed, language).to_owned()),
        "object" => showed.map(|scope| family_words::scope(scope, language)),
        "reason" => Some(look_words::reason(deed, language).to_owned()),
        _ => None,
    }
}

/// Roles with a space between them; `None` where one is not known any more.
fn roles(codes: &str, language: Language) -> Option<String> {
    let name = |code: &str| {
        let role = if code == Role::Operator.code() {
            Role::Operator
        } else {
            Role::from_code(code)?
        };
        Some(hats::name(role, language))
    };
    let names: Option<Vec<&str>> = codes.split(' ').map(name).collect();
    Some(names?.join(language.pick("、", ", ")))
}

/// Periods of insurance as a certificate names them.
fn stretches(text: &str, language: Language) -> Option<String> {
    let one = |text: &str| {
        let mut parts = text.split(' ');
        let (since, until) = parts.next()?.split_once('/')?;
        let until: Option<NaiveDate> = match until {
            "" => None,
            day => Some(day.parse().ok()?),
        };
        let period = Stretch {
            scheme: Scheme::from_code(parts.next()?)?,
            region: parts.next()?.to_owned(),
            since: since.parse().ok()?,
            until,
        };
        Some(certificate_words::stretch(&period, language.into()))
    };
    let told: Option<Vec<String>> = text.split("; ").map(one).collect();
    Some(told?.join(language.pick("；", "; ")))
}

/// What a check of a certificate shows, and until when.
fn shown(text: &str, language: Language) -> Option<String> {
    let one = |text: &str| {
        let (code, until) = text.split_once(' ')?;
        let part = certificate_words::part(Part::from_code(code)?, language.into());
        let until = date_text(until.parse().ok()?, language);
        Some(match language {
            Language::Chinese => format!("{part}（到{until}）"),
            Language::English => format!("{part} (until {until})"),
        })
    };
    let told: Option<Vec<String>> = text.split("; ").map(one).collect();
    Some(told?.join(language.pick("；", "; ")))
}
