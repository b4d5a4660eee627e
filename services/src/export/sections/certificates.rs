//! The certificates that the person has issued, with what each says and shows.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{headings as h, instant};
use crate::certificates::{Part, Shown, Stretch, seal};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::export::dossier::{Cell, Section};
use crate::store::entity::certificate;

pub(super) async fn section(context: &RequestContext, id: Uuid) -> Result<Section, ServiceError> {
    let platform = &context.platform;
    let rows = certificate::Entity::find()
        .filter(certificate::Column::PersonId.eq(id))
        .order_by_asc(certificate::Column::CertificateId)
        .all(&platform.database.reader)
        .await?;
    let mut section = Section::new(h::CERTIFICATES.0, h::CERTIFICATES.1);
    for row in &rows {
        // One that is damaged is told with what can be read of it.
        let opened = seal::open(&platform.keys, row).ok();
        let facts = opened.as_ref().map(|opened| &opened.facts);
        section.rows.push(vec![
            row.certificate_id.to_string().into(),
            instant(row.issued_at),
            opened.as_ref().map(|opened| opened.code.grouped()).into(),
            facts.map(|facts| facts.day).into(),
            facts
                .map(|facts| if facts.status.insured() { "yes" } else { "no" })
                .into(),
            facts
                .and_then(|facts| facts.scheme)
                .map(|scheme| scheme.code())
                .into(),
            facts.and_then(|facts| facts.region.as_deref()).into(),
            facts.map(|facts| periods(&facts.periods)).into(),
            row.expires_on.into(),
            shown(&Shown::of(row)).into(),
            row.withdrawn_at.map(instant).into(),
            Cell::Number(row.checks),
            row.last_checked_on.into(),
            row.key_id.as_str().into(),
        ]);
    }
    Ok(section)
}

fn periods(periods: &[Stretch]) -> String {
    let text = |one: &Stretch| {
        let until = one.until.map(|day| day.to_string()).unwrap_or_default();
        format!("{}/{until} {} {}", one.since, one.scheme, one.region)
    };
    periods.iter().map(text).collect::<Vec<_>>().join("; ")
}

fn shown(shown: &Shown) -> String {
    let parts = Part::ALL.into_iter().filter_map(|part| {
        let until = shown.until(part)?;
        Some(format!("{} {until}", part.code()))
    });
    parts.collect::<Vec<_>>().join("; ")
}
