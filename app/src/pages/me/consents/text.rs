//! What `/me/consents` says. The text of a purpose is what people agree to: a change of its
//! meaning is a new version in `domain::consent`.

use domain::consent::{Act, Channel, GivenBy, Purpose};

use crate::language::Language;
use crate::ui::Column;

/// The words about one purpose.
pub(in crate::pages::me) struct PurposeText {
    pub title: &'static str,
    /// What is agreed to.
    pub meaning: &'static str,
    /// How it stands while nobody has decided.
    pub undecided: &'static str,
    pub if_given: &'static str,
    pub if_refused: &'static str,
    pub if_withdrawn: &'static str,
}

/// The words of `/me/consents`.
pub(in crate::pages::me) struct ConsentsText {
    pub title: &'static str,
    pub home: &'static str,
    pub lead: &'static str,
    pub for_child: fn(&str) -> String,
    pub grown_up: &'static str,
    pub never_said: &'static str,
    pub lapsed: &'static str,
    pub given: &'static str,
    pub withdrawn: &'static str,
    pub give: fn(&str) -> String,
    pub refuse: fn(&str) -> String,
    pub withdraw: fn(&str) -> String,
    pub version: fn(i32) -> String,
    pub children: &'static str,
    pub children_more: &'static str,
    pub unnamed: &'static str,
    pub history: &'static str,
    pub gave: &'static str,
    pub withdrew: &'static str,
    pub oneself: &'static str,
    pub guardian: &'static str,
    pub law_title: &'static str,
    pub law: &'static str,
    pub never: &'static str,
    columns: [&'static str; 5],
    channels: [&'static str; 2],
    family_details: PurposeText,
    family_details_of_child: PurposeText,
}

static ZH: ConsentsText = ConsentsText {
    title: "我同意过什么",
    home: "我的医保",
    lead: "每一项单独决定，不同意也不影响您看病和报销。同意以后随时可以收回，收回马上生效。",
    for_child: |name| format!("替{name}决定"),
    grown_up: "这位家人已经满 18 岁，由本人决定。这里只能看，不能改。",
    never_said: "还没有决定",
    lapsed: "您不满 18 岁时监护人作的决定，到您满 18 岁就不算数了。现在由您自己决定。",
    given: "已经同意",
    withdrawn: "不同意",
    give: |title| format!("同意：{title}"),
    refuse: |title| format!("不同意：{title}"),
    withdraw: |title| format!("收回：{title}"),
    version: |version| format!("文本第 {version} 版"),
    children: "替孩子决定",
    children_more: "孩子不满 18 岁时，由您替孩子决定。",
    unnamed: "孩子",
    history: "决定的经过",
    gave: "同意",
    withdrew: "不同意",
    oneself: "本人",
    guardian: "监护人",
    law_title: "不需要您同意的",
    law: "参保登记、缴费和报销依法办理，这些信息由经办机构依法处理，不以您的同意为前提。谁看过这些信息，您可以在“谁看过”里查到。",
    never: "您的资料不会交给商业保险公司，也不会用来做广告。以后如果有新的用途，会单独问您。",
    columns: ["事项", "时间", "决定", "谁决定的", "在哪里"],
    channels: ["网上", "服务大厅"],
    family_details: PurposeText {
        title: "家人看我的报销明细",
        meaning: "能替您办事的家人，可以打开您的每一笔报销，看到药品和诊疗项目、每一项的金额、是怎么算出来的。从这些内容可能看出得了什么病。诊断名称不会显示。",
        undecided: "还没有对所有家人作过决定。现在是这样：和您互相确认过、当时说好让看就医情况的家人能看明细；您不满 18 岁的话，监护人也能看；别的家人看不到。",
        if_given: "同意以后，这些家人马上可以看。每次看，都会记在“谁看过”里。",
        if_refused: "不同意的话，家人马上都看不到明细，和您互相确认过的也一样；他们仍能看到参保情况、报销列表和合计，除非您也结束亲属关系。",
        if_withdrawn: "收回以后，家人马上看不到明细了；他们仍能看到参保情况、报销列表和合计，除非您也结束亲属关系。",
    },
    family_details_of_child: PurposeText {
        title: "家人看孩子的报销明细",
        meaning: "能替孩子办事的家人（包括您），可以打开孩子的每一笔报销，看到药品和诊疗项目、每一项的金额、是怎么算出来的。从这些内容可能看出得了什么病。诊断名称不会显示。",
        undecided: "还没有对所有家人作过决定。现在是这样：您和孩子的其他监护人能看明细，别的家人看不到。",
        if_given: "同意以后，这些家人马上可以看。每次看，都会记在孩子的“谁看过”里。",
        if_refused: "不同意的话，家人马上都看不到明细，您也看不到；参保情况、报销列表和合计仍能看到。",
        if_withdrawn: "收回以后，家人马上看不到明细了，您也看不到；参保情况、报销列表和合计仍能看到。",
    },
};

static EN: ConsentsText = ConsentsText {
    title: "What I agreed to",
    home: "My insurance",
    lead: "You decide about each matter by itself. Saying no changes nothing about treatment or reimbursement. What you agreed to you can withdraw at any time, with effect at once.",
    for_child: |name| format!("Deciding for {name}"),
    grown_up: "This relative is 18 or older and decides alone. You can read this but not change it.",
    never_said: "Not decided yet",
    lapsed: "What a guardian decided before you were 18 ended with your eighteenth birthday. Now you decide.",
    given: "Agreed",
    withdrawn: "Not agreed",
    give: |title| format!("Agree: {title}"),
    refuse: |title| format!("Do not agree: {title}"),
    withdraw: |title| format!("Withdraw: {title}"),
    version: |version| format!("Text, version {version}"),
    children: "Deciding for a child",
    children_more: "Until a child is 18, you decide for it.",
    unnamed: "Child",
    history: "What was decided when",
    gave: "agreed",
    withdrew: "did not agree",
    oneself: "the person",
    guardian: "the guardian",
    law_title: "What needs no consent",
    law: "Enrolment, contributions and settlements are kept by law; the agency works with them whether or not you agree. Under Who looked you find who did.",
    never: "Your data does not go to commercial insurers and is not used for advertising. Should there be a new use, you will be asked about it by itself.",
    columns: ["Matter", "When", "Decision", "By whom", "Where"],
    channels: ["on this site", "at a service hall"],
    family_details: PurposeText {
        title: "Relatives see the details of my settlements",
        meaning: "Relatives who may act for you can open each of your settlements and see medicines and treatments, the amount of each and how it was computed. What you are ill with may show from that. The name of the diagnosis is not shown.",
        undecided: "Nothing has been decided for all relatives. As it stands, relatives with whom you confirmed each other and agreed that they see visits can open details, and so can your guardians while you are under 18; others cannot.",
        if_given: "Once you agree, these relatives can look at once. Each look is listed under Who looked.",
        if_refused: "If you do not agree, no relative sees the details from that moment, those with whom you confirmed each other included. They still see enrolment, the list of settlements and its totals, unless you end the family link too.",
        if_withdrawn: "Once you withdraw, relatives no longer see the details, from that moment. They still see enrolment, the list of settlements and its totals, unless you end the family link too.",
    },
    family_details_of_child: PurposeText {
        title: "Relatives see the details of the child's settlements",
        meaning: "Relatives who may act for the child, you among them, can open each of its settlements and see medicines and treatments, the amount of each and how it was computed. What it is ill with may show from that. The name of the diagnosis is not shown.",
        undecided: "Nothing has been decided for all relatives. As it stands, you and the child's other guardians can open details; others cannot.",
        if_given: "Once you agree, these relatives can look at once. Each look stands in the child's own list of who looked.",
        if_refused: "If you do not agree, no relative sees the details from that moment, and neither do you. Enrolment, the list of settlements and its totals stay visible.",
        if_withdrawn: "Once you withdraw, relatives no longer see the details, and neither do you. Enrolment, the list of settlements and its totals stay visible.",
    },
};

impl ConsentsText {
    /// The words in `language`.
    pub(in crate::pages::me) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// The text of a purpose, for oneself or for a child.
    pub(in crate::pages::me) fn purpose(
        &'static self,
        purpose: Purpose,
        for_child: bool,
    ) -> &'static PurposeText {
        match (purpose, for_child) {
            (Purpose::FamilyDetails, false) => &self.family_details,
            (Purpose::FamilyDetails, true) => &self.family_details_of_child,
        }
    }

    /// Where something was said.
    pub(in crate::pages::me) fn channel(&self, channel: Channel) -> &'static str {
        let [web, counter] = self.channels;
        match channel {
            Channel::Web => web,
            Channel::Counter => counter,
        }
    }

    /// What was decided.
    pub(in crate::pages::me) fn act(&self, act: Act) -> &'static str {
        match act {
            Act::Given => self.gave,
            Act::Withdrawn => self.withdrew,
        }
    }

    /// Who decided.
    pub(in crate::pages::me) fn given_by(&self, by: GivenBy) -> &'static str {
        match by {
            GivenBy::Oneself => self.oneself,
            GivenBy::Guardian => self.guardian,
        }
    }

    /// The columns of the history.
    pub(super) fn columns(&self) -> Vec<Column> {
        let [matter, when, decision, by, place] = self.columns;
        vec![
            Column::title(matter),
            Column::text(when),
            Column::text(decision),
            Column::text(by),
            Column::text(place),
        ]
    }
}
