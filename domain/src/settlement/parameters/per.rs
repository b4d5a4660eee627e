//! One value for each code of a closed list; a missing one is an error when read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::settlement::{Category, Level, Remote, Scheme};

/// A value for each level of institution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerLevel<T> {
    /// Community institutions.
    pub community: T,
    /// First level.
    pub l1: T,
    /// Second level.
    pub l2: T,
    /// Third level.
    pub l3: T,
}

impl<T> PerLevel<T> {
    /// The value for `level`.
    #[must_use]
    pub const fn get(&self, level: Level) -> &T {
        match level {
            Level::Community => &self.community,
            Level::L1 => &self.l1,
            Level::L2 => &self.l2,
            Level::L3 => &self.l3,
        }
    }
}

/// A value for people in service and, where the region differs, another for retirees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerStatus<T> {
    /// In service; for everybody where `retired` is missing.
    pub active: T,
    /// For retirees.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub retired: Option<T>,
}

const fn none<T>() -> Option<T> {
    None
}

impl<T> PerStatus<T> {
    /// The value for a person who is, or is not, retired.
    #[must_use]
    pub const fn get(&self, retired: bool) -> &T {
        match (&self.retired, retired) {
            (Some(value), true) => value,
            _ => &self.active,
        }
    }
}

/// A value for each basic insurance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerScheme<T> {
    /// Employee basic medical insurance.
    pub employee: T,
    /// Resident basic medical insurance.
    pub resident: T,
}

impl<T> PerScheme<T> {
    /// The value for `scheme`.
    #[must_use]
    pub const fn get(&self, scheme: Scheme) -> &T {
        match scheme {
            Scheme::Employee => &self.employee,
            Scheme::Resident => &self.resident,
        }
    }
}

/// A value for each kind of treatment elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerRemote<T> {
    /// At home.
    pub local: T,
    /// Long-term resident elsewhere, filed.
    pub long_term_filed: T,
    /// Referred and filed.
    pub referral_filed: T,
    /// In an emergency.
    pub emergency: T,
    /// Filed for a short absence.
    pub temporary_filed: T,
    /// Not filed.
    pub unfiled: T,
}

impl<T> PerRemote<T> {
    /// The value for `remote`.
    #[must_use]
    pub const fn get(&self, remote: Remote) -> &T {
        match remote {
            Remote::Local => &self.local,
            Remote::LongTermFiled => &self.long_term_filed,
            Remote::ReferralFiled => &self.referral_filed,
            Remote::Emergency => &self.emergency,
            Remote::TemporaryFiled => &self.temporary_filed,
            Remote::Unfiled => &self.unfiled,
        }
    }
}

/// A value for each status of hardship that the region serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    // By its names, because a list would be taken for one without any.
    from = "BTreeMap<Category, Option<T>>",
    bound(deserialize = "T: Deserialize<'de>")
)]
pub struct PerCategory<T> {
    /// Extreme hardship.
    pub destitute: Option<T>,
    /// Orphans.
    pub orphan: Option<T>,
    /// Minimum living allowance.
    pub subsistence: Option<T>,
    /// Marginal low income.
    pub near_subsistence: Option<T>,
    /// Fallen back into poverty.
    pub returned_poverty: Option<T>,
    /// Monitored households.
    pub monitored: Option<T>,
    /// Poverty through illness.
    pub illness_poverty: Option<T>,
}

impl<T> From<BTreeMap<Category, Option<T>>> for PerCategory<T> {
    fn from(mut given: BTreeMap<Category, Option<T>>) -> Self {
        let mut take = |category| given.remove(&category).flatten();
        Self {
            destitute: take(Category::Destitute),
            orphan: take(Category::Orphan),
            subsistence: take(Category::Subsistence),
            near_subsistence: take(Category::NearSubsistence),
            returned_poverty: take(Category::ReturnedPoverty),
            monitored: take(Category::Monitored),
            illness_poverty: take(Category::IllnessPoverty),
        }
    }
}

impl<T> Default for PerCategory<T> {
    fn default() -> Self {
        Self {
            destitute: None,
            orphan: None,
            subsistence: None,
            near_subsistence: None,
            returned_poverty: None,
            monitored: None,
            illness_poverty: None,
        }
    }
}

impl<T> PerCategory<T> {
    /// The value for `category`, where the region serves it.
    #[must_use]
    pub const fn get(&self, category: Category) -> Option<&T> {
        match category {
            Category::Destitute => self.destitute.as_ref(),
            Category::Orphan => self.orphan.as_ref(),
            Category::Subsistence => self.subsistence.as_ref(),
            Category::NearSubsistence => self.near_subsistence.as_ref(),
            Category::ReturnedPoverty => self.returned_poverty.as_ref(),
            Category::Monitored => self.monitored.as_ref(),
            Category::IllnessPoverty => self.illness_poverty.as_ref(),
        }
    }
}
