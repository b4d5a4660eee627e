//! What must hold for every settlement, whatever the bill.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "support/bills.rs"]
mod support;

use domain::money::Money;
use domain::settlement::parameters::{ParameterSet, shipped_parameter_sets};
use domain::settlement::{
    Accumulators, Balances, ItemClass, KindRule, Layer, LineItem, NoTrace, RefusalCode, Settled,
    Step, Trace, VisitKind, settle,
};
use proptest::prelude::*;
use support::{Case, any_case};

fn set_of(case: &Case) -> &'static ParameterSet {
    shipped_parameter_sets()
        .iter()
        .find(|set| set.id == case.set)
        .unwrap()
}

fn settled(case: &Case) -> Settled {
    settle(set_of(case), &case.bill(), &mut NoTrace).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn the_bill_adds_up(case in any_case()) {
        let s = settled(&case).settlement;
        prop_assert_eq!(s.total_fee, s.fully_self_paid + s.over_ceiling + s.self_pay_first + s.in_scope_amount);
        prop_assert_eq!(s.total_fee, s.fund_paid() + s.personal_burden());
        prop_assert_eq!(s.personal_burden(), s.account_paid + s.cash_paid);
        prop_assert!(s.family_account_paid <= s.account_paid);
        prop_assert!(s.own_account_paid() <= case.person.account_balance);
        prop_assert!(s.family_account_paid <= case.person.family_balance);
        for amount in [
            s.total_fee, s.fully_self_paid, s.over_ceiling, s.self_pay_first, s.in_scope_amount,
            s.deductible, s.pool_fund_paid, s.large_amount_paid, s.catastrophic_paid,
            s.assistance_paid, s.account_paid, s.family_account_paid, s.cash_paid,
        ] {
            prop_assert!(!amount.is_negative());
        }
        // Every fund pays at most what the layer before it left.
        let after_deductible = s.in_scope_amount - s.deductible;
        prop_assert!(!after_deductible.is_negative());
        prop_assert!(s.pool_fund_paid <= after_deductible);
        let after_pool = after_deductible - s.pool_fund_paid;
        prop_assert!(s.large_amount_paid <= after_pool);
        let burden = s.in_scope_amount - s.pool_fund_paid - s.large_amount_paid;
        prop_assert!(s.catastrophic_paid <= burden);
        prop_assert!(s.assistance_paid <= burden - s.catastrophic_paid);
    }

    #[test]
    fn caps_are_never_exceeded(case in any_case()) {
        let settled = settled(&case);
        let rules = set_of(&case).rules(case.scheme);
        let within = |cap: Option<Money>, before: Money, paid: Money| {
            cap.is_none_or(|cap| paid <= (cap - before).or_zero())
        };
        let (s, before) = (settled.settlement, case.before);
        // Whatever the pool pays is bounded by one cap, and counted under it.
        let change = settled.change;
        prop_assert!(within(rules.inpatient.pool_cap.values, before.pool_paid, change.pool_paid));
        prop_assert!(within(rules.outpatient.cap_for(case.person.retired), before.outpatient_paid, change.outpatient_paid));
        let other = &set_of(&case).other;
        if let Some(two) = other.two_diseases.values {
            prop_assert!(within(Some(two.caps.hypertension), before.hypertension_paid, change.hypertension_paid));
            prop_assert!(within(Some(two.caps.diabetes), before.diabetes_paid, change.diabetes_paid));
        }
        let prenatal = other.maternity_care.as_ref().and_then(|care| care.values.get(case.scheme).prenatal.cap);
        prop_assert!(within(prenatal, before.prenatal_paid, change.prenatal_paid));
        let counted = change.pool_paid + change.outpatient_paid + change.hypertension_paid
            + change.diabetes_paid + change.prenatal_paid;
        prop_assert_eq!(counted, s.pool_fund_paid);
        let large = rules.large_amount.as_ref().map(|large| large.values.cap);
        prop_assert!(within(large.unwrap_or(Some(Money::ZERO)), before.large_amount_paid, s.large_amount_paid));
        let tilted = case.person.category.is_some_and(|category| rules.catastrophic.tilt.values.categories.contains(&category));
        if !tilted {
            prop_assert!(within(rules.catastrophic.cap.values, before.catastrophic_paid, s.catastrophic_paid));
        }
        match case.person.category.and_then(|category| set_of(&case).assistance.rules.values.get(category)) {
            Some(rule) => prop_assert!(within(rule.cap, before.assistance_paid, s.assistance_paid)),
            None => prop_assert!(s.assistance_paid.is_zero()),
        }
    }

    #[test]
    fn the_trace_changes_nothing_and_adds_up(case in any_case()) {
        let mut trace = Trace::new();
        let traced = settle(set_of(&case), &case.bill(), &mut trace).unwrap();
        prop_assert_eq!(traced, settled(&case));
        let s = traced.settlement;
        for (layer, amount) in [
            (Layer::Lines, s.in_scope_amount),
            (Layer::Deductible, s.deductible),
            (Layer::Pool, s.pool_fund_paid),
            (Layer::LargeAmount, s.large_amount_paid),
            (Layer::Catastrophic, s.catastrophic_paid),
            (Layer::Assistance, s.assistance_paid),
            (Layer::Accounts, s.account_paid),
            (Layer::Cash, s.cash_paid),
        ] {
            let told: Money = trace.steps.iter().filter(|step| step.layer() == layer).map(|step| step.output()).sum();
            prop_assert_eq!(told, amount, "{}", layer);
        }
        prop_assert!(trace.steps.is_sorted_by_key(|step| step.layer()));
        let json = serde_json::to_string(&trace).unwrap();
        prop_assert!(json.len() <= 1_450, "{} bytes", json.len());
        prop_assert_eq!(serde_json::from_str::<Trace>(&json).unwrap(), trace);
    }

    /// S = D + what is shared + what a used-up pool leaves over; no fen of S gets lost between.
    #[test]
    fn each_fen_in_scope_is_deducted_shared_or_left_over(case in any_case()) {
        let mut trace = Trace::new();
        let s = settle(set_of(&case), &case.bill(), &mut trace).unwrap().settlement;
        let (mut reached, mut shared, mut wanted) = (s.deductible, Money::ZERO, Money::ZERO);
        let (mut left_over, mut to_large_amount, mut capped) = (Money::ZERO, Money::ZERO, None);
        for step in &trace.steps {
            match *step {
                Step::PoolBracket(_, from, to, .., pays) => {
                    prop_assert_eq!(from, reached, "brackets touch");
                    (reached, shared, wanted) = (to, shared + (to - from), wanted + pays);
                }
                Step::PoolUsedUp(_, _, rest) => left_over = rest,
                Step::OutpatientShare(expense, _, _, _, pays, _) => {
                    (shared, wanted) = (shared + expense, wanted + pays);
                }
                Step::OwnShare(expense, _, _, _, pays) => {
                    (shared, wanted) = (shared + expense, wanted + pays);
                }
                Step::OutpatientCap(_, _, before, paid) | Step::OwnCap(_, _, before, paid) => capped = Some((before, paid)),
                Step::LargeAmount(expense, ..) => to_large_amount = expense,
                _ => {}
            }
        }
        prop_assert_eq!(s.in_scope_amount, s.deductible + shared + left_over);
        let rules = set_of(&case).rules(case.scheme);
        let like_outpatient = trace.steps.iter().any(|step| matches!(step,
            Step::OutpatientDeductible(..) | Step::Kind(KindRule::TwoDiseases | KindRule::Prenatal, ..)));
        match like_outpatient {
            false => {
                prop_assert_eq!(wanted, s.pool_fund_paid);
                prop_assert_eq!(capped, None);
                // Only a pool that is used up leaves anything over, and all of it goes on.
                if !left_over.is_zero() {
                    let cap = rules.inpatient.pool_cap.values.unwrap();
                    prop_assert_eq!(case.before.pool_paid + s.pool_fund_paid, cap.max(case.before.pool_paid));
                }
                let goes_on = if rules.large_amount.is_some() { left_over } else { Money::ZERO };
                prop_assert_eq!(to_large_amount, goes_on);
            }
            true => {
                // All above the deductible is shared; the cap cuts the payment, not the expense.
                prop_assert_eq!((left_over, to_large_amount), (Money::ZERO, Money::ZERO));
                prop_assert_eq!(capped.unwrap_or((wanted, wanted)), (wanted, s.pool_fund_paid));
            }
        }
    }

    #[test]
    fn a_refund_restores_everything(case in any_case()) {
        let settled = settled(&case);
        let refund = settled.reverse();
        prop_assert_eq!(settled.after + refund.change, case.before);
        let paid = settled.settlement;
        let held = Balances { own: case.person.account_balance, family: case.person.family_balance };
        let left = Balances { own: held.own - paid.own_account_paid(), family: held.family - paid.family_account_paid };
        prop_assert_eq!(settled.undo(settled.after, left), Ok((case.before, held)));
        // Totals that lack what is to be taken back are refused, never made negative.
        if settled.change != Accumulators::ZERO {
            prop_assert_eq!(settled.undo(Accumulators::ZERO, left).unwrap_err().code, RefusalCode::NotInTotals);
        }
        let zero = refund.settlement.total_fee + settled.settlement.total_fee;
        prop_assert!(zero.is_zero());
        prop_assert_eq!(refund.settlement.fund_paid(), -settled.settlement.fund_paid());
        prop_assert_eq!(refund.settlement.cash_paid, -settled.settlement.cash_paid);
        prop_assert_eq!(refund.settlement.negated(), settled.settlement);
    }

    /// However the year's burden is split into visits, catastrophic cover pays the same.
    #[test]
    fn splitting_a_year_changes_nothing(case in any_case(), cuts in proptest::collection::vec(0..60_000_000i64, 1..5)) {
        // A used-up pool and large-amount layer leave the whole expense to catastrophic cover; a
        // layer without a limit is never used up.
        let large = set_of(&case).rules(case.scheme).large_amount.as_ref();
        prop_assume!(large.is_none_or(|large| large.values.cap.is_some()));
        let full = Accumulators { pool_paid: Money::LARGEST, large_amount_paid: Money::LARGEST, ..Accumulators::ZERO };
        let pay = |amounts: &[i64]| {
            let mut year = full;
            for amount in amounts {
                let mut one = case.clone();
                one.visit.kind = VisitKind::Inpatient;
                one.visit.disease = None;
                one.before = year;
                one.lines = vec![LineItem {
                    amount: Money::from_fen(*amount),
                    class: ItemClass::A,
                    self_pay_first: domain::money::BasisPoints::ZERO,
                    over_ceiling: Money::ZERO,
                }];
                year = settled(&one).after;
            }
            (year.catastrophic_base, year.catastrophic_paid)
        };
        prop_assert_eq!(pay(&cuts), pay(&[cuts.iter().sum()]));
    }

    #[test]
    fn more_cover_elsewhere_never_costs_more(case in any_case()) {
        // Treatment at home never leaves a person with more to pay than the same elsewhere.
        let mut home = case.clone();
        home.visit.remote = domain::settlement::Remote::Local;
        let (home, away) = (settled(&home).settlement, settled(&case).settlement);
        prop_assert!(home.pool_fund_paid + home.large_amount_paid >= away.pool_fund_paid + away.large_amount_paid);
    }
}
