//! People with any insurance and any contributions, written straight into the store.

use chrono::NaiveDate;
use domain::ids::PersonId;
use domain::money::Money;
use services::Platform;
use services::records::Rows;
use services::records::private::Field;
use services::store::bulk::OnConflict;
use services::store::entity::{
    contribution, employer, enrolment, identity_tag, person, year_accumulator,
};
use uuid::Uuid;

use crate::platform::noon;
use crate::residents::{History, person_id, settled};

/// Somebody in the making.
#[derive(Default)]
pub struct Life {
    rows: Rows,
    number: u16,
    paper: Option<String>,
    /// How many settlements, one in so many days.
    settled: Option<(u16, u16)>,
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

impl Life {
    /// Somebody with this number, born on `birth`, living in Hangzhou.
    #[must_use]
    pub fn of(number: u16, sex: &str, birth: &str) -> Self {
        let mut rows = Rows::default();
        rows.persons.push(person::Model {
            person_id: person_id(number).into(),
            name: format!("测试{number}"),
            id_type: "resident_id".to_owned(),
            id_number_cipher: Vec::new(),
            id_number_index: number.to_be_bytes().to_vec(),
            sex: sex.to_owned(),
            birth_date: day(birth),
            mobile_cipher: None,
            household_region: "330100".to_owned(),
            residence_region: "330100".to_owned(),
            status: "alive".to_owned(),
            died_on: None,
            created_at: noon(),
        });
        Self {
            rows,
            number,
            ..Self::default()
        }
    }

    /// Who.
    #[must_use]
    pub fn person(&self) -> PersonId {
        person_id(self.number)
    }

    /// Known by a paper of this national code instead of the identity card of a resident.
    #[must_use]
    pub fn carded(mut self, id_type: &str) -> Self {
        for person in &mut self.rows.persons {
            id_type.clone_into(&mut person.id_type);
        }
        self
    }

    /// Called so.
    #[must_use]
    pub fn called(mut self, name: &str) -> Self {
        for person in &mut self.rows.persons {
            name.clone_into(&mut person.name);
        }
        self
    }

    /// With this number on the paper.
    #[must_use]
    pub fn numbered(mut self, number: &str) -> Self {
        self.paper = Some(number.to_owned());
        self
    }

    /// Was treated so many times, once in so many days, the last time on 2026-06-10.
    #[must_use]
    pub fn treated(mut self, times: u16, days: u16) -> Self {
        self.settled = Some((times, days));
        self
    }

    /// Died on this day.
    #[must_use]
    pub fn died(mut self, on: &str) -> Self {
        for person in &mut self.rows.persons {
            person.status = "dead".to_owned();
            person.died_on = Some(day(on));
        }
        self
    }

    /// Has a status of hardship since 2020.
    #[must_use]
    pub fn poor(mut self) -> Self {
        self.rows.identity_tags.push(identity_tag::Model {
            person_id: self.person().into(),
            category: "subsistence".to_owned(),
            valid_from: day("2020-01-01"),
            valid_until: None,
            source: "civil_affairs".to_owned(),
        });
        self
    }

    /// Insured from `since` through `until` (empty: without end). `kind` is the national code of
    /// the person's type; 14xx to 16xx are residents.
    #[must_use]
    pub fn insured(mut self, kind: &str, region: &str, since: &str, until: &str) -> Self {
        let resident = matches!(kind.get(..2), Some("14" | "15" | "16"));
        let place = self.rows.enrolments.len() as u128 + 1;
        self.rows.enrolments.push(enrolment::Model {
            person_id: self.person().into(),
            enrolment_id: Uuid::from_u128(Uuid::from(self.person()).as_u128() | place << 40),
            scheme: if resident { "resident" } else { "employee" }.to_owned(),
            region_code: region.to_owned(),
            employer_id: None,
            person_type: kind.to_owned(),
            state: if until.is_empty() {
                "normal"
            } else {
                "terminated"
            }
            .to_owned(),
            since: day(since),
            until: (!until.is_empty()).then(|| day(until)),
            waiting_until: None,
            reason: "test".to_owned(),
        });
        self
    }

    /// Pays `base` yuan's contributions from month `from` through `through` (YYYYMM), 9.5 % by an
    /// employer and 2 % by the person, in `state`.
    #[must_use]
    pub fn pays(mut self, from: i32, through: i32, base: i64, state: &str) -> Self {
        let employer_id = self.employer();
        let mut period = from;
        while period <= through {
            let base = Money::from_yuan(base).fen();
            self.rows.contributions.push(contribution::Model {
                person_id: self.person().into(),
                period,
                scheme: "employee".to_owned(),
                kind: "monthly".to_owned(),
                employer_id: Some(employer_id),
                base,
                employer_amount: base * 95 / 1_000,
                person_amount: base * 2 / 100,
                subsidy_amount: 0,
                account_credit: if state == "paid" { base * 2 / 100 } else { 0 },
                state: state.to_owned(),
                paid_on: None,
            });
            period = if period % 100 == 12 {
                period + 89
            } else {
                period + 1
            };
        }
        self
    }

    /// Pays the resident's fee of `year`, 400 yuan beside 700 of subsidy.
    #[must_use]
    pub fn pays_fee(mut self, year: i32, state: &str) -> Self {
        self.rows.contributions.push(contribution::Model {
            person_id: self.person().into(),
            period: year * 100 + 1,
            scheme: "resident".to_owned(),
            kind: "yearly".to_owned(),
            employer_id: None,
            base: 0,
            employer_amount: 0,
            person_amount: 40_000,
            subsidy_amount: 70_000,
            account_credit: 0,
            state: state.to_owned(),
            paid_on: (state == "paid").then(|| day(&format!("{}-11-20", year - 1))),
        });
        self
    }

    /// Resident insurance paid something in `year`.
    #[must_use]
    pub fn claims(mut self, year: i32) -> Self {
        self.rows.year_accumulators.push(year_accumulator::Model {
            person_id: self.person().into(),
            benefit_year: year,
            scheme: "resident".to_owned(),
            pool_paid: 120_000,
            large_amount_paid: 0,
            catastrophic_base: 80_000,
            catastrophic_paid: 0,
            assistance_deductible: 0,
            assistance_paid: 0,
            outpatient_deductible: 0,
            outpatient_paid: 0,
            outpatient_scope: 0,
            admissions: 1,
            chronic_deductible: 0,
            hypertension_paid: 0,
            diabetes_paid: 0,
            prenatal_paid: 0,
        });
        self
    }

    /// Writes it all.
    ///
    /// # Panics
    /// When the store refuses it.
    pub async fn write(mut self, platform: &Platform) -> PersonId {
        let person = self.person();
        let paper = self.paper.as_deref().unwrap_or("110000195103089965");
        for row in &mut self.rows.persons {
            // An export opens it.
            row.id_number_cipher = Field::IdNumber
                .seal_on(platform, paper)
                .expect("the number is sealed");
        }
        if let Some((settlements, days)) = self.settled {
            let history = History {
                number: self.number,
                settlements,
                items: 1,
            };
            let (mut rows, _) = settled(platform, history, days);
            for row in &mut rows.settlements {
                row.diagnosis_cipher = None;
            }
            self.rows.append(rows);
        }
        self.rows
            .write(&platform.database.writer, OnConflict::Fail)
            .await
            .expect("the rows are written");
        person
    }

    fn employer(&mut self) -> Uuid {
        let id =
            Uuid::from_u128(0x0197_2222_0000_7000_8000_0000_0000_0000 | u128::from(self.number));
        if self.rows.employers.is_empty() {
            self.rows.employers.push(employer::Model {
                employer_id: id,
                name: "示例单位".to_owned(),
                kind: "company".to_owned(),
                credit_code_cipher: self.number.to_be_bytes().to_vec(),
                credit_code_index: self.number.to_be_bytes().to_vec(),
                region_code: "330100".to_owned(),
                state: "active".to_owned(),
                created_at: noon(),
            });
        }
        id
    }
}
