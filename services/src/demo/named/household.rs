//! 陈志强's household of four on subsistence allowance in Chengdu; his wife is on dialysis, and
//! all three layers of cover pay for her. His mother lived with them until she died.

use chrono::{Datelike, NaiveDate};
use domain::identifiers::Sex;
use domain::settlement::{Category, Scheme};

use super::{Visits, kinds, life, period, resident};
use crate::demo::dice::Dice;
use crate::demo::employers::Employers;
use crate::demo::family::{Family, Life, Link};
use crate::demo::world::{CHENGDU, World};

const CLINIC: &str = "H51010899003";
const HOSPITAL: &str = "H51010699001";
/// The stream of chance of the mother's bills.
const STREAM: u64 = 5;

pub(super) fn family(world: &World<'_>, _: &Employers, dice: &mut Dice) -> Family {
    let mut head = member(world, "陈志强", Sex::Male, 47, "1501", "head", 7);
    let mut wife = member(world, "刘玉兰", Sex::Female, 44, "1501", "spouse", 8);
    let son = member(world, "陈浩", Sex::Male, 17, "1403", "child", 9);
    let mut girl = member(world, "陈雨婷", Sex::Female, 9, "1403", "child", 10);
    let mut visits = Visits::new(world, dice);
    visits.outpatient(340, CLINIC, "general", 4);
    visits.outpatient(90, CLINIC, "general", 5);
    head.visits = visits.done();
    let mut visits = Visits::new(world, dice);
    // A month of dialysis is settled together, like a stay.
    for days_ago in [540, 450, 360, 270, 180, 105, 75, 45, 14] {
        visits.stay(days_ago, 26, HOSPITAL, "dialysis", 9);
    }
    // Between two stays: nobody is an outpatient while in hospital.
    visits.outpatient(10, CLINIC, "general", 4);
    wife.visits = visits.done();
    wife.visits.extend(kinds::dialysis(world, HOSPITAL));
    let mut visits = Visits::new(world, dice);
    visits.outpatient(200, CLINIC, "child", 5);
    girl.visits = visits.done();
    let mother = mother(world);
    let link = |whose, relation| Link {
        who: 0,
        whose,
        relation,
    };
    Family {
        household: Some(world.city(CHENGDU).region),
        lives: vec![head, wife, son, girl, mother],
        links: vec![
            link(1, "spouse"),
            link(2, "child"),
            link(3, "child"),
            link(4, "parent"),
        ],
        accounts: vec![("resident-household", 0)],
    }
}

/// His mother, who has died: the family goes on seeing what they could see.
fn mother(world: &World<'_>) -> Life {
    let mut mother = member(world, "何桂芳", Sex::Female, 73, "1501", "parent", 14);
    let died = world.days_ago(100);
    mother.person.died = Some(died);
    for period in &mut mother.periods {
        period.until = Some(died);
    }
    for (_, _, until) in &mut mother.tags {
        *until = Some(died);
    }
    // Chance of her own, so that all others keep theirs.
    let mut dice = Dice::new(world.seed, STREAM);
    let mut visits = Visits::new(world, &mut dice);
    visits.outpatient(190, CLINIC, "hypertension", 5);
    visits.stay(104, 8, HOSPITAL, "heart", 11);
    mother.visits = visits.done();
    mother
}

fn member(
    world: &World<'_>,
    name: &str,
    sex: Sex,
    age: i32,
    person_type: &'static str,
    position: &'static str,
    serial: u64,
) -> Life {
    let chengdu = world.city(CHENGDU).region;
    let home = "510108".parse().unwrap_or(chengdu);
    let birth = world.born(age, 6, 11);
    let mut person = resident(name, sex, birth, "510000", home, serial);
    person.position = position;
    let year = |years: i32| {
        NaiveDate::from_ymd_opt(world.as_of.year() - years, 1, 1).unwrap_or(world.as_of)
    };
    let since = year(8).max(birth);
    let mut life = life(
        person,
        vec![period(Scheme::Resident, chengdu, person_type, since)],
    );
    life.tags.push((Category::Subsistence, year(3), None));
    life
}
