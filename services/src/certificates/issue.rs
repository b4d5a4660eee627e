//! Issues a certificate: gathers the facts of today, signs them, draws a code.

use chrono::{Days, Months, NaiveDate};
use domain::access::{Action, Relation};
use domain::identifiers::{CertificateCode, IdentityNumber, TravelDocument};
use domain::ids::{CertificateId, PersonId};
use sea_orm::{DatabaseTransaction, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::facts::{Facts, Stretch};
use super::seal::Signed;
use super::{Part, Shown, queries, seal};
use crate::audit::{self, Event};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::form_id::is_of_now;
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
    /// The id that the form was shown with, for the certificate that comes of it: the same form
    /// sent twice gives one. Without one, or with one that no form of these days has, a new one is
    /// drawn.
    pub form: Option<CertificateId>,
}

/// Issues a certificate of `person`, by that person. Written to the audit trail. Asked for the same
/// by the same form again, nothing is issued and the id of the first comes back.
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
        return Err(ServiceError::invalid(
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
    let new = New {
        person: person.into(),
        form: wish
            .form
            .map(Uuid::from)
            .filter(|id| is_of_now(*id, context)),
        facts,
        expires_on,
        shown: &wish.shown,
    };
    let change = |transaction| write(context, transaction, authorised.relation(), &new);
    context.platform.database.write(change).await
}

/// What is to be issued.
struct New<'a> {
    person: Uuid,
    form: Option<Uuid>,
    facts: Facts,
    expires_on: NaiveDate,
    shown: &'a [Part],
}

impl New<'_> {
    /// Until when a check shows `part`.
    fn until(&self, part: Part) -> Option<NaiveDate> {
        self.shown.contains(&part).then_some(self.expires_on)
    }

    /// Whether `row` is just this, and still stands as it was issued.
    fn is(&self, context: &RequestContext, row: &certificate::Model) -> bool {
        let opened = seal::open(&context.platform.keys, row);
        let shown = Shown::of(row);
        row.withdrawn_at.is_none()
            && row.expires_on == self.expires_on
            && Part::ALL
                .into_iter()
                .all(|part| shown.until(part) == self.until(part))
            && opened.is_ok_and(|opened| opened.genuine && opened.facts == self.facts)
    }

    /// The row of the certificate `certificate_id`, signed, with a code of its own.
    fn row(
        &self,
        context: &RequestContext,
        certificate_id: Uuid,
    ) -> Result<certificate::Model, ServiceError> {
        let platform = &context.platform;
        let code = CertificateCode::draw(|bytes| platform.random.fill(bytes));
        let signed = Signed {
            person: self.person,
            certificate: certificate_id,
            code: &code,
            issued_at: context.now,
            expires_on: self.expires_on,
            facts: &self.facts,
        };
        let (key_id, signature) = signed.sign(&platform.keys);
        let said = serde_json::to_string(&self.facts).map_err(ServiceError::internal)?;
        Ok(certificate::Model {
            person_id: self.person,
            certificate_id,
            code_index: Field::CertificateCode.index(&platform.keys, code.reveal()),
            code_cipher: Field::CertificateCode.seal_on(platform, code.reveal())?,
            facts_cipher: Field::CertificateFacts.seal_on(platform, &said)?,
            issued_at: context.now,
            expires_on: self.expires_on,
            key_id,
            signature,
            identity_until: self.until(Part::Identity),
            scheme_until: self.until(Part::Scheme),
            region_until: self.until(Part::Region),
            periods_until: self.until(Part::Periods),
            later_until: self.until(Part::Later),
            withdrawn_at: None,
            checks: 0,
            last_checked_on: None,
        })
    }
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

async fn write(
    context: &RequestContext,
    transaction: DatabaseTransaction,
    relation: Relation,
    new: &New<'_>,
) -> Result<CertificateId, ServiceError> {
    let mut form = new.form;
    if let Some(id) = form {
        let values = [new.person.into(), id.into()];
        let before: Option<certificate::Model> = queries::ONE.one(&transaction, values).await?;
        match before {
            Some(before) if new.is(context, &before) => return Ok(id.into()),
            // The form was gone back to, and something else was chosen.
            Some(_) => form = None,
            None => {}
        }
    }
    let most = i64::try_from(MOST_IN_FORCE).unwrap_or(i64::MAX);
    let values = [new.person.into(), context.today().into(), most.into()];
    let in_force: Vec<certificate::Model> = queries::IN_FORCE.all(&transaction, values).await?;
    if in_force.len() >= MOST_IN_FORCE {
        return Err(ServiceError::invalid(
            "",
            "too_many",
            "no more certificates can be in force at a time",
        ));
    }
    let row = new.row(context, form.unwrap_or_else(|| context.new_id()))?;
    let id = row.certificate_id;
    let event = Event {
        subject: Some(row.person_id.into()),
        relation,
        action: Action::IssueCertificate,
        object_kind: "certificate",
        object_id: &id.to_string(),
    };
    certificate::Entity::insert(row.into_active_model())
        .exec_without_returning(&transaction)
        .await?;
    audit::write(&transaction, context, event).await?;
    transaction.commit().await?;
    Ok(id.into())
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
