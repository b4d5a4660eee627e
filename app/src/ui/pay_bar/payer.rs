//! Who pays a bill.

use crate::ui::Look;

/// The payers of a bill in the order of settlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payer {
    /// The pool fund of basic insurance.
    Pool,
    /// The large-amount mutual fund of employee insurance.
    LargeAmount,
    /// Catastrophic insurance.
    Catastrophic,
    /// Medical assistance.
    Assistance,
    /// A commercial product.
    AddOn,
    /// The person's own account.
    PersonalAccount,
    /// The account of somebody in the family.
    FamilyAccount,
    /// The person, for what is outside the catalogue or above a ceiling.
    OutOfScope,
    /// The person, for the part of class B that comes first.
    SelfPayFirst,
    /// The person, for what is left within the scope.
    Cash,
    /// The person in cash, for whatever accounts did not pay.
    AllCash,
}

impl Payer {
    /// The class that colours it; the hatched ones have none.
    #[must_use]
    pub const fn class(self) -> Option<&'static str> {
        match self {
            Self::Pool => Some("p-pool"),
            Self::LargeAmount => Some("p-large"),
            Self::Catastrophic => Some("p-catastrophic"),
            Self::Assistance => Some("p-assistance"),
            Self::AddOn => Some("p-addon"),
            Self::PersonalAccount => Some("p-account"),
            Self::FamilyAccount => Some("p-family"),
            Self::Cash | Self::AllCash => Some("p-cash"),
            Self::OutOfScope | Self::SelfPayFirst => None,
        }
    }

    /// In words.
    #[must_use]
    pub fn label(self, look: Look) -> &'static str {
        match self {
            Self::OutOfScope => look.pick(
                "自己付：目录外和超限价",
                "You: outside the catalogue or above a ceiling",
            ),
            Self::SelfPayFirst => look.pick("自己付：乙类先行自付", "You: first part of class B"),
            Self::Cash => look.pick("自己付：范围内余下", "You: what is left in scope"),
            Self::AllCash => look.pick("自己付：现金", "You: in cash"),
            Self::LargeAmount => look.pick("大额医疗互助", "Large-amount mutual aid"),
            Self::AddOn => look.pick("商业补充保险", "Commercial add-on"),
            other => other.short(look),
        }
    }

    /// In as few words as fit on the bar.
    #[must_use]
    pub fn short(self, look: Look) -> &'static str {
        match self {
            Self::Pool => look.pick("统筹基金", "Pool fund"),
            Self::LargeAmount => look.pick("大额互助", "Large-amount"),
            Self::Catastrophic => look.pick("大病保险", "Catastrophic"),
            Self::Assistance => look.pick("医疗救助", "Assistance"),
            Self::AddOn => look.pick("商业保险", "Add-on"),
            Self::PersonalAccount => look.pick("个人账户", "Personal account"),
            Self::FamilyAccount => look.pick("家庭共济账户", "Family account"),
            Self::OutOfScope | Self::SelfPayFirst | Self::Cash | Self::AllCash => {
                look.pick("自己付", "You")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Payer;

    #[test]
    fn no_two_payers_on_one_bar_look_alike() {
        let accounts = [
            Payer::Pool,
            Payer::LargeAmount,
            Payer::Catastrophic,
            Payer::Assistance,
            Payer::AddOn,
            Payer::PersonalAccount,
            Payer::FamilyAccount,
            Payer::AllCash,
        ];
        let classes: BTreeSet<_> = accounts.iter().map(|payer| payer.class()).collect();
        assert_eq!(classes.len(), accounts.len());
    }
}
