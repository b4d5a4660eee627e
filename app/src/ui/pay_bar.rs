//! Who paid what: one bar from the total down to cash, and the same figures in a table.

mod payer;

use domain::money::Money;
use leptos::prelude::*;

pub use payer::Payer;

use super::example::Example;
use super::markup::Markup;
use super::share::percent;
use super::{IntoWritten, Look, amount};

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
    let (hatch, cross) = (look.fresh_id("hatch"), look.fresh_id("cross"));
    let mut markup = Markup::default();
    let patterns = Patterns {
        hatch: &hatch,
        cross: &cross,
    };
    write(&mut markup, parts, look, patterns);
    markup.written()
}

/// The ids of the two patterns that fill what the person pays for other reasons than cash.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Patterns<'a> {
    /// Of what comes first of class B.
    pub(crate) hatch: &'a str,
    /// Of what is outside the catalogue.
    pub(crate) cross: &'a str,
}

/// Writes the bar and its table.
pub(crate) fn write(
    markup: &mut Markup,
    mut parts: Vec<PayPart>,
    look: Look,
    patterns: Patterns<'_>,
) {
    parts.retain(|part| part.amount > Money::ZERO);
    let total: Money = parts.iter().map(|part| part.amount).sum();
    markup.html("<figure class=\"paybar\"><svg width=\"100%\" height=\"56\" role=\"img\"");
    markup.attribute("aria-label", Some(&spoken(look, &parts)));
    markup.html("><defs>");
    pattern(markup, patterns.hatch, "rotate(45)");
    pattern(markup, patterns.cross, "rotate(-45)");
    markup.html("</defs>");
    let mut before = Money::ZERO;
    for part in &parts {
        segment(markup, look, part, before, total, patterns);
        before += part.amount;
    }
    markup.html("</svg><table role=\"table\"><caption class=\"hidden\">");
    markup.html(look.pick("费用由谁支付", "Who paid what"));
    markup.html("</caption><thead role=\"rowgroup\"><tr role=\"row\">");
    markup.html("<th scope=\"col\" role=\"columnheader\">");
    markup.html(look.pick("谁付", "Paid by"));
    markup.html("</th><th scope=\"col\" role=\"columnheader\" class=\"num share\">");
    markup.html(look.pick("占比", "Share"));
    markup.html("</th><th scope=\"col\" role=\"columnheader\" class=\"num\">");
    markup.html(look.pick("金额", "Amount"));
    markup.html("</th></tr></thead><tbody role=\"rowgroup\">");
    for part in &parts {
        row(markup, look, part, total, patterns);
    }
    markup.html("</tbody><tfoot role=\"rowgroup\"><tr role=\"row\">");
    markup.html("<th scope=\"row\" role=\"rowheader\">");
    markup.html(look.pick("总费用", "Total"));
    markup.html("</th><td role=\"cell\" class=\"share\"></td><td role=\"cell\" class=\"num\">");
    amount::write(markup, total, look);
    markup.html("</td></tr></tfoot></table></figure>");
}

fn pattern(markup: &mut Markup, id: &str, turn: &'static str) {
    markup.html("<pattern").attribute("id", Some(id));
    markup.html(" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"");
    markup.attribute("patternTransform", Some(turn));
    markup.html("><rect class=\"p-gap\" width=\"8\" height=\"8\"></rect>");
    markup.html("<rect class=\"p-cash\" width=\"5\" height=\"8\"></rect></pattern>");
}

/// Begins a box in the colour or with the pattern of the payer.
fn filled(markup: &mut Markup, payer: Payer, patterns: Patterns<'_>) {
    let pattern = match payer {
        Payer::SelfPayFirst => Some(patterns.hatch),
        Payer::OutOfScope => Some(patterns.cross),
        _ => None,
    };
    markup.html("<rect").attribute("class", payer.class());
    if let Some(id) = pattern {
        markup.html(" fill=\"url(#").text(id).html(")\"");
    }
}

fn segment(
    markup: &mut Markup,
    look: Look,
    part: &PayPart,
    before: Money,
    total: Money,
    patterns: Patterns<'_>,
) {
    let middle = before + Money::from_fen(part.amount.fen() / 2);
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
    filled(markup, part.payer, patterns);
    markup.attribute("x", Some(&percent(before, total)));
    markup.html(" y=\"0\"");
    markup.attribute("width", Some(&percent(part.amount, total)));
    markup.html(" height=\"56\"></rect>");
    let fits = WIDTHS
        .into_iter()
        .find(|(width, _)| share * width / 1000 >= needed);
    if let Some((_, class)) = fits.filter(|_| part.payer.class().is_some()) {
        markup.html("<text").attribute("class", Some(class));
        markup.attribute("x", Some(&percent(middle, total)));
        markup.html(" y=\"33\" text-anchor=\"middle\">").text(label);
        markup.html("</text>");
    }
}

fn row(markup: &mut Markup, look: Look, part: &PayPart, total: Money, patterns: Patterns<'_>) {
    markup.html("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\"><span class=\"who-pays\">");
    markup.html("<svg class=\"swatch\" width=\"16\" height=\"16\" viewBox=\"0 0 16 16\"");
    markup.html(" aria-hidden=\"true\" focusable=\"false\">");
    filled(markup, part.payer, patterns);
    markup.html(" width=\"16\" height=\"16\"></rect></svg><span>");
    markup
        .text(part.payer.label(look))
        .html("</span></span></th>");
    markup.html("<td role=\"cell\" class=\"num share muted\">");
    markup.text(&share(part.amount, total));
    markup.html("</td><td role=\"cell\" class=\"num\">");
    amount::write(markup, part.amount, look);
    markup.html("</td></tr>");
}

/// The share with one decimal: `69.1%`.
fn share(part: Money, total: Money) -> String {
    let total = i128::from(total.fen()).max(1);
    let tenths = (i128::from(part.fen()) * 2000 + total) / (2 * total);
    let tenths = u64::try_from(tenths).unwrap_or_default();
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
        Example::new(
            "自己的账户和家人的账户",
            "One's own account and one of the family",
            || {
                let part = |payer, yuan| PayPart {
                    payer,
                    amount: Money::from_yuan(yuan),
                };
                let parts = vec![
                    part(Payer::Pool, 700),
                    part(Payer::PersonalAccount, 150),
                    part(Payer::FamilyAccount, 100),
                    part(Payer::AllCash, 50),
                ];
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
