//! Accounts with several roles.

use domain::access::Role;
use domain::ids::PersonId;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use services::store::entity::{account, account_role};
use uuid::Uuid;

use crate::browser::{Answer, Browser};
use crate::site::Site;

/// The roles of a signed-in account, the operator's and the visitor's left out.
pub const HATS: [Role; 8] = [
    Role::Resident,
    Role::EmployerHandler,
    Role::Agent,
    Role::Reviewer,
    Role::Editor,
    Role::Approver,
    Role::SystemAdmin,
    Role::Auditor,
];

/// Gives the account of the demonstration's `subject` these roles beside those that it has.
///
/// # Panics
/// When the store refuses it.
pub async fn appoint(site: &Site, subject: &str, roles: &[Role]) {
    let database = &site.platform.database;
    let found = account::Entity::find()
        .filter(account::Column::Subject.eq(subject))
        .one(&database.reader)
        .await;
    let found = found.expect("the store answers").expect("an account");
    let rows = roles.iter().map(|role| account_role::ActiveModel {
        account_id: Set(found.account_id),
        role: Set(role.code().to_owned()),
        scope: Set(String::new()),
        valid_from: Set("2026-01-01".parse().expect("a day")),
        valid_until: Set(None),
    });
    account_role::Entity::insert_many(rows)
        .exec_without_returning(&database.writer)
        .await
        .expect("the store takes it");
}

/// Puts `person` behind the account of `subject`.
///
/// # Panics
/// When the store refuses it.
pub async fn belongs_to(site: &Site, subject: &str, person: PersonId) {
    account::Entity::update_many()
        .col_expr(account::Column::PersonId, Expr::value(Uuid::from(person)))
        .filter(account::Column::Subject.eq(subject))
        .exec(&site.platform.database.writer)
        .await
        .expect("the store takes it");
}

/// Presses the button that takes on `role`.
pub async fn put_on(browser: &mut Browser, role: Role) -> Answer {
    let body = format!("role={}", role.code());
    browser.post("/hat", &body).await
}
