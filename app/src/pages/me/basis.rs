//! Where the figures of a group come from and how sure they are: one press away.

use domain::explain::{ParameterNote, document_number};
use leptos::prelude::*;

use crate::language::Language;
use crate::ui::{Look, ProvenanceBadge, SourceNote, date_text};

/// A figure's name with the parameter behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grounds {
    /// Which figures.
    pub label: String,
    /// The parameter.
    pub note: ParameterNote,
}

impl Grounds {
    /// Names the figures that `note` stands behind.
    pub(super) fn new(label: impl Into<String>, note: &ParameterNote) -> Self {
        Self {
            label: label.into(),
            note: note.clone(),
        }
    }
}

/// The sources of a group of figures, folded until asked for. Print shows them.
#[component]
pub(super) fn Basis(
    /// The figures in order; those with one source are told together.
    grounds: Vec<Grounds>,
) -> impl IntoView {
    let look = Look::current();
    let items = joined(grounds, &look)
        .into_iter()
        .map(|ground| item(ground, look.language));
    view! {
        <details class="basis">
            <summary>{look.pick("这些数字的依据", "Where these figures come from")}</summary>
            <ul>{items.collect_view()}</ul>
        </details>
    }
}

/// Joins neighbours that share their source.
fn joined(grounds: Vec<Grounds>, look: &Look) -> Vec<Grounds> {
    let mut result: Vec<Grounds> = Vec::new();
    for ground in grounds {
        let same = result
            .iter_mut()
            .find(|known| same_source(&known.note, &ground.note));
        match same {
            Some(known) if known.label == ground.label => {}
            Some(known) => {
                known.label.push_str(look.pick("、", ", "));
                known.label.push_str(&ground.label);
            }
            None => result.push(ground),
        }
    }
    result
}

fn same_source(one: &ParameterNote, other: &ParameterNote) -> bool {
    one.set == other.set
        && one.provenance == other.provenance
        && one.certainty == other.certainty
        && one.document == other.document
        && one.clause == other.clause
        && one.note == other.note
}

fn item(ground: Grounds, language: Language) -> impl IntoView {
    let Grounds { label, note } = ground;
    let validity = validity(&note, language);
    let remark = note
        .note
        .as_ref()
        .map(|text| text.get(language.into()).to_owned());
    let document = note.document.map(|id| {
        let mut name = document_number(&id).unwrap_or(&id).to_owned();
        if let Some(clause) = &note.clause {
            name.push(' ');
            name.push_str(clause);
        }
        view! { <SourceNote source=name href=format!("/policies/{id}")/> }
    });
    view! {
        <li>
            <p><strong>{label}</strong>" "<ProvenanceBadge provenance=note.provenance certainty=Some(note.certainty)/></p>
            <p class="small muted">{validity}</p>
            {remark.map(|text| view! { <p class="small muted">{text}</p> })}
            {document}
        </li>
    }
}

/// `参数 BJ-2025，2025年1月1日起有效`.
#[must_use]
pub(super) fn validity(note: &ParameterNote, language: Language) -> String {
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
