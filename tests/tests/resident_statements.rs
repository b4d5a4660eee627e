//! A page runs the same few statements whatever it shows.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tests::database::on_each;
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, platform_with_rules, resident};

/// At most this many statements a page, besides the session's.
const MOST: usize = 5;

#[tokio::test]
async fn a_page_runs_the_same_statements_for_an_empty_and_a_long_history() {
    on_each(|made| async move {
        // The whole of it, so that its folder stays.
        let made = made;
        let counter = Arc::new(AtomicUsize::new(0));
        let mut database = made.database.clone();
        for pool in [&mut database.reader, &mut database.writer] {
            let counter = Arc::clone(&counter);
            pool.set_metric_callback(move |_| {
                counter.fetch_add(1, Ordering::SeqCst);
            });
        }
        let platform = platform_with_rules(database).await;
        let mut counts: Vec<Vec<(String, usize)>> = Vec::new();
        for (number, settlements, items) in [(1, 1, 1), (2, 60, 3), (3, 1, 250)] {
            let somebody = resident(
                &platform,
                History {
                    number,
                    settlements,
                    items,
                },
            )
            .await;
            let context = request(&platform, signed_in(somebody.person));
            let detail = format!("/me/settlements/{}", somebody.settlements[0].0);
            let (again, ask) = (format!("{detail}/replay"), format!("{detail}/query"));
            let mut row = Vec::new();
            for (name, address) in [
                ("/me", "/me"),
                ("enrolment", "/me/enrolment"),
                ("contributions", "/me/contributions"),
                ("benefits", "/me/benefits"),
                ("settlements", "/me/settlements"),
                ("filtered", "/me/settlements?year=2026&kind=inpatient"),
                ("settlement", detail.as_str()),
                ("computed again", again.as_str()),
                ("ask", ask.as_str()),
                ("queries", "/me/queries"),
                ("account", "/me/account"),
                ("calculator", "/calculator"),
                ("add-ons", "/me/add-ons"),
                ("access", "/me/access"),
                ("consents", "/me/consents"),
                ("certificates", "/me/certificates"),
                ("messages", "/me/messages"),
                ("of a topic", "/me/messages?topic=year"),
                ("topics", "/me/messages/settings"),
            ] {
                counter.store(0, Ordering::SeqCst);
                let (status, _) = get(&context, address, Wish::default()).await;
                assert_eq!(status, 200, "{address}");
                row.push((name.to_owned(), counter.load(Ordering::SeqCst)));
            }
            counts.push(row);
        }
        assert!(
            counts.iter().all(|row| *row == counts[0]),
            "{}: {counts:#?}",
            made.kind
        );
        for (name, count) in &counts[0] {
            assert!(
                (1..=MOST).contains(count),
                "{} on {}: {count}",
                name,
                made.kind
            );
        }
    })
    .await;
}
