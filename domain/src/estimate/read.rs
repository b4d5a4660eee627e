//! The request of the public JSON, read with every error at once.

use std::borrow::Borrow;

use chrono::NaiveDate;
use serde_json::Value;

use super::fields::{Fields, Refusals};
use crate::identifiers::RegionCode;
use crate::money::BasisPoints;
use crate::settlement::parameters::{ParameterSet, choose};
use crate::settlement::{
    Accumulators, Bill, Category, ItemClass, Level, LineItem, MOST_LINES, PersonFacts, Refusal,
    RefusalCode, Remote, Scheme, Visit, VisitKind, check,
};

/// A request that can be settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Estimate {
    /// The insured region.
    pub region: RegionCode,
    /// The day that picks the parameter set.
    pub day: NaiveDate,
    /// Which basic insurance covers the person.
    pub scheme: Scheme,
    /// The person.
    pub person: PersonFacts,
    /// The visit.
    pub visit: Visit,
    /// The items.
    pub lines: Vec<LineItem>,
    /// The year's accumulators before the visit.
    pub before: Accumulators,
}

impl Estimate {
    /// Reads a request and chooses its parameter set. `today` stands in for a missing date.
    ///
    /// # Errors
    /// Every reason for refusing it.
    pub fn read<'a>(
        request: &Value,
        sets: &'a [impl Borrow<ParameterSet>],
        today: NaiveDate,
    ) -> Result<(Self, &'a ParameterSet), Vec<Refusal>> {
        let mut refusals = Refusals::default();
        let known = [
            "region",
            "scheme",
            "date",
            "person",
            "visit",
            "lines",
            "accumulators",
        ];
        let root = Fields::of(request, String::new(), &known, &mut refusals);
        let region = region(&root, &mut refusals);
        let day = day(&root, today, &mut refusals);
        let scheme = root.need("scheme", &mut refusals);
        let scheme = root.code("scheme", scheme, Scheme::from_code, &mut refusals);
        let person = person(&root, &mut refusals);
        let visit = visit(&root, &mut refusals);
        let lines = lines(&root, &mut refusals);
        let before = accumulators(&root, &mut refusals);

        let set = match (region, day) {
            (Some(region), Some(day)) => choose(sets, region, day)
                .map_err(|refusal| refusals.0.push(refusal))
                .ok(),
            _ => None,
        };
        // What could not be read stands in as something harmless, so that the values that
        // could be read are judged in the same round.
        let estimate = Self {
            region: region.unwrap_or(RegionCode::NATION),
            day: day.unwrap_or(today),
            scheme: scheme.unwrap_or(Scheme::Resident),
            person,
            visit,
            lines,
            before,
        };
        refusals.0.extend(check(&estimate.bill()));
        match set {
            Some(set) if refusals.0.is_empty() => Ok((estimate, set)),
            _ => Err(refusals.0),
        }
    }

    /// The bill to settle.
    #[must_use]
    pub fn bill(&self) -> Bill<'_> {
        Bill {
            scheme: self.scheme,
            person: self.person,
            visit: self.visit,
            lines: &self.lines,
            before: self.before,
        }
    }
}

fn region(root: &Fields<'_>, refusals: &mut Refusals) -> Option<RegionCode> {
    let value = root.need("region", refusals)?;
    let code = match value.as_str().map(str::parse) {
        None => RefusalCode::WrongType,
        Some(Err(_)) => RefusalCode::UnknownRegion,
        Some(Ok(region)) => return Some(region),
    };
    refusals.add(root.pointer("region"), code);
    None
}

fn day(root: &Fields<'_>, today: NaiveDate, refusals: &mut Refusals) -> Option<NaiveDate> {
    let Some(value) = root.get("date") else {
        return Some(today);
    };
    let code = match value.as_str() {
        None => RefusalCode::WrongType,
        // Ten characters: chrono alone would take 2025-6-3 as well.
        Some(text) => match text.parse().ok().filter(|_| text.len() == 10) {
            None => RefusalCode::InvalidDate,
            found => return found,
        },
    };
    refusals.add(root.pointer("date"), code);
    None
}

fn child<'a>(
    root: &Fields<'a>,
    name: &str,
    known: &[&str],
    needed: bool,
    refusals: &mut Refusals,
) -> Fields<'a> {
    let value = if needed {
        root.need(name, refusals)
    } else {
        root.get(name)
    };
    match value {
        Some(value) => Fields::of(value, root.pointer(name), known, refusals),
        None => Fields::none(root.pointer(name)),
    }
}

fn person(root: &Fields<'_>, refusals: &mut Refusals) -> PersonFacts {
    let known = [
        "retired",
        "age",
        "category",
        "account_balance",
        "family_balance",
    ];
    let fields = child(root, "person", &known, true, refusals);
    let age = fields
        .need("age", refusals)
        .and_then(|_| fields.whole("age", refusals))
        .unwrap_or(0);
    let category = fields.get("category");
    PersonFacts {
        retired: fields.truth("retired", refusals),
        // An age that does not fit is out of range, and refused as such by the check.
        age: u16::try_from(age).unwrap_or(u16::MAX),
        category: fields.code("category", category, Category::from_code, refusals),
        account_balance: fields.amount("account_balance", refusals),
        family_balance: fields.amount("family_balance", refusals),
    }
}

fn visit(root: &Fields<'_>, refusals: &mut Refusals) -> Visit {
    let fields = child(
        root,
        "visit",
        &["kind", "level", "admission", "remote"],
        true,
        refusals,
    );
    let kind = fields.need("kind", refusals);
    let level = fields.need("level", refusals);
    let remote = fields.get("remote");
    let admission = fields.whole("admission", refusals).unwrap_or(1).max(0);
    Visit {
        kind: fields
            .code("kind", kind, VisitKind::from_public_code, refusals)
            .unwrap_or(VisitKind::Inpatient),
        disease: None,
        level: fields
            .code("level", level, Level::from_code, refusals)
            .unwrap_or(Level::L3),
        admission: u32::try_from(admission).unwrap_or(u32::MAX),
        remote: fields
            .code("remote", remote, Remote::from_code, refusals)
            .unwrap_or(Remote::Local),
    }
}

fn lines(root: &Fields<'_>, refusals: &mut Refusals) -> Vec<LineItem> {
    let Some(value) = root.need("lines", refusals) else {
        return Vec::new();
    };
    let at = root.pointer("lines");
    let Some(items) = value.as_array() else {
        refusals.add(at, RefusalCode::WrongType);
        return Vec::new();
    };
    if items.len() > MOST_LINES {
        refusals.add(at, RefusalCode::TooManyLines);
        return Vec::new();
    }
    let mut lines = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        lines.push(line(item, format!("{at}/{index}"), refusals));
    }
    lines
}

fn line(item: &Value, at: String, refusals: &mut Refusals) -> LineItem {
    let fields = Fields::of(
        item,
        at,
        &["amount", "class", "self_pay_first", "over_ceiling"],
        refusals,
    );
    let class = fields.need("class", refusals);
    let amount_given = fields.need("amount", refusals).is_some_and(Value::is_i64);
    let ratio = fields.whole("self_pay_first", refusals).unwrap_or(0);
    let over_ceiling = fields.amount("over_ceiling", refusals);
    LineItem {
        // Without a readable amount a ceiling part cannot be judged, only its sign.
        amount: if amount_given {
            fields.amount("amount", refusals)
        } else {
            fields.whole("amount", refusals);
            over_ceiling.or_zero()
        },
        class: fields
            .code("class", class, ItemClass::from_code, refusals)
            .unwrap_or(ItemClass::A),
        self_pay_first: BasisPoints::new(i32::try_from(ratio).unwrap_or(i32::MAX)),
        over_ceiling,
    }
}

fn accumulators(root: &Fields<'_>, refusals: &mut Refusals) -> Accumulators {
    let known = Accumulators::ZERO.named().map(|(name, _)| name);
    let fields = child(root, "accumulators", &known, false, refusals);
    Accumulators {
        pool_paid: fields.amount("pool_paid", refusals),
        large_amount_paid: fields.amount("supp_paid", refusals),
        catastrophic_base: fields.amount("cat_base", refusals),
        catastrophic_paid: fields.amount("cat_paid", refusals),
        assistance_deductible_used: fields.amount("maf_ded", refusals),
        assistance_paid: fields.amount("maf_paid", refusals),
        outpatient_deductible_used: fields.amount("op_ded", refusals),
        outpatient_paid: fields.amount("op_paid", refusals),
        outpatient_in_scope: fields.amount("op_scope", refusals),
        ..Accumulators::ZERO
    }
}
