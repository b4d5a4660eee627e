//! Answers a question to the library.

use std::collections::HashMap;
use std::time::Instant;

use chrono::Datelike;
use domain::access::{Action, Relation, may};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use tokio::task::spawn_blocking;

use super::AWAY;
use super::answer::{Answer, ArticleRef, Hit, Request, Sort};
use super::life::Serving;
use super::plan::Plan;
use super::rank::{Passage, Ranked, Scope, browse, prefer, rank, strong};
use super::score::gather;
use super::snippet::snippet;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::policy_article::{Column, Entity, Model};

mod facets;

/// Most hits of a page.
const MOST_PER_PAGE: u32 = 50;
/// Pages beyond this one are empty.
const LAST_PAGE: u32 = 1_000;
/// How many of the best documents are looked through for an article.
const BEST: usize = 30;

/// Answers `request`. The work is done off the async threads, for at most as many questions at
/// once as there are cores.
///
/// # Errors
/// `Unavailable` with [`AWAY`] while the index is not there yet or too many ask at once; what the
/// store says.
pub async fn query(context: &RequestContext, request: &Request) -> Result<Answer, ServiceError> {
    if !may(context.actor.role, Relation::Nobody, Action::ReadPublic) {
        return Err(ServiceError::NotFound);
    }
    let began = Instant::now();
    let search = &context.platform.search;
    let serving = search.serving().ok_or(ServiceError::Unavailable(AWAY))?;
    let permit = search.permit().await?;
    let asked = request.clone();
    let day = request.as_of.unwrap_or_else(|| context.today());
    let at_work = std::sync::Arc::clone(&serving);
    let (plan, ranked, facets) = spawn_blocking(move || {
        let _permit = permit;
        let scope = Scope {
            request: &asked,
            day,
        };
        find(&at_work, &asked, &scope)
    })
    .await
    .map_err(ServiceError::internal)?
    .map_err(|error| {
        search.report_damage();
        ServiceError::internal(error)
    })?;
    let scope = Scope { request, day };
    let ranked = first_with_article(context, &serving, ranked, &plan, &scope).await?;
    let page = page(&ranked, request);
    let articles = articles(context, &serving, page, &plan).await?;
    let hits = page
        .iter()
        .filter_map(|hit| show(&serving, hit, &plan, &articles, &scope))
        .collect();
    Ok(Answer {
        total: ranked.len() as u64,
        took_us: u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX),
        hits,
        facets,
        suggestion: plan.corrected,
    })
}

/// Where an article is asked for by its number, documents that have it stand before those of
/// the best ones that have not; not where the reader wants the newest first.
async fn first_with_article(
    context: &RequestContext,
    serving: &Serving,
    mut ranked: Vec<Ranked>,
    plan: &Plan,
    scope: &Scope<'_>,
) -> Result<Vec<Ranked>, ServiceError> {
    let Some(anchor) = &plan.article else {
        return Ok(ranked);
    };
    if scope.request.sort == Sort::Newest {
        return Ok(ranked);
    }
    let strong = strong(&ranked);
    let entries = &serving.catalogue.entries;
    let best: HashMap<&str, usize> = ranked
        .iter()
        .take(BEST)
        .filter(|hit| hit.score >= strong)
        .filter_map(|hit| Some((entries.get(hit.slot)?.id.as_str(), hit.slot)))
        .collect();
    let with: Vec<String> = Entity::find()
        .select_only()
        .column(Column::DocumentId)
        .filter(Column::DocumentId.is_in(best.keys().copied()))
        .filter(Column::Anchor.eq(anchor.as_str()))
        .into_tuple()
        .all(&context.platform.database.reader)
        .await?;
    let with: Vec<usize> = with
        .iter()
        .filter_map(|id| best.get(id.as_str()).copied())
        .collect();
    prefer(&mut ranked, &serving.catalogue, scope, |hit| {
        with.contains(&hit.slot)
    });
    Ok(ranked)
}

type Found = (Plan, Vec<Ranked>, super::answer::Facets);

fn find(serving: &Serving, request: &Request, scope: &Scope<'_>) -> tantivy::Result<Found> {
    let plan = Plan::new(&request.q, |word| serving.misspelt(word));
    let ranked = if plan.is_empty() {
        // Signs alone ask for nothing; only an empty question lists everything.
        if request.q.trim().is_empty() {
            browse(&serving.catalogue, scope)
        } else {
            Vec::new()
        }
    } else {
        let (evidence, worth) = gather(&serving.searcher, &serving.fields, &plan)?;
        rank(
            &serving.searcher,
            &serving.catalogue,
            &plan,
            evidence,
            &worth,
            scope,
        )?
    };
    let facets = facets::count(&serving.catalogue, &ranked, scope);
    Ok((plan, ranked, facets))
}

fn page<'a>(ranked: &'a [Ranked], request: &Request) -> &'a [Ranked] {
    let size = if request.per_page == 0 {
        10
    } else {
        request.per_page.min(MOST_PER_PAGE)
    } as usize;
    let page = request.page.clamp(1, LAST_PAGE) as usize;
    let from = (page - 1) * size;
    ranked
        .get(from..(from + size).min(ranked.len()).max(from))
        .unwrap_or_default()
}

/// The texts of the passages, and the first articles where a document has no summary.
async fn articles(
    context: &RequestContext,
    serving: &Serving,
    page: &[Ranked],
    plan: &Plan,
) -> Result<HashMap<String, Vec<Model>>, ServiceError> {
    let mut wanted = Condition::any();
    let mut any = false;
    for hit in page {
        let Some(entry) = serving.catalogue.entries.get(hit.slot) else {
            continue;
        };
        let one = Condition::all().add(Column::DocumentId.eq(entry.id.as_str()));
        if let Some(anchor) = &plan.article {
            wanted = wanted.add(one.clone().add(Column::Anchor.eq(anchor.as_str())));
            any = true;
        }
        let one = match hit.passage {
            Some(passage) => one
                .add(Column::VersionOn.eq(passage.version_on))
                .add(Column::Variant.eq(passage.variant))
                .add(Column::Ordinal.eq(passage.ordinal)),
            None if entry.summary_zh.is_empty() => one.add(Column::Ordinal.eq(0)),
            None => continue,
        };
        wanted = wanted.add(one);
        any = true;
    }
    let mut found: HashMap<String, Vec<Model>> = HashMap::new();
    if any {
        for row in Entity::find()
            .filter(wanted)
            .all(&context.platform.database.reader)
            .await?
        {
            found.entry(row.document_id.clone()).or_default().push(row);
        }
    }
    Ok(found)
}

/// The article asked for by its number, in the version that the passage is of or that is newest.
fn asked<'a>(
    rows: &'a [Model],
    anchor: &str,
    passage: Option<Passage>,
    scope: &Scope<'_>,
) -> Option<&'a Model> {
    let of_version = |row: &&Model| {
        passage.map_or(row.version_on <= scope.day, |passage| {
            (row.version_on, row.variant) == (passage.version_on, passage.variant)
        })
    };
    rows.iter()
        .filter(|row| row.anchor == anchor)
        .filter(of_version)
        .max_by_key(|row| (row.version_on, row.variant))
}

fn show(
    serving: &Serving,
    hit: &Ranked,
    plan: &Plan,
    articles: &HashMap<String, Vec<Model>>,
    scope: &Scope<'_>,
) -> Option<Hit> {
    let entry = serving.catalogue.entries.get(hit.slot)?;
    let rows = articles
        .get(&entry.id)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let same = |row: &&Model, passage: Passage| {
        (row.version_on, row.variant, row.ordinal)
            == (passage.version_on, passage.variant, passage.ordinal)
    };
    let best = hit
        .passage
        .and_then(|passage| rows.iter().find(|row| same(row, passage)));
    let asked = plan
        .article
        .as_ref()
        .and_then(|anchor| asked(rows, anchor, hit.passage, scope));
    let article = asked.or(best);
    let summary = if scope.request.english && !entry.summary_en.is_empty() {
        &entry.summary_en
    } else {
        &entry.summary_zh
    };
    let text = match article.or_else(|| rows.iter().max_by_key(|row| row.version_on)) {
        Some(row) if article.is_some() || summary.is_empty() => row.body.as_str(),
        _ => summary.as_str(),
    };
    Some(Hit {
        id: entry.id.clone(),
        title_zh: entry.title_zh.clone(),
        title_en: entry.title_en.clone(),
        part: entry.part.clone(),
        number: entry.number_raw.clone(),
        certainty: entry.certainty.clone(),
        issuers: entry.issuers.clone(),
        issuers_en: entry.issuers_en.clone(),
        issued_on: entry.issued_on.filter(|day| day.year() > 1),
        issued_label: entry.issued_label.clone(),
        status: scope.status(entry).to_owned(),
        origin: entry.origin.clone(),
        snippet: snippet(text, plan),
        score: f64::from(hit.score),
        article: article.map(|row| ArticleRef {
            anchor: row.anchor.clone(),
            label: row.label.clone(),
            language: row.language.clone(),
        }),
    })
}
