//! The figures kept with each entry of the index.

use chrono::NaiveDate;
use tantivy::columnar::Column;
use tantivy::{DocId, SegmentReader};

/// Where a passage is in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::search) struct Passage {
    /// The version's day.
    pub version_on: NaiveDate,
    /// The version's variant.
    pub variant: i32,
    /// The article's place in it.
    pub ordinal: i32,
}

/// The columns of one segment.
pub(super) struct Columns {
    key: Column<u64>,
    ordinal: Column<u64>,
    version: Column<i64>,
    variant: Column<u64>,
    from: Column<i64>,
    until: Column<i64>,
    role: Column<u64>,
}

impl Columns {
    pub(super) fn open(reader: &SegmentReader) -> tantivy::Result<Self> {
        let fast = reader.fast_fields();
        Ok(Self {
            key: fast.u64("key")?,
            ordinal: fast.u64("ordinal")?,
            version: fast.i64("version")?,
            variant: fast.u64("variant")?,
            from: fast.i64("from")?,
            until: fast.i64("until")?,
            role: fast.u64("role")?,
        })
    }

    pub(super) fn key(&self, entry: DocId) -> u64 {
        self.key.first(entry).unwrap_or_default()
    }

    pub(super) fn from(&self, entry: DocId) -> i64 {
        self.from.first(entry).unwrap_or_default()
    }

    pub(super) fn until(&self, entry: DocId) -> i64 {
        self.until.first(entry).unwrap_or_default()
    }

    pub(super) fn role(&self, entry: DocId) -> u64 {
        self.role.first(entry).unwrap_or_default()
    }

    pub(super) fn passage(&self, entry: DocId) -> Passage {
        let number = |column: &Column<u64>| {
            column
                .first(entry)
                .and_then(|value| i32::try_from(value).ok())
                .unwrap_or_default()
        };
        let day = self
            .version
            .first(entry)
            .and_then(|day| i32::try_from(day).ok());
        Passage {
            version_on: day
                .and_then(NaiveDate::from_num_days_from_ce_opt)
                .unwrap_or_default(),
            variant: number(&self.variant),
            ordinal: number(&self.ordinal),
        }
    }
}
