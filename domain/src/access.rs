//! Who may do what: one function decides, and a golden file prints its whole table.

use serde::{Deserialize, Serialize};

use crate::consent::Purpose;

/// In which capacity somebody acts. An account may hold several and acts in one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Not signed in.
    Visitor,
    /// An insured person, for themselves and their family.
    Resident,
    /// Somebody who enrols and declares for an employer.
    EmployerHandler,
    /// A service-hall agent who acts for the person at the counter.
    Agent,
    /// The second pair of eyes over an agent's money and identity decisions.
    Reviewer,
    /// Writes policy documents, parameters and products.
    Editor,
    /// Releases what an editor wrote.
    Approver,
    /// Watches over the running system; sees no business data.
    SystemAdmin,
    /// Reads the audit trail.
    Auditor,
    /// Somebody at the terminal of the machine itself, who holds its database and its keys
    /// already. No account can be this.
    Operator,
}

impl Role {
    /// Every role, in the order of the golden table.
    pub const ALL: [Self; 10] = [
        Self::Visitor,
        Self::Resident,
        Self::EmployerHandler,
        Self::Agent,
        Self::Reviewer,
        Self::Editor,
        Self::Approver,
        Self::SystemAdmin,
        Self::Auditor,
        Self::Operator,
    ];

    /// The stable code under which the role is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Resident => "resident",
            Self::EmployerHandler => "employer_handler",
            Self::Agent => "agent",
            Self::Reviewer => "reviewer",
            Self::Editor => "editor",
            Self::Approver => "approver",
            Self::SystemAdmin => "system_admin",
            Self::Auditor => "auditor",
            Self::Operator => "operator",
        }
    }

    /// The role that an account holds under `code`. Never [`Role::Operator`], whatever stands
    /// in the store: the network does not lead to the terminal.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .filter(|role| *role != Self::Operator)
            .find(|role| role.code() == code)
    }
}

/// How the actor stands to the person whose data an action touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The action touches nobody's data.
    Nobody,
    /// The actor is that person.
    Oneself,
    /// A confirmed family link in force lets the actor see this part of that person's data
    /// ([`crate::family::Scope`]).
    Family,
    /// Anybody else.
    Stranger,
}

impl Relation {
    /// Every relation, in the order of the golden table.
    pub const ALL: [Self; 4] = [Self::Nobody, Self::Oneself, Self::Family, Self::Stranger];

    /// The word printed in the golden table.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Oneself => "oneself",
            Self::Family => "family",
            Self::Stranger => "stranger",
        }
    }
}

/// What somebody wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Read what is published: policies, products, regions, help.
    ReadPublic,
    /// Compute an estimate from figures typed in.
    Estimate,
    /// Begin or end a sign-in, choose language and display.
    SignIn,
    /// Choose in which of the account's roles one acts.
    SwitchHat,
    /// Read the machine's own state (health, figures).
    ReadOperations,
    /// Read how the published stands: policies, parameters, products, what of it is in force.
    ReadPublishing,
    /// Write a draft of a parameter set, try it on earlier bills, throw it away, and ask that a
    /// released set be taken back.
    DraftParameters,
    /// Review a draft of somebody else's, release it, and take a set back that somebody else asked
    /// to be taken back.
    ReleaseParameters,
    /// Read the audit trail and the state of its seals.
    ReadAudit,
    /// Check the newest part of the audit trail against its seals.
    CheckAudit,
    /// Read the summary of a person's insurance.
    ReadOverview,
    /// Read periods of insurance and their gaps.
    ReadEnrolment,
    /// Read what was paid in, month by month.
    ReadContributions,
    /// Read what applies this year and what is used of it.
    ReadBenefits,
    /// Read the list of settlements and its totals.
    ReadSettlements,
    /// Read one settlement with items and trace.
    ReadSettlementDetail,
    /// Read the personal account and its ledger.
    ReadAccount,
    /// Read the add-on products a person holds.
    ReadHoldings,
    /// Read the certificates that a person has issued, with their codes.
    ReadCertificates,
    /// Issue a certificate of insurance.
    IssueCertificate,
    /// Change what a certificate shows to those who check it.
    ChangeCertificate,
    /// Withdraw a certificate.
    WithdrawCertificate,
    /// Check a certificate by its code: its holder has decided what that shows.
    CheckCertificate,
    /// Read the messages to a person.
    ReadMessages,
    /// Mark messages read or unread, and choose what to get messages about.
    KeepMessages,
    /// Read who may see one's data and whose one may see.
    ReadFamily,
    /// Invite a relative, answer an invitation, end a family link.
    ManageFamily,
    /// Take everything the platform knows of a person out of it.
    ExportPerson,
    /// Read who looked at a person's data.
    ReadAccessLog,
    /// Say that a look at one's data was not expected, or answer that.
    ReportAccess,
    /// Read the queries about settlements that a person has sent, and their answers.
    ReadQueries,
    /// Send a query about a settlement of one's own, or take it back.
    SendQuery,
    /// Read which queries wait for an answer: numbers and days, nothing of whom.
    ReviewQueries,
    /// Open a query that somebody sent, and answer it.
    AnswerQuery,
    /// Read what a person has agreed to, agree and withdraw.
    ManageConsents,
    /// The same for a minor; the use case checks the age.
    ConsentForMinor,
    /// See where one's own account is signed in, and end that.
    ManageSessions,
    /// Run the platform: import, demonstrate, back up, restore, verify.
    Operate,
}

impl Action {
    /// Every action, in the order of the golden table.
    pub const ALL: [Self; 38] = [
        Self::ReadPublic,
        Self::Estimate,
        Self::SignIn,
        Self::SwitchHat,
        Self::ReadOperations,
        Self::ReadPublishing,
        Self::DraftParameters,
        Self::ReleaseParameters,
        Self::ReadAudit,
        Self::CheckAudit,
        Self::ReadOverview,
        Self::ReadEnrolment,
        Self::ReadContributions,
        Self::ReadBenefits,
        Self::ReadSettlements,
        Self::ReadSettlementDetail,
        Self::ReadAccount,
        Self::ReadHoldings,
        Self::ReadCertificates,
        Self::IssueCertificate,
        Self::ChangeCertificate,
        Self::WithdrawCertificate,
        Self::CheckCertificate,
        Self::ReadMessages,
        Self::KeepMessages,
        Self::ReadFamily,
        Self::ManageFamily,
        Self::ExportPerson,
        Self::ReadAccessLog,
        Self::ReportAccess,
        Self::ReadQueries,
        Self::SendQuery,
        Self::ReviewQueries,
        Self::AnswerQuery,
        Self::ManageConsents,
        Self::ConsentForMinor,
        Self::ManageSessions,
        Self::Operate,
    ];

    /// The stable code under which the action is written to the audit trail.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ReadPublic => "read_public",
            Self::Estimate => "estimate",
            Self::SignIn => "sign_in",
            Self::SwitchHat => "switch_hat",
            Self::ReadOperations => "read_operations",
            Self::ReadPublishing => "read_publishing",
            Self::DraftParameters => "draft_parameters",
            Self::ReleaseParameters => "release_parameters",
            Self::ReadAudit => "read_audit",
            Self::CheckAudit => "check_audit",
            Self::ReadOverview => "read_overview",
            Self::ReadEnrolment => "read_enrolment",
            Self::ReadContributions => "read_contributions",
            Self::ReadBenefits => "read_benefits",
            Self::ReadSettlements => "read_settlements",
            Self::ReadSettlementDetail => "read_settlement_detail",
            Self::ReadAccount => "read_account",
            Self::ReadHoldings => "read_holdings",
            Self::ReadCertificates => "read_certificates",
            Self::IssueCertificate => "issue_certificate",
            Self::ChangeCertificate => "change_certificate",
            Self::WithdrawCertificate => "withdraw_certificate",
            Self::CheckCertificate => "check_certificate",
            Self::ReadMessages => "read_messages",
            Self::KeepMessages => "keep_messages",
            Self::ReadFamily => "read_family",
            Self::ManageFamily => "manage_family",
            Self::ExportPerson => "export_person",
            Self::ReadAccessLog => "read_access_log",
            Self::ReportAccess => "report_access",
            Self::ReadQueries => "read_queries",
            Self::SendQuery => "send_query",
            Self::ReviewQueries => "review_queries",
            Self::AnswerQuery => "answer_query",
            Self::ManageConsents => "manage_consents",
            Self::ConsentForMinor => "consent_for_minor",
            Self::ManageSessions => "manage_sessions",
            Self::Operate => "operate",
        }
    }
}

/// Whether `role`, standing in `relation` to the person concerned, may do `action`.
///
/// Signed-in roles other than `Resident` get business data only through rooms that do not exist
/// yet (cases, employer rosters); until then they get none, but for a query that a person sends to
/// the agency, which a reviewer opens. A certificate
/// tells others about its holder, therefore nobody issues or changes it in their name. To run the platform is to hold
/// everybody's data (a backup, an import, a demonstration), therefore it is the operator's alone.
#[must_use]
pub const fn may(role: Role, relation: Relation, action: Action) -> bool {
    use {Action as A, Relation as Rel};
    match action {
        A::ReadPublic | A::Estimate | A::SignIn | A::CheckCertificate => true,
        A::SwitchHat => {
            !matches!(role, Role::Visitor | Role::Operator) && matches!(relation, Rel::Nobody)
        }
        A::ReadOperations => matches!(role, Role::SystemAdmin | Role::Operator),
        A::Operate => matches!((role, relation), (Role::Operator, Rel::Nobody)),
        A::ReadPublishing => {
            matches!(role, Role::Editor | Role::Approver) && matches!(relation, Rel::Nobody)
        }
        A::DraftParameters => matches!((role, relation), (Role::Editor, Rel::Nobody)),
        A::ReleaseParameters => matches!((role, relation), (Role::Approver, Rel::Nobody)),
        A::ReadAudit | A::CheckAudit => {
            matches!((role, relation), (Role::Auditor, Rel::Nobody))
        }
        A::ReadOverview | A::ReadEnrolment | A::ReadContributions | A::ReadBenefits => {
            matches!(role, Role::Resident) && matches!(relation, Rel::Oneself | Rel::Family)
        }
        A::ReadSettlements | A::ReadSettlementDetail | A::ReadAccount | A::ReadHoldings => {
            matches!(role, Role::Resident) && matches!(relation, Rel::Oneself | Rel::Family)
        }
        A::ReadCertificates
        | A::IssueCertificate
        | A::ChangeCertificate
        | A::WithdrawCertificate => matches!((role, relation), (Role::Resident, Rel::Oneself)),
        // Whose data one may see, and who may see one's own, is nobody else's to know or change.
        A::ReadMessages | A::KeepMessages | A::ReadFamily | A::ManageFamily => {
            matches!((role, relation), (Role::Resident, Rel::Oneself))
        }
        A::ExportPerson => matches!(
            (role, relation),
            (Role::Resident, Rel::Oneself) | (Role::Operator, Rel::Stranger)
        ),
        A::ReadAccessLog | A::ReportAccess | A::ManageConsents => {
            matches!((role, relation), (Role::Resident, Rel::Oneself))
        }
        // What is asked about one's bill is between the person and the agency.
        A::ReadQueries | A::SendQuery => {
            matches!((role, relation), (Role::Resident, Rel::Oneself))
        }
        A::ReviewQueries => matches!((role, relation), (Role::Reviewer, Rel::Nobody)),
        // The use case lets nobody in without a query that the person sent.
        A::AnswerQuery => matches!((role, relation), (Role::Reviewer, Rel::Stranger)),
        A::ConsentForMinor => matches!((role, relation), (Role::Resident, Rel::Family)),
        A::ManageSessions => {
            !matches!(role, Role::Visitor | Role::Operator) && matches!(relation, Rel::Nobody)
        }
    }
}

/// What the person must have agreed to, beside the relation, before `action` is done.
#[must_use]
pub const fn consent_for(relation: Relation, action: Action) -> Option<Purpose> {
    match (relation, action) {
        (Relation::Family, Action::ReadSettlementDetail) => Some(Purpose::FamilyDetails),
        _ => None,
    }
}

/// Whether `role` may do `action` at all, to whomever it is done: otherwise its addresses do not
/// exist for that role.
#[must_use]
pub fn may_ever(role: Role, action: Action) -> bool {
    Relation::ALL
        .into_iter()
        .any(|relation| may(role, relation, action))
}

#[cfg(test)]
mod tests {
    use super::{Action, Relation, Role, may, may_ever};

    #[test]
    fn what_one_may_never_do_one_may_do_to_nobody() {
        for role in Role::ALL {
            for action in Action::ALL {
                let any = Relation::ALL.map(|relation| may(role, relation, action));
                assert_eq!(may_ever(role, action), any.contains(&true));
            }
        }
        assert!(may_ever(Role::Resident, Action::ReadAccount));
        assert!(!may_ever(Role::Auditor, Action::ReadAccount));
        assert!(!may_ever(Role::Resident, Action::ReadAudit));
    }

    #[test]
    fn an_account_holds_every_role_but_the_operators() {
        for role in Role::ALL {
            let held = (role != Role::Operator).then_some(role);
            assert_eq!(Role::from_code(role.code()), held);
        }
    }
}
