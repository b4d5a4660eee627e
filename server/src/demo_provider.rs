//! A small OpenID provider for the demonstration: real tokens for invented people.
//!
//! It lives in the same process and answers callers on this machine only. It is a site of its
//! own as far as the product is concerned: the product talks to it over HTTP like to any other
//! provider, and it reads no cookie but the display preferences. Production has no such router.

mod authorize;
mod codes;
mod discovery;
mod end_session;
mod local_only;
mod signer;
mod token;

use std::sync::Arc;

use app::routes::Audience;
use axum::routing::{MethodRouter, get, post};
use axum::{Extension, Router};
use domain::access::Action;
use services::Platform;

use codes::Codes;
use signer::Signer;

use crate::http::addresses::{self, Address, Served};
use crate::sign_in::CALLBACK;
use crate::state::AppState;

/// Where it lives below the site's address; its issuer ends with this.
pub const PATH: &str = "/demo-provider";
/// The one client it knows: this site, a public client that proves itself by PKCE.
pub const CLIENT_ID: &str = "yibaotong-demo";

/// The provider's addresses.
pub const SERVED: &[Served] = &[
    served(
        "GET",
        "/demo-provider/.well-known/openid-configuration",
        || get(discovery::describe),
    ),
    served("GET", "/demo-provider/jwks", || get(discovery::keys)),
    served("GET", "/demo-provider/authorize", || {
        get(authorize::authorize)
    }),
    served("POST", "/demo-provider/token", || post(token::token)),
    served("GET", "/demo-provider/end-session", || {
        get(end_session::end_session)
    }),
];

const fn served(
    method: &'static str,
    path: &'static str,
    handler: fn() -> MethodRouter<AppState>,
) -> Served {
    let address = Address {
        method,
        path,
        audience: Audience::Demo,
        action: Action::SignIn,
    };
    Served { address, handler }
}

/// The provider's state: its key, made at start, and the codes it has given out.
struct DemoProvider {
    platform: Arc<Platform>,
    issuer: String,
    redirect_uri: String,
    after_sign_out: String,
    signer: Signer,
    codes: Codes,
}

/// The provider's addresses; none at all outside a demonstration or beside an outside provider.
pub fn router(state: &AppState) -> Router<AppState> {
    if !state.config.demo() || state.config.provider.is_some() {
        return Router::new();
    }
    let site = &state.site.public_url;
    let provider = DemoProvider {
        platform: Arc::clone(&state.platform),
        issuer: format!("{site}{PATH}"),
        redirect_uri: format!("{site}{CALLBACK}"),
        after_sign_out: format!("{site}/"),
        signer: Signer::new(&*state.platform.random),
        codes: Codes::default(),
    };
    addresses::router(SERVED)
        .layer(Extension(Arc::new(provider)))
        .layer(axum::middleware::from_fn_with_state(
            state.clone(),
            local_only::refuse_others,
        ))
}
