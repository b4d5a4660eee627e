//! One visit of each special kind, and a refund. Their bills come from the price list without a
//! roll, so that nobody else's history moves with them.

use chrono::{Datelike, Days, NaiveDate};
use domain::settlement::{DiseaseCode, Remote, VisitKind};

use crate::demo::bills;
use crate::demo::family::{Special, Visit};
use crate::demo::world::World;
use crate::records::BilledItem;

/// Haemodialysis.
const DIALYSIS: &str = "M07803";

/// Pressure drugs for a resident, from the fund of the two diseases.
pub(super) fn two_diseases(world: &World<'_>, institution: &str) -> Option<Visit> {
    let items = [
        ("XC08CAA097A001010999001", 4),
        ("XC09CAX006A001010999002", 4),
    ];
    let visit = visit(
        world.days_ago(35),
        world,
        institution,
        "hypertension",
        &items,
    )?;
    Some(Visit {
        kind: VisitKind::TwoDiseases,
        special: Special {
            disease: Some(DiseaseCode::HYPERTENSION),
            ..Special::default()
        },
        ..visit
    })
}

/// Dialysis of some days, and on the same bill something for a cold.
pub(super) fn dialysis(world: &World<'_>, institution: &str) -> Option<Visit> {
    let items = [
        ("003110000010000", 5),
        ("C10010110010057999990000057", 5),
        ("XB03XAC032B001010999058", 4),
        ("XJ01CAA036A001010999012", 2),
        ("XR05CBA041A001010999014", 1),
    ];
    let visit = visit(world.days_ago(7), world, institution, "dialysis", &items)?;
    Some(Visit {
        kind: VisitKind::Chronic,
        special: Special {
            disease: DiseaseCode::from_code(DIALYSIS),
            beside: 2,
            ..Special::default()
        },
        ..visit
    })
}

/// A negotiated drug from a designated pharmacy.
pub(super) fn dual_channel(world: &World<'_>, pharmacy: &str) -> Option<Visit> {
    let items = [("XA10BKD002A001010999008", 2)];
    let visit = visit(world.days_ago(57), world, pharmacy, "diabetes", &items)?;
    Some(Visit {
        kind: VisitKind::DualChannel,
        ..visit
    })
}

/// Checks before a birth.
pub(super) fn prenatal(world: &World<'_>, institution: &str) -> Option<Visit> {
    let items = [
        ("001102000030000", 1),
        ("002203020020000", 1),
        ("002501020360000", 1),
    ];
    let visit = visit(world.days_ago(6), world, institution, "prenatal", &items)?;
    Some(Visit {
        kind: VisitKind::Prenatal,
        ..visit
    })
}

/// A birth in hospital, from so many days ago to so many days ago.
pub(super) fn birth(world: &World<'_>, days_ago: [u64; 2], institution: &str) -> Option<Visit> {
    let [from, through] = days_ago.map(|days| world.days_ago(days));
    let items = [
        ("001109000010000", 5),
        ("001201000020000", 3),
        ("001102000050000", 5),
        ("002503010010000", 1),
        ("XB05BBL090B001010999040", 6),
        ("003302020010000", 1),
    ];
    let visit = visit(through, world, institution, "prenatal", &items)?;
    Some(Visit {
        kind: VisitKind::MaternityInpatient,
        stay: Some((from, through)),
        ..visit
    })
}

/// A stay across the last turn of a year that is whole on record, if there is one.
pub(super) fn across_years(world: &World<'_>, institution: &str) -> Option<Visit> {
    let this_year = world.as_of.year();
    let (from, through) = [this_year, this_year - 1].into_iter().find_map(|year| {
        let from = NaiveDate::from_ymd_opt(year - 1, 12, 28)?;
        let through = NaiveDate::from_ymd_opt(year, 1, 7)?;
        (world.visits_from <= from && through <= world.as_of).then_some((from, through))
    })?;
    let items = [
        ("001109000010000", 10),
        ("001201000030000", 10),
        ("001102000050000", 10),
        ("XJ01DDT045B001010999038", 20),
        ("XB05BBL090B001010999040", 20),
        ("002103000010000", 1),
    ];
    let visit = visit(through, world, institution, "stay", &items)?;
    Some(Visit {
        kind: VisitKind::Inpatient,
        stay: Some((from, through)),
        ..visit
    })
}

/// A visit that was charged by mistake and taken back three days later.
pub(super) fn refunded(world: &World<'_>, institution: &str) -> Option<Visit> {
    let items = [("001102000010000", 1), ("002102000010000", 1)];
    let day = world.days_ago(53);
    let visit = visit(day, world, institution, "general", &items)?;
    Some(Visit {
        special: Special {
            refunded_on: day.checked_add_days(Days::new(3)),
            ..Special::default()
        },
        ..visit
    })
}

/// An outpatient visit with so many of each item; `None` where the demonstration has no such place.
fn visit(
    day: NaiveDate,
    world: &World<'_>,
    institution: &str,
    theme: &str,
    items: &[(&str, i64)],
) -> Option<Visit> {
    let items: Option<Vec<BilledItem>> = items
        .iter()
        .map(|(code, quantity)| bills::from_list(code, *quantity))
        .collect();
    Some(Visit {
        day,
        stay: None,
        kind: VisitKind::Outpatient,
        institution: world.named_institution(institution)?,
        remote: Remote::Local,
        diagnosis: bills::first_diagnosis(theme),
        items: items?,
        family: None,
        special: Special::default(),
    })
}
