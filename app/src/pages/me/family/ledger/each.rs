//! Every threshold of the year of one member, folded until asked for.

use domain::calculators::thresholds::{distances, steps};
use leptos::prelude::*;
use services::resident::household::Member;

use super::text::LedgerText;
use crate::pages::calculators::steps_of;
use crate::subject::named;
use crate::ui::{IntoWritten, Look, Steps, Written};

/// The thresholds of `member`, one's own unfolded; `None` where no rules apply.
pub(super) fn thresholds(text: &LedgerText, member: &Member, look: Look) -> Option<Written> {
    let usage = member.year.as_ref()?.usage();
    let name = if member.oneself {
        (text.oneself)(&member.name)
    } else {
        named(&member.name, member.kinship, member.sex, look.language)
    };
    let steps = steps_of(&steps(&distances(&usage)), look);
    let open = member.oneself;
    let part = view! {
        <details class="basis" open=open>
            <summary>{name}</summary>
            <Steps steps/>
        </details>
    };
    Some(part.written())
}
