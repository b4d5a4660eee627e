//! One invitation that waits: 王秀英's daughter offers her mother to see her insurance in turn.

use chrono::{Days, Duration};
use domain::family::Kinship;
use uuid::Uuid;

use super::dice::{Dice, morning};
use super::load::Named;
use super::world::World;
use crate::family::invitation::WAITS_DAYS;
use crate::family::{State, Way};
use crate::records::Rows;
use crate::store::entity::family_invitation;

/// The stream of chance of its id.
const STREAM: u64 = 4;
/// How old it is, in days.
const AGE: u64 = 2;

/// Appends the invitation. `people` are the insured persons with an account, `rows` hold them.
pub(super) fn record(world: &World<'_>, people: &[Named], rows: &mut Rows) {
    let find = |subject: &str| people.iter().find(|(of, ..)| *of == subject);
    let (Some((_, daughter, name)), Some((_, mother, invited))) =
        (find("resident-daughter"), find("resident-retiree"))
    else {
        return;
    };
    let Some(number) = rows
        .persons
        .iter()
        .find(|row| row.person_id == Uuid::from(*mother))
        .map(|row| row.id_number_index.clone())
    else {
        return;
    };
    let day = world.as_of - Days::new(AGE);
    let sent = morning(day);
    rows.family_invitations.push(family_invitation::Model {
        person_id: (*daughter).into(),
        invitation_id: Dice::new(world.seed, STREAM).id(day, 0),
        person_name: name.clone(),
        invited_id: Some((*mother).into()),
        invited_name: invited.clone(),
        number_index: number,
        relation: Kinship::Parent.code().to_owned(),
        way: Way::Offer.code().to_owned(),
        sees_visits: false,
        sees_account: true,
        state: State::Waiting.code().to_owned(),
        created_at: sent,
        expires_at: sent + Duration::days(WAITS_DAYS),
        closed_at: None,
    });
}
