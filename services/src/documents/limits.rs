//! Bounds on what is unpacked, held by counting and not by what headers claim.

use std::io::{self, Read};

/// Bounds on one archive.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Most files in an archive.
    pub entries: usize,
    /// Most bytes of one unpacked file.
    pub file: u64,
    /// Most bytes of all unpacked files together.
    pub total: u64,
    /// Most bytes that one packed byte may unpack to, once more than a megabyte came out.
    pub ratio: u64,
}

impl Limits {
    /// For an archive of documents.
    pub const ARCHIVE: Self = Self {
        entries: 100_000,
        file: 20_000_000,
        total: 2_000_000_000,
        ratio: 200,
    };
    /// For the parts of one DOCX file.
    pub const DOCX: Self = Self {
        entries: 2_000,
        file: 60_000_000,
        total: 60_000_000,
        ratio: 100,
    };
}

/// Reads all of `source`, but fails beyond `most` bytes.
///
/// # Errors
/// `InvalidData` when there is more, else what the source says.
pub(super) fn read_bounded(source: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "too large"));
    }
    Ok(bytes)
}

/// A reader that counts what passes and stops at a bound.
pub(super) struct Counting<R> {
    inner: R,
    passed: u64,
    most: u64,
}

impl<R> Counting<R> {
    /// Counts what is read from `inner` and fails after `most` bytes.
    pub(super) const fn new(inner: R, most: u64) -> Self {
        Self {
            inner,
            passed: 0,
            most,
        }
    }
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.passed = self.passed.saturating_add(read as u64);
        if self.passed > self.most {
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                "unpacks to too much",
            ));
        }
        Ok(read)
    }
}
