//! Ids that are the same in every run, so that a repeated import finds its own rows.

use chrono::{NaiveDate, NaiveTime};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// An id (UUID version 7) that sorts by `day` and is the same for the same `parts`.
pub(in crate::records::import) fn stable_id(day: NaiveDate, parts: &[&[u8]]) -> Uuid {
    with_millis(morning(day), parts)
}

/// Ids of one person's rows of one kind in the order in which they are made: each sorts after
/// the one before, whatever its day. A replay goes through the rows in this order.
pub(super) struct Sequence {
    last: u64,
}

impl Sequence {
    /// Goes on after `last`, the greatest id that is there.
    pub(super) fn after(last: Option<Uuid>) -> Self {
        Self {
            last: last.map_or(0, millis_of),
        }
    }

    /// The next id: of the morning of `day` where nothing later is there.
    pub(super) fn next(&mut self, day: NaiveDate, parts: &[&[u8]]) -> Uuid {
        self.last = morning(day).max(self.last + 1);
        with_millis(self.last, parts)
    }
}

fn with_millis(millis: u64, parts: &[&[u8]]) -> Uuid {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(u64::try_from(part.len()).unwrap_or_default().to_be_bytes());
        digest.update(part);
    }
    let mut random = [0_u8; 10];
    for (to, from) in random.iter_mut().zip(digest.finalize()) {
        *to = from;
    }
    Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

/// The milliseconds of the morning of `day`; nothing before 1970.
fn morning(day: NaiveDate) -> u64 {
    let millis = day.and_time(NaiveTime::MIN).and_utc().timestamp_millis();
    u64::try_from(millis).unwrap_or_default()
}

/// The first 48 bits of an id: milliseconds.
fn millis_of(id: Uuid) -> u64 {
    u64::try_from(id.as_u128() >> 80).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_a_sequence_ascend_whatever_the_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let mut ids = Sequence::after(None);
        let made = [
            ids.next(day("1960-01-01"), &[b"a"]),
            ids.next(day("2025-03-09"), &[b"b"]),
            ids.next(day("2025-03-09"), &[b"c"]),
            ids.next(day("2025-01-01"), &[b"d"]),
        ];
        assert!(made.is_sorted());
        let mut goes_on = Sequence::after(Some(made[2]));
        assert_eq!(goes_on.next(day("2025-01-01"), &[b"d"]), made[3]);
    }
}
