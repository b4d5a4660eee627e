//! What the card about retirement says.

use domain::identifiers::Sex;

use crate::language::Language;

/// The words of the card.
pub(super) struct RetirementText {
    language: Language,
    pub title: &'static str,
    pub never: &'static str,
    pub retired: &'static str,
    pub retired_more: &'static str,
    pub no_rules: &'static str,
    pub asked: fn(&str, &str, &str, &str) -> String,
    pub enough: &'static str,
    pub enough_at_best: &'static str,
    pub missing: fn(&str) -> String,
    pub missing_at_best: fn(&str) -> String,
    pub complete: fn(&str) -> String,
    pub recorded: &'static str,
    pub unrecorded: &'static str,
    pub here: fn(&str) -> String,
    pub and_unrecorded: fn(&str, &str) -> String,
    pub none: &'static str,
    pub since: fn(&str) -> String,
    pub how: &'static str,
    pub ground: &'static str,
}

static ZH: RetirementText = RetirementText {
    language: Language::Chinese,
    title: "退休以后接着有医保，还差多少年",
    never: "您参加的是居民医保：每年缴费，管当年，不累计退休的年限。以后参加职工医保，才开始数。",
    retired: "您已经按退休参保，不用再缴费。",
    retired_more: "下面是这里有记录的在职缴费。",
    no_rules: "您参保地要求缴满多少年，这里还没有收录，所以算不出还差多少。请问参保地的医保经办机构。",
    asked: |region, who, months, local| {
        format!(
            "在{region}，{who}退休时职工医保要缴满 {months}，其中在本地实际缴 {local}，以后不缴费也有医保。"
        )
    },
    enough: "有记录的已经够了。",
    enough_at_best: "如果没有记录的那些月份都核实缴过，就已经够了。",
    missing: |months| format!("按这里的记录，还差 {months}。"),
    missing_at_best: |months| format!("如果没有记录的那些月份都核实缴过，还差 {months}。"),
    complete: |month| format!("只按记录算，从这个月起在本地月月缴，到{month}缴满。"),
    recorded: "有缴费记录的",
    unrecorded: "参着保、这里没有缴费记录的",
    here: |region| format!("其中在{region}"),
    and_unrecorded: |recorded, rest| format!("{recorded}，另有 {rest}没有记录"),
    none: "没有",
    since: |month| format!("这里的缴费记录从{month}开始。"),
    how: "怎么数的：只数职工医保，一个月算一次；换过参保地的，年限可以累计。视同缴费的年限（早年工作、当时还没有医保的）和没有转过来的外地记录，这里没有数。退休时不够的，可以接着按月缴，也可以一次缴清。以退休时经办机构核定为准。",
    ground: "最低缴费年限",
};

static EN: RetirementText = RetirementText {
    language: Language::English,
    title: "Years towards cover in retirement",
    never: "You are in resident insurance: each year is paid for itself and adds nothing towards retirement. Counting begins with employee insurance.",
    retired: "You are insured as retired and owe no contributions.",
    retired_more: "These are the contributions on record from your working years.",
    no_rules: "How many years your place asks for is not in the system yet, so what is missing cannot be computed. Please ask the insurance office.",
    asked: |region, who, months, local| {
        format!(
            "In {region} {who} who retires needs {months} of employee insurance, {local} of them really paid there, to be covered without contributions from then on."
        )
    },
    enough: "What is on record is enough already.",
    enough_at_best: "If the months without a record turn out to be paid, it is enough already.",
    missing: |months| format!("By the records here, {months} are missing."),
    missing_at_best: |months| {
        format!("If the months without a record turn out to be paid, {months} are missing.")
    },
    complete: |month| {
        format!(
            "By the records alone, paying there every month from now on completes it in {month}."
        )
    },
    recorded: "With a payment on record",
    unrecorded: "Insured, without a payment on record here",
    here: |region| format!("Of it in {region}"),
    and_unrecorded: |recorded, rest| format!("{recorded}, and {rest} without a record"),
    none: "none",
    since: |month| format!("The records here begin in {month}."),
    how: "How it is counted: months of employee insurance, each once; years in several places add up. Deemed years (work before there was insurance) and records elsewhere that were not transferred are not counted here. Whoever lacks years when retiring goes on paying by the month, or pays the rest at once. The insurance office decides at retirement.",
    ground: "Minimum years",
};

impl RetirementText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// Of whom the years are asked.
    pub(super) fn who(&self, sex: Sex) -> &'static str {
        match sex {
            Sex::Male => self.language.pick("男职工", "a man"),
            Sex::Female => self.language.pick("女职工", "a woman"),
        }
    }
}
