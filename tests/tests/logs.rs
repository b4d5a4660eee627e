//! What a log holds of what went wrong: kinds, codes and constraints, never a value.

use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::StatusCode;
use domain::access::Role;
use domain::ids::AccountId;
use sea_orm::{DbErr, EntityTrait};
use serde_json::json;
use services::ServiceError;
use services::accounts::open_account::{self, NewAccount};
use services::store::entity::account;
use tests::database::on_each;
use tests::forged_provider::ForgedProvider;
use tests::sign_in_attempt::sign_in;
use tests::site::Site;
use tracing::level_filters::LevelFilter;
use tracing::subscriber::DefaultGuard;

use crate::certificates_pages::{issue, signed_in, site_with_people};

/// Stands for whatever is personal.
const MARKER: &str = "marker-7Q4Z";

/// Everything that was logged on this thread.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Begins to listen, until the guard is dropped.
    fn listen() -> (Self, DefaultGuard) {
        let log = Self::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(LevelFilter::TRACE)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        (log, tracing::subscriber::set_default(subscriber))
    }

    fn text(&self) -> String {
        let bytes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Opens an account at the provider `gov` under [`MARKER`], by subject and by name.
async fn open(site: &Site) -> Result<(), DbErr> {
    let now = site.platform.clock.now();
    let new = NewAccount {
        id: AccountId::from(site.platform.new_id(now)),
        provider: "gov",
        subject: MARKER,
        person: None,
        display_name: MARKER,
        roles: &[Role::Resident],
        elder_mode: false,
    };
    open_account::write(&site.platform.database.writer, &new, now).await
}

#[tokio::test]
async fn a_row_that_is_refused_leaves_its_constraint_and_no_value() {
    on_each(|made| async move {
        let provider = ForgedProvider::start().await;
        let site = Site::with(&made, &provider.settings()).await;
        site.run("CREATE UNIQUE INDEX one_of_a_name ON account (display_name)")
            .await;
        open(&site).await.expect("the first of that name");
        provider.script().forge = Box::new(|token| token.claims["name"] = json!(MARKER));
        let (log, listening) = Log::listen();
        let attempt = sign_in(&site, &provider).await;
        drop(listening);
        assert_eq!(attempt.answer.status, StatusCode::INTERNAL_SERVER_ERROR);
        let text = log.text();
        assert!(!text.contains(MARKER), "{text}");
        let expected = if made.kind == "postgres" {
            "UniqueViolation 23505 one_of_a_name"
        } else {
            "UniqueViolation 2067"
        };
        assert!(text.contains(expected), "{text}");
    })
    .await;
}

#[tokio::test]
async fn an_api_call_that_fails_says_no_more() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        open(&site).await.expect("the first");
        let refused = open(&site).await.expect_err("the second");
        // What the test is about: PostgreSQL tells the whole key.
        let told = format!("{refused:?}").contains(MARKER);
        assert_eq!(told, made.kind == "postgres");
        let (log, listening) = Log::listen();
        let answer = server::api::problem::of_error(&ServiceError::from(refused), "an-id");
        drop(listening);
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let text = log.text();
        assert!(text.contains("UniqueViolation"), "{text}");
        assert!(!text.contains(MARKER), "{text}");
    })
    .await;
}

#[tokio::test]
async fn a_sign_in_is_logged_without_saying_whose() {
    on_each(|made| async move {
        let provider = ForgedProvider::start().await;
        let site = Site::with(&made, &provider.settings()).await;
        provider.script().forge = Box::new(|token| {
            token.claims["name"] = json!(MARKER);
            token.claims["sub"] = json!(MARKER);
        });
        let (log, listening) = Log::listen();
        let attempt = sign_in(&site, &provider).await;
        drop(listening);
        assert_eq!(attempt.answer.location(), "/me");
        let text = log.text();
        assert!(text.contains("signed in"), "{text}");
        assert!(!text.contains(MARKER), "{text}");
        let reader = &site.platform.database.reader;
        let rows = account::Entity::find().all(reader).await.expect("accounts");
        assert_eq!(rows.len(), 1);
        for row in rows {
            assert!(!text.contains(&row.account_id.to_string()), "{text}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_certificate_that_cannot_be_read_leaves_an_error_and_nothing_of_it() {
    on_each(|made| async move {
        let site = site_with_people(&made, &[]).await;
        let mut own = signed_in(&site, "resident-employee").await;
        let (address, code) = issue(&mut own, "periods=current&days=30").await;
        site.run("UPDATE certificate SET key_id = 'of-nobody'")
            .await;
        for path in [address.as_str(), "/me/certificates"] {
            let (log, listening) = Log::listen();
            let page = own.get(path).await;
            drop(listening);
            assert_eq!(page.status, StatusCode::OK, "{path}");
            let text = log.text();
            let line = text.lines().find(|line| line.contains("ERROR"));
            let line = line.unwrap_or_else(|| panic!("{path}: {text}"));
            for told in ["cannot be shown to its holder", "not as it was signed"] {
                assert!(line.contains(told), "{path}: {line}");
            }
            for kept in ["李明", code.as_str()] {
                assert!(!line.contains(kept), "{path}: {line}");
            }
        }
    })
    .await;
}
