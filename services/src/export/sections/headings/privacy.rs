//! The headings of the sections about who saw what, and what the person said and asked.

use super::{Headings, head};

pub(in crate::export::sections) const ACCESS: Headings = (
    head("access", "查看记录", "Who looked"),
    &[
        head("occurred_at", "时间", "Time"),
        head("actor_name", "谁", "Who"),
        head("role", "身份", "Role"),
        head("relation", "关系", "Relation"),
        head("action", "做了什么", "Action"),
        head("object", "对象", "Object"),
        head("reason", "原因", "Reason"),
    ],
);

pub(in crate::export::sections) const QUERIES: Headings = (
    head("queries", "我的问询", "My queries"),
    &[
        head("number", "编号", "Number"),
        head("settlement", "哪一次报销", "Which settlement"),
        head("words", "我写的话", "What I asked"),
        head("outcome", "重新核算的结果", "Computed again"),
        head("recorded", "当时的记录", "As it was recorded"),
        head("recomputed", "当时重新算的", "As it came out again"),
        head("sent_at", "时间", "Time"),
    ],
);

pub(in crate::export::sections) const QUERY_STEPS: Headings = (
    head("query_steps", "问询的处理", "What became of queries"),
    &[
        head("query", "哪一份问询", "Which query"),
        head("state", "状态", "State"),
        head("answer", "答复", "Answer"),
        head("happened_at", "时间", "Time"),
    ],
);

pub(in crate::export::sections) const REPORTS: Headings = (
    head("reports", "我反映的查看", "Looks I reported"),
    &[
        head("number", "编号", "Number"),
        head("event", "哪一次查看", "Which look"),
        head("reason", "原因", "Reason"),
        head("note", "说明", "Note"),
        head("reported_at", "时间", "Time"),
    ],
);

pub(in crate::export::sections) const REPORT_STEPS: Headings = (
    head("report_steps", "反映的处理", "What became of reports"),
    &[
        head("event", "哪一次查看", "Which look"),
        head("state", "状态", "State"),
        head("answer", "答复", "Answer"),
        head("happened_at", "时间", "Time"),
    ],
);

pub(in crate::export::sections) const CONSENTS: Headings = (
    head("consents", "同意", "Consents"),
    &[
        head("purpose", "事项", "Purpose"),
        head("act", "同意或收回", "Given or withdrawn"),
        head("text_version", "文本版本", "Version of the text"),
        head("channel", "渠道", "Where"),
        head("given_by", "谁决定的", "By whom"),
        head("recorded_at", "时间", "Time"),
    ],
);

pub(in crate::export::sections) const ACCOUNTS: Headings = (
    head("accounts", "登录账号", "Accounts"),
    &[
        head("provider", "认证方", "Identity provider"),
        head("subject", "认证方的编号", "Number there"),
        head("display_name", "显示的名字", "Name shown"),
        head("roles", "身份", "Roles"),
        head("last_role", "最近用的身份", "Role used last"),
        head("elder_mode", "长辈版", "Elder mode"),
        head("created_at", "开通时间", "Opened"),
    ],
);

pub(in crate::export::sections) const SESSIONS: Headings = (
    head("sessions", "正在登录的设备", "Sign-ins in force"),
    &[
        head("user_agent", "浏览器", "Browser"),
        head("acting_role", "现在的身份", "Acting as"),
        head("created_at", "登录时间", "Signed in"),
        head("last_seen_at", "最近使用", "Last used"),
    ],
);
