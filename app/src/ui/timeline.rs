//! What happened, or will happen, in order.

use leptos::prelude::*;

use super::example::Example;
use super::{IntoWritten, Look, Written};

/// One event.
pub struct Moment {
    when: String,
    machine: Option<String>,
    what: Written,
}

impl Moment {
    /// Something at a time in words.
    pub fn new<V: IntoView + 'static>(when: impl Into<String>, what: V) -> Self {
        Self {
            when: when.into(),
            machine: None,
            what: what.written(),
        }
    }

    /// Adds the time in the form for machines (`2025-06-30`).
    #[must_use]
    pub fn at(mut self, machine: impl Into<String>) -> Self {
        self.machine = Some(machine.into());
        self
    }
}

/// Events in order.
#[component]
pub fn Timeline(
    /// The events.
    moments: Vec<Moment>,
) -> impl IntoView {
    let items = moments.into_iter().map(|moment| {
        let when = match moment.machine {
            Some(machine) => {
                view! { <time class="when" datetime=machine>{moment.when}</time> }.written()
            }
            None => view! { <span class="when">{moment.when}</span> }.written(),
        };
        view! { <li>{when}<div>{moment.what}</div></li> }
    });
    view! { <ol class="timeline">{items.collect_view()}</ol> }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("要留意的", "Needs attention", || {
        let look = Look::current();
        let moments = vec![
            Moment::new(
                look.pick("12月31日前", "by 31 December"),
                look.pick(
                    "母亲的居民医保还没缴下一年的费用。",
                    "Your mother's fee for next year is not paid yet.",
                ),
            )
            .at("2026-12-31"),
            Moment::new(
                look.pick("12月21日", "21 December"),
                look.pick(
                    "去成都的异地就医备案到期。",
                    "The off-site filing for Chengdu ends.",
                ),
            )
            .at("2026-12-21"),
        ];
        view! { <Timeline moments/> }.written()
    })]
}
