//! The published clause that something rests on, linked to the very article where the library has it.
//!
//! Where a clause is read is found on the server, for all of a page at once; components take it from
//! the context. The browser's half knows no library: the page tells it.

use std::sync::Arc;

use domain::explain::Clause;
use domain::flat;
use domain::settlement::parameters::Gives;

use super::Look;
use super::markup::Markup;
use crate::language::Language;

/// Where the clauses of a page are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clauses(Arc<Vec<ClauseLink>>);

/// A clause that the library has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseLink {
    /// The clause.
    pub clause: Clause,
    /// Its address.
    pub href: String,
    /// The article of the official text that it retells, with its address.
    pub official: Option<(String, String)>,
}

flat!(ClauseLink {
    clause,
    href,
    official
});

impl Clauses {
    /// All of them.
    #[must_use]
    pub fn links(&self) -> &[ClauseLink] {
        &self.0
    }

    /// Those that the library has.
    #[must_use]
    pub fn new(links: Vec<ClauseLink>) -> Self {
        Self(Arc::new(links))
    }

    /// The address of a clause; `None` where the library has it not, or was not asked.
    #[must_use]
    pub fn href(&self, clause: &Clause) -> Option<String> {
        self.of(clause).map(|link| link.href.clone())
    }

    fn of(&self, clause: &Clause) -> Option<&ClauseLink> {
        self.0.iter().find(|link| link.clause == *clause)
    }
}

/// Writes the clause that a step rests on, or that no published one is known; `None` where not even
/// a document is.
pub(crate) fn write(markup: &mut Markup, clause: Option<&Clause>, look: Look, links: &Clauses) {
    let language = look.language;
    let nothing = language.pick(
        "依据：文件库里还没有公布的条文",
        "Rests on: no published clause in our library",
    );
    markup.html("<p class=\"small muted source\">");
    let Some(clause) = clause else {
        markup.html(nothing).html("</p>");
        return;
    };
    let link = links.of(clause);
    let mut named = Markup::default();
    match link {
        Some(link) => {
            named
                .html("<a")
                .attribute("href", Some(&link.href))
                .html(">");
            named.text(&clause.name(language.into())).html("</a>");
        }
        None => {
            named.text(&clause.name(language.into()));
        }
    }
    if clause.place.is_none() {
        markup.html(nothing);
        markup.html(language.pick("；总的框架见 ", "; for the general frame see "));
        markup.more(&named).html("</p>");
        return;
    }
    markup.html(language.pick("依据：", "Rests on: "));
    markup.more(&named);
    if let Some((name, href)) = link.and_then(|link| link.official.as_ref()) {
        markup.html(language.pick("，原文", "; official text "));
        markup.html("<a").attribute("href", Some(href));
        markup.html(" lang=\"zh-Hans\">").text(name).html("</a>");
    }
    markup.text(&look.say(gives(clause.gives, language)));
    markup.html("</p>");
}

/// What the clause says of the figures.
const fn gives(gives: Gives, language: Language) -> &'static str {
    match (gives, language) {
        (Gives::Frame, Language::Chinese) => "（国家定的框架，具体数字由当地定）",
        (Gives::Frame, Language::English) => " (the national frame; the place sets the figure)",
        (Gives::Figure, Language::Chinese) => "（条文里就有）",
        (Gives::Figure, Language::English) => " (the clause says so itself)",
    }
}
