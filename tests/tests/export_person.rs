//! An export tells everything, the same in each form, and leaves a trace.

use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use app::pages::me::export as page;
use domain::access::Role;
use domain::ids::PersonId;
use domain::language::Language;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use services::export::{self, Format};
use services::resident::{settlement, settlements};
use services::store::entity::audit_event;
use services::{Platform, RequestContext, ServiceError, authorise};
use tests::database::{on_each, sqlite_only};
use tests::demonstration::{id_of, with_demo};
use tests::platform::{request, resident};
use tokio::time::sleep;

async fn exported(context: &RequestContext, person: PersonId, format: Format) -> Vec<u8> {
    export::person(context, person, &format, Language::Zh)
        .await
        .expect("an export")
}

#[tokio::test]
async fn the_same_demonstration_gives_the_same_export_on_every_database() {
    let first = sqlite_only().await;
    let one = with_demo(&first, 0, 5).await;
    let operator = RequestContext::operator(Arc::clone(&one), "export");
    let person = id_of(&one, "李明").await;
    let wanted = exported(&operator, person, Format::Json).await;
    assert_eq!(
        exported(&operator, person, Format::Json).await,
        wanted,
        "exporting changes nothing"
    );
    on_each(async |made| {
        let other = with_demo(&made, 0, 5).await;
        let operator = RequestContext::operator(other, "export");
        assert!(
            exported(&operator, person, Format::Json).await == wanted,
            "{}",
            made.kind
        );
    })
    .await;
}

#[tokio::test]
async fn every_form_has_the_same_figures() {
    let made = sqlite_only().await;
    let platform = with_demo(&made, 0, 5).await;
    let context = RequestContext::operator(Arc::clone(&platform), "export");
    let person = id_of(&platform, "王秀英").await;
    let json = exported(&context, person, Format::Json).await;
    let json: Value = serde_json::from_slice(&json).expect("JSON");
    let csv = exported(&context, person, Format::Csv).await;
    let csv = String::from_utf8(csv).expect("UTF-8");
    assert!(csv.starts_with('\u{FEFF}'));
    let sections = &json["sections"];
    let settlements = sections["settlements"].as_array().expect("settlements");
    assert!(settlements.len() >= 9);
    assert!(sections["lines"].as_array().expect("lines").len() > 40);
    for one in settlements {
        let id = one["settlement_id"].as_str().expect("an id");
        let line = csv
            .lines()
            .find(|line| line.starts_with(id))
            .expect("the settlement in CSV");
        for key in ["total_fee", "pool_fund_paid", "cash_paid"] {
            let fen = one[key].as_i64().expect("fen");
            let yuan = format!(",{}.{:02}", fen / 100, fen % 100);
            assert!(line.contains(&yuan), "{key} {yuan} in {line}");
        }
        assert!(
            one["diagnosis"]
                .as_str()
                .is_some_and(|text| text.contains(' '))
        );
    }
    let own = &sections["person"][0];
    assert_eq!(own["name"], "王秀英");
    let number = own["id_number"].as_str().expect("a number");
    assert!(
        csv.contains(&format!("'{number}")),
        "a spreadsheet must not round the number"
    );

    let pdf = exported(&context, person, page::pdf(None)).await;
    assert!(pdf.starts_with(b"%PDF-"));
    assert_eq!(exported(&context, person, page::pdf(None)).await, pdf);
    let text = pdf_extract::extract_text_from_mem(&pdf).expect("text");
    let text: String = text.split_whitespace().collect();
    for wanted in [
        "王秀英",
        number,
        "统筹基金",
        "个人账户",
        "居民身份证",
        "户籍登记",
        "子女",
        "职工医保",
        "住院",
        "甲类",
        "别人看您的信息，都会留下记录",
    ] {
        assert!(text.contains(wanted), "{wanted} is missing in the PDF");
    }
    for code in [
        "household_register",
        "family_details",
        "access_record",
        "out_own",
        "inpatient",
        "read_overview",
        "alive",
        ":00Z",
    ] {
        assert!(!text.contains(code), "{code} is for programs");
    }
    let fee = settlements[0]["total_fee"].as_i64().expect("fen");
    assert!(text.contains(&format!("{}.{:02}", fee / 100, fee % 100)));
}

async fn exports(platform: &Platform) -> Vec<audit_event::Model> {
    audit_event::Entity::find()
        .filter(audit_event::Column::Action.eq("export_person"))
        .all(&platform.database.reader)
        .await
        .expect("events")
}

#[tokio::test]
async fn only_oneself_and_the_operator_may_and_each_export_is_written() {
    on_each(async |made| {
        let platform = with_demo(&made, 0, 5).await;
        let mother = id_of(&platform, "王秀英").await;
        let daughter = id_of(&platform, "刘敏").await;
        let own = request(&platform, resident(mother));
        export::person(&own, mother, &Format::Json, Language::En)
            .await
            .expect("one's own");
        let helper = request(&platform, resident(daughter));
        let refused = export::person(&helper, mother, &Format::Json, Language::En).await;
        assert!(
            matches!(refused, Err(ServiceError::NotFound)),
            "helping is not taking everything"
        );
        let written = exports(&platform).await;
        assert_eq!(written.len(), 1, "{}", made.kind);
        assert_eq!(PersonId::from(written[0].subject_id), mother);
        assert_eq!(
            (&*written[0].role, &*written[0].relation),
            ("resident", "oneself")
        );

        let operator = RequestContext::operator(Arc::clone(&platform), "export");
        exported(&operator, mother, Format::Json).await;
        let missing = PersonId(uuid::Uuid::nil());
        let refused = export::person(&operator, missing, &Format::Json, Language::En).await;
        assert!(matches!(refused, Err(ServiceError::NotFound)));
        let written = exports(&platform).await;
        assert_eq!(written.len(), 2, "{}: one line an export", made.kind);
        let last = written.iter().find(|event| event.role == "operator");
        let last = last.expect("the operator's export");
        assert_eq!(PersonId::from(last.subject_id), mother);
        assert_eq!((&*last.relation, &*last.reason), ("stranger", "export"));
    })
    .await;
}

/// What a relative was let to see is the other one's record, and stays in theirs.
#[tokio::test]
async fn an_export_names_no_settlement_of_a_relative() {
    on_each(async |made| {
        let platform = with_demo(&made, 0, 5).await;
        let mother = id_of(&platform, "王秀英").await;
        let daughter = id_of(&platform, "刘敏").await;
        let looking = request(&platform, resident(daughter));
        let list = settlements::of(&looking, mother, settlements::Filter::default());
        let list = list.await.expect("the list").settlements;
        let id = list.first().expect("a settlement").id;
        let own = settlement::of(&looking, mother, id, 1);
        own.await.expect("its details");
        let text = async |whose| {
            let context = request(&platform, resident(whose));
            let file = exported(&context, whose, Format::Json).await;
            String::from_utf8(file).expect("JSON")
        };
        let hers = text(mother).await;
        assert!(hers.matches(&id.to_string()).count() > 1, "with the look");
        let daughters = text(daughter).await;
        for one in &list {
            assert!(!daughters.contains(&one.id.to_string()), "{}", made.kind);
        }
        assert!(daughters.contains(&mother.to_string()), "her own link");
    })
    .await;
}

/// A font is megabytes to sift through; meanwhile the worker serves others.
#[tokio::test]
async fn a_pdf_is_written_beside_the_worker() {
    let made = sqlite_only().await;
    let platform = with_demo(&made, 0, 5).await;
    let context = RequestContext::operator(Arc::clone(&platform), "export");
    let person = id_of(&platform, "王秀英").await;
    // A machine may stand still for a moment whatever we do, but not each time.
    for _ in 0..5 {
        let mut export = pin!(exported(&context, person, page::pdf(None)));
        let begun = Instant::now();
        let (mut last, mut longest) = (begun, Duration::ZERO);
        let pdf = loop {
            let done = tokio::select! {
                biased;
                pdf = &mut export => Some(pdf),
                () = sleep(Duration::from_millis(1)) => None,
            };
            longest = longest.max(last.elapsed());
            last = Instant::now();
            if let Some(pdf) = done {
                break pdf;
            }
        };
        assert!(pdf.starts_with(b"%PDF-"));
        if longest * 2 < begun.elapsed() {
            return;
        }
    }
    panic!("the worker stands still while a PDF is written");
}

/// Whoever came over the network is not at the terminal, whatever their account may do.
#[tokio::test]
async fn no_signed_in_role_exports_anybody_or_runs_the_platform() {
    let made = sqlite_only().await;
    let platform = with_demo(&made, 0, 5).await;
    let mother = id_of(&platform, "王秀英").await;
    let daughter = id_of(&platform, "刘敏").await;
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Operator) {
        for person in [None, Some(daughter)] {
            let mut actor = resident(daughter);
            (actor.role, actor.person) = (role, person);
            let context = request(&platform, actor);
            let refused = export::person(&context, mother, &Format::Json, Language::En).await;
            assert!(matches!(refused, Err(ServiceError::NotFound)), "{role:?}");
            let refused = authorise::operator(&context);
            assert!(matches!(refused, Err(ServiceError::Forbidden)), "{role:?}");
        }
    }
    assert!(exports(&platform).await.is_empty());
}
