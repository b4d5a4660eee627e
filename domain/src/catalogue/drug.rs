//! The parts of the national drug list, and what stands beside it.

use crate::language::Language;

codes! {
    /// In which part of the lists a drug stands.
    pub enum Section {
        /// Western medicines.
        Western = "western",
        /// Chinese patent medicines.
        ChinesePatent = "chinese_patent",
        /// Western medicines under an agreement with a payment standard and an end.
        NegotiatedWestern = "negotiated_western",
        /// Chinese patent medicines under such an agreement.
        NegotiatedChinesePatent = "negotiated_chinese_patent",
        /// Listed by competitive bidding.
        Bidding = "bidding",
        /// Herbal pieces.
        HerbalPieces = "herbal_pieces",
        /// The list of innovative drugs for commercial insurance: not paid by basic insurance.
        Commercial = "commercial",
        /// On no list.
        OffList = "off_list",
    }
}

impl Section {
    /// Where it stands in lists, and what keeps numbers of different parts apart: from 0.
    #[must_use]
    pub fn rank(self) -> i64 {
        Self::ALL
            .iter()
            .position(|one| *one == self)
            .and_then(|place| i64::try_from(place).ok())
            .unwrap_or_default()
    }

    /// Whether basic insurance pays for drugs of this part at all.
    #[must_use]
    pub const fn is_basic(self) -> bool {
        !matches!(self, Self::Commercial | Self::OffList)
    }

    /// Whether its drugs come with an agreement that ends.
    #[must_use]
    pub const fn is_negotiated(self) -> bool {
        matches!(
            self,
            Self::NegotiatedWestern | Self::NegotiatedChinesePatent | Self::Bidding
        )
    }

    /// In the words people use.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Western, Language::Zh) => "西药",
            (Self::Western, Language::En) => "western medicine",
            (Self::ChinesePatent, Language::Zh) => "中成药",
            (Self::ChinesePatent, Language::En) => "Chinese patent medicine",
            (Self::NegotiatedWestern, Language::Zh) => "谈判西药",
            (Self::NegotiatedWestern, Language::En) => "negotiated western medicine",
            (Self::NegotiatedChinesePatent, Language::Zh) => "谈判中成药",
            (Self::NegotiatedChinesePatent, Language::En) => "negotiated Chinese patent medicine",
            (Self::Bidding, Language::Zh) => "竞价药品",
            (Self::Bidding, Language::En) => "listed by bidding",
            (Self::HerbalPieces, Language::Zh) => "中药饮片",
            (Self::HerbalPieces, Language::En) => "herbal pieces",
            (Self::Commercial, Language::Zh) => "商保创新药目录",
            (Self::Commercial, Language::En) => "commercial innovative drug list",
            (Self::OffList, Language::Zh) => "目录外",
            (Self::OffList, Language::En) => "on no list",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Section;

    #[test]
    fn parts_stand_in_the_order_of_the_list() {
        assert_eq!(Section::Western.rank(), 0);
        assert!(Section::Commercial.rank() < Section::OffList.rank());
        assert!(!Section::Commercial.is_basic() && Section::Bidding.is_basic());
    }
}
