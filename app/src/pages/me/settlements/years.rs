//! The years to choose from: the newest in sight, those before them folded away.

use leptos::prelude::*;

use super::text::SettlementsText;
use crate::ui::{Chip, Chips, Look};

/// So many choices stay in sight, "all years" among them; in elder mode fewer.
const OPEN: usize = 9;
const OPEN_FOR_ELDERS: usize = 4;

/// The choices. Where an older year is chosen, the older ones are open.
#[component]
pub(super) fn Years(
    /// The words of the page.
    text: &'static SettlementsText,
    /// All years, then each year, the newest first.
    chips: Vec<Chip>,
) -> impl IntoView {
    let mut chips = chips;
    let open = if Look::current().elder {
        OPEN_FOR_ELDERS
    } else {
        OPEN
    };
    // A fold of one hides less than it takes.
    let older = (chips.len() > open + 1).then(|| chips.split_off(open));
    let older = older.map(|older| {
        let chosen = older.iter().any(|chip| chip.current);
        view! {
            <details class="basis" open=chosen>
                <summary>{text.older_years}</summary>
                <Chips label=text.older_years chips=older/>
            </details>
        }
    });
    view! {
        <Chips label=text.by_year chips/>
        {older}
    }
}
