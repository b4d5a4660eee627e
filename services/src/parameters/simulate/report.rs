//! What is told of a simulation: while it runs how far it is, and no count that would give somebody
//! away by how it grows; afterwards the whole, with small counts hidden.

use chrono::{DateTime, Utc};
use domain::money::Money;
use domain::settlement::{Scheme, VisitKind};
use domain::suppression::{Counts, shown};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::groups::{BANDS, Group};
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
    /// By kind of visit; somebody may stand in several.
    pub kinds: Vec<Row<VisitKind>>,
    /// What pool, large-amount subsidy, catastrophic cover and assistance pay more, together with
    /// what people pay more; `None` for too few people.
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
        let groups = Group::ALL.map(|group| tally.groups.get(&group).copied().unwrap_or_default());
        let (cells, sums) = table(&groups);
        let seen = shown(&Counts {
            cells: &cells,
            sums: &sums,
            least,
        });
        let mut rows = seen.chunks(BANDS + 1);
        let groups: Vec<Row<Group>> = Group::ALL
            .into_iter()
            .zip(&mut rows)
            .map(|(group, cells)| row(group, cells))
            .collect();
        let schemes: Vec<Row<Scheme>> = Scheme::ALL
            .iter()
            .zip(&mut rows)
            .map(|(scheme, cells)| row(*scheme, cells))
            .collect();
        let everybody = row((), rows.next().unwrap_or_default());
        let kinds = VisitKind::ALL.iter().filter_map(|kind| {
            let bands = tally.kinds.get(kind.code())?;
            Some(row(*kind, &line(bands, least)))
        });
        Self {
            least,
            years: tally
                .years
                .first()
                .copied()
                .zip(tally.years.last().copied()),
            schemes,
            groups,
            kinds: kinds.collect(),
            // Known together with every count that is not hidden.
            change: everybody
                .all
                .filter(|all| *all >= least)
                .map(|_| (tally.funds, tally.burden)),
            everybody,
            refused: tally.refused,
            unlike: tally.unlike,
        }
    }
}

/// The table of the groups, their schemes and everybody, line by line, with its sums.
fn table(groups: &[[u64; BANDS]]) -> (Vec<u64>, Vec<(usize, Vec<usize>)>) {
    let members = |scheme: Scheme| {
        let places = Group::ALL.into_iter().enumerate();
        places
            .filter(move |(_, group)| group.scheme() == scheme)
            .map(|(place, _)| place)
    };
    let sum = |rows: &[[u64; BANDS]], places: &[usize]| {
        let mut sum = [0; BANDS];
        for row in places.iter().filter_map(|place| rows.get(*place)) {
            for (sum, count) in sum.iter_mut().zip(row) {
                *sum += count;
            }
        }
        sum
    };
    let mut rows = groups.to_vec();
    let mut parts: Vec<(usize, Vec<usize>)> = Vec::new();
    for scheme in Scheme::ALL {
        let places: Vec<usize> = members(*scheme).collect();
        parts.push((rows.len(), places.clone()));
        rows.push(sum(groups, &places));
    }
    let schemes: Vec<usize> = parts.iter().map(|(place, _)| *place).collect();
    let all = sum(&rows, &schemes);
    parts.push((rows.len(), schemes));
    rows.push(all);
    let width = BANDS + 1;
    let mut cells = Vec::new();
    let mut sums = Vec::new();
    for (place, bands) in rows.iter().enumerate() {
        let begin = place * width;
        cells.extend(bands);
        cells.push(bands.iter().sum());
        sums.push((begin + BANDS, (begin..begin + BANDS).collect()));
    }
    for (sum, parts) in &parts {
        for column in 0..width {
            let at = |row: &usize| row * width + column;
            sums.push((at(sum), parts.iter().map(at).collect()));
        }
    }
    (cells, sums)
}

/// One line with its sum.
fn line(bands: &[u64; BANDS], least: u64) -> Vec<Option<u64>> {
    let mut cells = bands.to_vec();
    cells.push(bands.iter().sum());
    let sums = [(BANDS, (0..BANDS).collect())];
    shown(&Counts {
        cells: &cells,
        sums: &sums,
        least,
    })
}

fn row<T>(of: T, cells: &[Option<u64>]) -> Row<T> {
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
    use super::*;

    fn tally(groups: &[(Group, [u64; BANDS])]) -> Tally {
        Tally {
            years: [2026].into(),
            people: 1,
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
    fn several_years_take_more_people() {
        let mut tally = tally(&[(Group::Adult, [0, 0, 0, 9, 0, 0, 0])]);
        assert_eq!(Report::of(&tally).everybody.all, Some(9));
        tally.years.insert(2025);
        let report = Report::of(&tally);
        assert_eq!((report.least, report.everybody.all), (10, None));
        assert_eq!(report.change, None, "nor what it came to");
    }
}
