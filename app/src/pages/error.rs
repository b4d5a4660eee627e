//! The pages for what went wrong: what happened, what was kept, what to do, whom to call.

mod text;

use leptos::prelude::*;

use crate::page::{Area, Page, PageRequest};
use crate::ui::{ButtonKind, ButtonLink, Icon, Look, SearchBox, Sign};

/// What went wrong, as far as a person needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No such page, or none for this person.
    NotFound,
    /// The address only takes forms.
    WrongMethod,
    /// The address only shows, and a form was sent to it.
    TakesNoForm,
    /// The request did not come from a page of this site.
    CrossSite,
    /// Something changed meanwhile.
    Conflict,
    /// What was sent in does not fit.
    Invalid,
    /// Too much was sent in.
    TooLarge,
    /// Too many requests; try again after so many seconds.
    TooMany(u64),
    /// A defect.
    Internal,
    /// A part is away for the moment.
    Unavailable,
    /// The same for a form or a button: nobody can say that it was carried out.
    NotDone,
}

impl Failure {
    /// Every failure, for tests.
    pub const ALL: [Self; 11] = [
        Self::NotFound,
        Self::WrongMethod,
        Self::TakesNoForm,
        Self::CrossSite,
        Self::Conflict,
        Self::Invalid,
        Self::TooLarge,
        Self::TooMany(30),
        Self::Internal,
        Self::Unavailable,
        Self::NotDone,
    ];

    /// The HTTP status.
    #[must_use]
    pub const fn status(self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::WrongMethod | Self::TakesNoForm => 405,
            Self::CrossSite => 403,
            Self::Conflict => 409,
            Self::Invalid => 422,
            Self::TooLarge => 413,
            Self::TooMany(_) => 429,
            Self::Internal => 500,
            Self::Unavailable | Self::NotDone => 503,
        }
    }
}

/// The page for `failure`.
#[must_use]
pub fn page(request: &PageRequest, failure: Failure) -> Page {
    let text = text::of(failure, request.language());
    let request = request.clone();
    Page::new(text.title, Area::Public, move || {
        let look = Look::current();
        let advice = match failure {
            Failure::TooMany(seconds) => wait(look, seconds),
            _ => text.advice.to_owned(),
        };
        let here = crate::ui::frame::here(&request);
        // On the front page the other button does the same.
        let label = match failure {
            Failure::TakesNoForm => look.pick("打开这个页面", "Open this page"),
            _ => look.pick("再试一次", "Try again"),
        };
        let retry = (failure != Failure::NotFound && here != "/").then(|| {
            view! { <ButtonLink href=here label kind=ButtonKind::Quiet/> }
        });
        let search = matches!(failure, Failure::NotFound).then(|| {
            view! {
                <SearchBox action="/policies" label=look.pick("搜政策", "Search the policies")
                    placeholder=look.pick("想知道什么？", "e.g. newborn")/>
            }
        });
        view! {
            <div class="wrap page stack measure-page">
                <h1>{text.title}</h1>
                <p>{text.kept}</p>
                <p>{advice}</p>
                {search}
                <p class="actions">
                    <ButtonLink href="/" label=look.pick("回首页", "Go to the start")/>
                    {retry}
                </p>
                <Help request/>
            </div>
        }
    })
    .with_status(failure.status())
}

fn wait(look: Look, seconds: u64) -> String {
    let seconds = seconds.max(1);
    match look.language {
        crate::language::Language::Chinese => format!("请等 {seconds} 秒后再试。"),
        crate::language::Language::English => {
            let unit = if seconds == 1 { "second" } else { "seconds" };
            format!("Please try again in {seconds} {unit}.")
        }
    }
}

/// Whom to call, and what to tell them.
#[component]
pub fn Help(
    /// The request that failed; it knows the hotline and the id.
    request: PageRequest,
) -> impl IntoView {
    let look = Look::current();
    let hotline = request.site.hotline.clone();
    let call = format!("tel:{hotline}");
    let id = request.context.request_id.clone();
    view! {
        <p class="muted">
            <Icon sign=Sign::Phone/>
            {look.pick("要人帮忙，请打 ", "For help, call ")}
            <a href=call>{hotline}</a>
            {look.pick("，并告诉对方这个编号：", " and give this number: ")}
            <code class="request-id">{id}</code>
        </p>
    }
}
