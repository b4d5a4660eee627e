//! What lies in the folder, for those who only look at it.

use tokio::task::spawn_blocking;

use super::serving::open_index;
use super::{Search, folder};
use crate::error::ServiceError;
use crate::policies::Mark;
use crate::search::schema::Fields;

impl Search {
    /// The state of the library that the newest complete index in the folder shows; `None` when
    /// there is none that this version reads. Takes no lock and changes nothing.
    ///
    /// # Errors
    /// `Internal` when the index is damaged.
    pub(crate) async fn on_disk(&self) -> Result<Option<Mark>, ServiceError> {
        let Some(root) = self.inner.folder.clone() else {
            return Ok(None);
        };
        spawn_blocking(move || {
            let newest = folder::complete(&root, &Fields::new().hash())
                .into_iter()
                .next();
            newest.map(|newest| Ok(open_index(&newest)?.1)).transpose()
        })
        .await
        .map_err(ServiceError::internal)?
    }
}
