//! Which parameter stands behind the steps of special kinds of visits and of divided bills.

use super::ParameterNote;
use crate::settlement::parameters::{DualChannel, ParameterSet, Source};
use crate::settlement::{DiseaseCode, Facts, KindRule, PartOf, Step, VisitKind};

/// The parameter behind a step that only special kinds have; `None` where the set has no such
/// value (any more), and for every other step.
pub(super) fn note(step: &Step, facts: &Facts, set: &ParameterSet) -> Option<ParameterNote> {
    let other = &set.other;
    let chronic = &other.chronic.source;
    let year_end = || other.year_end.as_ref().map(|rule| &rule.source);
    let (path, source): (String, &Source) = match *step {
        Step::Part(PartOf::Disease | PartOf::Ordinary, ..) => {
            ("chronic/values".to_owned(), chronic)
        }
        Step::Part(PartOf::Year(_) | PartOf::DischargeYear(_), ..) => {
            ("year_end/values/attribution".to_owned(), year_end()?)
        }
        Step::CarriedDeductible(..) => ("year_end/values/deductible".to_owned(), year_end()?),
        Step::ChronicDeductible(..) => ("chronic/values/deductible".to_owned(), chronic),
        Step::Kind(KindRule::Chronic, ..) => ("chronic/values".to_owned(), chronic),
        Step::Kind(KindRule::TwoDiseases | KindRule::TwoAsOutpatient, ..) => {
            ("two_diseases/values".to_owned(), &other.two_diseases.source)
        }
        Step::Kind(
            KindRule::DualAsOutpatient | KindRule::DualAsInpatient | KindRule::DualOwn,
            ..,
        ) => {
            let rule = other.dual_channel.as_ref()?;
            ("dual_channel/values".to_owned(), &rule.source)
        }
        Step::Kind(..) => {
            let care = other.maternity_care.as_ref()?;
            (
                format!("maternity_care/values/{}", facts.scheme),
                &care.source,
            )
        }
        Step::OwnShare(..) | Step::OwnCap(..) => return own(step, facts, set),
        _ => return None,
    };
    Some(ParameterNote::new(set, format!("/other/{path}"), source))
}

fn own(step: &Step, facts: &Facts, set: &ParameterSet) -> Option<ParameterNote> {
    let capped = matches!(step, Step::OwnCap(..));
    let (path, source) = if facts.kind == VisitKind::Prenatal {
        let care = set.other.maternity_care.as_ref()?;
        let field = if capped { "cap" } else { "ratio" };
        let path = format!("maternity_care/values/{}/prenatal/{field}", facts.scheme);
        (path, &care.source)
    } else {
        let field = match facts.disease {
            _ if !capped => "ratio",
            Some(DiseaseCode::DIABETES) => "caps/diabetes",
            _ => "caps/hypertension",
        };
        (
            format!("two_diseases/values/{field}"),
            &set.other.two_diseases.source,
        )
    };
    Some(ParameterNote::new(set, format!("/other/{path}"), source))
}

/// The ratio that stands in the place of the brackets for stays; `None` where they hold.
pub(super) fn ratio_of_stay(facts: &Facts, set: &ParameterSet) -> Option<ParameterNote> {
    let other = &set.other;
    let scheme = facts.scheme;
    let (path, source) = match facts.kind {
        VisitKind::MaternityInpatient => {
            let care = other.maternity_care.as_ref()?;
            care.values.get(scheme).ratio?;
            (
                format!("maternity_care/values/{scheme}/ratio"),
                &care.source,
            )
        }
        VisitKind::DualChannel => {
            let rule = other.dual_channel.as_ref()?;
            let DualChannel::Own { .. } = rule.values else {
                return None;
            };
            (format!("dual_channel/values/ratio/{scheme}"), &rule.source)
        }
        _ => return None,
    };
    Some(ParameterNote::new(set, format!("/other/{path}"), source))
}
