//! Search as you type: documents that fit, under the search field.
//!
//! The server renders the field and an empty list. Without the WASM the field is an ordinary
//! one of a form; with it the list fills while somebody types, and arrow keys, Enter and Escape
//! work as in every list under a field.

#![expect(
    missing_docs,
    reason = "the macro makes a struct for the props without words of its own"
)]

#[cfg_attr(feature = "hydrate", path = "search_suggest/fetch.rs")]
#[cfg_attr(not(feature = "hydrate"), path = "search_suggest/fetch_nothing.rs")]
mod fetch;

use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::leptos_dom::helpers::{TimeoutHandle, location, set_timeout_with_handle};
use leptos::prelude::*;

/// How long somebody must pause before the server is asked.
const PAUSE: Duration = Duration::from_millis(180);
/// The id of the list.
const LIST: &str = "suggestions";

/// A document that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Suggestion {
    id: String,
    title: String,
    issuer: String,
}

/// The search field with its list.
#[island]
pub fn SearchSuggest(
    /// What was asked.
    asked: String,
    /// What can be asked, for screen readers.
    label: String,
    /// An example of a question.
    placeholder: String,
    /// What the list holds, for screen readers.
    list_label: String,
    /// The language of the titles: `zh` or `en`.
    language: String,
) -> impl IntoView {
    let found = RwSignal::new(Vec::<Suggestion>::new());
    let active = RwSignal::new(None::<usize>);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let close = move || {
        found.set(Vec::new());
        active.set(None);
    };
    let typed = move |text: String| {
        if let Some(earlier) = waiting.get_value() {
            earlier.clear();
        }
        let language = language.clone();
        let ask = move || {
            fetch::ask(text.trim(), &language, move |answer| {
                active.set(None);
                found.set(answer);
            });
        };
        waiting.set_value(set_timeout_with_handle(ask, PAUSE).ok());
    };
    let pressed = move |event: KeyboardEvent| {
        let count = found.with(Vec::len);
        if event.is_composing() || count == 0 {
            return;
        }
        let last = count - 1;
        match event.key().as_str() {
            "ArrowDown" => active
                .update(|at| *at = Some(at.map_or(0, |at| if at == last { 0 } else { at + 1 }))),
            "ArrowUp" => active
                .update(|at| *at = Some(at.map_or(last, |at| at.checked_sub(1).unwrap_or(last)))),
            "Escape" => close(),
            "Enter" => {
                let chosen = active
                    .get()
                    .and_then(|at| found.with(|all| all.get(at).map(|one| one.id.clone())));
                let Some(id) = chosen else { return };
                open(&id);
            }
            _ => return,
        }
        event.prevent_default();
    };
    let options = move || {
        let all = found.get().into_iter().enumerate();
        all.map(|(place, one)| {
            let id = one.id.clone();
            view! {
                <li role="option" id=option_id(place) aria-selected=move || (active.get() == Some(place)).to_string()
                    on:mousedown=|event| event.prevent_default() on:click=move |_| open(&id)>
                    <span>{one.title}</span>
                    <small>{one.issuer}</small>
                </li>
            }
        })
        .collect_view()
    };
    view! {
        <input class="input" type="search" name="q" value=asked aria-label=label placeholder=placeholder
            autocomplete="off" maxlength="200" enterkeyhint="search"
            role="combobox" aria-autocomplete="list" aria-controls=LIST
            aria-expanded=move || found.with(|all| !all.is_empty()).to_string()
            aria-activedescendant=move || active.get().map(option_id)
            on:input=move |event| typed(event_target_value(&event))
            on:keydown=pressed
            on:blur=move |_| close()/>
        <ul class="suggest" id=LIST role="listbox" aria-label=list_label hidden=move || found.with(Vec::is_empty)>{options}</ul>
    }
}

fn option_id(place: usize) -> String {
    format!("suggestion-{place}")
}

fn open(id: &str) {
    // Where the browser refuses, the person can still press Enter without a choice.
    let _ = location().set_href(&format!("/policies/{id}"));
}
