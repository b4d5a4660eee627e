//! The calculator's answer, moving as somebody types. The engine runs in the browser, and nothing that
//! is typed leaves the device.
//!
//! Form and first answer are the server's and work without this. It listens to the form and, from the
//! first change on, puts in the answer's place what the server would have written there. It is an
//! island for the loader alone: a few calls of the document, no view that would have to be woken, and
//! so small enough (`docs/decisions/0027-calculator.md`).

#[cfg(feature = "hydrate")]
mod fields;
#[cfg(feature = "hydrate")]
mod live;
#[cfg(any(feature = "hydrate", all(test, feature = "ssr")))]
mod patch;
#[cfg(feature = "hydrate")]
mod rows;
#[cfg(feature = "hydrate")]
mod write;

#[cfg(feature = "ssr")]
pub use server::LiveAnswer;

#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen(js_name = calculator)]
/// Wakes the island in `place`. Where the page is not as the server writes it, the form stays a form.
pub fn wake(place: &web_sys::Element) {
    let _ = live::begin(place);
}

#[cfg(feature = "ssr")]
mod server {
    use leptos::prelude::*;

    use crate::calculator::Pack;
    use crate::ui::markup::Markup;
    use crate::ui::{Icon, Look, Sign};

    /// What the island works with, and the two lines that it writes: the amount that stays in sight
    /// beside a long form, and the same for screen readers, once somebody pauses.
    #[component]
    pub fn LiveAnswer(
        /// The rules that it answers by.
        pack: Pack,
    ) -> impl IntoView {
        let look = Look::current();
        let mut markup = Markup::from("<leptos-island data-component=\"calculator\"");
        markup.attribute("data-language", Some(look.language.code()));
        markup.attribute("data-elder", look.elder.then_some(""));
        markup.attribute("data-rules", Some(&domain::flat::write(&pack)));
        markup.html("><p class=\"now\" aria-hidden=\"true\" hidden></p>");
        markup.html("<p class=\"hidden\" role=\"status\"></p>");
        // What an error beside a field looks like, for those that are found here.
        markup.html("<template><p class=\"error\">");
        markup.part(view! { <Icon sign=Sign::Warning/> });
        markup.html("</p></template></leptos-island>");
        markup.written()
    }
}
