//! A platform whose clock, luck and keys are known to the test.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::ids::PersonId;
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;
use services::family::standing::KnownStanding;
use services::keys::Keys;
use services::store::Database;
use services::{Actor, Clock, Platform, RandomSource, RequestContext};

/// The instant at which tests take place: noon in China on 2026-06-15.
///
/// # Panics
/// Never.
#[must_use]
pub fn noon() -> DateTime<Utc> {
    "2026-06-15T04:00:00Z".parse().expect("an instant")
}

/// A clock that stands still.
pub struct StandingClock(pub DateTime<Utc>);

impl Clock for StandingClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

/// Bytes that are the same in every run.
pub struct SeededRandom(Mutex<ChaCha20Rng>);

impl SeededRandom {
    /// Starts from `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(ChaCha20Rng::seed_from_u64(seed)))
    }
}

impl RandomSource for SeededRandom {
    fn fill(&self, bytes: &mut [u8]) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .fill_bytes(bytes);
    }
}

/// The keys of the tests.
#[must_use]
pub fn keys() -> Keys {
    Keys::from_master(b"a master secret for nothing but tests")
}

/// A platform on `database` at [`noon`].
#[must_use]
pub fn platform(database: Database) -> Arc<Platform> {
    platform_with(database, 1)
}

/// The same with its own luck, for a second platform whose ids must differ from the first's.
#[must_use]
pub fn platform_with(database: Database, seed: u64) -> Arc<Platform> {
    let clock = Box::new(StandingClock(noon()));
    let random = Box::new(SeededRandom::new(seed));
    Arc::new(Platform::new(database, keys(), clock, random))
}

/// A request of `actor` on `platform`.
#[must_use]
pub fn request(platform: &Arc<Platform>, actor: Actor) -> RequestContext {
    RequestContext {
        platform: Arc::clone(platform),
        actor,
        request_id: "test".to_owned(),
        reason: "test",
        now: platform.clock.now(),
        standing: KnownStanding::default(),
    }
}

/// The resident `person`, signed in.
#[must_use]
pub fn resident(person: PersonId) -> Actor {
    Actor {
        account: None,
        person: Some(person),
        role: Role::Resident,
        name: "test".to_owned(),
    }
}
