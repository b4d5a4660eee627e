//! Medical assistance for people in hardship.

use super::case::Case;
use super::engine::within_cap;
use super::parameters::AssistanceRule;
use super::{Category, NotAssisted, Step, TraceSink};
use crate::money::Money;

/// The payment, and what it used of the yearly deductible.
#[derive(Default)]
pub(super) struct Paid {
    pub(super) paid: Money,
    pub(super) deductible_used: Money,
}

/// Pays a share of the burden that every layer before left.
pub(super) fn pay<T: TraceSink>(case: &Case<'_>, burden: Money, trace: &mut T) -> Paid {
    let Some(category) = case.person.category else {
        return Paid::default();
    };
    let rule = match rule(case, category) {
        Ok(rule) => rule,
        Err(reason) => {
            if T::WANTED {
                trace.push(Step::NotAssisted(reason));
            }
            return Paid::default();
        }
    };
    let used_before = case.before.assistance_deductible_used;
    let deductible_used = (rule.deductible - used_before).or_zero().min(burden);
    let wanted = (burden - deductible_used).times(rule.ratio);
    let paid_before = case.before.assistance_paid;
    let paid = within_cap(wanted, rule.cap, paid_before);
    if T::WANTED {
        trace.push(Step::Assistance(
            burden,
            rule.deductible,
            used_before,
            deductible_used,
            rule.ratio,
            wanted,
        ));
        if paid < wanted {
            trace.push(Step::AssistanceCap(
                rule.cap.unwrap_or_default(),
                paid_before,
                wanted,
                paid,
            ));
        }
    }
    Paid {
        paid,
        deductible_used,
    }
}

fn rule<'a>(case: &Case<'a>, category: Category) -> Result<&'a AssistanceRule, NotAssisted> {
    let assistance = &case.set.assistance;
    let rule = assistance
        .rules
        .values
        .get(category)
        .ok_or(NotAssisted::NoRule)?;
    let reach = &assistance.reach.values;
    if reach.excluded_remote.contains(&case.visit.remote) {
        return Err(NotAssisted::Remote);
    }
    if !case.plan.hospital && !reach.outpatient_counts {
        return Err(NotAssisted::Outpatient);
    }
    Ok(rule)
}
