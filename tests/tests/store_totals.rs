//! The totals of a person's settlements are rows, and always the sums of the settlements.

use std::sync::Arc;

use domain::ids::PersonId;
use domain::money::Money;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use services::accumulators::{Difference, differences};
use services::doctor::{self, State};
use services::resident::settlements::{self, Filter};
use services::store::entity::{person, settlement};
use services::{Platform, RequestContext, store};
use tests::database::on_each;
use tests::demonstration::with_demo;
use tests::platform::{request, resident};
use tests::schema;

const DIFFERING: &str = "SELECT person_id FROM (\
     SELECT person_id, benefit_year, visit_kind, COUNT(*) AS settlements, \
     SUM(total_fee) AS total_fee, SUM(pool_fund_paid), SUM(large_amount_paid), \
     SUM(catastrophic_paid), SUM(assistance_paid), SUM(account_paid), SUM(cash_paid) \
     FROM settlement GROUP BY person_id, benefit_year, visit_kind \
     EXCEPT SELECT person_id, benefit_year, visit_kind, settlements, total_fee, \
     pool_fund_paid, large_amount_paid, catastrophic_paid, assistance_paid, account_paid, \
     cash_paid FROM settlement_total) AS differing";

async fn somebody(platform: &Platform) -> PersonId {
    let found = person::Entity::find()
        .filter(person::Column::Name.eq("王秀英"))
        .one(&platform.database.reader)
        .await;
    let found = found.expect("the store answers").expect("somebody");
    found.person_id.into()
}

#[tokio::test]
async fn totals_are_the_sums_of_the_settlements() {
    on_each(async |made| {
        let platform = with_demo(&made, 10, 4).await;
        let differing = schema::texts(&made.database, DIFFERING).await;
        assert!(differing.is_empty(), "{}: {differing:?}", made.kind);

        let person = somebody(&platform).await;
        let context = request(&platform, resident(person));
        let history = settlements::of(&context, person, Filter::default()).await;
        let totals = history.expect("the history").totals;
        let rows = settlement::Entity::find()
            .filter(settlement::Column::PersonId.eq(uuid::Uuid::from(person)))
            .all(&platform.database.reader)
            .await
            .expect("settlements");
        let counted: i64 = totals.iter().map(|total| total.settlements).sum();
        assert_eq!(usize::try_from(counted), Ok(rows.len()), "{}", made.kind);
        let fees: Money = totals.iter().map(|total| total.paid.total_fee).sum();
        let wanted: i64 = rows.iter().map(|row| row.total_fee).sum();
        assert_eq!(fees.fen(), wanted, "{}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_total_is_named() {
    on_each(async |made| {
        let platform = with_demo(&made, 10, 4).await;
        let (database, person) = (&platform.database, somebody(&platform).await);
        let context = RequestContext::operator(Arc::clone(&platform), "test");
        let whole = doctor::examine(&context).await.expect("findings");
        assert!(whole.iter().all(|finding| finding.state == State::Good));
        for wrong in [
            "UPDATE settlement_total SET cash_paid = cash_paid + 1 \
             WHERE benefit_year = 2026 AND visit_kind = 'outpatient'",
            "DELETE FROM settlement_total WHERE benefit_year = 2026 AND visit_kind = 'outpatient'",
        ] {
            let done = database.writer.execute_unprepared(wrong).await;
            done.expect("a clumsy hand");
            let found = differences(&database.reader, &platform.parameters, person).await;
            let wanted = Difference::Total(2026, "outpatient".to_owned());
            assert_eq!(found.expect("a rebuild"), [wanted], "{}", made.kind);
            let findings = doctor::examine(&context).await.expect("findings");
            let bad = findings.iter().find(|one| one.part == "accumulators");
            assert_eq!(bad.map(|one| one.state), Some(State::Bad));
        }
    })
    .await;
}

#[test]
fn no_statement_of_a_residents_page_adds_up() {
    for query in store::registered_queries() {
        let of_a_person = query.name.starts_with("resident.");
        for word in ["COUNT(", "SUM(", "AVG(", "GROUP BY", "DISTINCT"] {
            let adds = query.sql.contains(word);
            assert!(!(of_a_person && adds), "{} says {word}", query.name);
        }
    }
}
