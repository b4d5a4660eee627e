//! What is wrong with a form, on top of it, with a link to each field.

use leptos::prelude::*;

use super::example::Example;
use super::{IntoWritten, Look};

/// One field that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field's name, which is its id too.
    pub field: String,
    /// What is wrong and how to mend it.
    pub text: String,
}

/// All problems of a form. It takes focus when the page is shown.
#[component]
pub fn ErrorSummary(
    /// The problems in the order of the fields; none shows nothing.
    problems: Vec<FieldProblem>,
    /// Whether it takes focus.
    #[prop(default = true)]
    focus: bool,
) -> impl IntoView {
    let look = Look::current();
    (!problems.is_empty()).then(|| {
        let heading = look.fresh_id("errors");
        let labelled_by = heading.clone();
        let items = problems.into_iter().map(|problem| {
            let href = format!("#{}", problem.field);
            view! { <li><a href=href>{problem.text}</a></li> }
        });
        view! {
            <div class="errors" role="alert" tabindex="-1" autofocus=focus data-errors=focus aria-labelledby=labelled_by>
                <h2 id=heading>{look.pick("有几处要改一改", "Please mend the following")}</h2>
                <ul>{items.collect_view()}</ul>
            </div>
        }
    })
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("两处错误", "Two problems", || {
        let look = Look::current();
        let problems = vec![
            FieldProblem {
                field: "example-year".to_owned(),
                text: look
                    .pick(
                        "年份要写四位数字，比如 2025",
                        "Write the year with four digits, such as 2025",
                    )
                    .to_owned(),
            },
            FieldProblem {
                field: "example-note".to_owned(),
                text: look
                    .pick("请写明哪里不对", "Say what looks wrong")
                    .to_owned(),
            },
        ];
        view! { <ErrorSummary problems focus=false/> }.written()
    })]
}
