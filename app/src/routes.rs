//! Every address of the application, with what it takes to be shown: the one list that the
//! router, the access tests and the browser walk read.

use std::future::Future;
use std::pin::Pin;

use domain::access::{Action, Role, may_ever};

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
    /// Somebody who is signed in and acts in a role that can do the action.
    SignedIn,
    /// Somebody who is signed in, whatever they act as: the page knows where each belongs.
    AnyHat,
    /// Everybody, in a demonstration only.
    Demo,
}

impl Audience {
    /// Whether one has to sign in first.
    #[must_use]
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::SignedIn | Self::AnyHat)
    }
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
        route!(Get "/accessibility", Everybody, ReadPublic, pages::accessibility::page),
        route!(Get "/add-ons", Everybody, ReadPublic, pages::add_ons::page),
        route!(Get "/add-ons/{id}", Everybody, ReadPublic, pages::add_ons::product::page),
        route!(Get "/admin", SignedIn, ReadPublishing, pages::admin::page),
        route!(Get "/admin/audit", SignedIn, ReadAudit, pages::admin::audit::page),
        route!(Get "/admin/audit/seals", SignedIn, ReadAudit, pages::admin::seals::page),
        route!(Post "/admin/audit/seals", SignedIn, CheckAudit, pages::admin::seals::post),
        route!(Get "/admin/parameters", SignedIn, ReadPublishing, pages::admin::parameters::page),
        route!(Get "/admin/parameters/new", SignedIn, DraftParameters, pages::admin::parameters::form::new_page),
        route!(Post "/admin/parameters/new", SignedIn, DraftParameters, pages::admin::parameters::form::new_post),
        route!(Get "/admin/parameters/{id}", SignedIn, ReadPublishing, pages::admin::parameters::one_page),
        route!(Post "/admin/parameters/{id}/discard", SignedIn, DraftParameters, pages::admin::parameters::discard),
        route!(Get "/admin/parameters/{id}/edit", SignedIn, DraftParameters, pages::admin::parameters::form::edit_page),
        route!(Post "/admin/parameters/{id}/edit", SignedIn, DraftParameters, pages::admin::parameters::form::edit_post),
        route!(Post "/admin/parameters/{id}/release", SignedIn, ReleaseParameters, pages::admin::parameters::release),
        route!(Post "/admin/parameters/{id}/review", SignedIn, ReleaseParameters, pages::admin::parameters::review),
        route!(Post "/admin/parameters/{id}/simulate", SignedIn, DraftParameters, pages::admin::parameters::simulate),
        route!(Post "/admin/parameters/{id}/take-back", SignedIn, DraftParameters, pages::admin::parameters::ask),
        route!(Post "/admin/parameters/{id}/take-back/answer", SignedIn, ReleaseParameters, pages::admin::parameters::answer),
        route!(Get "/admin/queries", SignedIn, ReviewQueries, pages::admin::queries::page),
        route!(Get "/admin/queries/{number}", SignedIn, AnswerQuery, pages::admin::queries::one::page),
        route!(Post "/admin/queries/{number}", SignedIn, AnswerQuery, pages::admin::queries::one::post),
        route!(Get "/calculator", Everybody, Estimate, pages::calculator::page),
        route!(Post "/calculator", Everybody, Estimate, pages::calculator::post),
        route!(Get "/calculator/contributions", Everybody, Estimate, pages::calculators::contributions::page),
        route!(Post "/calculator/contributions", Everybody, Estimate, pages::calculators::contributions::post),
        route!(Get "/calculator/incentive", Everybody, Estimate, pages::calculators::incentive::page),
        route!(Post "/calculator/incentive", Everybody, Estimate, pages::calculators::incentive::post),
        route!(Get "/calculator/maternity", Everybody, Estimate, pages::calculators::maternity::page),
        route!(Post "/calculator/maternity", Everybody, Estimate, pages::calculators::maternity::post),
        route!(Get "/calculator/retirement", Everybody, Estimate, pages::calculators::retirement::page),
        route!(Post "/calculator/retirement", Everybody, Estimate, pages::calculators::retirement::post),
        route!(Get "/calculator/thresholds", Everybody, Estimate, pages::calculators::thresholds::page),
        route!(Post "/calculator/thresholds", Everybody, Estimate, pages::calculators::thresholds::post),
        route!(Get "/calculator/waiting", Everybody, Estimate, pages::calculators::waiting::page),
        route!(Post "/calculator/waiting", Everybody, Estimate, pages::calculators::waiting::post),
        route!(Get "/drugs", Everybody, ReadPublic, pages::drugs::page),
        route!(Get "/drugs/{code}", Everybody, ReadPublic, pages::drugs::card::page),
        route!(Get "/check", Everybody, CheckCertificate, pages::check::page),
        route!(Get "/check/{code}", Everybody, CheckCertificate, pages::check::certificate::page),
        route!(Get "/gallery", Demo, ReadPublic, pages::gallery::page),
        route!(Get "/institutions", Everybody, ReadPublic, pages::institutions::page),
        route!(Get "/institutions/{code}", Everybody, ReadPublic, pages::institutions::detail::page),
        route!(Get "/glossary", Everybody, ReadPublic, pages::glossary::page),
        route!(Get "/hat", SignedIn, SwitchHat, pages::hat::page),
        route!(Post "/hat", SignedIn, SwitchHat, pages::hat::post),
        route!(Get "/help", Everybody, ReadPublic, pages::help::page),
        route!(Get "/me", AnyHat, ReadOverview, pages::me::page),
        route!(Get "/me/access", SignedIn, ReadAccessLog, pages::me::access::page),
        route!(Get "/me/access/{event}/report", SignedIn, ReportAccess, pages::me::access::report::page),
        route!(Post "/me/access/{event}/report", SignedIn, ReportAccess, pages::me::access::report::post),
        route!(Get "/me/account", SignedIn, ReadAccount, pages::me::account::page),
        route!(Get "/me/add-ons", SignedIn, ReadHoldings, pages::me::add_ons::page),
        route!(Get "/me/benefits", SignedIn, ReadBenefits, pages::me::benefits::page),
        route!(Get "/me/certificates", SignedIn, ReadCertificates, pages::me::certificates::page),
        route!(Post "/me/certificates", SignedIn, IssueCertificate, pages::me::certificates::issue::post),
        route!(Get "/me/certificates/new", SignedIn, IssueCertificate, pages::me::certificates::new::page),
        route!(Get "/me/certificates/{id}", SignedIn, ReadCertificates, pages::me::certificates::one::page),
        route!(Get "/me/certificates/{id}/pdf", SignedIn, ReadCertificates, pages::me::certificates::paper::page),
        route!(Get "/me/certificates/{id}/shown", SignedIn, ReadCertificates, pages::me::certificates::shown::page),
        route!(Post "/me/certificates/{id}/shown", SignedIn, ChangeCertificate, pages::me::certificates::shown::post),
        route!(Get "/me/certificates/{id}/withdraw", SignedIn, ReadCertificates, pages::me::certificates::withdraw::page),
        route!(Post "/me/certificates/{id}/withdraw", SignedIn, WithdrawCertificate, pages::me::certificates::withdraw::post),
        route!(Get "/me/consents", SignedIn, ManageConsents, pages::me::consents::page),
        route!(Post "/me/consents", SignedIn, ManageConsents, pages::me::consents::post),
        route!(Get "/me/contributions", SignedIn, ReadContributions, pages::me::contributions::page),
        route!(Get "/me/enrolment", SignedIn, ReadEnrolment, pages::me::enrolment::page),
        route!(Get "/me/export", SignedIn, ExportPerson, pages::me::export::page),
        route!(Post "/me/export", SignedIn, ExportPerson, pages::me::export::post),
        route!(Get "/me/messages", SignedIn, ReadMessages, pages::me::messages::page),
        route!(Post "/me/messages", SignedIn, KeepMessages, pages::me::messages::post::page),
        route!(Get "/me/messages/settings", SignedIn, ReadMessages, pages::me::messages::settings::page),
        route!(Post "/me/messages/settings", SignedIn, KeepMessages, pages::me::messages::settings::post),
        route!(Get "/me/messages/{id}", SignedIn, ReadMessages, pages::me::messages::message::page),
        route!(Post "/me/messages/{id}", SignedIn, KeepMessages, pages::me::messages::message::post),
        route!(Get "/me/sessions", SignedIn, ManageSessions, pages::me::sessions::page),
        route!(Post "/me/sessions", SignedIn, ManageSessions, pages::me::sessions::post),
        route!(Get "/me/family", SignedIn, ReadFamily, pages::me::family::page),
        route!(Post "/me/family/end", SignedIn, ManageFamily, pages::me::family::end::post),
        route!(Get "/me/family/invitations/{id}", SignedIn, ReadFamily, pages::me::family::invitation::page),
        route!(Post "/me/family/invitations/{id}", SignedIn, ManageFamily, pages::me::family::invitation::post),
        route!(Get "/me/family/invite", SignedIn, ReadFamily, pages::me::family::invite::page),
        route!(Post "/me/family/invite", SignedIn, ManageFamily, pages::me::family::invite::post),
        route!(Get "/me/family/ledger", SignedIn, ReadBenefits, pages::me::family::ledger::page),
        route!(Get "/me/family/share", SignedIn, ReadAccount, pages::me::family::share::page),
        route!(Post "/me/family/share", SignedIn, ManageFamily, pages::me::family::share::post),
        route!(Post "/me/family/withdraw", SignedIn, ManageFamily, pages::me::family::withdraw::post),
        route!(Get "/me/queries", SignedIn, ReadQueries, pages::me::queries::page),
        route!(Get "/me/queries/{id}", SignedIn, ReadQueries, pages::me::queries::one::page),
        route!(Get "/me/queries/{id}/withdraw", SignedIn, ReadQueries, pages::me::queries::withdraw::page),
        route!(Post "/me/queries/{id}/withdraw", SignedIn, SendQuery, pages::me::queries::withdraw::post),
        route!(Get "/me/settlements", SignedIn, ReadSettlements, pages::me::settlements::page),
        route!(Get "/me/settlements/{id}", SignedIn, ReadSettlementDetail, pages::me::settlement::page),
        route!(Get "/me/settlements/{id}/query", SignedIn, SendQuery, pages::me::queries::send::page),
        route!(Post "/me/settlements/{id}/query", SignedIn, SendQuery, pages::me::queries::send::post),
        route!(Get "/me/settlements/{id}/replay", SignedIn, ReadSettlementDetail, pages::me::settlement::replay::page),
        route!(Get "/people/{person}", SignedIn, ReadOverview, pages::me::page),
        route!(Get "/people/{person}/account", SignedIn, ReadAccount, pages::me::account::page),
        route!(Get "/people/{person}/add-ons", SignedIn, ReadHoldings, pages::me::add_ons::page),
        route!(Get "/people/{person}/benefits", SignedIn, ReadBenefits, pages::me::benefits::page),
        route!(Get "/people/{person}/contributions", SignedIn, ReadContributions, pages::me::contributions::page),
        route!(Get "/people/{person}/enrolment", SignedIn, ReadEnrolment, pages::me::enrolment::page),
        route!(Get "/people/{person}/settlements", SignedIn, ReadSettlements, pages::me::settlements::page),
        route!(Get "/people/{person}/settlements/{id}", SignedIn, ReadSettlementDetail, pages::me::settlement::page),
        route!(Get "/people/{person}/settlements/{id}/replay", SignedIn, ReadSettlementDetail, pages::me::settlement::replay::page),
        route!(Get "/policies", Everybody, ReadPublic, pages::policies::page),
        route!(Get "/policies/{id}", Everybody, ReadPublic, pages::policies::document::page),
        route!(Get "/privacy", Everybody, ReadPublic, pages::privacy::page),
        route!(Post "/preferences", Everybody, SignIn, pages::preferences::post),
    ]
}

impl Route {
    /// Whether there is anything here for who is signed in and acts as `role`.
    #[must_use]
    pub fn is_open_to(&self, role: Role) -> bool {
        self.audience != Audience::SignedIn || may_ever(role, self.action)
    }

    /// Whether `path`, without a query, is one of these addresses.
    fn is_at(&self, path: &str) -> bool {
        leads_to(self.path, path)
    }
}

/// Whether `path`, without a query, is one of the addresses of `pattern`.
fn leads_to(pattern: &str, path: &str) -> bool {
    let (mut own, mut asked) = (pattern.split('/'), path.split('/'));
    loop {
        match (own.next(), asked.next()) {
            (None, None) => return true,
            (Some(own), Some(asked))
                if own == asked || (own.starts_with('{') && !asked.is_empty()) => {}
            _ => return false,
        }
    }
}

/// Whether forms with a file may be posted to `path`, without a query. To all others only plain
/// forms are.
#[must_use]
pub fn takes_files(path: &str) -> bool {
    ["/admin/parameters/new", "/admin/parameters/{id}/edit"]
        .iter()
        .any(|pattern| leads_to(pattern, path))
}

/// Whether who acts as `role` finds a page at `address`, a path with or without a query. `true`
/// for what is no page of the application: others answer there.
#[must_use]
pub fn is_open_to(address: &str, role: Role) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let routes = all();
    // An address in letters goes before one with a name.
    let found = routes
        .iter()
        .filter(|route| route.method == Method::Get && route.is_at(path))
        .min_by_key(|route| route.path.matches('{').count());
    found.is_none_or(|route| route.is_open_to(role))
}

/// The path of the route that takes the forms sent to `address`, a path with or without a query.
#[must_use]
pub fn form_at(address: &str) -> Option<&'static str> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let routes = all();
    let found = routes
        .iter()
        .filter(|route| route.method == Method::Post && route.is_at(path))
        .min_by_key(|route| route.path.matches('{').count());
    found.map(|route| route.path)
}

/// Whether the application has a page at `path`: texts link only to what is there.
#[must_use]
pub fn has(path: &str) -> bool {
    all()
        .iter()
        .any(|route| route.method == Method::Get && route.path == path)
}

#[cfg(test)]
mod tests {
    use super::{Role, is_open_to};

    #[test]
    fn an_address_is_open_to_the_roles_that_find_a_page_there() {
        for (address, resident, auditor) in [
            ("/me/settlements?year=2026", true, false),
            ("/me/settlements/0197a000", true, false),
            ("/me/settlements/0197a000/replay", true, false),
            ("/me/certificates/new", true, false),
            ("/admin/audit#end", false, true),
            ("/me", true, true),
            ("/me/sessions", true, true),
            ("/policies", true, true),
            ("/late-form", true, true),
            ("/me/settlements/", true, true),
        ] {
            assert_eq!(is_open_to(address, Role::Resident), resident, "{address}");
            assert_eq!(is_open_to(address, Role::Auditor), auditor, "{address}");
        }
    }
}
