//! The signed-in summary against a bare handler with the same statements and bytes.

use bytes::Bytes;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::store::entity::{account, session};
use tests::browser::Browser;
use tests::database::TestDatabase;
use tests::site::Site;
use tokio::sync::Mutex;

use crate::bare::{self, Peer};
use crate::report::{Report, Row};
use crate::wrk::{self, Measured};

const SUBJECT: &str = "resident-employee";
/// Rounds that count.
pub(crate) const ROUNDS: usize = 5;
/// How long one side of a round lasts.
pub(crate) const SECONDS: u32 = 4;

/// Adds the rows of one database.
pub(crate) async fn measure(report: &Mutex<Report>, made: &TestDatabase, site: &Site) {
    let mut browser = site.browser();
    browser.sign_in(SUBJECT, "/me").await;
    let page = browser.get("/me").await;
    assert!(
        page.status.is_success() && page.body.contains("李明"),
        "{page:?}"
    );
    let cookie = cookies(&browser);

    let reader = &made.database.reader;
    let account = account::Entity::find()
        .filter(account::Column::Subject.eq(SUBJECT))
        .one(reader);
    let account = account
        .await
        .expect("the store answers")
        .expect("the account");
    let session = session::Entity::find().one(reader).await;
    let session = session.expect("the store answers").expect("the session");
    let peer = bare::serve(Peer {
        database: made.database.clone(),
        session_hash: session.session_hash,
        person: account.person_id.expect("a person"),
        now: site.platform.clock.now(),
        body: Bytes::from(page.body),
    })
    .await;

    let page = format!("{}/me", site.url);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        let measured = tokio::task::block_in_place(|| {
            (
                wrk::run(&page, &cookie, SECONDS),
                wrk::run(&peer, &cookie, SECONDS),
            )
        });
        // The first round warms both.
        if round > 0 {
            ours.push(measured.0);
            theirs.push(measured.1);
        }
    }
    add(
        &mut *report.lock().await,
        made.kind,
        median(&ours),
        median(&theirs),
    );
}

/// What `browser` sends as its cookies.
pub(crate) fn cookies(browser: &Browser) -> String {
    let cookies: Vec<String> = browser
        .cookies
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    cookies.join("; ")
}

fn add(report: &mut Report, kind: &str, ours: Measured, theirs: Measured) {
    let ratio = ours.rate / theirs.rate;
    report.add(Row {
        what: format!("`/me`, signed in, {kind}: answers a second"),
        result: format!("{:.0}/s", ours.rate),
        peer: format!("bare axum, same SQL and bytes: {:.0}/s", theirs.rate),
        ratio: format!("{ratio:.2}"),
        aim: "≥ 0.60",
        reached: ratio >= 0.6,
    });
    let ratio = ours.p99 / theirs.p99;
    report.add(Row {
        what: format!("`/me`, signed in, {kind}: 99 of 100 within"),
        result: format!("{:.1} ms", ours.p99),
        peer: format!("the same peer: {:.1} ms", theirs.p99),
        ratio: format!("{ratio:.2}"),
        aim: "≤ 2.0",
        reached: ratio <= 2.0,
    });
}

/// The median of each figure.
pub(crate) fn median(measured: &[Measured]) -> Measured {
    let of = |pick: fn(&Measured) -> f64| {
        let mut values: Vec<f64> = measured.iter().map(pick).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    Measured {
        rate: of(|one| one.rate),
        p99: of(|one| one.p99),
    }
}
