//! The file: its lines, its encoding, its digest. It is read line by line and never held whole.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use encoding_rs::GB18030;
use sha2::{Digest, Sha256};

/// The longest line taken, in bytes. A bill of 2,000 items stays far below.
const LONGEST: u64 = 4 * 1024 * 1024;
const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A file of lines that can be read in any order.
pub(super) struct Lines {
    reader: BufReader<File>,
    /// Where each line begins, and the end of the file.
    starts: Vec<u64>,
    utf8: bool,
    /// The SHA-256 of the file.
    pub digest: Vec<u8>,
}

/// Why a line cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    TooLong,
    Encoding,
}

impl Lines {
    /// Reads `path` once from end to end.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let mut reader = BufReader::with_capacity(1 << 17, File::open(path)?);
        let mut digest = Sha256::new();
        let mut starts = vec![0];
        let mut utf8 = true;
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
            utf8 &= whole > LONGEST || std::str::from_utf8(&line).is_ok();
            position += whole;
            starts.push(position);
        }
        Ok(Self {
            reader,
            starts,
            utf8,
            digest: digest.finalize().to_vec(),
        })
    }

    /// How many lines there are.
    pub(super) fn count(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Line `number`, from 0, without its end. An empty line is an empty text.
    pub(super) fn read(&mut self, number: usize) -> io::Result<Result<String, Unreadable>> {
        let (Some(start), Some(end)) = (self.starts.get(number), self.starts.get(number + 1))
        else {
            return Ok(Ok(String::new()));
        };
        let length = end - start;
        if length > LONGEST {
            return Ok(Err(Unreadable::TooLong));
        }
        let here = self.reader.stream_position()?;
        if here != *start {
            let there = i64::try_from(*start).unwrap_or_default();
            self.reader
                .seek_relative(there - i64::try_from(here).unwrap_or_default())?;
        }
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
        (&mut self.reader).take(length).read_to_end(&mut bytes)?;
        let text = if number == 0 {
            bytes.strip_prefix(UTF8_MARK).unwrap_or(&bytes)
        } else {
            &bytes
        };
        let text = match (self.utf8, std::str::from_utf8(text)) {
            (true, Ok(text)) => Cow::Borrowed(text),
            (true, Err(_)) => return Ok(Err(Unreadable::Encoding)),
            (false, _) => {
                let (text, _, broken) = GB18030.decode(text);
                if broken {
                    return Ok(Err(Unreadable::Encoding));
                }
                text
            }
        };
        Ok(Ok(text.trim().to_owned()))
    }

    /// Goes back to the beginning.
    pub(super) fn rewind(&mut self) -> io::Result<()> {
        self.reader.seek(SeekFrom::Start(0)).map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8]) -> Vec<Result<String, Unreadable>> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        let mut lines = Lines::open(file.path()).unwrap();
        (0..lines.count())
            .rev()
            .map(|number| lines.read(number).unwrap())
            .rev()
            .collect()
    }

    #[test]
    fn encodings_are_told_apart() {
        let text = "{\"name\":\"王秀英\"}\r\n\n末行";
        let wanted: Vec<_> = ["{\"name\":\"王秀英\"}", "", "末行"]
            .map(|t| Ok(t.to_owned()))
            .into();
        assert_eq!(lines(text.as_bytes()), wanted);
        let marked = [UTF8_MARK, text.as_bytes()].concat();
        assert_eq!(lines(&marked), wanted);
        assert_eq!(lines(&GB18030.encode(text).0), wanted);
        let broken = [&b"ok\n"[..], b"\xFF\xFF\xFF\n"].concat();
        assert_eq!(lines(&broken)[1], Err(Unreadable::Encoding));
    }

    #[test]
    fn a_line_without_end_is_not_held() {
        let long = vec![b'x'; usize::try_from(LONGEST).unwrap() * 3];
        let text = [&b"first\n"[..], &long, b"\nlast\n"].concat();
        let read = lines(&text);
        assert_eq!(read.len(), 3);
        assert_eq!(read[1], Err(Unreadable::TooLong));
        assert_eq!(read[2], Ok("last".to_owned()));
        assert!(lines(b"").is_empty());
    }
}
