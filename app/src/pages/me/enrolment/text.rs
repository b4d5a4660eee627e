//! What `/me/enrolment` says.

use services::resident::enrolment::BreakCost;

use crate::language::Language;
use crate::ui::date_text;

/// The words of `/me/enrolment`.
pub(super) struct EnrolmentText {
    language: Language,
    pub home: &'static str,
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
    pub from_to: fn(&str, &str) -> String,
    pub until_now: fn(&str) -> String,
    flexible: &'static str,
    retired: &'static str,
    oneself: &'static str,
    pub breaks: &'static str,
    pub break_term: &'static str,
    pub break_means: &'static str,
    pub break_means_end: &'static str,
    pub no_breaks: &'static str,
    pub length: fn(&str) -> String,
    pub open_length: fn(&str) -> String,
    pub rule: &'static str,
    pub empty: &'static str,
    pub empty_more: &'static str,
}

static ZH: EnrolmentText = EnrolmentText {
    language: Language::Chinese,
    home: "我的医保",
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
    from_to: |from, to| format!("{from}至{to}"),
    until_now: |from| format!("{from}至今"),
    flexible: "自己（灵活就业）",
    retired: "退休，不再缴费",
    oneself: "自己或家里",
    breaks: "中断的时间",
    break_term: "断保",
    break_means: "就是中间有一段没有交；断得久了，再参保会有",
    break_means_end: "。",
    no_breaks: "没有中断过。",
    length: |length| format!("中断 {length}。"),
    open_length: |length| format!("已经中断 {length}。"),
    rule: "依据：职工医保中断 3 个月以内可以补缴、算连续，超过 3 个月的等待期最长 6 个月（医保办发〔2021〕43号）；居民医保断保后固定等 3 个月，再多断一年多等 1 个月（国办发〔2024〕38号）。各地执行有出入，以经办机构核定为准。",
    empty: "还没有参保记录",
    empty_more: "参加职工医保或者居民医保以后，每一段参保会出现在这里：在哪里、通过谁、从哪天到哪天。",
};

static EN: EnrolmentText = EnrolmentText {
    language: Language::English,
    home: "My insurance",
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
    from_to: |from, to| format!("{from} to {to}"),
    until_now: |from| format!("{from} until now"),
    flexible: "oneself (flexible worker)",
    retired: "retired, no more contributions",
    oneself: "oneself or family",
    breaks: "Breaks",
    break_term: "An interruption",
    break_means: " is a time that was not paid for. After a long one there is a ",
    break_means_end: ".",
    no_breaks: "There has been no break.",
    length: |length| format!("A break of {length}."),
    open_length: |length| format!("Not insured for {length}."),
    rule: "By the rules: employees may make up a break of up to 3 months and it counts as none; after a longer one they wait at most 6 months (NHSA Office, 2021, no. 43). Residents wait 3 months after a break, and one month more for each further year (State Council General Office, 2024, no. 38). Places differ; the insurance office decides.",
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

    /// What a break cost, or would cost today.
    pub(super) fn cost(&self, cost: BreakCost, open: bool) -> String {
        match self.language {
            Language::Chinese => cost_zh(cost, open),
            Language::English => cost_en(cost, open),
        }
    }
}

fn cost_zh(cost: BreakCost, open: bool) -> String {
    match (cost, open) {
        (BreakCost::Nothing, false) => "不到 3 个月，补缴后算连续，没有影响待遇。".to_owned(),
        (BreakCost::Nothing, true) => "还没有超过 3 个月，现在补上还算连续，不用等待。".to_owned(),
        (BreakCost::WaitedUntil(day), _) => {
            format!(
                "续上以后等到{}才能报销。",
                date_text(day, Language::Chinese)
            )
        }
        (BreakCost::ResidentMonths(months), false) => {
            format!("按现在的规定，续上居民医保要等 {months} 个月才能报销。")
        }
        (BreakCost::ResidentMonths(months), true) => {
            format!("如果今天续上居民医保，要等 {months} 个月才能报销；再拖会更久。")
        }
        (BreakCost::EmployeeMonthsAtMost(months), false) => {
            format!("超过 3 个月，不能再算连续；续上职工医保后，等待期最长 {months} 个月。")
        }
        (BreakCost::EmployeeMonthsAtMost(months), true) => {
            format!("已经超过 3 个月；如果今天续上职工医保，等待期最长 {months} 个月。")
        }
        (BreakCost::Unknown, _) => "当时的影响按当地那时的规定，这里没有收录。".to_owned(),
    }
}

fn cost_en(cost: BreakCost, open: bool) -> String {
    match (cost, open) {
        (BreakCost::Nothing, false) => {
            "Up to 3 months, made up: it counts as none and cost nothing.".to_owned()
        }
        (BreakCost::Nothing, true) => {
            "Not over 3 months yet: made up now, it counts as none and there is no wait.".to_owned()
        }
        (BreakCost::WaitedUntil(day), _) => {
            format!(
                "After it, cover started only on {}.",
                date_text(day, Language::English)
            )
        }
        (BreakCost::ResidentMonths(months), false) => {
            format!("By today's rules resident insurance then starts to pay after {months} months.")
        }
        (BreakCost::ResidentMonths(months), true) => format!(
            "If you joined resident insurance today you would wait {months} months; later it gets longer."
        ),
        (BreakCost::EmployeeMonthsAtMost(months), false) => format!(
            "Over 3 months, so it no longer counts as none; employee insurance then has a wait of at most {months} months."
        ),
        (BreakCost::EmployeeMonthsAtMost(months), true) => format!(
            "Over 3 months already: if you joined employee insurance today the wait would be at most {months} months."
        ),
        (BreakCost::Unknown, _) => {
            "What it cost then followed the local rules of that time, which are not kept here."
                .to_owned()
        }
    }
}
