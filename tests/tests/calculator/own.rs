//! The calculator begins with one's own record, and takes one's own bills.

use domain::money::Money;
use scraper::{Html, Selector};
use tests::database::on_each;
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, platform_with_rules, resident};

use super::{chosen, value};

#[tokio::test]
async fn one_begins_with_ones_own_record_and_nobody_elses() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let mut records = Vec::new();
        for (number, settlements) in [(1, 3), (2, 0)] {
            let history = History {
                number,
                settlements,
                items: 4,
            };
            let somebody = resident(&platform, history).await;
            let context = request(&platform, signed_in(somebody.person));
            let year = services::calculator::own(&context).await.expect("a record");
            let year = year.expect("insured where rules are kept");
            let (status, page) = get(&context, "/calculator", Wish::default()).await;
            assert_eq!(status, 200);
            assert!(page.contains("按您的记录填好"), "it says so");
            let set = year.set.region.to_string();
            assert_eq!(value(&page, "region").as_deref(), Some(set.as_str()));
            assert_eq!(chosen(&page, "scheme").as_deref(), Some(year.scheme.code()));
            let age = year.facts.age.to_string();
            assert_eq!(value(&page, "age").as_deref(), Some(age.as_str()));
            for (name, used) in year.used.named() {
                let typed = value(&page, name).expect("a field");
                assert_eq!(Money::typed(&typed), Ok(used), "{name}");
            }
            let next = (year.admissions + 1).to_string();
            assert_eq!(value(&page, "admission").as_deref(), Some(next.as_str()));
            records.push(year.used);

            // One press starts empty.
            let (_, page) = get(&context, "/calculator?start=empty", Wish::default()).await;
            assert_eq!(value(&page, "age").as_deref(), Some(""));
            assert!(
                year.used
                    .named()
                    .iter()
                    .all(|(name, _)| { value(&page, name).as_deref() == Some("") })
            );
            // Nor does naming somebody lead to their record.
            let other = tests::residents::person_id(3 - number);
            let address = format!("/calculator?person={other}");
            let (_, page) = get(&context, &address, Wish::default()).await;
            for (name, used) in year.used.named() {
                let typed = value(&page, name).expect("a field");
                assert_eq!(Money::typed(&typed), Ok(used), "{name}");
            }
        }
        assert_ne!(records[0], records[1], "two different records");
        let visitor = request(&platform, services::Actor::visitor());
        let own = services::calculator::own(&visitor)
            .await
            .expect("an answer");
        assert!(own.is_none());
        let (_, page) = get(&visitor, "/calculator", Wish::default()).await;
        assert!(!page.contains("按您的记录填好"));
    })
    .await;
}

#[tokio::test]
async fn a_settled_bill_can_be_tried_and_comes_out_the_same() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let history = History {
            number: 1,
            settlements: 4,
            items: 6,
        };
        let somebody = resident(&platform, history).await;
        let context = request(&platform, signed_in(somebody.person));
        for (id, _, settled) in &somebody.settlements {
            let address = format!("/me/settlements/{id}");
            let (_, page) = get(&context, &address, Wish::default()).await;
            let html = Html::parse_document(&page);
            let fields = Selector::parse("form[action^='/calculator'] input").expect("a selector");
            let fields: Vec<(String, String)> = html
                .select(&fields)
                .map(|field| {
                    let of = |name| field.attr(name).unwrap_or_default().to_owned();
                    (of("name"), of("value"))
                })
                .collect();
            assert!(!fields.is_empty(), "the page offers it");
            let typed = app::calculator::Typed::new(fields);
            let sets = platform.parameters.all();
            let language = app::language::Language::Chinese;
            let answer = app::calculator::answer(&typed, &sets, language).expect("an answer");
            assert_eq!(answer.settlement, *settled);
        }
    })
    .await;
}
