//! Who looked at what and why, in plain words.

use domain::access::Role;
use domain::family::{Kinship, Scope};
use domain::looks::Who;
use leptos::prelude::*;
use services::looks::Look as Seen;

use crate::language::Language;
use crate::subject::kin;
use crate::ui::{IntoWritten, Look, Written};

/// `您的女儿 刘敏`, `窗口经办人员 0231号`, `您自己`.
pub(super) fn who(one: &Seen, look: Look) -> Written {
    let language = look.language;
    let kind = match one.who {
        Who::Oneself => return oneself(language).written(),
        Who::Family => {
            let person_is = one.person_is.as_deref().and_then(Kinship::from_code);
            let kin = kin(person_is.map(Kinship::seen_from_there), one.sex, language);
            match language {
                Language::Chinese => format!("您的{kin}"),
                Language::English => format!("Your {kin}"),
            }
        }
        Who::Operator => look
            .pick("系统运维人员", "Operator of the system")
            .to_owned(),
        Who::Staff => role(one.role, language).to_owned(),
    };
    // What the operator is called in the log is the word for that role.
    let name = (one.who != Who::Operator && !one.name.is_empty()).then(|| one.name.clone());
    let name = name.map(|name| view! { " "<span lang="zh-Hans">{name}</span> });
    view! { <span>{kind}{name}</span> }.written()
}

/// The person themselves.
pub(in crate::pages::me) fn oneself(language: Language) -> &'static str {
    language.pick("您自己", "You")
}

fn role(role: Option<Role>, language: Language) -> &'static str {
    match role {
        Some(Role::EmployerHandler) => language.pick("单位经办人", "Handler of an employer"),
        Some(Role::Agent) => language.pick("服务大厅经办人员", "Service-hall agent"),
        Some(Role::Reviewer) => language.pick("复核人员", "Reviewer"),
        Some(Role::Auditor) => language.pick("审计人员", "Auditor"),
        Some(Role::SystemAdmin) => language.pick("系统管理员", "Administrator"),
        Some(Role::Editor | Role::Approver) => language.pick("内容编审人员", "Editor"),
        Some(Role::Resident) => language.pick("其他参保人", "Another insured person"),
        _ => language.pick("工作人员", "Member of staff"),
    }
}

/// What was done, with a link where it was one settlement.
pub(super) fn what(one: &Seen, look: Look) -> Written {
    let words = action(one.into(), look.language);
    match one.settlement {
        Some(id) => {
            let href = format!("/me/settlements/{id}");
            view! { <a href=href>{words}</a> }.written()
        }
        None => words.written(),
    }
}

/// What was done, by its codes in the trail.
#[derive(Clone, Copy)]
pub(in crate::pages::me) struct Deed<'a> {
    pub who: Who,
    pub action: &'a str,
    pub object_kind: &'a str,
    /// What a summary showed beside cover, where that was written down.
    pub showed: Option<Scope>,
    pub reason: &'a str,
}

impl<'a> From<&'a Seen> for Deed<'a> {
    fn from(one: &'a Seen) -> Self {
        Self {
            who: one.who,
            action: &one.action,
            object_kind: &one.object_kind,
            showed: one.showed,
            reason: &one.reason,
        }
    }
}

/// What was done, in words.
pub(in crate::pages::me) fn action(one: Deed<'_>, language: Language) -> &'static str {
    match one.action {
        "read_overview" => overview(one, language),
        "read_enrolment" => language.pick("看了您的参保情况", "looked at your enrolment"),
        "read_contributions" => language.pick("看了您的缴费记录", "looked at your contributions"),
        "read_benefits" => language.pick("看了您的待遇", "looked at your benefits"),
        "read_settlements" => {
            language.pick("看了您的报销列表", "looked at the list of settlements")
        }
        "read_settlement_detail" => {
            language.pick("看了您一笔报销的明细", "looked at one settlement in detail")
        }
        "read_account" => language.pick("看了您的个人账户", "looked at your personal account"),
        "read_holdings" => language.pick("看了您的商业保险", "looked at your add-on insurance"),
        "read_messages" => language.pick("看了您的消息", "looked at your messages"),
        "export_person" if one.who == Who::Oneself => {
            language.pick("导出了自己的全部资料", "took all of your own data out")
        }
        "export_person" => language.pick("导出了您的全部资料", "took all of your data out"),
        "consent_for_minor" if one.object_kind == "consent_given" => {
            language.pick("替您表示了同意", "gave consent on your behalf")
        }
        "consent_for_minor" if one.object_kind == "consent_withdrawn" => {
            language.pick("替您收回了同意", "withdrew consent on your behalf")
        }
        "consent_for_minor" if one.object_kind == "consent_refused" => {
            language.pick("替您决定了不同意", "decided on your behalf not to agree")
        }
        "consent_for_minor" => language.pick("看了您同意过什么", "looked at what you agreed to"),
        "manage_family" if one.object_kind == "family_link" => {
            language.pick("结束了和您的家人关系", "ended the family tie with you")
        }
        "manage_family" => language.pick(
            "办理了和您的家人邀请，没有看您的资料",
            "dealt with a family invitation with you, without a look at your data",
        ),
        "report_access" => language.pick("处理了您的反映", "dealt with a report of yours"),
        "answer_query" => language.pick(
            "看了或答复了您的问询",
            "opened or answered a query of yours",
        ),
        _ => language.pick("看了您的资料", "looked at your data"),
    }
}

/// The overview, with what of it goes beyond cover.
fn overview(one: Deed<'_>, language: Language) -> &'static str {
    // Of earlier looks it is not written down how much was open.
    let Some(showed) = one.showed else {
        return language.pick("看了您的医保概况", "looked at the overview");
    };
    match (showed.visits, showed.account) {
        (true, true) => language.pick(
            "看了您的医保概况，包括最近几笔报销和个人账户余额",
            "looked at the overview, with the newest settlements and the balance of your account",
        ),
        (true, false) => language.pick(
            "看了您的医保概况，包括最近几笔报销",
            "looked at the overview, with the newest settlements",
        ),
        (false, true) => language.pick(
            "看了您的医保概况，包括个人账户余额",
            "looked at the overview, with the balance of your account",
        ),
        (false, false) => language.pick(
            "看了您的医保概况，只有参保情况",
            "looked at the overview, cover only",
        ),
    }
}

/// The reason in words, and from where.
pub(super) fn why(one: &Seen, look: Look) -> Written {
    let reason = reason(one.into(), look.language);
    let from = if one.who == Who::Operator {
        look.pick("在机房的系统终端上", "at the terminal of the system")
    } else {
        look.pick("从网页上", "on this site")
    };
    view! { <div>{reason}<p class="small muted">{from}</p></div> }.written()
}

/// The catalogue of reasons.
pub(in crate::pages::me) fn reason(one: Deed<'_>, language: Language) -> &'static str {
    match (one.reason, one.who) {
        (_, Who::Oneself) => language.pick("您自己要的", "You asked for it"),
        _ if one.action == "manage_family" => {
            language.pick("为了建立或结束家人关系", "To begin or end a family tie")
        }
        ("page", Who::Family) => language.pick("作为家人帮您查看", "To help you, as a relative"),
        ("page", _) => language.pick("打开了您的这一页", "They opened this page of yours"),
        ("export", _) => language.pick("按要求导出个人资料", "To hand out a person's data"),
        ("access-report", _) => language.pick("处理您反映的查看", "To look into what you reported"),
        _ => language.pick("没有写明原因", "No reason is written down"),
    }
}

#[cfg(test)]
mod tests {
    use domain::identifiers::Sex;

    use super::*;

    fn seen(who: Who, action: &str, reason: &str) -> Seen {
        Seen {
            id: "0197a000-0000-7000-8000-000000000001".parse().unwrap(),
            at: chrono::DateTime::default(),
            who,
            name: "刘敏".to_owned(),
            role: Some(Role::Resident),
            person_is: Some("parent".to_owned()),
            sex: Some(Sex::Female),
            action: action.to_owned(),
            object_kind: "person".to_owned(),
            showed: None,
            settlement: None,
            reason: reason.to_owned(),
            report: None,
        }
    }

    #[test]
    fn every_action_on_a_person_has_words_of_its_own() {
        let language = Language::Chinese;
        let other = action((&seen(Who::Family, "?", "page")).into(), language);
        for code in [
            "read_overview",
            "read_enrolment",
            "read_benefits",
            "read_settlements",
            "read_settlement_detail",
            "read_account",
            "read_holdings",
            "export_person",
            "consent_for_minor",
            "manage_family",
            "report_access",
            "answer_query",
        ] {
            let words = action((&seen(Who::Family, code, "page")).into(), language);
            assert_ne!(words, other, "{code}");
        }
    }

    #[test]
    fn the_overview_names_everything_that_it_showed() {
        let earlier = seen(Who::Family, "read_overview", "page");
        let mut told = vec![action((&earlier).into(), Language::English)];
        for (visits, account) in [(true, true), (true, false), (false, true), (false, false)] {
            let mut one = seen(Who::Family, "read_overview", "page");
            one.showed = Some(Scope { visits, account });
            let words = action((&one).into(), Language::Chinese);
            assert_eq!(words.contains("报销"), visits, "{words}");
            assert_eq!(words.contains("余额"), account, "{words}");
            told.push(action((&one).into(), Language::English));
        }
        told.sort_unstable();
        told.dedup();
        assert_eq!(told.len(), 5);
    }

    #[test]
    fn a_relative_is_called_by_what_they_are() {
        let html = |who_is, language| {
            let look = Look::new(language, false);
            Owner::new().with(|| who(&seen(who_is, "read_overview", "page"), look).to_html())
        };
        assert!(html(Who::Family, Language::Chinese).contains("您的女儿"));
        assert!(html(Who::Family, Language::English).contains("Your daughter"));
        assert!(html(Who::Operator, Language::English).contains("Operator"));
        assert!(!html(Who::Operator, Language::English).contains("刘敏"));
    }
}
