//! The sealed trail: every kind of tampering is named.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Duration, Utc};
use domain::access::{Action, Relation};
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, QueryOrder};
use services::audit::{self, Event};
use services::sealing::{self, Fault, Head};
use services::store::Database;
use services::store::entity::audit_event;
use services::{Clock, Platform, RequestContext};
use tests::database::on_each;
use tests::platform::{SeededRandom, keys, noon, platform};

fn operator(platform: &Arc<Platform>) -> RequestContext {
    RequestContext::operator(Arc::clone(platform), "test")
}

async fn written(platform: &Arc<Platform>, events: usize) {
    let context = operator(platform);
    for number in 0..events {
        happened(&context, &number.to_string()).await;
    }
}

async fn happened(context: &RequestContext, object_id: &str) {
    let event = Event {
        subject: None,
        relation: Relation::Nobody,
        action: Action::Operate,
        object_kind: "test",
        object_id,
    };
    audit::write(&context.platform.database.writer, context, event)
        .await
        .expect("an event");
}

/// A clock that shows so many minutes after noon.
#[derive(Clone, Default)]
struct Minutes(Arc<AtomicI64>);

impl Minutes {
    fn show(&self, minutes: i64) {
        self.0.store(minutes, Ordering::SeqCst);
    }
}

impl Clock for Minutes {
    fn now(&self) -> DateTime<Utc> {
        noon() + Duration::minutes(self.0.load(Ordering::SeqCst))
    }
}

/// Takes the guards away, as somebody with all rights on the database could.
async fn unguard(database: &Database) {
    let guards: Vec<String> = match database.backend() {
        sea_orm::DbBackend::Sqlite => ["audit_event", "audit_seal", "audit_head"]
            .iter()
            .flat_map(|table| ["UPDATE", "DELETE"].map(|event| (table, event)))
            .map(|(table, event)| format!("DROP TRIGGER {table}_no_{event}"))
            .collect(),
        _ => ["audit_event", "audit_seal", "audit_head"]
            .map(|table| format!("DROP TRIGGER {table}_append_only ON {table}"))
            .into(),
    };
    for guard in guards {
        run(database, &guard).await;
    }
}

async fn run(database: &Database, sql: &str) {
    database.writer.execute_unprepared(sql).await.expect(sql);
}

async fn faults(platform: &Arc<Platform>, known: Option<&Head>) -> Vec<Fault> {
    sealing::verify(&operator(platform), known)
        .await
        .expect("a report")
        .faults
}

const NTH: &str = "(SELECT event_id FROM audit_seal WHERE position =";

#[tokio::test]
async fn a_sealed_trail_is_whole_and_goes_on() {
    on_each(async |made| {
        let platform = platform(made.database.clone());
        assert_eq!(sealing::seal(&platform).await.expect("nothing to do"), 0);
        written(&platform, 5).await;
        let open = sealing::verify(&operator(&platform), None)
            .await
            .expect("a report");
        assert_eq!((open.sealed, open.unsealed.len(), open.head), (0, 5, None));
        assert_eq!(sealing::seal(&platform).await.expect("a group"), 5);
        written(&platform, 3).await;
        assert_eq!(sealing::seal(&platform).await.expect("a group"), 3);
        let report = sealing::verify(&operator(&platform), None)
            .await
            .expect("a report");
        assert_eq!((report.sealed, report.unsealed.len()), (8, 0));
        assert_eq!(report.faults, []);
        assert_eq!(report.head.map(|head| head.position), Some(8));
    })
    .await;
}

/// What it is called, the statements that do it, and how to tell its fault.
type Crime = (&'static str, &'static [&'static str], fn(&Fault) -> bool);

#[tokio::test]
async fn what_was_changed_removed_swapped_or_cut_is_named() {
    let crimes: [Crime; 6] = [
        (
            "changed",
            &["UPDATE audit_event SET reason = 'other' WHERE event_id = NTH 4)"],
            |fault| matches!(fault, Fault::Changed(4, _)),
        ),
        (
            "removed",
            &["DELETE FROM audit_event WHERE event_id = NTH 4)"],
            |fault| matches!(fault, Fault::Missing(4, _)),
        ),
        (
            "swapped",
            &[
                "UPDATE audit_event SET object_id = 'x' WHERE event_id = NTH 4)",
                "UPDATE audit_event SET object_id = '3' WHERE event_id = NTH 5)",
                "UPDATE audit_event SET object_id = '4' WHERE event_id = NTH 4)",
            ],
            |fault| matches!(fault, Fault::Changed(4 | 5, _) | Fault::Reordered(4 | 5, _)),
        ),
        (
            "seal removed",
            &["DELETE FROM audit_seal WHERE position = 4"],
            |fault| matches!(fault, Fault::SealMissing(4)),
        ),
        (
            "end cut",
            &["DELETE FROM audit_seal WHERE position > 6"],
            |fault| matches!(fault, Fault::Truncated { last: 6, known: 8 }),
        ),
        (
            "head forged",
            &["UPDATE audit_head SET chain_hash = audit_head.signature WHERE position = 8"],
            |fault| matches!(fault, Fault::WrongSignature(8)),
        ),
    ];
    for (name, statements, named) in crimes {
        on_each(async |made| {
            let platform = platform(made.database.clone());
            written(&platform, 8).await;
            sealing::seal(&platform).await.expect("a group");
            unguard(&made.database).await;
            for statement in statements {
                run(&made.database, &statement.replace("NTH", NTH)).await;
            }
            let found = faults(&platform, None).await;
            assert!(
                found.iter().any(named),
                "{name} on {}: {found:?}",
                made.kind
            );
            let all_named = found.len() <= 3;
            assert!(
                all_named,
                "one crime is not many: {name} on {}: {found:?}",
                made.kind
            );
        })
        .await;
    }
}

#[tokio::test]
async fn seals_that_changed_places_are_told_from_changed_events() {
    on_each(async |made| {
        let platform = platform(made.database.clone());
        written(&platform, 8).await;
        sealing::seal(&platform).await.expect("a group");
        unguard(&made.database).await;
        for statement in [
            "CREATE TABLE swap AS SELECT position, event_id FROM audit_seal \
             WHERE position IN (4, 5)",
            "DELETE FROM audit_seal WHERE position IN (4, 5)",
        ] {
            // The seals' hashes are kept aside as well.
            let statement =
                statement.replace("position, event_id", "position, event_id, chain_hash");
            run(&made.database, &statement).await;
        }
        run(
            &made.database,
            "INSERT INTO audit_seal (position, event_id, chain_hash) \
             SELECT a.position, b.event_id, a.chain_hash FROM swap a JOIN swap b \
             ON a.position + b.position = 9",
        )
        .await;
        let found = faults(&platform, None).await;
        let moved = found
            .iter()
            .filter(|fault| matches!(fault, Fault::Reordered(4 | 5, _)));
        assert_eq!(moved.count(), 2, "{}: {found:?}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn a_trail_cut_back_to_an_older_head_is_noticed_by_a_head_known_from_elsewhere() {
    on_each(async |made| {
        let platform = platform(made.database.clone());
        written(&platform, 4).await;
        sealing::seal(&platform).await.expect("a group");
        written(&platform, 4).await;
        sealing::seal(&platform).await.expect("a group");
        let head = sealing::verify(&operator(&platform), None)
            .await
            .expect("a report")
            .head;
        unguard(&made.database).await;
        for statement in [
            "DELETE FROM audit_event WHERE event_id IN \
             (SELECT event_id FROM audit_seal WHERE position > 4)",
            "DELETE FROM audit_seal WHERE position > 4",
            "DELETE FROM audit_head WHERE position > 4",
        ] {
            run(&made.database, statement).await;
        }
        assert_eq!(
            faults(&platform, None).await,
            [],
            "from inside it looks whole"
        );
        let found = faults(&platform, head.as_ref()).await;
        assert_eq!(
            found,
            [Fault::Truncated { last: 4, known: 8 }],
            "{}",
            made.kind
        );
    })
    .await;
}

#[tokio::test]
async fn another_key_cannot_sign() {
    on_each(async |made| {
        let platform = platform(made.database.clone());
        written(&platform, 2).await;
        sealing::seal(&platform).await.expect("a group");
        let stranger = Arc::new(Platform::new(
            made.database.clone(),
            services::keys::Keys::from_master(b"another master secret of some length"),
            Box::new(tests::platform::StandingClock(tests::platform::noon())),
            Box::new(tests::platform::SeededRandom::new(9)),
        ));
        let found = faults(&stranger, None).await;
        assert_eq!(
            found,
            [Fault::OtherKey(2), Fault::Unsigned(0)].map(|f| f),
            "{}",
            made.kind
        );
    })
    .await;
}

#[tokio::test]
async fn what_a_long_command_writes_at_its_end_is_sealed() {
    on_each(async |made| {
        let clock = Minutes::default();
        let (time, luck) = (Box::new(clock.clone()), Box::new(SeededRandom::new(1)));
        let platform = Platform::new(made.database.clone(), keys(), time, luck);
        let platform = Arc::new(platform);
        let command = RequestContext::operator(Arc::clone(&platform), "import");
        clock.show(59);
        written(&platform, 1).await;
        assert_eq!(sealing::seal(&platform).await.expect("a group"), 1);

        clock.show(60);
        happened(&command, "the end of an hour's work").await;
        assert_eq!(sealing::seal(&platform).await.expect("a group"), 1);
        let events = audit_event::Entity::find()
            .order_by_desc(audit_event::Column::EventId)
            .all(&made.database.reader)
            .await
            .expect("events");
        assert_eq!(events[0].occurred_at, clock.now(), "{}", made.kind);

        // What hung in its transaction for a moment is looked for each time, for a while now and
        // then; what lies further back only `verify-audit` names.
        for (seconds, at_once, then) in [(4, 1, 0), (6, 0, 1), (14 * 60, 0, 1), (16 * 60, 0, 0)] {
            let mut late = events[0].clone();
            late.event_id = platform.new_id(clock.now() - Duration::seconds(seconds));
            audit_event::Entity::insert(late.into_active_model())
                .exec_without_returning(&made.database.writer)
                .await
                .expect("a late event");
            let recent = sealing::seal_recent(&platform).await.expect("a group");
            assert_eq!(recent, at_once, "{seconds} s late on {}", made.kind);
            let now = sealing::seal(&platform).await.expect("a group");
            assert_eq!(now, then, "{seconds} s late on {}", made.kind);
        }
        let report = sealing::verify(&operator(&platform), None)
            .await
            .expect("a report");
        assert_eq!((report.sealed, report.unsealed.len()), (5, 1));
        assert_eq!(report.faults, []);
    })
    .await;
}
