//! What all couples of a nation share: the rules, the places, who employs.

use std::sync::Arc;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use domain::catalogue::InstitutionType;
use domain::identifiers::{RegionCode, RegionLevel, regions};
use domain::settlement::parameters::ParameterSet;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::institutions::{Institution, of_demonstration};
use services::products::{self, Product};
use services::store::entity::{account, employer};
use services::{Platform, RequestContext};
use uuid::{Builder, Uuid};

/// The cities of the demonstration, each with a district of it.
const CITIES: [(&str, &str); 3] = [
    ("110000", "110105"),
    ("330100", "330106"),
    ("510100", "510107"),
];

pub(super) struct Ground {
    pub platform: Arc<Platform>,
    /// The day on which everything is as it is written.
    pub today: NaiveDate,
    /// The provinces that begin the numbers of mainland identity cards.
    pub provinces: Vec<RegionCode>,
    pub cities: Vec<City>,
    /// The account that looked at people's data.
    pub visitor: Uuid,
}

pub(super) struct City {
    pub region: RegionCode,
    pub district: RegionCode,
    pub rules: Arc<ParameterSet>,
    pub employers: Vec<Uuid>,
    pub institutions: Vec<&'static Institution>,
    /// An add-on product that is sold here.
    pub product: Product,
}

impl Ground {
    pub(super) async fn of(context: &RequestContext) -> Self {
        let reader = &context.platform.database.reader;
        let mut cities = Vec::new();
        for (region, district) in CITIES {
            let place: RegionCode = region.parse().expect("a region");
            let rules = context.platform.parameters.at(place, context.today());
            let employers = employer::Entity::find()
                .filter(employer::Column::RegionCode.eq(region))
                .filter(employer::Column::Kind.eq("enterprise"))
                .all(reader)
                .await
                .expect("employers");
            let all = products::list(context, None).await.expect("products");
            let sold = all.into_iter().find(|one| one.serves(place));
            cities.push(City {
                region: place,
                district: district.parse().expect("a region"),
                rules: rules.expect("rules in force"),
                employers: employers.iter().map(|one| one.employer_id).collect(),
                institutions: of_demonstration()
                    .iter()
                    .filter(|one| one.kind == InstitutionType::Hospital)
                    .filter(|one| one.region.with_ancestors().any(|above| above == place))
                    .collect(),
                product: sold.expect("a product"),
            });
        }
        let account = account::Entity::find()
            .filter(account::Column::Subject.eq("resident-employee"))
            .one(reader)
            .await;
        Self {
            platform: Arc::clone(&context.platform),
            today: context.today(),
            provinces: regions()
                .iter()
                .filter(|region| region.level == RegionLevel::Province)
                .map(|region| region.code)
                .filter(|code| code.to_string().as_str() < "700000")
                .collect(),
            cities,
            visitor: account.expect("an answer").expect("an account").account_id,
        }
    }

    /// A day of this year.
    pub(super) fn day(&self, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.today.year(), month, day).expect("a day")
    }
}

/// Eight o'clock in China on `day`.
pub(super) fn morning(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

/// The id of what happened on `day` to the person number `serial`: the same in every run, and
/// sorted by day and person. `what` tells the things of one day apart.
pub(super) fn id(day: NaiveDate, serial: u64, what: u8) -> Uuid {
    let mut tail = [what; 10];
    tail[..8].copy_from_slice(&serial.to_be_bytes());
    // Thousandths of the day's first hours keep the order of people.
    let millis = u64::try_from(morning(day).timestamp_millis()).expect("after 1970");
    Builder::from_unix_timestamp_millis(millis + serial, &tail).into_uuid()
}
