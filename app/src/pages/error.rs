//! The pages for what went wrong: what happened, what was kept, what to do, whom to call.

use leptos::prelude::*;

use crate::page::{Area, Page, PageRequest};

/// What went wrong, as far as a person needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No such page, or none for this person.
    NotFound,
    /// The request did not come from a page of this site.
    CrossSite,
    /// Something changed meanwhile.
    Conflict,
    /// What was sent in does not fit.
    Invalid,
    /// Too much was sent in.
    TooLarge,
    /// Too many requests; try again after so many seconds.
    TooMany(u64),
    /// A defect.
    Internal,
    /// A part is away for the moment.
    Unavailable,
}

impl Failure {
    /// The HTTP status.
    #[must_use]
    pub const fn status(self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::CrossSite => 403,
            Self::Conflict => 409,
            Self::Invalid => 422,
            Self::TooLarge => 413,
            Self::TooMany(_) => 429,
            Self::Internal => 500,
            Self::Unavailable => 503,
        }
    }
}

/// The page for `failure`.
#[must_use]
pub fn page(request: &PageRequest, failure: Failure) -> Page {
    let title = *request.text(&"没有找到这个页面", &"We could not find this page");
    Page::new(title, Area::Public, move || view! { <h1>{title}</h1> }).with_status(failure.status())
}
