//! A few terms at a time, as elder mode shows them: which ones, and the way to all others.

use domain::glossary::{self, Group, Term};
use leptos::prelude::*;

use super::text::GlossaryText;
use crate::address::with_query;
use crate::ui::{ButtonKind, ButtonLink, Look, Pagination};

/// How many terms a page shows in elder mode, unless the whole list was asked for.
const ELDER_PAGE: usize = 5;
/// The value of `list` that asks for the whole list.
pub(super) const WHOLE: &str = "whole";

/// Groups with those of their terms that are shown.
pub(super) type Groups = Vec<(Group, Vec<&'static Term>)>;

/// Which part of a list is shown, and what comes before and after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// The first term of the part before.
    pub previous: Option<&'static str>,
    /// The first term of the part after.
    pub next: Option<&'static str>,
}

/// Of `groups` the terms from `from` on, as many as elder mode shows; from the first one where
/// `from` is none of them.
pub(super) fn part(groups: &[(Group, Vec<&'static Term>)], from: &str) -> (Groups, Part) {
    let all: Vec<(Group, &'static Term)> = groups
        .iter()
        .flat_map(|(group, terms)| terms.iter().map(|term| (*group, *term)))
        .collect();
    let first = all.iter().position(|(_, term)| term.slug == from);
    let first = first.unwrap_or_default();
    let slug = |at: usize| all.get(at).map(|(_, term)| term.slug);
    let mut shown: Groups = Vec::new();
    for (group, term) in all.iter().skip(first).take(ELDER_PAGE) {
        match shown.last_mut() {
            Some((last, terms)) if last == group => terms.push(*term),
            _ => shown.push((*group, vec![*term])),
        }
    }
    let part = Part {
        previous: (first > 0)
            .then(|| slug(first.saturating_sub(ELDER_PAGE)))
            .flatten(),
        next: slug(first + ELDER_PAGE),
    };
    (shown, part)
}

/// What was asked for, as every part of the list keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// The word that was looked for.
    pub word: String,
    /// The code of the group that was chosen.
    pub group: &'static str,
}

impl Asked {
    fn at(&self, more: (&str, &str)) -> String {
        with_query(
            "/glossary",
            &[("q", self.word.as_str()), ("group", self.group), more],
        )
    }
}

/// To the parts before and after, and to the whole list.
#[component]
pub(super) fn Onward(asked: Asked, part: Part) -> impl IntoView {
    let text = GlossaryText::of(Look::current().language);
    let at = |slug: Option<&'static str>| slug.map(|slug| asked.at(("from", slug)));
    let (previous, next) = (at(part.previous), at(part.next));
    let whole = asked.at(("list", WHOLE));
    view! {
        <Pagination previous next/>
        <p class="actions"><ButtonLink href=whole label=text.whole kind=ButtonKind::Quiet/></p>
    }
}

/// Every term that is not shown as one line with its anchor, so that a link to it from anywhere
/// arrives, and one press more leads to its entry. Closed until it is asked for.
#[component]
pub(super) fn Index(shown: Groups) -> impl IntoView {
    let look = Look::current();
    let text = GlossaryText::of(look.language);
    let here = |slug: &str| {
        shown
            .iter()
            .any(|(_, terms)| terms.iter().any(|term| term.slug == slug))
    };
    let lines = glossary::all()
        .filter(|term| !here(term.slug))
        .map(|term| {
            let href = entry_address(term.slug);
            let name = term.name(look.language.into());
            view! { <li><a id=term.slug href=href>{name}</a></li> }
        })
        .collect_view();
    view! {
        <details class="basis">
            <summary>{text.index}</summary>
            <ul class="term-index" role="list">{lines}</ul>
        </details>
    }
}

/// Where elder mode shows the entry of `slug`: the part that begins with it.
fn entry_address(slug: &str) -> String {
    format!("{}#{slug}", with_query("/glossary", &[("from", slug)]))
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use super::{ELDER_PAGE, part};

    #[test]
    fn the_parts_hold_every_term_once_in_order() {
        let groups = found("", None);
        let slugs = |groups: &super::Groups| -> Vec<&'static str> {
            let terms = groups.iter().flat_map(|(_, terms)| terms);
            terms.map(|term| term.slug).collect()
        };
        let (mut from, mut seen) = ("", Vec::new());
        loop {
            let (shown, part) = part(&groups, from);
            assert!((1..=ELDER_PAGE).contains(&slugs(&shown).len()));
            assert_eq!(part.previous.is_some(), !seen.is_empty());
            seen.extend(slugs(&shown));
            let Some(next) = part.next else { break };
            from = next;
        }
        assert_eq!(seen, slugs(&groups));
    }

    #[test]
    fn a_part_that_is_none_is_the_first() {
        let groups = found("", None);
        assert_eq!(part(&groups, "nothing"), part(&groups, ""));
        assert_eq!(part(&found("xyzzy", None), "").0.len(), 0);
    }
}
