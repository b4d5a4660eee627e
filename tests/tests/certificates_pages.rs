//! The pages of certificates through the whole router: issue, show, check, withdraw.

use axum::http::StatusCode;
use scraper::{Html, Selector};
use services::certificates::issue::MOST_IN_FORCE;
use tests::browser::{Answer, Browser};
use tests::certificates::load_people;
use tests::database::{TestDatabase, on_each, sqlite_only};
use tests::demonstration::id_of;
use tests::site::Site;

/// The texts of everything that `selector` finds.
pub(crate) fn found(answer: &Answer, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&answer.body);
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector)
        .map(|one| one.text().collect())
        .collect()
}

/// The text of the page itself.
pub(crate) fn main_text(answer: &Answer) -> String {
    found(answer, "main").concat()
}

/// A site with the people of the demonstration.
pub(crate) async fn site_with_people(made: &TestDatabase, settings: &[(&str, &str)]) -> Site {
    let site = Site::with(made, settings).await;
    load_people(&site.platform).await;
    site
}

/// The browser of somebody of the demonstration.
pub(crate) async fn signed_in(site: &Site, subject: &str) -> Browser {
    let mut browser = site.browser();
    browser.sign_in(subject, "/me").await;
    browser
}

/// Issues a certificate; its address and its code.
pub(crate) async fn issue(browser: &mut Browser, choices: &str) -> (String, String) {
    let done = browser.post("/me/certificates", choices).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let there = done.location().to_owned();
    let page = browser.get(&there).await;
    assert_eq!(page.status, StatusCode::OK);
    let code = found(&page, ".checked-by .code").concat();
    assert_eq!(code.len(), 29, "{code}");
    let address = there.split('?').next().unwrap_or_default().to_owned();
    (address, code)
}

#[tokio::test]
async fn a_resident_issues_a_certificate_and_a_visitor_checks_it() {
    on_each(|made| async move {
        let made = made;
        let site = site_with_people(&made, &[]).await;
        let mut own = signed_in(&site, "resident-employee").await;
        let enrolment = own.get("/me/enrolment").await;
        assert!(
            enrolment.body.contains("href=\"/me/certificates\""),
            "the door"
        );
        let empty = own.get("/me/certificates").await;
        assert!(main_text(&empty).contains("还没有开过凭证"));
        let form = own.get("/me/certificates/new").await;
        assert_eq!(found(&form, "main fieldset").len(), 3);

        let (address, code) = issue(&mut own, "periods=current&days=90&show=region").await;
        let sheet = own.get(&format!("{address}?done=issued")).await;
        let text = main_text(&sheet);
        for wanted in [
            "凭证开好了",
            "李明",
            "职工基本医疗保险",
            "2026年9月13日",
            "还没有人核验",
            "出具医保通",
        ] {
            assert!(text.contains(wanted), "{wanted} in {text}");
        }
        assert_eq!(found(&sheet, "main svg.qr path").len(), 1);
        assert!(!sheet.body.contains(" style="), "the policy forbids it");
        let policy = sheet.header("content-security-policy");
        assert!(
            policy.contains("style-src 'self'; img-src 'self' data:"),
            "{policy}"
        );

        let mut visitor = site.browser();
        let typed = code.to_lowercase().replace('-', "+");
        let there = visitor.get(&format!("/check?code={typed}")).await;
        assert_eq!(there.status, StatusCode::SEE_OTHER);
        assert_eq!(there.location(), format!("/check/{code}"));
        let answer = visitor.get(there.location()).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", made.kind);
        assert_eq!(found(&answer, "h1"), ["是：2026年6月15日参保"]);
        let text = main_text(&answer);
        for wanted in [
            "核对无误",
            "出具医保通",
            site.url.as_str(),
            "北京",
            "没有让看",
            "以后有没有变化",
        ] {
            assert!(text.contains(wanted), "{wanted} in {text}");
        }
        for kept in ["李明", "职工基本", "***"] {
            assert!(!answer.body.contains(kept), "{kept}");
        }
        assert_eq!(answer.header("cache-control"), "no-store");
        assert!(answer.body.contains("noindex"));

        let list = own.get("/me/certificates").await;
        assert!(main_text(&list).contains("1 次，最近一次在2026年6月15日"));
    })
    .await;
}

#[tokio::test]
async fn enrolment_leads_there_in_elder_mode_and_the_privacy_notice_tells_of_it() {
    let made = sqlite_only().await;
    let site = site_with_people(&made, &[]).await;
    let mut own = signed_in(&site, "resident-daughter").await;
    own.post("/preferences", "mode=elder&back=/me").await;
    let home = own.get("/me").await;
    let doors = found(&home, "a.door").len();
    assert!(doors < 6, "six at most, with the rest behind one more");
    assert_eq!(found(&home, "a.door[href='/me/enrolment']").len(), 1);
    let enrolment = own.get("/me/enrolment").await;
    assert!(!found(&enrolment, "main a[href='/me/certificates']").is_empty());
    let mother = id_of(&site.platform, "王秀英").await;
    let hers = own.get(&format!("/people/{mother}/enrolment")).await;
    assert_eq!(hers.status, StatusCode::OK);
    assert!(found(&hers, "main a[href*=certificates]").is_empty());
    for (language, word) in [("zh-CN", "凭证"), ("en", "of cover")] {
        let mut visitor = site.browser();
        visitor.language = language.to_owned();
        let notice = visitor.get("/privacy").await;
        let told = main_text(&notice).matches(word).count();
        assert!(told >= 3, "what is kept, how long, who sees it: {language}");
    }
}

#[tokio::test]
async fn the_head_of_an_answer_is_no_check() {
    on_each(|made| async move {
        let made = made;
        let site = site_with_people(&made, &[]).await;
        let mut own = signed_in(&site, "resident-employee").await;
        let (_, code) = issue(&mut own, "periods=current&days=30").await;
        let mut visitor = site.browser();
        let head = visitor.request("HEAD", &format!("/check/{code}"), "none");
        let head = visitor.send(head, String::new()).await;
        assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""));
        let list = own.get("/me/certificates").await;
        assert!(!main_text(&list).contains("1 次"), "{}", made.kind);
        visitor.get(&format!("/check/{code}")).await;
        let list = own.get("/me/certificates").await;
        assert!(main_text(&list).contains("1 次"), "{}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn what_is_shown_changes_at_once_and_a_withdrawn_one_shows_nothing() {
    on_each(|made| async move {
        let made = made;
        let site = site_with_people(&made, &[]).await;
        let mut own = signed_in(&site, "resident-employee").await;
        let mut visitor = site.browser();
        let (address, code) = issue(&mut own, "periods=all&days=30").await;
        let check = format!("/check/{code}");
        assert!(!visitor.get(&check).await.body.contains("李明"));

        let shown = format!("{address}/shown");
        let page = own.get(&shown).await;
        assert_eq!(found(&page, "main section.card").len(), 5, "a matter each");
        let wrong = own
            .post(&shown, "part=identity&until-identity=soon&choice=show")
            .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("href=\"#until-identity\""));
        let late = own
            .post(
                &shown,
                "part=identity&until-identity=2026-12-31&choice=show",
            )
            .await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = own
            .post(
                &shown,
                "part=identity&until-identity=2026-06-20&choice=show",
            )
            .await;
        assert_eq!(done.location(), format!("{shown}?done=changed"));
        assert!(main_text(&own.get(done.location()).await).contains("2026年6月20日"));
        assert!(
            visitor.get(&check).await.body.contains("李明"),
            "{}",
            made.kind
        );
        own.post(&shown, "part=identity&choice=stop").await;
        assert!(!visitor.get(&check).await.body.contains("李明"));

        let question = own.get(&format!("{address}/withdraw")).await;
        assert!(main_text(&question).contains("不能撤销"));
        let done = own.post(&format!("{address}/withdraw"), "").await;
        let page = own.get(done.location()).await;
        assert!(main_text(&page).contains("凭证已经收回"));
        assert!(found(&page, "svg.qr").is_empty() && found(&page, ".code").is_empty());
        let answer = visitor.get(&check).await;
        assert_eq!(found(&answer, "h1"), ["这张凭证已经收回"]);
        assert!(!main_text(&answer).contains("参保地"));
        let paper = own.get(&format!("{address}/pdf")).await;
        assert_eq!(paper.status, StatusCode::CONFLICT);
        for below in ["shown", "withdraw"] {
            let back = own.get(&format!("{address}/{below}")).await;
            assert_eq!(back.location(), address, "{below}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_file_is_a_pdf_for_its_holder_only() {
    let made = sqlite_only().await;
    let site = site_with_people(&made, &[]).await;
    let mut own = signed_in(&site, "resident-retiree").await;
    let (address, _) = issue(&mut own, "periods=current&days=365").await;
    let paper = own.get(&format!("{address}/pdf")).await;
    assert_eq!(paper.status, StatusCode::OK);
    assert_eq!(paper.header("content-type"), "application/pdf");
    assert_eq!(paper.header("cache-control"), "no-store");
    let disposition = paper.header("content-disposition");
    assert_eq!(
        disposition,
        "attachment; filename=\"yibaotong-certificate.pdf\""
    );
    assert!(paper.body.starts_with("%PDF-"));

    // Her daughter acts for her, but not in this; to her it is as if there were none.
    let nothing = "/me/certificates/0197f000-0000-7000-8000-000000000000";
    for subject in ["resident-daughter", "resident-employee"] {
        let mut other = signed_in(&site, subject).await;
        for below in ["", "/pdf", "/shown", "/withdraw"] {
            let theirs = other.get(&format!("{address}{below}")).await;
            let none = other.get(&format!("{nothing}{below}")).await;
            assert_eq!(theirs.status, StatusCode::NOT_FOUND, "{subject}{below}");
            assert_eq!(
                found(&theirs, "main h1, main p:not(.muted)"),
                found(&none, "main h1, main p:not(.muted)")
            );
        }
        for (below, body) in [("/shown", "part=identity&choice=stop"), ("/withdraw", "")] {
            let refused = other.post(&format!("{address}{below}"), body).await;
            assert_eq!(refused.status, StatusCode::NOT_FOUND, "{subject}{below}");
        }
    }
    let mut visitor = site.browser();
    let refused = visitor.get(&address).await;
    assert!(refused.location().starts_with("/sign-in?next="));
}

#[tokio::test]
async fn a_mistyped_code_is_told_from_one_that_nobody_has() {
    let made = sqlite_only().await;
    let site = site_with_people(&made, &[]).await;
    let mut own = signed_in(&site, "resident-employee").await;
    let (_, code) = issue(&mut own, "periods=current&days=30").await;
    let mut visitor = site.browser();
    let last = if code.ends_with('2') { "3" } else { "2" };
    let mistyped = format!("{}{last}", &code[..28]);
    for (typed, said) in [
        ("", "请输入核验码"),
        ("ABCD-EFGO", "没有数字 0、1"),
        ("ABCD+EFGH", "您输入了 8 个"),
        ("%3Cscript%3E", "只有英文字母和数字"),
        (&mistyped, "打错了"),
    ] {
        let page = visitor.get(&format!("/check?code={typed}")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(
            found(&page, ".errors").concat().contains(said),
            "{typed}: {said}"
        );
        assert!(!page.body.contains("<script>"));
    }
    let page = visitor.get(&format!("/check/{mistyped}")).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(found(&page, ".errors").concat().contains("打错了"));

    let nobody =
        domain::identifiers::CertificateCode::draw(|bytes| site.platform.random.fill(bytes));
    let page = visitor.get(&format!("/check/{}", nobody.grouped())).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert_eq!(found(&page, "h1"), ["没有这样的凭证"]);
    visitor.language = "en".to_owned();
    let page = visitor.get(&format!("/check/{}", nobody.grouped())).await;
    assert_eq!(found(&page, "h1"), ["No such proof of cover"]);
    let page = visitor.get(&format!("/check/{code}")).await;
    assert_eq!(found(&page, "h1"), ["Yes: insured on 15 June 2026"]);
    let form = visitor.get("/check").await;
    assert_eq!(found(&form, "details dt").len(), 1, "the public key");
}

#[tokio::test]
async fn checks_share_the_limit_of_pages() {
    let made = sqlite_only().await;
    let site = site_with_people(&made, &[("rate.pages", "3")]).await;
    let mut visitor = site.browser();
    let nobody =
        domain::identifiers::CertificateCode::draw(|bytes| site.platform.random.fill(bytes));
    let mut answers = Vec::new();
    for _ in 0..4 {
        let page = visitor.get(&format!("/check/{}", nobody.grouped())).await;
        answers.push(page.status.as_u16());
    }
    assert_eq!(answers, [404, 404, 404, 429]);
}

#[tokio::test]
async fn elder_mode_asks_one_question_a_page() {
    let made = sqlite_only().await;
    let site = site_with_people(&made, &[]).await;
    let mut own = signed_in(&site, "resident-retiree").await;
    own.post("/preferences", "mode=elder&back=/me").await;
    for (query, question) in [
        ("", "哪些参保时间"),
        ("?periods=all", "多久以内"),
        ("?periods=all&days=30", "还能看到什么"),
    ] {
        let page = own.get(&format!("/me/certificates/new{query}")).await;
        let legends = found(&page, "main legend");
        assert_eq!(legends.len(), 1, "{query}");
        assert!(legends[0].contains(question), "{query}");
    }
    let (address, _) = issue(&mut own, "periods=all&days=30").await;
    let page = own.get(&format!("{address}/shown")).await;
    assert!(
        found(&page, "main input[type=date]").is_empty(),
        "no dates to type"
    );
    let done = own
        .post(
            &format!("{address}/shown"),
            "part=scheme&until=2026-07-15&choice=show",
        )
        .await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_is_missing_or_too_much_is_said() {
    let made = sqlite_only().await;
    let site = site_with_people(&made, &[]).await;
    let mut own = signed_in(&site, "resident-employee").await;
    let page = own.post("/me/certificates", "show=identity").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(found(&page, ".errors li").len(), 2);
    for _ in 0..MOST_IN_FORCE {
        issue(&mut own, "periods=current&days=30").await;
    }
    let page = own
        .post("/me/certificates", "periods=current&days=30")
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(found(&page, ".errors").concat().contains("20 张"));
}
