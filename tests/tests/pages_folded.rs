//! Long pages: the answer stands in sight, what is folded behind it is all there, and what differs
//! is never folded away.

use scraper::{ElementRef, Html, Selector};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::products;
use services::store::entity::settlement;
use tests::database::sqlite_only;
use tests::demonstration::{id_of, with_demo};
use tests::library;
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, platform_with_rules, resident};
use tests::tamper::tamper;
use uuid::Uuid;

const LANGUAGES: [bool; 2] = [false, true];

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a selector of this file")
}

fn count(page: &Html, what: &str) -> usize {
    page.select(&selector(what)).count()
}

fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

fn texts(page: &Html, what: &str) -> Vec<String> {
    page.select(&selector(what)).map(text_of).collect()
}

fn wish(english: bool, elder: bool) -> Wish {
    Wish { english, elder }
}

/// Folded in either mode: only a wide screen and paper open it by themselves.
#[tokio::test]
async fn an_add_on_shows_what_it_is_and_costs_and_folds_the_rest() {
    let made = sqlite_only().await;
    let platform = library::platform(&made);
    let visitor = library::visitor(&platform);
    let shipped = products::import_shipped(&library::operator(&platform)).await;
    shipped.expect("the sample products");
    let all = products::list(&visitor, None).await.expect("products");
    assert!(all.len() >= 5);
    for (english, elder) in [(false, false), (true, false), (false, true), (true, true)] {
        let (status, html) = get(&visitor, "/add-ons", wish(english, elder)).await;
        assert_eq!(status, 200);
        let page = Html::parse_document(&html);
        let cards: Vec<ElementRef<'_>> = page.select(&selector(".product")).collect();
        assert_eq!(cards.len(), all.len());
        let language = if english {
            domain::language::Language::En
        } else {
            domain::language::Language::Zh
        };
        for (card, product) in cards.into_iter().zip(&all) {
            let one = |what: &str| {
                let found = card.select(&selector(what)).next();
                found.unwrap_or_else(|| panic!("{}: {what}", product.id))
            };
            let name = product.name.get(language);
            assert_eq!(text_of(one("header h2")), name, "in the catalogue's order");
            let (low, _) = product.premium_range().expect("a price");
            assert!(text_of(one("header .price")).contains(&low.brief()));
            let fold = one("details.fold");
            assert_eq!(fold.attr("open"), None, "{}", product.id);
            let summary = text_of(one("details.fold > summary"));
            assert!(summary.starts_with(name), "{summary}");
            for number in [product.covers.len(), product.exclusions.len()] {
                assert!(summary.contains(&number.to_string()), "{summary}");
            }
            let folded = text_of(fold);
            let parts = product.covers.iter().map(|cover| &cover.label);
            for part in parts.chain(&product.exclusions) {
                assert!(folded.contains(part.get(language)), "{folded}");
            }
            assert!(folded.contains(product.prior_illness.get(language)));
            // Elder mode says the amounts in it in words too.
            let public = product.public_cover.get(language);
            assert!(elder || folded.contains(public), "{folded}");
            assert_eq!(fold.select(&selector("dt")).count(), 4);
        }
    }
}

#[tokio::test]
async fn in_elder_mode_each_card_of_the_benefits_says_its_answer_and_loses_nothing() {
    let made = sqlite_only().await;
    let platform = platform_with_rules(made.database.clone()).await;
    let history = History {
        number: 1,
        settlements: 3,
        items: 4,
    };
    let somebody = resident(&platform, history).await;
    let context = request(&platform, signed_in(somebody.person));
    for english in LANGUAGES {
        let (_, plain) = get(&context, "/me/benefits", wish(english, false)).await;
        let (_, folded) = get(&context, "/me/benefits", wish(english, true)).await;
        let (plain, folded) = (Html::parse_document(&plain), Html::parse_document(&folded));
        assert_eq!(count(&plain, ".fold"), 0, "all of it stands open");
        let answers = texts(&folded, ".card > .fold > summary > .gist");
        assert_eq!(answers.len(), count(&folded, ".fold"));
        assert!(answers.len() >= 5, "{answers:?}");
        assert!(answers.iter().all(|answer| !answer.is_empty()));
        let ratios = answers.iter().filter(|answer| answer.contains('%'));
        assert!(ratios.count() >= 3, "{answers:?}");
        assert_eq!(
            count(&folded, ".fold[open]"),
            0,
            "none is open from the start"
        );
        for what in ["main h2", "main h3", "main th"] {
            assert_eq!(texts(&plain, what), texts(&folded, what), "{what}");
        }
        for what in ["main td", "main .basis li", "main .card p", "main .meter"] {
            assert_eq!(count(&plain, what), count(&folded, what), "{what}");
        }
    }
}

#[tokio::test]
async fn a_settlement_computed_again_folds_what_is_the_same_and_never_what_differs() {
    let made = sqlite_only().await;
    let platform = with_demo(&made, 10, 4).await;
    let person = id_of(&platform, "王秀英").await;
    let row = settlement::Entity::find()
        .filter(settlement::Column::PersonId.eq(Uuid::from(person)))
        .filter(settlement::Column::PoolFundPaid.gt(1_234))
        .filter(settlement::Column::CashPaid.gt(1_234))
        .order_by_asc(settlement::Column::CreatedAt)
        .order_by_asc(settlement::Column::SettlementId)
        .one(&platform.database.reader)
        .await
        .expect("the store answers")
        .expect("a settlement paid by the pool");
    let context = request(&platform, signed_in(person));
    let address = format!("/me/settlements/{}/replay", row.settlement_id);
    for english in LANGUAGES {
        let (_, plain) = get(&context, &address, wish(english, false)).await;
        let (_, folded) = get(&context, &address, wish(english, true)).await;
        let (plain, folded) = (Html::parse_document(&plain), Html::parse_document(&folded));
        assert_eq!(count(&plain, ".fold"), 0);
        let answers = texts(&folded, ".card > .fold > summary > .gist");
        let figures = answers.first().expect("the figures are folded");
        let rows = count(&folded, ".fold:first-of-type tbody tr");
        assert!(rows > 0 && figures.contains(char::is_numeric), "{figures}");
        assert_eq!(count(&plain, "main td"), count(&folded, "main td"));
    }
    let more = "pool_fund_paid = pool_fund_paid + 1234, fund_total = fund_total + 1234, \
                personal_burden = personal_burden - 1234, cash_paid = cash_paid - 1234";
    tamper(&platform, row.settlement_id, more).await;
    for english in LANGUAGES {
        let (_, html) = get(&context, &address, wish(english, true)).await;
        let page = Html::parse_document(&html);
        assert!(count(&page, "main td strong") >= 2, "what differs");
        assert_eq!(count(&page, ".fold td strong"), 0, "stands in sight");
    }
}
