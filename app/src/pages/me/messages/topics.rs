//! The topics of messages in the words people use.

use services::messages::Topic;

use crate::language::Language;

/// The name of a topic.
pub(in crate::pages::me) fn name(topic: Topic, language: Language) -> &'static str {
    match topic {
        Topic::Cover => language.pick("参保状态", "Cover"),
        Topic::Deadlines => language.pick("办理期限", "Deadlines"),
        Topic::Year => language.pick("今年的额度", "This year's limits"),
        Topic::Settlements => language.pick("新的报销", "New settlements"),
        Topic::Queries => language.pick("问询的答复", "Answers to queries"),
        Topic::Security => language.pick("账号和家人", "Account and family"),
    }
}

/// What messages of a topic tell.
pub(super) fn about(topic: Topic, language: Language) -> &'static str {
    match topic {
        Topic::Cover => language.pick(
            "参保开始、暂停、结束，等待期满。",
            "Insurance begins, rests or ends; a waiting period is over.",
        ),
        Topic::Deadlines => language.pick(
            "居民医保可以缴下一年的费了、快截止了；您买的商业保险快到期了。",
            "Enrolment for next year opens or closes soon; an add-on that you hold ends soon.",
        ),
        Topic::Year => language.pick(
            "起付线付完了，离大病保险起付标准不远了，某项限额快用完了。",
            "The deductible is paid, catastrophic cover is near, a limit is nearly used up.",
        ),
        Topic::Settlements => language.pick(
            "每有一次就医结算好了，告诉您一声。",
            "Each time a visit has been settled.",
        ),
        Topic::Queries => language.pick(
            "您问经办机构的事有了答复。",
            "The agency has answered what you asked.",
        ),
        Topic::Security => language.pick(
            "家人邀请、家人关系的变化，以及谁能看您的信息。",
            "Invitations and changes of family, and who can see your data.",
        ),
    }
}
