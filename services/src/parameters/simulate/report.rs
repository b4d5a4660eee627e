//! What is told of a simulation: while it runs how far it is, and no count that would give somebody
//! away by how it grows; afterwards the whole, with small counts hidden.

use chrono::{DateTime, Utc};
use domain::money::Money;
use domain::settlement::Scheme;
use domain::suppression::{Breakdown, Line, shown};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::groups::{BANDS, Band, Group, Source};
use super::tally::Tally;
use crate::error::ServiceError;
use crate::parameters::queries;

/// The fewest people that are told of for each year: somebody may stand in a count once a year.
pub const LEAST: u64 = 5;

/// The states of a run in the store.
pub(super) mod state {
    pub(in super::super) const RUNNING: &str = "running";
    pub(in super::super) const DONE: &str = "done";
    pub(in super::super) const STALE: &str = "stale";
}

/// How a simulation stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunState {
    /// It goes on.
    Running,
    /// It came to its end.
    Done(Box<Report>),
    /// The draft was changed or closed meanwhile.
    Stale,
}

/// A simulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The content that is tried.
    pub content_hash: String,
    /// How many settlements were asked for.
    pub wanted: u64,
    /// How many were settled again so far.
    pub replayed: u64,
    /// How it stands.
    pub state: RunState,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
}

/// A line of a table: counts of people by band and all together; `None` where one is hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<T> {
    /// Whom it counts.
    pub of: T,
    /// The counts by band.
    pub bands: [Option<u64>; BANDS],
    /// All of them.
    pub all: Option<u64>,
}

/// What came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The smallest count that is shown.
    pub least: u64,
    /// How many benefit years were looked at, and from which to which.
    pub years: Option<(i32, i32)>,
    /// Everybody.
    pub everybody: Row<()>,
    /// By scheme.
    pub schemes: Vec<Row<Scheme>>,
    /// By group.
    pub groups: Vec<Row<Group>>,
    /// By what the change comes from: those sources that anybody has. None of a simulation that was
    /// counted before there were sources.
    pub sources: Vec<Row<Source>>,
    /// What pool, large-amount subsidy, catastrophic cover and assistance pay more, together with
    /// what people pay more; `None` for too few people, or when too few of them pay another amount.
    pub change: Option<([Money; 4], Money)>,
    /// Bills that the draft cannot settle.
    pub refused: u64,
    /// Bills that do not come out as stored.
    pub unlike: u64,
}

impl Report {
    /// What may be told of `tally`.
    #[must_use]
    pub fn of(tally: &Tally) -> Self {
        let years = u64::try_from(tally.years.len()).unwrap_or(u64::MAX);
        let least = LEAST * years.max(1);
        let groups: Vec<Vec<u64>> = Group::ALL
            .iter()
            .map(|group| counts(tally.groups.get(group)))
            .collect();
        let people = columns(&groups);
        let changed = people.iter().zip(Band::ALL);
        let changed = changed.filter(|(_, band)| *band != Band::Same);
        let changed: u64 = changed.map(|(count, _)| *count).sum();
        let schemes: Vec<Vec<usize>> = Scheme::ALL.iter().map(|scheme| members(*scheme)).collect();
        let kept: Vec<(Source, Vec<u64>)> = sources(tally);
        let lines: Vec<Vec<u64>> = kept.iter().map(|(_, line)| line.clone()).collect();
        let mut tables = vec![Breakdown {
            lines: &groups,
            sums: &schemes,
        }];
        if columns(&lines) == people {
            tables.push(Breakdown {
                lines: &lines,
                sums: &[],
            });
        }
        let told = shown(&tables, BANDS, least);
        let mut of_tables = told.tables.into_iter().map(Vec::into_iter);
        let mut of_groups = of_tables.next().unwrap_or_default();
        let groups: Vec<Row<Group>> = Group::ALL
            .into_iter()
            .zip(&mut of_groups)
            .map(|(group, line)| row(group, &line))
            .collect();
        let schemes: Vec<Row<Scheme>> = Scheme::ALL
            .iter()
            .zip(&mut of_groups)
            .map(|(scheme, line)| row(*scheme, &line))
            .collect();
        let of_sources = of_tables.next().unwrap_or_default();
        let sources = kept.into_iter().zip(of_sources);
        let sources = sources.map(|((source, _), line)| row(source, &line));
        let everybody = row((), &told.everybody);
        let tells = |count: &u64| *count == 0 || *count >= least;
        // A fund that pays another amount for few would tell what it is for them.
        let many = tally.moved.is_some_and(|moved| moved.iter().all(tells));
        Self {
            least,
            years: tally
                .years
                .first()
                .copied()
                .zip(tally.years.last().copied()),
            schemes,
            groups,
            sources: sources.collect(),
            change: everybody
                .all
                .filter(|all| *all >= least && tells(&changed) && many)
                .map(|_| (tally.funds, tally.burden)),
            everybody,
            refused: tally.refused,
            unlike: tally.unlike,
        }
    }
}

/// The places of the groups of `scheme`.
fn members(scheme: Scheme) -> Vec<usize> {
    let places = Group::ALL.into_iter().enumerate();
    places
        .filter(|(_, group)| group.scheme() == scheme)
        .map(|(place, _)| place)
        .collect()
}

fn counts(bands: Option<&[u64; BANDS]>) -> Vec<u64> {
    bands.copied().unwrap_or_default().to_vec()
}

/// The sources that anybody has, with their people by band.
fn sources(tally: &Tally) -> Vec<(Source, Vec<u64>)> {
    let known = Source::all().into_iter();
    known
        .filter_map(|source| Some((source, counts(Some(tally.sources.get(source.code())?)))))
        .collect()
}

/// The sums of the columns.
fn columns(lines: &[Vec<u64>]) -> [u64; BANDS] {
    let mut sums = [0; BANDS];
    for line in lines {
        for (sum, count) in sums.iter_mut().zip(line) {
            *sum += count;
        }
    }
    sums
}

fn row<T>(of: T, cells: &Line) -> Row<T> {
    let mut bands = [None; BANDS];
    for (band, cell) in bands.iter_mut().zip(cells) {
        *band = *cell;
    }
    Row {
        of,
        bands,
        all: cells.get(BANDS).copied().flatten(),
    }
}

#[derive(FromQueryResult)]
pub(super) struct RunRow {
    content_hash: String,
    state: String,
    wanted: i64,
    replayed: i64,
    tally: String,
    asked_at: DateTime<Utc>,
    ended_at: Option<DateTime<Utc>>,
}

impl RunRow {
    pub(super) fn is_running_for(&self, content_hash: &str) -> bool {
        self.state == state::RUNNING && self.content_hash == content_hash
    }

    fn read(self) -> Result<Run, ServiceError> {
        let state = match self.state.as_str() {
            state::RUNNING => RunState::Running,
            state::DONE => {
                let tally: Tally =
                    serde_json::from_str(&self.tally).map_err(ServiceError::internal)?;
                RunState::Done(Box::new(Report::of(&tally)))
            }
            _ => RunState::Stale,
        };
        Ok(Run {
            content_hash: self.content_hash,
            wanted: u64::try_from(self.wanted).unwrap_or_default(),
            replayed: u64::try_from(self.replayed).unwrap_or_default(),
            state,
            asked_at: self.asked_at,
            ended_at: self.ended_at,
        })
    }
}

/// The newest simulation of the set `id`.
///
/// # Errors
/// From the store; `Internal` when it cannot be read.
pub async fn newest(
    connection: &impl ConnectionTrait,
    id: &str,
) -> Result<Option<Run>, ServiceError> {
    let row: Option<RunRow> = queries::NEWEST_RUN.one(connection, [id.into()]).await?;
    row.map(RunRow::read).transpose()
}

#[cfg(test)]
mod tests {
    use domain::settlement::VisitKind;

    use super::*;

    fn tally(groups: &[(Group, [u64; BANDS])]) -> Tally {
        Tally {
            years: [2026].into(),
            people: 1,
            moved: Some([0; 4]),
            groups: groups.iter().copied().collect(),
            ..Tally::default()
        }
    }

    #[test]
    fn a_scheme_does_not_give_a_small_group_away() {
        let report = Report::of(&tally(&[
            (Group::AtWork, [0, 0, 0, 40, 0, 12, 0]),
            (Group::Retired, [0, 0, 0, 30, 0, 2, 0]),
            (Group::Adult, [0, 0, 0, 50, 0, 20, 0]),
        ]));
        let at = |group: Group| {
            let row = report.groups.iter().find(|row| row.of == group);
            row.unwrap()
        };
        assert_eq!(at(Group::Retired).bands[5], None);
        let scheme = report.schemes[0].bands[5];
        let sibling = at(Group::AtWork).bands[5];
        assert!(scheme.is_none() || sibling.is_none());
        assert_eq!(at(Group::Child).bands, [Some(0); BANDS]);
    }

    #[test]
    fn what_is_hidden_of_a_line_does_not_come_to_few() {
        let report = Report::of(&tally(&[
            (Group::Adult, [0, 0, 0, 60, 20, 30, 0]),
            (Group::ResidentHardship, [0, 0, 0, 17, 2, 2, 0]),
        ]));
        let hardship = report.groups.last().unwrap();
        assert_eq!(hardship.of, Group::ResidentHardship);
        assert_eq!((hardship.bands[3], hardship.bands[4]), (Some(17), None));
        assert_eq!(hardship.all, None, "less 17 it would say that 4 lose");
        assert_eq!(report.everybody.all, Some(131));
        assert_eq!(report.everybody.bands[4], Some(22));
    }

    #[test]
    fn the_table_of_sources_does_not_give_a_band_away() {
        let mut tally = tally(&[(Group::AtWork, [0, 0, 0, 243, 6, 51, 40])]);
        tally.years.insert(2025);
        tally.sources = [
            ("nothing".to_owned(), [0, 0, 0, 243, 0, 0, 0]),
            ("inpatient".to_owned(), [0, 0, 0, 0, 6, 51, 40]),
        ]
        .into();
        let report = Report::of(&tally);
        let stays = report.sources.first().unwrap();
        assert_eq!(stays.of, Source::Only(VisitKind::Inpatient));
        for line in [stays.bands, report.everybody.bands] {
            assert_eq!(line[4..], [None, None, Some(40)]);
        }
    }

    #[test]
    fn sources_that_miss_somebody_are_not_told() {
        let mut tally = tally(&[(Group::AtWork, [0, 0, 0, 30, 0, 20, 0])]);
        let nothing = ("nothing".to_owned(), [0, 0, 0, 29, 0, 0, 0]);
        tally.sources = [nothing].into();
        assert!(Report::of(&tally).sources.is_empty());
    }

    #[test]
    fn an_amount_of_few_people_is_not_told() {
        let of = |bands| Report::of(&tally(&[(Group::Adult, bands)])).change;
        assert!(of([0, 0, 0, 60, 0, 4, 0]).is_none());
        assert!(of([0, 0, 0, 60, 0, 5, 0]).is_some());
        assert!(of([0, 0, 0, 60, 0, 0, 0]).is_some());
        let mut tally = tally(&[(Group::Adult, [0, 0, 0, 60, 0, 500, 0])]);
        for (moved, told) in [([500, 0, 5, 0], true), ([500, 0, 0, 1], false)] {
            tally.moved = Some(moved);
            assert_eq!(Report::of(&tally).change.is_some(), told, "{moved:?}");
        }
        tally.moved = None;
        assert_eq!(
            Report::of(&tally).change,
            None,
            "counted before it was known"
        );
    }

    #[test]
    fn several_years_take_more_people() {
        let mut tally = tally(&[(Group::Adult, [0, 0, 0, 9, 0, 0, 0])]);
        assert_eq!(Report::of(&tally).everybody.all, Some(9));
        tally.years.insert(2025);
        let report = Report::of(&tally);
        assert_eq!((report.least, report.everybody.all), (10, None));
        assert_eq!(report.change, None, "nor what it came to");
    }
}
