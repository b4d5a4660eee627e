//! The judged set of the policy library (`tests/data/judged`): questions with graded answers.

pub mod score;

use std::path::{Path, PathBuf};

use services::documents::Article;
use sha2::{Digest, Sha256};

/// What the questions ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corpus {
    /// The summaries that ship with the product.
    Shipped,
    /// The archive of legal texts beside the repository.
    Legal,
}

/// The kinds of question, as they are reported.
pub const KINDS: [&str; 7] = [
    "title",
    "number",
    "question",
    "synonym",
    "typo",
    "pinyin",
    "cross-language",
];

/// One question.
#[derive(Clone, Debug)]
pub struct Question {
    /// `q01-zh`; never changes.
    pub id: String,
    /// `zh` or `en`.
    pub language: String,
    /// One of [`KINDS`].
    pub kind: String,
    /// As it is typed.
    pub text: String,
    /// Best grade first.
    pub answers: Vec<Graded>,
}

/// One answer with its worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graded {
    /// The id of a shipped document, or the path in the archive without `.md`.
    pub document: String,
    /// A point (`p3`) or an article (`a30`).
    pub anchor: Option<String>,
    /// 3 the very answer, 2 in good part, 1 relevant.
    pub grade: u8,
}

impl Question {
    /// Whether the question is measured only, and never tuned to.
    #[must_use]
    pub fn held_out(&self) -> bool {
        let subject = self.id.split('-').next().unwrap_or(&self.id);
        let digest = Sha256::digest(subject.as_bytes());
        let head = digest
            .iter()
            .take(4)
            .fold(0_u32, |number, byte| (number << 8) | u32::from(*byte));
        head.is_multiple_of(3)
    }

    /// The best grade that `document` has, 0 when it has none.
    #[must_use]
    pub fn grade(&self, document: &str) -> u8 {
        let grades = self.answers.iter();
        grades
            .filter(|answer| answer.document == document)
            .map(|answer| answer.grade)
            .max()
            .unwrap_or(0)
    }
}

impl Graded {
    fn read(text: &str) -> Option<Self> {
        let (place, grade) = text.rsplit_once('=')?;
        let grade = grade
            .parse()
            .ok()
            .filter(|grade| (1..=3_u8).contains(grade))?;
        let (document, anchor) = match place.split_once('#') {
            Some((document, anchor)) => (document, Some(anchor.to_owned())),
            None => (place, None),
        };
        Some(Self {
            document: document.to_owned(),
            anchor,
            grade,
        })
    }
}

/// The folder of the set.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/judged")
}

/// The rows of the file `name`, without its head line, as their columns.
///
/// # Panics
/// When the file cannot be read.
#[must_use]
pub fn rows(name: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(folder().join(name)).expect("the judged set is there");
    let rows = text.lines().skip(1);
    rows.map(|row| row.split('\t').map(str::to_owned).collect())
        .collect()
}

/// The questions over `corpus`, in their order.
///
/// # Panics
/// When a line is not as the README of the set says, naming it.
#[must_use]
pub fn questions(corpus: Corpus) -> Vec<Question> {
    let name = match corpus {
        Corpus::Shipped => "shipped.tsv",
        Corpus::Legal => "legal.tsv",
    };
    let read = |columns: Vec<String>| {
        let line = columns.join(" | ");
        let [id, language, kind, text, answers] = <[String; 5]>::try_from(columns)
            .unwrap_or_else(|_| panic!("{name}: not five columns: {line}"));
        let answers = answers
            .split(" ; ")
            .map(|answer| Graded::read(answer).unwrap_or_else(|| panic!("{name}: {id}: {answer}")))
            .collect();
        Question {
            id,
            language,
            kind,
            text,
            answers,
        }
    };
    rows(name).into_iter().map(read).collect()
}

/// The articles of a text that an anchor of the set names: one article of a law, or one point of
/// a summary in each of its languages.
#[must_use]
pub fn named<'a>(articles: &'a [Article], anchor: &str) -> Vec<&'a Article> {
    let of_point = |article: &&Article, point: &str| {
        let start = match article.language {
            "en" => format!("{point}."),
            _ => format!("第{point}点"),
        };
        article.label.starts_with(&start)
    };
    let articles = articles.iter();
    match anchor.strip_prefix('p') {
        Some(point) => articles
            .filter(|article| of_point(article, point))
            .collect(),
        None => articles
            .filter(|article| article.anchor == anchor)
            .collect(),
    }
}
