//! One look at the library, and what follows from it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use tantivy::{Index, IndexWriter};
use tokio::runtime::Handle;
use tokio::task::spawn_blocking;

use super::serving::{payload, read_mark};
use super::{Search, Serving, folder};
use crate::error::ServiceError;
use crate::policies::{Mark, mark};
use crate::search::build::fill;
use crate::search::schema::Fields;
use crate::store::Database;
use crate::store::entity::policy_document;

/// With more changed documents than this, building anew is the quicker way.
const FEW: u64 = 400;
/// Memory of the writer of a whole index, in bytes.
const BUILD_MEMORY: usize = 64_000_000;
/// Memory of the writer of a few changes.
const UPDATE_MEMORY: usize = 16_000_000;

impl Search {
    /// Brings what serves one step nearer to the library.
    pub(super) async fn step(&self, database: &Database) -> Result<(), ServiceError> {
        let Some(root) = self.inner.folder.clone() else {
            return Ok(());
        };
        let _one = self.inner.step.lock().await;
        let now = mark(database).await?;
        let fields = Fields::new();
        if !self.take_lock()? {
            return self.read_along(&root, fields, database).await;
        }
        let damaged = self.inner.damaged.swap(false, Ordering::Relaxed);
        let serving = match self.serving() {
            Some(serving) => Some(serving),
            None if damaged => None,
            None => self.resume(&root, &fields, &now, database).await,
        };
        let usable = serving.filter(|serving| {
            !damaged
                && serving.folder.join("meta.json").exists()
                && serving.mark.revision <= now.revision
        });
        match usable {
            Some(serving) if serving.mark == now => Ok(()),
            Some(serving)
                if serving.mark.revision < now.revision && self.few(database, &serving).await? =>
            {
                self.update(database, &serving, fields, now).await
            }
            _ => self.build(&root, database, fields, now).await,
        }
    }

    /// Opens what an earlier run left, when it shows exactly the present library.
    async fn resume(
        &self,
        root: &Path,
        fields: &Fields,
        now: &Mark,
        database: &Database,
    ) -> Option<Arc<Serving>> {
        let newest = folder::complete(root, &fields.hash()).into_iter().next()?;
        let serving = Serving::open(&newest, fields.clone(), database)
            .await
            .ok()?;
        if serving.mark != *now {
            return None;
        }
        self.set_serving(Some(Arc::clone(&serving)));
        folder::remove_others(root, &newest);
        Some(serving)
    }

    /// Another process writes the folder: show what it has completed.
    async fn read_along(
        &self,
        root: &Path,
        fields: Fields,
        database: &Database,
    ) -> Result<(), ServiceError> {
        let Some(newest) = folder::complete(root, &fields.hash()).into_iter().next() else {
            return Ok(());
        };
        if let Some(serving) = self.serving()
            && serving.folder == newest
            && read_mark(&serving.index).is_none_or(|mark| mark == serving.mark)
        {
            return Ok(());
        }
        let serving = Serving::open(&newest, fields, database).await?;
        self.set_serving(Some(serving));
        Ok(())
    }

    async fn few(&self, database: &Database, serving: &Serving) -> Result<bool, ServiceError> {
        let changed = policy_document::Entity::find()
            .filter(policy_document::Column::Revision.gt(serving.mark.revision))
            .count(&database.reader)
            .await?;
        Ok(changed <= FEW)
    }

    /// Replaces the entries of the few documents that changed.
    async fn update(
        &self,
        database: &Database,
        serving: &Serving,
        fields: Fields,
        now: Mark,
    ) -> Result<(), ServiceError> {
        let since = serving.mark.revision;
        let index = serving.index.clone();
        let (reading, at_work, writing, to) =
            (database.clone(), fields.clone(), index.clone(), now.clone());
        spawn_blocking(move || {
            let writer: IndexWriter = writing
                .writer_with_num_threads(1, UPDATE_MEMORY)
                .map_err(ServiceError::internal)?;
            Handle::current().block_on(fill(&reading, &at_work, &writer, Some(since)))?;
            commit(writer, &to)
        })
        .await
        .map_err(ServiceError::internal)??;
        let shown = Serving::show(index, now, serving.folder.clone(), fields, database).await?;
        self.set_serving(Some(shown));
        Ok(())
    }

    /// Builds a whole index beside the one that serves, then lets it serve.
    async fn build(
        &self,
        root: &Path,
        database: &Database,
        fields: Fields,
        now: Mark,
    ) -> Result<(), ServiceError> {
        self.inner.building.store(true, Ordering::Relaxed);
        let built = build_beside(root, database, &fields, &now).await;
        self.inner.building.store(false, Ordering::Relaxed);
        let folder = built?;
        let serving = Serving::open(&folder, fields, database).await?;
        self.set_serving(Some(serving));
        folder::remove_others(root, &folder);
        tracing::info!(revision = now.revision, "the search index is built");
        Ok(())
    }
}

async fn build_beside(
    root: &Path,
    database: &Database,
    fields: &Fields,
    now: &Mark,
) -> Result<PathBuf, ServiceError> {
    let beside = root.join(format!("building-{}", std::process::id()));
    // Indexes of an older schema keep their names; the stamp keeps rebuilt ones apart.
    let stamp: String = now.stamp.chars().rev().take(8).collect();
    let mut complete = root.join(format!("{}-{}-{stamp}", fields.hash(), now.revision));
    let (reading, at_work, to, place) = (
        database.clone(),
        fields.clone(),
        now.clone(),
        beside.clone(),
    );
    let built = spawn_blocking(move || {
        folder::remove(&place);
        std::fs::create_dir_all(&place).map_err(ServiceError::internal)?;
        let mut index =
            Index::create_in_dir(&place, at_work.schema.clone()).map_err(ServiceError::internal)?;
        index.set_tokenizers(Fields::tokenizers());
        let writer: IndexWriter = index
            .writer_with_num_threads(2, BUILD_MEMORY)
            .map_err(ServiceError::internal)?;
        Handle::current().block_on(fill(&reading, &at_work, &writer, None))?;
        commit(writer, &to)
    })
    .await
    .map_err(ServiceError::internal)?;
    if let Err(error) = built {
        folder::remove(&beside);
        return Err(error);
    }
    if complete.exists() {
        // The same revision built again: the one that still serves keeps its place until then.
        complete.set_extension(format!("{}", std::process::id()));
        folder::remove(&complete);
    }
    std::fs::rename(&beside, &complete).map_err(ServiceError::internal)?;
    Ok(complete)
}

/// Commits, saying which revision is shown, and waits until the files are in order.
fn commit(mut writer: IndexWriter, mark: &Mark) -> Result<(), ServiceError> {
    let mut prepared = writer.prepare_commit().map_err(ServiceError::internal)?;
    prepared.set_payload(&payload(mark));
    prepared.commit().map_err(ServiceError::internal)?;
    writer
        .wait_merging_threads()
        .map_err(ServiceError::internal)
}
