//! The check of a certificate by its code, open to everybody to whom the code was shown.

use chrono::{DateTime, NaiveDate, Utc};
use domain::identifiers::CertificateCode;
use domain::settlement::Scheme;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Facts, Part, Shown, State, Status, Stretch, queries, seal};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::{InLog, ServiceError};
use crate::keys::key_id;
use crate::records::private::Field;
use crate::resident::load;
use crate::store::entity::certificate;

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// No certificate has this code.
    Unknown,
    /// There is one, but it is not as we signed it.
    Faulty,
    /// Its holder has withdrawn it.
    Withdrawn,
    /// Its last day is over.
    Expired(NaiveDate),
    /// It holds.
    Good(Box<Seen>),
}

/// What a certificate that holds shows: the answer, who gives it, and what its holder lets be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Whether the person was insured on `day`.
    pub insured: bool,
    /// The day that the answer is about: the day of issue, in China.
    pub day: NaiveDate,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// Its last day.
    pub expires_on: NaiveDate,
    /// The deployment that issued it, by its public address.
    pub issuer: String,
    /// The id of the key that signed it.
    pub key_id: String,
    /// Name, kind and masked number of the paper.
    pub identity: Option<(String, String, String)>,
    /// The insurance and whether benefits were paid; where there is no insurance, the status alone.
    pub cover: Option<(Option<Scheme>, Status)>,
    /// The pooling area, a six-digit region code.
    pub region: Option<String>,
    /// The periods of insurance.
    pub periods: Option<Vec<Stretch>>,
    /// Whether the person is insured on the day of the check.
    pub insured_today: Option<bool>,
}

/// What the certificate with `code` says today. The check is counted unless it is
/// `unseen`: what a browser fetches in advance, or the head of an answer, is shown to nobody.
///
/// # Errors
/// From the store.
pub async fn by_code(
    context: &RequestContext,
    code: &CertificateCode,
    unseen: bool,
) -> Result<Answer, ServiceError> {
    let platform = &context.platform;
    let index = Field::CertificateCode.index(&platform.keys, code.reveal());
    let row: Option<certificate::Model> = queries::BY_CODE
        .one(&platform.database.reader, [index.into()])
        .await?;
    let Some(row) = row else {
        return Ok(Answer::Unknown);
    };
    let opened = match seal::open(&platform.keys, &row) {
        Ok(opened) if opened.genuine && opened.code == *code => opened,
        wrong => {
            let error = wrong.as_ref().err().map(InLog::in_log);
            tracing::error!(
                request_id = %context.request_id,
                error,
                "a certificate is not as it was signed"
            );
            return Ok(Answer::Faulty);
        }
    };
    if !unseen {
        count(context, &row).await?;
    }
    match State::of(&row, context.today()) {
        State::Withdrawn => Ok(Answer::Withdrawn),
        State::Expired => Ok(Answer::Expired(row.expires_on)),
        State::InForce => {
            let seen = seen(context, row, opened.facts).await?;
            Ok(Answer::Good(Box::new(seen)))
        }
    }
}

/// The public keys by which certificates are believed, the one that signs now first: each with its
/// id, both in hexadecimal.
#[must_use]
pub fn public_keys(context: &RequestContext) -> Vec<(String, String)> {
    let keys = context.platform.keys.certificate_verifiers();
    keys.map(|key| (key_id(&key), hex::encode(key.as_bytes())))
        .collect()
}

async fn seen(
    context: &RequestContext,
    row: certificate::Model,
    facts: Facts,
) -> Result<Seen, ServiceError> {
    let (shown, today) = (Shown::of(&row), context.today());
    let shows = |part| shown.shows(part, today);
    let insured_today = if shows(Part::Later) {
        Some(insured_today(context, &row).await?)
    } else {
        None
    };
    Ok(Seen {
        insured: facts.status.insured(),
        day: facts.day,
        issued_at: row.issued_at,
        expires_on: row.expires_on,
        issuer: facts.issuer,
        key_id: row.key_id,
        identity: shows(Part::Identity).then_some((facts.name, facts.document, facts.number)),
        cover: shows(Part::Scheme).then_some((facts.scheme, facts.status)),
        region: facts.region.filter(|_| shows(Part::Region)),
        periods: shows(Part::Periods).then_some(facts.periods),
        insured_today,
    })
}

async fn insured_today(
    context: &RequestContext,
    row: &certificate::Model,
) -> Result<bool, ServiceError> {
    let authorised = authorise::by_certificate(context, row.person_id.into())?;
    let cover = load::cover_today(context, authorised).await?;
    Ok(Status::from(cover.state).insured())
}

/// Counts the check, without who.
async fn count(context: &RequestContext, row: &certificate::Model) -> Result<(), ServiceError> {
    certificate::Entity::update_many()
        .col_expr(
            certificate::Column::Checks,
            Expr::col(certificate::Column::Checks).add(1),
        )
        .col_expr(
            certificate::Column::LastCheckedOn,
            Expr::value(Some(context.today())),
        )
        .filter(certificate::Column::PersonId.eq(row.person_id))
        .filter(certificate::Column::CertificateId.eq(row.certificate_id))
        .exec(&context.platform.database.writer)
        .await?;
    Ok(())
}
