//! The published clause that a step rests on.

use super::ParameterNote;
use super::parameter::document_number;
use crate::language::Language;
use crate::settlement::Step;
use crate::settlement::parameters::{Gives, ParameterSet};

/// A clause of a document of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// The document, by its id in the library.
    pub document: String,
    /// Where in it, as it is cited; `None` where only the document is known that gives the general
    /// frame, and no published clause about the very rule.
    pub place: Option<String>,
    /// What the clause says of the figures of the step.
    pub gives: Gives,
}

impl Clause {
    /// Every clause that steps of a bill settled by `set` may rest on.
    pub fn of_bills(set: &ParameterSet) -> impl Iterator<Item = Self> {
        let sources = set.sources_of_bills().into_iter();
        let named = sources.filter_map(|source| {
            Some(Self {
                document: source.document?,
                place: source.clause,
                gives: source.gives,
            })
        });
        named.chain([COUNTS, OWN_PURSE, FAMILY_PURSE].map(general))
    }

    /// The clause that the source of a parameter names.
    #[must_use]
    pub fn of(note: &ParameterNote) -> Option<Self> {
        Some(Self {
            document: note.document.clone()?,
            place: note.clause.clone(),
            gives: note.gives,
        })
    }

    /// `国办发〔2021〕42号 第3点`, `国办发〔2021〕42号, point 3`.
    #[must_use]
    pub fn name(&self, language: Language) -> String {
        let document = document_number(&self.document).unwrap_or(&self.document);
        match (self.place.as_deref(), language) {
            (None, _) => document.to_owned(),
            (Some(place), Language::Zh) => format!("{document} {place}"),
            (Some(place), Language::En) => format!("{document}, {}", in_english(place)),
        }
    }
}

/// `第2点、第3点` as `points 2 and 3`; anything else as it is cited.
fn in_english(place: &str) -> String {
    let number = |part: &str| {
        let number = part.strip_prefix('第')?.strip_suffix('点')?;
        number.parse::<u8>().ok().map(|number| number.to_string())
    };
    let numbers: Option<Vec<String>> = place.split('、').map(number).collect();
    match numbers.as_deref() {
        None | Some([]) => place.to_owned(),
        Some([one]) => format!("point {one}"),
        Some([most @ .., last]) => format!("points {} and {last}", most.join(", ")),
    }
}

/// A general rule: the document and the place in it.
type General = (&'static str, &'static str);

/// What basic insurance takes into account at all, and what not.
const COUNTS: General = ("d23", "第4点");
/// The two purses: what is the person's own pays the person's share.
const OWN_PURSE: General = ("d06", "第3点");
/// The accounts of a family.
const FAMILY_PURSE: General = ("d03", "第5点");

fn general((document, place): General) -> Clause {
    Clause {
        document: document.to_owned(),
        place: Some(place.to_owned()),
        gives: Gives::Figure,
    }
}

/// The clause that a step rests on: that of its parameter, or that of the general rule which it
/// follows; `None` for mere sums, and where nothing is known.
pub(super) fn behind(step: &Step, note: Option<&ParameterNote>) -> Option<Clause> {
    match step {
        Step::Lines(..) => Some(general(COUNTS)),
        Step::OwnAccount(..) => Some(general(OWN_PURSE)),
        Step::FamilyAccount(..) => Some(general(FAMILY_PURSE)),
        _ => note.and_then(Clause::of),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_cited_in_both_languages() {
        let clause = |place: Option<&str>| Clause {
            document: "d04".to_owned(),
            place: place.map(str::to_owned),
            gives: Gives::Frame,
        };
        for (place, zh, en) in [
            (None, "国办发〔2021〕42号", "国办发〔2021〕42号"),
            (
                Some("第3点"),
                "国办发〔2021〕42号 第3点",
                "国办发〔2021〕42号, point 3",
            ),
            (
                Some("第1点、第2点、第4点"),
                "国办发〔2021〕42号 第1点、第2点、第4点",
                "国办发〔2021〕42号, points 1, 2 and 4",
            ),
            (
                Some("第二十七条"),
                "国办发〔2021〕42号 第二十七条",
                "国办发〔2021〕42号, 第二十七条",
            ),
        ] {
            assert_eq!(clause(place).name(Language::Zh), zh);
            assert_eq!(clause(place).name(Language::En), en);
        }
    }
}
