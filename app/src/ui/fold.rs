//! Detail behind its answer: the answer stands in sight, the rest one press away.

use leptos::prelude::*;

use super::example::Example;
use super::{Card, Inner, IntoWritten, Look};

/// Detail folded until it is asked for; the browser itself opens it. Paper shows it open.
#[component]
pub fn Fold(
    /// What the detail comes to, as a sentence; left out where it stands above already.
    #[prop(optional_no_strip, into)]
    answer: Option<String>,
    /// What opens, in a few words.
    #[prop(into)]
    more: String,
    /// Of what: read out before those words, where several folds of a page open the like.
    #[prop(optional_no_strip, into)]
    of: Option<String>,
    /// Whether a wide screen shows it open from the start, and without a way to close it.
    #[prop(optional)]
    open_when_wide: bool,
    /// The detail.
    children: Inner,
) -> impl IntoView {
    let colon = Look::current().pick("：", ": ");
    let answer = answer.map(|answer| view! { <span class="gist">{answer}</span>" " });
    let of = of.map(|of| view! { <span class="hidden">{of}{colon}</span> });
    view! {
        <details class="fold" data-wide=open_when_wide.then_some("open")>
            <summary>{answer}<span class="more">{of}{more}</span></summary>
            <div class="stack" data-flow="close">{children.written()}</div>
        </details>
    }
}

/// A section with a heading. In elder mode its answer stands alone under the heading and the rest
/// is folded behind it; else all of it stands open, and says the answer at its own place.
#[component]
pub fn AnswerCard(
    /// The heading.
    #[prop(into)]
    title: String,
    /// What it comes to, as a sentence.
    #[prop(into)]
    answer: String,
    /// What opens, in a few words.
    #[prop(into)]
    more: String,
    /// What it holds.
    children: Inner,
) -> impl IntoView {
    let content = children.written();
    if Look::current().elder {
        view! { <Card title><Fold answer=Some(answer) more>{content}</Fold></Card> }.written()
    } else {
        view! { <Card title>{content}</Card> }.written()
    }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![
        Example::new(
            "答案在前，细节收起",
            "The answer first, the detail folded",
            || {
                let look = Look::current();
                let answer = look.pick(
                    "先自己付 ¥500.00，超过的部分报 85%。",
                    "You pay ¥500.00 first; of the rest 85% is paid.",
                );
                view! {
                <Fold answer=Some(answer.to_owned()) more=look.pick("看各级医院", "By level of hospital")>
                    <p>{look.pick("三级医院 85%，二级医院 90%。", "Tertiary hospitals 85%, secondary hospitals 90%.")}</p>
                </Fold>
            }
            .written()
            },
        ),
        Example::new(
            "长辈版里收起的卡片",
            "A card that folds in elder mode",
            || {
                let look = Look::current();
                view! {
                    <AnswerCard
                        title=look.pick("去外地看病", "Treatment elsewhere")
                        answer=look.pick("和在本地一样。", "The same as at home.")
                        more=look.pick("看每种情况", "Each way of going")
                    >
                        <p>{look.pick("备案以后，能在当地直接结算。", "Once filed, it is settled where you are treated.")}</p>
                    </AnswerCard>
                }
                .written()
            },
        ),
    ]
}
