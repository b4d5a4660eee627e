//! Every component with examples: what `/gallery` shows and what the markup tests render.

use super::Written;
#[cfg(feature = "ssr")]
use crate::ui;

/// One way in which a component is used.
pub struct Example {
    /// What it shows, in Chinese.
    pub zh: &'static str,
    /// What it shows, in English.
    pub en: &'static str,
    /// Builds it.
    pub view: fn() -> Written,
}

impl Example {
    /// An example with its two titles.
    #[must_use]
    pub const fn new(zh: &'static str, en: &'static str, view: fn() -> Written) -> Self {
        Self { zh, en, view }
    }
}

/// One component with its examples.
#[cfg(feature = "ssr")]
pub struct Showcase {
    /// The component's name in code.
    pub name: &'static str,
    /// Its examples.
    pub examples: Vec<Example>,
}

/// All components, sorted by name.
#[cfg(feature = "ssr")]
#[must_use]
pub fn all() -> Vec<Showcase> {
    let list = [
        ("Amount", ui::amount::examples as fn() -> Vec<Example>),
        ("Badge", ui::badge::examples),
        ("Breadcrumbs", ui::breadcrumbs::examples),
        ("Button", ui::button::examples),
        ("Card", ui::card::examples),
        ("Chips", ui::chips::examples),
        ("Contents", ui::contents::examples),
        ("Date", ui::date::examples),
        ("DocumentStatusBadge", ui::document_status::examples),
        ("Doors", ui::doors::examples),
        ("EmptyState", ui::empty_state::examples),
        ("ErrorSummary", ui::error_summary::examples),
        ("Facets", ui::facets::examples),
        ("Facts", ui::facts::examples),
        ("Field", ui::field::examples),
        ("Fold", ui::fold::examples),
        ("Form", ui::form::examples),
        ("Icon", ui::icon::examples),
        ("Meter", ui::meter::examples),
        ("Notice", ui::notice::examples),
        ("Pagination", ui::pagination::examples),
        ("PayBar", ui::pay_bar::examples),
        ("ProvenanceBadge", ui::provenance::examples),
        ("QrCode", ui::qr_code::examples),
        ("SearchBox", ui::search_box::examples),
        ("SourceNote", ui::source_note::examples),
        ("Steps", ui::steps::examples),
        ("Table", ui::table::examples),
        ("Term", ui::term::examples),
        ("Timeline", ui::timeline::examples),
    ];
    list.into_iter()
        .map(|(name, examples)| Showcase {
            name,
            examples: examples(),
        })
        .collect()
}
