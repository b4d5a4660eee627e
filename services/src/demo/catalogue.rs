//! Sample drugs, services, consumables and diagnoses. Codes are valid by structure; drug codes
//! end in the company numbers 999xxx, which no company has.

use std::sync::LazyLock;

use domain::money::{BasisPoints, Money};
use domain::settlement::{ItemClass, VisitKind};

/// One item of the sample price list.
pub(super) struct Item {
    pub code: &'static str,
    pub name: &'static str,
    pub class: ItemClass,
    pub self_pay_first: BasisPoints,
    pub price: Money,
    /// The most of it on one bill.
    pub most: i64,
    /// What it is given for.
    pub theme: &'static str,
    pub outpatient: bool,
    pub inpatient: bool,
    /// How much of the price lies above the ceiling.
    pub over_ceiling: Money,
}

impl Item {
    pub(super) fn is_for(&self, kind: VisitKind) -> bool {
        if kind.is_stay() {
            self.inpatient
        } else {
            self.outpatient
        }
    }
}

/// A diagnosis with its national code.
pub(super) struct Diagnosis {
    pub theme: &'static str,
    pub code: &'static str,
    pub name: &'static str,
}

pub(super) static ITEMS: LazyLock<Vec<Item>> = LazyLock::new(|| {
    let table = include_str!("../../data/names/items.csv");
    table.lines().skip(1).filter_map(item).collect()
});

pub(super) static DIAGNOSES: LazyLock<Vec<Diagnosis>> = LazyLock::new(|| {
    let table = include_str!("../../data/names/diagnoses.csv");
    table.lines().skip(1).filter_map(diagnosis).collect()
});

fn item(line: &'static str) -> Option<Item> {
    let mut fields = line.split(',');
    let mut next = || fields.next();
    let (code, name) = (next()?, next()?);
    let class = ItemClass::from_code(next()?)?;
    let self_pay_first = BasisPoints::new(next()?.parse().ok()?);
    let price = Money::from_fen(next()?.parse().ok()?);
    let most = next()?.parse().ok()?;
    let theme = next()?;
    let kind = next()?;
    let over_ceiling = Money::from_fen(next()?.parse().ok()?);
    Some(Item {
        code,
        name,
        class,
        self_pay_first,
        price,
        most,
        theme,
        outpatient: kind != "i",
        inpatient: kind != "o",
        over_ceiling,
    })
}

fn diagnosis(line: &'static str) -> Option<Diagnosis> {
    let mut fields = line.split(',');
    Some(Diagnosis {
        theme: fields.next()?,
        code: fields.next()?,
        name: fields.next()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_shaped_like_its_code_set() {
        let rows = include_str!("../../data/names/items.csv").lines().count() - 1;
        assert_eq!(ITEMS.len(), rows);
        for item in ITEMS.iter() {
            let length = match item.code.as_bytes()[0] {
                b'X' | b'Z' => 23,
                b'C' => 27,
                _ => 15,
            };
            assert_eq!(item.code.len(), length, "{}", item.name);
            assert!(item.over_ceiling <= item.price && item.self_pay_first.is_share());
            assert!(
                DIAGNOSES.iter().any(|d| d.theme == item.theme),
                "{}",
                item.theme
            );
        }
    }
}
