//! One file a step, in order.

mod m0001_people;
mod m0002_employers;
mod m0003_insurance;
mod m0004_settlements;
mod m0005_catalogue;
mod m0006_sign_in;
mod m0007_audit;
mod m0008_background;
mod m0009_policies;
mod m0010_used_sign_in;
mod m0011_append_only;
mod m0012_settlement_totals;
mod m0013_link_names;
mod m0014_catalogue;
mod m0015_certificates;
mod m0016_access;
mod m0017_messages;
mod m0018_hats;
mod m0019_family;
mod m0020_sealed_answers;
mod m0021_governed_parameters;
mod m0022_queries;
mod m0023_visit_kinds;
mod m0024_account_shares;
mod m0025_institution_telephone;

use sea_orm_migration::MigrationTrait;

/// Every step, oldest first.
pub(crate) fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(m0001_people::Migration),
        Box::new(m0002_employers::Migration),
        Box::new(m0003_insurance::Migration),
        Box::new(m0004_settlements::Migration),
        Box::new(m0005_catalogue::Migration),
        Box::new(m0006_sign_in::Migration),
        Box::new(m0007_audit::Migration),
        Box::new(m0008_background::Migration),
        Box::new(m0009_policies::Migration),
        Box::new(m0010_used_sign_in::Migration),
        Box::new(m0011_append_only::Migration),
        Box::new(m0012_settlement_totals::Migration),
        Box::new(m0013_link_names::Migration),
        Box::new(m0014_catalogue::Migration),
        Box::new(m0015_certificates::Migration),
        Box::new(m0016_access::Migration),
        Box::new(m0017_messages::Migration),
        Box::new(m0018_hats::Migration),
        Box::new(m0019_family::Migration),
        Box::new(m0020_sealed_answers::Migration),
        Box::new(m0021_governed_parameters::Migration),
        Box::new(m0022_queries::Migration),
        Box::new(m0023_visit_kinds::Migration),
        Box::new(m0024_account_shares::Migration),
        Box::new(m0025_institution_telephone::Migration),
    ]
}
