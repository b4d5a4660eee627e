//! Several lines of text.

use leptos::prelude::*;

use super::{Ties, hint_line, problem_line};
use crate::ui::{IntoWritten, Look, Written};

/// Several lines to fill in. Its id is its name.
///
/// The renderer of leptos 0.8 does not escape what stands in a `<textarea>`, so that a text
/// with `</textarea><script>` in it would leave the field. Here it is escaped by hand.
#[component]
pub fn TextAreaField(
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
    /// How many lines are seen at once.
    #[prop(default = 5)]
    rows: u32,
    /// The most characters that are taken.
    #[prop(default = 2000)]
    longest: u32,
) -> impl IntoView {
    let ties = Ties::new(&name, hint.is_some(), problem.is_some());
    let invalid = problem.is_some();
    view! {
        <div class="field" data-invalid=invalid.then_some("")>
            <label for=name.clone()>{label}</label>
            {hint_line(ties.hint, hint)}
            {problem_line(ties.problem, problem)}
            <textarea class="input" id=name.clone() name=name rows=rows maxlength=longest
                aria-describedby=ties.described_by aria-invalid=invalid.then_some("true") inner_html=escaped(&value)></textarea>
        </div>
    }
}

/// Text as the content of a `<textarea>`. The line break in front is the one that parsers drop.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    safe.push('\n');
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            other => safe.push(other),
        }
    }
    safe
}

pub(super) fn example() -> Written {
    let look = Look::current();
    view! {
        <TextAreaField name="example-note" label=look.pick("哪里不对", "What looks wrong")
            hint=look.pick("不用写身份证号", "Leave out identity numbers").to_owned()/>
    }
    .written()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_leave_the_field() {
        let hostile = "\n</textarea><script>alert(1)</script>&amp;";
        let html = Owner::new()
            .with(|| view! { <TextAreaField name="note" label="note" value=hostile/> }.to_html());
        assert!(!html.contains("<script>"), "{html}");
        let page = scraper::Html::parse_fragment(&html);
        let area = scraper::Selector::parse("textarea").unwrap_or_else(|_| unreachable!());
        let typed: String = page.select(&area).flat_map(|area| area.text()).collect();
        assert_eq!(typed, hostile, "what was typed comes back unchanged");
    }
}
