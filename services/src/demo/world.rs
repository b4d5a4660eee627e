//! What everybody in the demonstration shares: the day, the rules, the places.

use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate};
use domain::catalogue::InstitutionType;
use domain::identifiers::RegionCode;
use domain::ids::EmployerId;
use domain::settlement::Level;
use domain::settlement::parameters::ParameterSet;

use super::dice::Dice;
use crate::error::{FieldError, ServiceError};
use crate::institutions::{self, Institution};
use crate::platform::Platform;
use crate::products::Product;

/// A city of the demonstration and its rules.
pub(super) struct City {
    pub region: RegionCode,
    pub set: Arc<ParameterSet>,
    /// Where its institutions and employers lie.
    pub counties: &'static [&'static str],
    pub employers: Vec<EmployerId>,
}

pub(super) struct World<'a> {
    pub platform: &'a Platform,
    pub seed: u64,
    pub as_of: NaiveDate,
    /// The first day on which a visit can be settled.
    pub visits_from: NaiveDate,
    /// Beijing, Hangzhou, Chengdu.
    pub cities: [City; 3],
    pub products: Vec<Product>,
}

pub(super) const BEIJING: usize = 0;
pub(super) const HANGZHOU: usize = 1;
pub(super) const CHENGDU: usize = 2;

const PLACES: [(&str, &[&str]); 3] = [
    (
        "110000",
        &["110101", "110102", "110105", "110106", "110108", "110112"],
    ),
    (
        "330100",
        &["330102", "330106", "330108", "330109", "330110", "330111"],
    ),
    (
        "510100",
        &["510104", "510105", "510106", "510107", "510108", "510115"],
    ),
];

impl<'a> World<'a> {
    /// # Errors
    /// `Invalid` when no rules are in force on `as_of`, or they began so lately that nothing
    /// can have happened yet.
    pub(super) fn new(
        platform: &'a Platform,
        seed: u64,
        as_of: NaiveDate,
        products: Vec<Product>,
    ) -> Result<Self, ServiceError> {
        let invalid = |detail: String| {
            let pointer = "as-of".to_owned();
            ServiceError::Invalid(vec![FieldError {
                pointer,
                code: "date_outside_parameters",
                detail,
            }])
        };
        let city = |(region, counties): (&str, &'static [&'static str])| {
            let region: RegionCode = region
                .parse()
                .map_err(|_| ServiceError::internal("a region code"))?;
            let set = platform
                .parameters
                .at(region, as_of)
                .map_err(|refusal| invalid(format!("{region}: {}", refusal.code)))?;
            Ok::<_, ServiceError>(City {
                region,
                set,
                counties,
                employers: Vec::new(),
            })
        };
        let [beijing, hangzhou, chengdu] = PLACES;
        let cities = [city(beijing)?, city(hangzhou)?, city(chengdu)?];
        let rules = cities
            .iter()
            .map(|city| city.set.effective.from)
            .max()
            .unwrap_or(as_of);
        let two_years = NaiveDate::from_ymd_opt(as_of.year() - 2, 1, 1).unwrap_or(as_of);
        let visits_from = rules.max(two_years);
        if (as_of - visits_from).num_days() < 60 {
            let first = visits_from + Months::new(2);
            return Err(invalid(format!(
                "the rules begin so late that {first} is the earliest day"
            )));
        }
        Ok(Self {
            platform,
            seed,
            as_of,
            visits_from,
            cities,
            products,
        })
    }

    pub(super) fn city(&self, city: usize) -> &City {
        let [beijing, hangzhou, chengdu] = &self.cities;
        match city {
            BEIJING => beijing,
            HANGZHOU => hangzhou,
            _ => chengdu,
        }
    }

    /// The rules of `region` on `day`; those of today where none are in force that early.
    pub(super) fn set(&self, region: RegionCode, day: NaiveDate) -> Option<Arc<ParameterSet>> {
        let book = &self.platform.parameters;
        book.at(region, day)
            .or_else(|_| book.at(region, self.as_of))
            .ok()
    }

    /// The first of the month, `months` before this one.
    pub(super) fn month_ago(&self, months: u32) -> NaiveDate {
        let first = self.as_of.with_day(1).unwrap_or(self.as_of);
        first
            .checked_sub_months(Months::new(months))
            .unwrap_or(first)
    }

    /// This long ago, but not before visits can be settled.
    pub(super) fn days_ago(&self, days: u64) -> NaiveDate {
        let day = self
            .as_of
            .checked_sub_days(chrono::Days::new(days))
            .unwrap_or(self.as_of);
        day.max(self.visits_from)
    }

    /// The birthday of somebody who is `age` today and has had this year's birthday.
    pub(super) fn born(&self, age: i32, month: u32, day: u32) -> NaiveDate {
        let this_year = NaiveDate::from_ymd_opt(self.as_of.year(), month, day);
        let had = this_year.is_some_and(|birthday| birthday <= self.as_of);
        let year = self.as_of.year() - age - i32::from(!had);
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or(self.as_of)
    }

    /// An institution of the city at one of `levels` (a pharmacy only where asked for).
    pub(super) fn institution(
        &self,
        dice: &mut Dice,
        city: usize,
        levels: &[Level],
    ) -> Option<&'static Institution> {
        let region = self.city(city).region;
        let fitting: Vec<&Institution> = institutions::of_demonstration()
            .iter()
            .filter(|one| one.kind != InstitutionType::Pharmacy && levels.contains(&one.level))
            .filter(|one| one.region.with_ancestors().any(|place| place == region))
            .collect();
        dice.pick(&fitting).copied()
    }

    /// The institution with this code.
    pub(super) fn named_institution(&self, code: &str) -> Option<&'static Institution> {
        institutions::of_demonstration()
            .iter()
            .find(|one| one.code.as_str() == code)
    }
}
