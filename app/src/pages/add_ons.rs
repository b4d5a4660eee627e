//! `/add-ons`: commercial products beside each other, by region.

mod facts;
pub mod product;
mod text;

use domain::identifiers::RegionCode;
use leptos::prelude::*;
use services::products::{self, Product};

use crate::address::with_query;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    Badge, Chip, Chips, EmptyState, Fold, IntoWritten, Look, Notice, Tone, place_name,
};

use facts::{cover_lines, price};
use text::AddOnsText;

/// The page.
///
/// # Errors
/// From the store.
pub async fn page(request: PageRequest) -> PageResult {
    let text = AddOnsText::of(request.language());
    let wanted = request
        .query_value("region")
        .and_then(|code| code.parse::<RegionCode>().ok())
        .filter(|code| code.is_known());
    let all = products::list(&request.context, None).await?;
    let regions = regions(&all);
    let shown: Vec<Product> = all
        .into_iter()
        .filter(|one| wanted.is_none_or(|place| one.serves(place)))
        .collect();
    let page = Page::new(text.title, Area::Public, move || {
        let sample = shown.iter().any(|one| one.sample);
        view! {
            <div class="wrap page stack">
                <h1>{text.title}</h1>
                <p class="measure">{text.lead}</p>
                {sample.then(|| view! { <Notice><p>{text.sample_note}</p></Notice> })}
                <Chips label=text.regions chips=chips(Look::current(), text, &regions, wanted)/>
                <Comparison products=shown/>
                <p class="small muted measure">{text.order}</p>
            </div>
        }
    })
    .describe(text.description);
    Ok(page.into())
}

/// The regions that have products of their own, in the order of their codes.
fn regions(products: &[Product]) -> Vec<RegionCode> {
    let mut codes: Vec<RegionCode> = products.iter().filter_map(|one| one.region).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn chips(
    look: Look,
    text: &AddOnsText,
    regions: &[RegionCode],
    wanted: Option<RegionCode>,
) -> Vec<Chip> {
    let all = Chip::new(text.everywhere, "/add-ons", wanted.is_none());
    let each = regions.iter().map(|code| {
        let href = with_query("/add-ons", &[("region", &code.to_string())]);
        Chip::new(
            place_name(*code, look.language),
            href,
            wanted == Some(*code),
        )
    });
    std::iter::once(all).chain(each).collect()
}

/// The products one below the other, laid out alike.
#[component]
fn Comparison(products: Vec<Product>) -> impl IntoView {
    let look = Look::current();
    let text = AddOnsText::of(look.language);
    if products.is_empty() {
        return view! { <EmptyState title=text.nothing_title text=text.nothing/> }.written();
    }
    let items = products
        .into_iter()
        .map(|product| view! { <li><Offer product/></li> });
    view! { <ul class="products">{items.collect_view()}</ul> }.written()
}

/// One product: what it is and what it costs in sight; folded on a phone what it pays, what holds
/// for earlier illness, what it never pays.
#[component]
fn Offer(product: Product) -> impl IntoView {
    let look = Look::current();
    let text = AddOnsText::of(look.language);
    let language = look.language.into();
    let href = format!("/add-ons/{}", product.id);
    let (figure, depends) = price(look, &product);
    let covers = cover_lines(look, &product)
        .into_iter()
        .map(|line| view! { <li>{line}</li> });
    let place = product.region.map_or_else(
        || text.nationwide.to_owned(),
        |code| place_name(code, look.language),
    );
    let never = product
        .exclusions
        .iter()
        .map(|one| one.get(language))
        .collect::<Vec<_>>()
        .join(text.between);
    let name = product.name.get(language).to_owned();
    let more = (text.more)(product.covers.len(), product.exclusions.len());
    view! {
        <article class="card product">
            <header>
                <h2><a href=href>{name.clone()}</a></h2>
                <p class="price"><strong class="figure">{figure}</strong>" "<span class="small muted">{depends}</span></p>
            </header>
            <p class="meta">
                <Badge label=text.kind(product.kind)/>
                {product.sample.then(|| view! { <Badge label=text.sample tone=Tone::Notice/> })}
                <span>{place}</span>
            </p>
            <p>{look.say(product.summary.get(language))}</p>
            <Fold of=Some(name) more open_when_wide=true>
                <dl class="offer">
                    <div><dt>{text.public_cover}</dt><dd>{look.say(product.public_cover.get(language))}</dd></div>
                    <div><dt>{text.pays}</dt><dd><ul role="list">{covers.collect_view()}</ul></dd></div>
                    <div><dt>{text.prior_illness}</dt><dd>{product.prior_illness.get(language).to_owned()}</dd></div>
                    <div><dt>{text.never}</dt><dd>{never}</dd></div>
                </dl>
            </Fold>
        </article>
    }
}
