//! Waits in words.

use domain::continuity::{NoWait, Wait};

use crate::language::Language;

/// How long benefits wait: `等 3 个月`, `no wait`.
pub(super) fn wait(wait: Wait, language: Language) -> String {
    match (wait, language) {
        (Wait::None(why), _) => no_wait(why, language).to_owned(),
        (Wait::Months(months), Language::Chinese) => format!("等 {months} 个月"),
        (Wait::AtMost(months), Language::Chinese) => {
            format!("最长等 {months} 个月（当地定）")
        }
        (Wait::Months(1), Language::English) => "a wait of 1 month".to_owned(),
        (Wait::Months(months), Language::English) => format!("a wait of {months} months"),
        (Wait::AtMost(months), Language::English) => {
            format!("a wait of at most {months} months, as the place decides")
        }
    }
}

fn no_wait(why: NoWait, language: Language) -> &'static str {
    match why {
        NoWait::PaidBack => language.pick("不用等", "no wait"),
        NoWait::ChangedScheme => language.pick(
            "不用等（3 个月内换险种）",
            "no wait (a change of scheme within 3 months)",
        ),
        NoWait::Hardship => language.pick("不用等（困难人员）", "no wait (a status of hardship)"),
        NoWait::InTime => language.pick("不用等（按时参保）", "no wait (in time)"),
    }
}
