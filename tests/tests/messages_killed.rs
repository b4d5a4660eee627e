//! The server, killed as a power cut kills while it sends: the next one goes on where it was, and
//! everybody has each message once.

use std::time::Duration as Wait;

use chrono::Days;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use server::clock::WallClock;
use services::Clock;
use services::context::day_in_china;
use services::records::Rows;
use services::store::Database;
use services::store::bulk::OnConflict;
use services::store::entity::{job, message};
use tests::binary::Binary;
use tests::residents::plain;
use tests::serving::Serving;

const PEOPLE: u16 = 9_000;

/// The job of today.
async fn todays(store: &Database) -> Option<job::Model> {
    let today = day_in_china(WallClock.now()).to_string();
    job::Entity::find()
        .filter(job::Column::Payload.eq(today))
        .one(&store.reader)
        .await
        .expect("an answer")
}

async fn until(store: &Database, reached: impl Fn(&job::Model) -> bool) -> job::Model {
    for _ in 0..30_000 {
        if let Some(found) = todays(store).await.filter(&reached) {
            return found;
        }
        tokio::time::sleep(Wait::from_millis(2)).await;
    }
    panic!("the job does not get there");
}

/// Lets the lease of whoever was killed run out.
async fn lease_over(store: &Database) {
    let past = WallClock.now() - chrono::Duration::seconds(1);
    job::Entity::update_many()
        .col_expr(job::Column::LeasedUntil, Expr::value(Some(past)))
        .exec(&store.writer)
        .await
        .expect("over");
}

#[tokio::test]
async fn killed_while_it_sends_the_next_goes_on_and_sends_nothing_twice() {
    let program = Binary::new();
    program.succeeds(&["demo", "--people", "0"]);
    let store = program.store().await;
    let today = day_in_china(WallClock.now());
    let lately = today.checked_sub_days(Days::new(3)).expect("a day");
    let mut rows = Rows::default();
    for number in 1..=PEOPLE {
        let mut one = plain(number);
        one.enrolments.iter_mut().for_each(|one| one.since = lately);
        rows.append(one);
    }
    rows.write(&store.writer, OnConflict::Fail)
        .await
        .expect("people");

    let mut places: Vec<String> = Vec::new();
    for _ in 0..3 {
        let before = places.last().cloned().unwrap_or_default();
        let server = Serving::start(&program, &[]);
        let far = until(&store, |job| job.position != before).await;
        server.kill();
        let left = todays(&store).await.expect("the job");
        if left.state == "done" {
            break;
        }
        assert!(left.position >= far.position, "it never goes back");
        assert_eq!(left.state, "due");
        places.push(left.position);
        lease_over(&store).await;
    }
    assert!(!places.is_empty(), "no kill struck while it was sending");
    let server = Serving::start(&program, &[]);
    until(&store, |job| job.state == "done").await;
    server.kill();
    if day_in_china(WallClock.now()) != today {
        eprintln!("SKIPPED: it has become another day");
        return;
    }
    let began = message::Entity::find()
        .filter(message::Column::Template.eq("cover_began"))
        .filter(message::Column::Occasion.starts_with("cover_began:0197"))
        .all(&store.reader)
        .await
        .expect("messages");
    let mut people: Vec<_> = began.iter().map(|one| one.person_id).collect();
    people.sort_unstable();
    people.dedup();
    let each = (began.len(), people.len());
    assert_eq!(each, (usize::from(PEOPLE), usize::from(PEOPLE)));
    program.succeeds(&["verify-audit"]);
}
