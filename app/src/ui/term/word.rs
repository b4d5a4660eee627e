//! The terms that pages use, each with its entry in the domain's glossary.

use domain::glossary;

use crate::language::Language;

macro_rules! words {
    ($($word:ident = $slug:literal,)+) => {
        /// A term of art; its words stand in `domain::glossary` under [`Word::slug`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is named as its entry in the glossary")]
        pub enum Word {
            $($word,)+
        }

        impl Word {
            /// Every term.
            pub const ALL: &'static [Self] = &[$(Self::$word,)+];

            /// The name of its entry.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self {
                    $(Self::$word => $slug,)+
                }
            }
        }
    };
}

words! {
    PoolFund = "pool-fund",
    PersonalAccount = "personal-account",
    Deductible = "deductible",
    AnnualCap = "annual-cap",
    InScope = "in-scope-expense",
    ClassA = "class-a",
    ClassB = "class-b",
    ClassC = "class-c",
    SelfPayFirst = "self-pay-first",
    Catastrophic = "catastrophic-insurance",
    Assistance = "medical-assistance",
    OffSiteFiling = "off-site-filing",
    OutpatientChronic = "outpatient-chronic",
    FamilySharing = "family-sharing",
    FamilyRepresentation = "family-representation",
    WaitingPeriod = "waiting-period",
    Interruption = "interruption",
    ContributionBase = "contribution-base",
    PoolingArea = "pooling-area",
    InsuredPlace = "insured-place",
    TreatmentPlace = "treatment-place",
    OneStop = "one-stop-settlement",
    ManualReimbursement = "manual-reimbursement",
    DualChannel = "dual-channel",
}

impl Word {
    /// The official term.
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        glossary::term(self.slug()).map_or(self.slug(), |term| term.name(language.into()))
    }

    /// What it means, in plain words.
    #[must_use]
    pub fn meaning(self, language: Language) -> &'static str {
        glossary::term(self.slug()).map_or("", |term| term.meaning(language.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Word, glossary};

    #[test]
    fn every_word_has_an_entry() {
        for word in Word::ALL {
            assert!(glossary::term(word.slug()).is_some(), "{}", word.slug());
        }
    }
}
