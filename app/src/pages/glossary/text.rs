//! What the glossary says around its terms.

use crate::language::Language;

/// The words of the page.
pub(super) struct GlossaryText {
    pub title: &'static str,
    pub description: &'static str,
    pub lead: &'static str,
    pub search: &'static str,
    pub placeholder: &'static str,
    pub groups: &'static str,
    pub all: &'static str,
    pub count: fn(usize) -> String,
    pub whole: &'static str,
    pub index: &'static str,
    pub nothing: fn(&str) -> String,
    pub nothing_more: &'static str,
    pub in_policies: &'static str,
}

static ZH: GlossaryText = GlossaryText {
    title: "医保用语，说成平常话",
    description: "起付线、封顶线、乙类、异地备案……每个医保用语的平常说法、英文和例子。",
    lead: "先说平常话，再举例子。例子里的金额大多来自同一张账单：住院花了 ¥30,000，其中目录外的 ¥2,000，乙类的 ¥8,000。各地的标准不同，例子只帮着明白意思。",
    search: "找一个词",
    placeholder: "比如：起付线",
    groups: "按类看",
    all: "全部用语",
    count: |count| format!("共 {count} 个词"),
    whole: "全部列在一页，方便打印",
    index: "只看词名，一个一个找",
    nothing: |asked| format!("没有找到“{asked}”"),
    nothing_more: "换个说法再找，或者到政策里搜。这里只收医保用语，不收药名和医院。",
    in_policies: "到政策里搜",
};

static EN: GlossaryText = GlossaryText {
    title: "The words of medical insurance, in plain language",
    description: "Deductible, cap, class B, off-site filing: every term with its official Chinese word, plain words and an example.",
    lead: "Plain words first, then an example. The sums mostly come from one and the same bill: a stay in hospital for ¥30,000, of which ¥2,000 lie outside the catalogue and ¥8,000 are class B. Figures differ by place; the examples only show what is meant.",
    search: "Find a word",
    placeholder: "e.g. deductible",
    groups: "By subject",
    all: "All words",
    count: |count| {
        let noun = if count == 1 { "word" } else { "words" };
        format!("{count} {noun}")
    },
    whole: "All on one page, to print",
    index: "Only the words, to find one by its name",
    nothing: |asked| format!("No word answers to “{asked}”"),
    nothing_more: "Try another way of saying it, or search the policies. Drugs and hospitals are not listed here.",
    in_policies: "Search the policies",
};

impl GlossaryText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
