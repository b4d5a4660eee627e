//! 林志成, 52, who works in Hangzhou with a residence permit for people from Hong Kong.

use domain::identifiers::Sex;
use domain::money::Money;
use domain::settlement::Scheme;

use super::{Visits, at, life, period, resident};
use crate::demo::dice::Dice;
use crate::demo::employers::Employers;
use crate::demo::family::Family;
use crate::demo::world::{HANGZHOU, World};

const HOSPITAL: &str = "H33010899001";

pub(super) fn family(world: &World<'_>, employers: &Employers, dice: &mut Dice) -> Family {
    let city = world.city(HANGZHOU);
    let home = "330108".parse().unwrap_or(city.region);
    let birth = world.born(52, 10, 5);
    let mut person = resident("林志成", Sex::Male, birth, "810000", home, 13);
    person.id_type = "02";
    let employer = dice
        .pick(&city.employers)
        .copied()
        .unwrap_or(employers.agency);
    let works = at(
        employer,
        period(Scheme::Employee, city.region, "1101", world.month_ago(58)),
    );
    let mut engineer = life(person, vec![works]);
    engineer.wage = Money::from_yuan(21_500);
    engineer.opening_balance = Money::from_fen(431_200);
    let mut visits = Visits::new(world, dice);
    visits.outpatient(310, HOSPITAL, "general", 6);
    visits.outpatient(125, HOSPITAL, "hypertension", 6);
    visits.outpatient(33, HOSPITAL, "hypertension", 5);
    engineer.visits = visits.done();
    Family {
        household: None,
        lives: vec![engineer],
        links: vec![],
        accounts: vec![],
    }
}
