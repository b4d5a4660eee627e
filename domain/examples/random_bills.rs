//! Random requests with our answers, one JSON object a line, so that an independent program can
//! compute them again and compare to the fen: `random_bills [COUNT [SEED]]`.
//!
//! `form` is `bill` (one visit of any kind; of the kinds `inpatient` and `outpatient` the request
//! is what `POST /api/v1/estimates` takes), `chronic` (items carry `for_disease`, the answer has
//! the part for the disease and the ordinary one) or `stay` (items carry their `day` or none, the
//! answer has a part for each year). Amounts are fen, ratios basis points.

#![expect(clippy::print_stdout, reason = "a program that prints its results")]

#[path = "support/numbers.rs"]
mod numbers;

#[path = "support/random.rs"]
mod random;

use chrono::{Datelike, Days, NaiveDate};
use domain::settlement::parameters::{ParameterSet, shipped_parameter_sets};
use domain::settlement::{
    Bill, ChronicBill, ChronicLine, DatedLine, Divided, NoTrace, Part, PartOf, Refusal, Settled,
    Stay, StayYear, VisitKind, settle, settle_chronic, settle_stay,
};
use numbers::Numbers;
use serde_json::{Value, json};

fn main() {
    let mut arguments = std::env::args()
        .skip(1)
        .map(|text| text.parse().unwrap_or(1));
    let count: u64 = arguments.next().unwrap_or(100_000);
    let mut numbers = Numbers(arguments.next().unwrap_or(2_025));
    let sets = shipped_parameter_sets();
    for (n, set) in (0..count).zip(sets.iter().cycle()) {
        let (form, request, answer) = match numbers.below(10) {
            0..7 => one_bill(&mut numbers, set),
            7..9 => chronic(&mut numbers, set),
            _ => stay(&mut numbers, set),
        };
        let record = json!({
            "n": n, "set": set.id, "form": form, "request": request, "answer": answer,
        });
        println!("{record}");
    }
}

/// The form, the request and the answer.
type Record = (&'static str, Value, Value);

fn one_bill(numbers: &mut Numbers, set: &ParameterSet) -> Record {
    let kind = numbers.one_of(VisitKind::ALL, VisitKind::Inpatient);
    let lines = random::lines(numbers);
    let bill = Bill {
        scheme: random::scheme(numbers, kind),
        person: random::person(numbers),
        visit: random::visit(numbers, kind),
        lines: &lines,
        before: random::used(numbers, !VisitKind::PUBLIC.contains(&kind)),
    };
    let answer = match settle(set, &bill, &mut NoTrace) {
        Ok(settled) => one(&settled),
        Err(refusals) => refused(&refusals),
    };
    let request = json!({
        "region": set.region, "date": "2025-06-30", "scheme": bill.scheme,
        "person": bill.person, "visit": bill.visit, "lines": lines, "accumulators": bill.before,
    });
    ("bill", request, answer)
}

fn chronic(numbers: &mut Numbers, set: &ParameterSet) -> Record {
    let kind = VisitKind::Chronic;
    let items = random::lines(numbers);
    let lines: Vec<ChronicLine> = items
        .into_iter()
        .map(|item| ChronicLine {
            item,
            for_disease: numbers.below(2) == 0,
        })
        .collect();
    let bill = ChronicBill {
        scheme: random::scheme(numbers, kind),
        person: random::person(numbers),
        visit: random::visit(numbers, kind),
        lines: &lines,
        before: random::used(numbers, true),
    };
    let request = json!({
        "region": set.region, "date": "2025-06-30", "scheme": bill.scheme,
        "person": bill.person, "visit": bill.visit, "lines": lines, "accumulators": bill.before,
    });
    ("chronic", request, parts(settle_chronic(set, &bill)))
}

fn stay(numbers: &mut Numbers, set: &ParameterSet) -> Record {
    let stays = [VisitKind::Inpatient, VisitKind::MaternityInpatient];
    let kind = numbers.one_of(&stays, VisitKind::Inpatient);
    let later = |day: NaiveDate, days| day.checked_add_days(Days::new(days)).unwrap_or(day);
    let autumn = NaiveDate::from_ymd_opt(2025, 11, 25).unwrap_or_default();
    let admitted_on = later(autumn, numbers.below(40));
    let nights = numbers.below(45);
    let discharged_on = later(admitted_on, nights);
    let items = random::lines(numbers);
    let lines: Vec<DatedLine> = items
        .into_iter()
        .map(|item| DatedLine {
            item,
            day: (numbers.below(3) > 0).then(|| later(admitted_on, numbers.below(nights + 1))),
        })
        .collect();
    let years: Vec<StayYear<'_>> = (admitted_on.year()..=discharged_on.year())
        .map(|year| StayYear {
            year,
            set,
            before: random::used(numbers, true),
            admission: 1 + u32::try_from(numbers.below(3)).unwrap_or_default(),
        })
        .collect();
    let stay = Stay {
        scheme: random::scheme(numbers, kind),
        person: random::person(numbers),
        visit: random::visit(numbers, kind),
        admitted_on,
        discharged_on,
        lines: &lines,
        years: &years,
    };
    let of_year = |year: &StayYear<'_>| {
        json!({
            "year": year.year, "set": year.set.id, "admission": year.admission,
            "accumulators": year.before,
        })
    };
    let request = json!({
        "region": set.region, "scheme": stay.scheme, "person": stay.person, "visit": stay.visit,
        "admitted_on": admitted_on, "discharged_on": discharged_on, "lines": lines,
        "years": years.iter().map(of_year).collect::<Vec<_>>(),
    });
    ("stay", request, parts(settle_stay(&stay)))
}

fn one(settled: &Settled) -> Value {
    json!({ "settlement": settled.settlement.national(), "accumulators": settled.after })
}

fn parts(divided: Result<Divided, Vec<Refusal>>) -> Value {
    let divided = match divided {
        Ok(divided) => divided,
        Err(refusals) => return refused(&refusals),
    };
    let part = |part: &Part| {
        let name = match part.portion.part {
            PartOf::Disease => json!("disease"),
            PartOf::Ordinary => json!("ordinary"),
            PartOf::Year(year) | PartOf::DischargeYear(year) => json!(year),
        };
        json!({
            "part": name, "settlement": part.settled.settlement.national(),
            "accumulators": part.settled.after,
        })
    };
    json!({
        "settlement": divided.settlement().national(),
        "parts": divided.parts.iter().map(part).collect::<Vec<_>>(),
    })
}

fn refused(refusals: &[Refusal]) -> Value {
    json!({ "errors": refusals })
}
