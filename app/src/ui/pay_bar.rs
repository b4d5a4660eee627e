//! Who paid what: one bar from the total down to cash, and the same figures in a table.

mod payer;

use domain::money::Money;
use leptos::prelude::*;

pub use payer::Payer;

use super::example::Example;
use super::share::percent;
use super::{Amount, IntoWritten, Look};

/// What one payer paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayPart {
    /// Who.
    pub payer: Payer,
    /// The amount.
    pub amount: Money,
}

/// The narrowest bar in px on a phone, from 48 rem on and from 72 rem on, with the class that
/// shows a label there.
const WIDTHS: [(usize, &str); 3] = [(250, ""), (560, "wide"), (780, "broad")];

/// The bar with its table. Parts without an amount are left out.
#[component]
pub fn PayBar(
    /// What the payers paid, in the order of settlement.
    parts: Vec<PayPart>,
) -> impl IntoView {
    let look = Look::current();
    let parts: Vec<PayPart> = parts
        .into_iter()
        .filter(|part| part.amount > Money::ZERO)
        .collect();
    let total = Money::from_fen(
        parts
            .iter()
            .map(|part| part.amount.fen())
            .fold(0, i64::saturating_add),
    );
    let hatch = look.fresh_id("hatch");
    let cross = look.fresh_id("cross");
    let spoken = spoken(look, &parts);
    let mut before = Money::ZERO;
    let mut bars = Vec::with_capacity(parts.len());
    for part in &parts {
        bars.push(segment(look, part, before, total, &hatch, &cross));
        before = Money::from_fen(before.fen().saturating_add(part.amount.fen()));
    }
    let rows: Vec<_> = parts
        .iter()
        .map(|part| row(look, part, total, &hatch, &cross))
        .collect();
    view! {
        <figure class="paybar">
            <svg width="100%" height="56" role="img" aria-label=spoken>
                <defs>{pattern(hatch.clone(), "rotate(45)")}{pattern(cross.clone(), "rotate(-45)")}</defs>
                {bars}
            </svg>
            <table role="table">
                <caption class="hidden">{look.pick("费用由谁支付", "Who paid what")}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{look.pick("谁付", "Paid by")}</th>
                        <th scope="col" role="columnheader" class="num share">{look.pick("占比", "Share")}</th>
                        <th scope="col" role="columnheader" class="num">{look.pick("金额", "Amount")}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
                <tfoot role="rowgroup">
                    <tr role="row">
                        <th scope="row" role="rowheader">{look.pick("总费用", "Total")}</th>
                        <td role="cell" class="share"></td>
                        <td role="cell" class="num"><Amount of=total/></td>
                    </tr>
                </tfoot>
            </table>
        </figure>
    }
}

fn pattern(id: String, turn: &'static str) -> impl IntoView {
    view! {
        <pattern id=id width="8" height="8" patternUnits="userSpaceOnUse" patternTransform=turn>
            <rect class="p-gap" width="8" height="8"></rect>
            <rect class="p-cash" width="5" height="8"></rect>
        </pattern>
    }
}

fn fill(payer: Payer, hatch: &str, cross: &str) -> Option<String> {
    match payer {
        Payer::SelfPayFirst => Some(format!("url(#{hatch})")),
        Payer::OutOfScope => Some(format!("url(#{cross})")),
        _ => None,
    }
}

fn segment(
    look: Look,
    part: &PayPart,
    before: Money,
    total: Money,
    hatch: &str,
    cross: &str,
) -> impl IntoView + use<> {
    let middle = Money::from_fen(before.fen().saturating_add(part.amount.fen() / 2));
    let label = part.payer.short(look);
    // A Chinese character takes 15 px at this size, a Latin one about 8.5.
    let needed: usize = label
        .chars()
        .map(|c| if c.is_ascii() { 17 } else { 30 })
        .sum::<usize>()
        / 2
        + 12;
    let share =
        usize::try_from(part.amount.fen().saturating_mul(1000) / total.fen().max(1)).unwrap_or(0);
    let fits = WIDTHS
        .into_iter()
        .find(|(width, _)| share * width / 1000 >= needed);
    let text = fits.map(|(_, class)| class).filter(|_| part.payer.class().is_some()).map(|class| {
        view! { <text class=class x=percent(middle, total) y="33" text-anchor="middle">{label}</text> }
    });
    view! {
        <rect class=part.payer.class() fill=fill(part.payer, hatch, cross) x=percent(before, total) y="0" width=percent(part.amount, total) height="56"></rect>
        {text}
    }
}

fn row(
    look: Look,
    part: &PayPart,
    total: Money,
    hatch: &str,
    cross: &str,
) -> impl IntoView + use<> {
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span class="who-pays">
                    <svg class="swatch" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                        <rect class=part.payer.class() fill=fill(part.payer, hatch, cross) width="16" height="16"></rect>
                    </svg>
                    <span>{part.payer.label(look)}</span>
                </span>
            </th>
            <td role="cell" class="num share muted">{share(part.amount, total)}</td>
            <td role="cell" class="num"><Amount of=part.amount/></td>
        </tr>
    }
}

/// The share with one decimal: `69.1%`.
fn share(part: Money, total: Money) -> String {
    let total = i128::from(total.fen()).max(1);
    let tenths = (i128::from(part.fen()) * 2000 + total) / (2 * total);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

fn spoken(look: Look, parts: &[PayPart]) -> String {
    let each: Vec<String> = parts
        .iter()
        .map(|part| format!("{} {}", part.payer.label(look), part.amount.yuan()))
        .collect();
    format!(
        "{}{}",
        look.pick("费用由谁支付：", "Who paid what: "),
        each.join(look.pick("，", ", "))
    )
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![
        Example::new(
            "低保家庭的一次住院",
            "A stay of a family on allowance",
            || {
                let parts = vec![
                    PayPart {
                        payer: Payer::Pool,
                        amount: Money::from_fen(15_202_500),
                    },
                    PayPart {
                        payer: Payer::Catastrophic,
                        amount: Money::from_fen(2_390_245),
                    },
                    PayPart {
                        payer: Payer::Assistance,
                        amount: Money::from_fen(2_386_167),
                    },
                    PayPart {
                        payer: Payer::OutOfScope,
                        amount: Money::from_fen(1_000_000),
                    },
                    PayPart {
                        payer: Payer::SelfPayFirst,
                        amount: Money::from_fen(600_000),
                    },
                    PayPart {
                        payer: Payer::Cash,
                        amount: Money::from_fen(421_088),
                    },
                ];
                view! { <PayBar parts/> }.written()
            },
        ),
        Example::new(
            "全由个人账户付",
            "All from the personal account",
            || {
                let parts = vec![PayPart {
                    payer: Payer::PersonalAccount,
                    amount: Money::from_fen(18_640),
                }];
                view! { <PayBar parts/> }.written()
            },
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::{Money, share};

    #[test]
    fn shares_are_rounded_half_up_to_one_decimal() {
        assert_eq!(
            share(Money::from_fen(15_202_500), Money::from_fen(22_000_000)),
            "69.1%"
        );
        assert_eq!(share(Money::from_fen(1), Money::from_fen(2000)), "0.1%");
        assert_eq!(share(Money::from_fen(7), Money::from_fen(7)), "100.0%");
    }
}
