//! Certificates as the store holds them: sealed, not to be forged, good after a change of keys.

use std::sync::Arc;

use domain::ids::CertificateId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::certificates::check::Answer;
use services::certificates::{Part, Status, issue, list, one};
use services::records::private::Field;
use services::store::entity::certificate;
use services::{Platform, export};
use tests::certificates::{checked, day, employee, good, issued, read, wish};
use tests::database::{on_each, sqlite_only};
use tests::platform::{SeededRandom, StandingClock, keys, noon, request};
use uuid::Uuid;

/// Changes a column of the certificate's row behind the product's back.
async fn forge(
    platform: &Platform,
    id: CertificateId,
    column: certificate::Column,
    value: impl Into<sea_orm::Value>,
) {
    certificate::Entity::update_many()
        .col_expr(column, Expr::value(value))
        .filter(certificate::Column::CertificateId.eq(Uuid::from(id)))
        .exec(&platform.database.writer)
        .await
        .unwrap();
}

async fn row(platform: &Platform, id: CertificateId) -> certificate::Model {
    certificate::Entity::find()
        .filter(certificate::Column::CertificateId.eq(Uuid::from(id)))
        .one(&platform.database.reader)
        .await
        .unwrap()
        .unwrap()
}

#[tokio::test]
async fn what_was_forged_in_the_store_is_not_believed() {
    use certificate::Column as C;
    on_each(|made| async move {
        let made = made;
        let (platform, own) = employee(&made).await;
        let certificate = issued(&own, &[Part::Identity]).await;
        let mut elsewhere = wish(&[]);
        elsewhere.issuer = "https://elsewhere.example".to_owned();
        let other = issue::issue(&own, own.actor.person.unwrap(), &elsewhere).await;
        let other = read(&own, other.unwrap()).await.unwrap();
        let id = certificate.id;
        let (right, theirs) = (row(&platform, id).await, row(&platform, other.id).await);
        let mut facts = certificate.facts.clone();
        facts.status = Status::Waiting(day("2026-07-01"));
        let facts = serde_json::to_string(&facts).unwrap();
        let forged = Field::CertificateFacts.seal_on(&platform, &facts).unwrap();
        let stranger = services::keys::Keys::from_master(b"the master secret of somebody else");
        let their_key = services::keys::key_id(&stranger.certificate_signer().verifying_key());
        let attempts: Vec<(C, sea_orm::Value, sea_orm::Value)> = vec![
            (
                C::FactsCipher,
                forged.into(),
                right.facts_cipher.clone().into(),
            ),
            (
                C::FactsCipher,
                theirs.facts_cipher.into(),
                right.facts_cipher.clone().into(),
            ),
            (
                C::FactsCipher,
                vec![1_u8, 2, 3].into(),
                right.facts_cipher.into(),
            ),
            (
                C::CodeCipher,
                theirs.code_cipher.into(),
                right.code_cipher.into(),
            ),
            (
                C::ExpiresOn,
                day("2036-09-13").into(),
                right.expires_on.into(),
            ),
            (
                C::IssuedAt,
                (noon() - chrono::Duration::days(1)).into(),
                right.issued_at.into(),
            ),
            (
                C::Signature,
                theirs.signature.into(),
                right.signature.into(),
            ),
            (C::KeyId, their_key.into(), right.key_id.into()),
        ];
        for (column, wrong, back) in attempts {
            forge(&platform, id, column, wrong).await;
            let answer = checked(&platform, &certificate, 0).await;
            assert_eq!(answer, Answer::Faulty, "{column:?} on {}", made.kind);
            let person = own.actor.person.unwrap();
            let found = one::of(&own, person, id).await.expect("an answer");
            assert!(found.readable().is_none(), "{column:?} on {}", made.kind);
            let entries = list::of(&own, person, None).await.expect("a list");
            let entry = entries.certificates.iter().find(|entry| entry.id == id);
            assert!(entry.is_some_and(|entry| !entry.readable), "{column:?}");
            forge(&platform, id, column, back).await;
            let answer = checked(&platform, &certificate, 0).await;
            assert!(
                matches!(answer, Answer::Good(_)),
                "{column:?} on {}",
                made.kind
            );
        }
    })
    .await;
}

#[tokio::test]
async fn certificates_of_before_hold_after_a_change_of_the_key() {
    on_each(|made| async move {
        let made = made;
        let (first, own) = employee(&made).await;
        let old = issued(&own, &[]).await;
        let second = Arc::new(Platform::new(
            made.database.clone(),
            keys().with_certificate_keys(2, Vec::new()),
            Box::new(StandingClock(noon())),
            Box::new(SeededRandom::new(9)),
        ));
        let new = issued(&request(&second, own.actor.clone()), &[]).await;
        assert_ne!(old.key_id, new.key_id);
        for certificate in [&old, &new] {
            let seen = good(checked(&second, certificate, 0).await);
            assert_eq!(seen.key_id, certificate.key_id, "{}", made.kind);
        }
        let early = checked(&first, &new, 0).await;
        assert_eq!(
            early,
            Answer::Faulty,
            "a server that does not know the new key yet"
        );
    })
    .await;
}

#[tokio::test]
async fn the_store_holds_nothing_readable_and_an_export_everything() {
    let made = sqlite_only().await;
    let (platform, own) = employee(&made).await;
    let person = own.actor.person.unwrap();
    let certificate = issued(&own, &[Part::Identity]).await;
    let row = row(&platform, certificate.id).await;
    let stored = [&row.code_index, &row.code_cipher, &row.facts_cipher]
        .map(Vec::as_slice)
        .concat();
    let holds = |text: &str| {
        stored
            .windows(text.len())
            .any(|part| part == text.as_bytes())
    };
    assert!(!holds("李明") && !holds("employee") && !holds(certificate.code.reveal()));
    assert_eq!(row.code_index.len(), 16);

    let language = domain::language::Language::Zh;
    let bytes = export::person(&own, person, &export::Format::Json, language)
        .await
        .unwrap();
    let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let told = &json["sections"]["certificates"][0];
    assert_eq!(told["code"], certificate.code.grouped());
    assert_eq!(
        (&told["insured"], &told["shown"]),
        (&"yes".into(), &"identity 2026-09-13".into())
    );
    assert_eq!(told["certificate_id"], certificate.id.to_string());
}
