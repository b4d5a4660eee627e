//! Papers with a last day are spoken of some weeks before it, once each.

use chrono::{Duration, NaiveDate};
use domain::ids::PersonId;
use services::messages::Template;
use services::records::Rows;
use services::store::bulk::{OnConflict, insert};
use services::store::entity::{certificate, identity_tag};
use tests::database::on_each;
use tests::messages::{copy_with_rules, occasions, of, send};
use tests::platform::noon;
use tests::residents::{History, resident};
use tests::site::MovableClock;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn history(number: u16) -> History {
    History {
        number,
        settlements: 0,
        items: 0,
    }
}

#[tokio::test]
async fn statuses_and_proofs_that_end_are_told_once() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
        let poor = resident(&platform, history(1)).await.person;
        let renewed = resident(&platform, history(2)).await.person;
        let tag = |who: PersonId, from: &str, until: &str| identity_tag::Model {
            person_id: who.into(),
            category: "subsistence".to_owned(),
            valid_from: day(from),
            valid_until: Some(day(until)),
            source: "civil_affairs".to_owned(),
        };
        let rows = Rows {
            identity_tags: vec![
                tag(poor, "2025-07-01", "2026-06-30"),
                tag(renewed, "2025-07-01", "2026-06-30"),
                tag(renewed, "2026-07-01", "2027-06-30"),
            ],
            ..Rows::default()
        };
        rows.write(&platform.database.writer, OnConflict::Fail)
            .await
            .expect("on record");
        let proof = |number: u128, withdrawn: bool| certificate::Model {
            person_id: poor.into(),
            certificate_id: Uuid::from_u128(number),
            code_index: vec![u8::from(withdrawn); 16],
            code_cipher: vec![1, 5],
            facts_cipher: vec![1, 6],
            issued_at: noon(),
            expires_on: day("2026-07-15"),
            key_id: "0011223344556677".to_owned(),
            signature: vec![7; 64],
            identity_until: None,
            scheme_until: None,
            region_until: None,
            periods_until: None,
            later_until: None,
            withdrawn_at: withdrawn.then(noon),
            checks: 0,
            last_checked_on: None,
        };
        let proofs = [proof(6, false), proof(7, true)];
        let writer = &platform.database.writer;
        insert::<certificate::Entity>(writer, &proofs, OnConflict::Fail)
            .await
            .expect("issued");
        for _ in 0..40 {
            send(&platform).await;
            clock.advance(Duration::days(1));
        }
        let wanted = [
            format!("certificate_ends:{}", Uuid::from_u128(6)),
            "status_ends:2026-06-30".to_owned(),
        ];
        assert_eq!(occasions(&platform, poor).await, wanted, "{}", made.kind);
        for one in of(&platform, poor).await {
            assert_eq!(one.topic, "deadlines");
            assert!(
                !one.parameters.contains("subsistence"),
                "{}",
                one.parameters
            );
            assert!(Template::read(&one.template, &one.parameters).is_some());
        }
        assert_eq!(occasions(&platform, renewed).await, [""; 0]);
    })
    .await;
}
