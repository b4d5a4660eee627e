//! A person's own record.

use domain::identifiers::{IdentityNumber, Mobile};
use uuid::Uuid;

use super::super::groups::Group;
use super::super::refused::Refused;
use super::super::shape::PersonRecord;
use super::{LineResult, Outcome, Planner, region};
use crate::error::ServiceError;
use crate::records::private::Field;
use crate::store::entity::{identity_tag, person};

/// A name has so many characters; minority names are long, with a middle dot.
const NAME: std::ops::RangeInclusive<usize> = 2..=50;

impl Planner<'_> {
    pub(super) fn person(
        &mut self,
        line: usize,
        record: &PersonRecord,
        group: &Group,
    ) -> Result<LineResult, ServiceError> {
        let checked = match self.checked(line, record, group) {
            Ok(checked) => checked,
            Err(refused) => return Ok(Err(refused)),
        };
        if let Some(stored) = &self.person {
            if stored.name != checked.name || stored.birth_date != checked.birth_date {
                let detail = "this number belongs to somebody of another name or birthday";
                let refused = Refused::one(line, "/name", "differs_from_store", detail.to_owned());
                return Ok(Err(refused));
            }
            let news = self.tags_of(record);
            let outcome = if news.is_empty() {
                Outcome::Unchanged
            } else {
                Outcome::Added
            };
            self.add_tags(news);
            return Ok(Ok(outcome));
        }
        let platform = self.setting.platform;
        let mobile = checked.mobile.as_ref().map(Mobile::reveal);
        let row = person::Model {
            person_id: self.id.into(),
            name: checked.name,
            id_type: group.id_type.clone(),
            id_number_cipher: Field::IdNumber.seal_on(platform, &group.number)?,
            id_number_index: Field::IdNumber.index(&platform.keys, &group.number),
            sex: checked.sex.code().to_owned(),
            birth_date: checked.birth_date,
            mobile_cipher: mobile
                .map(|text| Field::Mobile.seal_on(platform, text))
                .transpose()?,
            household_region: checked.household.to_string(),
            residence_region: checked.residence.to_string(),
            status: if record.died_on.is_some() {
                "dead"
            } else {
                "alive"
            }
            .to_owned(),
            died_on: record.died_on,
            created_at: self.setting.now,
        };
        self.plan.rows.persons.push(row.clone());
        self.person = Some(row);
        let tags = self.tags_of(record);
        self.add_tags(tags);
        Ok(Ok(Outcome::Added))
    }

    fn checked(
        &self,
        line: usize,
        record: &PersonRecord,
        group: &Group,
    ) -> Result<Checked, Refused> {
        let refuse = |pointer: &str, code, detail: &str| {
            Err(Refused::one(line, pointer, code, detail.to_owned()))
        };
        let name: String = record.name.trim().replace(['•', '・', '‧', '∙'], "·");
        if !NAME.contains(&name.chars().count()) {
            return refuse("/name", "wrong_name", "a name has 2 to 50 characters");
        }
        let number = IdentityNumber::parse(&group.number)
            .ok()
            .filter(|_| group.id_type != "05");
        let read = number.map(|number| (number.birth_date(), number.sex()));
        let (birth_date, sex) = match (read, record.birth_date, record.sex) {
            (Some((birth, sex)), given, said) => {
                if given.is_some_and(|given| given != birth) || said.is_some_and(|said| said != sex)
                {
                    let detail = "birthday or sex is not the one in the number";
                    return refuse("/birth_date", "differs_from_number", detail);
                }
                (birth, sex)
            }
            (None, Some(birth), Some(sex)) => (birth, sex),
            (None, ..) => {
                let detail = "birth_date and sex are needed: this paper does not tell them";
                return refuse("/birth_date", "missing_field", detail);
            }
        };
        if birth_date > self.setting.today {
            return refuse("/birth_date", "date_in_future", "born after today");
        }
        if record
            .died_on
            .is_some_and(|day| day < birth_date || day > self.setting.today)
        {
            return refuse("/died_on", "impossible_date", "not between birth and today");
        }
        let ends = |from, until: Option<_>| until.is_none_or(|until| until >= from);
        if !record
            .categories
            .iter()
            .all(|one| ends(one.valid_from, one.valid_until))
        {
            return refuse(
                "/categories",
                "ends_before_it_begins",
                "the last day is before the first",
            );
        }
        let mobile = record.mobile.as_deref().map(Mobile::parse).transpose();
        let Ok(mobile) = mobile else {
            return refuse(
                "/mobile",
                "wrong_mobile",
                "eleven digits that begin with 13 to 19",
            );
        };
        let residence = region(line, "/residence_region", &record.residence_region)?;
        let household = record.household_region.as_deref();
        let household = household
            .map(|text| region(line, "/household_region", text))
            .transpose()?;
        let household = household.unwrap_or(residence);
        Ok(Checked {
            name,
            birth_date,
            sex,
            mobile,
            residence,
            household,
        })
    }

    fn tags_of(&self, record: &PersonRecord) -> Vec<identity_tag::Model> {
        let row = |one: &super::super::shape::CategoryRecord| identity_tag::Model {
            person_id: Uuid::from(self.id),
            category: one.category.code().to_owned(),
            valid_from: one.valid_from,
            valid_until: one.valid_until,
            source: "import".to_owned(),
        };
        let is_new = |tag: &identity_tag::Model| {
            let same = |known: &identity_tag::Model| {
                (&known.category, known.valid_from) == (&tag.category, tag.valid_from)
            };
            !self.tags.iter().any(same)
        };
        record.categories.iter().map(row).filter(is_new).collect()
    }

    fn add_tags(&mut self, tags: Vec<identity_tag::Model>) {
        self.plan.rows.identity_tags.extend(tags.iter().cloned());
        self.tags.extend(tags);
    }
}

struct Checked {
    name: String,
    birth_date: chrono::NaiveDate,
    sex: domain::identifiers::Sex,
    mobile: Option<Mobile>,
    residence: domain::identifiers::RegionCode,
    household: domain::identifiers::RegionCode,
}
