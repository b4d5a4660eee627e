//! What the page gives to the calculator in the browser: rules of places, and where the clauses
//! behind them are read.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::flat;
use domain::identifiers::RegionCode;
use domain::settlement::parameters::ParameterSet;

use super::typed::Typed;
use crate::ui::clause::{ClauseLink, Clauses};

/// How many sets a page carries at most.
const MOST: usize = 12;

/// The rules with their clauses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// The sets of some places, of each place all.
    pub sets: Vec<Arc<ParameterSet>>,
    /// The day as of which the clauses are linked.
    pub day: NaiveDate,
    /// Where the clauses are read.
    pub links: Vec<ClauseLink>,
}

flat!(Pack { sets, day, links });

impl Pack {
    /// Of `sets` those that a page carries: the places that stand in the form first, then others in
    /// their order, each with all its sets, while there is room.
    #[must_use]
    pub fn choose(sets: &[Arc<ParameterSet>], typed: &Typed) -> Vec<Arc<ParameterSet>> {
        let named = ["region", "other"].map(|name| typed.get(name).parse::<RegionCode>().ok());
        let mut places: Vec<RegionCode> = named.into_iter().flatten().collect();
        places.extend(sets.iter().map(|set| set.region));
        let mut chosen: Vec<Arc<ParameterSet>> = Vec::new();
        for place in places {
            if chosen.iter().any(|set| set.region == place) {
                continue;
            }
            let own = sets.iter().filter(|set| set.region == place);
            let room = chosen.len().saturating_add(own.clone().count()) <= MOST;
            if room || chosen.is_empty() {
                chosen.extend(own.cloned());
            }
        }
        // In the order of the book, by which one of two equal sets is taken.
        let mut ordered = sets.to_vec();
        ordered.retain(|set| chosen.iter().any(|one| one.region == set.region));
        ordered
    }

    /// Whether what is typed can be answered by these sets alone.
    #[must_use]
    pub fn answers(&self, typed: &Typed) -> bool {
        ["region", "other"].iter().all(|name| {
            let code = typed.get(name).parse::<RegionCode>();
            code.is_ok_and(|code| self.sets.iter().any(|set| set.region == code))
                || typed.get(name).is_empty()
        })
    }

    /// Where the clauses behind an answer for `day` are read. Which version of a document was in force
    /// is known for one day; for another one the clauses are named and lead nowhere.
    #[must_use]
    pub fn clauses(&self, day: NaiveDate) -> Clauses {
        if day == self.day {
            Clauses::new(self.links.clone())
        } else {
            Clauses::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::settlement::parameters::shipped_parameter_sets;

    use super::*;

    fn typed(region: &str, other: &str) -> Typed {
        let fields = [("region", region), ("other", other)];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        Typed::new(fields.into())
    }

    /// The sets that come with the product, and as many places again that hold a copy of one.
    fn many() -> Vec<Arc<ParameterSet>> {
        let shipped = shipped_parameter_sets().iter().cloned();
        let mut sets: Vec<ParameterSet> = shipped.collect();
        let first = sets.first().expect("a set").clone();
        for code in 1..=30 {
            let mut set = first.clone();
            set.region = format!("41{code:02}00").parse().expect("a code");
            sets.push(set);
        }
        sets.into_iter().map(Arc::new).collect()
    }

    #[test]
    fn a_page_carries_the_places_of_its_form_and_no_more_than_it_has_room_for() {
        let sets = many();
        let chosen = Pack::choose(&sets, &typed("412900", "330100"));
        assert!(chosen.len() <= MOST && chosen.len() > 8);
        let pack = Pack {
            sets: chosen,
            day: NaiveDate::default(),
            links: Vec::new(),
        };
        assert!(pack.answers(&typed("412900", "330100")));
        assert!(pack.answers(&typed("330100", "")));
        assert!(!pack.answers(&typed("413000", "330100")));
        assert!(!pack.answers(&typed("330100", "413000")));
        // Of each place all sets, so that every day is answered as the server does.
        for set in &sets {
            let held = pack.sets.iter().filter(|one| one.region == set.region);
            let all = sets.iter().filter(|one| one.region == set.region);
            assert!(held.clone().count() == 0 || held.eq(all));
        }
    }

    #[test]
    fn links_hold_for_their_day_only() {
        let link = ClauseLink {
            clause: domain::explain::Clause {
                document: "d04".to_owned(),
                place: Some("第3点".to_owned()),
                gives: domain::settlement::parameters::Gives::Figure,
            },
            href: "/policies/d04?article=s3#s3".to_owned(),
            official: Some(("《法》第一条".to_owned(), "/policies/l1".to_owned())),
        };
        let day: NaiveDate = "2026-06-12".parse().expect("a day");
        let pack = Pack {
            sets: many(),
            day,
            links: vec![link.clone()],
        };
        let line = domain::flat::write(&pack);
        assert_eq!(domain::flat::read::<Pack>(&line).as_ref(), Some(&pack));
        assert_eq!(pack.clauses(day).links(), [link]);
        let next = day.succ_opt().expect("a day");
        assert!(pack.clauses(next).links().is_empty());
    }
}
