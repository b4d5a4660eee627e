//! Queries about settlements: sent once, seen by the person, opened and answered by a reviewer.

use std::sync::Arc;

use domain::access::Role;
use domain::enquiries::QueryState;
use domain::ids::{AccountId, PersonId, QueryId, SettlementId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::enquiries::send::{self, NewQuery};
use services::enquiries::{self, LONGEST, MOST_OPEN, review, withdraw};
use services::messages::Template;
use services::store::entity::{
    account, audit_event, message, muted_topic, settlement_query, settlement_query_open,
    settlement_query_step,
};
use services::{Actor, Platform, RequestContext, ServiceError};
use tests::database::{TestDatabase, on_each};
use tests::pages::{Wish, get};
use tests::platform::{noon, request, resident as signed_in};
use tests::residents::{History, link, platform_with_rules, resident};
use uuid::Uuid;

const ENGLISH: Wish = Wish {
    english: true,
    elder: false,
};
const ASKED: &str = "门诊那天的检查 <b>算了两次</b>";

struct Scene {
    platform: Arc<Platform>,
    person: PersonId,
    settlements: Vec<SettlementId>,
}

async fn scene(made: &TestDatabase, settlements: u16) -> Scene {
    let platform = platform_with_rules(made.database.clone()).await;
    let history = History {
        number: 1,
        settlements,
        items: 2,
    };
    let somebody = resident(&platform, history).await;
    Scene {
        platform,
        person: somebody.person,
        settlements: somebody.settlements.iter().map(|one| one.0).collect(),
    }
}

impl Scene {
    fn own(&self) -> RequestContext {
        request(&self.platform, signed_in(self.person))
    }

    fn reviewer(&self) -> RequestContext {
        self.office(Role::Reviewer, 0x77)
    }

    fn office(&self, role: Role, account: u128) -> RequestContext {
        let actor = Actor {
            account: Some(AccountId::from(Uuid::from_u128(account))),
            person: None,
            role,
            name: "复核人员0107号".to_owned(),
        };
        request(&self.platform, actor)
    }

    async fn send(&self, place: usize) -> QueryId {
        let new = words(ASKED);
        send::send(&self.own(), self.person, self.settlements[place], &new)
            .await
            .expect("a query")
    }

    async fn number(&self, id: QueryId) -> String {
        let one = enquiries::one(&self.own(), self.person, id).await;
        one.expect("the query").number
    }
}

fn words(text: &str) -> NewQuery {
    NewQuery {
        words: text.to_owned(),
        form: None,
    }
}

async fn events(platform: &Platform, action: &str) -> Vec<audit_event::Model> {
    audit_event::Entity::find()
        .filter(audit_event::Column::Action.eq(action))
        .all(&platform.database.reader)
        .await
        .expect("events")
}

#[tokio::test]
async fn it_is_sent_once_sealed_and_with_both_calculations() {
    on_each(|made| async move {
        let made = made;
        let scene = scene(&made, 2).await;
        let own = scene.own();
        let new = NewQuery {
            words: format!("  {ASKED} "),
            form: Some(own.new_id().into()),
        };
        let about = scene.settlements[0];
        let first = send::send(&own, scene.person, about, &new)
            .await
            .expect("a query");
        let again = send::send(&own, scene.person, about, &new)
            .await
            .expect("the same");
        assert_eq!(first, again, "{}", made.kind);
        let rows = settlement_query::Entity::find()
            .all(&scene.platform.database.reader)
            .await
            .expect("rows");
        assert_eq!(rows.len(), 1, "{}: one form, one query", made.kind);
        let clear = ASKED.as_bytes();
        let cipher = &rows[0].words_cipher;
        assert!(!cipher.windows(clear.len()).any(|part| part == clear));

        let one = enquiries::one(&own, scene.person, first).await.expect("it");
        assert_eq!((one.words.as_str(), one.outcome.as_str()), (ASKED, "equal"));
        assert!(one.number.starts_with("QC-2026-") && one.number.len() == 14);
        assert_eq!(one.recomputed.as_ref(), Some(&one.recorded));
        assert!(!one.recorded.trace.steps.is_empty());
        assert_eq!(one.state(), QueryState::Sent);
        let written = events(&scene.platform, "send_query").await;
        assert_eq!(written.len(), 1);
        assert_eq!(written[0].subject_id, Uuid::from(scene.person));

        // The next one about the same settlement waits for the first; another settlement does not.
        let more = send::send(&own, scene.person, about, &words("还有")).await;
        let Err(ServiceError::Invalid(errors)) = more else {
            panic!("{more:?}");
        };
        assert_eq!(
            (errors[0].pointer.as_str(), errors[0].code),
            ("words", "already_open")
        );
        scene.send(1).await;
        let list = enquiries::of(&own, scene.person).await.expect("a list");
        assert_eq!(list.len(), 2);
        assert_eq!(list[1].id, first, "the newest first");
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_too_long_or_too_much_is_told() {
    on_each(|made| async move {
        let made = made;
        let scene = scene(&made, 12).await;
        let own = scene.own();
        let about = scene.settlements[11];
        for (text, code) in [
            (" \n ", "missing"),
            (&*"长".repeat(LONGEST + 1), "too_long"),
        ] {
            let refused = send::send(&own, scene.person, about, &words(text)).await;
            let Err(ServiceError::Invalid(errors)) = refused else {
                panic!("{}: {refused:?}", made.kind);
            };
            assert_eq!(errors[0].code, code);
        }
        for place in 0..MOST_OPEN {
            scene.send(place).await;
        }
        let refused = send::send(&own, scene.person, about, &words(ASKED)).await;
        assert!(
            matches!(&refused, Err(ServiceError::Invalid(errors)) if errors[0].code == "too_many"),
            "{refused:?}"
        );
        let sent = settlement_query::Entity::find()
            .all(&scene.platform.database.reader)
            .await
            .expect("rows");
        let mut numbers: Vec<&str> = sent.iter().map(|row| row.number.as_str()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), MOST_OPEN, "each has a number of its own");
    })
    .await;
}

#[tokio::test]
async fn a_reviewer_opens_it_answers_and_the_person_is_told() {
    on_each(|made| async move {
        let made = made;
        let scene = scene(&made, 1).await;
        let id = scene.send(0).await;
        let number = scene.number(id).await;
        let reviewer = scene.reviewer();
        // Even who wants no messages about settlements is told of an answer.
        muted_topic::Entity::insert(sea_orm::IntoActiveModel::into_active_model(
            muted_topic::Model {
                person_id: scene.person.into(),
                topic: "settlements".to_owned(),
                since: noon(),
            },
        ))
        .exec_without_returning(&scene.platform.database.writer)
        .await
        .expect("a muted topic");

        let (waiting, next) = review::waiting(&reviewer, None).await.expect("a list");
        assert_eq!((waiting.len(), next), (1, None), "{}", made.kind);
        assert_eq!((waiting[0].id, waiting[0].looked_at), (id, None));
        assert!(events(&scene.platform, "answer_query").await.is_empty());

        let opened = review::open(&reviewer, &number.to_lowercase().replace('-', " ")).await;
        let opened = opened.expect("the query");
        assert_eq!(opened.words, ASKED);
        let looks = events(&scene.platform, "answer_query").await;
        assert_eq!(looks.len(), 1, "{}: opening is written down", made.kind);
        assert_eq!(
            (&*looks[0].relation, &*looks[0].role),
            ("stranger", "reviewer")
        );
        assert_eq!(looks[0].object_kind, "settlement_query");

        for _ in 0..2 {
            review::take(&reviewer, &number).await.expect("taken up");
        }
        for (text, code) in [("  ", "missing"), (&*"长".repeat(LONGEST + 1), "too_long")] {
            let refused = review::answer(&reviewer, &number, text).await;
            assert!(
                matches!(&refused, Err(ServiceError::Invalid(errors)) if errors[0].code == code)
            );
        }
        review::answer(&reviewer, &number, "查过了，没有重复。")
            .await
            .expect("answered");
        let late = review::answer(&reviewer, &number, "第二次").await;
        assert!(matches!(late, Err(ServiceError::Conflict(_))), "{late:?}");
        review::take(&reviewer, &number)
            .await
            .expect("too late, and no harm");

        let own = scene.own();
        let one = enquiries::one(&own, scene.person, id).await.expect("it");
        let states: Vec<QueryState> = one.steps.iter().map(|step| step.state).collect();
        let wanted = [QueryState::Sent, QueryState::LookedAt, QueryState::Answered];
        assert_eq!(states, wanted, "{}", made.kind);
        assert_eq!(one.steps[2].answer, "查过了，没有重复。");
        let steps = settlement_query_step::Entity::find()
            .all(&scene.platform.database.reader)
            .await
            .expect("steps");
        let clear = "没有重复".as_bytes();
        for cipher in steps
            .iter()
            .filter_map(|step| step.answer_cipher.as_deref())
        {
            assert!(!cipher.windows(clear.len()).any(|part| part == clear));
        }
        let (waiting, _) = review::waiting(&reviewer, None).await.expect("a list");
        assert!(waiting.is_empty());
        let open = settlement_query_open::Entity::find()
            .all(&scene.platform.database.reader)
            .await
            .expect("rows");
        assert!(open.is_empty());

        let told: Vec<message::Model> = message::Entity::find()
            .filter(message::Column::Topic.eq("queries"))
            .all(&scene.platform.database.reader)
            .await
            .expect("messages");
        assert_eq!(told.len(), 1, "{}: told once", made.kind);
        assert_eq!(told[0].person_id, Uuid::from(scene.person));
        let said = Template::read(&told[0].template, &told[0].parameters);
        assert_eq!(
            said,
            Some(Template::QueryAnswered {
                query: id,
                number: number.clone()
            })
        );

        // After the answer a further query about the same settlement may be sent.
        scene.send(0).await;
    })
    .await;
}

#[tokio::test]
async fn it_is_taken_back_until_it_is_answered() {
    on_each(|made| async move {
        let made = made;
        let scene = scene(&made, 2).await;
        let own = scene.own();
        let id = scene.send(0).await;
        let number = scene.number(id).await;
        for _ in 0..2 {
            withdraw::withdraw(&own, scene.person, id)
                .await
                .expect("taken back");
        }
        let one = enquiries::one(&own, scene.person, id).await.expect("it");
        assert_eq!((one.state(), one.steps.len()), (QueryState::Withdrawn, 2));
        let reviewer = scene.reviewer();
        let late = review::answer(&reviewer, &number, "答复").await;
        assert!(
            matches!(late, Err(ServiceError::Conflict(_))),
            "{}",
            made.kind
        );
        let (waiting, _) = review::waiting(&reviewer, None).await.expect("a list");
        assert!(waiting.is_empty());

        let other = scene.send(1).await;
        let number = scene.number(other).await;
        review::answer(&reviewer, &number, "答复")
            .await
            .expect("answered");
        let late = withdraw::withdraw(&own, scene.person, other).await;
        assert!(matches!(late, Err(ServiceError::Conflict(_))), "{late:?}");
        let written = events(&scene.platform, "send_query").await;
        assert_eq!(written.len(), 3, "two sent, one taken back");
    })
    .await;
}

#[tokio::test]
async fn strangers_relatives_and_other_offices_find_nothing() {
    on_each(|made| async move {
        let made = made;
        let scene = scene(&made, 1).await;
        let id = scene.send(0).await;
        let number = scene.number(id).await;
        let about = scene.settlements[0];
        let daughter = resident(&scene.platform, History::short(2)).await.person;
        link(&scene.platform, daughter, scene.person, None).await;
        let stranger = resident(&scene.platform, History::short(3)).await.person;
        for who in [daughter, stranger] {
            let other = request(&scene.platform, signed_in(who));
            for whose in [scene.person, who] {
                let read = enquiries::one(&other, whose, id).await;
                assert!(matches!(read, Err(ServiceError::NotFound)), "{}", made.kind);
                let back = withdraw::withdraw(&other, whose, id).await;
                assert!(matches!(back, Err(ServiceError::NotFound)));
                let sent = send::send(&other, whose, about, &words("x")).await;
                assert!(matches!(sent, Err(ServiceError::NotFound)));
            }
            let list = enquiries::of(&other, scene.person).await;
            assert!(matches!(list, Err(ServiceError::NotFound)));
            let mut bodies = Vec::new();
            for address in [
                &*format!("/me/queries/{id}"),
                "/me/queries/x",
                "/me/queries/0197a000-0000-7000-8000-000000000009",
                &*format!("/me/queries/{id}/withdraw"),
                &*format!("/me/settlements/{about}/query"),
                &*format!("/admin/queries/{number}"),
                "/admin/queries",
            ] {
                let (status, body) = get(&other, address, Wish::default()).await;
                assert_eq!(status, 404, "{address}");
                let main = body.split("<main").nth(1).expect("a page");
                bodies.push(main.split("</main>").next().map(str::to_owned));
            }
            assert!(
                bodies.iter().all(|body| *body == bodies[0]),
                "the same body"
            );
        }
        for role in [
            Role::Agent,
            Role::Auditor,
            Role::Editor,
            Role::SystemAdmin,
            Role::Resident,
        ] {
            let office = scene.office(role, 0x88);
            let list = review::waiting(&office, None).await;
            assert!(matches!(list, Err(ServiceError::NotFound)), "{role:?}");
            let open = review::open(&office, &number).await;
            assert!(matches!(open, Err(ServiceError::NotFound)), "{role:?}");
            let answer = review::answer(&office, &number, "x").await;
            assert!(matches!(answer, Err(ServiceError::NotFound)), "{role:?}");
        }
        let reviewer = scene.reviewer();
        for nobodys in ["", "QC-2026-222222", "x", "2606-000-001"] {
            let open = review::open(&reviewer, nobodys).await;
            assert!(matches!(open, Err(ServiceError::NotFound)), "{nobodys}");
        }
        assert!(events(&scene.platform, "answer_query").await.is_empty());

        // Nobody reviews what they asked themselves.
        let account = account::Model {
            account_id: Uuid::from_u128(0x99),
            provider: "p".to_owned(),
            subject: "reviewer-who-asked".to_owned(),
            person_id: Some(scene.person.into()),
            display_name: "测试".to_owned(),
            elder_mode: false,
            created_at: noon(),
            last_role: String::new(),
        };
        account::Entity::insert(sea_orm::IntoActiveModel::into_active_model(account))
            .exec_without_returning(&scene.platform.database.writer)
            .await
            .expect("an account");
        let oneself = scene.office(Role::Reviewer, 0x99);
        let (waiting, _) = review::waiting(&oneself, None).await.expect("a list");
        assert!(waiting.is_empty(), "{}", made.kind);
        let open = review::open(&oneself, &number).await;
        assert!(matches!(open, Err(ServiceError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn the_pages_say_it_in_both_languages_and_escape_what_was_typed() {
    on_each(|made| async move {
        let made = made;
        let scene = scene(&made, 1).await;
        let own = scene.own();
        let about = scene.settlements[0];
        let ask = format!("/me/settlements/{about}/query");
        let (_, page) = get(&own, &ask, Wish::default()).await;
        assert!(page.contains("您觉得哪里不对？") && page.contains("重新算：和记录一样"));
        let (_, page) = get(&own, "/me/queries", Wish::default()).await;
        assert!(page.contains("您还没有问过"));
        let (_, page) = get(&own, &format!("/me/settlements/{about}"), Wish::default()).await;
        assert!(page.contains(&ask) && page.contains("/me/queries"));

        let id = scene.send(0).await;
        let number = scene.number(id).await;
        let (_, page) = get(&own, &ask, Wish::default()).await;
        assert!(page.contains("还在等答复") && page.contains(&format!("/me/queries/{id}")));
        let one = format!("/me/queries/{id}");
        for (wish, state) in [(Wish::default(), "已提交"), (ENGLISH, "sent")] {
            for address in ["/me/queries", one.as_str()] {
                let (status, page) = get(&own, address, wish).await;
                assert_eq!(status, 200, "{address}");
                assert!(page.contains(&number) && page.contains(state), "{address}");
            }
        }
        let (_, page) = get(&own, &one, Wish::default()).await;
        assert!(page.contains("&lt;b&gt;算了两次&lt;/b&gt;") && !page.contains("<b>算了"));
        let (_, page) = get(&own, &format!("{one}/withdraw"), ENGLISH).await;
        assert!(page.contains("Withdraw this query?"));

        let reviewer = scene.reviewer();
        let opened = format!("/admin/queries/{number}");
        for (wish, title, take) in [
            (Wish::default(), "核算问询", "我来看"),
            (ENGLISH, "Queries about settlements", "I look at it"),
        ] {
            let (status, page) = get(&reviewer, "/admin/queries", wish).await;
            assert_eq!(status, 200);
            assert!(page.contains(title) && page.contains(&opened));
            let (status, page) = get(&reviewer, &opened, wish).await;
            assert_eq!(status, 200);
            assert!(page.contains(take) && page.contains("算了两次"));
            // Whose it is does not stand on the page.
            assert!(!page.contains(&scene.person.to_string()));
        }
        let (status, _) = get(
            &reviewer,
            &format!("/admin/queries?number={number}"),
            ENGLISH,
        )
        .await;
        assert_eq!(status, 303);
        let (status, page) = get(&reviewer, "/admin/queries?number=QC-2026-22", ENGLISH).await;
        assert_eq!(status, 422);
        assert!(page.contains("There is no query with this number") && page.contains("QC-2026-22"));
    })
    .await;
}
