//! A person's own record.

use chrono::NaiveDate;
use domain::identifiers::{IdentityNumber, Mobile, RegionCode, Sex};

use super::super::refused::Refused;
use super::super::shape::{PersonRecord, Record};
use super::differs::Differing;
use super::kept::Kept;
use super::{LineResult, Outcome, Planner, category, days, region};
use crate::error::ServiceError;
use crate::records::private::Field;
use crate::store::entity::person;

/// A name has so many characters; minority names are long, with a middle dot.
const NAME: std::ops::RangeInclusive<usize> = 2..=50;

impl Planner<'_> {
    pub(super) fn person(
        &mut self,
        line: usize,
        record: &PersonRecord,
    ) -> Result<LineResult, ServiceError> {
        let checked = match self.checked(line, record) {
            Ok(checked) => checked,
            Err(refused) => return Ok(Err(refused)),
        };
        let Some(stored) = &self.person else {
            self.person = Some(Kept::new(self.person_row(record, checked)?));
            self.take_categories(record);
            return Ok(Ok(Outcome::Added));
        };
        let mut differing = self.differing(&stored.row, record, &checked);
        self.compare_categories(record, &mut differing);
        if !differing.is_empty() {
            return Ok(Err(differing.refuse(line)));
        }
        let gone_on = self.go_on(record, checked)?;
        let news = self.take_categories(record);
        Ok(Ok(if gone_on || news {
            Outcome::Changed
        } else {
            Outcome::Unchanged
        }))
    }

    /// What of a person never changes, and a death that the store knows otherwise.
    fn differing(
        &self,
        stored: &person::Model,
        record: &PersonRecord,
        checked: &Checked,
    ) -> Differing {
        let died_otherwise = stored.died_on.is_some()
            && stored.died_on != record.died_on
            && (record.died_on.is_some() || !self.dies_later());
        Differing::of([
            ("/person/id_type", stored.id_type != record.person.id_type),
            ("/name", stored.name != checked.name),
            ("/birth_date", stored.birth_date != checked.birth_date),
            ("/sex", stored.sex != checked.sex.code()),
            ("/died_on", died_otherwise),
        ])
    }

    /// Whether another line says when the person died.
    fn dies_later(&self) -> bool {
        self.file_has(|record| matches!(record, Record::Person(other) if other.died_on.is_some()))
    }

    /// Takes over what changes in a life: mobile number, regions, death. A mobile number or
    /// region of the household that is not given says nothing. Whether something is new.
    fn go_on(&mut self, record: &PersonRecord, checked: Checked) -> Result<bool, ServiceError> {
        let platform = self.setting.platform;
        let Some(kept) = &mut self.person else {
            return Ok(false);
        };
        let mut news = false;
        if let Some(mobile) = &checked.mobile {
            let stored = kept.row.mobile_cipher.as_deref();
            let stored = stored
                .map(|cipher| Field::Mobile.open(&platform.keys, cipher))
                .transpose()?;
            if stored.as_deref() != Some(mobile.reveal()) {
                let sealed = Field::Mobile.seal_on(platform, mobile.reveal())?;
                kept.change().mobile_cipher = Some(sealed);
                news = true;
            }
        }
        let residence = checked.residence.to_string();
        if kept.row.residence_region != residence {
            kept.change().residence_region = residence;
            news = true;
        }
        if let Some(household) = checked.household.map(|region| region.to_string())
            && kept.row.household_region != household
        {
            kept.change().household_region = household;
            news = true;
        }
        if kept.row.died_on.is_none() && record.died_on.is_some() {
            let row = kept.change();
            row.died_on = record.died_on;
            status(row.died_on).clone_into(&mut row.status);
            news = true;
        }
        Ok(news)
    }

    fn person_row(
        &self,
        record: &PersonRecord,
        checked: Checked,
    ) -> Result<person::Model, ServiceError> {
        let platform = self.setting.platform;
        let number = &self.dossier.group.number;
        let mobile = checked.mobile.as_ref().map(Mobile::reveal);
        Ok(person::Model {
            person_id: self.id.into(),
            name: checked.name,
            id_type: record.person.id_type.clone(),
            id_number_cipher: Field::IdNumber.seal_on(platform, number)?,
            id_number_index: self.dossier.index.clone(),
            sex: checked.sex.code().to_owned(),
            birth_date: checked.birth_date,
            mobile_cipher: mobile
                .map(|text| Field::Mobile.seal_on(platform, text))
                .transpose()?,
            household_region: checked.household.unwrap_or(checked.residence).to_string(),
            residence_region: checked.residence.to_string(),
            status: status(record.died_on).to_owned(),
            died_on: record.died_on,
            created_at: self.setting.now,
        })
    }

    fn checked(&self, line: usize, record: &PersonRecord) -> Result<Checked, Refused> {
        let refuse = |pointer: &str, code, detail: &str| {
            Err(Refused::one(line, pointer, code, detail.to_owned()))
        };
        let name: String = record
            .name
            .trim()
            .replace(['•', '・', '‧', '∙', '･', '⋅', 'ꞏ'], "·");
        if !NAME.contains(&name.chars().count()) {
            return refuse("/name", "wrong_name", "a name has 2 to 50 characters");
        }
        let (birth_date, sex) = self.birth_and_sex(line, record)?;
        if birth_date > self.setting.today {
            return refuse("/birth_date", "date_in_future", "born after today");
        }
        if record
            .died_on
            .is_some_and(|day| day < birth_date || day > self.setting.today)
        {
            return refuse("/died_on", "impossible_date", "not between birth and today");
        }
        category::check(line, record)?;
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
        Ok(Checked {
            name,
            birth_date,
            sex,
            mobile,
            residence,
            household,
        })
    }

    /// Birthday and sex: from the number where it tells them.
    fn birth_and_sex(
        &self,
        line: usize,
        record: &PersonRecord,
    ) -> Result<(NaiveDate, Sex), Refused> {
        let refuse = |code, detail: &str| {
            let detail = detail.to_owned();
            Err(Refused::one(line, "/birth_date", code, detail))
        };
        let number = IdentityNumber::parse(&self.dossier.group.number)
            .ok()
            .filter(|_| record.person.id_type != "05");
        let read = number.map(|number| (number.birth_date(), number.sex()));
        match (read, record.birth_date, record.sex) {
            (Some((birth, sex)), given, said) => {
                days::check_day(line, "/person/id_number", birth)?;
                if given.is_some_and(|given| given != birth) || said.is_some_and(|said| said != sex)
                {
                    let detail = "birthday or sex is not the one in the number";
                    return refuse("differs_from_number", detail);
                }
                Ok((birth, sex))
            }
            (None, Some(birth), Some(sex)) => Ok((birth, sex)),
            (None, ..) => refuse(
                "missing_field",
                "birth_date and sex are needed: this paper does not tell them",
            ),
        }
    }
}

const fn status(died_on: Option<NaiveDate>) -> &'static str {
    if died_on.is_some() { "dead" } else { "alive" }
}

struct Checked {
    name: String,
    birth_date: NaiveDate,
    sex: Sex,
    mobile: Option<Mobile>,
    residence: RegionCode,
    household: Option<RegionCode>,
}
