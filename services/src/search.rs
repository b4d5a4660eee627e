//! Search over the policy library: an index derived from the database, held beside it, and the
//! questions people ask of it.
//!
//! Evidence is gathered term by term over words, characters and titles (never through a query
//! parser), judged per article, grouped by document, and shown with a passage read from the
//! database. The index holds no text.

mod answer;
mod build;
mod catalogue;
mod life;
mod plan;
mod query;
mod rank;
mod reindex;
mod schema;
mod score;
mod snippet;
mod spelling;
mod stem;
mod suggest;
mod text;
mod tokens;
mod traditional;
mod vocabulary;

/// Which part is away while the index is not there, or too many ask it at once. A database that is
/// away says so itself.
pub const AWAY: &str = "search";

pub(crate) use catalogue::plain;
pub(crate) use tokens::chinese_words;

pub use answer::{Answer, ArticleRef, FacetValue, Facets, Hit, Request, Sort};
pub use life::{IndexState, Search};
pub use query::query;
pub use reindex::reindex;
pub use suggest::{Suggestion, suggest};
