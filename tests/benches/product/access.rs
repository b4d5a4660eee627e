//! What the access log costs a page: a relative's look at somebody's summary, which is durable in
//! the log before anything is read, against the very same look while the store drops what is written
//! to the log. What the peer leaves out is the log's own work: the commit, the disk, and the pages that
//! readers have to read anew after it; the event is made and handed over on both sides. The sealer runs
//! beside both, as it does in the product: it carries the views into the trail and seals them.
//!
//! A second row, without an aim, says how that look stands to the person's own `/me`, which is not
//! logged and needs no tie between two people either.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::store::entity::account;
use services::{Platform, sealing};
use tests::database::TestDatabase;
use tests::site::{MovableClock, Site};
use tokio::sync::Mutex;

use crate::pages::{ROUNDS, SECONDS, cookies, median};
use crate::report::{Report, Row};
use crate::wrk;

const RELATIVE: &str = "resident-daughter";
const ONESELF: &str = "resident-retiree";
/// As the server does.
const SEAL_EVERY: Duration = Duration::from_millis(500);

/// Adds the row of one database.
pub(crate) async fn measure(report: &Mutex<Report>, made: &TestDatabase, site: &Site) {
    // Both are to see the page in the same form.
    site.run("UPDATE account SET elder_mode = FALSE").await;
    let account = account::Entity::find()
        .filter(account::Column::Subject.eq(ONESELF))
        .one(&made.database.reader)
        .await;
    let person = account.expect("an answer").expect("the account").person_id;
    let person = person.expect("a person");
    // What is dropped must be on its way to the trail, not into a journal.
    let peer = Site::without_journal(made, 11).await;
    let sealer = tokio::spawn(seal(Arc::clone(&site.platform), Arc::clone(&site.clock)));
    let mut sides = Vec::new();
    for (site, subject, path) in [
        (site, RELATIVE, format!("/people/{person}")),
        (site, ONESELF, "/me".to_owned()),
        (&peer, RELATIVE, format!("/people/{person}")),
    ] {
        let mut browser = site.browser();
        browser.sign_in(subject, "/me").await;
        let page = browser.get(&path).await;
        assert!(
            page.status.is_success() && page.body.contains("王秀英"),
            "{page:?}"
        );
        sides.push((format!("{}{path}", site.url), cookies(&browser)));
    }
    let before = site.count("audit_event").await;
    let (mut logged, mut dropped, mut own) = (Vec::new(), Vec::new(), Vec::new());
    let (drop_events, keep_events) = switch(made.kind);
    for round in 0..=ROUNDS {
        let run = |side: usize| {
            let (url, cookie) = &sides[side];
            tokio::task::block_in_place(|| wrk::run(url, cookie, SECONDS))
        };
        let (begin, with) = (site.count("audit_event").await, run(0));
        let kept = site.count("audit_event").await;
        site.run(drop_events).await;
        let without = run(2);
        // Else the two sides would not be what they are called.
        assert!(kept > begin, "a look is in the log");
        let after = site.count("audit_event").await;
        assert_eq!(after, kept, "nothing of the peer is");
        site.run(keep_events).await;
        let oneself = run(1);
        // The first round warms all.
        if round > 0 {
            logged.push(with);
            dropped.push(without);
            own.push(oneself);
        }
    }
    sealer.abort();
    let written = site.count("audit_event").await - before;
    let (logged, dropped, own) = (median(&logged), median(&dropped), median(&own));
    let ratio = dropped.rate / logged.rate;
    let mut report = report.lock().await;
    let what = "`/people/…` with its view in the access log";
    let result = format!("{:.0}/s, p99 {:.1} ms", logged.rate, logged.p99);
    report.add(Row {
        what: format!("{what}, {}: time", made.kind),
        result: format!("{result}, {written} views written"),
        peer: format!(
            "the same, its event dropped by the store: {:.0}/s, p99 {:.1} ms",
            dropped.rate, dropped.p99
        ),
        ratio: format!("{ratio:.2}"),
        aim: "≤ 1.20",
        reached: ratio <= 1.2,
    });
    report.add(Row {
        what: format!("{what}, {}: beside one's own", made.kind),
        result,
        peer: format!(
            "the person's own `/me`, no log and no tie: {:.0}/s, p99 {:.1} ms",
            own.rate, own.p99
        ),
        ratio: format!("{:.2}", own.rate / logged.rate),
        aim: "—",
        reached: true,
    });
}

/// Seals as the product does, and lets the clock go on as time does.
async fn seal(platform: Arc<Platform>, clock: Arc<MovableClock>) {
    loop {
        tokio::time::sleep(SEAL_EVERY).await;
        clock.advance(chrono::Duration::from_std(SEAL_EVERY).expect("a short time"));
        while sealing::seal_recent(&platform).await.expect("the seals") > 0 {}
    }
}

/// What makes the store drop what is written to the log, and what ends that. Not a rule on PostgreSQL: a
/// statement that a rule turned into nothing names no table any more, and stays nothing where it is
/// prepared.
fn switch(kind: &str) -> (&'static str, &'static str) {
    if kind == "sqlite" {
        (
            "CREATE TRIGGER bench_drop BEFORE INSERT ON audit_event BEGIN SELECT RAISE(IGNORE); END",
            "DROP TRIGGER bench_drop",
        )
    } else {
        (
            "CREATE FUNCTION bench_drop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$; \
             CREATE TRIGGER bench_drop BEFORE INSERT ON audit_event \
             FOR EACH ROW EXECUTE FUNCTION bench_drop()",
            "DROP TRIGGER bench_drop ON audit_event; DROP FUNCTION bench_drop()",
        )
    }
}
