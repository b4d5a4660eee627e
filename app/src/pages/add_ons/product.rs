//! `/add-ons/{id}`: one commercial product in full.

use domain::language::{Bilingual, Language as Domain};
use leptos::prelude::*;
use services::products::{self, Cover, Product};

use super::facts::{price, yuan};
use super::text::AddOnsText;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    Badge, Breadcrumbs, Card, Column, Crumb, Fact, Facts, IntoWritten, Look, Notice, PrintButton,
    Table, Tone, place_name,
};

/// The page.
///
/// # Errors
/// `NotFound` when there is no such product; from the store.
pub async fn page(request: PageRequest) -> PageResult {
    let product = products::one(&request.context, request.param("id")).await?;
    let language: Domain = request.language().into();
    let offered = product.is_offered(request.context.today());
    let title = product.name.get(language).to_owned();
    let description = product.summary.get(language).to_owned();
    Ok(Page::new(
        title,
        Area::Public,
        move || view! { <Detail product offered/> },
    )
    .describe(description)
    .into())
}

#[component]
fn Detail(product: Product, offered: bool) -> impl IntoView {
    let look = Look::current();
    let text = AddOnsText::of(look.language);
    let language: Domain = look.language.into();
    let name = product.name.get(language).to_owned();
    let crumbs = vec![
        Crumb::link(text.title, "/add-ons"),
        Crumb::here(name.clone()),
    ];
    let never = items(&product.exclusions, language);
    let claims = items(&product.claims, language);
    let summary = product.summary.get(language).to_owned();
    let public_cover = look.say(product.public_cover.get(language));
    let note = product
        .sample
        .then(|| product.note.get(language).to_owned());
    let covers = product.covers.clone();
    let (figure, depends) = price(look, &product);
    let facts = facts(look, &product);
    let prices = (product.premiums.len() > 1).then(|| view! { <Prices product=product.clone()/> });
    view! {
        <div class="wrap page stack">
            <Breadcrumbs crumbs/>
            <header class="stack" data-flow="tight">
                <h1>{name}</h1>
                <p class="meta">
                    <Badge label=text.kind(product.kind)/>
                    {product.sample.then(|| view! { <Badge label=text.sample tone=Tone::Notice/> })}
                </p>
                <p class="measure">{summary}</p>
            </header>
            {note.map(|note| view! { <Notice><p>{note}</p></Notice> })}
            {(!offered).then(|| view! { <Notice><p>{text.ended}</p></Notice> })}
            <div class="split">
                <div class="stack">
                    <Card title=text.cover><Covers covers/></Card>
                    <Card title=text.never><ul>{never}</ul></Card>
                    <Card title=text.claims><ol>{claims}</ol></Card>
                </div>
                <div class="stack">
                    <Card title=text.price>
                        <p><span class="amount" data-size="medium">{figure}</span>" "<span class="muted">{depends}</span></p>
                        {prices}
                    </Card>
                    <Card title=text.public_cover><p>{public_cover}</p></Card>
                    <Card title=text.joining><Facts facts/></Card>
                </div>
            </div>
            <p class="actions"><PrintButton/></p>
        </div>
    }
}

fn items(texts: &[Bilingual], language: Domain) -> Vec<impl IntoView + use<>> {
    texts
        .iter()
        .map(|text| view! { <li>{text.get(language).to_owned()}</li> })
        .collect()
}

fn facts(look: Look, product: &Product) -> Vec<Fact> {
    let text = AddOnsText::of(look.language);
    let language: Domain = look.language.into();
    let place = product.region.map_or_else(
        || text.nationwide.to_owned(),
        |code| place_name(code, look.language),
    );
    let from = product.age_from.to_string();
    let ages = match product.age_through {
        Some(through) => text
            .ages
            .replace("{from}", &from)
            .replace("{through}", &through.to_string()),
        None => text.ages_open.replace("{from}", &from),
    };
    let payment = if product.account_may_pay {
        text.account_may_pay
    } else {
        text.own_money
    };
    let settlement = if product.settled_at_counter {
        text.at_counter
    } else {
        text.by_claim
    };
    vec![
        Fact::text(text.eligibility, product.eligibility.get(language)),
        Fact::text(text.place, place),
        Fact::text(text.age, ages),
        Fact::text(text.prior_illness, product.prior_illness.get(language)),
        Fact::text(text.waiting, product.waiting.get(language)),
        Fact::text(text.payment, payment),
        Fact::text(text.settlement, settlement),
        Fact::text(text.insurer, product.insurer.get(language)),
    ]
}

/// What it pays, part by part.
#[component]
fn Covers(covers: Vec<Cover>) -> impl IntoView {
    let look = Look::current();
    let text = AddOnsText::of(look.language);
    let columns = vec![
        Column::title(text.part),
        Column::number(text.deductible),
        Column::number(text.ratio),
        Column::number(text.ratio_prior),
        Column::number(text.most),
    ];
    let rows = covers
        .into_iter()
        .map(|cover| {
            let prior = cover
                .prior_illness_ratio
                .map_or_else(|| text.not_paid.to_owned(), |ratio| ratio.percent());
            let most = cover
                .cap
                .map_or_else(|| text.no_cap.to_owned(), |cap| look.say(yuan(cap)));
            vec![
                cover.label.get(look.language.into()).to_owned().written(),
                look.say(yuan(cover.deductible)).written(),
                cover.ratio.percent().written(),
                prior.written(),
                most.written(),
            ]
        })
        .collect();
    view! { <Table caption=text.cover hide_caption=true columns rows/> }
}

/// The price of a year for each age.
#[component]
fn Prices(product: Product) -> impl IntoView {
    let look = Look::current();
    let text = AddOnsText::of(look.language);
    let columns = vec![Column::title(text.age), Column::number(text.price)];
    let rows = product
        .premiums
        .iter()
        .map(|row| {
            let from = row.from_age.to_string();
            let age = match row.through_age {
                Some(through) => text
                    .years
                    .replace("{from}", &from)
                    .replace("{through}", &through.to_string()),
                None => text.years_and_over.replace("{from}", &from),
            };
            vec![age.written(), look.say(yuan(row.amount)).written()]
        })
        .collect();
    view! { <Table caption=text.prices columns rows/> }
}
