//! What goes wrong with certificates on the pages: a row that cannot be read, a form sent twice.

use axum::http::StatusCode;
use scraper::{Html, Selector};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::store::entity::certificate;
use tests::browser::Answer;
use tests::database::on_each;

use crate::certificates_pages::{found, issue, main_text, signed_in, site_with_people};

#[tokio::test]
async fn one_that_does_not_open_hides_no_other() {
    on_each(|made| async move {
        let made = made;
        let site = site_with_people(&made, &[]).await;
        let mut own = signed_in(&site, "resident-employee").await;
        let (broken, _) = issue(&mut own, "periods=current&days=30").await;
        let (good, _) = issue(&mut own, "periods=all&days=30").await;
        let id = broken.rsplit('/').next().unwrap();
        let id: uuid::Uuid = id.parse().unwrap();
        certificate::Entity::update_many()
            .col_expr(
                certificate::Column::FactsCipher,
                Expr::value(vec![7_u8; 40]),
            )
            .filter(certificate::Column::CertificateId.eq(id))
            .exec(&made.database.writer)
            .await
            .unwrap();
        let list = own.get("/me/certificates").await;
        assert_eq!(list.status, StatusCode::OK, "{}", made.kind);
        let text = main_text(&list);
        assert!(text.contains("无法显示") && text.contains("有效"), "{text}");
        let links = found(&list, "main table a");
        assert_eq!(links.len(), 2, "each has a page");
        assert!(list.body.contains(&good) && list.body.contains(&broken));
    })
    .await;
}

#[tokio::test]
async fn one_that_cannot_be_read_says_so_on_its_page_and_has_no_paper() {
    use certificate::Column as C;
    on_each(|made| async move {
        let made = made;
        let site = site_with_people(&made, &[]).await;
        let mut own = signed_in(&site, "resident-employee").await;
        // A text that does not open, and a signature that is not ours.
        let damage = [
            (C::FactsCipher, vec![7_u8; 40]),
            (C::CodeCipher, vec![]),
            (C::Signature, vec![7; 64]),
        ];
        for (column, value) in damage {
            let (broken, code) = issue(&mut own, "periods=current&days=30").await;
            let id: uuid::Uuid = broken.rsplit('/').next().unwrap().parse().unwrap();
            certificate::Entity::update_many()
                .col_expr(column, Expr::value(value))
                .filter(certificate::Column::CertificateId.eq(id))
                .exec(&made.database.writer)
                .await
                .unwrap();
            let page = own.get(&broken).await;
            assert_eq!(page.status, StatusCode::OK, "{column:?} on {}", made.kind);
            let text = main_text(&page);
            for wanted in ["这张凭证读不出来", "再开一张", "医保热线", "收回这张凭证"]
            {
                assert!(text.contains(wanted), "{column:?}: {wanted} in {text}");
            }
            assert!(!text.contains("李明") && found(&page, "svg.qr").is_empty());
            let links = found(&page, "main a[href='/me/certificates/new']");
            assert_eq!(links.len(), 1, "the way to another one");
            for below in ["pdf", "shown"] {
                let answer = own.get(&format!("{broken}/{below}")).await;
                assert_eq!(answer.location(), broken, "{column:?} {below}");
            }
            own.language = "en".to_owned();
            let page = own.get(&broken).await;
            own.language = "zh-CN".to_owned();
            assert!(main_text(&page).contains("cannot be read"), "{column:?}");
            let answer = site.browser().get(&format!("/check/{code}")).await;
            assert_eq!(found(&answer, "h1"), ["这张凭证不能相信"]);

            // It can still be taken back, so that it counts no more.
            let done = own.post(&format!("{broken}/withdraw"), "").await;
            let page = own.get(done.location()).await;
            let text = main_text(&page);
            assert!(text.contains("您已经收回了这张凭证"), "{text}");
            assert!(!text.contains("收回这张凭证"), "{text}");
        }
    })
    .await;
}

/// The fields of the form on the page, and these choices.
fn filled(page: &Answer, choices: &str) -> String {
    let html = Html::parse_document(&page.body);
    let field = Selector::parse("main form[method=post] input[type=hidden]").unwrap();
    let fields = html.select(&field).map(|field| {
        let of = |name| field.attr(name).unwrap_or_default();
        format!("{}={}&", of("name"), of("value"))
    });
    fields.collect::<String>() + choices
}

#[tokio::test]
async fn a_form_pressed_twice_issues_one_certificate() {
    const CHOICES: &str = "periods=current&days=30&show=region";
    on_each(|made| async move {
        let made = made;
        let site = site_with_people(&made, &[]).await;
        let mut own = signed_in(&site, "resident-employee").await;
        let rows = async || site.count("certificate").await;
        let form = own.get("/me/certificates/new").await;
        let sent = filled(&form, CHOICES);
        let (mut one, mut other) = (own.clone(), own.clone());
        let (first, second) = tokio::join!(
            one.post("/me/certificates", &sent),
            other.post("/me/certificates", &sent)
        );
        let there = first.location().to_owned();
        assert!(there.ends_with("?done=issued"), "{first:?}");
        assert_eq!(second.location(), there, "{}", made.kind);
        // Once more, long after, as when a service that was away gets it again.
        site.clock.advance(chrono::Duration::minutes(20));
        assert_eq!(own.post("/me/certificates", &sent).await.location(), there);
        assert_eq!(rows().await, 1, "{}", made.kind);
        assert_eq!(own.get(&there).await.status, StatusCode::OK);

        // Gone back to and changed, or withdrawn meanwhile, it is another one.
        for choices in [
            "periods=current&days=30",
            "periods=current&days=90&show=region",
        ] {
            let changed = own.post("/me/certificates", &filled(&form, choices)).await;
            assert_ne!(changed.location(), there, "{choices} on {}", made.kind);
        }
        let address = there.split('?').next().unwrap();
        own.post(&format!("{address}/withdraw"), "").await;
        let again = own.post("/me/certificates", &sent).await;
        assert_ne!(again.location(), there);
        // Each form has an id of its own, and what is no id of these days is none.
        let next = filled(&own.get("/me/certificates/new").await, CHOICES);
        assert_ne!(next, sent);
        own.post("/me/certificates", &next).await;
        for id in ["x", "00000000-0000-7000-8000-000000000001"] {
            let body = format!("id={id}&{CHOICES}");
            let done = own.post("/me/certificates", &body).await;
            assert!(!done.location().contains(&format!("{id}?")), "{done:?}");
        }
        assert_eq!(rows().await, 7, "{}", made.kind);

        own.post("/preferences", "mode=elder&back=/me").await;
        let form = "/me/certificates/new?periods=all&days=30";
        let sent = filled(&own.get(form).await, "show=later");
        let first = own.post("/me/certificates", &sent).await;
        let second = own.post("/me/certificates", &sent).await;
        assert!(first.location().ends_with("?done=issued"), "{first:?}");
        assert_eq!(first.location(), second.location());
    })
    .await;
}
