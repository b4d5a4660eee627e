//! What every component may know of the answer it stands in.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use domain::access::Role;
use leptos::prelude::*;

use super::say::say;
use crate::language::Language;
use crate::page::PageRequest;
use crate::pages::late_form::HAT;

/// Language and mode of one answer, handed down as context.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The language of the answer.
    pub language: Language,
    /// Whether elder mode is on.
    pub elder: bool,
}

/// The hidden fields of every form of the answer, as HTML.
#[derive(Clone, Default)]
struct FormFields(Arc<str>);

/// The role that the reader acts in.
#[derive(Clone, Copy)]
struct Hat(Role);

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

    /// Makes the look of `request` that of everything built in the current owner.
    pub fn provide_for(request: &PageRequest) -> Self {
        let look = Self::new(request.language(), request.preferences.elder);
        let hat = request.signed_in().then_some(request.context.actor.role);
        provide_context(FormFields(form_fields(&request.form_token, hat)));
        if let Some(role) = hat {
            provide_context(Hat(role));
        }
        look.provide();
        look
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

    /// The hidden fields that every form begins with, as HTML: the token that shows it came from a
    /// page of ours, and the role that it was opened in, as it is carried out in that one only.
    #[must_use]
    pub fn form_fields(self) -> Arc<str> {
        match use_context::<FormFields>() {
            Some(fields) => fields.0,
            None => form_fields("", None),
        }
    }

    /// The role that the reader acts in; `None` for visitors.
    #[must_use]
    pub fn hat(self) -> Option<Role> {
        use_context::<Hat>().map(|hat| hat.0)
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

/// Builds something that knows `look` and nothing else of the answer around it. Its forms have
/// `fields` for their hidden fields.
pub(super) fn apart<T>(look: Look, fields: &str, build: impl FnOnce() -> T) -> T {
    let around = Owner::current();
    let owner = Owner::new_root(None);
    let built = owner.with(|| {
        provide_context(FormFields(fields.into()));
        look.provide();
        build()
    });
    owner.unset_with_forced_cleanup();
    if let Some(around) = around {
        around.set();
    }
    built
}

fn form_fields(token: &str, hat: Option<Role>) -> Arc<str> {
    // Neither a token nor the code of a role has a letter that HTML reads otherwise.
    let field = |name, value| format!(r#"<input type="hidden" name="{name}" value="{value}">"#);
    let hat = hat.map(|role| field(HAT, role.code()));
    let fields = field("form_token", token) + &hat.unwrap_or_default();
    fields.into()
}
