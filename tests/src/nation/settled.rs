//! Three short bills of one person, settled one after the other, and what they take from the
//! account.

use chrono::NaiveDate;
use domain::money::{BasisPoints, Money};
use domain::settlement::{
    Accumulators, ItemClass, LineItem, PersonFacts, Remote, Scheme, Visit, VisitKind,
};
use services::accumulators;
use services::records::private::Field;
use services::records::{BilledItem, Draft, settle};
use services::store::entity::account_entry;
use uuid::Uuid;

use super::Batch;
use super::ground::{City, Ground, id, morning};

/// A month's wage, in fen.
pub(super) const WAGE: i64 = 1_000_000;
/// What a month's contribution brings the account, in fen.
pub(super) const CREDIT: i64 = 20_000;
/// What an account opens with, in fen.
const OPENING: i64 = 100_000;
/// When people were at the doctor's: months of this year. Days follow the person.
const MONTHS: [u32; 3] = [2, 3, 4];

/// Whose bills they are.
pub(super) struct Insured {
    pub person: Uuid,
    /// Counts all people of the nation.
    pub serial: u64,
    pub scheme: Scheme,
    pub age: u16,
}

pub(super) fn record(ground: &Ground, city: &City, who: &Insured, batch: &mut Batch) {
    let mut account = Account::open(ground, who);
    let mut before = Accumulators::ZERO;
    let mut year = None;
    for (month, what) in MONTHS.into_iter().zip(10_u8..) {
        let offset = u32::try_from(who.serial % 28).expect("below 28");
        let day = ground.day(month, 1 + offset);
        let draft = draft(ground, city, who, (day, what), account.balance, before);
        let written = settle(&city.rules, draft).expect("the engine settles it");
        let taken = written.settled.settlement.own_account_paid();
        let cause = (Some(written.settlement.settlement_id), None);
        account.book(who, (day, what), "out_own", -taken, cause);
        before = written.settled.after;
        year = Some(written.settlement.benefit_year);
        batch.rows.settlements.push(written.settlement);
        batch.rows.settlement_lines.extend(written.lines);
    }
    if who.scheme == Scheme::Employee {
        let period = ground.day(5, 1).format("%Y%m").to_string();
        let cause = (None, period.parse().ok());
        let credit = Money::from_fen(CREDIT);
        account.book(who, (ground.day(5, 25), 20), "in_monthly", credit, cause);
    }
    let year = year.expect("three visits");
    let row = accumulators::row(who.person.into(), year, who.scheme, &before, 0);
    batch.rows.year_accumulators.push(row);
    batch.rows.account_entries.extend(account.entries);
}

/// An outpatient's bill of one item; `day` with what tells its ids from others of that day.
fn draft(
    ground: &Ground,
    city: &City,
    who: &Insured,
    (day, what): (NaiveDate, u8),
    balance: Money,
    before: Accumulators,
) -> Draft {
    let pick = usize::try_from(who.serial / 2 + u64::from(what)).expect("it fits");
    let institution = city.institutions[pick % city.institutions.len()];
    let amount = 8_000 + i64::try_from(who.serial % 700).expect("small") * 100;
    let platform = &ground.platform;
    let diagnosis = Field::Diagnosis.seal_on(platform, "J06.900 急性上呼吸道感染");
    Draft {
        person: who.person.into(),
        id: id(day, who.serial, what).into(),
        number: format!(
            "{}{}{:08}",
            institution.region,
            day.format("%Y%m%d"),
            who.serial
        ),
        settled_on: day,
        stay: None,
        scheme: who.scheme,
        region: city.region,
        institution: (
            institution.code.as_str().to_owned(),
            institution.name.zh.clone(),
        ),
        diagnosis_cipher: Some(diagnosis.expect("sealed")),
        facts: PersonFacts {
            retired: false,
            age: who.age,
            category: None,
            account_balance: balance,
            family_balance: Money::ZERO,
        },
        visit: Visit {
            kind: VisitKind::Outpatient,
            disease: None,
            level: institution.level,
            admission: 1,
            remote: Remote::Local,
        },
        items: vec![BilledItem {
            code: "000000000000001".to_owned(),
            name: "示例项目".to_owned(),
            quantity_milli: 1_000,
            line: LineItem {
                amount: Money::from_fen(amount),
                class: ItemClass::B,
                self_pay_first: BasisPoints::new(1_000),
                over_ceiling: Money::ZERO,
            },
        }],
        before,
        created_at: morning(day),
    }
}

struct Account {
    balance: Money,
    entries: Vec<account_entry::Model>,
}

impl Account {
    /// What somebody had when the year began; those without an employer have no account.
    fn open(ground: &Ground, who: &Insured) -> Self {
        let mut account = Self {
            balance: Money::ZERO,
            entries: Vec::new(),
        };
        if who.scheme == Scheme::Employee {
            let opening = Money::from_fen(OPENING);
            let first = (ground.day(1, 1), 5);
            account.book(who, first, "in_opening", opening, (None, None));
        }
        account
    }

    /// Books `amount` (negative: taken out) for a settlement or a month, unless it is nothing.
    fn book(
        &mut self,
        who: &Insured,
        (day, what): (NaiveDate, u8),
        kind: &str,
        amount: Money,
        (settlement_id, period): (Option<Uuid>, Option<i32>),
    ) {
        if amount.is_zero() {
            return;
        }
        self.balance += amount;
        self.entries.push(account_entry::Model {
            person_id: who.person,
            entry_id: id(day, who.serial, what),
            booked_on: day,
            kind: kind.to_owned(),
            amount: amount.fen(),
            balance_after: self.balance.fen(),
            settlement_id,
            period,
        });
    }
}
