//! Where what stands above comes from.

use leptos::prelude::*;

use super::example::Example;
use super::markup::Markup;
use super::{IntoWritten, Look};

/// A line that names a source, linked when it is in the library.
#[component]
pub fn SourceNote(
    /// The source, with its number and place in it.
    #[prop(into)]
    source: String,
    /// Its address.
    #[prop(optional_no_strip, into)]
    href: Option<String>,
    /// What else to say, such as from when it counts.
    #[prop(optional_no_strip, into)]
    note: Option<String>,
) -> impl IntoView {
    let mut markup = Markup::default();
    let look = Look::current();
    write(&mut markup, &source, href.as_deref(), note.as_deref(), look);
    markup.written()
}

/// Writes the line.
pub(crate) fn write(
    markup: &mut Markup,
    source: &str,
    href: Option<&str>,
    note: Option<&str>,
    look: Look,
) {
    markup.html("<p class=\"small muted source\">");
    markup.html(look.pick("依据：", "Source: "));
    if href.is_some() {
        markup.html("<a");
        markup.attribute("href", href).html(">");
        markup.text(source).html("</a>");
    } else {
        markup.text(source);
    }
    if let Some(note) = note {
        markup.html(look.pick("，", ", ")).text(note);
    }
    markup.html("</p>");
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new(
        "文件库里的一条",
        "An article of the library",
        || {
            let look = Look::current();
            view! {
                <SourceNote
                    source=look.pick("国办发〔2021〕42号", "Guobanfa [2021] No. 42")
                    href="/policies/d04".to_owned()
                    note=look.pick("2025年1月1日起", "from 1 January 2025").to_owned()
                />
            }
            .written()
        },
    )]
}
