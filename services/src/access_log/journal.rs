//! Where views are durable before they stand in the trail: files beside a SQLite database.
//!
//! A commit to the database costs everybody who reads from it the pages that they know, so views are not
//! written there one by one. Each process writes to two files of its own by turns: while one is carried
//! into the trail, the other takes what comes. The files of a process that is no more are free to
//! whoever comes first; those of one that runs are read along and left to it.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

const ENDING: &str = "views";

/// The files of this process, made when the first view comes.
#[derive(Debug)]
pub(super) struct Journal {
    folder: PathBuf,
    own: Mutex<Option<[Half; 2]>>,
}

/// One of the two files of this process. It is locked as long as the process lives.
#[derive(Debug)]
struct Half {
    path: PathBuf,
    file: File,
    /// Bytes that hold whole lines.
    length: u64,
}

/// The file of another process.
#[derive(Debug)]
pub(super) struct Foreign {
    path: PathBuf,
    /// Held when the process that wrote it is no more.
    orphan: Option<File>,
}

impl Journal {
    /// In `folder`, which is made when it is needed.
    pub(super) const fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            own: Mutex::new(None),
        }
    }

    /// Adds whole lines; they are durable when this returns. The first of the two files takes them.
    ///
    /// # Errors
    /// From the disk; nothing of the lines counts then.
    pub(super) fn append(&self, lines: &[u8]) -> io::Result<()> {
        let mut own = self.own();
        let halves = match &mut *own {
            Some(halves) => halves,
            none => none.insert(open(&self.folder)?),
        };
        let [taking, _] = halves;
        let Err(error) = taking.append(lines) else {
            return Ok(());
        };
        // What cannot be taken back must not stand before what comes next.
        if taking.file.set_len(taking.length).is_err() {
            *own = None;
        }
        Err(error)
    }

    /// The lines that are to be carried next; what comes from now on goes into the other file. Empty when
    /// nothing waits.
    ///
    /// # Errors
    /// From the disk.
    pub(super) fn waiting(&self) -> io::Result<Vec<u8>> {
        let mut own = self.own();
        let Some([taking, carried]) = &mut *own else {
            return Ok(Vec::new());
        };
        // What could not be carried the last time comes first.
        if carried.length == 0 {
            std::mem::swap(taking, carried);
        }
        if carried.length == 0 {
            return Ok(Vec::new());
        }
        fs::read(&carried.path)
    }

    /// Empties the file whose lines [`Journal::waiting`] gave: they are in the trail.
    ///
    /// # Errors
    /// From the disk. The lines are given once more then.
    pub(super) fn carried(&self) -> io::Result<()> {
        if let Some([_, carried]) = &mut *self.own() {
            carried.file.set_len(0)?;
            carried.length = 0;
            carried.file.sync_data()?;
        }
        Ok(())
    }

    /// Keeps lines that cannot be read beside the others, for a person to look at.
    ///
    /// # Errors
    /// From the disk.
    pub(super) fn set_aside(&self, lines: &[u8]) -> io::Result<()> {
        let mut options = File::options();
        options.append(true).create(true).mode(0o600);
        let mut file = options.open(self.folder.join("unreadable"))?;
        file.write_all(lines)?;
        file.sync_all()
    }

    /// The files of other processes.
    ///
    /// # Errors
    /// From the disk.
    pub(super) fn foreign(&self) -> io::Result<Vec<Foreign>> {
        let own = self.own();
        let is_own = |path: &Path| {
            let halves = own.iter().flatten();
            halves.into_iter().any(|half| half.path == path)
        };
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut found = Vec::new();
        for entry in entries {
            let path = entry?.path();
            let is_views = path.extension().is_some_and(|ending| ending == ENDING);
            if is_views && !is_own(&path) {
                found.extend(Foreign::open(path)?);
            }
        }
        Ok(found)
    }

    fn own(&self) -> std::sync::MutexGuard<'_, Option<[Half; 2]>> {
        self.own.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Half {
    fn drop(&mut self) {
        if self.length == 0 {
            // Else the next process finds an empty file and does it.
            let _left = fs::remove_file(&self.path);
        }
    }
}

impl Half {
    fn append(&mut self, lines: &[u8]) -> io::Result<()> {
        self.file.write_all(lines)?;
        self.file.sync_data()?;
        self.length += u64::try_from(lines.len()).unwrap_or_default();
        Ok(())
    }
}

impl Foreign {
    /// `None` when it has just been removed.
    fn open(path: PathBuf) -> io::Result<Option<Self>> {
        let file = match File::options().read(true).write(true).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            file => file?,
        };
        let orphan = match file.try_lock() {
            // Somebody else may have removed it meanwhile, and a new process made one of that name.
            Ok(()) if !is_at(&file, &path)? => return Ok(None),
            Ok(()) => Some(file),
            Err(TryLockError::WouldBlock) => None,
            Err(TryLockError::Error(error)) => return Err(error),
        };
        Ok(Some(Self { path, orphan }))
    }

    /// What stands in it.
    ///
    /// # Errors
    /// From the disk.
    pub(super) fn read(&self) -> io::Result<Vec<u8>> {
        match fs::read(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            read => read,
        }
    }

    /// Removes it when nobody writes to it any more: its lines are in the trail.
    ///
    /// # Errors
    /// From the disk. Its lines are read once more then.
    pub(super) fn carried(self) -> io::Result<()> {
        match self.orphan {
            Some(_held) => match fs::remove_file(&self.path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
                removed => removed,
            },
            None => Ok(()),
        }
    }
}

/// Two new files whose names are durable.
fn open(folder: &Path) -> io::Result<[Half; 2]> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true).mode(0o700).create(folder)?;
    let halves = [half(folder)?, half(folder)?];
    File::open(folder)?.sync_all()?;
    // The folder itself may be new.
    if let Some(parent) = folder.parent() {
        let here = parent.as_os_str().is_empty();
        File::open(if here { Path::new(".") } else { parent })?.sync_all()?;
    }
    Ok(halves)
}

fn half(folder: &Path) -> io::Result<Half> {
    let process = std::process::id();
    let mut number = 0_u64;
    loop {
        number += 1;
        let path = folder.join(format!("{process}-{number}.{ENDING}"));
        let mut options = File::options();
        options.append(true).create_new(true).mode(0o600);
        let file = match options.open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            file => file?,
        };
        // Between the two, another process may have taken it for one that nobody needs.
        match file.try_lock() {
            Ok(()) if is_at(&file, &path)? => {
                return Ok(Half {
                    path,
                    file,
                    length: 0,
                });
            }
            Ok(()) | Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
}

/// Whether `path` still names `file`.
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    let named = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        named => named?,
    };
    let own = file.metadata()?;
    Ok((own.dev(), own.ino()) == (named.dev(), named.ino()))
}
