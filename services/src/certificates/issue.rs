//! Issues a certificate: gathers the facts of today, signs them, draws a code.

use chrono::{Days, Months, NaiveDate};
use domain::access::{Action, Relation};
use domain::identifiers::{CertificateCode, IdentityNumber, TravelDocument};
use domain::ids::{CertificateId, PersonId};
use sea_orm::{DatabaseTransaction, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::facts::{Facts, Stretch};
use super::seal::Signed;
use super::{Part, queries};
use crate::audit::{self, Event};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::{FieldError, ServiceError};
use crate::records::private::Field;
use crate::resident::cover::{self, Period};
use crate::resident::load;
use crate::store::entity::{certificate, person};

/// How many certificates of one person can be checked at a time.
pub const MOST_IN_FORCE: usize = 20;
/// For how many days a certificate may hold.
pub const DAYS: [u16; 3] = [30, 90, 365];

/// Which periods of insurance a certificate names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Periods {
    /// The one in force.
    Current,
    /// Those that reach into the last three years.
    ThreeYears,
    /// All that are recorded.
    All,
}

impl Periods {
    /// Every choice, the one that tells least first.
    pub const ALL: [Self; 3] = [Self::Current, Self::ThreeYears, Self::All];

    /// The stable code in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::ThreeYears => "three_years",
            Self::All => "all",
        }
    }

    /// The choice with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.code() == code)
    }

    fn takes(self, period: &Period, today: NaiveDate) -> bool {
        let past = today.checked_sub_months(Months::new(36));
        match self {
            Self::Current => period.contains(today),
            Self::ThreeYears => {
                past.is_none_or(|past| period.until.is_none_or(|last| past <= last))
            }
            Self::All => true,
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Which periods it is to name.
    pub periods: Periods,
    /// For how many days it is to hold, one of [`DAYS`].
    pub days: u16,
    /// What a check shows from the beginning, as long as the certificate holds.
    pub shown: Vec<Part>,
    /// The public address of the deployment, which the certificate names as its issuer.
    pub issuer: String,
}

/// Issues a certificate of `person`, by that person. Written to the audit trail.
///
/// # Errors
/// `NotFound` for anybody else; `Invalid` with the code `days` for another number of days, and
/// with the code `too_many` when [`MOST_IN_FORCE`] can be checked already; `Conflict` for somebody
/// who has died.
pub async fn issue(
    context: &RequestContext,
    person: PersonId,
    wish: &Wish,
) -> Result<CertificateId, ServiceError> {
    let authorised = authorise::decide(context, person, Action::IssueCertificate).await?;
    let today = context.today();
    if !DAYS.contains(&wish.days) {
        return Err(invalid(
            "days",
            "days",
            "not one of the numbers of days on offer",
        ));
    }
    let expires_on = today
        .checked_add_days(Days::new(wish.days.into()))
        .ok_or_else(|| ServiceError::internal("a day beyond the calendar"))?;
    let periods = load::periods(context, authorised).await?;
    let facts = facts(context, person, wish, &periods).await?;
    let row = row(context, person, &facts, expires_on, &wish.shown)?;
    let id = row.certificate_id;
    let change = |transaction| write(context, transaction, authorised.relation(), row.clone());
    context.platform.database.write(change).await?;
    Ok(id.into())
}

async fn facts(
    context: &RequestContext,
    person: PersonId,
    wish: &Wish,
    periods: &[Period],
) -> Result<Facts, ServiceError> {
    let reader = &context.platform.database.reader;
    let found = person::Entity::find_by_id(Uuid::from(person));
    let found = found.one(reader).await?.ok_or(ServiceError::NotFound)?;
    if found.status != "alive" {
        return Err(ServiceError::Conflict("the person has died"));
    }
    let number = Field::IdNumber.open(&context.platform.keys, &found.id_number_cipher)?;
    let today = context.today();
    let cover = cover::on(periods, today);
    let taken = periods.iter().filter(|one| wish.periods.takes(one, today));
    Ok(Facts {
        issuer: wish.issuer.clone(),
        name: found.name,
        number: masked(&number),
        document: found.id_type,
        day: today,
        status: cover.state.into(),
        scheme: cover.current.as_ref().map(|period| period.scheme),
        region: cover.current.map(|period| period.region_code),
        periods: taken.map(Stretch::from).collect(),
    })
}

/// The number of a paper with its middle hidden.
fn masked(number: &str) -> String {
    match (IdentityNumber::parse(number), TravelDocument::parse(number)) {
        (Ok(number), _) => number.masked_for_owner(),
        (_, Ok(number)) => number.masked(),
        _ => "*".repeat(number.chars().count()),
    }
}

fn row(
    context: &RequestContext,
    person: PersonId,
    facts: &Facts,
    expires_on: NaiveDate,
    shown: &[Part],
) -> Result<certificate::Model, ServiceError> {
    let platform = &context.platform;
    let code = CertificateCode::draw(|bytes| platform.random.fill(bytes));
    let (person_id, certificate_id) = (Uuid::from(person), context.new_id());
    let signed = Signed {
        person: person_id,
        certificate: certificate_id,
        code: &code,
        issued_at: context.now,
        expires_on,
        facts,
    };
    let (key_id, signature) = signed.sign(&platform.keys);
    let said = serde_json::to_string(facts).map_err(ServiceError::internal)?;
    let until = |part| shown.contains(&part).then_some(expires_on);
    Ok(certificate::Model {
        person_id,
        certificate_id,
        code_index: Field::CertificateCode.index(&platform.keys, code.reveal()),
        code_cipher: Field::CertificateCode.seal_on(platform, code.reveal())?,
        facts_cipher: Field::CertificateFacts.seal_on(platform, &said)?,
        issued_at: context.now,
        expires_on,
        key_id,
        signature,
        identity_until: until(Part::Identity),
        scheme_until: until(Part::Scheme),
        region_until: until(Part::Region),
        periods_until: until(Part::Periods),
        later_until: until(Part::Later),
        withdrawn_at: None,
        checks: 0,
        last_checked_on: None,
    })
}

async fn write(
    context: &RequestContext,
    transaction: DatabaseTransaction,
    relation: Relation,
    row: certificate::Model,
) -> Result<(), ServiceError> {
    let most = i64::try_from(MOST_IN_FORCE).unwrap_or(i64::MAX);
    let values = [row.person_id.into(), context.today().into(), most.into()];
    let in_force: Vec<certificate::Model> = queries::IN_FORCE.all(&transaction, values).await?;
    if in_force.len() >= MOST_IN_FORCE {
        return Err(invalid(
            "",
            "too_many",
            "no more certificates can be in force at a time",
        ));
    }
    let event = Event {
        subject: Some(row.person_id.into()),
        relation,
        action: Action::IssueCertificate,
        object_kind: "certificate",
        object_id: &row.certificate_id.to_string(),
    };
    certificate::Entity::insert(row.into_active_model())
        .exec_without_returning(&transaction)
        .await?;
    audit::write(&transaction, context, event).await?;
    transaction.commit().await?;
    Ok(())
}

fn invalid(pointer: &str, code: &'static str, detail: &str) -> ServiceError {
    ServiceError::Invalid(vec![FieldError {
        pointer: pointer.to_owned(),
        code,
        detail: detail.to_owned(),
    }])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_masked_whatever_the_paper() {
        assert_eq!(masked("11010519491231002X"), "110***********002X");
        assert_eq!(masked("E12345678"), "E*******8");
        assert_eq!(masked("出生-12"), "*****");
    }
}
