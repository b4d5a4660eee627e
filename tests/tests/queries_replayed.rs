//! What goes with a query about a settlement: the recorded calculation, and what computing it again
//! gives when the query is sent.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::access::Role;
use domain::settlement::{Figure, compare};
use sea_orm::ConnectionTrait;
use services::ServiceError;
use services::enquiries::{self, Enquiry, review};
use services::replay::{self, Odd};
use tests::database::on_each;
use tests::enquiries::Scene;
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, link, resident};
use tests::tamper::{remove_item, tamper, tamper_item};

const ENGLISH: Wish = Wish {
    english: true,
    elder: false,
};

/// Two fen from the pool's part to the person's.
const TWO_FEN: &str = "pool_fund_paid = pool_fund_paid - 2, fund_total = fund_total - 2, \
                       personal_burden = personal_burden + 2, cash_paid = cash_paid + 2";

/// Asks about the newest settlement.
async fn asked(scene: &Scene) -> Enquiry {
    let id = scene.send(0).await;
    let found = enquiries::one(&scene.own(), scene.person, id).await;
    found.expect("the query")
}

/// What the person reads of a query, and what the reviewer reads.
async fn pages(scene: &Scene, enquiry: &Enquiry, wish: Wish) -> [String; 2] {
    let own = get(&scene.own(), &format!("/me/queries/{}", enquiry.id), wish).await;
    let address = format!("/admin/queries/{}", enquiry.number);
    let office = get(&scene.reviewer(), &address, wish).await;
    assert_eq!((own.0, office.0), (200, 200));
    [own.1, office.1]
}

#[tokio::test]
async fn figures_that_differ_are_offered_as_a_query_and_shown_with_it() {
    on_each(|made| async move {
        let made = made;
        let scene = Scene::new(&made, 2).await;
        let about = scene.settlements[0];
        let (replay, query) = (
            format!("/me/settlements/{about}/replay"),
            format!("/me/settlements/{about}/query"),
        );
        let offer = format!("href=\"{query}\"");
        let (status, html) = get(&scene.own(), &replay, Wish::default()).await;
        assert_eq!(status, 200);
        assert!(html.contains("分毫不差"), "{}: {html}", made.kind);
        assert!(!html.contains(&offer), "nothing to ask about");

        tamper(&scene.platform, about.into(), TWO_FEN).await;
        let (_, html) = get(&scene.own(), &replay, Wish::default()).await;
        assert!(html.contains(&offer) && html.contains("请经办机构核对"));
        let (_, html) = get(&scene.own(), &replay, ENGLISH).await;
        assert!(html.contains("Send this as a query to the agency"));
        let (_, html) = get(&scene.own(), &query, Wish::default()).await;
        assert!(html.contains("重新算：和记录不一样"), "{}", made.kind);
        // What is asked is between the person and the agency: a relative sees that it differs.
        let daughter = resident(&scene.platform, History::short(2)).await.person;
        link(&scene.platform, daughter, scene.person, None).await;
        let helper = request(&scene.platform, signed_in(daughter));
        let there = format!("/people/{}/settlements/{about}/replay", scene.person);
        let (status, html) = get(&helper, &there, Wish::default()).await;
        assert_eq!(status, 200);
        assert!(html.contains("有的数和记录不一样"), "{}", made.kind);
        assert!(!html.contains("/query\""), "{}", made.kind);

        let enquiry = asked(&scene).await;
        assert_eq!(enquiry.outcome, "different", "{}", made.kind);
        let again = enquiry.recomputed.clone().expect("computed again");
        let odd: Vec<(Figure, i64)> = compare(&enquiry.recorded.amounts, &again.amounts)
            .iter()
            .filter(|part| part.differs())
            .map(|part| (part.what, (part.computed - part.recorded).fen()))
            .collect();
        assert_eq!(odd, [(Figure::Pool, 2), (Figure::Cash, -2)]);
        assert!(!again.trace.steps.is_empty());
        for html in pages(&scene, &enquiry, Wish::default()).await {
            for words in [
                "重新算：和记录不一样",
                "重新算多 ¥0.02",
                "重新算少 ¥0.02",
                "记录里的算法",
            ] {
                assert!(html.contains(words), "{words} on {}", made.kind);
            }
        }
        for html in pages(&scene, &enquiry, ENGLISH).await {
            assert!(html.contains("computed again: differs"));
            assert!(html.contains("¥0.02 more when computed again"));
        }
        // What was sent stays as it was, whatever is done to the record later.
        tamper(&scene.platform, about.into(), TWO_FEN).await;
        let later = enquiries::one(&scene.own(), scene.person, enquiry.id).await;
        let later = later.expect("the query");
        assert_eq!(later.recorded, enquiry.recorded, "{}", made.kind);
        assert_eq!(later.recomputed, enquiry.recomputed);
    })
    .await;
}

#[tokio::test]
async fn other_totals_of_the_year_are_told_from_other_figures() {
    on_each(|made| async move {
        let made = made;
        let scene = Scene::new(&made, 2).await;
        let wrong = "UPDATE year_accumulator SET catastrophic_base = catastrophic_base + 7";
        let writer = &scene.platform.database.writer;
        let done = writer.execute_unprepared(wrong).await;
        done.expect("a clumsy hand");
        let enquiry = asked(&scene).await;
        assert_eq!(enquiry.outcome, "totals", "{}", made.kind);
        assert_eq!(enquiry.recomputed.as_ref(), Some(&enquiry.recorded));
        for html in pages(&scene, &enquiry, Wish::default()).await {
            assert!(html.contains("金额一样，但全年累计对不上"), "{}", made.kind);
            assert!(!html.contains("重新算多"), "{}", made.kind);
        }
        let (waiting, _) = review::waiting(&scene.reviewer(), None)
            .await
            .expect("a list");
        assert_eq!(waiting[0].outcome, "totals");
        let (_, html) = get(&scene.reviewer(), "/admin/queries", ENGLISH).await;
        assert!(html.contains("the running totals of the year are not"));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_computed_again_is_sent_with_its_recorded_steps() {
    on_each(|made| async move {
        let made = made;
        let scene = Scene::new(&made, 1).await;
        let about = scene.settlements[0];
        tamper(&scene.platform, about.into(), "input = '{}'").await;
        let replay = format!("/me/settlements/{about}/replay");
        let (_, html) = get(&scene.own(), &replay, Wish::default()).await;
        assert!(html.contains("请经办机构核对"), "{}", made.kind);
        let enquiry = asked(&scene).await;
        assert_eq!(enquiry.outcome, "impossible", "{}", made.kind);
        assert_eq!(enquiry.recomputed, None);
        assert!(!enquiry.recorded.trace.steps.is_empty(), "{}", made.kind);
        for html in pages(&scene, &enquiry, Wish::default()).await {
            assert!(html.contains("没能重新算"), "{}", made.kind);
            assert!(html.contains("class=\"steps\""), "{}", made.kind);
        }
    })
    .await;
}

#[tokio::test]
async fn items_that_differ_are_shown_to_who_answers_without_their_names() {
    on_each(|made| async move {
        let made = made;
        let scene = Scene::new(&made, 2).await;
        let about = scene.settlements[0];
        let enquiry = asked(&scene).await;
        let address = format!("/admin/queries/{}", enquiry.number);
        let (status, html) = get(&scene.reviewer(), &address, Wish::default()).await;
        assert_eq!(status, 200);
        assert!(html.contains("明细里一共 2 项"), "{}: {html}", made.kind);
        let [own, _] = pages(&scene, &enquiry, Wish::default()).await;
        assert!(own.contains("明细里一共 2 项"), "{}: {own}", made.kind);
        assert!(!html.contains("下面是现在的明细"), "{}", made.kind);

        let change = "amount = amount + 100, item_name = '罕见病用药'";
        tamper_item(&scene.platform, about.into(), 1, change).await;
        remove_item(&scene.platform, about.into(), 2).await;
        let opened = review::open(&scene.reviewer(), &enquiry.number).await;
        let items = opened.expect("the query").items.expect("the bill");
        let [first, second] = items.odd.as_slice() else {
            panic!("{}: {items:?}", made.kind);
        };
        assert_eq!((first.line_no, &first.name), (1, &None), "{}", made.kind);
        assert!(matches!(&first.odd, Odd::Changed { figures, .. } if figures.len() == 1));
        assert_eq!(second.line_no, 2, "{}", made.kind);
        assert!(matches!(second.odd, Odd::Missing(_)), "{}", made.kind);

        // The person reads the same, with the names.
        let own = format!("/me/settlements/{about}/replay");
        let (_, own) = get(&scene.own(), &own, Wish::default()).await;
        let (_, office) = get(&scene.reviewer(), &address, Wish::default()).await;
        for words in ["第 1 项", "重新算少 ¥1.00", "第 2 项", "明细里少了这一项"] {
            for html in [&own, &office] {
                assert!(html.contains(words), "{words} on {}", made.kind);
            }
        }
        assert!(own.contains("罕见病用药"), "{}", made.kind);
        // So does the page of the query itself.
        for (wish, words) in [
            (
                Wish::default(),
                "经办机构看到的也是这些，只是没有项目的名称",
            ),
            (
                ENGLISH,
                "The agency sees the same, without what the items are called",
            ),
        ] {
            let [own, _] = pages(&scene, &enquiry, wish).await;
            assert!(own.contains(words) && own.contains("罕见病用药"), "{words}");
        }
        let [own, _] = pages(&scene, &enquiry, Wish::default()).await;
        for words in ["第 1 项", "重新算少 ¥1.00", "第 2 项", "明细里少了这一项"] {
            assert!(own.contains(words), "{words} on {}", made.kind);
        }
        assert!(office.contains("名称会透露病情"), "{}", made.kind);
        let (_, english) = get(&scene.reviewer(), &address, ENGLISH).await;
        assert!(english.contains("missing from the list"), "{}", made.kind);
        assert!(english.contains("without their names"), "{}", made.kind);
        for html in [&office, &english] {
            assert!(!html.contains("罕见病用药") && !html.contains("示例项目"));
        }

        // A bill that cannot be read has no items to hold against; the rest of the page stands.
        tamper(&scene.platform, about.into(), "input = '{}'").await;
        let opened = review::open(&scene.reviewer(), &enquiry.number).await;
        assert_eq!(opened.expect("the query").items, None, "{}", made.kind);
        let (status, html) = get(&scene.reviewer(), &address, Wish::default()).await;
        assert_eq!(status, 200);
        assert!(!html.contains("账单上的每一项"), "{}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn items_are_shown_with_a_query_alone_and_to_who_answers_alone() {
    on_each(|made| async move {
        let made = made;
        let scene = Scene::new(&made, 2).await;
        let about = scene.settlements[0];
        let enquiry = asked(&scene).await;
        tamper_item(&scene.platform, about.into(), 1, "amount = amount + 100").await;
        let address = format!("/admin/queries/{}", enquiry.number);
        for role in Role::ALL {
            if role == Role::Reviewer {
                continue;
            }
            let other = scene.office(role, 0x88);
            let open = review::open(&other, &enquiry.number).await;
            let nothing = matches!(open, Err(ServiceError::NotFound));
            assert!(nothing, "{role:?} on {}: {open:?}", made.kind);
            let (status, html) = get(&other, &address, Wish::default()).await;
            assert_ne!(status, 200, "{role:?} on {}", made.kind);
            assert!(!html.contains("第 1 项") && !html.contains("账单上的每一项"));
        }
        assert!(scene.events("answer_query").await.is_empty());
        // A reviewer sees what was asked about, and no settlement for itself.
        for id in &scene.settlements {
            let whole = replay::of(&scene.reviewer(), scene.person, *id).await;
            let nothing = matches!(whole, Err(ServiceError::NotFound));
            assert!(nothing, "{}: {whole:?}", made.kind);
        }
        let open = review::open(&scene.reviewer(), &enquiry.number).await;
        assert!(open.expect("the query").items.expect("a bill").differ());
        let looks = scene.events("answer_query").await;
        assert_eq!(looks.len(), 1, "{}: one look, one line", made.kind);
    })
    .await;
}

#[tokio::test]
async fn the_office_page_runs_seven_statements() {
    on_each(|made| async move {
        let mut made = made;
        let counter = Arc::new(AtomicUsize::new(0));
        let database = &mut made.database;
        for pool in [&mut database.reader, &mut database.writer] {
            let counter = Arc::clone(&counter);
            pool.set_metric_callback(move |_| {
                counter.fetch_add(1, Ordering::SeqCst);
            });
        }
        let scene = Scene::new(&made, 12).await;
        let enquiry = asked(&scene).await;
        let address = format!("/admin/queries/{}", enquiry.number);
        let change = "amount = amount + 100";
        for _ in 0..2 {
            counter.store(0, Ordering::SeqCst);
            let (status, _) = get(&scene.reviewer(), &address, Wish::default()).await;
            assert_eq!(status, 200, "{}", made.kind);
            let count = counter.load(Ordering::SeqCst);
            assert!((1..=7).contains(&count), "{count} on {}", made.kind);
            tamper_item(&scene.platform, scene.settlements[0].into(), 1, change).await;
        }
    })
    .await;
}
