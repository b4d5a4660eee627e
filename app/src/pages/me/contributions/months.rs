//! The months of every year, each in a cell; in elder mode in words.

use domain::contributions::{MonthCell, MonthState, Run, YearRow};
use domain::settlement::Scheme;
use leptos::prelude::*;

use super::super::stretch::stretch;
use super::in_words::InWords;
use super::text::ContributionsText;
use crate::ui::{Card, IntoWritten, Look};

/// The card.
#[component]
pub(super) fn Months(
    /// The words of the page.
    text: &'static ContributionsText,
    /// The years, the newest first.
    grid: Vec<YearRow>,
) -> impl IntoView {
    let look = Look::current();
    let cells: Vec<MonthCell> = grid
        .iter()
        .rev()
        .flat_map(|row| row.months.iter().copied())
        .collect();
    let gaps = listed(&cells, MonthState::NotInsured, look);
    let gaps = gaps.map_or_else(|| text.no_gaps.to_owned(), |found| (text.gaps)(&found));
    let late = listed(&cells, MonthState::Overdue, look);
    let late = late.map(|found| view! { <strong>{(text.late)(&found)}</strong> });
    let schemes = schemes(text, &cells, look);
    let table = if look.elder {
        view! { <InWords text grid/> }.written()
    } else {
        view! { <Grid text grid/> }.written()
    };
    view! {
        <Card title=text.months>
            <p>{late}" "{gaps}</p>
            {schemes.map(|sentence| view! { <p class="muted">{sentence}</p> })}
            {table}
            <Legend text cells/>
        </Card>
    }
}

/// The stretches of one state in words; `None` when there is none.
fn listed(cells: &[MonthCell], state: MonthState, look: Look) -> Option<String> {
    let found: Vec<String> = Run::of(cells)
        .into_iter()
        .filter(|run| run.state == state)
        .map(|run| stretch(run.from, run.through, look.language))
        .collect();
    (!found.is_empty()).then(|| found.join(look.pick("、", ", ")))
}

/// In which insurance when, for somebody who was in both.
fn schemes(text: &ContributionsText, cells: &[MonthCell], look: Look) -> Option<String> {
    let mut runs: Vec<(Scheme, MonthCell, MonthCell)> = Vec::new();
    for cell in cells.iter().filter(|cell| cell.state != MonthState::ToCome) {
        let Some(scheme) = cell.scheme else { continue };
        match runs.last_mut() {
            Some((last, _, through)) if *last == scheme => *through = *cell,
            _ => runs.push((scheme, *cell, *cell)),
        }
    }
    let told: Vec<String> = runs
        .iter()
        .map(|(scheme, from, through)| {
            let months = stretch(from.month, through.month, look.language);
            let name = scheme.label(look.language.into());
            format!("{months}{}{name}", look.pick("", " "))
        })
        .collect();
    let both = told.len() > 1;
    both.then(|| {
        let list = told.join(look.pick("，", ", "));
        format!("{}{list}{}", text.schemes, look.pick("。", "."))
    })
}

#[component]
fn Grid(text: &'static ContributionsText, grid: Vec<YearRow>) -> impl IntoView {
    let language = Look::current().language.into();
    // On a phone the number alone is shown; the name stays for those who listen.
    let headings = (1..=12_u8).map(|number| {
        view! { <th scope="col" data-n=number><span>{(text.month)(number)}</span></th> }
    });
    let rows = grid.into_iter().map(|row| {
        let cells = row.months.into_iter().map(|cell| {
            let state = cell.state;
            view! { <td data-s=state.code()><span>{state.label(language)}</span></td> }
        });
        view! { <tr><th scope="row">{row.year}</th>{cells.collect_view()}</tr> }
    });
    view! {
        <table class="months">
            <caption><span class="hidden">{text.caption}</span></caption>
            <thead><tr><th scope="col"><span>{text.year}</span></th>{headings.collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// Sign, word and meaning of each state that occurs.
#[component]
fn Legend(text: &'static ContributionsText, cells: Vec<MonthCell>) -> impl IntoView {
    let language = Look::current().language.into();
    let items = MonthState::ALL
        .iter()
        .filter(|state| cells.iter().any(|cell| cell.state == **state))
        .map(|state| {
            view! {
                <dt data-s=state.code()>{state.label(language)}</dt>
                <dd>{text.meaning(*state)}</dd>
            }
        });
    view! {
        <dl class="months-legend" aria-label=text.legend>{items.collect_view()}</dl>
    }
}
