//! A text of the catalogue in the language of the reader, or in Chinese where there is no other.

use domain::language::Bilingual;
use leptos::prelude::*;

use super::{IntoWritten, Look};
use crate::language::Language;

/// The text, marked as Chinese where an English reader gets no other.
#[component]
pub fn Told(
    /// Either language may be empty.
    of: Bilingual,
) -> impl IntoView {
    if is_chinese(Look::current(), &of) {
        view! { <span lang="zh-Hans">{of.zh}</span> }.written()
    } else {
        told(Look::current(), &of).to_owned().written()
    }
}

/// The same as one text, for places that take no markup.
#[must_use]
pub fn told(look: Look, of: &Bilingual) -> &str {
    match look.language {
        Language::English if !of.en.is_empty() => &of.en,
        _ => &of.zh,
    }
}

/// Whether an English reader gets the Chinese text.
fn is_chinese(look: Look, of: &Bilingual) -> bool {
    look.language == Language::English && of.en.is_empty()
}
