//! What all calculators say.

use crate::language::Language;
use crate::ui::Word;

/// The words of one field.
pub(super) struct FieldText {
    /// The name under which it is sent.
    pub name: &'static str,
    pub label: &'static str,
    /// How to write it; empty for none.
    pub hint: &'static str,
}

impl FieldText {
    pub(super) const fn new(name: &'static str, label: &'static str, hint: &'static str) -> Self {
        Self { name, label, hint }
    }
}

/// What a calculator says around its answer.
pub(super) struct SheetText {
    pub description: &'static str,
    pub lead: &'static str,
    /// Terms of art of the page, to be opened.
    pub terms: &'static [Word],
    /// The fields in their order.
    pub fields: &'static [FieldText],
}

impl SheetText {
    /// The words of the field called `name`.
    pub(super) fn field(&self, name: &str) -> Option<&'static FieldText> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// The words that all share.
pub(super) struct SharedText {
    pub all: &'static str,
    pub terms: &'static str,
    pub example: &'static str,
    pub no_places: &'static str,
    pub example_answer: &'static str,
    pub answer: &'static str,
    pub try_own: &'static str,
    pub again: &'static str,
    pub calculate: &'static str,
    pub how: &'static str,
    pub nothing_kept: &'static str,
    pub decides: fn(&str) -> String,
    pub others: &'static str,
}

static ZH: SharedText = SharedText {
    all: "算一算",
    terms: "不熟悉的词，点一下看意思：",
    example: "现在填的是一个例子，不是您的情况。改成您自己的，再按“算一算”。",
    no_places: "这里还没有收录任何地方的参数，现在算不了。请问当地的医保经办机构。",
    example_answer: "例子的结果",
    answer: "结果",
    try_own: "换成您自己的",
    again: "改一改再算",
    calculate: "算一算",
    how: "怎么算出来的",
    nothing_kept: "填的内容只用来算这一次，不保存，也不会出现在网址里。",
    decides: |set| format!("按参数 {set} 估算，供参考，以经办机构核定为准。"),
    others: "还可以算",
};

static EN: SharedText = SharedText {
    all: "Calculators",
    terms: "Press a term to see what it means:",
    example: "What is filled in is an example, not you. Put in your own figures and press “Calculate”.",
    no_places: "No parameters are kept here for any place yet, so nothing can be calculated. Please ask your insurance agency.",
    example_answer: "The answer for the example",
    answer: "The answer",
    try_own: "Your own figures",
    again: "Change and calculate again",
    calculate: "Calculate",
    how: "How it comes about",
    nothing_kept: "What you type is used for this one answer. It is not kept and stands in no address.",
    decides: |set| {
        format!(
            "An estimate by the parameters {set}, for information; the insurance agency decides."
        )
    },
    others: "Other calculations",
};

impl SharedText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
