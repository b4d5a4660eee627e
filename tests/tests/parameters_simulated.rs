//! A draft tried on earlier bills: the same as settling them by hand, also when the server dies.

use std::sync::Arc;

use chrono::Duration;
use domain::money::Money;
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{Accumulators, NoTrace, Settled};
use sea_orm::{EntityTrait, QueryOrder};
use services::jobs::{Job, Kind, LEASE, StepFuture};
use services::parameters::governed;
use services::parameters::simulate::{self, Band, Group, Pace, Report, RunState, Tally};
use services::parameters::{draft, stage::Stage};
use services::records::SettlementInput;
use services::store::bulk::OnConflict;
use services::store::entity::{parameter_simulation, settlement};
use services::{Platform, RequestContext, demo};
use tests::database::on_each;
use tests::governed::{new, set, two, with_deductible, work, work_on};
use tests::messages::{copy, copy_with_rules};
use tests::platform::noon;
use tests::residents::{History, plain, resident, settled};
use tests::site::MovableClock;

async fn run_of(platform: &Platform) -> parameter_simulation::Model {
    let runs = parameter_simulation::Entity::find()
        .order_by_desc(parameter_simulation::Column::RunId)
        .all(&platform.database.reader)
        .await;
    runs.expect("runs").remove(0)
}

async fn tally_of(platform: &Platform) -> Tally {
    serde_json::from_str(&run_of(platform).await.tally).expect("a tally")
}

async fn report(context: &RequestContext, id: &str) -> Report {
    let one = governed::one(context, id).await.expect("a draft");
    match one.run.expect("a run").state {
        RunState::Done(report) => *report,
        other => panic!("it is done: {other:?}"),
    }
}

/// What people would pay more by `set`, by settling each year of each person and scheme in a plain
/// loop of the test's own, with what was used up before under it.
async fn by_hand(platform: &Platform, set: &ParameterSet, places: &str) -> (u64, Money, [u64; 7]) {
    let rows = settlement::Entity::find()
        .order_by_asc(settlement::Column::CreatedAt)
        .order_by_asc(settlement::Column::SettlementId)
        .all(&platform.database.reader)
        .await
        .expect("settlements");
    let mut years: std::collections::BTreeMap<_, (Accumulators, Money)> =
        std::collections::BTreeMap::new();
    let mut people: std::collections::BTreeMap<_, Money> = std::collections::BTreeMap::new();
    let mut known = std::collections::BTreeMap::new();
    let (mut bills, mut total) = (0, Money::ZERO);
    for row in rows
        .iter()
        .filter(|row| row.region_code.starts_with(places))
    {
        let input: SettlementInput = serde_json::from_str(&row.input).expect("an input");
        let key = (row.person_id, row.benefit_year, row.scheme.clone());
        let (used, _) = years.entry(key).or_default();
        let (burden, change) = if let Some(original) = row.reverses_id {
            let back: Settled = known[&original];
            let back = back.reverse();
            (back.settlement.personal_burden(), back.change)
        } else {
            let settled = input.settle(set, *used, &mut NoTrace).expect("settled");
            known.insert(row.settlement_id, settled);
            (settled.settlement.personal_burden(), settled.change)
        };
        *used = *used + change;
        let more = burden - Money::from_fen(row.personal_burden);
        *people.entry((row.person_id, row.benefit_year)).or_default() += more;
        total += more;
        bills += 1;
    }
    let mut bands = [0; 7];
    for more in people.into_values() {
        let place = Band::ALL.iter().position(|band| *band == Band::of(more));
        bands[place.expect("a band")] += 1;
    }
    (bills, total, bands)
}

/// Thirty employees in Beijing, the first with one bill, each further one with one more.
async fn thirty(platform: &Platform) -> u64 {
    let mut bills = 0;
    for number in 1..=30 {
        let history = History {
            number,
            settlements: number,
            items: 3,
        };
        bills += u64::from(number);
        resident(platform, history).await;
    }
    bills
}

#[tokio::test]
async fn a_simulation_says_what_settling_by_hand_says() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
        let (editor, _) = two(&platform).await;
        let bills = thirty(&platform).await;
        let wanted = with_deductible("BJ-2027", "2027-01-01", 300);
        let id = draft::write(&editor, &new(&wanted)).await.expect("a draft");
        simulate::ask(&editor, &id, 1_000).await.expect("asked");
        simulate::ask(&editor, &id, 1_000)
            .await
            .expect("asked twice");
        work(&platform).await.expect("a job");
        assert_eq!(work(&platform).await, None, "one run");
        let tally = tally_of(&platform).await;
        let set: ParameterSet = serde_json::from_value(wanted).expect("a set");
        let (all, more, bands) = by_hand(&platform, &set, "11").await;
        assert_eq!((tally.compared, all), (bills, bills), "{}", made.kind);
        assert_eq!((tally.refused, tally.unlike), (0, 0));
        assert_eq!(tally.burden, more);
        assert!(
            more.is_negative(),
            "a lower deductible leaves less to people"
        );
        assert_eq!(tally.funds.iter().copied().sum::<Money>(), -more);
        assert_eq!(tally.people, 30);
        assert_eq!(tally.groups[&Group::AtWork], bands);
        assert_eq!(
            tally.sources.values().flatten().sum::<u64>(),
            30,
            "each in one line"
        );
        let report = report(&editor, &id).await;
        assert_eq!(report.change.expect("enough people").1, more);
        assert_eq!(report.everybody.all, Some(30));
        let one = governed::one(&editor, &id).await.expect("a draft");
        assert_eq!(one.stage, Stage::Simulated);
    })
    .await;
}

#[tokio::test]
async fn what_was_used_up_under_the_draft_decides_what_comes_after() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
        let (editor, _) = two(&platform).await;
        // Ten outpatient bills in one year: a deductible is taken once, whatever its height.
        resident(
            &platform,
            History {
                number: 1,
                settlements: 40,
                items: 4,
            },
        )
        .await;
        let wanted = with_deductible("BJ-2027", "2027-01-01", 0);
        let id = draft::write(&editor, &new(&wanted)).await.expect("a draft");
        simulate::ask(&editor, &id, 1_000).await.expect("asked");
        work(&platform).await.expect("a job");
        let set: ParameterSet = serde_json::from_value(wanted).expect("a set");
        let (_, more, _) = by_hand(&platform, &set, "11").await;
        assert_eq!(tally_of(&platform).await.burden, more, "{}", made.kind);
        let report = report(&editor, &id).await;
        assert_eq!(report.change, None, "one person is not told of");
        assert_eq!(report.everybody.all, None);
    })
    .await;
}

#[tokio::test]
async fn the_demonstration_comes_out_as_by_hand() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let platform = copy(&made.database, &clock, 1);
        let operator = RequestContext::operator(Arc::clone(&platform), "demo");
        let arguments = demo::Arguments {
            people: 60,
            seed: 7,
            as_of: noon().date_naive(),
        };
        demo::load(&operator, arguments, &|_| ())
            .await
            .expect("people");
        let (editor, _) = two(&platform).await;
        let wanted = with_deductible("BJ-2027", "2027-01-01", 100);
        let id = draft::write(&editor, &new(&wanted)).await.expect("a draft");
        simulate::ask(&editor, &id, 1_000_000).await.expect("asked");
        work(&platform).await.expect("a job");
        let tally = tally_of(&platform).await;
        let set: ParameterSet = serde_json::from_value(wanted).expect("a set");
        let (bills, more, _) = by_hand(&platform, &set, "11").await;
        assert!(bills > 50, "{bills} bills");
        assert_eq!(
            (tally.replayed(), tally.unlike),
            (bills, 0),
            "{}",
            made.kind
        );
        assert_eq!(tally.burden, more);
    })
    .await;
}

/// The job in many small steps: at least six for twelve people with 150 bills each.
const SMALL_STEPS: [Kind; 1] = [Kind {
    name: simulate::JOB.name,
    step: small_step,
}];

fn small_step<'a>(platform: &'a Arc<Platform>, job: &'a Job) -> StepFuture<'a> {
    let pace = Pace {
        page: 100,
        pages: 2,
        workers: 2,
    };
    Box::pin(simulate::step_at(platform, job, pace))
}

#[tokio::test]
async fn a_server_that_dies_leaves_a_simulation_to_another() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let one = copy_with_rules(&made.database, &clock, 1).await;
        let two_ = copy_with_rules(&made.database, &clock, 2).await;
        let (editor, _) = two(&one).await;
        // More than a page each.
        for number in 1..=12 {
            let history = History {
                number,
                settlements: 150,
                items: 1,
            };
            let (mut rows, _) = settled(&one, history, 1);
            let own = plain(number);
            rows.persons = own.persons;
            rows.enrolments = own.enrolments;
            rows.year_accumulators.clear();
            let writer = &one.database.writer;
            rows.write(writer, OnConflict::Fail).await.expect("rows");
        }
        let wanted = with_deductible("BJ-2027", "2027-01-01", 100);
        let id = draft::write(&editor, &new(&wanted)).await.expect("a draft");
        simulate::ask(&editor, &id, 10_000).await.expect("asked");
        let platform = Arc::clone(&one);
        let dies = tokio::spawn(async move { work_on(&platform, &SMALL_STEPS).await });
        while run_of(&two_).await.replayed == 0 {
            tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        }
        dies.abort();
        let died = dies.await.is_err();
        let half = run_of(&two_).await;
        clock.advance(LEASE + Duration::seconds(1));
        let rest = work_on(&two_, &SMALL_STEPS).await;
        assert_eq!(
            rest.is_some(),
            died || half.state == "running",
            "{}",
            made.kind
        );
        let run = run_of(&two_).await;
        assert_eq!((run.state.as_str(), run.replayed), ("done", 1_800));
        let set: ParameterSet = serde_json::from_value(wanted).expect("a set");
        let (bills, more, bands) = by_hand(&two_, &set, "11").await;
        let tally = tally_of(&two_).await;
        assert_eq!(
            (tally.compared, tally.burden),
            (bills, more),
            "none twice, none left out"
        );
        assert_eq!(tally.groups[&Group::AtWork], bands);
    })
    .await;
}

#[tokio::test]
async fn a_draft_that_changes_meanwhile_is_not_simulated() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
        let (editor, _) = two(&platform).await;
        let id = draft::write(&editor, &new(&set("BJ-2027", "2027-01-01")))
            .await
            .expect("a draft");
        simulate::ask(&editor, &id, 1_000).await.expect("asked");
        let seen = governed::one(&editor, &id)
            .await
            .expect("a draft")
            .content_hash;
        let changed = with_deductible(&id, "2027-01-01", 50);
        draft::rewrite(&editor, &id, &seen, &new(&changed))
            .await
            .expect("changed");
        work(&platform).await.expect("a job");
        let one = governed::one(&editor, &id).await.expect("a draft");
        assert_eq!(one.stage, Stage::Drafted, "{}", made.kind);
        assert_eq!(one.run.expect("a run").state, RunState::Stale);
        let odd = simulate::ask(&editor, &id, 1_001).await;
        assert!(odd.is_err(), "only round numbers");
    })
    .await;
}
