//! Employers: the three of the demonstration, the agency's clients, and some in each city.

use chrono::NaiveDate;
use domain::ids::EmployerId;

use super::dice::{Dice, morning};
use super::numbers;
use super::world::{BEIJING, CHENGDU, HANGZHOU, World};
use crate::error::ServiceError;
use crate::records::Rows;
use crate::records::private::Field;
use crate::store::entity::employer;

const IN_EACH_CITY: u16 = 12;
const TRADES: [&str; 12] = [
    "云图科技",
    "和畅餐饮",
    "远航物流",
    "青禾教育",
    "宏业建筑",
    "安居物业",
    "百川商贸",
    "晨曦医药",
    "锦程汽车服务",
    "明德会计",
    "蓝海软件",
    "丰年食品",
];

/// The employers that the demonstration's handlers act for.
pub(super) struct Employers {
    /// A: 8 staff in Chengdu.
    pub small: EmployerId,
    /// B: 320 staff in Beijing.
    pub large: EmployerId,
    /// C: a dispatch agency in Hangzhou.
    pub agency: EmployerId,
}

/// Makes all employers; those of each city are put into `world`.
pub(super) fn record(world: &mut World<'_>, rows: &mut Rows) -> Result<Employers, ServiceError> {
    let mut dice = Dice::new(world.seed, 1);
    let mut serial = 0;
    let mut make = |world: &World<'_>, city: usize, name: &str, kind: &str| {
        serial += 1;
        one(world, &mut dice, city, serial, name, kind)
    };
    let mut found = Vec::new();
    for (city, name, kind) in [
        (CHENGDU, "甲单位·成都示例锦里餐饮有限公司", "enterprise"),
        (BEIJING, "乙单位·北京示例云图科技有限公司", "enterprise"),
        (HANGZHOU, "丙单位·杭州示例众合劳务派遣有限公司", "agency"),
        (HANGZHOU, "杭州示例一号用工单位有限公司", "client"),
        (HANGZHOU, "杭州示例二号用工单位有限公司", "client"),
        (HANGZHOU, "杭州示例三号用工单位有限公司", "client"),
    ] {
        found.push(make(world, city, name, kind)?);
    }
    let [small, large, agency, ..] = found.as_slice() else {
        return Err(ServiceError::internal("three employers"));
    };
    let named = Employers {
        small: small.employer_id.into(),
        large: large.employer_id.into(),
        agency: agency.employer_id.into(),
    };
    for (city, place) in [(BEIJING, "北京"), (HANGZHOU, "杭州"), (CHENGDU, "成都")] {
        for (number, trade) in (1..=IN_EACH_CITY).zip(TRADES) {
            let name = format!("{place}示例{trade}{number:02}有限公司");
            let row = make(world, city, &name, "enterprise")?;
            if let Some(city) = world.cities.get_mut(city) {
                city.employers.push(row.employer_id.into());
            }
            found.push(row);
        }
    }
    rows.employers.extend(found);
    Ok(named)
}

fn one(
    world: &World<'_>,
    dice: &mut Dice,
    city: usize,
    serial: u16,
    name: &str,
    kind: &str,
) -> Result<employer::Model, ServiceError> {
    let founded = NaiveDate::from_ymd_opt(2012, 1, 1).unwrap_or(world.as_of);
    let city = world.city(city);
    let county = dice.pick(city.counties).copied().unwrap_or("110101");
    let code = numbers::credit_code(county, serial)
        .ok_or_else(|| ServiceError::internal("a credit code"))?;
    Ok(employer::Model {
        employer_id: dice.id(founded, serial.into()),
        credit_code_cipher: Field::CreditCode.seal_on(world.platform, &code)?,
        credit_code_index: Field::CreditCode.index(&world.platform.keys, &code),
        name: name.to_owned(),
        kind: kind.to_owned(),
        region_code: city.region.to_string(),
        state: "active".to_owned(),
        created_at: morning(founded),
    })
}
