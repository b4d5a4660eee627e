//! What a form is called, by where it is sent to: for who finds it waiting and does not see it.

use crate::language::Language;
use crate::routes;

/// What the form that is sent to `action`, a path with or without a query, does; `None` for one that
/// the application does not have.
pub(super) fn of(action: &str, language: Language) -> Option<&'static str> {
    named(routes::form_at(action)?).map(|(zh, en)| language.pick(zh, en))
}

/// The name of the form of a route.
fn named(route: &str) -> Option<(&'static str, &'static str)> {
    Some(match route {
        "/admin/audit/seals" => ("检验操作记录", "checking the audit trail"),
        "/admin/parameters/new" => ("起草一套待遇参数", "drafting a set of parameters"),
        "/admin/parameters/{id}/discard" => ("作废一份参数草稿", "throwing a draft away"),
        "/admin/parameters/{id}/edit" => ("修改一份参数草稿", "changing a draft of parameters"),
        "/admin/parameters/{id}/release" => ("发布一套待遇参数", "releasing a set of parameters"),
        "/admin/parameters/{id}/review" => ("审核一份参数草稿", "reviewing a draft of parameters"),
        "/admin/parameters/{id}/simulate" => {
            ("用以前的账单试算草稿", "trying a draft on earlier bills")
        }
        "/admin/parameters/{id}/take-back" => (
            "申请撤回一套参数",
            "asking that a set of parameters be taken back",
        ),
        "/admin/parameters/{id}/take-back/answer" => (
            "决定要不要撤回一套参数",
            "deciding whether a set of parameters is taken back",
        ),
        "/admin/queries/{number}" => ("处理一份问询", "dealing with a query"),
        "/calculator" => ("算一算报销", "estimating what insurance pays"),
        "/calculator/contributions" => ("算医保要交多少钱", "estimating what insurance costs"),
        "/calculator/incentive" => (
            "算连续参保能多报多少",
            "estimating what years without a break add",
        ),
        "/calculator/maternity" => ("算生育津贴", "estimating the maternity allowance"),
        "/calculator/retirement" => (
            "算退休还差几年",
            "estimating the years missing for retirement",
        ),
        "/calculator/thresholds" => (
            "算离报销线还有多远",
            "estimating how far the thresholds are",
        ),
        "/calculator/waiting" => ("算断保后等几个月", "estimating the waiting period"),
        "/hat" => ("换身份", "switching role"),
        "/me/access/{event}/report" => (
            "反映一次没有料到的查看",
            "reporting a look at your data that you did not expect",
        ),
        "/me/certificates" => ("开一张参保凭证", "issuing a proof of cover"),
        "/me/certificates/{id}/shown" => (
            "改参保凭证让别人看什么",
            "changing what a proof of cover shows",
        ),
        "/me/certificates/{id}/withdraw" => ("收回参保凭证", "withdrawing a proof of cover"),
        "/me/consents" => ("同意或者不同意一项授权", "giving or withdrawing a consent"),
        "/me/export" => ("导出您的信息", "taking out your data"),
        "/me/family/end" => ("结束一段家人关系", "ending a family tie"),
        "/me/family/invitations/{id}" => ("答复一份家人邀请", "answering a family invitation"),
        "/me/family/invite" => ("邀请家人", "inviting a relative"),
        "/me/family/share" => (
            "在账户里给家人留钱",
            "keeping money of your account for a relative",
        ),
        "/me/family/withdraw" => ("收回家人邀请", "withdrawing a family invitation"),
        "/me/messages" => ("把消息全部标为已读", "marking all messages as read"),
        "/me/messages/settings" => ("选择收哪些消息", "choosing which messages you get"),
        "/me/messages/{id}" => (
            "把一条消息标为已读或未读",
            "marking a message as read or unread",
        ),
        "/me/queries/{id}/withdraw" => ("收回问询", "withdrawing a query"),
        "/me/settlements/{id}/query" => (
            "请经办机构核对一次报销",
            "asking the agency about a settlement",
        ),
        "/me/sessions" => ("让别的设备退出登录", "signing out another device"),
        "/preferences" => ("改显示方式", "changing how pages look"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Language, named, of};
    use crate::routes::{self, Method};

    #[test]
    fn every_form_of_the_application_has_a_name_of_its_own() {
        let forms = routes::all().into_iter();
        let forms = forms.filter(|route| route.method == Method::Post);
        let mut names: Vec<_> = forms
            .map(|route| named(route.path).unwrap_or_else(|| panic!("{} has none", route.path)))
            .collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "each once");
    }

    #[test]
    fn the_name_is_that_of_the_address_whatever_stands_in_it() {
        let english = |action| of(action, Language::English);
        for (action, name) in [
            ("/me/certificates", Some("issuing a proof of cover")),
            ("/me/family/invite?from=me", Some("inviting a relative")),
            (
                "/me/messages/settings",
                Some("choosing which messages you get"),
            ),
            (
                "/me/messages/0197a000",
                Some("marking a message as read or unread"),
            ),
            ("/me", None),
            ("/elsewhere", None),
        ] {
            assert_eq!(english(action), name, "{action}");
        }
        assert_eq!(of("/me/export", Language::Chinese), Some("导出您的信息"));
    }
}
