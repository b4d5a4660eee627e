//! What is known of every document besides its text, in memory: for filters, facets, numbers,
//! suggestions and the list of hits.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::schema::key;
use super::text::fold;
use crate::policies::lines;
use crate::policies::number::Number;
use crate::store::Database;
use crate::store::entity::policy_document::{Column, Entity, Model};
use crate::store::entity::policy_version;

/// One document.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub id: String,
    pub origin: String,
    pub title_zh: String,
    pub title_en: String,
    /// Both titles as they are compared: letters and digits only.
    pub plain_zh: String,
    pub plain_en: String,
    pub part: String,
    pub number_raw: String,
    pub number: Option<Number>,
    pub certainty: String,
    pub issuers: Vec<String>,
    pub issuers_en: Vec<String>,
    pub region: String,
    pub topics: Vec<String>,
    pub status: String,
    pub issued_on: Option<NaiveDate>,
    /// Since when there is the document: its first version, or when our summary says it was issued.
    pub first_on: Option<NaiveDate>,
    pub issued_label: String,
    pub repealed_on: Option<NaiveDate>,
    pub summary_zh: String,
    pub summary_en: String,
}

/// Every document, and where each is.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    pub entries: Vec<Entry>,
    slots: HashMap<u64, usize>,
    serials: HashMap<i32, Vec<usize>>,
}

/// Rows read at once.
const PAGE: u64 = 2_000;

impl Catalogue {
    /// Reads all of them.
    pub(super) async fn load(database: &Database) -> Result<Self, DbErr> {
        let mut catalogue = Self::default();
        let mut after = String::new();
        loop {
            let rows = Entity::find()
                .filter(Column::DocumentId.gt(after.as_str()))
                .order_by_asc(Column::DocumentId)
                .limit(PAGE)
                .all(&database.reader)
                .await?;
            let Some(last) = rows.last() else {
                return Ok(catalogue);
            };
            let begin = std::mem::replace(&mut after, last.document_id.clone());
            let mut firsts = first_versions(database, &begin, &after).await?;
            for row in rows {
                let first = firsts.remove(&row.document_id);
                catalogue.push(row, first);
            }
        }
    }

    fn push(&mut self, row: Model, first_version: Option<NaiveDate>) {
        let slot = self.entries.len();
        self.slots.insert(key(&row.document_id), slot);
        let number = row.number_serial.map(|serial| Number {
            prefix: row.number_prefix,
            year: row.number_year,
            serial,
        });
        if let Some(number) = &number {
            self.serials.entry(number.serial).or_default().push(slot);
        }
        let shipped = row.origin == "shipped";
        self.entries.push(Entry {
            plain_zh: plain(&row.title_zh),
            plain_en: plain(&row.title_en),
            id: row.document_id,
            origin: row.origin,
            title_zh: row.title_zh,
            title_en: row.title_en,
            part: row.part,
            number_raw: row.number_raw,
            number,
            certainty: row.certainty,
            issuers: lines(&row.issuers),
            issuers_en: lines(&row.issuers_en),
            region: row.region_code,
            topics: lines(&row.topics),
            status: row.status,
            issued_on: row.issued_on,
            first_on: if shipped {
                row.issued_on
            } else {
                first_version.or(row.issued_on)
            },
            issued_label: row.issued_label,
            repealed_on: row.repealed_on,
            summary_zh: row.summary_zh,
            summary_en: row.summary_en,
        });
    }

    /// Where the document with this key is.
    pub(super) fn slot(&self, key: u64) -> Option<usize> {
        self.slots.get(&key).copied()
    }

    /// The documents that a number may mean.
    pub(super) fn numbered(&self, number: &Number) -> Vec<usize> {
        let Some(slots) = self.serials.get(&number.serial) else {
            return Vec::new();
        };
        slots
            .iter()
            .copied()
            .filter(|slot| {
                let own = self
                    .entries
                    .get(*slot)
                    .and_then(|entry| entry.number.as_ref());
                own.is_some_and(|own| number.matches(own))
            })
            .collect()
    }
}

/// The day of the first version of each document behind `after` up to `last`; of an undated one the first of all days.
async fn first_versions(
    database: &Database,
    after: &str,
    last: &str,
) -> Result<HashMap<String, NaiveDate>, DbErr> {
    let rows: Vec<(String, NaiveDate)> = policy_version::Entity::find()
        .select_only()
        .column(policy_version::Column::DocumentId)
        .column_as(policy_version::Column::VersionOn.min(), "first_on")
        .filter(policy_version::Column::DocumentId.gt(after))
        .filter(policy_version::Column::DocumentId.lte(last))
        .group_by(policy_version::Column::DocumentId)
        .into_tuple()
        .all(&database.reader)
        .await?;
    Ok(rows.into_iter().collect())
}

/// `text` without anything but letters and digits, as it is compared.
pub(crate) fn plain(text: &str) -> String {
    fold(text)
        .chars()
        .filter(|character| character.is_alphanumeric())
        .collect()
}
