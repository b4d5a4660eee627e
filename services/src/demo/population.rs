//! Who there is: households of invented people with their numbers, one after the other.

use std::collections::HashSet;

use chrono::{Datelike, Days, NaiveDate};
use domain::identifiers::{RegionCode, RegionLevel, Sex, regions};
use domain::ids::EmployerId;

use super::dice::Dice;
use super::family::Person;
use super::names;
use super::numbers;
use super::world::World;

/// A person without a history yet.
pub(super) struct Newcomer {
    pub person: Person,
    pub age: i64,
    /// Set for the staff of the demonstration's employers.
    pub employer: Option<EmployerId>,
}

/// Some people who live together in a city.
pub(super) struct Unit {
    pub city: usize,
    pub members: Vec<Newcomer>,
}

/// Gives out units until there are enough people. The same seed gives the same units.
pub(super) struct Population {
    dice: Dice,
    taken: HashSet<String>,
    serial: u64,
    provinces: Vec<String>,
}

impl Population {
    pub(super) fn new(seed: u64) -> Self {
        let provinces = regions()
            .iter()
            .filter(|region| region.level == RegionLevel::Province)
            .map(|region| region.code.to_string())
            .filter(|code| code.as_str() < "700000")
            .collect();
        Self {
            dice: Dice::new(seed, 0),
            taken: HashSet::new(),
            serial: 1_000,
            provinces,
        }
    }

    /// Keeps `number` for somebody of the named families.
    pub(super) fn reserve(&mut self, number: &str) {
        self.taken.insert(number.to_owned());
    }

    /// One of the staff of `employer`.
    pub(super) fn staff(&mut self, world: &World<'_>, city: usize, employer: EmployerId) -> Unit {
        let age = self.dice.between(23, 57);
        let surname = names::surname(&mut self.dice);
        let sex = self.sex();
        let mut member = self.member(world, city, surname, sex, age, "head");
        member.employer = Some(employer);
        Unit {
            city,
            members: vec![member],
        }
    }

    /// A household of at most `most` people.
    pub(super) fn household(&mut self, world: &World<'_>, most: u64) -> Unit {
        let city = match self.dice.below(100) {
            0..35 => super::world::BEIJING,
            35..65 => super::world::HANGZHOU,
            _ => super::world::CHENGDU,
        };
        let surname = names::surname(&mut self.dice);
        let mut members = Vec::new();
        let plan = self.plan();
        for (position, sex, age) in plan.into_iter().take(usize::try_from(most).unwrap_or(1)) {
            let own = matches!(position, "head" | "child");
            let family = if own {
                surname
            } else {
                names::surname(&mut self.dice)
            };
            members.push(self.member(world, city, family, sex, age, position));
        }
        Unit { city, members }
    }

    /// Position, sex and age of everybody in a household.
    fn plan(&mut self) -> Vec<(&'static str, Sex, i64)> {
        let dice = &mut self.dice;
        let shape = dice.below(100);
        if shape < 22 {
            let age = dice.between(22, 45);
            return vec![("head", self.sex(), age)];
        }
        let elders = shape >= 76;
        let age = if elders {
            dice.between(60, 88)
        } else {
            dice.between(26, 58)
        };
        let younger = (age - dice.between(0, 4)).max(22);
        let mut plan = vec![("head", Sex::Male, age), ("spouse", Sex::Female, younger)];
        if (40..76).contains(&shape) {
            let oldest = (younger - 23).clamp(0, 20);
            for _ in 0..dice.between(1, 2) {
                let age = dice.between(0, oldest.max(1));
                let sex = if dice.chance(50) {
                    Sex::Male
                } else {
                    Sex::Female
                };
                plan.push(("child", sex, age));
            }
            if dice.chance(15) {
                plan.push(("parent", Sex::Female, (age + dice.between(22, 30)).min(93)));
            }
        }
        plan
    }

    fn member(
        &mut self,
        world: &World<'_>,
        city: usize,
        surname: char,
        sex: Sex,
        age: i64,
        position: &'static str,
    ) -> Newcomer {
        let name = names::full(&mut self.dice, surname, sex);
        let (number, birth) = self.number(world.as_of, sex, age);
        self.serial += 1;
        let city = world.city(city);
        let residence = self
            .dice
            .pick(city.counties)
            .and_then(|code| code.parse().ok());
        let residence: RegionCode = residence.unwrap_or(city.region);
        let home = if self.dice.chance(70) {
            Some(residence)
        } else {
            None
        };
        let home = home.or_else(|| self.dice.pick(regions()).map(|region| region.code));
        let person = Person {
            name,
            id_type: "01",
            number,
            sex,
            birth,
            mobile: (age >= 14).then(|| numbers::mobile(self.serial)),
            home: home.unwrap_or(residence),
            residence,
            position,
            died: None,
        };
        Newcomer {
            person,
            age,
            employer: None,
        }
    }

    /// A number that nobody has yet, and the birthday in it.
    fn number(&mut self, as_of: NaiveDate, sex: Sex, age: i64) -> (String, NaiveDate) {
        let back = |years: i64| {
            let year = as_of.year() - i32::try_from(years).unwrap_or_default();
            NaiveDate::from_ymd_opt(year, as_of.month(), as_of.day().min(28)).unwrap_or(as_of)
        };
        let (youngest, oldest) = (back(age), back(age + 1) + Days::new(1));
        loop {
            let birth = self.dice.day(oldest, youngest);
            let turn = u8::from(self.dice.chance(50));
            let province = self.dice.pick(&self.provinces).cloned().unwrap_or_default();
            let number = numbers::identity(&province, birth, sex, turn).unwrap_or_default();
            if self.taken.insert(number.clone()) {
                return (number, birth);
            }
        }
    }

    fn sex(&mut self) -> Sex {
        if self.dice.chance(50) {
            Sex::Male
        } else {
            Sex::Female
        }
    }
}
