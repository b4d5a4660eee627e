//! The server, killed as a power cut kills while it seals answers that an older version left open:
//! none is lost, each is open or sealed and never both, and the next start finishes.

use std::process::{Child, Stdio};
use std::time::Duration;

use migrations::{Migrator, MigratorTrait};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use services::keys::Keys;
use services::records::private::Field;
use services::store::Database;
use services::store::entity::access_report_step::{self, Column, Entity};
use tests::binary::Binary;
use tests::database::{TestDatabase, on_each_empty};
use tests::fixtures::Fixture;
use tests::schema;
use tests::serving::free_port;

/// So many answers that the program is some time about them.
const ANSWERS: usize = 4_000;
/// The last schema whose answers are open.
const BEFORE: &str = "m0019_family";
/// What [`Binary`] gives the program as its master key.
const MASTER: &[u8] = b"nothing but a key for the tests!";

fn answer(step: i32) -> String {
    format!("第 {step} 条答复：是您的女儿，您确认过。")
}

/// A store of the time before, with many answers, in the schema of today.
async fn with_open_answers(made: &TestDatabase) {
    let writer = &made.database.writer;
    let steps = Migrator::migrations();
    let last = steps.iter().position(|step| step.name() == BEFORE);
    let count = u32::try_from(last.expect("a step") + 1).expect("few steps");
    Migrator::up(writer, Some(count)).await.expect("up");
    let held = schema::table_names(&made.database).await;
    let fixture = Fixture::read(BEFORE, made.kind);
    fixture.insert(&made.database, &held).await;
    let added = format!(
        "WITH RECURSIVE more (step) AS (SELECT 2 UNION ALL SELECT step + 1 FROM more WHERE step <= {ANSWERS}) \
         INSERT INTO access_report_step (person_id, event_id, step, state, answer, happened_at) \
         SELECT person_id, event_id, more.step, 'answered', '第 ' || more.step || ' 条答复：是您的女儿，您确认过。', \
         happened_at FROM access_report_step CROSS JOIN more WHERE access_report_step.step = 1"
    );
    let added = writer.execute_unprepared(&added).await;
    assert_eq!(added.expect("answers").rows_affected(), ANSWERS as u64);
    Migrator::up(writer, None).await.expect("up to the newest");
}

async fn answered(store: &Database) -> Vec<access_report_step::Model> {
    let rows = Entity::find().order_by_asc(Column::Step).all(&store.reader);
    let mut rows = rows.await.expect("the steps");
    rows.retain(|row| row.state == "answered");
    rows
}

/// Every answer says what was answered, open or sealed; how many are sealed.
fn sealed(rows: &[access_report_step::Model], kind: &str) -> usize {
    let keys = Keys::from_master(MASTER);
    assert_eq!(rows.len(), ANSWERS, "{kind}");
    let mut sealed = 0;
    for row in rows {
        let told = match &row.answer_cipher {
            None => row.answer.clone(),
            Some(cipher) => {
                assert_eq!(row.answer, "", "{kind}: step {} is both", row.step);
                sealed += 1;
                let told = Field::ReportAnswer.open(&keys, cipher);
                told.expect("it can be opened")
            }
        };
        assert_eq!(told, answer(row.step), "{kind}");
    }
    sealed
}

/// The server on this store, which seals before it does anything else.
fn start(program: &Binary, made: &TestDatabase) -> Child {
    let mut command = program.command(&["serve", "--port", &free_port().to_string()]);
    command
        .env("YIBAOTONG_DEMO_PEOPLE", "0")
        .env("YIBAOTONG_DATABASE_URL", &*made.url)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.spawn().expect("it starts")
}

/// Lets it run until more than `before` answers are sealed and, for `longer`, further.
async fn run_and_kill(mut server: Child, made: &TestDatabase, before: usize, longer: Duration) {
    let count = async || {
        let sealed = Entity::find().filter(Column::AnswerCipher.is_not_null());
        let sealed = sealed.count(&made.database.reader).await;
        sealed.expect("a count")
    };
    while count().await <= before as u64 {
        let state = server.try_wait().expect("a state");
        assert!(
            state.is_none(),
            "{}: it ended by itself: {state:?}",
            made.kind
        );
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    tokio::time::sleep(longer).await;
    server.kill().expect("killed");
    server.wait().expect("gone");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_that_are_sealed_outlive_every_kill() {
    on_each_empty(async |made| {
        with_open_answers(&made).await;
        assert_eq!(sealed(&answered(&made.database).await, made.kind), 0);
        let program = Binary::new();
        let mut luck = ChaCha20Rng::seed_from_u64(20_261_127);
        let (mut before, mut midway) = (0, 0);
        for _ in 0..3 {
            let longer = Duration::from_millis(luck.random_range(0..15));
            run_and_kill(start(&program, &made), &made, before, longer).await;
            let found = sealed(&answered(&made.database).await, made.kind);
            assert!(found > before, "{}: what was sealed stays so", made.kind);
            before = found;
            if found == ANSWERS {
                break;
            }
            midway += 1;
        }
        assert!(midway > 0, "{}: no kill struck while it sealed", made.kind);
        if before < ANSWERS {
            let nothing = Duration::ZERO;
            run_and_kill(start(&program, &made), &made, ANSWERS - 1, nothing).await;
        }
        let rows = answered(&made.database).await;
        assert_eq!(sealed(&rows, made.kind), ANSWERS, "the next start finishes");
        assert!(
            rows.iter().all(|row| row.answer.is_empty()),
            "{}",
            made.kind
        );
    })
    .await;
}
