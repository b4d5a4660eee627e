//! Where a parameter set stands between the first draft and its end.

use chrono::NaiveDate;

/// The state of a set that was taken back, in `parameter_set`.
pub(super) const TAKEN_BACK: &str = "taken_back";

/// Where a set stands, or what happened to it in one step of its history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// An editor has written it, or written it anew.
    Drafted,
    /// It was tried on earlier bills, as it stands now.
    Simulated,
    /// An approver has sent it back to the editor.
    Returned,
    /// An approver who did not write it has checked it.
    Reviewed,
    /// It is released for a day to come.
    Scheduled,
    /// It is in force.
    Active,
    /// Another set has taken over, or its last day has passed.
    Superseded,
    /// An editor has asked that it be taken back.
    TakeBackAsked,
    /// An approver has left it in force although that was asked.
    TakeBackRefused,
    /// It was taken back: its predecessor is in force again.
    TakenBack,
    /// The draft was thrown away.
    Discarded,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 11] = [
        Self::Drafted,
        Self::Simulated,
        Self::Returned,
        Self::Reviewed,
        Self::Scheduled,
        Self::Active,
        Self::Superseded,
        Self::TakeBackAsked,
        Self::TakeBackRefused,
        Self::TakenBack,
        Self::Discarded,
    ];

    /// The code in the store.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Drafted => "drafted",
            Self::Simulated => "simulated",
            Self::Returned => "returned",
            Self::Reviewed => "reviewed",
            Self::Scheduled => "scheduled",
            Self::Active => "active",
            Self::Superseded => "superseded",
            Self::TakeBackAsked => "take_back_asked",
            Self::TakeBackRefused => "take_back_refused",
            Self::TakenBack => TAKEN_BACK,
            Self::Discarded => "discarded",
        }
    }

    /// The stage with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }

    /// Whether it is an open draft: nothing that pays anybody reads it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Drafted | Self::Simulated | Self::Reviewed)
    }

    /// Where a released set stands on `today`. The days decide, so that a set is in force from
    /// midnight on, whenever the step is written that says so.
    #[must_use]
    pub fn of_released(
        state: &str,
        from: NaiveDate,
        through: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Self {
        if state == TAKEN_BACK {
            Self::TakenBack
        } else if from > today {
            Self::Scheduled
        } else if through.is_some_and(|last| last < today) {
            Self::Superseded
        } else {
            Self::Active
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_decide_where_a_released_set_stands() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let of = |state, today| {
            let through = Some(day("2026-12-31"));
            Stage::of_released(state, day("2026-01-01"), through, day(today))
        };
        assert_eq!(of("scheduled", "2025-12-31"), Stage::Scheduled);
        assert_eq!(of("scheduled", "2026-01-01"), Stage::Active);
        assert_eq!(of("active", "2026-12-31"), Stage::Active);
        assert_eq!(of("active", "2027-01-01"), Stage::Superseded);
        assert_eq!(of(TAKEN_BACK, "2026-06-01"), Stage::TakenBack);
    }

    #[test]
    fn every_stage_is_read_as_it_is_stored() {
        for stage in Stage::ALL {
            assert_eq!(Stage::from_code(stage.code()), Some(stage));
        }
        assert_eq!(Stage::from_code("flown"), None);
    }
}
