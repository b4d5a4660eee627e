//! What paper tells: what was put in, in words, and nothing that only asks.

use tests::database::sqlite_only;
use tests::site::Site;

use super::{ADDRESSES, posted, texts};

/// The names and values that stand on paper only.
fn put_in(html: &str) -> Vec<(String, String)> {
    let names = texts(html, ".on-paper dt");
    let values = texts(html, ".on-paper dd");
    assert_eq!(names.len(), values.len());
    names.into_iter().zip(values).collect()
}

#[tokio::test]
async fn what_was_put_in_stands_on_paper_in_words_and_the_form_does_not() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    for address in ADDRESSES {
        let page = browser.get(address).await.body;
        let entries = put_in(&page);
        assert!(entries.len() >= 3, "{address}: {entries:?}");
        assert!(
            entries.iter().any(|(_, value)| value.ends_with("市")),
            "{address}: {entries:?}"
        );
        // Every card with a form, and the list of other calculations, stays on the screen.
        let asking = texts(&page, "main .on-screen .card form").len();
        assert_eq!(asking, texts(&page, "main .card form").len(), "{address}");
        assert!(asking > 0, "{address}");
        assert_eq!(
            texts(&page, "main .on-screen .onward").len(),
            1,
            "{address}"
        );
    }
    let fields = [
        ("region", "110000"),
        ("case", "employee_employee"),
        ("from", "2024-01"),
        ("on", "2026-03"),
        ("bought", "0"),
        ("age", "35"),
        ("steady", "yes"),
    ];
    let page = posted(&mut browser, "/calculator/waiting", &fields)
        .await
        .body;
    let entries = put_in(&page);
    let values: Vec<&str> = entries.iter().map(|(_, value)| value.as_str()).collect();
    assert_eq!(values.len(), 8, "{entries:?}");
    assert_eq!(values[2..], ["2024-01", "2026-03", "0", "35", "否", "是"]);
    assert!(
        values[1].contains("职工"),
        "the choice in words: {values:?}"
    );
}

#[tokio::test]
async fn the_bill_stands_on_paper_beside_the_answer() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let page = browser.get("/calculator").await.body;
    let entries = put_in(&page);
    let values: Vec<&str> = entries.iter().map(|(_, value)| value.as_str()).collect();
    assert_eq!(values, ["20,000", "8,000", "10", "2,000"]);
    assert_eq!(
        texts(&page, "main .on-screen .doors").len(),
        1,
        "further calculators are no part of the answer"
    );
    let items = [
        ("region", "110000"),
        ("scheme", "employee"),
        ("status", "active"),
        ("age", "40"),
        ("kind", "inpatient"),
        ("level", "l3"),
        ("remote", "local"),
        ("admission", "1"),
        ("bill", "items"),
        ("a", "7,777"),
        ("name-0", "床位"),
        ("amount-0", "20000"),
        ("class-0", "A"),
        ("amount-1", "8,000"),
        ("class-1", "B"),
        ("first-1", "10"),
        ("amount-2", ""),
        ("op_ded", "120"),
        ("day", "2026-06-12"),
    ];
    let page = posted(&mut browser, "/calculator", &items).await.body;
    let entries = put_in(&page);
    let of = |at: usize| (entries[at].0.as_str(), entries[at].1.as_str());
    assert_eq!(of(0), ("床位、甲类", "20000"));
    assert_eq!(of(1), ("乙类", "8,000、先自己付的比例（%）：10"));
    assert_eq!(of(2), ("门诊起付线今年已用（元）", "120"));
    assert_eq!(
        entries.len(),
        3,
        "neither what is empty nor the other way to tell a bill"
    );
    let wrong = [("region", "110000"), ("age", "old")];
    let page = posted(&mut browser, "/calculator", &wrong).await.body;
    assert_eq!(put_in(&page), [], "nothing came of it");
}
