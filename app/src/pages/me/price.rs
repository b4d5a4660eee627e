//! Prices that may lie between two amounts.

use domain::continuity::Price;

use super::words::said;
use crate::language::Language;
use crate::ui::Look;

/// `¥400.00`, or `¥400.00 至 ¥510.00` where one chooses.
pub(super) fn price(price: Price, look: Look) -> String {
    if price.least == price.most {
        return said(price.least, look);
    }
    let (least, most) = (said(price.least, look), said(price.most, look));
    match look.language {
        Language::Chinese => format!("{least} 至 {most}"),
        Language::English => format!("{least} to {most}"),
    }
}
