//! A part of a whole, as a length.

use domain::money::Money;

/// `part` of `total` as a length, to a thousandth of a percent; between nothing and all of it.
pub(super) fn percent(part: Money, total: Money) -> String {
    let total = i128::from(total.fen()).max(1);
    let thousandths = (i128::from(part.fen()).max(0) * 100_000 / total).min(100_000);
    let thousandths = u32::try_from(thousandths).unwrap_or_default();
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}

#[cfg(test)]
mod tests {
    use super::{Money, percent};

    #[test]
    fn lengths_stay_between_nothing_and_all() {
        let yuan = Money::from_yuan;
        assert_eq!(percent(yuan(1), yuan(3)), "33.333%");
        assert_eq!(percent(yuan(9), yuan(3)), "100.000%");
        assert_eq!(percent(yuan(-1), yuan(3)), "0.000%");
        assert_eq!(percent(yuan(1), yuan(0)), "100.000%");
        assert_eq!(
            percent(Money::from_fen(i64::MAX), Money::from_fen(i64::MAX)),
            "100.000%"
        );
    }
}
