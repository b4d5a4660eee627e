//! What the form of a draft says.

use crate::language::Language;

/// The words of the form.
pub(super) struct FormText {
    pub all: &'static str,
    pub new: &'static str,
    pub edit: &'static str,
    pub lead: &'static str,
    pub days: &'static str,
    pub set: &'static str,
    pub set_hint: &'static str,
    pub note: &'static str,
    pub note_hint: &'static str,
    pub keep: &'static str,
    pub between: &'static str,
}

impl FormText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}

static ZH: FormText = FormText {
    all: "待遇参数",
    new: "起草一套待遇参数",
    edit: "修改草稿",
    lead: "把一套参数（JSON）贴在下面，或者打开一套现有的参数，选“照这一套起草新的”，再改要改的数字。保存的是草稿，不会用来算账；保存以后能看到改了哪几个数字。",
    days: "新的一套要用新的编号（id），并写明从哪一天开始（effective 里的 from）。金额的单位是分，比例 10000 就是 100%。",
    set: "参数",
    set_hint: "贴上全文。写错的地方会指出在哪里，您写的内容都还在。",
    note: "为什么改",
    note_hint: "依据哪份文件，改了什么。审批的人会看到。最多 1000 字。",
    keep: "保存草稿",
    between: "；",
};

static EN: FormText = FormText {
    all: "Benefit parameters",
    new: "Draft a set of parameters",
    edit: "Change the draft",
    lead: "Paste a set (JSON) below, or open one that exists, choose “Begin a draft with this set” and change the figures. What you keep is a draft and settles no bill; you then see which figures differ.",
    days: "A new set takes a new id and says from which day on it counts (from, in effective). Amounts are in fen; a ratio of 10000 is 100%.",
    set: "The set",
    set_hint: "Paste the whole text. Mistakes are named with their place, and what you wrote stays.",
    note: "Why it changes",
    note_hint: "Which document asks for it, and what changes. The approver reads this. At most 1,000 characters.",
    keep: "Keep the draft",
    between: "; ",
};
