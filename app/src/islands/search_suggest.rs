//! Search as you type: documents that fit, under the search field.
//!
//! The server renders the field and an empty list. Without the WASM the field is an ordinary
//! one of a form; with it the list fills while somebody types, and arrow keys, Enter and Escape
//! work as in every list under a field.

#[cfg(feature = "hydrate")]
mod fetch;
#[cfg(feature = "hydrate")]
mod listen;

#[cfg(feature = "ssr")]
pub use server::SearchSuggest;

#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen(js_name = suggest)]
/// Wakes the island in `place`. Where the page is not as the server writes it, the field stays an
/// ordinary one.
pub fn wake(place: &web_sys::Element) {
    let _ = listen::begin(place);
}

#[cfg(feature = "ssr")]
mod server {
    use leptos::prelude::*;

    use crate::ui::markup::Markup;

    /// The search field with its list.
    #[component]
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
        let mut markup = Markup::from("<leptos-island data-component=\"suggest\"");
        markup.attribute("data-language", Some(&language));
        markup.html("><input class=\"input\" type=\"search\" name=\"q\"");
        markup.attribute("value", Some(&asked));
        markup.attribute("aria-label", Some(&label));
        markup.attribute("placeholder", Some(&placeholder));
        markup.html(" autocomplete=\"off\" maxlength=\"200\" enterkeyhint=\"search\"");
        markup.html(" role=\"combobox\" aria-autocomplete=\"list\" aria-controls=\"suggestions\"");
        markup.html(" aria-expanded=\"false\"><ul class=\"suggest\" id=\"suggestions\"");
        markup.html(" role=\"listbox\"");
        markup.attribute("aria-label", Some(&list_label));
        markup.html(" hidden></ul></leptos-island>");
        markup.written()
    }
}
