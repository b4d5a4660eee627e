//! What the card about contribution bases says.

use crate::language::Language;
use crate::ui::month_name;

/// The words of the card.
pub(super) struct BasesText {
    pub title: &'static str,
    pub each: &'static str,
    pub lead: &'static str,
    pub year_starts: fn(u8) -> String,
    pub when: &'static str,
    pub base: &'static str,
    pub how: &'static str,
    pub monthly: &'static str,
    pub employer: fn(&str) -> String,
    pub no_rule: &'static str,
    pub below: fn(&str) -> String,
    pub above: fn(&str) -> String,
    floor: [fn(&str) -> String; 2],
    middle: [fn(&str, &str) -> String; 2],
    ceiling: [fn(&str) -> String; 2],
    pub ground: &'static str,
}

static ZH: BasesText = BasesText {
    title: "缴费基数怎么来的",
    each: "看每一段的基数",
    lead: "一般是上一年的月平均工资，由单位申报；低于下限的按下限算，高于上限的按上限算。申报的工资这里没有存，只有最后用的基数。",
    year_starts: |month| format!("参保地的缴费年度从 {month} 月开始，基数一年申报一次。"),
    when: "时间",
    base: "月基数",
    how: "怎么来的",
    monthly: "自己每月缴",
    employer: |amount| format!("单位 {amount}"),
    no_rule: "那时那地的上下限这里没有收录，看不出这个基数是下限、上限还是在中间。",
    below: |floor| format!("比当时的下限 {floor} 还低，和规定对不上，请问经办机构。"),
    above: |ceiling| format!("比当时的上限 {ceiling} 还高，和规定对不上，请问经办机构。"),
    floor: [
        |floor| format!("正好在下限 {floor}：选的是最低一档。"),
        |floor| format!("正好在下限 {floor}：申报的工资不比它高，按下限算。"),
    ],
    middle: [
        |floor, ceiling| format!("在下限 {floor} 和上限 {ceiling} 之间：自己选的。"),
        |floor, ceiling| format!("在下限 {floor} 和上限 {ceiling} 之间：就是申报的工资。"),
    ],
    ceiling: [
        |ceiling| format!("正好在上限 {ceiling}：选的是最高一档。"),
        |ceiling| format!("正好在上限 {ceiling}：申报的工资不比它低，按上限算。"),
    ],
    ground: "缴费基数的上下限",
};

static EN: BasesText = BasesText {
    title: "How each base came about",
    each: "See every base",
    lead: " is usually last year's average monthly wage as the employer declares it; less than the floor counts as the floor, more than the ceiling as the ceiling. The declared wage is not kept here, only the base that was used.",
    year_starts: |month| {
        format!(
            "The contribution year of your place begins in {}; bases are declared once a year.",
            month_name(month)
        )
    },
    when: "When",
    base: "Monthly base",
    how: "How it came about",
    monthly: "You pay a month",
    employer: |amount| format!("employer {amount}"),
    no_rule: "The floor and ceiling of that time and place are not kept here, so this page cannot tell whether your base was at the floor, at the ceiling or between them.",
    below: |floor| {
        format!(
            "Below the floor of {floor}, which does not fit the rule; please ask the insurance office."
        )
    },
    above: |ceiling| {
        format!(
            "Above the ceiling of {ceiling}, which does not fit the rule; please ask the insurance office."
        )
    },
    floor: [
        |floor| format!("At the floor of {floor}: the lowest choice."),
        |floor| {
            format!("At the floor of {floor}: the declared wage was no more, so the floor counts.")
        },
    ],
    middle: [
        |floor, ceiling| {
            format!("Between the floor of {floor} and the ceiling of {ceiling}: your own choice.")
        },
        |floor, ceiling| {
            format!(
                "Between the floor of {floor} and the ceiling of {ceiling}: the declared wage itself."
            )
        },
    ],
    ceiling: [
        |ceiling| format!("At the ceiling of {ceiling}: the highest choice."),
        |ceiling| {
            format!(
                "At the ceiling of {ceiling}: the declared wage was no less, so the ceiling counts."
            )
        },
    ],
    ground: "Floor and ceiling of the base",
};

impl BasesText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// Why a base is at the floor: chosen, or declared by an employer.
    pub(super) fn at_floor(&self, employed: bool) -> fn(&str) -> String {
        let [chosen, declared] = self.floor;
        if employed { declared } else { chosen }
    }

    /// Why a base is between.
    pub(super) fn between(&self, employed: bool) -> fn(&str, &str) -> String {
        let [chosen, declared] = self.middle;
        if employed { declared } else { chosen }
    }

    /// Why a base is at the ceiling.
    pub(super) fn at_ceiling(&self, employed: bool) -> fn(&str) -> String {
        let [chosen, declared] = self.ceiling;
        if employed { declared } else { chosen }
    }
}
