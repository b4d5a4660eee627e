//! What `/me/settlements/{id}/replay` says.

use services::replay::{ItemFigure, Why};

use crate::language::Language;

/// The words of a settlement computed again.
pub(in crate::pages) struct ReplayText {
    pub here: &'static str,
    pub heading: fn(&str) -> String,
    pub lead: &'static str,
    pub refund: &'static str,
    pub refund_of: &'static str,
    pub taken_back: &'static str,
    pub to_refund: &'static str,
    /// Which part of a bill this is; the others follow.
    pub part: fn(&str) -> String,
    pub back: &'static str,
    pub equal: &'static str,
    pub differs: &'static str,
    pub differs_more: &'static str,
    pub ask: &'static str,
    pub query: &'static str,
    pub rules: fn([&str; 4]) -> String,
    pub not_in_force: &'static str,
    pub impossible: &'static str,
    no_parameters: fn(&str) -> String,
    no_input: &'static str,
    refused: &'static str,
    pub stands: &'static str,
    pub figures: &'static str,
    /// That so many figures are the same.
    pub figures_same: fn(usize) -> String,
    pub figures_open: &'static str,
    pub figure: &'static str,
    pub recorded: &'static str,
    pub computed: &'static str,
    pub result: &'static str,
    pub same: &'static str,
    pub more: fn(&str) -> String,
    pub less: fn(&str) -> String,
    pub items: &'static str,
    pub items_same: fn(usize) -> String,
    pub items_differ: &'static str,
    pub items_more: fn(usize) -> String,
    pub item: &'static str,
    pub item_number: fn(i32) -> String,
    /// Between an item and what of it is meant.
    pub item_of: &'static str,
    pub item_none: &'static str,
    pub item_missing: &'static str,
    pub item_added: &'static str,
    pub item_other: &'static str,
    pub item_class: &'static str,
    pub item_share: &'static str,
    /// In the order of [`ItemFigure`].
    item_figures: [&'static str; 5],
    pub steps: &'static str,
    pub steps_same: &'static str,
    pub steps_open: &'static str,
    pub steps_differ: &'static str,
    pub steps_recorded: &'static str,
    pub steps_computed: &'static str,
    pub steps_unreadable: &'static str,
    pub no_steps: &'static str,
    pub totals: &'static str,
    pub totals_same: &'static str,
    pub totals_open: &'static str,
    pub totals_lead: &'static str,
    pub total: &'static str,
    pub before: &'static str,
    pub after: &'static str,
    pub of_refund: &'static str,
    pub unreadable: &'static str,
    pub nothing_yet: &'static str,
}

static ZH: ReplayText = ReplayText {
    here: "重新算一遍",
    heading: |day| format!("{day}这笔报销，重新算一遍"),
    lead: "用记录里的同一张账单和当时的规则，从头再算一次，看看和记录的是不是一样。只是算，不会改动记录。",
    refund: "这是一笔退费：先把被退的那张账单重新算一遍，再把每个数反过来，和退费的记录比。",
    refund_of: "看被退的那一次",
    taken_back: "这一笔后来退了，重新算的是退之前的。",
    to_refund: "看退费怎么算的",
    part: |part| {
        format!("这是一张分开结算的账单里的一部分：{part}。同一张账单的其他部分也可以重新算：")
    },
    back: "回到这笔报销",
    equal: "按当时的规则重新算了一遍，分毫不差",
    differs: "按当时的规则重新算了一遍，有的数和记录不一样",
    differs_more: "哪里不同，下面一步一步列出来。记录没有改动。",
    ask: "不一样怎么办",
    query: "请经办机构核对",
    rules: |[day, name, set, review]| {
        format!("{day}结算，用的规则是{name}（参数 {set}），参数{review}。")
    },
    not_in_force: "记录写的这套规则，在结算那天并不在有效期内。请问一问经办机构。",
    impossible: "这一笔没办法重新算",
    no_parameters: |set| format!("当时用的规则（参数 {set}）已经不在库里，没有规则就没法再算。"),
    no_input: "记录里留下的账单读不出来，没有账单就没法再算。",
    refused: "记录里留下的账单，按当时的规则不能结算：里面有对不上的地方，或者当时的规则不管这一类看病。",
    stands: "金额以记录的为准。想弄清楚，可以带上结算号去问经办机构。",
    figures: "一项一项对",
    figures_same: |count| format!("一共 {count} 项，记录的和重新算的都一样。"),
    figures_open: "看每一项的金额",
    figure: "项目",
    recorded: "记录的",
    computed: "重新算的",
    result: "对得上吗",
    same: "一样",
    more: |by| format!("重新算多 {by}"),
    less: |by| format!("重新算少 {by}"),
    items: "账单上的每一项",
    items_same: |count| format!("明细里一共 {count} 项，每一项的类别和金额都和结算时的账单一样。"),
    items_differ: "这笔报销的明细，和结算时留下的账单有几处不一样。重新算用的是结算时留下的账单；“记录的”是现在明细里写的。",
    items_more: |more| format!("还有 {more} 项也不一样，这里没有列出来。"),
    item: "哪一项",
    item_number: |number| format!("第 {number} 项"),
    item_of: "：",
    item_none: "没有这一项",
    item_missing: "明细里少了这一项",
    item_added: "明细里多了这一项",
    item_other: "不一样",
    item_class: "类别",
    item_share: "先自己付的比例",
    item_figures: [
        "金额",
        "超过限价的部分",
        "先自己付的部分",
        "完全自己付的部分",
        "能算进去报的",
    ],
    steps: "一步一步怎么算",
    steps_same: "每一步都和记录里的一样。",
    steps_open: "看重新算的每一步",
    steps_differ: "下面是不一样的几层：先是记录里怎么算的，再是重新怎么算的。",
    steps_recorded: "记录里的算法：",
    steps_computed: "重新算的算法：",
    steps_unreadable: "记录里的步骤读不出来。",
    no_steps: "这一层没有步骤。",
    totals: "全年累计对不对",
    totals_same: "看病前、看病后的累计都对得上。",
    totals_open: "看累计是怎么对的",
    totals_lead: "起付线和封顶线是按全年累计算的，所以前后两头也要对：看病前的累计，要和上一笔之后的一样；看病后的累计，要和下一笔开始时（没有下一笔，就和现在）的一样。中间有退费的，退掉的部分先减去。",
    total: "累计",
    before: "这次看病之前",
    after: "这次看病之后",
    of_refund: "退费不单独留下退之前的累计，所以这一头不比。",
    unreadable: "挨着的那一笔没法重新算，所以这里不比。",
    nothing_yet: "记录的和重新算的都是零。",
};

static EN: ReplayText = ReplayText {
    here: "Computed again",
    heading: |day| format!("Settlement of {day}, computed again"),
    lead: "The same bill, taken from the record, goes through the rules of that day once more, from the beginning, and is held against what was recorded. Nothing in the record is changed.",
    refund: "This is a refund: the bill that it takes back is computed again, every figure is turned round, and that is held against the refund.",
    refund_of: "See the settlement it takes back",
    taken_back: "This settlement was cancelled later; what is computed again is what it was before.",
    to_refund: "See the refund computed again",
    part: |part| {
        format!("This is one part of a bill settled in parts: {part}. Computed again too: ")
    },
    back: "Back to the settlement",
    equal: "We computed it again with the rules of that day: the same to the fen",
    differs: "We computed it again with the rules of that day: some figures differ from the record",
    differs_more: "Where they differ is shown below, step by step. The record is unchanged.",
    ask: "What to do about it",
    query: "Send this as a query to the agency",
    rules: |[day, name, set, review]| {
        format!(
            "Settled on {day} by the rules “{name}” (parameters {set}); the parameters are {review}."
        )
    },
    not_in_force: "The rules that the record names were not in force on the day of the settlement. Please ask the insurance office.",
    impossible: "This one cannot be computed again",
    no_parameters: |set| {
        format!(
            "The rules used then (parameters {set}) are no longer kept, and without them there is nothing to compute by."
        )
    },
    no_input: "The copy of the bill in the record cannot be read, and without the bill there is nothing to compute.",
    refused: "The rules of that day do not accept the bill as it is recorded: something in it does not fit together, or they say nothing about this kind of visit.",
    stands: "The amounts recorded stand. To find out more, give the settlement number to the insurance office.",
    figures: "Figure by figure",
    figures_same: |count| match count {
        1 => "One figure, and it is the same.".to_owned(),
        _ => format!("{count} figures, and all of them are the same."),
    },
    figures_open: "See every figure",
    figure: "Figure",
    recorded: "Recorded",
    computed: "Computed again",
    result: "The same?",
    same: "the same",
    more: |by| format!("{by} more when computed again"),
    less: |by| format!("{by} less when computed again"),
    items: "Every item of the bill",
    items_same: |count| {
        if count == 1 {
            "The list has one item; its class and amounts are those of the bill that was settled."
                .to_owned()
        } else {
            format!(
                "The list has {count} items; the class and the amounts of each are those of the bill that was settled."
            )
        }
    },
    items_differ: "The list of items differs in places from the bill kept when it was settled. What is computed again is the bill as it was kept; “recorded” is what the list says now.",
    items_more: |more| match more {
        1 => "One more item differs; it is not listed here.".to_owned(),
        _ => format!("{more} more items differ; they are not listed here."),
    },
    item: "Item",
    item_number: |number| format!("No. {number}"),
    item_of: ": ",
    item_none: "no such item",
    item_missing: "missing from the list",
    item_added: "not on the bill that was settled",
    item_other: "not the same",
    item_class: "class",
    item_share: "share that you pay first",
    item_figures: [
        "amount",
        "part above the price ceiling",
        "part that you pay first",
        "part that is all yours to pay",
        "what counts for reimbursement",
    ],
    steps: "Step by step",
    steps_same: "Every step is the one in the record.",
    steps_open: "See every step computed again",
    steps_differ: "These are the layers that differ: first as the record tells them, then as computed again.",
    steps_recorded: "As recorded:",
    steps_computed: "Computed again:",
    steps_unreadable: "The steps in the record cannot be read.",
    no_steps: "There is no step in this layer.",
    totals: "The running totals of the year",
    totals_same: "The totals before and after this visit are the same.",
    totals_open: "See how they were compared",
    totals_lead: "Deductibles and caps run over the whole year, so both ends are checked: the totals before this visit must be those that the settlement before it left, and the totals after it those with which the next one began (or, if there is none, those of today). What a refund in between took back is taken off first.",
    total: "Total",
    before: "Before this visit",
    after: "After this visit",
    of_refund: "A refund keeps no totals of the moment before it, so nothing is compared here.",
    unreadable: "The settlement next to this end cannot be computed again, so nothing is compared here.",
    nothing_yet: "Recorded and computed again, all of them are zero.",
};

impl ReplayText {
    /// The words in `language`.
    pub(in crate::pages) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// What an amount of an item is called.
    pub(super) const fn item_figure(&self, figure: ItemFigure) -> &'static str {
        let [amount, over_ceiling, first, own, in_scope] = self.item_figures;
        match figure {
            ItemFigure::Amount => amount,
            ItemFigure::OverCeiling => over_ceiling,
            ItemFigure::SelfPayFirst => first,
            ItemFigure::FullySelfPaid => own,
            ItemFigure::InScope => in_scope,
        }
    }

    /// Why it cannot be computed again; `set` is the name of its parameters.
    pub(super) fn why(&self, why: Why, set: &str) -> String {
        match why {
            Why::NoParameters => (self.no_parameters)(set),
            Why::NoInput => self.no_input.to_owned(),
            Why::Refused => self.refused.to_owned(),
        }
    }
}
