//! Files of one JSON record a line: read whole, checked line by line, taken whole or not at all.

use std::collections::HashMap;
use std::hash::Hash;

use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, ModelTrait,
};
use serde::de::DeserializeOwned;

use crate::documents::decode;
use crate::error::{FieldError, ServiceError};
use crate::store::bulk::{self, OnConflict};

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Records that are new.
    pub added: u64,
    /// Records that replaced what the store had under their key.
    pub changed: u64,
    /// Records that the store has already.
    pub unchanged: u64,
}

impl Report {
    /// Whether anything was written.
    #[must_use]
    pub const fn wrote(&self) -> bool {
        self.added + self.changed > 0
    }
}

/// One problem of line `line` (from 1): `pointer` is the field, as `/code`.
pub(crate) fn error(
    line: usize,
    pointer: &str,
    code: &'static str,
    detail: impl Into<String>,
) -> FieldError {
    FieldError {
        pointer: format!("line {line} {pointer}").trim_end().to_owned(),
        code,
        detail: detail.into(),
    }
}

/// The records of a file with their line numbers from 1, and what is wrong with the other lines.
pub(crate) type Records<T> = (Vec<(usize, T)>, Vec<FieldError>);

/// Reads a file of one record a line. Empty lines are passed over.
///
/// # Errors
/// `Invalid` when the file is in no encoding that is read.
pub(crate) fn records<T: DeserializeOwned>(bytes: &[u8]) -> Result<Records<T>, ServiceError> {
    let text = decode(bytes).map_err(|refusal| {
        ServiceError::Invalid(vec![FieldError {
            pointer: "file".to_owned(),
            code: "encoding",
            detail: refusal.to_string(),
        }])
    })?;
    let mut read = Vec::new();
    let mut errors = Vec::new();
    for (place, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        match serde_json::from_str(line) {
            Ok(record) => read.push((place + 1, record)),
            Err(problem) => errors.push(error(place + 1, "", "unreadable", problem.to_string())),
        }
    }
    Ok((read, errors))
}

/// Rows to be written.
pub(crate) struct Split<R> {
    /// Those whose key is new.
    pub added: Vec<R>,
    /// Those that differ from what the store has under their key.
    pub changed: Vec<R>,
}

impl<R> Split<R> {
    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &R> {
        self.added.iter().chain(&self.changed)
    }
}

/// What becomes of `rows` where the store has `known`, counted in `report`.
pub(crate) fn split<R, K>(
    rows: Vec<R>,
    known: &HashMap<K, R>,
    key: impl Fn(&R) -> K,
    report: &mut Report,
) -> Split<R>
where
    R: PartialEq,
    K: Eq + Hash,
{
    let mut split = Split {
        added: Vec::new(),
        changed: Vec::new(),
    };
    for row in rows {
        match known.get(&key(&row)) {
            None => {
                report.added += 1;
                split.added.push(row);
            }
            Some(there) if *there == row => report.unchanged += 1,
            Some(_) => {
                report.changed += 1;
                split.changed.push(row);
            }
        }
    }
    split
}

/// Writes the rows: the new ones together, the changed ones in the place of the old.
///
/// # Errors
/// Whatever the store says.
pub(crate) async fn save<E>(
    transaction: &DatabaseTransaction,
    split: &Split<E::Model>,
) -> Result<(), DbErr>
where
    E: EntityTrait,
    E::Model: ModelTrait<Entity = E> + IntoActiveModel<E::ActiveModel> + Sync,
    E::ActiveModel: ActiveModelTrait<Entity = E> + ActiveModelBehavior + Send,
{
    bulk::insert::<E>(transaction, &split.added, OnConflict::Fail).await?;
    for row in &split.changed {
        let whole = row.clone().into_active_model().reset_all();
        E::update(whole).exec(transaction).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_lines_are_told_one_by_one() {
        let (read, errors) = records::<u8>("1\n\n  2 \nx\n300\n".as_bytes()).unwrap();
        assert_eq!(read, [(1, 1), (3, 2)]);
        let places: Vec<&str> = errors.iter().map(|e| e.pointer.as_str()).collect();
        assert_eq!(places, ["line 4", "line 5"]);
    }

    #[test]
    fn other_encodings_are_read() {
        let name = "定点医院和零售药店";
        let line = format!("\"{name}\"\n");
        let (text, _, _) = encoding_rs::GB18030.encode(&line);
        let (read, errors) = records::<String>(&text).unwrap();
        assert_eq!((read, errors.len()), (vec![(1, name.to_owned())], 0));
    }
}
