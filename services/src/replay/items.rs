//! The items of a settlement, row by row, beside the bill that the settlement keeps and is computed
//! again from. Both were written together, so where they differ somebody changed one of them.

use std::collections::BTreeMap;

use domain::money::{BasisPoints, Money};
use domain::settlement::{Compared, ItemClass, LineItem};

use crate::records::{SettlementInput, divided};
use crate::store::entity::settlement_line;

/// So many items that differ are told of; of further ones only how many there are.
const MOST_TOLD: usize = 50;

/// An amount of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemFigure {
    /// The whole price.
    Amount,
    /// Above the price ceiling.
    OverCeiling,
    /// What the person pays first of class B.
    SelfPayFirst,
    /// Outside the catalogue.
    FullySelfPaid,
    /// What counts for reimbursement.
    InScope,
}

/// In what an item is not the one of the bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Odd {
    /// The bill has an item of this amount, and there is no row.
    Missing(Money),
    /// There is a row of this amount, and the bill has no such item.
    Added(Money),
    /// It says something else.
    Changed {
        /// The class of the row, by its code, and that of the bill.
        class: Option<(String, ItemClass)>,
        /// The share that the person pays first: of the row, and of the bill.
        share: Option<(BasisPoints, BasisPoints)>,
        /// The amounts that differ: `recorded` in the row, `computed` from the bill.
        figures: Vec<Compared<ItemFigure>>,
    },
}

/// An item that is not as in the bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OddItem {
    /// Its number on the bill, from 1.
    pub line_no: i32,
    /// What it is called; `None` when there is no row, or who reads it must not learn the name.
    pub name: Option<String>,
    /// In what it differs.
    pub odd: Odd,
}

/// The items of a settlement held against its bill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Items {
    /// How many the bill has; none for a refund, whose items are those of what it takes back.
    pub count: usize,
    /// Those that differ, by their number: the first fifty.
    pub odd: Vec<OddItem>,
    /// How many more differ.
    pub more: usize,
}

impl Items {
    /// Whether any item is not as in the bill.
    #[must_use]
    pub const fn differ(&self) -> bool {
        !self.odd.is_empty()
    }

    /// The same without what the items are called.
    pub(super) fn without_names(mut self) -> Self {
        for item in &mut self.odd {
            item.name = None;
        }
        self
    }

    /// Holds `rows` against the bill of `input`; against nothing for a refund.
    pub(super) fn of(
        input: &SettlementInput,
        refund: bool,
        rows: &[settlement_line::Model],
    ) -> Self {
        let bill = if refund {
            Vec::new()
        } else {
            input.line_items()
        };
        let count = bill.len();
        let mut pairs: BTreeMap<i32, (Option<&LineItem>, Option<&settlement_line::Model>)> =
            BTreeMap::new();
        for (line_no, line) in (1..).zip(&bill) {
            pairs.entry(line_no).or_default().0 = Some(line);
        }
        for row in rows {
            pairs.entry(row.line_no).or_default().1 = Some(row);
        }
        let odd = pairs.into_iter().filter_map(|(line_no, (line, row))| {
            Some(OddItem {
                line_no,
                name: row.map(|row| row.item_name.clone()),
                odd: compared(line, row)?,
            })
        });
        let mut odd: Vec<OddItem> = odd.collect();
        let more = odd.len().saturating_sub(MOST_TOLD);
        odd.truncate(MOST_TOLD);
        Self { count, odd, more }
    }
}

fn compared(line: Option<&LineItem>, row: Option<&settlement_line::Model>) -> Option<Odd> {
    let (line, row) = match (line, row) {
        (Some(line), Some(row)) => (line, row),
        (Some(line), None) => return Some(Odd::Missing(line.amount)),
        (None, Some(row)) => return Some(Odd::Added(Money::from_fen(row.amount))),
        (None, None) => return None,
    };
    let (first, own, scope) = divided(line);
    let both = [
        (ItemFigure::Amount, row.amount, line.amount),
        (ItemFigure::OverCeiling, row.over_ceiling, line.over_ceiling),
        (ItemFigure::SelfPayFirst, row.self_pay_first, first),
        (ItemFigure::FullySelfPaid, row.fully_self_paid, own),
        (ItemFigure::InScope, row.in_scope_amount, scope),
    ];
    let figures = both.map(|(what, recorded, computed)| Compared {
        what,
        recorded: Money::from_fen(recorded),
        computed,
    });
    let figures: Vec<_> = figures.into_iter().filter(Compared::differs).collect();
    let class = (row.item_class != line.class.code()).then(|| (row.item_class.clone(), line.class));
    let share = BasisPoints::new(row.self_pay_first_ratio);
    let share = (share != line.self_pay_first).then_some((share, line.self_pay_first));
    let same = figures.is_empty() && class.is_none() && share.is_none();
    (!same).then_some(Odd::Changed {
        class,
        share,
        figures,
    })
}

#[cfg(test)]
mod tests {
    use domain::settlement::{
        Accumulators, Bill, Level, PersonFacts, Remote, Scheme, Visit, VisitKind,
    };

    use super::*;

    fn input(count: usize) -> SettlementInput {
        let line = LineItem {
            amount: Money::from_fen(1_000),
            class: ItemClass::B,
            self_pay_first: BasisPoints::new(1_000),
            over_ceiling: Money::from_fen(100),
        };
        SettlementInput::of(&Bill {
            scheme: Scheme::Resident,
            person: PersonFacts {
                retired: false,
                age: 40,
                category: None,
                account_balance: Money::ZERO,
                family_balance: Money::ZERO,
            },
            visit: Visit {
                kind: VisitKind::Outpatient,
                disease: None,
                level: Level::L2,
                admission: 1,
                remote: Remote::Local,
            },
            lines: &vec![line; count],
            before: Accumulators::ZERO,
        })
    }

    fn row(line_no: i32) -> settlement_line::Model {
        settlement_line::Model {
            person_id: uuid::Uuid::nil(),
            settlement_id: uuid::Uuid::nil(),
            line_no,
            item_code: String::new(),
            item_name: "血常规".to_owned(),
            item_class: "B".to_owned(),
            quantity_milli: 1_000,
            amount: 1_000,
            self_pay_first_ratio: 1_000,
            over_ceiling: 100,
            self_pay_first: 90,
            fully_self_paid: 0,
            in_scope_amount: 810,
        }
    }

    #[test]
    fn what_is_as_in_the_bill_is_not_odd() {
        let held = Items::of(&input(2), false, &[row(1), row(2)]);
        assert_eq!((held.count, held.differ()), (2, false));
        let refund = Items::of(&input(2), true, &[]);
        assert_eq!(refund, Items::default());
    }

    #[test]
    fn each_amount_is_held_against_what_the_bill_gives() {
        let mut changed = row(1);
        changed.in_scope_amount = 811;
        let held = Items::of(&input(1), false, &[changed]);
        let figure = Compared {
            what: ItemFigure::InScope,
            recorded: Money::from_fen(811),
            computed: Money::from_fen(810),
        };
        let odd = Odd::Changed {
            class: None,
            share: None,
            figures: vec![figure],
        };
        assert_eq!(held.odd[0].odd, odd);
    }

    #[test]
    fn of_many_odd_items_the_first_are_told() {
        let held = Items::of(&input(60), false, &[row(61)]);
        assert_eq!((held.odd.len(), held.more), (MOST_TOLD, 11));
        assert_eq!(held.odd[0].odd, Odd::Missing(Money::from_fen(1_000)));
        let refund = Items::of(&input(60), true, &[row(1)]);
        assert_eq!(refund.odd[0].odd, Odd::Added(Money::from_fen(1_000)));
    }
}
