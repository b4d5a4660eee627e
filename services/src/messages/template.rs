//! What can be said to a person, as code and plain values.

use chrono::NaiveDate;
use domain::ids::{CertificateId, QueryId, SettlementId};
use domain::language::Bilingual;
use domain::money::Money;
use domain::settlement::Scheme;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Topic;
use crate::error::ServiceError;

/// A yearly limit on what a fund pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cap {
    /// Of outpatient care.
    Outpatient,
    /// Of the pool for stays in hospital.
    Pool,
    /// Of the large-amount subsidy.
    LargeAmount,
    /// Of catastrophic cover.
    Catastrophic,
}

impl Cap {
    /// The code in the store.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Outpatient => "outpatient",
            Self::Pool => "pool",
            Self::LargeAmount => "large_amount",
            Self::Catastrophic => "catastrophic",
        }
    }
}

/// What a message says. Codes and names of fields are stored and stay as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "template",
    content = "parameters",
    rename_all = "snake_case",
    rename_all_fields = "snake_case"
)]
#[expect(
    missing_docs,
    reason = "fields are the days, places and amounts that the variant speaks of"
)]
pub enum Template {
    /// A period of insurance has begun.
    CoverBegan {
        scheme: Scheme,
        region: String,
        since: NaiveDate,
        /// The last day on which benefits wait, where they do.
        waiting_until: Option<NaiveDate>,
    },
    /// Benefits rest because contributions are missing.
    CoverRests { scheme: Scheme, region: String },
    /// A period of insurance ends soon, and nothing follows.
    CoverEnds {
        scheme: Scheme,
        region: String,
        last: NaiveDate,
    },
    /// A period of insurance has ended, and nothing follows.
    CoverEnded {
        scheme: Scheme,
        region: String,
        last: NaiveDate,
    },
    /// The waiting period is over.
    BenefitsBegin {
        scheme: Scheme,
        region: String,
        from: NaiveDate,
    },
    /// Residents can enrol for `year` through this day.
    WindowOpens {
        region: String,
        year: i32,
        through: NaiveDate,
    },
    /// Only a month is left for it.
    WindowCloses {
        region: String,
        year: i32,
        through: NaiveDate,
    },
    /// The outpatient deductible of the year is paid, whatever the level.
    OutpatientDeductibleMet { year: i32 },
    /// A tenth or less of the threshold is left until catastrophic cover starts.
    CatastrophicNear {
        year: i32,
        threshold: Money,
        left: Money,
    },
    /// Catastrophic cover has started.
    CatastrophicReached {
        year: i32,
        threshold: Money,
        /// Whether assistance may be asked for: nobody has looked at the hardship yet.
        may_ask: bool,
    },
    /// A tenth or less of a yearly limit is left.
    CapNear { year: i32, cap: Cap, left: Money },
    /// A yearly limit is used up.
    CapReached { year: i32, cap: Cap },
    /// New rules of the insured place are in force. By them the last twelve months would have come
    /// out differently: the person would have paid `more`, below zero less.
    RulesChanged {
        region: String,
        since: NaiveDate,
        more: Money,
    },
    /// The new rules of which the person was told that they count `since` a day are taken back.
    RulesTakenBack {
        region: String,
        since: NaiveDate,
        /// The name of the rules that count now, where there are any.
        counts: Option<Bilingual>,
    },
    /// A visit was settled, or a settlement taken back.
    SettlementArrived {
        settlement: SettlementId,
        settled_on: NaiveDate,
        /// Whether it is a refund.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        refund: bool,
    },
    /// A query that the person sent is answered; its number.
    QueryAnswered { query: QueryId, number: String },
    /// An add-on product that the person holds ends soon.
    HoldingEnds {
        product: Bilingual,
        last: NaiveDate,
        /// The last day on which it can be bought again, where that day is known.
        offered_until: Option<NaiveDate>,
    },
    /// A status of hardship on record ends soon. Which one is not said.
    StatusEnds { last: NaiveDate },
    /// A proof of cover that the person issued can be checked for some weeks only.
    CertificateEnds {
        certificate: CertificateId,
        last: NaiveDate,
    },
    /// Views by others are written down, and where to read them.
    AccessRecord {},
    /// Somebody asks to be tied to the person as family. `name` is who asks.
    FamilyInvitation {
        name: String,
        /// Whether it was put right and sent in place of an earlier one.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        replaces: bool,
    },
    /// Somebody whom the person asked has confirmed.
    FamilyConfirmed { name: String },
    /// A tie to somebody has ended.
    FamilyEnded { name: String },
}

impl Template {
    /// What it is about.
    #[must_use]
    pub const fn topic(&self) -> Topic {
        match self {
            Self::CoverBegan { .. }
            | Self::CoverRests { .. }
            | Self::CoverEnds { .. }
            | Self::CoverEnded { .. }
            | Self::BenefitsBegin { .. } => Topic::Cover,
            Self::WindowOpens { .. }
            | Self::WindowCloses { .. }
            | Self::HoldingEnds { .. }
            | Self::StatusEnds { .. }
            | Self::CertificateEnds { .. } => Topic::Deadlines,
            Self::OutpatientDeductibleMet { .. }
            | Self::CatastrophicNear { .. }
            | Self::CatastrophicReached { .. }
            | Self::CapNear { .. }
            | Self::CapReached { .. }
            | Self::RulesChanged { .. }
            | Self::RulesTakenBack { .. } => Topic::Year,
            Self::SettlementArrived { .. } => Topic::Settlements,
            Self::QueryAnswered { .. } => Topic::Queries,
            Self::AccessRecord {}
            | Self::FamilyInvitation { .. }
            | Self::FamilyConfirmed { .. }
            | Self::FamilyEnded { .. } => Topic::Security,
        }
    }

    /// Whether it says that an earlier message does not hold any more. Whoever got that one gets this
    /// one, whatever they have switched off since.
    #[must_use]
    pub const fn corrects(&self) -> bool {
        matches!(self, Self::RulesTakenBack { .. })
    }

    /// Code and values, as they are stored.
    pub(super) fn stored(&self) -> Result<(String, String), ServiceError> {
        let value = serde_json::to_value(self).map_err(ServiceError::internal)?;
        let code = value.get("template").and_then(Value::as_str);
        let code = code.ok_or_else(|| ServiceError::internal("a template without a code"))?;
        let parameters = value
            .get("parameters")
            .cloned()
            .unwrap_or_else(|| json!({}));
        Ok((code.to_owned(), parameters.to_string()))
    }

    /// What was stored; `None` for what only another version can read.
    #[must_use]
    pub fn read(code: &str, parameters: &str) -> Option<Self> {
        let parameters: Value = serde_json::from_str(parameters).ok()?;
        serde_json::from_value(json!({ "template": code, "parameters": parameters })).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_is_read_again() {
        let near = Template::CatastrophicNear {
            year: 2026,
            threshold: Money::from_yuan(30_000),
            left: Money::from_fen(124_000),
        };
        let (code, parameters) = near.stored().unwrap();
        assert_eq!(code, "catastrophic_near");
        let wanted = r#"{"left":124000,"threshold":3000000,"year":2026}"#;
        let equal: Value = serde_json::from_str(wanted).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&parameters).unwrap(), equal);
        assert_eq!(Template::read(&code, &parameters), Some(near));
        let plain = Template::AccessRecord {};
        assert_eq!(plain.stored().unwrap().1, "{}");
        assert_eq!(Template::read("access_record", "{}"), Some(plain));
    }

    #[test]
    fn what_another_version_wrote_is_not_guessed() {
        assert_eq!(Template::read("of_tomorrow", "{}"), None);
        assert_eq!(Template::read("access_record", "broken"), None);
    }
}
