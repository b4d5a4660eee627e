//! A simulation on one core or several, in one step or many: it says the same.

use std::sync::Arc;

use chrono::Duration;
use sea_orm::{EntityTrait, QueryOrder};
use services::Platform;
use services::jobs::{Job, Kind, StepFuture};
use services::parameters::draft;
use services::parameters::governed;
use services::parameters::simulate::{self, Pace, Report, RunState, Tally};
use services::store::bulk::OnConflict;
use services::store::entity::parameter_simulation;
use tests::database::on_each;
use tests::governed::{new, two, with_deductible, work_on};
use tests::messages::copy_with_rules;
use tests::residents::{History, plain, settled};
use tests::site::MovableClock;

/// Everything of a place and year in one piece.
fn at_once<'a>(platform: &'a Arc<Platform>, job: &'a Job) -> StepFuture<'a> {
    let pace = Pace {
        page: 100_000,
        pages: 100,
        workers: 1,
    };
    Box::pin(simulate::step_at(platform, job, pace))
}

/// Pieces that end within a person's bills, several in a step and at the same time.
fn in_pieces<'a>(platform: &'a Arc<Platform>, job: &'a Job) -> StepFuture<'a> {
    let pace = Pace {
        page: 130,
        pages: 3,
        workers: 2,
    };
    Box::pin(simulate::step_at(platform, job, pace))
}

/// Pieces that are smaller than what one person has.
fn in_crumbs<'a>(platform: &'a Arc<Platform>, job: &'a Job) -> StepFuture<'a> {
    let pace = Pace {
        page: 7,
        pages: 1,
        workers: 4,
    };
    Box::pin(simulate::step_at(platform, job, pace))
}

const KINDS: [Kind; 3] = [of(at_once), of(in_pieces), of(in_crumbs)];

const fn of(step: for<'a> fn(&'a Arc<Platform>, &'a Job) -> StepFuture<'a>) -> Kind {
    Kind {
        name: simulate::JOB.name,
        step,
    }
}

/// Twenty-four employees, the first with 41 bills, each further one with five more: one in three
/// days back from the summer, so that those with many have some of the year before.
async fn people(platform: &Platform) -> u64 {
    let mut bills = 0;
    for number in 1..=24 {
        let history = History {
            number,
            settlements: 36 + 5 * number,
            items: 1 + number % 3,
        };
        let (mut rows, _) = settled(platform, history, 3);
        let own = plain(number);
        rows.persons = own.persons;
        rows.enrolments = own.enrolments;
        rows.year_accumulators.clear();
        let writer = &platform.database.writer;
        rows.write(writer, OnConflict::Fail).await.expect("rows");
        bills += u64::from(history.settlements);
    }
    bills
}

#[tokio::test]
async fn however_it_is_divided_a_simulation_says_the_same() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
        let (editor, _) = two(&platform).await;
        let bills = people(&platform).await;
        assert!(bills > 2_000, "{bills} bills");
        let wanted = with_deductible("BJ-2027", "2027-01-01", 300);
        let id = draft::write(&editor, &new(&wanted)).await.expect("a draft");
        for asked in [1_000, 10_000] {
            let mut came: Vec<(u64, Tally, Report)> = Vec::new();
            for kind in KINDS {
                // Ids of runs are in the order of time.
                clock.advance(Duration::seconds(1));
                let mut editor = editor.clone();
                editor.now = platform.clock.now();
                simulate::ask(&editor, &id, asked).await.expect("asked");
                let steps = work_on(&platform, &[kind]).await.expect("a job");
                let one = governed::one(&editor, &id).await.expect("a draft");
                let RunState::Done(report) = one.run.expect("a run").state else {
                    panic!("it is done");
                };
                came.push((steps, newest(&platform).await, *report));
            }
            let [(one, tally, report), rest @ ..] = came.as_slice() else {
                panic!("three runs");
            };
            assert_eq!(*one, 1, "one step, {}", made.kind);
            assert_eq!((tally.refused, tally.unlike), (0, 0));
            assert!(!tally.burden.is_zero(), "the draft changes something");
            if asked == 1_000 {
                assert!((1_000..1_200).contains(&tally.replayed()), "whole people");
                assert!(tally.people < 24, "not everybody");
            } else {
                assert_eq!(tally.replayed(), bills, "everybody");
                assert_eq!(tally.years.len(), 2, "two years");
            }
            let mut before = *one;
            for (steps, other, told) in rest {
                assert!(*steps > before, "{steps} steps after {before}");
                assert_eq!(other, tally, "{steps} steps, {}", made.kind);
                assert_eq!(told, report, "{steps} steps, {}", made.kind);
                before = *steps;
            }
        }
    })
    .await;
}

async fn newest(platform: &Platform) -> Tally {
    let run = parameter_simulation::Entity::find()
        .order_by_desc(parameter_simulation::Column::RunId)
        .one(&platform.database.reader)
        .await;
    let run = run.expect("an answer").expect("a run");
    serde_json::from_str(&run.tally).expect("a tally")
}
