//! The tables of terms, one file a group. Sums in examples are those of one and the same bill:
//! a stay in hospital for ¥30,000, of which ¥2,000 are outside the catalogue and ¥8,000 class B.

mod care;
mod catalogue;
mod joining;
mod money;
mod service;
mod support;

use super::Term;

pub(super) use care::CARE;
pub(super) use catalogue::CATALOGUE;
pub(super) use joining::JOINING;
pub(super) use money::MONEY;
pub(super) use service::SERVICE;
pub(super) use support::SUPPORT;

/// A term from its slug and, in each language, its name, its plain meaning and an example.
const fn term(
    slug: &'static str,
    [official, plain, example]: [&'static str; 3],
    [english, plain_english, example_english]: [&'static str; 3],
) -> Term {
    Term {
        slug,
        official,
        plain,
        english,
        plain_english,
        example,
        example_english,
    }
}
