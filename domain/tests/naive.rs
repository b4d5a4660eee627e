//! An independent computation of settlements, straight from the rules in plain words and from
//! the reading shape of the parameters, compared with the engine over thousands of bills of every
//! kind, divided ones too.
//!
//! It shares nothing with the engine but the public types: exact fractions instead of rounded
//! products on the way, one fen at a time where a walk is needed would be too slow, so
//! stretches are found by searching the point where the pool is used up.

#![expect(
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

#[path = "support/bills.rs"]
mod support;

#[path = "support/book.rs"]
mod book;
#[path = "support/figures.rs"]
mod figures;

#[path = "support/divided.rs"]
mod divided;

use book::{Amounts, by_the_book, by_the_book_with};
use chrono::{Datelike, NaiveDate};
use divided::{AnyStay, any_chronic, any_stay};
use domain::money::Money;
use domain::settlement::parameters::{ParameterSet, shipped_parameter_sets};
use domain::settlement::{
    Accumulators, Divided, LineItem, NoTrace, Settled, VisitKind, settle, settle_chronic,
    settle_stay,
};
use figures::{number, round};
use proptest::prelude::*;
use support::{Case, any_case};

const NAMES: [&str; 15] = [
    "medfee_sumamt",
    "fulamt_ownpay_amt",
    "overlmt_selfpay",
    "preselfpay_amt",
    "inscp_scp_amt",
    "act_pay_dedc",
    "hifp_pay",
    "hifob_pay",
    "hifmi_pay",
    "maf_pay",
    "fund_pay_sumamt",
    "psn_part_amt",
    "acct_pay",
    "acct_mulaid_pay",
    "psn_cash_pay",
];

fn set_of(id: &str) -> Option<&'static ParameterSet> {
    shipped_parameter_sets().iter().find(|set| set.id == id)
}

fn by_the_engine(case: &Case) -> Amounts {
    let settled = set_of(&case.set).map(|set| settle(set, &case.bill(), &mut NoTrace));
    settled
        .and_then(Result::ok)
        .map_or_else(Amounts::new, |settled| told(&settled))
}

/// What the engine says, under the names of the book.
fn told(settled: &Settled) -> Amounts {
    let national = serde_json::to_value(settled.settlement.national()).unwrap_or_default();
    let totals = settled
        .after
        .named()
        .into_iter()
        .chain(settled.after.special());
    let amounts = NAMES.map(|name| (name, number(&national[name]).unwrap_or(-1)));
    totals
        .map(|(name, value)| (name, i128::from(value.fen())))
        .chain(amounts)
        .collect()
}

fn told_parts(divided: &Divided) -> Vec<Amounts> {
    divided
        .parts
        .iter()
        .map(|part| told(&part.settled))
        .collect()
}

/// The same case after a part of its bill was settled: accounts and, within a year, totals.
fn after(case: &Case, part: &Amounts) -> Case {
    let mut next = case.clone();
    let own = fen(part["acct_pay"] - part["acct_mulaid_pay"]);
    next.person.account_balance -= own;
    next.person.family_balance -= fen(part["acct_mulaid_pay"]);
    next
}

fn fen(amount: i128) -> Money {
    Money::from_fen(i64::try_from(amount).unwrap_or(-1))
}

/// The accumulators that a part left, read back by their names.
fn totals(part: &Amounts) -> Accumulators {
    let named = Accumulators::ZERO
        .named()
        .into_iter()
        .chain(Accumulators::ZERO.special());
    let fields = named.map(|(name, _)| (name.to_owned(), serde_json::json!(fen(part[name]))));
    serde_json::from_value(fields.collect()).unwrap_or_default()
}

/// A bill with some items for a certified disease, by the book: those first, then the others.
fn chronic_by_the_book(case: &Case, for_disease: &[bool]) -> Vec<Amounts> {
    let of = |wanted: bool| -> Vec<LineItem> {
        let lines = case.lines.iter().zip(for_disease);
        lines
            .filter(|(_, flag)| **flag == wanted)
            .map(|(line, _)| *line)
            .collect()
    };
    let mut parts = Vec::new();
    let mut rest = case.clone();
    if for_disease.contains(&true) || case.lines.is_empty() {
        let mut first = case.clone();
        first.lines = of(true);
        let part = by_the_book(&first);
        rest = after(case, &part);
        rest.before = totals(&part);
        parts.push(part);
    }
    if for_disease.contains(&false) {
        rest.lines = of(false);
        rest.visit.kind = VisitKind::Outpatient;
        rest.visit.disease = None;
        parts.push(by_the_book(&rest));
    }
    parts
}

/// A stay by the book: day by day for what has no day of its own.
fn stay_by_the_book(stay: &AnyStay) -> Vec<Amounts> {
    let (from, to) = (stay.admitted_on, stay.discharged_on);
    let discharge = ["HZ-2025", "HZ-2024", "SH-2025"].contains(&stay.case.set.as_str());
    let mut days: Vec<NaiveDate> = from.iter_days().take_while(|day| *day < to).collect();
    if days.is_empty() {
        days.push(from);
    }
    let whole = i128::try_from(days.len()).unwrap_or(1);
    let count = |year: i32| {
        let until = days.iter().filter(|day| day.year() <= year).count();
        i128::try_from(until).unwrap_or(0)
    };
    let mut parts = Vec::new();
    let mut person = stay.case.clone();
    let mut rule: Option<(i128, i128)> = None;
    for year in &stay.years {
        let mut lines = Vec::new();
        for line in &stay.lines {
            let place = if discharge {
                to.year()
            } else {
                line.day.map_or(0, |day| day.year())
            };
            if place == year.year {
                lines.push(line.item);
            } else if place == 0 {
                let share = |amount: Money| {
                    let up_to = |days| round(i128::from(amount.fen()) * days, whole);
                    fen(up_to(count(year.year)) - up_to(count(year.year - 1)))
                };
                let over_ceiling = share(line.item.over_ceiling);
                let amount = over_ceiling + share(line.item.amount - line.item.over_ceiling);
                if amount > Money::ZERO {
                    lines.push(LineItem {
                        amount,
                        over_ceiling,
                        ..line.item
                    });
                }
            }
        }
        let only = from.year() == to.year() || discharge;
        let nothing = parts.is_empty() && year.year == to.year();
        if lines.is_empty() && !nothing || only && year.year != to.year() {
            continue;
        }
        person.lines = lines;
        person.before = year.before;
        person.visit.admission = year.admission;
        let left = rule.map(|(by_rule, taken)| (by_rule - taken).max(0));
        let part = by_the_book_with(&person, left);
        let taken = part["act_pay_dedc"];
        // By rule: what a bill of great size would bear.
        let mut great = person.clone();
        great.lines = vec![LineItem {
            amount: Money::from_yuan(1_000_000),
            class: domain::settlement::ItemClass::A,
            self_pay_first: domain::money::BasisPoints::ZERO,
            over_ceiling: Money::ZERO,
        }];
        let by_rule = || by_the_book(&great)["act_pay_dedc"];
        rule = Some(match rule {
            None => (by_rule(), taken),
            Some((amount, before)) => (amount, before + taken),
        });
        person = after(&person, &part);
        parts.push(part);
    }
    parts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn engine_and_book_agree(case in any_case()) {
        prop_assert_eq!(by_the_engine(&case), by_the_book(&case));
    }

    #[test]
    fn engine_and_book_divide_chronic_bills_alike(any in any_chronic()) {
        let divided = set_of(&any.case.set).map(|set| settle_chronic(set, &any.bill()));
        let parts = divided.and_then(Result::ok).map(|divided| told_parts(&divided));
        let flags: Vec<bool> = any.lines.iter().map(|line| line.for_disease).collect();
        prop_assert_eq!(parts, Some(chronic_by_the_book(&any.case, &flags)));
    }

    #[test]
    fn engine_and_book_divide_stays_alike(stay in any_stay()) {
        let years = stay.years();
        let parts = settle_stay(&stay.stay(&years)).map(|divided| told_parts(&divided));
        prop_assert_eq!(parts, Ok(stay_by_the_book(&stay)));
    }
}
