//! What a stay in hospital would mean, by level.

use super::{Known, View};
use crate::money::{BasisPoints, Money};
use crate::settlement::{Level, RepeatEffect, deductible_at_admission};

/// A stay at one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InpatientUsage {
    /// The level.
    pub level: Level,
    /// The deductible of the first admission of a year, in fen.
    pub first_deductible: Money,
    /// The deductible of the next admission, in fen.
    pub deductible: Known<Money>,
    /// What the number of the admission did to it.
    pub repeat: RepeatEffect,
    /// The pool's ratios at home, by stretch of the in-scope amount.
    pub ratios: Known<Vec<RatioBand>>,
}

/// A ratio for a stretch of the in-scope amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RatioBand {
    /// From this amount, in fen.
    pub above: Money,
    /// To this amount, in fen; `None` = no end.
    pub until: Option<Money>,
    /// What the pool pays, the age bonus included.
    pub ratio: BasisPoints,
}

pub(super) fn at(view: &View<'_>, level: Level, admission: u32) -> InpatientUsage {
    let rules = &view.rules.inpatient;
    let table = *rules.deductible.values.get(level);
    let (by_rule, repeat) = deductible_at_admission(table, rules.repeat.values, admission);
    let deductible = if repeat == RepeatEffect::None {
        let path = format!("inpatient/deductible/values/{level}");
        view.known(&path, by_rule, &rules.deductible.source)
    } else {
        view.known("inpatient/repeat/values", by_rule, &rules.repeat.source)
    };
    let (ratios, own) = rules.ratios(view.person.retired);
    let bonus = rules.bonus(view.person.age);
    let mut above = Money::ZERO;
    let mut bands = Vec::new();
    for bracket in ratios.values.get(level) {
        let ratio = bracket.ratio.raised_by(bonus);
        bands.push(RatioBand {
            above,
            until: bracket.until,
            ratio,
        });
        above = bracket.until.unwrap_or(above);
    }
    let name = if own { "retired_ratio" } else { "ratio" };
    InpatientUsage {
        level,
        first_deductible: table,
        deductible,
        repeat,
        ratios: view.known(
            &format!("inpatient/{name}/values/{level}"),
            bands,
            &ratios.source,
        ),
    }
}
