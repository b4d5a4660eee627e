//! Changing the hat: what is written, what is said, and what becomes of forms of the other one.

use axum::http::StatusCode;
use domain::access::Role;
use scraper::{Html, Selector};
use tests::browser::{Answer, Browser};
use tests::database::on_each;
use tests::hats::{appoint, put_on};
use tests::site::Site;

const SUBJECT: &str = "resident-employee";
const SWITCHED: &str = "audit_event WHERE action = 'switch_hat'";
const CHECKED: &str = "audit_event WHERE action = 'check_audit'";
const SEALS: &str = "/admin/audit/seals";

/// Somebody who is a resident and an auditor, acting as the first.
async fn both(site: &Site) -> Browser {
    let mut browser = site.browser();
    browser.sign_in(SUBJECT, "/").await;
    appoint(site, SUBJECT, &[Role::Auditor, Role::Editor]).await;
    browser
}

/// The word in the head.
async fn acting(browser: &mut Browser) -> String {
    let home = browser.get("/").await;
    assert_eq!(home.status, StatusCode::OK, "{home:?}");
    value(&home, "header .hat span:not(.hidden)", None)
}

/// The text, or the value of `attribute`, of the one thing that `selector` finds.
fn value(answer: &Answer, selector: &str, attribute: Option<&str>) -> String {
    let html = Html::parse_document(&answer.body);
    let wanted = Selector::parse(selector).expect("a selector");
    let found = html.select(&wanted).next();
    let found = found.unwrap_or_else(|| panic!("{selector}: {}", answer.body));
    match attribute {
        Some(name) => found.attr(name).unwrap_or_default().to_owned(),
        None => found.text().collect(),
    }
}

#[tokio::test]
async fn a_press_changes_the_hat_and_is_written_down_once() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = both(&site).await;
        assert_eq!(acting(&mut browser).await, "参保人");
        let done = put_on(&mut browser, Role::Auditor).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{done:?}");
        assert_eq!(done.location(), "/admin/audit");
        let front = browser.get(done.location()).await;
        assert!(
            front.body.contains("您现在的身份是「审计」"),
            "{}",
            front.body
        );
        let again = browser.get(done.location()).await;
        assert!(!again.body.contains("您现在的身份是「审计」"), "said once");
        assert_eq!(acting(&mut browser).await, "审计");
        assert_eq!(site.count(SWITCHED).await, 1);
        put_on(&mut browser, Role::Auditor).await;
        assert_eq!(site.count(SWITCHED).await, 1, "nothing has changed");
        let event = format!(
            "{SWITCHED} AND role = 'resident' AND object_kind = 'hat' \
             AND object_id = 'auditor' AND relation = 'nobody' AND account_id IS NOT NULL"
        );
        assert_eq!(site.count(&event).await, 1);

        // Remembered for the next sign-in, on whatever device.
        browser.post("/sign-out", "hat=resident").await;
        let mut next = site.browser();
        next.sign_in(SUBJECT, "/").await;
        assert_eq!(acting(&mut next).await, "审计");
        put_on(&mut next, Role::Resident).await;
        let front = next.get("/me").await;
        assert!(front.body.contains("您现在的身份是「参保人」"));
    })
    .await;
}

#[tokio::test]
async fn nobody_takes_on_what_they_do_not_hold() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = both(&site).await;
        for role in ["approver", "operator", "visitor", "", "nonsense"] {
            let answer = browser.post("/hat", &format!("role={role}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{role}");
        }
        assert_eq!(browser.post("/hat", "").await.status, StatusCode::NOT_FOUND);
        assert_eq!(acting(&mut browser).await, "参保人");
        assert_eq!(site.count(SWITCHED).await, 0);
        let visitor = site.browser().post("/hat", "role=auditor").await;
        assert_eq!(visitor.status, StatusCode::UNAUTHORIZED, "{visitor:?}");
        // A role that ended yesterday is not held.
        site.run("UPDATE account_role SET valid_until = '2026-06-14' WHERE role = 'auditor'")
            .await;
        let answer = put_on(&mut browser, Role::Auditor).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_message_for_one_hat_is_not_said_in_another() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = both(&site).await;
        put_on(&mut browser, Role::Auditor).await;
        // The other tab is quicker.
        let flash = browser.cookie("flash").expect("a message").to_owned();
        put_on(&mut browser, Role::Editor).await;
        browser.cookies.insert("flash".to_owned(), flash);
        let front = browser.get("/admin").await;
        assert_eq!(front.status, StatusCode::OK);
        assert!(!front.body.contains("您现在的身份是"), "{}", front.body);
    })
    .await;
}

/// A form that was opened as an auditor, sent from an old tab after the change to a resident.
async fn sent_late(browser: &mut Browser) -> Answer {
    let body = "note=%E7%A7%98%E5%AF%86&hat=auditor&form_token=x";
    browser.post(SEALS, body).await
}

#[tokio::test]
async fn a_form_of_the_other_hat_is_refused_and_nothing_typed_is_lost() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = both(&site).await;
        put_on(&mut browser, Role::Auditor).await;
        let form = browser.get(SEALS).await;
        let opened_in = value(&form, "main form input[name=hat]", Some("value"));
        assert_eq!(opened_in, "auditor");
        put_on(&mut browser, Role::Resident).await;
        browser.get("/").await;

        let refused = sent_late(&mut browser).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{refused:?}");
        assert_eq!(value(&refused, "h1", None), "没有送出：您已经换了身份");
        assert_eq!(site.count(CHECKED).await, 0);
        // It waits, and nothing of it is seen in this hat or in another session.
        let waits = browser.get("/late-form").await;
        assert_eq!(value(&waits, "h1", None), "有一张表单还没有送出");
        for page in [&refused, &waits] {
            assert!(!page.body.contains("秘密"), "{}", page.body);
            let then = value(page, "main input[name=then]", Some("value"));
            assert_eq!(then, "/late-form");
        }
        let mut other = both_again(&site).await;
        put_on(&mut other, Role::Auditor).await;
        assert_eq!(other.get("/late-form").await.location(), "/me");

        let back = browser.post("/hat", "role=auditor&then=/late-form").await;
        assert_eq!(back.location(), "/late-form", "{back:?}");
        let back = browser.get("/late-form").await;
        assert_eq!(acting(&mut browser).await, "审计");
        assert!(
            back.body.contains("您现在的身份是「审计」"),
            "{}",
            back.body
        );
        let form = "main form:has([name=late_form])";
        assert_eq!(value(&back, form, Some("action")), SEALS);
        let note = value(&back, &format!("{form} [name=note]"), Some("value"));
        assert_eq!(note, "秘密");
        assert_eq!(
            back.body.matches(r#"name="hat" value="resident""#).count(),
            0
        );
        let body = "note=%E7%A7%98%E5%AF%86&hat=auditor&late_form=1";
        let sent = browser.post(SEALS, body).await;
        assert_eq!(sent.location(), SEALS, "{sent:?}");
        assert_eq!(site.count(CHECKED).await, 1);
        let nothing = browser.get("/late-form").await;
        assert_eq!(nothing.location(), "/me", "what was sent is forgotten");
        // Nowhere else leads a change of hat.
        let strange = browser
            .post("/hat", "role=editor&then=//evil.example")
            .await;
        assert_eq!(strange.location(), "/admin");
    })
    .await;
}

#[tokio::test]
async fn a_form_of_a_role_that_is_gone_can_be_thrown_away() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = both(&site).await;
        put_on(&mut browser, Role::Auditor).await;
        put_on(&mut browser, Role::Resident).await;
        sent_late(&mut browser).await;
        site.run("UPDATE account_role SET valid_until = '2026-06-14' WHERE role = 'auditor'")
            .await;
        let waits = browser.get("/late-form").await;
        assert!(!waits.body.contains("秘密") && !waits.body.contains("name=\"then\""));
        let form = "main form[action$=discard]";
        let action = value(&waits, form, Some("action"));
        let hat = value(&waits, &format!("{form} [name=hat]"), Some("value"));
        let done = browser.post(&action, &format!("hat={hat}")).await;
        assert_eq!(done.location(), "/me", "{done:?}");
        let nothing = browser.get("/late-form").await;
        assert_eq!(nothing.location(), "/me", "{}: it is gone", made.kind);
    })
    .await;
}

#[tokio::test]
async fn a_sign_in_leads_where_a_role_has_the_page() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = both(&site).await;
        put_on(&mut browser, Role::Auditor).await;
        // The other role has it: one press takes it on and goes there.
        let wish = "/me/settlements?year=2026";
        let mut next = site.browser();
        let led = next
            .sign_in(SUBJECT, "%2Fme%2Fsettlements%3Fyear%3D2026")
            .await;
        assert_eq!(
            led.location(),
            "/hat?then=%2Fme%2Fsettlements%3Fyear%3D2026"
        );
        let page = next.get(led.location()).await;
        assert_eq!(page.status, StatusCode::OK, "{page:?}");
        let form = "main form:has([value=resident][name=role])";
        let then = value(&page, &format!("{form} [name=then]"), Some("value"));
        assert_eq!(then, wish);
        let body = "role=resident&then=%2Fme%2Fsettlements%3Fyear%3D2026";
        assert_eq!(next.post("/hat", body).await.location(), wish);
        // A role without it goes to its own front.
        let body = body.replace("resident", "editor");
        assert_eq!(next.post("/hat", &body).await.location(), "/admin");

        // No role has it any more.
        site.run("UPDATE account_role SET valid_until = '2026-06-14' WHERE role = 'resident'")
            .await;
        put_on(&mut next, Role::Auditor).await;
        let mut last = site.browser();
        let led = last.sign_in(SUBJECT, "/me/settlements").await;
        assert_eq!(led.location(), "/admin/audit", "{}", made.kind);
        let led = last.sign_in(SUBJECT, "/policies").await;
        assert_eq!(led.location(), "/policies");
    })
    .await;
}

/// Another session of the same account.
async fn both_again(site: &Site) -> Browser {
    let mut browser = site.browser();
    browser.sign_in(SUBJECT, "/").await;
    browser
}

#[tokio::test]
async fn a_form_that_says_nothing_of_its_hat_is_decided_by_the_one_that_is_worn() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = both(&site).await;
        for body in ["", "hat=nonsense", "hat=approver", "hat=editor"] {
            let answer = browser.post(SEALS, body).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{body}");
        }
        let pressed = browser.post(SEALS, "hat=auditor").await;
        assert_eq!(pressed.status, StatusCode::CONFLICT);
        assert!(pressed.body.contains("再按一次"), "{}", pressed.body);
        assert_eq!(browser.get("/late-form").await.location(), "/me");
        assert_eq!(site.count(CHECKED).await, 0);
        // What concerns the account goes on whatever hat the form was opened in.
        let answer = browser
            .post("/preferences", "mode=elder&back=/&hat=auditor")
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        put_on(&mut browser, Role::Auditor).await;
        let answer = browser.get("/admin/audit").await;
        assert!(answer.body.contains(r#"data-mode="elder""#), "kept");
        let out = browser.post("/sign-out", "hat=resident").await;
        assert_eq!(out.status, StatusCode::SEE_OTHER);
        assert_eq!(site.count("session").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_role_that_ends_falls_back_and_says_so() {
    const ENDED: &str = "您的「审计」身份已经停用";
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = both(&site).await;
        put_on(&mut browser, Role::Auditor).await;
        browser.get("/admin/audit").await;
        site.run("UPDATE account_role SET valid_until = '2026-06-14' WHERE role = 'auditor'")
            .await;
        let gone = browser.get("/admin/audit").await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
        assert!(gone.body.contains(ENDED), "{}", gone.body);
        assert_eq!(acting(&mut browser).await, "参保人");
        let late = sent_late(&mut browser).await;
        assert_eq!(late.status, StatusCode::NOT_FOUND, "{late:?}");
        assert!(late.body.contains(ENDED), "{}", late.body);
        for path in ["/", "/me"] {
            let page = browser.get(path).await;
            assert!(page.body.contains(ENDED), "{path}: until it is confirmed");
        }
        put_on(&mut browser, Role::Resident).await;
        let page = browser.get("/me").await;
        assert!(!page.body.contains(ENDED), "{}", page.body);
        assert_eq!(site.count(SWITCHED).await, 2);

        // The next session does not begin with it either.
        put_on(&mut browser, Role::Editor).await;
        site.run("UPDATE account_role SET valid_until = '2026-06-14' WHERE role = 'editor'")
            .await;
        let mut next = site.browser();
        next.sign_in(SUBJECT, "/").await;
        let home = next.get("/").await;
        assert!(home.body.contains("<small>参保人</small>"), "{}", home.body);
        assert!(!home.body.contains("已经停用"));
    })
    .await;
}

#[tokio::test]
async fn a_browser_without_sec_fetch_switches_by_its_token() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = both(&site).await;
        browser.modern = false;
        let page = browser.get("/hat").await;
        let token = value(&page, "main input[name=form_token]", Some("value"));
        let refused = browser.post("/hat", "role=auditor").await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        let body = format!("role=auditor&form_token={token}");
        let done = browser.post("/hat", &body).await;
        assert_eq!(done.location(), "/admin/audit", "{done:?}");
        // The old tab: its token is still the session's, its hat is not.
        let body = format!("hat=editor&form_token={token}");
        let refused = browser.post(SEALS, &body).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{refused:?}");
    })
    .await;
}
