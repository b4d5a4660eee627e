//! Whether a policy document is in force.

use leptos::prelude::*;

use super::example::Example;
use super::{Badge, IntoWritten, Look, Tone};

/// The states of a policy document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentStatus {
    /// In force as issued.
    Active,
    /// In force, with amendments.
    Amended,
    /// No longer in force.
    Repealed,
    /// Not yet in force.
    Draft,
}

impl DocumentStatus {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Active, Self::Amended, Self::Repealed, Self::Draft];

    /// The state with the code of the public interface.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "active" => Some(Self::Active),
            "amended" => Some(Self::Amended),
            "repealed" => Some(Self::Repealed),
            "draft" => Some(Self::Draft),
            _ => None,
        }
    }

    /// In words.
    #[must_use]
    pub fn label(self, look: Look) -> &'static str {
        match self {
            Self::Active => look.pick("现行有效", "In force"),
            Self::Amended => look.pick("有效，已修改", "In force, amended"),
            Self::Repealed => look.pick("已废止", "Repealed"),
            Self::Draft => look.pick("草案，尚未施行", "Draft, not in force"),
        }
    }
}

/// Says whether a policy document is in force.
#[component]
pub fn DocumentStatusBadge(
    /// The state.
    status: DocumentStatus,
) -> impl IntoView {
    let tone = match status {
        DocumentStatus::Active | DocumentStatus::Amended => Tone::Good,
        DocumentStatus::Repealed => Tone::Muted,
        DocumentStatus::Draft => Tone::Notice,
    };
    view! { <Badge label=status.label(Look::current()) tone/> }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("四种状态", "Four states", || {
        let badges = DocumentStatus::ALL.map(|status| view! { <DocumentStatusBadge status/> });
        view! { <p class="actions">{badges.into_iter().collect_view()}</p> }.written()
    })]
}
