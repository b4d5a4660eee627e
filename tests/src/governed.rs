//! Editors and approvers with accounts, and sets to draft.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::access::Role;
use domain::identifiers::RegionCode;
use domain::ids::{AccountId, PersonId};
use domain::settlement::parameters::shipped_parameter_texts;
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::{Value, json};
use services::jobs::{self, Kind, Outcome};
use services::parameters::draft::{self, NewDraft};
use services::parameters::governed::{self, One};
use services::parameters::review::{self, Verdict};
use services::parameters::{release, simulate};
use services::store::entity::account;
use services::{Actor, Platform, RequestContext, ServiceError};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::import_file::mistakes;
use crate::platform::request;

/// Opens the account with this number, which belongs to `person` if that is known.
///
/// # Panics
/// When the store refuses it.
pub async fn account(platform: &Platform, number: u16, person: Option<PersonId>) -> AccountId {
    let id = Uuid::from_u128(0x0197_4444_0000_7000_8000_0000_0000_0000 | u128::from(number));
    let row = account::Model {
        account_id: id,
        provider: "test".to_owned(),
        subject: format!("office-{number}"),
        person_id: person.map(Into::into),
        display_name: format!("职员{number}"),
        elder_mode: false,
        created_at: platform.clock.now(),
        last_role: String::new(),
    };
    account::Entity::insert(row.into_active_model())
        .exec_without_returning(&platform.database.writer)
        .await
        .expect("an account");
    id.into()
}

/// A request of the account as `role`.
#[must_use]
pub fn acting(platform: &Arc<Platform>, account: AccountId, role: Role) -> RequestContext {
    let name = "职员".to_owned();
    request(platform, Actor::signed_in(account, None, role, name))
}

/// An editor (account 1) and an approver (account 2) who are two people.
///
/// # Panics
/// When the store refuses them.
pub async fn two(platform: &Arc<Platform>) -> (RequestContext, RequestContext) {
    let editor = account(platform, 1, None).await;
    let approver = account(platform, 2, None).await;
    (
        acting(platform, editor, Role::Editor),
        acting(platform, approver, Role::Approver),
    )
}

/// Beijing's shipped set under another id, from another day on.
///
/// # Panics
/// When the shipped text cannot be read.
#[must_use]
pub fn set(id: &str, from: &str) -> Value {
    let mut set: Value = serde_json::from_str(shipped_parameter_texts()[0]).expect("a set");
    set["id"] = json!(id);
    set["effective"] = json!({ "from": from, "through": null });
    set
}

/// The same with a deductible for outpatients that is `yuan` at every level.
#[must_use]
pub fn with_deductible(id: &str, from: &str, yuan: i64) -> Value {
    let mut set = set(id, from);
    let levels = &mut set["schemes"]["employee"]["outpatient"]["deductible"]["values"];
    for level in ["community", "l1", "l2", "l3"] {
        levels[level] = json!({ "active": yuan * 100, "retired": yuan * 100 });
    }
    set
}

/// A draft of `set`.
#[must_use]
pub fn new(set: &Value) -> NewDraft {
    NewDraft {
        text: set.to_string(),
        note: "按新文件调整".to_owned(),
    }
}

/// Does one job that is due; `None` when there is none.
///
/// # Panics
/// When it does not come to its end.
pub async fn work(platform: &Arc<Platform>) -> Option<u64> {
    work_on(platform, jobs::KINDS).await
}

/// Does one job of `kinds` that is due and returns its steps; `None` when there is none.
///
/// # Panics
/// When it does not come to its end.
pub async fn work_on(platform: &Arc<Platform>, kinds: &[Kind]) -> Option<u64> {
    let stop = CancellationToken::new();
    let ran = jobs::run_next(platform, kinds, &stop);
    ran.await.expect("an answer").map(|ran| {
        assert_eq!(ran.outcome, Outcome::Done, "{ran:?}");
        ran.steps
    })
}

/// The content of the set or draft `id` as the page shows it.
///
/// # Panics
/// When there is none.
pub async fn content(context: &RequestContext, id: &str) -> String {
    one(context, id).await.content_hash
}

/// Drafts `set`, tries it, and lets it be reviewed. Returns its id.
///
/// # Panics
/// When anything of it is refused.
pub async fn reviewed(editor: &RequestContext, approver: &RequestContext, set: &Value) -> String {
    let id = draft::write(editor, &new(set)).await.expect("a draft");
    simulate::ask(editor, &id, 1_000).await.expect("asked");
    work(&editor.platform).await.expect("a job");
    let seen = content(approver, &id).await;
    review::review(approver, &id, &seen, Verdict::Good, "核对无误")
        .await
        .expect("reviewed");
    id
}

/// The same, and releases it; whether it is in force at once.
///
/// # Panics
/// When anything of it is refused.
pub async fn released(editor: &RequestContext, approver: &RequestContext, set: &Value) -> bool {
    let id = reviewed(editor, approver, set).await;
    let seen = content(approver, &id).await;
    release::release(approver, &id, &seen, release::TOLD_FROM)
        .await
        .expect("released")
}

/// The day that is written so.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The set that serves in Beijing on that day.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn serving(platform: &Platform, on: &str) -> String {
    let region: RegionCode = "110105".parse().expect("a region");
    let set = platform.parameters.at(region, day(on)).expect("a set");
    set.id.clone()
}

/// The set or draft `id` as its page shows it.
///
/// # Panics
/// When there is none.
pub async fn one(context: &RequestContext, id: &str) -> One {
    governed::one(context, id).await.expect("a set")
}

/// Why `result` is refused, in codes.
///
/// # Panics
/// When it is not refused for what was sent.
#[must_use]
pub fn codes<T: std::fmt::Debug>(result: Result<T, ServiceError>) -> Vec<&'static str> {
    mistakes(result).into_iter().map(|(_, code)| code).collect()
}
