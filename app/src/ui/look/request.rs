//! What only the server knows of an answer: whose it is, and what its forms carry.

use std::sync::Arc;

use domain::access::Role;
use leptos::prelude::*;

use super::Look;
use crate::page::PageRequest;
use crate::pages::late_form::HAT;

/// The hidden fields of every form of the answer, as HTML.
#[derive(Clone, Default)]
struct FormFields(Arc<str>);

/// The role that the reader acts in.
#[derive(Clone, Copy)]
struct Hat(Role);

impl Look {
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
}

/// Builds something that knows `look` and nothing else of the answer around it. Its forms have
/// `fields` for their hidden fields.
pub fn apart<T>(look: Look, fields: &str, build: impl FnOnce() -> T) -> T {
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
