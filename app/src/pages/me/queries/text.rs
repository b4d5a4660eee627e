//! What the pages of queries about settlements say.

use services::enquiries::LONGEST;

use super::super::withdraw_question::WithdrawText;
use crate::language::Language;

/// The words of `/me/queries` and the pages around it.
pub(super) struct QueriesText {
    pub title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub none_more: &'static str,
    pub settlements: &'static str,
    pub number: &'static str,
    pub about: &'static str,
    pub sent: &'static str,
    pub state: &'static str,
    pub one: &'static str,
    pub settlement: &'static str,
    pub asked: &'static str,
    pub history: &'static str,
    /// Above the items that are not as in the bill.
    pub items_lead: &'static str,
    pub by_phone: fn(&str) -> String,
    pub withdraw: &'static str,
    pub withdrawing: WithdrawText,
    pub send_title: &'static str,
    pub send_lead: &'static str,
    pub attached: &'static str,
    pub attached_more: &'static str,
    pub words: &'static str,
    pub words_hint: &'static str,
    pub send: &'static str,
    pub back: &'static str,
    pub waits: &'static str,
    pub waits_more: &'static str,
    pub see: &'static str,
    missing: &'static str,
    too_long: &'static str,
    already_open: &'static str,
    too_many: &'static str,
}

static ZH: QueriesText = QueriesText {
    title: "我的问询",
    lead: "您对某一次报销有疑问，请经办机构核对过的，都在这里。",
    none: "您还没有问过",
    none_more: "对某一次报销有疑问，打开那一次，按“请经办机构核对”就可以。",
    settlements: "报销记录",
    number: "编号",
    about: "哪一天的报销",
    sent: "提交时间",
    state: "进展",
    one: "问询",
    settlement: "关于哪一次报销",
    asked: "您写的话",
    history: "经过",
    items_lead: "下面是现在的明细和结算时的账单核对的结果。经办机构看到的也是这些，只是没有项目的名称。",
    by_phone: |hotline| format!("打电话 {hotline} 问进展时，报这个编号就可以。"),
    withdraw: "收回",
    withdrawing: WithdrawText {
        question: "要收回这份问询吗？",
        means: "收回以后不再答复。问过的内容还留在这里，您随时可以再问。",
        yes: "收回",
        no: "不收回",
    },
    send_title: "请经办机构核对",
    send_lead: "写下您觉得哪里不对。复核人员会对着计算过程看，把答复写给您，并发消息告诉您。",
    attached: "一起送去的",
    attached_more: "这次报销的计算过程：当时记录的，和现在按当天规定重新算的。明细里如果有和账单不一样的项目，只列出是第几项、什么类别、多少钱，不写名称。看的人看不到您的姓名和病情；谁打开过，会写进“谁看过我的资料”。",
    words: "您觉得哪里不对？",
    words_hint: "最多 1000 字。不用写身份证号和病情。写的内容加密保存。",
    send: "提交",
    back: "回到这次报销",
    waits: "这一次已经问过，还在等答复",
    waits_more: "有了答复，或者您收回以后，可以再问。",
    see: "看问询的进展",
    missing: "请写一下您觉得哪里不对",
    too_long: "太长了，最多 1000 字",
    already_open: "这一次已经问过，还在等答复。请到“我的问询”里看进展",
    too_many: "已经有 10 份问询在等答复。请等有了答复，或者收回一份再问",
};

static EN: QueriesText = QueriesText {
    title: "My queries",
    lead: "What you asked the agency to check about your settlements.",
    none: "You have not asked anything yet",
    none_more: "If a settlement is in doubt, open it and press “Ask the agency to check”.",
    settlements: "Settlements",
    number: "Number",
    about: "Settlement of",
    sent: "Sent",
    state: "Progress",
    one: "Query",
    settlement: "About the settlement",
    asked: "What you wrote",
    history: "What happened",
    items_lead: "The list of items as it is now, checked against the bill that was settled. The agency sees the same, without what the items are called.",
    by_phone: |hotline| format!("To ask how far it is, call {hotline} and say this number."),
    withdraw: "Withdraw",
    withdrawing: WithdrawText {
        question: "Withdraw this query?",
        means: "It will not be answered then. What you asked stays here, and you may ask again at any time.",
        yes: "Withdraw it",
        no: "Leave it",
    },
    send_title: "Ask the agency to check",
    send_lead: "Write what looks wrong to you. A reviewer goes through the calculation, writes you an answer, and a message tells you of it.",
    attached: "What goes with it",
    attached_more: "The calculation of this settlement: as it was recorded, and computed again now by the rules of its day. Items that are not as on the bill go by their number, class and amounts, without their names. Who reads it sees neither your name nor your illness; who opened it stands in “Who looked at my data”.",
    words: "What looks wrong to you?",
    words_hint: "At most 1,000 characters. Leave out identity numbers and illnesses. It is kept encrypted.",
    send: "Send",
    back: "Back to the settlement",
    waits: "You have asked about this one, and the answer is to come",
    waits_more: "Once it is answered, or you withdraw it, you may ask again.",
    see: "See how far it is",
    missing: "Write what looks wrong to you",
    too_long: "Too long: at most 1,000 characters",
    already_open: "A query about this settlement waits for its answer already. See “My queries”",
    too_many: "Ten of your queries wait for an answer. Wait for one, or withdraw one, before you ask again",
};

// The words name the limit.
const _: () = assert!(LONGEST == 1_000);

impl QueriesText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// What is wrong with what was typed.
    pub(super) fn problem(&self, code: &str) -> &'static str {
        match code {
            "too_long" => self.too_long,
            "already_open" => self.already_open,
            "too_many" => self.too_many,
            _ => self.missing,
        }
    }
}
