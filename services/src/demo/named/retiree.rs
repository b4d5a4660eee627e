//! 王秀英, 74, retired in Chengdu: high blood pressure, poor eyesight, a daughter who helps by
//! acting for her and by paying from her own account.

use domain::identifiers::Sex;
use domain::money::Money;
use domain::settlement::Scheme;

use super::{Visits, at, life, period, resident};
use crate::demo::dice::Dice;
use crate::demo::employers::Employers;
use crate::demo::family::{Family, Link};
use crate::demo::world::{CHENGDU, World};

const CLINIC: &str = "H51010799003";
const HOSPITAL: &str = "H51010499001";
/// What the daughter's account may pay for one visit, in yuan.
const HELP: i64 = 600;

pub(super) fn family(world: &World<'_>, employers: &Employers, dice: &mut Dice) -> Family {
    let chengdu = world.city(CHENGDU).region;
    let home = "510107".parse().unwrap_or(chengdu);
    let birth = world.born(74, 3, 8);
    // She stopped working at 55.
    let retired = world.born(74 - 55, 4, 1);
    let mother = resident("王秀英", Sex::Female, birth, "510000", home, 1);
    let mut mother = life(
        mother,
        vec![period(Scheme::Employee, chengdu, "1201", retired)],
    );
    mother.opening_balance = Money::from_fen(36_540);
    mother
        .holdings
        .push(("sample-city-chengdu".to_owned(), world.month_ago(5)));
    let mut visits = Visits::new(world, dice);
    for days_ago in [585, 494, 403, 312, 221, 130, 39] {
        visits.outpatient(days_ago, CLINIC, "hypertension", 6);
    }
    visits.stay(268, 9, HOSPITAL, "heart", 13);
    visits.last(|visit| visit.family = Some((1, Money::from_yuan(HELP))));
    visits.outpatient(12, CLINIC, "hypertension", 5);
    visits.last(|visit| visit.family = Some((1, Money::from_yuan(HELP))));
    mother.visits = visits.done();

    let birth = world.born(46, 9, 19);
    let daughter = resident("刘敏", Sex::Female, birth, "510000", home, 2);
    let works = at(
        employers.small,
        period(Scheme::Employee, chengdu, "1101", world.month_ago(96)),
    );
    let mut daughter = life(daughter, vec![works]);
    daughter.person.position = "child";
    daughter.wage = Money::from_yuan(9_800);
    daughter.opening_balance = Money::from_yuan(2_600);
    daughter.bears_interest = true;
    daughter.reserve = Money::from_yuan(2 * HELP);
    daughter
        .shares
        .push((0, daughter.reserve, world.days_ago(300)));
    let mut visits = Visits::new(world, dice);
    visits.outpatient(420, HOSPITAL, "general", 5);
    visits.outpatient(150, HOSPITAL, "general", 6);
    daughter.visits = visits.done();

    Family {
        household: Some(chengdu),
        lives: vec![mother, daughter],
        links: vec![Link {
            who: 1,
            whose: 0,
            relation: "parent",
        }],
        accounts: vec![("resident-retiree", 0), ("resident-daughter", 1)],
    }
}
