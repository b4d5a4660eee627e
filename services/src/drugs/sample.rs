//! Sample drugs. The generic names are real substances; classes, restrictions, amounts, brands
//! and makers are examples, and the codes end in company numbers 999xxx, which no company has.

mod words;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::identifiers::{DrugCode, RegionCode};
use domain::language::Bilingual;
use domain::money::{BasisPoints, Money};
use domain::settlement::ItemClass;
use domain::settlement::parameters::{Certainty, Provenance};

use super::import::Batch;
use super::model::{Drug, Product, Share};
use super::pay_standard::PayStandard;
use words::{Billed, Form, Substance};

/// The places of the demonstration, each with what it adds to the shares of the sample.
const PLACES: [(&str, usize); 3] = [("110000", 0), ("330100", 1), ("510100", 2)];
/// Shares of ordinary and of negotiated drugs, in basis points.
const ORDINARY: [i32; 3] = [1_000, 500, 1_500];
const NEGOTIATED: [i32; 3] = [2_000, 2_500, 3_000];

/// All records of the sample, the same in every run.
pub(super) fn shipped() -> Batch {
    let mut batch = Batch::default();
    let forms = words::forms();
    let mut billed: HashMap<(&str, &str), Billed> = words::billed()
        .into_iter()
        .map(|one| ((one.generic, one.form), one))
        .collect();
    for (number, substance) in words::substances().into_iter().enumerate() {
        for letter in substance.forms.split(' ') {
            let Some(form) = forms.iter().find(|form| form.letter == letter) else {
                continue;
            };
            let sold = billed.remove(&(substance.generic, letter));
            let turn = batch.drugs.len();
            let drug = drug(&substance, form, number + 1, sold.as_ref());
            batch.shares.extend(
                shares(&drug, turn, sold.as_ref())
                    .into_iter()
                    .map(|share| (0, share)),
            );
            batch.products.extend(
                products(&substance, form, number + 1, turn, &drug.id, sold)
                    .into_iter()
                    .map(|product| (0, product)),
            );
            batch.drugs.push((0, drug));
        }
    }
    batch
}

fn drug(substance: &Substance, form: &Form, number: usize, sold: Option<&Billed>) -> Drug {
    let lower = substance.category.to_ascii_lowercase();
    let letter = if substance.patent { "z" } else { "x" };
    let negotiated = substance.section.is_negotiated();
    let pay_standard = substance
        .pay_standard
        .clone()
        .or_else(|| sold.and_then(|one| standard(one, form)));
    Drug {
        id: format!("sample-{letter}{lower}-{number}-{}", form.letter),
        edition: "示例".to_owned(),
        section: substance.section,
        atc_code: format!("{}{}", letter.to_ascii_uppercase(), substance.category),
        category_path: substance.group.to_owned(),
        class: substance.class,
        seq_no: number.to_string(),
        generic_name: Bilingual {
            zh: substance.generic.to_owned(),
            en: substance.english.clone(),
        },
        dosage_form: form.name.clone(),
        pay_standard: pay_standard.into_iter().collect(),
        pay_standard_withheld: negotiated && substance.pay_standard.is_none(),
        restriction: substance.restriction.clone(),
        valid_until: negotiated
            .then(|| NaiveDate::from_ymd_opt(2027, 12, 31))
            .flatten(),
        removed_on: None,
        source: "示例数据".to_owned(),
        sample: true,
    }
}

/// The most that counts of a billed product whose price lies above it.
fn standard(sold: &Billed, form: &Form) -> Option<PayStandard> {
    (sold.over_ceiling > Money::ZERO).then(|| PayStandard {
        amount: sold.price - sold.over_ceiling,
        per: form.specification.to_owned(),
    })
}

fn shares(drug: &Drug, turn: usize, sold: Option<&Billed>) -> Vec<Share> {
    if drug.class != ItemClass::B {
        return Vec::new();
    }
    let usual = if drug.section.is_negotiated() {
        NEGOTIATED
    } else {
        ORDINARY
    };
    let in_place = |(code, shift): (&str, usize)| {
        let own = usual.get((turn + shift) % usual.len()).copied();
        let ratio = match sold {
            // As the bills of the demonstration were settled.
            Some(sold) => sold.self_pay_first,
            None => BasisPoints::new(own.unwrap_or_default()),
        };
        Some(Share {
            drug: drug.id.clone(),
            region: code.parse::<RegionCode>().ok()?,
            ratio,
            valid_from: NaiveDate::from_ymd_opt(2025, 1, 1)?,
            valid_until: None,
            provenance: Provenance::Sample,
            certainty: Certainty::Low,
            source: String::new(),
        })
    };
    PLACES.into_iter().filter_map(in_place).collect()
}

/// The product on the bills, if there is one, then one or two of other makers.
fn products(
    substance: &Substance,
    form: &Form,
    number: usize,
    turn: usize,
    drug: &str,
    sold: Option<Billed>,
) -> Vec<Product> {
    let letter = if substance.patent { 'Z' } else { 'X' };
    let english = substance.english.as_str();
    let initial = english
        .chars()
        .find(char::is_ascii_alphabetic)
        .unwrap_or('S')
        .to_ascii_uppercase();
    // What the payment standard is for, so that they can be held against each other.
    let specification = substance
        .pay_standard
        .as_ref()
        .map_or(form.specification, |standard| standard.per.as_str());
    let made = |copy: usize| {
        let maker = (turn + copy * 7) % 90;
        let code = format!(
            "{letter}{}{initial}{number:03}{}0{}09991{maker:02}",
            substance.category,
            form.code,
            copy + 1,
        );
        product(
            code.parse().ok()?,
            drug,
            Bilingual {
                zh: form.product.zh.replace("{}", substance.generic),
                en: form.product.en.replace("{}", english),
            },
            specification,
        )
    };
    let copies = 1 + usize::from(turn.is_multiple_of(3));
    let sold =
        sold.and_then(|sold| product(sold.code.parse().ok()?, drug, sold.name, specification));
    sold.into_iter()
        .chain((0..copies).filter_map(made))
        .collect()
}

fn product(code: DrugCode, drug: &str, name: Bilingual, specification: &str) -> Option<Product> {
    let company: usize = code.company().parse().ok()?;
    Some(Product {
        drug: drug.to_owned(),
        brand: words::brand(&code),
        company: words::company(company),
        specification: specification.to_owned(),
        name,
        code,
        sample: true,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashMap};

    use domain::catalogue::Section;

    use super::*;
    use crate::drugs::record::misfit;

    #[test]
    fn the_sample_is_whole_and_says_that_it_is_one() {
        let batch = shipped();
        assert!(batch.drugs.len() >= 500 && batch.products.len() > batch.drugs.len());
        let mut drugs = HashMap::new();
        for (_, drug) in &batch.drugs {
            assert!(drug.sample, "{drug:?}");
            assert_eq!(
                drug.section.is_basic(),
                drug.class != ItemClass::C,
                "{drug:?}"
            );
            assert!(super::super::card::is_id(&drug.id), "{drug:?}");
            assert!(!drug.generic_name.en.is_empty(), "{drug:?}");
            assert_eq!(
                drug.restriction.zh.is_empty(),
                drug.restriction.en.is_empty()
            );
            assert!(drugs.insert(drug.id.clone(), drug).is_none(), "{drug:?}");
        }
        let mut codes = BTreeSet::new();
        for (_, product) in &batch.products {
            assert!(product.sample && product.brand.zh.contains("示例"));
            assert!(product.code.company().starts_with("999"), "{product:?}");
            assert!(codes.insert(product.code.clone()), "{product:?}");
            assert_eq!(misfit(1, product, drugs[&product.drug]), None);
        }
        for kind in [Section::Commercial, Section::OffList, Section::Bidding] {
            assert!(batch.drugs.iter().any(|(_, drug)| drug.section == kind));
        }
        for (_, share) in &batch.shares {
            assert_eq!(drugs[&share.drug].class, ItemClass::B);
            assert_eq!(share.provenance, Provenance::Sample);
        }
    }

    #[test]
    fn every_drug_on_a_bill_has_its_card_and_agrees_with_it() {
        let batch = shipped();
        let table = include_str!("../../data/names/items.csv");
        let mut seen = 0;
        for line in table.lines().skip(1) {
            let fields: Vec<&str> = line.split(',').collect();
            let Ok(code) = fields[0].parse::<DrugCode>() else {
                continue;
            };
            seen += 1;
            let product = batch.products.iter().find(|(_, one)| one.code == code);
            let (_, product) = product.unwrap_or_else(|| panic!("{line}"));
            assert_eq!(product.name.zh, fields[1]);
            let drug = batch.drugs.iter().find(|(_, one)| one.id == product.drug);
            let (_, drug) = drug.unwrap_or_else(|| panic!("{line}"));
            assert_eq!(drug.class.code(), fields[2], "{line}");
            let mut shares = batch.shares.iter().filter(|(_, one)| one.drug == drug.id);
            assert!(
                shares.all(|(_, one)| one.ratio.get().to_string() == fields[3]),
                "{line}"
            );
            let (price, above): (i64, i64) =
                (fields[4].parse().unwrap(), fields[8].parse().unwrap());
            if above > 0 {
                assert_eq!(drug.pay_standard[0].amount.fen(), price - above, "{line}");
            }
        }
        assert!(seen >= 30);
    }
}
