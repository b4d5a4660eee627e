//! The people whom the demonstration's pages and texts speak of, one file a family.

mod employee;
mod flexible;
mod hong_kong;
mod household;
mod kinds;
mod newborn;
mod retiree;
mod teacher;

use chrono::{Days, NaiveDate};
use domain::identifiers::{RegionCode, Sex};
use domain::ids::EmployerId;
use domain::money::Money;
use domain::settlement::{Remote, Scheme, VisitKind};

use super::bills;
use super::dice::Dice;
use super::employers::Employers;
use super::family::{Family, Life, Period, Person, Special, Visit};
use super::numbers;
use super::world::World;
use crate::records::BilledItem;

/// All of them, in the order in which they are written.
pub(super) fn families(world: &World<'_>, employers: &Employers, dice: &mut Dice) -> Vec<Family> {
    vec![
        retiree::family(world, employers, dice),
        employee::family(world, employers, dice),
        flexible::family(world, employers, dice),
        household::family(world, employers, dice),
        teacher::family(world, employers, dice),
        newborn::family(world, employers, dice),
        hong_kong::family(world, employers, dice),
    ]
}

/// A resident with an identity card. `serial` keeps mobile numbers apart.
fn resident(
    name: &str,
    sex: Sex,
    birth: NaiveDate,
    province: &str,
    residence: RegionCode,
    serial: u64,
) -> Person {
    Person {
        name: name.to_owned(),
        id_type: "01",
        number: numbers::identity(province, birth, sex, 0).unwrap_or_default(),
        sex,
        birth,
        mobile: Some(numbers::mobile(serial)),
        home: province.parse().unwrap_or(residence),
        residence,
        position: "head",
        died: None,
    }
}

fn life(person: Person, periods: Vec<Period>) -> Life {
    Life {
        person,
        periods,
        wage: Money::ZERO,
        opening_balance: Money::ZERO,
        tags: Vec::new(),
        visits: Vec::new(),
        reserve: Money::ZERO,
        bears_interest: false,
        shares: Vec::new(),
        holdings: Vec::new(),
        whole_record: true,
    }
}

fn period(
    scheme: Scheme,
    region: RegionCode,
    person_type: &'static str,
    since: NaiveDate,
) -> Period {
    Period {
        scheme,
        region,
        employer: None,
        person_type,
        since,
        until: None,
        waiting_until: None,
        reason: "first_enrolment",
    }
}

fn at(employer: EmployerId, period: Period) -> Period {
    Period {
        employer: Some(employer),
        ..period
    }
}

/// Plans visits at one institution after another.
struct Visits<'a, 'w> {
    world: &'a World<'w>,
    dice: &'a mut Dice,
    planned: Vec<Visit>,
}

impl<'a, 'w> Visits<'a, 'w> {
    fn new(world: &'a World<'w>, dice: &'a mut Dice) -> Self {
        Self {
            world,
            dice,
            planned: Vec::new(),
        }
    }

    /// An outpatient visit so many days ago.
    fn outpatient(&mut self, days_ago: u64, institution: &str, theme: &str, lines: usize) {
        let items = bills::bill(self.dice, theme, VisitKind::Outpatient, lines);
        self.push(days_ago, None, institution, theme, items);
    }

    /// A stay of so many nights that ended so many days ago.
    fn stay(&mut self, days_ago: u64, nights: u64, institution: &str, theme: &str, lines: usize) {
        let items = bills::bill(self.dice, theme, VisitKind::Inpatient, lines);
        self.push(days_ago, Some(nights), institution, theme, items);
    }

    /// The same with a bill put together by hand.
    fn push(
        &mut self,
        days_ago: u64,
        nights: Option<u64>,
        institution: &str,
        theme: &str,
        items: Vec<BilledItem>,
    ) {
        let day = self.world.days_ago(days_ago);
        let Some(institution) = self.world.named_institution(institution) else {
            return;
        };
        let from = |nights| {
            day.checked_sub_days(Days::new(nights))
                .map(|from| (from, day))
        };
        self.planned.push(Visit {
            day,
            stay: nights.and_then(from),
            kind: if nights.is_some() {
                VisitKind::Inpatient
            } else {
                VisitKind::Outpatient
            },
            institution,
            remote: Remote::Local,
            diagnosis: bills::diagnosis(self.dice, theme),
            items,
            family: None,
            special: Special::default(),
        });
    }

    /// Changes the visit planned last.
    fn last(&mut self, change: impl FnOnce(&mut Visit)) {
        if let Some(visit) = self.planned.last_mut() {
            change(visit);
        }
    }

    fn done(self) -> Vec<Visit> {
        self.planned
    }
}
