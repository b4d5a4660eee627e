//! The running totals of a person's benefit years: kept as rows, rebuilt from settlements.

mod rebuild;
pub(crate) mod totals;

use domain::ids::PersonId;
use domain::money::Money;
use domain::settlement::{Accumulators, Scheme};

use crate::store::entity::year_accumulator;

pub(crate) use rebuild::stored_amounts;
pub use rebuild::{Difference, differences, rebuild};
pub use totals::of as totals_of;

/// The row of a year.
#[must_use]
pub fn row(
    person: PersonId,
    year: i32,
    scheme: Scheme,
    used: &Accumulators,
    admissions: u32,
) -> year_accumulator::Model {
    year_accumulator::Model {
        person_id: person.into(),
        benefit_year: year,
        scheme: scheme.code().to_owned(),
        pool_paid: used.pool_paid.fen(),
        large_amount_paid: used.large_amount_paid.fen(),
        catastrophic_base: used.catastrophic_base.fen(),
        catastrophic_paid: used.catastrophic_paid.fen(),
        assistance_deductible: used.assistance_deductible_used.fen(),
        assistance_paid: used.assistance_paid.fen(),
        outpatient_deductible: used.outpatient_deductible_used.fen(),
        outpatient_paid: used.outpatient_paid.fen(),
        outpatient_scope: used.outpatient_in_scope.fen(),
        admissions: i32::try_from(admissions).unwrap_or(i32::MAX),
        chronic_deductible: used.chronic_deductible_used.fen(),
        hypertension_paid: used.hypertension_paid.fen(),
        diabetes_paid: used.diabetes_paid.fen(),
        prenatal_paid: used.prenatal_paid.fen(),
    }
}

/// What a row says, for the engine: the totals and the number of admissions.
#[must_use]
pub fn read(row: &year_accumulator::Model) -> (Accumulators, u32) {
    let used = Accumulators {
        pool_paid: Money::from_fen(row.pool_paid),
        large_amount_paid: Money::from_fen(row.large_amount_paid),
        catastrophic_base: Money::from_fen(row.catastrophic_base),
        catastrophic_paid: Money::from_fen(row.catastrophic_paid),
        assistance_deductible_used: Money::from_fen(row.assistance_deductible),
        assistance_paid: Money::from_fen(row.assistance_paid),
        outpatient_deductible_used: Money::from_fen(row.outpatient_deductible),
        outpatient_paid: Money::from_fen(row.outpatient_paid),
        outpatient_in_scope: Money::from_fen(row.outpatient_scope),
        chronic_deductible_used: Money::from_fen(row.chronic_deductible),
        hypertension_paid: Money::from_fen(row.hypertension_paid),
        diabetes_paid: Money::from_fen(row.diabetes_paid),
        prenatal_paid: Money::from_fen(row.prenatal_paid),
    };
    (used, u32::try_from(row.admissions).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_total_comes_back_from_its_row() {
        let mut fen = 0;
        let mut next = || {
            fen += 1;
            Money::from_fen(fen)
        };
        let used = Accumulators {
            pool_paid: next(),
            large_amount_paid: next(),
            catastrophic_base: next(),
            catastrophic_paid: next(),
            assistance_deductible_used: next(),
            assistance_paid: next(),
            outpatient_deductible_used: next(),
            outpatient_paid: next(),
            outpatient_in_scope: next(),
            chronic_deductible_used: next(),
            hypertension_paid: next(),
            diabetes_paid: next(),
            prenatal_paid: next(),
        };
        let person = PersonId::from(uuid::Uuid::from_u128(7));
        let row = row(person, 2026, Scheme::Resident, &used, 3);
        assert_eq!(read(&row), (used, 3));
    }
}
