//! The products sold under a generic name.

use leptos::prelude::*;
use services::drugs::Product;

use super::printed::Package;
use super::text::DrugsText;
use crate::address::with_query;
use crate::ui::{Card, Column, IntoWritten, Look, Pagination, Table, Told};

/// Names, brands, packages, makers and codes.
#[component]
pub(super) fn Products(
    /// The drug's id.
    id: String,
    /// The products.
    products: Vec<Product>,
    /// Behind which code the next ones come.
    #[prop(optional_no_strip)]
    next: Option<String>,
) -> impl IntoView {
    let text = DrugsText::of(Look::current().language);
    if products.is_empty() {
        return view! { <Card title=text.products><p>{text.no_products}</p></Card> }.written();
    }
    let columns = vec![
        Column::title(text.product),
        Column::text(text.brand),
        Column::text(text.specification),
        Column::text(text.company),
        Column::text(text.code),
    ];
    let rows = products
        .into_iter()
        .map(|product| {
            let href = format!("/drugs/{}", product.code);
            vec![
                view! { <a href=href><Told of=product.name/></a> }.written(),
                view! { <Told of=product.brand/> }.written(),
                view! { <Package of=product.specification/> }.written(),
                view! { <Told of=product.company/> }.written(),
                view! { <span class="nowrap">{product.code.to_string()}</span> }.written(),
            ]
        })
        .collect();
    let next = next.map(|code| with_query(&format!("/drugs/{id}"), &[("after", &code)]));
    view! {
        <Card title=text.products>
            <Table caption=text.products hide_caption=true columns rows/>
            <Pagination next/>
        </Card>
    }
    .written()
}
