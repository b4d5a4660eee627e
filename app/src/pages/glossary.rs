//! `/glossary`: every term of art with its official word, plain words, English and an example.

mod entry;
mod part;
mod text;

use domain::glossary::{Group, Term};
use leptos::prelude::*;

use crate::address::with_query;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    ButtonKind, ButtonLink, Chip, Chips, EmptyState, IntoWritten, Look, PrintButton, SearchBox,
};

use entry::Entry;
use part::{Asked, Index, Onward, WHOLE, part};
use text::GlossaryText;

/// The page. `q` finds a word in either language, `group` keeps to one group; every entry has its
/// slug as its anchor. Elder mode shows a few from the term `from` on, or with `list=whole` all.
///
/// # Errors
/// None.
pub async fn page(request: PageRequest) -> PageResult {
    let text = GlossaryText::of(request.language());
    let asked = request.query_value("q").unwrap_or_default().trim();
    let asked: String = asked.chars().take(200).collect();
    let chosen = request.query_value("group").and_then(Group::from_code);
    let groups = found(&asked, chosen);
    let short = request.preferences.elder && request.query_value("list") != Some(WHOLE);
    let from = request.query_value("from").unwrap_or_default().to_owned();
    let page = Page::new(text.title, Area::Public, move || {
        let look = Look::current();
        let count = groups.iter().map(|(_, terms)| terms.len()).sum();
        let (groups, onward) = if short {
            let (shown, part) = part(&groups, &from);
            let word = asked.clone();
            let group = chosen.map_or("", Group::code);
            let more = part.next.is_some() || part.previous.is_some();
            let asked = Asked { word, group };
            let onward = more.then(|| view! { <Onward asked part/> });
            let index = view! { <Index shown=shown.clone()/> };
            (shown, Some(view! { {onward}{index} }.written()))
        } else {
            (groups, None)
        };
        view! {
            <div class="wrap page stack">
                <h1>{text.title}</h1>
                <p class="measure">{look.say(text.lead)}</p>
                <div class="split" data-rail>
                    <div class="rail stack">
                        <SearchBox action="/glossary" label=text.search query=asked.clone() placeholder=text.placeholder
                            keep=kept(chosen)/>
                        <Chips label=text.groups chips=chips(chosen)/>
                        <p class="actions"><span class="muted" role="status">{(text.count)(count)}</span><PrintButton/></p>
                    </div>
                    <div class="stack"><Groups groups asked/>{onward}</div>
                </div>
            </div>
        }
    })
    .describe(text.description);
    Ok(page.into())
}

/// The groups with those of their terms that answer `asked`; without empty ones.
fn found(asked: &str, chosen: Option<Group>) -> Vec<(Group, Vec<&'static Term>)> {
    Group::ALL
        .into_iter()
        .filter(|group| chosen.is_none_or(|chosen| chosen == *group))
        .map(|group| {
            let terms = group.terms().iter().filter(|term| term.answers(asked));
            (group, terms.collect::<Vec<_>>())
        })
        .filter(|(_, terms)| !terms.is_empty())
        .collect()
}

fn kept(chosen: Option<Group>) -> Vec<(String, String)> {
    chosen
        .map(|group| ("group".to_owned(), group.code().to_owned()))
        .into_iter()
        .collect()
}

/// The groups to choose from. Elder mode shows at most six: the groups, or the way back to them.
fn chips(chosen: Option<Group>) -> Vec<Chip> {
    let look = Look::current();
    let text = GlossaryText::of(look.language);
    let all = Chip::new(text.all, "/glossary", chosen.is_none());
    let each = Group::ALL.into_iter().map(|group| {
        let href = with_query("/glossary", &[("group", group.code())]);
        Chip::new(
            group.label(look.language.into()),
            href,
            chosen == Some(group),
        )
    });
    match (look.elder, chosen) {
        (true, Some(_)) => vec![all],
        (true, None) => each.collect(),
        (false, _) => std::iter::once(all).chain(each).collect(),
    }
}

#[component]
fn Groups(groups: Vec<(Group, Vec<&'static Term>)>, asked: String) -> impl IntoView {
    let look = Look::current();
    let text = GlossaryText::of(look.language);
    if groups.is_empty() {
        let policies = with_query("/policies", &[("q", &asked)]);
        return view! {
            <EmptyState title=(text.nothing)(&asked) text=text.nothing_more>
                <p class="actions">
                    <ButtonLink href="/glossary" label=text.all kind=ButtonKind::Quiet/>
                    <ButtonLink href=policies label=text.in_policies kind=ButtonKind::Quiet/>
                </p>
            </EmptyState>
        }
        .written();
    }
    let sections = groups.into_iter().map(|(group, terms)| {
        let id = format!("group-{}", group.code());
        let labelled_by = id.clone();
        let entries = terms.into_iter().map(|term| view! { <Entry term/> });
        view! {
            <section class="entries" aria-labelledby=labelled_by>
                <h2 id=id>{group.label(look.language.into())}</h2>
                {entries.collect_view()}
            </section>
        }
    });
    sections.collect_view().written()
}

#[cfg(test)]
mod tests {
    use super::{Group, found};

    #[test]
    fn a_word_keeps_to_its_group_and_nothing_is_an_empty_list() {
        let slugs = |asked: &str, group| -> Vec<&str> {
            found(asked, group)
                .iter()
                .flat_map(|(_, terms)| terms.iter().map(|term| term.slug))
                .collect()
        };
        assert!(slugs("断保", None).contains(&"interruption"));
        assert!(slugs("断保", Some(Group::Money)).is_empty());
        assert_eq!(
            slugs("", Some(Group::Care)).len(),
            Group::Care.terms().len()
        );
    }
}
