//! What stands around every page: the role that is acted in, the day of the last update.

use domain::access::Role;
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use services::store::entity::{account, account_role};
use tests::database::{on_each, sqlite_only};
use tests::site::Site;

/// Gives the only account `role` in `scope`.
async fn appoint(site: &Site, role: Role, scope: &str) {
    let database = &site.platform.database;
    let account = account::Entity::find().one(&database.reader).await;
    let account = account.expect("the store answers").expect("an account");
    let row = account_role::ActiveModel {
        account_id: Set(account.account_id),
        role: Set(role.code().to_owned()),
        scope: Set(scope.to_owned()),
        valid_from: Set("2026-01-01".parse().expect("a day")),
        valid_until: Set(None),
    };
    account_role::Entity::insert(row)
        .exec_without_returning(&database.writer)
        .await
        .expect("the store takes it");
}

#[tokio::test]
async fn the_head_names_the_acting_role_only_and_leads_to_the_others() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        browser.sign_in("resident-employee", "/").await;
        let home = browser.get("/").await;
        assert!(home.body.contains("<small>参保人</small>"), "{}", home.body);
        assert!(!home.body.contains("href=\"/hat\""), "{}", home.body);
        appoint(&site, Role::Auditor, "").await;
        appoint(&site, Role::EmployerHandler, "one").await;
        appoint(&site, Role::EmployerHandler, "two").await;
        for (language, acting, other, all) in [
            ("zh", "参保人", "审计", 3),
            ("en", "insured person", "auditor", 3),
        ] {
            let home = browser.get(&format!("/?lang={language}")).await;
            let (head, _) = home.body.split_once("</header>").expect("a head");
            assert!(head.contains(&format!("<span>{acting}</span>")), "{head}");
            assert!(head.contains("href=\"/hat\""), "{head}");
            assert!(!head.contains(other), "{head}");
            let hats = browser.get(&format!("/hat?lang={language}")).await;
            let cards = hats.body.matches("class=\"card stack\"").count();
            assert_eq!(cards, all, "each role once: {}", hats.body);
        }
    })
    .await;
}

#[tokio::test]
async fn the_foot_names_the_day_of_the_last_update_where_it_is_told() {
    let made = sqlite_only().await;
    let site = Site::with(&made, &[("site.updated_on", "2026-06-01")]).await;
    for (language, text) in [("zh", "最近更新："), ("en", "Last updated ")] {
        let page = site.browser().get(&format!("/?lang={language}")).await;
        let (_, after) = page.body.split_once(text).expect(text);
        let (day, _) = after.split_once("</time>").expect("a day");
        assert!(day.contains(r#"datetime="2026-06-01""#), "{day}");
    }
    let untold = sqlite_only().await;
    let page = Site::demo(&untold).await.browser().get("/").await;
    assert!(!page.body.contains("最近更新"), "{}", page.body);
}
