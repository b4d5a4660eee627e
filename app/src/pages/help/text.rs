//! What the help page says. `{hotline}`, `{hours}`, `{idle}`, `{warning}` and `{longest}` are filled
//! in from the deployment and the program, so that the answers stay true.

mod en;
mod zh;

use crate::language::Language;
use crate::ui::Sign;

/// The words of the page.
pub(super) struct HelpText {
    pub title: &'static str,
    pub description: &'static str,
    pub person_title: &'static str,
    pub person_answer: &'static str,
    pub person: &'static [&'static str],
    pub call: &'static str,
    pub demo: &'static str,
    pub contents: &'static str,
    pub all_topics: &'static str,
    pub topics: &'static [Topic],
}

/// Questions about one thing.
#[derive(PartialEq, Eq)]
pub(super) struct Topic {
    /// Its name in addresses.
    pub code: &'static str,
    pub sign: Sign,
    pub title: &'static str,
    pub questions: &'static [Question],
}

/// One question.
#[derive(PartialEq, Eq)]
pub(super) struct Question {
    /// Its anchor.
    pub id: &'static str,
    pub ask: &'static str,
    /// What it comes to, in one or two sentences.
    pub answer: &'static str,
    pub more: &'static [&'static str],
    /// Where to go on to: what is there, and its address.
    pub links: &'static [(&'static str, &'static str)],
}

impl HelpText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&zh::TEXT, &en::TEXT)
    }
}
