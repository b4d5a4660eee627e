//! People of the demonstration who issue certificates.

use std::sync::Arc;

use domain::ids::CertificateId;
use services::certificates::Part;
use services::certificates::check::{self, Answer, Seen};
use services::certificates::issue::{self, Periods, Wish};
use services::certificates::one::{self, Certificate};
use services::certificates::paper;
use services::{Actor, Platform, RequestContext, ServiceError};

use crate::database::TestDatabase;
use crate::demonstration::{id_of, load};
use crate::platform::{platform, request, resident};

/// The address that certificates of the tests name as their issuer.
pub const ISSUER: &str = "https://ybt.example";

/// Who issues them, as the papers of the tests name it.
pub const PAPER: paper::Issuer<'static> = paper::Issuer {
    name: "某市医疗保障局",
    public_url: ISSUER,
};

/// Writes the named people of the demonstration into the store of `platform`.
///
/// # Panics
/// When the store refuses them.
pub async fn load_people(platform: &Arc<Platform>) {
    load(platform, 0, 5).await;
}

/// A wish for a certificate of ninety days about the present period, which shows `shown`.
#[must_use]
pub fn wish(shown: &[Part]) -> Wish {
    Wish {
        periods: Periods::Current,
        days: 90,
        shown: shown.to_vec(),
        issuer: ISSUER.to_owned(),
        form: None,
    }
}

/// Issues a certificate that shows `shown`, and reads it.
///
/// # Panics
/// When it is refused.
pub async fn issued(context: &RequestContext, shown: &[Part]) -> Certificate {
    let person = context.actor.person.expect("somebody");
    let id = issue::issue(context, person, &wish(shown)).await;
    read(context, id.expect("a certificate"))
        .await
        .expect("it is there")
}

/// Reads the actor's own certificate `id`.
///
/// # Errors
/// As the use case says.
///
/// # Panics
/// When the actor is nobody, or the certificate cannot be read.
pub async fn read(
    context: &RequestContext,
    id: CertificateId,
) -> Result<Certificate, ServiceError> {
    let found = one::of(context, context.actor.person.expect("somebody"), id).await?;
    Ok(found.readable().expect("it can be read"))
}

/// What a visitor finds of `certificate` so many `days` later.
///
/// # Panics
/// When the store does not answer.
pub async fn checked(
    platform: &Arc<Platform>,
    certificate: &Certificate,
    days: i64,
) -> check::Answer {
    let mut visitor = request(platform, Actor::visitor());
    visitor.now += chrono::Duration::days(days);
    let answer = check::by_code(&visitor, &certificate.code, false).await;
    answer.expect("an answer")
}

/// A platform with the people of the demonstration, and 李明 signed in on it.
///
/// # Panics
/// When the store refuses them.
pub async fn employee(made: &TestDatabase) -> (Arc<Platform>, RequestContext) {
    let platform = platform(made.database.clone());
    load_people(&platform).await;
    let person = id_of(&platform, "李明").await;
    let context = request(&platform, resident(person));
    (platform, context)
}

/// What a check of a good certificate shows.
///
/// # Panics
/// When it is not good.
#[must_use]
pub fn good(answer: Answer) -> Seen {
    match answer {
        Answer::Good(seen) => *seen,
        other => panic!("{other:?}"),
    }
}

/// The day that `text` writes.
///
/// # Panics
/// When it writes none.
#[must_use]
pub fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}
