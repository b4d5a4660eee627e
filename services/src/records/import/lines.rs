//! The file: its lines, its encoding, its digest. It is read line by line and never held whole.

mod encoding;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;

use sha2::{Digest, Sha256};

use self::encoding::{Encoding, Evidence};

/// The longest line taken, in bytes. A bill of 2,000 items stays far below.
const LONGEST: u64 = 4 * 1024 * 1024;

/// A file of lines that can be read in any order.
pub(super) struct Lines {
    reader: BufReader<File>,
    /// Where each line begins, and the end of the file.
    starts: Vec<u64>,
    encoding: Encoding,
    /// The SHA-256 of the file.
    pub digest: Vec<u8>,
}

/// A line before it is decoded.
pub(super) enum Raw {
    /// Its bytes with its end.
    Bytes(Vec<u8>),
    /// Where it stands in the file, in bytes: it is too long to be held.
    TooLong(Range<u64>),
}

/// Why a line cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    TooLong,
    /// Not in the encoding of the file.
    Encoding,
}

impl Lines {
    /// Reads `path` once from end to end.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let mut reader = BufReader::with_capacity(1 << 17, File::open(path)?);
        let mut digest = Sha256::new();
        let mut starts = vec![0];
        let mut evidence = Evidence::of(reader.fill_buf()?);
        let mut position = 0;
        let mut line = Vec::new();
        loop {
            line.clear();
            // A line too long is read in parts; only its first part is looked at.
            let mut whole = 0;
            loop {
                let read = (&mut reader)
                    .take(LONGEST + 1)
                    .read_until(b'\n', &mut line)?;
                whole += u64::try_from(read).unwrap_or_default();
                digest.update(&line);
                if read == 0 || line.last() == Some(&b'\n') {
                    break;
                }
                if u64::try_from(read).unwrap_or_default() <= LONGEST {
                    break;
                }
                line.clear();
            }
            if whole == 0 {
                break;
            }
            if whole <= LONGEST {
                evidence.add(&line);
            }
            position += whole;
            starts.push(position);
        }
        Ok(Self {
            reader,
            starts,
            encoding: evidence.verdict(),
            digest: digest.finalize().to_vec(),
        })
    }

    /// How many lines there are.
    pub(super) fn count(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Line `number`, from 0, without its end. An empty line is an empty text.
    pub(super) fn read(&mut self, number: usize) -> io::Result<Result<String, Unreadable>> {
        Ok(match self.raw(number)? {
            Raw::TooLong(_) => Err(Unreadable::TooLong),
            Raw::Bytes(bytes) => {
                let plain = match number {
                    0 => self.encoding.without_mark(&bytes),
                    _ => &bytes,
                };
                let text = self.encoding.decode(plain);
                text.map(|text| text.trim().to_owned())
                    .ok_or(Unreadable::Encoding)
            }
        })
    }

    /// Line `number`, from 0, as it stands in the file.
    pub(super) fn raw(&mut self, number: usize) -> io::Result<Raw> {
        let (Some(start), Some(end)) = (self.starts.get(number), self.starts.get(number + 1))
        else {
            return Ok(Raw::Bytes(Vec::new()));
        };
        let length = end - start;
        if length > LONGEST {
            return Ok(Raw::TooLong(*start..*end));
        }
        let here = self.reader.stream_position()?;
        if here != *start {
            let there = i64::try_from(*start).unwrap_or_default();
            self.reader
                .seek_relative(there - i64::try_from(here).unwrap_or_default())?;
        }
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
        (&mut self.reader).take(length).read_to_end(&mut bytes)?;
        Ok(Raw::Bytes(bytes))
    }

    /// Goes back to the beginning.
    pub(super) fn rewind(&mut self) -> io::Result<()> {
        self.reader.seek(SeekFrom::Start(0)).map(|_| ())
    }
}

#[cfg(test)]
mod tests;
