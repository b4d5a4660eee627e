//! What `/me/settlements/{id}` says.

use domain::money::Money;
use domain::settlement::VisitKind;

use crate::language::Language;

/// The words of one settlement's page.
pub(super) struct SettlementText {
    language: Language,
    pub who_paid: &'static str,
    pub sum: fn([&str; 3]) -> String,
    pub from_accounts: fn([&str; 2]) -> String,
    pub gets_back: &'static str,
    /// What a refund gives back, and of it what to the funds and what to the person.
    pub sum_back: fn([&str; 3]) -> String,
    pub to_accounts: fn([&str; 2]) -> String,
    /// Above what was settled before a refund took it back.
    pub was_taken_back: &'static str,
    pub to_items: &'static str,
    pub to_wrong: &'static str,
    pub place: &'static str,
    pub visit: &'static str,
    pub stay: &'static str,
    pub from_to: fn(&str, &str) -> String,
    /// Behind the length of a stay on the page of one of its parts.
    pub whole_stay: &'static str,
    pub settled_on: &'static str,
    pub scheme: &'static str,
    pub status: &'static str,
    pub number: &'static str,
    pub refund: &'static str,
    pub refund_of: &'static str,
    /// Of which day and number the settlement is that a refund takes back.
    pub refund_of_day: fn([&str; 2]) -> String,
    /// On which day and by which number it was taken back.
    pub taken_back: fn([&str; 2]) -> String,
    pub to_refund: &'static str,
    pub parts: &'static str,
    pub parts_of_stay: &'static str,
    pub parts_of_disease: &'static str,
    pub part: &'static str,
    pub person: &'static str,
    pub whole_bill: &'static str,
    pub this_page: &'static str,
    pub items_title: &'static str,
    pub items_of_refund: &'static str,
    pub how: &'static str,
    pub no_parameters: fn(&str) -> String,
    pub no_steps: &'static str,
    pub rules: fn(&str, &str) -> String,
    /// By which set the part of this year was worked out again.
    pub rules_of_part: fn(i32, &str) -> String,
    pub again: &'static str,
    pub replayed: &'static str,
    pub not_replayed: &'static str,
    pub differs: &'static str,
    pub differs_more: &'static str,
    pub recorded: &'static str,
    pub computed: &'static str,
    pub funds: &'static str,
    pub accounts: &'static str,
    pub cash: &'static str,
    pub items: fn(i32) -> String,
    pub item: &'static str,
    pub class: &'static str,
    pub quantity: &'static str,
    /// Above the items of one part of a stay.
    pub quantity_of_whole: &'static str,
    pub amount: &'static str,
    pub self_paid: &'static str,
    pub counted: &'static str,
    pub class_a_term: &'static str,
    pub class_a: &'static str,
    pub class_b: &'static str,
    pub class_c: &'static str,
    pub shown: fn(i32, i32, i32) -> String,
    pub no_items: &'static str,
    pub retry: &'static str,
    pub retry_lead: &'static str,
    pub wrong: &'static str,
    pub wrong_lead: &'static str,
    pub wrong_hospital: &'static str,
    pub wrong_call: fn(&str) -> String,
    pub stop: &'static str,
    pub wrong_hall: &'static str,
    pub call: fn(&str) -> String,
    pub ask: &'static str,
    pub asked: &'static str,
}

static ZH: SettlementText = SettlementText {
    language: Language::Chinese,
    who_paid: "这笔钱由谁付",
    sum: |[total, funds, person]| {
        format!("总费用 {total}，医保各层一共付 {funds}，自己付 {person}。")
    },
    from_accounts: |[accounts, cash]| format!("自己付的里面，从账户出 {accounts}，付现金 {cash}。"),
    gets_back: "这笔钱退给谁",
    sum_back: |[total, funds, person]| {
        format!("一共退 {total}：退给医保各层 {funds}，退给自己 {person}。")
    },
    to_accounts: |[accounts, cash]| format!("退给自己的里面，退回账户 {accounts}，退现金 {cash}。"),
    was_taken_back: "下面是被退回的那次结算",
    to_items: "看费用明细",
    to_wrong: "看着不对",
    place: "在哪里看的",
    visit: "类别",
    stay: "住院时间",
    from_to: |from, to| format!("{from}至{to}"),
    whole_stay: "（整次住院，不只是这一部分）",
    settled_on: "结算日期",
    scheme: "用的医保",
    status: "困难身份",
    number: "结算号",
    refund: "这是一笔退费：把以前的一次结算退回来，各方付的钱原路退回。",
    refund_of: "看被退的那一次",
    refund_of_day: |[day, number]| format!("退的是{day}的结算，结算号 {number}。"),
    taken_back: |[day, number]| {
        format!(
            "这次结算已经在{day}全部退回，退费的结算号是 {number}。各方付的钱都已退回，全年的累计里也扣掉了，就当没有发生过。"
        )
    },
    to_refund: "看这笔退费",
    parts: "一张账单，分开结算",
    parts_of_stay: "这次住院跨了年。按参保地的规定，每一年里发生的费用算在那一年，所以分开算，再加在一起。",
    parts_of_disease: "这张账单里，治慢特病的项目按慢特病报，其余的按普通门诊报，所以分开算，再加在一起。",
    part: "哪一部分",
    person: "自己付",
    whole_bill: "整张账单",
    this_page: "（就是这一页）",
    items_title: "费用明细",
    items_of_refund: "整张账单都退了，不再逐项列出；有哪些项目，看被退的那一次。",
    how: "怎么算出来的",
    no_parameters: |set| {
        format!("当时用的参数 {set} 已经不在库里，没法把过程讲出来。金额以这里记录的为准。")
    },
    no_steps: "这次结算没有留下可以讲解的过程。金额以这里记录的为准。",
    rules: |day, set| format!("按{day}有效的参数 {set} 再算了一遍"),
    rules_of_part: |year, set| format!("按 {year} 年这一部分用的参数 {set} 再算了一遍"),
    again: "重新算一遍",
    replayed: "已重新核算，分毫不差",
    not_replayed: "没能重新核算",
    differs: "重新核算的结果和记录不一样",
    differs_more: "我们用同样的账单和当天的规定再算了一遍，下面这些数不同。记录没有改动；请按下面“看着不对怎么办”问一问。",
    recorded: "记录的",
    computed: "重新算的",
    funds: "医保各层",
    accounts: "个人账户",
    cash: "现金",
    items: |count| format!("费用明细（{count} 项）"),
    item: "项目",
    class: "报销类别",
    quantity: "数量",
    quantity_of_whole: "数量是整张账单上的；金额只是这一部分的。",
    amount: "金额",
    self_paid: "先由自己付",
    counted: "算进去报",
    class_a_term: "甲类",
    class_a: "全部算进去；",
    class_b: "先自己付一部分，余下的算进去；",
    class_c: "不能报，全部自己付。",
    shown: |first, last, count| format!("第 {first}–{last} 项，共 {count} 项"),
    no_items: "这里没有明细项目。",
    retry: "放到测算里试一试",
    retry_lead: "换个医院级别、有没有备案，会差多少？把这张账单放到测算里看；内容只用来算这一次。",
    wrong: "看着不对怎么办",
    wrong_lead: "账算错了可以改。记录一直在，不用急着今天就办。",
    wrong_hospital: "对着明细看：有没有没做的检查、没用的药。有疑问，先问医院的医保办公室，请他们核对收费。",
    wrong_call: |number| format!("对报销的算法有疑问，打 {number}，说清楚结算号："),
    stop: "。",
    wrong_hall: "也可以带身份证和发票，到参保地的医保服务大厅请人当面核对；家人可以代办。",
    call: |number| format!("打电话 {number}"),
    ask: "请经办机构核对",
    asked: "我的问询",
};

static EN: SettlementText = SettlementText {
    language: Language::English,
    who_paid: "Who paid for it",
    sum: |[total, funds, person]| {
        format!("Of {total}, all layers of insurance paid {funds} and you paid {person}.")
    },
    from_accounts: |[accounts, cash]| {
        format!("Of your part, {accounts} came from accounts and {cash} was cash.")
    },
    gets_back: "Who gets it back",
    sum_back: |[total, funds, person]| {
        format!("{total} goes back: {funds} to the layers of insurance and {person} to you.")
    },
    to_accounts: |[accounts, cash]| {
        format!("Of your part, {accounts} goes back to accounts and {cash} in cash.")
    },
    was_taken_back: "What follows is the settlement that was cancelled",
    to_items: "See the items",
    to_wrong: "This looks wrong",
    place: "Where you were treated",
    visit: "Kind of visit",
    stay: "Dates of stay",
    from_to: |from, to| format!("{from} to {to}"),
    whole_stay: " (the whole stay, not this part alone)",
    settled_on: "Settled on",
    scheme: "Insurance",
    status: "Hardship status",
    number: "Settlement no.",
    refund: "This is a refund: it cancels an earlier settlement, and everybody gets back what they paid.",
    refund_of: "See the settlement that it cancels",
    refund_of_day: |[day, number]| format!("It cancels the one of {day}, no. {number}."),
    taken_back: |[day, number]| {
        format!(
            "This settlement was cancelled on {day} by refund no. {number}. Everybody got back what they paid, and it no longer counts in the totals of the year."
        )
    },
    to_refund: "See the refund",
    parts: "One bill, settled in parts",
    parts_of_stay: "This stay ran on into the next year. By the rules of the place where you are insured each year takes the costs of its own days, so the parts are worked out separately and added up.",
    parts_of_disease: "On this bill the items for the chronic disease are covered by the rules for it, the others as an ordinary outpatient visit, so the parts are worked out separately and added up.",
    part: "Part",
    person: "You paid",
    whole_bill: "The whole bill",
    this_page: " (this page)",
    items_title: "The bill",
    items_of_refund: "The whole bill was cancelled, so its items are not listed again.",
    how: "How it was worked out",
    no_parameters: |set| {
        format!(
            "The parameters used then ({set}) are no longer kept, so the calculation cannot be explained. The amounts recorded here stand."
        )
    },
    no_steps: "This settlement kept no record of its calculation. The amounts recorded here stand.",
    rules: |day, set| format!("Worked out again with the parameters {set}, in force on {day}"),
    rules_of_part: |year, set| {
        format!(
            "Worked out again with the parameters {set}, by which the part for {year} was settled"
        )
    },
    again: "Work it out again",
    replayed: "Checked again: it agrees to the last fen",
    not_replayed: "Could not be checked again",
    differs: "Worked out again, the result differs from the record",
    differs_more: "We worked out the same bill again by the rules of that day, and these figures differ. The record is unchanged; please ask, as described under “Does this look wrong?”.",
    recorded: "Recorded",
    computed: "Worked out again",
    funds: "All layers of insurance",
    accounts: "Accounts",
    cash: "Cash",
    items: |count| {
        let noun = if count == 1 { "item" } else { "items" };
        format!("The bill ({count} {noun})")
    },
    item: "Item",
    class: "Class",
    quantity: "Quantity",
    quantity_of_whole: "Quantities are those of the whole bill; amounts are those of this part only.",
    amount: "Amount",
    self_paid: "You pay first",
    counted: "Counts",
    class_a_term: "Class A",
    class_a: " counts in full; ",
    class_b: ": you pay a part first, the rest counts; ",
    class_c: " is not covered, you pay all of it.",
    shown: |first, last, count| format!("Items {first}–{last} of {count}"),
    no_items: "There are no items here.",
    retry: "Try it in the calculator",
    retry_lead: "What would a different level of hospital, or filing, have changed? Take this bill to the calculator; it is used for that answer only.",
    wrong: "Does this look wrong?",
    wrong_lead: "A mistake can be put right. The record stays, so there is no hurry.",
    wrong_hospital: "Look through the items for tests or medicines that you did not have. If in doubt, ask the hospital’s insurance office to check the charges.",
    wrong_call: |number| {
        format!("If you doubt the calculation, call {number} and give the settlement number: ")
    },
    stop: ".",
    wrong_hall: "Or bring your identity card and the invoice to the insurance hall of the place where you are insured; a relative may go for you.",
    call: |number| format!("Call {number}"),
    ask: "Ask the agency to check",
    asked: "My queries",
};

impl SettlementText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// The heading: what it cost and what the person paid of it.
    pub(super) fn heading(&self, kind: VisitKind, total: Money, person: Money) -> String {
        // Figures stand apart from Chinese words, words do not.
        let gap = self.language.pick(" ", "");
        let figures = (
            format!("{}{gap}", total.abs().yuan()),
            format!("{gap}{}", person.abs().yuan()),
        );
        self.sentence(kind, total.is_negative(), figures)
    }

    /// The same with amounts in words of scale, for elder mode.
    pub(super) fn heading_in_words(&self, kind: VisitKind, total: Money, person: Money) -> String {
        let words = |amount: Money| amount.abs().in_words(self.language.into());
        self.sentence(kind, total.is_negative(), (words(total), words(person)))
    }

    fn sentence(&self, kind: VisitKind, refund: bool, (total, person): (String, String)) -> String {
        match (self.language, kind, refund) {
            (Language::Chinese, VisitKind::Inpatient, false) => {
                format!("{total}的住院，自己付{person}")
            }
            (Language::Chinese, VisitKind::Outpatient, false) => {
                format!("{total}的门诊，自己付{person}")
            }
            (Language::Chinese, kind, false) => {
                format!(
                    "{total}的{}，自己付{person}",
                    kind.label(self.language.into())
                )
            }
            (Language::Chinese, _, true) => format!("退费 {}，退给自己{person}", total.trim_end()),
            (Language::English, VisitKind::Inpatient, false) => {
                format!("A hospital stay costing {total}: you paid {person}")
            }
            (Language::English, VisitKind::Outpatient, false) => {
                format!("An outpatient visit costing {total}: you paid {person}")
            }
            (Language::English, kind, false) => {
                let label = kind.label(self.language.into());
                format!("{total} for {label}: you paid {person}")
            }
            (Language::English, _, true) => {
                format!("{total} refunded, {person} of it to you")
            }
        }
    }
}
