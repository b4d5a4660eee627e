//! The history of settlements: page by page, by year and kind, with totals by who paid.

use chrono::NaiveDate;
use domain::access::Action;
use domain::ids::{PersonId, SettlementId};
use domain::money::Money;
use domain::settlement::{Level, VisitKind};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::queries;
use crate::authorise::{self, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::Day;

/// How many settlements a page shows.
pub const PAGE_SIZE: u64 = 20;

/// One line of the history. Amounts in fen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The settlement's id.
    pub id: SettlementId,
    /// The day of settlement.
    pub settled_on: NaiveDate,
    /// Days in hospital; `None` for outpatient care.
    pub days: Option<i64>,
    /// In hospital or outpatient.
    pub kind: VisitKind,
    /// The level of the institution.
    pub level: Level,
    /// The institution's name as the papers say it, in Chinese.
    pub institution: String,
    /// Its English name, where it is known.
    pub institution_en: Option<String>,
    /// Who paid what.
    pub paid: Paid,
}

/// A sum of settlements, or one, by who paid. Amounts in fen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paid {
    /// The whole bill.
    pub total_fee: Money,
    /// The pool fund.
    pub pool_fund: Money,
    /// The large-amount subsidy.
    pub large_amount: Money,
    /// Catastrophic cover.
    pub catastrophic: Money,
    /// Medical assistance.
    pub assistance: Money,
    /// Accounts, own and family.
    pub accounts: Money,
    /// Cash.
    pub cash: Money,
}

impl Paid {
    /// What all funds paid together.
    #[must_use]
    pub fn funds(&self) -> Money {
        self.pool_fund + self.large_amount + self.catastrophic + self.assistance
    }

    /// What the person paid, from accounts and in cash.
    #[must_use]
    pub fn person(&self) -> Money {
        self.accounts + self.cash
    }

    /// Both together.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            total_fee: self.total_fee + other.total_fee,
            pool_fund: self.pool_fund + other.pool_fund,
            large_amount: self.large_amount + other.large_amount,
            catastrophic: self.catastrophic + other.catastrophic,
            assistance: self.assistance + other.assistance,
            accounts: self.accounts + other.accounts,
            cash: self.cash + other.cash,
        }
    }
}

/// The settlements of one benefit year and kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearTotal {
    /// The benefit year.
    pub year: i32,
    /// In hospital or outpatient.
    pub kind: VisitKind,
    /// How many settlements.
    pub settlements: i64,
    /// Who paid what.
    pub paid: Paid,
}

/// A place in the list: the day and id of the settlement before it.
pub type Place = (NaiveDate, SettlementId);

/// Which settlements are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only of this calendar year.
    pub year: Option<i32>,
    /// Only of this kind.
    pub kind: Option<VisitKind>,
    /// Only those before this place in the list.
    pub before: Option<Place>,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct History {
    /// One page, the newest first.
    pub settlements: Vec<Summary>,
    /// Where the next page begins, if there is one.
    pub next: Option<Place>,
    /// All years and kinds the person has, whatever the filter.
    pub totals: Vec<YearTotal>,
}

/// The settlements of `person` that `filter` asks for.
///
/// # Errors
/// `NotFound` when the actor may not see them.
pub async fn of(
    context: &RequestContext,
    person: PersonId,
    filter: Filter,
) -> Result<History, ServiceError> {
    let authorised =
        authorise::person(context, person, Action::ReadSettlements, Object::Person).await?;
    let reader = &context.platform.database.reader;
    let id = Uuid::from(authorised.person());
    let first = filter
        .year
        .and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1));
    let last = filter
        .year
        .and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31));
    let (before_day, before_id) = filter
        .before
        .map_or((far_future(), Uuid::max()), |(day, id)| (day, id.into()));
    let limit = i64::try_from(PAGE_SIZE).unwrap_or(20) + 1;
    let values = [
        id.into(),
        storable(first.unwrap_or_else(far_past)).into(),
        storable(last.unwrap_or_else(far_future)).into(),
        limit.into(),
        filter.kind.map_or("", VisitKind::code).into(),
        storable(before_day).into(),
        before_id.into(),
    ];
    let rows: Vec<SummaryRow> = queries::SETTLEMENTS.all(reader, values).await?;
    let mut settlements = rows
        .into_iter()
        .map(Summary::try_from)
        .collect::<Result<Vec<_>, _>>()?;
    let more = settlements.len() > PAGE_SIZE as usize;
    settlements.truncate(PAGE_SIZE as usize);
    let next = settlements
        .last()
        .filter(|_| more)
        .map(|last| (last.settled_on, last.id));
    let rows: Vec<TotalRow> = queries::SETTLEMENT_TOTALS.all(reader, [id.into()]).await?;
    let totals = rows
        .into_iter()
        .map(YearTotal::try_from)
        .collect::<Result<Vec<_>, _>>()?;
    Ok(History {
        settlements,
        next,
        totals,
    })
}

/// The day, brought into the range that both databases can compare.
fn storable(day: NaiveDate) -> NaiveDate {
    day.clamp(far_past(), far_future())
}

fn far_past() -> NaiveDate {
    NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or(NaiveDate::MIN)
}

fn far_future() -> NaiveDate {
    NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX)
}

#[derive(FromQueryResult)]
pub(super) struct SummaryRow {
    settlement_id: Uuid,
    settled_on: Day,
    admitted_on: Option<Day>,
    discharged_on: Option<Day>,
    visit_kind: String,
    level: String,
    institution_name: String,
    institution_name_en: Option<String>,
    total_fee: i64,
    pool_fund_paid: i64,
    large_amount_paid: i64,
    catastrophic_paid: i64,
    assistance_paid: i64,
    account_paid: i64,
    cash_paid: i64,
}

impl TryFrom<SummaryRow> for Summary {
    type Error = ServiceError;

    fn try_from(row: SummaryRow) -> Result<Self, ServiceError> {
        let stay = row.admitted_on.zip(row.discharged_on);
        Ok(Self {
            id: row.settlement_id.into(),
            settled_on: row.settled_on.into(),
            days: stay.map(|(admitted, discharged)| (discharged.0 - admitted.0).num_days()),
            kind: kind(&row.visit_kind)?,
            level: level(&row.level)?,
            institution: row.institution_name,
            institution_en: row.institution_name_en.filter(|name| !name.is_empty()),
            paid: Paid {
                total_fee: Money::from_fen(row.total_fee),
                pool_fund: Money::from_fen(row.pool_fund_paid),
                large_amount: Money::from_fen(row.large_amount_paid),
                catastrophic: Money::from_fen(row.catastrophic_paid),
                assistance: Money::from_fen(row.assistance_paid),
                accounts: Money::from_fen(row.account_paid),
                cash: Money::from_fen(row.cash_paid),
            },
        })
    }
}

#[derive(FromQueryResult)]
struct TotalRow {
    benefit_year: i32,
    visit_kind: String,
    settlements: i64,
    total_fee: i64,
    pool_fund_paid: i64,
    large_amount_paid: i64,
    catastrophic_paid: i64,
    assistance_paid: i64,
    account_paid: i64,
    cash_paid: i64,
}

impl TryFrom<TotalRow> for YearTotal {
    type Error = ServiceError;

    fn try_from(row: TotalRow) -> Result<Self, ServiceError> {
        Ok(Self {
            year: row.benefit_year,
            kind: kind(&row.visit_kind)?,
            settlements: row.settlements,
            paid: Paid {
                total_fee: Money::from_fen(row.total_fee),
                pool_fund: Money::from_fen(row.pool_fund_paid),
                large_amount: Money::from_fen(row.large_amount_paid),
                catastrophic: Money::from_fen(row.catastrophic_paid),
                assistance: Money::from_fen(row.assistance_paid),
                accounts: Money::from_fen(row.account_paid),
                cash: Money::from_fen(row.cash_paid),
            },
        })
    }
}

pub(super) fn kind(code: &str) -> Result<VisitKind, ServiceError> {
    VisitKind::from_code(code)
        .ok_or_else(|| ServiceError::internal("a settlement has an unknown kind"))
}

pub(super) fn level(code: &str) -> Result<Level, ServiceError> {
    Level::from_code(code)
        .ok_or_else(|| ServiceError::internal("a settlement has an unknown level"))
}
