//! A code of squares for telephones to read.

use leptos::prelude::*;
use services::certificates::qr::Qr;

use super::example::Example;
use super::{IntoWritten, Look};

/// The code, always black on white.
#[component]
pub fn QrCode(
    /// The code.
    of: Qr,
    /// What it holds, for those who do not see it.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let across = of.across();
    let size = format!("0 0 {across} {across}");
    view! {
        <svg class="qr" viewBox=size width="160" height="160" role="img" aria-label=label shape-rendering="crispEdges">
            <path d=of.svg_path()></path>
        </svg>
    }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("一个网址", "An address", || {
        let look = Look::current();
        let label = look.pick(
            "首页网址的二维码",
            "QR code of the address of the front page",
        );
        Qr::of("https://yibaotong.example/")
            .ok()
            .map(|of| view! { <QrCode of label/> })
            .written()
    })]
}
