//! The name of an institution, with its level and kind of visit.

use domain::settlement::{Level, VisitKind};
use leptos::prelude::*;

use super::words;
use crate::language::Language;
use crate::ui::{IntoWritten, Look};

/// The name in the language of the page; the Chinese one, marked as such, where no other is
/// known.
#[component]
pub(super) fn InstitutionName(
    /// As the papers say it, in Chinese.
    name: String,
    /// In English, where it is known.
    english: Option<String>,
) -> impl IntoView {
    match (Look::current().language, english) {
        (Language::English, Some(english)) => english.written(),
        (Language::English, None) => view! { <span lang="zh-Hans">{name}</span> }.written(),
        (Language::Chinese, _) => name.written(),
    }
}

/// `住院 9 天`, `普通门诊`; in English `9 days in hospital`, `outpatient visit`.
#[must_use]
pub(super) fn visit(kind: VisitKind, days: Option<i64>, language: Language) -> String {
    match (kind, days, language) {
        (VisitKind::Inpatient, Some(days), Language::Chinese) if days > 0 => {
            format!("住院 {days} 天")
        }
        (VisitKind::Inpatient, Some(days), Language::English) if days > 0 => {
            format!("{} in hospital", words::counted(days, "day"))
        }
        _ => kind.label(language.into()).to_owned(),
    }
}

/// Which part of a divided bill: by the years of a stay, else by what the items are for.
#[must_use]
pub(super) fn part(kind: VisitKind, year: i32, language: Language) -> String {
    match kind {
        VisitKind::Chronic => language
            .pick("慢特病部分", "the part for the disease")
            .to_owned(),
        kind if kind.is_stay() => match language {
            Language::Chinese => format!("{year} 年的部分"),
            Language::English => format!("the part for {year}"),
        },
        _ => language
            .pick("普通门诊部分", "the ordinary part")
            .to_owned(),
    }
}

/// `三级医院`.
#[must_use]
pub(super) fn level(level: Level, language: Language) -> &'static str {
    level.label(language.into())
}
