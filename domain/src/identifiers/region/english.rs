//! English names of places, as far as they have one that people know.

use super::RegionCode;

/// Provinces and their like, by the first two digits.
const PROVINCES: [(u32, &str); 34] = [
    (11, "Beijing"),
    (12, "Tianjin"),
    (13, "Hebei"),
    (14, "Shanxi"),
    (15, "Inner Mongolia"),
    (21, "Liaoning"),
    (22, "Jilin"),
    (23, "Heilongjiang"),
    (31, "Shanghai"),
    (32, "Jiangsu"),
    (33, "Zhejiang"),
    (34, "Anhui"),
    (35, "Fujian"),
    (36, "Jiangxi"),
    (37, "Shandong"),
    (41, "Henan"),
    (42, "Hubei"),
    (43, "Hunan"),
    (44, "Guangdong"),
    (45, "Guangxi"),
    (46, "Hainan"),
    (50, "Chongqing"),
    (51, "Sichuan"),
    (52, "Guizhou"),
    (53, "Yunnan"),
    (54, "Tibet"),
    (61, "Shaanxi"),
    (62, "Gansu"),
    (63, "Qinghai"),
    (64, "Ningxia"),
    (65, "Xinjiang"),
    (71, "Taiwan"),
    (81, "Hong Kong"),
    (82, "Macao"),
];

/// Capitals of provinces and cities of their rank, by the first four digits.
const CITIES: [(u32, &str); 32] = [
    (1301, "Shijiazhuang"),
    (1401, "Taiyuan"),
    (1501, "Hohhot"),
    (2101, "Shenyang"),
    (2102, "Dalian"),
    (2201, "Changchun"),
    (2301, "Harbin"),
    (3201, "Nanjing"),
    (3205, "Suzhou"),
    (3301, "Hangzhou"),
    (3302, "Ningbo"),
    (3401, "Hefei"),
    (3501, "Fuzhou"),
    (3502, "Xiamen"),
    (3601, "Nanchang"),
    (3701, "Jinan"),
    (3702, "Qingdao"),
    (4101, "Zhengzhou"),
    (4201, "Wuhan"),
    (4301, "Changsha"),
    (4401, "Guangzhou"),
    (4403, "Shenzhen"),
    (4501, "Nanning"),
    (4601, "Haikou"),
    (5101, "Chengdu"),
    (5201, "Guiyang"),
    (5301, "Kunming"),
    (5401, "Lhasa"),
    (6101, "Xi’an"),
    (6201, "Lanzhou"),
    (6401, "Yinchuan"),
    (6501, "Ürümqi"),
];

impl RegionCode {
    /// The English name of the province and, where there is one, of the city that the code lies
    /// in: `Hangzhou, Zhejiang`. `None` for a code of no province.
    #[must_use]
    pub fn english_name(self) -> Option<String> {
        let province = find(&PROVINCES, self.0 / 10_000)?;
        Some(match find(&CITIES, self.0 / 100) {
            Some(city) => format!("{city}, {province}"),
            None => province.to_owned(),
        })
    }

    /// Whether [`RegionCode::english_name`] says all that the Chinese name says.
    #[must_use]
    pub fn english_is_whole(self) -> bool {
        let named = if self.0.is_multiple_of(10_000) {
            find(&PROVINCES, self.0 / 10_000)
        } else {
            find(&CITIES, self.0 / 100)
        };
        self.0.is_multiple_of(100) && named.is_some()
    }
}

fn find(names: &'static [(u32, &'static str)], number: u32) -> Option<&'static str> {
    names
        .iter()
        .find(|(known, _)| *known == number)
        .map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::super::RegionCode;
    use super::CITIES;
    use crate::identifiers::{RegionLevel, regions};

    fn english(code: &str) -> Option<String> {
        code.parse::<RegionCode>().unwrap().english_name()
    }

    #[test]
    fn every_province_has_an_english_name() {
        for region in regions() {
            assert!(region.code.english_name().is_some(), "{}", region.name);
            if region.level == RegionLevel::Province {
                assert!(region.code.english_is_whole(), "{}", region.name);
            }
        }
        assert_eq!(english("990000"), None);
    }

    #[test]
    fn cities_stand_before_their_province() {
        assert_eq!(english("330100").as_deref(), Some("Hangzhou, Zhejiang"));
        assert_eq!(english("330106").as_deref(), Some("Hangzhou, Zhejiang"));
        assert_eq!(english("110101").as_deref(), Some("Beijing"));
        assert!(!"330106".parse::<RegionCode>().unwrap().english_is_whole());
    }

    #[test]
    fn every_named_city_is_a_city() {
        for (number, name) in CITIES {
            let code: RegionCode = format!("{number}00").parse().unwrap();
            let level = code.lookup().map(|region| region.level);
            assert_eq!(level, Some(RegionLevel::City), "{name}");
        }
    }
}
