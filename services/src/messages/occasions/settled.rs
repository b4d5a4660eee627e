//! New settlements.

use super::{Due, Life, Stretch};
use crate::messages::Template;

pub(super) fn due(life: &Life, stretch: Stretch) -> Vec<Due> {
    let new = life.settled.iter();
    let new = new.filter(|one| stretch.contains(one.arrived_on));
    new.map(|one| Due {
        template: Template::SettlementArrived {
            settlement: one.id,
            settled_on: one.settled_on,
            refund: one.refund,
        },
        occasion: format!("settlement:{}", one.id),
        on: one.arrived_on,
    })
    .collect()
}
