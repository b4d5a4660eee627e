//! Codes and lengths in the words people use.

use domain::settlement::Scheme;

use crate::language::Language;
pub(super) use crate::ui::said;

/// The full name of a basic insurance.
#[must_use]
pub(super) fn scheme(scheme: Scheme, language: Language) -> &'static str {
    match scheme {
        Scheme::Employee => language.pick("职工基本医疗保险", "Employee basic medical insurance"),
        Scheme::Resident => {
            language.pick("城乡居民基本医疗保险", "Resident basic medical insurance")
        }
    }
}

/// The kind of insured person behind a national code.
#[must_use]
pub(super) fn person_type(code: &str, language: Language) -> &'static str {
    match code {
        "1101" => language.pick("在职职工", "employee"),
        "1102" => language.pick("在职公务员", "civil servant"),
        "1103" => language.pick("灵活就业人员", "flexible worker"),
        "1201" => language.pick("退休职工", "retired employee"),
        "1202" => language.pick("退休公务员", "retired civil servant"),
        "1203" => language.pick("退休灵活就业人员", "retired flexible worker"),
        "1300" => language.pick("离休人员", "retired cadre"),
        "1401" => language.pick("新生儿", "newborn"),
        "1402" => language.pick("学龄前儿童", "child below school age"),
        "1403" => language.pick("中小学生", "pupil"),
        "1404" => language.pick("大学生", "student"),
        "1405" => language.pick("未入学的未成年人", "minor not at school"),
        "1501" => language.pick("成年居民", "adult resident"),
        _ if code.starts_with("16") => language.pick("老年居民", "elderly resident"),
        _ => language.pick("其他参保人员", "other insured person"),
    }
}

/// The state of a period of insurance.
#[must_use]
pub(super) fn period_state(code: &str, language: Language) -> &'static str {
    match code {
        "normal" => language.pick("正常", "in force"),
        "suspended" => language.pick("暂停", "suspended"),
        _ => language.pick("已结束", "ended"),
    }
}

/// `6年4个月`, `6 years 4 months`.
#[must_use]
pub(super) fn months(count: i32, language: Language) -> String {
    let (years, rest) = (count.max(0) / 12, count.max(0) % 12);
    match language {
        Language::Chinese => match (years, rest) {
            (0, 0) => "不到1个月".to_owned(),
            (0, rest) => format!("{rest}个月"),
            (years, 0) => format!("{years}年"),
            (years, rest) => format!("{years}年{rest}个月"),
        },
        Language::English => match (years, rest) {
            (0, 0) => "less than a month".to_owned(),
            (0, rest) => counted(rest, "month"),
            (years, 0) => counted(years, "year"),
            (years, rest) => format!("{} {}", counted(years, "year"), counted(rest, "month")),
        },
    }
}

/// `1 day`, `9 days`.
#[must_use]
pub(super) fn counted(count: impl Into<i64>, noun: &str) -> String {
    let count = count.into();
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_said_in_years_and_months() {
        let zh = |count| months(count, Language::Chinese);
        let en = |count| months(count, Language::English);
        assert_eq!(
            [zh(0), zh(4), zh(24), zh(76)],
            ["不到1个月", "4个月", "2年", "6年4个月"]
        );
        assert_eq!(en(13), "1 year 1 month");
        assert_eq!(en(76), "6 years 4 months");
        assert_eq!(counted(1, "day"), "1 day");
    }
}
