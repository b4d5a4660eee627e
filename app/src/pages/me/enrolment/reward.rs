//! What years without a break, and without a claim, add to the catastrophic cap.

mod text;

use domain::continuity::Reward;
use domain::money::Money;
use leptos::prelude::*;
use services::resident::enrolment::RewardState;

use super::super::words::said;
use crate::ui::basis::{Basis, Grounds};
use crate::ui::{Card, Fact, Facts, IntoWritten, Look, Term, Word};
use text::RewardText;

/// The card; nothing for whom the reward does not concern.
#[component]
pub(super) fn RewardCard(
    /// How the reward stands.
    reward: RewardState,
) -> impl IntoView {
    let look = Look::current();
    let text = RewardText::of(look.language);
    let content = match reward {
        RewardState::NotInsured => return ().written(),
        RewardState::NotResident => view! { <p class="measure">{text.not_resident}</p> }.written(),
        RewardState::NoRules => view! { <p class="measure">{text.no_rules}</p> }.written(),
        RewardState::NoCap(parameter) => {
            let grounds = vec![Grounds::new(text.ground, &parameter)];
            view! {
                <p class="measure">{text.no_cap}</p>
                <Basis grounds/>
            }
            .written()
        }
        RewardState::Counts {
            reward,
            cap,
            quiet_so_far,
            parameter,
            cap_parameter,
        } => {
            let grounds = vec![
                Grounds::new(text.ground, &parameter),
                Grounds::new(text.cap, &cap_parameter),
            ];
            view! {
                <p class="measure"><Term word=Word::Catastrophic shown=text.term.to_owned()/>{text.means}</p>
                <p class="measure"><strong>{answer(text, &reward, look)}</strong></p>
                <Facts facts=facts(text, &reward, cap, quiet_so_far, look)/>
                <p class="small muted measure">{text.rule}</p>
                <Basis grounds/>
            }
            .written()
        }
    };
    view! { <Card title=text.title>{content}</Card> }.written()
}

fn answer(text: &RewardText, reward: &Reward, look: Look) -> String {
    if reward.added == Money::ZERO {
        text.nothing_yet.to_owned()
    } else {
        (text.adds)(&said(reward.added, look))
    }
}

fn facts(
    text: &RewardText,
    reward: &Reward,
    cap: Money,
    quiet_so_far: bool,
    look: Look,
) -> Vec<Fact> {
    let continuous = (text.years)(reward.continuous_years, reward.rewarded_years);
    let quiet = (text.quiet_years)(reward.quiet_years);
    let this_year = if quiet_so_far {
        text.quiet_so_far
    } else {
        text.claimed
    };
    let next = match reward.next {
        Some((year, step)) => (text.next_step)(year, &said(step, look)),
        None => (text.at_most)(&said(reward.most, look)),
    };
    let with = (text.with_reward)(&said(cap, look), &said(cap + reward.added, look));
    vec![
        Fact::text(text.continuous, continuous),
        Fact::text(text.quiet, quiet),
        Fact::text(text.this_year, this_year),
        Fact::text(text.cap, with),
        Fact::text(text.next, next),
    ]
}
