//! What somebody without insurance can do about it, what it costs and until when.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{
    Break, Collection, Lapse, NoWait, Price, Return, Wait, repairable_until,
    resident_waiting_months, wait,
};
use crate::calendar::Month;
use crate::settlement::Scheme;
use crate::settlement::parameters::{Other, Waiting};

/// Days after birth within which a newborn is enrolled and covered from birth, the day of birth
/// included.
const DAYS_OF_A_NEWBORN: u64 = 90;

/// Somebody without insurance today.
#[derive(Debug, Clone, Copy)]
pub struct Plight<'a> {
    /// The break that goes on; `None` for somebody never insured.
    pub gap: Option<&'a Break>,
    /// The day of the request.
    pub today: NaiveDate,
    /// Age in full years.
    pub age: u16,
    /// Whether a status of hardship is in force.
    pub hardship: bool,
    /// Missed years that are bought back already.
    pub bought_back: u16,
    /// What a month of employee insurance costs the person: the own share of the last month at
    /// least, the employer's too at most.
    pub monthly: Option<Price>,
    /// The rules of the place.
    pub other: &'a Other,
}

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Go on with employee insurance and pay back the missed months, first to last; `None` when
    /// no whole month is missing yet.
    PayBack(Option<(Month, Month)>),
    /// Begin employee insurance again.
    Resume,
    /// Join resident insurance today, buying back so many missed years.
    JoinNow(u16),
    /// Join resident insurance in a collection of fees, for the year that it pays for.
    JoinIn(Collection),
}

/// One thing that can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cure {
    /// What.
    pub how: How,
    /// How long benefits wait then.
    pub wait: Wait,
    /// The first day with benefits, at the latest.
    pub begins: NaiveDate,
    /// The last day on which it works; `None` where there is none.
    pub until: Option<NaiveDate>,
    /// Benefit years of resident insurance that are paid for, those bought back left out. More
    /// than one where benefits begin in the next year only.
    pub fees: u16,
    /// What the person pays for it at today's fees; `None` when it is not known.
    pub price: Option<Price>,
}

/// How a wait shrinks with the missed years that are bought back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuyBack {
    /// So many years.
    pub years: u16,
    /// Months of waiting then.
    pub months: u16,
    /// What these years cost at today's fee.
    pub price: Price,
}

/// The last day on which somebody born on `birth` is enrolled as a newborn.
#[must_use]
pub fn newborn_until(birth: NaiveDate) -> NaiveDate {
    birth
        .checked_add_days(Days::new(DAYS_OF_A_NEWBORN - 1))
        .unwrap_or(birth)
}

/// What can be done, benefits the soonest first, of equal days the cheaper first; but going on
/// with employee insurance stands first while it costs no wait.
#[must_use]
pub fn cures(plight: &Plight<'_>) -> Vec<Cure> {
    let mut found = Vec::new();
    match plight.gap {
        Some(gap) if gap.lapse() == Lapse::Repairable => {
            let until = repairable_until(gap.days.from);
            found.push(plight.pay_back(gap, until));
            found.push(Cure {
                until,
                ..plight.join_now(0)
            });
        }
        Some(gap) if gap.before == Scheme::Employee => {
            found.push(plight.resume(gap));
            found.extend(plight.resident());
        }
        _ => found.extend(plight.resident()),
    }
    found.sort_by_key(|cure| (!cure.keeps_employment(), cure.begins, cure.price));
    found
}

impl Cure {
    /// Whether it goes on with employee insurance as if there had been no break.
    #[must_use]
    pub const fn keeps_employment(&self) -> bool {
        matches!(self.how, How::PayBack(_))
    }
}

/// The way that costs the least money, of equal prices the sooner one; `None` where no price is
/// known, or where it depends on whether an employer pays its share.
#[must_use]
pub fn cheapest(cures: &[Cure]) -> Option<&Cure> {
    let priced = || {
        cures
            .iter()
            .filter_map(|cure| cure.price.map(|price| (cure, price)))
    };
    let (least, price) = priced().min_by_key(|(cure, price)| (*price, cure.begins))?;
    let surely = !least.keeps_employment()
        || priced().all(|(cure, other)| cure.keeps_employment() || price.most <= other.least);
    surely.then_some(least)
}

/// The steps from none to as many missed years as still shorten the wait; empty when buying back
/// changes nothing.
#[must_use]
pub fn buy_backs(rule: &Waiting, missed: u16, already: u16, fee: Price) -> Vec<BuyBack> {
    let months = |years: u16| resident_waiting_months(rule, missed, already.saturating_add(years));
    let least = months(missed);
    let useful = (0..=missed).find(|years| months(*years) == least);
    let useful = useful.filter(|years| *years > 0);
    useful.map_or_else(Vec::new, |useful| {
        (0..=useful)
            .map(|years| BuyBack {
                years,
                months: months(years),
                price: fee.times(years),
            })
            .collect()
    })
}

impl Plight<'_> {
    /// What a year of resident insurance costs.
    #[must_use]
    pub fn fee(&self) -> Price {
        Price::of_a_year(&self.other.resident_fee.values, self.age)
    }

    /// How a wait shrinks with missed years bought back today.
    #[must_use]
    pub fn buy_backs(&self) -> Vec<BuyBack> {
        let wait = self.wait_on(self.today, 0);
        let missed = self
            .gap
            .map_or(0, |gap| gap.missed_years_before(self.today));
        match wait {
            Wait::Months(_) => buy_backs(
                &self.other.waiting.values,
                missed,
                self.bought_back,
                self.fee(),
            ),
            Wait::None(_) | Wait::AtMost(_) => Vec::new(),
        }
    }

    /// What waits for somebody who lets the next collection pass: the benefit year after it, and
    /// the wait when resident insurance begins with that year.
    #[must_use]
    pub fn a_year_later(&self) -> Option<(i32, Wait)> {
        let year = self.collection()?.year + 1;
        let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
        Some((year, self.wait_on(first, 0)))
    }

    fn collection(&self) -> Option<Collection> {
        Collection::next(&self.other.collection_window.values, self.today)
    }

    fn pay_back(&self, gap: &Break, until: Option<NaiveDate>) -> Cure {
        let first = Month::of(gap.days.from);
        let first = first.plus(i32::from(first.first_day() < gap.days.from));
        let last = Month::of(self.today).plus(-1);
        let months = (first <= last).then_some((first, last));
        let count = months.map_or(0, |(first, last)| last.since(first) + 1);
        let count = u16::try_from(count).unwrap_or_default();
        Cure {
            how: How::PayBack(months),
            wait: Wait::None(NoWait::PaidBack),
            begins: self.today,
            until,
            fees: 0,
            price: self
                .monthly
                .filter(|_| count > 0)
                .map(|monthly| monthly.times(count)),
        }
    }

    fn resume(&self, gap: &Break) -> Cure {
        let back = Return {
            from: gap,
            to: Scheme::Employee,
            on: self.today,
            bought_back: 0,
            hardship: self.hardship,
        };
        let wait = wait(&self.other.waiting.values, &back);
        Cure {
            how: How::Resume,
            wait,
            begins: after(self.today, wait),
            until: None,
            fees: 0,
            price: None,
        }
    }

    fn resident(&self) -> Vec<Cure> {
        let mut found = vec![self.join_now(0)];
        if let Some(step) = self.buy_backs().last() {
            found.push(self.join_now(step.years));
        }
        found.extend(self.join_in());
        found
    }

    fn join_now(&self, years: u16) -> Cure {
        let wait = self.wait_on(self.today, years);
        let begins = after(self.today, wait);
        // Whoever waits into the next year has to be insured in it too.
        let fees = u16::try_from(begins.year() - self.today.year() + 1).unwrap_or(1);
        Cure {
            how: How::JoinNow(years),
            wait,
            begins,
            until: None,
            fees,
            price: Some(self.fee().times(years.saturating_add(fees))),
        }
    }

    fn join_in(&self) -> Option<Cure> {
        let collection = self.collection()?;
        let first = NaiveDate::from_ymd_opt(collection.year, 1, 1)?;
        // A collection that runs over New Year is still in time after it.
        let first = first.max(self.today);
        let wait = if self.gap.is_none() {
            Wait::None(NoWait::InTime)
        } else {
            self.wait_on(first, 0)
        };
        Some(Cure {
            how: How::JoinIn(collection),
            wait,
            begins: after(first, wait),
            until: collection.days.through,
            fees: 1,
            price: Some(self.fee()),
        })
    }

    /// The wait of somebody who joins resident insurance on `day`.
    fn wait_on(&self, day: NaiveDate, years: u16) -> Wait {
        let rule = &self.other.waiting.values;
        let bought_back = self.bought_back.saturating_add(years);
        match self.gap {
            Some(gap) => wait(
                rule,
                &Return {
                    from: gap,
                    to: Scheme::Resident,
                    on: day,
                    bought_back,
                    hardship: self.hardship,
                },
            ),
            None if self.hardship => Wait::None(NoWait::Hardship),
            // Somebody never insured who joins late waits the fixed months only.
            None => Wait::Months(resident_waiting_months(rule, 0, 0)),
        }
    }
}

fn after(day: NaiveDate, wait: Wait) -> NaiveDate {
    day.checked_add_months(Months::new(wait.longest().into()))
        .unwrap_or(day)
}
