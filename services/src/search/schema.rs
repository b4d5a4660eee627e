//! The fields of the index.

use sha2::{Digest, Sha256};
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::TokenizerManager;

use super::tokens::{Pairs, Words};

/// Raised whenever the same schema is filled in another way.
const GENERATION: &str = "2";

/// The schema and its fields.
#[derive(Clone)]
pub(super) struct Fields {
    pub schema: Schema,
    /// Which document (see [`key`]); what an update deletes by.
    pub key: Field,
    /// Words of an article with its headings, or of a summary.
    pub words: Field,
    /// Pairs of characters of the same, with their places.
    pub pairs: Field,
    /// Words of titles, numbers and issuers; one entry a document.
    pub title_words: Field,
    /// Pairs of characters of titles, with their places.
    pub title_pairs: Field,
    /// Which article of its version.
    pub ordinal: Field,
    /// The day of its version, counted from the beginning of the calendar.
    pub version: Field,
    /// The version's variant.
    pub variant: Field,
    /// From which day on it applies.
    pub from: Field,
    /// From which day on a newer version applies.
    pub until: Field,
    /// 1 for articles of a document's oldest version, 2 for the entry of titles.
    pub role: Field,
}

/// An entry for an article of a later version.
pub(super) const ROLE_LATER: u64 = 0;
/// An entry for an article of the oldest version, shown even before it applies.
pub(super) const ROLE_FIRST: u64 = 1;
/// The entry of a document's titles and summaries.
pub(super) const ROLE_HEAD: u64 = 2;
/// The day that never comes.
pub(super) const NEVER: i64 = 4_000_000;

impl Fields {
    pub(super) fn new() -> Self {
        let mut builder = Schema::builder();
        let text = |tokenizer: &str, option| {
            let indexing = TextFieldIndexing::default()
                .set_tokenizer(tokenizer)
                .set_index_option(option);
            TextOptions::default().set_indexing_options(indexing)
        };
        let freqs = IndexRecordOption::WithFreqs;
        let places = IndexRecordOption::WithFreqsAndPositions;
        let key = builder.add_u64_field("key", INDEXED | FAST);
        let words = builder.add_text_field("words", text("words", freqs));
        let pairs = builder.add_text_field("pairs", text("pairs", places));
        let title_words = builder.add_text_field("title_words", text("words", freqs));
        let title_pairs = builder.add_text_field("title_pairs", text("pairs", places));
        let ordinal = builder.add_u64_field("ordinal", FAST);
        let version = builder.add_i64_field("version", FAST);
        let variant = builder.add_u64_field("variant", FAST);
        let from = builder.add_i64_field("from", FAST);
        let until = builder.add_i64_field("until", FAST);
        let role = builder.add_u64_field("role", FAST);
        Self {
            schema: builder.build(),
            key,
            words,
            pairs,
            title_words,
            title_pairs,
            ordinal,
            version,
            variant,
            from,
            until,
            role,
        }
    }

    /// The cutters under the names that the schema gives them.
    pub(super) fn tokenizers() -> TokenizerManager {
        let tokenizers = TokenizerManager::default();
        tokenizers.register("words", Words);
        tokenizers.register("pairs", Pairs);
        tokenizers
    }

    /// A short hash of the schema and of the words that the cutting depends on.
    pub(super) fn hash(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(GENERATION);
        hash.update(serde_json::to_vec(&self.schema).unwrap_or_default());
        hash.update(include_bytes!("../../data/search/synonyms.txt"));
        hash.update(include_bytes!("../../data/search/homophones.txt"));
        hex::encode(hash.finalize().iter().take(6).copied().collect::<Vec<u8>>())
    }
}

/// The number under which a document's entries are kept.
pub(super) fn key(document_id: &str) -> u64 {
    let digest = Sha256::digest(document_id.as_bytes());
    digest
        .iter()
        .take(8)
        .fold(0, |key, byte| (key << 8) | u64::from(*byte))
}
