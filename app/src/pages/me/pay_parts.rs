//! What goes into the bar of payers for a sum of settlements.

use services::resident::settlements::Paid;

use crate::ui::{PayPart, Payer};

/// A sum of settlements.
pub(super) fn of_sum(paid: &Paid) -> Vec<PayPart> {
    part(vec![
        (Payer::Pool, paid.pool_fund),
        (Payer::LargeAmount, paid.large_amount),
        (Payer::Catastrophic, paid.catastrophic),
        (Payer::Assistance, paid.assistance),
        (Payer::PersonalAccount, paid.accounts),
        (Payer::AllCash, paid.cash),
    ])
}

fn part(parts: Vec<(Payer, domain::money::Money)>) -> Vec<PayPart> {
    parts
        .into_iter()
        .map(|(payer, amount)| PayPart { payer, amount })
        .collect()
}
