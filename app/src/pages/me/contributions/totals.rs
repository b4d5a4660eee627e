//! What was paid, year by year and in all.

use domain::contributions::{Shares, Totals};
use domain::money::Money;
use leptos::prelude::*;

use super::text::ContributionsText;
use crate::ui::{Amount, Card, Column, Look, Table};

/// How a column of the table reads a sum.
type Read = fn(&Shares) -> Money;

/// The card. Columns in which nothing stands are left out.
#[component]
pub(super) fn TotalsCard(
    /// The words of the page.
    text: &'static ContributionsText,
    /// The sums.
    totals: Totals,
) -> impl IntoView {
    let elder = Look::current().elder;
    let shown: Vec<(&'static str, Read)> = [
        (text.person, (|sum| sum.person) as Read),
        (text.employer, |sum| sum.employer),
        (text.subsidy, |sum| sum.subsidy),
        (text.together, Shares::total),
        (text.account, |sum| sum.account_credit),
    ]
    .into_iter()
    .filter(|(_, read)| !read(&totals.paid).is_zero())
    .collect();
    let monthly = totals.months > 0;
    let mut columns = vec![Column::title(text.year)];
    columns.extend(monthly.then(|| Column::number(text.paid_months)));
    columns.extend(shown.iter().map(|(name, _)| Column::number(*name)));
    let row = |name: String, months: u16, sum: Shares| {
        let mut cells = vec![name.into_any()];
        cells.extend(monthly.then(|| months.into_any()));
        cells.extend(shown.iter().map(|(_, read)| {
            let amount = read(&sum);
            view! { <Amount of=amount words=false/> }.into_any()
        }));
        cells
    };
    let foot = row(text.all_years.to_owned(), totals.months, totals.paid);
    let rows: Vec<_> = totals
        .years
        .iter()
        .map(|year| row(year.year.to_string(), year.months, year.paid))
        .collect();
    let table = view! { <Table caption=text.totals hide_caption=true columns rows foot/> };
    // Large letters make many years very long: the sum is in the first sentence of the page.
    let table = if elder && totals.years.len() > 3 {
        view! { <details class="basis"><summary>{text.totals}</summary>{table}</details> }
            .into_any()
    } else {
        table.into_any()
    };
    view! {
        <Card title=text.totals>
            {table}
            <p class="small muted">{text.totals_note}</p>
        </Card>
    }
}
