//! Tables of counts of people that tell nothing of few people.
//!
//! The rule is one: people are put together until each lot is either nobody or large enough, and
//! whatever is shown is a sum of whole lots. A lot never reaches over two bands of columns, and the
//! bands are the same in every table of the same people. Whatever is added, taken away or compared
//! across the tables then comes to whole lots again, so that no group of fewer than the least can be
//! worked out from what is shown, neither one that is hidden nor what several hidden ones come to:
//!
//! - Columns that hold too few people altogether are taken together with a neighbour; which of them
//!   somebody stands in is told in no line that has people there.
//! - Within a band the lines of a table with too few people are taken together with another line. A
//!   line is shown there when it takes no lot apart.
//! - Lots of several lines have more people than lines: whoever knows that a hidden count is not
//!   zero could else tell that each is one.

/// A table of counts: each person stands in one line and one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breakdown<'a> {
    /// The finest lines, with a count for each column.
    pub lines: &'a [Vec<u64>],
    /// Lines that are sums of these, by their places.
    pub sums: &'a [Vec<usize>],
}

/// A line of counts by column, then all of them; `None` in place of one that is hidden.
pub type Line = Vec<Option<u64>>;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Everybody.
    pub everybody: Line,
    /// For each table its finest lines, then its sums.
    pub tables: Vec<Vec<Line>>,
}

/// What is shown of `tables` with so many columns, all of the same people. The columns stand in an
/// order in which neighbours can be taken together; `least` is the smallest number of people that is
/// told of. Nobody at all is shown too.
#[must_use]
pub fn shown(tables: &[Breakdown<'_>], columns: usize, least: u64) -> Shown {
    let (bands, enough) = bands(tables, columns, least);
    let told = tables.iter().map(|table| {
        let lots = lots(table, &bands, least);
        let line = |places: &[usize]| Whole { table, places }.told(columns, &bands, &lots, enough);
        let finest = (0..table.lines.len()).map(|place| line(&[place]));
        let sums = table.sums.iter().map(|places| line(places));
        finest.chain(sums).collect()
    });
    let told: Vec<Vec<Line>> = told.collect();
    let everybody = tables.first().map(|table| {
        let places: Vec<usize> = (0..table.lines.len()).collect();
        let whole = Whole {
            table,
            places: &places,
        };
        whole.told(columns, &bands, &vec![Vec::new(); bands.len()], enough)
    });
    Shown {
        everybody: everybody.unwrap_or_else(|| vec![Some(0); columns + 1]),
        tables: told,
    }
}

/// Whether so many people in so many `parts`, none of them empty, may be told of together.
fn is_enough(people: u64, parts: usize, least: u64) -> bool {
    people >= least && (parts <= 1 || u64::try_from(parts).is_ok_and(|parts| people > parts))
}

/// How many people `line` has in `band`.
fn within(line: &[u64], band: &[usize]) -> u64 {
    band.iter().filter_map(|column| line.get(*column)).sum()
}

/// The columns that have people, taken together until each band has enough; and whether it has,
/// which only the people of the whole table may fail.
fn bands(tables: &[Breakdown<'_>], columns: usize, least: u64) -> (Vec<Vec<usize>>, bool) {
    let lines = tables.first().map(|table| table.lines).unwrap_or_default();
    let people = |band: &[usize]| -> u64 { lines.iter().map(|line| within(line, band)).sum() };
    let is_safe = |band: &Vec<usize>| {
        let parts = tables.iter().map(|table| {
            let lines = table.lines.iter();
            lines.filter(|line| within(line, band) > 0).count()
        });
        let parts = parts.max().unwrap_or_default().max(band.len());
        is_enough(people(band), parts, least)
    };
    let each = (0..columns).map(|column| vec![column]);
    let mut bands: Vec<Vec<usize>> = each.filter(|band| people(band) > 0).collect();
    while let Some(place) = bands.iter().position(|band| !is_safe(band)) {
        let size = |place: usize| bands.get(place).map(|band| people(band));
        let before = place.checked_sub(1);
        let first = match (before, before.and_then(size), size(place + 1)) {
            (_, None, None) => return (bands, false),
            (Some(before), Some(_), None) => before,
            (Some(before), Some(one), Some(other)) if one <= other => before,
            _ => place,
        };
        let more = bands.remove(first + 1);
        if let Some(band) = bands.get_mut(first) {
            band.extend(more);
        }
    }
    (bands, true)
}

/// The lots of a table in each band: lines with people, taken together until each lot has enough.
fn lots(table: &Breakdown<'_>, bands: &[Vec<usize>], least: u64) -> Vec<Vec<Vec<usize>>> {
    let mut held: Vec<usize> = Vec::new();
    let mut all = Vec::new();
    for band in bands {
        let count = |place: &usize| table.lines.get(*place).map_or(0, |line| within(line, band));
        let people = |lot: &[usize]| -> u64 { lot.iter().map(count).sum() };
        let each = (0..table.lines.len()).filter(|place| count(place) > 0);
        let mut lots: Vec<Vec<usize>> = each.map(|place| vec![place]).collect();
        while let Some(place) = lots
            .iter()
            .position(|lot| !is_enough(people(lot), lot.len(), least))
        {
            let small = lots.remove(place);
            // Few sums are to be hidden, then few lines that are not hidden anyway.
            let best = lots.iter_mut().min_by_key(|lot| {
                let inside = |sum: &[usize], lot: &[usize]| lot.iter().all(|one| sum.contains(one));
                let broken = table.sums.iter();
                let broken = broken.filter(|sum| inside(sum, lot) != inside(sum, &small));
                let fresh = lot.iter().filter(|place| !held.contains(place));
                (broken.count(), fresh.count(), people(lot))
            });
            match best {
                Some(best) => best.extend(small),
                None => {
                    // Only where everybody is too few, and all is hidden.
                    lots.push(small);
                    break;
                }
            }
        }
        held.extend(lots.iter().filter(|lot| lot.len() > 1).flatten());
        all.push(lots);
    }
    all
}

/// A line, or a sum of lines.
struct Whole<'a> {
    table: &'a Breakdown<'a>,
    places: &'a [usize],
}

impl Whole<'_> {
    fn told(
        &self,
        columns: usize,
        bands: &[Vec<usize>],
        lots: &[Vec<Vec<usize>>],
        enough: bool,
    ) -> Line {
        let mut line = vec![Some(0); columns];
        let (mut all, mut is_whole) = (0, true);
        for (band, lots) in bands.iter().zip(lots) {
            let people = self.people(band);
            if people == 0 {
                continue;
            }
            let whole = enough && lots.iter().all(|lot| !self.takes_apart(lot));
            for column in band {
                if let Some(cell) = line.get_mut(*column) {
                    *cell = (whole && band.len() == 1).then_some(people);
                }
            }
            all += people;
            is_whole &= whole;
        }
        line.push(is_whole.then_some(all));
        line
    }

    fn people(&self, band: &[usize]) -> u64 {
        let lines = self.places.iter();
        let lines = lines.filter_map(|place| self.table.lines.get(*place));
        lines.map(|line| within(line, band)).sum()
    }

    fn takes_apart(&self, lot: &[usize]) -> bool {
        let inside = lot.iter().filter(|place| self.places.contains(place));
        !matches!(inside.count(), count if count == 0 || count == lot.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One line.
    fn line(cells: &[u64]) -> Line {
        let lines = [cells.to_vec()];
        let table = Breakdown {
            lines: &lines,
            sums: &[],
        };
        let shown = shown(&[table], cells.len(), 5);
        assert_eq!(shown.tables, [[shown.everybody.clone()]]);
        shown.everybody
    }

    #[test]
    fn large_counts_and_nobody_are_shown() {
        assert_eq!(line(&[10, 20, 0]), [Some(10), Some(20), Some(0), Some(30)]);
        assert_eq!(line(&[0, 0]), [Some(0); 3]);
    }

    #[test]
    fn what_hidden_counts_come_to_is_large_enough() {
        assert_eq!(
            line(&[17, 2, 2, 0]),
            [None, None, None, Some(0), Some(21)],
            "2 and 2 are not enough either"
        );
        assert_eq!(
            line(&[243, 6, 51, 4]),
            [Some(243), Some(6), None, None, Some(304)]
        );
        assert_eq!(line(&[1, 1, 1, 1, 1]), [None; 6], "each would be one");
        assert_eq!(line(&[3, 0]), [None, Some(0), None]);
    }

    #[test]
    fn another_table_of_the_same_people_hides_the_same_columns() {
        let (people, causes) = (
            [vec![200, 3, 20], vec![43, 2, 31]],
            [vec![243, 0, 0], vec![0, 5, 40], vec![0, 0, 11]],
        );
        let tables = [
            Breakdown {
                lines: &people,
                sums: &[],
            },
            Breakdown {
                lines: &causes,
                sums: &[],
            },
        ];
        let shown = shown(&tables, 3, 10);
        assert_eq!(shown.everybody, [Some(243), None, None, Some(299)]);
        assert_eq!(shown.tables[0][0], [Some(200), None, None, Some(223)]);
        assert_eq!(shown.tables[1][1], [Some(0), None, None, Some(45)]);
        assert_eq!(shown.tables[1][2], [Some(0), None, None, Some(11)]);
    }

    #[test]
    fn a_sum_stays_where_its_own_lines_are_taken_together() {
        let lines = [vec![40], vec![3], vec![20]];
        let table = Breakdown {
            lines: &lines,
            sums: &[vec![0, 1], vec![2]],
        };
        let shown = shown(&[table], 1, 5);
        assert_eq!(shown.tables[0][0], [None, None]);
        assert_eq!(shown.tables[0][1], [None, None]);
        assert_eq!(shown.tables[0][2], [Some(20), Some(20)]);
        assert_eq!(shown.tables[0][3], [Some(43), Some(43)]);
    }
}
