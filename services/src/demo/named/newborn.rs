//! A newborn without a name and without papers, tied to the mother's record.

use domain::identifiers::Sex;
use domain::money::Money;
use domain::settlement::Scheme;

use super::{Visits, at, kinds, life, period, resident};
use crate::demo::dice::Dice;
use crate::demo::employers::Employers;
use crate::demo::family::{Family, Link, Period, Person};
use crate::demo::numbers;
use crate::demo::world::{HANGZHOU, World};

const HOSPITAL: &str = "H33011099001";

pub(super) fn family(world: &World<'_>, employers: &Employers, dice: &mut Dice) -> Family {
    let hangzhou = world.city(HANGZHOU).region;
    let home = "330110".parse().unwrap_or(hangzhou);
    let birth = world.born(31, 1, 17);
    let person = resident("赵雨晴", Sex::Female, birth, "330000", home, 12);
    let works = at(
        employers.agency,
        period(Scheme::Employee, hangzhou, "1101", world.month_ago(60)),
    );
    let mut mother = life(person, vec![works]);
    mother.wage = Money::from_yuan(8_600);
    mother.opening_balance = Money::from_fen(98_000);
    let mut visits = Visits::new(world, dice);
    for days_ago in [150, 95, 52] {
        visits.outpatient(days_ago, HOSPITAL, "prenatal", 5);
    }
    mother.visits = visits.done();
    mother
        .visits
        .extend(kinds::birth(world, [26, 21], HOSPITAL));

    let born = world.days_ago(24);
    let newborn = Person {
        name: "赵雨晴之女（未取名）".to_owned(),
        id_type: "99",
        number: numbers::temporary(born, 1),
        sex: Sex::Female,
        birth: born,
        mobile: None,
        home,
        residence: home,
        position: "child",
        died: None,
    };
    let cover = Period {
        reason: "newborn",
        ..period(Scheme::Resident, hangzhou, "1401", born)
    };
    let mut newborn = life(newborn, vec![cover]);
    let mut visits = Visits::new(world, dice);
    visits.stay(10, 6, HOSPITAL, "stay", 8);
    newborn.visits = visits.done();
    Family {
        household: Some(hangzhou),
        lives: vec![mother, newborn],
        links: vec![Link {
            who: 0,
            whose: 1,
            relation: "child",
        }],
        accounts: vec![],
    }
}
