//! Every kind of visit, every part of a divided bill and every refund comes out again to the fen,
//! whoever settles it again: the page, a simulation, a rebuild.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::ids::PersonId;
use domain::money::Money;
use domain::settlement::parameters::ParameterSet;
use sea_orm::{EntityTrait, QueryOrder};
use services::parameters::simulate::replay::{Replayed, Stored, replay as simulated};
use services::replay::{self, Outcome, Year};
use services::store::entity::settlement;
use services::{Platform, accumulators};
use tests::database::{TestDatabase, on_each};
use tests::importing::{fresh, imported, write};
use tests::kinds::{EMPLOYEE, Insured, RESIDENT, every_kind, person};
use tests::platform::{request, resident};
use tests::records_file::numbers;

/// One person with everything, and their settlements in the order in which they were made.
async fn everything(
    made: &TestDatabase,
    insured: Insured,
) -> (Arc<Platform>, Vec<settlement::Model>) {
    let platform = fresh(made.database.clone()).await;
    let number = &numbers()[0];
    let mut records = person(number, insured);
    records.extend(every_kind(number, insured));
    let file = write(made.folder.path(), "everything", &records);
    assert_eq!(imported(&platform, &file).await.refused, []);
    let rows = settlement::Entity::find()
        .order_by_asc(settlement::Column::CreatedAt)
        .order_by_asc(settlement::Column::SettlementId)
        .all(&made.database.reader)
        .await
        .expect("settlements");
    let parts = rows.iter().filter(|row| row.bill_id.is_some()).count();
    let refunds = rows.iter().filter(|row| row.reverses_id.is_some()).count();
    // Three chronic bills and a stay, of which one and the stay were taken back part by part.
    assert_eq!((parts, refunds), (12, 4), "{}", made.kind);
    (platform, rows)
}

fn stored(row: &settlement::Model) -> Stored {
    Stored {
        person_id: row.person_id,
        settlement_id: row.settlement_id,
        fund_total: row.fund_total,
        personal_burden: row.personal_burden,
        parameter_set_id: row.parameter_set_id.clone(),
        input: row.input.clone(),
        reverses_id: row.reverses_id,
        created_at: row.created_at,
    }
}

/// Each year simulated by its own rules, changed by `change`.
fn by_year(
    platform: &Platform,
    rows: &[settlement::Model],
    change: impl Fn(&mut ParameterSet),
) -> Vec<(usize, Replayed)> {
    let mut years: BTreeMap<i32, Vec<Stored>> = BTreeMap::new();
    for row in rows {
        years.entry(row.benefit_year).or_default().push(stored(row));
    }
    let book = &platform.parameters;
    let of = |bills: Vec<Stored>| {
        let own = book.by_id(&bills[0].parameter_set_id).expect("rules");
        let mut set = ParameterSet::clone(&own);
        change(&mut set);
        let replayed = simulated(book, &set, &bills).expect("bills that can be read");
        (bills.len(), replayed)
    };
    years.into_values().map(of).collect()
}

/// Settles everything of one person again in every way.
async fn comes_out_again(made: &TestDatabase, insured: Insured) {
    let (platform, rows) = everything(made, insured).await;
    let whose = PersonId::from(rows[0].person_id);
    let context = request(&platform, resident(whose));
    for row in &rows {
        let name = format!("{} {} of {}", made.kind, row.visit_kind, row.number);
        let replayed = replay::of(&context, whose, row.settlement_id.into()).await;
        let replayed = replayed.expect("a replay");
        let told = replayed.told;
        let answer = match replayed.outcome {
            Outcome::Computed(answer) => *answer,
            Outcome::Impossible(why) => panic!("{name}: {why:?}"),
        };
        assert!(answer.is_equal(), "{name}: {answer:?}");
        assert_eq!(told.as_ref(), Some(&answer.trace), "{name}");
        assert!(answer.in_force, "{name}: rules of another day");
        // Both ends are compared, also where a refund stands beside; but for a refund's own moment.
        let refund = row.reverses_id.is_some();
        assert_eq!(answer.before == Year::OfRefund, refund, "{name}");
        assert!(matches!(answer.after, Year::Compared(_)), "{name}");
    }
    for (bills, replayed) in by_year(&platform, &rows, |_| ()) {
        assert_eq!((replayed.unlike, replayed.refused), (0, 0), "{}", made.kind);
        assert_eq!(replayed.changes.len(), bills);
        for change in &replayed.changes {
            let name = format!("{} {:?}", made.kind, change.kind);
            assert_eq!(change.funds, [Money::ZERO; 4], "{name}");
            assert_eq!(change.burden, Money::ZERO, "{name}");
        }
    }
    let reader = &made.database.reader;
    let found = accumulators::differences(reader, &platform.parameters, whose).await;
    assert_eq!(found.expect("a rebuild"), [], "{}", made.kind);
}

#[tokio::test]
async fn what_an_employee_had_comes_out_to_the_fen_and_step_by_step() {
    on_each(async |made| comes_out_again(&made, EMPLOYEE).await).await;
}

#[tokio::test]
async fn what_a_resident_had_comes_out_to_the_fen_and_step_by_step() {
    on_each(async |made| comes_out_again(&made, RESIDENT).await).await;
}

/// Under other rules a refund takes back what its settlement would have been, whatever it would.
#[tokio::test]
async fn under_other_rules_a_refund_still_takes_all_of_it_back() {
    on_each(async |made| {
        let (platform, rows) = everything(&made, RESIDENT).await;
        let dearer = |set: &mut ParameterSet| {
            let deductible = &mut set.schemes.resident.inpatient.deductible.values;
            deductible.l2 += Money::from_yuan(77);
        };
        let mut moved = 0;
        for (_, replayed) in by_year(&platform, &rows, dearer) {
            assert_eq!((replayed.unlike, replayed.refused), (0, 0), "{}", made.kind);
            let burden: BTreeMap<_, Money> = replayed
                .changes
                .iter()
                .map(|change| (change.settlement, change.burden))
                .collect();
            moved += burden.values().filter(|burden| !burden.is_zero()).count();
            for refund in rows.iter().filter(|row| row.reverses_id.is_some()) {
                let original = refund.reverses_id.and_then(|id| burden.get(&id));
                if let (Some(back), Some(original)) = (burden.get(&refund.settlement_id), original)
                {
                    assert_eq!(*back, -*original, "{} {}", made.kind, refund.number);
                }
            }
        }
        assert!(moved >= 3, "{}: the rules decide something", made.kind);
    })
    .await;
}
