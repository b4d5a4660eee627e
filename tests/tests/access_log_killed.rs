//! The server, killed as a power cut kills while relatives read: every view that somebody got an
//! answer to is in the access log, and the trail is whole.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use domain::access::Relation;
use domain::ids::PersonId;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::store::Database;
use services::store::entity::{account, audit_event, audit_seal};
use tests::binary::Binary;
use tests::database::{TestDatabase, on_each};
use tests::serving::Serving;
use tests::visitor::Visitor;
use uuid::Uuid;

/// How many read at once.
const READERS: usize = 24;
/// How many answers there are at least before it is killed.
const ANSWERS: usize = 150;
const PAGES: [&str; 7] = [
    "",
    "/benefits",
    "/settlements",
    "/account",
    "/contributions",
    "/enrolment",
    "/add-ons",
];

fn start(program: &Binary, made: &TestDatabase) -> Serving {
    let settings = [
        ("YIBAOTONG_DATABASE_URL", &*made.url),
        // On a busy machine nobody is sent away: every answer is a page.
        ("YIBAOTONG_DATABASE_ACQUIRE_MS", "30000"),
        ("YIBAOTONG_LIMIT_REQUEST_MS", "60000"),
    ];
    Serving::start(program, &settings)
}

async fn mother(store: &Database) -> PersonId {
    let found = account::Entity::find()
        .filter(account::Column::Subject.eq("resident-retiree"))
        .one(&store.reader)
        .await;
    let account = found.expect("an answer").expect("an account");
    account.person_id.expect("a person").into()
}

/// Reads the pages of `person` in turn until the server is gone, and notes the request of every
/// whole answer.
async fn read(visitor: Visitor, person: PersonId, first: usize, answered: Arc<Mutex<Vec<String>>>) {
    for page in PAGES.iter().cycle().skip(first) {
        let Ok(answer) = visitor.get(&format!("/people/{person}{page}")).await else {
            return;
        };
        assert!(answer.is_whole_page(), "{page}: {}", answer.status);
        let request = answer.header("x-request-id").to_owned();
        answered.lock().expect("no reader failed").push(request);
    }
}

/// Lets many read and kills the server in the midst of it; the requests that were answered.
async fn read_and_kill(server: Serving, person: PersonId, longer: Duration) -> Vec<String> {
    let mut visitor = Visitor::new(&server.url);
    visitor.sign_in("resident-daughter").await;
    let answered: Arc<Mutex<Vec<String>>> = Arc::default();
    let readers: Vec<_> = (0..READERS)
        .map(|first| tokio::spawn(read(visitor.clone(), person, first, Arc::clone(&answered))))
        .collect();
    let all_read = || readers.iter().all(|reader| !reader.is_finished());
    while answered.lock().expect("no reader failed").len() < ANSWERS {
        assert!(all_read(), "nobody stops before it is killed");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    tokio::time::sleep(longer).await;
    assert!(all_read(), "it is killed in the midst");
    server.kill();
    for reader in readers {
        reader.await.expect("every answer was whole");
    }
    answered.lock().expect("no reader failed").clone()
}

/// The requests that are in the access log of `person`.
async fn logged(store: &Database, person: PersonId) -> Vec<String> {
    let events = audit_event::Entity::find()
        .filter(audit_event::Column::SubjectId.eq(Uuid::from(person)))
        .filter(audit_event::Column::Relation.eq(Relation::Family.code()))
        .all(&store.reader)
        .await;
    let events = events.expect("the events");
    events.into_iter().map(|event| event.request_id).collect()
}

async fn sealed(store: &Database) {
    for _ in 0..1_000 {
        let events = audit_event::Entity::find().count(&store.reader).await;
        let seals = audit_seal::Entity::find().count(&store.reader).await;
        if events.expect("a count") == seals.expect("a count") {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the next server does not seal what the one before left");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answered_view_is_in_the_log_whenever_the_server_is_killed() {
    on_each(|made| async move {
        let program = Binary::new();
        let mut luck = ChaCha20Rng::seed_from_u64(20_261_127);
        for turn in 0..2 {
            let server = start(&program, &made);
            let person = mother(&made.database).await;
            let longer = Duration::from_millis(luck.random_range(0..40));
            let answered = read_and_kill(server, person, longer).await;
            assert!(answered.len() >= ANSWERS, "turn {turn}");
            verified(&program, &made);
            let logged = logged(&made.database, person).await;
            let lost: Vec<_> = answered
                .iter()
                .filter(|one| !logged.contains(one))
                .collect();
            assert!(lost.is_empty(), "{}, turn {turn}: {lost:?}", made.kind);
        }
        let server = start(&program, &made);
        sealed(&made.database).await;
        server.kill();
        verified(&program, &made);
    })
    .await;
}

/// Checks the trail as an operator does. Any command brings what lay in the journal of the server that was
/// killed.
fn verified(program: &Binary, made: &TestDatabase) {
    let mut check = program.command(&["verify-audit"]);
    let said = check.env("YIBAOTONG_DATABASE_URL", &made.url).output();
    let said = said.expect("the program starts");
    let words = String::from_utf8_lossy(&said.stdout);
    assert!(said.status.success(), "{}: {words}", made.kind);
    assert!(words.contains("as it was sealed"), "{words}");
}
