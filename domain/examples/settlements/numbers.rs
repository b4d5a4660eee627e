//! A small generator of our own, so that a seed means the same bills on every machine.

use domain::money::Money;

/// Numbers that look random (SplitMix64).
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to, not including, `limit`.
    pub(crate) fn below(&mut self, limit: u32) -> u32 {
        let scaled = (self.next() >> 32) * u64::from(limit);
        u32::try_from(scaled >> 32).unwrap_or_default()
    }

    /// True once in so many times.
    pub(crate) fn once_in(&mut self, many: u32) -> bool {
        self.below(many) == 0
    }

    pub(crate) fn fen(&mut self, limit: u32) -> Money {
        Money::from_fen(i64::from(self.below(limit)))
    }

    pub(crate) fn one_of<T: Copy>(&mut self, values: &[T], fallback: T) -> T {
        let count = u32::try_from(values.len()).unwrap_or_default();
        let place = usize::try_from(self.below(count)).unwrap_or_default();
        values.get(place).copied().unwrap_or(fallback)
    }

    /// From nothing to beyond every cap of a year, small amounts often.
    pub(crate) fn amount(&mut self) -> Money {
        match self.below(6) {
            0 => Money::ZERO,
            1 => self.fen(100),
            2 => self.fen(30_000),
            3 => self.fen(300_000),
            4 => self.fen(5_000_000),
            _ => self.fen(60_000_000),
        }
    }
}
