//! The store behind `tower-sessions`, and that it agrees with the statement that pages run.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::sync::Arc;

use chrono::Duration;
use domain::access::Role;
use domain::ids::AccountId;
use sea_orm::EntityTrait;
use server::session::{Beginning, Store, kept, sweep};
use services::Platform;
use services::accounts::open_account::{self, NewAccount};
use services::accounts::{SessionHash, attempts, ended_sessions, identify, sessions};
use services::store::entity::session;
use tests::database::{TestDatabase, on_each};
use tests::site::Site;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{ExpiredDeletion, SessionStore};

async fn account(platform: &Platform) -> AccountId {
    let now = platform.clock.now();
    let id = AccountId::from(platform.new_id(now));
    let new = NewAccount {
        id,
        provider: "test",
        subject: &id.to_string(),
        person: None,
        display_name: "somebody",
        roles: &[Role::Resident, Role::EmployerHandler],
        elder_mode: true,
    };
    let writer = &platform.database.writer;
    open_account::write(writer, &new, now).await.unwrap();
    id
}

async fn start(made: &TestDatabase) -> (Site, Arc<Platform>, Store, Id) {
    let site = Site::demo(made).await;
    let platform = Arc::clone(&site.platform);
    let beginning = Beginning::new(&platform, "a browser", "a.b.c");
    let row = beginning.row(account(&platform).await).unwrap();
    let writer = &platform.database.writer;
    let now = platform.clock.now();
    sessions::insert(writer, row, now).await.unwrap();
    let store = Store::new(Arc::clone(&platform));
    let id = beginning.id;
    (site, platform, store, id)
}

/// What the pages' statement and the store say of `id`: they have to say the same.
async fn is_there(platform: &Platform, store: &Store, id: Id) -> bool {
    let hash = SessionHash::of(&id.0.to_le_bytes());
    let now = platform.clock.now();
    let asked = identify::by_session(&platform.database, hash, now)
        .await
        .unwrap();
    let loaded = store.load(&id).await.unwrap();
    assert_eq!(asked.is_some(), loaded.is_some());
    if let (Some(asked), Some(loaded)) = (&asked, &loaded) {
        assert_eq!(
            asked.session.expires_at,
            loaded.expiry_date.unix_timestamp()
        );
        let account = asked.actor.account.unwrap().to_string();
        assert_eq!(loaded.data.get("account"), Some(&account.into()));
        assert_eq!(asked.actor.role, Role::Resident, "the first of two roles");
        assert_eq!(asked.session.roles.len(), 2);
        assert!(asked.session.elder_mode);
    }
    asked.is_some()
}

#[tokio::test]
async fn the_store_and_the_pages_agree_for_a_whole_life() {
    on_each(|made| async move {
        let (site, platform, store, id) = start(&made).await;
        assert!(is_there(&platform, &store, id).await);
        assert_eq!(
            kept(&platform, id, "id_token").await.unwrap().as_deref(),
            Some("a.b.c")
        );
        site.clock.advance(Duration::seconds(1799));
        assert!(is_there(&platform, &store, id).await);
        site.clock.advance(Duration::seconds(1));
        assert!(!is_there(&platform, &store, id).await);
        // A form that comes too late waits with it for a day.
        sweep(&platform).await;
        assert_eq!(site.count("session").await, 1);
        assert!(!is_there(&platform, &store, id).await);
        site.clock.advance(ended_sessions::REMEMBERED);
        sweep(&platform).await;
        assert_eq!(site.count("session").await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_saved_is_read_and_what_has_ended_stays_so() {
    on_each(|made| async move {
        let (_site, platform, store, id) = start(&made).await;
        let mut record = store.load(&id).await.unwrap().unwrap();
        record.data.insert("more".to_owned(), "text".into());
        store.save(&record).await.unwrap();
        assert_eq!(store.load(&id).await.unwrap().unwrap().data, record.data);
        store.delete_expired().await.unwrap();
        assert!(is_there(&platform, &store, id).await);
        store.delete(&id).await.unwrap();
        assert!(!is_there(&platform, &store, id).await);
        // A request that was under way while somebody signed out.
        store.save(&record).await.unwrap_err();
        assert!(!is_there(&platform, &store, id).await);
    })
    .await;
}

#[tokio::test]
async fn a_stolen_table_opens_nothing() {
    on_each(|made| async move {
        let (_site, platform, store, id) = start(&made).await;
        let rows = session::Entity::find();
        let row = rows.one(&platform.database.reader).await.unwrap().unwrap();
        let bytes = id.0.to_le_bytes();
        assert_ne!(row.session_hash, bytes);
        assert_eq!(row.session_hash.len(), 32);
        let holds = |needle: &[u8]| row.data.windows(needle.len()).any(|part| part == needle);
        assert!(
            !holds(&bytes) && !holds(b"a.b.c"),
            "what is kept is encrypted"
        );
        // The key of the row is no id.
        let half: [u8; 16] = row.session_hash[..16].try_into().unwrap();
        assert!(
            store
                .load(&Id(i128::from_le_bytes(half)))
                .await
                .unwrap()
                .is_none()
        );
        assert_eq!(row.user_agent, "a browser");
    })
    .await;
}

#[tokio::test]
async fn no_session_begins_but_with_an_admission() {
    on_each(|made| async move {
        let (site, _platform, store, id) = start(&made).await;
        let mut record: Record = store.load(&id).await.unwrap().unwrap();
        store.create(&mut record).await.unwrap_err();
        assert_eq!(site.count("session").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_used_sign_in_is_forgotten_when_it_could_not_come_back_anyway() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let database = &site.platform.database;
        let now = site.platform.clock.now();
        assert!(attempts::use_up(database, "state", now).await.unwrap());
        assert!(!attempts::use_up(database, "state", now).await.unwrap());
        site.clock.advance(attempts::LIFETIME);
        sweep(&site.platform).await;
        assert!(!attempts::use_up(database, "state", now).await.unwrap());
        site.clock.advance(attempts::LIFETIME);
        sweep(&site.platform).await;
        assert_eq!(site.count("used_sign_in").await, 0);
    })
    .await;
}
