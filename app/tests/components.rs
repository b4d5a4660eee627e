//! The markup of every component, from the examples of the gallery.

#![cfg(feature = "ssr")]
#![expect(clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::collections::HashSet;

use app::language::Language;
use app::ui::Look;
use app::ui::example::{self, Example};
use leptos::prelude::*;
use scraper::{Html, Selector};

const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

/// The gallery's examples, all on one page, as one look shows them.
fn gallery(language: Language, elder: bool) -> String {
    Owner::new().with(|| {
        Look::new(language, elder).provide();
        example::all()
            .into_iter()
            .flat_map(|showcase| showcase.examples)
            .map(|example| (example.view)().to_html())
            .collect()
    })
}

fn every_look() -> impl Iterator<Item = (Language, bool, String)> {
    LANGUAGES
        .into_iter()
        .flat_map(|language| [false, true].map(|elder| (language, elder, gallery(language, elder))))
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a selector of this file")
}

#[test]
fn every_component_has_an_example_that_shows_something() {
    for showcase in example::all() {
        assert!(!showcase.examples.is_empty(), "{}", showcase.name);
        for Example { zh, en, view } in showcase.examples {
            assert!(!zh.is_empty() && !en.is_empty());
            for language in LANGUAGES {
                let html = Owner::new().with(|| {
                    Look::new(language, false).provide();
                    view().to_html()
                });
                assert!(html.len() > 20, "{}: {zh}", showcase.name);
            }
        }
    }
}

#[test]
fn ids_are_unique_and_references_lead_somewhere() {
    for (language, elder, html) in every_look() {
        let page = Html::parse_document(&html);
        let mut ids = HashSet::new();
        for element in page.select(&selector("[id]")) {
            let id = element.attr("id").unwrap_or_default();
            assert!(
                !id.is_empty() && ids.insert(id),
                "{language:?} {elder}: id {id:?} twice"
            );
        }
        for name in [
            "aria-labelledby",
            "aria-describedby",
            "for",
            "popovertarget",
        ] {
            for element in page.select(&selector(&format!("[{name}]"))) {
                for id in element.attr(name).unwrap_or_default().split(' ') {
                    assert!(ids.contains(id), "{name} names {id:?}, which is not there");
                }
            }
        }
        let filled = selector("[fill^='url(']");
        let fills = page
            .select(&filled)
            .filter_map(|element| element.attr("fill"));
        for fill in fills {
            let id = fill.trim_start_matches("url(#").trim_end_matches(')');
            assert!(ids.contains(id), "{fill} names nothing");
        }
    }
}

/// What a parser would move elsewhere is nested wrongly: it comes out in another order.
#[test]
fn parsing_moves_nothing() {
    fn tags(html: &str) -> Vec<String> {
        html.split('<')
            .skip(1)
            .filter(|part| part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'))
            .map(|part| {
                part.split(|c: char| c.is_whitespace() || c == '>')
                    .next()
                    .unwrap_or_default()
                    .trim_end_matches('/')
                    .to_ascii_lowercase()
            })
            .filter(|tag| !matches!(tag.as_str(), "/input" | "/br" | "/hr" | "/img"))
            // Shapes may close themselves.
            .filter(|tag| !matches!(tag.trim_start_matches('/'), "path" | "circle" | "rect"))
            .collect()
    }
    for (language, elder, html) in every_look() {
        let parsed = Html::parse_fragment(&html).root_element().inner_html();
        let (written, read) = (tags(&html), tags(&parsed));
        let differs = written
            .iter()
            .zip(&read)
            .position(|(one, other)| one != other);
        let near = differs.map(|at| {
            written
                .iter()
                .skip(at.saturating_sub(8))
                .take(16)
                .collect::<Vec<_>>()
        });
        assert!(
            near.is_none() && written.len() == read.len(),
            "{language:?} {elder}: {near:?}"
        );
    }
}

#[test]
fn nothing_breaks_the_content_policy() {
    for (_, _, html) in every_look() {
        let page = Html::parse_document(&html);
        for element in page.select(&selector("*")) {
            for (name, _) in element.value().attrs() {
                assert!(
                    name != "style" && !name.starts_with("on"),
                    "{name} on {:?}",
                    element.value()
                );
            }
        }
    }
}

#[test]
fn what_can_be_pressed_or_seen_has_a_name() {
    for (_, _, html) in every_look() {
        let page = Html::parse_document(&html);
        for element in page.select(&selector("a, button, [role=img], nav, figure > svg")) {
            let text: String = element.text().collect();
            let named = !text.trim().is_empty()
                || element
                    .attr("aria-label")
                    .is_some_and(|label| !label.is_empty())
                || element.attr("aria-labelledby").is_some();
            assert!(named, "{}", element.html());
        }
        for svg in page.select(&selector("svg:not([role=img])")) {
            assert_eq!(svg.attr("aria-hidden"), Some("true"), "{}", svg.html());
        }
        let fields = selector("input:not([type=hidden]):not([aria-label]), select, textarea");
        for field in page.select(&fields) {
            let id = field.attr("id").expect("a field has an id");
            assert!(
                page.select(&selector(&format!("label[for='{id}']")))
                    .next()
                    .is_some(),
                "{id}"
            );
        }
    }
}

#[test]
fn english_pages_are_in_english() {
    let html = gallery(Language::English, false);
    let text: String = Html::parse_document(&html).root_element().text().collect();
    let chinese: String = text
        .chars()
        .filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c))
        .collect();
    assert!(chinese.is_empty(), "{chinese}");
}
