//! A place by its name.

use domain::identifiers::RegionCode;
use leptos::prelude::*;

use crate::language::Language;
use crate::ui::Look;

/// The name of the region `code`; in English the province's English name with the full Chinese
/// name after it, because places below have no English name of their own.
#[component]
pub(super) fn Place(
    /// A six-digit region code.
    code: String,
) -> impl IntoView {
    let look = Look::current();
    let region: Option<RegionCode> = code.parse().ok();
    let name = region
        .map(RegionCode::full_name)
        .filter(|name| !name.is_empty());
    match (look.language, name) {
        (_, None) => code.into_any(),
        (Language::Chinese, Some(name)) => name.into_any(),
        (Language::English, Some(name)) => {
            let province = english_province(&code);
            view! { {province} <span lang="zh-Hans">"（"{name}"）"</span> }.into_any()
        }
    }
}

/// The English name of the province, municipality or region that a code lies in.
fn english_province(code: &str) -> &'static str {
    match code.get(..2) {
        Some("11") => "Beijing",
        Some("12") => "Tianjin",
        Some("13") => "Hebei",
        Some("14") => "Shanxi",
        Some("15") => "Inner Mongolia",
        Some("21") => "Liaoning",
        Some("22") => "Jilin",
        Some("23") => "Heilongjiang",
        Some("31") => "Shanghai",
        Some("32") => "Jiangsu",
        Some("33") => "Zhejiang",
        Some("34") => "Anhui",
        Some("35") => "Fujian",
        Some("36") => "Jiangxi",
        Some("37") => "Shandong",
        Some("41") => "Henan",
        Some("42") => "Hubei",
        Some("43") => "Hunan",
        Some("44") => "Guangdong",
        Some("45") => "Guangxi",
        Some("46") => "Hainan",
        Some("50") => "Chongqing",
        Some("51") => "Sichuan",
        Some("52") => "Guizhou",
        Some("53") => "Yunnan",
        Some("54") => "Tibet",
        Some("61") => "Shaanxi",
        Some("62") => "Gansu",
        Some("63") => "Qinghai",
        Some("64") => "Ningxia",
        Some("65") => "Xinjiang",
        Some("71") => "Taiwan",
        Some("81") => "Hong Kong",
        Some("82") => "Macao",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use domain::identifiers::{RegionLevel, regions};

    use super::english_province;

    #[test]
    fn every_province_has_an_english_name() {
        let provinces = regions()
            .iter()
            .filter(|region| region.level == RegionLevel::Province);
        for region in provinces {
            assert!(
                !english_province(&region.code.to_string()).is_empty(),
                "{}",
                region.name
            );
        }
    }
}
