//! Random bills that reach every layer.

use domain::money::{BasisPoints, Money};
use domain::settlement::{
    Accumulators, Bill, Category, DiseaseCode, ItemClass, Level, LineItem, PersonFacts, Remote,
    Scheme, Visit, VisitKind,
};
use proptest::prelude::*;
use proptest::sample::select;

/// One random bill with the name of its parameter set.
#[derive(Debug, Clone)]
pub struct Case {
    pub set: String,
    pub scheme: Scheme,
    pub person: PersonFacts,
    pub visit: Visit,
    pub lines: Vec<LineItem>,
    pub before: Accumulators,
}

impl Case {
    pub fn bill(&self) -> Bill<'_> {
        Bill {
            scheme: self.scheme,
            person: self.person,
            visit: self.visit,
            lines: &self.lines,
            before: self.before,
        }
    }
}

/// Amounts from nothing to beyond every cap, small ones often.
pub fn amount() -> impl Strategy<Value = Money> {
    prop_oneof![
        Just(0),
        0..100i64,
        0..100_000i64,
        0..5_000_000i64,
        0..60_000_000i64
    ]
    .prop_map(Money::from_fen)
}

fn line() -> impl Strategy<Value = LineItem> {
    let ratio = prop_oneof![
        Just(0),
        Just(10_000),
        select(vec![500, 1_000, 1_500, 2_000]),
        0..=10_000i32
    ];
    (
        amount(),
        select(ItemClass::ALL),
        ratio,
        prop_oneof![4 => Just(0i64), 1 => 0..=10_000i64],
    )
        .prop_map(|(amount, class, ratio, over)| LineItem {
            amount,
            class,
            self_pay_first: BasisPoints::new(ratio),
            over_ceiling: Money::from_fen(amount.fen() / 10_000 * over),
        })
}

fn person() -> impl Strategy<Value = PersonFacts> {
    let age = prop_oneof![
        0..=120u16,
        select(vec![49, 50, 59, 60, 69, 70, 79, 80, 89, 90])
    ];
    let category = prop_oneof![Just(None), select(Category::ALL).prop_map(Some)];
    (any::<bool>(), age, category, amount(), amount()).prop_map(
        |(retired, age, category, account_balance, family_balance)| PersonFacts {
            retired,
            age,
            category,
            account_balance,
            family_balance,
        },
    )
}

/// A visit of any kind, ordinary ones often; with a disease where the kind is for one.
fn visit() -> impl Strategy<Value = Visit> {
    let disease = select(vec![DiseaseCode::HYPERTENSION, DiseaseCode::DIABETES]);
    (
        prop_oneof![
            1 => select(VisitKind::PUBLIC.to_vec()),
            1 => select(VisitKind::ALL)
        ],
        disease,
        select(Level::ALL),
        1..7u32,
        select(Remote::ALL),
    )
        .prop_map(|(kind, disease, level, admission, remote)| Visit {
            kind,
            disease: kind.needs_disease().then_some(disease),
            level,
            admission,
            remote,
        })
}

/// Nothing used yet, or anything.
pub fn accumulators() -> impl Strategy<Value = Accumulators> {
    let some = (
        amount(),
        amount(),
        amount(),
        amount(),
        amount(),
        amount(),
        amount(),
        amount(),
        amount(),
    )
        .prop_map(
            |(pool_paid, large, base, paid, used, assisted, deductible, outpatient, scope)| {
                Accumulators {
                    pool_paid,
                    large_amount_paid: large,
                    catastrophic_base: base,
                    catastrophic_paid: paid,
                    assistance_deductible_used: used,
                    assistance_paid: assisted,
                    outpatient_deductible_used: deductible,
                    outpatient_paid: outpatient,
                    outpatient_in_scope: scope,
                    ..Accumulators::ZERO
                }
            },
        );
    let special = (amount(), amount(), amount(), amount());
    let some = (some, special).prop_map(|(some, (deductible, one, other, prenatal))| {
        Accumulators {
            chronic_deductible_used: deductible,
            // Caps of these are small.
            hypertension_paid: Money::from_fen(one.fen() % 100_000),
            diabetes_paid: Money::from_fen(other.fen() % 100_000),
            prenatal_paid: Money::from_fen(prenatal.fen() % 400_000),
            ..some
        }
    });
    prop_oneof![Just(Accumulators::ZERO), some]
}

/// A random bill for one of the shipped sets: one a region, and one of an earlier year.
pub fn any_case() -> impl Strategy<Value = Case> {
    (
        select(vec!["BJ-2025", "HZ-2025", "CD-2025", "SH-2025", "HZ-2024"]),
        select(Scheme::ALL),
        person(),
        visit(),
        proptest::collection::vec(line(), 0..6),
        accumulators(),
    )
        .prop_map(|(set, scheme, person, visit, lines, before)| Case {
            set: set.to_owned(),
            // Employees do not have the benefit for two diseases.
            scheme: if visit.kind == VisitKind::TwoDiseases {
                Scheme::Resident
            } else {
                scheme
            },
            person,
            visit,
            lines,
            before,
        })
}
