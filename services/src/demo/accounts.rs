//! Accounts for the identities that the demonstration's provider offers.

use chrono::NaiveDate;
use domain::access::Role;

use super::dice::{Dice, morning};
use super::employers::Employers;
use super::load::Named;
use super::world::World;
use crate::accounts::demo_identities::{ALL, DemoIdentity, PROVIDER};
use crate::records::Rows;
use crate::store::entity::{account, account_role};

/// Appends an account with its roles for every identity. `people` are the subjects that are
/// insured persons, with the persons' names.
pub(super) fn record(world: &World<'_>, employers: &Employers, people: &[Named], rows: &mut Rows) {
    let mut dice = Dice::new(world.seed, 2);
    let opened = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or(world.as_of);
    for identity in &ALL {
        let account_id = dice.id(opened, 0);
        let own = people
            .iter()
            .find(|(subject, ..)| *subject == identity.subject);
        rows.accounts.push(account::Model {
            account_id,
            provider: PROVIDER.to_owned(),
            subject: identity.subject.to_owned(),
            person_id: own.map(|(_, id, _)| (*id).into()),
            display_name: own
                .map_or_else(|| identity.name_zh.to_owned(), |(.., name)| name.clone()),
            elder_mode: identity.subject == "resident-retiree",
            created_at: morning(opened),
            last_role: String::new(),
        });
        rows.account_roles
            .extend(identity.roles.iter().map(|role| account_role::Model {
                account_id,
                role: role.code().to_owned(),
                scope: scope(identity, *role, employers),
                valid_from: opened,
                valid_until: None,
            }));
    }
}

/// For whom a handler acts; empty for everybody else.
fn scope(identity: &DemoIdentity, role: Role, employers: &Employers) -> String {
    let employer = match (role, identity.subject) {
        (Role::EmployerHandler, "employer-small") => employers.small,
        (Role::EmployerHandler, "employer-large") => employers.large,
        (Role::EmployerHandler, "employer-agency") => employers.agency,
        _ => return String::new(),
    };
    employer.to_string()
}
