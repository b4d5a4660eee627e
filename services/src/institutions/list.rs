//! The list of institutions: by place, or what fits a question.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::catalogue::{Capability, Grade};
use domain::identifiers::RegionCode;
use sea_orm::{FromQueryResult, Value};

use super::model::Institution;
use super::queries;
use super::regions::{self, PlaceCount};
use crate::catalogue::{MOST_FOUND, MOST_KEYS, PAGE_SIZE, Question, WHOLE, padded};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::institution;

/// Which institutions are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filter {
    /// In this region; [`RegionCode::NATION`] for all.
    pub region: RegionCode,
    /// Only of this grade.
    pub grade: Option<Grade>,
    /// Only where this can be settled.
    pub capability: Option<Capability>,
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

/// One page of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The institutions: by district and grade, or the best match first.
    pub institutions: Vec<Institution>,
    /// How many there are in all, where that is known.
    pub total: Option<u64>,
    /// Whether the search found more than it gives.
    pub cut: bool,
    /// Where the page before begins, in a search.
    pub previous: Option<String>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
    /// The places that the chosen one lies in, itself first, without the whole country.
    pub places_above: Vec<RegionCode>,
    /// The places below the chosen one, with their institutions of every grade.
    pub places_below: Vec<PlaceCount>,
}

/// A page of the list.
///
/// # Errors
/// From the store.
pub async fn list(context: &RequestContext, request: &Request) -> Result<Listing, ServiceError> {
    let size = request.size.clamp(1, PAGE_SIZE);
    let around = regions::around(context, request.filter.region).await?;
    let mut above = regions::chain(request.filter.region);
    above.retain(|code| *code != RegionCode::NATION);
    let mut listing = Listing {
        institutions: Vec::new(),
        total: None,
        cut: false,
        previous: None,
        next: None,
        places_above: above,
        places_below: around.below,
    };
    if request.q.is_empty() {
        let Filter {
            grade, capability, ..
        } = request.filter;
        listing.total = (grade.is_none() && capability.is_none()).then_some(around.here);
        in_order(context, request, size, &mut listing).await?;
    } else {
        found(context, request, size, &mut listing).await?;
    }
    Ok(listing)
}

/// A place in the list, written as `330106.2.H33010699002`.
fn place(from: &str) -> Option<(&str, i32, &str)> {
    let mut parts = from.split('.');
    let (region, rank, code) = (parts.next()?, parts.next()?, parts.next()?);
    let plain = code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let region = region.parse::<RegionCode>().is_ok().then_some(region)?;
    (parts.next().is_none() && plain).then_some((region, rank.parse().ok()?, code))
}

async fn in_order(
    context: &RequestContext,
    request: &Request,
    size: usize,
    listing: &mut Listing,
) -> Result<(), ServiceError> {
    let (first, last) = range(request.filter.region);
    let (region, rank, code) = place(&request.from).unwrap_or(("", 0, ""));
    let from = if region > first.as_str() {
        region.to_owned()
    } else {
        first
    };
    let more = i64::try_from(size + 1).unwrap_or(i64::MAX);
    let [grade, capability, day] = restrictions(&request.filter, context.today());
    let values = [
        from.into(),
        last.into(),
        region.into(),
        rank.into(),
        code.into(),
        grade,
        capability,
        more.into(),
        day,
    ];
    let reader = &context.platform.database.reader;
    let mut rows: Vec<institution::Model> = queries::LIST.all(reader, values).await?;
    if rows.len() > size {
        rows.truncate(size);
        listing.next = rows.last().map(|row| {
            format!(
                "{}.{}.{}",
                row.region_code, row.list_rank, row.institution_code
            )
        });
    }
    listing.institutions = rows
        .into_iter()
        .map(Institution::of)
        .collect::<Result<_, _>>()?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Match {
    search_key: String,
    institution_code: String,
    place: i32,
    list_rank: i32,
}

async fn found(
    context: &RequestContext,
    request: &Request,
    size: usize,
    listing: &mut Listing,
) -> Result<(), ServiceError> {
    let Some(question) = Question::read(&request.q) else {
        listing.total = Some(0);
        return Ok(());
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
    let shown: Vec<String> = best.into_iter().skip(start).take(size).collect();
    listing.institutions = named(context, &shown).await?;
    Ok(())
}

async fn matching(
    context: &RequestContext,
    question: &Question,
    filter: &Filter,
) -> Result<Vec<Match>, ServiceError> {
    let (first, last) = range(filter.region);
    let values = question
        .ranges()
        .into_iter()
        .chain([first.into(), last.into()])
        .chain(restrictions(filter, context.today()))
        .chain([MOST_KEYS.into()]);
    let reader = &context.platform.database.reader;
    Ok(queries::FOUND.all(reader, values).await?)
}

/// Each code once, the best match first: what is called so, what begins so, what holds it, what
/// lies there; among equals the higher grade.
fn in_order_of_match(matches: Vec<Match>, word: &str) -> Vec<String> {
    let mut best: BTreeMap<String, (bool, i32, i32)> = BTreeMap::new();
    for one in matches {
        let exact = one.place == WHOLE && one.search_key == word;
        let score = (!exact, one.place, one.list_rank);
        let known = best.entry(one.institution_code).or_insert(score);
        *known = (*known).min(score);
    }
    let mut order: Vec<_> = best.into_iter().collect();
    order.sort_by(|(one, a), (other, b)| a.cmp(b).then_with(|| one.cmp(other)));
    order.into_iter().map(|(code, _)| code).collect()
}

/// The institutions with these codes, in this order.
async fn named(
    context: &RequestContext,
    codes: &[String],
) -> Result<Vec<Institution>, ServiceError> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    let reader = &context.platform.database.reader;
    let values = padded(codes.iter().map(String::as_str));
    let rows: Vec<institution::Model> = queries::NAMED.all(reader, values).await?;
    let mut institutions = rows
        .into_iter()
        .map(Institution::of)
        .collect::<Result<Vec<_>, _>>()?;
    let place = |code: &str| codes.iter().position(|own| own == code);
    institutions.sort_by_key(|one| place(one.code.as_str()));
    Ok(institutions)
}

/// The lowest and the highest code inside a region.
fn range(region: RegionCode) -> (String, String) {
    let code = region.to_string();
    let last = format!("{:9<6}", code.trim_end_matches("00"));
    (code, last)
}

fn restrictions(filter: &Filter, day: NaiveDate) -> [Value; 3] {
    let capability = filter.capability.map_or("", Capability::code);
    [
        filter.grade.map_or(0, Grade::rank).into(),
        capability.into(),
        day.into(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_holds_everything_below_it() {
        for (code, last) in [
            ("000000", "999999"),
            ("110000", "119999"),
            ("510100", "510199"),
            ("510107", "510107"),
            ("130100", "130199"),
            ("469000", "469099"),
        ] {
            let (first, end) = range(code.parse().unwrap());
            assert_eq!((first.as_str(), end.as_str()), (code, last));
        }
    }

    #[test]
    fn places_in_the_list_are_read_back_or_ignored() {
        assert_eq!(
            place("330106.2.H33010699002"),
            Some(("330106", 2, "H33010699002"))
        );
        for other in ["", "2", "330106.2", "330106.x.H", "330106.2.H\0", "1.2.3.4"] {
            assert_eq!(place(other), None, "{other:?}");
        }
    }
}
