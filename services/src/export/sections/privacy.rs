//! Accounts and sign-ins, consents, and reports about looks.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::super::dossier::{Cell, Section};
use super::{h, instant};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::looks::answers;
use crate::records::private::Field;
use crate::store::entity::{
    access_report, access_report_step, account, account_role, consent, session,
};

/// The sections in the order of the export.
pub(super) async fn sections(
    context: &RequestContext,
    id: Uuid,
) -> Result<Vec<Section>, ServiceError> {
    let mut sections = vec![
        reports(context, id).await?,
        report_steps(context, id).await?,
    ];
    sections.push(section!(
        CONSENTS,
        rows!(context, id, consent, Purpose, Place),
        |row| [
            row.purpose.as_str(),
            row.act.as_str(),
            row.text_version,
            row.channel.as_str(),
            row.given_by.as_str(),
            instant(row.recorded_at),
        ]
    ));
    sections.extend(accounts(context, id).await?);
    Ok(sections)
}

async fn reports(context: &RequestContext, id: Uuid) -> Result<Section, ServiceError> {
    let rows = rows!(context, id, access_report, EventId);
    let mut notes = Vec::with_capacity(rows.len());
    for row in &rows {
        let cipher = row.note_cipher.as_deref();
        let open = |cipher| Field::ReportNote.open(&context.platform.keys, cipher);
        notes.push(cipher.map(open).transpose()?);
    }
    let both: Vec<_> = rows.into_iter().zip(notes).collect();
    Ok(section!(REPORTS, both, |both| [
        both.0.number.as_str(),
        both.0.event_id.to_string(),
        both.0.reason.as_str(),
        both.1.as_deref(),
        instant(both.0.reported_at),
    ]))
}

async fn report_steps(context: &RequestContext, id: Uuid) -> Result<Section, ServiceError> {
    let rows = rows!(context, id, access_report_step, EventId, Step);
    let mut said = Vec::with_capacity(rows.len());
    for row in &rows {
        let (keys, cipher) = (&context.platform.keys, row.answer_cipher.as_deref());
        said.push(answers::open(keys, cipher, row.answer.clone())?);
    }
    let both: Vec<_> = rows.into_iter().zip(said).collect();
    Ok(section!(REPORT_STEPS, both, |both| [
        both.0.event_id.to_string(),
        both.0.state.as_str(),
        both.1.as_str(),
        instant(both.0.happened_at),
    ]))
}

/// A session's id and what the server keeps with it are keys, not knowledge, and stay here.
async fn accounts(context: &RequestContext, id: Uuid) -> Result<[Section; 2], ServiceError> {
    let reader = &context.platform.database.reader;
    let accounts = rows!(context, id, account, AccountId);
    let ids: Vec<Uuid> = accounts.iter().map(|row| row.account_id).collect();
    let roles = account_role::Entity::find()
        .filter(account_role::Column::AccountId.is_in(ids.clone()))
        .order_by_asc(account_role::Column::Role)
        .order_by_asc(account_role::Column::Scope)
        .all(reader)
        .await?;
    let sessions = session::Entity::find()
        .filter(session::Column::AccountId.is_in(ids))
        .filter(session::Column::ExpiresAt.gt(context.now.timestamp()))
        .order_by_asc(session::Column::CreatedAt)
        .order_by_asc(session::Column::SessionHash)
        .all(reader)
        .await?;
    let held = |account: Uuid| {
        let of = roles.iter().filter(|row| row.account_id == account);
        let codes: Vec<&str> = of.map(|row| row.role.as_str()).collect();
        codes.join(" ")
    };
    let accounts = section!(ACCOUNTS, accounts, |row| [
        row.provider.as_str(),
        row.subject.as_str(),
        row.display_name.as_str(),
        held(row.account_id),
        row.last_role.as_str(),
        if row.elder_mode { "on" } else { "off" },
        instant(row.created_at),
    ]);
    let sessions = section!(SESSIONS, sessions, |row| [
        row.user_agent.as_str(),
        row.acting_role.as_str(),
        instant(row.created_at),
        instant(row.last_seen_at),
    ]);
    Ok([accounts, sessions])
}
