//! What the page of a replayed settlement says.

use crate::language::Language;

/// The words of `/me/settlements/{id}/replay`.
pub(super) struct ReplayText {
    pub title: &'static str,
    pub crumb: &'static str,
    pub settlements: &'static str,
    pub lead: &'static str,
    pub equal: &'static str,
    pub rules: fn(&str, &str) -> String,
    pub reviewed: fn(&str) -> String,
    pub different: &'static str,
    pub different_more: &'static str,
    pub items_differ: &'static str,
    pub impossible: &'static str,
    pub no_parameters: fn(&str) -> String,
    pub no_input: &'static str,
    pub refused: &'static str,
    pub stands: &'static str,
    pub overtaken: fn(&str) -> String,
    pub no_steps: &'static str,
    pub beside: &'static str,
    pub steps: &'static str,
    pub ask: &'static str,
    pub back: &'static str,
}

static ZH: ReplayText = ReplayText {
    title: "为什么是这个数？",
    crumb: "为什么是这个数",
    settlements: "报销记录",
    lead: "我们拿当时存下的账单和您当时的情况，按当天的规定又算了一遍。下面是结果，和每一步的依据。",
    equal: "又算了一遍：和记录一样，分毫不差",
    rules: |day, set| format!("用的是{day}结算时的参数 {set}。"),
    reviewed: |review| format!("这套参数{review}。"),
    different: "又算了一遍：和记录不一样",
    different_more: "不一样的地方在下面一步一步列了出来。记录没有改动，也不用您先做什么。",
    items_differ: "存着的费用明细，和当时拿来计算的账单对不上。",
    impossible: "这一次没法再算一遍",
    no_parameters: |set| format!("结算时用的参数 {set} 已经不在库里。"),
    no_input: "当时的账单和您当时的情况没有存下来，或者已经读不出来。",
    refused: "按存下的规定，这张账单现在算不出来。",
    stands: "金额以记录的为准。看着不对，可以打电话或到服务大厅请人核对。",
    overtaken: |set| {
        format!("这个参保地当天的规定，现在库里是另一套：{set}。结算用的是当时库里的那一套。")
    },
    no_steps: "这次结算没有留下可以讲解的步骤。",
    beside: "记录的和重新算的，对着看",
    steps: "当时一步一步是这样算的",
    ask: "有疑问，请经办机构核对",
    back: "回到这次报销",
};

static EN: ReplayText = ReplayText {
    title: "Why this amount?",
    crumb: "Why this amount",
    settlements: "Settlements",
    lead: "We took the bill as it was kept and your circumstances of that day, and computed it again by the rules of that day. Here is what came out, with what each step rests on.",
    equal: "We computed it again: the same to the fen",
    rules: |day, set| format!("By the parameters {set}, as on {day}, the day of the settlement."),
    reviewed: |review| format!(" These parameters are {review}."),
    different: "We computed it again: it differs from the record",
    different_more: "Below you see step by step where. The record is unchanged, and you need not do anything first.",
    items_differ: "The items of the bill, as they are kept, do not match the bill that was computed then.",
    impossible: "It cannot be computed again",
    no_parameters: |set| {
        format!("The parameters that it was settled by ({set}) are no longer kept.")
    },
    no_input: "The bill and your circumstances of that day were not kept, or cannot be read.",
    refused: "By the rules as they are kept, this bill cannot be computed.",
    stands: "The recorded amounts stand. If they look wrong, call or ask at the service hall.",
    overtaken: |set| {
        format!(
            "For that place and day we keep another set of rules now: {set}. The settlement used the one that was kept then."
        )
    },
    no_steps: "This settlement kept no steps that could be told.",
    beside: "As recorded and computed again, side by side",
    steps: "How it was computed then, step by step",
    ask: "Ask the agency to check",
    back: "Back to the settlement",
};

impl ReplayText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
