//! Goes through a file, a folder or an archive and hands out its files one by one.

use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use liblzma::read::XzDecoder;
use liblzma::stream::{CONCATENATED, Stream};

use super::Refusal;
use super::limits::{Counting, Limits, read_bounded};

/// Most memory of the unpacker, in bytes; the best compression level needs a quarter of it.
const XZ_MEMORY: u64 = 256 * 1024 * 1024;

/// One file found in what is imported.
#[derive(Debug)]
pub struct Member {
    /// Its path inside the folder or archive, or its own name.
    pub name: String,
    /// What is in it, or why it is not read.
    pub bytes: Result<Vec<u8>, Refusal>,
}

/// Hands every file of `path` to `take`, in a stable order, until `take` returns false.
///
/// # Errors
/// When `path` cannot be opened. A damaged archive ends with a member that says so.
pub fn read_source(path: &Path, mut take: impl FnMut(Member) -> bool) -> std::io::Result<()> {
    if path.is_dir() {
        return folder(path, &mut take);
    }
    let name = file_name(path);
    let mut file = File::open(path)?;
    let mut head = [0_u8; 6];
    let read = file.read(&mut head)?;
    let head = head.get(..read).unwrap_or_default();
    file.rewind()?;
    let packed = file.metadata()?.len();
    if let Some(unpacker) = Unpacker::of(head) {
        // A damaged archive shows at its end, after garbled files may have passed: so it is
        // unpacked once for the check, and again for what is in it.
        match sound(unpacker.open(path)?, packed) {
            Ok(()) => tar(unpacker.open(path)?, packed, &name, &mut take),
            Err(refusal) => drop(take(Member {
                name,
                bytes: Err(refusal),
            })),
        }
    } else if head.starts_with(b"PK\x03\x04") && !is_document(path)? {
        zip(BufReader::new(File::open(path)?), packed, &name, &mut take);
    } else {
        let bytes = bounded(file);
        take(Member { name, bytes });
    }
    Ok(())
}

#[derive(Clone, Copy)]
enum Unpacker {
    Xz,
    Gzip,
}

impl Unpacker {
    fn of(head: &[u8]) -> Option<Self> {
        if head.starts_with(b"\xFD7zXZ") {
            Some(Self::Xz)
        } else if head.starts_with(b"\x1F\x8B") {
            Some(Self::Gzip)
        } else {
            None
        }
    }

    fn open(self, path: &Path) -> std::io::Result<Box<dyn Read>> {
        let packed = BufReader::new(File::open(path)?);
        Ok(match self {
            Self::Xz => {
                let stream = Stream::new_stream_decoder(XZ_MEMORY, CONCATENATED)
                    .map_err(std::io::Error::other)?;
                Box::new(XzDecoder::new_stream(packed, stream))
            }
            Self::Gzip => Box::new(MultiGzDecoder::new(packed)),
        })
    }
}

/// How much a packed archive may unpack to.
fn most(packed: u64) -> u64 {
    let limits = Limits::ARCHIVE;
    limits
        .total
        .min(packed.saturating_mul(limits.ratio).max(1_000_000))
}

/// Unpacks to nowhere, and tells whether that works to the end.
fn sound(plain: impl Read, packed: u64) -> Result<(), Refusal> {
    std::io::copy(
        &mut Counting::new(plain, most(packed)),
        &mut std::io::sink(),
    )
    .map(drop)
    .map_err(|error| broken(&error))
}

fn broken(error: &std::io::Error) -> Refusal {
    if error.to_string().contains("too much") {
        Refusal::Bomb
    } else {
        Refusal::Damaged
    }
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Whether a ZIP file is one DOCX document rather than an archive of documents.
fn is_document(path: &Path) -> std::io::Result<bool> {
    Ok(zip::ZipArchive::new(BufReader::new(File::open(path)?))
        .is_ok_and(|package| package.index_for_name("word/document.xml").is_some()))
}

fn bounded(source: impl Read) -> Result<Vec<u8>, Refusal> {
    read_bounded(source, Limits::ARCHIVE.file).map_err(|error| match error.kind() {
        std::io::ErrorKind::InvalidData => Refusal::TooLarge,
        _ => Refusal::Damaged,
    })
}

fn folder(root: &Path, take: &mut impl FnMut(Member) -> bool) -> std::io::Result<()> {
    let mut open: Vec<PathBuf> = vec![root.to_owned()];
    while let Some(path) = open.pop() {
        let kind = path.symlink_metadata()?.file_type();
        if kind.is_dir() {
            let mut inside: Vec<PathBuf> = std::fs::read_dir(&path)?
                .map(|entry| entry.map(|entry| entry.path()))
                .collect::<Result<_, _>>()?;
            inside.sort_by(|a, b| b.cmp(a));
            open.extend(inside.into_iter().filter(|path| !hidden(&file_name(path))));
        } else if kind.is_file() {
            let name = path
                .strip_prefix(root)
                .unwrap_or(&path)
                .to_string_lossy()
                .into_owned();
            if !take(Member {
                name,
                bytes: bounded(File::open(&path)?),
            }) {
                return Ok(());
            }
        }
    }
    Ok(())
}

fn hidden(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("__MACOSX")
}

fn tar(source: impl Read, packed: u64, archive: &str, take: &mut impl FnMut(Member) -> bool) {
    let limits = Limits::ARCHIVE;
    let mut archive_reader = tar::Archive::new(Counting::new(source, most(packed)));
    let refuse = |refusal| Member {
        name: archive.to_owned(),
        bytes: Err(refusal),
    };
    let entries = match archive_reader.entries() {
        Ok(entries) => entries,
        Err(error) => {
            take(refuse(broken(&error)));
            return;
        }
    };
    for (count, entry) in entries.enumerate() {
        let mut entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                take(refuse(broken(&error)));
                return;
            }
        };
        if count >= limits.entries {
            take(refuse(Refusal::Bomb));
            return;
        }
        if !entry.header().entry_type().is_file() {
            continue;
        }
        let name = String::from_utf8_lossy(&entry.path_bytes())
            .trim_start_matches("./")
            .to_owned();
        if name.split('/').any(hidden) {
            continue;
        }
        let bytes = match read_bounded(&mut entry, limits.file) {
            Ok(bytes) => Ok(bytes),
            Err(error) if error.to_string() == "too large" => Err(Refusal::TooLarge),
            Err(error) => {
                take(refuse(broken(&error)));
                return;
            }
        };
        if !take(Member { name, bytes }) {
            return;
        }
    }
}

fn zip(
    source: impl Read + Seek,
    packed: u64,
    archive: &str,
    take: &mut impl FnMut(Member) -> bool,
) {
    let limits = Limits::ARCHIVE;
    let refuse = |refusal| Member {
        name: archive.to_owned(),
        bytes: Err(refusal),
    };
    let Ok(mut package) = zip::ZipArchive::new(source) else {
        take(refuse(Refusal::Damaged));
        return;
    };
    if package.len() > limits.entries {
        take(refuse(Refusal::Bomb));
        return;
    }
    let mut left = most(packed);
    for index in 0..package.len() {
        let member = match package.by_index(index) {
            Ok(entry) if entry.is_dir() => continue,
            Ok(entry) => {
                let name = entry_name(&entry);
                if name.split('/').any(hidden) {
                    continue;
                }
                let most = limits.file.min(left);
                match read_bounded(entry, most) {
                    Ok(bytes) => {
                        left = left.saturating_sub(bytes.len() as u64);
                        Member {
                            name,
                            bytes: Ok(bytes),
                        }
                    }
                    Err(error) if error.to_string() == "too large" => {
                        if most < limits.file {
                            take(refuse(Refusal::Bomb));
                            return;
                        }
                        Member {
                            name,
                            bytes: Err(Refusal::TooLarge),
                        }
                    }
                    Err(_) => Member {
                        name,
                        bytes: Err(Refusal::Damaged),
                    },
                }
            }
            Err(zip::result::ZipError::UnsupportedArchive(_)) => Member {
                name: format!("{archive}#{index}"),
                bytes: Err(Refusal::Encrypted),
            },
            Err(_) => Member {
                name: format!("{archive}#{index}"),
                bytes: Err(Refusal::Damaged),
            },
        };
        if !take(member) {
            return;
        }
    }
}

/// Names in ZIP files of Chinese Windows machines are GB18030 without saying so.
fn entry_name<R: Read>(entry: &zip::read::ZipFile<'_, R>) -> String {
    super::decode(entry.name_raw())
        .unwrap_or_else(|_| String::from_utf8_lossy(entry.name_raw()).into_owned())
}
