//! Drugs, products and shares, as pages read them and imports write them.

use chrono::NaiveDate;
use domain::catalogue::Section;
use domain::identifiers::{DrugCode, RegionCode};
use domain::language::Bilingual;
use domain::money::BasisPoints;
use domain::settlement::ItemClass;
use domain::settlement::parameters::{Certainty, Provenance};

use super::pay_standard::PayStandard;
use crate::catalogue::Keys;
use crate::error::ServiceError;
use crate::store::entity::{drug, drug_key, drug_product, drug_share};

/// A drug as a list names it: one generic name in one dosage form. What is said here holds in
/// the whole country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drug {
    /// Stable id, part of its address.
    pub id: String,
    /// Which edition of the list says so; may be empty.
    pub edition: String,
    /// In which part of the lists it stands.
    pub section: Section,
    /// The category code; may be empty.
    pub atc_code: String,
    /// The category in words, from the widest down; may be empty.
    pub category_path: String,
    /// The catalogue class.
    pub class: ItemClass,
    /// Its number in the list, as it is printed there.
    pub seq_no: String,
    /// The generic name; the English one may be empty.
    pub generic_name: Bilingual,
    /// The dosage form; the English one may be empty.
    pub dosage_form: Bilingual,
    /// The most that counts for a package; empty where there is no limit.
    pub pay_standard: Vec<PayStandard>,
    /// Whether there is a limit that the maker keeps secret.
    pub pay_standard_withheld: bool,
    /// For whom or where only it is paid; either language may be empty.
    pub restriction: Bilingual,
    /// The last day of the agreement and its payment standard.
    pub valid_until: Option<NaiveDate>,
    /// The last day on which it stood in the list; `None` while it does.
    pub removed_on: Option<NaiveDate>,
    /// Where these facts come from.
    pub source: String,
    /// Whether it is a sample.
    pub sample: bool,
}

/// A product of one company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// The national code.
    pub code: DrugCode,
    /// The drug that it is.
    pub drug: String,
    /// The registered name; the English one may be empty.
    pub name: Bilingual,
    /// The brand; may be empty.
    pub brand: Bilingual,
    /// Strength and package.
    pub specification: String,
    /// Who makes it; may be empty.
    pub company: Bilingual,
    /// Whether it is invented.
    pub sample: bool,
}

/// What the patient pays first of a class B drug in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The drug.
    pub drug: String,
    /// Where.
    pub region: RegionCode,
    /// How much.
    pub ratio: BasisPoints,
    /// From this day.
    pub valid_from: NaiveDate,
    /// Through this day; `None` while it goes on.
    pub valid_until: Option<NaiveDate>,
    /// Whether it is the place's rule or an example.
    pub provenance: Provenance,
    /// How sure it is.
    pub certainty: Certainty,
    /// The document that says so; may be empty.
    pub source: String,
}

fn broken(what: &'static str) -> ServiceError {
    ServiceError::internal(what)
}

fn text(zh: String, en: String) -> Bilingual {
    Bilingual { zh, en }
}

/// Digits of a printed number: 123 for `★（123）`.
fn number(seq_no: &str) -> i64 {
    let digits: String = seq_no
        .chars()
        .filter(char::is_ascii_digit)
        .take(6)
        .collect();
    digits.parse().unwrap_or_default()
}

impl Drug {
    /// Whether it stands in its list on `day`.
    #[must_use]
    pub fn is_listed(&self, day: NaiveDate) -> bool {
        self.removed_on.is_none_or(|last| day <= last)
    }

    /// What the store keeps of it.
    ///
    /// # Errors
    /// `Internal` when the payment standards cannot be written.
    pub(super) fn row(&self) -> Result<drug::Model, ServiceError> {
        Ok(drug::Model {
            drug_id: self.id.clone(),
            list_position: self.section.rank() * 1_000_000 + number(&self.seq_no),
            edition: self.edition.clone(),
            section: self.section.code().to_owned(),
            atc_code: self.atc_code.clone(),
            category_path: self.category_path.clone(),
            class_ab: self.class.code().to_owned(),
            seq_no: self.seq_no.clone(),
            generic_name: self.generic_name.zh.clone(),
            generic_name_en: self.generic_name.en.clone(),
            dosage_form: self.dosage_form.zh.clone(),
            dosage_form_en: self.dosage_form.en.clone(),
            pay_standard: serde_json::to_string(&self.pay_standard)
                .map_err(ServiceError::internal)?,
            pay_standard_withheld: self.pay_standard_withheld,
            remark: self.restriction.zh.clone(),
            remark_en: self.restriction.en.clone(),
            valid_until: self.valid_until,
            removed_on: self.removed_on,
            source: self.source.clone(),
            sample: self.sample,
        })
    }

    /// Reads a row of the store.
    pub(super) fn of(row: drug::Model) -> Result<Self, ServiceError> {
        Ok(Self {
            section: Section::from_code(&row.section)
                .ok_or_else(|| broken("an unknown section"))?,
            class: ItemClass::from_code(&row.class_ab).ok_or_else(|| broken("an unknown class"))?,
            pay_standard: serde_json::from_str(&row.pay_standard)
                .map_err(ServiceError::internal)?,
            id: row.drug_id,
            edition: row.edition,
            atc_code: row.atc_code,
            category_path: row.category_path,
            seq_no: row.seq_no,
            generic_name: text(row.generic_name, row.generic_name_en),
            dosage_form: text(row.dosage_form, row.dosage_form_en),
            pay_standard_withheld: row.pay_standard_withheld,
            restriction: text(row.remark, row.remark_en),
            valid_until: row.valid_until,
            removed_on: row.removed_on,
            source: row.source,
            sample: row.sample,
        })
    }

    /// By what the drug itself is found.
    pub(super) fn keys(&self) -> Vec<drug_key::Model> {
        let mut keys = Keys::default();
        keys.name(&self.generic_name.zh);
        keys.words(&self.generic_name.en);
        rows(keys, &self.id, "")
    }
}

impl Product {
    /// What the store keeps of it.
    pub(super) fn row(&self) -> drug_product::Model {
        drug_product::Model {
            drug_code: self.code.as_str().to_owned(),
            drug_id: self.drug.clone(),
            name_zh: self.name.zh.clone(),
            name_en: self.name.en.clone(),
            brand_zh: self.brand.zh.clone(),
            brand_en: self.brand.en.clone(),
            specification: self.specification.clone(),
            company_zh: self.company.zh.clone(),
            company_en: self.company.en.clone(),
            sample: self.sample,
        }
    }

    /// Reads a row of the store.
    pub(super) fn of(row: drug_product::Model) -> Result<Self, ServiceError> {
        Ok(Self {
            code: row
                .drug_code
                .parse()
                .map_err(|_| broken("an unknown drug code"))?,
            drug: row.drug_id,
            name: text(row.name_zh, row.name_en),
            brand: text(row.brand_zh, row.brand_en),
            specification: row.specification,
            company: text(row.company_zh, row.company_en),
            sample: row.sample,
        })
    }

    /// By what the product is found: its code, its brand, and where the registered name begins.
    /// The rest of that name is mostly the generic one, which finds the drug.
    pub(super) fn keys(&self) -> Vec<drug_key::Model> {
        let mut keys = Keys::default();
        keys.code(self.code.as_str());
        keys.name(&self.brand.zh);
        keys.words(&self.brand.en);
        keys.beginning(&self.name.zh, crate::catalogue::WHOLE);
        rows(keys, &self.drug, self.code.as_str())
    }
}

fn rows(keys: Keys, drug: &str, code: &str) -> Vec<drug_key::Model> {
    keys.into_rows()
        .map(|(search_key, place)| drug_key::Model {
            drug_id: drug.to_owned(),
            search_key,
            place,
            drug_code: code.to_owned(),
        })
        .collect()
}

impl Share {
    /// What the store keeps of it.
    pub(super) fn row(&self) -> drug_share::Model {
        drug_share::Model {
            drug_id: self.drug.clone(),
            region_code: self.region.to_string(),
            valid_from: self.valid_from,
            valid_until: self.valid_until,
            ratio: self.ratio.get(),
            provenance: self.provenance.code().to_owned(),
            certainty: self.certainty.code().to_owned(),
            source: self.source.clone(),
        }
    }

    /// Reads a row of the store.
    pub(super) fn of(row: drug_share::Model) -> Result<Self, ServiceError> {
        Ok(Self {
            drug: row.drug_id,
            region: row
                .region_code
                .parse()
                .map_err(|_| broken("an unknown region"))?,
            ratio: BasisPoints::new(row.ratio),
            valid_from: row.valid_from,
            valid_until: row.valid_until,
            provenance: Provenance::from_code(&row.provenance)
                .ok_or_else(|| broken("an unknown provenance"))?,
            certainty: Certainty::from_code(&row.certainty)
                .ok_or_else(|| broken("an unknown certainty"))?,
            source: row.source,
        })
    }
}
