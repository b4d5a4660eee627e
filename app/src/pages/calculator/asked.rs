//! `/calculator` in elder mode: one question a page, and then the answer. What was typed travels in
//! hidden fields, is posted, and stands in no address; back leads to the question before with
//! everything kept. The form with everything on one page stays at `?form=whole`.

mod carried;
mod question;
mod text;

use leptos::prelude::*;
use services::{ServiceError, calculator};

use super::start::{self, Start};
use super::text::CalculatorText;
use super::{ADDRESS, MoreCalculators, NoPlaces, Shown, clauses_of};
use crate::calculator::{Answer, Typed, What, Wrong, answer, places, view};
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    Button, ButtonKind, ButtonLink, ErrorSummary, Form, IntoWritten, Look, Notice, PrintButton,
    Tone, Written,
};
use question::Question;
use text::AskedText;

/// The hidden field that says which question was asked, from 1 on.
pub(super) const STEP: &str = "step";
/// How many questions there are.
pub(super) const COUNT: usize = 8;
/// The fields of each question.
const QUESTIONS: [&[&str]; COUNT] = [
    &["region"],
    &["scheme"],
    &["status"],
    &["age"],
    &["kind", "disease"],
    &["level"],
    &["remote"],
    &BILL,
];
/// Which question asks for the kind of visit, and after some kinds for the disease, on a page of its
/// own.
const KIND: usize = 5;
/// The amounts that the last one asks for.
const BILL: [&str; 3] = ["a", "b", "c"];

/// Whether the address is to be answered with the first question. The empty form is asked for from
/// the one with everything on one page, and is one too.
pub(super) fn is_wanted(request: &PageRequest) -> bool {
    let asks = |name, value| request.query_value(name) == Some(value);
    request.preferences.elder && !asks("form", "whole") && !asks("start", "empty")
}

/// The first question, with what one's own record says.
///
/// # Errors
/// From the store.
pub(super) async fn page(request: &PageRequest) -> PageResult {
    let sets = calculator::rules(&request.context)?;
    let today = request.context.today();
    let places = places(&sets, Some(today), today);
    let own = calculator::own(&request.context).await?;
    let known = own.is_some();
    let typed = match own {
        Some(own) => start::own(&places, today, &own, request.language()),
        None => start::empty(&places, today),
    };
    let mut typed = start::without_visit(typed, known);
    let mut wrong = Vec::new();
    if let Some(place) = request.query_value("region") {
        typed = start::named(&request.context, typed, place);
        let all = answer(&typed, &sets, request.language()).err();
        wrong = of_question(all.unwrap_or_default(), 1);
    }
    let asked = Asked {
        typed,
        number: 1,
        wrong,
        known,
    };
    Ok(asked.show(request)?.into())
}

/// The next question, the one before, or the answer.
///
/// # Errors
/// From the use case.
pub(super) async fn post(request: &PageRequest) -> PageResult {
    let sets = calculator::rules(&request.context)?;
    let typed = Typed::new(carried::fields(&Typed::new(request.form.clone())));
    let number = request.field(STEP).and_then(|step| step.parse().ok());
    let number: usize = number.unwrap_or(1).clamp(1, COUNT);
    let ask = |typed: Typed, number: usize, wrong: Vec<Wrong>| {
        let asked = Asked {
            typed,
            number,
            wrong,
            known: false,
        };
        Ok(asked.show(request)?.with_typed().into())
    };
    let worked = answer(&typed, &sets, request.language());
    let wish = request.field("do").unwrap_or_default();
    if wish == "whole" || !request.preferences.elder {
        // Who only changes to the other form is not told what is missing yet.
        return whole(request, typed, worked.ok().map(Ok)).await;
    }
    match wish {
        // From the disease back to the kind.
        "back" if number == KIND && is_disease_asked(&typed) => {
            return ask(typed.without("disease"), number, Vec::new());
        }
        "back" => return ask(typed, number.saturating_sub(1).max(1), Vec::new()),
        "again" => return ask(typed, number, Vec::new()),
        _ => {}
    }
    let all = worked.as_ref().err().cloned().unwrap_or_default();
    let mut wrong = of_question(all.clone(), number);
    if number == KIND && !typed.has("disease") {
        wrong.retain(|one| one.field != "disease");
        if wrong.is_empty() && typed.needs_disease() {
            return ask(typed.with("disease", ""), number, Vec::new());
        }
    }
    let is_bare = BILL.iter().all(|name| typed.get(name).trim().is_empty());
    if number == COUNT && is_bare && !typed.is_itemised() {
        wrong.push(Wrong::new("a", What::Nothing));
    }
    if !wrong.is_empty() {
        return ask(typed, number, wrong);
    }
    if number < COUNT {
        return ask(typed, number.saturating_add(1), Vec::new());
    }
    match worked {
        Ok(answer) => {
            let page = answered(request, typed, answer).await;
            Ok(page.with_typed().into())
        }
        // Something before is not as it was asked for: there it is said, whatever was pressed.
        Err(all) => {
            match (1..=COUNT).find(|number| !of_question(all.clone(), *number).is_empty()) {
                Some(number) => {
                    let wrong = of_question(all, number);
                    let lacks = wrong.iter().any(|one| one.field == "disease");
                    let disease = typed.get("disease").to_owned();
                    let typed = if lacks {
                        typed.with("disease", disease)
                    } else {
                        typed
                    };
                    ask(typed, number, wrong)
                }
                None => whole(request, typed, Some(Err(all))).await,
            }
        }
    }
}

/// Whether the question about the kind of visit has gone on to the disease.
fn is_disease_asked(typed: &Typed) -> bool {
    typed.has("disease") && typed.needs_disease()
}

/// What of `wrong` belongs to the question.
fn of_question(wrong: Vec<Wrong>, number: usize) -> Vec<Wrong> {
    let fields = QUESTIONS.get(number.saturating_sub(1)).copied();
    let fields = fields.unwrap_or_default();
    let is_asked = |one: &Wrong| fields.contains(&one.field.as_str());
    wrong.into_iter().filter(is_asked).collect()
}

/// Everything on one page, with what was typed.
async fn whole(
    request: &PageRequest,
    typed: Typed,
    answer: Option<Result<Answer, Vec<Wrong>>>,
) -> PageResult {
    let status = if matches!(&answer, Some(Err(_))) {
        422
    } else {
        200
    };
    let shown = Shown::new(request, (typed, Start::Typed), answer).await?;
    let page = super::show(request, shown)?;
    Ok(page.with_typed().with_status(status).into())
}

/// One question with everything that was typed.
struct Asked {
    typed: Typed,
    /// Which one, from 1 on.
    number: usize,
    wrong: Vec<Wrong>,
    /// Whether one's own record is filled in.
    known: bool,
}

impl Asked {
    fn show(self, request: &PageRequest) -> Result<Page, ServiceError> {
        let text = CalculatorText::of(request.language());
        let words = AskedText::of(request.language());
        let sets = calculator::rules(&request.context)?;
        let places = places(&sets, self.typed.day(), request.context.today());
        let status = if self.wrong.is_empty() { 200 } else { 422 };
        let page = Page::new(text.title, Area::Public, move || {
            if places.is_empty() {
                return view! { <NoPlaces text/> }.written();
            }
            let Self {
                typed,
                number,
                wrong,
                known,
            } = self;
            let first = number == 1;
            let lead = if known { words.lead_own } else { words.lead };
            let label = if number == COUNT {
                words.work_out
            } else {
                words.next
            };
            let asked = QUESTIONS.get(number.saturating_sub(1)).copied();
            let asked: &[&str] = if number == KIND && is_disease_asked(&typed) {
                &["disease"]
            } else {
                asked.unwrap_or_default()
            };
            let kept = hidden(&typed, asked, number);
            let problems = text.beside(&wrong);
            view! {
                <div class="wrap page stack">
                    <ErrorSummary problems=text.summary(&wrong)/>
                    <h1>{text.title}</h1>
                    {first.then(|| view! { <p class="measure">{lead}</p> })}
                    <p class="muted">{(words.place)(number, COUNT)}</p>
                    <Form action=ADDRESS class="form">
                        {kept}
                        <Question text words number typed places problems/>
                        <p class="actions">
                            <Button label name="do" value="next"/>
                            {(!first).then(|| view! { <Button label=words.back kind=ButtonKind::Quiet name="do" value="back"/> })}
                        </p>
                    </Form>
                    {first.then(|| view! {
                        <p class="actions"><ButtonLink href="/calculator?form=whole" label=words.whole kind=ButtonKind::Plain/></p>
                    })}
                </div>
            }
            .written()
        });
        Ok(page.describe(text.description).with_status(status))
    }
}

/// Hidden fields for everything that was typed but what the page asks for.
fn hidden(typed: &Typed, asked: &[&str], number: usize) -> impl IntoView + use<> {
    let step = (STEP.to_owned(), number.to_string());
    let kept = carried::fields(typed).into_iter();
    let kept = kept.filter(|(name, _)| !asked.contains(&name.as_str()));
    let kept = kept.chain([step]);
    kept.map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view()
}

/// The answer, and ways back to what it was worked out from.
async fn answered(request: &PageRequest, typed: Typed, answer: Answer) -> Page {
    let clauses = clauses_of(request, &answer).await;
    let text = CalculatorText::of(request.language());
    let words = AskedText::of(request.language());
    let page = Page::new(text.title, Area::Public, move || {
        let labels = |name: &str| text.label(name).to_owned();
        let answer = view::whole(answer, &typed, Look::current(), &clauses, &labels);
        let answer = Written::new(answer);
        let kept = hidden(&typed, &[], COUNT);
        view! {
            <div class="wrap page stack">
                <h1>{text.title}</h1>
                {answer}
                <Notice tone=Tone::Notice title=text.estimate.to_owned()><p>{text.estimate_more}</p></Notice>
                <Form action=ADDRESS class="form">
                    {kept}
                    <p class="actions">
                        <Button label=words.change kind=ButtonKind::Quiet name="do" value="again"/>
                        <Button label=words.change_other kind=ButtonKind::Quiet name="do" value="whole"/>
                    </p>
                </Form>
                <p class="actions">
                    <ButtonLink href=ADDRESS label=words.from_start kind=ButtonKind::Quiet/>
                    <PrintButton/>
                </p>
                <MoreCalculators text/>
            </div>
        }
    });
    page.describe(text.description)
}
