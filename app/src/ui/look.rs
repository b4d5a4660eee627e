//! What every component may know of the answer it stands in.

#[cfg(feature = "ssr")]
mod request;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;

#[cfg(feature = "ssr")]
pub(super) use request::apart;

use super::say::say;
use crate::language::Language;

/// Language and mode of one answer, handed down as context.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The language of the answer.
    pub language: Language,
    /// Whether elder mode is on.
    pub elder: bool,
}

/// Counts the ids that the answer has given out.
#[derive(Clone, Default)]
struct Ids(Arc<AtomicU32>);

impl Look {
    /// How many looks there are.
    pub const VARIANTS: usize = 4;

    /// A look without a request, for tests and the gallery.
    #[must_use]
    pub const fn new(language: Language, elder: bool) -> Self {
        Self { language, elder }
    }

    /// Makes this the look of everything that is built in the current owner.
    pub fn provide(self) {
        provide_context(Ids::default());
        provide_context(self);
    }

    /// The look of the answer that is being built; Chinese and standard outside of one.
    #[must_use]
    pub fn current() -> Self {
        use_context().unwrap_or_default()
    }

    /// Its number among the [`Look::VARIANTS`].
    #[must_use]
    pub fn variant(self) -> usize {
        usize::from(self.language == Language::English) * 2 + usize::from(self.elder)
    }

    /// Chooses between the two texts.
    #[must_use]
    pub fn pick<T: ?Sized>(self, chinese: &'static T, english: &'static T) -> &'static T {
        self.language.pick(chinese, english)
    }

    /// `text`, in elder mode with its large amounts in words of scale as well.
    #[must_use]
    pub fn say(self, text: impl Into<String>) -> String {
        let text = text.into();
        if self.elder {
            say(&text, self.language.into())
        } else {
            text
        }
    }

    /// An id that no other element of this answer has.
    #[must_use]
    pub fn fresh_id(self, stem: &str) -> String {
        let ids = use_context::<Ids>().unwrap_or_default();
        format!("{stem}-{}", ids.0.fetch_add(1, Ordering::Relaxed) + 1)
    }
}
