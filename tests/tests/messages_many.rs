//! Ten thousand people cost the job so many statements a batch, whatever there is to tell them.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::NaiveDate;
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use services::messages;
use services::records::Rows;
use services::store::bulk::OnConflict;
use services::store::entity::{enrolment, message};
use tests::database::on_each;
use tests::messages::{copy_with_rules, send};
use tests::residents::plain;
use tests::site::MovableClock;

const PEOPLE: u16 = 10_000;
const BATCH: usize = 250;
/// Of one step: eleven that read, and beginning, moving on, messages, event and end.
const A_STEP: usize = 16;

#[tokio::test]
async fn ten_thousand_people_are_told_in_bounded_statements() {
    on_each(async |made| {
        let mut rows = Rows::default();
        for number in 1..=PEOPLE {
            rows.append(plain(number));
        }
        let writer = &made.database.writer;
        rows.write(writer, OnConflict::Fail).await.expect("people");
        let counter = Arc::new(AtomicUsize::new(0));
        let mut database = made.database.clone();
        for pool in [&mut database.reader, &mut database.writer] {
            let counter = Arc::clone(&counter);
            pool.set_metric_callback(move |_| {
                counter.fetch_add(1, Ordering::SeqCst);
            });
        }
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&database, &clock, 1).await;
        let batches = usize::from(PEOPLE) / BATCH;
        let mut counted = Vec::new();
        for (told, since) in [(0, "2020-03-01"), (usize::from(PEOPLE), "2026-06-01")] {
            let since: NaiveDate = since.parse().expect("a day");
            enrolment::Entity::update_many()
                .col_expr(enrolment::Column::Since, Expr::value(since))
                .exec(writer)
                .await
                .expect("changed");
            messages::plan_today(&platform).await.expect("planned");
            counter.store(0, Ordering::SeqCst);
            let steps = send(&platform).await;
            assert_eq!(usize::try_from(steps).ok(), Some(batches + 1));
            counted.push(counter.load(Ordering::SeqCst));
            let sent = message::Entity::find().all(&made.database.reader).await;
            assert_eq!(sent.expect("messages").len(), told, "{}", made.kind);
            clock.advance(chrono::Duration::days(1));
        }
        for count in counted {
            assert!(count <= (batches + 1) * A_STEP, "{count} on {}", made.kind);
        }
    })
    .await;
}
