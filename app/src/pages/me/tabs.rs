//! The way between the two pages about being insured.

use domain::family::Matter;
use leptos::prelude::*;

use crate::subject::Subject;
use crate::ui::{Chip, Chips, Look};

/// Which of the two pages is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    /// Periods of insurance.
    Enrolment,
    /// Contributions.
    Contributions,
}

/// Links to both pages, the present one marked.
#[component]
pub(super) fn Tabs(
    /// The page shown.
    current: Tab,
) -> impl IntoView {
    let look = Look::current();
    let subject = Subject::current();
    let chips = vec![
        Chip::new(
            look.pick("参保和中断", "Periods and breaks"),
            subject.href("/enrolment"),
            current == Tab::Enrolment,
        ),
        Chip::new(
            look.pick("缴费记录", "Contributions"),
            subject.href("/contributions"),
            current == Tab::Contributions,
        ),
    ];
    // What somebody earns shows in what is paid in: a relative may not see that with every link.
    subject
        .opens(Matter::Account)
        .then(|| view! { <Chips label=look.pick("参保与缴费", "Enrolment and payments") chips/> })
}
