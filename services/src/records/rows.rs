//! Rows of many tables on their way into the store, in the order that their references need.

use sea_orm::{ConnectionTrait, DbErr};

use crate::accumulators::totals;
use crate::store::bulk::{OnConflict, insert};
use crate::store::entity::{
    account, account_entry, account_role, account_share, consent, contribution, employer,
    enrolment, family_invitation, family_link, holding, household, household_member, identity_tag,
    message, person, settlement, settlement_line, year_accumulator,
};

/// Rows collected for one transaction.
#[derive(Default)]
#[expect(
    missing_docs,
    reason = "each field holds the rows of the table of its name"
)]
pub struct Rows {
    pub persons: Vec<person::Model>,
    pub identity_tags: Vec<identity_tag::Model>,
    pub households: Vec<household::Model>,
    pub household_members: Vec<household_member::Model>,
    pub family_links: Vec<family_link::Model>,
    pub family_invitations: Vec<family_invitation::Model>,
    pub employers: Vec<employer::Model>,
    pub enrolments: Vec<enrolment::Model>,
    pub contributions: Vec<contribution::Model>,
    pub account_entries: Vec<account_entry::Model>,
    pub account_shares: Vec<account_share::Model>,
    pub settlements: Vec<settlement::Model>,
    pub settlement_lines: Vec<settlement_line::Model>,
    pub year_accumulators: Vec<year_accumulator::Model>,
    pub holdings: Vec<holding::Model>,
    pub messages: Vec<message::Model>,
    pub consents: Vec<consent::Model>,
    pub accounts: Vec<account::Model>,
    pub account_roles: Vec<account_role::Model>,
}

impl Rows {
    /// Takes over the rows of `other`.
    pub fn append(&mut self, other: Self) {
        macro_rules! append {
            ($($rows:ident),+ $(,)?) => {$( self.$rows.extend(other.$rows); )+};
        }
        append!(
            persons,
            identity_tags,
            households,
            household_members,
            family_links,
            family_invitations,
            employers,
            enrolments,
            contributions,
            account_entries,
            account_shares,
            settlements,
            settlement_lines,
            year_accumulators,
            holdings,
            messages,
            consents,
            accounts,
            account_roles,
        );
    }

    /// Writes everything through `connection`, normally a transaction, and counts the
    /// settlements into the totals. Rows that nobody may change are always new: where such a row
    /// is there already, the write fails, whatever `on_conflict` says.
    ///
    /// # Errors
    /// Whatever the store says; the transaction must not be committed then.
    pub async fn write(
        &self,
        connection: &impl ConnectionTrait,
        on_conflict: OnConflict,
    ) -> Result<(), DbErr> {
        macro_rules! write {
            ($($rows:ident: $table:ident),+ $(,)?) => {$(
                insert::<$table::Entity>(connection, &self.$rows, on_conflict).await?;
            )+};
        }
        write!(
            persons: person,
            identity_tags: identity_tag,
            households: household,
            household_members: household_member,
            family_links: family_link,
            family_invitations: family_invitation,
            employers: employer,
            enrolments: enrolment,
            contributions: contribution,
            year_accumulators: year_accumulator,
            holdings: holding,
            messages: message,
            accounts: account,
            account_roles: account_role,
        );
        let fail = OnConflict::Fail;
        insert::<account_entry::Entity>(connection, &self.account_entries, fail).await?;
        insert::<account_share::Entity>(connection, &self.account_shares, fail).await?;
        insert::<consent::Entity>(connection, &self.consents, fail).await?;
        insert::<settlement::Entity>(connection, &self.settlements, fail).await?;
        insert::<settlement_line::Entity>(connection, &self.settlement_lines, fail).await?;
        totals::add(connection, &self.settlements).await
    }
}
