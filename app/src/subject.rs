//! Whose insurance a page is about: one's own under `/me`, a relative's under `/people/{person}`.
//!
//! Every page that shows a person's data asks [`Subject::of`], reads for [`Subject::person`],
//! makes its links with [`Subject::href`] and answers with [`Subject::show`].

mod band;
mod words;

use std::sync::Arc;

use domain::family::Matter;
use domain::ids::PersonId;
use leptos::prelude::*;
use services::ServiceError;
use services::family::{Standing, standing};

use crate::language::Language;
use crate::page::{Answer, Page, PageError, PageRequest};
use crate::ui::{Crumb, IntoWritten, Look};
use band::Band;

pub use words::{deceased, kin, named, who};

/// The base of one's own pages.
const OWN: &str = "/me";

/// Whose page it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    person: PersonId,
    base: String,
    relative: Option<Arc<Standing>>,
}

impl Subject {
    /// Whose page `request` is for; `None` when it is one's own and nobody insured stands behind
    /// the account. Costs a relative's page the one statement that the decision needs anyway.
    ///
    /// # Errors
    /// `NotFound` for anybody whom the actor may not see, whether they exist or not.
    pub async fn of(request: &PageRequest) -> Result<Option<Self>, PageError> {
        let own = request.context.actor.person;
        let asked = request.param("person");
        if asked.is_empty() {
            return Ok(own.map(Self::oneself));
        }
        // What is no id is looked up too, as nobody's, so that it takes the same time.
        let person = asked
            .parse::<PersonId>()
            .ok()
            .filter(|id| id.to_string() == asked)
            .unwrap_or(PersonId::NONE);
        if own == Some(person) {
            return Ok(Some(Self::oneself(person)));
        }
        let standing = standing::of(&request.context, person).await?;
        let standing = standing.ok_or(ServiceError::NotFound)?;
        Ok(Some(Self {
            person,
            base: format!("/people/{person}"),
            relative: Some(Arc::new(standing)),
        }))
    }

    fn oneself(person: PersonId) -> Self {
        Self {
            person,
            base: OWN.to_owned(),
            relative: None,
        }
    }

    /// Whose page is being built; one's own outside of one.
    #[must_use]
    pub fn current() -> Self {
        use_context().unwrap_or_else(|| Self::oneself(PersonId::NONE))
    }

    /// The person.
    #[must_use]
    pub const fn person(&self) -> PersonId {
        self.person
    }

    /// The link through which a relative's page is seen; `None` on one's own.
    #[must_use]
    pub fn relative(&self) -> Option<&Standing> {
        self.relative.as_deref()
    }

    /// The address of this person's page `below` (`/settlements`; empty for the first page).
    #[must_use]
    pub fn href(&self, below: &str) -> String {
        format!("{}{below}", self.base)
    }

    /// Whether `matter` of this person's is open to whoever looks.
    #[must_use]
    pub fn opens(&self, matter: Matter) -> bool {
        self.relative()
            .is_none_or(|standing| standing.scope.opens(matter))
    }

    /// Whether the details of this person's settlements are open to whoever looks.
    #[must_use]
    pub fn opens_details(&self) -> bool {
        self.opens(Matter::Visits) && self.relative().is_none_or(|standing| standing.details)
    }

    /// `报销记录`, or `王秀英（您的母亲）的报销记录`: the title of a page that is a noun; one that
    /// says "my" says so on one's own page only.
    #[must_use]
    pub fn title(&self, own: &str, language: Language) -> String {
        let noun = own.strip_prefix("我的").unwrap_or(own);
        let noun = noun
            .strip_prefix("My ")
            .map_or_else(|| noun.to_owned(), capital);
        match (self.relative(), language) {
            (None, _) => own.to_owned(),
            (Some(relative), Language::Chinese) => format!("{}的{noun}", who(relative, language)),
            (Some(relative), Language::English) => format!("{noun} of {}", who(relative, language)),
        }
    }

    /// The same for a title that is a sentence.
    #[must_use]
    pub fn about(&self, sentence: &str, language: Language) -> String {
        match (self.relative(), language) {
            (None, _) => sentence.to_owned(),
            (Some(relative), Language::Chinese) => {
                format!("{}：{sentence}", who(relative, language))
            }
            (Some(relative), Language::English) => {
                format!("{}: {sentence}", who(relative, language))
            }
        }
    }

    /// Where the way to each of this person's pages begins.
    #[must_use]
    pub fn home(&self, look: Look) -> Crumb {
        let own = look.pick("我的医保", "My insurance");
        let noun = look.pick("医保", "Insurance");
        let label = match self.relative() {
            None => own.to_owned(),
            Some(_) => self.title(noun, look.language),
        };
        Crumb::link(label, self.href(""))
    }

    /// The answer: the page, and above a relative's page the band that says whose it is.
    #[must_use]
    pub fn show(self, page: Page) -> Answer {
        let view = page.view;
        Page {
            view: Box::new(move || {
                provide_context(self.clone());
                let band = self.relative.map(|standing| view! { <Band standing/> });
                let content = view();
                view! { {band}{content} }.written()
            }),
            ..page
        }
        .into()
    }
}

/// The text with a capital first letter.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    first
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ones_own_pages_stand_below_me_and_keep_their_titles() {
        let own = Subject::current();
        assert_eq!(own.href("/settlements"), "/me/settlements");
        assert_eq!(own.href(""), "/me");
        assert_eq!(own.title("报销记录", Language::Chinese), "报销记录");
        assert!(own.opens(Matter::Account));
    }
}
