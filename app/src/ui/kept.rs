//! Parts of pages that are the same in every answer but for a few texts: made once, then written
//! as they are.

use std::sync::OnceLock;

use leptos::prelude::*;

use super::look::apart;
use super::markup::escape;
use super::{Look, Written};

/// The variants of such a part, each made when it is first shown.
///
/// What makes a variant is a plain function of its key, and it is built apart from the answer
/// around it: it cannot take anything of a request with it. So nothing personal can be kept. What
/// is of the request has a [`gap`] in the part, and is put there for each answer.
pub struct Kept<const VARIANTS: usize>([OnceLock<Pieces>; VARIANTS]);

/// Where the text number `index` of those given to [`Kept::show_with`] stands, in words or in an
/// attribute. There are seven.
#[must_use]
pub fn gap(index: usize) -> &'static str {
    const GAPS: [&str; 7] = [
        "\u{E001}", "\u{E002}", "\u{E003}", "\u{E004}", "\u{E005}", "\u{E006}", "\u{E007}",
    ];
    GAPS.get(index).copied().unwrap_or_default()
}

/// Where the hidden fields of a form stand.
const FORM_FIELDS: &str = "\u{E000}";

/// The HTML of a part, cut at its gaps.
struct Pieces {
    first: String,
    /// What fills a gap, and the HTML after it.
    rest: Vec<(Filling, String)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Filling {
    FormFields,
    Text(usize),
}

impl Filling {
    fn of(letter: char) -> Option<Self> {
        match letter {
            '\u{E000}' => Some(Self::FormFields),
            '\u{E001}'..='\u{E007}' => Some(Self::Text(letter as usize - 0xE001)),
            _ => None,
        }
    }
}

impl Pieces {
    fn make<K, V: IntoView>(key: K, make: fn(K) -> V) -> Self {
        let html = apart(Look::current(), FORM_FIELDS, || make(key).to_html());
        let mut pieces = Self {
            first: String::new(),
            rest: Vec::new(),
        };
        for letter in html.chars() {
            match Filling::of(letter) {
                Some(filling) => pieces.rest.push((filling, String::new())),
                None => match pieces.rest.last_mut() {
                    Some((_, html)) => html.push(letter),
                    None => pieces.first.push(letter),
                },
            }
        }
        pieces
    }

    fn fill(&self, texts: &[&str]) -> String {
        let fields = self
            .rest
            .iter()
            .any(|(filling, _)| *filling == Filling::FormFields)
            .then(|| Look::current().form_fields());
        let length: usize = self.rest.iter().map(|(_, html)| html.len() + 80).sum();
        let mut filled = String::with_capacity(self.first.len() + length);
        filled.push_str(&self.first);
        for (filling, html) in &self.rest {
            match filling {
                Filling::FormFields => filled.push_str(fields.as_deref().unwrap_or_default()),
                Filling::Text(index) => {
                    escape(texts.get(*index).copied().unwrap_or_default(), &mut filled);
                }
            }
            filled.push_str(html);
        }
        filled
    }
}

impl<const VARIANTS: usize> Kept<VARIANTS> {
    /// Nothing is made yet.
    #[must_use]
    pub const fn new() -> Self {
        Self([const { OnceLock::new() }; VARIANTS])
    }

    /// The variant with the number `index`, which stands for `key`.
    pub fn show<K, V: IntoView>(&'static self, index: usize, key: K, make: fn(K) -> V) -> Written {
        let Some(kept) = self.0.get(index) else {
            return Written::new(Pieces::make(key, make).fill(&[]));
        };
        let pieces = kept.get_or_init(|| Pieces::make(key, make));
        if pieces.rest.is_empty() {
            Written::new(pieces.first.as_str())
        } else {
            Written::new(pieces.fill(&[]))
        }
    }

    /// The same with these texts in its gaps.
    pub fn show_with<K, V: IntoView>(
        &'static self,
        index: usize,
        key: K,
        make: fn(K) -> V,
        texts: &[&str],
    ) -> Written {
        Written::new(match self.0.get(index) {
            Some(kept) => kept.get_or_init(|| Pieces::make(key, make)).fill(texts),
            None => Pieces::make(key, make).fill(texts),
        })
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

    use super::{Kept, gap};
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

    #[test]
    fn texts_stand_in_their_gaps_and_stay_text() {
        static KEPT: Kept<1> = Kept::new();
        let html = |texts: &[&str]| {
            let make = |()| view! { <a title=gap(1)><b>{gap(0)}</b>{gap(1)}</a> };
            KEPT.show_with(0, (), make, texts).to_html()
        };
        assert_eq!(
            html(&["a<b", "\"&"]),
            r#"<a title="&quot;&amp;"><b>a&lt;b</b>&quot;&amp;</a>"#
        );
        assert_eq!(html(&["王", "x"]), r#"<a title="x"><b>王</b>x</a>"#);
    }

    #[test]
    fn a_form_is_the_same_kept_or_not() {
        static KEPT: Kept<1> = Kept::new();
        let make = |()| view! { <Form action="/x">"a"</Form> };
        let owner = Owner::new();
        owner.with(|| {
            Look::default().provide();
            assert_eq!(KEPT.show(0, (), make).to_html(), make(()).to_html());
            // What is built next still knows what is around it.
            assert_eq!(use_context::<Look>(), Some(Look::default()));
        });
    }
}
