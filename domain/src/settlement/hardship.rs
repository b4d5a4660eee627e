//! Which of several statuses of hardship counts.

use std::cmp::Reverse;

use super::parameters::ParameterSet;
use super::{Category, Scheme};

/// Of several statuses the one with the best treatment: they are never added. The ratio of
/// assistance decides, then its lower deductible, then its higher cap, then the better terms of
/// catastrophic cover in `scheme`. Between equals the one that is declared first in [`Category`],
/// so that the order in which they were recorded never matters.
#[must_use]
pub fn best_category(
    set: &ParameterSet,
    scheme: Scheme,
    categories: &[Category],
) -> Option<Category> {
    let tilted = &set.rules(scheme).catastrophic.tilt.values.categories;
    categories.iter().copied().max_by_key(|category| {
        let rule = set.assistance.rules.values.get(*category);
        // No cap is above every cap.
        let assistance = rule.map(|rule| {
            let cap = rule.cap.map_or((true, None), |cap| (false, Some(cap)));
            (rule.ratio, Reverse(rule.deductible), cap)
        });
        (assistance, tilted.contains(category), Reverse(*category))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settlement::parameters::shipped_parameter_sets;

    #[test]
    fn the_order_of_records_never_matters() {
        for set in shipped_parameter_sets() {
            for scheme in Scheme::ALL {
                for one in Category::ALL {
                    for other in Category::ALL {
                        assert_eq!(
                            best_category(set, *scheme, &[*one, *other]),
                            best_category(set, *scheme, &[*other, *one]),
                            "{} {one} {other}",
                            set.id
                        );
                    }
                }
            }
        }
        assert_eq!(
            best_category(&shipped_parameter_sets()[0], Scheme::Resident, &[]),
            None
        );
    }

    #[test]
    fn the_better_assistance_counts() {
        let mut set = shipped_parameter_sets()[0].clone();
        let best = |set: &ParameterSet, categories: [Category; 2]| {
            best_category(set, Scheme::Resident, &categories)
        };
        let pair = [Category::Subsistence, Category::IllnessPoverty];
        assert_eq!(best(&set, pair), Some(Category::Subsistence));

        let rules = &mut set.assistance.rules.values;
        rules.illness_poverty = rules.subsistence;
        assert_eq!(best(&set, pair), Some(Category::Subsistence));
        if let Some(rule) = &mut set.assistance.rules.values.illness_poverty {
            rule.cap = None;
        }
        assert_eq!(best(&set, pair), Some(Category::IllnessPoverty));
        set.assistance.rules.values.illness_poverty = None;
        assert_eq!(best(&set, pair), Some(Category::Subsistence));
    }
}
