//! The filter of the audit trail, as it stands in the address:
//! `?day=2026-06-15&action=sign_in&role=resident&account=…`.

use chrono::{Datelike, NaiveDate};
use domain::access::{Action, Role};
use leptos::prelude::*;
use services::trail::{Filter, Narrow};

use super::text::AuditText;
use super::words::Words;
use crate::address::with_query;
use crate::hats;
use crate::page::PageRequest;
use crate::ui::{ButtonKind, ButtonLink, Choice, Field, FieldProblem, Look, SelectField};

/// The address of the page.
pub(super) const HERE: &str = "/admin/audit";

/// What was typed, and what could be read of it.
#[derive(Clone)]
pub(super) struct Asked {
    day: String,
    action: String,
    role: String,
    account: String,
    person: String,
    filter: Filter,
    bad_day: bool,
    bad_account: bool,
    bad_person: bool,
}

impl Asked {
    /// Reads the query. A `before`, an action or a role that is none asks for nothing: nobody
    /// types those.
    pub(super) fn read(request: &PageRequest) -> Self {
        let value = |name| {
            request
                .query_value(name)
                .unwrap_or_default()
                .trim()
                .to_owned()
        };
        let (day, account, person) = (value("day"), value("account"), value("person"));
        let (action, role) = (value("action"), value("role"));
        let read_day = read_day(&day);
        let by = account.parse().ok().map(Narrow::Account);
        let of = person.parse().ok().map(Narrow::Person);
        Self {
            filter: Filter {
                day: read_day,
                action: Action::ALL.into_iter().find(|one| one.code() == action),
                role: Role::ALL.into_iter().find(|one| one.code() == role),
                narrow: by.or(of),
                before: request.query_value("before").and_then(|id| id.parse().ok()),
            },
            bad_day: !day.is_empty() && read_day.is_none(),
            bad_account: !account.is_empty() && by.is_none(),
            bad_person: !person.is_empty() && (of.is_none() || by.is_some()),
            day,
            action,
            role,
            account,
            person,
        }
    }

    /// What is asked for; `None` when it cannot be read.
    pub(super) fn filter(&self) -> Option<Filter> {
        let bad = self.bad_day || self.bad_account || self.bad_person;
        (!bad).then_some(self.filter)
    }

    /// What cannot be read.
    pub(super) fn problems(&self, text: &AuditText) -> Vec<FieldProblem> {
        let all = [
            (self.bad_day, "day", text.bad_day),
            (self.bad_account, "account", text.bad_id),
            (self.bad_person, "person", text.bad_person),
        ];
        let bad = all.into_iter().filter(|(bad, ..)| *bad);
        bad.map(|(_, field, words)| FieldProblem {
            field: field.to_owned(),
            text: words.to_owned(),
        })
        .collect()
    }
}

/// A day within the reach of calendars.
fn read_day(text: &str) -> Option<NaiveDate> {
    let day: NaiveDate = text.parse().ok().filter(|_| text.len() == 10)?;
    (1949..=2199).contains(&day.year()).then_some(day)
}

/// The address that asks for `filter`.
pub(super) fn address(filter: &Filter) -> String {
    let (account, person) = match filter.narrow {
        Some(Narrow::Account(id)) => (id.to_string(), String::new()),
        Some(Narrow::Person(id)) => (String::new(), id.to_string()),
        None => (String::new(), String::new()),
    };
    let day = filter.day.map(|day| day.to_string()).unwrap_or_default();
    let before = filter.before.map(|id| id.to_string()).unwrap_or_default();
    with_query(
        HERE,
        &[
            ("day", &day),
            ("action", filter.action.map_or("", Action::code)),
            ("role", filter.role.map_or("", Role::code)),
            ("account", &account),
            ("person", &person),
            ("before", &before),
        ],
    )
}

/// The form of the filter, folded away while nothing is filtered.
#[component]
pub(super) fn FilterForm(text: &'static AuditText, asked: Asked) -> impl IntoView {
    let language = Look::current().language;
    let words = Words::of(language);
    let all = Choice::new("", text.all);
    let actions = Action::ALL
        .into_iter()
        .map(|action| Choice::new(action.code(), words.action(action.code())));
    let actions = [all.clone()].into_iter().chain(actions).collect();
    let roles = Role::ALL
        .into_iter()
        .map(|role| Choice::new(role.code(), hats::name(role, language)));
    let roles = [all].into_iter().chain(roles).collect();
    let typed = [
        &asked.day,
        &asked.action,
        &asked.role,
        &asked.account,
        &asked.person,
    ];
    let narrowed = typed.iter().any(|value| !value.is_empty());
    let problem = |bad: bool, words: &str| bad.then(|| words.to_owned());
    let clear =
        narrowed.then(|| view! { <ButtonLink href=HERE label=text.clear kind=ButtonKind::Quiet/> });
    view! {
        <details class="sift" open=narrowed>
            <summary>{text.filter}</summary>
            <form class="form" method="get" action=HERE>
                <Field name="day" label=text.day kind="date" value=asked.day problem=problem(asked.bad_day, text.bad_day)/>
                <SelectField name="action" label=text.what choices=actions chosen=asked.action/>
                <SelectField name="role" label=text.role choices=roles chosen=asked.role/>
                <Field name="account" label=text.account_id hint=text.id_hint.to_owned() longest=36 value=asked.account
                    problem=problem(asked.bad_account, text.bad_id)/>
                <Field name="person" label=text.person_id hint=text.person_hint.to_owned() longest=36 value=asked.person
                    problem=problem(asked.bad_person, text.bad_person)/>
                <p class="actions">
                    <button class="button" type="submit">{text.show}</button>
                    {clear}
                </p>
            </form>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_asked_for() {
        let filter = Filter {
            day: read_day("2026-06-15"),
            action: Some(Action::SignIn),
            role: Some(Role::Operator),
            narrow: None,
            before: None,
        };
        let wanted = "/admin/audit?day=2026-06-15&action=sign_in&role=operator";
        assert_eq!(address(&filter), wanted);
        assert_eq!(address(&Filter::default()), HERE);
    }

    #[test]
    fn nonsense_is_no_day() {
        for text in ["", "2026-6-15", "+262142-01-01", "0001-01-01", "2026-02-30"] {
            assert_eq!(read_day(text), None, "{text}");
        }
    }
}
