//! How a drug is paid: what counts, what one pays first where, for whom, up to which price.

use domain::money::Money;
use domain::settlement::ItemClass;
use leptos::prelude::*;
use services::drugs::{Drug, PayStandard, Share};

use super::printed::Package;
use super::text::DrugsText;
use crate::ui::{
    Amount, Card, Column, IntoWritten, Look, Place, ProvenanceBadge, Table, Term, Told, Word,
    capitalised, date_text, place_name,
};

/// A price that is easy to reckon with.
const EXAMPLE: Money = Money::from_yuan(100);

/// Everything that decides how much is paid back.
#[component]
pub(super) fn Paid(drug: Drug, shares: Vec<Share>) -> impl IntoView {
    let look = Look::current();
    let text = DrugsText::of(look.language);
    let (word, means) = match drug.class {
        ItemClass::A => (Word::ClassA, text.class_a_means),
        ItemClass::B => (Word::ClassB, text.class_b_means),
        ItemClass::C => (Word::ClassC, text.class_c_means),
    };
    let commercial = (drug.section == domain::catalogue::Section::Commercial).then(|| {
        view! { <p>{text.commercial}<a href="/add-ons">{text.to_add_ons}</a></p> }
    });
    let restriction = (!drug.restriction.zh.is_empty()).then(|| {
        view! {
            <h3>{text.restriction}</h3>
            <p><Told of=drug.restriction.clone()/></p>
            <p class="small muted">{text.restriction_means}</p>
        }
    });
    let until = drug.valid_until.map(|day| {
        let sentence = (text.agreement_until)(&date_text(day, look.language));
        view! { <p class="small muted">{sentence}</p> }
    });
    let named = move |word: Word| capitalised(word.name(look.language));
    let standard = standard(text, &drug.pay_standard, drug.pay_standard_withheld);
    let in_hospital = drug
        .section
        .is_basic()
        .then(|| view! { <p class="small muted">{text.not_everywhere}</p> });
    let dual_channel = drug.section.is_negotiated().then(|| {
        view! {
            <p><Term word=Word::DualChannel shown=named(Word::DualChannel)/>{text.dual_channel}<a href="/institutions?with=dual_channel">{text.to_dual_channel}</a></p>
        }
    });
    view! {
        <Card title=text.how_paid>
            <p><Term word shown=named(word)/>{means}</p>
            {commercial}
            {(drug.class == ItemClass::B).then(|| view! { <Shares shares/> })}
            {restriction}
            {standard}
            {until}
            {dual_channel}
            {in_hospital}
        </Card>
    }
}

/// The most that counts for a package.
fn standard(
    text: &'static DrugsText,
    standards: &[PayStandard],
    withheld: bool,
) -> Option<impl IntoView + use<>> {
    if standards.is_empty() && !withheld {
        return None;
    }
    let items: Vec<_> = standards
        .iter()
        .map(|one| {
            let (amount, per) = (one.amount, one.per.clone());
            view! { <li><Amount of=amount/>" "<span class="muted"><Package of=per/></span></li> }
        })
        .collect();
    let withheld = withheld.then(|| view! { <p>{text.withheld}</p> });
    let list = (!items.is_empty()).then(|| view! { <ul class="plain" role="list">{items}</ul> });
    Some(view! {
        <h3>{text.pay_standard}</h3>
        {list}
        {withheld}
        <p class="small muted">{text.pay_standard_means}</p>
    })
}

/// What one pays first, place by place, and an example.
#[component]
fn Shares(shares: Vec<Share>) -> impl IntoView {
    let look = Look::current();
    let text = DrugsText::of(look.language);
    let Some(first) = shares.first().cloned() else {
        return view! { <p>{text.no_shares}</p> }.written();
    };
    let part = EXAMPLE.times(first.ratio);
    let example = (text.example)([
        &place_name(first.region, look.language),
        &part.yuan(),
        &(EXAMPLE - part).yuan(),
    ]);
    let columns = vec![
        Column::title(text.place),
        Column::number(text.pay_first),
        Column::text(text.source),
    ];
    let rows = shares
        .into_iter()
        .map(|share| {
            let source = (!share.source.is_empty())
                .then(|| view! { <span class="small muted" lang="zh-Hans">{share.source}</span> });
            vec![
                view! { <Place code=share.region.to_string()/> }.written(),
                share.ratio.percent().written(),
                view! { <ProvenanceBadge provenance=share.provenance/>" "{source} }.written(),
            ]
        })
        .collect();
    view! {
        <Table caption=text.shares columns rows/>
        <p>{example}</p>
    }
    .written()
}
