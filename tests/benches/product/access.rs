//! What the access log costs a page: a relative's look at somebody's summary, which is durable in
//! the log before anything is read, against that person's own look at the same data, which is not
//! logged. The relative's look also reads the tie between the two, so the log alone costs less.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::store::entity::account;
use tests::database::TestDatabase;
use tests::site::Site;
use tokio::sync::Mutex;

use crate::pages::{ROUNDS, SECONDS, cookies, median};
use crate::report::{Report, Row};
use crate::wrk;

const RELATIVE: &str = "resident-daughter";
const ONESELF: &str = "resident-retiree";

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
    let mut sides = Vec::new();
    for (subject, path) in [
        (RELATIVE, format!("/people/{person}")),
        (ONESELF, "/me".to_owned()),
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
    let (mut logged, mut own) = (Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        let run = |side: usize| {
            let (url, cookie) = &sides[side];
            tokio::task::block_in_place(|| wrk::run(url, cookie, SECONDS))
        };
        let measured = (run(0), run(1));
        // The first round warms both.
        if round > 0 {
            logged.push(measured.0);
            own.push(measured.1);
        }
    }
    let written = site.count("audit_event").await - before;
    let (logged, own) = (median(&logged), median(&own));
    let ratio = own.rate / logged.rate;
    report.lock().await.add(Row {
        what: format!(
            "`/people/…` with its view in the access log, {}: time",
            made.kind
        ),
        result: format!("{:.0}/s, {written} views written", logged.rate),
        peer: format!("the person's own `/me`, not logged: {:.0}/s", own.rate),
        ratio: format!("{ratio:.2}"),
        aim: "≤ 1.20",
        reached: ratio <= 1.2,
    });
}
