//! What the questions say.

use crate::language::Language;

/// The words around the questions.
pub(super) struct AskedText {
    /// Before the first question.
    pub lead: &'static str,
    /// The same where one's own record is filled in.
    pub lead_own: &'static str,
    /// Which question of how many this is.
    pub place: fn(usize, usize) -> String,
    /// The questions in order.
    pub questions: [&'static str; super::COUNT],
    /// What is taken for class B where nobody says otherwise.
    pub class_b: &'static str,
    pub next: &'static str,
    pub back: &'static str,
    pub work_out: &'static str,
    /// The form with everything on one page.
    pub whole: &'static str,
    pub change: &'static str,
    pub change_other: &'static str,
    pub from_start: &'static str,
}

static ZH: AskedText = AskedText {
    lead: "一页只问一个问题，答完就告诉您大约要自己付多少。填的内容不保存。",
    lead_own: "一页只问一个问题。您记录里有的已经填好了：对，就按“下一题”；不对，改了再按。填的内容不保存。",
    place: |number, of| format!("第 {number} 题，共 {of} 题"),
    questions: [
        "在哪里参保？",
        "参加的是哪种医保？",
        "退休了没有？",
        "多大年纪（周岁）？",
        "这次怎么看病？",
        "去哪一级医院？",
        "在哪里看、有没有备案？",
        "账单上各写了多少钱？",
    ],
    class_b: "没有就不填。先按自己付 10% 算，不一样的话，算完可以再改",
    next: "下一题",
    back: "上一题",
    work_out: "算一算",
    whole: "我想在一页里填完",
    change: "改最后一题",
    change_other: "改别的内容（都在一页上）",
    from_start: "从头再算一次",
};

static EN: AskedText = AskedText {
    lead: "One question a page; at the end you see about how much you would pay. What you enter is not kept.",
    lead_own: "One question a page. What your record says is filled in already: if it is right, press “Next question”; if not, change it first. What you enter is not kept.",
    place: |number, of| format!("Question {number} of {of}"),
    questions: [
        "Where are you insured?",
        "Which insurance do you have?",
        "Are you retired?",
        "How old are you?",
        "What kind of visit is it?",
        "What level of hospital?",
        "Where are you treated, and did you file?",
        "What amounts does the bill show?",
    ],
    class_b: "Leave empty if none. Worked out with 10% paid by you first; if it is another share, you can change it afterwards",
    next: "Next question",
    back: "Previous question",
    work_out: "Work it out",
    whole: "Fill in everything on one page",
    change: "Change the last answer",
    change_other: "Change something else (all on one page)",
    from_start: "Start again",
};

impl AskedText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
