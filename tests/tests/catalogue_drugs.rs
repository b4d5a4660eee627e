//! Drugs: found by name, brand, pinyin and code, listed whole, imported whole or not at all;
//! what a place adds is kept apart from what the list says.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::catalogue::Section;
use domain::money::BasisPoints;
use domain::settlement::ItemClass;
use sea_orm::{EntityTrait, PaginatorTrait};
use services::drugs::{self, Filter, Listing, Request};
use services::store::entity::{drug, drug_key, drug_product, drug_share};
use services::{RequestContext, ServiceError};
use tests::database::{TestDatabase, on_each};
use tests::platform::platform;

fn context(made: &TestDatabase) -> RequestContext {
    RequestContext::operator(Arc::clone(&platform(made.database.clone())), "test")
}

async fn asked(context: &RequestContext, q: &str, filter: Filter, from: &str) -> Listing {
    let request = Request {
        q: q.to_owned(),
        filter,
        from: from.to_owned(),
        size: 20,
    };
    drugs::list(context, &request).await.expect("a list")
}

/// Generic names with the product by which each was found.
async fn found(context: &RequestContext, q: &str) -> Vec<(String, Option<String>)> {
    let listing = asked(context, q, Filter::default(), "").await;
    let told = listing.drugs.into_iter().map(|entry| {
        let code = entry.product.map(|product| product.code.to_string());
        (entry.drug.generic_name.zh, code)
    });
    told.collect()
}

#[tokio::test]
async fn every_way_of_typing_finds_it() {
    on_each(|made| async move {
        let context = context(&made);
        let report = drugs::import_shipped(&context).await.expect("the sample");
        assert!(report.added > 1_500, "{report:?}");
        for typed in [
            "氨氯地平",
            "氯地平",
            "地平",
            "anlvdiping",
            "lvdiping",
            "aldp",
            "amlodipine",
            "XC08CAA097A001010999001",
            "苯磺酸",
            "bhsal",
        ] {
            let names = found(&context, typed).await;
            assert!(
                names.iter().any(|(name, _)| name == "氨氯地平"),
                "{} {typed}: {names:?}",
                made.kind
            );
        }
        let by_code = found(&context, "XC08CAA097A001010999001").await;
        let code = Some("XC08CAA097A001010999001".to_owned());
        assert_eq!(by_code, [("氨氯地平".to_owned(), code)]);
        let by_name = found(&context, "氨氯地平").await;
        assert_eq!(
            by_name[0],
            ("氨氯地平".to_owned(), None),
            "the drug goes before its products"
        );

        let card = drugs::card(&context, "XC08CAA097A001010999001", "")
            .await
            .expect("a card");
        let product = card.product.expect("the product asked for");
        let brand = product.brand.zh.trim_start_matches("示例");
        for typed in [&product.brand.zh, brand, &product.brand.en] {
            let listing = asked(&context, typed, Filter::default(), "").await;
            let products = listing.drugs.into_iter().filter_map(|entry| entry.product);
            let brands: Vec<String> = products.map(|product| product.brand.zh).collect();
            assert!(brands.contains(&product.brand.zh), "{typed}: {brands:?}");
        }
        for nothing in ["xyzzy", "\0", "·", "氨氯地平 xyzzy"] {
            assert_eq!(found(&context, nothing).await, [], "{nothing:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn filters_hold_and_pages_show_each_once() {
    on_each(|made| async move {
        let context = context(&made);
        drugs::import_shipped(&context).await.expect("the sample");
        let reader = &context.platform.database.reader;
        let all = drug::Entity::find().all(reader).await.expect("drugs");
        assert!(all.len() >= 500);
        for filter in [
            Filter::default(),
            Filter {
                class: Some(ItemClass::B),
                section: None,
            },
            Filter {
                class: None,
                section: Some(Section::Commercial),
            },
            Filter {
                class: Some(ItemClass::A),
                section: Some(Section::ChinesePatent),
            },
            Filter {
                class: Some(ItemClass::C),
                section: Some(Section::Western),
            },
        ] {
            let mut wanted: BTreeSet<&str> = all
                .iter()
                .filter(|row| {
                    filter
                        .class
                        .is_none_or(|class| row.class_ab == class.code())
                })
                .filter(|row| filter.section.is_none_or(|part| row.section == part.code()))
                .map(|row| row.drug_id.as_str())
                .collect();
            let mut from = String::new();
            loop {
                let page = asked(&context, "", filter, &from).await;
                for entry in &page.drugs {
                    assert!(wanted.remove(entry.drug.id.as_str()), "{}", entry.drug.id);
                }
                let Some(next) = page.next else {
                    break;
                };
                from = next;
            }
            assert!(wanted.is_empty(), "{filter:?}: {wanted:?}");
        }
        for nonsense in ["x", "1", "1.", "1.Ü", "9.'", "99999999999999999999.a"] {
            asked(&context, "", Filter::default(), nonsense).await;
            asked(&context, "片", Filter::default(), nonsense).await;
        }
    })
    .await;
}

const GOOD: &str = r#"{"record": "self_pay_first", "drug": "w-1", "region": "330100", "ratio": 1000, "valid_from": "2025-01-01", "provenance": "real", "certainty": "high", "source": "通知"}
{"record": "drug", "id": "w-1", "edition": "2025", "section": "negotiated_western", "atc_code": "XA10BK", "class_ab": "乙", "seq_no": "★（12）", "generic_name": "某净", "dosage_form": "口服常释剂型", "pay_standard": "4.36元（10mg/片）", "remark": "限二线", "valid_until": "2027-12-31", "source": "目录"}
{"record": "product", "code": "XA10BKD002A001010100999", "drug": "w-1", "name": "某净片", "brand": "宁糖"}
{"record": "drug", "section": "western", "class_ab": "甲", "seq_no": 3, "generic_name": "某平"}
"#;

#[tokio::test]
async fn an_import_is_whole_repeatable_and_keeps_national_and_local_facts_apart() {
    on_each(|made| async move {
        let context = context(&made);
        let import = async |text: String| drugs::import(&context, text.as_bytes()).await;
        let report = import(GOOD.to_owned()).await.expect("good");
        assert_eq!((report.added, report.changed, report.unchanged), (4, 0, 0));
        let report = import(GOOD.to_owned()).await.expect("again");
        assert_eq!((report.added, report.changed, report.unchanged), (0, 0, 4));

        let card = drugs::card(&context, "w-1", "").await.expect("a card");
        assert_eq!(card.shares[0].ratio, BasisPoints::new(1_000));
        assert_eq!(card.drug.pay_standard[0].amount.fen(), 436);
        assert_eq!(card.products.len(), 1);

        // A place changes its share: nothing national is touched.
        let line = GOOD.lines().next().expect("a line");
        let later = line
            .replace("1000", "500")
            .replace("2025-01-01", "2026-01-01");
        import(later).await.expect("a later share");
        let future = line
            .replace("1000", "700")
            .replace("2025-01-01", "2027-01-01");
        import(future).await.expect("a future share");
        let after = drugs::card(&context, "w-1", "").await.expect("a card");
        assert_eq!(after.drug, card.drug);
        let shares: Vec<_> = after.shares.iter().map(|one| one.ratio.get()).collect();
        assert_eq!(shares, [500], "one a place: the newest in force");

        // The list changes: the share stays, and old keys go.
        let changed = GOOD.replace("某净\"", "新净\"").replace("宁糖", "康糖");
        let report = import(changed).await.expect("changed");
        assert_eq!((report.changed, report.unchanged), (2, 2));
        assert_eq!(found(&context, "xinjing").await.len(), 1);
        assert_eq!(found(&context, "ningtang").await, []);
        assert_eq!(found(&context, "kt").await[0].0, "新净");

        let removed = GOOD.replace(
            "\"valid_until\"",
            "\"removed_on\": \"2026-01-01\", \"valid_until\"",
        );
        import(removed).await.expect("removed");
        assert_eq!(found(&context, "某净").await, []);
        let card = drugs::card(&context, "XA10BKD002A001010100999", "")
            .await
            .expect("it stays");
        assert!(!card.drug.is_listed(context.today()));
    })
    .await;
}

#[tokio::test]
async fn a_file_with_one_bad_line_writes_nothing_and_names_every_problem() {
    on_each(|made| async move {
        let context = context(&made);
        let bad = format!(
            "{GOOD}{}\n{}\n{}\n{}\n{}\n",
            r#"{"record": "drug", "section": "western", "class_ab": "丁", "seq_no": 1, "generic_name": "x"}"#,
            r#"{"record": "product", "code": "ZA10BKD002A001010100999", "drug": "w-1", "name": "某片"}"#,
            r#"{"record": "product", "code": "XA10BKD002A001010100998", "drug": "none", "name": "某片"}"#,
            r#"{"record": "self_pay_first", "drug": "w-1", "region": "330100", "ratio": 10001, "valid_from": "2025-01-01", "valid_until": "2024-01-01", "provenance": "real", "certainty": "high"}"#,
            r#"{"record": "drug", "id": "w-1", "section": "western", "class_ab": "A", "seq_no": 1, "generic_name": "x"}"#,
        );
        let Err(ServiceError::Invalid(errors)) = drugs::import(&context, bad.as_bytes()).await
        else {
            panic!("refused");
        };
        let places: Vec<(&str, &str)> = errors
            .iter()
            .map(|error| (error.pointer.as_str(), error.code))
            .collect();
        for wanted in [
            ("line 5", "unreadable"),
            ("line 7 /drug", "unknown_drug"),
            ("line 8 /ratio", "ratio_out_of_range"),
            ("line 8 /valid_until", "ends_before_it_begins"),
            ("line 9 /id", "duplicate"),
        ] {
            assert!(places.contains(&wanted), "{wanted:?} in {places:?}");
        }
        let reader = &context.platform.database.reader;
        let counts = [
            drug::Entity::find().count(reader).await.expect("a count"),
            drug_product::Entity::find().count(reader).await.expect("a count"),
            drug_share::Entity::find().count(reader).await.expect("a count"),
            drug_key::Entity::find().count(reader).await.expect("a count"),
        ];
        assert_eq!(counts, [0; 4]);
        let misfits = [
            (r#"{"record": "product", "code": "ZA10BKD002A001010100999", "drug": "w-1", "name": "某片"}"#, "differs_from_section"),
            (r#"{"record": "self_pay_first", "drug": "a", "region": "330100", "ratio": 500, "valid_from": "2025-01-01", "provenance": "real", "certainty": "high"}"#, "not_class_b"),
        ];
        let class_a = r#"{"record": "drug", "id": "a", "section": "western", "class_ab": "A", "seq_no": 9, "generic_name": "x"}"#;
        for (line, code) in misfits {
            let text = format!("{GOOD}{class_a}\n{line}\n");
            let Err(ServiceError::Invalid(errors)) = drugs::import(&context, text.as_bytes()).await
            else {
                panic!("refused: {line}");
            };
            assert!(errors.len() == 1 && errors[0].code == code, "{errors:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_examples_of_the_documentation_import() {
    on_each(|made| async move {
        let context = context(&made);
        let text = include_str!("../../docs/catalogue.md");
        let lines = || {
            text.lines()
                .map(str::trim)
                .filter(|line| line.starts_with('{'))
        };
        let (drugs, institutions): (Vec<&str>, Vec<&str>) =
            lines().partition(|line| line.contains("\"record\""));
        let (records, places) = (drugs.join("\n"), institutions.join("\n"));
        let report = services::institutions::import(&context, places.as_bytes()).await;
        assert_eq!(report.expect("institutions").added, 2);
        let report = drugs::import(&context, records.as_bytes()).await;
        assert_eq!(report.expect("drugs").added, 3);
    })
    .await;
}

#[tokio::test]
async fn codes_that_name_nothing_are_nobody() {
    on_each(|made| async move {
        let context = context(&made);
        for code in [
            "",
            "x",
            "XC08CAA097A001010999001",
            "a\0b",
            "Ü",
            "' OR 1=1 --",
        ] {
            let answer = drugs::card(&context, code, "\0").await;
            assert!(matches!(answer, Err(ServiceError::NotFound)), "{code:?}");
        }
    })
    .await;
}
