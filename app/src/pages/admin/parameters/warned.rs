//! What is to be known of the days of a set before it is kept, checked or released.

use domain::settlement::parameters::Notice as Open;
use leptos::prelude::*;
use services::parameters::Warning;

use crate::language::Language;
use crate::ui::{IntoWritten, Look, Notice, date_text};

/// Each warning in a note of its own; nothing without any.
#[component]
pub(super) fn Warned(warnings: Vec<Warning>) -> impl IntoView {
    let language = Look::current().language;
    let notes = warnings.iter().map(|warning| {
        let words = words(warning, language);
        view! { <Notice><p>{words}</p></Notice> }
    });
    notes.collect_view().written()
}

fn words(warning: &Warning, language: Language) -> String {
    let day = |day| date_text(day, language);
    match (warning, language) {
        (Warning::SameDay { id }, Language::Chinese) => format!(
            "这个地区的 {id} 也从这一天开始。同一天只能有一套，这样审核和发布都通不过：请改日子，或者先撤回 {id}。"
        ),
        (Warning::SameDay { id }, Language::English) => format!(
            "{id} of this place begins on the same day. A place has one set on a day, so this can neither be passed nor released: choose another day, or take {id} back first."
        ),
        (Warning::Open(Open::Gap(days)), _) => {
            let from = day(days.from);
            match (days.through.map(day), language) {
                (Some(last), Language::Chinese) => format!(
                    "{from}到{last}，这个地区没有自己的参数，这些天的账单没有本地的规定可用。请检查日子。"
                ),
                (None, Language::Chinese) => format!(
                    "从{from}起，这个地区没有自己的参数，以后的账单没有本地的规定可用。请记得接上一套，或者把结束的日子写成 null。"
                ),
                (Some(last), Language::English) => format!(
                    "From {from} to {last} this place has no set of its own, so that bills of these days cannot be settled by one. Please check the days."
                ),
                (None, Language::English) => format!(
                    "From {from} on this place has no set of its own, so that later bills cannot be settled by one. Let another set follow, or write null for the last day."
                ),
            }
        }
        (Warning::Open(Open::Resumes { id, from }), Language::Chinese) => {
            format!("它结束以后，从{}起又用 {id}。", day(*from))
        }
        (Warning::Open(Open::Resumes { id, from }), Language::English) => {
            format!(
                "After it ends, {id} is in force again from {} on.",
                day(*from)
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::interval::Interval;

    use super::*;

    #[test]
    fn a_gap_is_told_with_its_days_and_a_clash_with_its_set() {
        let of = |text: &str| text.parse().unwrap();
        let gap = Warning::Open(Open::Gap(Interval {
            from: of("2027-01-01"),
            through: Some(of("2027-02-28")),
        }));
        let told = words(&gap, Language::Chinese);
        assert!(told.starts_with("2027年1月1日到2027年2月28日"), "{told}");
        let clash = Warning::SameDay {
            id: "CD-2025".to_owned(),
        };
        for language in [Language::Chinese, Language::English] {
            assert!(words(&clash, language).contains("CD-2025"));
        }
    }
}
