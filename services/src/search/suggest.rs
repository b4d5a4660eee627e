//! Titles that fit what is being typed.

use domain::access::{Action, Relation, may};

use super::catalogue::plain;
use crate::context::RequestContext;
use crate::error::ServiceError;

/// A title that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The document.
    pub id: String,
    /// Its title in Chinese.
    pub title_zh: String,
    /// Its title in English, or empty.
    pub title_en: String,
}

/// Most characters of a beginning that count.
const LONGEST: usize = 60;

/// At most `limit` titles that begin with, or else hold, `typed`; shorter titles first. Nothing
/// while the index is not there yet.
///
/// # Errors
/// `NotFound` when the actor may not read what is public.
pub fn suggest(
    context: &RequestContext,
    typed: &str,
    limit: usize,
) -> Result<Vec<Suggestion>, ServiceError> {
    if !may(context.actor.role, Relation::Nobody, Action::ReadPublic) {
        return Err(ServiceError::NotFound);
    }
    let wanted: String = plain(&typed.chars().take(LONGEST).collect::<String>());
    let Some(serving) = context
        .platform
        .search
        .serving()
        .filter(|_| !wanted.is_empty())
    else {
        return Ok(Vec::new());
    };
    let mut fitting: Vec<(bool, bool, usize, usize)> = serving
        .catalogue
        .entries
        .iter()
        .enumerate()
        .filter_map(|(slot, entry)| {
            let short = entry
                .plain_zh
                .strip_prefix("中华人民共和国")
                .unwrap_or(&entry.plain_zh);
            let begins = [short, &entry.plain_zh, &entry.plain_en]
                .iter()
                .any(|title| title.starts_with(&wanted));
            let holds =
                begins || entry.plain_zh.contains(&wanted) || entry.plain_en.contains(&wanted);
            holds.then_some((
                !begins,
                entry.status == "repealed",
                entry.plain_zh.chars().count(),
                slot,
            ))
        })
        .collect();
    fitting.sort_unstable();
    Ok(fitting
        .into_iter()
        .take(limit)
        .filter_map(|(_, _, _, slot)| serving.catalogue.entries.get(slot))
        .map(|entry| Suggestion {
            id: entry.id.clone(),
            title_zh: entry.title_zh.clone(),
            title_en: entry.title_en.clone(),
        })
        .collect())
}
