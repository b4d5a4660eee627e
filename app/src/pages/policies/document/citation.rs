//! How to cite the document.

use leptos::prelude::*;
use services::policies::DocumentView;

use super::text::DocumentText;
use crate::ui::{Icon, Look, Sign};

/// The citation, to be copied. The button needs the script, which shows it.
#[component]
pub(super) fn Citation(document: DocumentView) -> impl IntoView {
    let text = DocumentText::of(Look::current().language);
    let cited = cite(&document);
    view! {
        <section class="stack" data-flow="tight" aria-labelledby="cite">
            <h2 id="cite" class="small">{text.cite}</h2>
            <p class="citation" id="citation" lang="zh-Hans">{cited}</p>
            <p class="actions">
                <button class="button" type="button" data-kind="quiet" data-copy="citation" data-done=text.copied hidden>
                    <Icon sign=Sign::Copy/>{text.copy}" "<span role="status"></span>
                </button>
            </p>
        </section>
    }
}

/// `国务院办公厅《标题》（国办发〔2024〕38号，2024-07-26）`.
fn cite(document: &DocumentView) -> String {
    let details: Vec<&str> = [document.number.as_str(), document.issued_label.as_str()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    let details = if details.is_empty() {
        String::new()
    } else {
        format!("（{}）", details.join("，"))
    };
    format!(
        "{}《{}》{details}",
        document.issuers.join(" "),
        document.title_zh
    )
}
