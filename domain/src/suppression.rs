//! Tables of counts of people that tell nothing of few people.
//!
//! A count below the least is hidden, and as many others as it takes that it cannot be worked out
//! from those that are shown. That this is so is proven for each table, and not taken for granted:
//! for every hidden count another table is found that shows the same and has another number there.

/// A table of counts, some of which are the sums of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts<'a> {
    /// Every count, sums included.
    pub cells: &'a [u64],
    /// The place of each sum, and the places of the counts that it is the sum of.
    pub sums: &'a [(usize, Vec<usize>)],
    /// The smallest count of people that is shown. Nobody at all is shown too.
    pub least: u64,
}

/// Arithmetic is done modulo this prime. Tables of rows and columns have no other factors than one,
/// and each direction that comes out is checked in whole numbers.
const PRIME: i64 = 1_000_003;

/// What is shown of `counts`: `None` in place of a count that is hidden.
#[must_use]
pub fn shown(counts: &Counts<'_>) -> Vec<Option<u64>> {
    let mut table = Table::of(counts);
    while let Some(cell) = table.open() {
        if !table.hide_beside(cell) {
            // Nothing is left to hide it among.
            return vec![None; counts.cells.len()];
        }
    }
    let cells = counts.cells.iter().zip(&table.hidden);
    cells
        .map(|(count, hidden)| (!hidden).then_some(*count))
        .collect()
}

struct Table {
    values: Vec<i64>,
    /// Those that are to be protected.
    small: Vec<bool>,
    hidden: Vec<bool>,
    /// Each row is zero when the counts are put in.
    equations: Vec<Vec<(usize, i64)>>,
}

impl Table {
    fn of(counts: &Counts<'_>) -> Self {
        let small: Vec<bool> = counts
            .cells
            .iter()
            .map(|count| (1..counts.least).contains(count))
            .collect();
        let equation = |(sum, parts): &(usize, Vec<usize>)| {
            let parts = parts.iter().map(|part| (*part, 1));
            parts.chain([(*sum, -1)]).collect()
        };
        Self {
            values: counts
                .cells
                .iter()
                .map(|count| i64::try_from(*count).unwrap_or(i64::MAX))
                .collect(),
            hidden: small.clone(),
            small,
            equations: counts.sums.iter().map(equation).collect(),
        }
    }

    fn value(&self, cell: usize) -> i64 {
        self.values.get(cell).copied().unwrap_or_default()
    }

    fn is_hidden(&self, cell: usize) -> bool {
        self.hidden.get(cell).copied().unwrap_or(true)
    }

    /// A small count that can be worked out, as far as is known.
    fn open(&self) -> Option<usize> {
        let ways = self.ways();
        let small = self.small.iter().enumerate().filter(|(_, small)| **small);
        small
            .map(|(cell, _)| cell)
            .find(|cell| !self.is_protected(*cell, &ways))
    }

    /// Whether another table shows the same and has another number in `cell`. Whoever reads the
    /// table knows that a hidden count is not zero.
    fn is_protected(&self, cell: usize, ways: &[Vec<i64>]) -> bool {
        let moves = |way: &[i64]| way.get(cell).is_some_and(|step| *step != 0);
        let mut single = ways.iter().filter(|way| moves(way));
        if single.any(|way| self.can_go(way)) {
            return true;
        }
        ways.iter().any(|one| {
            ways.iter().any(|other| {
                [1, -1].into_iter().any(|sign| {
                    let both = one.iter().zip(other).map(|(one, other)| one + sign * other);
                    let both: Vec<i64> = both.collect();
                    moves(&both) && self.can_go(&both)
                })
            })
        })
    }

    /// Whether the counts may be changed along `way`, or against it.
    fn can_go(&self, way: &[i64]) -> bool {
        [1, -1].into_iter().any(|sign| {
            let mut steps = way.iter().enumerate().filter(|(_, step)| **step != 0);
            steps.all(|(cell, step)| self.value(cell) + sign * step >= 1)
        })
    }

    /// Hides one more count, the smallest beside `cell` in a sum, else anywhere; `false` when every
    /// count that is not zero is hidden.
    fn hide_beside(&mut self, cell: usize) -> bool {
        let free = |other: &usize| !self.is_hidden(*other) && self.value(*other) > 0;
        let beside = self
            .equations
            .iter()
            .filter(|equation| equation.iter().any(|(place, _)| *place == cell))
            .flatten()
            .map(|(place, _)| *place)
            .filter(free)
            .min_by_key(|place| self.value(*place));
        let any = (0..self.values.len())
            .filter(free)
            .min_by_key(|place| self.value(*place));
        let Some(hidden) = beside.or(any).and_then(|place| self.hidden.get_mut(place)) else {
            return false;
        };
        *hidden = true;
        true
    }

    /// The independent ways in which the hidden counts may change together while all sums hold and
    /// nothing that is shown changes: whole numbers, one for each cell.
    fn ways(&self) -> Vec<Vec<i64>> {
        let unknown: Vec<usize> = (0..self.values.len())
            .filter(|cell| self.is_hidden(*cell))
            .collect();
        let row = |equation: &Vec<(usize, i64)>| -> Vec<i64> {
            let factor = |cell: &usize| {
                let found = equation.iter().filter(|(place, _)| place == cell);
                found.map(|(_, factor)| *factor).sum::<i64>()
            };
            unknown.iter().map(factor).collect()
        };
        let rows: Vec<Vec<i64>> = self.equations.iter().map(row).collect();
        let (reduced, pivots) = reduced(rows, unknown.len());
        let free = (0..unknown.len()).filter(|column| !pivots.contains(column));
        let ways = free.map(|column| {
            let mut way = vec![0; self.values.len()];
            let mut put = |column: usize, step: i64| {
                let cell = unknown.get(column).and_then(|cell| way.get_mut(*cell));
                if let Some(cell) = cell {
                    *cell = step;
                }
            };
            put(column, 1);
            for (row, pivot) in reduced.iter().zip(&pivots) {
                let factor = row.get(column).copied().unwrap_or_default();
                put(*pivot, signed(-factor));
            }
            way
        });
        ways.filter(|way| self.holds(way)).collect()
    }

    /// Whether all sums hold after a change along `way`.
    fn holds(&self, way: &[i64]) -> bool {
        self.equations.iter().all(|equation| {
            let step = |cell: &usize| way.get(*cell).copied().unwrap_or_default();
            equation
                .iter()
                .map(|(cell, factor)| factor * step(cell))
                .sum::<i64>()
                == 0
        })
    }
}

/// The number between minus and plus half the prime.
const fn signed(number: i64) -> i64 {
    let number = number.rem_euclid(PRIME);
    if number > PRIME / 2 {
        number - PRIME
    } else {
        number
    }
}

/// Rows in reduced echelon form, and the column in which each begins.
fn reduced(mut rows: Vec<Vec<i64>>, columns: usize) -> (Vec<Vec<i64>>, Vec<usize>) {
    let at = |row: &[i64], column: usize| row.get(column).copied().unwrap_or_default();
    let mut done: Vec<Vec<i64>> = Vec::new();
    let mut pivots = Vec::new();
    for column in 0..columns {
        let Some(place) = rows
            .iter()
            .position(|row| at(row, column).rem_euclid(PRIME) != 0)
        else {
            continue;
        };
        let pivot = rows.swap_remove(place);
        let factor = inverse(at(&pivot, column));
        let pivot: Vec<i64> = pivot
            .iter()
            .map(|number| (number * factor).rem_euclid(PRIME))
            .collect();
        for row in rows.iter_mut().chain(&mut done) {
            let times = at(row, column);
            for (number, of_pivot) in row.iter_mut().zip(&pivot) {
                *number = (*number - times * of_pivot).rem_euclid(PRIME);
            }
        }
        done.push(pivot);
        pivots.push(column);
    }
    (done, pivots)
}

/// The number that gives one, multiplied with `number`, modulo the prime.
fn inverse(number: i64) -> i64 {
    let (mut base, mut exponent, mut result) = (number.rem_euclid(PRIME), PRIME - 2, 1);
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent /= 2;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cells: &[u64]) -> Vec<Option<u64>> {
        let sums = [(0, (1..cells.len()).collect())];
        shown(&Counts {
            cells,
            sums: &sums,
            least: 5,
        })
    }

    #[test]
    fn large_counts_and_nobody_are_shown() {
        assert_eq!(
            line(&[30, 10, 20, 0]),
            [Some(30), Some(10), Some(20), Some(0)]
        );
        assert_eq!(line(&[0, 0, 0]), [Some(0); 3]);
    }

    #[test]
    fn a_total_does_not_give_a_small_count_away() {
        let shown = line(&[33, 3, 10, 20, 0]);
        assert_eq!(shown, [Some(33), None, None, Some(20), Some(0)]);
    }

    #[test]
    fn two_small_counts_that_must_be_one_each_are_not_left_alone() {
        let shown = line(&[22, 1, 1, 20]);
        assert_eq!(shown.iter().filter(|one| one.is_none()).count(), 3);
    }

    #[test]
    fn the_only_few_take_the_total_with_them() {
        assert_eq!(line(&[3, 3, 0, 0]), [None, None, Some(0), Some(0)]);
    }
}
