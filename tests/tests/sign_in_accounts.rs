//! Whose account it is: found by provider and subject, opened once, written down.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::sync::Arc;

use domain::access::Role;
use sea_orm::EntityTrait;
use services::accounts::admit::admit;
use services::accounts::sessions::NewSession;
use services::accounts::{Admission, Arrival, ProvenIdentity, SessionHash, demo_identities};
use services::store::entity::{account, account_role, audit_event};
use services::{Actor, Platform};
use tests::database::on_each;
use tests::platform::{platform, request};

async fn come_in(platform: &Arc<Platform>, provider: &str, subject: &str) -> Admission {
    let identity = ProvenIdentity {
        provider,
        subject,
        name: Some("张三"),
    };
    let luck = platform.new_id(platform.clock.now());
    let session = |account| {
        Ok(NewSession {
            hash: SessionHash::of(luck.as_bytes()),
            account,
            data: Vec::new(),
            user_agent: String::new(),
        })
    };
    let arrival = Arrival {
        before: None,
        session: &session,
    };
    let context = request(platform, Actor::visitor());
    admit(&context, &identity, &arrival).await.unwrap()
}

#[tokio::test]
async fn who_comes_first_gets_an_account_and_keeps_it() {
    on_each(|made| async move {
        let platform = platform(made.database.clone());
        let first = come_in(&platform, "gov", "s-1").await;
        let Admission::Granted {
            account, name, new, ..
        } = first
        else {
            panic!("should be let in");
        };
        assert!(new && name == "张三");
        for (provider, subject, same) in [
            ("gov", "s-1", true),
            ("gov", "S-1", false),
            ("other", "s-1", false),
        ] {
            let Admission::Granted {
                account: found,
                new,
                ..
            } = come_in(&platform, provider, subject).await
            else {
                panic!("should be let in");
            };
            assert_eq!(
                (found == account, new),
                (same, !same),
                "{provider} {subject}"
            );
        }
        let reader = &platform.database.reader;
        let accounts = account::Entity::find().all(reader).await.unwrap();
        assert_eq!(accounts.len(), 3);
        assert!(
            accounts.iter().all(|row| row.person_id.is_none()),
            "a person is proven elsewhere"
        );
        let roles = account_role::Entity::find().all(reader).await.unwrap();
        assert!(
            roles
                .iter()
                .all(|row| row.role == Role::Resident.code() && row.valid_until.is_none())
        );
        let events = audit_event::Entity::find().all(reader).await.unwrap();
        assert_eq!(events.len(), 4, "each sign-in is written down");
        assert!(
            events
                .iter()
                .all(|event| event.action == "sign_in" && event.account_id.is_some())
        );
        drop(made);
    })
    .await;
}

#[tokio::test]
async fn of_many_first_sign_ins_at_once_one_opens_the_account() {
    on_each(|made| async move {
        let platform = platform(made.database.clone());
        let all: Vec<_> = (0..8)
            .map(|_| {
                let platform = Arc::clone(&platform);
                tokio::spawn(async move { come_in(&platform, "gov", "s-1").await })
            })
            .collect();
        let mut opened = 0;
        for one in all {
            match one.await.unwrap() {
                Admission::Granted { new, .. } => opened += u32::from(new),
                Admission::Closed => panic!("should be let in"),
            }
        }
        assert_eq!(opened, 1);
        let reader = &platform.database.reader;
        assert_eq!(account::Entity::find().all(reader).await.unwrap().len(), 1);
        drop(made);
    })
    .await;
}

#[tokio::test]
async fn invented_people_have_the_roles_they_are_listed_with() {
    on_each(|made| async move {
        let platform = platform(made.database.clone());
        for identity in &demo_identities::ALL {
            let granted = come_in(&platform, demo_identities::PROVIDER, identity.subject).await;
            let Admission::Granted { account, name, .. } = granted else {
                panic!("should be let in");
            };
            assert_eq!(name, identity.name_zh);
            let roles = account_role::Entity::find()
                .all(&platform.database.reader)
                .await
                .unwrap();
            let mut held: Vec<_> = roles
                .iter()
                .filter(|row| row.account_id == account.0)
                .filter_map(|row| Role::from_code(&row.role))
                .collect();
            held.sort_unstable();
            assert_eq!(held, identity.roles, "{}", identity.subject);
        }
        // The same subject from another provider is nobody special.
        let stranger = come_in(&platform, "gov", "system-admin").await;
        let Admission::Granted { account, .. } = stranger else {
            panic!("should be let in");
        };
        let roles = account_role::Entity::find()
            .all(&platform.database.reader)
            .await
            .unwrap();
        let held: Vec<_> = roles
            .iter()
            .filter(|row| row.account_id == account.0)
            .collect();
        assert_eq!(held.len(), 1);
        assert!(held.iter().all(|row| row.role == "resident"));
        drop(made);
    })
    .await;
}
