//! What a certificate says, in the words of paper and page.

use chrono::{Datelike, NaiveDate};
use domain::identifiers::RegionCode;
use domain::language::Language;
use domain::settlement::Scheme;

use super::{Part, Status, Stretch};

/// The full name of a basic insurance.
#[must_use]
pub fn scheme(scheme: Scheme, language: Language) -> &'static str {
    match scheme {
        Scheme::Employee => language.pick("职工基本医疗保险", "Employee basic medical insurance"),
        Scheme::Resident => {
            language.pick("城乡居民基本医疗保险", "Resident basic medical insurance")
        }
    }
}

/// Whether benefits were paid on the day of the certificate.
#[must_use]
pub fn status(status: Status, language: Language) -> String {
    match status {
        Status::Covered => language.pick("待遇正常", "benefits in force").to_owned(),
        Status::Waiting(begins) => {
            let day = day(begins, language);
            match language {
                Language::Zh => format!("待遇等待期，{day}起能报销"),
                Language::En => format!("waiting period, benefits from {day}"),
            }
        }
        Status::OnHold => language.pick("待遇暂停", "benefits on hold").to_owned(),
        Status::NotInsured => language.pick("没有参保", "not insured").to_owned(),
    }
}

/// The kind of a paper behind its national code.
#[must_use]
pub fn document(code: &str, language: Language) -> &'static str {
    match code {
        "01" => language.pick("居民身份证", "Resident identity card"),
        "02" => language.pick(
            "港澳居民居住证",
            "Residence permit for Hong Kong and Macao residents",
        ),
        "03" => language.pick("台湾居民居住证", "Residence permit for Taiwan residents"),
        "04" => language.pick(
            "外国人永久居留身份证",
            "Permanent residence card for foreigners",
        ),
        "05" => language.pick("护照", "Passport"),
        _ => language.pick("其他证件", "Another document"),
    }
}

/// The name of a pooling area; in English the full Chinese name stands after a name that says less.
#[must_use]
pub fn place(code: &str, language: Language) -> String {
    let known: Option<RegionCode> = code.parse().ok();
    let Some(region) = known.filter(|region| !region.full_name().is_empty()) else {
        return code.to_owned();
    };
    let chinese = region.full_name();
    match (language, region.english_name()) {
        (Language::En, Some(english)) if region.english_is_whole() => english,
        (Language::En, Some(english)) => format!("{english} ({chinese})"),
        _ => chinese,
    }
}

/// Who issued a certificate: whoever runs the site, by name, and the signed address of the site where
/// no name is configured.
#[must_use]
pub const fn issuer<'a>(sponsor: &'a str, address: &'a str) -> &'a str {
    if sponsor.is_empty() { address } else { sponsor }
}

/// `2026年6月15日` or `15 June 2026`.
#[must_use]
pub fn day(day: NaiveDate, language: Language) -> String {
    match language {
        Language::Zh => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        Language::En => day.format("%-d %B %Y").to_string(),
    }
}

/// A period with its insurance and place.
#[must_use]
pub fn stretch(period: &Stretch, language: Language) -> String {
    let since = day(period.since, language);
    let until = period.until.map(|last| day(last, language));
    let when = match (language, until) {
        (Language::Zh, Some(last)) => format!("{since}至{last}"),
        (Language::Zh, None) => format!("{since}起"),
        (Language::En, Some(last)) => format!("{since} to {last}"),
        (Language::En, None) => format!("since {since}"),
    };
    let comma = language.pick("，", ", ");
    let (name, place) = (
        scheme(period.scheme, language),
        place(&period.region, language),
    );
    format!("{when}{comma}{name}{comma}{place}")
}

/// What a part of a certificate is called.
#[must_use]
pub fn part(part: Part, language: Language) -> &'static str {
    match part {
        Part::Identity => language.pick("姓名和证件", "Name and document"),
        Part::Scheme => language.pick("险种和待遇状态", "Insurance and its state"),
        Part::Region => language.pick("参保地", "Place of insurance"),
        Part::Periods => language.pick("参保时间", "Periods of insurance"),
        Part::Later => language.pick("以后有没有变化", "Whether it has changed since"),
    }
}
