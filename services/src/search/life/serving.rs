//! An open index with the catalogue of the same revision.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::{Index, IndexReader, ReloadPolicy, Searcher, Term};

use crate::error::ServiceError;
use crate::policies::Mark;
use crate::search::AWAY;
use crate::search::catalogue::Catalogue;
use crate::search::schema::Fields;
use crate::search::spelling::Spelling;
use crate::search::stem::stem;
use crate::store::Database;

/// What answers questions.
pub(in crate::search) struct Serving {
    /// A view of the index that does not change.
    pub searcher: Searcher,
    /// Its fields.
    pub fields: Fields,
    /// The documents.
    pub catalogue: Catalogue,
    /// The library's revision that it shows.
    pub mark: Mark,
    /// Where it lies.
    pub folder: PathBuf,
    /// The index itself, for updates.
    pub index: Index,
    spelling: Spelling,
}

impl Serving {
    /// Opens the index in `folder`.
    pub(super) async fn open(
        folder: &Path,
        fields: Fields,
        database: &Database,
    ) -> Result<Arc<Self>, ServiceError> {
        let path = folder.to_owned();
        let (index, mark) = tokio::task::spawn_blocking(move || open_index(&path))
            .await
            .map_err(ServiceError::internal)??;
        Self::show(index, mark, folder.to_owned(), fields, database).await
    }

    /// Shows `index` as it is committed now.
    pub(super) async fn show(
        index: Index,
        mark: Mark,
        folder: PathBuf,
        fields: Fields,
        database: &Database,
    ) -> Result<Arc<Self>, ServiceError> {
        let catalogue = Catalogue::load(database).await?;
        let reader: IndexReader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()
            .map_err(ServiceError::internal)?;
        let spelling = Spelling::of(&catalogue);
        Ok(Arc::new(Self {
            searcher: reader.searcher(),
            fields,
            catalogue,
            mark,
            folder,
            index,
            spelling,
        }))
    }

    /// The word that may have been meant by `word`; `None` when the index knows it.
    pub(in crate::search) fn misspelt(&self, word: &str) -> Option<String> {
        let stem = stem(word);
        let known = [self.fields.words, self.fields.title_words]
            .into_iter()
            .any(|field| {
                self.searcher
                    .doc_freq(&Term::from_field_text(field, &stem))
                    .is_ok_and(|frequency| frequency > 0)
            });
        if known {
            None
        } else {
            self.spelling.nearest(word).filter(|right| right != word)
        }
    }
}

/// Opens and checks an index: a damaged file shows now and not in the middle of a question.
pub(super) fn open_index(folder: &Path) -> Result<(Index, Mark), ServiceError> {
    let index = Index::open_in_dir(folder).map_err(ServiceError::internal)?;
    let damaged = index.validate_checksum().map_err(ServiceError::internal)?;
    if !damaged.is_empty() {
        return Err(ServiceError::internal("the search index is damaged"));
    }
    let mut index = index;
    index.set_tokenizers(Fields::tokenizers());
    let mark = read_mark(&index).ok_or(ServiceError::Unavailable(AWAY))?;
    Ok((index, mark))
}

/// The revision that the last commit of `index` shows.
pub(super) fn read_mark(index: &Index) -> Option<Mark> {
    let payload = index.load_metas().ok()?.payload?;
    let (revision, stamp) = payload.split_once(' ')?;
    Some(Mark {
        revision: revision.parse().ok()?,
        stamp: stamp.to_owned(),
    })
}

/// How a commit says which revision it shows.
pub(super) fn payload(mark: &Mark) -> String {
    format!("{} {}", mark.revision, mark.stamp)
}
