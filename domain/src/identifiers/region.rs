//! Region codes of GB/T 2260 and the places they name.

mod english;

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

static TABLE: &str = include_str!("../../data/regions.csv");
static REGIONS: LazyLock<Vec<Region>> = LazyLock::new(|| TABLE.lines().filter_map(row).collect());

codes! {
    /// What kind of place a region is.
    pub enum RegionLevel {
        /// A province, a municipality or another unit of that rank.
        Province = "province",
        /// A city or another unit of that rank.
        City = "city",
        /// A county or a district.
        County = "county",
    }
}

/// A six-digit region code. It may name a unit of the insurance administration (`xx9900`)
/// that the table of places does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RegionCode(u32);

/// Text that is no region code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a region code of six digits")]
pub struct InvalidRegionCode;

/// A place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// Its code.
    pub code: RegionCode,
    /// Its name in Chinese.
    pub name: &'static str,
    /// What kind of place it is.
    pub level: RegionLevel,
}

fn row(line: &'static str) -> Option<Region> {
    let mut fields = line.split(',');
    let code = fields.next()?.parse().ok()?;
    let name = fields.next()?;
    let level = RegionLevel::from_code(fields.next()?.trim())?;
    Some(Region { code, name, level })
}

/// Every place in the order of its code.
#[must_use]
pub fn regions() -> &'static [Region] {
    &REGIONS
}

impl RegionCode {
    /// The whole country, which the table of places does not hold.
    pub const NATION: Self = Self(0);

    /// The place with this code, if the table holds it.
    #[must_use]
    pub fn lookup(self) -> Option<&'static Region> {
        let found = REGIONS
            .binary_search_by_key(&self, |region| region.code)
            .ok()?;
        REGIONS.get(found)
    }

    /// The code of the province that this one lies in, by its first two digits.
    #[must_use]
    pub const fn province(self) -> Self {
        Self(self.0 / 10_000 * 10_000)
    }

    /// The code of the city that this one lies in, by its first four digits. A municipality
    /// such as Beijing has none: there the table holds no such place.
    #[must_use]
    pub const fn city(self) -> Self {
        Self(self.0 / 100 * 100)
    }

    /// This code, then its city's, then its province's, each once.
    pub fn with_ancestors(self) -> impl Iterator<Item = Self> {
        let (city, province) = (self.city(), self.province());
        [
            Some(self),
            (city != self).then_some(city),
            (province != self && province != city).then_some(province),
        ]
        .into_iter()
        .flatten()
    }

    /// Whether the code names a place of the table, or a unit of the insurance
    /// administration (`xx9900`, `xxyy99`) inside one.
    #[must_use]
    pub fn is_known(self) -> bool {
        let unit = (self.0 % 10_000 == 9_900 && self.province().lookup().is_some())
            || (self.0 % 100 == 99 && self.city().lookup().is_some());
        unit || self.lookup().is_some()
    }

    /// The names from the province down, written together: `四川省成都市武侯区`.
    #[must_use]
    pub fn full_name(self) -> String {
        let mut names: Vec<&str> = self
            .with_ancestors()
            .filter_map(Self::lookup)
            .map(|region| region.name)
            // Stand-ins for a city where a county answers to the province itself.
            .filter(|name| !name.contains('-'))
            .collect();
        names.reverse();
        names.concat()
    }
}

impl FromStr for RegionCode {
    type Err = InvalidRegionCode;

    fn from_str(text: &str) -> Result<Self, InvalidRegionCode> {
        if text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            text.parse().map(Self).map_err(|_| InvalidRegionCode)
        } else {
            Err(InvalidRegionCode)
        }
    }
}

impl TryFrom<String> for RegionCode {
    type Error = InvalidRegionCode;
    fn try_from(text: String) -> Result<Self, InvalidRegionCode> {
        text.parse()
    }
}

impl From<RegionCode> for String {
    fn from(code: RegionCode) -> Self {
        code.to_string()
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> RegionCode {
        text.parse().unwrap()
    }

    #[test]
    fn the_table_is_whole_and_sorted() {
        assert_eq!(regions().len(), TABLE.lines().count() - 1);
        assert!(regions().is_sorted_by(|a, b| a.code < b.code));
    }

    #[test]
    fn places_know_their_parents() {
        assert_eq!(code("510107").full_name(), "四川省成都市武侯区");
        assert_eq!(code("110101").full_name(), "北京市东城区");
        assert_eq!(code("419001").full_name(), "河南省济源市");
        assert_eq!(code("510107").lookup().unwrap().level, RegionLevel::County);
        let chain: Vec<String> = code("510107").with_ancestors().map(String::from).collect();
        assert_eq!(chain, ["510107", "510100", "510000"]);
        assert_eq!(code("510000").with_ancestors().count(), 1);
    }

    #[test]
    fn unknown_codes_are_told_from_units_of_the_insurance() {
        assert!(code("339900").is_known() && code("431199").is_known());
        assert!(!code("999999").is_known() && !code("110199").is_known());
        assert!("11010".parse::<RegionCode>().is_err());
        assert!("11010a".parse::<RegionCode>().is_err());
        assert!("+11010".parse::<RegionCode>().is_err());
    }
}
