//! Views beside a SQLite file lie in a journal first: each reaches the trail once, whoever carries it
//! there and whatever became of the process that wrote it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::access::{Action, Relation, Role};
use domain::ids::PersonId;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use services::audit::Event;
use services::resident::overview;
use services::store::Database;
use services::store::entity::audit_event;
use services::{Platform, RequestContext, ServiceError, looks, trail};
use tests::database::{TestDatabase, sqlite_only};
use tests::platform::{request, resident as signed_in};
use tests::residents::{mother_and_daughter, person_id, platform_with_rules};

fn folder(made: &TestDatabase) -> PathBuf {
    made.folder.path().join("views")
}

/// A process of its own on the database of `made`.
fn process(made: &TestDatabase, seed: u64) -> RequestContext {
    let platform = tests::platform::platform_with(made.database.clone(), seed);
    let platform = Arc::into_inner(platform).expect("nobody else has it");
    let platform = Arc::new(platform.with_journal(folder(made)));
    request(&platform, signed_in(person_id(1)))
}

async fn look(context: &RequestContext, at: u16) {
    let event = Event {
        subject: Some(person_id(at)),
        relation: Relation::Family,
        action: Action::ReadOverview,
        object_kind: "person",
        object_id: "",
    };
    let log = &context.platform.access_log;
    log.write(context, event).await.expect("a durable view");
}

/// Whose data was looked at, as the trail has it, sorted.
async fn in_trail(database: &Database) -> Vec<PersonId> {
    let rows = audit_event::Entity::find()
        .filter(audit_event::Column::Action.eq(Action::ReadOverview.code()))
        .all(&database.reader)
        .await
        .expect("the trail");
    let mut subjects: Vec<PersonId> = rows.iter().map(|row| row.subject_id.into()).collect();
    subjects.sort();
    subjects
}

fn people(numbers: impl IntoIterator<Item = u16>) -> Vec<PersonId> {
    numbers.into_iter().map(person_id).collect()
}

/// The sizes of the files of the journal.
fn sizes(folder: &Path) -> Vec<u64> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .map(|entry| entry.unwrap().metadata().unwrap().len())
        .collect()
}

#[tokio::test]
async fn a_view_lies_in_the_journal_until_the_trail_is_read() {
    let made = sqlite_only().await;
    let context = process(&made, 1);
    look(&context, 2).await;
    assert_eq!(in_trail(&made.database).await, []);
    assert!(sizes(&folder(&made)).iter().any(|size| *size > 0));
    context.platform.whole_trail().await.unwrap();
    assert_eq!(in_trail(&made.database).await, people([2]));
    assert_eq!(sizes(&folder(&made)), [0, 0]);
    look(&context, 3).await;
    look(&context, 4).await;
    context.platform.whole_trail().await.unwrap();
    context.platform.whole_trail().await.unwrap();
    assert_eq!(in_trail(&made.database).await, people([2, 3, 4]));
    drop(context);
    assert!(sizes(&folder(&made)).is_empty(), "nothing is left behind");
}

#[tokio::test]
async fn whoever_reads_the_trail_reads_the_journal_too() {
    let made = sqlite_only().await;
    let platform = platform_with_rules(made.database.clone()).await;
    let (mother, daughter) = mother_and_daughter(&platform).await;
    drop(platform);
    let own = process(&made, 5);
    let seen_by = |person| request(&own.platform, signed_in(person));
    let family = seen_by(daughter.person);
    overview::of(&family, mother.person).await.unwrap();
    assert_eq!(in_trail(&made.database).await, []);
    let mine = seen_by(mother.person);
    let all = looks::Filter::default();
    let looked = looks::of(&mine, mother.person, all, 10).await.unwrap();
    assert_eq!(looked.looks.len(), 1);
    overview::of(&family, mother.person).await.unwrap();
    let mut auditor = seen_by(person_id(9));
    auditor.actor.role = Role::Auditor;
    let page = trail::read(&auditor, &trail::Filter::default()).await;
    let codes: Vec<String> = page
        .unwrap()
        .entries
        .into_iter()
        .map(|e| e.action)
        .collect();
    let overview = Action::ReadOverview.code();
    assert_eq!(codes.iter().filter(|code| *code == overview).count(), 2);
    assert!(codes.iter().any(|code| *code == Action::ReadAudit.code()));
}

#[tokio::test]
async fn what_another_process_wrote_is_carried_once() {
    let made = sqlite_only().await;
    let (server, command) = (process(&made, 1), process(&made, 2));
    look(&server, 2).await;
    look(&command, 3).await;
    // The server runs: its file is read along, and left to it.
    command.platform.whole_trail().await.unwrap();
    assert_eq!(in_trail(&made.database).await, people([2, 3]));
    look(&server, 4).await;
    server.platform.whole_trail().await.unwrap();
    assert_eq!(in_trail(&made.database).await, people([2, 3, 4]));
    // It is gone without having carried its last view.
    look(&server, 5).await;
    drop(server);
    assert!(sizes(&folder(&made)).iter().any(|size| *size > 0));
    command.platform.whole_trail().await.unwrap();
    assert_eq!(in_trail(&made.database).await, people([2, 3, 4, 5]));
    assert_eq!(sizes(&folder(&made)), [0, 0], "only the command's own");
}

#[tokio::test]
async fn views_that_stand_in_the_trail_already_are_not_doubled() {
    let made = sqlite_only().await;
    let context = process(&made, 1);
    for number in [2, 3] {
        look(&context, number).await;
    }
    // As a power cut leaves it between the trail and the emptying of the file, in the middle of a line
    // that nobody was told of.
    let folder = folder(&made);
    let written = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| fs::read(entry.unwrap().path()).unwrap())
        .max_by_key(Vec::len)
        .unwrap();
    context.platform.whole_trail().await.unwrap();
    let mut left = written.clone();
    left.extend_from_slice(&written[..written.len() / 3]);
    fs::write(folder.join("0-1.views"), left).unwrap();
    context.platform.whole_trail().await.unwrap();
    assert_eq!(in_trail(&made.database).await, people([2, 3]));
    assert!(!folder.join("0-1.views").exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn views_come_and_are_carried_at_the_same_time() {
    const EACH: u16 = 300;
    let made = sqlite_only().await;
    let (one, other) = (process(&made, 1), process(&made, 2));
    let writer = |context: RequestContext, first: u16| async move {
        for number in first..first + EACH {
            look(&context, number).await;
        }
    };
    let carrier = |platform: Arc<Platform>| async move {
        for _ in 0..40 {
            platform.whole_trail().await.expect("the trail");
            tokio::task::yield_now().await;
        }
    };
    let tasks = [
        tokio::spawn(writer(one.clone(), 1)),
        tokio::spawn(writer(other.clone(), 1 + EACH)),
        tokio::spawn(carrier(Arc::clone(&one.platform))),
        tokio::spawn(carrier(Arc::clone(&other.platform))),
    ];
    for task in tasks {
        task.await.expect("done");
    }
    one.platform.whole_trail().await.unwrap();
    assert_eq!(in_trail(&made.database).await, people(1..=2 * EACH));
}

#[tokio::test]
async fn without_a_journal_the_trail_takes_the_view_and_without_both_nothing_is_read() {
    let made = sqlite_only().await;
    let platform = platform_with_rules(made.database.clone()).await;
    let (mother, daughter) = mother_and_daughter(&platform).await;
    drop(platform);
    fs::write(folder(&made), "no folder").unwrap();
    let own = process(&made, 5);
    let family = request(&own.platform, signed_in(daughter.person));
    overview::of(&family, mother.person).await.unwrap();
    assert_eq!(in_trail(&made.database).await, [mother.person]);
    let writer = &made.database.writer;
    writer
        .execute_unprepared("ALTER TABLE audit_event RENAME TO elsewhere")
        .await
        .unwrap();
    let refused = overview::of(&family, mother.person).await;
    assert!(matches!(refused, Err(ServiceError::Internal(_))));
}
