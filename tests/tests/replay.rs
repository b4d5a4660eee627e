//! "Why this amount?": a settlement computed again, beside its record.

use std::sync::Arc;

use domain::ids::{PersonId, SettlementId};
use domain::settlement::{NoTrace, Step, Trace, settle};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use services::demo::{self, Arguments};
use services::records::SettlementInput;
use services::replay::{self, Outcome, Why};
use services::store::entity::{audit_event, settlement, settlement_line};
use services::{Platform, RequestContext, ServiceError};
use tests::database::on_each;
use tests::pages::{Wish, get};
use tests::platform::{platform, request, resident as signed_in};
use tests::residents::{History, link, platform_with_rules, resident};
use uuid::Uuid;

const ENGLISH: Wish = Wish {
    english: true,
    elder: false,
};

async fn row(platform: &Platform, id: SettlementId) -> settlement::Model {
    settlement::Entity::find()
        .filter(settlement::Column::SettlementId.eq(Uuid::from(id)))
        .one(&platform.database.reader)
        .await
        .expect("an answer")
        .expect("a settlement")
}

/// Writes `row` as a settlement of its own, with the items of `like`; the store takes no change of one
/// that is there.
async fn forge(
    platform: &Platform,
    number: u128,
    like: SettlementId,
    change: impl FnOnce(&mut settlement::Model, &mut Vec<settlement_line::Model>),
) -> SettlementId {
    let mut forged = row(platform, like).await;
    let reader = &platform.database.reader;
    let mut lines = settlement_line::Entity::find()
        .filter(settlement_line::Column::SettlementId.eq(forged.settlement_id))
        .all(reader)
        .await
        .expect("items");
    forged.settlement_id = Uuid::from_u128(0x0197_0000_0000_7000_9000_0000_0000_0000 | number);
    forged.number = format!("F{number}");
    for line in &mut lines {
        line.settlement_id = forged.settlement_id;
    }
    change(&mut forged, &mut lines);
    let id = forged.settlement_id.into();
    let writer = &platform.database.writer;
    settlement::Entity::insert(forged.into_active_model())
        .exec_without_returning(writer)
        .await
        .expect("a settlement");
    let lines = lines.into_iter().map(IntoActiveModel::into_active_model);
    settlement_line::Entity::insert_many(lines)
        .exec_without_returning(writer)
        .await
        .expect("items");
    id
}

#[tokio::test]
async fn every_settlement_of_the_demonstration_comes_out_equal() {
    on_each(|made| async move {
        let made = made;
        let platform = platform(made.database.clone());
        let operator = RequestContext::operator(Arc::clone(&platform), "demo");
        let arguments = Arguments {
            people: 40,
            seed: 3,
            as_of: "2026-06-15".parse().expect("a day"),
        };
        demo::load(&operator, arguments, &|_| ())
            .await
            .expect("the demonstration");
        let rows = settlement::Entity::find()
            .all(&platform.database.reader)
            .await
            .expect("settlements");
        assert!(rows.len() > 100, "{}: {}", made.kind, rows.len());
        for row in &rows {
            let own = request(&platform, signed_in(row.person_id.into()));
            let id = row.settlement_id.into();
            let found = replay::of(&own, row.person_id.into(), id)
                .await
                .expect("a replay");
            assert_eq!(
                found.outcome,
                Outcome::Equal,
                "{}: {}",
                made.kind,
                row.number
            );
            assert_eq!(found.overtaken_by, None, "{}", row.number);
            assert!(found.trace.is_some_and(|trace| !trace.steps.is_empty()));
        }
        let first = rows.first().expect("a settlement");
        let own = request(&platform, signed_in(first.person_id.into()));
        let address = format!("/me/settlements/{}/replay", first.settlement_id);
        let (status, page) = get(&own, &address, Wish::default()).await;
        assert_eq!(status, 200);
        for words in [
            "为什么是这个数？",
            "分毫不差",
            "是按这些算的",
            "当时一步一步是这样算的",
        ] {
            assert!(page.contains(words), "{words}");
        }
        let (_, page) = get(&own, &address, ENGLISH).await;
        assert!(page.contains("the same to the fen"));
    })
    .await;
}

#[tokio::test]
async fn what_was_tampered_with_shows_step_by_step() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let somebody = resident(
            &platform,
            History {
                number: 1,
                settlements: 1,
                items: 3,
            },
        )
        .await;
        let (person, good) = (somebody.person, somebody.settlements[0].0);
        let own = request(&platform, signed_in(person));
        let equal = replay::of(&own, person, good).await.expect("a replay");
        assert_eq!(equal.outcome, Outcome::Equal, "{}", made.kind);

        // Two fen from the pool's part to the person's.
        let amounts = forge(&platform, 1, good, |row, _| {
            row.pool_fund_paid -= 2;
            row.fund_total -= 2;
            row.cash_paid += 2;
            row.personal_burden += 2;
        })
        .await;
        let found = replay::of(&own, person, amounts).await.expect("a replay");
        let Outcome::Different(again) = &found.outcome else {
            panic!("{}: {:?}", made.kind, found.outcome);
        };
        assert_eq!(again.amounts, equal.recorded);
        assert!(again.items_agree);
        let gap = again.amounts.pool_fund_paid - found.recorded.pool_fund_paid;
        assert_eq!(gap.fen(), 2);

        // A step of the record that the engine does not take.
        let steps = forge(&platform, 2, good, |row, _| {
            let mut trace: Trace = serde_json::from_str(&row.trace).expect("a trace");
            for step in &mut trace.steps {
                if let Step::OutpatientDeductible(_, _, taken)
                | Step::InpatientDeductible(_, _, _, taken) = step
                {
                    *taken = *taken + domain::money::Money::from_fen(1);
                }
            }
            row.trace = serde_json::to_string(&trace).expect("text");
        })
        .await;
        let found = replay::of(&own, person, steps).await.expect("a replay");
        assert!(
            matches!(&found.outcome, Outcome::Different(again) if again.amounts == found.recorded)
        );
        let address = format!("/me/settlements/{steps}/replay");
        let (_, page) = get(&own, &address, Wish::default()).await;
        for words in [
            "又算了一遍：和记录不一样",
            "记录的和重新算的，对着看",
            "不一样",
        ] {
            assert!(page.contains(words), "{words}");
        }
        let (_, page) = get(&own, &address, ENGLISH).await;
        assert!(page.contains("As recorded and computed again, side by side"));

        // Items that are not those of the bill.
        let items = forge(&platform, 3, good, |_, lines| {
            lines[0].in_scope_amount -= 1;
        })
        .await;
        let found = replay::of(&own, person, items).await.expect("a replay");
        assert!(matches!(&found.outcome, Outcome::Different(again) if !again.items_agree));
        let address = format!("/me/settlements/{items}/replay");
        let (_, page) = get(&own, &address, Wish::default()).await;
        assert!(page.contains("和当时拿来计算的账单对不上"));
    })
    .await;
}

#[tokio::test]
async fn why_it_cannot_be_computed_again_is_said() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let somebody = resident(&platform, History::short(1)).await;
        let (person, good) = (somebody.person, somebody.settlements[0].0);
        let own = request(&platform, signed_in(person));
        let no_set = forge(&platform, 1, good, |row, _| {
            row.parameter_set_id = "BJ-1999".to_owned();
        })
        .await;
        let no_input = forge(&platform, 2, good, |row, _| {
            row.input = "{}".to_owned();
        })
        .await;
        let refused = forge(&platform, 3, good, |row, _| {
            let mut input: SettlementInput = serde_json::from_str(&row.input).expect("an input");
            input.person.age = 999;
            let set = platform
                .parameters
                .by_id(&row.parameter_set_id)
                .expect("a set");
            let lines = input.line_items();
            assert!(settle(&set, &input.bill(&lines), &mut NoTrace).is_err());
            row.input = serde_json::to_string(&input).expect("text");
        })
        .await;
        for (id, why, zh, en) in [
            (
                no_set,
                Why::NoParameters,
                "BJ-1999 已经不在库里",
                "no longer kept",
            ),
            (no_input, Why::NoInput, "读不出来", "cannot be read"),
            (refused, Why::Refused, "现在算不出来", "cannot be computed"),
        ] {
            let found = replay::of(&own, person, id).await.expect("a replay");
            assert_eq!(found.outcome, Outcome::Impossible(why), "{}", made.kind);
            let address = format!("/me/settlements/{id}/replay");
            for (wish, words) in [(Wish::default(), zh), (ENGLISH, en)] {
                let (status, page) = get(&own, &address, wish).await;
                assert_eq!(status, 200);
                assert!(page.contains(words), "{words}");
            }
        }
        // The steps that were recorded are told even where the bill cannot be read.
        let found = replay::of(&own, person, no_input).await.expect("a replay");
        assert!(found.trace.is_some());
    })
    .await;
}

async fn looks(platform: &Platform, person: PersonId) -> Vec<audit_event::Model> {
    audit_event::Entity::find()
        .filter(audit_event::Column::SubjectId.eq(Uuid::from(person)))
        .filter(audit_event::Column::Action.eq("read_settlement_detail"))
        .all(&platform.database.reader)
        .await
        .expect("events")
}

#[tokio::test]
async fn strangers_find_nothing_and_a_relative_is_written_down() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let mother = resident(&platform, History::short(1)).await;
        let daughter = resident(&platform, History::short(2)).await;
        let stranger = resident(&platform, History::short(3)).await;
        link(&platform, daughter.person, mother.person, None).await;
        let id = mother.settlements[0].0;
        let there = format!("/people/{}/settlements/{id}/replay", mother.person);

        let other = request(&platform, signed_in(stranger.person));
        let refused = replay::of(&other, mother.person, id).await;
        assert!(
            matches!(refused, Err(ServiceError::NotFound)),
            "{}",
            made.kind
        );
        for address in [
            there.as_str(),
            &format!("/me/settlements/{id}/replay"),
            "/me/settlements/x/replay",
        ] {
            assert_eq!(
                get(&other, address, Wish::default()).await.0,
                404,
                "{address}"
            );
        }
        assert!(looks(&platform, mother.person).await.is_empty());

        let helper = request(&platform, signed_in(daughter.person));
        let (status, page) = get(&helper, &there, Wish::default()).await;
        let written = looks(&platform, mother.person).await;
        if status == 200 {
            assert!(page.contains("分毫不差"));
            assert_eq!(written.len(), 1, "{}", made.kind);
            assert_eq!(written[0].object_id, id.to_string());
            // Only the person asks the agency.
            assert!(!page.contains("/query"));
        } else {
            panic!("a relative whose link opens the details: {status}");
        }
    })
    .await;
}
