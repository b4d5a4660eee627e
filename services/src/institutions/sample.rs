//! Institutions that nobody can visit: every name says so, and their codes end in 99xxx.

use std::sync::LazyLock;

use domain::catalogue::InstitutionType;
use domain::chronic;
use domain::identifiers::{InstitutionCode, Region, RegionCode, RegionLevel, regions};
use domain::language::Bilingual;
use domain::settlement::Level;
use serde::Deserialize;

use super::model::Institution;
use crate::catalogue::spelled;

/// Beijing, Hangzhou, Chengdu: the cities of the demonstration.
const CITIES: [(&str, &str); 3] = [
    ("1101", "Beijing"),
    ("3301", "Hangzhou"),
    ("5101", "Chengdu"),
];
/// Districts that were merged into others.
const MERGED: [&str; 2] = ["330103", "330104"];

/// What every district has: serial, the Chinese name behind the place's, the English one, type
/// and level.
const KINDS: [(u32, &str, &str, InstitutionType, Level); 8] = {
    use InstitutionType::{Community, Hospital, Pharmacy};
    [
        (
            51,
            "示例综合医院",
            "Sample General Hospital",
            Hospital,
            Level::L2,
        ),
        (
            52,
            "示例中心卫生院",
            "Sample Central Clinic",
            Hospital,
            Level::L1,
        ),
        (
            101,
            "示例中医医院",
            "Sample Hospital of Chinese Medicine",
            Hospital,
            Level::L2,
        ),
        (
            102,
            "示例妇幼保健院",
            "Sample Maternity and Child Hospital",
            Hospital,
            Level::L2,
        ),
        (
            103,
            "示例康复医院",
            "Sample Rehabilitation Hospital",
            Hospital,
            Level::L1,
        ),
        (
            104,
            "示例第二社区卫生服务中心",
            "Sample Community Health Centre No. 2",
            Community,
            Level::Community,
        ),
        (
            105,
            "示例惠民药房",
            "Sample Huimin Pharmacy",
            Pharmacy,
            Level::L1,
        ),
        (
            106,
            "示例康宁大药房",
            "Sample Kangning Pharmacy",
            Pharmacy,
            Level::L1,
        ),
    ]
};

/// Streets that no city has.
const STREETS: [(&str, &str); 6] = [
    ("示例大街", "Sample Street"),
    ("示例一路", "First Sample Road"),
    ("示例二路", "Second Sample Road"),
    ("示例东街", "Sample Street East"),
    ("示例西街", "Sample Street West"),
    ("示例巷", "Sample Lane"),
];

/// As the shipped file says it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    code: InstitutionCode,
    name: Bilingual,
    region: RegionCode,
    level: Level,
    kind: InstitutionType,
}

static OF_DEMONSTRATION: LazyLock<Vec<Institution>> = LazyLock::new(|| {
    let written: Vec<Written> =
        serde_json::from_str(include_str!("../../data/institutions/sample.json"))
            .unwrap_or_default();
    written
        .into_iter()
        .map(|one| furnished(one.code, one.name, one.region, one.kind, one.level))
        .collect()
});

/// The institutions that the people of the demonstration visit.
#[must_use]
pub fn of_demonstration() -> &'static [Institution] {
    &OF_DEMONSTRATION
}

/// All institutions of the sample: those of the demonstration, and more in each district of its
/// cities. The same in every run.
#[must_use]
pub fn shipped() -> Vec<Institution> {
    let districts = regions().iter().filter(|region| {
        let code = region.code.to_string();
        region.level == RegionLevel::County
            && CITIES.iter().any(|(city, _)| code.starts_with(city))
            && !MERGED.contains(&code.as_str())
    });
    of_demonstration()
        .iter()
        .cloned()
        .chain(districts.flat_map(of_district))
        .collect()
}

fn of_district(district: &'static Region) -> impl Iterator<Item = Institution> {
    let short = district
        .name
        .strip_suffix(['区', '县', '市'])
        .unwrap_or(district.name);
    KINDS
        .into_iter()
        .filter_map(move |(serial, zh, en, kind, level)| {
            let letter = if kind == InstitutionType::Pharmacy {
                'P'
            } else {
                'H'
            };
            let code = format!("{letter}{}99{serial:03}", district.code)
                .parse()
                .ok()?;
            let place = if kind == InstitutionType::Hospital && level == Level::L2 {
                district.name
            } else {
                short
            };
            let name = Bilingual {
                zh: format!("{place}{zh}"),
                en: format!("{} {en}", spelled(district.code)),
            };
            Some(furnished(code, name, district.code, kind, level))
        })
}

/// Adds what a place of its kind offers, where it is and when it is open. What differs among
/// equals follows from the digits of the code.
fn furnished(
    code: InstitutionCode,
    name: Bilingual,
    region: RegionCode,
    kind: InstitutionType,
    level: Level,
) -> Institution {
    let turn = code
        .as_str()
        .bytes()
        .fold(0_usize, |sum, byte| (sum * 31 + usize::from(byte)) % 9_973);
    let pharmacy = kind == InstitutionType::Pharmacy;
    let (inpatient, outpatient, dual, diseases): (_, _, _, &[&str]) = match (pharmacy, level) {
        (true, _) => (false, turn % 2 == 0, turn % 3 == 0, &[]),
        (false, Level::L3) => (true, true, true, &[]),
        (false, Level::L2) => (true, true, turn % 3 == 0, &["M08300", "M00503"]),
        (false, Level::L1) => (turn % 3 != 0, turn % 2 == 0, false, &SERIOUS),
        (false, Level::Community) => (false, turn % 2 == 0, false, &BUT_COMMON),
    };
    let chronic = chronic::codes()
        .filter(|code| !pharmacy && !diseases.contains(code))
        .map(str::to_owned)
        .collect();
    Institution {
        address: address(region, turn),
        hours: hours(kind, level),
        // An invented number might be somebody's.
        telephone: String::new(),
        name,
        region,
        level,
        kind,
        off_site_inpatient: inpatient,
        off_site_outpatient: outpatient,
        chronic,
        dual_channel: dual,
        ended_on: None,
        source: "示例数据".to_owned(),
        sample: true,
        code,
    }
}

/// Diseases that small hospitals do not serve.
const SERIOUS: [&str; 5] = ["M08300", "M00503", "M07803", "M07804", "M07200"];
/// Diseases that community institutions do not serve.
const BUT_COMMON: [&str; 8] = [
    "M00201", "M00503", "M04600", "M06900", "M07200", "M07803", "M07804", "M08300",
];

fn address(region: RegionCode, turn: usize) -> Bilingual {
    let (zh, en) = STREETS
        .get(turn % STREETS.len())
        .copied()
        .unwrap_or_default();
    let number = turn % 180 + 1;
    let code = region.to_string();
    let city = CITIES.iter().find(|(city, _)| code.starts_with(city));
    let below = match city {
        Some((_, city)) => format!("{}, {city}", spelled(region)),
        None => region.english_name().unwrap_or_default(),
    };
    Bilingual {
        zh: format!("{}{zh}{number}号", region.full_name()),
        en: format!("{number} {en}, {below}"),
    }
}

fn hours(kind: InstitutionType, level: Level) -> Bilingual {
    let (zh, en) = match (kind, level) {
        (InstitutionType::Pharmacy, _) => ("每天 8:30–21:00", "daily 8:30–21:00"),
        (InstitutionType::Community, _) => ("工作日 8:00–17:30", "working days 8:00–17:30"),
        (_, Level::L3 | Level::L2) => (
            "门诊每天 8:00–17:00，急诊全天",
            "outpatients daily 8:00–17:00, emergencies at any time",
        ),
        _ => ("每天 8:00–17:00", "daily 8:00–17:00"),
    };
    Bilingual {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_sample_is_whole_and_says_that_it_is_one() {
        let all = shipped();
        assert!(all.len() >= 300 && of_demonstration().len() >= 60);
        for one in &all {
            assert!(one.sample && one.name.zh.contains("示例"), "{one:?}");
            assert!(one.name.en.contains("Sample"), "{one:?}");
            assert!(one.region.is_known(), "{one:?}");
            assert_eq!(one.code.region(), Some(one.region));
            assert_eq!(one.code.as_str().get(7..9), Some("99"), "{one:?}");
            let pharmacy = one.kind == InstitutionType::Pharmacy;
            assert_eq!(pharmacy, one.code.as_str().starts_with('P'));
        }
        let codes: HashSet<&str> = all.iter().map(|one| one.code.as_str()).collect();
        let names: HashSet<&str> = all.iter().map(|one| one.name.zh.as_str()).collect();
        assert_eq!((codes.len(), names.len()), (all.len(), all.len()));
    }

    #[test]
    fn every_district_has_every_kind() {
        let all = shipped();
        let places: HashSet<RegionCode> = all.iter().map(|one| one.region).collect();
        assert!(places.len() >= 47);
        for place in places.iter().filter(|place| {
            let code = place.to_string();
            CITIES.iter().any(|(city, _)| code.starts_with(city))
        }) {
            let here: HashSet<_> = all
                .iter()
                .filter(|one| one.region == *place)
                .map(|one| one.grade().rank())
                .collect();
            assert!(here.len() >= 4, "{place}");
        }
    }
}
