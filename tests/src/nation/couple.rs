//! A couple: he is employed, she has the insurance of residents, he may see her data.

use chrono::{Days, NaiveDate};
use domain::access::{Action, Relation, Role};
use domain::calendar::age_on;
use domain::consent::{Act, Channel, GivenBy, Purpose};
use domain::family::Scope;
use domain::identifiers::Sex;
use domain::settlement::Scheme;
use services::messages::Topic;
use services::records::private::Field;
use services::store::entity::{
    audit_event, consent, contribution, enrolment, family_link, holding, household,
    household_member, message, person,
};
use uuid::Uuid;

use super::Batch;
use super::ground::{City, Ground, id, morning};
use super::settled::{self, Insured};
use crate::records_file::fitted;

/// Birthdays of the working age on the day of the tests.
const BIRTHDAYS: u64 = 14_000;
const FAMILY_NAMES: [char; 10] = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈'];
const GIVEN_NAMES: [char; 10] = ['安', '宁', '华', '明', '强', '芳', '伟', '静', '敏', '和'];

pub(super) struct Couple {
    serial: u64,
    husband: Adult,
    wife: Adult,
}

struct Adult {
    /// Counts all people of the nation.
    serial: u64,
    sex: Sex,
    birth: NaiveDate,
    number: String,
    /// The blind index of the number.
    index: Vec<u8>,
}

impl Couple {
    /// The couple with this serial number; no two have the same identity numbers.
    pub(super) fn new(ground: &Ground, serial: u64) -> Self {
        Self {
            serial,
            husband: Adult::new(ground, serial, Sex::Male),
            wife: Adult::new(ground, serial, Sex::Female),
        }
    }

    /// The blind indexes of their identity numbers.
    pub(super) fn numbers(&self) -> impl Iterator<Item = &Vec<u8>> {
        [&self.husband.index, &self.wife.index].into_iter()
    }

    pub(super) fn record(&self, ground: &Ground, batch: &mut Batch) {
        let city = &ground.cities[place(self.serial, ground.cities.len())];
        for adult in [&self.husband, &self.wife] {
            adult.record(ground, city, batch);
            settled::record(ground, city, &adult.insured(ground), batch);
        }
        self.tie(ground, city, batch);
    }

    fn tie(&self, ground: &Ground, city: &City, batch: &mut Batch) {
        let since = NaiveDate::from_ymd_opt(2023, 1, 1).expect("a day");
        let household_id = id(since, self.serial, 0);
        let (husband, wife) = (&self.husband, &self.wife);
        batch.rows.households.push(household::Model {
            household_id,
            region_code: city.region.to_string(),
            created_at: morning(since),
        });
        for (adult, position) in [(husband, "head"), (wife, "spouse")] {
            batch.rows.household_members.push(household_member::Model {
                person_id: adult.id(),
                household_id,
                position: position.to_owned(),
                since,
                until: None,
            });
        }
        batch.rows.family_links.push(family_link::Model {
            person_id: husband.id(),
            relative_id: wife.id(),
            relative_name: wife.name(),
            relation: "spouse".to_owned(),
            proof: "household_register".to_owned(),
            state: "confirmed".to_owned(),
            valid_from: since,
            valid_until: None,
            person_name: husband.name(),
            sees_visits: true,
            sees_account: true,
        });
        let purpose = Purpose::FamilyDetails;
        batch.rows.consents.push(consent::Model {
            person_id: wife.id(),
            purpose: purpose.code().to_owned(),
            place: 1,
            act: Act::Given.code().to_owned(),
            text_version: purpose.text_version(),
            channel: Channel::Counter.code().to_owned(),
            given_by: GivenBy::Oneself.code().to_owned(),
            recorded_at: morning(since),
        });
        let looked = ground.day(5, 20);
        let event_id = id(looked, self.serial, 1);
        batch.events.push(audit_event::Model {
            subject_id: wife.id(),
            event_id,
            occurred_at: morning(looked),
            account_id: Some(ground.visitor),
            actor_name: husband.name(),
            role: Role::Resident.code().to_owned(),
            relation: Relation::Family.code().to_owned(),
            action: Action::ReadOverview.code().to_owned(),
            object_kind: "person".to_owned(),
            object_id: Scope::ALL.codes(),
            reason: "page".to_owned(),
            request_id: event_id.simple().to_string(),
        });
    }
}

impl Adult {
    fn new(ground: &Ground, couple: u64, sex: Sex) -> Self {
        let man = sex == Sex::Male;
        let provinces = ground.provinces.len();
        let province = ground.provinces[place(couple, provinces)];
        let rest = couple / u64::try_from(provinces).expect("few");
        let sequence = match (man, rest % 2) {
            (true, 0) => 997,
            (true, _) => 999,
            (false, 0) => 996,
            (false, _) => 998,
        };
        // A step that shares no factor with their number reaches every birthday once.
        let birthday = (rest / 2 * 11 + if man { 0 } else { 700 }) % BIRTHDAYS;
        let first = NaiveDate::from_ymd_opt(1966, 6, 16).expect("a day");
        let birth = first + Days::new(birthday);
        let number = fitted(&format!("{province}{}{sequence}", birth.format("%Y%m%d")));
        Self {
            serial: couple * 2 + u64::from(!man),
            sex,
            birth,
            index: Field::IdNumber.index(&ground.platform.keys, &number),
            number,
        }
    }

    fn id(&self) -> Uuid {
        id(registered(), self.serial, 0)
    }

    fn name(&self) -> String {
        let of = |names: &[char], step: u64| names[place(self.serial / step, names.len())];
        [
            of(&FAMILY_NAMES, 1),
            of(&GIVEN_NAMES, 10),
            of(&GIVEN_NAMES, 100),
        ]
        .iter()
        .collect()
    }

    fn scheme(&self) -> Scheme {
        if self.sex == Sex::Male {
            Scheme::Employee
        } else {
            Scheme::Resident
        }
    }

    fn insured(&self, ground: &Ground) -> Insured {
        Insured {
            person: self.id(),
            serial: self.serial,
            scheme: self.scheme(),
            age: age_on(self.birth, ground.today).expect("born"),
        }
    }

    fn record(&self, ground: &Ground, city: &City, batch: &mut Batch) {
        let rows = &mut batch.rows;
        let employed = self.scheme() == Scheme::Employee;
        let since = NaiveDate::from_ymd_opt(2023, 7, 1).expect("a day");
        let employer = city.employers[place(self.serial / 2, city.employers.len())];
        rows.persons.push(self.person(ground, city));
        rows.enrolments.push(enrolment::Model {
            person_id: self.id(),
            enrolment_id: id(since, self.serial, 0),
            scheme: self.scheme().code().to_owned(),
            region_code: city.region.to_string(),
            employer_id: employed.then_some(employer),
            person_type: if employed { "1101" } else { "1501" }.to_owned(),
            state: "normal".to_owned(),
            since,
            until: None,
            waiting_until: None,
            reason: "first_enrolment".to_owned(),
        });
        rows.contributions
            .push(self.contribution(ground, employed.then_some(employer)));
        let (january, december) = (ground.day(1, 1), ground.day(12, 31));
        let age = age_on(self.birth, january).expect("born");
        if let Some(premium) = city.product.premium_at(age) {
            rows.holdings.push(holding::Model {
                person_id: self.id(),
                holding_id: id(january, self.serial, 1),
                product_id: city.product.id.clone(),
                since: january,
                until: Some(december),
                premium: premium.fen(),
            });
        }
        let welcome = ground.day(5, 16);
        rows.messages.push(message::Model {
            person_id: self.id(),
            message_id: id(welcome, self.serial, 2),
            template: "access_record".to_owned(),
            parameters: "{}".to_owned(),
            created_at: morning(welcome),
            read_at: Some(morning(welcome)),
            topic: Topic::Security.code().to_owned(),
            occasion: "access_record".to_owned(),
        });
    }

    fn person(&self, ground: &Ground, city: &City) -> person::Model {
        let platform = &ground.platform;
        let mobile = format!("1549{:07}", self.serial % 10_000_000);
        person::Model {
            person_id: self.id(),
            name: self.name(),
            id_type: "01".to_owned(),
            id_number_cipher: Field::IdNumber
                .seal_on(platform, &self.number)
                .expect("sealed"),
            id_number_index: self.index.clone(),
            sex: self.sex.code().to_owned(),
            birth_date: self.birth,
            mobile_cipher: Some(Field::Mobile.seal_on(platform, &mobile).expect("sealed")),
            household_region: city.district.to_string(),
            residence_region: city.district.to_string(),
            status: "alive".to_owned(),
            died_on: None,
            created_at: morning(registered()),
        }
    }

    /// His for May, or hers for the year.
    fn contribution(&self, ground: &Ground, employer: Option<Uuid>) -> contribution::Model {
        let employed = employer.is_some();
        let (month, kind) = if employed {
            (5, "monthly")
        } else {
            (1, "yearly")
        };
        let period = ground.day(month, 1).format("%Y%m").to_string();
        contribution::Model {
            person_id: self.id(),
            period: period.parse().expect("a month"),
            scheme: self.scheme().code().to_owned(),
            kind: kind.to_owned(),
            employer_id: employer,
            base: if employed { settled::WAGE } else { 0 },
            employer_amount: if employed { 80_000 } else { 0 },
            person_amount: if employed { settled::CREDIT } else { 40_000 },
            subsidy_amount: if employed { 0 } else { 70_000 },
            account_credit: if employed { settled::CREDIT } else { 0 },
            state: "paid".to_owned(),
            paid_on: Some(ground.day(month, 20)),
        }
    }
}

/// When all of them became known: after everybody in the demonstration.
fn registered() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 1, 1).expect("a day")
}

/// The id of the first of them.
pub(super) fn lowest_id() -> Uuid {
    id(registered(), 0, 0)
}

/// Which of so many it is the turn of.
fn place(serial: u64, count: usize) -> usize {
    let count = u64::try_from(count).expect("few");
    usize::try_from(serial % count).expect("below their number")
}
