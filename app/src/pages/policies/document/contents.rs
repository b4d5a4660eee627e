//! The contents: chapters, or articles where there are no chapters.

use leptos::prelude::*;

use super::parts::Part;
use super::text::DocumentText;
use super::{Address, Extent};
use crate::ui::Look;

/// The most entries that are listed; a longer list is no help.
const MOST: usize = 60;

/// Links to the chapters; in a short document without chapters, to the articles.
#[component]
pub(super) fn Contents(parts: Vec<Part>, extent: Extent, address: Address) -> impl IntoView {
    let text = DocumentText::of(Look::current().language);
    let chapters = parts
        .iter()
        .flat_map(|part| &part.chapters)
        .filter(|chapter| !chapter.heading.is_empty())
        .count();
    let split = parts.len() > 1;
    let mut entries: Vec<(String, String, bool)> = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        let shown = extent == Extent::Whole || extent == Extent::Part(place);
        let link = |anchor: &str| {
            if shown || !split {
                format!("#{anchor}")
            } else {
                address.article(anchor)
            }
        };
        for chapter in &part.chapters {
            if chapters > 1 {
                let label = chapter.heading.rsplit(" / ").next().unwrap_or_default();
                let fresh = entries.last().is_none_or(|(last, ..)| last != label);
                if let Some(first) = chapter
                    .articles
                    .first()
                    .filter(|_| fresh && !label.is_empty())
                {
                    entries.push((label.to_owned(), link(&first.anchor), shown && split));
                }
            } else {
                let labelled = chapter
                    .articles
                    .iter()
                    .filter(|article| !article.label.is_empty());
                entries.extend(
                    labelled.map(|article| (article.label.clone(), link(&article.anchor), false)),
                );
            }
        }
    }
    let items = entries.iter().take(MOST).map(|(label, href, here)| {
        let current = here.then_some("true");
        view! { <li><a href=href.clone() aria-current=current>{label.clone()}</a></li> }
    });
    (entries.len() > 1).then(|| {
        view! {
            <nav class="contents" aria-labelledby="contents">
                <h2 class="small" id="contents">{text.contents}</h2>
                <ol role="list">{items.collect_view()}</ol>
            </nav>
        }
    })
}
