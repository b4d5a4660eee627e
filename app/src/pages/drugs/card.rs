//! `/drugs/{code}`: one drug, or the product with that code: how it is paid, and what the list
//! says.

use chrono::NaiveDate;
use domain::language::Bilingual;
use leptos::prelude::*;
use services::drugs::{self, Card as DrugCard, Drug, Product};

use super::hits::ClassBadge;
use super::paid::Paid;
use super::printed::{Category, Package};
use super::products::Products;
use super::text::DrugsText;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    Badge, Breadcrumbs, Card, Crumb, Fact, Facts, IntoWritten, Look, Notice, PrintButton, Told,
    Tone, date_text, told,
};

/// The page.
///
/// # Errors
/// `NotFound` when there is neither a drug nor a product with this code; from the store.
pub async fn page(request: PageRequest) -> PageResult {
    let code = request.param("code");
    let after = request.query_value("after").unwrap_or_default();
    let card = drugs::card(&request.context, code, after).await?;
    let look = Look::new(request.language(), request.preferences.elder);
    let text = DrugsText::of(look.language);
    let today = request.context.today();
    let title = told(look, name(&card)).to_owned();
    Ok(
        Page::new(title, Area::Public, move || view! { <Detail card today/> })
            .describe(text.description)
            .into(),
    )
}

/// The registered name of the product, or the generic name.
fn name(card: &DrugCard) -> &Bilingual {
    card.product
        .as_ref()
        .map_or(&card.drug.generic_name, |product| &product.name)
}

#[component]
fn Detail(card: DrugCard, today: NaiveDate) -> impl IntoView {
    let look = Look::current();
    let text = DrugsText::of(look.language);
    let name = name(&card).clone();
    let crumbs = vec![
        Crumb::link(text.title, "/drugs"),
        Crumb::here(told(look, &name)),
    ];
    let DrugCard {
        drug,
        product,
        products,
        next,
        shares,
    } = card;
    let section = drug.section.label(look.language.into());
    let removed = drug
        .removed_on
        .filter(|_| !drug.is_listed(today))
        .map(|day| {
            let sentence = (text.removed)(&date_text(day, look.language));
            view! { <Notice><p>{sentence}</p></Notice> }
        });
    let sample = drug
        .sample
        .then(|| view! { <Notice tone=Tone::Info><p>{text.sample_note}</p></Notice> });
    let this_product = product.map(|product| view! { <ThisProduct drug=drug.clone() product/> });
    let id = drug.id.clone();
    let in_the_list = view! { <InTheList drug=drug.clone()/> };
    let of_this_name = view! { <Products id products next/> };
    // Elder mode answers one question, how it is paid; the rest comes on press.
    let (beside, below) = if look.elder {
        let folded = view! {
            <details class="basis">
                <summary>{text.more}</summary>
                <div class="stack">{in_the_list}{of_this_name}</div>
            </details>
        };
        (None, folded.written())
    } else {
        (Some(in_the_list), of_this_name.written())
    };
    view! {
        <div class="wrap page stack">
            <Breadcrumbs crumbs/>
            <header class="stack" data-flow="tight">
                <h1><Told of=name/></h1>
                <p class="meta">
                    <ClassBadge drug=drug.clone()/>
                    <Badge label=section tone=Tone::Muted/>
                    <span><Told of=drug.dosage_form.clone()/></span>
                </p>
            </header>
            {sample}
            {removed}
            <div class="split">
                <div class="stack"><Paid drug shares/></div>
                <div class="stack">
                    {this_product}
                    {beside}
                </div>
            </div>
            {below}
            <p class="actions"><PrintButton/></p>
        </div>
    }
}

/// The product whose code was asked for.
#[component]
fn ThisProduct(drug: Drug, product: Product) -> impl IntoView {
    let text = DrugsText::of(Look::current().language);
    let href = format!("/drugs/{}", drug.id);
    let generic = view! { <a href=href><Told of=drug.generic_name/></a> };
    let mut facts = vec![Fact::new(text.generic, generic)];
    if !product.brand.zh.is_empty() {
        facts.push(Fact::new(text.brand, view! { <Told of=product.brand/> }));
    }
    if !product.specification.is_empty() {
        let told = view! { <Package of=product.specification/> };
        facts.push(Fact::new(text.specification, told));
    }
    if !product.company.zh.is_empty() {
        facts.push(Fact::new(
            text.company,
            view! { <Told of=product.company/> },
        ));
    }
    facts.push(Fact::text(text.code, product.code.as_str()));
    view! { <Card title=text.this_product><Facts facts/></Card> }
}

/// Number, category and edition, as the list prints them.
#[component]
fn InTheList(drug: Drug) -> impl IntoView {
    let look = Look::current();
    let text = DrugsText::of(look.language);
    let mut facts = vec![Fact::text(
        text.section,
        drug.section.label(look.language.into()),
    )];
    let chinese = |value: String| view! { <span lang="zh-Hans">{value}</span> };
    if !drug.seq_no.is_empty() {
        facts.push(Fact::new(text.number, chinese(drug.seq_no)));
    }
    if !drug.category_path.is_empty() || !drug.atc_code.is_empty() {
        let (path, code) = (drug.category_path, drug.atc_code);
        facts.push(Fact::new(text.category, view! { <Category path code/> }));
    }
    if !drug.edition.is_empty() && !drug.sample {
        facts.push(Fact::new(text.edition, chinese(drug.edition)));
    }
    if drug.sample {
        facts.push(Fact::text(text.source, text.sample));
    } else if !drug.source.is_empty() {
        facts.push(Fact::new(text.source, chinese(drug.source)));
    }
    view! { <Card title=text.in_the_list><Facts facts/></Card> }
}
