//! Puts bills together from the sample price list.

use domain::money::{BasisPoints, Money};
use domain::settlement::{ItemClass, LineItem, VisitKind};

use super::catalogue::{DIAGNOSES, ITEMS, Item};
use super::dice::Dice;
use crate::records::BilledItem;

/// A bill of about `lines` items for what `theme` says is wrong.
pub(super) fn bill(dice: &mut Dice, theme: &str, kind: VisitKind, lines: usize) -> Vec<BilledItem> {
    let of = |wanted: &str| -> Vec<&'static Item> {
        ITEMS
            .iter()
            .filter(|item| item.theme == wanted && item.is_for(kind))
            .collect()
    };
    let mut chosen: Vec<&Item> = of(theme);
    shuffle(dice, &mut chosen);
    chosen.truncate(lines);
    let around = if kind == VisitKind::Inpatient {
        "stay"
    } else {
        "general"
    };
    for filler in [around, "general"] {
        let mut more = of(filler);
        shuffle(dice, &mut more);
        more.retain(|item| chosen.iter().all(|known| known.code != item.code));
        more.truncate(lines.saturating_sub(chosen.len()));
        chosen.extend(more);
    }
    chosen
        .into_iter()
        .map(|item| billed(item, dice.between(1, item.most)))
        .collect()
}

/// The diagnosis for `theme`, as the encrypted column holds it.
pub(super) fn diagnosis(dice: &mut Dice, theme: &str) -> String {
    let fitting: Vec<_> = DIAGNOSES
        .iter()
        .filter(|known| known.theme == theme)
        .collect();
    dice.pick(&fitting)
        .map_or_else(String::new, |one| format!("{} {}", one.code, one.name))
}

/// The first diagnosis for `theme`, without a roll.
pub(super) fn first_diagnosis(theme: &str) -> String {
    let mut fitting = DIAGNOSES.iter().filter(|known| known.theme == theme);
    fitting
        .next()
        .map_or_else(String::new, |one| format!("{} {}", one.code, one.name))
}

/// So many of an item of the price list, without a roll; `None` for a code that it has not.
pub(super) fn from_list(code: &str, quantity: i64) -> Option<BilledItem> {
    let item = ITEMS.iter().find(|item| item.code == code)?;
    Some(billed(item, quantity))
}

/// An item put on the bill by hand: code, name, class, self-pay-first, amount in yuan.
pub(super) fn by_hand(
    code: &str,
    name: &str,
    class: ItemClass,
    self_pay_first: i32,
    yuan: i64,
) -> BilledItem {
    BilledItem {
        code: code.to_owned(),
        name: name.to_owned(),
        quantity_milli: 1_000,
        line: LineItem {
            amount: Money::from_yuan(yuan),
            class,
            self_pay_first: BasisPoints::new(self_pay_first),
            over_ceiling: Money::ZERO,
        },
    }
}

fn billed(item: &Item, quantity: i64) -> BilledItem {
    BilledItem {
        code: item.code.to_owned(),
        name: item.name.to_owned(),
        quantity_milli: quantity * 1_000,
        line: LineItem {
            amount: Money::from_fen(item.price.fen() * quantity),
            class: item.class,
            self_pay_first: item.self_pay_first,
            over_ceiling: Money::from_fen(item.over_ceiling.fen() * quantity),
        },
    }
}

fn shuffle<T>(dice: &mut Dice, items: &mut [T]) {
    for last in (1..items.len()).rev() {
        let other = dice.below(u64::try_from(last + 1).unwrap_or_default());
        items.swap(last, usize::try_from(other).unwrap_or_default());
    }
}
