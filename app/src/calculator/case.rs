//! Reading what was typed: every error at once, each at its field.

use std::borrow::Borrow;

use chrono::NaiveDate;
use domain::identifiers::RegionCode;
use domain::money::{BasisPoints, Money, typed_whole};
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{
    Accumulators, Bill, Category, DiseaseCode, ItemClass, Level, LineItem, OLDEST_AGE, PersonFacts,
    Remote, Scheme, Visit, VisitKind,
};

use super::typed::Typed;
use super::wrong::{What, Wrong};

/// The kinds of visit that can be chosen, in the order of the form. This is the one place: a kind
/// that the engine learns is offered by its entry here.
pub const KINDS: &[VisitKind] = &[
    VisitKind::Inpatient,
    VisitKind::Outpatient,
    VisitKind::TwoDiseases,
    VisitKind::Chronic,
    VisitKind::DualChannel,
    VisitKind::MaternityInpatient,
    VisitKind::Prenatal,
];

/// The running totals of a year that the form asks for, each with the name of its field.
pub fn totals(used: &Accumulators) -> impl Iterator<Item = (&'static str, Money)> {
    used.named().into_iter().chain(used.special())
}

/// A bill with everything that the rules ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Where the person is insured.
    pub region: RegionCode,
    /// The day whose rules count.
    pub day: NaiveDate,
    /// Which basic insurance.
    pub scheme: Scheme,
    /// The person.
    pub person: PersonFacts,
    /// The visit.
    pub visit: Visit,
    /// The items, or the totals as items.
    pub lines: Vec<LineItem>,
    /// Of each of `lines` whether it is not for the disease of a chronic visit, and so settled as an
    /// ordinary outpatient one.
    pub ordinary: Vec<bool>,
    /// What the year has used before.
    pub before: Accumulators,
    /// Another place to compare with.
    pub other: Option<RegionCode>,
}

impl Case {
    /// Reads the form; `sets` are the rules that there are.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the form.
    pub fn read<'a, S: Borrow<ParameterSet>>(
        typed: &Typed,
        sets: &'a [S],
    ) -> Result<(Self, &'a ParameterSet), Vec<Wrong>> {
        let mut reading = Reading {
            typed,
            wrong: Vec::new(),
        };
        let region = reading.need("region", |code| code.parse().ok());
        let scheme = reading.need("scheme", Scheme::from_code);
        let person = reading.person();
        let visit = reading.visit();
        if visit.kind == VisitKind::TwoDiseases && scheme == Some(Scheme::Employee) {
            reading.refuse("kind", What::ResidentsOnly);
        }
        let (lines, ordinary) = reading.lines(visit.kind).into_iter().unzip();
        let before = reading.used();
        let day = reading.day();
        let set = region
            .zip(day)
            .and_then(|(region, day)| in_force(sets, region, day));
        if set.is_none() && day.is_some() && region.is_some() {
            reading.refuse("region", What::NoRules);
        }
        match (region, day, scheme, set) {
            (Some(region), Some(day), Some(scheme), Some(set)) if reading.wrong.is_empty() => {
                let case = Self {
                    region,
                    day,
                    scheme,
                    person,
                    visit,
                    lines,
                    ordinary,
                    before,
                    other: typed.get("other").parse().ok(),
                };
                Ok((case, set))
            }
            _ => Err(reading.wrong),
        }
    }

    /// Whether the bill is shared by two rules: some of it is not for the disease.
    #[must_use]
    pub fn is_divided(&self) -> bool {
        self.ordinary.contains(&true)
    }

    /// The bill to settle, undivided.
    #[must_use]
    pub fn bill(&self) -> Bill<'_> {
        Bill {
            scheme: self.scheme,
            person: self.person,
            visit: self.visit,
            lines: &self.lines,
            before: self.before,
        }
    }
}

/// The places of `sets` to choose from when `day` is asked about: those whose rules are in force on
/// it, in the order of their codes. Where there are none, those of `today`, and where there are none
/// either, all: a slip in the day must not leave nothing to choose.
#[must_use]
pub fn places<S: Borrow<ParameterSet>>(
    sets: &[S],
    day: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<RegionCode> {
    let of = |is_offered: &dyn Fn(&ParameterSet) -> bool| {
        let sets = sets.iter().map(Borrow::borrow);
        let offered = sets.filter(|set| is_offered(set)).map(|set| set.region);
        let mut places: Vec<RegionCode> = offered.collect();
        places.sort_unstable();
        places.dedup();
        places
    };
    let days = day.into_iter().chain([today]);
    let mut found = days.map(|day| of(&|set| set.is_in_force(day)));
    found
        .find(|places| !places.is_empty())
        .unwrap_or_else(|| of(&|_| true))
}

/// The set of `region` itself that is in force on `day`; of several the one that began last.
pub(super) fn in_force<S: Borrow<ParameterSet>>(
    sets: &[S],
    region: RegionCode,
    day: NaiveDate,
) -> Option<&ParameterSet> {
    sets.iter()
        .map(Borrow::borrow)
        .filter(|set| set.region == region && set.is_in_force(day))
        .max_by_key(|set| set.effective.from)
}

struct Reading<'a> {
    typed: &'a Typed,
    wrong: Vec<Wrong>,
}

impl Reading<'_> {
    fn refuse(&mut self, field: &str, what: What) {
        self.wrong.push(Wrong::new(field, what));
    }

    fn need<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let found = read(self.typed.get(name));
        if found.is_none() {
            self.refuse(name, What::Choice);
        }
        found
    }

    fn amount(&mut self, name: &str) -> Money {
        Money::typed(self.typed.get(name)).unwrap_or_else(|error| {
            self.refuse(name, What::Figure(error));
            Money::ZERO
        })
    }

    fn share(&mut self, name: &str) -> BasisPoints {
        BasisPoints::typed(self.typed.get(name)).unwrap_or_else(|error| {
            self.refuse(name, What::Share(error));
            BasisPoints::ZERO
        })
    }

    fn person(&mut self) -> PersonFacts {
        let status = self.need("status", |code| match code {
            "active" => Some(false),
            "retired" => Some(true),
            _ => None,
        });
        let age = typed_whole(self.typed.get("age")).and_then(|age| u16::try_from(age).ok());
        let age = age.filter(|age| *age <= OLDEST_AGE);
        if age.is_none() {
            self.refuse("age", What::Age);
        }
        let category = self.typed.get("category");
        let found = Category::from_code(category);
        if found.is_none() && !category.is_empty() {
            self.refuse("category", What::Choice);
        }
        PersonFacts {
            retired: status.unwrap_or_default(),
            age: age.unwrap_or_default(),
            category: found,
            account_balance: self.amount("account"),
            family_balance: self.amount("family"),
        }
    }

    fn visit(&mut self) -> Visit {
        let offered = |code: &str| VisitKind::from_code(code).filter(|kind| KINDS.contains(kind));
        let kind = self.need("kind", offered);
        let disease = kind.and_then(|kind| self.disease(kind));
        let level = self.need("level", Level::from_code);
        let remote = self.need("remote", Remote::from_code);
        let stay = matches!(
            kind,
            None | Some(VisitKind::Inpatient | VisitKind::MaternityInpatient)
        );
        let nth = self.typed.get("admission");
        let admission = typed_whole(nth).filter(|number| (1..=366).contains(number));
        // It plays no part where nobody stays, and need not be said there.
        if admission.is_none() && (stay || !nth.trim().is_empty()) {
            self.refuse("admission", What::Admission);
        }
        Visit {
            kind: kind.unwrap_or(VisitKind::Inpatient),
            level: level.unwrap_or(Level::L3),
            admission: admission.unwrap_or(1),
            remote: remote.unwrap_or(Remote::Local),
            disease,
        }
    }

    /// The disease that a visit of `kind` is for; nothing where it is for none.
    fn disease(&mut self, kind: VisitKind) -> Option<DiseaseCode> {
        if !kind.needs_disease() {
            return None;
        }
        let disease = DiseaseCode::from_code(self.typed.get("disease"));
        match disease {
            None => self.refuse("disease", What::Disease),
            Some(disease) if kind == VisitKind::TwoDiseases && !disease.is_one_of_two() => {
                self.refuse("disease", What::NotOneOfTwo);
            }
            Some(_) => {}
        }
        disease
    }

    /// The items, each with whether it is not for the disease of a visit of `kind`.
    fn lines(&mut self, kind: VisitKind) -> Vec<(LineItem, bool)> {
        let typed = self.typed;
        if typed.is_itemised() {
            let rows = typed.rows().into_iter();
            return rows.filter_map(|row| self.row(row, kind)).collect();
        }
        let line = |amount, class, self_pay_first, over_ceiling| LineItem {
            amount,
            class,
            self_pay_first,
            over_ceiling,
        };
        let none = (BasisPoints::ZERO, Money::ZERO);
        let (a, b, first) = (self.amount("a"), self.amount("b"), self.share("b_first"));
        let (c, over) = (self.amount("c"), self.amount("over"));
        let lines = [
            line(a, ItemClass::A, none.0, none.1),
            line(b, ItemClass::B, first, none.1),
            line(c, ItemClass::C, none.0, none.1),
            // What is above ceilings counts for nothing, whatever its class.
            line(over, ItemClass::A, none.0, over),
        ];
        let lines = lines.into_iter();
        let lines = lines.filter(|line| !line.amount.is_zero());
        lines.map(|line| (line, false)).collect()
    }

    fn row(&mut self, row: u32, kind: VisitKind) -> Option<(LineItem, bool)> {
        let empty = ["name", "amount", "first", "over"]
            .iter()
            .all(|field| self.typed.of_row(row, field).trim().is_empty());
        if empty {
            return None;
        }
        let amount = self.amount(&format!("amount-{row}"));
        let class = self.need(&format!("class-{row}"), ItemClass::from_code);
        let self_pay_first = self.share(&format!("first-{row}"));
        let over = format!("over-{row}");
        let over_ceiling = self.amount(&over);
        let sound = |field: &str| self.wrong.iter().all(|wrong| wrong.field != field);
        if over_ceiling > amount && sound(&over) && sound(&format!("amount-{row}")) {
            self.refuse(&over, What::AboveAmount);
        }
        let ordinary = kind == VisitKind::Chronic && self.is_ordinary(row);
        let line = LineItem {
            amount,
            class: class.unwrap_or(ItemClass::A),
            self_pay_first,
            over_ceiling,
        };
        Some((line, ordinary))
    }

    /// Whether an item is not for the disease; one of which nothing is said is for it.
    fn is_ordinary(&mut self, row: u32) -> bool {
        let part = self.need(&format!("part-{row}"), |code| match code {
            "" | "disease" => Some(false),
            "ordinary" => Some(true),
            _ => None,
        });
        part.unwrap_or_default()
    }

    fn used(&mut self) -> Accumulators {
        Accumulators {
            pool_paid: self.amount("pool_paid"),
            large_amount_paid: self.amount("supp_paid"),
            catastrophic_base: self.amount("cat_base"),
            catastrophic_paid: self.amount("cat_paid"),
            assistance_deductible_used: self.amount("maf_ded"),
            assistance_paid: self.amount("maf_paid"),
            outpatient_deductible_used: self.amount("op_ded"),
            outpatient_paid: self.amount("op_paid"),
            outpatient_in_scope: self.amount("op_scope"),
            chronic_deductible_used: self.amount("chronic_ded"),
            hypertension_paid: self.amount("hypertension_paid"),
            diabetes_paid: self.amount("diabetes_paid"),
            prenatal_paid: self.amount("prenatal_paid"),
        }
    }

    fn day(&mut self) -> Option<NaiveDate> {
        let day = self.typed.day();
        if day.is_none() {
            self.refuse("day", What::Day);
        }
        day
    }
}
