//! What stands in the answer's place while something typed cannot be taken: which fields, and how to
//! mend them. Said gently, since somebody may be on the way to them.

use super::super::text::AnswerText;
use super::super::wrong::Wrong;
use super::Labels;
use crate::ui::Look;
use crate::ui::markup::Markup;

/// The fields with what is wrong, each with a link to it.
#[must_use]
pub fn missing(wrong: &[Wrong], look: Look, labels: Labels<'_>) -> String {
    let text = AnswerText::of(look.language);
    let mut markup = Markup::from("<section class=\"card stack result\" data-flow=\"close\"");
    markup.html(" id=\"answer\" aria-labelledby=\"to-mend\"><h2 id=\"to-mend\">");
    markup.html(text.to_mend).html("</h2><ul>");
    for one in wrong {
        let mut address = String::from("#");
        address.push_str(&one.field);
        markup.html("<li><a").attribute("href", Some(&address));
        markup.html(">").text(&labels(&one.field)).html("</a>");
        markup.html(look.pick("：", ": "));
        markup.text(&one.what.text(look.language)).html("</li>");
    }
    markup.html("</ul></section>");
    markup.into_html()
}
