//! What each card of the benefits comes to, in one sentence: what stands in sight where the rest is
//! folded away. A limit of the year that is used up goes before any ratio.

mod text;

use domain::money::{BasisPoints, Money};
use domain::settlement::Remote;
use domain::settlement::parameters::ParameterSet;
use domain::usage::{Allowance, AssistanceUsage, CatastrophicUsage, Usage};

use super::super::words::said;
use super::allowance;
use super::text::BenefitsText;
use crate::ui::Look;
pub(super) use text::AnswersText;

/// A stay in hospital: what is paid first, and what of the rest.
pub(super) fn inpatient(words: &BenefitsText, usage: &Usage, look: Look) -> String {
    let text = AnswersText::of(look.language);
    let pool = usage.pool.value;
    let levels = usage.inpatient.iter();
    let bands = levels.clone().flat_map(|level| &level.ratios.value);
    let first = ends(levels.map(|level| level.deductible.value));
    match (first, ends(bands.map(|band| band.ratio))) {
        (Some((_, most)), Some(ratios)) if !is_used_up(pool) && most.is_zero() => {
            (text.at_once)(&percents(ratios))
        }
        (Some(first), Some(ratios)) if !is_used_up(pool) => {
            (text.first)([&amounts(first, look), &percents(ratios)])
        }
        _ => used_up(words, usage, look),
    }
}

/// What the pool has paid of its limit, and what pays after that.
fn used_up(words: &BenefitsText, usage: &Usage, look: Look) -> String {
    let pool = allowance(words, usage.pool.value, look);
    let Some(large) = &usage.large_amount else {
        return pool;
    };
    let space = look.pick("", " ");
    let large_amount = allowance(words, large.value, look);
    format!(
        "{pool}{space}{}{}{large_amount}",
        words.large_amount, words.colon
    )
}

/// An ordinary visit: what is still to be paid first, and what of the rest.
pub(super) fn outpatient(words: &BenefitsText, usage: &Usage, look: Look) -> String {
    let text = AnswersText::of(look.language);
    let cap = usage.outpatient_cap.value;
    if is_used_up(cap) {
        return allowance(words, cap, look);
    }
    let paid = usage
        .outpatient
        .iter()
        .filter(|level| level.ratio.value.get() != 0);
    let left = ends(paid.clone().map(|level| level.deductible.value.left));
    let ratios = ends(paid.map(|level| level.ratio.value));
    let (Some((least, most)), Some(ratios)) = (left, ratios) else {
        return text.outpatient_not_paid.to_owned();
    };
    let above = usage.outpatient_above.as_ref().map(|above| above.value);
    let above = above.filter(|above| above.so_far >= above.scope);
    let ratios = percents(above.map_or(ratios, |above| (above.ratio, above.ratio)));
    if most.is_zero() {
        (text.now)(&ratios)
    } else if least.is_zero() {
        (text.up_to)([&said(most, look), &ratios])
    } else {
        (text.still)([&amounts((least, most), look), &ratios])
    }
}

/// The special kinds of visits.
pub(super) fn special(usage: &Usage, look: Look) -> String {
    let text = AnswersText::of(look.language);
    let two = usage
        .two_diseases
        .as_ref()
        .and_then(|two| two.value.as_ref());
    let two = two.filter(|two| !is_used_up(two.hypertension) && !is_used_up(two.diabetes));
    let two = two.map(|two| (text.two_diseases)(&two.ratio.percent()));
    format!("{}{}", text.chronic, two.unwrap_or_default())
}

/// Catastrophic cover: how far it is, and what it pays; `left` says the first.
pub(super) fn catastrophic(
    words: &BenefitsText,
    usage: &CatastrophicUsage,
    left: &str,
    look: Look,
) -> String {
    let text = AnswersText::of(look.language);
    match ends(usage.tiers.iter().map(|tier| tier.ratio)) {
        Some(ratios) if !is_used_up(usage.allowance) => {
            (text.catastrophic)([left, &percents(ratios)])
        }
        _ => allowance(words, usage.allowance, look),
    }
}

/// Assistance: what is borne first, and what of the rest it pays.
pub(super) fn assistance(words: &BenefitsText, usage: &AssistanceUsage, look: Look) -> String {
    let text = AnswersText::of(look.language);
    let ratio = usage.ratio.percent();
    if is_used_up(usage.allowance) {
        allowance(words, usage.allowance, look)
    } else if usage.deductible_left.is_zero() {
        (text.assistance)(&ratio)
    } else {
        (text.assistance_after)([&said(usage.deductible_left, look), &ratio])
    }
}

/// Treatment elsewhere: how much less at most.
pub(super) fn elsewhere(set: &ParameterSet, look: Look) -> String {
    let text = AnswersText::of(look.language);
    let away = Remote::ALL.iter().filter(|kind| **kind != Remote::Local);
    match ends(away.map(|kind| *set.remote.values.get(*kind))) {
        Some((_, most)) if most.get() != 0 => (text.elsewhere)(&most.points()),
        _ => text.elsewhere_the_same.to_owned(),
    }
}

/// Whether nothing is left of a limit of the year.
fn is_used_up(allowance: Allowance) -> bool {
    allowance.left.is_some_and(Money::is_zero)
}

/// The least and the most of `values`; none of none.
fn ends<T: Ord + Copy>(values: impl Iterator<Item = T>) -> Option<(T, T)> {
    values.fold(None, |found, value| match found {
        None => Some((value, value)),
        Some((least, most)) => Some((value.min(least), value.max(most))),
    })
}

/// `85%`, `85%–97%`.
fn percents((least, most): (BasisPoints, BasisPoints)) -> String {
    if least == most {
        least.percent()
    } else {
        format!("{}–{}", least.percent(), most.percent())
    }
}

/// `¥650.00`, `¥650.00–¥1,300.00`.
fn amounts((least, most): (Money, Money), look: Look) -> String {
    if least == most {
        said(least, look)
    } else {
        format!("{}–{}", said(least, look), said(most, look))
    }
}

#[cfg(test)]
mod tests {
    use domain::settlement::parameters::shipped_parameter_sets;
    use domain::settlement::{Accumulators, PersonFacts, Scheme};
    use domain::usage::usage;

    use super::*;
    use crate::language::Language;

    const LOOKS: [Look; 2] = [
        Look::new(Language::Chinese, true),
        Look::new(Language::English, true),
    ];

    fn everywhere(year: &Accumulators) -> Vec<Usage> {
        let person = PersonFacts {
            retired: true,
            age: 72,
            category: None,
            account_balance: Money::ZERO,
            family_balance: Money::ZERO,
        };
        let sets = shipped_parameter_sets().iter();
        sets.flat_map(|set| {
            [Scheme::Employee, Scheme::Resident].map(|scheme| usage(set, scheme, &person, year, 0))
        })
        .collect()
    }

    #[test]
    fn the_answer_to_a_stay_has_the_ends_of_every_level() {
        for of in everywhere(&Accumulators::default()) {
            let ratios: Vec<BasisPoints> = of
                .inpatient
                .iter()
                .flat_map(|level| level.ratios.value.iter().map(|band| band.ratio))
                .collect();
            let (least, most) = (ratios.iter().min().unwrap(), ratios.iter().max().unwrap());
            for look in LOOKS {
                let words = BenefitsText::of(look.language);
                let told = inpatient(words, &of, look);
                assert!(told.contains(&least.percent()), "{told}");
                assert!(told.contains(&most.percent()), "{told}");
            }
        }
    }

    #[test]
    fn a_limit_that_is_used_up_goes_before_the_ratio() {
        let year = Accumulators {
            pool_paid: Money::from_yuan(100_000_000),
            outpatient_paid: Money::from_yuan(100_000_000),
            ..Accumulators::default()
        };
        let mut capped = 0;
        for of in everywhere(&year) {
            for look in LOOKS {
                let words = BenefitsText::of(look.language);
                if of.pool.value.cap.is_some() {
                    let left = allowance(words, of.pool.value, look);
                    let told = inpatient(words, &of, look);
                    assert!(told.starts_with(&left), "{told}");
                    let after = of.large_amount.as_ref();
                    let after = after.is_none_or(|_| told.contains(words.large_amount));
                    assert!(after, "{told}");
                    capped += 1;
                }
                if of.outpatient_cap.value.cap.is_some() {
                    let left = allowance(words, of.outpatient_cap.value, look);
                    assert_eq!(outpatient(words, &of, look), left);
                    capped += 1;
                }
            }
        }
        assert!(capped > 0, "some place has a limit");
    }

    #[test]
    fn a_visit_says_what_is_still_to_be_paid_until_it_is_paid() {
        let paid = Accumulators {
            outpatient_deductible_used: Money::from_yuan(1_000_000),
            ..Accumulators::default()
        };
        let look = Look::new(Language::Chinese, false);
        let words = BenefitsText::of(look.language);
        let mut asked = 0;
        for (before, after) in everywhere(&Accumulators::default())
            .iter()
            .zip(everywhere(&paid))
        {
            let most = before
                .outpatient
                .iter()
                .filter(|level| level.ratio.value.get() != 0)
                .map(|level| level.deductible.value.left)
                .max();
            let Some(most) = most.filter(|most| !most.is_zero()) else {
                continue;
            };
            asked += 1;
            let told = outpatient(words, before, look);
            assert!(told.contains(&said(most, look)), "{told}");
            let told = outpatient(words, &after, look);
            assert!(told.starts_with("起付线不用再付"), "{told}");
        }
        assert!(asked > 0, "some place has a deductible");
    }

    #[test]
    fn ends_of_one_value_are_told_once() {
        let look = Look::new(Language::Chinese, true);
        let (some, more) = (Money::from_yuan(650), Money::from_yuan(1_300));
        assert_eq!(amounts((some, some), look), "¥650.00");
        assert_eq!(amounts((some, more), look), "¥650.00–¥1,300.00（1千3百元）");
        assert_eq!(ends([3, 1, 2].into_iter()), Some((1, 3)));
        assert_eq!(ends(std::iter::empty::<u8>()), None);
    }
}
