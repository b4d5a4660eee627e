//! Every settlement can be computed again from its record, and what differs is told.

use std::sync::Arc;

use chrono::Duration;
use domain::ids::{PersonId, SettlementId};
use domain::settlement::{Compared, Figure, Layer};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};
use services::accumulators::rebuild;
use services::enquiries::send::outcome;
use services::replay::{self, Answer, ItemFigure, Items, Odd, Outcome, Replayed, Why, Year};
use services::store::entity::settlement;
use services::{Platform, ServiceError};
use tests::database::on_each;
use tests::demonstration::{id_of, with_demo};
use tests::pages::{Wish, get};
use tests::platform::{request, resident};
use tests::tamper::{remove_item, tamper, tamper_item};
use uuid::Uuid;

/// The settlements of `person` in the order in which they were made, or everybody's.
async fn rows(platform: &Platform, person: Option<PersonId>) -> Vec<settlement::Model> {
    let mut find = settlement::Entity::find()
        .order_by_asc(settlement::Column::CreatedAt)
        .order_by_asc(settlement::Column::SettlementId);
    if let Some(person) = person {
        find = find.filter(settlement::Column::PersonId.eq(Uuid::from(person)));
    }
    let rows = find.all(&platform.database.reader).await;
    rows.expect("settlements")
}

/// What the person themselves sees.
async fn again(platform: &Arc<Platform>, row: &settlement::Model) -> Replayed {
    let person = PersonId::from(row.person_id);
    let context = request(platform, resident(person));
    let replayed = replay::of(&context, person, row.settlement_id.into()).await;
    replayed.expect("a replay")
}

fn computed(replayed: Replayed) -> Answer {
    match replayed.outcome {
        Outcome::Computed(answer) => *answer,
        Outcome::Impossible(why) => panic!("{why:?}"),
    }
}

async fn page(platform: &Arc<Platform>, row: &settlement::Model, wish: Wish) -> String {
    let context = request(platform, resident(row.person_id.into()));
    let address = format!("/me/settlements/{}/replay", row.settlement_id);
    let (status, html) = get(&context, &address, wish).await;
    assert_eq!(status, 200, "{address}");
    html
}

/// A settlement of 王秀英's from which a pool's amount can be taken and given.
async fn paid_by_the_pool(platform: &Platform) -> settlement::Model {
    let person = id_of(platform, "王秀英").await;
    let rows = rows(platform, Some(person)).await;
    let fits = |row: &settlement::Model| row.pool_fund_paid > 1_234 && row.cash_paid > 1_234;
    rows.into_iter().find(fits).expect("a settlement")
}

#[tokio::test]
async fn every_settlement_of_the_demonstration_comes_out_to_the_fen() {
    on_each(async |made| {
        let platform = with_demo(&made, 10, 4).await;
        let all = rows(&platform, None).await;
        let (mut equal, mut moved) = (0, 0);
        for row in &all {
            let replayed = again(&platform, row).await;
            assert_eq!(replayed.recorded.total_fee.fen(), row.total_fee);
            let name = format!("{} on {}", row.number, made.kind);
            assert!(replayed.told.is_some(), "{name}: no steps");
            assert!(replayed.layers().is_empty(), "{name}: {replayed:?}");
            let answer = computed(replayed);
            assert!(answer.is_equal(), "{name}: {answer:?}");
            assert!(answer.in_force, "{name}: rules of another day");
            equal += 1;
            if let Year::Compared(totals) = &answer.before {
                moved += usize::from(totals.iter().any(|total| !total.recorded.is_zero()));
            }
        }
        assert!(equal >= 20, "{}: {equal} settlements", made.kind);
        assert!(moved >= 5, "{}: {moved} after others", made.kind);

        let row = paid_by_the_pool(&platform).await;
        let html = page(&platform, &row, Wish::default()).await;
        assert!(
            html.contains("按当时的规则重新算了一遍，分毫不差"),
            "{html}"
        );
        let english = Wish {
            english: true,
            elder: true,
        };
        let html = page(&platform, &row, english).await;
        assert!(html.contains("the same to the fen"), "{html}");
        let context = request(&platform, resident(row.person_id.into()));
        let address = format!("/me/settlements/{}", row.settlement_id);
        let (_, html) = get(&context, &address, Wish::default()).await;
        let link = format!("href=\"{address}/replay\"");
        assert!(html.contains(&link), "the settlement leads there");
    })
    .await;
}

#[tokio::test]
async fn an_amount_that_was_changed_is_shown_where_it_was() {
    on_each(async |made| {
        let platform = with_demo(&made, 10, 4).await;
        let row = paid_by_the_pool(&platform).await;
        let more = "pool_fund_paid = pool_fund_paid + 1234, fund_total = fund_total + 1234, \
                    personal_burden = personal_burden - 1234, cash_paid = cash_paid - 1234";
        tamper(&platform, row.settlement_id, more).await;
        let replayed = again(&platform, &row).await;
        assert_eq!(replayed.layers(), [Layer::Pool, Layer::Cash]);
        let answer = computed(replayed);
        assert!(!answer.is_equal(), "{}", made.kind);
        let odd: Vec<(Figure, i64)> = answer
            .parts
            .iter()
            .filter(|part| part.differs())
            .map(|part| (part.what, (part.recorded - part.computed).fen()))
            .collect();
        assert_eq!(odd, [(Figure::Pool, 1_234), (Figure::Cash, -1_234)]);
        assert!(!answer.before.differs() && !answer.after.differs());
        let html = page(&platform, &row, Wish::default()).await;
        for words in [
            "有的数和记录不一样",
            "重新算少 ¥12.34",
            "重新算多 ¥12.34",
            "记录里的算法",
        ] {
            assert!(html.contains(words), "{words} on {}", made.kind);
        }
        assert!(!html.contains("分毫不差"));
        let english = Wish {
            english: true,
            elder: false,
        };
        let html = page(&platform, &row, english).await;
        assert!(html.contains("some figures differ from the record"));
        for layer in ["<h3>Pool fund", "<h3>Cash", "class=\"unnumbered\""] {
            assert!(html.contains(layer), "{layer} on {}", made.kind);
        }
    })
    .await;
}

#[tokio::test]
async fn an_item_that_was_changed_is_shown_with_its_number() {
    on_each(async |made| {
        let platform = with_demo(&made, 10, 4).await;
        let all = rows(&platform, None).await;
        let bills = all.iter().filter(|row| row.reverses_id.is_none());
        let row = bills.max_by_key(|row| row.line_count).expect("a bill");
        assert!(row.line_count >= 4, "{} items", row.line_count);
        let answer = computed(again(&platform, row).await);
        assert!(answer.is_equal(), "{}", made.kind);
        assert_eq!(i32::try_from(answer.items.count), Ok(row.line_count));
        let html = page(&platform, row, Wish::default()).await;
        let count = format!("明细里一共 {} 项", row.line_count);
        assert!(html.contains(&count), "{html}");

        let id = row.settlement_id;
        tamper_item(&platform, id, 1, "amount = amount + 100").await;
        let class = "item_class = 'X', self_pay_first_ratio = self_pay_first_ratio + 7";
        tamper_item(&platform, id, 2, class).await;
        remove_item(&platform, id, 3).await;
        tamper_item(&platform, id, 4, "line_no = 9000").await;
        let replayed = again(&platform, row).await;
        assert!(!replayed.is_equal(), "{}", made.kind);
        assert!(replayed.layers().is_empty(), "the calculation is the same");
        assert_eq!(outcome(&replayed), "different");
        let answer = computed(replayed);
        assert!(!answer.parts.iter().any(Compared::differs));
        let numbers: Vec<i32> = answer.items.odd.iter().map(|odd| odd.line_no).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 9000], "{}", made.kind);
        let odd: Vec<&Odd> = answer.items.odd.iter().map(|odd| &odd.odd).collect();
        let Odd::Changed {
            class: None,
            share: None,
            figures,
        } = odd[0]
        else {
            panic!("one amount: {:?}", odd[0]);
        };
        let [amount] = figures.as_slice() else {
            panic!("one amount: {figures:?}");
        };
        assert_eq!(amount.what, ItemFigure::Amount);
        assert_eq!((amount.recorded - amount.computed).fen(), 100);
        let Odd::Changed {
            class: Some((kept, _)),
            share: Some((share, of_bill)),
            figures,
        } = odd[1]
        else {
            panic!("class and share: {:?}", odd[1]);
        };
        assert_eq!((kept.as_str(), share.get() - of_bill.get()), ("X", 7));
        assert!(figures.is_empty());
        assert!(matches!(odd[2], Odd::Missing(_)) && matches!(odd[3], Odd::Missing(_)));
        assert!(matches!(odd[4], Odd::Added(_)));
        let html = page(&platform, row, Wish::default()).await;
        for words in [
            "有的数和记录不一样",
            "第 1 项",
            "重新算少 ¥1.00",
            "明细里少了这一项",
            "第 9000 项",
            "明细里多了这一项",
        ] {
            assert!(html.contains(words), "{words} on {}", made.kind);
        }
        assert!(!html.contains("分毫不差") && !html.contains(&count));
        let english = Wish {
            english: true,
            elder: true,
        };
        let html = page(&platform, row, english).await;
        assert!(html.contains("missing from the list"), "{}", made.kind);
        assert!(html.contains("not on the bill that was settled"));
    })
    .await;
}

#[tokio::test]
async fn a_year_that_does_not_go_on_from_the_bill_before_it_is_a_difference() {
    on_each(async |made| {
        let platform = with_demo(&made, 10, 4).await;
        let person = id_of(&platform, "王秀英").await;
        let rows = rows(&platform, Some(person)).await;
        let row = rows.last().expect("a settlement");
        let wrong = "UPDATE year_accumulator SET catastrophic_base = catastrophic_base + 7";
        let done = platform.database.writer.execute_unprepared(wrong).await;
        done.expect("a clumsy hand");
        let answer = computed(again(&platform, row).await);
        assert!(answer.after.differs() && !answer.is_equal());
        assert!(!answer.before.differs(), "{}", made.kind);
        assert!(!answer.parts.iter().any(Compared::differs));
        let html = page(&platform, row, Wish::default()).await;
        assert!(html.contains("重新算少 ¥0.07"), "{}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_computed_again_says_why() {
    on_each(async |made| {
        let platform = with_demo(&made, 10, 4).await;
        let row = paid_by_the_pool(&platform).await;
        for (what, wanted, chinese, english) in [
            (
                "input = '{}'",
                Why::NoInput,
                "记录里留下的账单读不出来",
                "The copy of the bill in the record cannot be read",
            ),
            (
                "parameter_set_id = 'BJ-1900'",
                Why::NoParameters,
                "当时用的规则（参数 BJ-1900）已经不在库里",
                "The rules used then (parameters BJ-1900) are no longer kept",
            ),
        ] {
            tamper(&platform, row.settlement_id, what).await;
            let outcome = again(&platform, &row).await.outcome;
            let said = matches!(outcome, Outcome::Impossible(why) if why == wanted);
            assert!(said, "{}: {outcome:?}", made.kind);
            for (words, english) in [(chinese, false), (english, true)] {
                let wish = Wish {
                    english,
                    elder: false,
                };
                let html = page(&platform, &row, wish).await;
                assert!(html.contains(words), "{words} on {}", made.kind);
            }
            let context = request(&platform, resident(row.person_id.into()));
            let address = format!("/me/settlements/{}", row.settlement_id);
            let (_, html) = get(&context, &address, Wish::default()).await;
            assert!(html.contains(&format!("{address}/replay")), "{wanted:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_refund_is_the_bill_turned_round() {
    on_each(async |made| {
        let platform = with_demo(&made, 10, 4).await;
        let person = id_of(&platform, "王秀英").await;
        let rows = rows(&platform, Some(person)).await;
        let row = rows.last().expect("a settlement");
        let back = computed(again(&platform, row).await);
        let mut refund = row.clone();
        refund.settlement_id = Uuid::from_u128(row.settlement_id.as_u128() + 1);
        refund.number = format!("{}R", row.number.get(1..).expect("a number"));
        refund.created_at = row.created_at + Duration::seconds(1);
        refund.reverses_id = Some(row.settlement_id);
        for amount in [
            &mut refund.total_fee,
            &mut refund.fully_self_paid,
            &mut refund.over_ceiling,
            &mut refund.self_pay_first,
            &mut refund.in_scope_amount,
            &mut refund.deductible,
            &mut refund.pool_fund_paid,
            &mut refund.large_amount_paid,
            &mut refund.catastrophic_paid,
            &mut refund.assistance_paid,
            &mut refund.fund_total,
            &mut refund.personal_burden,
            &mut refund.account_paid,
            &mut refund.family_account_paid,
            &mut refund.cash_paid,
        ] {
            *amount = -*amount;
        }
        settlement::Entity::insert(refund.clone().into_active_model())
            .exec_without_returning(&platform.database.writer)
            .await
            .expect("a refund");
        // The year stands without the bill now.
        let found = rebuild(&platform.database.writer, &platform.parameters, person).await;
        for year in found.expect("years").0 {
            let year = year.into_active_model().reset_all();
            let written = year.update(&platform.database.writer).await;
            written.expect("a year");
        }
        let replayed = again(&platform, &refund).await;
        let original = replayed.ties.reverses.as_ref().map(|tied| tied.id);
        assert_eq!(original, Some(row.settlement_id.into()));
        let answer = computed(replayed);
        assert!(answer.is_equal(), "{}: {answer:?}", made.kind);
        assert_eq!(answer.items, Items::default(), "it has no items of its own");
        for (turned, plain) in answer.parts.iter().zip(&back.parts) {
            assert_eq!(turned.computed, -plain.computed, "{:?}", plain.what);
        }
        assert_eq!(answer.before, Year::OfRefund, "{}", made.kind);
        let of_bill = computed(again(&platform, row).await);
        assert!(of_bill.is_equal(), "{}: {of_bill:?}", made.kind);
        assert!(matches!(of_bill.after, Year::Compared(_)), "{}", made.kind);
        let html = page(&platform, &refund, Wish::default()).await;
        assert!(html.contains("这是一笔退费"), "{}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn a_stranger_finds_nothing() {
    on_each(async |made| {
        let platform = with_demo(&made, 10, 4).await;
        let row = paid_by_the_pool(&platform).await;
        let all = rows(&platform, None).await;
        let stranger = all.iter().map(|one| one.person_id);
        let mut strangers = stranger.filter(|id| *id != row.person_id);
        let nobody = Uuid::from_u128(0x0197_ffff);
        let stranger = strangers.next().expect("somebody else");
        for (who, whose, id) in [
            (stranger, stranger, row.settlement_id),
            (row.person_id, row.person_id, nobody),
            (nobody, row.person_id, row.settlement_id),
        ] {
            let context = request(&platform, resident(who.into()));
            let id = SettlementId::from(id);
            let found = replay::of(&context, whose.into(), id).await;
            let nothing = matches!(found, Err(ServiceError::NotFound));
            assert!(nothing, "{}: {found:?}", made.kind);
            let address = if who == whose {
                format!("/me/settlements/{id}/replay")
            } else {
                format!("/people/{whose}/settlements/{id}/replay")
            };
            let (status, _) = get(&context, &address, Wish::default()).await;
            assert_eq!(status, 404, "{}: {address}", made.kind);
        }
    })
    .await;
}
