//! What `/me/certificates/{id}/shown` says.

use services::certificates::Part;

use crate::language::Language;

/// The words of the page.
pub(super) struct ShownText {
    pub title: &'static str,
    pub lead: &'static str,
    pub changed: &'static str,
    pub shown_until: fn(&str) -> String,
    pub not_shown: &'static str,
    pub show: fn(&str) -> String,
    pub stop: fn(&str) -> String,
    pub another_day: &'static str,
    pub until: &'static str,
    pub until_hint: fn(&str) -> String,
    pub back: &'static str,
    pub no_day: &'static str,
    pub past: &'static str,
    pub late: &'static str,
    identity: &'static str,
    scheme: &'static str,
    region: &'static str,
    periods: &'static str,
    later: &'static str,
}

static ZH: ShownText = ShownText {
    title: "谁能看到什么",
    lead: "拿到核验码的人都能看到：您在开凭证那天有没有参保、哪天开的、签名对不对。下面这些由您决定，改了马上生效。",
    changed: "改好了，已经生效。",
    shown_until: |day| format!("看得到，到{day}为止"),
    not_shown: "看不到",
    show: |name| format!("让看{name}"),
    stop: |name| format!("不再让看{name}"),
    another_day: "改日期",
    until: "看到哪天为止",
    until_hint: |day| format!("最晚到{day}，那天凭证到期。"),
    back: "回到凭证",
    no_day: "请填看到哪天为止，比如 2026-08-31",
    past: "这一天已经过去了，请填今天或以后的日期",
    late: "凭证在这一天以前就到期了，请填早一些的日期",
    identity: "姓名、证件种类和隐去中间的证件号码。对方要核对是不是您本人时用得着。",
    scheme: "职工医保还是居民医保，那天能不能报销。",
    region: "您在哪里参保。",
    periods: "凭证上写的每一段参保时间，连同险种和参保地。",
    later: "核验的那天您是不是还有医保。不让看的话，对方只知道开凭证那天的情况。",
};

static EN: ShownText = ShownText {
    title: "Who sees what",
    lead: "Whoever has the code sees whether you were insured on the day of issue, when it was issued, and whether the signature is right. What follows is up to you and counts at once.",
    changed: "Changed, and in force from now on.",
    shown_until: |day| format!("Shown through {day}"),
    not_shown: "Not shown",
    show: |name| format!("Show: {name}"),
    stop: |name| format!("Stop showing: {name}"),
    another_day: "Change the day",
    until: "Shown through",
    until_hint: |day| format!("At the latest {day}, when the proof of cover ends."),
    back: "Back to the proof of cover",
    no_day: "Say through which day it is shown, such as 2026-08-31",
    past: "That day is over: choose today or a later day",
    late: "The proof of cover ends before that day: choose an earlier one",
    identity: "Your name, the kind of your document and its number with the middle hidden: for those who have to see that it is yours.",
    scheme: "Whether employee or resident insurance, and whether it paid on that day.",
    region: "Where you are insured.",
    periods: "Every period that the proof of cover names, with its insurance and place.",
    later: "Whether you are still insured on the day of the check. Otherwise others learn of the day of issue only.",
};

impl ShownText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// What showing `part` tells others.
    pub(super) fn means(&self, part: Part) -> &'static str {
        match part {
            Part::Identity => self.identity,
            Part::Scheme => self.scheme,
            Part::Region => self.region,
            Part::Periods => self.periods,
            Part::Later => self.later,
        }
    }
}
