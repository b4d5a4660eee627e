//! The hats: what each role is called, where it begins, and what it finds there.

use domain::access::Role;

use crate::address::with_query;
use crate::language::Language;
use crate::page::Area;
use crate::routes;
use crate::ui::Sign;

/// What `role` is called.
#[must_use]
pub fn name(role: Role, language: Language) -> &'static str {
    match role {
        Role::Visitor => language.pick("访客", "visitor"),
        Role::Resident => language.pick("参保人", "insured person"),
        Role::EmployerHandler => language.pick("单位经办人", "employer's handler"),
        Role::Agent => language.pick("窗口经办", "service-hall agent"),
        Role::Reviewer => language.pick("复核", "reviewer"),
        Role::Editor => language.pick("编辑", "editor"),
        Role::Approver => language.pick("审批", "approver"),
        Role::SystemAdmin => language.pick("系统管理", "administrator"),
        Role::Auditor => language.pick("审计", "auditor"),
        Role::Operator => language.pick("系统操作", "operator"),
    }
}

/// Where one begins who acts as `role`. Roles whose rooms are not built yet begin at `/me`, which
/// tells them what will be there.
#[must_use]
pub const fn front(role: Role) -> &'static str {
    match role {
        Role::Editor | Role::Approver => "/admin",
        Role::Auditor => "/admin/audit",
        _ => "/me",
    }
}

/// Where somebody goes after the sign-in who wished for `next`, a path of this site. `roles` are all
/// that the account holds, the acting one first. What that one never finds is led to by the page
/// that switches, when another role has it, and else by the acting one's own front.
#[must_use]
pub fn landing(next: &str, roles: &[Role]) -> String {
    let open = |role: &Role| routes::is_open_to(next, *role);
    match roles.split_first() {
        Some((acting, others)) if !open(acting) => {
            if others.iter().any(open) {
                with_query("/hat", &[("then", next)])
            } else {
                front(*acting).to_owned()
            }
        }
        _ => next.to_owned(),
    }
}

/// The part of the site where a page of one's own account stands.
#[must_use]
pub const fn area(role: Role) -> Area {
    match role {
        Role::Visitor | Role::Resident | Role::Operator => Area::Personal,
        _ => Area::Office,
    }
}

/// One entry of a navigation.
pub struct Place {
    /// Where it leads.
    pub href: &'static str,
    /// Its sign.
    pub sign: Sign,
    chinese: &'static str,
    english: &'static str,
}

impl Place {
    const fn new(
        href: &'static str,
        sign: Sign,
        chinese: &'static str,
        english: &'static str,
    ) -> Self {
        Self {
            href,
            sign,
            chinese,
            english,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self, language: Language) -> &'static str {
        language.pick(self.chinese, self.english)
    }
}

const POLICIES: Place = Place::new("/policies", Sign::Search, "查政策", "Find policies");
const ADD_ONS: Place = Place::new(
    "/add-ons",
    Sign::Umbrella,
    "商业补充保险",
    "Commercial add-ons",
);
const SIGN_INS: Place = Place::new("/me/sessions", Sign::Person, "我的登录", "Sign-ins");

static WAITING: [Place; 4] = [
    Place::new("/me", Sign::Hall, "我的工作", "My work"),
    POLICIES,
    ADD_ONS,
    SIGN_INS,
];
static REVIEW: [Place; 5] = [
    Place::new("/me", Sign::Hall, "我的工作", "My work"),
    Place::new(
        "/admin/queries",
        Sign::Letter,
        "核算问询",
        "Queries about settlements",
    ),
    POLICIES,
    ADD_ONS,
    SIGN_INS,
];
static PUBLISHING: [Place; 5] = [
    Place::new("/admin", Sign::Document, "内容概况", "What is published"),
    Place::new(
        "/admin/parameters",
        Sign::Receipt,
        "待遇参数",
        "Benefit parameters",
    ),
    POLICIES,
    ADD_ONS,
    SIGN_INS,
];
static AUDIT: [Place; 3] = [
    Place::new("/admin/audit", Sign::Receipt, "操作记录", "Audit trail"),
    Place::new(
        "/admin/audit/seals",
        Sign::Shield,
        "封存与检验",
        "Seals and checks",
    ),
    SIGN_INS,
];

/// The navigation of an office, in order. Residents have one of their own.
#[must_use]
pub fn places(role: Role) -> &'static [Place] {
    match role {
        Role::Visitor | Role::Resident | Role::Operator => &[],
        Role::EmployerHandler | Role::Agent | Role::SystemAdmin => &WAITING,
        Role::Reviewer => &REVIEW,
        Role::Editor | Role::Approver => &PUBLISHING,
        Role::Auditor => &AUDIT,
    }
}

#[cfg(test)]
mod tests {
    use domain::access::Role;

    use super::{front, landing, places};
    use crate::routes::all;

    #[test]
    fn a_wish_leads_to_a_page_that_is_there() {
        let next = "/me/settlements?year=2026";
        let switch = "/hat?then=%2Fme%2Fsettlements%3Fyear%3D2026";
        let wanted: [(&[Role], &str); 4] = [
            (&[Role::Resident, Role::Auditor], next),
            (&[Role::Auditor], "/admin/audit"),
            (&[Role::Auditor, Role::Resident], switch),
            (&[], next),
        ];
        for (roles, there) in wanted {
            assert_eq!(landing(next, roles), there, "{roles:?}");
        }
        assert_eq!(landing("/", &[Role::Auditor]), "/");
    }

    #[test]
    fn every_entry_leads_where_its_role_may_go() {
        for role in Role::ALL {
            let entries = places(role).iter().map(|place| place.href);
            for href in entries.chain([front(role)]) {
                let routes = all();
                let route = routes.iter().find(|route| route.path == href).unwrap();
                assert!(route.is_open_to(role), "{href} as {role:?}");
            }
            assert!(
                places(role)
                    .first()
                    .is_none_or(|first| first.href == front(role))
            );
        }
    }
}
