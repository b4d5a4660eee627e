//! Finds where the clauses of a page are read, for the components that name them.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::explain::{Clause, Sentence};
use domain::settlement::parameters::ParameterSet;
use services::policies::clauses::{self, Linked, Place};

use crate::address::with_query;
use crate::language::Language;
use crate::page::{PageError, PageRequest};
use crate::ui::clause::{ClauseLink, Clauses};

/// Where the clauses behind `sentences` are read, as of `day`. The page provides them as context.
///
/// # Errors
/// From the store.
pub(in crate::pages) async fn of(
    request: &PageRequest,
    sentences: &[Sentence],
    day: NaiveDate,
) -> Result<Clauses, PageError> {
    let named: Vec<&Clause> = sentences
        .iter()
        .filter_map(|sentence| sentence.clause.as_ref())
        .collect();
    linked(request, named, day).await
}

/// The same behind whatever a bill may be settled by under `sets`, and behind `sentences`, whose
/// clauses come first.
///
/// # Errors
/// From the store.
pub(in crate::pages) async fn of_rules(
    request: &PageRequest,
    sets: &[Arc<ParameterSet>],
    sentences: &[Sentence],
    day: NaiveDate,
) -> Result<Clauses, PageError> {
    let own = sentences.iter().filter_map(|one| one.clause.clone());
    let of_sets = sets.iter().flat_map(|set| Clause::of_bills(set));
    let named: Vec<Clause> = own.chain(of_sets).collect();
    linked(request, named.iter().collect(), day).await
}

async fn linked(
    request: &PageRequest,
    named: Vec<&Clause>,
    day: NaiveDate,
) -> Result<Clauses, PageError> {
    let found = clauses::linked(&request.context, named, day).await?;
    let language = request.language();
    let links = found.into_iter().map(|linked| link(linked, language));
    Ok(Clauses::new(links.collect()))
}

fn link(linked: Linked, language: Language) -> ClauseLink {
    ClauseLink {
        href: address(&linked.at, language),
        official: linked
            .official
            .map(|(name, at)| (name, address(&at, language))),
        clause: linked.clause,
    }
}

/// The very article; the document where it has no such article any more.
fn address(at: &Place, language: Language) -> String {
    let own = match language {
        Language::English => at.anchor_en.as_ref(),
        Language::Chinese => None,
    };
    let anchor = own.or(at.anchor.as_ref());
    let document = format!("/policies/{}", at.document);
    let day = at.as_of.map(|day| day.to_string()).unwrap_or_default();
    let article = anchor.map_or("", String::as_str);
    let address = with_query(&document, &[("as_of", &day), ("article", article)]);
    match anchor {
        Some(anchor) => format!("{address}#{anchor}"),
        None => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_leads_to_the_article_in_the_language_of_the_reader() {
        let mut at = Place {
            document: "d04".to_owned(),
            anchor: Some("s4".to_owned()),
            anchor_en: Some("e4".to_owned()),
            as_of: None,
        };
        assert_eq!(
            address(&at, Language::Chinese),
            "/policies/d04?article=s4#s4"
        );
        assert_eq!(
            address(&at, Language::English),
            "/policies/d04?article=e4#e4"
        );
        at.anchor_en = None;
        assert_eq!(
            address(&at, Language::English),
            "/policies/d04?article=s4#s4"
        );
        at.anchor = None;
        at.as_of = "2025-03-01".parse().ok();
        assert_eq!(
            address(&at, Language::Chinese),
            "/policies/d04?as_of=2025-03-01"
        );
    }
}
