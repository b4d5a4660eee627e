//! The pages of institutions and drugs: what they say in both languages, without a script, and
//! how settlements and benefits lead there.

use std::sync::Arc;

use domain::ids::PersonId;
use scraper::{Html, Selector};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::store::entity::settlement_line;
use services::{RequestContext, drugs, institutions};
use tests::database::{TestDatabase, on_each, sqlite_only};
use tests::library;
use tests::pages::{Wish, get};
use tests::platform::{platform, request, resident as signed_in};
use tests::residents::{History, platform_with_rules, resident};

const ENGLISH: Wish = Wish {
    english: true,
    elder: false,
};
const ELDER: Wish = Wish {
    english: false,
    elder: true,
};

async fn with_catalogue(made: &TestDatabase) -> RequestContext {
    let platform = platform(made.database.clone());
    let operator = RequestContext::operator(Arc::clone(&platform), "test");
    institutions::import_shipped(&operator)
        .await
        .expect("institutions");
    drugs::import_shipped(&operator).await.expect("drugs");
    library::visitor(&platform)
}

fn count(html: &str, selector: &str) -> usize {
    let selector = Selector::parse(selector).expect("a selector of this file");
    Html::parse_document(html).select(&selector).count()
}

#[tokio::test]
async fn a_search_lists_what_fits_and_keeps_the_filters() {
    let made = sqlite_only().await;
    let visitor = with_catalogue(&made).await;
    let address = "/institutions?q=renminyiyuan&region=110000&level=l2";
    let (status, html) = get(&visitor, address, Wish::default()).await;
    assert_eq!(status, 200);
    assert!(html.contains("朝阳区示例人民医院") && !html.contains("上城区示例人民医院"));
    assert_eq!(
        count(&html, "form.searchbox input[name=region][value='110000']"),
        1
    );
    assert_eq!(
        count(&html, "form.searchbox input[name=level][value=l2]"),
        1
    );
    assert_eq!(count(&html, ".facets a[aria-current]"), 2);
    let (_, english) = get(&visitor, address, ENGLISH).await;
    assert!(english.contains("Chaoyang Sample District Hospital"));
    assert!(english.contains("second-level hospital"));

    let (_, html) = get(&visitor, "/drugs?q=阿司匹林&class=A", Wish::default()).await;
    assert!(
        html.contains("阿司匹林") && html.contains("口服常释剂型"),
        "{html}"
    );
    let (_, english) = get(&visitor, "/drugs?q=aspirin", ENGLISH).await;
    assert!(english.contains("aspirin") && english.contains("class A"));
}

#[tokio::test]
async fn the_filters_stand_before_what_they_filter() {
    let made = sqlite_only().await;
    let visitor = with_catalogue(&made).await;
    for address in ["/institutions?level=l2", "/drugs?class=A"] {
        let (_, html) = get(&visitor, address, Wish::default()).await;
        let (filters, list) = (html.find("id=\"filter\""), html.find("class=\"hit\""));
        assert!(filters.is_some() && filters < list, "{address}");
        // Folded on a phone, without a script; the chosen one is named above the list.
        let folded = count(&html, ".facets > details.fold:not([open]) a[aria-current]");
        assert_eq!(folded, 1, "{address}");
        let (_, elder) = get(&visitor, address, ELDER).await;
        let (off, list) = (elder.find("去掉筛选条件"), elder.find("class=\"hit\""));
        assert!(off.is_some() && off < list, "{address}");
    }
}

#[tokio::test]
async fn a_page_is_short_in_elder_mode_and_goes_on() {
    let made = sqlite_only().await;
    let visitor = with_catalogue(&made).await;
    for address in [
        "/institutions",
        "/drugs",
        "/institutions?q=示例",
        "/drugs?q=示例",
    ] {
        let (_, html) = get(&visitor, address, Wish::default()).await;
        assert_eq!(count(&html, ".hit"), 20, "{address}");
        assert_eq!(count(&html, "a[rel=next]"), 1, "{address}");
        let (_, elder) = get(&visitor, address, ELDER).await;
        assert_eq!(
            (count(&elder, ".hit"), count(&elder, ".facets")),
            (5, 0),
            "{address}"
        );
    }
}

#[tokio::test]
async fn an_institution_says_what_is_settled_there() {
    let made = sqlite_only().await;
    let visitor = with_catalogue(&made).await;
    let (status, html) = get(&visitor, "/institutions/H11010199001", Wish::default()).await;
    assert_eq!(status, 200);
    for wanted in [
        "三级医院",
        "外地医保可直接结算住院费",
        "高血压",
        "北京市东城区示例",
        "示例机构",
        "去之前最好打电话问一问",
    ] {
        assert!(html.contains(wanted), "{wanted}");
    }
    // Nobody is told to call without a number to call.
    assert_eq!(count(&html, "main .card a[href='tel:12393']"), 1);
    assert!(html.contains("这里没有收录它的电话"));
    let (_, english) = get(&visitor, "/institutions/H11010199001", ENGLISH).await;
    for wanted in [
        "third-level hospital",
        "hypertension",
        "Dongcheng, Beijing",
        "sample institution",
    ] {
        assert!(english.contains(wanted), "{wanted}");
    }
    for nobody in [
        "/institutions/H11010188888",
        "/institutions/x",
        "/drugs/x",
        "/drugs/XC08CAA097A001010100001",
    ] {
        assert_eq!(
            get(&visitor, nobody, Wish::default()).await.0,
            404,
            "{nobody}"
        );
    }
}

#[tokio::test]
async fn an_institution_with_a_telephone_is_called_itself() {
    on_each(async |made| {
        let visitor = with_catalogue(&made).await;
        let operator = RequestContext::operator(Arc::clone(&visitor.platform), "test");
        let line = r#"{"code": "H11010100001", "name": "某区人民医院", "region": "110101", "level": "l2", "telephone": "010-12345678 转 801"}"#;
        let report = institutions::import(&operator, line.as_bytes()).await;
        report.expect("imported");
        for wish in [Wish::default(), ENGLISH, ELDER] {
            let (_, html) = get(&visitor, "/institutions/H11010100001", wish).await;
            assert_eq!(count(&html, "main a[href='tel:01012345678']"), 1);
            assert!(html.contains("010-12345678 转 801"), "{}", made.kind);
            assert_eq!(count(&html, "main .card a[href='tel:12393']"), 0);
        }
    })
    .await;
}

#[tokio::test]
async fn a_drug_says_how_it_is_paid() {
    let made = sqlite_only().await;
    let visitor = with_catalogue(&made).await;
    // Osimertinib: negotiated, class B, 20 % first, restricted, ¥4,860.
    let address = "/drugs/XL01XEA203A001010999060";
    let (status, html) = get(&visitor, address, Wish::default()).await;
    assert_eq!(status, 200);
    for wanted in [
        "甲磺酸奥希替尼片",
        "乙类",
        "20%",
        "示例值，未经核实",
        "EGFR",
        "¥4,860.00",
        "2027年12月31日",
        "先自己付 ¥20.00，剩下的 ¥80.00",
        "示例，不是国家目录原文",
    ] {
        assert!(html.contains(wanted), "{wanted}");
    }
    let (_, english) = get(&visitor, address, ENGLISH).await;
    for wanted in [
        "osimertinib",
        "class B",
        "31 December 2027",
        "you pay ¥20.00 first",
        "Dual channel",
        "Antineoplastic and immunomodulating agents",
        "80mg × 30 tablets",
    ] {
        assert!(
            english.to_lowercase().contains(&wanted.to_lowercase()),
            "{wanted}"
        );
    }
    let (_, commercial) = get(&visitor, "/drugs?list=commercial", Wish::default()).await;
    assert!(commercial.contains("肿瘤创新药") && commercial.contains("商保创新药目录"));
    let (_, card) = get(&visitor, "/drugs/XL01XXS900B001010999064", Wish::default()).await;
    assert!(card.contains("全部自己付") && card.contains("/add-ons"));
}

#[tokio::test]
async fn before_anything_is_imported_the_pages_say_so() {
    let made = sqlite_only().await;
    let visitor = library::visitor(&platform(made.database.clone()));
    for (address, chinese, english) in [
        ("/institutions", "还没有收录定点机构", "No institutions yet"),
        (
            "/institutions?q=x",
            "没有找到这样的机构",
            "No such institution",
        ),
        ("/drugs", "还没有收录药品", "No drugs yet"),
        ("/drugs?class=A", "没有找到这样的药品", "No such drug"),
    ] {
        let (status, html) = get(&visitor, address, Wish::default()).await;
        assert!(status == 200 && html.contains(chinese), "{address}");
        assert!(
            get(&visitor, address, ENGLISH).await.1.contains(english),
            "{address}"
        );
    }
}

#[tokio::test]
async fn settlements_and_benefits_lead_to_the_catalogue() {
    on_each(async |made| {
        let platform = platform_with_rules(made.database.clone()).await;
        let history = History {
            number: 1,
            settlements: 1,
            items: 3,
        };
        let somebody = resident(&platform, history).await;
        let context = request(&platform, signed_in(somebody.person));
        let address = format!("/me/settlements/{}", somebody.settlements[0].0);
        let (_, bare) = get(&context, &address, Wish::default()).await;
        assert!(
            !bare.contains("href=\"/institutions/") && !bare.contains("href=\"/drugs/"),
            "nothing is known yet"
        );

        let operator = RequestContext::operator(Arc::clone(&platform), "test");
        institutions::import_shipped(&operator)
            .await
            .expect("institutions");
        let (_, html) = get(&context, &address, Wish::default()).await;
        assert!(
            html.contains("href=\"/institutions/H11010599001\""),
            "{}",
            made.kind
        );
        let (_, benefits) = get(&context, "/me/benefits", Wish::default()).await;
        for link in ["/institutions?region=110000", "/drugs"] {
            let selector = format!("main a[href='{link}']");
            assert_eq!(count(&benefits, &selector), 1, "{link}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_drug_on_a_bill_of_the_demonstration_has_a_card() {
    let made = sqlite_only().await;
    let platform = platform(made.database.clone());
    let operator = RequestContext::operator(Arc::clone(&platform), "test");
    let arguments = services::demo::Arguments {
        people: 0,
        seed: 1,
        as_of: operator.today(),
    };
    services::demo::load(&operator, arguments, &|_| ())
        .await
        .expect("the demonstration");
    drugs::import_shipped(&operator).await.expect("drugs");
    platform
        .parameters
        .refresh(&platform.database)
        .await
        .expect("the rules");
    let lines = settlement_line::Entity::find()
        .filter(settlement_line::Column::ItemCode.starts_with("X"))
        .order_by_asc(settlement_line::Column::SettlementId)
        .all(&platform.database.reader)
        .await
        .expect("items");
    let codes: std::collections::BTreeSet<&str> =
        lines.iter().map(|line| line.item_code.as_str()).collect();
    assert!(codes.len() > 10);
    let visitor = library::visitor(&platform);
    for code in codes {
        let (status, _) = get(&visitor, &format!("/drugs/{code}"), Wish::default()).await;
        assert_eq!(status, 200, "{code}");
    }
    let line = lines.first().expect("an item");
    let context = request(&platform, signed_in(PersonId::from(line.person_id)));
    let address = format!("/me/settlements/{}", line.settlement_id);
    let (status, html) = get(&context, &address, Wish::default()).await;
    assert_eq!(status, 200);
    assert!(
        html.contains(&format!("href=\"/drugs/{}\"", line.item_code)),
        "{address}"
    );
}
