//! What somebody typed to invite a relative, field by field.

use chrono::NaiveDate;
use domain::family::{Kinship, Scope, is_minor};
use domain::identifiers::{IdentityNumber, TravelDocument};

use crate::error::{FieldError, ServiceError};
use crate::family::invitation::Way;

/// Most characters of a name.
const LONGEST_NAME: usize = 50;

/// The fields as they were typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Request<'a> {
    /// Who is to see whom, as a code.
    pub way: &'a str,
    /// What the relative is to the inviter, as a code.
    pub relation: &'a str,
    /// The relative's name.
    pub name: &'a str,
    /// The number of the relative's paper.
    pub number: &'a str,
    /// What is offered beside cover.
    pub scope: Scope,
    /// Whether the inviter agreed to be seen (for an offer), or to be a guardian.
    pub agreed: bool,
}

/// The same, understood.
pub(super) struct Wanted {
    pub way: Way,
    pub kinship: Kinship,
    pub name: String,
    /// The number in clear, plain.
    pub number: String,
    /// Whether the number says that its owner is a minor.
    pub minor: bool,
    pub scope: Scope,
}

impl Request<'_> {
    /// Reads every field and tells all that is wrong at once.
    pub(super) fn check(&self, today: NaiveDate) -> Result<Wanted, ServiceError> {
        let mut errors = Vec::new();
        let mut refuse = |pointer: &str, code, detail: &str| {
            errors.push(FieldError {
                pointer: pointer.to_owned(),
                code,
                detail: detail.to_owned(),
            });
        };
        let way = Way::from_code(self.way);
        if way.is_none() {
            refuse("way", "required", "who is to see whom");
        }
        let kinship = Kinship::from_code(self.relation);
        if kinship.is_none() {
            refuse("relation", "required", "what the relative is to oneself");
        }
        let name = self.name.trim();
        if name.is_empty() {
            refuse("name", "required", "the relative's name");
        } else if name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
            refuse("name", "unreadable", "a name of at most 50 characters");
        }
        let number = if self.number.trim().is_empty() {
            refuse("number", "required", "the number of the relative's paper");
            None
        } else {
            let read = number(self.number, today);
            if read.is_none() {
                refuse("number", "unreadable", "the number does not fit any paper");
            }
            read
        };
        let minor = number.as_ref().is_some_and(|(_, minor)| *minor);
        let guardian = way == Some(Way::Ask) && kinship == Some(Kinship::Child);
        if minor && !guardian && way.is_some() && kinship.is_some() {
            refuse("number", "minor", "only guardians are linked with minors");
        }
        if way == Some(Way::Offer) && !self.agreed {
            refuse("agreed", "required", "whoever offers agrees to be seen");
        }
        match (way, kinship, number) {
            (Some(way), Some(kinship), Some((number, minor))) if errors.is_empty() => Ok(Wanted {
                way,
                kinship,
                name: name.to_owned(),
                number,
                minor,
                scope: if way == Way::Offer {
                    self.scope
                } else {
                    Scope::default()
                },
            }),
            _ => Err(ServiceError::Invalid(errors)),
        }
    }
}

/// The number, plain, and whether it says that its owner is a minor. What looks like an identity
/// number must be a good one: a mistake in it would wait for nobody.
fn number(typed: &str, today: NaiveDate) -> Option<(String, bool)> {
    if let Ok(number) = IdentityNumber::parse(typed) {
        let minor = is_minor(number.birth_date(), today);
        return Some((number.reveal().to_owned(), minor));
    }
    let paper = TravelDocument::parse(typed).ok()?;
    let digits = paper.reveal().bytes().filter(u8::is_ascii_digit).count();
    let mistyped = digits >= 14;
    (!mistyped).then(|| (paper.reveal().to_owned(), false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 6, 15).unwrap()
    }

    fn good() -> Request<'static> {
        Request {
            way: "ask",
            relation: "parent",
            name: " 王秀英 ",
            number: "11010519491231002x",
            scope: Scope::ALL,
            agreed: false,
        }
    }

    fn refused(request: Request<'_>) -> Vec<(String, &'static str)> {
        match request.check(today()) {
            Err(ServiceError::Invalid(errors)) => errors
                .into_iter()
                .map(|error| (error.pointer, error.code))
                .collect(),
            other => panic!("{:?}", other.is_ok()),
        }
    }

    #[test]
    fn a_good_request_is_read_plain_and_offers_nothing_of_the_other() {
        let wanted = good().check(today()).ok().unwrap();
        assert_eq!(wanted.number, "11010519491231002X");
        assert_eq!((wanted.name.as_str(), wanted.minor), ("王秀英", false));
        assert_eq!(wanted.scope, Scope::default());
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let nothing = refused(Request::default());
        let fields: Vec<&str> = nothing.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["way", "relation", "name", "number"]);
    }

    #[test]
    fn mistyped_numbers_and_minors_are_refused_by_the_number_alone() {
        let with = |number, relation| Request {
            number,
            relation,
            ..good()
        };
        let code = |request| refused(request)[0].1;
        assert_eq!(code(with("110105194912310021", "parent")), "unreadable");
        assert_eq!(code(with("440305202401310188", "sibling")), "minor");
        assert!(with("440305202401310188", "child").check(today()).is_ok());
        assert!(with("E12345678", "spouse").check(today()).is_ok());
    }

    #[test]
    fn whoever_offers_agrees_first() {
        let offer = Request {
            way: "offer",
            ..good()
        };
        assert_eq!(refused(offer), [("agreed".to_owned(), "required")]);
        let agreed = Request {
            agreed: true,
            ..offer
        };
        assert_eq!(agreed.check(today()).ok().unwrap().scope, Scope::ALL);
    }
}
