//! What `/calculator` says.

mod en;
mod zh;

use domain::settlement::VisitKind;

use crate::calculator::Wrong;
use crate::language::Language;
use crate::ui::FieldProblem;

/// The words of the form and around the answer.
pub(super) struct CalculatorText {
    pub language: Language,
    pub title: &'static str,
    pub description: &'static str,
    pub lead: &'static str,
    /// What stands in the form at first.
    pub example: &'static str,
    pub own: &'static str,
    pub empty: &'static str,
    /// How to begin otherwise.
    pub to_example: &'static str,
    pub to_own: &'static str,
    pub to_empty: &'static str,
    pub person: &'static str,
    pub region: &'static str,
    pub scheme: &'static str,
    pub status: &'static str,
    pub active: &'static str,
    pub retired: &'static str,
    pub age: &'static str,
    pub category: &'static str,
    pub no_category: &'static str,
    pub visit: &'static str,
    pub kind: &'static str,
    pub kind_of: fn(VisitKind) -> &'static str,
    pub disease: &'static str,
    pub disease_hint: &'static str,
    pub no_disease: &'static str,
    pub level: &'static str,
    pub remote: &'static str,
    pub admission: &'static str,
    pub admission_hint: &'static str,
    /// Around terms of art.
    pub terms: &'static str,
    pub and: &'static str,
    pub comma: &'static str,
    pub stop: &'static str,
    pub bill: &'static str,
    pub as_totals: &'static str,
    pub as_items: &'static str,
    pub classes_lead: &'static str,
    pub total_a: &'static str,
    pub total_a_hint: &'static str,
    pub total_b: &'static str,
    pub total_b_hint: &'static str,
    pub total_b_first: &'static str,
    pub total_b_first_hint: &'static str,
    pub total_c: &'static str,
    pub total_c_hint: &'static str,
    pub total_over: &'static str,
    pub total_over_hint: &'static str,
    pub item_name: &'static str,
    pub item_amount: &'static str,
    pub item_class: &'static str,
    pub item_first: &'static str,
    pub item_over: &'static str,
    /// Whether an item is for the disease of a chronic visit, and the two answers.
    pub item_part: &'static str,
    pub item_for_disease: &'static str,
    pub item_for_rest: &'static str,
    pub add_item: &'static str,
    pub remove_item: &'static str,
    pub used: &'static str,
    /// How many of its fields hold something, behind its name.
    pub filled: fn(usize) -> String,
    pub used_hint: &'static str,
    pub account: &'static str,
    pub family: &'static str,
    /// A running total of the year by its public name.
    pub used_name: fn(&str) -> &'static str,
    pub day_and_other: &'static str,
    pub day: &'static str,
    pub day_hint: &'static str,
    pub other: &'static str,
    pub no_other: &'static str,
    pub work_out: &'static str,
    pub privacy: &'static str,
    /// What is true besides once the answer is worked out in the browser.
    pub on_device: &'static str,
    pub not_yet: &'static str,
    /// Where no rules are kept at all.
    pub no_places: (&'static str, &'static str),
    pub estimate: &'static str,
    pub estimate_more: &'static str,
    pub more: &'static str,
}

impl CalculatorText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&zh::TEXT, &en::TEXT)
    }

    /// What is wrong, each with the name of its field: for the summary.
    pub(super) fn summary(&self, wrong: &[Wrong]) -> Vec<FieldProblem> {
        let colon = self.language.pick("：", ": ");
        let mut problems = self.beside(wrong);
        for problem in &mut problems {
            problem.text = format!("{}{colon}{}", self.label(&problem.field), problem.text);
        }
        problems
    }

    /// What is wrong, without that name: for the place beside each field.
    pub(super) fn beside(&self, wrong: &[Wrong]) -> Vec<FieldProblem> {
        let wrong = wrong.iter().map(|one| FieldProblem {
            field: one.field.clone(),
            text: one.what.text(self.language),
        });
        wrong.collect()
    }

    /// The label of a field.
    pub(super) fn label(&self, field: &str) -> &'static str {
        let (stem, of_item) = match field.split_once('-') {
            Some((stem, _)) => (stem, true),
            None => (field, false),
        };
        match stem {
            "region" => self.region,
            "scheme" => self.scheme,
            "status" => self.status,
            "age" => self.age,
            "category" => self.category,
            "kind" => self.kind,
            "disease" => self.disease,
            "level" => self.level,
            "remote" => self.remote,
            "admission" => self.admission,
            "a" => self.total_a,
            "b" => self.total_b,
            "b_first" => self.total_b_first,
            "c" => self.total_c,
            "over" if of_item => self.item_over,
            "over" => self.total_over,
            "amount" => self.item_amount,
            "class" => self.item_class,
            "first" => self.item_first,
            "part" => self.item_part,
            "items" => self.bill,
            "account" => self.account,
            "family" => self.family,
            "day" => self.day,
            other => (self.used_name)(other),
        }
    }
}
