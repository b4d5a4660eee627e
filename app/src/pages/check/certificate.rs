//! `/check/{code}`: what a certificate says to whoever holds its code.

use domain::identifiers::CertificateCode;
use leptos::prelude::*;
use services::certificates::check::{self, Answer as Found, Seen};
use services::certificates::{Part, Stretch, words};
use services::context::day_in_china;

use super::form;
use super::text::CheckText;
use crate::language::Language;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    ButtonKind, ButtonLink, Card, Date, Fact, Facts, Icon, IntoWritten, Look, Notice, PrintButton,
    Sign, Tone, Written, date_text,
};

/// The answer. What is no code is asked for again.
///
/// # Errors
/// Whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let typed = request.param("code");
    let code = match CertificateCode::parse(typed) {
        Ok(code) => code,
        Err(error) => return Ok(form(&request, typed, Some(error)).with_status(404).into()),
    };
    let found = check::by_code(&request.context, &code, request.unseen).await?;
    let text = CheckText::of(request.language());
    let status = if found == Found::Unknown { 404 } else { 200 };
    let title = heading(text, &found, request.language());
    let grouped = code.grouped();
    let sponsor = request.site.sponsor.clone();
    // As closed as an office: kept by nobody on the way and found by no search engine.
    let page = Page::new(title.clone(), Area::Office, move || {
        view! { <Content text title found sponsor grouped/> }
    });
    Ok(page.with_status(status).into())
}

/// The answer in one sentence.
fn heading(text: &CheckText, found: &Found, language: Language) -> String {
    match found {
        Found::Unknown => text.unknown.to_owned(),
        Found::Faulty => text.faulty.to_owned(),
        Found::Withdrawn => text.withdrawn.to_owned(),
        Found::Expired(_) => text.expired.to_owned(),
        Found::Good(seen) => {
            let day = date_text(seen.day, language);
            if seen.insured {
                (text.insured)(&day)
            } else {
                (text.not_insured)(&day)
            }
        }
    }
}

#[component]
fn Content(
    text: &'static CheckText,
    title: String,
    found: Found,
    /// Who runs the site.
    sponsor: String,
    /// The code as it was asked for.
    grouped: String,
) -> impl IntoView {
    let look = Look::current();
    let (tone, sign) = match &found {
        Found::Good(seen) if seen.insured => (Tone::Good, Sign::Check),
        Found::Good(_) => (Tone::Notice, Sign::Info),
        Found::Faulty => (Tone::Danger, Sign::Warning),
        Found::Unknown | Found::Withdrawn | Found::Expired(_) => (Tone::Muted, Sign::Info),
    };
    let more = match found {
        Found::Unknown => view! { <p>{text.unknown_more}</p> }.written(),
        Found::Faulty => view! { <p>{text.faulty_more}</p> }.written(),
        Found::Withdrawn => view! { <p>{text.withdrawn_more}</p> }.written(),
        Found::Expired(last) => {
            let sentence = (text.expired_more)(&date_text(last, look.language));
            view! { <p>{sentence}</p> }.written()
        }
        Found::Good(seen) => view! { <What text seen=*seen sponsor/> }.written(),
    };
    view! {
        <div class="stack measure-page">
            <p class="muted">{text.title}" "<span class="anywhere">{grouped}</span></p>
            <div class="answer" data-kind=tone.code()><Icon sign/><h1>{title}</h1></div>
            {more}
            <p class="actions">
                <PrintButton/>
                <ButtonLink href="/check" label=text.another kind=ButtonKind::Quiet/>
            </p>
        </div>
    }
}

/// What is certain, what the holder shows, and what they keep back.
#[component]
fn What(
    text: &'static CheckText,
    seen: Seen,
    /// Who runs the site.
    sponsor: String,
) -> impl IntoView {
    let look = Look::current();
    let language = look.language;
    let issued = day_in_china(seen.issued_at);
    let issuer = words::issuer(&sponsor, &seen.issuer).to_owned();
    let place = format!("{}/check", seen.issuer);
    let facts = vec![
        Fact::text(text.signature, (text.signature_good)(&seen.key_id)),
        Fact::new(text.issued, view! { <Date of=issued/> }),
        Fact::new(
            text.issuer,
            view! { <span class="anywhere" lang="zh-Hans">{issuer}</span> },
        ),
        Fact::new(text.place, view! { <span class="anywhere">{place}</span> }),
        Fact::new(text.until, view! { <Date of=seen.expires_on/> }),
    ];
    let since = since(text, &seen);
    let kept = kept_back(text, &seen, language);
    let shown = shown(text, seen, language);
    let shown = (!shown.is_empty()).then(|| {
        view! { <Card title=text.shown><Facts facts=shown/></Card> }
    });
    view! {
        {since}
        {shown}
        <Card title=text.proof><Facts facts/></Card>
        {kept.map(|sentence| view! { <p class="muted">{sentence}</p> })}
        <p class="small muted">{text.no_seal}</p>
    }
}

/// Whether the answer still holds on the day of the check, or that this is not told.
fn since(text: &CheckText, seen: &Seen) -> Written {
    match seen.insured_today {
        None => view! { <p>{text.that_day_only}</p> }.written(),
        Some(today) if today == seen.insured => {
            let sentence = if today {
                text.still_insured
            } else {
                text.still_not_insured
            };
            view! { <p>{sentence}</p> }.written()
        }
        Some(today) => {
            let sentence = if today {
                text.now_insured
            } else {
                text.no_longer_insured
            };
            view! { <Notice title=text.has_changed.to_owned()><p>{sentence}</p></Notice> }.written()
        }
    }
}

fn shown(text: &CheckText, seen: Seen, language: Language) -> Vec<Fact> {
    let language = language.into();
    let mut facts = Vec::new();
    if let Some((name, document, number)) = seen.identity {
        facts.extend([
            Fact::new(text.name, view! { <span lang="zh-Hans">{name}</span> }),
            Fact::text(text.document, words::document(&document, language)),
            Fact::text(text.number, number),
        ]);
    }
    if let Some((scheme, status)) = seen.cover {
        facts.extend(scheme.map(|one| Fact::text(text.scheme, words::scheme(one, language))));
        facts.push(Fact::text(text.state, words::status(status, language)));
    }
    let region = seen.region.as_deref();
    facts.extend(region.map(|code| Fact::text(text.region, words::place(code, language))));
    if let Some(periods) = seen.periods.filter(|periods| !periods.is_empty()) {
        let item = |one: &Stretch| view! { <li>{words::stretch(one, language)}</li> };
        let items = periods.iter().map(item).collect_view();
        facts.push(Fact::new(
            text.periods,
            view! { <ul class="plain">{items}</ul> },
        ));
    }
    facts
}

/// What the holder does not show, in one sentence.
fn kept_back(text: &CheckText, seen: &Seen, language: Language) -> Option<String> {
    let insured = seen.insured;
    let kept = [
        (Part::Identity, seen.identity.is_none()),
        (Part::Scheme, seen.cover.is_none()),
        // Without insurance there is no place of it to show.
        (Part::Region, seen.region.is_none() && insured),
        (Part::Periods, seen.periods.is_none()),
    ];
    let names: Vec<&str> = kept
        .into_iter()
        .filter(|(_, kept)| *kept)
        .map(|(part, _)| words::part(part, language.into()))
        .collect();
    (!names.is_empty()).then(|| {
        let names = names.join(language.pick("、", ", "));
        let warning = if seen.identity.is_none() {
            text.no_name
        } else {
            ""
        };
        (text.kept_back)(&names, warning)
    })
}
