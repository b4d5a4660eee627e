//! Something that the reader must not overlook.

use leptos::prelude::*;

use super::example::Example;
use super::{Icon, Inner, IntoWritten, Look, Sign, Tone};

/// A note with a sign, in one of the meanings.
#[component]
pub fn Notice(
    /// What it means.
    #[prop(default = Tone::Notice)]
    tone: Tone,
    /// A heading in one sentence.
    #[prop(optional_no_strip, into)]
    title: Option<String>,
    /// Whether it is read out when the page comes up: for the result of what was just done.
    #[prop(optional)]
    announce: bool,
    /// What it says.
    children: Inner,
) -> impl IntoView {
    let sign = match tone {
        Tone::Good => Sign::Check,
        Tone::Info | Tone::Muted => Sign::Info,
        Tone::Notice | Tone::Danger => Sign::Warning,
    };
    view! {
        <div class="notice" data-kind=tone.code() role=announce.then_some("status")>
            <Icon sign/>
            <div>
                {title.map(|title| view! { <p class="title">{title}</p> })}
                {children.written()}
            </div>
        </div>
    }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("四种意思", "Four meanings", || {
        let look = Look::current();
        view! {
            <div class="stack">
                <Notice><p>{look.pick("文号待核实。", "The number is still to be verified.")}</p></Notice>
                <Notice tone=Tone::Info><p>{look.pick("这是我们写的摘要，不是原文。", "This is our own summary, not the text itself.")}</p></Notice>
                <Notice tone=Tone::Good announce=true><p>{look.pick("已经退出登录。", "You are signed out.")}</p></Notice>
                <Notice tone=Tone::Danger title=look.pick("没有保存", "Not saved").to_owned()>
                    <p>{look.pick("请检查网络后再试一次。", "Check the network and try again.")}</p>
                </Notice>
            </div>
        }
        .written()
    })]
}
