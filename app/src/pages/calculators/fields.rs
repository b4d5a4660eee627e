//! The parts that the forms of the calculators are made of.

use std::cell::RefCell;

use domain::identifiers::RegionCode;
use leptos::prelude::*;

use super::places::choices;
use super::reading::{REGION, Reading};
use super::text::{FieldText, SheetText};
use crate::ui::{Choice, ChoiceField, Field, IntoWritten, Look, SelectField, Tick, Written};

/// The fields of one form: their words, what stands in them and what is wrong.
pub(super) struct Fields<'a> {
    pub text: &'static SheetText,
    pub reading: &'a Reading,
    pub places: &'a [RegionCode],
    pub look: Look,
    /// What each field that was made holds, in words: for paper.
    held: RefCell<Vec<(String, String)>>,
}

impl<'a> Fields<'a> {
    /// The fields of the form whose words are `text`.
    pub(super) const fn new(
        text: &'static SheetText,
        reading: &'a Reading,
        places: &'a [RegionCode],
        look: Look,
    ) -> Self {
        Self {
            text,
            reading,
            places,
            look,
            held: RefCell::new(Vec::new()),
        }
    }

    /// The name of each field that holds something, with what it holds, in the order of the form.
    pub(super) fn held(self) -> Vec<(String, String)> {
        self.held.into_inner()
    }

    fn hold(&self, label: &str, value: &str) {
        if !value.trim().is_empty() {
            let entry = (label.to_owned(), value.to_owned());
            self.held.borrow_mut().push(entry);
        }
    }

    /// What stands for `chosen` in words; nothing where it is none of them.
    fn hold_choice(&self, label: &str, choices: &[Choice], chosen: &str) {
        let found = choices.iter().find(|one| one.value == chosen);
        self.hold(label, found.map_or("", |one| &one.label));
    }

    fn words(&self, name: &str) -> (&'static str, Option<String>) {
        let words = self.text.field(name);
        let hint = words
            .map(|words: &FieldText| words.hint)
            .filter(|hint| !hint.is_empty());
        (
            words.map_or("", |words| words.label),
            hint.map(str::to_owned),
        )
    }

    fn problem(&self, name: &str) -> Option<String> {
        self.reading.problem(name, self.look.language)
    }

    /// The place, of those that have rules.
    pub(super) fn region(&self) -> Written {
        let chosen = self.reading.value(REGION);
        self.select(REGION, choices(self.places, chosen, self.look.language))
    }

    /// One line of text with a keyboard that fits: `numeric`, `decimal`, `text`.
    pub(super) fn line(&self, name: &'static str, keyboard: &'static str) -> Written {
        let (label, hint) = self.words(name);
        let (value, problem) = (self.reading.value(name).to_owned(), self.problem(name));
        self.hold(label, &value);
        view! { <Field name label value hint problem keyboard longest=40/> }.written()
    }

    /// One of a few.
    pub(super) fn choice(&self, name: &'static str, choices: Vec<Choice>) -> Written {
        let (label, hint) = self.words(name);
        let (chosen, problem) = (self.reading.value(name).to_owned(), self.problem(name));
        self.hold_choice(label, &choices, &chosen);
        view! { <ChoiceField name label choices chosen hint problem/> }.written()
    }

    /// One of many.
    pub(super) fn select(&self, name: &'static str, choices: Vec<Choice>) -> Written {
        let (label, hint) = self.words(name);
        let (chosen, problem) = (self.reading.value(name).to_owned(), self.problem(name));
        self.hold_choice(label, &choices, &chosen);
        view! { <SelectField name label choices chosen hint problem/> }.written()
    }

    /// A box to tick.
    pub(super) fn tick(&self, name: &'static str) -> Written {
        let (label, _) = self.words(name);
        let (ticked, problem) = (self.reading.ticked(name), self.problem(name));
        let language = self.look.language;
        let said = if ticked {
            language.pick("是", "yes")
        } else {
            language.pick("否", "no")
        };
        self.hold(label, said);
        view! { <Tick name label ticked problem/> }.written()
    }
}
