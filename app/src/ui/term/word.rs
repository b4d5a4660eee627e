//! The terms that pages may use: all of the domain's glossary.

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
    ReimbursementRatio = "reimbursement-ratio",
    SelfPayFirst = "self-pay-first",
    FullySelfPaid = "fully-self-paid",
    PriceCeiling = "price-ceiling",
    PersonalBurden = "personal-burden",
    BenefitYear = "benefit-year",
    Settlement = "settlement",
    OneStop = "one-stop-settlement",
    ManualReimbursement = "manual-reimbursement",
    Refund = "refund",
    Catalogue = "catalogue",
    ClassA = "class-a",
    ClassB = "class-b",
    ClassC = "class-c",
    Restriction = "restriction",
    PaymentStandard = "payment-standard",
    NegotiatedDrug = "negotiated-drug",
    DualChannel = "dual-channel",
    CentralisedProcurement = "centralised-procurement",
    CommercialDrugList = "commercial-drug-list",
    ServiceItem = "service-item",
    Consumables = "consumables",
    BasicInsurance = "basic-insurance",
    EmployeeInsurance = "employee-insurance",
    ResidentInsurance = "resident-insurance",
    FlexibleEmployment = "flexible-employment",
    ContributionBase = "contribution-base",
    BaseLimits = "base-limits",
    GovernmentSubsidy = "government-subsidy",
    CollectionPeriod = "collection-period",
    Arrears = "arrears",
    BackPayment = "back-payment",
    Interruption = "interruption",
    WaitingPeriod = "waiting-period",
    ContinuousEnrolment = "continuous-enrolment",
    EnrolmentIncentive = "enrolment-incentive",
    CreditedYears = "credited-years",
    Transfer = "transfer",
    DuplicateEnrolment = "duplicate-enrolment",
    PoolingArea = "pooling-area",
    InsuredPlace = "insured-place",
    DesignatedInstitution = "designated-institution",
    HospitalLevel = "hospital-level",
    OutpatientPooling = "outpatient-pooling",
    OutpatientChronic = "outpatient-chronic",
    TwoDiseases = "two-diseases",
    LongPrescription = "long-prescription",
    TreatmentPlace = "treatment-place",
    OffSiteFiling = "off-site-filing",
    OffSiteSettlement = "off-site-settlement",
    Referral = "referral",
    Emergency = "emergency",
    InsuranceCode = "insurance-code",
    CasePayment = "case-payment",
    Catastrophic = "catastrophic-insurance",
    LargeAmountSubsidy = "large-amount-subsidy",
    Assistance = "medical-assistance",
    Tilt = "tilt",
    SubsistenceAllowance = "subsistence-allowance",
    NearSubsistence = "near-subsistence",
    ExtremeHardship = "extreme-hardship",
    ReturnedPoverty = "returned-poverty",
    MonitoredHousehold = "monitored-household",
    IllnessPoverty = "illness-poverty",
    CitySupplementary = "city-supplementary",
    CommercialInsurance = "commercial-insurance",
    InsurerDeductible = "insurer-deductible",
    PriorIllness = "prior-illness",
    Exclusion = "exclusion",
    LongTermCare = "long-term-care",
    MaternityInsurance = "maternity-insurance",
    MaternityAllowance = "maternity-allowance",
    InsuranceAgency = "insurance-agency",
    TaxAuthority = "tax-authority",
    FamilySharing = "family-sharing",
    FamilyRepresentation = "family-representation",
    SeparateConsent = "separate-consent",
    AccessRecord = "access-record",
    ProofOfCover = "proof-of-cover",
    AcceptWithMissingPapers = "accept-with-missing-papers",
    CommitmentInsteadOfProof = "commitment-instead-of-proof",
    ServiceRating = "service-rating",
    BenefitParameters = "benefit-parameters",
    SampleValue = "sample-value",
}

impl Word {
    /// Where its entry in the glossary is. Elder mode, which shows a few at a time, begins with it.
    #[must_use]
    pub fn address(self, elder: bool) -> String {
        let slug = self.slug();
        let from = if elder {
            format!("?from={slug}")
        } else {
            String::new()
        };
        format!("/glossary{from}#{slug}")
    }

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
    fn every_word_has_an_entry_and_every_entry_a_word() {
        let words: Vec<&str> = Word::ALL.iter().map(|word| word.slug()).collect();
        let entries: Vec<&str> = glossary::all().map(|term| term.slug).collect();
        assert_eq!(words, entries);
    }
}
