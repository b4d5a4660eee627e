//! Who looked at whose data: each look is told, page by page, to whose data it is, and nobody
//! else.

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use domain::access::Role;
use domain::ids::{AccountId, PersonId};
use domain::looks::Who;
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use services::looks::{self, Filter, Looked, PAGE_SIZE};
use services::resident::{overview, settlement};
use services::store::bulk::{OnConflict, insert};
use services::store::entity::{account, audit_event};
use services::{Platform, RequestContext, ServiceError};
use tests::database::on_each;
use tests::pages::{Wish, get};
use tests::platform::{noon, request, resident as signed_in};
use tests::residents::{History, Resident, link, platform_with_rules, resident};
use uuid::{Builder, Uuid};

const ONE: History = History {
    number: 1,
    settlements: 1,
    items: 1,
};

async fn log(context: &RequestContext, person: PersonId, filter: Filter) -> Looked {
    looks::of(context, person, filter, PAGE_SIZE)
        .await
        .expect("the log")
}

/// A request of somebody who signed in with an account of their own.
async fn with_account(platform: &Arc<Platform>, who: &Resident, name: &str) -> RequestContext {
    let id = AccountId(Uuid::from_u128(Uuid::from(who.person).as_u128() | 1 << 50));
    let row = account::ActiveModel {
        account_id: Set(id.into()),
        provider: Set("test".to_owned()),
        subject: Set(id.to_string()),
        person_id: Set(Some(who.person.into())),
        display_name: Set(name.to_owned()),
        elder_mode: Set(false),
        created_at: Set(noon()),
        last_role: Set(String::new()),
    };
    account::Entity::insert(row)
        .exec_without_returning(&platform.database.writer)
        .await
        .expect("an account");
    let mut actor = signed_in(who.person);
    (actor.account, actor.name) = (Some(id), name.to_owned());
    let mut context = request(platform, actor);
    context.reason = "page";
    context
}

#[tokio::test]
async fn each_look_by_another_is_told_in_plain_words() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let mother = resident(&platform, ONE).await;
        let daughter = resident(&platform, History { number: 2, ..ONE }).await;
        link(&platform, daughter.person, mother.person, None).await;
        let own = request(&platform, signed_in(mother.person));
        overview::of(&own, mother.person).await.expect("her own");
        let nobody = log(&own, mother.person, Filter::default()).await;
        assert_eq!((nobody.looks.len(), nobody.years.len()), (0, 0));
        let (status, page) = get(&own, "/me/access", Wish::default()).await;
        assert_eq!(status, 200);
        assert!(page.contains("没有别人看过您的资料"), "{page}");

        let helper = with_account(&platform, &daughter, "刘敏").await;
        overview::of(&helper, mother.person).await.expect("a look");
        let id = mother.settlements[0].0;
        let seen = settlement::of(&helper, mother.person, id, 1).await;
        seen.expect("another look");
        let seen = log(&own, mother.person, Filter::default()).await;
        assert_eq!(seen.years, [2026], "{}", made.kind);
        assert_eq!(seen.looks.len(), 2, "{}: {:?}", made.kind, seen.looks);
        for look in &seen.looks {
            assert_eq!((look.who, look.name.as_str()), (Who::Family, "刘敏"));
            assert_eq!(look.person_is.as_deref(), Some("parent"));
            assert_eq!(look.role, Some(Role::Resident));
        }
        let detail = seen.looks.iter().find(|look| look.settlement.is_some());
        assert_eq!(detail.expect("the settlement").settlement, Some(id));

        let (_, page) = get(&own, "/me/access", Wish::default()).await;
        for words in [
            "您的女儿",
            "刘敏",
            "看了您一笔报销的明细",
            "作为家人帮您查看",
            "从网页上",
        ] {
            assert!(page.contains(words), "{words} on {}", made.kind);
        }
        assert!(page.contains(&format!("/me/settlements/{id}")));
        let english = Wish {
            english: true,
            elder: true,
        };
        let (_, page) = get(&own, "/me/access", english).await;
        for words in [
            "Your daughter",
            "looked at one settlement in detail",
            "as a relative",
        ] {
            assert!(page.contains(words), "{words} on {}", made.kind);
        }
        // The list is its owner's alone, and the helper's own one is empty.
        let theirs = looks::of(&helper, mother.person, Filter::default(), 5).await;
        assert!(matches!(theirs, Err(ServiceError::NotFound)));
        let hers = log(&helper, daughter.person, Filter::default()).await;
        assert!(hers.looks.is_empty());
    })
    .await;
}

/// 3,000 looks, one an hour, by turns of a relative, staff and the operator; besides each a
/// sign-in of the person's own.
async fn many(platform: &Platform, whose: PersonId) -> Vec<Uuid> {
    let first = noon() - Duration::hours(3_000);
    let id = |at: DateTime<Utc>, low: u64| {
        let millis = u64::try_from(at.timestamp_millis()).expect("after 1970");
        let mut random = [0; 10];
        random[2..].copy_from_slice(&low.to_be_bytes());
        Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    };
    let mut looks = Vec::new();
    let mut rows = Vec::new();
    for place in 0..3_000_u64 {
        let at = first + Duration::hours(i64::try_from(place).expect("few"));
        let (role, relation) = match place % 3 {
            0 => ("resident", "family"),
            1 => ("agent", "stranger"),
            _ => ("operator", "stranger"),
        };
        let row = |event_id, role: &str, relation: &str, action: &str| audit_event::Model {
            subject_id: whose.into(),
            event_id,
            occurred_at: at,
            account_id: None,
            actor_name: "某人".to_owned(),
            role: role.to_owned(),
            relation: relation.to_owned(),
            action: action.to_owned(),
            object_kind: "person".to_owned(),
            object_id: String::new(),
            reason: "page".to_owned(),
            request_id: "test".to_owned(),
        };
        let look = id(at, place);
        looks.push(look);
        rows.push(row(look, role, relation, "read_overview"));
        rows.push(row(
            id(at, place + 10_000),
            "resident",
            "oneself",
            "sign_in",
        ));
    }
    insert::<audit_event::Entity>(&platform.database.writer, &rows, OnConflict::Fail)
        .await
        .expect("the events");
    looks.reverse();
    looks
}

#[tokio::test]
async fn three_thousand_looks_are_read_page_by_page_and_by_choice() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let somebody = resident(&platform, ONE).await;
        let wanted = many(&platform, somebody.person).await;
        let own = request(&platform, signed_in(somebody.person));

        let mut read = Vec::new();
        let mut filter = Filter::default();
        loop {
            let page = log(&own, somebody.person, filter).await;
            assert!(page.looks.len() <= PAGE_SIZE as usize);
            read.extend(page.looks.iter().map(|look| Uuid::from(look.id)));
            let Some(next) = page.next else { break };
            filter.before = Some(next);
        }
        assert_eq!(read, wanted, "{}: each once, the newest first", made.kind);

        for (who, first) in [(Who::Operator, 0), (Who::Staff, 1), (Who::Family, 2)] {
            let chosen = Filter {
                who: Some(who),
                ..Filter::default()
            };
            let page = log(&own, somebody.person, chosen).await;
            assert!(page.looks.iter().all(|look| look.who == who));
            let ids: Vec<Uuid> = page.looks.iter().map(|look| look.id.into()).collect();
            let every_third = wanted.iter().skip(first).step_by(3).take(20);
            assert!(ids.iter().eq(every_third), "{} {who}", made.kind);
        }
        let earlier = Filter {
            year: Some(2025),
            ..Filter::default()
        };
        assert!(log(&own, somebody.person, earlier).await.looks.is_empty());
        let (status, page) = get(&own, "/me/access?year=2025", Wish::default()).await;
        assert!(status == 200 && page.contains("这个条件下没有人看过"));
        for (address, links) in [
            ("/me/access", 20),
            ("/me/access?who=staff&year=2026", 20),
            ("/me/access?who=x&year=y&before=z", 20),
        ] {
            let (status, page) = get(&own, address, Wish::default()).await;
            assert_eq!(status, 200, "{address}");
            let found = page.matches("/report\"").count();
            assert_eq!(found, links, "{address} on {}", made.kind);
        }
        let elder = Wish {
            elder: true,
            ..Wish::default()
        };
        let (_, page) = get(&own, "/me/access", elder).await;
        let (filters, list) = (page.find("/me/access?who=staff"), page.find("<table"));
        assert!(filters.is_some() && filters < list, "filters first");
        assert_eq!(page.matches("/report\"").count(), 5);
    })
    .await;
}
