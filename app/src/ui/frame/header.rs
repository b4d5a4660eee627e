//! The head of every page: name, search, language, elder mode, sign-in or the person.

use std::sync::Arc;

use leptos::prelude::*;

use super::elder_tools::ElderTools;
use super::person::Person;
use super::{here, in_language, site_name};
use crate::language::Language;
use crate::page::PageRequest;
use crate::ui::{Form, Kept, Look, SearchBox, gap};

const LOGO: &str = r#"<rect class="plate" width="34" height="34" rx="9"/><path class="sign" d="M17 8v18M8 17h18" stroke-width="4" stroke-linecap="round"/><path class="sign" d="M9 26c5-5 11-5 16 0" stroke-width="2" fill="none" opacity=".7"/>"#;

static BRAND: Kept<{ Look::VARIANTS }> = Kept::new();
static SEARCH: Kept<{ Look::VARIANTS }> = Kept::new();
static CHOICES: Kept<{ Look::VARIANTS }> = Kept::new();

/// The head of every page.
#[component]
pub fn Header(
    /// The request that is answered.
    request: Arc<PageRequest>,
) -> impl IntoView {
    let look = Look::current();
    // Home and the library have a search of their own; elder mode keeps the head short.
    let search = (!look.elder && !matches!(request.path.as_str(), "/" | "/policies"))
        .then(|| SEARCH.show(look.variant(), look, search));
    let demo = request.site.demo.then(|| {
        view! {
            <p class="demo"><span class="wrap">{look.pick("演示环境：人物、金额和商业产品都是虚构的。", "Demonstration: people, amounts and commercial products are invented.")}</span></p>
        }
    });
    let other = other(look);
    let texts = [&*in_language(&request, other.code()), &here(&request)];
    let choices = CHOICES.show_with(look.variant(), look, choices, &texts);
    view! {
        <header class="head">
            {demo}
            <div class="wrap">
                {BRAND.show(look.variant(), look, brand)}
                {search}
                <div class="tools">
                    {choices}
                    <Person request=request.clone()/>
                </div>
            </div>
            {look.elder.then(|| view! { <ElderTools request/> })}
        </header>
    }
}

fn brand(look: Look) -> impl IntoView {
    view! {
        <a class="brand" href="/">
            <svg viewBox="0 0 34 34" width="34" height="34" aria-hidden="true" focusable="false" inner_html=LOGO></svg>
            <span>{site_name(look)}</span>
        </a>
    }
}

/// The language that the answer is not in.
fn other(look: Look) -> Language {
    match look.language {
        Language::Chinese => Language::English,
        Language::English => Language::Chinese,
    }
}

/// The other language, and large print: gaps for the address in that language and for this one.
fn choices(look: Look) -> impl IntoView {
    let other = other(look);
    let name = other.pick("中文", "EN");
    let elder = (!look.elder).then(|| {
        view! {
            <Form action="/preferences" hidden=vec![("back", gap(1).to_owned()), ("mode", "elder".to_owned())]>
                <button class="button" data-kind="quiet" type="submit">{look.pick("长辈版", "Large print")}</button>
            </Form>
        }
    });
    view! {
        <a class="button" data-kind="plain" href=gap(0) hreflang=other.tag() lang=other.tag() rel="nofollow" title=other.pick("中文", "English")>{name}</a>
        {elder}
    }
}

fn search(look: Look) -> impl IntoView {
    view! {
        <SearchBox action="/policies" label=look.pick("在本站搜索", "Search this site")
            placeholder=look.pick("如：断保后等几个月", "e.g. newborn")/>
    }
}
