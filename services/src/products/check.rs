//! What makes a product unfit, with every problem at once.

use domain::language::Bilingual;

use super::model::{Cover, Premium, Product};
use crate::error::FieldError;

/// Every problem of `product`; `pointer` is its place in the file.
pub(super) fn problems(product: &Product, pointer: &str) -> Vec<FieldError> {
    let mut problems = Vec::new();
    let mut refuse = |holds: bool, place: &str, code: &'static str, detail: &str| {
        if !holds {
            problems.push(FieldError {
                pointer: format!("{pointer}{place}"),
                code,
                detail: detail.to_owned(),
            });
        }
    };
    let id_fits = !product.id.is_empty()
        && product.id.len() <= 64
        && product
            .id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    refuse(
        id_fits,
        "/id",
        "wrong_id",
        "1 to 64 lower-case letters, digits and hyphens",
    );
    let known = product.region.is_none_or(|region| region.is_known());
    refuse(
        known,
        "/region",
        "unknown_region",
        "this region code does not exist",
    );
    let ends = product
        .valid_until
        .is_none_or(|last| last >= product.valid_from);
    refuse(
        ends,
        "/valid_until",
        "ends_before_it_begins",
        "the last day lies before the first",
    );
    for (place, text) in texts(product) {
        let named = !text.zh.trim().is_empty() && !text.en.trim().is_empty();
        refuse(
            named,
            &place,
            "empty_text",
            "both languages must say something",
        );
    }
    refuse(
        !product.premiums.is_empty(),
        "/premiums",
        "no_price",
        "at least one price",
    );
    refuse(
        ages_ascend(&product.premiums),
        "/premiums",
        "not_ascending",
        "ages must ascend",
    );
    for (place, premium) in product.premiums.iter().enumerate() {
        let fits = !premium.amount.is_negative();
        let place = format!("/premiums/{place}/amount");
        refuse(
            fits,
            &place,
            "negative_amount",
            "an amount cannot be below zero",
        );
    }
    refuse(
        !product.covers.is_empty(),
        "/covers",
        "no_cover",
        "at least one part of cover",
    );
    for (place, cover) in product.covers.iter().enumerate() {
        let place = format!("/covers/{place}");
        refuse(
            cover_fits(cover),
            &place,
            "out_of_range",
            "ratios 0 to 10000, amounts from 0",
        );
    }
    problems
}

fn texts(product: &Product) -> Vec<(String, &Bilingual)> {
    let mut texts: Vec<(String, &Bilingual)> = [
        ("/name", &product.name),
        ("/insurer", &product.insurer),
        ("/summary", &product.summary),
        ("/eligibility", &product.eligibility),
        ("/prior_illness", &product.prior_illness),
        ("/waiting", &product.waiting),
        ("/public_cover", &product.public_cover),
        ("/note", &product.note),
    ]
    .map(|(place, text)| (place.to_owned(), text))
    .into();
    let lists = [
        ("exclusions", &product.exclusions),
        ("claims", &product.claims),
    ];
    for (name, list) in lists {
        texts.extend(
            list.iter()
                .enumerate()
                .map(|(at, text)| (format!("/{name}/{at}"), text)),
        );
    }
    texts.extend(
        product
            .covers
            .iter()
            .enumerate()
            .map(|(at, c)| (format!("/covers/{at}/label"), &c.label)),
    );
    texts
}

fn ages_ascend(premiums: &[Premium]) -> bool {
    let whole = premiums
        .iter()
        .all(|row| row.through_age.is_none_or(|last| last >= row.from_age));
    let apart = premiums
        .iter()
        .zip(premiums.iter().skip(1))
        .all(|(young, old)| young.through_age.is_some_and(|last| last < old.from_age));
    whole && apart
}

fn cover_fits(cover: &Cover) -> bool {
    cover.ratio.is_share()
        && cover
            .prior_illness_ratio
            .is_none_or(|ratio| ratio.is_share())
        && !cover.deductible.is_negative()
        && cover.cap.is_none_or(|cap| !cap.is_negative())
}
