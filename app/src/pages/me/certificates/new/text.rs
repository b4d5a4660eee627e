//! What `/me/certificates/new` says.

use services::certificates::issue::Periods;

use crate::language::Language;

/// The words of the questions.
pub(in crate::pages::me::certificates) struct NewText {
    pub title: &'static str,
    pub lead: &'static str,
    pub periods: &'static str,
    pub periods_hint: &'static str,
    pub periods_choices: [(Periods, &'static str); 3],
    pub days: &'static str,
    pub days_hint: &'static str,
    pub days_choices: [(u16, &'static str); 3],
    pub shown: &'static str,
    pub shown_hint: &'static str,
    pub issue: &'static str,
    pub leave: &'static str,
    pub go_on: &'static str,
    pub step: fn(usize) -> String,
    pub missing_periods: &'static str,
    pub missing_days: &'static str,
    pub too_many: &'static str,
    pub died: &'static str,
}

static ZH: NewText = NewText {
    title: "开一张参保凭证",
    lead: "凭证写的是今天的情况：姓名、证件号码（隐去中间）、今天有没有参保、险种、参保地，还有您选的参保时间。开出以后内容不会变。",
    periods: "凭证上写哪些参保时间？",
    periods_hint: "对方没有要求以前的，就选“现在这一段”。",
    periods_choices: [
        (Periods::Current, "现在这一段"),
        (Periods::ThreeYears, "最近三年的"),
        (Periods::All, "全部"),
    ],
    days: "多久以内可以核验？",
    days_hint: "过了时间就核验不到了，您也可以提前收回。",
    days_choices: [(30, "30 天"), (90, "90 天"), (365, "一年")],
    shown: "核验的人还能看到什么？",
    shown_hint: "不选的话，只能看到今天有没有参保。对方要核对是不是您本人，就选“姓名和证件”。以后随时可以改。",
    issue: "开出凭证",
    leave: "不开了",
    go_on: "下一步",
    step: |step| format!("第 {step} 步，共 3 步"),
    missing_periods: "请选凭证上写哪些参保时间",
    missing_days: "请选多久以内可以核验",
    too_many: "您已经有 20 张有效的凭证。请先收回一张用不着的，再开新的。",
    died: "登记为已去世，不能再开凭证。登记错了的，请打医保热线更正。",
};

static EN: NewText = NewText {
    title: "Issue a proof of cover",
    lead: "A proof of cover tells what holds today: your name, the number of your document with its middle hidden, whether you are insured today, in which insurance and where, and the periods that you choose. Once issued, what it says does not change.",
    periods: "Which periods of insurance is it to name?",
    periods_hint: "Unless you were asked for earlier ones, choose the present one.",
    periods_choices: [
        (Periods::Current, "The present one"),
        (Periods::ThreeYears, "Those of the last three years"),
        (Periods::All, "All of them"),
    ],
    days: "For how long can it be checked?",
    days_hint: "After that it cannot be checked any more; you can withdraw it earlier.",
    days_choices: [(30, "30 days"), (90, "90 days"), (365, "One year")],
    shown: "What else does a check show?",
    shown_hint: "If you choose nothing, a check shows only whether you are insured today. Choose name and document if others have to see that it is yours. You can change this at any time.",
    issue: "Issue it",
    leave: "Do not issue",
    go_on: "Next",
    step: |step| format!("Step {step} of 3"),
    missing_periods: "Choose which periods it is to name",
    missing_days: "Choose for how long it can be checked",
    too_many: "You have 20 proofs of cover in force already. Please withdraw one that you no longer need first.",
    died: "The record says that the person has died, so no proof of cover can be issued. If that is wrong, call the hotline to have it put right.",
};

impl NewText {
    /// The words in `language`.
    pub(in crate::pages::me::certificates) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
