//! The published clause that something rests on, linked to the very article where the library has it.
//!
//! Where a clause is read is found on the server, for all of a page at once; components take it from
//! the context. The browser's half knows no library and names the clause only.

use std::sync::Arc;

use domain::explain::Clause;
use domain::settlement::parameters::Gives;
use leptos::prelude::*;

use super::{IntoWritten, Look};
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

impl Clauses {
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

/// The clause that a step rests on, or that no published one is known.
#[component]
pub fn ClauseNote(
    /// The clause; `None` where not even a document is known.
    clause: Option<Clause>,
) -> impl IntoView {
    let look = Look::current();
    let language = look.language;
    let nothing = language.pick(
        "依据：文件库里还没有公布的条文",
        "Rests on: no published clause in our library",
    );
    let Some(clause) = clause else {
        return view! { <p class="small muted source">{nothing}</p> }.written();
    };
    let links = use_context::<Clauses>().unwrap_or_default();
    let link = links.of(&clause).cloned();
    let name = clause.name(language.into());
    let (href, official) = link.map_or((None, None), |link| (Some(link.href), link.official));
    let named = match href {
        Some(href) => view! { <a href=href>{name}</a> }.written(),
        None => name.written(),
    };
    let official = official.map(|(name, href)| {
        let before = language.pick("，原文", "; official text ");
        view! { {before}<a href=href lang="zh-Hans">{name}</a> }.written()
    });
    if clause.place.is_none() {
        let frame = language.pick("；总的框架见 ", "; for the general frame see ");
        return view! { <p class="small muted source">{nothing}{frame}{named}</p> }.written();
    }
    let gives = look.say(gives(clause.gives, language));
    view! {
        <p class="small muted source">
            {language.pick("依据：", "Rests on: ")}{named}{official}{gives}
        </p>
    }
    .written()
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
