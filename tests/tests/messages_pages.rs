//! The pages of messages over HTTP: read by the person only, marked by forms only.

use axum::http::StatusCode;
use domain::ids::PersonId;
use scraper::{Html, Selector};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::messages::{Template, compose};
use services::store::entity::{account, audit_event};
use tests::browser::{Answer, Browser};
use tests::database::{TestDatabase, on_each, sqlite_only};
use tests::messages::of;
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, link, resident};
use tests::site::Site;
use uuid::Uuid;

fn found(answer: &Answer, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&answer.body);
    let selector = Selector::parse(selector).expect("a selector");
    let texts = html.select(&selector).map(|one| one.text().collect());
    texts.collect()
}

fn attribute(answer: &Answer, selector: &str, name: &str) -> Vec<String> {
    let html = Html::parse_document(&answer.body);
    let selector = Selector::parse(selector).expect("a selector");
    let values = html.select(&selector).filter_map(|one| one.attr(name));
    values.map(str::to_owned).collect()
}

/// A site with one resident, signed in as `resident-retiree`.
async fn start(made: &TestDatabase, number: u16) -> (Site, Browser, PersonId) {
    let site = Site::demo(made).await;
    let person = resident(&site.platform, History::short(number))
        .await
        .person;
    let browser = signed_in_as(&site, "resident-retiree", person).await;
    (site, browser, person)
}

async fn signed_in_as(site: &Site, subject: &str, person: PersonId) -> Browser {
    let mut browser = site.browser();
    browser.sign_in(subject, "/me").await;
    account::Entity::update_many()
        .col_expr(account::Column::PersonId, Expr::value(Uuid::from(person)))
        .filter(account::Column::Subject.eq(subject))
        .exec(&site.platform.database.writer)
        .await
        .expect("the account is theirs");
    browser
}

/// Sends so many messages, one a second; the newest is about a settlement.
async fn fill(site: &Site, person: PersonId, count: u32) {
    for number in 1..=count {
        site.clock.advance(chrono::Duration::seconds(1));
        let template = if number == count {
            Template::SettlementArrived {
                settlement: Uuid::from_u128(7).into(),
                settled_on: "2026-06-10".parse().expect("a day"),
                refund: false,
            }
        } else {
            Template::OutpatientDeductibleMet { year: 2026 }
        };
        let now = site.platform.clock.now();
        let writer = &site.platform.database.writer;
        let occasion = format!("test:{number}");
        let new = compose(writer, now, person, &template, &occasion).await;
        assert!(new.expect("composed"));
    }
}

async fn events(site: &Site, kind: &str) -> usize {
    let events = audit_event::Entity::find()
        .filter(audit_event::Column::ObjectKind.eq(kind))
        .all(&site.platform.database.reader)
        .await;
    events.expect("events").len()
}

#[tokio::test]
async fn a_message_is_marked_by_a_form_and_never_by_reading_an_address() {
    on_each(|made| async move {
        let made = made;
        let (site, mut browser, person) = start(&made, 1).await;
        fill(&site, person, 3).await;
        let overview = browser.get("/me").await;
        assert!(overview.body.contains("您有 3 条消息还没看。"));
        assert_eq!(
            attribute(&overview, "main .notice a", "href"),
            ["/me/messages"]
        );
        let list = browser.get("/me/messages").await;
        assert_eq!(list.status, StatusCode::OK);
        assert_eq!(list.header("cache-control"), "no-store");
        assert_eq!(found(&list, ".messages .badge"), ["未读"; 3], "in words");
        let titles = found(&list, ".messages .title");
        assert_eq!(titles[0], "有一笔新的报销记录", "the newest first");
        let ids = attribute(&list, ".messages button[name=open]", "value");
        assert_eq!(ids.len(), 3);

        let address = format!("/me/messages/{}", ids[0]);
        let ahead = browser.request("GET", &address, "same-origin");
        let ahead = ahead.header("sec-purpose", "prefetch");
        browser.send(ahead, String::new()).await;
        let looked = browser.get(&address).await;
        assert_eq!(looked.status, StatusCode::OK);
        let leads = format!("/me/settlements/{}", Uuid::from_u128(7));
        assert!(attribute(&looked, "main a.button", "href").contains(&leads));
        let still = of(&site.platform, person).await;
        assert!(
            still.iter().all(|one| one.read_at.is_none()),
            "{}",
            made.kind
        );

        let opened = browser
            .post("/me/messages", &format!("open={}", ids[0]))
            .await;
        assert_eq!(
            (opened.status, opened.location()),
            (StatusCode::SEE_OTHER, &*address)
        );
        assert_eq!(events(&site, "message").await, 1);
        browser
            .post("/me/messages", &format!("open={}", ids[0]))
            .await;
        assert_eq!(events(&site, "message").await, 1, "nothing changed");
        let list = browser.get("/me/messages").await;
        assert_eq!(found(&list, ".messages .badge").len(), 2);
        assert_eq!(
            attribute(&list, ".messages .title a", "href"),
            [address.as_str()]
        );
        let back = browser.post(&address, "read=no").await;
        assert_eq!(back.location(), "/me/messages");
        let list = browser.get("/me/messages").await;
        assert_eq!(found(&list, ".messages .badge").len(), 3);

        // One that comes after the page was shown is not marked with the others.
        let seen = attribute(&list, "input[name=seen]", "value");
        site.clock.advance(chrono::Duration::minutes(1));
        let late = Template::AccessRecord {};
        let (writer, now) = (&site.platform.database.writer, site.platform.clock.now());
        compose(writer, now, person, &late, "late")
            .await
            .expect("composed");
        let done = browser
            .post("/me/messages", &format!("seen={}&topic=", seen[0]))
            .await;
        assert_eq!(done.location(), "/me/messages");
        let list = browser.follow(done).await;
        assert!(list.body.contains("已经全部标为已读"), "{}", list.body);
        assert_eq!(found(&list, ".messages .badge").len(), 1);
        assert!(
            browser
                .get("/me")
                .await
                .body
                .contains("您有 1 条消息还没看。")
        );
    })
    .await;
}

#[tokio::test]
async fn nobody_else_reads_or_marks_them() {
    on_each(|made| async move {
        let made = made;
        let (site, mut own, person) = start(&made, 1).await;
        fill(&site, person, 1).await;
        let daughter = resident(&site.platform, History::short(2)).await.person;
        link(&site.platform, daughter, person, None).await;
        let mut family = signed_in_as(&site, "resident-daughter", daughter).await;
        let id = of(&site.platform, person).await[0].message_id;
        let address = format!("/me/messages/{id}");
        assert_eq!(own.get(&address).await.status, StatusCode::OK);
        let theirs = family.get(&address).await;
        let nobodys = family
            .get(&format!("/me/messages/{}", Uuid::from_u128(3)))
            .await;
        assert_eq!(theirs.status, StatusCode::NOT_FOUND, "{}", made.kind);
        assert_eq!(nobodys.status, StatusCode::NOT_FOUND);
        let open = format!("open={id}");
        for (path, body) in [
            ("/me/messages", open.as_str()),
            ("/me/messages", "open=nonsense"),
            ("/me/messages", "seen=nonsense"),
            ("/me/messages", ""),
            (address.as_str(), "read=yes"),
        ] {
            let refused = family.post(path, body).await;
            assert_eq!(refused.status, StatusCode::NOT_FOUND, "{path} {body}");
        }
        family.post("/me/messages", &format!("seen={id}")).await;
        let still = of(&site.platform, person).await;
        assert_eq!(still[0].read_at, None);
        for nonsense in ["/me/messages/nonsense", "/me/messages/%00"] {
            assert_eq!(own.get(nonsense).await.status, StatusCode::NOT_FOUND);
        }
        let context = request(&site.platform, signed_in(daughter));
        let filter = services::messages::list::Filter::default();
        let direct = services::messages::list::of(&context, person, filter).await;
        assert!(direct.is_err(), "family neither");
        let visitor = site.browser().get("/me/messages").await;
        assert!(visitor.location().starts_with("/sign-in?next="));
    })
    .await;
}

#[tokio::test]
async fn the_list_is_read_page_by_page_and_by_topic() {
    on_each(|made| async move {
        let made = made;
        let (site, mut browser, person) = start(&made, 1).await;
        fill(&site, person, 103).await;
        let overview = browser.get("/me").await;
        assert!(overview.body.contains("99+"), "counted to ninety-nine");
        let mut seen = Vec::new();
        let mut address = "/me/messages".to_owned();
        for _ in 0..10 {
            let page = browser.get(&address).await;
            seen.extend(attribute(&page, ".messages button[name=open]", "value"));
            let links = attribute(&page, "nav.pages a", "href");
            let Some(older) = links.into_iter().find(|href| href.contains("before=")) else {
                break;
            };
            address = older;
        }
        let mut sorted = seen.clone();
        sorted.sort();
        sorted.reverse();
        sorted.dedup();
        assert_eq!((seen.len(), &seen), (103, &sorted), "{}", made.kind);
        let topic = browser.get("/me/messages?topic=settlements").await;
        assert_eq!(found(&topic, ".messages li").len(), 1);
        let none = browser.get("/me/messages?topic=deadlines").await;
        assert_eq!(found(&none, ".empty h2"), ["这一类还没有消息"]);
        let nonsense = browser.get("/me/messages?topic=x&before=y").await;
        assert_eq!(found(&nonsense, ".messages li").len(), 20);
        let context = request(&site.platform, signed_in(person));
        let elder = Wish {
            elder: true,
            ..Wish::default()
        };
        let (_, page) = get(&context, "/me/messages", elder).await;
        assert_eq!(
            page.matches("name=\"open\"").count(),
            6,
            "six in elder mode"
        );
    })
    .await;
}

#[tokio::test]
async fn topics_are_chosen_and_mandatory_ones_stay() {
    let made = sqlite_only().await;
    let (site, mut browser, person) = start(&made, 1).await;
    let page = browser.get("/me/messages/settings").await;
    let ticked = |page: &Answer| attribute(page, "input[type=checkbox][checked]", "value");
    assert_eq!(ticked(&page), ["deadlines", "year", "settlements"]);
    assert_eq!(
        found(&page, ".topic strong").len(),
        3,
        "three without a box"
    );
    let kept = browser
        .post("/me/messages/settings", "topic=year&topic=x")
        .await;
    assert_eq!(kept.location(), "/me/messages/settings");
    let page = browser.follow(kept).await;
    assert!(page.body.contains("已经保存"));
    assert_eq!(ticked(&page), ["year"]);
    assert_eq!(events(&site, "message_topics").await, 1);
    browser.post("/me/messages/settings", "topic=year").await;
    assert_eq!(events(&site, "message_topics").await, 1, "kept already");
    let (writer, now) = (&site.platform.database.writer, site.platform.clock.now());
    let settled = Template::SettlementArrived {
        settlement: Uuid::from_u128(7).into(),
        settled_on: "2026-06-10".parse().expect("a day"),
        refund: false,
    };
    let new = compose(writer, now, person, &settled, "settlement:7").await;
    assert!(!new.expect("an answer"), "it was switched off");
}

#[tokio::test]
async fn without_messages_it_is_said_what_will_be_here() {
    let made = sqlite_only().await;
    let (_site, mut browser, _) = start(&made, 1).await;
    assert!(!browser.get("/me").await.body.contains("没看"));
    for (language, title) in [("zh-CN", "还没有消息"), ("en", "No messages yet")] {
        language.clone_into(&mut browser.language);
        let page = browser.get("/me/messages").await;
        assert_eq!(found(&page, ".empty h2"), [title]);
        assert!(found(&page, "input[name=seen]").is_empty());
    }
}

#[tokio::test]
async fn what_only_another_version_can_read_is_listed_without_a_guess() {
    let made = sqlite_only().await;
    let (site, mut browser, person) = start(&made, 1).await;
    fill(&site, person, 1).await;
    site.run("UPDATE message SET template = 'of_tomorrow'")
        .await;
    let list = browser.get("/me/messages").await;
    assert_eq!(found(&list, ".messages .title"), ["一条暂时打不开的消息"]);
    let id = attribute(&list, ".messages button[name=open]", "value");
    let opened = browser
        .post("/me/messages", &format!("open={}", id[0]))
        .await;
    let page = browser.follow(opened).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("还显示不出来"));
}
