//! What was paid, year by year and in all.

use domain::contributions::{Shares, Totals};
use domain::money::Money;
use leptos::prelude::*;

use super::folded::{Folded, Foot};
use super::text::ContributionsText;
use crate::ui::{Amount, Card, Column, IntoWritten, Written};

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
    let rows: Vec<_> = totals
        .years
        .iter()
        .map(|year| {
            let months = monthly.then_some(year.months);
            row(year.year.to_string(), months, &year.paid, &shown)
        })
        .collect();
    let (months, paid) = (monthly.then_some(totals.months), totals.paid);
    let foot: Foot = Box::new(move || row(text.all_years.to_owned(), months, &paid, &shown));
    view! {
        <Card title=text.totals>
            <Folded caption=text.totals columns rows foot/>
            <p class="small muted">{text.totals_note}</p>
        </Card>
    }
}

/// One row: a name, how many months where they count, and the sums that are shown.
fn row(
    name: String,
    months: Option<u16>,
    sum: &Shares,
    shown: &[(&'static str, Read)],
) -> Vec<Written> {
    let mut cells = vec![name.written()];
    cells.extend(months.map(|months| months.written()));
    cells.extend(shown.iter().map(|(_, read)| {
        let amount = read(sum);
        view! { <Amount of=amount words=false/> }.written()
    }));
    cells
}
