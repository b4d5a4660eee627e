//! The pages of the same people among few and among many, asked for in turn over HTTP.

use std::collections::BTreeMap;
use std::time::{Duration, Instant, SystemTime};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use services::store::entity::settlement;
use tests::hats::belongs_to;
use tests::nation::{PAGES, divide};
use tests::site::Site;
use tests::visitor::Visitor;
use uuid::Uuid;

use crate::kept::Kept;
use crate::report::{Report, Row};

/// The account through which everybody looks at their pages.
const SUBJECT: &str = "resident-employee";
/// How many people look at each page once, and how many before them only warm the stores.
const COUNTED: usize = 400;
const WARM: usize = 20;
/// How much more a page may cost among many.
const MOST: f64 = 1.5;

/// Adds a row a page.
pub(crate) async fn measure(report: &mut Report, few: &Kept, many: &Kept) {
    let people = people(few).await;
    // What an earlier run wrote into the stores must not come out of the same luck again.
    let luck = SystemTime::UNIX_EPOCH.elapsed().expect("after 1970");
    let seed = u64::try_from(luck.as_nanos() % u128::from(u64::MAX)).expect("it fits");
    let mut sides = Vec::new();
    for kept in [few, many] {
        let site = Site::lucky(&kept.made, seed).await;
        let mut visitor = Visitor::new(&site.url);
        visitor.sign_in(SUBJECT).await;
        sides.push((site, visitor));
    }
    let mut times: BTreeMap<&str, [Vec<Duration>; 2]> = BTreeMap::new();
    for (turn, (person, settlement)) in people.iter().enumerate() {
        for (site, _) in &sides {
            belongs_to(site, SUBJECT, (*person).into()).await;
        }
        for page in PAGES {
            let path = page.replace("{settlement}", &settlement.to_string());
            // Who is asked first changes.
            for side in [turn % 2, 1 - turn % 2] {
                let begun = Instant::now();
                let answer = sides[side].1.get(&path).await.expect("an answer");
                let taken = begun.elapsed();
                assert!(answer.is_whole_page(), "{path}: {}", answer.status);
                if turn >= WARM {
                    times.entry(page).or_default()[side].push(taken);
                }
            }
        }
    }
    for page in PAGES {
        let [few_times, many_times] = times.remove(page).expect("times");
        let asked = many_times.len();
        let (before, after) = (median(few_times), median(many_times));
        let ratio = after / before;
        report.add(Row {
            what: format!(
                "`{page}`, {}, among {} people",
                many.made.kind, many.nation.people
            ),
            result: format!("{after:.2} ms, median of {asked}"),
            peer: format!("among {}: {before:.2} ms", few.nation.people),
            ratio: format!("{ratio:.2}"),
            aim: "≤ 1.50",
            reached: ratio <= MOST,
        });
    }
}

/// Who is measured, each with a settlement: the last whom the demonstration made, who are the same
/// in both stores.
async fn people(kept: &Kept) -> Vec<(Uuid, Uuid)> {
    let found: Result<Vec<(Uuid, Uuid)>, _> = settlement::Entity::find()
        .select_only()
        .columns([
            settlement::Column::PersonId,
            settlement::Column::SettlementId,
        ])
        .filter(settlement::Column::PersonId.lt(divide()))
        .order_by_asc(settlement::Column::SettlementId)
        .into_tuple()
        .all(&kept.made.database.reader)
        .await;
    let newest: BTreeMap<Uuid, Uuid> = found.expect("settlements").into_iter().collect();
    let histories = usize::try_from(kept.nation.histories).expect("it fits");
    let people = newest.into_iter().rev().take(histories);
    people.take(WARM + COUNTED).collect()
}

/// The median, in milliseconds.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1_000.0
}
