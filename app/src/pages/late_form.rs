//! `/late-form`: a form that came after its session had ended, or in another role than its own, to be
//! sent with one press.

mod name;
pub mod unsent;

use domain::access::Role;
use leptos::prelude::*;

use crate::hats;
use crate::page::{Area, Page, PageRequest};
use crate::ui::{Button, ButtonKind, Form, Look};

/// The hidden field by which a late form is known when it is sent at last.
pub const SENT: &str = "late_form";

/// The hidden field that names the role in which a form was opened.
pub const HAT: &str = "hat";

/// A form that came too late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateForm {
    /// Where it was sent to, on this site.
    pub action: String,
    /// Its fields in order, without the token.
    pub fields: Vec<(String, String)>,
}

impl LateForm {
    /// The role in which it was opened, when it says so.
    #[must_use]
    pub fn hat(&self) -> Option<Role> {
        let (_, role) = self.fields.iter().find(|(name, _)| name == HAT)?;
        Role::from_code(role)
    }

    /// Whether there is anything in it but the role.
    #[must_use]
    pub fn holds_something(&self) -> bool {
        self.fields.iter().any(|(name, _)| name != HAT)
    }

    /// What reads like a sentence or a name: to be shown again. Numbers and codes mean nothing
    /// without the labels around them.
    fn written(&self) -> Vec<String> {
        let typed = |value: &&str| !value.is_ascii() || value.trim().contains(' ');
        let values = self.fields.iter().map(|(_, value)| value.as_str());
        values.filter(typed).map(ToOwned::to_owned).collect()
    }
}

struct LateFormText {
    title: &'static str,
    /// Which form it is, before its name.
    which: &'static str,
    ready: &'static str,
    waiting: &'static str,
    steps: [&'static str; 2],
    written: &'static str,
    sign_in: &'static str,
    send: &'static str,
    discard: &'static str,
}

static ZH: LateFormText = LateFormText {
    title: "您填的内容还在",
    which: "等着送出的是：",
    ready: "送出的时候登录已经到期，或者已经换了身份，所以还没有办成。按“现在送出”，就接着办。",
    waiting: "您现在没有登录，所以还没有办成。",
    steps: [
        "先登录。登录会在新的标签页里打开，这一页不要关。",
        "登录好了，回到这一页，按“现在送出”。",
    ],
    written: "您写的",
    sign_in: "登录",
    send: "现在送出",
    discard: "不送了",
};

static EN: LateFormText = LateFormText {
    title: "What you filled in is still here",
    which: "What waits to be sent: ",
    ready: "Your session had ended or you had switched role when you sent it, so it has not been done yet. Press “Send it now” to go on.",
    waiting: "You are not signed in, so it has not been done yet.",
    steps: [
        "Sign in first. That opens in a new tab; keep this page open.",
        "Once signed in, come back to this page and press “Send it now”.",
    ],
    written: "What you wrote",
    sign_in: "Sign in",
    send: "Send it now",
    discard: "Do not send it",
};

/// The page after the sign-in.
#[must_use]
pub fn ready(request: &PageRequest, form: &LateForm) -> Page {
    let text = request.text(&ZH, &EN);
    let form = form.clone();
    let area = hats::area(request.context.actor.role);
    Page::new(text.title, area, move || {
        view! {
            <h1>{text.title}</h1>
            <p>{text.ready}</p>
            <Which text form=form.clone()/>
            <Written title=text.written form=form.clone()/>
            <div class="actions">
                <Send label=text.send form late=true/>
                <Form action="/late-form/discard">
                    <Button label=text.discard kind=ButtonKind::Quiet/>
                </Form>
            </div>
        }
    })
}

/// The page for somebody of whom nothing is known: it keeps the form while they sign in beside it.
#[must_use]
pub fn waiting(request: &PageRequest, form: &LateForm) -> Page {
    let text = request.text(&ZH, &EN);
    let form = form.clone();
    Page::new(text.title, Area::Public, move || {
        view! {
            <div class="wrap page stack measure-page">
                <h1>{text.title}</h1>
                <p>{text.waiting}</p>
                <Which text form=form.clone()/>
                <ol>{text.steps.map(|step| view! { <li>{step}</li> })}</ol>
                <Written title=text.written form=form.clone()/>
                <div class="actions">
                    <a class="button" data-kind="quiet" href="/sign-in" target="_blank" rel="noopener">{text.sign_in}</a>
                    <Send label=text.send form late=true/>
                </div>
            </div>
        }
    })
    .with_typed()
    .with_status(401)
}

/// Which form it is: one that holds no words says nothing else of itself.
#[component]
fn Which(text: &'static LateFormText, form: LateForm) -> impl IntoView {
    let name = name::of(&form.action, Look::current().language);
    name.map(|name| view! { <p>{text.which}<strong>{name}</strong></p> })
}

/// What was written, in its own words.
#[component]
fn Written(title: &'static str, form: LateForm) -> impl IntoView {
    let written = form.written();
    (!written.is_empty()).then(|| {
        let parts = written.into_iter();
        let parts = parts.map(|part| view! { <blockquote class="written">{part}</blockquote> });
        view! {
            <section class="card stack" data-flow="close">
                <h2>{title}</h2>
                {parts.collect_view()}
            </section>
        }
    })
}

/// The same form again, with everything in it, behind one button.
#[component]
fn Send(
    label: &'static str,
    form: LateForm,
    /// Whether it waited with a session, which forgets it when it is sent.
    #[prop(optional)]
    late: bool,
) -> impl IntoView {
    // The form names the role itself where somebody is signed in.
    let named = Look::current().hat().is_some();
    let fields = form
        .fields
        .into_iter()
        .filter(|(name, _)| !named || name != HAT)
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view();
    let waited = late.then(|| (SENT, "1".to_owned()));
    view! {
        <Form action=form.action hidden=waited.into_iter().collect()>
            {fields}
            <Button label/>
        </Form>
    }
}

#[cfg(test)]
mod tests {
    use super::{LateForm, Role};

    #[test]
    fn what_reads_like_words_is_shown_again() {
        let field = |value: &str| ("any".to_owned(), value.to_owned());
        let form = LateForm {
            action: "/me".to_owned(),
            fields: vec![
                ("hat".to_owned(), "resident".to_owned()),
                field("018f-aa"),
                field("王秀英"),
                field("it was not me"),
                field("yes"),
                field(" 1 "),
            ],
        };
        assert_eq!(form.written(), ["王秀英", "it was not me"]);
        assert_eq!(form.hat(), Some(Role::Resident));
        assert!(form.holds_something());
    }
}
