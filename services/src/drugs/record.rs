//! Drugs, products and shares as they stand in a file (`docs/catalogue.schema.json`), and what
//! can be wrong with a line.

use chrono::NaiveDate;
use domain::catalogue::Section;
use domain::identifiers::{DrugCode, DrugKind, RegionCode};
use domain::language::Bilingual;
use domain::money::BasisPoints;
use domain::settlement::ItemClass;
use domain::settlement::parameters::{Certainty, Provenance};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::card::is_id;
use super::model::{Drug, Product, Share};
use super::pay_standard::Written;
use crate::catalogue::{Problems, error};
use crate::error::FieldError;

/// One line of the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "record", rename_all = "snake_case")]
pub(super) enum Record {
    Drug(Box<DrugRecord>),
    Product(Box<ProductRecord>),
    SelfPayFirst(ShareRecord),
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DrugRecord {
    id: Option<String>,
    #[serde(default)]
    edition: String,
    section: Section,
    #[serde(default)]
    atc_code: String,
    #[serde(default)]
    category_path: String,
    class_ab: Class,
    seq_no: Number,
    generic_name: String,
    #[serde(default)]
    generic_name_en: String,
    #[serde(default)]
    dosage_form: String,
    #[serde(default)]
    dosage_form_en: String,
    #[serde(default)]
    pay_standard: Option<Written>,
    #[serde(default)]
    remark: String,
    #[serde(default)]
    remark_en: String,
    valid_until: Option<NaiveDate>,
    removed_on: Option<NaiveDate>,
    #[serde(default)]
    source: String,
    #[serde(default)]
    sample: bool,
}

/// The class as code or as the list prints it.
#[derive(Clone, Copy, Debug, Deserialize)]
enum Class {
    #[serde(alias = "甲", alias = "甲类")]
    A,
    #[serde(alias = "乙", alias = "乙类")]
    B,
    #[serde(alias = "丙", alias = "丙类")]
    C,
}

/// A number as text or as number: the list prints `123` and `★（123）`.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Number {
    Figure(u32),
    Printed(String),
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProductRecord {
    code: String,
    drug: String,
    name: String,
    #[serde(default)]
    name_en: String,
    #[serde(default)]
    brand: String,
    #[serde(default)]
    brand_en: String,
    #[serde(default)]
    specification: String,
    #[serde(default)]
    company: String,
    #[serde(default)]
    company_en: String,
    #[serde(default)]
    sample: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShareRecord {
    drug: String,
    region: String,
    ratio: i32,
    valid_from: NaiveDate,
    valid_until: Option<NaiveDate>,
    provenance: Provenance,
    certainty: Certainty,
    #[serde(default)]
    source: String,
}

/// The id of a drug for which the file gives none: the same facts give the same id.
fn derived_id(parts: [&str; 4]) -> String {
    let digest = hex::encode(Sha256::digest(parts.join("\n").as_bytes()));
    format!("d{}", digest.get(..12).unwrap_or_default())
}

impl DrugRecord {
    /// The drug, or every problem of line `line`.
    pub(super) fn checked(self, line: usize) -> Result<Drug, Vec<FieldError>> {
        let mut problems = Problems::of(line);
        let class = match self.class_ab {
            Class::A => ItemClass::A,
            Class::B => ItemClass::B,
            Class::C => ItemClass::C,
        };
        if self.section.is_basic() == (class == ItemClass::C) {
            let detail = "A and B are the classes of the list, C of what stands on no list";
            problems.add("/class_ab", "differs_from_section", detail);
        }
        let seq_no = match self.seq_no {
            Number::Figure(number) => number.to_string(),
            Number::Printed(text) => problems.text("/seq_no", &text, 20),
        };
        let generic = problems.text("/generic_name", &self.generic_name, 100);
        if generic.is_empty() {
            problems.add(
                "/generic_name",
                "missing_field",
                "a drug has a Chinese name",
            );
        }
        let form = problems.text("/dosage_form", &self.dosage_form, 60);
        let atc_code = problems.text("/atc_code", &self.atc_code, 20);
        let given = [self.section.code(), &atc_code, &generic, &form];
        let id = self.id.unwrap_or_else(|| derived_id(given));
        if !is_id(&id) || id.parse::<DrugCode>().is_ok() {
            let detail = "1 to 64 lower-case letters, digits and hyphens, and no drug code";
            problems.add("/id", "wrong_id", detail);
        }
        let (pay_standard, pay_standard_withheld) = self
            .pay_standard
            .unwrap_or_default()
            .read()
            .unwrap_or_else(|| {
                let detail = "amounts above zero like 148元（20mg/支）, or *";
                problems.add("/pay_standard", "wrong_pay_standard", detail);
                (Vec::new(), false)
            });
        let mut pair = |name: &str, zh: &str, en: &str, longest| Bilingual {
            zh: problems.text(name, zh, longest),
            en: problems.text(&format!("{name}_en"), en, longest * 3),
        };
        let restriction = pair("/remark", &self.remark, &self.remark_en, 1_000);
        let generic_name = pair("/generic_name", &generic, &self.generic_name_en, 100);
        let dosage_form = pair("/dosage_form", &form, &self.dosage_form_en, 60);
        let drug = Drug {
            id,
            edition: problems.text("/edition", &self.edition, 40),
            section: self.section,
            atc_code,
            category_path: problems.text("/category_path", &self.category_path, 300),
            class,
            seq_no,
            generic_name,
            dosage_form,
            pay_standard,
            pay_standard_withheld,
            restriction,
            valid_until: self.valid_until,
            removed_on: self.removed_on,
            source: problems.text("/source", &self.source, 300),
            sample: self.sample,
        };
        none_of(problems, drug)
    }
}

impl ProductRecord {
    /// The product, or every problem of line `line`.
    pub(super) fn checked(self, line: usize) -> Result<Product, Vec<FieldError>> {
        let mut problems = Problems::of(line);
        let code: Option<DrugCode> = problems.parsed("/code", "wrong_drug_code", &self.code);
        let mut pair = |name: &str, zh: &str, en: &str| Bilingual {
            zh: problems.text(name, zh, 100),
            en: problems.text(&format!("{name}_en"), en, 200),
        };
        let name = pair("/name", &self.name, &self.name_en);
        let brand = pair("/brand", &self.brand, &self.brand_en);
        let company = pair("/company", &self.company, &self.company_en);
        let specification = problems.text("/specification", &self.specification, 200);
        if name.zh.is_empty() {
            problems.add("/name", "missing_field", "a product has a Chinese name");
        }
        let Some(code) = code else {
            return Err(problems.into_errors());
        };
        let product = Product {
            code,
            drug: self.drug,
            name,
            brand,
            specification,
            company,
            sample: self.sample,
        };
        none_of(problems, product)
    }
}

impl ShareRecord {
    /// The share, or every problem of line `line`.
    pub(super) fn checked(self, line: usize) -> Result<Share, Vec<FieldError>> {
        let mut problems = Problems::of(line);
        let region: Option<RegionCode> = problems.parsed("/region", "unknown_region", &self.region);
        if region.is_some_and(|region| !region.is_known()) {
            problems.add(
                "/region",
                "unknown_region",
                "this region code does not exist",
            );
        }
        let ratio = BasisPoints::new(self.ratio);
        if !ratio.is_share() {
            problems.add(
                "/ratio",
                "ratio_out_of_range",
                "basis points from 0 to 10000",
            );
        }
        if self.valid_until.is_some_and(|last| last < self.valid_from) {
            let detail = "the last day lies before the first";
            problems.add("/valid_until", "ends_before_it_begins", detail);
        }
        let source = problems.text("/source", &self.source, 300);
        let Some(region) = region else {
            return Err(problems.into_errors());
        };
        let share = Share {
            drug: self.drug,
            region,
            ratio,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
            provenance: self.provenance,
            certainty: self.certainty,
            source,
        };
        none_of(problems, share)
    }
}

fn none_of<T>(problems: Problems, value: T) -> Result<T, Vec<FieldError>> {
    let errors = problems.into_errors();
    if errors.is_empty() {
        Ok(value)
    } else {
        Err(errors)
    }
}

/// What does not fit between a product and the drug that it is said to be.
pub(super) fn misfit(line: usize, product: &Product, drug: &Drug) -> Option<FieldError> {
    let wanted = match drug.section {
        Section::Western | Section::NegotiatedWestern => DrugKind::Western,
        Section::ChinesePatent | Section::NegotiatedChinesePatent => DrugKind::ChinesePatent,
        _ => return None,
    };
    (product.code.kind() != wanted).then(|| {
        let detail = "codes of western medicines begin with X, of Chinese patent medicines with Z";
        error(line, "/code", "differs_from_section", detail)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drug(text: &str) -> Result<Drug, Vec<(String, &'static str)>> {
        let Record::Drug(record) = serde_json::from_str(text).unwrap() else {
            panic!("a drug");
        };
        record
            .checked(3)
            .map_err(|errors| errors.into_iter().map(|e| (e.pointer, e.code)).collect())
    }

    #[test]
    fn a_row_of_the_national_list_is_read() {
        let text = r#"{"record": "drug", "edition": "2025", "section": "negotiated_western",
            "atc_code": "XA10BK", "category_path": "消化道和代谢方面的药物", "class_ab": "乙",
            "seq_no": "★（12）", "generic_name": "某净", "dosage_form": "口服常释剂型",
            "pay_standard": "4.36元(10mg/片)", "remark": "限二线用药", "valid_until": "2027-12-31"}"#;
        let read = drug(text).unwrap();
        assert_eq!(
            (read.class, read.seq_no.as_str()),
            (ItemClass::B, "★（12）")
        );
        assert_eq!(read.pay_standard.first().unwrap().amount.fen(), 436);
        assert_eq!(read.row().unwrap().list_position % 1_000_000, 12);
        assert_eq!(
            read.id,
            drug(text).unwrap().id,
            "the same facts, the same id"
        );
        let other = drug(&text.replace("某净", "另一净")).unwrap();
        assert_ne!(read.id, other.id);
    }

    #[test]
    fn every_problem_of_a_line_is_named() {
        let errors = drug(
            r#"{"record": "drug", "id": "XA01ABD075A002010100483", "section": "western",
                "class_ab": "C", "seq_no": 1, "generic_name": "", "pay_standard": "不详",
                "remark": "a\u0000b"}"#,
        )
        .unwrap_err();
        let found: Vec<_> = errors.iter().map(|(p, c)| (p.as_str(), *c)).collect();
        for wanted in [
            ("line 3 /class_ab", "differs_from_section"),
            ("line 3 /generic_name", "missing_field"),
            ("line 3 /id", "wrong_id"),
            ("line 3 /pay_standard", "wrong_pay_standard"),
            ("line 3 /remark", "wrong_text"),
        ] {
            assert!(found.contains(&wanted), "{wanted:?} in {found:?}");
        }
    }
}
