//! Which HTTP a new connection speaks, found out without waiting for ever.

use std::io;
use std::time::Duration;

use tokio::net::TcpStream;

/// How every HTTP/2 connection begins.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
const PAUSE: Duration = Duration::from_millis(5);

/// What a connection speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HttpVersion {
    /// HTTP/1.0 or 1.1.
    One,
    /// HTTP/2 without an upgrade.
    Two,
}

/// Looks at the first bytes without taking them. The caller sets the deadline.
pub(super) async fn detect(stream: &TcpStream) -> io::Result<HttpVersion> {
    let mut first = [0_u8; 24];
    loop {
        let length = stream.peek(&mut first).await?;
        let seen = first.get(..length).unwrap_or_default();
        if length == 0 || !PREFACE.starts_with(seen) {
            return Ok(HttpVersion::One);
        }
        if seen == PREFACE {
            return Ok(HttpVersion::Two);
        }
        tokio::time::sleep(PAUSE).await;
    }
}
