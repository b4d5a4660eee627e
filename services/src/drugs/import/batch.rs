//! What one file brings, and what the store knows of it already.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use domain::settlement::ItemClass;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use super::CHUNK;
use crate::catalogue::{error, records};
use crate::drugs::model::{Drug, Product, Share};
use crate::drugs::record::{Record, misfit};
use crate::error::{FieldError, ServiceError};
use crate::store::entity::{drug, drug_product, drug_share};

/// The records of a file, each with its line from 1.
#[derive(Clone, Default)]
pub(in crate::drugs) struct Batch {
    pub drugs: Vec<(usize, Drug)>,
    pub products: Vec<(usize, Product)>,
    pub shares: Vec<(usize, Share)>,
}

/// Drug, region and first day.
pub(super) type ShareKey = (String, String, NaiveDate);

/// The key under which the store has a share.
pub(super) fn share_key(row: &drug_share::Model) -> ShareKey {
    (row.drug_id.clone(), row.region_code.clone(), row.valid_from)
}

impl Batch {
    /// Reads a file, and says what is wrong with its lines.
    pub(super) fn read(bytes: &[u8]) -> Result<(Self, Vec<FieldError>), ServiceError> {
        let (read, mut errors) = records::<Record>(bytes)?;
        let mut batch = Self::default();
        let mut seen = HashSet::new();
        for (line, record) in read {
            let (checked, pointer) = match record {
                Record::Drug(record) => (
                    record.checked(line).map(|drug| {
                        let key = drug.id.clone();
                        batch.drugs.push((line, drug));
                        ("drug", key)
                    }),
                    "/id",
                ),
                Record::Product(record) => (
                    record.checked(line).map(|product| {
                        let key = product.code.to_string();
                        batch.products.push((line, product));
                        ("product", key)
                    }),
                    "/code",
                ),
                Record::SelfPayFirst(record) => (
                    record.checked(line).map(|share| {
                        let key = format!("{} {} {}", share.drug, share.region, share.valid_from);
                        batch.shares.push((line, share));
                        ("share", key)
                    }),
                    "/region",
                ),
            };
            match checked.map(|key| seen.insert(key)) {
                Ok(true) => {}
                Ok(false) => {
                    let detail = "the same stands in the file twice";
                    errors.push(error(line, pointer, "duplicate", detail));
                }
                Err(problems) => errors.extend(problems),
            }
        }
        Ok((batch, errors))
    }

    /// Leaves out the drugs that an operator has put into the store, with what belongs to them.
    pub(super) fn leave_out_theirs(&mut self, known: &Known) {
        let theirs = |id: &str| known.drugs.get(id).is_some_and(|drug| !drug.sample);
        self.drugs.retain(|(_, drug)| !theirs(&drug.id));
        self.products.retain(|(_, product)| {
            let stored = known.products.get(product.code.as_str());
            !theirs(&product.drug) && stored.is_none_or(|stored| stored.sample)
        });
        self.shares.retain(|(_, share)| !theirs(&share.drug));
    }

    /// Which products and shares are of no drug that the file or the store has, or do not fit it.
    pub(super) fn misfits(&self, known: &Known) -> Result<Vec<FieldError>, ServiceError> {
        let mut drugs: HashMap<&str, Drug> = HashMap::new();
        for (id, row) in &known.drugs {
            drugs.insert(id.as_str(), Drug::of(row.clone())?);
        }
        for (_, drug) in &self.drugs {
            drugs.insert(drug.id.as_str(), drug.clone());
        }
        let unknown = |line| error(line, "/drug", "unknown_drug", "no drug has this id");
        let mut errors = Vec::new();
        for (line, product) in &self.products {
            match drugs.get(product.drug.as_str()) {
                Some(drug) => errors.extend(misfit(*line, product, drug)),
                None => errors.push(unknown(*line)),
            }
        }
        for (line, share) in &self.shares {
            match drugs.get(share.drug.as_str()).map(|drug| drug.class) {
                Some(ItemClass::B) => {}
                Some(_) => {
                    let detail = "only of class B the patient pays a share first";
                    errors.push(error(*line, "/drug", "not_class_b", detail));
                }
                None => errors.push(unknown(*line)),
            }
        }
        Ok(errors)
    }
}

/// What the store has under the keys of a batch.
pub(super) struct Known {
    pub drugs: HashMap<String, drug::Model>,
    pub products: HashMap<String, drug_product::Model>,
    pub shares: HashMap<ShareKey, drug_share::Model>,
}

impl Known {
    /// Asks the store.
    pub(super) async fn of(
        connection: &impl ConnectionTrait,
        batch: &Batch,
    ) -> Result<Self, DbErr> {
        let mut known = Self {
            drugs: HashMap::new(),
            products: HashMap::new(),
            shares: HashMap::new(),
        };
        let own = batch.drugs.iter().map(|(_, drug)| drug.id.as_str());
        let named = batch.products.iter().map(|(_, one)| one.drug.as_str());
        let shared = batch.shares.iter().map(|(_, one)| one.drug.as_str());
        for ids in chunks(own.chain(named).chain(shared.clone())) {
            let rows = drug::Entity::find()
                .filter(drug::Column::DrugId.is_in(ids))
                .all(connection)
                .await?;
            known
                .drugs
                .extend(rows.into_iter().map(|row| (row.drug_id.clone(), row)));
        }
        let codes = batch.products.iter().map(|(_, one)| one.code.as_str());
        for codes in chunks(codes) {
            let rows = drug_product::Entity::find()
                .filter(drug_product::Column::DrugCode.is_in(codes))
                .all(connection)
                .await?;
            known
                .products
                .extend(rows.into_iter().map(|row| (row.drug_code.clone(), row)));
        }
        for ids in chunks(shared) {
            let rows = drug_share::Entity::find()
                .filter(drug_share::Column::DrugId.is_in(ids))
                .all(connection)
                .await?;
            known
                .shares
                .extend(rows.into_iter().map(|row| (share_key(&row), row)));
        }
        Ok(known)
    }
}

/// The texts that a store may be asked for, each once, in pieces for one statement.
fn chunks<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<Vec<&'a str>> {
    let mut texts: Vec<&str> = texts.filter(|text| !text.contains('\0')).collect();
    texts.sort_unstable();
    texts.dedup();
    texts.chunks(CHUNK).map(<[&str]>::to_vec).collect()
}
