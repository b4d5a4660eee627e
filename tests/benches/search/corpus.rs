//! The two libraries that are searched, each in a store of its own.

use std::collections::HashMap;
use std::sync::Arc;

use sea_orm::{EntityTrait, QueryOrder, QuerySelect};
use services::RequestContext;
use services::store::entity::{policy_article, policy_document, policy_version};
use tests::database::{TestDatabase, sqlite_only};
use tests::judged::{Corpus, Question, questions};
use tests::library::{imported, indexed, legal_texts, platform, shipped, visitor};

/// A library with the questions to it.
pub(crate) struct Library {
    /// Where it is kept.
    pub made: TestDatabase,
    /// Who asks.
    pub visitor: RequestContext,
    /// The questions; documents are named by their ids in this library.
    pub questions: Vec<Question>,
}

/// One article as it stands in the newest version.
pub(crate) struct Text {
    /// The document.
    pub document: String,
    /// The titles of the document and the summaries, in both languages; the same for all its articles.
    pub head: String,
    /// Label, heading and text.
    pub body: String,
}

/// The library of `corpus`; `None` where its texts are not at hand, which is said.
pub(crate) async fn open(corpus: Corpus) -> Option<Library> {
    let made = sqlite_only().await;
    let platform = platform(&made);
    let visitor = visitor(&platform);
    let mut questions = questions(corpus);
    match corpus {
        Corpus::Shipped => shipped(&visitor).await,
        Corpus::Legal => {
            let archive = legal_texts()?;
            println!("note: importing the legal texts");
            // No file of the archive needs another program to be read.
            let report = imported(&visitor, &archive, "true").await;
            assert!(report.progress.added > 3_000, "{:?}", report.progress);
            indexed(&visitor).await;
            let ids = by_source(&visitor).await;
            for answer in questions.iter_mut().flat_map(|one| &mut one.answers) {
                let id = ids.get(&format!("{}.md", answer.document));
                answer.document = id.expect("a graded text is imported").clone();
            }
        }
    }
    Some(Library {
        made,
        visitor,
        questions,
    })
}

/// The documents by the files that their versions came from.
async fn by_source(context: &RequestContext) -> HashMap<String, String> {
    let versions = policy_version::Entity::find()
        .all(&context.platform.database.reader)
        .await
        .expect("the versions");
    let pairs = versions.into_iter();
    pairs
        .map(|version| (version.source, version.document_id))
        .collect()
}

impl Library {
    /// Every article of every document's newest version.
    pub(crate) async fn texts(&self) -> Vec<Text> {
        let reader = &Arc::clone(&self.visitor.platform).database.reader;
        let documents = policy_document::Entity::find().all(reader).await;
        let heads: HashMap<String, String> = documents
            .expect("the documents")
            .into_iter()
            .map(|one| {
                let head = [
                    one.title_zh,
                    one.part,
                    one.title_en,
                    one.number_raw,
                    one.issuers,
                    one.summary_zh,
                    one.summary_en,
                ];
                (one.document_id, head.join("\n"))
            })
            .collect();
        let newest: Vec<(String, chrono::NaiveDate, i32)> = policy_version::Entity::find()
            .select_only()
            .column(policy_version::Column::DocumentId)
            .column(policy_version::Column::VersionOn)
            .column(policy_version::Column::Variant)
            .order_by_asc(policy_version::Column::VersionOn)
            .order_by_asc(policy_version::Column::Variant)
            .into_tuple()
            .all(reader)
            .await
            .expect("the versions");
        // Later ones take the place of earlier ones.
        let newest: HashMap<String, _> = newest
            .into_iter()
            .map(|(id, day, variant)| (id, (day, variant)))
            .collect();
        let articles = policy_article::Entity::find().all(reader).await;
        articles
            .expect("the articles")
            .into_iter()
            .filter(|one| newest.get(&one.document_id) == Some(&(one.version_on, one.variant)))
            .map(|one| Text {
                head: heads[&one.document_id].clone(),
                body: [one.label, one.heading, one.body].join("\n"),
                document: one.document_id,
            })
            .collect()
    }
}
