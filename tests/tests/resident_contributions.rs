//! The page of contributions: what the use case finds, what the page shows, what the export says.

use std::io::Write;

use app::pages::me::export as page;
use domain::contributions::{BasePosition, MonthState, Why};
use domain::language::Language;
use domain::money::Money;
use flate2::Compression;
use flate2::write::GzEncoder;
use scraper::{Html, Selector};
use serde_json::Value;
use services::RequestContext;
use services::export::{self, Format};
use services::resident::contributions::{self, Retirement};
use tests::database::{TestDatabase, on_each, sqlite_only};
use tests::lives::Life;
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::platform_with_rules;

const ENGLISH: Wish = Wish {
    english: true,
    elder: false,
};
const ELDER: Wish = Wish {
    english: false,
    elder: true,
};

async fn as_person(made: &TestDatabase, life: Life) -> RequestContext {
    let platform = platform_with_rules(made.database.clone()).await;
    let person = life.write(&platform).await;
    request(&platform, signed_in(person))
}

async fn found(context: &RequestContext) -> contributions::Contributions {
    let person = context.actor.person.expect("a resident");
    contributions::of(context, person)
        .await
        .expect("the page's facts")
}

fn texts(html: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("a selector");
    let found = page.select(&selector);
    found.map(|one| one.text().collect::<String>()).collect()
}

/// A resident until mid-2024, an employee since, with a gap, an arrear and this month's bill.
/// Requests are of 15 June 2026.
fn varied() -> Life {
    Life::of(1, "female", "1980-03-08")
        .insured("1501", "330100", "2023-01-01", "2024-06-30")
        .insured("1101", "330106", "2024-07-01", "2025-02-28")
        .insured("1101", "330106", "2025-05-01", "")
        .pays_fee(2023, "paid")
        .pays_fee(2024, "paid")
        .pays(202_407, 202_412, 9_000, "paid")
        .pays(202_501, 202_502, 4_986, "paid")
        .pays(202_505, 202_512, 24_930, "paid")
        .pays(202_601, 202_604, 12_000, "paid")
        .pays(202_605, 202_606, 12_000, "billed")
}

#[tokio::test]
async fn every_figure_follows_from_the_store() {
    on_each(|made| async move {
        let context = as_person(&made, varied()).await;
        let page = found(&context).await;
        let state = |period: i32| {
            let year = page
                .grid
                .iter()
                .find(|row| row.year == period / 100)
                .expect("a year");
            year.months[usize::try_from(period % 100 - 1).expect("a place")].state
        };
        for (period, wanted) in [
            (202_301, MonthState::Paid),
            (202_406, MonthState::Paid),
            (202_407, MonthState::Paid),
            (202_503, MonthState::NotInsured),
            (202_605, MonthState::Overdue),
            (202_606, MonthState::Billed),
            (202_607, MonthState::ToCome),
        ] {
            assert_eq!(state(period), wanted, "{}: {period}", made.kind);
        }
        assert_eq!(page.totals.months, 20);
        assert_eq!(page.totals.paid.subsidy, Money::from_yuan(1_400));
        let years: Vec<i32> = page.totals.years.iter().map(|year| year.year).collect();
        assert_eq!(years, [2026, 2025, 2024, 2023]);
        assert_eq!(page.totals.owed.person, Money::from_yuan(480));

        let positions: Vec<_> = page
            .bases
            .iter()
            .map(|run| {
                (
                    run.first.month.period(),
                    run.first.rule.as_ref().map(|rule| rule.position),
                )
            })
            .collect();
        assert_eq!(
            positions,
            [
                (202_601, Some(BasePosition::Between)),
                (202_505, Some(BasePosition::AtCeiling)),
                (202_501, Some(BasePosition::AtFloor)),
                (202_407, Some(BasePosition::Between)),
            ],
            "{}",
            made.kind
        );
        let Retirement::Counting {
            counted,
            demand: Some(demand),
        } = &page.retirement
        else {
            panic!("{:?}", page.retirement);
        };
        assert_eq!((counted.all.recorded, counted.local.recorded), (20, 20));
        assert_eq!(demand.requirement.months, 240);
        assert_eq!(demand.missing.recorded, 220);
        let open: Vec<_> = page
            .back_payments
            .iter()
            .map(|one| (one.why, one.length()))
            .collect();
        assert_eq!(
            open,
            [(Why::Arrears, 1), (Why::PastBreak, 2)],
            "{}",
            made.kind
        );
        assert_eq!(page.fees.len(), 2);
        assert!(page.twice.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_page_says_each_month_in_a_word() {
    let made = sqlite_only().await;
    let context = as_person(&made, varied()).await;
    let (status, html) = get(&context, "/me/contributions", Wish::default()).await;
    assert_eq!(status, 200);
    assert_eq!(texts(&html, ".months tbody tr").len(), 4);
    assert_eq!(texts(&html, ".months tbody td").len(), 48);
    assert!(
        texts(&html, ".months tbody td")
            .iter()
            .all(|word| !word.trim().is_empty())
    );
    let of_2025 = texts(&html, ".months tbody tr:nth-child(2) td");
    assert_eq!(of_2025[1..5], ["已缴", "未参保", "未参保", "已缴"]);
    let legend = texts(&html, ".months-legend dt");
    assert_eq!(legend, ["已缴", "待缴", "欠缴", "未参保", "未到"]);
    for wanted in [
        "没有参保的：2025年3月至4月。",
        "该缴没有到账的：2026年5月。",
        "2023年1月至2024年6月城乡居民医保",
        "正好在上限 ¥24,930.00",
        "示例值，未经核实",
        "先由单位拿着劳动合同",
        "每天要另付万分之五的滞纳金",
        "参数 HZ-2025，2025年1月1日起有效",
        "还差 18年4个月",
        "2023年1月",
    ] {
        assert!(html.contains(wanted), "{wanted}");
    }
    assert!(
        texts(&html, ".chips a[aria-current]")
            .concat()
            .contains("缴费记录")
    );

    let (_, english) = get(&context, "/me/contributions", ENGLISH).await;
    for wanted in [
        "Not insured: March 2025 to April 2025.",
        "At the ceiling of ¥24,930.00",
        "18 years 4 months are missing",
        "the employer asks the insurance office first",
    ] {
        assert!(english.contains(wanted), "{wanted}");
    }
    let body = Html::parse_document(&english);
    let main = Selector::parse("main").expect("a selector");
    let words: String = body.select(&main).flat_map(|main| main.text()).collect();
    for word in ["缴", "参保地", "个月"] {
        assert!(!words.contains(word), "Chinese in the English page: {word}");
    }
    assert!(
        english.contains(">Contribution base</button>"),
        "a sentence begins"
    );
    assert!(words.contains("The contribution year of your place begins in "));
    assert!(!words.contains("begins with month"), "{words}");
}

#[tokio::test]
async fn elder_mode_says_the_months_in_sentences() {
    let made = sqlite_only().await;
    let context = as_person(&made, varied()).await;
    let (_, html) = get(&context, "/me/contributions", ELDER).await;
    assert!(texts(&html, ".months").is_empty());
    let facts = texts(&html, ".facts dd");
    assert!(
        facts
            .iter()
            .any(|fact| fact == "1月至2月已缴，3月至4月未参保，5月至12月已缴"),
        "{facts:?}"
    );
    assert!(facts.iter().any(|fact| fact == "全年已缴"), "{facts:?}");
    assert!(
        texts(&html, ".card").len() <= 6,
        "at most six things on a page"
    );
}

#[tokio::test]
async fn edge_states_have_their_words() {
    let cases = [
        (Life::of(1, "male", "2026-06-01"), "还没有缴费记录"),
        (
            Life::of(1, "male", "2026-06-01")
                .insured("1401", "330100", "2026-06-01", "")
                .pays_fee(2026, "paid"),
            "没有一个月断开",
        ),
        (
            Life::of(1, "female", "1950-01-01").insured("1201", "330100", "2010-01-01", ""),
            "您已经按退休参保，不用再缴费。",
        ),
        (
            Life::of(1, "male", "1960-01-01")
                .insured("1101", "330100", "2010-01-01", "")
                .pays(202_501, 202_602, 9_000, "paid")
                .died("2026-03-02"),
            "本人已于2026年3月2日去世",
        ),
        (
            Life::of(1, "male", "1990-01-01")
                .insured("1501", "330100", "2025-01-01", "2026-12-31")
                .insured("1101", "330100", "2025-06-01", ""),
            "2025年6月至2026年6月，职工医保和居民医保同时都在",
        ),
        (
            Life::of(1, "male", "1990-01-01")
                .insured("1101", "650100", "2020-01-01", "")
                .pays(202_001, 202_605, 9_000, "paid"),
            "这里还没有收录，所以算不出还差多少",
        ),
        (
            Life::of(1, "male", "1990-01-01")
                .insured("1101", "330100", "2023-01-01", "")
                .pays(202_301, 202_312, 9_000, "paid"),
            "那时那地的上下限这里没有收录",
        ),
        (
            Life::of(1, "male", "1990-01-01")
                .carded("05")
                .insured("1101", "330100", "2024-01-01", "")
                .pays(202_401, 202_605, 4_986, "paid"),
            "还差 17年7个月",
        ),
        (
            Life::of(1, "male", "1990-01-01")
                .insured("1501", "330100", "2026-01-01", "")
                .pays_fee(2023, "paid")
                .pays_fee(2026, "billed"),
            "补缴断掉的一年",
        ),
    ];
    for (life, wanted) in cases {
        let made = sqlite_only().await;
        let context = as_person(&made, life).await;
        for (english, elder) in [(false, false), (true, false), (false, true), (true, true)] {
            let (status, html) = get(&context, "/me/contributions", Wish { english, elder }).await;
            assert_eq!(status, 200, "{wanted}");
            assert!(english || html.contains(wanted), "{wanted}");
        }
    }
}

#[tokio::test]
async fn the_export_has_the_same_figures_and_words() {
    let made = sqlite_only().await;
    let context = as_person(&made, varied()).await;
    let page = found(&context).await;
    let person = context.actor.person.expect("a resident");
    let json = export::person(&context, person, &Format::Json, Language::Zh)
        .await
        .expect("an export");
    let json: Value = serde_json::from_slice(&json).expect("JSON");
    let rows = json["sections"]["contributions"]
        .as_array()
        .expect("contributions");
    let sum = |key: &str| -> i64 {
        let paid = rows.iter().filter(|row| row["state"] == "paid");
        paid.map(|row| row[key].as_i64().expect("fen")).sum()
    };
    let paid = page.totals.paid;
    assert_eq!(sum("person_amount"), paid.person.fen());
    assert_eq!(sum("employer_amount"), paid.employer.fen());
    assert_eq!(sum("subsidy_amount"), paid.subsidy.fen());
    assert_eq!(sum("account_credit"), paid.account_credit.fen());
    for row in rows {
        let state = row["state"].as_str().expect("a state");
        assert!(
            domain::contributions::ContributionState::from_code(state).is_some(),
            "{state} is a word of the page too"
        );
    }
}

fn forty_years() -> Life {
    let mut life = Life::of(1, "male", "1966-01-01").insured("1101", "330100", "1986-07-01", "");
    for year in 1986..=2026 {
        let (from, through) = (
            if year == 1986 { 7 } else { 1 },
            if year == 2026 { 5 } else { 12 },
        );
        let base = 600 + (year - 1986) * 293;
        life = life.pays(year * 100 + from, year * 100 + through, base.into(), "paid");
    }
    life
}

#[tokio::test]
async fn forty_years_fit_on_the_page() {
    let made = sqlite_only().await;
    let context = as_person(&made, forty_years()).await;
    for (english, elder) in [(false, false), (true, false), (false, true), (true, true)] {
        let (status, html) = get(&context, "/me/contributions", Wish { english, elder }).await;
        assert_eq!(status, 200);
        let mut writer = GzEncoder::new(Vec::new(), Compression::default());
        writer.write_all(html.as_bytes()).expect("memory takes it");
        let small = writer.finish().expect("memory takes it").len();
        assert!(small < 30_000, "{small} of {} bytes", html.len());
        if !elder {
            let newer = texts(&html, ".newer tfoot tr");
            assert_eq!(newer.len(), 1, "the sums stay in sight on a screen");
            assert_eq!(texts(&html, ".older tfoot tr"), newer, "and end the paper");
        }
    }
}

/// The export for reading: a line a month under heads that stand on each page, no codes.
#[tokio::test]
async fn forty_years_are_a_table_on_paper() {
    let made = sqlite_only().await;
    let context = as_person(&made, forty_years()).await;
    let person = context.actor.person.expect("a resident");
    for (language, head, wanted, codes) in [
        (
            Language::Zh,
            "划入账户",
            ["职工医保", "在职职工", "浙江省杭州市", "已缴"],
            &["employee", "monthly", "paid", "male", "alive"][..],
        ),
        (
            Language::En,
            "Totheaccount",
            ["employeemedicalinsurance", "Hangzhou", "monthly", "living"],
            &["alive", "written_off"][..],
        ),
    ] {
        let pdf = export::person(&context, person, &page::pdf(None), language).await;
        let pdf = pdf.expect("a PDF");
        let pages = pdf_extract::Document::load_mem(&pdf).expect("it reads");
        let pages = pages.get_pages().len();
        let text = pdf_extract::extract_text_from_mem(&pdf).expect("text");
        let text: String = text.split_whitespace().collect();
        let heads = text.matches(head).count();
        assert!(
            heads > 5 && heads <= pages,
            "{heads} heads on {pages} pages"
        );
        assert!(pages < 16, "{pages} pages");
        for wanted in wanted {
            assert!(text.contains(wanted), "{wanted} is missing");
        }
        for code in codes {
            assert!(!text.contains(code), "{code} is for programs");
        }
    }
}
