//! Instants as clocks in China show them.

use chrono::{DateTime, FixedOffset, Utc};
use leptos::prelude::*;

use crate::ui::{Look, date_text};

/// Day and time to the second, readable by machines too.
#[component]
pub(super) fn Instant(
    /// The instant.
    of: DateTime<Utc>,
) -> impl IntoView {
    let local = FixedOffset::east_opt(8 * 3600).map_or_else(
        || of.naive_utc(),
        |zone| of.with_timezone(&zone).naive_local(),
    );
    let day = date_text(local.date(), Look::current().language);
    let time = local.format("%H:%M:%S").to_string();
    let machine = of.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    view! { <time datetime=machine><span class="nowrap">{day}</span>" "<span class="nowrap">{time}</span></time> }
}
