//! 阿依古丽·买买提, 29, a teacher who moved from Urumqi to Hangzhou; she is pregnant.

use domain::identifiers::Sex;
use domain::money::Money;
use domain::settlement::Scheme;

use super::{Visits, at, kinds, life, period, resident};
use crate::demo::dice::Dice;
use crate::demo::employers::Employers;
use crate::demo::family::{Family, Period};
use crate::demo::world::{HANGZHOU, World};

const HOSPITAL: &str = "H33011099001";

pub(super) fn family(world: &World<'_>, employers: &Employers, dice: &mut Dice) -> Family {
    let city = world.city(HANGZHOU);
    let hangzhou = city.region;
    let home = "330110".parse().unwrap_or(hangzhou);
    let birth = world.born(29, 7, 24);
    let person = resident("阿依古丽·买买提", Sex::Female, birth, "650000", home, 11);
    let moved = world.month_ago(14);
    let school = dice
        .pick(&city.employers)
        .copied()
        .unwrap_or(employers.agency);
    let current = Period {
        reason: "transfer_from_other_area",
        ..at(school, period(Scheme::Employee, hangzhou, "1101", moved))
    };
    let urumqi = "650100".parse().unwrap_or(hangzhou);
    let before = Period {
        until: moved.pred_opt(),
        ..at(
            employers.school,
            period(Scheme::Employee, urumqi, "1101", world.month_ago(74)),
        )
    };
    let mut teacher = life(person, vec![current, before]);
    teacher.wage = Money::from_yuan(11_200);
    teacher.opening_balance = Money::from_fen(154_020);
    let mut visits = Visits::new(world, dice);
    visits.outpatient(260, HOSPITAL, "general", 5);
    for days_ago in [132, 104, 76, 48, 20] {
        visits.outpatient(days_ago, HOSPITAL, "prenatal", 5);
    }
    teacher.visits = visits.done();
    teacher.visits.extend(kinds::prenatal(world, HOSPITAL));
    Family {
        household: None,
        lives: vec![teacher],
        links: vec![],
        accounts: vec![("resident-teacher", 0)],
    }
}
