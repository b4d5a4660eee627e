//! Institutions: found by whatever part of the name is typed, listed whole, imported whole or
//! not at all.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::catalogue::{Capability, Grade};
use domain::identifiers::RegionCode;
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};
use services::institutions::{self, Filter, Listing, Request};
use services::store::entity::{audit_event, institution, institution_key};
use services::{RequestContext, ServiceError};
use tests::database::{TestDatabase, on_each};
use tests::platform::platform;

const EVERYWHERE: Filter = Filter {
    region: RegionCode::NATION,
    grade: None,
    capability: None,
};

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
    institutions::list(context, &request).await.expect("a list")
}

async fn found(context: &RequestContext, q: &str) -> Vec<String> {
    let listing = asked(context, q, EVERYWHERE, "").await;
    let names = listing.institutions.into_iter().map(|one| one.name.zh);
    names.collect()
}

#[tokio::test]
async fn every_way_of_typing_finds_it() {
    on_each(|made| async move {
        let context = context(&made);
        let report = institutions::import_shipped(&context)
            .await
            .expect("the sample");
        assert!(report.added >= 300 && report.changed == 0, "{report:?}");
        let wanted = "朝阳区示例人民医院";
        for typed in [
            "朝阳区示例人民医院",
            "朝陽區示例人民醫院",
            "示例人民医院",
            "朝阳 人民医院",
            "朝阳区人民医院",
            "chaoyangqushilirenmin",
            "renmin yiyuan chaoyang",
            "cyqslrm",
            "Chaoyang Sample District",
            "district hospital chaoyang",
            "H11010599002",
            "h110105 99002",
        ] {
            let names = found(&context, typed).await;
            assert!(
                names.iter().any(|name| name == wanted),
                "{} {typed}: {names:?}",
                made.kind
            );
        }
        let exact = found(&context, "H11010599002").await;
        assert_eq!(exact, [wanted]);
        let whole = found(&context, wanted).await;
        assert_eq!(whole.first().map(String::as_str), Some(wanted));
        let place = found(&context, "都江堰 药房").await;
        assert!(!place.is_empty() && place.iter().all(|name| name.starts_with("都江堰")));
        for nothing in [
            "xyzzy",
            "·",
            "\0",
            "😀",
            "人民医院 xyzzy",
            &"医".repeat(10_000),
        ] {
            assert_eq!(
                found(&context, nothing).await,
                [] as [&str; 0],
                "{nothing:?}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn filters_hold_and_pages_show_each_once() {
    on_each(|made| async move {
        let context = context(&made);
        institutions::import_shipped(&context)
            .await
            .expect("the sample");
        let all = institutions::shipped();
        let filters = [
            EVERYWHERE,
            Filter {
                region: "110000".parse().expect("a region"),
                ..EVERYWHERE
            },
            Filter {
                region: "510107".parse().expect("a region"),
                ..EVERYWHERE
            },
            Filter {
                grade: Some(Grade::Pharmacy),
                capability: Some(Capability::DualChannel),
                ..EVERYWHERE
            },
            Filter {
                region: "330100".parse().expect("a region"),
                grade: None,
                capability: Some(Capability::OffSiteOutpatient),
            },
        ];
        for filter in filters {
            for q in ["", "示例"] {
                let mut wanted: BTreeSet<String> = all
                    .iter()
                    .filter(|one| {
                        let inside = filter.region == RegionCode::NATION
                            || one
                                .region
                                .with_ancestors()
                                .any(|place| place == filter.region);
                        inside
                            && filter.grade.is_none_or(|grade| one.grade() == grade)
                            && filter.capability.is_none_or(|what| one.offers(what))
                    })
                    .map(|one| one.code.to_string())
                    .collect();
                let mut from = String::new();
                let mut seen = 0;
                loop {
                    let page = asked(&context, q, filter, &from).await;
                    for one in &page.institutions {
                        seen += 1;
                        assert!(wanted.remove(one.code.as_str()), "{} twice", one.code);
                    }
                    match page.next {
                        Some(next) => from = next,
                        None if page.cut => {
                            assert_eq!(seen, 200, "{filter:?} {q}");
                            break;
                        }
                        None => {
                            assert!(wanted.is_empty(), "{filter:?} {q}: {wanted:?}");
                            break;
                        }
                    }
                }
            }
        }
        let beijing = asked(&context, "", filters[1], "").await;
        let districts = beijing.places_below.len();
        assert_eq!(districts, 16, "{}", made.kind);
        let counted: u64 = beijing
            .places_below
            .iter()
            .map(|one| one.institutions)
            .sum();
        assert_eq!(Some(counted), beijing.total);
        for nonsense in [
            "x",
            "9",
            "110101.1",
            "110101.1.H'--",
            "-1",
            "99999999999999999999",
        ] {
            for q in ["", "示例"] {
                asked(&context, q, EVERYWHERE, nonsense).await;
            }
        }
    })
    .await;
}

const GOOD: &str = r#"{"code": "H33010600001", "name": "某区第一医院", "region": "330106", "level": "l3", "off_site_inpatient": true, "chronic": ["M03900"], "address": "某路1号", "source": "名单"}
{"code": "P33010600002", "name": "某某大药房", "region": "330106", "dual_channel": true}
"#;

#[tokio::test]
async fn an_import_is_whole_repeatable_and_follows_changes() {
    on_each(|made| async move {
        let context = context(&made);
        let report = institutions::import(&context, GOOD.as_bytes())
            .await
            .expect("good");
        assert_eq!((report.added, report.changed, report.unchanged), (2, 0, 0));
        let events = async || {
            audit_event::Entity::find()
                .count(&context.platform.database.reader)
                .await
                .expect("a count")
        };
        let before = events().await;
        let report = institutions::import(&context, GOOD.as_bytes())
            .await
            .expect("again");
        assert_eq!((report.added, report.changed, report.unchanged), (0, 0, 2));
        assert_eq!(
            events().await,
            before,
            "nothing happened, so nothing is written down"
        );

        let renamed = GOOD.replace("某区第一医院", "仁和医院");
        let report = institutions::import(&context, renamed.as_bytes())
            .await
            .expect("changed");
        assert_eq!((report.added, report.changed, report.unchanged), (0, 1, 1));
        assert_eq!(found(&context, "renhe").await, ["仁和医院"]);
        assert!(
            found(&context, "某区第一").await.is_empty(),
            "its old keys are gone"
        );

        let ended = renamed.replace(
            r#""level": "l3","#,
            r#""level": "l3", "ended_on": "2026-06-14","#,
        );
        institutions::import(&context, ended.as_bytes())
            .await
            .expect("ended");
        assert!(found(&context, "renhe").await.is_empty());
        let listing = asked(&context, "", EVERYWHERE, "").await;
        assert_eq!((listing.institutions.len(), listing.total), (1, Some(1)));
        let one = institutions::one(&context, "h33010600001")
            .await
            .expect("its page stays");
        assert!(!one.is_designated(context.today()));
        let still = ended.replace("2026-06-14", "2026-06-15");
        institutions::import(&context, still.as_bytes())
            .await
            .expect("its last day");
        assert_eq!(found(&context, "renhe").await, ["仁和医院"]);
    })
    .await;
}

#[tokio::test]
async fn a_file_with_one_bad_line_writes_nothing_and_names_every_problem() {
    on_each(|made| async move {
        let context = context(&made);
        let bad = format!(
            "{GOOD}\n{}\nno json\n{}\n{}\n",
            r#"{"code": "H33010600003", "name": "", "region": "999999", "level": "l9"}"#,
            r#"{"code": "H33010600001", "name": "又一家", "region": "330106", "level": "l1"}"#,
            r#"{"code": "H3301060000", "name": "短码", "region": "110101", "level": "l1", "extra": 1}"#,
        );
        let Err(ServiceError::Invalid(errors)) = institutions::import(&context, bad.as_bytes()).await
        else {
            panic!("refused");
        };
        let places: Vec<(&str, &str)> = errors
            .iter()
            .map(|error| (error.pointer.as_str(), error.code))
            .collect();
        for wanted in [
            ("line 4", "unreadable"),
            ("line 5", "unreadable"),
            ("line 6 /code", "duplicate"),
            ("line 7", "unreadable"),
        ] {
            assert!(places.contains(&wanted), "{wanted:?} in {places:?}");
        }
        let reader = &context.platform.database.reader;
        assert_eq!(institution::Entity::find().count(reader).await.expect("a count"), 0);
        assert_eq!(institution_key::Entity::find().count(reader).await.expect("a count"), 0);
        let mut visitor = context.clone();
        visitor.actor = services::Actor::visitor();
        let refused = institutions::import(&visitor, GOOD.as_bytes()).await;
        assert!(matches!(refused, Err(ServiceError::Forbidden)));
    })
    .await;
}

/// A store of an earlier version has the institutions of the demonstration and nothing else.
#[tokio::test]
async fn an_earlier_store_is_brought_up_to_date_and_an_operators_rows_stay() {
    on_each(|made| async move {
        let context = context(&made);
        let writer = &context.platform.database.writer;
        for (code, sample) in [("H11010199001", true), ("H11010199002", false)] {
            let sql = format!(
                "INSERT INTO institution (institution_code, name_zh, name_en, region_code, level, \
                 kind, sample) VALUES ('{code}', '旧名', 'Old', '110101', 'l3', 'hospital', {sample})"
            );
            writer.execute_unprepared(&sql).await.expect("an old row");
        }
        let report = institutions::import_shipped(&context).await.expect("the sample");
        assert_eq!(report.changed, 1);
        let name = async |code| institutions::one(&context, code).await.expect("one").name.zh;
        assert_eq!(name("H11010199001").await, "北京示例第一医院");
        assert_eq!(name("H11010199002").await, "旧名");
        let again = institutions::import_shipped(&context).await.expect("again");
        assert!(!again.wrote(), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn codes_that_name_nothing_are_nobody() {
    on_each(|made| async move {
        let context = context(&made);
        for code in ["", "x", "H11010199001", "H1101\0", "' OR 1=1 --"] {
            let answer = institutions::one(&context, code).await;
            assert!(matches!(answer, Err(ServiceError::NotFound)), "{code:?}");
        }
    })
    .await;
}
