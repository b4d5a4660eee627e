//! One term of the glossary.

use domain::glossary::Term;
use leptos::prelude::*;

use crate::language::Language;
use crate::ui::Look;

/// The term in both languages, its plain words, an example; its slug is the anchor.
#[component]
pub(super) fn Entry(
    /// The term.
    term: &'static Term,
) -> impl IntoView {
    let look = Look::current();
    let language = look.language.into();
    let other = match look.language {
        Language::Chinese => Language::English,
        Language::English => Language::Chinese,
    };
    let anchor = format!("#{}", term.slug);
    let link = format!(
        "{}{}",
        look.pick("链接到：", "Link to "),
        term.name(language)
    );
    view! {
        <article class="entry" id=term.slug>
            <h3>
                {term.name(language)}" "
                <span class="other" lang=other.tag()>{term.name(other.into())}</span>
                <a class="anchor" href=anchor aria-label=link>"#"</a>
            </h3>
            <p class="plain-words">{term.meaning(language)}</p>
            <p class="muted">{look.pick("例：", "Example: ")}{look.say(term.example(language))}</p>
        </article>
    }
}
