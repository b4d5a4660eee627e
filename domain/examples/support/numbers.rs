//! A small generator of our own, so that every run makes the same bills.

use domain::money::Money;

/// The state of the generator.
pub struct Numbers(pub u64);

impl Numbers {
    /// A number from 0 up to `limit`, not included.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    /// One of `values`.
    pub fn one_of<T: Copy>(&mut self, values: &[T], fallback: T) -> T {
        let place = usize::try_from(self.below(values.len() as u64)).unwrap_or_default();
        values.get(place).copied().unwrap_or(fallback)
    }

    /// An amount below `limit` fen.
    pub fn money(&mut self, limit: u64) -> Money {
        Money::from_fen(self.below(limit).cast_signed())
    }
}
