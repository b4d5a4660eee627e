//! Codes that are told by themselves, each in the words of the page that has them.

use domain::consent::{Act, Channel, GivenBy, Purpose};
use domain::contributions::{ContributionKind, ContributionState, MonthState};
use domain::enquiries::QueryState;
use domain::family::Kinship;
use domain::identifiers::Sex;
use domain::looks::{Doubt, ReportState};
use domain::settlement::{Category, ItemClass, Level, Remote, Scheme, VisitKind};
use services::certificates::words as certificate_words;
use services::family::{Proof, State};
use services::messages::Topic;
use services::resident::account::EntryKind;

use crate::language::Language;
use crate::pages::calculators::retirement;
use crate::pages::enquiries;
use crate::pages::me::access::report::text::ReportText;
use crate::pages::me::account::text::AccountText;
use crate::pages::me::consents::text::ConsentsText;
use crate::pages::me::family::words as family_words;
use crate::pages::me::messages::topics;
use crate::pages::me::sessions::device;
use crate::pages::me::words;
use crate::subject::kin;

/// The word for `code` under `column` of `section`; `None` where it is no code, or none that is
/// known.
pub(super) fn word(section: &str, column: &str, code: &str, language: Language) -> Option<String> {
    let tongue = language.into();
    let word = match (section, column) {
        (_, "household_region" | "residence_region" | "region_code") => {
            return Some(certificate_words::place(code, tongue));
        }
        ("sessions", "user_agent") => return Some(device::name(code, language)),
        ("person", "id_type") => certificate_words::document(code, tongue),
        ("person", "sex") => retirement::sex(Sex::from_code(code)?, language),
        ("person", "status") => living(code, language)?,
        ("statuses", "source") => source(code, language)?,
        ("household", "position") => position(code, language),
        ("enrolments", "person_type") => words::person_type(code, language),
        ("enrolments", "state") => words::period_state(code, language),
        ("contributions", "kind") => rhythm(ContributionKind::from_code(code)?, language),
        ("contributions", "state") => {
            MonthState::of_state(ContributionState::from_code(code)?).label(tongue)
        }
        ("account", "kind") => AccountText::of(language).kind(EntryKind::from_code(code)),
        ("family" | "family_seeing" | "invitations_sent" | "invitations_received", _) => {
            family(column, code, language)?
        }
        ("queries", "outcome") => enquiries::outcome(code, language),
        ("query_steps", "state") => enquiries::state(QueryState::from_code(code)?, language),
        ("reports", "reason") => ReportText::of(language).doubt(Doubt::from_code(code)?),
        ("report_steps", "state") => ReportText::of(language).state(ReportState::from_code(code)?),
        ("consents", _) => consent(column, code, language)?,
        (_, "scheme") => Scheme::from_code(code)?.label(tongue),
        (_, "visit_kind") => VisitKind::from_code(code)?.label(tongue),
        (_, "level") => Level::from_code(code)?.label(tongue),
        (_, "remote") => Remote::from_code(code)?.label(tongue),
        (_, "category") => Category::from_code(code)?.label(tongue),
        (_, "item_class") => ItemClass::from_code(code)?.label(tongue),
        (_, "topic") => topics::name(Topic::from_code(code)?, language),
        (_, "insured" | "elder_mode") => yes_or_no(code, language)?,
        _ => return None,
    };
    Some(word.to_owned())
}

fn yes_or_no(code: &str, language: Language) -> Option<&'static str> {
    match code {
        "yes" | "true" | "on" => Some(language.pick("是", "yes")),
        "no" | "false" | "off" => Some(language.pick("否", "no")),
        _ => None,
    }
}

fn living(code: &str, language: Language) -> Option<&'static str> {
    match code {
        "alive" => Some(language.pick("在世", "living")),
        "dead" => Some(language.pick("已去世", "deceased")),
        _ => None,
    }
}

/// Who recognised a status of hardship.
fn source(code: &str, language: Language) -> Option<&'static str> {
    match code {
        "civil_affairs" => Some(language.pick("民政部门", "the civil affairs office")),
        "import" => Some(language.pick("医保经办机构的记录", "records of the insurance office")),
        _ => None,
    }
}

/// What somebody is in a household of the register.
fn position(code: &str, language: Language) -> &'static str {
    if code == "head" {
        language.pick("户主", "head of the household")
    } else {
        kin(Kinship::from_code(code), None, language)
    }
}

/// How often a contribution falls due.
fn rhythm(kind: ContributionKind, language: Language) -> &'static str {
    match kind {
        ContributionKind::Monthly => language.pick("按月", "monthly"),
        ContributionKind::Yearly => language.pick("按年", "yearly"),
    }
}

fn family(column: &str, code: &str, language: Language) -> Option<&'static str> {
    match column {
        "relation" => Some(kin(Kinship::from_code(code), None, language)),
        "proof" => Some(family_words::proof(Proof::from_code(code), language)),
        "sees_visits" | "sees_account" => yes_or_no(code, language),
        // Of a link that is over, which no invitation can be.
        "state" if code == "ended" => Some(words::period_state(code, language)),
        "state" => {
            let states = [
                State::Waiting,
                State::Confirmed,
                State::Declined,
                State::Withdrawn,
                State::Expired,
                State::Hall,
            ];
            let state = states.into_iter().find(|state| state.code() == code)?;
            Some(family_words::state(state, language).0)
        }
        _ => None,
    }
}

fn consent(column: &str, code: &str, language: Language) -> Option<&'static str> {
    let text = ConsentsText::of(language);
    match column {
        "purpose" => Some(text.purpose(Purpose::from_code(code)?, false).title),
        "act" => Some(text.act(Act::from_code(code)?)),
        "channel" => Some(text.channel(Channel::from_code(code)?)),
        "given_by" => Some(text.given_by(GivenBy::from_code(code)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_is_left_where_there_are_words() {
        for (section, column, code, chinese, english) in [
            ("person", "sex", "male", "男", "male"),
            (
                "person",
                "id_type",
                "01",
                "居民身份证",
                "Resident identity card",
            ),
            ("person", "status", "alive", "在世", "living"),
            (
                "person",
                "household_region",
                "510100",
                "四川省成都市",
                "Chengdu, Sichuan",
            ),
            ("contributions", "kind", "monthly", "按月", "monthly"),
            ("contributions", "state", "paid", "已缴", "paid"),
            ("contributions", "state", "written_off", "已退", "void"),
            (
                "contributions",
                "scheme",
                "employee",
                "职工医保",
                "employee medical insurance",
            ),
            ("family", "relation", "parent", "父母", "parent"),
            (
                "family",
                "proof",
                "household_register",
                "户籍登记",
                "the household register",
            ),
            ("family", "state", "ended", "已结束", "ended"),
            ("family", "state", "confirmed", "已同意", "Confirmed"),
            ("family", "sees_visits", "true", "是", "yes"),
            (
                "household",
                "position",
                "head",
                "户主",
                "head of the household",
            ),
            (
                "account",
                "kind",
                "in_monthly",
                "按月划入",
                "Monthly inflow",
            ),
            (
                "consents",
                "channel",
                "counter",
                "服务大厅",
                "at a service hall",
            ),
        ] {
            for (language, wanted) in [(Language::Chinese, chinese), (Language::English, english)] {
                let told = word(section, column, code, language);
                assert_eq!(told.as_deref(), Some(wanted), "{section} {column}");
            }
        }
        let name = word("person", "name", "male", Language::Chinese);
        assert_eq!(name, None, "a name is no code");
    }
}
