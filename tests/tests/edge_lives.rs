//! Lives at the edge, from the first day to after the last: every page of theirs in both languages
//! and in elder mode, what it says, how much it asks of the store, and how large it is.

mod walk;

use std::collections::HashSet;

use app::pages::me::export as page;
use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::ids::PersonId;
use domain::language::Language;
use pdf_extract::Document;
use scraper::{Html, Selector};
use serde_json::Value;
use services::export::{self, Verdict};
use tests::database::on_each;
use tests::hats::belongs_to;
use tests::lives::Life;
use tests::platform::{request, resident};
use tests::residents::link;

use walk::{MOST_STATEMENTS, SUBJECT, THEIRS, Walk, assert_says, text_of, walk};

#[tokio::test]
async fn a_newborn_of_whom_nothing_is_recorded() {
    on_each(|made| async move {
        let (walk, _made) = walk(made).await;
        walk.as_life(Life::of(1, "male", "2026-06-12")).await;
        let pages = walk.own().await;
        assert_says(
            &pages,
            &[
                ("/me", "今天没有医保"),
                ("/me", "没有查到您参加过基本医保。"),
                ("/me", "还没有报销记录"),
                ("/me/enrolment", "出生后 90 天内"),
                ("/me/benefits", "现在没有参保，所以没有待遇"),
                ("/me/settlements", "还没有报销记录"),
                ("/me/account", "没有个人账户"),
                ("/me/certificates", "还没有开过凭证"),
            ],
        );
        walk.exports().await;
    })
    .await;
}

#[tokio::test]
async fn forty_years_and_three_thousand_settlements() {
    on_each(|made| async move {
        let (walk, made) = walk(made).await;
        let mut life = Life::of(1, "male", "1960-01-01");
        for year in 1986..=2025 {
            let (from, through) = (format!("{year}-01-01"), format!("{year}-11-30"));
            life = life.insured("1101", "110105", &from, &through);
        }
        let life = life
            .insured("1201", "110105", "2026-01-01", "")
            .pays(198_601, 202_512, 5_000, "paid")
            .treated(3_000, 5);
        let person = walk.as_life(life).await;
        let pages = walk.own().await;
        assert_says(
            &pages,
            &[
                ("/me", "今天有医保"),
                ("/me/settlements", "一共 3000 笔"),
                ("/me/settlements", "更早的年份"),
                ("/me/settlements?year=1995&kind=outpatient", "1995 年"),
            ],
        );
        // The choices are few, and every year is among them.
        let page = &pages[4].1.body;
        let page = Html::parse_document(page);
        let count = |selector: &str| {
            let selector = Selector::parse(selector).expect("a selector of this file");
            page.select(&selector).count()
        };
        assert_eq!(
            count("main details.basis .chips a"),
            42 - 8,
            "{}",
            made.kind
        );
        assert_eq!(count("main details[open]"), 0);
        // A chosen year is never hidden.
        let chosen = Html::parse_document(&pages[7].1.body);
        let open = Selector::parse("main details[open] a[aria-current]");
        let open = open.expect("a selector of this file");
        assert_eq!(chosen.select(&open).count(), 1);

        let shown = walk.every_settlement().await;
        assert_eq!(shown.len(), 3_000, "{}", made.kind);
        let once: HashSet<&String> = shown.iter().collect();
        assert_eq!(once.len(), 3_000, "each once");
        let rows = told_whole(&walk, &shown).await;
        // What is put on paper is the same on either database, and takes its time.
        if made.kind == "sqlite" {
            told_on_paper(&walk, person, &rows).await;
        }
    })
    .await;
}

/// The export holds every settlement of `shown`, whole and signed, as table and as text; gives those
/// that the table for machines has.
async fn told_whole(walk: &Walk, shown: &[String]) -> Vec<Value> {
    let (csv, json) = (walk.export("csv").await, walk.export("json").await);
    let keys = &walk.site.platform.keys;
    let mut digests = Vec::new();
    for file in [&csv, &json] {
        match export::verify(keys, file.body.as_bytes()) {
            Verdict::Genuine(digest) => digests.push(digest),
            other => panic!("{other:?}"),
        }
    }
    let json: Value = serde_json::from_str(&json.body).expect("JSON");
    let rows = json["sections"]["settlements"].as_array().expect("rows");
    let text = |row: &Value, key: &str| row[key].as_str().expect("text").to_owned();
    let told: HashSet<String> = rows.iter().map(|row| text(row, "settlement_id")).collect();
    let wanted: HashSet<String> = shown.iter().cloned().collect();
    assert!(rows.len() == shown.len() && told == wanted, "each once");
    let fees = rows.iter().filter_map(|row| row["total_fee"].as_i64());
    let (fees, totals) = (fees.sum::<i64>(), &json["sections"]["totals"]);
    let totals = totals.as_array().expect("rows").iter();
    let totals = totals.filter_map(|row| row["total_fee"].as_i64());
    assert_eq!(
        totals.sum::<i64>(),
        fees,
        "the totals are those of the rows"
    );
    assert_eq!(digests[0], digests[1], "the same figures");
    // Amounts and names have no such cells: those of the settlements and of their items.
    let cells: HashSet<&str> = csv.body.split([',', '\n', '\r']).collect();
    assert!(wanted.iter().all(|id| cells.contains(id.as_str())));
    rows.clone()
}

/// And so does the one for reading: hundreds of pages, of which a settlement in fifty is looked up.
async fn told_on_paper(walk: &Walk, person: PersonId, rows: &[Value]) {
    let own = request(&walk.site.platform, resident(person));
    let format = page::pdf(None);
    let pdf = export::person(&own, person, &format, Language::Zh).await;
    let pdf = pdf.expect("a PDF");
    let pages = Document::load_mem(&pdf).expect("it reads").get_pages();
    assert!(pages.len() > 100, "{} pages", pages.len());
    let read = pdf_extract::extract_text_from_mem(&pdf).expect("text");
    let read: String = read.split_whitespace().collect();
    for row in rows.iter().step_by(50).chain(rows.last()) {
        let number = row["number"].as_str().expect("a number");
        assert!(read.contains(number), "{number} in the PDF");
    }
}

#[tokio::test]
async fn one_who_died_and_what_the_daughter_sees() {
    on_each(|made| async move {
        let (walk, _made) = walk(made).await;
        // The insurance was never ended in the records.
        let father = Life::of(1, "male", "1950-01-01")
            .insured("1201", "110105", "2010-01-01", "")
            .treated(3, 1)
            .died("2026-06-11")
            .write(&walk.site.platform)
            .await;
        let daughter =
            Life::of(2, "female", "1985-01-01").insured("1101", "110105", "2010-01-01", "");
        let daughter = walk.as_life(daughter).await;
        link(&walk.site.platform, daughter, father, None).await;
        let addresses: Vec<String> = THEIRS
            .iter()
            .map(|below| format!("/people/{father}{below}"))
            .collect();
        // The log of the look is written besides.
        let pages = walk.all(&addresses, MOST_STATEMENTS + 1).await;
        let at = |below: &str| format!("/people/{father}{below}");
        assert_says(
            &pages,
            &[
                (at("").as_str(), "已于2026年6月11日去世，医保已经终止"),
                (
                    at("").as_str(),
                    "没有用完的个人账户余额，可以由继承人申请领取",
                ),
                (
                    at("/enrolment").as_str(),
                    "已于2026年6月11日去世，参保到此为止",
                ),
                (at("/benefits").as_str(), "参保已经终止，不再有待遇"),
                (at("/settlements").as_str(), "一共 3 笔"),
            ],
        );
        let first = text_of(&pages[0].1.body, "main");
        for wrong in ["今天有医保", "待遇正常", "要留意的", "还差"] {
            assert!(!first.contains(wrong), "{wrong} in {first}");
        }
        let lists = ["/me/family/ledger", "/me/family", "/me"].map(str::to_owned);
        let lists = walk.all(&lists, MOST_STATEMENTS + 1).await;
        for (list, page) in &lists {
            let text = text_of(&page.body, "main");
            assert_eq!(text.matches("已去世").count(), 1, "{list}: {text}");
            assert!(text.contains("（父亲）"), "{list}: {text}");
        }
        let ledger = text_of(&lists[0].1.body, "main tbody tr:nth-child(2)");
        assert_eq!(ledger.matches("参保已终止").count(), 1, "{ledger}");
        assert!(!ledger.contains("没有可用的待遇标准"), "{ledger}");

        // Whose record says so by mistake learns it, and what to do.
        belongs_to(&walk.site, SUBJECT, father).await;
        let own = walk.own().await;
        assert_says(
            &own,
            &[
                ("/me", "登记为已去世，医保已经终止"),
                ("/me", "登记错了的，请打医保热线更正"),
                ("/me/benefits", "参保已经终止，不再有待遇"),
            ],
        );
        let mut browser = walk.browser.clone();
        let refused = browser
            .post("/me/certificates", "periods=current&days=90")
            .await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("登记为已去世，不能再开凭证"));

        // Whoever checks what was certified before learns that it is over.
        let mother =
            Life::of(3, "female", "1952-01-01").insured("1201", "110105", "2010-01-01", "");
        walk.as_life(mother).await;
        let wish = "periods=current&days=90&show=later";
        let issued = browser.post("/me/certificates", wish).await;
        let sheet = browser.get(issued.location()).await;
        let code = text_of(&sheet.body, ".checked-by .code");
        let dies = "UPDATE person SET status = 'dead', died_on = '2026-06-14' WHERE name = '测试3'";
        walk.site.run(dies).await;
        let check = walk.site.browser().get(&format!("/check/{code}")).await;
        let text = text_of(&check.body, "main");
        assert!(text.contains("今天已经没有参保"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn two_insurances_in_one_year() {
    on_each(|made| async move {
        let (walk, _made) = walk(made).await;
        let life = Life::of(1, "female", "1985-01-01")
            .insured("1501", "330100", "2026-01-01", "2026-12-31")
            .insured("1101", "330100", "2026-03-01", "")
            .pays_fee(2026, "paid")
            .pays(202_603, 202_605, 9_000, "paid")
            .claims(2026);
        walk.as_life(life).await;
        let pages = walk.own().await;
        assert_says(
            &pages,
            &[
                ("/me", "今天有医保"),
                ("/me", "职工基本医疗保险"),
                ("/me/enrolment", "城乡居民基本医疗保险"),
                ("/me/benefits", "职工基本医疗保险（在职）"),
            ],
        );
    })
    .await;
}

#[tokio::test]
async fn a_name_with_a_dot_and_a_letter_that_few_have() {
    const NAME: &str = "阿卜杜拉·𬱖买提";
    on_each(|made| async move {
        let (walk, made) = walk(made).await;
        let life = Life::of(1, "male", "1985-01-01")
            .called(NAME)
            .carded("04")
            .numbered("911010198501010026")
            .insured("1101", "330100", "2024-03-01", "")
            .pays(202_403, 202_605, 9_000, "paid");
        walk.as_life(life).await;
        let pages = walk.own().await;
        assert_says(&pages, &[("/me", "今天有医保")]);
        let mut browser = walk.browser.clone();
        let issued = browser
            .post("/me/certificates", "periods=all&days=90&show=identity")
            .await;
        assert_eq!(issued.status, StatusCode::SEE_OTHER, "{}", issued.body);
        let address = issued
            .location()
            .split('?')
            .next()
            .unwrap_or_default()
            .to_owned();
        let one = vec![address.clone()];
        let sheet = walk.all(&one, MOST_STATEMENTS).await;
        assert_says(
            &sheet,
            &[
                (address.as_str(), NAME),
                (address.as_str(), "外国人永久居留身份证"),
            ],
        );
        assert!(!sheet[0].1.body.contains("911010198501010026"), "masked");
        let code = text_of(&sheet[0].1.body, ".checked-by .code");
        let check = walk.site.browser().get(&format!("/check/{code}")).await;
        assert!(check.body.contains(NAME), "{}", check.body);

        let [_, csv, json] = walk.exports().await;
        assert!(
            csv.body.contains(NAME) && json.body.contains(NAME),
            "{}",
            made.kind
        );
        for address in [format!("{address}/pdf"), "/me/export".to_owned()] {
            let request = if address.ends_with("pdf") {
                browser.request("GET", &address, "none")
            } else {
                browser
                    .request("POST", &address, "same-origin")
                    .header("content-type", "application/x-www-form-urlencoded")
            };
            let paper = browser.bytes(request, "format=pdf&language=zh").await;
            let text = pdf_extract::extract_text_from_mem(&paper).expect("a PDF");
            let text: String = text.split_whitespace().collect();
            assert!(text.contains(NAME), "{address}: {text}");
            assert!(!text.contains("字库里没有"), "{address}: {text}");
        }

        // A letter that hardly any font has is replaced, and the paper says so.
        walk.as_life(Life::of(2, "male", "1985-01-01").called("李\u{31350}"))
            .await;
        let request = browser
            .request("POST", "/me/export", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
        let paper = browser.bytes(request, "format=pdf&language=zh").await;
        let text = pdf_extract::extract_text_from_mem(&paper).expect("a PDF");
        let text: String = text.split_whitespace().collect();
        assert!(text.contains("代表字库里没有的字"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn a_place_and_a_day_without_rules() {
    on_each(|made| async move {
        let (walk, _made) = walk(made).await;
        let far = Life::of(1, "female", "1985-01-01").insured("1101", "650100", "2020-01-01", "");
        walk.as_life(far).await;
        let pages = walk.own().await;
        assert_says(
            &pages,
            &[
                ("/me", "今天有医保"),
                ("/me", "还没有收录您参保地的待遇标准"),
                (
                    "/me/benefits",
                    "现在收录了：北京市、上海市、浙江省杭州市、四川省成都市。",
                ),
            ],
        );
        let here = Life::of(2, "female", "1985-01-01").insured("1101", "110105", "2020-01-01", "");
        walk.as_life(here).await;
        let begins = walk.site.platform.parameters.begins().expect("a day");
        let today = tests::platform::noon().date_naive();
        walk.site
            .clock
            .advance(TimeDelta::days((begins - today).num_days() - 30));
        let earlier = "UPDATE account_role SET valid_from = '2020-01-01'";
        walk.site.run(earlier).await;
        let mut walk = walk;
        walk.browser = walk.site.browser();
        walk.browser.sign_in(SUBJECT, "/me").await;
        let pages = walk.own().await;
        assert_says(
            &pages,
            &[
                ("/me", "还没有收录您参保地现在的待遇标准"),
                ("/me", "最接近的一套是"),
                ("/me/benefits", "有效。"),
            ],
        );
    })
    .await;
}
