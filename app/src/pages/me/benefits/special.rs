//! The card about special kinds of visits: chronic diseases, the two diseases, checks before a
//! birth.

use domain::settlement::Level;
use domain::usage::{Allowance, ChronicDeductibleUsage, ChronicUsage, TwoDiseasesUsage, Usage};
use leptos::prelude::*;

use super::super::words::said;
use super::allowance;
use super::answers::{self, AnswersText};
use super::text::BenefitsText;
use crate::ui::basis::{Basis, Grounds};
use crate::ui::{AnswerCard, IntoWritten, Look, Term, Word, Written, capitalised};

/// From this age on nobody is told of checks before a birth that the year has not seen.
const PAST_BIRTHS: u16 = 60;

/// What each kind would mean, and what the year has used of it.
#[component]
pub(super) fn Special(
    /// The words of the page.
    text: &'static BenefitsText,
    /// What applies and what is used.
    usage: Usage,
    /// How old the person is.
    age: u16,
) -> impl IntoView {
    let look = Look::current();
    let mut grounds = vec![Grounds::new(text.chronic, &usage.chronic.parameter)];
    let two = usage.two_diseases.as_ref().map(|two| {
        grounds.push(Grounds::new(text.two_diseases, &two.parameter));
        two_diseases(text, two.value.as_ref(), look)
    });
    let checks = usage.prenatal.as_ref().filter(|checks| {
        let seen = !checks.value.allowance.used.is_zero();
        seen || age < PAST_BIRTHS
    });
    let checks = checks.map(|checks| {
        grounds.push(Grounds::new(text.prenatal, &checks.parameter));
        let means = (text.prenatal_means)(&checks.value.ratio.percent());
        view! {
            <h3>{text.prenatal}</h3>
            <p>{means}</p>
            {counted(text, text.prenatal_cap, checks.value.allowance, look)}
        }
    });
    view! {
        <AnswerCard title=text.special answer=answers::special(&usage, look) more=AnswersText::of(look.language).more_special>
            {chronic(text, &usage.chronic.value, look)}
            {two}
            {checks}
            <Basis grounds/>
        </AnswerCard>
    }
}

fn chronic(text: &BenefitsText, usage: &ChronicUsage, look: Look) -> Written {
    let one = usage.deductibles.len() == 1;
    let lines: Vec<Written> = usage
        .deductibles
        .iter()
        .map(|each| {
            deductible(
                text,
                each,
                usage,
                (!one).then_some(each.levels.as_slice()),
                look,
            )
        })
        .collect();
    let name = capitalised(Word::OutpatientChronic.name(look.language));
    let shared = usage.shared_cap.then_some(text.chronic_shared_cap);
    view! {
        <h3>{text.chronic}</h3>
        <p><Term word=Word::OutpatientChronic shown=name/>{text.chronic_means}{shared}</p>
        {lines}
    }
    .written()
}

/// One yearly deductible: whole, paid, left; at which levels where there are several.
fn deductible(
    text: &BenefitsText,
    each: &ChronicDeductibleUsage,
    usage: &ChronicUsage,
    levels: Option<&[Level]>,
    look: Look,
) -> Written {
    let levels = levels.map(|levels| {
        let language = look.language.into();
        let names: Vec<&str> = levels.iter().map(|level| level.label(language)).collect();
        let names = names.join(look.pick("、", ", "));
        format!("{}{names}{}", look.pick("（", " ("), look.pick("）", ")"))
    });
    let sentence = if each.year.is_zero() {
        text.chronic_no_deductible.to_owned()
    } else if each.left.is_zero() {
        (text.chronic_paid)(&said(each.year, look))
    } else {
        (text.chronic_left)([
            &said(each.year, look),
            &said(usage.used, look),
            &said(each.left, look),
        ])
    };
    view! { <p><strong>{text.chronic_deductible}{levels}{text.colon}</strong>{sentence}</p> }
        .written()
}

fn two_diseases(text: &BenefitsText, two: Option<&TwoDiseasesUsage>, look: Look) -> Written {
    let content = match two {
        None => view! { <p>{text.two_as_outpatient}</p> }.written(),
        Some(two) => view! {
            <p>{(text.two_means)(&two.ratio.percent())}</p>
            {counted(text, text.hypertension, two.hypertension, look)}
            {counted(text, text.diabetes, two.diabetes, look)}
        }
        .written(),
    };
    view! {
        <h3>{text.two_diseases}</h3>
        {content}
    }
    .written()
}

/// What a yearly cap has left.
fn counted(text: &BenefitsText, label: &'static str, value: Allowance, look: Look) -> Written {
    view! { <p><strong>{label}{text.colon}</strong>{allowance(text, value, look)}</p> }.written()
}
