//! Prices, ratios and caps of a product in words.

use domain::language::Language as Domain;
use domain::money::Money;
use services::products::{Cover, CoverKind, Product};

use super::text::AddOnsText;
use crate::ui::Look;

/// The price of a year, and what it depends on: one figure, or from the lowest to the highest.
pub(super) fn price(look: Look, product: &Product) -> (String, &'static str) {
    let text = AddOnsText::of(look.language);
    match product.premium_range() {
        Some((low, high)) if low == high => (look.say(yuan(low)), text.a_year),
        Some((low, high)) => (
            look.say(format!("{}–{}", yuan(low), high.brief())),
            text.by_age,
        ),
        None => (text.no_price.to_owned(), ""),
    }
}

/// One sentence for each part of the cover.
pub(super) fn cover_lines(look: Look, product: &Product) -> Vec<String> {
    product
        .covers
        .iter()
        .map(|cover| cover_line(look, cover))
        .collect()
}

fn cover_line(look: Look, cover: &Cover) -> String {
    let text = AddOnsText::of(look.language);
    let language: Domain = look.language.into();
    let cap = cover.cap.map_or_else(
        || text.no_cap.to_owned(),
        |cap| text.cap.replace("{cap}", &yuan(cap)),
    );
    let pays = match cover.kind {
        CoverKind::LumpSum => text
            .lump_sum
            .replace("{cap}", &cover.cap.map(yuan).unwrap_or_default()),
        CoverKind::Daily => text
            .daily
            .replace("{cap}", &cover.cap.map(yuan).unwrap_or_default()),
        _ if cover.deductible.is_zero() => text
            .pays_all
            .replace("{ratio}", &cover.ratio.percent())
            .replace("{cap}", &cap),
        _ => text
            .pays_above
            .replace("{deductible}", &yuan(cover.deductible))
            .replace("{ratio}", &cover.ratio.percent())
            .replace("{cap}", &cap),
    };
    look.say(format!("{}{}{pays}", cover.label.get(language), text.colon))
}

/// `¥20,000`, with fen only where there are any.
pub(super) fn yuan(money: Money) -> String {
    format!("¥{}", money.brief())
}
