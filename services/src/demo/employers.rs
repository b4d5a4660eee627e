//! Employers: the three of the demonstration, the agency's clients, and some in each city.

use chrono::NaiveDate;
use domain::identifiers::RegionCode;
use domain::ids::EmployerId;

use super::dice::{Dice, morning};
use super::numbers;
use super::world::{BEIJING, CHENGDU, HANGZHOU, World};
use crate::error::ServiceError;
use crate::records::Rows;
use crate::records::private::Field;
use crate::store::entity::employer;

const IN_EACH_CITY: u16 = 12;
/// The serial of the school; those of all others are smaller.
const SCHOOL: u16 = 900;
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
    /// A school in Urumqi, where somebody worked before.
    pub school: EmployerId,
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
    let [small, large, agency] =
        [small, large, agency].map(|row| EmployerId::from(row.employer_id));
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
    // The last, so that chance gives all others what it always gave them.
    let (county, name) = ("650102", "乌鲁木齐示例天山学校有限公司");
    let region = "650100"
        .parse()
        .map_err(|_| ServiceError::internal("a region"))?;
    let school = row(
        world,
        &mut dice,
        (county, region),
        SCHOOL,
        name,
        "enterprise",
    )?;
    let named = Employers {
        small,
        large,
        agency,
        school: school.employer_id.into(),
    };
    found.push(school);
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
    let city = world.city(city);
    let county = dice.pick(city.counties).copied().unwrap_or("110101");
    row(world, dice, (county, city.region), serial, name, kind)
}

/// The row of an employer that is registered in a county and insures its staff in a region.
fn row(
    world: &World<'_>,
    dice: &mut Dice,
    (county, region): (&str, RegionCode),
    serial: u16,
    name: &str,
    kind: &str,
) -> Result<employer::Model, ServiceError> {
    let founded = NaiveDate::from_ymd_opt(2012, 1, 1).unwrap_or(world.as_of);
    let code = numbers::credit_code(county, serial)
        .ok_or_else(|| ServiceError::internal("a credit code"))?;
    Ok(employer::Model {
        employer_id: dice.id(founded, serial.into()),
        credit_code_cipher: Field::CreditCode.seal_on(world.platform, &code)?,
        credit_code_index: Field::CreditCode.index(&world.platform.keys, &code),
        name: name.to_owned(),
        kind: kind.to_owned(),
        region_code: region.to_string(),
        state: "active".to_owned(),
        created_at: morning(founded),
    })
}
