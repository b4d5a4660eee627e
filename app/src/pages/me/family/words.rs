//! Codes of family links in the words people use.

use domain::family::{Kinship, Scope};
use services::family::{Invitation, Proof, State, Way};

use crate::language::Language;
use crate::subject::named;
use crate::ui::Tone;

/// Who confirmed a link.
pub(in crate::pages::me) fn proof(proof: Proof, language: Language) -> &'static str {
    match proof {
        Proof::Register => language.pick("户籍登记", "the household register"),
        Proof::Guardian => language.pick(
            "监护人，孩子在同一个户籍家庭",
            "the guardian, for a child of the same household",
        ),
        Proof::BothSides => language.pick("双方都同意了", "both sides"),
        Proof::Other => language.pick("登记的家人关系", "a registered family link"),
    }
}

/// What a link opens, in one line.
pub(in crate::pages::me) fn scope(scope: Scope, language: Language) -> String {
    let mut parts = vec![language.pick("参保、待遇和商业保险", "cover, benefits and add-ons")];
    if scope.visits {
        parts.push(language.pick("看病和报销记录", "visits and settlements"));
    }
    if scope.account {
        parts.push(language.pick(
            "个人账户和缴费记录",
            "the personal account and contributions",
        ));
    }
    parts.join(language.pick("、", ", "))
}

/// A state in a word, with its tone.
pub(in crate::pages::me) fn state(state: State, language: Language) -> (&'static str, Tone) {
    match state {
        State::Waiting => (
            language.pick("等对方答复", "Waiting for an answer"),
            Tone::Notice,
        ),
        State::Confirmed => (language.pick("已同意", "Confirmed"), Tone::Good),
        State::Declined => (language.pick("没有同意", "Declined"), Tone::Muted),
        State::Withdrawn => (language.pick("已撤回", "Withdrawn"), Tone::Muted),
        State::Expired => (language.pick("已过期", "Expired"), Tone::Muted),
        State::Hall => (
            language.pick("要到服务大厅办", "Needs the service hall"),
            Tone::Notice,
        ),
    }
}

/// What an invitation asks, as its sender says it.
pub(super) fn sent(one: &Invitation, language: Language) -> String {
    sent_to(one.way, &one.invited, Some(one.kinship), language)
}

/// The same of an invitation to `name`, who is `kinship` to its sender.
pub(in crate::pages::me) fn sent_to(
    way: Way,
    name: &str,
    kinship: Option<Kinship>,
    language: Language,
) -> String {
    // Who is invited need not exist for the one who invites: nothing recorded is told.
    let whom = named(name, kinship, None, language);
    match (way, language) {
        (Way::Ask, Language::Chinese) => format!("请{whom}让我看"),
        (Way::Ask, Language::English) => format!("Asked {whom} to let me see them"),
        (Way::Offer, Language::Chinese) => format!("让{whom}看我"),
        (Way::Offer, Language::English) => format!("Offered {whom} to see me"),
    }
}

/// What an invitation asks, as it is said to the one it went to.
pub(super) fn received(one: &Invitation, language: Language) -> String {
    let kinship = one.kinship.seen_from_there();
    received_from(one.way, &one.inviter, Some(kinship), language)
}

/// The same of an invitation from `name`, who is `kinship` to whom it went to.
pub(in crate::pages::me) fn received_from(
    way: Way,
    name: &str,
    kinship: Option<Kinship>,
    language: Language,
) -> String {
    let who = named(name, kinship, None, language);
    match (way, language) {
        (Way::Ask, Language::Chinese) => format!("{who}想看您的医保"),
        (Way::Ask, Language::English) => format!("{who} would like to see your insurance"),
        (Way::Offer, Language::Chinese) => format!("{who}想让您看自己的医保"),
        (Way::Offer, Language::English) => {
            format!("{who} would like you to see their insurance")
        }
    }
}
