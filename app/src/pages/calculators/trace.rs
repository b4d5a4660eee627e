//! The steps of a calculation with the rule and the parameter behind each.

use domain::calculators::{Rule, Step};
use domain::explain::{Clause, ParameterNote};

use crate::language::Language;
use crate::ui::basis::{review, validity};
use crate::ui::{Look, StepItem};

/// The steps as the page shows them.
pub(in crate::pages) fn items(steps: &[Step], look: Look) -> Vec<StepItem> {
    steps.iter().map(|step| item(step, look.language)).collect()
}

fn item(step: &Step, language: Language) -> StepItem {
    let mut why = step.why.get(language.into()).to_owned();
    if let Some(note) = &step.parameter {
        why.push_str(&parameter(note, language));
    }
    StepItem {
        title: step.title.get(language.into()).to_owned(),
        why,
        source: source(step, language),
        ..StepItem::default()
    }
}

/// `（参数 BJ-2025，2025年1月1日起有效，示例值，未经核实，把握较小，未复核）`.
fn parameter(note: &ParameterNote, language: Language) -> String {
    let comma = language.pick("，", ", ");
    let parts = [
        validity(note, language),
        note.provenance.label(language.into()).to_owned(),
        note.certainty.label(language.into()).to_owned(),
        review(note.review.as_ref(), language),
    ];
    let told = parts.join(comma);
    let remark = note.note.as_ref().map(|text| text.get(language.into()));
    let (open, close) = language.pick(&("（", "）"), &(" (", ")"));
    let remark = remark.map_or_else(String::new, |text| {
        format!("{}{text}", language.pick("", " "))
    });
    format!("{open}{told}{close}{remark}")
}

/// The rule, led to its very point in the library; without one the clause of the parameter.
fn source(step: &Step, language: Language) -> Option<(String, Option<String>)> {
    match step.rule {
        Some(rule @ Rule::Library(id, point)) => {
            let name = rule.text(language.into());
            Some((name, Some(point_address(id, point, language))))
        }
        Some(rule @ Rule::Named(..)) => Some((rule.text(language.into()), None)),
        None => {
            let clause = Clause::of(step.parameter.as_ref()?)?;
            let id = &clause.document;
            let address = match point(&clause) {
                Some(point) => point_address(id, point, language),
                None => format!("/policies/{id}"),
            };
            Some((clause.name(language.into()), Some(address)))
        }
    }
}

/// The point that a clause names, where it is one alone.
fn point(clause: &Clause) -> Option<u8> {
    let place = clause.place.as_deref()?;
    place.strip_prefix('第')?.strip_suffix('点')?.parse().ok()
}

/// The points of our summaries follow one sentence, which is their first section.
fn point_address(id: &str, point: u8, language: Language) -> String {
    let letter = language.pick("s", "e");
    let anchor = format!("{letter}{}", u16::from(point) + 1);
    format!("/policies/{id}?article={anchor}#{anchor}")
}
