//! Parts of pages that are the same in every answer: made once, then written as they are.

use std::sync::OnceLock;

use leptos::prelude::*;
use leptos::tachys::html::InertElement;

use super::look::without_request;

/// The variants of such a part, each made when it is first shown.
///
/// What makes a variant is a plain function of its key: it cannot take anything of a request with
/// it, and finds no form token. So nothing personal can be kept.
pub struct Kept<const VARIANTS: usize>([OnceLock<String>; VARIANTS]);

impl<const VARIANTS: usize> Kept<VARIANTS> {
    /// Nothing is made yet.
    #[must_use]
    pub const fn new() -> Self {
        Self([const { OnceLock::new() }; VARIANTS])
    }

    /// The variant with the number `index`, which stands for `key`.
    pub fn show<K, V: IntoView>(
        &'static self,
        index: usize,
        key: K,
        make: fn(K) -> V,
    ) -> impl IntoView + use<K, V, VARIANTS> {
        let html = || without_request(|| make(key).to_html());
        match self.0.get(index) {
            Some(kept) => InertElement::new(kept.get_or_init(html).as_str()),
            None => InertElement::new(html()),
        }
    }
}

impl<const VARIANTS: usize> Kept<VARIANTS> {
    /// The same with `text`, which is of this request, in place of each `mark`. `text` is written
    /// as it is: it must hold no markup.
    pub fn show_with<K, V: IntoView>(
        &'static self,
        index: usize,
        key: K,
        make: fn(K) -> V,
        (mark, text): (&str, &str),
    ) -> impl IntoView + use<K, V, VARIANTS> {
        let html = || without_request(|| make(key).to_html());
        let html = match self.0.get(index) {
            Some(kept) => kept.get_or_init(html).replace(mark, text),
            None => html().replace(mark, text),
        };
        InertElement::new(html)
    }
}

impl<const VARIANTS: usize> Default for Kept<VARIANTS> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::Kept;
    use crate::language::Language;
    use crate::ui::{Form, Look};

    fn shown(look: Look) -> String {
        static KEPT: Kept<{ Look::VARIANTS }> = Kept::new();
        let view = KEPT.show(look.variant(), look, |look| {
            let text = look.pick("甲", "A");
            view! { <Form action="/x"><p data-elder=look.elder.to_string()>{text}</p></Form> }
        });
        view.to_html()
    }

    #[test]
    fn each_variant_is_kept_apart() {
        let looks = [Language::Chinese, Language::English]
            .into_iter()
            .flat_map(|language| [false, true].map(|elder| Look::new(language, elder)));
        let once: Vec<String> = looks.clone().map(shown).collect();
        let again: Vec<String> = looks.map(shown).collect();
        assert_eq!(once, again);
        let different: std::collections::HashSet<&String> = once.iter().collect();
        assert_eq!(different.len(), Look::VARIANTS);
    }

    #[test]
    fn a_number_beyond_the_last_is_made_each_time() {
        static KEPT: Kept<1> = Kept::new();
        let html = |index, key: &'static str| KEPT.show(index, key, |key| key).to_html();
        assert_eq!(html(0, "a"), "a");
        assert_eq!(html(0, "b"), "a");
        assert_eq!(html(1, "b"), "b");
    }
}
