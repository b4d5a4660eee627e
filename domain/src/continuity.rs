//! Continuity of cover: breaks, the waiting after them, what cures them, and the reward for none.

mod breaks;
mod cure;
mod incentive;
mod insured;
mod price;
mod unbroken;
mod waiting;
mod window;

pub use breaks::{Break, Lapse, breaks, repairable_until};
pub use cure::{BuyBack, Cure, How, Plight, buy_backs, cheapest, cures, newborn_until};
pub use incentive::{IncentiveFacts, Reward, incentive_bonus, reward};
pub use insured::{Insured, in_month};
pub use price::Price;
pub use unbroken::unbroken_since;
pub use waiting::{NoWait, Return, Wait, employee_waiting_at_most, resident_waiting_months, wait};
pub use window::Collection;

/// A break of an employee up to this many months counts as none (National Healthcare Security
/// Administration Office, 2021, no. 43).
const MONTHS_OF_GRACE: i32 = 3;
