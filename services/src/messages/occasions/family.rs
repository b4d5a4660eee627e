//! Invitations of relatives. They are told by the job of the day and not as they are sent: whoever
//! invites must not learn from the time that takes whether the number is anybody's.

use super::{Due, Life, Stretch};
use crate::messages::Template;

/// However long it has waited: while it can be answered there is this to tell.
pub(super) fn due(life: &Life, stretch: Stretch) -> Vec<Due> {
    let waiting = life.invited.iter();
    let waiting = waiting.map(|one| Due {
        template: Template::FamilyInvitation {
            name: one.inviter.clone(),
            replaces: one.replaces,
        },
        occasion: format!("family_invitation:{}", one.id),
        on: stretch.within(one.sent_on),
    });
    waiting.collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, nobody, occasions, stretch};
    use super::super::{Invited, Topic};
    use super::*;
    use uuid::Uuid;

    #[test]
    fn an_invitation_is_told_whatever_is_switched_off() {
        let invited = Invited {
            id: Uuid::from_u128(9).into(),
            inviter: "刘敏".to_owned(),
            sent_on: day("2026-06-14"),
            replaces: false,
        };
        let life = Life {
            invited: vec![invited],
            muted: Topic::ALL.to_vec(),
            ..nobody()
        };
        let book = crate::parameters::ParameterBook::default();
        let found = super::super::of(&life, stretch("2026-06-15"), &book);
        let occasion = format!("family_invitation:{}", Uuid::from_u128(9));
        assert_eq!(occasions(&found), [occasion.as_str()]);
        assert_eq!(found[0].on, day("2026-06-14"));
    }
}
