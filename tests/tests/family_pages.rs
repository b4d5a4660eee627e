//! The family's pages over HTTP: every page as every wrong person, and the way from invitation
//! to link to its end in the browsers of both.

use std::sync::Arc;

use axum::http::StatusCode;
use domain::ids::PersonId;
use scraper::{Html, Selector};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::RequestContext;
use services::demo::{self, Arguments};
use services::store::entity::{person, settlement};
use tests::browser::{Answer, Browser};
use tests::database::{TestDatabase, on_each};
use tests::site::Site;
use uuid::Uuid;

const PAGES: [&str; 7] = [
    "",
    "/account",
    "/add-ons",
    "/benefits",
    "/contributions",
    "/enrolment",
    "/settlements",
];

async fn with_demo(made: &TestDatabase) -> Site {
    let site = Site::demo(made).await;
    let operator = RequestContext::operator(Arc::clone(&site.platform), "test");
    let arguments = Arguments {
        people: 0,
        seed: 5,
        as_of: "2026-06-15".parse().unwrap(),
    };
    demo::load(&operator, arguments, &|_| ()).await.unwrap();
    site
}

async fn id_of(site: &Site, name: &str) -> PersonId {
    let found = person::Entity::find()
        .filter(person::Column::Name.eq(name))
        .one(&site.platform.database.reader)
        .await
        .unwrap();
    found.expect("somebody").person_id.into()
}

async fn signed_in(site: &Site, subject: &str) -> Browser {
    let mut browser = site.browser();
    browser.sign_in(subject, "/me").await;
    browser
}

/// The texts of everything that `selector` finds.
fn texts(answer: &Answer, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&answer.body);
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector)
        .map(|one| one.text().collect())
        .collect()
}

/// The values of `attribute` of everything that `selector` finds.
fn values(answer: &Answer, selector: &str, attribute: &str) -> Vec<String> {
    let html = Html::parse_document(&answer.body);
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector)
        .filter_map(|one| one.attr(attribute).map(ToOwned::to_owned))
        .collect()
}

/// The body without what differs from request to request by its nature.
fn body(answer: &Answer, path: &str) -> String {
    let id = answer.header("x-request-id").to_owned();
    let nonce = values(answer, "script[nonce]", "nonce");
    let escaped = serde_urlencoded::to_string([("", path)]).unwrap();
    let mut body = answer.body.replace(path, "PATH");
    body = body.replace(escaped.trim_start_matches('='), "PATH");
    for one in nonce.iter().chain([&id]).filter(|one| !one.is_empty()) {
        body = body.replace(one.as_str(), "*");
    }
    body
}

#[tokio::test]
async fn every_page_of_a_person_is_nothing_to_every_wrong_person() {
    on_each(|made| async move {
        let made = made;
        let site = with_demo(&made).await;
        let mother = id_of(&site, "王秀英").await;
        let visit = settlement::Entity::find()
            .filter(settlement::Column::PersonId.eq(Uuid::from(mother)))
            .one(&site.platform.database.reader)
            .await
            .unwrap()
            .expect("a settlement")
            .settlement_id;
        let unknown = "01970000-0000-7000-8000-00000000ffff";
        let ids = [
            mother.to_string(),
            unknown.to_owned(),
            "1%27".to_owned(),
            "0".repeat(32),
        ];
        let mut below: Vec<String> = PAGES.map(str::to_owned).to_vec();
        below.push(format!("/settlements/{visit}"));
        below.push(format!("/settlements/{visit}/replay"));
        let wrong = [
            "resident-employee",
            "resident-flexible",
            "employer-small",
            "agent-0231",
            "system-admin",
            "auditor",
        ];
        for subject in wrong {
            let mut browser = signed_in(&site, subject).await;
            let mut bodies = std::collections::BTreeSet::new();
            for place in &below {
                for id in &ids {
                    let path = format!("/people/{id}{place}");
                    let answer = browser.get(&path).await;
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{subject}: {path}");
                    assert!(!answer.body.contains("王秀英"), "{subject}: {path}");
                    bodies.insert(body(&answer, &path));
                }
            }
            assert_eq!(bodies.len(), 1, "{subject}: {bodies:#?}");
        }
        assert_eq!(
            site.count("audit_event WHERE relation = 'family'").await,
            0,
            "nothing was seen"
        );
        let path = format!("/people/{mother}/account");
        let visitor = site.browser().get(&path).await;
        assert_eq!(visitor.status, StatusCode::SEE_OTHER, "sign in first");
        assert!(visitor.location().starts_with("/sign-in?next="));

        let mut daughter = signed_in(&site, "resident-daughter").await;
        for place in &below {
            let path = format!("/people/{mother}{place}");
            let page = daughter.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert_eq!(page.header("cache-control"), "no-store");
            assert_eq!(texts(&page, "aside.whose").len(), 1, "{path}");
            assert!(
                texts(&page, "h1")[0].contains("王秀英（您的母亲）"),
                "{path}"
            );
            assert!(
                texts(&page, "title")[0].contains("王秀英（您的母亲）"),
                "{path}"
            );
            for link in values(&page, "main a", "href") {
                let own = link.starts_with("/me/")
                    || link.starts_with("/people/") && !link.contains(&mother.to_string());
                assert!(!own, "{path} leads to {link}");
            }
        }
        // Every list calls her what her own pages do.
        for list in ["/me", "/me/family", "/me/family/ledger"] {
            let page = daughter.get(list).await;
            assert!(
                page.body.contains("王秀英（母亲）"),
                "{list}: {}",
                page.body
            );
            // An invitation alone keeps the general word: whom it reaches must stay unknown.
            let invited = list == "/me/family";
            assert!(invited || !page.body.contains("王秀英（父母）"), "{list}");
        }
        let foreign = daughter
            .get(&format!("/people/{mother}/settlements/{unknown}"))
            .await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn ones_own_id_is_ones_own_page_without_a_line_in_the_log() {
    on_each(|made| async move {
        let made = made;
        let site = with_demo(&made).await;
        let mother = id_of(&site, "王秀英").await;
        let mut browser = signed_in(&site, "resident-retiree").await;
        let page = browser.get(&format!("/people/{mother}/settlements")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(texts(&page, "aside.whose").is_empty());
        assert_eq!(
            site.count("audit_event WHERE action = 'read_settlements'")
                .await,
            0
        );
    })
    .await;
}

#[tokio::test]
async fn an_end_counts_from_the_next_request() {
    on_each(|made| async move {
        let made = made;
        let site = with_demo(&made).await;
        let (mother, daughter_id) = (id_of(&site, "王秀英").await, id_of(&site, "刘敏").await);
        let mut daughter = signed_in(&site, "resident-daughter").await;
        let mut retiree = signed_in(&site, "resident-retiree").await;
        let path = format!("/people/{mother}");
        assert_eq!(daughter.get(&path).await.status, StatusCode::OK);
        let page = retiree.get("/me/family").await;
        assert!(values(&page, "input[name=other]", "value").contains(&daughter_id.to_string()));
        // The register says who sees her: the page claims no consent.
        assert!(page.body.contains("户籍登记") && !page.body.contains("都要本人同意"));
        let said = "双方都同意过；户籍登记上是家人；是未成年孩子的监护人";
        assert!(page.body.contains(said), "{}", page.body);
        assert!(values(&page, "main p a", "href").contains(&"/me/access".to_owned()));
        let end = format!("side=seeing&other={daughter_id}");
        for _ in 0..2 {
            let ended = retiree.post("/me/family/end", &end).await;
            assert_eq!(
                (ended.status, ended.location()),
                (StatusCode::SEE_OTHER, "/me/family")
            );
            assert_eq!(
                daughter.get(&path).await.status,
                StatusCode::NOT_FOUND,
                "{}",
                made.kind
            );
        }
        let page = retiree.get("/me/family").await;
        assert!(texts(&page, "[role=status]").concat().contains("已经结束"));
        let foreign = daughter
            .post(
                "/me/family/end",
                &format!("side=seen&other={}", id_of(&site, "李明").await),
            )
            .await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn the_invitation_that_waits_is_read_and_confirmed() {
    on_each(|made| async move {
        let made = made;
        let site = with_demo(&made).await;
        let daughter = id_of(&site, "刘敏").await;
        let mut retiree = signed_in(&site, "resident-retiree").await;
        let page = retiree.get("/me/family").await;
        let link = values(&page, "a[href^='/me/family/invitations/']", "href");
        assert_eq!(link.len(), 1);
        let mut other = signed_in(&site, "resident-daughter").await;
        assert_eq!(
            other.get(&link[0]).await.status,
            StatusCode::NOT_FOUND,
            "not to the inviter"
        );
        let question = retiree.get(&link[0]).await;
        assert!(question.body.contains("刘敏愿意让您看"));
        assert!(values(&question, "input[type=checkbox][checked]", "name").is_empty());
        let without = retiree.post(&link[0], "decision=confirm").await;
        assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(values(&without, ".errors a", "href"), ["#agreed"]);
        let done = retiree.post(&link[0], "decision=confirm&agreed=yes").await;
        assert_eq!(done.location(), "/me/family");
        assert_eq!(
            retiree.get(&format!("/people/{daughter}")).await.status,
            StatusCode::OK
        );
        let visits = retiree
            .get(&format!("/people/{daughter}/settlements"))
            .await;
        assert_eq!(visits.status, StatusCode::NOT_FOUND, "not offered");
        let overview = retiree.get(&format!("/people/{daughter}")).await;
        assert!(overview.body.contains("对方没有向您开放"));
        assert!(
            !values(&overview, "main a", "href")
                .iter()
                .any(|one| one.contains("/settlements"))
        );
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_stays_and_the_problem_is_at_its_field() {
    on_each(|made| async move {
        let made = made;
        let site = with_demo(&made).await;
        let mut browser = signed_in(&site, "resident-employee").await;
        let first = browser.get("/me/family/invite").await;
        assert_eq!(values(&first, "a.door", "href").len(), 2);
        let form = browser.get("/me/family/invite?way=ask").await;
        assert_eq!(values(&form, "input[name=relation]", "value").len(), 6);
        let wrong =
            "way=ask&relation=parent&name=%E8%B5%B5%E6%A1%82%E5%85%B0&number=110105194912310021";
        let answer = browser.post("/me/family/invite", wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(values(&answer, "input[name=name]", "value"), ["赵桂兰"]);
        assert_eq!(
            values(&answer, "input[name=number]", "value"),
            ["110105194912310021"]
        );
        assert_eq!(
            values(&answer, "input[name=relation][checked]", "value"),
            ["parent"]
        );
        assert_eq!(values(&answer, ".errors a", "href"), ["#number"]);
        assert_eq!(values(&answer, "#number", "aria-invalid"), ["true"]);

        let good = wrong.replace("110105194912310021", "11010519491231002X");
        let sent = browser.post("/me/family/invite", &good).await;
        assert_eq!(
            (sent.status, sent.location()),
            (StatusCode::SEE_OTHER, "/me/family")
        );
        let page = browser.get("/me/family").await;
        let said = texts(&page, "[role=status]").concat();
        assert!(said.contains("如果姓名和证件号码对得上"), "{said}");
        let id = values(&page, "input[name=invitation]", "value");
        let withdraw = format!("invitation={}", id[0]);
        browser.post("/me/family/withdraw", &withdraw).await;
        let page = browser.get("/me/family").await;
        assert!(texts(&page, ".badge").contains(&"已撤回".to_owned()));

        // Elder mode asks what the relative is on a page of its own, and says it once.
        browser.post("/preferences", "mode=elder&back=/").await;
        let page = browser.get("/me/family/invite?way=ask").await;
        assert_eq!(texts(&page, "h1"), ["我想看家人的医保"]);
        assert_eq!(texts(&page, "legend"), ["这位家人是您的"]);
    })
    .await;
}
