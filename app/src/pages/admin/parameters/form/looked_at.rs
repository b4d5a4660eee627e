//! What would be kept: which set it is, and what of it differs.

use leptos::prelude::*;
use services::parameters::preview::Preview;

use super::super::days;
use super::super::figures::Differences;
use super::super::text::ParametersText;
use super::super::warned::Warned;
use super::text::FormText;
use crate::ui::{Card, Fact, Facts, IntoWritten, Look, Notice, Tone, place_name};

/// The text that was read, figure by figure beside the set that it follows.
#[component]
pub(super) fn LookedAt(text: &'static FormText, preview: Preview) -> impl IntoView {
    let look = Look::current();
    let words = ParametersText::of(look.language);
    let Preview {
        set,
        before,
        differences,
        warnings,
    } = preview;
    let name = set.name.get(look.language.into()).to_owned();
    let facts = vec![
        Fact::text(words.set, format!("{name} {}", set.id)),
        Fact::text(words.region, place_name(set.region, look.language)),
        Fact::new(
            words.days,
            days(words, set.effective.from, set.effective.through),
        ),
    ];
    let (title, first) = match before {
        Some(id) => ((words.compared_with)(&id), None),
        None => (text.all_new.to_owned(), Some(words.first_of_place)),
    };
    view! {
        <Notice tone=Tone::Info announce=true><p>{text.looked_at}</p></Notice>
        <Warned warnings/>
        <Card title>
            <Facts facts/>
            {first.map(|first| view! { <p>{first}</p> })}
            <Differences text=words differences/>
        </Card>
    }
    .written()
}
