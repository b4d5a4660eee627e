//! Fields of forms: label above, hint, what is wrong, one column.

pub mod choice;
pub mod select;
pub mod text_area;
pub mod tick;

use leptos::prelude::*;

use super::example::Example;
use super::{Icon, IntoWritten, Look, Sign};

/// One value to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// In words.
    pub label: String,
}

impl Choice {
    /// A value with its words.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
        }
    }
}

/// The ids that tie a field to its hint and its problem.
struct Ties {
    hint: Option<String>,
    problem: Option<String>,
    described_by: Option<String>,
}

impl Ties {
    fn new(name: &str, hint: bool, problem: bool) -> Self {
        let hint = hint.then(|| format!("{name}-hint"));
        let problem = problem.then(|| format!("{name}-error"));
        let all: Vec<&str> = [&hint, &problem]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        let described_by = (!all.is_empty()).then(|| all.join(" "));
        Self {
            hint,
            problem,
            described_by,
        }
    }
}

fn hint_line(id: Option<String>, text: Option<String>) -> impl IntoView {
    text.map(|text| view! { <p class="hint" id=id>{text}</p> })
}

fn problem_line(id: Option<String>, text: Option<String>) -> impl IntoView {
    text.map(|text| view! { <p class="error" id=id><Icon sign=Sign::Warning/>{text}</p> })
}

/// One line to fill in. Its id is its name.
#[component]
pub fn Field(
    /// The name under which it is sent.
    #[prop(into)]
    name: String,
    /// What to write.
    #[prop(into)]
    label: String,
    /// What was typed before.
    #[prop(optional, into)]
    value: String,
    /// How to write it.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong with what was typed.
    #[prop(optional_no_strip, into)]
    problem: Option<String>,
    /// The `type` of the input: `text`, `date`, `search`, `tel`.
    #[prop(default = "text")]
    kind: &'static str,
    /// The keyboard to show: `numeric`, `decimal`.
    #[prop(optional)]
    keyboard: Option<&'static str>,
    /// What the browser may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// The most characters that are taken.
    #[prop(default = 200)]
    longest: u32,
) -> impl IntoView {
    let ties = Ties::new(&name, hint.is_some(), problem.is_some());
    let invalid = problem.is_some();
    view! {
        <div class="field" data-invalid=invalid.then_some("")>
            <label for=name.clone()>{label}</label>
            {hint_line(ties.hint, hint)}
            {problem_line(ties.problem, problem)}
            <input class="input" id=name.clone() name=name type=kind value=value inputmode=keyboard autocomplete=autocomplete
                maxlength=longest aria-describedby=ties.described_by aria-invalid=invalid.then_some("true")/>
        </div>
    }
}

/// For the gallery: all kinds of fields.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![
        Example::new("一行", "One line", || {
            let look = Look::current();
            view! {
                <Field name="example-year" label=look.pick("年份", "Year") value="25" keyboard="numeric" longest=4
                    hint=look.pick("四位数字", "Four digits").to_owned()
                    problem=look.pick("年份要写四位数字，比如 2025", "Write the year with four digits, such as 2025").to_owned()/>
            }
            .written()
        }),
        Example::new("选一个", "Choose one", select::example),
        Example::new("几个里选一个", "One of a few", choice::example),
        Example::new("多行", "Several lines", text_area::example),
        Example::new("同意", "To agree", tick::example),
    ]
}
