//! The settlements of a stretch page by page, a person's year always whole.

use uuid::Uuid;

use super::plan::Stretch;
use super::replay::Stored;
use crate::error::ServiceError;
use crate::parameters::queries;
use crate::platform::Platform;

/// Where a simulation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Which stretch of the plan.
    pub stretch: usize,
    /// The last person of it that is done.
    pub after: Uuid,
}

impl Place {
    const BEGIN: Self = Self {
        stretch: 0,
        after: Uuid::nil(),
    };

    /// The place that was written so; the beginning for nothing.
    ///
    /// # Errors
    /// `Internal` for anything else.
    pub(super) fn read(text: &str) -> Result<Self, ServiceError> {
        if text.is_empty() {
            return Ok(Self::BEGIN);
        }
        let place = text.split_once('/').and_then(|(stretch, after)| {
            Some(Self {
                stretch: stretch.parse().ok()?,
                after: after.parse().ok()?,
            })
        });
        place.ok_or_else(|| ServiceError::internal("a place that cannot be read"))
    }

    /// The place as it is written down.
    pub(super) fn text(self) -> String {
        format!("{}/{}", self.stretch, self.after)
    }

    /// The place behind `page`.
    pub(super) fn behind(self, page: &Page) -> Self {
        let last = page.people.last().and_then(|bills| bills.first());
        match last.filter(|_| page.more) {
            Some(bill) => Self {
                after: bill.person_id,
                ..self
            },
            None => Self {
                stretch: self.stretch + 1,
                after: Uuid::nil(),
            },
        }
    }
}

/// The bills of some persons.
pub(super) struct Page {
    /// Person by person.
    people: Vec<Vec<Stored>>,
    /// Whether the stretch goes on behind them.
    more: bool,
}

impl Page {
    /// Its first persons, as many as it takes to have `left` bills of them, and how many bills
    /// they have.
    pub(super) fn first(mut self, left: u64) -> (Vec<Vec<Stored>>, u64) {
        let mut bills = 0;
        let mut taken = 0;
        for own in &self.people {
            if bills >= left {
                break;
            }
            bills += u64::try_from(own.len()).unwrap_or(u64::MAX);
            taken += 1;
        }
        self.people.truncate(taken);
        (self.people, bills)
    }
}

/// The next persons of `stretch` behind `after`, with about `size` bills: a person's year is never
/// divided, so that it may be more.
///
/// # Errors
/// From the store.
pub(super) async fn read(
    platform: &Platform,
    stretch: &Stretch,
    after: Uuid,
    size: usize,
) -> Result<Page, ServiceError> {
    let reader = &platform.database.reader;
    let most = i64::try_from(size).unwrap_or(i64::MAX);
    let values = [
        stretch.place.as_str().into(),
        stretch.year.into(),
        after.into(),
        most.into(),
    ];
    let bills: Vec<Stored> = queries::PAGE.all(reader, values).await?;
    let more = bills.len() >= size;
    let mut people: Vec<Vec<Stored>> = Vec::new();
    for bill in bills {
        match people.last_mut() {
            Some(own)
                if own
                    .last()
                    .is_some_and(|last| last.person_id == bill.person_id) =>
            {
                own.push(bill);
            }
            _ => people.push(vec![bill]),
        }
    }
    if more {
        // The last one may go on behind the page.
        let cut = people.pop().unwrap_or_default();
        if let (true, Some(bill)) = (people.is_empty(), cut.first()) {
            let values = [
                stretch.place.as_str().into(),
                stretch.year.into(),
                bill.person_id.into(),
            ];
            people.push(queries::OF_PERSON.all(reader, values).await?);
        }
    }
    Ok(Page { people, more })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_written() {
        let place = Place {
            stretch: 3,
            after: Uuid::from_u128(7),
        };
        assert_eq!(Place::read(&place.text()).unwrap(), place);
        assert_eq!(Place::read("").unwrap(), Place::BEGIN);
        assert!(Place::read("3").is_err());
    }
}
