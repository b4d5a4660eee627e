//! Diseases of the outpatient chronic benefit (门诊慢特病) by their national codes.

use crate::language::Language;

/// Code, Chinese and English name. These (dialysis in two kinds) are settled directly across provinces; regions
/// certify more.
const DISEASES: [(&str, &str, &str); 11] = [
    ("M00201", "慢性乙型肝炎", "chronic hepatitis B"),
    ("M00503", "恶性肿瘤门诊治疗", "outpatient cancer treatment"),
    ("M01600", "糖尿病", "diabetes"),
    ("M03900", "高血压", "hypertension"),
    ("M04600", "冠心病", "coronary heart disease"),
    (
        "M05300",
        "慢性阻塞性肺疾病",
        "chronic obstructive pulmonary disease",
    ),
    ("M06900", "类风湿关节炎", "rheumatoid arthritis"),
    ("M07200", "强直性脊柱炎", "ankylosing spondylitis"),
    ("M07803", "血液透析", "haemodialysis"),
    ("M07804", "腹膜透析", "peritoneal dialysis"),
    (
        "M08300",
        "器官移植术后抗排异",
        "anti-rejection treatment after a transplant",
    ),
];

/// The codes of the diseases that have a name here, in order.
pub fn codes() -> impl Iterator<Item = &'static str> {
    DISEASES.iter().map(|(code, _, _)| *code)
}

/// Whether `code` is shaped like one of the code set: `M` and five digits.
#[must_use]
pub fn is_code(code: &str) -> bool {
    code.strip_prefix('M')
        .is_some_and(|rest| rest.len() == 5 && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What the disease with this code is called, where it is known.
#[must_use]
pub fn name(code: &str, language: Language) -> Option<&'static str> {
    let (_, zh, en) = DISEASES.iter().find(|(own, _, _)| *own == code)?;
    Some(language.pick(zh, en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_disease_has_a_code_of_the_set() {
        assert!(codes().all(is_code) && codes().is_sorted());
        assert_eq!(name("M03900", Language::Zh), Some("高血压"));
        assert_eq!(name("M99999", Language::Zh), None);
        assert!(!is_code("M0390") && !is_code("M0390a") && !is_code("H03900"));
    }
}
