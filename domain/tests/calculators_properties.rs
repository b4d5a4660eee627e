//! What always holds of the calculators, whatever is asked.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "support/back.rs"]
mod back;

use back::{TODAY, day, missed};
use chrono::{Days, NaiveDate};
use domain::calculators::contributions::{self, Cost, Payer, contributions};
use domain::calculators::incentive::{self, incentive};
use domain::calculators::maternity::{self, Event, maternity};
use domain::calculators::retirement::{self, Outcome, retirement};
use domain::calculators::thresholds::{self, thresholds};
use domain::calculators::waiting::{self, waiting};
use domain::calculators::{Step, typed};
use domain::calendar::Month;
use domain::continuity::{Wait, resident_waiting_months};
use domain::identifiers::Sex;
use domain::language::Language;
use domain::money::Money;
use domain::settlement::parameters::{ParameterSet, shipped_parameter_sets};
use domain::settlement::{Accumulators, Category, PersonFacts, Scheme};
use proptest::prelude::*;
use proptest::sample::select;

fn any_set() -> impl Strategy<Value = &'static ParameterSet> {
    select(shipped_parameter_sets().iter().collect::<Vec<_>>())
}

fn any_scheme() -> impl Strategy<Value = Scheme> {
    select(Scheme::ALL)
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..16_000u64).prop_map(|days| day("1996-01-01") + Days::new(days))
}

/// Words in both languages, no place for a figure left open, every figure and the result said,
/// and a parameter that stands where it says.
fn well_told(steps: &[Step], set: &ParameterSet) -> Result<(), TestCaseError> {
    prop_assert!(!steps.is_empty());
    let body = serde_json::to_value(set).unwrap();
    for step in steps {
        for language in [Language::Zh, Language::En] {
            let (title, why) = (step.title.get(language), step.why.get(language));
            let told = format!("{title} {why}");
            prop_assert!(!title.is_empty() && !why.is_empty(), "{}", step.code);
            prop_assert!(!told.contains(['{', '}']), "{told}");
            for figure in &step.figures {
                prop_assert!(told.contains(&figure.text(language)), "{told}: {figure:?}");
            }
        }
        if let Some(note) = &step.parameter {
            prop_assert_eq!(&note.set, &set.id);
            let pointer = body.pointer(&note.pointer);
            prop_assert!(pointer.is_some(), "{} in {}", note.pointer, set.id);
        }
    }
    Ok(())
}

proptest! {
    /// Answered or refused, never both; a wait is that of the rule, and its steps add up to it.
    #[test]
    fn waits_are_those_of_the_rule(
        set in any_set(), before in any_scheme(), after in any_scheme(), from in any_day(), on in any_day(),
        bought_back in 0..12u16, age in 0..160u16, hardship in any::<bool>(), steady in any::<bool>(),
    ) {
        let question = waiting::Question { before, after, from, on, bought_back, age, hardship, steady };
        let today = day(TODAY);
        match waiting(set, &question, today) {
            Ok(answer) => {
                well_told(&answer.steps, set)?;
                prop_assert!(from <= today && from < on && answer.begins >= on);
                prop_assert!(bought_back <= answer.missed_years);
                if let Wait::Months(months) = answer.wait {
                    let rule = &set.other.waiting.values;
                    prop_assert_eq!(months, resident_waiting_months(rule, answer.missed_years, bought_back));
                    let first = answer.choices.first().map(|one| one.months);
                    prop_assert!(first.is_none_or(|first| first >= months));
                }
            }
            Err(refused) => {
                prop_assert!(!refused.is_empty());
                let known = ["/from", "/on", "/bought", "/age"];
                prop_assert!(refused.iter().all(|one| known.contains(&one.pointer)));
            }
        }
    }

    /// Buying back never lengthens a wait and never beats the least after four years.
    #[test]
    fn buying_back_only_helps(set in any_set(), years in 1..15i32, bought in 0..15u16) {
        prop_assume!(i32::from(bought) < years);
        let wait = |bought| waiting(set, &missed(years, bought), day(TODAY)).unwrap().wait.longest();
        prop_assert!(wait(bought + 1) <= wait(bought));
        prop_assert!(wait(bought) >= set.other.waiting.values.fixed_months);
        if years >= 4 {
            prop_assert!(wait(bought) >= set.other.waiting.values.least_after_four_years);
        }
    }

    /// The base lies between its limits, a flexible worker pays both shares, and more wage never
    /// costs less.
    #[test]
    fn contributions_follow_the_base(set in any_set(), wage in 0..10_000_000i64, more in 0..1_000_000i64) {
        let ask = |payer, wage| {
            let question = contributions::Question { payer, wage: Money::from_fen(wage), age: 40 };
            contributions(set, &question).unwrap()
        };
        let month = |answer: &contributions::Answer| match answer.cost {
            Cost::Month { base, shares } => (base, shares),
            Cost::Year(_) => unreachable!("a month was asked for"),
        };
        let answer = ask(Payer::Employee, wage);
        well_told(&answer.steps, set)?;
        let (base, shares) = month(&answer);
        let limits = set.other.contribution_base.values;
        prop_assert!(limits.floor <= base && base <= limits.ceiling);
        prop_assert!(shares.account_credit <= shares.total());
        let alone = ask(Payer::Flexible, wage);
        well_told(&alone.steps, set)?;
        prop_assert_eq!(month(&alone).1.person, shares.total());
        prop_assert!(month(&ask(Payer::Employee, wage + more)).1.total() >= shares.total());
        well_told(&ask(Payer::Resident, wage).steps, set)?;
    }

    /// The allowance is the exact quotient rounded half up, and with the employer's part the own
    /// wage is reached.
    #[test]
    fn allowances_are_exact(
        set in any_set(), event in select(Event::ALL), average in 1..100_000_000i64,
        own in proptest::option::of(0..100_000_000i64), difficult in any::<bool>(), babies in 1..5u16,
    ) {
        let (average, own) = (Money::from_fen(average), own.map(Money::from_fen));
        let question = maternity::Question { average, own, event, difficult, babies };
        let Ok(answer) = maternity(set, &question) else {
            prop_assert!(!event.is_birth() && (difficult || babies > 1));
            return Ok(());
        };
        well_told(&answer.steps, set)?;
        let divisor = i128::from(set.other.maternity.values.divisor);
        let exact = |wage: Money| (2 * i128::from(wage.fen()) * i128::from(answer.days) + divisor) / (2 * divisor);
        prop_assert_eq!(i128::from(answer.allowance.fen()), exact(average));
        if let Some(own) = own {
            prop_assert_eq!(i128::from((answer.allowance + answer.top_up).fen()), exact(own).max(exact(average)));
        }
    }

    /// The reward stays within its share of the cap, and a claim never raises it.
    #[test]
    fn rewards_stay_below_their_most(set in any_set(), since in 2003..2040i32, length in 0..30i32, claimed in 2003..2046i32) {
        let good = incentive::Question { since, year: since + length, claimed: vec![], used_in: None };
        let Ok(answer) = incentive(set, &good, day(TODAY)) else {
            prop_assert!(since + length > 2046);
            return Ok(());
        };
        well_told(&answer.steps, set)?;
        let Some(reward) = answer.reward else {
            prop_assert!(set.other.incentive.values.is_none() && answer.raised().is_none());
            return Ok(());
        };
        prop_assert!(reward.added <= reward.most);
        prop_assert_eq!(answer.raised(), answer.cap.map(|cap| cap + reward.added));
        let with_claim = incentive::Question { claimed: vec![claimed], ..good };
        match incentive(set, &with_claim, day(TODAY)) {
            Ok(less) => prop_assert!(less.reward.unwrap().added <= reward.added),
            Err(refused) => {
                prop_assert_eq!(refused[0].pointer, "/claimed");
                prop_assert!(claimed < since || claimed >= since + length);
            }
        }
    }

    /// What is missing is paid in time, or stays short; a month more paid never makes it worse.
    #[test]
    fn missing_months_are_paid_or_short(
        set in any_set(), male in any::<bool>(), later in any::<bool>(), birth in 0..20_000u64,
        months in -1..700i32, local in -1..700i32,
    ) {
        let sex = if male { Sex::Male } else { Sex::Female };
        let birth = day("1945-01-01") + Days::new(birth);
        let question = retirement::Question { sex, later, birth, months, local_months: local };
        let today = day(TODAY);
        let Ok(answer) = retirement(set, &question, today) else {
            return Ok(());
        };
        well_told(&answer.steps, set)?;
        let payable = (answer.statutory.month.since(Month::of(today)) + 1).max(0);
        match answer.outcome {
            Outcome::Enough => prop_assert_eq!(answer.missing, 0),
            Outcome::InTime(month) => {
                prop_assert!(Month::of(today) <= month && month <= answer.statutory.month);
                prop_assert_eq!(month.since(Month::of(today)) + 1, answer.missing);
            }
            Outcome::Short(short) => prop_assert_eq!(short + payable, answer.missing),
        }
        let more = retirement::Question { months: months + 1, local_months: local + 1, ..question };
        if let Ok(better) = retirement(set, &more, today) {
            prop_assert_eq!(better.missing, (answer.missing - 1).max(0));
        }
    }

    /// What is left and what is used make the limit, and each threshold stands there once.
    #[test]
    fn distances_add_up(
        set in any_set(), scheme in any_scheme(), retired in any::<bool>(), age in 0..100u16,
        category in proptest::option::of(select(Category::ALL)), amounts in proptest::array::uniform9(0..90_000_000i64),
    ) {
        let [pool, large, base, cat, maf, maf_paid, ded, op, scope] = amounts.map(Money::from_fen);
        let used = Accumulators {
            pool_paid: pool,
            large_amount_paid: large,
            catastrophic_base: base,
            catastrophic_paid: cat,
            assistance_deductible_used: maf,
            assistance_paid: maf_paid,
            outpatient_deductible_used: ded.min(scope),
            outpatient_paid: op,
            outpatient_in_scope: scope,
            ..Accumulators::ZERO
        };
        let person = PersonFacts { retired, age, category, account_balance: Money::ZERO, family_balance: Money::ZERO };
        let answer = thresholds(set, &thresholds::Question { scheme, person, used }).unwrap();
        well_told(&answer.steps, set)?;
        prop_assert_eq!(answer.steps.len(), answer.distances.len());
        for one in &answer.distances {
            prop_assert_eq!(one.left, one.limit.map(|limit| (limit - one.used).or_zero()));
            let open = |text: String| text.contains(['{', '}']);
            prop_assert!(!open(one.sentence().zh), "a figure is missing");
            prop_assert!(!open(one.sentence().en), "a figure is missing");
        }
        let mut names: Vec<String> = answer.distances.iter().map(|one| one.name().zh).collect();
        names.sort();
        names.dedup();
        prop_assert_eq!(names.len(), answer.distances.len());
    }

    /// What people type is read or refused, whatever it is; what is read can be written again.
    #[test]
    fn typing_never_breaks(text in "\\PC{0,60}", fen in 0..1_000_000_000i64) {
        let _ = (typed::whole(&text, 100), typed::day(&text), typed::years(&text), typed::amount(&text));
        let amount = Money::from_fen(fen);
        prop_assert_eq!(typed::amount(&amount.yuan()), Ok(amount));
        prop_assert_eq!(typed::amount(&amount.brief()), Ok(amount));
    }
}
