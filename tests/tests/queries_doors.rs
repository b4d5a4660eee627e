//! Queries about settlements: who finds them, and what the pages say.

use domain::access::Role;
use sea_orm::{EntityTrait, IntoActiveModel};
use services::ServiceError;
use services::enquiries::{self, review, send, withdraw};
use services::store::entity::account;
use tests::database::on_each;
use tests::enquiries::{Scene, words};
use tests::pages::{Wish, get};
use tests::platform::{noon, request, resident as signed_in};
use tests::residents::{History, link, resident};
use uuid::Uuid;

const ENGLISH: Wish = Wish {
    english: true,
    elder: false,
};

#[tokio::test]
async fn strangers_relatives_and_other_offices_find_nothing() {
    on_each(|made| async move {
        let made = made;
        let scene = Scene::new(&made, 1).await;
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
        assert!(scene.events("answer_query").await.is_empty());

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
        account::Entity::insert(account.into_active_model())
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
        let scene = Scene::new(&made, 1).await;
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
