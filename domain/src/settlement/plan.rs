//! How a kind of visit is settled: which deductible, which ratios, under which cap.

use serde::{Deserialize, Serialize};

use super::parameters::{ChronicDeductible, DualChannel, MaternityTerms, ParameterSet};
use super::{Accumulators, Bill, DiseaseCode, KindRule, Refusal, RefusalCode, Scheme, VisitKind};
use crate::money::{BasisPoints, Money};

/// The rules that a bill goes through, looked up once.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    pub(super) deductible: DeductibleRule,
    pub(super) pool: PoolRule,
    /// Whether later layers take it for care in hospital: it always counts for catastrophic
    /// cover and assistance. Outpatient care counts where the region says so.
    pub(super) hospital: bool,
    /// What the trace tells of the kind; nothing for ordinary visits.
    pub(super) told: Option<(KindRule, Option<BasisPoints>, bool)>,
}

/// Which deductible comes off.
#[derive(Clone, Copy)]
pub(super) enum DeductibleRule {
    /// That of the admission.
    Admission,
    /// What is left of the yearly outpatient deductible.
    Year,
    /// What is left of the yearly deductible of chronic diseases.
    Chronic(ChronicDeductible),
    /// What the earlier parts of a stay left of its deductible.
    Carried(Carried),
    /// None.
    None,
}

/// A stay's deductible on its way through the parts of the stay, in fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// By the rule of the first part.
    #[serde(rename = "r")]
    pub by_rule: Money,
    /// Taken from the parts before.
    #[serde(rename = "t")]
    pub taken: Money,
}

/// How the pool pays.
#[derive(Clone, Copy)]
pub(super) enum PoolRule {
    /// By the brackets for stays, or by one ratio in their place.
    Stay {
        own_ratio: Option<BasisPoints>,
        /// Whether it uses up the yearly cap for stays.
        capped: bool,
    },
    /// As ordinary outpatient care.
    Outpatient,
    /// By one ratio under a yearly cap of its own.
    Own {
        ratio: BasisPoints,
        cap: Option<Money>,
        total: OwnTotal,
    },
}

/// The yearly total that a kind with a cap of its own adds to.
#[derive(Clone, Copy)]
pub(super) enum OwnTotal {
    Hypertension,
    Diabetes,
    Prenatal,
}

impl OwnTotal {
    pub(super) const fn of(self, year: &Accumulators) -> Money {
        match self {
            Self::Hypertension => year.hypertension_paid,
            Self::Diabetes => year.diabetes_paid,
            Self::Prenatal => year.prenatal_paid,
        }
    }

    pub(super) const fn set(self, change: &mut Accumulators, paid: Money) {
        match self {
            Self::Hypertension => change.hypertension_paid = paid,
            Self::Diabetes => change.diabetes_paid = paid,
            Self::Prenatal => change.prenatal_paid = paid,
        }
    }
}

/// A stay in hospital.
pub(super) const STAY: Plan = Plan {
    deductible: DeductibleRule::Admission,
    pool: PoolRule::Stay {
        own_ratio: None,
        capped: true,
    },
    hospital: true,
    told: None,
};

/// Ordinary outpatient care.
pub(super) const OUTPATIENT: Plan = Plan {
    deductible: DeductibleRule::Year,
    pool: PoolRule::Outpatient,
    hospital: false,
    told: None,
};

impl Plan {
    /// The plan for a bill.
    ///
    /// # Errors
    /// A refusal where the set has no rule for this kind of visit.
    pub(super) fn of(set: &ParameterSet, bill: &Bill<'_>) -> Result<Self, Refusal> {
        Self::find(set, bill).ok_or_else(|| Refusal::new("/visit/kind", RefusalCode::NoRuleForKind))
    }

    fn find(set: &ParameterSet, bill: &Bill<'_>) -> Option<Self> {
        let other = &set.other;
        Some(match bill.visit.kind {
            VisitKind::Inpatient => STAY,
            VisitKind::Outpatient => OUTPATIENT,
            VisitKind::Chronic => {
                let rules = other.chronic.values;
                Self {
                    deductible: DeductibleRule::Chronic(rules.deductible),
                    pool: PoolRule::Stay {
                        own_ratio: None,
                        capped: rules.shared_cap,
                    },
                    hospital: true,
                    told: Some((KindRule::Chronic, None, false)),
                }
            }
            VisitKind::TwoDiseases => match other.two_diseases.values {
                None => Self {
                    told: Some((KindRule::TwoAsOutpatient, None, false)),
                    ..OUTPATIENT
                },
                Some(two) => {
                    let (cap, total) = if bill.visit.disease == Some(DiseaseCode::DIABETES) {
                        (two.caps.diabetes, OwnTotal::Diabetes)
                    } else {
                        (two.caps.hypertension, OwnTotal::Hypertension)
                    };
                    Self::own(KindRule::TwoDiseases, two.ratio, Some(cap), total)
                }
            },
            VisitKind::DualChannel => {
                Self::dual_channel(other.dual_channel.as_ref()?.values, bill.scheme)
            }
            VisitKind::MaternityInpatient => {
                let care = &other.maternity_care.as_ref()?.values;
                Self::birth(care.get(bill.scheme))
            }
            VisitKind::Prenatal => {
                let care = &other.maternity_care.as_ref()?.values;
                let checks = care.get(bill.scheme).prenatal;
                Self::own(
                    KindRule::Prenatal,
                    checks.ratio,
                    checks.cap,
                    OwnTotal::Prenatal,
                )
            }
        })
    }

    const fn own(rule: KindRule, ratio: BasisPoints, cap: Option<Money>, total: OwnTotal) -> Self {
        Self {
            deductible: DeductibleRule::None,
            pool: PoolRule::Own { ratio, cap, total },
            hospital: false,
            told: Some((rule, Some(ratio), false)),
        }
    }

    fn dual_channel(rule: DualChannel, scheme: Scheme) -> Self {
        let (rule, own_ratio) = match rule {
            DualChannel::Outpatient => {
                return Self {
                    told: Some((KindRule::DualAsOutpatient, None, false)),
                    ..OUTPATIENT
                };
            }
            DualChannel::Inpatient => (KindRule::DualAsInpatient, None),
            DualChannel::Own { ratio } => (KindRule::DualOwn, Some(*ratio.get(scheme))),
        };
        Self {
            deductible: DeductibleRule::None,
            pool: PoolRule::Stay {
                own_ratio,
                capped: true,
            },
            hospital: true,
            told: Some((rule, own_ratio, false)),
        }
    }

    const fn birth(terms: &MaternityTerms) -> Self {
        let rule = match terms.ratio {
            Some(_) => KindRule::MaternityOwn,
            None => KindRule::MaternityAsInpatient,
        };
        Self {
            deductible: if terms.deductible {
                DeductibleRule::Admission
            } else {
                DeductibleRule::None
            },
            pool: PoolRule::Stay {
                own_ratio: terms.ratio,
                capped: true,
            },
            hospital: true,
            told: Some((rule, terms.ratio, terms.deductible)),
        }
    }
}
