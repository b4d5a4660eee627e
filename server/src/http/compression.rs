//! Compression of what is made for each request; static files were compressed by the build.

use axum::http::header::CONTENT_TYPE;
use axum::http::{Extensions, HeaderMap, StatusCode, Version};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{Predicate, SizeAbove};

/// Above this many bytes compression is worth its time.
const WORTH_IT: u64 = 1024;

/// The layer: brotli or gzip, at a level that costs less time than it saves on the wire.
#[must_use]
pub fn layer() -> CompressionLayer<impl Predicate + Send + Sync + 'static> {
    CompressionLayer::new()
        .quality(CompressionLevel::Precise(3))
        .compress_when(SizeAbove::new(WORTH_IT).and(is_made_text))
}

fn is_made_text(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|kind| {
        let kind = kind.as_bytes();
        kind.starts_with(b"text/html") || kind.ends_with(b"json")
    })
}
