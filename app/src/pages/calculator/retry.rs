//! Settled amounts as fields of the form.

use domain::money::Money;

/// An amount as somebody would type it; nothing for nothing.
pub(super) fn figure(amount: Money) -> String {
    if amount.is_zero() {
        String::new()
    } else {
        amount.brief()
    }
}
