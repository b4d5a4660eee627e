//! Where the figures of a group come from and how sure they are: one press away.

use domain::explain::{Clause, ParameterNote};
use domain::settlement::parameters::{Provenance, Review};
use leptos::prelude::*;

use super::clause::Clauses;
use super::markup::Markup;
use super::{Look, date_text, provenance, source_note};
use crate::language::Language;

/// A figure's name with the parameter behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grounds {
    /// Which figures.
    pub label: String,
    /// The parameter.
    pub note: ParameterNote,
}

impl Grounds {
    /// Names the figures that `note` stands behind.
    #[must_use]
    pub fn new(label: impl Into<String>, note: &ParameterNote) -> Self {
        Self {
            label: label.into(),
            note: note.clone(),
        }
    }
}

/// The sources of a group of figures, folded until asked for. Print shows them.
#[component]
pub fn Basis(
    /// The figures in order; those with one source are told together.
    grounds: Vec<Grounds>,
) -> impl IntoView {
    let links = use_context::<Clauses>().unwrap_or_default();
    let mut markup = Markup::default();
    write(&mut markup, grounds, Look::current(), &links);
    markup.written()
}

/// Writes the sources; `links` are the clauses that can be read.
pub(crate) fn write(markup: &mut Markup, grounds: Vec<Grounds>, look: Look, links: &Clauses) {
    let grounds = joined(grounds, look);
    let unsure = grounds
        .iter()
        .any(|ground| ground.note.provenance != Provenance::Real);
    if unsure {
        markup.html("<p class=\"small muted\">");
        markup.html(look.pick(
            "这里有的数字还没有核对原文，或者只是示例。",
            "Some of these figures are samples, or not checked against the original.",
        ));
        markup.html("</p>");
    }
    markup.html("<details class=\"basis\"><summary>");
    markup.html(look.pick("这些数字的依据", "Where these figures come from"));
    markup.html("</summary><ul>");
    for ground in grounds {
        write_one(markup, &ground, look, links);
    }
    markup.html("</ul></details>");
}

/// Joins what shares its source; each name is told once.
fn joined(grounds: Vec<Grounds>, look: Look) -> Vec<Grounds> {
    let mut found: Vec<(Vec<String>, ParameterNote)> = Vec::new();
    for Grounds { label, note } in grounds {
        match found
            .iter_mut()
            .find(|(_, known)| same_source(known, &note))
        {
            Some((labels, _)) if labels.contains(&label) => {}
            Some((labels, _)) => labels.push(label),
            None => found.push((vec![label], note)),
        }
    }
    let comma = look.pick("、", ", ");
    found
        .into_iter()
        .map(|(labels, note)| Grounds {
            label: labels.join(comma),
            note,
        })
        .collect()
}

fn same_source(one: &ParameterNote, other: &ParameterNote) -> bool {
    one.set == other.set
        && one.provenance == other.provenance
        && one.certainty == other.certainty
        && one.document == other.document
        && one.clause == other.clause
        && one.note == other.note
}

fn write_one(markup: &mut Markup, ground: &Grounds, look: Look, links: &Clauses) {
    let Grounds { label, note } = ground;
    let language = look.language;
    markup.html("<li><p><strong>").text(label);
    markup.html("</strong> ");
    provenance::write(markup, note.provenance, Some(note.certainty), look);
    markup.html("</p><p class=\"small muted\">");
    markup.text(&validity(note, language));
    markup.html(language.pick("，", "; "));
    markup.text(&review(note.review.as_ref(), language));
    markup.html("</p>");
    if let Some(remark) = &note.note {
        markup.html("<p class=\"small muted\">");
        markup.text(remark.get(language.into())).html("</p>");
    }
    if let Some(clause) = Clause::of(note) {
        let whole = || format!("/policies/{}", clause.document);
        let href = links.href(&clause).unwrap_or_else(whole);
        let name = clause.name(language.into());
        source_note::write(markup, &name, Some(&href), None, look);
    }
    markup.html("</li>");
}

/// `参数 BJ-2025，2025年1月1日起有效`.
#[must_use]
pub fn validity(note: &ParameterNote, language: Language) -> String {
    let from = date_text(note.effective.from, language);
    let through = note.effective.through.map(|last| date_text(last, language));
    match (language, through) {
        (Language::Chinese, None) => format!("参数 {}，{from}起有效", note.set),
        (Language::Chinese, Some(last)) => format!("参数 {}，{from}至{last}有效", note.set),
        (Language::English, None) => format!("Parameters {}, in force since {from}", note.set),
        (Language::English, Some(last)) => {
            format!("Parameters {}, in force from {from} to {last}", note.set)
        }
    }
}

/// Who checked the figures, or that nobody has: `未复核`.
#[must_use]
pub fn review(review: Option<&Review>, language: Language) -> String {
    let Some(Review { by, on }) = review else {
        return language.pick("未复核", "not reviewed").to_owned();
    };
    let (by, on) = (by.get(language.into()), date_text(*on, language));
    match language {
        Language::Chinese => format!("{on}由{by}复核"),
        Language::English => format!("reviewed by {by} on {on}"),
    }
}

#[cfg(test)]
mod tests {
    use domain::settlement::parameters::shipped_parameter_sets;

    use super::*;

    #[test]
    fn the_reviewer_is_named_and_so_is_that_there_is_none() {
        let say = |review_of: Option<&Review>| {
            [Language::Chinese, Language::English].map(|language| review(review_of, language))
        };
        assert_eq!(say(None), ["未复核", "not reviewed"]);
        let checked = Review {
            by: domain::language::Bilingual {
                zh: "待遇处".to_owned(),
                en: "the benefits office".to_owned(),
            },
            on: "2025-03-01".parse().unwrap(),
        };
        assert_eq!(
            say(Some(&checked)),
            [
                "2025年3月1日由待遇处复核",
                "reviewed by the benefits office on 1 March 2025"
            ]
        );
    }

    #[test]
    fn names_with_one_source_are_told_once_and_together() {
        let sets = shipped_parameter_sets();
        let set = sets.first().unwrap();
        let remote = ParameterNote::new(set, "/remote".to_owned(), &set.remote.source);
        let rules = &set.assistance.rules.source;
        let other = ParameterNote::new(set, "/assistance".to_owned(), rules);
        let grounds = vec![
            Grounds::new("甲", &remote),
            Grounds::new("乙", &remote),
            Grounds::new("甲", &remote),
            Grounds::new("丙", &other),
        ];
        let joined = joined(grounds, Look::default());
        let labels: Vec<&str> = joined.iter().map(|ground| ground.label.as_str()).collect();
        assert_eq!(labels, ["甲、乙", "丙"]);
    }
}
