//! `import records`: every kind of visit, settled by its rules and known again.

use domain::ids::PersonId;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};
use services::accumulators;
use services::doctor::{self, State};
use services::store::entity::{person, settlement, year_accumulator};
use tests::database::{TestDatabase, on_each, sqlite_only};
use tests::importing::{contents, counts, fresh, fresh_as, imported, operator, reasons, write};
use tests::kinds::{EMPLOYEE, Insured, RESIDENT, across_years, chronic, person as people, visit};
use tests::records_file::numbers;

async fn rows(made: &TestDatabase) -> Vec<settlement::Model> {
    settlement::Entity::find()
        .order_by_asc(settlement::Column::SettlementId)
        .all(&made.database.reader)
        .await
        .expect("settlements")
}

async fn years(made: &TestDatabase) -> Vec<year_accumulator::Model> {
    year_accumulator::Entity::find()
        .order_by_asc(year_accumulator::Column::BenefitYear)
        .all(&made.database.reader)
        .await
        .expect("years")
}

/// Imports the visits of one person after the person; what is stored must be what the settlements
/// come to, and a second import must change nothing.
async fn taken(made: &TestDatabase, insured: Insured, visits: &[Value]) {
    let platform = fresh(made.database.clone()).await;
    let mut records = visits.to_vec();
    records.extend(people(&numbers()[0], insured));
    let file = write(made.folder.path(), "kinds.ndjson", &records);
    let report = imported(&platform, &file).await;
    assert_eq!(report.refused, [], "{}", made.kind);
    let stored = contents(&made.database).await;
    let whom = person::Entity::find().one(&made.database.reader).await;
    let whom = PersonId::from(whom.expect("the store").expect("somebody").person_id);
    let reader = &made.database.reader;
    let found = accumulators::differences(reader, &platform.parameters, whom).await;
    assert_eq!(found.expect("a rebuild"), [], "{}", made.kind);
    let findings = doctor::examine(&operator(&platform))
        .await
        .expect("findings");
    let part = findings.iter().find(|one| one.part == "accumulators");
    assert_eq!(part.map(|one| one.state), Some(State::Good));
    let again = imported(&platform, &file).await;
    let all = u64::try_from(records.len()).expect("few");
    assert_eq!(counts(&again), (0, 0, all, 0), "{}: {again:?}", made.kind);
    assert_eq!(contents(&made.database).await, stored, "{}", made.kind);
}

#[tokio::test]
async fn kinds_with_a_total_of_their_own_move_it() {
    on_each(async |made| {
        let number = &numbers()[0];
        let of = |name: &str, day: &str, fields: Value| visit(number, RESIDENT, name, day, &fields);
        let visits = [
            of(
                "T-1",
                "2025-03-01",
                json!({"kind": "two_diseases", "disease": "M03900"}),
            ),
            of(
                "T-2",
                "2025-03-02",
                json!({"kind": "two_diseases", "disease": "M01600"}),
            ),
            of("T-3", "2025-03-03", json!({"kind": "prenatal"})),
            of("T-4", "2025-03-04", json!({"kind": "dual_channel"})),
            of("T-5", "2025-03-05", json!({"kind": "maternity_inpatient"})),
        ];
        taken(&made, RESIDENT, &visits).await;
        let paid: Vec<i64> = rows(&made)
            .await
            .iter()
            .map(|row| row.pool_fund_paid)
            .collect();
        // 60 % up to 200 and 300 yuan, 50 %, 65 %, 85 % of 1,000 yuan.
        assert_eq!(paid, [20_000, 30_000, 50_000, 65_000, 85_000]);
        let year = &years(&made).await[0];
        assert_eq!(year.hypertension_paid, 20_000);
        assert_eq!(year.diabetes_paid, 30_000);
        assert_eq!(year.prenatal_paid, 50_000);
        assert_eq!(year.pool_paid, 150_000);
        assert_eq!((year.outpatient_paid, year.admissions), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn a_visit_for_a_disease_is_divided_and_its_parts_are_one_bill() {
    on_each(async |made| {
        let number = &numbers()[0];
        taken(
            &made,
            EMPLOYEE,
            &[chronic(number, EMPLOYEE, "C-1", "2025-05-05")],
        )
        .await;
        let rows = rows(&made).await;
        let [disease, other] = rows.as_slice() else {
            panic!("two parts: {rows:?}");
        };
        assert_eq!((disease.total_fee, other.total_fee), (800_000, 30_000));
        assert_eq!(
            (disease.visit_kind.as_str(), other.visit_kind.as_str()),
            ("chronic", "outpatient")
        );
        assert_eq!(
            (&disease.number, &other.number),
            (&"C-1".into(), &"C-1".into())
        );
        assert_eq!(disease.bill_id, Some(disease.settlement_id));
        assert_eq!(other.bill_id, Some(disease.settlement_id));
        let year = &years(&made).await[0];
        assert_eq!(year.chronic_deductible, 130_000);
        assert_eq!(disease.deductible, 130_000);
        assert_eq!(year.outpatient_scope, 30_000);
    })
    .await;
}

#[tokio::test]
async fn a_stay_across_the_end_of_a_year_moves_both_years() {
    on_each(async |made| {
        let number = &numbers()[0];
        taken(&made, EMPLOYEE, &[across_years(number, EMPLOYEE, "S-1")]).await;
        let rows = rows(&made).await;
        let [earlier, later] = rows.as_slice() else {
            panic!("two parts: {rows:?}");
        };
        // Four of ten nights, then six and what was used in January.
        assert_eq!((earlier.total_fee, later.total_fee), (800_000, 1_500_000));
        assert_eq!((earlier.benefit_year, later.benefit_year), (2025, 2026));
        assert_eq!(later.bill_id, Some(earlier.settlement_id));
        // The earlier part pays the deductible of the stay whole.
        assert!(earlier.deductible > 0 && later.deductible == 0);
        let years = years(&made).await;
        let admissions: Vec<i32> = years.iter().map(|year| year.admissions).collect();
        assert_eq!(admissions, [1, 0]);
        let pool: Vec<i64> = years.iter().map(|year| year.pool_paid).collect();
        assert_eq!(pool, [earlier.pool_fund_paid, later.pool_fund_paid]);
    })
    .await;
}

#[tokio::test]
async fn amounts_are_those_of_the_whole_bill() {
    let made = sqlite_only().await;
    let number = &numbers()[0];
    let mut record = chronic(number, EMPLOYEE, "C-1", "2025-05-05");
    record["amounts"] = json!({"medfee_sumamt": 830_000, "act_pay_dedc": 130_000 + 30_000});
    taken(&made, EMPLOYEE, &[record]).await;
}

#[tokio::test]
async fn another_division_is_told_as_another_bill() {
    on_each(async |made| {
        let number = &numbers()[0];
        let visits = [
            chronic(number, EMPLOYEE, "C-1", "2025-05-05"),
            across_years(number, EMPLOYEE, "S-1"),
        ];
        taken(&made, EMPLOYEE, &visits).await;
        let platform = fresh_as(made.database.clone(), 2).await;
        let told = async |record: &Value| {
            let file = write(made.folder.path(), "again", std::slice::from_ref(record));
            let report = imported(&platform, &file).await;
            let pointers = reasons(&report).into_iter();
            pointers
                .map(|(pointer, code)| format!("{pointer} {code}"))
                .collect::<Vec<_>>()
        };
        let mut moved = visits[0].clone();
        moved["lines"][0]["for_disease"] = json!(true);
        assert!(
            told(&moved)
                .await
                .contains(&"/lines differs_from_store".to_owned())
        );
        let mut disease = visits[0].clone();
        disease["visit"]["disease"] = json!("M07804");
        assert_eq!(told(&disease).await, ["/visit/disease differs_from_store"]);
        let mut day = visits[1].clone();
        day["lines"][1]["day"] = json!("2025-12-30");
        assert!(
            told(&day)
                .await
                .contains(&"/lines differs_from_store".to_owned())
        );
        let mut more = visits[1].clone();
        more["lines"][0]["amount"] = json!(2_000_001);
        assert!(!told(&more).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_is_refused_where_it_is() {
    let made = sqlite_only().await;
    let platform = fresh(made.database.clone()).await;
    let number = &numbers()[0];
    let day = "2025-05-05";
    let mut undated = across_years(number, EMPLOYEE, "S-1");
    undated["lines"][1]["day"] = json!("2026-02-02");
    let mut early = across_years(number, EMPLOYEE, "S-1");
    early["admitted_on"] = json!("2023-12-28");
    let mut outside = visit(number, EMPLOYEE, "O-1", day, &json!({"kind": "outpatient"}));
    outside["lines"][0]["for_disease"] = json!(true);
    let of = |fields: Value| visit(number, EMPLOYEE, "K-1", day, &fields);
    for (record, told) in [
        (
            of(json!({"kind": "chronic"})),
            ("/visit/disease", "disease_missing"),
        ),
        (
            of(json!({"kind": "two_diseases", "disease": "M03900"})),
            ("/visit/kind", "kind_not_for_scheme"),
        ),
        (
            of(json!({"kind": "inpatient", "disease": "M03900"})),
            ("/visit/disease", "disease_not_asked"),
        ),
        (
            of(json!({"kind": "chronic", "disease": "M1"})),
            ("", "unreadable"),
        ),
        (undated, ("/lines/1/day", "day_outside_stay")),
        (early, ("/admitted_on", "date_outside_parameters")),
        (outside, ("/lines/0/for_disease", "disease_not_asked")),
    ] {
        let mut records = people(number, EMPLOYEE);
        records.push(record);
        let file = write(made.folder.path(), "wrong", &records);
        let report = imported(&platform, &file).await;
        assert_eq!(reasons(&report), [told]);
    }
    assert_eq!(rows(&made).await, []);
}
