//! What the page of a report about a look says.

use domain::looks::{Doubt, ReportState};

use crate::language::Language;

/// The words of `/me/access/{event}/report`.
pub(in crate::pages::me) struct ReportText {
    pub title: &'static str,
    pub made: &'static str,
    pub log: &'static str,
    pub lead: &'static str,
    pub look: &'static str,
    pub who: &'static str,
    pub when: &'static str,
    pub what: &'static str,
    pub why: &'static str,
    pub reason: &'static str,
    pub reason_given: &'static str,
    pub note: &'static str,
    pub note_hint: &'static str,
    pub note_given: &'static str,
    pub next: &'static str,
    pub send: &'static str,
    pub report: &'static str,
    pub number: &'static str,
    pub state: &'static str,
    pub by_phone: fn(&str) -> String,
    pub history: &'static str,
    pub back: &'static str,
    doubts: [&'static str; 5],
    states: [&'static str; 3],
    no_reason: &'static str,
    no_note: &'static str,
    long_note: &'static str,
}

static ZH: ReportText = ReportText {
    title: "这不是我预料的",
    made: "您反映的这次查看",
    log: "谁看过我的资料",
    lead: "告诉我们为什么您没有料到。我们会查清楚是谁、为什么看的，结果写在这一页。",
    look: "这一次查看",
    who: "谁",
    when: "时间",
    what: "看了什么",
    why: "为什么",
    reason: "您为什么没有料到？",
    reason_given: "您选的原因",
    note: "想补充的话（可以不写）",
    note_hint: "最多 1000 字。不用写身份证号和病情。",
    note_given: "您写的话",
    next: "下一步",
    send: "提交",
    report: "您的反映",
    number: "编号",
    state: "进展",
    by_phone: |hotline| format!("打电话 {hotline} 问进展时，报这个编号就可以。"),
    history: "经过",
    back: "回到全部查看记录",
    doubts: [
        "我不认识这个人",
        "我认识，但看不出为什么要看",
        "这个人已经不该替我办事了",
        "记录说是我做的，但不是我",
        "别的原因（请在下面写）",
    ],
    states: ["已收到", "正在查", "已答复"],
    no_reason: "请选一个原因",
    no_note: "请写一下是什么原因",
    long_note: "太长了，最多 1000 字",
};

static EN: ReportText = ReportText {
    title: "I did not expect this",
    made: "The look you reported",
    log: "Who looked at my data",
    lead: "Tell us why you did not expect it. We find out who looked and why, and write the result on this page.",
    look: "This look",
    who: "Who",
    when: "When",
    what: "What they did",
    why: "Why",
    reason: "Why did you not expect it?",
    reason_given: "The reason you chose",
    note: "Anything to add (you may leave it empty)",
    note_hint: "At most 1,000 characters. Leave out identity numbers and illnesses.",
    note_given: "What you wrote",
    next: "Next",
    send: "Send",
    report: "Your report",
    number: "Number",
    state: "Progress",
    by_phone: |hotline| format!("To ask how far it is, call {hotline} and say this number."),
    history: "What happened",
    back: "Back to all looks",
    doubts: [
        "I do not know this person",
        "I know them, but see no reason for it",
        "They were not to act for me any more",
        "It says that I did it, but I did not",
        "Another reason (please write it below)",
    ],
    states: ["received", "being looked into", "answered"],
    no_reason: "Choose one of the reasons",
    no_note: "Write what the reason is",
    long_note: "Too long: at most 1,000 characters",
};

impl ReportText {
    /// The words in `language`.
    pub(in crate::pages::me) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// A reason in words.
    pub(in crate::pages::me) fn doubt(&self, doubt: Doubt) -> &'static str {
        let [unknown, needless, ended, not_me, other] = self.doubts;
        match doubt {
            Doubt::Unknown => unknown,
            Doubt::Needless => needless,
            Doubt::Ended => ended,
            Doubt::NotMe => not_me,
            Doubt::Other => other,
        }
    }

    /// A state in words.
    pub(in crate::pages::me) fn state(&self, state: ReportState) -> &'static str {
        let [received, looked_into, answered] = self.states;
        match state {
            ReportState::Received => received,
            ReportState::LookedInto => looked_into,
            ReportState::Answered => answered,
        }
    }

    /// What is wrong with a field.
    pub(super) fn problem(&self, field: &str, code: &str) -> &'static str {
        match (field, code) {
            ("reason", _) => self.no_reason,
            (_, "too_long") => self.long_note,
            _ => self.no_note,
        }
    }
}
