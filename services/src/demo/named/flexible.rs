//! 张伟, 41, delivery rider in Hangzhou: insured as a flexible worker, then two years without,
//! then again, with a waiting period behind him.

use chrono::Months;
use domain::identifiers::Sex;
use domain::money::Money;
use domain::settlement::Scheme;

use super::{Visits, kinds, life, period, resident};
use crate::demo::dice::Dice;
use crate::demo::employers::Employers;
use crate::demo::family::{Family, Period};
use crate::demo::world::{HANGZHOU, World};

const CLINIC: &str = "H33010999003";
const HOSPITAL: &str = "H33010299001";
/// Months of waiting after so long a break.
const WAITING: u32 = 6;

pub(super) fn family(world: &World<'_>, _: &Employers, dice: &mut Dice) -> Family {
    let hangzhou = world.city(HANGZHOU).region;
    let home = "330109".parse().unwrap_or(hangzhou);
    let birth = world.born(41, 2, 14);
    let person = resident("张伟", Sex::Male, birth, "340000", home, 6);
    let back = world.month_ago(21);
    let stopped = back.checked_sub_months(Months::new(24)).unwrap_or(back);
    let current = Period {
        waiting_until: back
            .checked_add_months(Months::new(WAITING))
            .and_then(|day| day.pred_opt()),
        reason: "resumption",
        ..period(Scheme::Employee, hangzhou, "1103", back)
    };
    let before = Period {
        until: stopped.pred_opt(),
        ..period(Scheme::Employee, hangzhou, "1103", world.month_ago(84))
    };
    let mut rider = life(person, vec![current, before]);
    rider.wage = Money::from_yuan(6_300);
    rider.opening_balance = Money::from_fen(12_300);
    let mut visits = Visits::new(world, dice);
    visits.outpatient(330, CLINIC, "general", 5);
    visits.stay(178, 6, HOSPITAL, "stay", 11);
    visits.outpatient(70, CLINIC, "general", 6);
    visits.outpatient(20, CLINIC, "general", 4);
    rider.visits = visits.done();
    rider.visits.extend(kinds::refunded(world, HOSPITAL));
    Family {
        household: None,
        lives: vec![rider],
        links: vec![],
        accounts: vec![("resident-flexible", 0)],
    }
}
