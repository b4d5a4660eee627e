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

/// The wait of somebody who joins again, and the join to what is lost all the same:
/// `等 3 个月才能报销，`, `no wait (a status of hardship), but`.
pub(super) fn and_then(of: Wait, language: Language) -> String {
    let words = wait(of, language);
    match (of, language) {
        (Wait::None(_), Language::Chinese) => format!("{words}就能报销，但"),
        (_, Language::Chinese) => format!("{words}才能报销，"),
        (Wait::None(_), Language::English) => format!("{words}, but"),
        (_, Language::English) => format!("{words}, and"),
    }
}

/// The wait as what one has to do: `要等 3 个月`, `不用等`, `a wait of 3 months`.
pub(super) fn must(of: Wait, language: Language) -> String {
    let words = wait(of, language);
    match (of, language) {
        (Wait::Months(_), Language::Chinese) => format!("要{words}"),
        _ => words,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_about_no_wait_does_not_say_only_then() {
        let (zh, en) = (Language::Chinese, Language::English);
        let none = Wait::None(NoWait::Hardship);
        assert_eq!(and_then(none, zh), "不用等（困难人员）就能报销，但");
        assert_eq!(and_then(none, en), "no wait (a status of hardship), but");
        assert_eq!(and_then(Wait::Months(3), zh), "等 3 个月才能报销，");
        assert_eq!(and_then(Wait::Months(3), en), "a wait of 3 months, and");
        assert_eq!(must(none, zh), "不用等（困难人员）");
        assert_eq!(must(Wait::Months(9), zh), "要等 9 个月");
        assert_eq!(must(Wait::AtMost(6), zh), "最长等 6 个月（当地定）");
    }
}
