//! The export says what the pages say, figure by figure, and its signature notices a change.

use app::pages::me::export as page;
use domain::access::Role;
use domain::language::Language;
use domain::looks::Doubt;
use domain::money::Money;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use services::RequestContext;
use services::accounts::SessionHash;
use services::accounts::sessions::{self, NewSession};
use services::export::{self, Format, Verdict};
use services::family::share;
use services::looks::report::{self, NewReport};
use services::looks::{self, Filter};
use services::resident::{account, enrolment, overview, settlements};
use services::store::entity::{account as accounts, contribution};
use tests::database::{on_each, sqlite_only};
use tests::demonstration::{id_of, with_demo};
use tests::platform::{request, resident};

async fn exported(context: &RequestContext, format: Format, language: Language) -> Vec<u8> {
    let person = context.actor.person.expect("a person");
    export::person(context, person, &format, language)
        .await
        .expect("an export")
}

async fn sections(context: &RequestContext) -> Value {
    let bytes = exported(context, Format::Json, Language::Zh).await;
    let mut whole: Value = serde_json::from_slice(&bytes).expect("JSON");
    whole["sections"].take()
}

fn rows<'a>(sections: &'a Value, key: &str) -> &'a Vec<Value> {
    sections[key].as_array().unwrap_or_else(|| panic!("{key}"))
}

fn fen(row: &Value, key: &str) -> Money {
    Money::from_fen(
        row[key]
            .as_i64()
            .unwrap_or_else(|| panic!("{key} in {row}")),
    )
}

async fn same_settlements(context: &RequestContext, sections: &Value) {
    let person = context.actor.person.expect("a person");
    let mut filter = settlements::Filter::default();
    let mut shown = Vec::new();
    let totals = loop {
        let page = settlements::of(context, person, filter)
            .await
            .expect("a page");
        shown.extend(page.settlements);
        let Some(next) = page.next else {
            break page.totals;
        };
        filter.before = Some(next);
    };
    let told = rows(sections, "settlements");
    assert_eq!(told.len(), shown.len());
    for one in shown {
        let id = one.id.to_string();
        let row = told.iter().find(|row| row["settlement_id"] == id.as_str());
        let row = row.expect("the settlement");
        assert_eq!(row["settled_on"], one.settled_on.to_string().as_str());
        for (key, amount) in [
            ("total_fee", one.paid.total_fee),
            ("pool_fund_paid", one.paid.pool_fund),
            ("large_amount_paid", one.paid.large_amount),
            ("catastrophic_paid", one.paid.catastrophic),
            ("assistance_paid", one.paid.assistance),
            ("account_paid", one.paid.accounts),
            ("cash_paid", one.paid.cash),
        ] {
            assert_eq!(fen(row, key), amount, "{key} of {id}");
        }
    }
    assert_eq!(rows(sections, "totals").len(), totals.len());
    for total in totals {
        let row = rows(sections, "totals").iter().find(|row| {
            row["benefit_year"] == total.year && row["visit_kind"] == total.kind.code()
        });
        let row = row.expect("the total");
        assert_eq!(row["settlements"], total.settlements);
        assert_eq!(fen(row, "total_fee"), total.paid.total_fee);
        assert_eq!(fen(row, "cash_paid"), total.paid.cash);
    }
}

async fn same_account(context: &RequestContext, sections: &Value) {
    let person = context.actor.person.expect("a person");
    let (mut shown, mut before) = (Vec::new(), None);
    let balance = loop {
        let page = account::of(context, person, before).await.expect("a page");
        shown.extend(page.entries);
        before = page.next;
        if before.is_none() {
            break page.balance;
        }
    };
    shown.reverse();
    let told = rows(sections, "account");
    let figures = |row: &Value| (fen(row, "amount"), fen(row, "balance_after"));
    let told: Vec<_> = told.iter().map(figures).collect();
    let shown: Vec<_> = shown
        .iter()
        .map(|entry| (entry.amount, entry.balance_after))
        .collect();
    assert_eq!(told, shown);
    assert_eq!(told.last().map(|(_, balance)| *balance), balance);
}

/// What accounts keep for relatives is in the export, the steps in order.
async fn same_shares(context: &RequestContext, sections: &Value, kept: &[Money]) {
    let told = rows(sections, "account_shares");
    let told: Vec<Money> = told.iter().map(|row| fen(row, "amount")).collect();
    assert_eq!(told, kept);
    let page = share::of(context).await.expect("a page");
    let left = page.map_or(Money::ZERO, |keeping| keeping.reserved());
    assert!(left <= told.last().copied().unwrap_or_default());
}

async fn same_enrolment(context: &RequestContext, sections: &Value) {
    let person = context.actor.person.expect("a person");
    let page = enrolment::of(context, person).await.expect("the page");
    let mut shown: Vec<_> = page
        .periods
        .iter()
        .map(|period| (period.since.to_string(), period.scheme.code().to_owned()))
        .collect();
    let told = rows(sections, "enrolments").iter().map(|row| {
        let text = |key: &str| row[key].as_str().expect("text").to_owned();
        (text("since"), text("scheme"))
    });
    let mut told: Vec<_> = told.collect();
    told.sort();
    shown.sort();
    assert_eq!(told, shown);
}

async fn same_contributions(context: &RequestContext, sections: &Value) {
    let person = context.actor.person.expect("a person");
    let stored = contribution::Entity::find()
        .filter(contribution::Column::PersonId.eq(uuid::Uuid::from(person)))
        .all(&context.platform.database.reader)
        .await
        .expect("rows");
    let told = rows(sections, "contributions");
    assert_eq!(told.len(), stored.len());
    for key in ["employer_amount", "person_amount", "subsidy_amount"] {
        let told = told
            .iter()
            .fold(Money::ZERO, |sum, row| sum + fen(row, key));
        let stored = stored.iter().map(|row| match key {
            "employer_amount" => row.employer_amount,
            "person_amount" => row.person_amount,
            _ => row.subsidy_amount,
        });
        assert_eq!(told, Money::from_fen(stored.sum()), "{key}");
    }
}

#[tokio::test]
async fn the_export_says_what_the_pages_say() {
    on_each(|made| async move {
        let made = made;
        let platform = with_demo(&made, 0, 5).await;
        for name in ["王秀英", "李明", "陈志强", "张伟"] {
            let own = request(&platform, resident(id_of(&platform, name).await));
            let sections = sections(&own).await;
            same_settlements(&own, &sections).await;
            same_account(&own, &sections).await;
            let kept: &[Money] = if name == "李明" {
                &[Money::from_yuan(500)]
            } else {
                &[]
            };
            same_shares(&own, &sections, kept).await;
            same_enrolment(&own, &sections).await;
            same_contributions(&own, &sections).await;
        }
    })
    .await;
}

#[tokio::test]
async fn one_signature_stands_in_every_form() {
    let made = sqlite_only().await;
    let platform = with_demo(&made, 0, 5).await;
    let own = request(&platform, resident(id_of(&platform, "王秀英").await));
    let json = sections(&own).await;
    let signature = &rows(&json, "signature")[0];
    let text = |key: &str| signature[key].as_str().expect("text").to_owned();
    let wanted = Verdict::Genuine(text("digest"));
    for language in [Language::Zh, Language::En] {
        for format in [Format::Json, Format::Csv] {
            let file = exported(&own, format.clone(), language).await;
            let found = export::verify(&platform.keys, &file);
            assert_eq!(found, wanted, "{format:?} {language:?}");
            let file = String::from_utf8(file).expect("text");
            assert!(file.contains(&text("value")), "{format:?}");
        }
        let pdf = exported(&own, page::pdf(None), language).await;
        let read = pdf_extract::extract_text_from_mem(&pdf).expect("text");
        let read: String = read.split_whitespace().collect();
        for key in ["digest", "value", "public_key"] {
            assert!(read.contains(&text(key)), "{key} in the PDF");
        }
        for row in rows(&json, "settlements") {
            for key in ["total_fee", "pool_fund_paid", "cash_paid"] {
                let amount = fen(row, key).fen();
                let sign = if amount < 0 { "-" } else { "" };
                let (yuan, rest) = (amount.abs() / 100, amount.abs() % 100);
                let yuan = format!("{sign}{yuan}.{rest:02}");
                assert!(read.contains(&yuan), "{key} {yuan} in the PDF");
            }
        }
    }
}

#[tokio::test]
async fn a_changed_figure_is_noticed() {
    let made = sqlite_only().await;
    let platform = with_demo(&made, 0, 5).await;
    let own = request(&platform, resident(id_of(&platform, "李明").await));
    let sections = sections(&own).await;
    let row = &rows(&sections, "settlements")[0];
    let fee = row["total_fee"].as_i64().expect("fen");
    let number = row["number"].as_str().expect("a number");
    let yuan = format!("{}.{:02}", fee / 100, fee % 100);
    let more = format!("{}.{:02}", fee / 100 + 1, fee % 100);
    for (format, changes) in [
        (
            Format::Json,
            [
                (
                    format!("\"total_fee\": {fee}"),
                    format!("\"total_fee\": {}", fee + 1),
                ),
                (number.to_owned(), "X".to_owned()),
                (
                    "\"act\": \"given\"".to_owned(),
                    "\"act\": \"withdrawn\"".to_owned(),
                ),
            ],
        ),
        (
            Format::Csv,
            [
                (format!(",{yuan},"), format!(",{more},")),
                (number.to_owned(), "X".to_owned()),
                (",given,".to_owned(), ",withdrawn,".to_owned()),
            ],
        ),
    ] {
        let file = exported(&own, format.clone(), Language::Zh).await;
        let file = String::from_utf8(file).expect("text");
        for (from, to) in changes {
            // 李明 has no consent of his own when nobody may act for him.
            if !file.contains(&from) {
                assert!(from.contains("given"), "{from} in {format:?}");
                continue;
            }
            let changed = file.replacen(&from, &to, 1);
            let found = export::verify(&platform.keys, changed.as_bytes());
            assert_eq!(found, Verdict::Changed, "{from} {format:?}");
        }
        let other = services::keys::Keys::from_master(b"another master secret of some length");
        assert_eq!(export::verify(&other, file.as_bytes()), Verdict::Changed);
        let cut = &file.as_bytes()[..file.len() / 2];
        assert_eq!(export::verify(&platform.keys, cut), Verdict::Unreadable);
    }
}

#[tokio::test]
async fn sign_ins_consents_reports_and_looks_are_in_it() {
    on_each(|made| async move {
        let made = made;
        let platform = with_demo(&made, 0, 5).await;
        let (mother, daughter) = (
            id_of(&platform, "王秀英").await,
            id_of(&platform, "刘敏").await,
        );
        let helper = request(&platform, resident(daughter));
        overview::of(&helper, mother).await.expect("a look");
        let own = request(&platform, resident(mother));
        let log = looks::of(&own, mother, Filter::default(), 20).await;
        let look = log.expect("the log").looks[0].id;
        let new = NewReport {
            reason: Some(Doubt::Ended),
            note: "=1+1 已经不是她办了".to_owned(),
        };
        report::make(&own, mother, look, &new)
            .await
            .expect("a report");
        let account = accounts::Entity::find()
            .filter(accounts::Column::PersonId.eq(uuid::Uuid::from(mother)))
            .one(&platform.database.reader)
            .await
            .expect("an answer")
            .expect("her account");
        let session = NewSession {
            hash: SessionHash::of(&[7; 16]),
            account: account.account_id.into(),
            data: vec![1],
            user_agent: "Mozilla/5.0 (iPad)".to_owned(),
        };
        sessions::insert(&platform.database.writer, session, Role::Resident, own.now)
            .await
            .expect("a session");

        let sections = sections(&own).await;
        let has = |key: &str, column: &str, wanted: &str| {
            let found = rows(&sections, key).iter().any(|row| row[column] == wanted);
            assert!(found, "{key} {column} {wanted} on {}", made.kind);
        };
        has("reports", "note", "=1+1 已经不是她办了");
        has("reports", "event", &look.to_string());
        has("report_steps", "state", "received");
        has("consents", "purpose", "family_details");
        has("consents", "channel", "counter");
        has("accounts", "subject", "resident-retiree");
        has("accounts", "roles", "resident");
        has("sessions", "acting_role", "resident");
        has("sessions", "user_agent", "Mozilla/5.0 (iPad)");
        has("access", "action", "read_overview");
        let all = sections.to_string();
        assert!(!all.contains(&hex::encode(SessionHash::of(&[7; 16]).as_bytes())));
        let csv = exported(&own, Format::Csv, Language::Zh).await;
        assert!(matches!(
            export::verify(&platform.keys, &csv),
            Verdict::Genuine(_)
        ));
        let csv = String::from_utf8(csv).expect("text");
        assert!(csv.contains("'=1+1"), "no spreadsheet computes it");
    })
    .await;
}
