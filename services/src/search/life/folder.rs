//! The folder that holds indexes: one that serves, one that is being built, and a lock.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// Takes the lock of `folder`; `None` when another process has it.
pub(super) fn lock(folder: &Path) -> io::Result<Option<File>> {
    fs::create_dir_all(folder)?;
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(folder.join("writer.lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// The complete indexes of this schema, the newest first.
pub(super) fn complete(folder: &Path, hash: &str) -> Vec<PathBuf> {
    let mut found: Vec<(i64, PathBuf)> = names(folder)
        .into_iter()
        .filter_map(|(name, path)| {
            let (revision, _) = name
                .strip_prefix(hash)?
                .strip_prefix('-')?
                .split_once('-')?;
            Some((revision.parse().ok()?, path))
        })
        .collect();
    found.sort_by(|one, other| other.cmp(one));
    found.into_iter().map(|(_, path)| path).collect()
}

/// Removes every index but `kept`.
pub(super) fn remove_others(folder: &Path, kept: &Path) {
    for (_, path) in names(folder) {
        if path != kept {
            remove(&path);
        }
    }
}

/// Removes every index.
pub(super) fn remove_all(folder: &Path) {
    for (_, path) in names(folder) {
        remove(&path);
    }
}

/// What cannot be removed is tried again after the next build.
pub(super) fn remove(path: &Path) {
    if let Err(error) = fs::remove_dir_all(path)
        && error.kind() != io::ErrorKind::NotFound
    {
        tracing::warn!(%error, "an old search index could not be removed");
    }
}

fn names(folder: &Path) -> Vec<(String, PathBuf)> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .map(|entry| {
            (
                entry.file_name().to_string_lossy().into_owned(),
                entry.path(),
            )
        })
        .collect()
}
