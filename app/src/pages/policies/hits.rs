//! The documents that were found.

use leptos::prelude::*;
use services::search::Hit;

use super::text::PoliciesText;
use super::wording::{date_as_known, issuers, status, wording};
use crate::address::with_query;
use crate::ui::{DocumentStatusBadge, Look};

/// One article a document.
#[component]
pub(super) fn Hits(hits: Vec<Hit>) -> impl IntoView {
    let items = hits.into_iter().map(|hit| view! { <li>{found(hit)}</li> });
    view! { <ul class="hits">{items.collect_view()}</ul> }
}

fn found(hit: Hit) -> impl IntoView {
    let look = Look::current();
    let text = PoliciesText::of(look.language);
    let title = wording(look, &hit.title_zh, &hit.title_en);
    let part = (!hit.part.is_empty()).then(|| format!(" · {}", hit.part));
    let by = issuers(look, &hit.issuers, &hit.issuers_en);
    let date = date_as_known(look, hit.issued_on, &hit.issued_label);
    let unsure = (hit.certainty == "low").then_some(text.number_unsure);
    let number = (!hit.number.is_empty())
        .then(|| view! { <span class="nowrap" lang="zh-Hans">{hit.number}</span>{unsure} });
    let own = (hit.origin == "shipped").then(|| view! { <span>{text.own_summary}</span> });
    let address = format!("/policies/{}", hit.id);
    let article = hit.article.filter(|article| !article.label.is_empty()).map(|article| {
        let href = format!("{}#{}", with_query(&address, &[("article", &article.anchor)]), article.anchor);
        let lang = (article.language == "zh").then_some("zh-Hans");
        view! { <p class="best">{text.best_match}<a href=href lang=lang>{article.label}</a></p> }
    });
    view! {
        <article class="hit">
            <h2><a href=address lang=title.lang>{title.text}{part}</a></h2>
            <p class="meta">
                <DocumentStatusBadge status=status(&hit.status)/>
                {number}
                <span lang=by.lang>{by.text}</span>
                <span>{date}</span>
                {own}
            </p>
            // The search escapes everything in it but the marks that it sets itself.
            <p class="snippet" inner_html=hit.snippet></p>
            {article}
        </article>
    }
}
