//! How much one request may take, and how often one client may ask.

use std::time::Duration;

use super::Mode;
use super::read::Reader;

/// How much one request may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most bytes of a request's body.
    pub body: usize,
    /// Most bytes of a body sent to the JSON API.
    pub api_body: usize,
    /// How long an answer may take before "try again later" is the answer.
    pub request_time: Duration,
    /// Most requests worked on at once.
    pub requests: usize,
}

pub(super) fn read(reader: &mut Reader<'_>) -> Limits {
    let mebibyte = 1024 * 1024;
    Limits {
        body: size(reader.number_or("limit.body_mib", 2, 1..=64) * mebibyte),
        api_body: size(reader.number_or("limit.api_body_mib", 8, 1..=64) * mebibyte),
        request_time: Duration::from_millis(reader.number_or(
            "limit.request_ms",
            8000,
            100..=120_000,
        )),
        requests: size(reader.number_or("limit.requests", 512, 1..=100_000)),
    }
}

fn size(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// How often one client may ask, per minute; 0 is without limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimits {
    /// Beginning a sign-in.
    pub sign_in: u32,
    /// The JSON API, search apart.
    pub api: u32,
    /// Pages.
    pub pages: u32,
    /// Searches, on pages and in the API together.
    pub search: u32,
}

pub(super) fn read_rates(reader: &mut Reader<'_>, mode: Mode) -> RateLimits {
    let mut rate = |name, in_production| {
        let default = if mode == Mode::Production {
            in_production
        } else {
            0
        };
        u32::try_from(reader.number_or(name, default, 0..=1_000_000)).unwrap_or_default()
    };
    RateLimits {
        sign_in: rate("rate.sign_in", 10),
        api: rate("rate.api", 60),
        pages: rate("rate.pages", 240),
        search: rate("rate.search", 60),
    }
}
