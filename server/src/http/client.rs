//! Where a request came from: the peer, or what a trusted proxy says of it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::http::Request;

/// The other end of the connection; the accept loop puts it into each request.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

/// The client's address. With `hops` proxies of our own in front, each of which appends the
/// address it was called from to `X-Forwarded-For`, the client is the one so many places from
/// the right; whatever stands left of it may be invented.
pub fn address<B>(request: &Request<B>, hops: usize) -> IpAddr {
    let peer = request
        .extensions()
        .get::<Peer>()
        .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0.ip());
    if hops == 0 {
        return peer;
    }
    let values = request.headers().get_all("x-forwarded-for");
    let listed: Vec<&str> = values
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(','))
        .map(str::trim)
        .collect();
    listed
        .len()
        .checked_sub(hops)
        .and_then(|place| listed.get(place)?.parse().ok())
        .unwrap_or(peer)
}

/// Under which address a client's requests are counted: a household gets a whole /64 of IPv6.
#[must_use]
pub fn counted_as(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Peer, address, counted_as};
    use axum::http::Request;

    fn request(forwarded: &str) -> Request<()> {
        let mut request = Request::builder()
            .header("x-forwarded-for", forwarded)
            .body(())
            .unwrap();
        request
            .extensions_mut()
            .insert(Peer("10.0.0.1:1".parse().unwrap()));
        request
    }

    #[test]
    fn without_proxies_the_header_is_not_believed() {
        assert_eq!(address(&request("1.2.3.4"), 0).to_string(), "10.0.0.1");
    }

    #[test]
    fn trusted_hops_are_counted_from_the_right() {
        let spoofed = request("6.6.6.6, 1.2.3.4, 10.0.0.9");
        assert_eq!(address(&spoofed, 1).to_string(), "10.0.0.9");
        assert_eq!(address(&spoofed, 2).to_string(), "1.2.3.4");
        assert_eq!(address(&request("nonsense"), 1).to_string(), "10.0.0.1");
        assert_eq!(address(&request("1.2.3.4"), 2).to_string(), "10.0.0.1");
    }

    #[test]
    fn neighbours_in_a_64_count_as_one() {
        let one = counted_as("2001:db8:1:2::1".parse().unwrap());
        assert_eq!(one, counted_as("2001:db8:1:2:ffff::9".parse().unwrap()));
        assert_ne!(one, counted_as("2001:db8:1:3::1".parse().unwrap()));
        assert_eq!(
            counted_as("::ffff:1.2.3.4".parse().unwrap()).to_string(),
            "1.2.3.4"
        );
    }
}
