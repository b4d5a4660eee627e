//! The wall clock: the one place of the product that asks the machine for the time.

use chrono::{DateTime, SubsecRound, Utc};
use services::Clock;

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct WallClock;

impl Clock for WallClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "everything else takes the instant from here"
    )]
    fn now(&self) -> DateTime<Utc> {
        Utc::now().trunc_subsecs(6)
    }
}
