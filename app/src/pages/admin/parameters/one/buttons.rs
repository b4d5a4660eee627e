//! The forms on the page of a set: only those that whoever looks can send now.

use leptos::prelude::*;
use services::parameters::governed::One;
use services::parameters::release::TOLD_FROM;
use services::parameters::review::Verdict;
use services::parameters::simulate::COUNTS;
use services::parameters::stage::Stage;
use services::parameters::take_back::Answer;

use super::super::HERE;
use super::super::form::NEW;
use super::super::text::ParametersText;
use super::Typed;
use crate::address::with_query;
use crate::ui::{
    Button, ButtonKind, ButtonLink, Card, Choice, ChoiceField, Field, FieldProblem, Form,
    IntoWritten, Notice, TextAreaField, Tone, Written,
};

/// What a form needs of the page around it.
struct Around {
    text: &'static ParametersText,
    here: String,
    seen: String,
    typed: Typed,
    problems: Vec<FieldProblem>,
}

impl Around {
    fn problem(&self, name: &str) -> Option<String> {
        let found = self.problems.iter().find(|problem| problem.field == name);
        found.map(|problem| problem.text.clone())
    }

    fn to(&self, step: &str) -> String {
        format!("{}/{step}", self.here)
    }

    fn seen(&self) -> Vec<(&'static str, String)> {
        vec![("seen", self.seen.clone())]
    }
}

/// Everything that can be done.
#[component]
pub(super) fn Buttons(
    text: &'static ParametersText,
    one: One,
    typed: Typed,
    problems: Vec<FieldProblem>,
    /// Whether whoever looks is an editor.
    edits: bool,
) -> impl IntoView {
    let may = one.may;
    let around = Around {
        text,
        here: format!("{HERE}/{}", one.set.id),
        seen: one.content_hash,
        typed,
        problems,
    };
    let mut parts: Vec<Written> = Vec::new();
    if may.own {
        parts.push(view! { <Notice tone=Tone::Info><p>{text.own}</p></Notice> }.written());
    }
    if may.simulate {
        parts.push(trying(&around));
    }
    if may.review {
        parts.push(review(&around, one.stage));
    }
    if may.release {
        parts.push(release(&around));
    }
    if may.answer_back {
        parts.push(answer(&around));
    }
    if may.ask_back {
        parts.push(ask(&around));
    }
    if may.edit {
        parts.push(discard(&around));
    }
    if parts.is_empty() {
        parts.push(view! { <p class="muted">{text.nothing_to_do}</p> }.written());
    }
    let links = edits.then(|| links(&around, may.edit, &one.set.id));
    view! { {links}{parts} }
}

fn links(around: &Around, edit: bool, id: &str) -> Written {
    let text = around.text;
    let (href, label) = if edit {
        (around.to("edit"), text.edit)
    } else {
        (with_query(NEW, &[("from", id)]), text.copy)
    };
    view! { <p><ButtonLink href label kind=ButtonKind::Quiet/></p> }.written()
}

fn trying(around: &Around) -> Written {
    let text = around.text;
    let choices: Vec<Choice> = COUNTS
        .iter()
        .map(|count| Choice::new(count.to_string(), (text.newest)(*count)))
        .collect();
    let chosen = COUNTS.first().copied().unwrap_or_default().to_string();
    let problem = around.problem("wanted");
    let action = around.to("simulate");
    view! {
        <Card title=text.try_title>
            <Form action class="form">
                <ChoiceField name="wanted" label=text.how_many choices chosen problem/>
                <p><Button label=text.try_it/></p>
            </Form>
        </Card>
    }
    .written()
}

fn review(around: &Around, stage: Stage) -> Written {
    let text = around.text;
    let tried = stage == Stage::Simulated;
    let (value, problem) = (around.typed.note.clone(), around.problem("note"));
    let (action, hidden) = (around.to("review"), around.seen());
    let lead = if tried {
        text.review_lead
    } else {
        text.review_first
    };
    let good = tried.then(|| {
        view! { <Button label=text.good name="verdict" value=Verdict::Good.code().to_owned()/> }
    });
    view! {
        <Card title=text.review_title>
            <p class="measure">{lead}</p>
            <Form action hidden class="form">
                <TextAreaField name="note" label=text.review_note value hint=text.note_hint.to_owned() problem longest=1000/>
                <p class="actions">
                    {good}
                    <Button label=text.back kind=ButtonKind::Quiet name="verdict" value=Verdict::Back.code().to_owned()/>
                </p>
            </Form>
        </Card>
    }
    .written()
}

fn release(around: &Around) -> Written {
    let text = around.text;
    let value = around.typed.told_from.clone();
    let value = value.unwrap_or_else(|| (TOLD_FROM.fen() / 100).to_string());
    let problem = around.problem("told_from");
    let (action, hidden) = (around.to("release"), around.seen());
    view! {
        <Card title=text.release_title>
            <p class="measure">{text.release_lead}</p>
            <Form action hidden class="form">
                <Field name="told_from" label=text.told_from value hint=text.told_from_hint.to_owned() problem keyboard="decimal" longest=12/>
                <p><Button label=text.release/></p>
            </Form>
        </Card>
    }
    .written()
}

fn answer(around: &Around) -> Written {
    let text = around.text;
    let (value, problem) = (around.typed.note.clone(), around.problem("note"));
    let action = around.to("take-back/answer");
    view! {
        <Card title=text.answer_title>
            <p class="measure">{text.answer_lead}</p>
            <Form action class="form">
                <TextAreaField name="note" label=text.answer_note value hint=text.note_hint.to_owned() problem longest=1000/>
                <p class="actions">
                    <Button label=text.yes kind=ButtonKind::Danger name="answer" value=Answer::Yes.code().to_owned()/>
                    <Button label=text.no kind=ButtonKind::Quiet name="answer" value=Answer::No.code().to_owned()/>
                </p>
            </Form>
        </Card>
    }
    .written()
}

fn ask(around: &Around) -> Written {
    let text = around.text;
    let (value, problem) = (around.typed.reason.clone(), around.problem("reason"));
    let action = around.to("take-back");
    view! {
        <Card title=text.ask_title>
            <p class="measure">{text.ask_lead}</p>
            <Form action class="form">
                <TextAreaField name="reason" label=text.ask_reason value hint=text.note_hint.to_owned() problem longest=1000/>
                <p><Button label=text.ask kind=ButtonKind::Quiet/></p>
            </Form>
        </Card>
    }
    .written()
}

fn discard(around: &Around) -> Written {
    let text = around.text;
    let (value, problem) = (around.typed.reason.clone(), around.problem("reason"));
    let action = around.to("discard");
    view! {
        <Card title=text.discard_title>
            <Form action class="form">
                <TextAreaField name="reason" label=text.discard_reason value hint=text.note_hint.to_owned() problem longest=1000/>
                <p><Button label=text.discard kind=ButtonKind::Danger/></p>
            </Form>
        </Card>
    }
    .written()
}
