//! The codes of the audit trail in words. The trail is older and younger than this program: a code
//! that is not known here is shown as it stands.

use domain::access::Role;
use domain::ids::AuditEventId;

use crate::hats;
use crate::language::Language;

/// A code with its Chinese and English words.
type Known = (&'static str, &'static str, &'static str);

const ACTIONS: &[Known] = &[
    ("read_public", "查看公开内容", "Read what is public"),
    ("estimate", "试算", "Made an estimate"),
    ("sign_in", "登录和账号设置", "Sign-in and own settings"),
    ("switch_hat", "换身份", "Switched role"),
    (
        "read_operations",
        "查看运行状况",
        "Read how the system runs",
    ),
    ("read_publishing", "查看内容概况", "Read what is published"),
    (
        "draft_parameters",
        "起草待遇参数",
        "Drafted benefit parameters",
    ),
    (
        "release_parameters",
        "审核或发布待遇参数",
        "Reviewed or released benefit parameters",
    ),
    ("read_audit", "查看操作记录", "Read the audit trail"),
    ("check_audit", "检验操作记录", "Checked the audit trail"),
    ("read_overview", "查看医保概况", "Read the overview"),
    ("read_enrolment", "查看参保情况", "Read the enrolment"),
    (
        "read_contributions",
        "查看缴费记录",
        "Read the contributions",
    ),
    ("read_benefits", "查看待遇", "Read the benefits"),
    ("read_settlements", "查看报销记录", "Read the settlements"),
    (
        "read_settlement_detail",
        "查看一笔报销",
        "Read one settlement",
    ),
    ("read_account", "查看个人账户", "Read the personal account"),
    ("read_holdings", "查看商业保险", "Read the add-ons held"),
    (
        "read_certificates",
        "查看参保凭证",
        "Read the proofs of cover",
    ),
    (
        "issue_certificate",
        "开具参保凭证",
        "Issued a proof of cover",
    ),
    (
        "change_certificate",
        "改动参保凭证",
        "Changed a proof of cover",
    ),
    (
        "withdraw_certificate",
        "收回参保凭证",
        "Withdrew a proof of cover",
    ),
    (
        "check_certificate",
        "核验参保凭证",
        "Checked a proof of cover",
    ),
    ("read_messages", "查看消息", "Read the messages"),
    (
        "keep_messages",
        "标记消息和消息设置",
        "Marked messages or chose their topics",
    ),
    ("read_family", "查看家人关系", "Read the family links"),
    ("manage_family", "办理家人关系", "Changed the family links"),
    ("export_person", "导出个人资料", "Exported a person's data"),
    (
        "read_access_log",
        "查看谁看过资料",
        "Read who looked at the data",
    ),
    (
        "report_access",
        "反映一次查看或作答",
        "Reported a look, or answered a report",
    ),
    ("read_queries", "查看自己的问询", "Read their own queries"),
    ("send_query", "提交或收回问询", "Sent or withdrew a query"),
    (
        "review_queries",
        "查看等答复的问询",
        "Read which queries wait",
    ),
    (
        "answer_query",
        "查看或答复问询",
        "Opened or answered a query",
    ),
    (
        "manage_consents",
        "查看或改动同意",
        "Read or changed the consents",
    ),
    (
        "consent_for_minor",
        "查看或改动孩子的同意",
        "Read or changed a child's consents",
    ),
    (
        "manage_sessions",
        "退出其他设备",
        "Ended sign-ins of the account",
    ),
    ("operate", "系统操作", "Ran the platform"),
];

const KINDS: &[Known] = &[
    ("person", "个人资料", "a person's record"),
    ("settlement", "报销", "settlement"),
    ("sign_in", "登录", "sign-in"),
    ("sign_out", "退出", "sign-out"),
    ("elder_mode", "长辈版设置", "elder mode"),
    ("session_ended", "一台设备", "one device"),
    ("other_sessions_ended", "其他所有设备", "all other devices"),
    ("all_sessions_ended", "所有设备", "all devices"),
    ("consent_given", "同意", "consent given"),
    ("consent_withdrawn", "收回同意", "consent withdrawn"),
    ("consent_refused", "不同意", "consent refused"),
    ("family_invitation", "家人邀请", "family invitation"),
    ("family_link", "家人关系", "family link"),
    ("account_share", "给家人留的钱", "money kept for a relative"),
    ("message", "一条消息", "one message"),
    ("messages", "消息", "messages"),
    ("message_topics", "消息设置", "topics of messages"),
    ("audit_event", "一次查看", "one look"),
    ("settlement_query", "问询", "query"),
    ("hat", "换成", "to"),
    ("audit_trail", "操作记录", "audit trail"),
    ("audit_seals", "封存", "seals"),
    ("policy_revision", "政策库", "policy library"),
    ("parameter_set", "待遇参数", "benefit parameters"),
    (
        "parameter_draft",
        "待遇参数草稿",
        "draft of benefit parameters",
    ),
    (
        "parameter_simulation",
        "待遇参数试算",
        "simulation of benefit parameters",
    ),
    (
        "parameter_radar",
        "参数变化提醒",
        "messages about changed parameters",
    ),
    (
        "parameter_recall",
        "参数撤回提醒",
        "messages about parameters taken back",
    ),
    ("product", "商业产品", "commercial product"),
    ("certificate", "参保凭证", "proof of cover"),
    ("drugs", "药品目录", "drugs"),
    ("institutions", "定点机构", "institutions"),
    ("records", "成批资料", "imported records"),
    ("demo", "演示资料", "demonstration"),
    ("backup", "备份", "backup"),
    ("restore", "恢复", "restore"),
];

const PARTS: &[Known] = &[
    ("cover", "参保", "cover"),
    ("visits", "报销", "settlements"),
    ("account", "个人账户", "personal account"),
];

const RELATIONS: &[Known] = &[
    ("nobody", "不涉及个人", "nobody's data"),
    ("oneself", "本人", "themselves"),
    ("family", "家人", "family"),
    ("stranger", "其他人", "somebody else"),
];

const REASONS: &[Known] = &[
    ("page", "打开网页", "a page"),
    ("sign-in", "登录", "sign-in"),
    ("sign-out", "退出登录", "sign-out"),
    ("serve", "服务启动", "start of the service"),
    ("messages", "发消息", "sending messages"),
    (
        "parameters",
        "待遇参数到了日子",
        "a day of benefit parameters",
    ),
];

/// Says codes in one language.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Words(Language);

impl Words {
    /// The words of `language`.
    pub(in crate::pages) const fn of(language: Language) -> Self {
        Self(language)
    }

    fn say(self, known: &[Known], code: &str) -> String {
        let found = known.iter().find(|(known, ..)| *known == code);
        found.map_or_else(
            || code.to_owned(),
            |(_, chinese, english)| self.0.pick(*chinese, *english).to_owned(),
        )
    }

    /// What was done.
    pub(in crate::pages) fn action(self, code: &str) -> String {
        self.say(ACTIONS, code)
    }

    /// To what kind of thing.
    pub(super) fn object_kind(self, code: &str) -> String {
        self.say(KINDS, code)
    }

    /// To which of them: a role in words, what a summary showed, the end of a long id, which
    /// differs from one to the next; everything else as it stands.
    pub(super) fn object_id(self, kind: &str, id: &str) -> String {
        match kind {
            "hat" => self.role(id),
            "person" => {
                let parts = id.split(' ').map(|part| self.say(PARTS, part));
                parts.collect::<Vec<_>>().join(self.0.pick("、", ", "))
            }
            _ if id.parse::<AuditEventId>().is_ok() => {
                let end = id.rsplit('-').next().unwrap_or(id);
                format!("…{end}")
            }
            _ => id.to_owned(),
        }
    }

    /// How who acted stood to the person.
    pub(super) fn relation(self, code: &str) -> String {
        self.say(RELATIONS, code)
    }

    /// Why; commands at the terminal give their own name.
    pub(super) fn reason(self, code: &str) -> String {
        self.say(REASONS, code)
    }

    /// In which role.
    pub(super) fn role(self, code: &str) -> String {
        let role = Role::ALL.into_iter().find(|role| role.code() == code);
        role.map_or_else(
            || code.to_owned(),
            |role| hats::name(role, self.0).to_owned(),
        )
    }
}

#[cfg(test)]
mod tests {
    use domain::access::{Action, Relation};

    use super::{ACTIONS, RELATIONS, Words};
    use crate::language::Language;

    #[test]
    fn every_action_and_relation_has_words() {
        for action in Action::ALL {
            let known = ACTIONS.iter().any(|(code, ..)| *code == action.code());
            assert!(known, "{}", action.code());
        }
        for relation in Relation::ALL {
            let known = RELATIONS.iter().any(|(code, ..)| *code == relation.code());
            assert!(known, "{}", relation.code());
        }
    }

    #[test]
    fn an_unknown_code_is_shown_as_it_stands() {
        let words = Words::of(Language::Chinese);
        assert_eq!(words.action("fly"), "fly");
        assert_eq!(words.role("operator"), "系统操作");
        assert_eq!(words.object_id("hat", "auditor"), "审计");
        assert_eq!(
            words.object_id("person", "visits account"),
            "报销、个人账户"
        );
        let id = "0197a000-0000-7000-8000-00000000002a";
        assert_eq!(words.object_id("settlement", id), "…00000000002a");
        assert_eq!(
            words.object_id("demo", "2026-06-15 5 after"),
            "2026-06-15 5 after"
        );
    }
}
