//! The list of drugs: in the order of the national list, or what fits a question.

use std::collections::BTreeMap;

use domain::catalogue::Section;
use domain::settlement::ItemClass;
use sea_orm::{FromQueryResult, Value};

use super::card::is_id;
use super::model::{Drug, Product};
use super::queries;
use crate::catalogue::{MOST_FOUND, MOST_KEYS, PAGE_SIZE, Question, WHOLE, padded};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::{drug, drug_product};

/// Which drugs are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only of this class.
    pub class: Option<ItemClass>,
    /// Only of this part of the lists.
    pub section: Option<Section>,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What was typed; empty for the whole list.
    pub q: String,
    /// Which of them.
    pub filter: Filter,
    /// Where the page begins, as [`Listing::next`] gave it; empty for the first.
    pub from: String,
    /// How many, at most [`PAGE_SIZE`].
    pub size: usize,
}

/// One drug of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The drug.
    pub drug: Drug,
    /// The product by whose brand, name or code it was found.
    pub product: Option<Product>,
}

/// One page of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The drugs: in the order of the list, or the best match first.
    pub drugs: Vec<Entry>,
    /// How many were found, in a search.
    pub total: Option<u64>,
    /// Whether the search found more than it gives.
    pub cut: bool,
    /// Where the page before begins, in a search.
    pub previous: Option<String>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// A page of the list.
///
/// # Errors
/// From the store.
pub async fn list(context: &RequestContext, request: &Request) -> Result<Listing, ServiceError> {
    let size = request.size.clamp(1, PAGE_SIZE);
    if request.q.is_empty() {
        in_order(context, request, size).await
    } else {
        found(context, request, size).await
    }
}

/// A place in the list, written as `12.sample-a02bc-1-c`.
fn place(from: &str) -> Option<(i64, &str)> {
    let (position, id) = from.split_once('.')?;
    is_id(id).then_some((position.parse().ok()?, id))
}

async fn in_order(
    context: &RequestContext,
    request: &Request,
    size: usize,
) -> Result<Listing, ServiceError> {
    let (position, id) = place(&request.from).unwrap_or((0, ""));
    let [class, section, day] = restrictions(context, &request.filter);
    let more = i64::try_from(size + 1).unwrap_or(i64::MAX);
    let values = [position.into(), id.into(), class, section, day, more.into()];
    let reader = &context.platform.database.reader;
    let mut rows: Vec<drug::Model> = queries::LIST.all(reader, values).await?;
    let mut listing = Listing::default();
    if rows.len() > size {
        rows.truncate(size);
        listing.next = rows
            .last()
            .map(|row| format!("{}.{}", row.list_position, row.drug_id));
    }
    for row in rows {
        listing.drugs.push(Entry {
            drug: Drug::of(row)?,
            product: None,
        });
    }
    Ok(listing)
}

#[derive(FromQueryResult)]
struct Match {
    search_key: String,
    drug_id: String,
    drug_code: String,
    place: i32,
    list_position: i64,
}

async fn found(
    context: &RequestContext,
    request: &Request,
    size: usize,
) -> Result<Listing, ServiceError> {
    let mut listing = Listing {
        total: Some(0),
        ..Listing::default()
    };
    let Some(question) = Question::read(&request.q) else {
        return Ok(listing);
    };
    let mut matches = matching(context, &question, &request.filter).await?;
    let mut asked = question.clone();
    if matches.is_empty()
        && let Some(other) = question.otherwise(&request.q)
    {
        matches = matching(context, &other, &request.filter).await?;
        asked = other;
    }
    listing.cut = i64::try_from(matches.len()).is_ok_and(|count| count >= MOST_KEYS);
    let mut best = in_order_of_match(matches, asked.first());
    listing.cut |= best.len() > MOST_FOUND;
    best.truncate(MOST_FOUND);
    listing.total = u64::try_from(best.len()).ok();
    let page: usize = request.from.parse().unwrap_or(1).max(1);
    let start = (page - 1).saturating_mul(size);
    listing.previous = (page > 1).then(|| (page - 1).to_string());
    listing.next = (start.saturating_add(size) < best.len()).then(|| (page + 1).to_string());
    let shown: Vec<(String, String)> = best.into_iter().skip(start).take(size).collect();
    listing.drugs = named(context, &shown).await?;
    Ok(listing)
}

async fn matching(
    context: &RequestContext,
    question: &Question,
    filter: &Filter,
) -> Result<Vec<Match>, ServiceError> {
    let values = question
        .ranges()
        .into_iter()
        .chain(restrictions(context, filter))
        .chain([MOST_KEYS.into()]);
    let reader = &context.platform.database.reader;
    Ok(queries::FOUND.all(reader, values).await?)
}

/// Each drug once, with the code of the product by which it was found (empty: by itself), the
/// best match first: what is called so, what begins so, what holds it; among equals in the order
/// of the list. A drug goes before its products.
fn in_order_of_match(matches: Vec<Match>, word: &str) -> Vec<(String, String)> {
    let mut best: BTreeMap<String, ((bool, i32, i64), String)> = BTreeMap::new();
    for one in matches {
        let exact = one.place == WHOLE && one.search_key == word;
        let score = ((!exact, one.place, one.list_position), one.drug_code);
        match best.entry(one.drug_id) {
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(score);
            }
            std::collections::btree_map::Entry::Occupied(mut known) => {
                if score < *known.get() {
                    known.insert(score);
                }
            }
        }
    }
    let mut order: Vec<_> = best.into_iter().collect();
    order.sort_by(|(one, (a, _)), (other, (b, _))| a.cmp(b).then_with(|| one.cmp(other)));
    order
        .into_iter()
        .map(|(id, (_, code))| (id, code))
        .collect()
}

/// The drugs with these ids and the products with these codes, in this order.
async fn named(
    context: &RequestContext,
    shown: &[(String, String)],
) -> Result<Vec<Entry>, ServiceError> {
    if shown.is_empty() {
        return Ok(Vec::new());
    }
    let reader = &context.platform.database.reader;
    let ids = padded(shown.iter().map(|(id, _)| id.as_str()));
    let rows: Vec<drug::Model> = queries::NAMED.all(reader, ids).await?;
    let codes = padded(shown.iter().map(|(_, code)| code.as_str()));
    let products: Vec<drug_product::Model> = queries::NAMED_PRODUCTS.all(reader, codes).await?;
    let mut entries = Vec::with_capacity(rows.len());
    for (id, code) in shown {
        let Some(row) = rows.iter().find(|row| row.drug_id == *id) else {
            continue;
        };
        let product = products.iter().find(|product| product.drug_code == *code);
        entries.push(Entry {
            drug: Drug::of(row.clone())?,
            product: product.cloned().map(Product::of).transpose()?,
        });
    }
    Ok(entries)
}

fn restrictions(context: &RequestContext, filter: &Filter) -> [Value; 3] {
    [
        filter.class.map_or("", ItemClass::code).into(),
        filter.section.map_or("", Section::code).into(),
        context.today().into(),
    ]
}
