//! What stands in the form at first: an example, one's own record, or nothing.

use chrono::NaiveDate;
use domain::identifiers::RegionCode;
use domain::settlement::Scheme;
use services::RequestContext;
use services::resident::year::BenefitYear;

use super::retry::figure;
use crate::calculator::Typed;
use crate::language::Language;

/// What the form begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// An invented case.
    Example,
    /// What one's own record says, with an invented bill.
    Own,
    /// No figures.
    Empty,
    /// What somebody typed.
    Typed,
}

/// The place of the example, when its rules are kept.
const PLACE: &str = "110000";
/// The bill of the example: names in both languages, amount, class, self-pay-first.
const ITEMS: [((&str, &str), &str, &str, &str); 3] = [
    (
        ("手术、检查和床位", "Surgery, tests, bed"),
        "20,000",
        "A",
        "",
    ),
    (
        ("乙类药品和耗材", "Drugs and supplies of class B"),
        "8,000",
        "B",
        "10",
    ),
    (("目录外项目", "Outside the catalogue"), "2,000", "C", ""),
];

/// Choices and a day, without any figure.
pub(super) fn empty(places: &[RegionCode], today: NaiveDate) -> Typed {
    let codes: Vec<String> = places.iter().map(RegionCode::to_string).collect();
    let place = codes.iter().find(|code| *code == PLACE).or(codes.first());
    let place = place.cloned().unwrap_or_default();
    let other = codes.iter().find(|code| **code != place);
    let other = other.cloned().unwrap_or_default();
    let fields = [
        ("region", place),
        ("scheme", Scheme::Employee.code().to_owned()),
        ("status", "active".to_owned()),
        ("kind", "inpatient".to_owned()),
        ("level", "l3".to_owned()),
        ("remote", "local".to_owned()),
        ("admission", "1".to_owned()),
        ("bill", "totals".to_owned()),
        ("day", today.to_string()),
        ("other", other),
        ("amount-0", String::new()),
    ];
    let pairs = fields.map(|(name, value)| (name.to_owned(), value));
    Typed::new(pairs.into())
}

/// A stay in a large hospital, as it may happen to anybody.
pub(super) fn example(places: &[RegionCode], today: NaiveDate, language: Language) -> Typed {
    with_bill(empty(places, today).with("age", "45"), language)
}

/// What the record says of the person and of the year, with the bill of the example.
pub(super) fn own(
    places: &[RegionCode],
    today: NaiveDate,
    year: &BenefitYear,
    language: Language,
) -> Typed {
    let (facts, used) = (&year.facts, year.used);
    let status = if facts.retired { "retired" } else { "active" };
    let next = year.admissions.saturating_add(1);
    let region = year.set.region.to_string();
    let mut codes = places.iter().map(RegionCode::to_string);
    let other = codes.find(|code| *code != region).unwrap_or_default();
    let typed = empty(places, today)
        .with("region", region)
        .with("other", other)
        .with("scheme", year.scheme.code())
        .with("status", status)
        .with("age", facts.age.to_string())
        .with("category", facts.category.map_or("", |one| one.code()))
        .with("admission", next.to_string())
        .with("account", figure(facts.account_balance));
    let typed = used
        .named()
        .into_iter()
        .fold(typed, |typed, (name, used)| typed.with(name, figure(used)));
    with_bill(typed, language)
}

/// The same without visit and bill, and where the person is not `known` without them too: for
/// questions that wait for an answer.
pub(super) fn without_visit(typed: Typed, known: bool) -> Typed {
    let rows = typed.rows();
    let typed = rows.into_iter().fold(typed, Typed::without_row);
    let visit = ["kind", "level", "remote", "a", "b", "c"];
    let person = ["region", "scheme", "status"];
    let person = person.into_iter().filter(|_| !known);
    let blank = visit.into_iter().chain(person);
    let typed = blank.fold(typed, |typed, name| typed.with(name, ""));
    typed.with("bill", "totals").with("b_first", "10")
}

/// The same insured in the place that an address names: a district by the rules of its city.
pub(super) fn named(context: &RequestContext, typed: Typed, place: &str) -> Typed {
    let book = &context.platform.parameters;
    let code = place.parse::<RegionCode>().ok();
    let set = code.and_then(|code| book.at(code, context.today()).ok());
    let region = match (set, code) {
        (Some(set), _) => set.region.to_string(),
        (None, Some(code)) => code.to_string(),
        (None, None) => String::new(),
    };
    typed.with("region", region)
}

fn with_bill(typed: Typed, language: Language) -> Typed {
    let mut typed = typed
        .with("a", "20,000")
        .with("b", "8,000")
        .with("b_first", "10")
        .with("c", "2,000");
    for (row, ((chinese, english), amount, class, first)) in ITEMS.into_iter().enumerate() {
        typed = typed
            .with(&format!("name-{row}"), language.pick(chinese, english))
            .with(&format!("amount-{row}"), amount)
            .with(&format!("class-{row}"), class)
            .with(&format!("first-{row}"), first);
    }
    typed
}
