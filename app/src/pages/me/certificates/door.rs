//! The way to the certificates from the page of enrolment.

use leptos::prelude::*;

use super::text::CertificatesText;
use crate::ui::{Door, Doors, Look, Sign};

/// One large entry.
#[component]
pub fn CertificatesDoor() -> impl IntoView {
    let text = CertificatesText::of(Look::current().language);
    let doors = vec![Door {
        href: "/me/certificates".to_owned(),
        sign: Sign::Document,
        title: text.title.to_owned(),
        text: text.door.to_owned(),
    }];
    view! { <Doors doors/> }
}
