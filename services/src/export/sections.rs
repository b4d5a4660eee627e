//! Gathers everything about a person, section by section.

mod certificates;
pub(super) mod headings;

use chrono::{DateTime, Utc};
use domain::access::Action;
use domain::language::Bilingual;
use domain::money::BasisPoints;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use self::headings as h;
use super::dossier::{Cell, Dossier, Section, amount};
use super::signature;
use crate::authorise::Authorised;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::products;
use crate::records::private::Field;
use crate::store::entity::{
    account_entry, account_share, audit_event, contribution, enrolment, holding, household_member,
    identity_tag, message, muted_topic, person, settlement, settlement_line, settlement_total,
    year_accumulator,
};

macro_rules! rows {
    ($context:expr, $id:expr, $table:ident, $($order:ident),+) => {
        $table::Entity::find()
            .filter($table::Column::PersonId.eq($id))
            $(.order_by_asc($table::Column::$order))+
            .all(&$context.platform.database.reader)
            .await?
    };
}

macro_rules! section {
    ($heading:ident, $rows:expr, |$row:ident| [$($cell:expr),+ $(,)?]) => {{
        let mut section = Section::new(h::$heading.0, h::$heading.1);
        for $row in &$rows {
            section.rows.push(vec![$(Cell::from($cell)),+]);
        }
        section
    }};
}

// After the macros that they use.
mod enquiries;
mod family;
mod privacy;

/// Everything about the person, signed.
pub(super) async fn collect(
    context: &RequestContext,
    authorised: Authorised,
) -> Result<Dossier, ServiceError> {
    let id = Uuid::from(authorised.person());
    let reader = &context.platform.database.reader;
    let person = person::Entity::find_by_id(id).one(reader).await?;
    let person = person.ok_or(ServiceError::NotFound)?;
    let name = person.name.clone();
    let mut sections = vec![own(context, &person)?];
    sections.push(section!(
        STATUSES,
        rows!(context, id, identity_tag, ValidFrom, Category),
        |row| [
            row.category.as_str(),
            row.valid_from,
            row.valid_until,
            row.source.as_str(),
        ]
    ));
    sections.push(section!(
        HOUSEHOLD,
        rows!(context, id, household_member, Since),
        |row| [
            row.household_id.to_string(),
            row.position.as_str(),
            row.since,
            row.until,
        ]
    ));
    sections.extend(family::collect(context, id).await?);
    sections.push(section!(
        ENROLMENTS,
        rows!(context, id, enrolment, Since, EnrolmentId),
        |row| [
            row.scheme.as_str(),
            row.region_code.as_str(),
            row.person_type.as_str(),
            row.state.as_str(),
            row.since,
            row.until,
            row.waiting_until,
        ]
    ));
    sections.push(section!(
        CONTRIBUTIONS,
        rows!(context, id, contribution, Period, Scheme, Kind),
        |row| [
            Cell::Month(row.period),
            row.scheme.as_str(),
            row.kind.as_str(),
            amount(row.base),
            amount(row.employer_amount),
            amount(row.person_amount),
            amount(row.subsidy_amount),
            amount(row.account_credit),
            row.state.as_str(),
            row.paid_on,
        ]
    ));
    sections.push(section!(
        ACCOUNT,
        rows!(context, id, account_entry, EntryId),
        |row| [
            row.booked_on,
            row.kind.as_str(),
            amount(row.amount),
            amount(row.balance_after),
            // Of a relative's settlement only the giver's share is theirs to know.
            row.settlement_id
                .filter(|_| row.kind != "out_family")
                .map(|id| id.to_string()),
        ]
    ));
    sections.push(section!(
        SHARES,
        rows!(context, id, account_share, SetOn, RelativeId, Place),
        |row| [row.relative_id.to_string(), amount(row.amount), row.set_on]
    ));
    sections.extend(settlements(context, id).await?);
    sections.push(section!(
        TOTALS,
        rows!(context, id, settlement_total, BenefitYear, VisitKind),
        |row| [
            row.benefit_year,
            row.visit_kind.as_str(),
            Cell::Number(row.settlements),
            amount(row.total_fee),
            amount(row.pool_fund_paid),
            amount(row.large_amount_paid),
            amount(row.catastrophic_paid),
            amount(row.assistance_paid),
            amount(row.account_paid),
            amount(row.cash_paid),
        ]
    ));
    sections.push(section!(
        YEARS,
        rows!(context, id, year_accumulator, BenefitYear, Scheme),
        |row| [
            row.benefit_year,
            row.scheme.as_str(),
            amount(row.pool_paid),
            amount(row.large_amount_paid),
            amount(row.catastrophic_base),
            amount(row.catastrophic_paid),
            amount(row.assistance_deductible),
            amount(row.assistance_paid),
            amount(row.outpatient_deductible),
            amount(row.outpatient_paid),
            amount(row.outpatient_scope),
            row.admissions,
            amount(row.chronic_deductible),
            amount(row.hypertension_paid),
            amount(row.diabetes_paid),
            amount(row.prenatal_paid),
        ]
    ));
    sections.push(section!(
        HOLDINGS,
        rows!(context, id, holding, Since, HoldingId),
        |row| [
            row.product_id.as_str(),
            row.since,
            row.until,
            amount(row.premium),
        ]
    ));
    sections.push(section!(
        MESSAGES,
        rows!(context, id, message, MessageId),
        |row| [
            Cell::Instant(row.created_at),
            row.topic.as_str(),
            row.template.as_str(),
            row.parameters.as_str(),
            row.read_at.map(instant),
        ]
    ));
    sections.push(certificates::section(context, id).await?);
    sections.push(section!(
        MUTED,
        rows!(context, id, muted_topic, Topic),
        |row| [row.topic.as_str(), instant(row.since)]
    ));
    sections.push(access(context, id).await?);
    sections.extend(enquiries::sections(context, id).await?);
    sections.extend(privacy::sections(context, id).await?);
    let mut dossier = Dossier {
        name,
        products: product_names(context, &sections).await?,
        sections,
    };
    let signature = signature::of(&dossier, &context.platform.keys.export_signer());
    dossier.sections.push(signature);
    Ok(dossier)
}

/// The names of the products in `sections`. One that is not in the catalogue any more has none.
async fn product_names(
    context: &RequestContext,
    sections: &[Section],
) -> Result<Vec<(String, Bilingual)>, ServiceError> {
    let held = sections.iter().filter(|one| one.heading == h::HOLDINGS.0);
    let mut ids: Vec<String> = held
        .flat_map(|one| &one.rows)
        .filter_map(|row| row.first().map(Cell::to_text))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let mut names = Vec::with_capacity(ids.len());
    for id in ids {
        match products::one(context, &id).await {
            Ok(product) => names.push((id, product.name)),
            Err(ServiceError::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(names)
}

/// An instant as a value.
fn instant(instant: DateTime<Utc>) -> Cell {
    Cell::Instant(instant)
}

fn own(context: &RequestContext, person: &person::Model) -> Result<Section, ServiceError> {
    let keys = &context.platform.keys;
    let number = Field::IdNumber.open(keys, &person.id_number_cipher)?;
    let mobile = person.mobile_cipher.as_deref();
    let mobile = mobile
        .map(|cipher| Field::Mobile.open(keys, cipher))
        .transpose()?;
    Ok(section!(PERSON, [person], |row| [
        row.person_id.to_string(),
        row.name.as_str(),
        row.id_type.as_str(),
        number.as_str(),
        row.sex.as_str(),
        row.birth_date,
        mobile.as_deref(),
        row.household_region.as_str(),
        row.residence_region.as_str(),
        row.status.as_str(),
        row.died_on,
    ]))
}

async fn settlements(context: &RequestContext, id: Uuid) -> Result<Vec<Section>, ServiceError> {
    let rows = rows!(context, id, settlement, SettledOn, SettlementId);
    let mut diagnoses = Vec::with_capacity(rows.len());
    for row in &rows {
        let cipher = row.diagnosis_cipher.as_deref();
        let open = |cipher| Field::Diagnosis.open(&context.platform.keys, cipher);
        diagnoses.push(cipher.map(open).transpose()?);
    }
    let both: Vec<_> = rows.into_iter().zip(diagnoses).collect();
    let settlements = section!(SETTLEMENTS, both, |both| [
        both.0.settlement_id.to_string(),
        both.0.number.as_str(),
        both.0.settled_on,
        both.0.admitted_on,
        both.0.discharged_on,
        both.0.benefit_year,
        both.0.scheme.as_str(),
        both.0.region_code.as_str(),
        both.0.visit_kind.as_str(),
        both.0.level.as_str(),
        both.0.admission,
        both.0.remote.as_str(),
        both.0.category.as_deref(),
        both.0.institution_code.as_str(),
        both.0.institution_name.as_str(),
        both.1.as_deref(),
        amount(both.0.total_fee),
        amount(both.0.fully_self_paid),
        amount(both.0.over_ceiling),
        amount(both.0.self_pay_first),
        amount(both.0.in_scope_amount),
        amount(both.0.deductible),
        amount(both.0.pool_fund_paid),
        amount(both.0.large_amount_paid),
        amount(both.0.catastrophic_paid),
        amount(both.0.assistance_paid),
        amount(both.0.fund_total),
        amount(both.0.personal_burden),
        amount(both.0.account_paid),
        amount(both.0.family_account_paid),
        amount(both.0.cash_paid),
        both.0.parameter_set_id.as_str(),
        both.0.bill_id.map(|id| id.to_string()),
        both.0.reverses_id.map(|id| id.to_string()),
    ]);
    let lines = section!(
        LINES,
        rows!(context, id, settlement_line, SettlementId, LineNo),
        |row| [
            row.settlement_id.to_string(),
            row.line_no,
            row.item_code.as_str(),
            row.item_name.as_str(),
            row.item_class.as_str(),
            Cell::Number(row.quantity_milli),
            amount(row.amount),
            Cell::Ratio(BasisPoints::new(row.self_pay_first_ratio)),
            amount(row.over_ceiling),
            amount(row.self_pay_first),
            amount(row.fully_self_paid),
            amount(row.in_scope_amount),
        ]
    );
    Ok(vec![settlements, lines])
}

/// Who looked at the person's data. Exports are left out, or no two would be the same.
async fn access(context: &RequestContext, id: Uuid) -> Result<Section, ServiceError> {
    context.platform.whole_trail().await?;
    let rows = audit_event::Entity::find()
        .filter(audit_event::Column::SubjectId.eq(id))
        .filter(audit_event::Column::Action.ne(Action::ExportPerson.code()))
        .order_by_asc(audit_event::Column::EventId)
        .all(&context.platform.database.reader)
        .await?;
    Ok(section!(ACCESS, rows, |row| [
        instant(row.occurred_at),
        row.actor_name.as_str(),
        row.role.as_str(),
        row.relation.as_str(),
        row.action.as_str(),
        row.object_id.as_str(),
        row.reason.as_str(),
    ]))
}
