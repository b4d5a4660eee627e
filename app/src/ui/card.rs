//! One matter on its own ground.

use leptos::prelude::*;

use super::example::Example;
use super::markup::Markup;
use super::{Inner, IntoWritten, Look};

/// A section with a heading.
#[component]
pub fn Card(
    /// The heading.
    #[prop(into)]
    title: String,
    /// An anchor, when something links here.
    #[prop(optional)]
    id: Option<&'static str>,
    /// What it holds.
    children: Inner,
) -> impl IntoView {
    let heading = Look::current().fresh_id("card");
    let mut markup = Markup::default();
    begin(&mut markup, &title, id, &heading);
    markup.part(children.written());
    end(&mut markup);
    markup.written()
}

/// Begins the section; its heading has the id `heading`.
pub(crate) fn begin(markup: &mut Markup, title: &str, id: Option<&str>, heading: &str) {
    markup.html("<section class=\"card stack\" data-flow=\"close\"");
    markup.attribute("id", id);
    markup
        .attribute("aria-labelledby", Some(heading))
        .html("><h2");
    markup.attribute("id", Some(heading)).html(">");
    markup.text(title).html("</h2>");
}

/// Ends the section.
pub(crate) fn end(markup: &mut Markup) {
    markup.html("</section>");
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("一张卡片", "A card", || {
        let look = Look::current();
        view! {
            <Card title=look.pick("来大厅办", "At the service hall")>
                <p>{look.pick("不用手机也能办。带身份证，家人可以代办。", "No phone needed. Bring your identity card; family may come for you.")}</p>
            </Card>
        }
        .written()
    })]
}
