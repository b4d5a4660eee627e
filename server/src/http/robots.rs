//! `/robots.txt`: which addresses search engines may visit.

use axum::routing::get;
use domain::access::Action;

use super::addresses::Served;

const RULES: &str = "\
User-agent: *
Disallow: /me
Disallow: /people
Disallow: /employer
Disallow: /desk
Disallow: /admin
Disallow: /sign-in
Disallow: /check/
Disallow: /api/
";

/// The address.
pub const SERVED: &[Served] = &[Served::new(
    "GET",
    "/robots.txt",
    Action::ReadPublic,
    || get(async || RULES),
)];
