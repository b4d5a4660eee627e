//! What `/me/enrolment` says.

use crate::language::Language;

/// The words of `/me/enrolment`.
pub(super) struct EnrolmentText {
    pub title: &'static str,
    pub continuous: fn(&str, &str) -> String,
    pub stopped: fn(&str) -> String,
    pub not_yet: &'static str,
    pub why_it_matters: &'static str,
    pub waiting: fn(&str) -> String,
    pub frozen: &'static str,
    pub periods: &'static str,
    pub when: &'static str,
    pub scheme: &'static str,
    pub place: &'static str,
    pub through: &'static str,
    pub person_type: &'static str,
    pub state: &'static str,
    pub over: &'static str,
    pub through_day: fn(&str) -> String,
    pub until_now: &'static str,
    flexible: &'static str,
    retired: &'static str,
    oneself: &'static str,
    pub empty: &'static str,
    pub empty_more: &'static str,
}

static ZH: EnrolmentText = EnrolmentText {
    title: "参保情况",
    continuous: |length, month| format!("您已经连续参保 {length}，从{month}算起。"),
    stopped: |day| format!("您的参保到{day}为止，现在没有医保。"),
    not_yet: "现在还没有开始的参保。",
    why_it_matters: "中间断开不超过 3 个月、及时续上的，算连续。连续的时间越长，待遇越稳：断得久了，再参保要等几个月才能报销。",
    waiting: |day| format!("现在是待遇等待期：{day}以前看病，医保不报。"),
    frozen: "有保费没有缴上，待遇暂停。补缴以后恢复，请尽快问单位或者参保地的医保经办机构。",
    periods: "每一段参保",
    when: "时间",
    scheme: "险种",
    place: "参保地",
    through: "通过谁参保",
    person_type: "身份",
    state: "状态",
    over: "已结束",
    through_day: |day| format!("至{day}"),
    until_now: "至今",
    flexible: "自己（灵活就业）",
    retired: "退休，不再缴费",
    oneself: "自己或家里",
    empty: "还没有参保记录",
    empty_more: "参加职工医保或者居民医保以后，每一段参保会出现在这里：在哪里、通过谁、从哪天到哪天。",
};

static EN: EnrolmentText = EnrolmentText {
    title: "Enrolment",
    continuous: |length, month| {
        format!("You have been insured without a break for {length}, since {month}.")
    },
    stopped: |day| format!("Your insurance ended on {day}; you are not insured now."),
    not_yet: "No insurance has started yet.",
    why_it_matters: "A break of up to 3 months that is made up in time counts as no break. The longer you are insured without one, the safer your cover: after a long break you wait some months before bills are paid.",
    waiting: |day| format!("You are in the waiting period: treatment before {day} is not paid."),
    frozen: "A contribution is missing, so cover is on hold. It comes back once it is paid; please ask your employer or the insurance office soon.",
    periods: "Every period of insurance",
    when: "When",
    scheme: "Insurance",
    place: "Where",
    through: "Through",
    person_type: "As",
    state: "State",
    over: "ended",
    through_day: |day| format!("to {day}"),
    until_now: "until now",
    flexible: "oneself (flexible worker)",
    retired: "retired, no more contributions",
    oneself: "oneself or family",
    empty: "No periods of insurance yet",
    empty_more: "Once you join employee or resident insurance, every period appears here: where, through whom, from when to when.",
};

impl EnrolmentText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// Through whom somebody without an employer is insured.
    pub(super) fn without_employer(&self, person_type: &str) -> &'static str {
        match person_type {
            "1103" => self.flexible,
            "1300" => self.retired,
            retired if retired.starts_with("12") => self.retired,
            _ => self.oneself,
        }
    }
}
