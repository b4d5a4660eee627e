//! 李明, 35, employee in Beijing with a base at the ceiling; his parents live in Sichuan and he
//! helps them with his account.

use domain::identifiers::Sex;
use domain::money::Money;
use domain::settlement::{ItemClass, Scheme};

use super::{Visits, at, kinds, life, period, resident};
use crate::demo::bills::by_hand;
use crate::demo::dice::Dice;
use crate::demo::employers::Employers;
use crate::demo::family::{Family, Life, Link};
use crate::demo::world::{BEIJING, CHENGDU, World};
use crate::records::BilledItem;

const HOSPITAL: &str = "H11010599001";
const CLINIC: &str = "H11010599003";
const PARENTS_CLINIC: &str = "H51010599003";
const PARENTS_HOSPITAL: &str = "H51010599001";
const PARENTS_PHARMACY: &str = "P51010599004";
const HELP: i64 = 300;
/// What he keeps for his mother, in yuan.
const KEPT: i64 = 500;

pub(super) fn family(world: &World<'_>, employers: &Employers, dice: &mut Dice) -> Family {
    let beijing = world.city(BEIJING).region;
    let home = "110105".parse().unwrap_or(beijing);
    let mut mother = parent(world, "赵桂兰", Sex::Female, 61, 3);
    let mut visits = Visits::new(world, dice);
    visits.outpatient(300, PARENTS_CLINIC, "diabetes", 5);
    visits.stay(96, 7, PARENTS_HOSPITAL, "surgery", 11);
    visits.last(|visit| visit.family = Some((2, Money::from_yuan(HELP))));
    mother.visits = visits.done();
    mother
        .visits
        .extend(kinds::dual_channel(world, PARENTS_PHARMACY));
    let mut father = parent(world, "李国强", Sex::Male, 63, 4);
    let mut visits = Visits::new(world, dice);
    visits.outpatient(210, PARENTS_CLINIC, "hypertension", 5);
    visits.outpatient(64, PARENTS_CLINIC, "hypertension", 6);
    father.visits = visits.done();
    father
        .visits
        .extend(kinds::two_diseases(world, PARENTS_CLINIC));
    father
        .visits
        .extend(kinds::across_years(world, PARENTS_HOSPITAL));

    let son = resident("李明", Sex::Male, world.born(35, 5, 20), "510000", home, 5);
    let since = world.month_ago(130);
    let mut works = at(
        employers.large,
        period(Scheme::Employee, beijing, "1101", since),
    );
    works.reason = "transfer_from_other_area";
    let mut son = life(son, vec![works]);
    son.person.position = "child";
    son.wage = Money::from_yuan(52_000);
    son.opening_balance = Money::from_yuan(1_850);
    son.reserve = Money::from_yuan(HELP);
    // Before his mother's stay; what she did not use is kept.
    son.shares
        .push((0, Money::from_yuan(KEPT), world.days_ago(120)));
    son.holdings
        .push(("sample-city-beijing".to_owned(), world.month_ago(4)));
    son.holdings
        .push(("sample-million-medical".to_owned(), world.month_ago(16)));
    let mut visits = Visits::new(world, dice);
    visits.outpatient(560, CLINIC, "general", 6);
    visits.outpatient(470, HOSPITAL, "general", 8);
    visits.push(395, Some(8), HOSPITAL, "surgery", thirty_thousand());
    visits.outpatient(240, HOSPITAL, "general", 7);
    visits.outpatient(150, CLINIC, "general", 5);
    visits.outpatient(88, HOSPITAL, "general", 9);
    visits.stay(41, 5, HOSPITAL, "stay", 12);
    visits.outpatient(9, CLINIC, "general", 6);
    son.visits = visits.done();

    Family {
        household: None,
        lives: vec![mother, father, son],
        links: vec![
            Link {
                who: 2,
                whose: 0,
                relation: "parent",
            },
            Link {
                who: 2,
                whose: 1,
                relation: "parent",
            },
        ],
        accounts: vec![("resident-employee", 2)],
    }
}

/// The stay of 30,000 yuan: 20,000 of class A, 8,000 of class B with 10 % paid first, 2,000
/// outside the catalogue.
fn thirty_thousand() -> Vec<BilledItem> {
    use ItemClass::{A, B, C};
    vec![
        by_hand("003315010010000", "腹腔镜胆囊切除术", A, 0, 6_200),
        by_hand("003302020010000", "全身麻醉", A, 0, 2_400),
        by_hand("003303000010000", "手术监护", A, 0, 960),
        by_hand("001109000010000", "三人间床位费", A, 0, 640),
        by_hand("001201000030000", "二级护理", A, 0, 480),
        by_hand("XJ01DDT045B001010999038", "注射用头孢曲松钠", A, 0, 3_320),
        by_hand("XB05BBL090B001010999040", "氯化钠注射液", A, 0, 1_200),
        by_hand("002501010150000", "术前检验", A, 0, 4_800),
        by_hand(
            "C14010110010046999990000046",
            "可吸收缝合线",
            B,
            1_000,
            2_600,
        ),
        by_hand(
            "C02020110010048999990000048",
            "一次性使用腹腔镜穿刺器",
            B,
            1_000,
            3_100,
        ),
        by_hand("002103000010000", "腹部增强CT", B, 1_000, 2_300),
        by_hand("001109000020000", "特需病房床位费（目录外）", C, 0, 2_000),
    ]
}

fn parent(world: &World<'_>, name: &str, sex: Sex, age: i32, serial: u64) -> Life {
    let chengdu = world.city(CHENGDU).region;
    let home = "510105".parse().unwrap_or(chengdu);
    let since = world.month_ago(120);
    let person = resident(name, sex, world.born(age, 11, 2), "510000", home, serial);
    life(
        person,
        vec![period(Scheme::Resident, chengdu, "1601", since)],
    )
}
