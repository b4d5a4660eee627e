//! Gives the people of a unit their insurance and six visits each.

use chrono::{Datelike, Days, Months, NaiveDate};
use domain::money::Money;
use domain::settlement::{Category, Level, Remote, Scheme, VisitKind};

use super::bills;
use super::dice::Dice;
use super::family::{Family, Life, Link, Period, Special, Visit};
use super::population::{Newcomer, Unit};
use super::world::{CHENGDU, World};

/// Visits of everybody in the population.
const VISITS: i64 = 6;

/// The plan of a unit's family.
pub(super) fn family(world: &World<'_>, dice: &mut Dice, unit: Unit) -> Family {
    let category = match dice.below(100) {
        0..2 => Some(Category::Subsistence),
        2..3 => Some(Category::NearSubsistence),
        3..4 => Some(Category::Monitored),
        _ => None,
    };
    let city = unit.city;
    let ages: Vec<i64> = unit.members.iter().map(|member| member.age).collect();
    let lives: Vec<Life> = unit
        .members
        .into_iter()
        .map(|member| life(world, dice, city, category, member))
        .collect();
    let mut links = Vec::new();
    for (whose, age) in ages.iter().enumerate().skip(1) {
        let minor = *age < 18;
        if minor || dice.chance(40) {
            let relation = if minor { "child" } else { "spouse" };
            links.push(Link {
                who: 0,
                whose,
                relation,
            });
        }
    }
    let household = (lives.len() > 1).then(|| world.city(city).region);
    Family {
        household,
        lives,
        links,
        accounts: Vec::new(),
    }
}

fn life(
    world: &World<'_>,
    dice: &mut Dice,
    city: usize,
    category: Option<Category>,
    newcomer: Newcomer,
) -> Life {
    let periods = periods(world, dice, city, &newcomer, category.is_some());
    let since = periods
        .first()
        .map_or(world.visits_from, |period| period.since);
    let employee = periods
        .iter()
        .any(|period| period.scheme == Scheme::Employee);
    let tag = category.filter(|_| !employee).map(|category| {
        (
            category,
            NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or(world.as_of),
            None,
        )
    });
    let visits = visits(world, dice, city, newcomer.age, since, employee);
    let mut holdings = Vec::new();
    if newcomer.age < 80 && dice.chance(25) {
        let region = world.city(city).region;
        let local: Vec<_> = world
            .products
            .iter()
            .filter(|one| one.serves(region))
            .collect();
        let january = NaiveDate::from_ymd_opt(world.as_of.year(), 1, 1);
        if let (Some(product), Some(january)) = (dice.pick(&local), january) {
            holdings.push((product.id.clone(), january.max(newcomer.person.birth)));
        }
    }
    let low = dice.between(4_500, 42_000).min(dice.between(4_500, 42_000));
    Life {
        person: newcomer.person,
        periods,
        wage: Money::from_yuan(low),
        opening_balance: Money::from_fen(if employee {
            dice.between(0, 400_000)
        } else {
            0
        }),
        tags: tag.into_iter().collect(),
        visits,
        reserve: Money::ZERO,
        bears_interest: false,
        shares: Vec::new(),
        holdings,
        whole_record: false,
    }
}

fn periods(
    world: &World<'_>,
    dice: &mut Dice,
    city: usize,
    newcomer: &Newcomer,
    poor: bool,
) -> Vec<Period> {
    let region = world.city(city).region;
    let period = |scheme, person_type, since, reason| Period {
        scheme,
        region,
        employer: None,
        person_type,
        since,
        until: None,
        waiting_until: None,
        reason,
    };
    let age = newcomer.age;
    let january = |years: i32| {
        let year = world.as_of.year() - years;
        NaiveDate::from_ymd_opt(year, 1, 1)
            .unwrap_or(world.as_of)
            .max(newcomer.person.birth)
    };
    let resident = |dice: &mut Dice, kind| {
        let years = i32::try_from(dice.between(3, 9)).unwrap_or(3);
        vec![period(
            Scheme::Resident,
            kind,
            january(years),
            "first_enrolment",
        )]
    };
    let works = newcomer.employer.is_some() || (!poor && dice.chance(70));
    match age {
        0..=5 => resident(dice, "1402"),
        6..=17 => resident(dice, "1403"),
        18..=22 if newcomer.employer.is_none() => resident(dice, "1404"),
        60.. if poor || dice.chance(40) => resident(dice, "1601"),
        60.. => vec![period(
            Scheme::Employee,
            "1201",
            world.month_ago(36),
            "retirement",
        )],
        _ if !works && dice.chance(65) => resident(dice, "1501"),
        _ => {
            let most = (age - 21).clamp(3, 15) * 12;
            let months = u32::try_from(dice.between(25, most.max(26))).unwrap_or(25);
            let since = world.month_ago(months);
            let kind = if works { "1101" } else { "1103" };
            let mut current = period(Scheme::Employee, kind, since, "first_enrolment");
            if works {
                let pool = &world.city(city).employers;
                current.employer = newcomer.employer.or_else(|| dice.pick(pool).copied());
            }
            let mut all = vec![];
            if dice.chance(25) && months < 150 {
                all.push(earlier(dice, &current));
            }
            all.push(current);
            all.sort_by_key(|period| std::cmp::Reverse(period.since));
            all
        }
    }
}

/// A period before `current`, often with a gap of some months between.
fn earlier(dice: &mut Dice, current: &Period) -> Period {
    let gap = u32::try_from(if dice.chance(60) {
        0
    } else {
        dice.between(1, 8)
    })
    .unwrap_or(0);
    let ended = current
        .since
        .checked_sub_months(Months::new(gap))
        .and_then(|day| day.pred_opt());
    let ended = ended.unwrap_or(current.since);
    let months = u32::try_from(dice.between(12, 40)).unwrap_or(12);
    let began = ended
        .checked_sub_months(Months::new(months))
        .and_then(|day| day.with_day(1));
    Period {
        scheme: Scheme::Employee,
        region: current.region,
        employer: None,
        person_type: "1103",
        since: began.unwrap_or(ended),
        until: Some(ended),
        waiting_until: None,
        reason: "first_enrolment",
    }
}

/// Six visits, each within its own sixth of the time, so that none falls into another's stay.
fn visits(
    world: &World<'_>,
    dice: &mut Dice,
    city: usize,
    age: i64,
    since: NaiveDate,
    employee: bool,
) -> Vec<Visit> {
    let begin = since.max(world.visits_from);
    let days = (world.as_of - begin).num_days();
    // Somebody born last week has not been to the doctor six times.
    let count = VISITS.min(days / 7);
    let slot = days / count.max(1);
    (0..count)
        .filter_map(|number| {
            let first = begin + Days::new(u64::try_from(slot * number).unwrap_or_default());
            let length = u64::try_from((slot - 1).max(0)).unwrap_or_default();
            let day = dice.day(first, first + Days::new(length));
            visit(world, dice, city, age, employee, first, day)
        })
        .collect()
}

fn visit(
    world: &World<'_>,
    dice: &mut Dice,
    city: usize,
    age: i64,
    employee: bool,
    first: NaiveDate,
    day: NaiveDate,
) -> Option<Visit> {
    let inpatient = dice.chance(if age >= 60 { 25 } else { 10 });
    let kind = if inpatient {
        VisitKind::Inpatient
    } else {
        VisitKind::Outpatient
    };
    let theme = match (kind, age) {
        (VisitKind::Inpatient, 50..) if dice.chance(12) => "cancer",
        (VisitKind::Inpatient, 45..) if dice.chance(35) => "heart",
        (VisitKind::Inpatient, 18..) if dice.chance(45) => "surgery",
        (VisitKind::Inpatient, _) => "stay",
        (_, ..=13) => "child",
        (_, 50..) if dice.chance(65) => {
            if dice.chance(60) {
                "hypertension"
            } else {
                "diabetes"
            }
        }
        _ => "general",
    };
    let near = [Level::Community, Level::L1];
    let levels: &[Level] = match kind {
        VisitKind::Inpatient => &[Level::L2, Level::L3],
        _ if city == CHENGDU && !employee && dice.chance(75) => &near,
        _ => Level::ALL,
    };
    let away = inpatient && dice.chance(8);
    let place = if away { (city + 1) % 3 } else { city };
    let remote = if !away {
        Remote::Local
    } else if dice.chance(70) {
        Remote::ReferralFiled
    } else {
        Remote::Unfiled
    };
    let institution = world.institution(dice, place, levels)?;
    let lines = usize::try_from(if inpatient {
        dice.between(9, 15)
    } else {
        dice.between(6, 9)
    });
    let room = (day - first).num_days().clamp(1, 21);
    let nights = dice.between(1.max(room / 2), room);
    let from = day.checked_sub_days(Days::new(u64::try_from(nights).unwrap_or(1)));
    Some(Visit {
        day,
        stay: from
            .filter(|_| inpatient)
            .map(|from| (from.max(first), day)),
        kind,
        institution,
        remote,
        diagnosis: bills::diagnosis(dice, theme),
        items: bills::bill(dice, theme, kind, lines.unwrap_or(8)),
        family: None,
        special: Special::default(),
    })
}
