//! Parameter sets, whole.

use super::{Flat, Reader, Writer};
use crate::calendar::MonthDay;
use crate::explain::Clause;
use crate::flat;
use crate::settlement::parameters::{
    Above, AccountInflow, AgeAmount, AgeStep, Assistance, AssistanceReach, AssistanceRule, Bracket,
    Catastrophic, CatastrophicTiers, Chronic, ChronicDeductible, ContributionBase,
    ContributionRates, DualChannel, Incentive, Inpatient, LargeAmount, LeaveDays, Maternity,
    MaternityTerms, MinimumYears, MonthlyInflow, Other, Outpatient, ParameterSet, PerCategory,
    PerLevel, PerRemote, PerScheme, PerStatus, Prenatal, Repeat, ResidentFee, SchemeRules, Schemes,
    Source, Sourced, Tier, Tilt, TwoDiseaseCaps, TwoDiseases, Waiting, Window, YearEnd,
};

flat!(ParameterSet {
    id,
    region,
    name,
    effective,
    reviewed_by,
    reviewed_on,
    remote,
    schemes,
    assistance,
    other
});
flat!(Schemes { employee, resident });
flat!(SchemeRules {
    inpatient,
    large_amount,
    outpatient,
    catastrophic
});

flat!(Sourced<T> { values, source });
flat!(Source {
    provenance,
    certainty,
    document,
    clause,
    gives,
    note
});
flat!(Clause {
    document,
    place,
    gives
});

flat!(PerLevel<T> { community, l1, l2, l3 });
flat!(PerStatus<T> { active, retired });
flat!(PerScheme<T> { employee, resident });
flat!(PerRemote<T> {
    local,
    long_term_filed,
    referral_filed,
    emergency,
    temporary_filed,
    unfiled
});
flat!(PerCategory<T> {
    destitute,
    orphan,
    subsistence,
    near_subsistence,
    returned_poverty,
    monitored,
    illness_poverty
});

flat!(Inpatient {
    deductible,
    repeat,
    ratio,
    retired_ratio,
    age_bonus,
    pool_cap
});
flat!(Bracket { until, ratio });
flat!(LargeAmount { ratio, cap });
flat!(Outpatient {
    deductible,
    deductible_by_age,
    ratio,
    retired_by_age,
    above,
    cap
});
flat!(AgeStep { from, value });
flat!(AgeAmount { from, value });
flat!(Above { scope, ratio });
flat!(Catastrophic {
    tiers,
    cap,
    tilt,
    outpatient_counts
});
flat!(CatastrophicTiers { threshold, tiers });
flat!(Tier { until, ratio });
flat!(Tilt {
    categories,
    threshold_share,
    points
});
flat!(Assistance { rules, reach });
flat!(AssistanceRule {
    deductible,
    ratio,
    cap
});
flat!(AssistanceReach {
    outpatient_counts,
    excluded_remote
});

flat!(Other {
    account_in_service,
    account_retired,
    maternity,
    resident_fee,
    chronic,
    two_diseases,
    minimum_years,
    contribution_base,
    contribution_rates,
    collection_window,
    waiting,
    incentive,
    dual_channel,
    maternity_care,
    year_end
});
flat!(AccountInflow { share_of_base });
flat!(MonthlyInflow { below_age, amount });
flat!(Maternity {
    leave_days,
    divisor
});
flat!(LeaveDays {
    first,
    second,
    third
});
flat!(Chronic {
    deductible,
    ratio,
    shared_cap
});
flat!(TwoDiseases { ratio, caps });
flat!(TwoDiseaseCaps {
    hypertension,
    diabetes
});
flat!(MinimumYears {
    male,
    female,
    actual_local
});
flat!(ContributionBase {
    floor,
    ceiling,
    year_starts
});
flat!(ContributionRates {
    employer,
    person,
    person_fixed
});
flat!(Window { from, through });
flat!(Waiting {
    fixed_months,
    free_years,
    least_after_four_years
});
flat!(Incentive {
    continuous_step,
    zero_claim_step,
    most_of_cap
});
flat!(MaternityTerms {
    deductible,
    ratio,
    prenatal
});
flat!(Prenatal { ratio, cap });
flat!(YearEnd {
    attribution,
    deductible
});

impl Flat for MonthDay {
    fn write(&self, to: &mut Writer) {
        self.month().write(to);
        self.day().write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Self::new(u8::read(from)?, u8::read(from)?)
    }
}

impl Flat for Repeat {
    fn write(&self, to: &mut Writer) {
        match self {
            Self::Half => to.number(0),
            Self::HalfThenZero => to.number(1),
            Self::Minus { step, floor } => {
                to.number(2);
                step.write(to);
                floor.write(to);
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(match from.number()? {
            0 => Self::Half,
            1 => Self::HalfThenZero,
            2 => Self::Minus {
                step: Flat::read(from)?,
                floor: Flat::read(from)?,
            },
            _ => return None,
        })
    }
}

impl Flat for ResidentFee {
    fn write(&self, to: &mut Writer) {
        match self {
            Self::Age {
                child,
                adult,
                elder,
            } => {
                to.number(0);
                child.write(to);
                adult.write(to);
                elder.write(to);
            }
            Self::Tier { low, high } => {
                to.number(1);
                low.write(to);
                high.write(to);
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(match from.number()? {
            0 => Self::Age {
                child: Flat::read(from)?,
                adult: Flat::read(from)?,
                elder: Flat::read(from)?,
            },
            1 => Self::Tier {
                low: Flat::read(from)?,
                high: Flat::read(from)?,
            },
            _ => return None,
        })
    }
}

impl Flat for ChronicDeductible {
    fn write(&self, to: &mut Writer) {
        match self {
            Self::Fixed { amount } => Some(*amount).write(to),
            Self::InpatientLevelOnceAYear => to.number(0),
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(match Option::read(from)? {
            Some(amount) => Self::Fixed { amount },
            None => Self::InpatientLevelOnceAYear,
        })
    }
}

impl Flat for DualChannel {
    fn write(&self, to: &mut Writer) {
        match self {
            Self::Outpatient => to.number(0),
            Self::Inpatient => to.number(1),
            Self::Own { ratio } => {
                to.number(2);
                ratio.write(to);
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(match from.number()? {
            0 => Self::Outpatient,
            1 => Self::Inpatient,
            2 => Self::Own {
                ratio: Flat::read(from)?,
            },
            _ => return None,
        })
    }
}
