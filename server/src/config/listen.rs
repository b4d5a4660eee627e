//! Where the server listens, and how patient it is with connections.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use super::Mode;
use super::read::Reader;

/// Where the server listens, and how patient it is with connections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListenConfig {
    /// Where browsers connect.
    pub address: SocketAddr,
    /// Where figures are read; `None` is nowhere.
    pub admin: Option<SocketAddr>,
    /// Most connections held open at once.
    pub connections: usize,
    /// How long the head of a request may take, and how long an idle connection is kept.
    pub head_time: Duration,
    /// How old a connection may grow before it is closed in good order.
    pub connection_age: Duration,
    /// How many proxies in front of us write `X-Forwarded-For`.
    pub proxy_hops: usize,
    /// How long requests under way may take to finish when the server stops.
    pub drain_time: Duration,
}

pub(super) fn read(reader: &mut Reader<'_>, mode: Mode) -> ListenConfig {
    let loopback = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let host = reader.parse_or("host", loopback, "an IP address");
    let port = reader.parse_or("port", 3000_u16, "a port number");
    let admin = match reader.text("admin_addr").as_deref() {
        Some("none") => None,
        None => Some(SocketAddr::new(loopback, 0)),
        Some(text) => {
            let parsed = text.parse().ok();
            if parsed.is_none() {
                reader.fail("admin_addr", "must be an address with a port, or `none`");
            }
            parsed
        }
    };
    let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    ListenConfig {
        address: SocketAddr::new(host, port),
        admin,
        connections: count(reader.number_or("limit.connections", 2048, 1..=1_000_000)),
        head_time: Duration::from_millis(reader.number_or("limit.head_ms", 10_000, 100..=60_000)),
        connection_age: Duration::from_secs(reader.number_or(
            "limit.connection_age_s",
            600,
            1..=86_400,
        )),
        proxy_hops: count(proxy_hops(reader, mode)),
        drain_time: Duration::from_millis(reader.number_or("limit.drain_ms", 10_000, 0..=60_000)),
    }
}

/// Behind a proxy that nobody told of, all clients would count as one and be turned away
/// together; in front of one that is not there, everybody could invent an address. So production
/// does not guess.
fn proxy_hops(reader: &mut Reader<'_>, mode: Mode) -> u64 {
    if mode == Mode::Production && reader.text("proxy_hops").is_none() {
        reader.fail(
            "proxy_hops",
            "is missing: how many proxies of your own stand in front of this server and write \
             X-Forwarded-For (0 when browsers connect to it directly)",
        );
    }
    reader.number_or("proxy_hops", 0, 0..=8)
}
