//! Random bills that come through every layer.

use chrono::{Days, NaiveDate};
use domain::money::{BasisPoints, Money};
use domain::settlement::parameters::{ParameterSet, shipped_parameter_sets};
use domain::settlement::{
    Accumulators, Bill, Category, ItemClass, Level, LineItem, PersonFacts, Remote, Scheme, Visit,
    VisitKind,
};
use serde_json::{Value, json};

use crate::numbers::Numbers;

/// How long after a set's beginning a bill may be dated, in days.
const DAYS: u32 = 300;
/// What an item costs at most, one limit a bill, so that small and large bills are as frequent.
const PRICES: [u32; 6] = [100, 10_000, 200_000, 1_500_000, 6_000_000, 40_000_000];

/// One bill of one person, under one of the shipped sets.
pub(crate) struct RandomBill {
    pub(crate) set: &'static ParameterSet,
    pub(crate) day: NaiveDate,
    scheme: Scheme,
    person: PersonFacts,
    visit: Visit,
    lines: Vec<LineItem>,
    before: Accumulators,
}

impl RandomBill {
    pub(crate) fn new(numbers: &mut Numbers) -> Self {
        let count = match numbers.below(20) {
            0 => 0,
            1 => 1,
            2 => 20 + numbers.below(60),
            _ => 1 + numbers.below(18),
        };
        Self::with_lines(numbers, count)
    }

    /// A bill of so many lines.
    pub(crate) fn with_lines(numbers: &mut Numbers, count: u32) -> Self {
        let sets = shipped_parameter_sets();
        let price = numbers.one_of(&PRICES, 100);
        let choice = usize::try_from(numbers.below(1_000_000)).unwrap_or_default() % sets.len();
        let set = &sets[choice];
        Self {
            set,
            day: day(numbers, set),
            scheme: numbers.one_of(Scheme::ALL, Scheme::Resident),
            person: person(numbers),
            visit: Visit {
                kind: numbers.one_of(
                    &[VisitKind::Inpatient, VisitKind::Outpatient],
                    VisitKind::Inpatient,
                ),
                level: numbers.one_of(Level::ALL, Level::L3),
                disease: None,
                admission: 1 + numbers.below(6),
                remote: numbers.one_of(Remote::ALL, Remote::Local),
            },
            lines: (0..count).map(|_| line(numbers, price)).collect(),
            before: accumulators(numbers),
        }
    }

    /// As the engine takes it.
    pub(crate) fn bill(&self) -> Bill<'_> {
        Bill {
            scheme: self.scheme,
            person: self.person,
            visit: self.visit,
            lines: &self.lines,
            before: self.before,
        }
    }

    /// As the public JSON asks for it.
    pub(crate) fn request(&self) -> Value {
        json!({
            "region": self.set.region,
            "date": self.day,
            "scheme": self.scheme,
            "person": self.person,
            "visit": self.visit,
            "lines": self.lines,
            "accumulators": self.before,
        })
    }
}

/// A day on which the set is in force.
fn day(numbers: &mut Numbers, set: &ParameterSet) -> NaiveDate {
    let day = set.effective.from + Days::new(u64::from(numbers.below(DAYS)));
    set.effective.through.map_or(day, |last| last.min(day))
}

fn person(numbers: &mut Numbers) -> PersonFacts {
    const STEPS: [u16; 10] = [49, 50, 59, 60, 69, 70, 79, 80, 89, 90];
    let age = u16::try_from(numbers.below(121)).unwrap_or_default();
    let account = numbers.once_in(2).then(|| numbers.amount());
    let family = numbers.once_in(2).then(|| numbers.amount());
    let hardship = numbers.once_in(2);
    PersonFacts {
        retired: numbers.once_in(2),
        age: if numbers.once_in(4) {
            numbers.one_of(&STEPS, age)
        } else {
            age
        },
        category: hardship.then(|| numbers.one_of(Category::ALL, Category::Subsistence)),
        account_balance: account.unwrap_or_default(),
        family_balance: family.unwrap_or_default(),
    }
}

fn line(numbers: &mut Numbers, price: u32) -> LineItem {
    let amount = if numbers.once_in(10) {
        Money::ZERO
    } else {
        numbers.fen(price)
    };
    let ceiling = i64::from(numbers.below(10_001));
    let any = i32::try_from(numbers.below(10_001)).unwrap_or_default();
    LineItem {
        amount,
        class: numbers.one_of(ItemClass::ALL, ItemClass::A),
        self_pay_first: BasisPoints::new(
            numbers.one_of(&[0, 500, 1_000, 1_500, 2_000, 10_000, any], any),
        ),
        over_ceiling: if numbers.once_in(5) {
            Money::from_fen(amount.fen() * ceiling / 10_000)
        } else {
            Money::ZERO
        },
    }
}

fn accumulators(numbers: &mut Numbers) -> Accumulators {
    if numbers.once_in(3) {
        return Accumulators::ZERO;
    }
    let mut before = Accumulators::ZERO;
    before.pool_paid = numbers.amount();
    before.large_amount_paid = numbers.amount();
    before.catastrophic_base = numbers.amount();
    before.catastrophic_paid = numbers.amount();
    before.assistance_deductible_used = numbers.amount();
    before.assistance_paid = numbers.amount();
    before.outpatient_deductible_used = numbers.amount();
    before.outpatient_paid = numbers.amount();
    before.outpatient_in_scope = numbers.amount();
    before
}
