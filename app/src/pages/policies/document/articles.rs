//! The text: chapters with their articles, each with a link to itself.

use leptos::prelude::*;
use services::policies::ArticleView;

use super::parts::{Chapter, Part};
use super::text::DocumentText;
use super::{Address, Extent};
use crate::ui::{IntoWritten, Look, Pagination};

/// The part that is asked for, or all of them.
#[component]
pub(super) fn Articles(parts: Vec<Part>, extent: Extent, address: Address) -> impl IntoView {
    let text = DocumentText::of(Look::current().language);
    let count = parts.len();
    let (previous, next, position) = match extent {
        Extent::Whole => (None, None, None),
        Extent::Part(place) => (
            place.checked_sub(1).map(|before| address.part(before)),
            (place + 1 < count).then(|| address.part(place + 1)),
            Some(
                text.position
                    .replace("{here}", &(place + 1).to_string())
                    .replace("{last}", &count.to_string()),
            ),
        ),
    };
    let shown = parts
        .into_iter()
        .enumerate()
        .filter(|(place, _)| extent == Extent::Whole || extent == Extent::Part(*place))
        .flat_map(|(_, part)| part.chapters)
        .map(|chapter| view! { <ChapterText chapter address=address.clone()/> });
    view! {
        <section class="document" aria-labelledby="text">
            <h2 id="text" class="hidden">{text.text}</h2>
            {shown.collect_view()}
        </section>
        <Pagination previous next position/>
    }
}

#[component]
fn ChapterText(chapter: Chapter, address: Address) -> impl IntoView {
    let lang = chapter.articles.first().and_then(foreign);
    let below = !chapter.heading.is_empty();
    let heading = below.then(
        || view! { <h3 class="chapter" lang=lang>{chapter.heading.replace(" / ", " · ")}</h3> },
    );
    let articles = chapter
        .articles
        .into_iter()
        .map(|article| one(article, below, &address));
    view! {
        {heading}
        {articles.collect_view()}
    }
}

fn one(article: ArticleView, below: bool, address: &Address) -> impl IntoView + use<> {
    let text = DocumentText::of(Look::current().language);
    let lang = foreign(&article);
    let link = address.article(&article.anchor);
    let name = format!("{}{}", text.link_to, article.label);
    let anchor = view! { <a class="anchor" href=link aria-label=name>"#"</a> };
    let label = (!article.label.is_empty()).then(|| {
        if below {
            view! { <h4>{article.label.clone()}{anchor}</h4> }.written()
        } else {
            view! { <h3>{article.label.clone()}{anchor}</h3> }.written()
        }
    });
    let paragraphs: Vec<_> = article
        .body
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| view! { <p>{line.to_owned()}</p> })
        .collect();
    view! {
        <section class="article" id=article.anchor lang=lang>
            {label}
            {paragraphs}
        </section>
    }
}

/// The `lang` attribute of an article that is not in the page's language.
fn foreign(article: &ArticleView) -> Option<&'static str> {
    let own = Look::current().language.code();
    (article.language != own && article.language == "zh").then_some("zh-Hans")
}
