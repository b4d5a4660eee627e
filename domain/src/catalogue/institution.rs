//! What a designated institution is and what can be settled there.

use crate::language::Language;
use crate::settlement::Level;

codes! {
    /// What sort of institution it is.
    pub enum InstitutionType {
        /// A hospital of any level.
        Hospital = "hospital",
        /// A community health centre or station, a township clinic.
        Community = "community",
        /// A retail pharmacy.
        Pharmacy = "pharmacy",
    }
}

codes! {
    /// Type and level in one word, the way people choose, the highest first.
    pub enum Grade {
        /// A hospital of the third level.
        L3 = "l3",
        /// A hospital of the second level.
        L2 = "l2",
        /// A hospital of the first level.
        L1 = "l1",
        /// A community institution.
        Community = "community",
        /// A pharmacy.
        Pharmacy = "pharmacy",
    }
}

codes! {
    /// What can be settled directly at an institution besides ordinary visits.
    pub enum Capability {
        /// Stays of people insured elsewhere.
        OffSiteInpatient = "off_site_inpatient",
        /// Outpatient care of people insured elsewhere.
        OffSiteOutpatient = "off_site_outpatient",
        /// Outpatient chronic diseases.
        Chronic = "chronic",
        /// Negotiated drugs at the hospital's ratio.
        DualChannel = "dual_channel",
    }
}

impl Grade {
    /// The grade of an institution of this type and level.
    #[must_use]
    pub const fn of(kind: InstitutionType, level: Level) -> Self {
        match (kind, level) {
            (InstitutionType::Pharmacy, _) => Self::Pharmacy,
            (InstitutionType::Community, _) | (_, Level::Community) => Self::Community,
            (InstitutionType::Hospital, Level::L1) => Self::L1,
            (InstitutionType::Hospital, Level::L2) => Self::L2,
            (InstitutionType::Hospital, Level::L3) => Self::L3,
        }
    }

    /// Where it stands in lists: 1 comes first.
    #[must_use]
    pub const fn rank(self) -> i32 {
        match self {
            Self::L3 => 1,
            Self::L2 => 2,
            Self::L1 => 3,
            Self::Community => 4,
            Self::Pharmacy => 5,
        }
    }

    /// In the words people use.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::L3, _) => Level::L3.label(language),
            (Self::L2, _) => Level::L2.label(language),
            (Self::L1, _) => Level::L1.label(language),
            (Self::Community, _) => Level::Community.label(language),
            (Self::Pharmacy, Language::Zh) => "药店",
            (Self::Pharmacy, Language::En) => "pharmacy",
        }
    }
}

impl Capability {
    /// In the words people use.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::OffSiteInpatient, Language::Zh) => "外地医保可直接结算住院费",
            (Self::OffSiteInpatient, Language::En) => "stays of people insured elsewhere",
            (Self::OffSiteOutpatient, Language::Zh) => "外地医保可直接结算门诊费",
            (Self::OffSiteOutpatient, Language::En) => {
                "outpatient care of people insured elsewhere"
            }
            (Self::Chronic, Language::Zh) => "可报门诊慢特病",
            (Self::Chronic, Language::En) => "outpatient chronic benefit",
            (Self::DualChannel, Language::Zh) => "双通道药品",
            (Self::DualChannel, Language::En) => "dual channel drugs",
        }
    }

    /// In few words, for filters and lists.
    #[must_use]
    pub const fn short(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::OffSiteInpatient, Language::Zh) => "异地住院",
            (Self::OffSiteInpatient, Language::En) => "off-site inpatient",
            (Self::OffSiteOutpatient, Language::Zh) => "异地门诊",
            (Self::OffSiteOutpatient, Language::En) => "off-site outpatient",
            (Self::Chronic, Language::Zh) => "门诊慢特病",
            (Self::Chronic, Language::En) => "outpatient chronic",
            (Self::DualChannel, Language::Zh) => "双通道",
            (Self::DualChannel, Language::En) => "dual channel",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_follow_type_and_level_and_stand_in_order() {
        assert_eq!(Grade::of(InstitutionType::Hospital, Level::L2), Grade::L2);
        assert_eq!(
            Grade::of(InstitutionType::Hospital, Level::Community),
            Grade::Community
        );
        assert_eq!(
            Grade::of(InstitutionType::Pharmacy, Level::L1),
            Grade::Pharmacy
        );
        let ranks: Vec<i32> = Grade::ALL.iter().map(|grade| grade.rank()).collect();
        assert_eq!(ranks, [1, 2, 3, 4, 5]);
    }
}
