//! A few line drawings that stand beside words, never in their place.

use leptos::prelude::*;

use super::example::Example;
use super::{IntoWritten, Kept};

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A shield: cover.
    Shield,
    /// A receipt: settlements.
    Receipt,
    /// A page: policies.
    Document,
    /// An umbrella: add-on insurance.
    Umbrella,
    /// A calendar: periods.
    Calendar,
    /// A gauge: benefits and what is used of them.
    Gauge,
    /// A pocket calculator.
    Calculator,
    /// A magnifying glass.
    Search,
    /// A telephone.
    Phone,
    /// A loudspeaker.
    Speaker,
    /// A large letter.
    Larger,
    /// An arrow that turns back.
    Back,
    /// A printer.
    Printer,
    /// A person.
    Person,
    /// A building.
    Hall,
    /// A tick.
    Check,
    /// An i in a circle.
    Info,
    /// An exclamation mark in a triangle.
    Warning,
    /// An empty tray.
    Tray,
    /// Two sheets.
    Copy,
    /// A funnel.
    Filter,
    /// A purse: the personal account.
    Purse,
    /// Two people: a household.
    Household,
    /// A letter: messages.
    Letter,
    /// Lines one below the other: further entries.
    Menu,
}

impl Sign {
    /// Every sign.
    pub const ALL: [Self; 25] = [
        Self::Shield,
        Self::Receipt,
        Self::Document,
        Self::Umbrella,
        Self::Calendar,
        Self::Gauge,
        Self::Calculator,
        Self::Search,
        Self::Phone,
        Self::Speaker,
        Self::Larger,
        Self::Back,
        Self::Printer,
        Self::Person,
        Self::Hall,
        Self::Check,
        Self::Info,
        Self::Warning,
        Self::Tray,
        Self::Copy,
        Self::Filter,
        Self::Purse,
        Self::Household,
        Self::Letter,
        Self::Menu,
    ];

    const fn lines(self) -> &'static str {
        match self {
            Self::Shield => {
                r#"<path d="M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6z"/><path d="M9 12l2 2 4-4"/>"#
            }
            Self::Receipt => r#"<path d="M6 3h12v18l-3-2-3 2-3-2-3 2z"/><path d="M9 8h6M9 12h6"/>"#,
            Self::Document => r#"<path d="M6 3h8l4 4v14H6z"/><path d="M14 3v4h4M9 12h6M9 16h6"/>"#,
            Self::Umbrella => {
                r#"<path d="M3 12a9 9 0 0 1 18 0z"/><path d="M12 12v6a2.5 2.5 0 0 0 5 0M12 3V2"/>"#
            }
            Self::Calendar => {
                r#"<rect x="4" y="5" width="16" height="16" rx="2"/><path d="M4 10h16M8 3v4M16 3v4M8 15h3"/>"#
            }
            Self::Gauge => r#"<path d="M4 17a8.5 8.5 0 1 1 16 0"/><path d="M12 14l4-4"/>"#,
            Self::Calculator => {
                r#"<rect x="5" y="3" width="14" height="18" rx="2"/><path d="M8.500 7h7M8.500 12h.01M12 12h.01M15.500 12h.01M8.500 16.500h.01M12 16.500h.01M15.500 16.500h.01"/>"#
            }
            Self::Search => r#"<circle cx="11" cy="11" r="6.5"/><path d="M16 16l5 5"/>"#,
            Self::Phone => {
                r#"<path d="M6 3h4l1.500 5-2.500 1.500a11 11 0 0 0 5.500 5.500L16 12.500 21 14v4a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z"/>"#
            }
            Self::Speaker => {
                r#"<path d="M4 9.500h4l5-4v13l-5-4H4z"/><path d="M16 9a4 4 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11"/>"#
            }
            Self::Larger => r#"<path d="M3 19L8 6l5 13M4.800 14.500h6.400M18 9v8M14 13h8"/>"#,
            Self::Back => r#"<path d="M9 6L4 11l5 5"/><path d="M4 11h10a6 6 0 0 1 0 12"/>"#,
            Self::Printer => {
                r#"<path d="M7 9V3h10v6M7 17H4v-8h16v8h-3"/><path d="M7 14h10v7H7z"/>"#
            }
            Self::Person => r#"<circle cx="12" cy="8" r="4"/><path d="M4 21a8 8 0 0 1 16 0"/>"#,
            Self::Hall => r#"<path d="M4 21V8l8-5 8 5v13M3 21h18M9 21v-6h6v6M9 10.500h6"/>"#,
            Self::Check => r#"<path d="M5 12.500l4.500 4.500L19 7"/>"#,
            Self::Info => r#"<circle cx="12" cy="12" r="9"/><path d="M12 11v5.500M12 7.500v.01"/>"#,
            Self::Warning => r#"<path d="M12 3.500L22 20H2z"/><path d="M12 10v4.500M12 17v.01"/>"#,
            Self::Tray => {
                r#"<path d="M4 13l2.500-8h11L20 13v6H4z"/><path d="M4 13h5a3 3 0 0 0 6 0h5"/>"#
            }
            Self::Copy => {
                r#"<rect x="8" y="8" width="12" height="13" rx="2"/><path d="M16 8V4a1 1 0 0 0-1-1H5a1 1 0 0 0-1 1v11a1 1 0 0 0 1 1h3"/>"#
            }
            Self::Filter => r#"<path d="M4 6h16M7 12h10M10 18h4"/>"#,
            Self::Purse => {
                r#"<path d="M4 7h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2h11"/><path d="M15.500 13.500h.01"/>"#
            }
            Self::Household => {
                r#"<circle cx="9" cy="8" r="3.500"/><path d="M2.500 20a6.500 6.500 0 0 1 13 0M16 5a3.500 3.500 0 0 1 0 6.500M18 14.500a6.500 6.500 0 0 1 3.500 5.500"/>"#
            }
            Self::Letter => {
                r#"<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M3.500 7l8.500 6 8.500-6"/>"#
            }
            Self::Menu => r#"<path d="M4 7h16M4 12h16M4 17h16"/>"#,
        }
    }
}

/// A drawing that screen readers pass over.
#[component]
pub fn Icon(
    /// What is drawn.
    sign: Sign,
) -> impl IntoView {
    static KEPT: Kept<{ Sign::ALL.len() }> = Kept::new();
    KEPT.show(sign as usize, sign, drawing)
}

fn drawing(sign: Sign) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.75"
            stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false" inner_html=sign.lines()></svg>
    }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("全部", "All of them", || {
        let signs = Sign::ALL.map(|sign| view! { <Icon sign/> });
        view! { <p class="actions">{signs.into_iter().collect_view()}</p> }.written()
    })]
}

#[cfg(test)]
mod tests {
    use super::Sign;

    #[test]
    fn each_sign_has_its_number() {
        for (number, sign) in Sign::ALL.into_iter().enumerate() {
            assert_eq!(number, sign as usize);
        }
    }
}
