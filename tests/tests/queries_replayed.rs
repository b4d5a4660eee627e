//! What goes with a query about a settlement: the recorded calculation, and what computing it again
//! gives when the query is sent.

use domain::settlement::{Figure, compare};
use sea_orm::ConnectionTrait;
use services::enquiries::{self, Enquiry, review};
use tests::database::on_each;
use tests::enquiries::Scene;
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, link, resident};
use tests::tamper::tamper;

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
