//! A person of the file with everything that it says about them.

use std::collections::HashSet;
use std::io;

use super::groups::{self, Group};
use super::lines::Lines;
use super::shape::{EmployerKey, Record};
use crate::keys::Keys;
use crate::records::private::Field;

/// One person's records, read.
pub(super) struct Dossier<'a> {
    pub group: &'a Group,
    /// The blind index of the person's number.
    pub index: Vec<u8>,
    /// Each with its line from 0, in the order of the file.
    pub records: Vec<(usize, Record)>,
}

impl<'a> Dossier<'a> {
    /// Reads the lines of `group`.
    ///
    /// # Errors
    /// When the file cannot be read any more.
    pub(super) fn read(keys: &Keys, lines: &mut Lines, group: &'a Group) -> io::Result<Self> {
        let mut records = Vec::with_capacity(group.lines.len());
        for line in &group.lines {
            let line = usize::try_from(*line).unwrap_or_default();
            let record = groups::read(line, &lines.read(line)?.unwrap_or_default());
            records.extend(record.ok().map(|record| (line, record)));
        }
        Ok(Self {
            group,
            index: Field::IdNumber.index(keys, &group.number),
            records,
        })
    }

    /// The numbers of the settlements, of the refunds and of what they take back.
    pub(super) fn settlement_numbers(&self) -> HashSet<&str> {
        self.records
            .iter()
            .flat_map(|(_, record)| match record {
                Record::Settlement(record) => [Some(record.number.as_str()), None],
                Record::Refund(record) => {
                    [Some(record.number.as_str()), Some(record.reverses.as_str())]
                }
                _ => [None, None],
            })
            .flatten()
            .collect()
    }

    /// The employers that the records name.
    pub(super) fn employers(&self) -> impl Iterator<Item = &EmployerKey> {
        self.records
            .iter()
            .filter_map(|(_, record)| record.employer())
    }
}
