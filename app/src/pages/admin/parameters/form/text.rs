//! What the form of a draft says.

use crate::language::Language;

/// The words of the form.
pub(super) struct FormText {
    pub all: &'static str,
    pub new: &'static str,
    pub edit: &'static str,
    pub lead: &'static str,
    pub days: &'static str,
    pub file: &'static str,
    pub file_hint: &'static str,
    pub read_file: &'static str,
    pub looked_at: &'static str,
    pub all_new: &'static str,
    pub set: &'static str,
    pub set_hint: &'static str,
    pub note: &'static str,
    pub note_hint: &'static str,
    pub keep: &'static str,
    pub look: &'static str,
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
    lead: "上传一个参数文件，或者把一套参数（JSON）贴在下面；也可以打开一套现有的参数，选“照这一套起草新的”，再改要改的数字。保存的是草稿，不会用来算账；保存以后能看到改了哪几个数字。",
    days: "新的一套要用新的编号（id），并写明从哪一天开始（effective 里的 from）。金额的单位是分，比例 10000 就是 100%。",
    file: "从文件读取",
    file_hint: "和服务器上导入命令用的文件一样：JSON，UTF-8 编码，一次一套，最多 30 万字。读取以后先给您看改了什么，不会保存；下面已经写的参数会换成文件里的，所以“为什么改”请读取以后再写。",
    read_file: "读取文件",
    looked_at: "读好了，还没有保存。请看改了什么，在下面写上为什么改，再按“保存草稿”。",
    all_new: "全部数字",
    set: "参数",
    set_hint: "贴上全文。写错的地方会指出在哪里，您写的内容都还在。",
    note: "为什么改",
    note_hint: "依据哪份文件，改了什么。审批的人会看到。最多 1000 字。",
    keep: "保存草稿",
    look: "先看改了什么",
    between: "；",
};

static EN: FormText = FormText {
    all: "Benefit parameters",
    new: "Draft a set of parameters",
    edit: "Change the draft",
    lead: "Upload a file, or paste a set (JSON) below; or open one that exists, choose “Begin a draft with this set” and change the figures. What you keep is a draft and settles no bill; you then see which figures differ.",
    days: "A new set takes a new id and says from which day on it counts (from, in effective). Amounts are in fen; a ratio of 10000 is 100%.",
    file: "Read it from a file",
    file_hint: "The same files as the command on the server imports: JSON in UTF-8, one set at a time, at most 300,000 characters. You see what differs before anything is kept. What stands below gives way to the file, so write why it changes afterwards.",
    read_file: "Read the file",
    looked_at: "It is read and not kept yet. Look at what differs, write below why it changes, then keep the draft.",
    all_new: "All figures",
    set: "The set",
    set_hint: "Paste the whole text. Mistakes are named with their place, and what you wrote stays.",
    note: "Why it changes",
    note_hint: "Which document asks for it, and what changes. The approver reads this. At most 1,000 characters.",
    keep: "Keep the draft",
    look: "See what differs first",
    between: "; ",
};
