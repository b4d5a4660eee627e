//! A term of art whose plain meaning comes on press.

mod word;

use leptos::prelude::*;

pub use word::Word;

use super::example::Example;
use super::{IntoWritten, Look};
use crate::language::Language;

/// The term as a word in a sentence. A press shows what it means, without a script, and leads on
/// to its entry in the glossary; browsers that do not know popovers show the meaning in brackets.
#[component]
pub fn Term(
    /// Which term.
    word: Word,
    /// Other words to show for it in the sentence.
    #[prop(optional_no_strip, into)]
    shown: Option<String>,
    /// What follows it at once and begins no line: `。`.
    #[prop(optional)]
    then: &'static str,
) -> impl IntoView {
    let look = Look::current();
    let id = look.fresh_id("term");
    let name = word.name(look.language);
    let look_up = |name: &str| match look.language {
        Language::Chinese => format!("看例子：{name}"),
        Language::English => format!("An example: {name}"),
    };
    let term = view! {
        <button class="term" type="button" popovertarget=id.clone()>{shown.unwrap_or_else(|| name.to_owned())}</button>
        <span class="meaning" id=id popover="auto">
            <b>{name}</b>" "<span>{word.meaning(look.language)}</span>" "
            <a href=word.address(look.elder) aria-label=look_up(name)>{look.pick("看例子", "An example")}</a>
        </span>
    }
    .written();
    if then.is_empty() {
        term
    } else {
        view! { <span class="kept">{term}{then}</span> }.written()
    }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![
        Example::new("在一句话里", "In a sentence", || {
            let look = Look::current();
            view! {
                <p>{look.pick("今年第一次住院，先减去", "The first stay of the year: take off the ")}<Term word=Word::Deductible then=look.pick("。", ".")/></p>
            }
            .written()
        }),
        Example::new("全部用语", "All terms", || {
            let words = Word::ALL
                .iter()
                .map(|word| view! { <li><Term word=*word/></li> });
            view! { <ul class="grid" data-min="small">{words.collect_view()}</ul> }.written()
        }),
    ]
}
