//! What divided bills, refunds and special kinds of visits look like on one's own pages.

use std::sync::Arc;

use domain::ids::PersonId;
use scraper::{Html, Selector};
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};
use services::Platform;
use services::store::entity::{person, settlement};
use tests::database::{TestDatabase, on_each, sqlite_only};
use tests::demonstration::{id_of, with_demo};
use tests::importing::{fresh, imported, write};
use tests::kinds::{EMPLOYEE, Insured, RESIDENT, across_years, chronic, person as people};
use tests::kinds::{refund, visit};
use tests::pages::{Wish, get};
use tests::platform::{request, resident};
use tests::records_file::numbers;

const ENGLISH: Wish = Wish {
    english: true,
    elder: false,
};

/// The pages of one person with these records.
struct Own {
    platform: Arc<Platform>,
    person: PersonId,
    rows: Vec<settlement::Model>,
}

impl Own {
    async fn of(made: &TestDatabase, insured: Insured, visits: &[Value]) -> Self {
        let platform = fresh(made.database.clone()).await;
        let mut records = people(&numbers()[0], insured);
        records.extend_from_slice(visits);
        let file = write(made.folder.path(), "own", &records);
        assert_eq!(imported(&platform, &file).await.refused, []);
        let reader = &made.database.reader;
        let whom = person::Entity::find().one(reader).await.expect("a store");
        let rows = settlement::Entity::find()
            .order_by_asc(settlement::Column::SettlementId)
            .all(reader)
            .await;
        Self {
            platform,
            person: whom.expect("somebody").person_id.into(),
            rows: rows.expect("settlements"),
        }
    }

    async fn page(&self, address: &str, wish: Wish) -> String {
        let context = request(&self.platform, resident(self.person));
        let (status, html) = get(&context, address, wish).await;
        assert_eq!(status, 200, "{address}");
        html
    }

    /// The address of the settlement with this place in the order in which they were made.
    fn address(&self, place: usize) -> String {
        format!("/me/settlements/{}", self.rows[place].settlement_id)
    }
}

/// The words of what `selector` finds, without runs of blanks.
fn texts(html: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("a selector of this file");
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    page.select(&selector)
        .map(|found| words(found.text().collect()))
        .collect()
}

/// The first step of a part says which part it is, and has no figure that could be taken for one of
/// the calculation.
fn begins_without_a_figure(html: &str, titles: &[&str]) {
    let first = texts(html, ".steps > li:first-child .title");
    assert!(!first.is_empty(), "no steps");
    assert!(
        first.iter().all(|one| titles.contains(&one.as_str())),
        "{first:?}"
    );
    let figures = texts(html, ".steps > li:first-child .value");
    assert!(figures.is_empty(), "{figures:?}");
}

fn leads_to(html: &str, address: &str) -> bool {
    !texts(html, &format!("main a[href='{address}']")).is_empty()
}

#[tokio::test]
async fn parts_of_a_bill_for_a_disease_are_tied_to_each_other() {
    on_each(async |made| {
        let number = &numbers()[0];
        let visits = [chronic(number, EMPLOYEE, "C-1", "2026-05-05")];
        let own = Own::of(&made, EMPLOYEE, &visits).await;
        assert_eq!(own.rows.len(), 2, "{}", made.kind);
        let (disease, other) = (own.address(0), own.address(1));

        let list = own.page("/me/settlements", Wish::default()).await;
        for words in ["一张账单分开算：慢特病部分", "一张账单分开算：普通门诊部分"]
        {
            assert!(list.contains(words), "{}: {words}", made.kind);
        }
        for (here, there, name) in [
            (&disease, &other, "普通门诊部分"),
            (&other, &disease, "慢特病部分"),
        ] {
            let html = own.page(here, Wish::default()).await;
            let titles = ["账单分成两部分，先算治慢特病的", "再算账单的其余部分"];
            begins_without_a_figure(&html, &titles);
            assert!(html.contains("一张账单，分开结算"), "{here}");
            // Each item is of one part alone, with all of its quantity.
            assert!(!html.contains("数量是整张账单上的"), "{here}");
            let way = texts(&html, &format!("#parts a[href='{there}']"));
            assert_eq!(way, [name]);
            assert!(!leads_to(&html, here), "not to itself");
            let rows = texts(&html, "#parts tbody tr");
            assert_eq!(rows.len(), 3, "{rows:?}");
            assert!(
                rows[2].contains("整张账单") && rows[2].contains("8,300.00"),
                "{rows:?}"
            );
            // The bill as a whole cannot be tried from one of its parts.
            assert!(texts(&html, "form[action^='/calculator']").is_empty());
            let html = own.page(&format!("{here}/replay"), Wish::default()).await;
            begins_without_a_figure(&html, &titles);
            assert!(html.contains("分毫不差"), "{here}");
            assert!(leads_to(&html, &format!("{there}/replay")), "{here}");
        }
        let html = own.page(&disease, ENGLISH).await;
        assert!(html.contains("One bill, settled in parts"));
        assert!(html.contains("The part for the disease (this page)"));
        let html = own.page(&format!("{disease}/replay"), ENGLISH).await;
        assert!(html.contains("one part of a bill settled in parts: the part for the disease"));
    })
    .await;
}

#[tokio::test]
async fn a_stay_over_the_turn_of_a_year_counts_in_both() {
    on_each(async |made| {
        let number = &numbers()[0];
        let visits = [across_years(number, EMPLOYEE, "S-1")];
        let own = Own::of(&made, EMPLOYEE, &visits).await;
        for (place, year) in [(0, 2025), (1, 2026)] {
            let address = format!("/me/settlements?year={year}");
            let list = own.page(&address, Wish::default()).await;
            assert!(leads_to(&list, &own.address(place)), "{year}");
            assert!(!leads_to(&list, &own.address(1 - place)), "{year}");
            let words = format!("一张账单分开算：{year} 年的部分");
            assert!(list.contains(&words), "{}: {words}", made.kind);
            let html = own.page(&own.address(place), Wish::default()).await;
            assert!(html.contains("这次住院跨了年"), "{year}");
            assert!(leads_to(&html, &own.address(1 - place)), "{year}");
            let html = own.page(&own.address(place), ENGLISH).await;
            let words = format!("The part for {year} (this page)");
            assert!(html.contains(&words), "{words}");
            assert!(html.contains("10 days in hospital (the whole stay, not this part alone)"));
            assert!(html.contains("Quantities are those of the whole bill; amounts are those of"));
            let rules = format!("by which the part for {year} was settled");
            assert!(html.contains(&rules) && html.contains("BJ-2025"), "{rules}");
            assert!(!html.contains("in force on 7 January 2026"), "{year}");
            let title = format!("A stay across two years: the part in {year}");
            begins_without_a_figure(&html, &[title.as_str()]);
        }
    })
    .await;
}

#[tokio::test]
async fn a_refund_and_what_it_takes_back_lead_to_each_other() {
    on_each(async |made| {
        let number = &numbers()[0];
        let stay = json!({"kind": "inpatient"});
        let visits = [
            visit(number, EMPLOYEE, "N-1", "2026-03-03", &stay),
            refund(number, "R-1", "N-1", "2026-03-10"),
        ];
        let own = Own::of(&made, EMPLOYEE, &visits).await;
        let (original, back) = (own.address(0), own.address(1));
        let html = own.page(&original, Wish::default()).await;
        assert!(html.contains("这次结算已经在") && html.contains("R-1"));
        assert!(leads_to(&html, &back));
        let html = own.page(&back, Wish::default()).await;
        assert!(html.contains("这是一笔退费") && html.contains("N-1"));
        assert!(leads_to(&html, &original));
        assert!(leads_to(&html, &format!("{original}#items")));
        assert!(html.contains("不再逐项列出"));
        // Who gets what back is said without a minus, then a heading says whose calculation it is.
        let heading = "下面是被退回的那次结算";
        let headings = texts(&html, "main h2");
        let place = |wanted: &str| headings.iter().position(|one| one == wanted);
        let (gets, below) = (place("这笔钱退给谁"), place(heading));
        let (paid, how) = (place("这笔钱由谁付"), place("怎么算出来的"));
        assert!(
            gets.is_some() && gets < below && below < paid && paid < how,
            "{headings:?}"
        );
        assert_eq!(html.matches(heading).count(), 1);
        let told = texts(&html, "main p");
        let sum = told
            .iter()
            .find(|line| line.starts_with("一共退 ¥1,000.00："));
        let sum = sum.unwrap_or_else(|| panic!("{}: {told:?}", made.kind));
        assert!(
            sum.contains("退给自己") && !sum.contains('\u{2212}'),
            "{sum}"
        );
        let whole = own.page(&original, Wish::default()).await;
        assert!(!whole.contains(heading));
        for (here, there) in [(&original, &back), (&back, &original)] {
            let html = own.page(&format!("{here}/replay"), Wish::default()).await;
            assert!(html.contains("分毫不差"), "{here}");
            assert!(leads_to(&html, &format!("{there}/replay")), "{here}");
            assert!(!html.contains("并不在有效期内"), "{here}");
            let html = own.page(here, ENGLISH).await;
            assert!(html.contains("cancel"), "{here}");
            assert!(leads_to(&html, there), "{here}");
        }
        let list = own.page("/me/settlements", Wish::default()).await;
        for words in ["退的是以前的一次结算", "这一次已经全部退回"] {
            assert!(list.contains(words), "{}: {words}", made.kind);
        }
        assert!(leads_to(&list, &original) && leads_to(&list, &back));
    })
    .await;
}

#[tokio::test]
async fn the_totals_of_special_kinds_stand_with_the_benefits() {
    on_each(async |made| {
        let number = &numbers()[0];
        let of = |name: &str, day: &str, fields: Value| visit(number, RESIDENT, name, day, &fields);
        let pressure = json!({"kind": "two_diseases", "disease": "M03900"});
        let visits = [
            of("T-1", "2026-03-01", pressure),
            of("T-2", "2026-03-02", json!({"kind": "prenatal"})),
            chronic(number, RESIDENT, "T-3", "2026-03-03"),
        ];
        let own = Own::of(&made, RESIDENT, &visits).await;
        let html = own.page("/me/benefits", Wish::default()).await;
        let told = texts(&html, "main p");
        let line = |name: &str| {
            let found = told.iter().find(|line| line.starts_with(name));
            found.unwrap_or_else(|| panic!("{}: {name}: {told:?}", made.kind))
        };
        assert_eq!(
            line("高血压用药："),
            "高血压用药：一年最多付 ¥200.00，已经付了 ¥200.00，还能付 ¥0.00。"
        );
        assert_eq!(
            line("糖尿病用药："),
            "糖尿病用药：一年最多付 ¥300.00，已经付了 ¥0.00，还能付 ¥300.00。"
        );
        assert_eq!(
            line("产前检查："),
            "产前检查：一年最多付 ¥800.00，已经付了 ¥500.00，还能付 ¥300.00。"
        );
        // The level at which the bill was, whose deductible is paid.
        let deductible = told
            .iter()
            .find(|line| line.starts_with("慢特病起付线（二级医院"));
        let deductible = deductible.unwrap_or_else(|| panic!("{}: {told:?}", made.kind));
        assert!(deductible.contains("已经付满，开始报销"), "{deductible}");
        let html = own.page("/me/benefits", ENGLISH).await;
        assert!(html.contains("Chronic diseases and pregnancy"));
        assert!(texts(&html, "main p").iter().any(|line| {
            line == "High blood pressure: At most ¥200.00 a year; ¥200.00 used, ¥0.00 left."
        }));
    })
    .await;
}

/// Each special kind is once among the people of the demonstration, and leads somewhere.
#[tokio::test]
async fn the_demonstration_shows_every_kind() {
    let made = sqlite_only().await;
    let platform = with_demo(&made, 0, 5).await;
    let rows = settlement::Entity::find()
        .all(&platform.database.reader)
        .await
        .expect("settlements");
    for (name, kind, count) in [
        ("李国强", "two_diseases", 1),
        ("赵桂兰", "dual_channel", 1),
        ("刘玉兰", "chronic", 1),
        ("阿依古丽·买买提", "prenatal", 1),
        ("赵雨晴", "maternity_inpatient", 1),
    ] {
        let person = id_of(&platform, name).await;
        let context = request(&platform, resident(person));
        let own = rows.iter().filter(|row| row.visit_kind == kind);
        let own: Vec<_> = own
            .filter(|row| PersonId::from(row.person_id) == person)
            .collect();
        assert_eq!(own.len(), count, "{name}: {kind}");
        let paid = own.iter().all(|row| row.fund_total > 0);
        assert!(paid, "{name}: insurance pays something for {kind}");
        for row in own {
            let address = format!("/me/settlements/{}", row.settlement_id);
            let (status, html) = get(&context, &address, Wish::default()).await;
            assert_eq!(status, 200, "{name}: {kind}");
            assert!(html.contains("已重新核算，分毫不差"), "{name}: {kind}");
            // A pharmacy has no hospital level; everybody else has one.
            let place = texts(&html, ".facts dd").into_iter().next();
            let graded = place.is_some_and(|place| place.ends_with('）'));
            assert_eq!(graded, kind != "dual_channel", "{name}: {kind}");
        }
    }
    let parts = |name: PersonId| {
        let own = rows.iter();
        let own = own.filter(move |row| PersonId::from(row.person_id) == name);
        own.filter(|row| row.bill_id.is_some()).count()
    };
    assert_eq!(parts(id_of(&platform, "刘玉兰").await), 2);
    assert_eq!(parts(id_of(&platform, "李国强").await), 2);
    let rider = id_of(&platform, "张伟").await;
    let own = rows.iter();
    let own = own.filter(|row| PersonId::from(row.person_id) == rider);
    let refunds: Vec<_> = own.filter(|row| row.reverses_id.is_some()).collect();
    assert_eq!(refunds.len(), 1);
    let context = request(&platform, resident(rider));
    let address = format!("/me/settlements/{}", refunds[0].settlement_id);
    let (_, html) = get(&context, &address, Wish::default()).await;
    assert!(html.contains("这是一笔退费"));
    let (_, html) = get(&context, "/me/messages", Wish::default()).await;
    assert!(html.contains("有一笔报销退回了"));
}
