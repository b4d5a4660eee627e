//! Unpredictable bytes: the one place of the product that asks the machine for them.

use rand::RngCore;
use services::RandomSource;

/// A generator of the thread, seeded and reseeded by the operating system, fit for keys.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandom;

impl RandomSource for SystemRandom {
    #[expect(
        clippy::disallowed_methods,
        reason = "everything else takes the random source from here"
    )]
    fn fill(&self, bytes: &mut [u8]) {
        rand::rng().fill_bytes(bytes);
    }
}
