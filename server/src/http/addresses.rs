//! Every address that this program answers, with what it takes: pages, sign-in, API, machines.

use app::routes::{self, Audience};
use axum::Router;
use axum::routing::MethodRouter;
use domain::access::Action;

use crate::state::AppState;
use crate::{api, demo_provider, session, sign_in};

use super::{admin, assets, health, robots};

/// One address.
#[derive(Clone, Copy, Debug)]
pub struct Address {
    /// How it is asked for; `ANY` is in whatever way.
    pub method: &'static str,
    /// The path, with `{names}`.
    pub path: &'static str,
    /// Who may ask at all.
    pub audience: Audience,
    /// The action that access is decided by.
    pub action: Action,
}

/// An address for everybody together with what answers it: routers are built from these, so
/// that there is no route without a row. `S` is what the handlers can reach.
pub struct Served<S: 'static = AppState> {
    /// The address.
    pub address: Address,
    /// What answers.
    pub handler: fn() -> MethodRouter<S>,
}

impl<S: 'static> Served<S> {
    /// An address for everybody who reaches the listener.
    #[must_use]
    pub const fn new(
        method: &'static str,
        path: &'static str,
        action: Action,
        handler: fn() -> MethodRouter<S>,
    ) -> Self {
        let audience = Audience::Everybody;
        let address = Address {
            method,
            path,
            audience,
            action,
        };
        Self { address, handler }
    }
}

/// A router of these addresses.
pub fn router<S: Clone + Send + Sync + 'static>(served: &[Served<S>]) -> Router<S> {
    served.iter().fold(Router::new(), |router, served| {
        router.route(served.address.path, (served.handler)())
    })
}

/// All addresses of the site.
#[must_use]
pub fn all() -> Vec<Address> {
    let pages = routes::all().into_iter().map(|route| Address {
        method: match route.method {
            routes::Method::Get => "GET",
            routes::Method::Post => "POST",
        },
        path: route.path,
        audience: route.audience,
        action: route.action,
    });
    let served = [
        sign_in::SERVED,
        session::SERVED,
        demo_provider::SERVED,
        api::SERVED,
        api::ELSEWHERE,
        health::SERVED,
        robots::SERVED,
    ];
    let served = served.into_iter().flatten().map(|served| served.address);
    pages.chain(served).chain([assets::FILES]).collect()
}

/// All addresses of the admin listener.
#[must_use]
pub fn on_admin() -> Vec<Address> {
    admin::SERVED.iter().map(|served| served.address).collect()
}
