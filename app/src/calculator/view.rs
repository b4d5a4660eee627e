//! The answer as it stands on the page.

mod comparison;

use domain::explain::Sentence;
use domain::money::Money;
use domain::settlement::VisitKind;
use leptos::prelude::*;

use super::answer::Answer;
use super::text::AnswerText;
use crate::ui::basis::{Basis, Grounds};
use crate::ui::explained::{layer, step_item};
use crate::ui::{
    Amount, AmountSize, Card, IntoWritten, Look, PayBar, PayPart, Steps, date_text, pay_parts, said,
};
use comparison::Comparison;

/// The amount and the bar, then every step, then other ways.
#[component]
pub fn AnswerView(
    /// The answer.
    answer: Answer,
) -> impl IntoView {
    let look = Look::current();
    let text = AnswerText::of(look.language);
    let paid = answer.settlement;
    let burden = paid.personal_burden();
    let sum = (text.sum)([&said(paid.total_fee, look), &said(paid.fund_paid(), look)]);
    let from_accounts = (!paid.account_paid.is_zero()).then(|| {
        let (accounts, cash) = (said(paid.account_paid, look), said(paid.cash_paid, look));
        (text.from_accounts)([&accounts, &cash])
    });
    let worked_for = worked_for(&answer, look);
    let empty = paid.total_fee.is_zero();
    let sentences = if empty { Vec::new() } else { answer.sentences };
    let outcomes = if empty { Vec::new() } else { answer.outcomes };
    // Told apart, so that the type of the whole view stays one that the compiler can name.
    let bar = (!empty).then(|| {
        let parts: Vec<PayPart> = pay_parts::of_one(&paid);
        view! { <PayBar parts/> }.written()
    });
    let amount = view! { <Amount of=burden size=AmountSize::Large/> }.written();
    view! {
        <section class="card stack result" data-flow="close" id="answer" aria-labelledby="you-pay">
            <h2 id="you-pay">{text.you_pay}</h2>
            <p class="total">{amount}</p>
            <p>{sum}" "{from_accounts}</p>
            {bar}
            <p class="small muted">{worked_for}" "{text.estimate}</p>
        </section>
        <Workings text sentences/>
        <Comparison text outcomes asked=burden/>
    }
    .written()
}

/// The steps, and where their figures come from.
#[component]
fn Workings(text: &'static AnswerText, sentences: Vec<Sentence>) -> impl IntoView {
    let look = Look::current();
    if sentences.is_empty() {
        return view! { <p class="muted workings">{text.nothing}</p> }.written();
    }
    let grounds: Vec<Grounds> = sentences
        .iter()
        .filter_map(|sentence| {
            let note = sentence.parameter.as_ref()?;
            Some(Grounds::new(layer(sentence.layer, look.language), note))
        })
        .collect();
    let steps = sentences
        .into_iter()
        .map(|sentence| step_item(sentence, look))
        .collect();
    view! {
        <div class="workings">
            <Card title=text.how id="how">
                <Steps steps/>
                <Basis grounds/>
            </Card>
        </div>
    }
    .written()
}

/// For whom and what the answer is worked out: what paper needs, where the form is not printed.
fn worked_for(answer: &Answer, look: Look) -> String {
    let text = AnswerText::of(look.language);
    let language = look.language.into();
    let case = &answer.case;
    let (person, visit) = (case.person, case.visit);
    let status = if person.retired {
        text.retired
    } else {
        text.in_service
    };
    let mut age = (text.years)(person.age);
    let comma = look.pick("，", ", ");
    if let Some(category) = person.category {
        age.push_str(comma);
        age.push_str(category.label(language));
    }
    let mut seen = format!(
        "{}{comma}{}",
        visit.kind.label(language),
        visit.level.label(language)
    );
    if let Some(disease) = visit.disease {
        seen.push_str(comma);
        seen.push_str(&disease.name(language));
    }
    if visit.kind == VisitKind::Inpatient {
        seen.push_str(comma);
        seen.push_str(&(text.stay)(visit.admission));
    }
    (text.worked_for)([
        answer.rules.get(language),
        case.scheme.label(language),
        status,
        &age,
        &seen,
        visit.remote.label(language),
        &date_text(case.day, look.language),
    ])
}

/// How much more or less than `asked`; nothing for the same.
fn against(burden: Money, asked: Money) -> Option<Money> {
    let difference = burden - asked;
    (!difference.is_zero()).then_some(difference)
}
