//! The runner of jobs: one holder at a time, taken over when it dies, parked when it never works.

use std::sync::Arc;
use std::time::Duration as Wait;

use chrono::Duration;
use sea_orm::EntityTrait;
use services::jobs::{self, Job, Kind, LEASE, MOST_ATTEMPTS, Outcome, Ran, Step, StepFuture};
use services::store::bulk::{self, OnConflict};
use services::store::entity::{household, job};
use services::{Platform, RequestContext, ServiceError, doctor};
use tests::database::on_each;
use tests::messages::copy;
use tests::site::MovableClock;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

const STEPS: u64 = 5;

fn place(job: &Job) -> u64 {
    job.position.parse().unwrap_or(0)
}

/// Writes one row a step: a step done twice fails, because the row is there.
async fn one_row(platform: &Arc<Platform>, job: &Job, wait: Wait) -> Result<Step, ServiceError> {
    let next = place(job) + 1;
    tokio::time::sleep(wait).await;
    let step = if next == STEPS {
        Step::Done
    } else {
        Step::More(next.to_string())
    };
    let transaction = platform.database.begin().await?;
    let now = platform.clock.now();
    jobs::advance(&transaction, now, job, &step).await?;
    let row = household::Model {
        household_id: Uuid::from_u128(next.into()),
        region_code: "110105".to_owned(),
        created_at: now,
    };
    bulk::insert::<household::Entity>(&transaction, &[row], OnConflict::Fail).await?;
    transaction.commit().await?;
    Ok(step)
}

fn quick<'a>(platform: &'a Arc<Platform>, job: &'a Job) -> StepFuture<'a> {
    Box::pin(one_row(platform, job, Wait::ZERO))
}

/// From the third step on slower than its lease.
fn slow<'a>(platform: &'a Arc<Platform>, job: &'a Job) -> StepFuture<'a> {
    let wait = if place(job) < 2 { 0 } else { 3 };
    Box::pin(one_row(platform, job, Wait::from_secs(wait)))
}

fn broken<'a>(_: &'a Arc<Platform>, _: &'a Job) -> StepFuture<'a> {
    Box::pin(async { Err(ServiceError::Unavailable("a part")) })
}

const QUICK: [Kind; 1] = [Kind {
    name: "test",
    step: quick,
}];
const SLOW: [Kind; 1] = [Kind {
    name: "test",
    step: slow,
}];
const BROKEN: [Kind; 1] = [Kind {
    name: "test",
    step: broken,
}];

async fn run(platform: &Arc<Platform>, kinds: &[Kind]) -> Option<Ran> {
    let stop = CancellationToken::new();
    let ran = jobs::run_next(platform, kinds, &stop).await;
    ran.expect("the store answers")
}

async fn left(platform: &Platform) -> job::Model {
    let all = job::Entity::find().all(&platform.database.reader).await;
    let mut all = all.expect("jobs");
    assert_eq!(all.len(), 1);
    all.remove(0)
}

async fn rows(platform: &Platform) -> u64 {
    let all = household::Entity::find().all(&platform.database.reader);
    all.await.expect("rows").len() as u64
}

/// Somebody who is in the third step.
async fn slowly(one: &Arc<Platform>, two: &Arc<Platform>) -> JoinHandle<Option<Ran>> {
    let one = Arc::clone(one);
    let task = tokio::spawn(async move { run(&one, &SLOW).await });
    while rows(two).await < 2 {
        tokio::time::sleep(Wait::from_millis(5)).await;
    }
    task
}

#[tokio::test]
async fn a_job_is_planned_once_and_done_once() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let one = copy(&made.database, &clock, 1);
        let two = copy(&made.database, &clock, 2);
        jobs::plan(&one, "test", "today").await.expect("planned");
        jobs::plan(&two, "test", "today").await.expect("planned");
        let (first, second) = tokio::join!(run(&one, &QUICK), run(&two, &QUICK));
        let done: Vec<Ran> = [first, second].into_iter().flatten().collect();
        assert_eq!(done.len(), 1, "{} {done:?}", made.kind);
        assert_eq!((done[0].outcome, done[0].steps), (Outcome::Done, STEPS));
        assert_eq!(rows(&one).await, STEPS);
        assert_eq!(run(&two, &QUICK).await, None);
        let left = left(&one).await;
        assert_eq!((left.state.as_str(), left.holder), ("done", None));
        clock.advance(Duration::days(31));
        jobs::forget(&one).await.expect("forgotten");
        let none = job::Entity::find().all(&one.database.reader).await;
        assert_eq!(none.expect("jobs"), []);
    })
    .await;
}

#[tokio::test]
async fn who_dies_with_a_job_leaves_it_to_others_when_the_lease_is_over() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let one = copy(&made.database, &clock, 1);
        let two = copy(&made.database, &clock, 2);
        jobs::plan(&one, "test", "today").await.expect("planned");
        // Dropped while it waits in its third step, as a process that is killed.
        let dies = slowly(&one, &two).await;
        dies.abort();
        assert!(dies.await.is_err(), "{}", made.kind);
        assert_eq!(run(&two, &QUICK).await, None, "somebody has it");
        clock.advance(LEASE + Duration::seconds(1));
        let ran = run(&two, &QUICK).await.expect("taken over");
        assert_eq!((ran.outcome, ran.steps), (Outcome::Done, STEPS - 2));
        assert_eq!(rows(&two).await, STEPS);
    })
    .await;
}

#[tokio::test]
async fn who_comes_back_late_writes_nothing_more() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let one = copy(&made.database, &clock, 1);
        let two = copy(&made.database, &clock, 2);
        jobs::plan(&one, "test", "today").await.expect("planned");
        let late = slowly(&one, &two).await;
        clock.advance(LEASE + Duration::seconds(1));
        let ran = run(&two, &QUICK).await.expect("taken over");
        assert_eq!((ran.outcome, ran.steps), (Outcome::Done, STEPS - 2));
        let late = late.await.expect("it ends").expect("it had a job");
        assert_eq!((late.outcome, late.steps), (Outcome::Lost, 2));
        assert_eq!(rows(&two).await, STEPS, "{}", made.kind);
        assert_eq!(left(&two).await.state, "done");
    })
    .await;
}

#[tokio::test]
async fn a_server_that_stops_gives_its_job_back_at_once() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let one = copy(&made.database, &clock, 1);
        jobs::plan(&one, "test", "today").await.expect("planned");
        let stop = CancellationToken::new();
        stop.cancel();
        let ran = jobs::run_next(&one, &QUICK, &stop).await.expect("an end");
        assert_eq!(ran.map(|ran| ran.outcome), Some(Outcome::Stopped));
        let given_back = left(&one).await;
        assert_eq!((given_back.attempts, given_back.holder), (0, None));
        let ran = run(&one, &QUICK).await.expect("due at once");
        assert_eq!((ran.outcome, ran.steps), (Outcome::Done, STEPS));
    })
    .await;
}

#[tokio::test]
async fn a_job_that_never_works_rests_longer_each_time_and_is_parked() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let one = copy(&made.database, &clock, 1);
        jobs::plan(&one, "test", "today").await.expect("planned");
        let mut waited = Vec::new();
        for attempt in 1..=MOST_ATTEMPTS {
            let ran = run(&one, &BROKEN).await.expect("it is due");
            let parked = attempt == MOST_ATTEMPTS;
            let wanted = if parked {
                Outcome::Parked
            } else {
                Outcome::Failed
            };
            assert_eq!(ran.outcome, wanted, "{} {attempt}", made.kind);
            assert_eq!(run(&one, &BROKEN).await, None, "it rests");
            let pause = left(&one).await.run_after - one.clock.now();
            waited.push(pause.num_seconds());
            clock.advance(pause);
        }
        assert_eq!(waited, [15, 30, 60, 120, 240, 480, 960, 1_920]);
        let parked = jobs::parked(&one).await.expect("parked");
        assert_eq!(parked.len(), 1);
        assert_eq!(parked[0].failure, "unavailable: a part");
        let context = RequestContext::operator(Arc::clone(&one), "doctor");
        let found = doctor::examine(&context).await.expect("findings");
        let jobs = found.iter().find(|one| one.part == "jobs").expect("jobs");
        assert_eq!(jobs.state, doctor::State::Warning, "{jobs:?}");
        assert!(jobs.detail.contains("test today"), "{jobs:?}");
    })
    .await;
}

#[tokio::test]
async fn a_job_that_takes_its_process_with_it_is_parked_too() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let one = copy(&made.database, &clock, 1);
        jobs::plan(&one, "test", "today").await.expect("planned");
        let stuck: [Kind; 1] = [Kind {
            name: "test",
            step: |_, _| Box::pin(std::future::pending()),
        }];
        while left(&one).await.attempts < MOST_ATTEMPTS {
            let died = timeout(Wait::from_millis(100), run(&one, &stuck)).await;
            assert!(died.is_err());
            clock.advance(LEASE + Duration::seconds(1));
        }
        let ran = run(&one, &QUICK).await.expect("it is due");
        assert_eq!(ran.outcome, Outcome::Parked, "{}", made.kind);
        assert_eq!(rows(&one).await, 0);
    })
    .await;
}
