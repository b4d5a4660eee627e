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
    /// How the person was treated.
    pub enum VisitKind {
        /// A stay in hospital.
        Inpatient = "inpatient",
        /// Ordinary outpatient care.
        Outpatient = "outpatient",
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
