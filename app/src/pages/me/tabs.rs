//! The way between the two pages about being insured.

use leptos::prelude::*;

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
    let chips = vec![
        Chip::new(
            look.pick("参保和中断", "Periods and breaks"),
            "/me/enrolment",
            current == Tab::Enrolment,
        ),
        Chip::new(
            look.pick("缴费记录", "Contributions"),
            "/me/contributions",
            current == Tab::Contributions,
        ),
    ];
    view! { <Chips label=look.pick("参保与缴费", "Enrolment and payments") chips/> }
}
