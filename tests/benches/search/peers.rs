//! The peers: full text of SQLite and of PostgreSQL over the same documents, cut into words by jieba.
//! A question is its words, any of them; the best ten documents count, by what a document or its best
//! article is worth.

use jieba_rs::Jieba;
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement, TransactionTrait};
use tests::judged::score::DEPTH;

use crate::corpus::Text;

/// What one row of a peer's table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Document,
    Article,
}

/// Rows of articles that are read for ten documents.
const ROWS: usize = 200;
/// Rows of one statement that writes.
const BATCH: usize = 100;

/// The words of a text.
pub(crate) fn words(jieba: &Jieba, text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = jieba.cut_for_search(&lower, true).into_iter();
    words
        .map(|token| token.word)
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| word.replace(['"', '\'', '\\'], ""))
        .collect()
}

/// Rows of `texts` in the size of `unit`: a document and its words, divided by blanks.
pub(crate) fn rows(jieba: &Jieba, texts: &[Text], unit: Unit) -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = Vec::new();
    for text in texts {
        let body = words(jieba, &text.body).join(" ");
        match rows.last_mut() {
            Some((document, all)) if unit == Unit::Document && *document == text.document => {
                all.push(' ');
                all.push_str(&body);
            }
            _ => {
                let head = words(jieba, &text.head).join(" ");
                rows.push((text.document.clone(), format!("{head} {body}")));
            }
        }
    }
    rows
}

/// A full text table.
pub(crate) struct Peer<'a> {
    store: &'a DatabaseConnection,
    ask: String,
    unit: Unit,
    sqlite: bool,
}

impl<'a> Peer<'a> {
    /// Fills a table of its own in `store` with `rows`.
    pub(crate) async fn fill(
        store: &'a DatabaseConnection,
        rows: &[(String, String)],
        unit: Unit,
    ) -> Self {
        let sqlite = store.get_database_backend() == sea_orm::DatabaseBackend::Sqlite;
        let table = match unit {
            Unit::Document => "peer_document",
            Unit::Article => "peer_article",
        };
        let make = if sqlite {
            format!("CREATE VIRTUAL TABLE {table} USING fts5(document UNINDEXED, body)")
        } else {
            format!("CREATE TABLE {table} (document TEXT NOT NULL, body TSVECTOR NOT NULL)")
        };
        store.execute_unprepared(&make).await.expect("a table");
        let writing = store.begin().await.expect("a transaction");
        for batch in rows.chunks(BATCH) {
            let (mut places, mut values) = (Vec::new(), Vec::new());
            for (document, body) in batch {
                let next = values.len() + 1;
                places.push(if sqlite {
                    "(?, ?)".to_owned()
                } else {
                    format!("(${next}, to_tsvector('simple', ${}))", next + 1)
                });
                values.extend([document.clone().into(), body.clone().into()]);
            }
            let insert = format!(
                "INSERT INTO {table} (document, body) VALUES {}",
                places.join(", ")
            );
            let backend = store.get_database_backend();
            let statement = Statement::from_sql_and_values(backend, insert, values);
            writing.execute_raw(statement).await.expect("rows");
        }
        writing.commit().await.expect("it is kept");
        if !sqlite {
            let index = format!("CREATE INDEX {table}_words ON {table} USING gin (body)");
            store.execute_unprepared(&index).await.expect("an index");
        }
        let limit = if unit == Unit::Document { DEPTH } else { ROWS };
        let ask = if sqlite {
            format!(
                "SELECT document FROM {table} WHERE {table} MATCH ? ORDER BY bm25({table}) LIMIT {limit}"
            )
        } else {
            format!(
                "SELECT document FROM {table}, to_tsquery('simple', $1) AS asked WHERE body @@ asked \
                 ORDER BY ts_rank(body, asked, 1) DESC LIMIT {limit}"
            )
        };
        Self {
            store,
            ask,
            unit,
            sqlite,
        }
    }

    /// The documents found for these words, best first.
    pub(crate) async fn ask(&self, words: &[String]) -> Vec<String> {
        if words.is_empty() {
            return Vec::new();
        }
        let (quote, or) = if self.sqlite {
            ("\"", " OR ")
        } else {
            ("'", " | ")
        };
        let quoted: Vec<String> = words
            .iter()
            .map(|word| format!("{quote}{word}{quote}"))
            .collect();
        let statement = Statement::from_sql_and_values(
            self.store.get_database_backend(),
            &self.ask,
            [quoted.join(or).into()],
        );
        let rows = self
            .store
            .query_all_raw(statement)
            .await
            .expect("an answer");
        let mut found: Vec<String> = Vec::new();
        for row in rows {
            let document: String = row.try_get_by_index(0).expect("a document");
            if self.unit == Unit::Document || !found.contains(&document) {
                found.push(document);
            }
        }
        found.truncate(DEPTH);
        found
    }
}
