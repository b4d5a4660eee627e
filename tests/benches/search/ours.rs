//! The search of the product, as a page asks it.

use services::search::{Request, query};
use tests::judged::Question;
use tests::judged::score::DEPTH;

use crate::corpus::Library;

/// The documents found for `question`, best first.
pub(crate) async fn ask(library: &Library, question: &Question) -> Vec<String> {
    let request = Request {
        q: question.text.clone(),
        english: question.language == "en",
        per_page: DEPTH as u32,
        ..Request::default()
    };
    let answer = query(&library.visitor, &request).await.expect("an answer");
    answer.hits.into_iter().map(|hit| hit.id).collect()
}
