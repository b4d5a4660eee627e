//! Reading fields of a JSON object one by one, keeping every refusal.

use serde_json::{Map, Value};

use crate::money::Money;
use crate::settlement::{Refusal, RefusalCode};

/// The refusals found so far.
#[derive(Default)]
pub(super) struct Refusals(pub(super) Vec<Refusal>);

impl Refusals {
    pub(super) fn add(&mut self, pointer: String, code: RefusalCode) {
        self.0.push(Refusal::new(pointer, code));
    }
}

/// One JSON object at a place. A field of `null` counts as left out.
pub(super) struct Fields<'a> {
    object: Option<&'a Map<String, Value>>,
    at: String,
}

impl<'a> Fields<'a> {
    /// The object at `at`; refuses anything that is none, and fields that nobody knows.
    pub(super) fn of(
        value: &'a Value,
        at: String,
        known: &[&str],
        refusals: &mut Refusals,
    ) -> Self {
        let object = value.as_object();
        match object {
            None => refusals.add(at.clone(), RefusalCode::WrongType),
            Some(object) => {
                for name in object.keys().filter(|name| !known.contains(&name.as_str())) {
                    // A JSON pointer writes ~ as ~0 and / as ~1.
                    let escaped = name.replace('~', "~0").replace('/', "~1");
                    refusals.add(format!("{at}/{escaped}"), RefusalCode::UnknownField);
                }
            }
        }
        Self { object, at }
    }

    /// A sub-object that is not there: every field takes its default.
    pub(super) const fn none(at: String) -> Self {
        Self { object: None, at }
    }

    pub(super) fn pointer(&self, name: &str) -> String {
        format!("{}/{name}", self.at)
    }

    pub(super) fn get(&self, name: &str) -> Option<&'a Value> {
        self.object?.get(name).filter(|value| !value.is_null())
    }

    /// A field that must be there.
    pub(super) fn need(&self, name: &str, refusals: &mut Refusals) -> Option<&'a Value> {
        let value = self.get(name);
        // Where the object itself is missing or wrong, that has been said already.
        if value.is_none() && self.object.is_some() {
            refusals.add(self.pointer(name), RefusalCode::MissingField);
        }
        value
    }

    fn refused<T>(&self, name: &str, code: RefusalCode, refusals: &mut Refusals) -> Option<T> {
        refusals.add(self.pointer(name), code);
        None
    }

    /// The code in a text field.
    pub(super) fn code<T>(
        &self,
        name: &str,
        value: Option<&Value>,
        from_code: impl Fn(&str) -> Option<T>,
        refusals: &mut Refusals,
    ) -> Option<T> {
        match value?.as_str() {
            None => self.refused(name, RefusalCode::WrongType, refusals),
            Some(text) => match from_code(text) {
                None => self.refused(name, RefusalCode::UnknownCode, refusals),
                found => found,
            },
        }
    }

    /// A whole number; `None` when it is left out or refused.
    pub(super) fn whole(&self, name: &str, refusals: &mut Refusals) -> Option<i64> {
        let value = self.get(name)?;
        match value.as_i64() {
            None if value.is_u64() => self.refused(name, RefusalCode::AmountTooLarge, refusals),
            None => self.refused(name, RefusalCode::WrongType, refusals),
            found => found,
        }
    }

    /// An amount, zero where it is left out or refused.
    pub(super) fn amount(&self, name: &str, refusals: &mut Refusals) -> Money {
        self.whole(name, refusals)
            .map_or(Money::ZERO, Money::from_fen)
    }

    /// A truth value, `false` where it is left out or refused.
    pub(super) fn truth(&self, name: &str, refusals: &mut Refusals) -> bool {
        let Some(value) = self.get(name) else {
            return false;
        };
        value
            .as_bool()
            .or_else(|| self.refused(name, RefusalCode::WrongType, refusals))
            .unwrap_or(false)
    }
}
