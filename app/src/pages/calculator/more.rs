//! The doors to further calculators, at the foot of the page.

use crate::language::Language;
use crate::routes;
use crate::ui::{Door, Sign};

/// One further calculator: its address below `/calculator/`, its sign, and its words in Chinese
/// and English, each a title and a few words more.
type Further = (
    &'static str,
    Sign,
    (&'static str, &'static str),
    (&'static str, &'static str),
);

/// The further calculators in the order of the page. Whoever builds one adds its entry.
const FURTHER: &[Further] = &[];

/// The doors to those that are there.
pub(super) fn doors(language: Language) -> Vec<Door> {
    FURTHER
        .iter()
        .filter(|(address, ..)| routes::has(address))
        .map(|(address, sign, chinese, english)| {
            let (title, text) = match language {
                Language::Chinese => chinese,
                Language::English => english,
            };
            Door {
                href: (*address).to_owned(),
                sign: *sign,
                title: (*title).to_owned(),
                text: (*text).to_owned(),
            }
        })
        .collect()
}
