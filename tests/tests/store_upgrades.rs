//! Every schema that has landed goes up to the newest with its data, and every step goes back.

mod answers;
mod enquiries;
mod governed;

use std::sync::Arc;

use chrono::{Duration, NaiveDate};
use domain::ids::PersonId;
use migrations::{Migrator, MigratorTrait};
use sea_orm::EntityTrait;
use services::demo::{self, Arguments};
use services::doctor::{self, State};
use services::store::bulk::{OnConflict, insert};
use services::store::entity::{
    access_report, access_report_step, account, certificate, identity_tag, job, muted_topic,
    person, session, used_sign_in,
};
use services::{Platform, RequestContext, accumulators, drugs, parameters, policies, sealing};
use tests::database::{TestDatabase, on_each, on_each_empty};
use tests::fixtures::{self, Fixture};
use tests::platform::{noon, platform, platform_with};
use tests::schema;
use uuid::Uuid;

fn steps() -> Vec<String> {
    let steps = Migrator::migrations();
    steps.iter().map(|step| step.name().to_owned()).collect()
}

/// How many steps lead to `step`.
fn place(step: &str) -> u32 {
    let before = steps().iter().position(|one| one == step);
    u32::try_from(before.expect("a step of the schema") + 1).expect("few steps")
}

#[tokio::test]
async fn every_landed_schema_upgrades_with_its_data() {
    for (number, step) in fixtures::landed().into_iter().enumerate() {
        // The steps of the first fixture only add tables, so that its rows are those of every
        // schema before it too.
        let last = place(&step);
        let first = if number == 0 { 1 } else { last };
        for steps in first..=last {
            on_each_empty(async |made| {
                let fixture = Fixture::read(&step, made.kind);
                upgraded(&made, &fixture, steps).await;
            })
            .await;
        }
    }
}

async fn upgraded(made: &TestDatabase, fixture: &Fixture, steps: u32) {
    let writer = &made.database.writer;
    Migrator::up(writer, Some(steps)).await.expect("up");
    let held = schema::table_names(&made.database).await;
    fixture.insert(&made.database, &held).await;
    Migrator::up(writer, None).await.expect("up to the newest");
    for part in &fixture.parts {
        let rows = if held.contains(&part.table) {
            part.rows
        } else {
            0
        };
        let found = schema::count(&made.database, &part.table).await;
        let (table, kind) = (&part.table, made.kind);
        assert_eq!(found, rows, "{table} on {kind}, from step {steps} up");
    }
    let sealed = fixture.parts.iter().find(|part| part.table == "audit_seal");
    let sealed = sealed.filter(|part| held.contains(&part.table));
    is_whole(made, sealed.map_or(0, |part| part.rows)).await;
}

/// Every settlement, total and seal of the store comes out as it is stored.
async fn is_whole(made: &TestDatabase, sealed: u64) {
    let platform = platform_with(made.database.clone(), 77);
    let context = RequestContext::operator(Arc::clone(&platform), "test");
    let report = sealing::verify(&context, None).await.expect("a report");
    assert_eq!((report.sealed, report.faults), (sealed, vec![]));
    if schema::count(&made.database, "parameter_set").await == 0 {
        parameters::import_shipped(&context).await.expect("rules");
    }
    let (database, book) = (&platform.database, &platform.parameters);
    book.refresh(database).await.expect("the rules are read");
    let people = person::Entity::find().all(&database.reader).await;
    for one in people.expect("people") {
        let id = PersonId::from(one.person_id);
        let found = accumulators::differences(&database.reader, book, id).await;
        assert_eq!(found.expect("a rebuild"), [], "{}", made.kind);
    }
    for finding in doctor::examine(&context).await.expect("findings") {
        // The index is no part of the store: it is built anew from it.
        if finding.part == "index" {
            continue;
        }
        assert_eq!(finding.state, State::Good, "{finding:?} on {}", made.kind);
    }
}

#[test]
fn the_newest_schema_has_a_fixture() {
    let newest = steps().pop();
    assert_eq!(
        fixtures::landed().pop(),
        newest,
        "write it: cargo test --test product -- --ignored write_the_fixture_of_the_newest_schema"
    );
}

#[tokio::test]
async fn every_step_goes_down_and_up_with_data() {
    on_each_empty(async |made| {
        let writer = &made.database.writer;
        Migrator::up(writer, None).await.expect("up");
        let newest = fixtures::landed().pop().expect("a fixture");
        let held = schema::table_names(&made.database).await;
        let fixture = Fixture::read(&newest, made.kind);
        fixture.insert(&made.database, &held).await;
        for step in steps().iter().rev() {
            let before = schema::table_names(&made.database).await;
            for (there, back) in [("down", "up"), ("down again", "")] {
                let down = Migrator::down(writer, Some(1)).await;
                down.unwrap_or_else(|error| panic!("{step} {there} on {}: {error}", made.kind));
                if !back.is_empty() {
                    let up = Migrator::up(writer, Some(1)).await;
                    up.unwrap_or_else(|error| panic!("{step} {back} on {}: {error}", made.kind));
                    let after = schema::table_names(&made.database).await;
                    assert_eq!(after, before, "{step} on {}", made.kind);
                }
            }
        }
        let left = schema::table_names(&made.database).await;
        assert_eq!(left, Vec::<String>::new(), "{}", made.kind);
    })
    .await;
}

#[tokio::test]
#[ignore = "writes tests/fixtures/schema/<newest step>; docs/decisions/0011-schema-steps.md"]
async fn write_the_fixture_of_the_newest_schema() {
    on_each(async |made| {
        let platform = platform(made.database.clone());
        let context = RequestContext::operator(Arc::clone(&platform), "test");
        let arguments = Arguments {
            people: 0,
            seed: 1,
            as_of: day("2026-06-15"),
        };
        demo::load(&context, arguments, &|_| ())
            .await
            .expect("the demonstration");
        policies::ship(&context).await.expect("the library");
        drugs::import_shipped(&context).await.expect("the drugs");
        while sealing::seal(&platform).await.expect("a group") > 0 {}
        what_the_demonstration_lacks(&platform).await;
        let newest = steps().pop().expect("a step");
        fixtures::write(&made, &newest).await;
    })
    .await;
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A row of each table that nothing of the demonstration fills for the people of the fixture.
async fn what_the_demonstration_lacks(platform: &Platform) {
    let writer = &platform.database.writer;
    let anybody = account::Entity::find().all(writer).await.expect("accounts");
    let anybody = anybody
        .into_iter()
        .find(|one| one.subject == "resident-retiree");
    let (account_id, person_id) = anybody
        .and_then(|one| Some((one.account_id, one.person_id?)))
        .expect("王秀英");
    let tag = identity_tag::Model {
        person_id,
        category: "near_subsistence".to_owned(),
        valid_from: day("2019-01-01"),
        valid_until: Some(day("2019-12-31")),
        source: "civil_affairs".to_owned(),
    };
    let session = session::Model {
        session_hash: vec![7; 32],
        account_id: Some(account_id),
        data: vec![1, 2, 3],
        user_agent: "test".to_owned(),
        created_at: noon(),
        last_seen_at: noon(),
        expires_at: noon().timestamp(),
        acting_role: "resident".to_owned(),
    };
    let used = used_sign_in::Model {
        state_hash: vec![8; 32],
        expires_at: noon().timestamp(),
    };
    let job = job::Model {
        job_id: Uuid::from_u128(9),
        kind: "test".to_owned(),
        payload: "{}".to_owned(),
        state: "due".to_owned(),
        attempts: 0,
        run_after: noon() + Duration::minutes(1),
        leased_until: None,
        position: String::new(),
        holder: None,
        failure: String::new(),
    };
    let muted = muted_topic::Model {
        person_id,
        topic: "settlements".to_owned(),
        since: noon(),
    };
    let report = access_report::Model {
        person_id,
        event_id: Uuid::from_u128(10),
        number: "2606-000-001".to_owned(),
        reason: "unknown".to_owned(),
        note_cipher: None,
        reported_at: noon(),
    };
    let step = access_report_step::Model {
        person_id,
        event_id: report.event_id,
        step: 1,
        state: "received".to_owned(),
        answer: String::new(),
        happened_at: noon(),
        answer_cipher: None,
    };
    let certificate = certificate::Model {
        person_id,
        certificate_id: Uuid::from_u128(10),
        code_index: vec![4; 16],
        code_cipher: vec![1, 5],
        facts_cipher: vec![1, 6],
        issued_at: noon(),
        expires_on: day("2026-09-13"),
        key_id: "0011223344556677".to_owned(),
        signature: vec![7; 64],
        identity_until: Some(day("2026-07-01")),
        scheme_until: None,
        region_until: None,
        periods_until: None,
        later_until: None,
        withdrawn_at: None,
        checks: 2,
        last_checked_on: Some(day("2026-06-15")),
    };
    governed::write(writer, person_id, day("2027-01-01"), noon()).await;
    enquiries::write(writer, person_id, noon()).await;
    macro_rules! write {
        ($($row:ident: $table:ident),+) => {$(
            insert::<$table::Entity>(writer, &[$row], OnConflict::Fail).await.expect("a row");
        )+};
    }
    write!(
        tag: identity_tag,
        session: session,
        used: used_sign_in,
        job: job,
        certificate: certificate,
        muted: muted_topic
    );
    write!(report: access_report, step: access_report_step);
}
