//! Chance that comes out the same every time.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha12Rng;
use uuid::{Builder, Uuid};

/// One stream of chance. Streams of one seed are independent of each other, so that what one
/// family rolls never moves another's history.
pub(super) struct Dice(ChaCha12Rng);

impl Dice {
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        let mut source = ChaCha12Rng::seed_from_u64(seed);
        source.set_stream(stream);
        Self(source)
    }

    /// A number below `end`; 0 when `end` is 0.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        let product = u128::from(self.0.next_u64()) * u128::from(end);
        u64::try_from(product >> 64).unwrap_or_default()
    }

    /// A number from `from` through `through`.
    pub(super) fn between(&mut self, from: i64, through: i64) -> i64 {
        let span = u64::try_from(through - from).unwrap_or_default() + 1;
        from + i64::try_from(self.below(span)).unwrap_or_default()
    }

    /// True in `percent` of a hundred rolls.
    pub(super) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of `choices`; `None` when there are none.
    pub(super) fn pick<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        let at = self.below(u64::try_from(choices.len()).unwrap_or_default());
        choices.get(usize::try_from(at).unwrap_or_default())
    }

    /// A day from `from` through `through`.
    pub(super) fn day(&mut self, from: NaiveDate, through: NaiveDate) -> NaiveDate {
        let span = u64::try_from((through - from).num_days()).unwrap_or_default();
        from.checked_add_days(Days::new(self.below(span + 1)))
            .unwrap_or(from)
    }

    /// An id that sorts by `day`, and within the day by `order` (thousandths of a second).
    pub(super) fn id(&mut self, day: NaiveDate, order: u64) -> Uuid {
        let mut random = [0_u8; 10];
        self.0.fill_bytes(&mut random);
        let morning = u64::try_from(morning(day).timestamp_millis()).unwrap_or_default();
        Builder::from_unix_timestamp_millis(morning + order, &random).into_uuid()
    }
}

/// Eight o'clock in China on `day`.
pub(super) fn morning(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn streams_repeat_and_differ() {
        let roll = |seed, stream| {
            let mut dice = Dice::new(seed, stream);
            [0; 8].map(|_: u64| dice.below(1_000_000))
        };
        assert_eq!(roll(7, 1), roll(7, 1));
        assert_ne!(roll(7, 1), roll(7, 2));
        assert_ne!(roll(7, 1), roll(8, 1));
    }

    #[test]
    fn rolls_stay_inside() {
        let mut dice = Dice::new(1, 1);
        for _ in 0..1_000 {
            assert!((-3..=4).contains(&dice.between(-3, 4)));
        }
        assert_eq!(dice.below(0), 0);
        assert_eq!(dice.pick::<u8>(&[]), None);
    }
}
