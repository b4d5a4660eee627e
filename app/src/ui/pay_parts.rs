//! The parts of the bar of payers for one settlement.

use domain::settlement::Settlement;

use super::{PayPart, Payer};

/// One settlement, from the pool fund down to what the person pays. Without an account in it
/// the person's part is told apart by its reason; an account pays it as a whole, so then the
/// rest is cash.
#[must_use]
pub fn of_one(paid: &Settlement) -> Vec<PayPart> {
    let mut parts = vec![
        (Payer::Pool, paid.pool_fund_paid),
        (Payer::LargeAmount, paid.large_amount_paid),
        (Payer::Catastrophic, paid.catastrophic_paid),
        (Payer::Assistance, paid.assistance_paid),
    ];
    if paid.account_paid.is_zero() {
        parts.extend([
            (Payer::OutOfScope, paid.fully_self_paid + paid.over_ceiling),
            (Payer::SelfPayFirst, paid.self_pay_first),
            (Payer::Cash, paid.in_scope_burden()),
        ]);
    } else {
        parts.extend([
            (Payer::PersonalAccount, paid.own_account_paid()),
            (Payer::FamilyAccount, paid.family_account_paid),
            (Payer::AllCash, paid.cash_paid),
        ]);
    }
    part(parts)
}

fn part(parts: Vec<(Payer, domain::money::Money)>) -> Vec<PayPart> {
    parts
        .into_iter()
        .map(|(payer, amount)| PayPart { payer, amount })
        .collect()
}

#[cfg(test)]
mod tests {
    use domain::money::Money;

    use super::*;

    fn sum(parts: &[PayPart]) -> i64 {
        parts.iter().map(|part| part.amount.fen()).sum()
    }

    #[test]
    fn the_parts_are_the_whole_bill_with_and_without_an_account() {
        let yuan = Money::from_yuan;
        let mut paid = Settlement {
            total_fee: yuan(1_000),
            fully_self_paid: yuan(100),
            over_ceiling: yuan(20),
            self_pay_first: yuan(30),
            in_scope_amount: yuan(850),
            deductible: yuan(50),
            pool_fund_paid: yuan(600),
            cash_paid: yuan(400),
            ..Settlement::default()
        };
        assert_eq!(sum(&of_one(&paid)), 100_000);
        paid.account_paid = yuan(150);
        paid.family_account_paid = yuan(50);
        paid.cash_paid = yuan(250);
        assert_eq!(sum(&of_one(&paid)), 100_000);
    }
}
