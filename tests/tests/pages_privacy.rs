//! The forms of one's own data over HTTP: reports, consents, the export; and every wrong person.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::sync::Arc;

use axum::http::StatusCode;
use domain::ids::PersonId;
use scraper::{Html, Selector};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::RequestContext;
use services::demo::{self, Arguments};
use services::export::{self, Verdict};
use services::looks::{self, Filter};
use services::resident::{overview, settlement, settlements};
use services::store::entity::person;
use tests::browser::Browser;
use tests::database::{TestDatabase, on_each};
use tests::platform::{request, resident as signed_in};
use tests::site::Site;

async fn with_demo(made: &TestDatabase) -> Site {
    let site = Site::demo(made).await;
    let context = RequestContext::operator(Arc::clone(&site.platform), "test");
    let arguments = Arguments {
        people: 0,
        seed: 5,
        as_of: "2026-06-15".parse().unwrap(),
    };
    demo::load(&context, arguments, &|_| ()).await.unwrap();
    site
}

async fn id_of(site: &Site, name: &str) -> PersonId {
    let found = person::Entity::find()
        .filter(person::Column::Name.eq(name))
        .one(&site.platform.database.reader)
        .await
        .unwrap();
    found.unwrap().person_id.into()
}

/// The mother's and the daughter's browsers, after the daughter looked at the mother's data.
async fn family(site: &Site) -> (Browser, Browser, String) {
    let mother = id_of(site, "王秀英").await;
    let daughter = id_of(site, "刘敏").await;
    let helper = request(&site.platform, signed_in(daughter));
    overview::of(&helper, mother).await.unwrap();
    let own = request(&site.platform, signed_in(mother));
    let log = looks::of(&own, mother, Filter::default(), 20).await;
    let look = log.unwrap().looks.first().unwrap().id;
    let mut browsers = [site.browser(), site.browser()];
    let [one, two] = &mut browsers;
    one.sign_in("resident-retiree", "/").await;
    two.sign_in("resident-daughter", "/").await;
    for browser in [one, two] {
        browser.post("/preferences", "mode=standard&back=/").await;
    }
    let [one, two] = browsers;
    (one, two, format!("/me/access/{look}/report"))
}

fn has(body: &str, selector: &str) -> bool {
    let html = Html::parse_document(body);
    html.select(&Selector::parse(selector).unwrap())
        .next()
        .is_some()
}

#[tokio::test]
async fn a_report_is_sent_shown_back_and_never_doubled() {
    on_each(|made| async move {
        let site = with_demo(&made).await;
        let (mut mother, mut daughter, address) = family(&site).await;
        let wrong = mother.post(&address, "reason=other&note=").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            has(&wrong.body, ".errors a[href='#note']"),
            "{}",
            wrong.body
        );
        assert!(
            has(&wrong.body, "input[value=other][checked]"),
            "what was chosen stays"
        );
        for note in ["note=%3Cscript%3E1%3C%2Fscript%3E", "note=secondword"] {
            let sent = mother
                .post(&address, &format!("reason=unknown&{note}"))
                .await;
            assert_eq!(sent.location(), address, "{sent:?}");
        }
        let page = mother.get(&address).await;
        assert!(page.body.contains("已经收到您的反映"), "{}", page.body);
        assert!(page.body.contains("&lt;script>1") || page.body.contains("&lt;script&gt;1"));
        assert!(!page.body.contains("secondword"), "the first stands");
        assert_eq!(site.count("access_report").await, 1, "{}", made.kind);

        let nobodys = "/me/access/0197a000-0000-7000-8000-000000000009/report";
        let mut bodies = Vec::new();
        for path in [&*address, nobodys] {
            let answer = daughter.get(path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
            let body = without(&answer.body, path);
            bodies.push(body);
            let answer = daughter.post(path, "reason=unknown").await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(
            bodies.first(),
            bodies.last(),
            "a wrong person learns nothing"
        );
        let visitor = site.browser().get(&address).await;
        assert!(visitor.location().starts_with("/sign-in?"));
    })
    .await;
}

#[tokio::test]
async fn in_elder_mode_what_one_answers_stands_in_no_address() {
    on_each(|made| async move {
        let site = with_demo(&made).await;
        let (mut mother, _, report) = family(&site).await;
        mother.post("/preferences", "mode=elder&back=/").await;
        for (path, asked, first, second) in [
            (
                &*report,
                "asked=reason",
                "reason=unknown",
                "textarea[name=note]",
            ),
            (
                "/me/family/invite",
                "way=offer&asked=relation",
                "relation=child",
                "#number",
            ),
        ] {
            let page = format!("{path}?way=offer&{first}");
            let page = mother.get(&page).await;
            assert!(!has(&page.body, second), "an address answers nothing");
            assert!(!has(&page.body, "main form[method=get]"), "{path}");
            let links = Html::parse_document(&page.body);
            let links: Vec<_> = links
                .select(&Selector::parse("main a").unwrap())
                .filter_map(|link| link.attr("href").map(ToOwned::to_owned))
                .collect();
            assert!(!links.iter().any(|href| href.contains(first)), "{links:?}");
            let empty = mother.post(path, asked).await;
            assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
            let next = mother.post(path, &format!("{asked}&{first}")).await;
            assert_eq!(next.status, StatusCode::OK, "{path}");
            assert!(has(&next.body, second), "{}", next.body);
            let (name, value) = first.split_once('=').unwrap();
            let kept = format!("main form input[type=hidden][name={name}][value={value}]");
            assert!(has(&next.body, &kept), "{path}");
        }
        for table in [
            "access_report",
            "family_invitation WHERE person_name = '王秀英'",
        ] {
            assert_eq!(site.count(table).await, 0, "nothing was sent: {table}");
        }
    })
    .await;
}

/// The body without what is different in every answer: the path, the request's id, the nonce.
fn without(body: &str, path: &str) -> String {
    let html = Html::parse_document(body);
    let main = Selector::parse("main").unwrap();
    let text: String = html.select(&main).map(|one| one.inner_html()).collect();
    let id = text.find("<code").map(|at| at..text.len()).unwrap_or(0..0);
    let mut text = text.replace(path, "");
    text.truncate(if id.is_empty() { text.len() } else { id.start });
    text
}

#[tokio::test]
async fn consent_is_given_and_withdrawn_with_one_press() {
    on_each(|made| async move {
        let site = with_demo(&made).await;
        let (mut mother, mut daughter, _) = family(&site).await;
        let (mother_id, daughter_id) = (id_of(&site, "王秀英").await, id_of(&site, "刘敏").await);
        let helper = request(&site.platform, signed_in(daughter_id));
        let list = settlements::of(&helper, mother_id, settlements::Filter::default());
        let first = list.await.unwrap().settlements.first().unwrap().id;
        let sees = async || settlement::of(&helper, mother_id, first, 1).await.is_ok();
        assert!(
            sees().await,
            "the demonstration's consent was signed at the counter"
        );

        let form = "purpose=family_details&version=1&act=";
        let done = mother
            .post("/me/consents", &format!("{form}withdrawn"))
            .await;
        assert_eq!(done.location(), "/me/consents", "{done:?}");
        let page = mother.get("/me/consents").await;
        assert!(page.body.contains("您不同意，现在起生效"), "{}", page.body);
        assert!(!sees().await, "{}", made.kind);
        mother.post("/me/consents", &format!("{form}given")).await;
        assert!(sees().await, "{}", made.kind);

        // Nobody decides for her, and nonsense decides nothing.
        let other = format!("{form}withdrawn&for={mother_id}");
        for bad in [
            &*other,
            "",
            "purpose=x&act=given&version=1",
            "purpose=family_details&act=given&version=x",
        ] {
            let answer = daughter.post("/me/consents", bad).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{bad}");
        }
        let old = daughter
            .post("/me/consents", "purpose=family_details&act=given&version=0")
            .await;
        assert_eq!(old.status, StatusCode::CONFLICT);
        assert!(sees().await, "{}", made.kind);
        let path = format!("/me/consents?for={mother_id}");
        assert_eq!(daughter.get(&path).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn the_export_is_a_file_of_ones_own_and_stands_in_the_log() {
    on_each(|made| async move {
        let site = with_demo(&made).await;
        let (mut mother, _, _) = family(&site).await;
        let page = mother.get("/me/export").await;
        assert!(has(
            &page.body,
            "form[action='/me/export'] input[name=format]"
        ));
        let mut digests = Vec::new();
        for (form, kind, end) in [
            ("format=json&language=zh", "application/json", "json"),
            ("format=csv&language=en", "text/csv; charset=utf-8", "csv"),
        ] {
            let file = mother.post("/me/export", form).await;
            assert_eq!(file.status, StatusCode::OK, "{form}");
            assert_eq!(file.header("content-type"), kind);
            assert_eq!(file.header("cache-control"), "no-store");
            let name = format!("attachment; filename=\"yibaotong-export.{end}\"");
            assert_eq!(file.header("content-disposition"), name);
            let verdict = export::verify(&site.platform.keys, file.body.as_bytes());
            let Verdict::Genuine(digest) = verdict else {
                unreachable!("{form}: {verdict:?}");
            };
            digests.push(digest);
        }
        assert_eq!(
            digests.first(),
            digests.last(),
            "{}: one signature",
            made.kind
        );
        let log = mother.get("/me/access?who=oneself").await;
        assert_eq!(
            log.body.matches("导出了自己的全部资料").count(),
            2,
            "{}",
            log.body
        );
        let answer = site.browser().post("/me/export", "format=json").await;
        assert!(
            answer.header("content-disposition").is_empty(),
            "{answer:?}"
        );
    })
    .await;
}
