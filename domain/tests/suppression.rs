//! What is shown of a table leaves every small count open: found by trying every table that shows
//! the same.

#![expect(
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use domain::suppression::{Counts, shown};
use proptest::prelude::*;

/// Rows that add up in two groups, and columns that add up: `rows` times `columns` counts, their
/// sums by group, and the total, each with its sum over the columns.
fn table(inner: &[Vec<u64>], first_group: usize) -> (Vec<u64>, Vec<(usize, Vec<usize>)>) {
    let columns = inner[0].len();
    let sum = |rows: &[Vec<u64>]| -> Vec<u64> {
        (0..columns)
            .map(|column| rows.iter().map(|row| row[column]).sum())
            .collect()
    };
    let (one, two) = inner.split_at(first_group);
    let mut rows = inner.to_vec();
    rows.extend([sum(one), sum(two), sum(inner)]);
    let width = columns + 1;
    let mut cells = Vec::new();
    let mut sums = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        cells.extend(row);
        cells.push(row.iter().sum());
        let begin = place * width;
        sums.push((begin + columns, (begin..begin + columns).collect()));
    }
    let count = inner.len();
    for column in 0..width {
        let at = |row: usize| row * width + column;
        sums.push((at(count), (0..first_group).map(at).collect()));
        sums.push((at(count + 1), (first_group..count).map(at).collect()));
        sums.push((at(count + 2), vec![at(count), at(count + 1)]));
    }
    (cells, sums)
}

/// Every table of inner counts up to `most` that shows `seen` and in which no hidden count is zero,
/// as far as a reader can tell.
fn alike(
    rows: usize,
    columns: usize,
    first_group: usize,
    seen: &[Option<u64>],
    most: u64,
) -> Vec<Vec<u64>> {
    let width = columns + 1;
    let mut found = Vec::new();
    let mut inner = vec![vec![0; columns]; rows];
    fn fill(
        place: usize,
        inner: &mut Vec<Vec<u64>>,
        seen: &[Option<u64>],
        (first_group, width, most): (usize, usize, u64),
        found: &mut Vec<Vec<u64>>,
    ) {
        let columns = width - 1;
        let (row, column) = (place / columns, place % columns);
        if row == inner.len() {
            let (cells, _) = table(inner, first_group);
            let shows = |(cell, seen): (&u64, &Option<u64>)| match seen {
                Some(count) => cell == count,
                None => *cell > 0,
            };
            if cells.iter().zip(seen).all(shows) {
                found.push(cells);
            }
            return;
        }
        let range = match seen[row * width + column] {
            Some(count) => count..=count,
            None => 1..=most,
        };
        for count in range {
            inner[row][column] = count;
            fill(place + 1, inner, seen, (first_group, width, most), found);
        }
    }
    fill(0, &mut inner, seen, (first_group, width, most), &mut found);
    found
}

fn inner(rows: usize, columns: usize) -> impl Strategy<Value = Vec<Vec<u64>>> {
    let count = prop_oneof![3 => Just(0_u64), 4 => 1_u64..3, 2 => 3_u64..6];
    prop::collection::vec(prop::collection::vec(count, columns), rows)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_small_count_can_be_worked_out(inner in inner(3, 2)) {
        let (cells, sums) = table(&inner, 2);
        let counts = Counts { cells: &cells, sums: &sums, least: 3 };
        let seen = shown(&counts);
        for (count, seen) in cells.iter().zip(&seen) {
            prop_assert!(seen.is_none_or(|seen| seen == *count && !(1..3).contains(count)));
        }
        if seen.iter().all(Option::is_none) {
            return Ok(());
        }
        let alike = alike(3, 2, 2, &seen, 6);
        prop_assert!(alike.contains(&cells));
        for (place, count) in cells.iter().enumerate().filter(|(_, count)| (1..3).contains(*count)) {
            let other = alike.iter().any(|table| table[place] != *count);
            prop_assert!(other, "{count} at {place} of {cells:?}, seen as {seen:?}");
        }
    }

    #[test]
    fn a_table_without_small_counts_is_shown_whole(
        inner in prop::collection::vec(prop::collection::vec(4_u64..100, 3), 3)
    ) {
        let (cells, sums) = table(&inner, 1);
        let seen = shown(&Counts { cells: &cells, sums: &sums, least: 4 });
        prop_assert_eq!(seen, cells.into_iter().map(Some).collect::<Vec<_>>());
    }
}
