//! Things to press: buttons of forms, and links that look like them.

use leptos::prelude::*;

use super::example::Example;
use super::{Icon, IntoWritten, Look, Sign};

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do here.
    #[default]
    Primary,
    /// Another thing to do.
    Quiet,
    /// Part of a row of tools.
    Plain,
    /// Takes something away.
    Danger,
}

impl ButtonKind {
    /// The value of `data-kind`; none for the primary one.
    #[must_use]
    pub const fn code(self) -> Option<&'static str> {
        match self {
            Self::Primary => None,
            Self::Quiet => Some("quiet"),
            Self::Plain => Some("plain"),
            Self::Danger => Some("danger"),
        }
    }
}

/// A button that sends its form.
#[component]
pub fn Button(
    /// What it does, as a verb.
    #[prop(into)]
    label: String,
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: ButtonKind,
    /// A sign before the label.
    #[prop(optional)]
    sign: Option<Sign>,
    /// The field that it sends, when it stands for a choice.
    #[prop(optional)]
    name: Option<&'static str>,
    /// The value that it sends.
    #[prop(optional, into)]
    value: Option<String>,
    /// Whether it stands for the choice in force.
    #[prop(optional)]
    pressed: Option<bool>,
) -> impl IntoView {
    let pressed = pressed.map(|on| if on { "true" } else { "false" });
    view! {
        <button class="button" type="submit" data-kind=kind.code() name=name value=value aria-pressed=pressed>
            {sign.map(|sign| view! { <Icon sign/> })}
            {label}
        </button>
    }
}

/// A link that looks like a button.
#[component]
pub fn ButtonLink(
    /// Where it goes.
    #[prop(into)]
    href: String,
    /// What is there.
    #[prop(into)]
    label: String,
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: ButtonKind,
    /// A sign before the label.
    #[prop(optional)]
    sign: Option<Sign>,
) -> impl IntoView {
    view! {
        <a class="button" href=href data-kind=kind.code()>
            {sign.map(|sign| view! { <Icon sign/> })}
            {label}
        </a>
    }
}

/// Prints the page. It needs the script, which shows it; without it the browser's menu prints.
#[component]
pub fn PrintButton(
    /// How much it asks to be pressed.
    #[prop(default = ButtonKind::Quiet)]
    kind: ButtonKind,
) -> impl IntoView {
    let look = Look::current();
    view! {
        <button class="button" type="button" data-kind=kind.code() data-print hidden>
            <Icon sign=Sign::Printer/>
            {look.pick("打印", "Print")}
        </button>
    }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("四种分量", "Four weights", || {
        let look = Look::current();
        view! {
            <p class="actions">
                <Button label=look.pick("继续", "Continue")/>
                <Button label=look.pick("返回修改", "Go back") kind=ButtonKind::Quiet/>
                <Button label=look.pick("跳过", "Skip") kind=ButtonKind::Plain/>
                <Button label=look.pick("撤回", "Withdraw") kind=ButtonKind::Danger/>
                <ButtonLink href="/policies" label=look.pick("查政策", "Find policies") kind=ButtonKind::Quiet sign=Sign::Search/>
            </p>
        }
        .written()
    })]
}
