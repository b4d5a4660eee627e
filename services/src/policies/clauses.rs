//! Where the clauses that figures rest on can be read in the library: for all of a page at once.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::{Action, Relation, may};
use domain::explain::Clause;
use sea_orm::{FromQueryResult, Value};

use super::describe::UNDATED;
use super::identity::{document_id, identity};
use super::queries;
use crate::context::RequestContext;
use crate::error::ServiceError;

/// How many documents one page asks for at most; the statement has so many places.
const MOST: usize = 24;

/// A point of one of our summaries, and the article of the law that it retells: the document and its
/// place, who issued the law, its title and the article.
static RETOLD: [(&str, &str, Law); 4] = [
    ("d23", "第4点", (CONGRESS, SOCIAL_INSURANCE, "第二十八条")),
    ("d23", "第5点", (CONGRESS, SOCIAL_INSURANCE, "第二十七条")),
    ("d26", "第1点", (COUNCIL, WOMEN_AT_WORK, "第七条")),
    ("d26", "第3点", (COUNCIL, WOMEN_AT_WORK, "第八条")),
];

/// Who issued it, its title, an article of it.
type Law = (&'static str, &'static str, &'static str);

const CONGRESS: &str = "全国人民代表大会常务委员会";
const COUNCIL: &str = "国务院";
const SOCIAL_INSURANCE: &str = "中华人民共和国社会保险法";
const WOMEN_AT_WORK: &str = "女职工劳动保护特别规定";

/// A clause that the library has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// What was asked for.
    pub clause: Clause,
    /// Where it is read.
    pub at: Place,
    /// The article of the official text that it retells, where the library has that too: how it is
    /// cited, and where it is read.
    pub official: Option<(String, Place)>,
}

/// Where something is read in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The document.
    pub document: String,
    /// The anchor of the article in Chinese; `None` where the document has no such article.
    pub anchor: Option<String>,
    /// The same in English, where the document is told in English.
    pub anchor_en: Option<String>,
    /// The day as of which the document has to be read; `None` for the text in force today.
    pub as_of: Option<NaiveDate>,
}

/// The clauses among `wanted` that the library has, each in the version in force on `day`. One
/// statement, however many are asked for.
///
/// # Errors
/// `NotFound` when the actor may not read what is published; what the store says.
pub async fn linked<'a>(
    context: &RequestContext,
    wanted: impl IntoIterator<Item = &'a Clause>,
    day: NaiveDate,
) -> Result<Vec<Linked>, ServiceError> {
    if !may(context.actor.role, Relation::Nobody, Action::ReadPublic) {
        return Err(ServiceError::NotFound);
    }
    let mut clauses: Vec<&Clause> = Vec::new();
    for clause in wanted {
        if !clauses.contains(&clause) {
            clauses.push(clause);
        }
    }
    if clauses.is_empty() {
        return Ok(Vec::new());
    }
    let texts = texts(context, &documents(&clauses), day).await?;
    let found = clauses.into_iter().filter_map(|clause| {
        let text = texts.get(&clause.document)?;
        Some(Linked {
            at: text.place(&clause.document, clause.place.as_deref()),
            official: official(clause, &texts),
            clause: clause.clone(),
        })
    });
    Ok(found.collect())
}

/// The documents that may be needed: those that are named, and the laws that they retell.
fn documents(clauses: &[&Clause]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    let named = clauses.iter().map(|clause| clause.document.clone());
    let laws = clauses
        .iter()
        .flat_map(|clause| laws(clause))
        .map(|(issuer, title, _)| law_id(issuer, title));
    for id in named.chain(laws) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.truncate(MOST);
    ids
}

fn laws(clause: &Clause) -> impl Iterator<Item = Law> {
    let first = clause.place.as_deref().and_then(first_of);
    let retold = RETOLD
        .iter()
        .filter(move |(id, place, _)| *id == clause.document && Some(*place) == first);
    retold.map(|(_, _, law)| *law)
}

fn law_id(issuer: &str, title: &str) -> String {
    document_id(&identity(issuer, title, "", ""))
}

fn official(clause: &Clause, texts: &BTreeMap<String, Text>) -> Option<(String, Place)> {
    laws(clause).find_map(|(issuer, title, article)| {
        let id = law_id(issuer, title);
        let place = texts.get(&id)?.place(&id, Some(article));
        place.anchor.is_some().then(|| {
            let short = title.trim_start_matches("中华人民共和国");
            (format!("《{short}》{article}"), place)
        })
    })
}

/// The first of the places that a clause names.
fn first_of(place: &str) -> Option<&str> {
    place.split('、').next().filter(|place| !place.is_empty())
}

/// One version of a document, by the heads of its articles.
struct Text {
    as_of: Option<NaiveDate>,
    heads: Vec<Head>,
}

/// The head of an article, with the version that it stands in.
#[derive(Clone, FromQueryResult)]
struct Head {
    document_id: String,
    version_on: NaiveDate,
    variant: i32,
    effective_on: Option<NaiveDate>,
    anchor: String,
    label: String,
    language: String,
}

impl Head {
    const fn version(&self) -> (NaiveDate, i32) {
        (self.version_on, self.variant)
    }

    /// From when on its version applies; `None` when nobody dated it.
    fn applies_from(&self) -> Option<NaiveDate> {
        self.effective_on
            .or((self.version_on > UNDATED).then_some(self.version_on))
    }
}

impl Text {
    fn place(&self, document: &str, cited: Option<&str>) -> Place {
        let first = cited.and_then(first_of);
        let anchor = |language: &str| {
            let head = self.heads.iter().find(|head| {
                head.language == language && first.is_some_and(|first| head.is(first))
            });
            head.map(|head| head.anchor.clone())
        };
        Place {
            document: document.to_owned(),
            anchor: anchor("zh"),
            anchor_en: anchor("en"),
            as_of: self.as_of,
        }
    }
}

impl Head {
    /// Whether this is the article cited as `place`: `第二十七条` of a law, or `第3点` of a summary,
    /// whose points are headed `第3点 …` and `3. …`.
    fn is(&self, place: &str) -> bool {
        let number = place
            .strip_prefix('第')
            .and_then(|rest| rest.strip_suffix('点'));
        let (Some(number), "en") = (number, self.language.as_str()) else {
            let rest = self.label.strip_prefix(place);
            return rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        };
        let rest = self.label.strip_prefix(number);
        rest.is_some_and(|rest| rest.starts_with(". "))
    }
}

/// The version of each document that was in force on `day`, else the oldest one.
async fn texts(
    context: &RequestContext,
    ids: &[String],
    day: NaiveDate,
) -> Result<BTreeMap<String, Text>, ServiceError> {
    let given = ids.iter().map(|id| Value::from(id.as_str()));
    let places = given.chain(std::iter::repeat_with(|| "".into())).take(MOST);
    let reader = &context.platform.database.reader;
    let heads: Vec<Head> = queries::CLAUSES.all(reader, places).await?;
    let of_one = heads.chunk_by(|one, next| one.document_id == next.document_id);
    let text = |heads: &[Head]| {
        let then = in_force(heads, day)?;
        let today = in_force(heads, context.today())?;
        // A version that nobody dated, or that came into force later, cannot be asked for by a day.
        let by_day = then.applies_from().is_some_and(|from| from <= day);
        let version = then.version();
        let shown = heads.iter().filter(|head| head.version() == version);
        let text = Text {
            as_of: (version != today.version() && by_day).then_some(day),
            heads: shown.cloned().collect(),
        };
        Some((then.document_id.clone(), text))
    };
    Ok(of_one.filter_map(text).collect())
}

/// A head of the version in force on `day` of `heads`, of which those of newer versions come first;
/// of the oldest version, where none was in force yet.
fn in_force(heads: &[Head], day: NaiveDate) -> Option<&Head> {
    let applies = |head: &&Head| head.applies_from().is_none_or(|from| from <= day);
    heads.iter().find(applies).or_else(|| heads.last())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(label: &str, language: &str) -> Head {
        Head {
            document_id: "d01".to_owned(),
            version_on: UNDATED,
            variant: 0,
            effective_on: None,
            anchor: "s2".to_owned(),
            label: label.to_owned(),
            language: language.to_owned(),
        }
    }

    #[test]
    fn the_version_of_the_day_is_taken() {
        let on = |day: &str| Head {
            version_on: day.parse().unwrap(),
            ..head("第一条", "zh")
        };
        let heads = [on("2025-06-01"), on("2020-01-01")];
        let taken = |day: &str| {
            let found = in_force(&heads, day.parse().unwrap());
            found.map(|head| head.version_on.to_string()).unwrap()
        };
        assert_eq!(taken("2025-06-01"), "2025-06-01");
        assert_eq!(taken("2025-05-31"), "2020-01-01");
        assert_eq!(taken("2019-05-31"), "2020-01-01", "the oldest there is");
    }

    #[test]
    fn an_article_is_found_by_how_it_is_cited() {
        for (label, language, place, found) in [
            ("第1点 起付线", "zh", "第1点", true),
            ("第11点 起付线", "zh", "第1点", false),
            ("1. National limits", "en", "第1点", true),
            ("11. National limits", "en", "第1点", false),
            ("第二十七条", "zh", "第二十七条", true),
            ("第二十七条之一", "zh", "第二十七条", false),
        ] {
            assert_eq!(head(label, language).is(place), found, "{label} {place}");
        }
    }
}
