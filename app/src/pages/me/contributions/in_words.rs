//! The months of every year in words, for whoever cannot read small cells.

use domain::contributions::{MonthState, Run, YearRow};
use leptos::prelude::*;

use super::super::stretch::within_year;
use super::text::ContributionsText;
use crate::language::Language;
use crate::ui::{Fact, Facts, Look};

/// Years, or stretches of years that are alike, each with what its months are.
#[component]
pub(super) fn InWords(
    /// The words of the page.
    text: &'static ContributionsText,
    /// The years, the newest first.
    grid: Vec<YearRow>,
) -> impl IntoView {
    let look = Look::current();
    let facts = lines(&grid)
        .into_iter()
        .map(|line| {
            let sentence = sentence(text, &line.runs, look);
            Fact::text(line.years(look.language), sentence)
        })
        .collect();
    view! { <Facts facts/> }
}

/// Some years, the newest and the oldest of them, that are alike.
struct Line {
    newest: i32,
    oldest: i32,
    runs: Vec<Run>,
}

impl Line {
    /// The one state of every month, where there is one.
    fn whole(&self) -> Option<MonthState> {
        match self.runs.as_slice() {
            [one] => Some(one.state),
            _ => None,
        }
    }

    fn years(&self, language: Language) -> String {
        match (language, self.newest == self.oldest) {
            (Language::Chinese, true) => format!("{}年", self.newest),
            (Language::Chinese, false) => format!("{}年至{}年", self.oldest, self.newest),
            (Language::English, true) => self.newest.to_string(),
            (Language::English, false) => format!("{} to {}", self.oldest, self.newest),
        }
    }
}

fn lines(grid: &[YearRow]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for row in grid {
        let next = Line {
            newest: row.year,
            oldest: row.year,
            runs: Run::of(&row.months),
        };
        match lines.last_mut() {
            Some(last) if last.whole().is_some() && last.whole() == next.whole() => {
                last.oldest = row.year;
            }
            _ => lines.push(next),
        }
    }
    lines
}

fn sentence(text: &ContributionsText, runs: &[Run], look: Look) -> String {
    let parts: Vec<String> = runs
        .iter()
        .map(|run| {
            let months = if run.length() == 12 {
                text.whole_year.to_owned()
            } else {
                within_year(run.from, run.through, look.language)
            };
            let state = run.state.label(look.language.into());
            match look.language {
                Language::Chinese => format!("{months}{state}"),
                Language::English => format!("{months}: {state}"),
            }
        })
        .collect();
    parts.join(look.pick("，", "; "))
}
