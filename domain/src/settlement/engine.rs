//! The layers, one after the other.

use super::case::Case;
use super::parameters::ParameterSet;
use super::plan::{DeductibleRule, OUTPATIENT, Plan, PoolRule, STAY};
use super::{
    Accumulators, Bill, Facts, Refusal, Settled, Settlement, Step, TraceSink, VisitKind, accounts,
    assistance, catastrophic, check, deductible, large_amount, lines, pool,
};
use crate::money::Money;

/// Settles one bill by the rules of `set`. Needs no memory of its own unless the sink does.
///
/// # Errors
/// Every reason why the bill is refused, each with its place in the input.
pub fn settle<T: TraceSink>(
    set: &ParameterSet,
    bill: &Bill<'_>,
    trace: &mut T,
) -> Result<Settled, Vec<Refusal>> {
    if !check::is_sound(bill) {
        return Err(check::check(bill));
    }
    // The ordinary kinds get code of their own, in which their plan is a constant.
    match bill.visit.kind {
        VisitKind::Inpatient => Ok(layers(set, bill, STAY, trace)),
        VisitKind::Outpatient => Ok(layers(set, bill, OUTPATIENT, trace)),
        _ => {
            let plan = Plan::of(set, bill).map_err(|refusal| vec![refusal])?;
            Ok(settle_by(set, bill, plan, trace))
        }
    }
}

/// Settles a bill that has been checked, by the plan for its kind.
#[inline(never)]
pub(super) fn settle_by<T: TraceSink>(
    set: &ParameterSet,
    bill: &Bill<'_>,
    plan: Plan,
    trace: &mut T,
) -> Settled {
    layers(set, bill, plan, trace)
}

#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
fn layers<T: TraceSink>(set: &ParameterSet, bill: &Bill<'_>, plan: Plan, trace: &mut T) -> Settled {
    if T::WANTED {
        trace.begin(facts(bill));
        if let Some((rule, ratio, deductible)) = plan.told {
            trace.push(Step::Kind(rule, ratio, deductible));
        }
    }
    let case = Case::new(set, bill, plan);
    let split = lines::split(bill.lines, trace);
    let deductible = deductible::take(&case, split.in_scope, trace);
    let pool = pool::pay(&case, split.in_scope, deductible, trace);
    let large = large_amount::pay(&case, pool.handed_over, trace);
    let burden = split.in_scope - pool.paid - large;
    let catastrophic = catastrophic::pay(&case, burden, trace);
    let assistance = assistance::pay(&case, burden - catastrophic.paid, trace);

    let fund = pool.paid + large + catastrophic.paid + assistance.paid;
    let personal = split.total - fund;
    let accounts = accounts::pay(&case, personal, trace);
    let settlement = Settlement {
        total_fee: split.total,
        fully_self_paid: split.fully_self_paid,
        over_ceiling: split.over_ceiling,
        self_pay_first: split.self_pay_first,
        in_scope_amount: split.in_scope,
        deductible,
        pool_fund_paid: pool.paid,
        large_amount_paid: large,
        catastrophic_paid: catastrophic.paid,
        assistance_paid: assistance.paid,
        account_paid: accounts.own + accounts.family,
        family_account_paid: accounts.family,
        cash_paid: personal - accounts.own - accounts.family,
    };
    accounts::push_cash(&settlement, trace);

    let mut change = Accumulators {
        catastrophic_base: catastrophic.counted,
        catastrophic_paid: catastrophic.paid,
        assistance_deductible_used: assistance.deductible_used,
        assistance_paid: assistance.paid,
        ..Accumulators::ZERO
    };
    match plan.pool {
        PoolRule::Stay { capped, .. } => {
            change.large_amount_paid = large;
            if capped {
                change.pool_paid = pool.paid;
            }
            if let DeductibleRule::Chronic(_) = plan.deductible {
                change.chronic_deductible_used = deductible;
            }
        }
        PoolRule::Outpatient => {
            change.outpatient_deductible_used = deductible;
            change.outpatient_paid = pool.paid;
            change.outpatient_in_scope = split.in_scope;
        }
        PoolRule::Own { total, .. } => total.set(&mut change, pool.paid),
    }
    Settled {
        settlement,
        change,
        after: bill.before + change,
    }
}

fn facts(bill: &Bill<'_>) -> Facts {
    Facts {
        scheme: bill.scheme,
        kind: bill.visit.kind,
        disease: bill.visit.disease,
        level: bill.visit.level,
        admission: bill.visit.admission,
        remote: bill.visit.remote,
        retired: bill.person.retired,
        age: bill.person.age,
        category: bill.person.category,
    }
}

/// What a yearly cap leaves of an amount: `min(wanted, cap − paid before)`, never negative.
pub(super) fn within_cap(wanted: Money, cap: Option<Money>, paid_before: Money) -> Money {
    wanted.at_most(cap.map(|cap| (cap - paid_before).or_zero()))
}
