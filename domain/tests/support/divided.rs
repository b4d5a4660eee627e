//! Random bills that are divided: some items for a certified disease, and stays across years.

use chrono::{Datelike, Days, NaiveDate};
use domain::settlement::parameters::shipped_parameter_sets;
use domain::settlement::{
    Accumulators, ChronicBill, ChronicLine, DatedLine, DiseaseCode, Stay, StayYear, VisitKind,
};
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::{Case, accumulators, any_case};

/// A bill with some items for a disease; `case.lines` are the same items.
#[derive(Debug, Clone)]
pub struct AnyChronic {
    pub case: Case,
    pub lines: Vec<ChronicLine>,
}

impl AnyChronic {
    pub fn bill(&self) -> ChronicBill<'_> {
        ChronicBill {
            scheme: self.case.scheme,
            person: self.case.person,
            visit: self.case.visit,
            lines: &self.lines,
            before: self.case.before,
        }
    }
}

/// What one year brings to a stay.
#[derive(Debug, Clone, Copy)]
pub struct AnyYear {
    pub year: i32,
    pub before: Accumulators,
    pub admission: u32,
}

/// A stay of up to two years; `case.lines` are the same items.
#[derive(Debug, Clone)]
pub struct AnyStay {
    pub case: Case,
    pub admitted_on: NaiveDate,
    pub discharged_on: NaiveDate,
    pub lines: Vec<DatedLine>,
    pub years: Vec<AnyYear>,
}

impl AnyStay {
    pub fn years(&self) -> Vec<StayYear<'static>> {
        let sets = shipped_parameter_sets();
        let set = sets.iter().find(|set| set.id == self.case.set);
        let of = |year: &AnyYear| {
            set.map(|set| StayYear {
                year: year.year,
                set,
                before: year.before,
                admission: year.admission,
            })
        };
        self.years.iter().filter_map(of).collect()
    }

    pub fn stay<'a>(&'a self, years: &'a [StayYear<'a>]) -> Stay<'a> {
        Stay {
            scheme: self.case.scheme,
            person: self.case.person,
            visit: self.case.visit,
            admitted_on: self.admitted_on,
            discharged_on: self.discharged_on,
            lines: &self.lines,
            years,
        }
    }
}

/// A random bill of a chronic visit.
pub fn any_chronic() -> impl Strategy<Value = AnyChronic> {
    let flags = proptest::collection::vec(any::<bool>(), 6);
    (any_case(), flags).prop_map(|(mut case, flags)| {
        case.visit.kind = VisitKind::Chronic;
        case.visit.disease = DiseaseCode::from_code("M07803");
        let lines = case.lines.iter().zip(flags);
        let lines = lines.map(|(item, for_disease)| ChronicLine {
            item: *item,
            for_disease,
        });
        AnyChronic {
            lines: lines.collect(),
            case,
        }
    })
}

/// A random stay around the turn of the year 2025, at times across two of them.
pub fn any_stay() -> impl Strategy<Value = AnyStay> {
    let nights = prop_oneof![8 => 0..40u64, 1 => 360..450u64];
    let kind = select(vec![VisitKind::Inpatient, VisitKind::MaternityInpatient]);
    let days = proptest::collection::vec(proptest::option::of(0..=1_000u64), 6);
    let years = proptest::collection::vec((accumulators(), 1..5u32), 3);
    (any_case(), kind, 0..40u64, nights, days, years).prop_map(
        |(mut case, kind, first, nights, days, years)| {
            case.visit.kind = kind;
            case.visit.disease = None;
            let later = |day: NaiveDate, days| day + Days::new(days);
            let admitted_on = later(
                NaiveDate::from_ymd_opt(2025, 11, 25).unwrap_or_default(),
                first,
            );
            let discharged_on = later(admitted_on, nights);
            let lines = case.lines.iter().zip(days).map(|(item, day)| DatedLine {
                item: *item,
                day: day.map(|share| later(admitted_on, nights * share / 1_000)),
            });
            let span = admitted_on.year()..=discharged_on.year();
            let years = span.zip(years).map(|(year, (before, admission))| AnyYear {
                year,
                before,
                admission,
            });
            AnyStay {
                lines: lines.collect(),
                years: years.collect(),
                admitted_on,
                discharged_on,
                case,
            }
        },
    )
}
