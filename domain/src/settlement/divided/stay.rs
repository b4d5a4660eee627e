//! A stay in hospital across the end of a year.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::days::Days;
use super::part::Prefaced;
use super::{Divided, Left, Part, Portion, after_accounts};
use crate::money::Money;
use crate::settlement::case::Case;
use crate::settlement::check::check;
use crate::settlement::deductible;
use crate::settlement::engine::settle_by;
use crate::settlement::parameters::{ParameterSet, YearAttribution, YearEnd, YearEndDeductible};
use crate::settlement::plan::{Carried, DeductibleRule, Plan};
use crate::settlement::{
    Accumulators, Bill, LineItem, PartOf, PersonFacts, Refusal, RefusalCode, Scheme, Trace, Visit,
};

/// An item and the day on which it was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatedLine {
    /// The item.
    pub item: LineItem,
    /// The day; `None` spreads the item evenly over the days of the stay.
    #[serde(default)]
    pub day: Option<NaiveDate>,
}

/// What one year brings to a stay.
#[derive(Debug, Clone, Copy)]
pub struct StayYear<'a> {
    /// The calendar year, which is the benefit year.
    pub year: i32,
    /// The parameters for the part of the stay in this year.
    pub set: &'a ParameterSet,
    /// The year's accumulators before the stay.
    pub before: Accumulators,
    /// Which admission of the year the stay is, from 1.
    pub admission: u32,
}

/// A stay, possibly across the end of one year or several.
#[derive(Debug, Clone, Copy)]
pub struct Stay<'a> {
    /// Which basic insurance covers the person.
    pub scheme: Scheme,
    /// The person, as on the day of discharge.
    pub person: PersonFacts,
    /// The visit, of a kind that is a stay. Its number of admission counts for nothing; those of
    /// the years do.
    pub visit: Visit,
    /// The day of admission.
    pub admitted_on: NaiveDate,
    /// The day of discharge.
    pub discharged_on: NaiveDate,
    /// The items.
    pub lines: &'a [DatedLine],
    /// Every year from admission to discharge, once, in any order.
    pub years: &'a [StayYear<'a>],
}

/// Settles a stay by the rule for the end of a year that the parameters of its day of discharge
/// have. A divided stay is settled year by year, the earliest first, each part by the parameters
/// and on the accumulators of its own year; accounts pay for the earlier part first. A year on
/// which nothing falls is left out.
///
/// # Errors
/// Every reason why it is refused; `no_rule_for_kind` at `/discharged_on` where the parameters
/// say nothing about the end of a year.
pub fn settle_stay(stay: &Stay<'_>) -> Result<Divided, Vec<Refusal>> {
    let refusals = refusals(stay);
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let years: BTreeMap<i32, &StayYear<'_>> =
        stay.years.iter().map(|year| (year.year, year)).collect();
    let (first, last) = (stay.admitted_on.year(), stay.discharged_on.year());
    let Some(of_discharge) = years.get(&last).copied() else {
        return Err(vec![Refusal::new("/years", RefusalCode::YearMissing)]);
    };
    let whole = || {
        stay.lines
            .iter()
            .map(|line| line.item)
            .enumerate()
            .collect()
    };
    let rule = if first == last {
        None
    } else {
        let Some(rule) = &of_discharge.set.other.year_end else {
            let code = RefusalCode::NoRuleForKind;
            return Err(vec![Refusal::new("/discharged_on", code)]);
        };
        Some(rule.values)
    };
    let pieces: Vec<Piece<'_>> = match rule {
        None => vec![(PartOf::Year(last), of_discharge, whole())],
        Some(rule) if rule.attribution == YearAttribution::Discharge => {
            vec![(PartOf::DischargeYear(last), of_discharge, whole())]
        }
        Some(_) => {
            let mut pieces: Vec<Piece<'_>> = years
                .range(first..=last)
                .map(|(year, given)| {
                    let days = (stay.admitted_on, stay.discharged_on);
                    let lines = lines_in_year(days, stay.lines, *year);
                    (PartOf::Year(*year), *given, lines)
                })
                .filter(|(_, _, lines)| !lines.is_empty())
                .collect();
            if pieces.is_empty() {
                pieces.push((PartOf::Year(last), of_discharge, Vec::new()));
            }
            pieces
        }
    };
    settle_pieces(stay, rule, pieces).map_err(|refusal| vec![refusal])
}

/// A part, its year and its items with their places in the whole bill.
type Piece<'a> = (PartOf, &'a StayYear<'a>, Vec<(usize, LineItem)>);

fn settle_pieces(
    stay: &Stay<'_>,
    rule: Option<YearEnd>,
    pieces: Vec<Piece<'_>>,
) -> Result<Divided, Refusal> {
    let total: Money = stay.lines.iter().map(|line| line.item.amount).sum();
    let once = rule.is_none_or(|rule| rule.deductible == YearEndDeductible::Once);
    let mut person = stay.person;
    let mut carried: Option<DeductibleRule> = None;
    let mut parts = Vec::with_capacity(pieces.len());
    for (part, year, lines) in pieces {
        let (items, lines): (Vec<usize>, Vec<LineItem>) = lines.into_iter().unzip();
        let bill = Bill {
            scheme: stay.scheme,
            person,
            visit: Visit {
                admission: year.admission,
                ..stay.visit
            },
            lines: &lines,
            before: year.before,
        };
        let mut plan = Plan::of(year.set, &bill)?;
        let left = carried.filter(|_| once);
        plan.deductible = left.unwrap_or(plan.deductible);
        let portion = Portion {
            part,
            total,
            is_told: rule.is_some(),
            left: left.map(|left| match left {
                DeductibleRule::Carried(carried) => Left::Carried(carried),
                _ => Left::None,
            }),
        };
        let mut trace = Trace::new();
        let mut sink = Prefaced {
            trace: &mut trace,
            preface: portion.preface(&bill),
        };
        let settled = settle_by(year.set, &bill, plan, &mut sink);
        let case = Case::new(year.set, &bill, plan);
        carried = Some(left_for_later(&case, settled.settlement.deductible));
        let visit = bill.visit;
        parts.push(Part {
            portion,
            set: year.set.id.clone(),
            settled,
            trace,
            scheme: stay.scheme,
            person,
            visit,
            before: year.before,
            lines,
            items,
        });
        person = after_accounts(person, &settled.settlement);
    }
    Ok(Divided { parts })
}

/// The deductible of a later part, after `taken` came off this one.
fn left_for_later(case: &Case<'_>, taken: Money) -> DeductibleRule {
    match case.plan.deductible {
        DeductibleRule::Admission => {
            let (_, by_rule, _) = deductible::of_stay(case);
            DeductibleRule::Carried(Carried { by_rule, taken })
        }
        DeductibleRule::Carried(Carried {
            by_rule,
            taken: before,
        }) => DeductibleRule::Carried(Carried {
            by_rule,
            taken: before + taken,
        }),
        _ => DeductibleRule::None,
    }
}

/// What falls on the days of `year` in a stay from the first day through the second: the items of
/// its days, and its share of those without one. Each with its place in `lines`.
#[must_use]
pub fn lines_in_year(
    (admitted_on, discharged_on): (NaiveDate, NaiveDate),
    lines: &[DatedLine],
    year: i32,
) -> Vec<(usize, LineItem)> {
    let days = Days::new(admitted_on, discharged_on).of_year(year);
    let of_year = |line: &DatedLine| match line.day {
        Some(day) => (day.year() == year).then_some(line.item),
        None => Some(days.share(&line.item)).filter(|share| !share.amount.is_zero()),
    };
    let lines = lines.iter().enumerate();
    lines
        .filter_map(|(place, line)| of_year(line).map(|item| (place, item)))
        .collect()
}

fn refusals(stay: &Stay<'_>) -> Vec<Refusal> {
    let lines: Vec<LineItem> = stay.lines.iter().map(|line| line.item).collect();
    let bill = |lines, before, admission| Bill {
        scheme: stay.scheme,
        person: stay.person,
        visit: Visit {
            admission,
            ..stay.visit
        },
        lines,
        before,
    };
    let mut refusals = check(&bill(&lines, Accumulators::ZERO, 1));
    let mut refuse = |pointer: String, code| refusals.push(Refusal { pointer, code });
    if !stay.visit.kind.is_stay() {
        refuse("/visit/kind".to_owned(), RefusalCode::WrongKind);
    }
    if stay.discharged_on < stay.admitted_on {
        let code = RefusalCode::EndsBeforeItBegins;
        refuse("/discharged_on".to_owned(), code);
    }
    for (index, line) in stay.lines.iter().enumerate() {
        let inside = |day| stay.admitted_on <= day && day <= stay.discharged_on;
        if line.day.is_some_and(|day| !inside(day)) {
            refuse(format!("/lines/{index}/day"), RefusalCode::DayOutsideStay);
        }
    }
    for (index, year) in stay.years.iter().enumerate() {
        for refusal in check(&bill(&[], year.before, year.admission)) {
            let of_year = match refusal.pointer.strip_prefix("/visit") {
                Some("/admission") => "/admission",
                _ if refusal.pointer.starts_with("/accumulators") => refusal.pointer.as_str(),
                _ => continue,
            };
            refuse(format!("/years/{index}{of_year}"), refusal.code);
        }
    }
    let span = stay.admitted_on.year()..=stay.discharged_on.year();
    let given = stay.years.iter().map(|year| year.year);
    let mut given: Vec<i32> = given.filter(|year| span.contains(year)).collect();
    given.sort_unstable();
    given.dedup();
    let wanted = i64::from(*span.end()) - i64::from(*span.start()) + 1;
    if i64::try_from(given.len()).unwrap_or(i64::MAX) < wanted {
        refuse("/years".to_owned(), RefusalCode::YearMissing);
    }
    refusals
}
