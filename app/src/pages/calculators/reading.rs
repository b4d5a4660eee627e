//! What was typed into a calculator, read field by field, with everything that is wrong.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::calculators::{Refused, Why, typed};
use domain::money::Money;
use domain::settlement::parameters::ParameterSet;
use services::{RequestContext, ServiceError};

use super::text::SheetText;
use crate::language::Language;
use crate::page::PageRequest;
use crate::ui::{FieldProblem, capitalised};

/// The most characters of a field that are read and shown again.
const LONGEST: usize = 60;
/// The name of the field that chooses the place.
pub(super) const REGION: &str = "region";

/// The fields of one form.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    values: Vec<(String, String)>,
    problems: Vec<(String, Why)>,
    /// Whether these are the figures of the example.
    pub example: bool,
    /// Whether the address names the place.
    named: bool,
}

impl Reading {
    /// The example, in the place that the address of `request` names where it names one.
    pub(super) fn begun(request: &PageRequest, fields: &[(&str, &str)]) -> Self {
        let place = request.query_value(REGION);
        let own = |(name, value): &(&str, &str)| {
            let value = place.filter(|_| *name == REGION).unwrap_or(value);
            ((*name).to_owned(), short(value))
        };
        Self {
            values: fields.iter().map(own).collect(),
            problems: Vec::new(),
            example: true,
            named: place.is_some(),
        }
    }

    /// What `request` sends.
    pub(super) fn posted(request: &PageRequest) -> Self {
        let fields = request.form.iter();
        Self {
            values: fields
                .map(|(name, value)| (name.clone(), short(value)))
                .collect(),
            problems: Vec::new(),
            example: false,
            named: false,
        }
    }

    /// What stands in the field; empty when nothing does.
    pub(super) fn value(&self, name: &str) -> &str {
        let found = self.values.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }

    /// Whether the box is ticked.
    pub(super) fn ticked(&self, name: &str) -> bool {
        self.value(name) == "yes"
    }

    /// Notes that the field is wrong, and stands in with what is harmless.
    fn take<T: Default>(&mut self, name: &str, read: Result<T, Why>) -> T {
        read.unwrap_or_else(|why| {
            self.problems.push((name.to_owned(), why));
            T::default()
        })
    }

    /// An amount.
    pub(super) fn amount(&mut self, name: &str) -> Money {
        let read = typed::amount(self.value(name));
        self.take(name, read)
    }

    /// An amount, or nothing where nothing is typed.
    pub(super) fn amount_if_any(&mut self, name: &str) -> Option<Money> {
        let value = self.value(name);
        let read = (!value.trim().is_empty()).then(|| typed::amount(value));
        read.map(|read| self.take(name, read))
    }

    /// A whole number of at most `most`.
    pub(super) fn whole(&mut self, name: &str, most: u16) -> u16 {
        let read = typed::whole(self.value(name), most.into());
        u16::try_from(self.take(name, read)).unwrap_or_default()
    }

    /// A year.
    pub(super) fn year(&mut self, name: &str) -> i32 {
        let read = typed::whole(self.value(name).trim_end_matches('年'), 9_999);
        self.take(name, read)
    }

    /// Years; none where nothing is typed.
    pub(super) fn years(&mut self, name: &str) -> Vec<i32> {
        let read = typed::years(self.value(name));
        self.take(name, read)
    }

    /// A length in months.
    pub(super) fn months(&mut self, name: &str, most: i32) -> i32 {
        let read = typed::months(self.value(name), most);
        self.take(name, read)
    }

    /// A day, or the first of a month.
    pub(super) fn day(&mut self, name: &str) -> NaiveDate {
        let read = typed::day(self.value(name));
        self.take(name, read)
    }

    /// One of a few choices.
    pub(super) fn choice<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let found = read(self.value(name));
        if found.is_none() {
            self.problems.push((name.to_owned(), Why::NoChoice));
        }
        found
    }

    /// The rules of the chosen place. The example takes another place where its own has none,
    /// unless the address asks for that very place.
    ///
    /// # Errors
    /// From the use case.
    pub(super) fn rules(
        &mut self,
        context: &RequestContext,
    ) -> Result<Option<Arc<ParameterSet>>, ServiceError> {
        let wanted = !self.example || self.named;
        if !wanted {
            self.move_the_example(context)?;
        }
        let rules = match self.value(REGION).parse() {
            Ok(region) => services::calculators::rules(context, region)?,
            Err(_) => None,
        };
        match &rules {
            // A district has the rules of its city, which the form names.
            Some(rules) if self.named => self.put(REGION, rules.region.to_string()),
            None if wanted => self.problems.push((REGION.to_owned(), Why::NoRules)),
            _ => {}
        }
        Ok(rules)
    }

    fn put(&mut self, name: &str, value: String) {
        let own = self.values.iter_mut().find(|(known, _)| known == name);
        if let Some((_, held)) = own {
            *held = value;
        }
    }

    fn move_the_example(&mut self, context: &RequestContext) -> Result<(), ServiceError> {
        let places = services::calculators::places(context)?;
        let codes: Vec<String> = places.iter().map(ToString::to_string).collect();
        let own = self.value(REGION);
        if let Some(first) = codes.first()
            && !codes.iter().any(|code| code == own)
        {
            self.put(REGION, first.clone());
        }
        Ok(())
    }

    /// Whether every field could be read.
    pub(super) fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }

    /// The answer, or what it is refused for.
    pub(super) fn answered<T>(&mut self, answer: Result<T, Vec<Refused>>) -> Option<T> {
        let refused = match answer {
            Ok(answer) => return Some(answer),
            Err(refused) => refused,
        };
        let refused = refused.iter().map(|one| (one.field().to_owned(), one.why));
        self.problems.extend(refused);
        None
    }

    /// What is wrong with one field.
    pub(super) fn problem(&self, name: &str, language: Language) -> Option<String> {
        let found = self.problems.iter().find(|(field, _)| field == name);
        found.map(|(_, why)| capitalised(why.detail(language.into())))
    }

    /// What is wrong, in the order of the fields.
    pub(super) fn summary(&self, text: &SheetText, language: Language) -> Vec<FieldProblem> {
        let colon = language.pick("：", ": ");
        let wrong = |field: &super::text::FieldText| {
            let found = self.problems.iter().find(|(name, _)| name == field.name);
            found.map(|(name, why)| FieldProblem {
                field: name.clone(),
                text: format!("{}{colon}{}", field.label, why.detail(language.into())),
            })
        };
        text.fields.iter().filter_map(wrong).collect()
    }
}

/// As much of `value` as is read and shown again.
fn short(value: &str) -> String {
    value.chars().take(LONGEST).collect()
}
