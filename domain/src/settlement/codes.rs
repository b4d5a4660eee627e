//! The codes a bill is described with. Their spelling is the public JSON's.

codes! {
    /// The basic insurance that covers the person.
    pub enum Scheme {
        /// Employee basic medical insurance (national code 310).
        Employee = "employee",
        /// Resident basic medical insurance (national code 390).
        Resident = "resident",
    }
}

codes! {
    /// How the person was treated. The numbers are the national `med_type`.
    pub enum VisitKind {
        /// A stay in hospital, day surgery included (21 to 24).
        Inpatient = "inpatient",
        /// Ordinary outpatient care, at a pharmacy too (11 to 13, 41).
        Outpatient = "outpatient",
        /// Residents' outpatient drugs for hypertension or diabetes (11, with the disease).
        TwoDiseases = "two_diseases",
        /// Outpatient care for a certified chronic or special disease (14).
        Chronic = "chronic",
        /// A negotiated drug from a designated pharmacy at the hospital's terms (41).
        DualChannel = "dual_channel",
        /// A birth in hospital (52).
        MaternityInpatient = "maternity_inpatient",
        /// Checks before a birth (51).
        Prenatal = "prenatal",
    }
}

codes! {
    /// The level of the institution.
    pub enum Level {
        /// Community health centres and below the first level.
        Community = "community",
        /// First level.
        L1 = "l1",
        /// Second level.
        L2 = "l2",
        /// Third level.
        L3 = "l3",
    }
}

codes! {
    /// Where the treatment took place, seen from the insured place, and how it was filed
    /// (National Healthcare Security Administration, 2022, no. 22).
    pub enum Remote {
        /// At home.
        Local = "local",
        /// Elsewhere, filed as a long-term resident there.
        LongTermFiled = "long_term_filed",
        /// Elsewhere, referred and filed.
        ReferralFiled = "referral_filed",
        /// Elsewhere, in an emergency; counts as filed.
        Emergency = "emergency",
        /// Elsewhere, filed for a short absence.
        TemporaryFiled = "temporary_filed",
        /// Elsewhere, not filed.
        Unfiled = "unfiled",
    }
}

codes! {
    /// A recognised status of hardship. A person with several takes the best for each layer;
    /// they are never added.
    pub enum Category {
        /// Extreme hardship (特困).
        Destitute = "destitute",
        /// Orphans and children without effective care.
        Orphan = "orphan",
        /// Minimum living allowance (低保).
        Subsistence = "subsistence",
        /// Marginal low income (低保边缘).
        NearSubsistence = "near_subsistence",
        /// Fallen back into poverty (返贫致贫).
        ReturnedPoverty = "returned_poverty",
        /// Monitored against falling back into poverty.
        Monitored = "monitored",
        /// Poverty through illness (因病致贫).
        IllnessPoverty = "illness_poverty",
    }
}

codes! {
    /// The catalogue class of an item.
    pub enum ItemClass {
        /// Wholly in scope.
        A = "A",
        /// In scope after the self-pay-first share.
        B = "B",
        /// Outside the catalogue, or its restriction is not met: fully self-paid.
        C = "C",
    }
}

codes! {
    /// A layer of the calculation, in the order in which they follow each other.
    pub enum Layer {
        /// Which part of the bill counts.
        Lines = "lines",
        /// What the person pays before the fund begins.
        Deductible = "deductible",
        /// The pool fund of basic insurance.
        Pool = "pool",
        /// The large-amount subsidy above the pool's cap.
        LargeAmount = "large_amount",
        /// Catastrophic cover over the year's burden.
        Catastrophic = "catastrophic",
        /// Medical assistance for people in hardship.
        Assistance = "assistance",
        /// Personal and family accounts.
        Accounts = "accounts",
        /// What is paid in cash.
        Cash = "cash",
    }
}

impl VisitKind {
    /// The kinds that the public JSON takes.
    pub const PUBLIC: [Self; 2] = [Self::Inpatient, Self::Outpatient];

    /// The kind with this code, if the public JSON takes it.
    #[must_use]
    pub fn from_public_code(code: &str) -> Option<Self> {
        Self::from_code(code).filter(|kind| Self::PUBLIC.contains(kind))
    }

    /// Whether a bill of this kind must name a disease.
    #[must_use]
    pub const fn needs_disease(self) -> bool {
        matches!(self, Self::TwoDiseases | Self::Chronic)
    }

    /// Whether the person lies in hospital, so that the bill belongs to a stay of days.
    #[must_use]
    pub const fn is_stay(self) -> bool {
        matches!(self, Self::Inpatient | Self::MaternityInpatient)
    }

    /// Whether it raises the number of the year's admissions, by which later deductibles fall.
    #[must_use]
    pub const fn counts_as_admission(self) -> bool {
        matches!(self, Self::Inpatient)
    }
}
