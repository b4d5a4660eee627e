//! Every address of the application, with what it takes to be shown: the one list that the
//! router, the access tests and the browser walk read.

use std::future::Future;
use std::pin::Pin;

use domain::access::Action;

use crate::page::{PageRequest, PageResult};
use crate::pages;

/// How an address is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Changes something and goes on elsewhere.
    Post,
}

/// Who may ask at all; the use case decides the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everybody.
    Everybody,
    /// Somebody who is signed in.
    SignedIn,
    /// Everybody, in a demonstration only.
    Demo,
}

/// The boxed future of a page function.
pub type PageFuture = Pin<Box<dyn Future<Output = PageResult> + Send>>;

/// One address.
pub struct Route {
    /// The path, with `{names}`.
    pub path: &'static str,
    /// How it is asked for.
    pub method: Method,
    /// Who may ask.
    pub audience: Audience,
    /// The action that access is decided by.
    pub action: Action,
    /// The page function.
    pub page: fn(PageRequest) -> PageFuture,
}

macro_rules! route {
    ($method:ident $path:literal, $audience:ident, $action:ident, $page:path) => {
        Route {
            path: $path,
            method: Method::$method,
            audience: Audience::$audience,
            action: Action::$action,
            page: |request| Box::pin($page(request)),
        }
    };
}

/// All addresses.
#[must_use]
pub fn all() -> Vec<Route> {
    vec![
        route!(Get "/", Everybody, ReadPublic, pages::home::page),
        route!(Get "/add-ons", Everybody, ReadPublic, pages::add_ons::page),
        route!(Get "/add-ons/{id}", Everybody, ReadPublic, pages::add_ons::product::page),
        route!(Get "/gallery", Demo, ReadPublic, pages::gallery::page),
        route!(Get "/me", SignedIn, ReadOverview, pages::me::page),
        route!(Get "/me/account", SignedIn, ReadAccount, pages::me::account::page),
        route!(Get "/me/add-ons", SignedIn, ReadHoldings, pages::me::add_ons::page),
        route!(Get "/me/benefits", SignedIn, ReadBenefits, pages::me::benefits::page),
        route!(Get "/me/enrolment", SignedIn, ReadEnrolment, pages::me::enrolment::page),
        route!(Get "/me/family", SignedIn, ReadFamily, pages::me::family::page),
        route!(Post "/me/family/end", SignedIn, ManageFamily, pages::me::family::end::post),
        route!(Get "/me/family/invitations/{id}", SignedIn, ReadFamily, pages::me::family::invitation::page),
        route!(Post "/me/family/invitations/{id}", SignedIn, ManageFamily, pages::me::family::invitation::post),
        route!(Get "/me/family/invite", SignedIn, ReadFamily, pages::me::family::invite::page),
        route!(Post "/me/family/invite", SignedIn, ManageFamily, pages::me::family::invite::post),
        route!(Get "/me/family/ledger", SignedIn, ReadBenefits, pages::me::family::ledger::page),
        route!(Post "/me/family/withdraw", SignedIn, ManageFamily, pages::me::family::withdraw::post),
        route!(Get "/me/settlements", SignedIn, ReadSettlements, pages::me::settlements::page),
        route!(Get "/me/settlements/{id}", SignedIn, ReadSettlementDetail, pages::me::settlement::page),
        route!(Get "/people/{person}", SignedIn, ReadOverview, pages::me::page),
        route!(Get "/people/{person}/account", SignedIn, ReadAccount, pages::me::account::page),
        route!(Get "/people/{person}/add-ons", SignedIn, ReadHoldings, pages::me::add_ons::page),
        route!(Get "/people/{person}/benefits", SignedIn, ReadBenefits, pages::me::benefits::page),
        route!(Get "/people/{person}/enrolment", SignedIn, ReadEnrolment, pages::me::enrolment::page),
        route!(Get "/people/{person}/settlements", SignedIn, ReadSettlements, pages::me::settlements::page),
        route!(Get "/people/{person}/settlements/{id}", SignedIn, ReadSettlementDetail, pages::me::settlement::page),
        route!(Get "/policies", Everybody, ReadPublic, pages::policies::page),
        route!(Get "/policies/{id}", Everybody, ReadPublic, pages::policies::document::page),
        route!(Post "/preferences", Everybody, SignIn, pages::preferences::post),
    ]
}
