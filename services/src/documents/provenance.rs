//! What the lines under a title say: who issued a text, when, under which number, from when on.

use chrono::NaiveDate;

use super::dates::days;
use super::numerals;

/// Where a text comes from, as its own lines tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The lines themselves, in order.
    pub lines: Vec<String>,
    /// The day of this version: the latest adoption, amendment or publication.
    pub version_on: Option<NaiveDate>,
    /// From when on it applies.
    pub effective_on: Option<NaiveDate>,
    /// Who issued it first.
    pub issuer: Option<String>,
    /// Its number or the number of the order that published it.
    pub number: Option<String>,
}

/// Words of a line that tells of adoption, amendment or publication.
const ACTS: &[&str] = &[
    "通过", "公布", "发布", "修正", "修订", "批准", "修改", "印发", "颁布",
];

/// Whether `line` looks like one about where a text comes from.
pub(super) fn is_provenance(line: &str) -> bool {
    line.chars().count() <= 160
        && days(line).next().is_some()
        && (ACTS.iter().any(|act| line.contains(act)) || line.contains("施行"))
        && !line.ends_with('。')
}

impl Provenance {
    /// Reads `lines`.
    pub(super) fn read(lines: Vec<String>) -> Self {
        let mut found = Self::default();
        for line in &lines {
            let act = ACTS.iter().any(|act| line.contains(act));
            let starts = line.contains("施行") && !act;
            for day in days(line).take(1) {
                if starts {
                    found.effective_on = found.effective_on.max(Some(day));
                } else if act {
                    found.version_on = found.version_on.max(Some(day));
                }
            }
            if found.issuer.is_none() {
                found.issuer = issuer(line);
            }
            if let Some(number) = order_number(line) {
                found.number = Some(number);
            }
        }
        if found
            .effective_on
            .is_some_and(|day| found.version_on.is_some_and(|version| day < version))
        {
            found.effective_on = None;
        }
        found.lines = lines;
        found
    }
}

/// Who acted, from a line such as `2021年1月15日 中华人民共和国国务院令第735号公布`.
fn issuer(line: &str) -> Option<String> {
    let act = line
        .rsplit(['日', ' ', '(', '（'])
        .find(|part| ACTS.iter().any(|act| part.contains(act)))?
        .trim();
    let name = if let Some((before, _)) = act.split_once("人民代表大会常务委员会") {
        format!("{}人民代表大会常务委员会", session(before))
    } else if let Some((before, _)) = act.split_once("人民代表大会") {
        format!("{}人民代表大会", session(before))
    } else if act.contains("国务院") {
        "国务院".to_owned()
    } else if act.contains("政务院") {
        "政务院".to_owned()
    } else if act.contains("最高人民法院") {
        "最高人民法院".to_owned()
    } else if act.contains("最高人民检察院") {
        "最高人民检察院".to_owned()
    } else {
        let (before, _) = act.split_once('令')?;
        let before = before.trim_start_matches("中华人民共和国");
        let fits = (2..=20).contains(&before.chars().count())
            && before.ends_with(['部', '会', '局', '院', '署', '行', '府']);
        fits.then(|| before.to_owned())?
    };
    Some(if name.starts_with("人民代表大会") {
        format!("全国{name}")
    } else {
        name
    })
}

/// Takes the session out of `北京市第十五届`.
fn session(before: &str) -> &str {
    let before = before.rsplit(['》', '、', ' ']).next().unwrap_or(before);
    let name = before.split_once('第').map_or(before, |(name, _)| name);
    if name.chars().count() > 20 { "" } else { name }
}

/// `国务院令第735号` from a line that names an order.
fn order_number(line: &str) -> Option<String> {
    let (before, after) = line.split_once("令第")?;
    let (serial, _) = after.split_once('号')?;
    let serial = numerals::value(serial.trim())?;
    let by: String = before
        .chars()
        .rev()
        .take_while(|c| !matches!(c, '日' | ' ' | '，' | ',' | '（' | '('))
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let by = by.trim_start_matches("中华人民共和国");
    (!by.is_empty() && by.chars().count() <= 20).then(|| format!("{by}令第{serial}号"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_history_of_a_law() {
        let read =
            |lines: &[&str]| Provenance::read(lines.iter().map(|l| (*l).to_owned()).collect());
        let npc = read(&[
            "1991年4月9日 第七届全国人民代表大会第四次会议通过",
            "2021年12月24日 第十三届全国人民代表大会常务委员会第三十二次会议《关于修改〈x〉的决定》第四次修正",
        ]);
        assert_eq!(npc.issuer.as_deref(), Some("全国人民代表大会"));
        assert_eq!(npc.version_on, NaiveDate::from_ymd_opt(2021, 12, 24));
        let order = read(&[
            "2020年12月9日 国务院第117次常务会议通过",
            "2021年1月15日 中华人民共和国国务院令第735号公布",
            "2021年5月1日 施行",
        ]);
        assert_eq!(order.issuer.as_deref(), Some("国务院"));
        assert_eq!(order.number.as_deref(), Some("国务院令第735号"));
        assert_eq!(order.effective_on, NaiveDate::from_ymd_opt(2021, 5, 1));
        let city = read(&["2022年5月25日 北京市第十五届人民代表大会常务委员会第三十九次会议通过"]);
        assert_eq!(city.issuer.as_deref(), Some("北京市人民代表大会常务委员会"));
    }
}
