//! The resident's pages: what the right person reads, and that nobody else learns anything.

use app::routes;
use domain::ids::SettlementId;
use domain::money::Money;

use scraper::{Html, Selector};
use sea_orm::ConnectionTrait;
use services::{Actor, RequestContext};
use tests::database::{TestDatabase, on_each, sqlite_only};
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, Resident, platform_with_rules, resident};

const PAGES: [&str; 6] = [
    "/me",
    "/me/enrolment",
    "/me/contributions",
    "/me/benefits",
    "/me/settlements",
    "/me/add-ons",
];

const WISHES: [Wish; 4] = [
    Wish {
        english: false,
        elder: false,
    },
    Wish {
        english: true,
        elder: false,
    },
    Wish {
        english: false,
        elder: true,
    },
    Wish {
        english: true,
        elder: true,
    },
];

fn texts(html: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector)
        .map(|found| found.text().collect::<String>())
        .collect()
}

/// Fails unless the page has one `h1`, headings in order, and no text left empty.
fn well_formed(address: &str, html: &str) {
    assert_eq!(texts(html, "h1").len(), 1, "{address}");
    assert!(
        texts(html, "h1, h2, h3, th, dt, title")
            .iter()
            .all(|text| !text.trim().is_empty()),
        "{address}"
    );
    let page = Html::parse_document(html);
    let selector = Selector::parse("main h1, main h2, main h3, main h4").unwrap();
    let mut last = 0;
    for heading in page.select(&selector) {
        let level: u32 = heading.value().name()[1..].parse().unwrap();
        assert!(
            level <= last + 1,
            "{address}: a heading of level {level} after {last}"
        );
        last = level;
    }
    assert!(!html.contains(" style=\""), "{address}: inline style");
}

async fn with_history(made: &TestDatabase, settlements: u16) -> (RequestContext, Resident) {
    let platform = platform_with_rules(made.database.clone()).await;
    let somebody = resident(
        &platform,
        History {
            number: 1,
            settlements,
            items: 6,
        },
    )
    .await;
    (request(&platform, signed_in(somebody.person)), somebody)
}

#[tokio::test]
async fn every_page_is_there_for_the_person_with_and_without_a_history() {
    for settlements in [0, 7] {
        let made = sqlite_only().await;
        let (context, somebody) = with_history(&made, settlements).await;
        let detail = somebody
            .settlements
            .first()
            .map(|(id, ..)| format!("/me/settlements/{id}"));
        for wish in WISHES {
            let replay = detail.iter().map(|detail| format!("{detail}/replay"));
            let details = detail.clone().into_iter().chain(replay);
            for address in PAGES.iter().map(ToString::to_string).chain(details) {
                let (status, html) = get(&context, &address, wish).await;
                assert_eq!(status, 200, "{address}");
                well_formed(&address, &html);
            }
        }
    }
}

#[tokio::test]
async fn figures_on_the_page_are_those_of_the_store() {
    on_each(|made| async move {
        let (context, somebody) = with_history(&made, 7).await;
        let (_, html) = get(&context, "/me/settlements", Wish::default()).await;
        let cells = texts(&html, "main td .amount").join(" ");
        let mut total = Money::ZERO;
        for (id, _, paid) in &somebody.settlements {
            total += paid.total_fee;
            assert!(
                cells.contains(&paid.personal_burden().yuan()),
                "{}: {id}",
                made.kind
            );
            let (_, page) = get(&context, &format!("/me/settlements/{id}"), Wish::default()).await;
            let heading = texts(&page, "h1").concat();
            assert!(heading.contains(&paid.total_fee.yuan()), "{heading}");
            assert!(
                heading.contains(&paid.personal_burden().yuan()),
                "{heading}"
            );
            assert!(page.contains("已重新核算，分毫不差"), "{}: {id}", made.kind);
            let foot = texts(&page, ".paybar tfoot .amount").concat();
            assert_eq!(foot, paid.total_fee.yuan(), "the bar is the whole bill");
        }
        assert_eq!(texts(&html, ".paybar tfoot .amount").concat(), total.yuan());
    })
    .await;
}

#[tokio::test]
async fn what_is_not_mine_looks_like_what_does_not_exist() {
    on_each(|made| async move {
        let (context, _) = with_history(&made, 1).await;
        let other = resident(
            &context.platform,
            History {
                number: 2,
                settlements: 1,
                items: 1,
            },
        )
        .await;
        let theirs = other.settlements[0].0.to_string();
        let unknown = "0197ffff-0000-7000-8000-000000000000";
        let (status, body) = get(
            &context,
            &format!("/me/settlements/{theirs}"),
            Wish::default(),
        )
        .await;
        let (nowhere, empty) = get(
            &context,
            &format!("/me/settlements/{unknown}"),
            Wish::default(),
        )
        .await;
        assert_eq!((status, nowhere), (404, 404));
        assert_eq!(
            body.replace(&theirs, "ID"),
            empty.replace(unknown, "ID"),
            "{}",
            made.kind
        );
        for nonsense in ["x", "..", "0", "0197ffff", "%00", "1' OR 1=1"] {
            let address = format!("/me/settlements/{nonsense}");
            assert_eq!(
                get(&context, &address, Wish::default()).await.0,
                404,
                "{nonsense}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn an_account_without_a_person_is_told_what_to_do() {
    let made = sqlite_only().await;
    let (context, somebody) = with_history(&made, 1).await;
    let nobody = Actor {
        person: None,
        ..signed_in(somebody.person)
    };
    let context = request(&context.platform, nobody);
    for wish in WISHES {
        for address in PAGES {
            let (status, html) = get(&context, address, wish).await;
            assert_eq!(status, 200, "{address}");
            well_formed(address, &html);
            assert!(html.contains("tel:12393"), "{address}");
        }
    }
    let id: SettlementId = somebody.settlements[0].0;
    assert_eq!(
        get(&context, &format!("/me/settlements/{id}"), Wish::default())
            .await
            .0,
        404
    );
}

#[tokio::test]
async fn nonsense_in_the_query_is_no_filter_and_no_error() {
    on_each(|made| async move {
        let (context, somebody) = with_history(&made, 3).await;
        let (_, plain) = get(&context, "/me/settlements", Wish::default()).await;
        for query in [
            "year=x",
            "year=-1",
            "year=99999999999",
            "year=262144",
            "kind=%27",
            "kind=INPATIENT",
            "before=",
            "before=2026-06-18",
            "before=%2B99999-01-01.0197ffff-0000-7000-8000-000000000000",
            "before=0000-01-01.x",
            "from=9",
            "%ff=%fe",
            "a&b=&=c",
        ] {
            let (status, html) = get(
                &context,
                &format!("/me/settlements?{query}"),
                Wish::default(),
            )
            .await;
            assert_eq!(status, 200, "{}: {query}", made.kind);
            assert_eq!(texts(&html, "main td"), texts(&plain, "main td"), "{query}");
        }
        let id = somebody.settlements[0].0;
        for query in [
            "from=x",
            "from=-1",
            "from=0",
            "from=99999999999",
            "from=2147483647",
        ] {
            let address = format!("/me/settlements/{id}?{query}");
            assert_eq!(
                get(&context, &address, Wish::default()).await.0,
                200,
                "{query}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn older_pages_show_each_settlement_once() {
    on_each(|made| async move {
        let (context, somebody) = with_history(&made, 53).await;
        let mut seen = Vec::new();
        let mut next = Some("/me/settlements?kind=outpatient".to_owned());
        while let Some(address) = next.take() {
            let (_, html) = get(&context, &address, Wish::default()).await;
            let page = Html::parse_document(&html);
            let links = Selector::parse("main td a").unwrap();
            seen.extend(
                page.select(&links)
                    .filter_map(|a| a.attr("href"))
                    .map(ToOwned::to_owned),
            );
            let older = Selector::parse("nav.pages a").unwrap();
            next = page
                .select(&older)
                .filter(|a| a.text().collect::<String>().contains("更早"))
                .find_map(|a| a.attr("href").map(ToOwned::to_owned));
        }
        let outpatient: Vec<String> = somebody
            .settlements
            .iter()
            .filter(|(.., paid)| {
                paid.deductible == Money::ZERO || paid.total_fee < Money::from_yuan(2_000)
            })
            .map(|(id, ..)| format!("/me/settlements/{id}"))
            .collect();
        assert_eq!(seen, outpatient, "{}", made.kind);
    })
    .await;
}

/// Changes the person's only period of insurance.
async fn change(context: &RequestContext, set: &str) {
    let sql = format!("UPDATE enrolment SET {set}");
    let writer = &context.platform.database.writer;
    writer.execute_unprepared(&sql).await.unwrap();
}

#[tokio::test]
async fn the_heading_answers_whatever_the_cover() {
    on_each(|made| async move {
        let (context, _) = with_history(&made, 1).await;
        // The request is of 15 June 2026.
        let cases = [
            ("state = 'normal'", "今天有医保"),
            ("waiting_until = '2026-06-15'", "已经参保，6月16日起能报销"),
            (
                "waiting_until = NULL, state = 'suspended'",
                "今天暂时不能报销",
            ),
            ("state = 'terminated', until = '2026-03-31'", "今天没有医保"),
        ];
        for (set, answer) in cases {
            change(&context, set).await;
            let (_, html) = get(&context, "/me", Wish::default()).await;
            assert_eq!(texts(&html, "h1").concat(), answer, "{}: {set}", made.kind);
            for wish in WISHES {
                for address in PAGES {
                    let (status, html) = get(&context, address, wish).await;
                    assert_eq!(status, 200, "{}: {address} when {set}", made.kind);
                    well_formed(address, &html);
                }
            }
        }
        let (_, html) = get(&context, "/me/enrolment", Wish::default()).await;
        let breaks = texts(&html, ".timeline li").concat();
        assert!(breaks.contains("已经中断 2个月。"), "{breaks}");
        change(&context, "until = '2025-01-31'").await;
        let (_, html) = get(&context, "/me/enrolment", Wish::default()).await;
        let breaks = texts(&html, ".timeline li").concat();
        assert!(breaks.contains("最长等 6 个月"), "{breaks}");
    })
    .await;
}

#[tokio::test]
async fn items_are_shown_two_hundred_at_a_time() {
    let made = sqlite_only().await;
    let platform = platform_with_rules(made.database.clone()).await;
    let somebody = resident(
        &platform,
        History {
            number: 1,
            settlements: 1,
            items: 250,
        },
    )
    .await;
    let context = request(&platform, signed_in(somebody.person));
    let address = format!("/me/settlements/{}", somebody.settlements[0].0);
    let (_, first) = get(&context, &address, Wish::default()).await;
    assert_eq!(texts(&first, "#items tbody tr").len(), 200);
    assert!(first.contains("?from=201#items"));
    let (_, second) = get(&context, &format!("{address}?from=201"), Wish::default()).await;
    assert_eq!(texts(&second, "#items tbody tr").len(), 50);
    assert!(!second.contains("?from=401"));
    assert!(first.len() < 300_000, "{} bytes", first.len());
}

#[tokio::test]
async fn the_diagnosis_is_nowhere() {
    let made = sqlite_only().await;
    let (context, somebody) = with_history(&made, 1).await;
    let address = format!("/me/settlements/{}", somebody.settlements[0].0);
    for wish in WISHES {
        let (_, html) = get(&context, &address, wish).await;
        assert!(!html.contains("诊断") && !html.to_lowercase().contains("diagnos"));
    }
}

#[test]
fn every_page_of_a_person_asks_for_a_sign_in() {
    let mine: Vec<_> = routes::all()
        .into_iter()
        .filter(|route| route.path.starts_with("/me"))
        .collect();
    assert!(mine.len() >= 6);
    assert!(mine.iter().all(|route| route.audience.is_closed()));
}
