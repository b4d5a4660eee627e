//! Small parts written as HTML directly, without a tree of elements in between. For components of
//! which a page has dozens: cells, amounts, days; and for what the browser writes anew as somebody
//! types, with the very code of the server and without any of Leptos.

use leptos::prelude::*;
use leptos::tachys::view::Position;

use super::Written;

/// HTML in the making. What comes from outside goes through [`Markup::text`] or
/// [`Markup::attribute`], so that it stays text.
///
/// In the browser's half each way to go on is one piece of code that is called, not a copy at each
/// call, which would be much of what the answer weighs.
#[derive(Default)]
pub(crate) struct Markup(String);

impl Markup {
    /// Begins with `html`, as it stands.
    pub(crate) fn from(html: &'static str) -> Self {
        let mut markup = Self(String::with_capacity(256));
        markup.html(html);
        markup
    }

    /// Goes on with `html`, as it stands.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn html(&mut self, html: &'static str) -> &mut Self {
        self.0.push_str(html);
        self
    }

    /// Writes `text` as text.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        escape(text, &mut self.0);
        self
    }

    /// Writes the attribute `name`, with a blank before it, when there is a value.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn attribute(&mut self, name: &'static str, value: Option<&str>) -> &mut Self {
        if let Some(value) = value {
            self.html(" ").html(name).html("=\"").text(value).html("\"");
        }
        self
    }

    /// Writes a part that is a view.
    pub(crate) fn part(&mut self, part: impl RenderHtml) -> &mut Self {
        let place = &mut Position::FirstChild;
        part.to_html_with_buf(&mut self.0, place, true, false, Vec::new());
        self
    }

    /// Writes `more`, which is written already.
    pub(crate) fn more(&mut self, more: &Self) -> &mut Self {
        self.0.push_str(&more.0);
        self
    }

    /// What was written.
    pub(crate) fn written(self) -> Written {
        Written::new(self.0)
    }

    /// What was written, as HTML.
    pub(crate) fn into_html(self) -> String {
        self.0
    }
}

/// Writes `text` so that it stays text, among words and in a quoted attribute alike.
pub(crate) fn escape(text: &str, into: &mut String) {
    let mut plain = 0;
    for (place, letter) in text.bytes().enumerate() {
        let written = match letter {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        into.push_str(text.get(plain..place).unwrap_or_default());
        into.push_str(written);
        plain = place + 1;
    }
    into.push_str(text.get(plain..).unwrap_or_default());
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn what_comes_from_outside_stays_text() {
        let mut markup = Markup::from("<p");
        markup.attribute("title", Some("\"><b>")).html(">");
        markup
            .attribute("lang", None)
            .text("王<i>&\"李\"")
            .html("</p>");
        assert_eq!(
            markup.written().to_html(),
            "<p title=\"&quot;&gt;&lt;b&gt;\">王&lt;i&gt;&amp;&quot;李&quot;</p>"
        );
    }

    #[test]
    fn a_view_is_a_part() {
        let mut markup = Markup::from("<div>");
        markup.part(view! { <p>"a<b"</p> }).html("</div>");
        assert_eq!(markup.written().to_html(), "<div><p>a&lt;b</p></div>");
    }
}
