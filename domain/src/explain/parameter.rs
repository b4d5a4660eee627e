//! Which parameter stands behind a step, and where it comes from.

mod kinds;

use super::clause::Clause;
use crate::interval::Interval;
use crate::language::{Bilingual, Language};
use crate::settlement::parameters::{Certainty, Gives, ParameterSet, Provenance, Review, Source};
use crate::settlement::{Facts, NotAssisted, RepeatEffect, Step};

/// The parameter behind a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParameterNote {
    /// The parameter set, such as `BJ-2025`.
    pub set: String,
    /// Where the value stands in it (a JSON pointer).
    pub pointer: String,
    /// The days on which it is in force.
    pub effective: Interval,
    /// Who checked the set, and when; `None` while nobody has.
    pub review: Option<Review>,
    /// Where it comes from.
    pub provenance: Provenance,
    /// How sure it is.
    pub certainty: Certainty,
    /// The policy document that gives the frame, by its id in the library.
    pub document: Option<String>,
    /// The clause of that document, as it is cited.
    pub clause: Option<String>,
    /// What that clause says of the figures.
    pub gives: Gives,
    /// What a reader should know about the value.
    pub note: Option<Bilingual>,
}

impl ParameterNote {
    /// The note for the value at `pointer` of a set.
    #[must_use]
    pub fn new(set: &ParameterSet, pointer: String, source: &Source) -> Self {
        Self {
            set: set.id.clone(),
            pointer,
            effective: set.effective,
            review: set.review(),
            provenance: source.provenance,
            certainty: source.certainty,
            document: source.document.clone(),
            clause: source.clause.clone(),
            gives: source.gives,
            note: source.note.clone(),
        }
    }

    /// `BJ-2025，2025-01-01 起，国办发〔2021〕42号 第3点，示例值，未经核实`.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let Interval { from, through } = self.effective;
        let mut text = match (language, through) {
            (Language::Zh, None) => format!("{}，{from} 起", self.set),
            (Language::Zh, Some(last)) => format!("{}，{from} 至 {last}", self.set),
            (Language::En, None) => format!("{}, from {from}", self.set),
            (Language::En, Some(last)) => format!("{}, {from} to {last}", self.set),
        };
        let comma = language.pick("，", ", ");
        if let Some(clause) = Clause::of(self) {
            text.push_str(comma);
            text.push_str(&clause.name(language));
        }
        text.push_str(comma);
        text + self.provenance.label(language)
    }
}

/// The number, or for a law the title, of a policy document that the shipped parameters
/// point to; `None` for any other id.
#[must_use]
pub fn document_number(id: &str) -> Option<&'static str> {
    Some(match id {
        "d03" => "国办发〔2021〕14号",
        "d04" => "国办发〔2021〕42号",
        "d05" => "国办发〔2024〕38号",
        "d06" => "国发〔1998〕44号",
        "d08" => "国办发〔2015〕57号",
        "d10" => "医保发〔2021〕5号",
        "d11" => "医保发〔2022〕22号",
        "d12" => "医保办发〔2021〕43号",
        "d13" => "医保发〔2024〕19号",
        "d23" => "社会保险法",
        "d24" => "国务院令第259号",
        "d26" => "国务院令第619号",
        "d27" => "医保发〔2019〕54号",
        "d28" => "医保发〔2021〕28号",
        "d58" => "医保办发〔2021〕36号",
        _ => return None,
    })
}

/// The parameter that decided a step; `None` where the bill alone did.
#[must_use]
pub fn parameter_behind(step: &Step, facts: &Facts, set: &ParameterSet) -> Option<ParameterNote> {
    let scheme = facts.scheme;
    let rules = set.rules(scheme);
    let level = facts.level;
    let status = if facts.retired { "retired" } else { "active" };
    let (path, source): (String, &Source) = match *step {
        Step::Lines(..) | Step::OwnAccount(..) | Step::FamilyAccount(..) | Step::Cash(..) => {
            return None;
        }
        Step::Part(..)
        | Step::Kind(..)
        | Step::ChronicDeductible(..)
        | Step::CarriedDeductible(..)
        | Step::OwnShare(..)
        | Step::OwnCap(..) => return kinds::note(step, facts, set),
        Step::InpatientDeductible(_, RepeatEffect::None, ..) => (
            format!("inpatient/deductible/values/{level}"),
            &rules.inpatient.deductible.source,
        ),
        Step::InpatientDeductible(..) => (
            "inpatient/repeat/values".to_owned(),
            &rules.inpatient.repeat.source,
        ),
        Step::OutpatientDeductible(..) => {
            match rules
                .outpatient
                .deductible_at(level, facts.retired, facts.age)
            {
                (_, source, true) => ("outpatient/deductible_by_age/values".to_owned(), source),
                (_, source, false) => (format!("outpatient/deductible/values/{level}"), source),
            }
        }
        Step::PoolBracket(index, ..) => {
            if let Some(note) = kinds::ratio_of_stay(facts, set) {
                return Some(note);
            }
            let (table, own) = rules.inpatient.ratios(facts.retired);
            let name = if own { "retired_ratio" } else { "ratio" };
            (
                format!("inpatient/{name}/values/{level}/{index}"),
                &table.source,
            )
        }
        Step::PoolUsedUp(..) => (
            "inpatient/pool_cap/values".to_owned(),
            &rules.inpatient.pool_cap.source,
        ),
        Step::OutpatientShare(.., true) => {
            let source = rules.outpatient.above.as_ref().map(|above| &above.source)?;
            (format!("outpatient/above/values/ratio/{status}"), source)
        }
        Step::OutpatientShare(..) => {
            let (_, source) = rules.outpatient.ratio_at(level, facts.retired, facts.age);
            (format!("outpatient/ratio/values/{level}"), source)
        }
        Step::OutpatientCap(..) => (
            "outpatient/cap/values".to_owned(),
            &rules.outpatient.cap.source,
        ),
        Step::LargeAmount(..) | Step::LargeAmountCap(..) => {
            let capped = matches!(step, Step::LargeAmountCap(..));
            let field = if capped { "cap" } else { "ratio" };
            let source = rules.large_amount.as_ref().map(|large| &large.source)?;
            (format!("large_amount/values/{field}"), source)
        }
        Step::CatastrophicNotCounted(..) => (
            "catastrophic/outpatient_counts/values".to_owned(),
            &rules.catastrophic.outpatient_counts.source,
        ),
        Step::CatastrophicBase(_, _, ordinary, own) if own != ordinary => (
            "catastrophic/tilt/values/threshold_share".to_owned(),
            &rules.catastrophic.tilt.source,
        ),
        Step::CatastrophicBase(..) => (
            "catastrophic/tiers/values/threshold".to_owned(),
            &rules.catastrophic.tiers.source,
        ),
        Step::CatastrophicTier(index, ..) => (
            format!("catastrophic/tiers/values/tiers/{index}"),
            &rules.catastrophic.tiers.source,
        ),
        Step::CatastrophicCap(..) => (
            "catastrophic/cap/values".to_owned(),
            &rules.catastrophic.cap.source,
        ),
        Step::NotAssisted(..) | Step::Assistance(..) | Step::AssistanceCap(..) => {
            return Some(assistance(step, facts, set));
        }
    };
    Some(ParameterNote::new(
        set,
        format!("/schemes/{scheme}/{path}"),
        source,
    ))
}

fn assistance(step: &Step, facts: &Facts, set: &ParameterSet) -> ParameterNote {
    let category = facts.category.map_or("", |category| category.code());
    let rules = &set.assistance.rules.source;
    let reach = &set.assistance.reach.source;
    let (pointer, source) = match step {
        Step::NotAssisted(NotAssisted::Outpatient) => (
            "/assistance/reach/values/outpatient_counts".to_owned(),
            reach,
        ),
        Step::NotAssisted(NotAssisted::Remote) => {
            ("/assistance/reach/values/excluded_remote".to_owned(), reach)
        }
        Step::NotAssisted(NotAssisted::NoRule) => ("/assistance/rules/values".to_owned(), rules),
        Step::AssistanceCap(..) => (format!("/assistance/rules/values/{category}/cap"), rules),
        _ => (format!("/assistance/rules/values/{category}"), rules),
    };
    ParameterNote::new(set, pointer, source)
}
