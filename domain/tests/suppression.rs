//! From what is shown of two tables of the same people no small group can be worked out, found by
//! trying every pair of tables that shows the same.

#![expect(
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeMap;

use domain::suppression::{Breakdown, Line, Shown, shown};
use proptest::prelude::*;

const LEAST: u64 = 3;
const COLUMNS: usize = 2;
/// Three groups, of which the first two make a scheme.
const GROUPS: usize = 3;
const CAUSES: usize = 2;

type Lines = Vec<Vec<u64>>;

fn told(groups: &[Vec<u64>], causes: &[Vec<u64>]) -> Shown {
    let sums = [vec![0, 1], vec![2]];
    let groups = Breakdown {
        lines: groups,
        sums: &sums,
    };
    let causes = Breakdown {
        lines: causes,
        sums: &[],
    };
    shown(&[groups, causes], COLUMNS, LEAST)
}

/// Groups by column and causes by column of the people of each group, cause and column.
fn tables(people: &[u64]) -> (Lines, Lines) {
    let mut groups = vec![vec![0; COLUMNS]; GROUPS];
    let mut causes = vec![vec![0; COLUMNS]; CAUSES];
    for (place, count) in people.iter().enumerate() {
        let (row, column) = (place / COLUMNS, place % COLUMNS);
        groups[row / CAUSES][column] += count;
        causes[row % CAUSES][column] += count;
    }
    (groups, causes)
}

fn sum(lines: &[Vec<u64>], column: usize, places: &[usize]) -> u64 {
    places.iter().map(|place| lines[*place][column]).sum()
}

fn all(lines: &[Vec<u64>]) -> Vec<usize> {
    (0..lines.len()).collect()
}

/// Whether `lines` could be what is shown as `told`, as far as its reader can say: one who takes it
/// that no hidden count is zero, unless whole columns are hidden.
fn fits(lines: &[Vec<u64>], sums: &[Vec<usize>], told: &[Line], everybody: &Line) -> bool {
    let own: Vec<Vec<usize>> = (0..lines.len()).map(|place| vec![place]).collect();
    let every = all(lines);
    let lines_told = own.iter().chain(sums).zip(told);
    lines_told
        .chain([(&every, everybody)])
        .all(|(places, told)| {
            let mut whole = 0;
            let cells = (0..COLUMNS).all(|column| {
                let count = sum(lines, column, places);
                whole += count;
                match told[column] {
                    Some(told) => count == told,
                    None => count > 0 || (everybody[column].is_none() && *places != every),
                }
            });
            cells && told[COLUMNS].is_none_or(|told| told == whole)
        })
}

/// Every table of counts up to `most` that fits.
fn alike(height: usize, most: u64, fits: impl Fn(&Lines) -> bool) -> Vec<Lines> {
    let mut found = Vec::new();
    let mut lines = vec![vec![0; COLUMNS]; height];
    loop {
        if fits(&lines) {
            found.push(lines.clone());
        }
        // The next one, like a number with a digit for each count.
        let next =
            (0..height * COLUMNS).find(|place| lines[place / COLUMNS][place % COLUMNS] < most);
        let Some(next) = next else {
            return found;
        };
        for place in 0..next {
            lines[place / COLUMNS][place % COLUMNS] = 0;
        }
        lines[next / COLUMNS][next % COLUMNS] += 1;
    }
}

/// The smallest and the largest number of people that `part` can stand for, by what the columns
/// come to.
fn range(tables: &[Lines], part: impl Fn(&Lines) -> u64) -> BTreeMap<Vec<u64>, (u64, u64)> {
    let mut found = BTreeMap::new();
    for lines in tables {
        let every = all(lines);
        let key = (0..COLUMNS).map(|column| sum(lines, column, &every));
        let count = part(lines);
        let (least, most) = found.entry(key.collect()).or_insert((count, count));
        *least = count.min(*least);
        *most = count.max(*most);
    }
    found
}

fn subsets(of: usize) -> Vec<Vec<usize>> {
    let chosen = |number: usize| -> Vec<usize> {
        let places = (0..of).filter(|place| (number >> place) & 1 == 1);
        places.collect()
    };
    (0..1_usize << of).map(chosen).collect()
}

/// For each column some groups (`true`) or some causes.
fn choices() -> Vec<(bool, Vec<usize>)> {
    let groups = subsets(GROUPS).into_iter().map(|places| (true, places));
    let causes = subsets(CAUSES).into_iter().map(|places| (false, places));
    groups.chain(causes).collect()
}

fn people() -> impl Strategy<Value = Vec<u64>> {
    let count = prop_oneof![4 => Just(0_u64), 4 => Just(1_u64), 1 => Just(2_u64)];
    prop::collection::vec(count, GROUPS * CAUSES * COLUMNS)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn no_small_group_can_be_worked_out(people in people()) {
        let (groups, causes) = tables(&people);
        let told = told(&groups, &causes);
        let sums = [vec![0, 1], vec![2]];
        let most = |lines: &Lines| lines.iter().flatten().max().copied().unwrap_or_default() + 1;
        let fit = |lines: &Lines| fits(lines, &sums, &told.tables[0], &told.everybody);
        let alike_groups = alike(GROUPS, most(&groups), fit);
        let fit = |lines: &Lines| fits(lines, &[], &told.tables[1], &told.everybody);
        let alike_causes = alike(CAUSES, most(&causes), fit);
        prop_assert!(alike_groups.contains(&groups) && alike_causes.contains(&causes));
        for first in choices() {
            for second in choices() {
                let part = |lines: &Lines, of_groups: bool| -> u64 {
                    let both = [&first, &second].into_iter().enumerate();
                    let mine = both.filter(|(_, choice)| choice.0 == of_groups);
                    mine.map(|(column, choice)| sum(lines, column, &choice.1)).sum()
                };
                let of_groups = range(&alike_groups, |lines| part(lines, true));
                let of_causes = range(&alike_causes, |lines| part(lines, false));
                let ranges = of_groups.iter().filter_map(|(key, one)| {
                    let other = of_causes.get(key)?;
                    Some((one.0 + other.0, one.1 + other.1))
                });
                let (least, most) = ranges.fold((u64::MAX, 0), |found, one| {
                    (found.0.min(one.0), found.1.max(one.1))
                });
                let truth = part(&groups, true) + part(&causes, false);
                prop_assert!(least <= truth && truth <= most);
                prop_assert!(
                    least < most || truth == 0 || truth >= LEAST,
                    "{truth} people, {first:?} and {second:?}, of {groups:?} and {causes:?}, \
                     told as {told:?}"
                );
            }
        }
    }

    #[test]
    fn tables_without_small_counts_are_shown_whole(
        groups in prop::collection::vec(prop::collection::vec(4_u64..100, COLUMNS), GROUPS)
    ) {
        let every = all(&groups);
        let whole: Vec<u64> = (0..COLUMNS).map(|column| sum(&groups, column, &every)).collect();
        let told = told(&groups, std::slice::from_ref(&whole));
        for (place, line) in groups.iter().chain([&whole]).enumerate() {
            let told = if place < GROUPS { &told.tables[0][place] } else { &told.everybody };
            let total: u64 = line.iter().sum();
            let cells: Vec<Option<u64>> = line.iter().copied().chain([total]).map(Some).collect();
            prop_assert_eq!(told, &cells);
        }
    }
}
