//! `/institutions/{code}`: one designated institution.

use chrono::NaiveDate;
use domain::catalogue::Capability;
use domain::chronic;
use leptos::prelude::*;
use services::institutions::{self, Institution};

use super::text::InstitutionsText;
use crate::address::with_query;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    Badge, Breadcrumbs, ButtonKind, ButtonLink, Card, Crumb, Fact, Facts, IntoWritten, Look,
    Notice, Place, PrintButton, Term, Told, Tone, Word, capitalised, date_text, told,
};

/// The page.
///
/// # Errors
/// `NotFound` when no institution has this code; from the store.
pub async fn page(request: PageRequest) -> PageResult {
    let institution = institutions::one(&request.context, request.param("code")).await?;
    let look = Look::new(request.language(), request.preferences.elder);
    let text = InstitutionsText::of(look.language);
    let today = request.context.today();
    let hotline = request.site.hotline.clone();
    let title = told(look, &institution.name).to_owned();
    Ok(Page::new(
        title,
        Area::Public,
        move || view! { <Detail institution today hotline/> },
    )
    .describe(text.description)
    .into())
}

#[component]
fn Detail(institution: Institution, today: NaiveDate, hotline: String) -> impl IntoView {
    let look = Look::current();
    let text = InstitutionsText::of(look.language);
    let crumbs = vec![
        Crumb::link(text.title, "/institutions"),
        Crumb::here(told(look, &institution.name)),
    ];
    let grade = institution.grade().label(look.language.into());
    let ended = institution
        .ended_on
        .filter(|_| !institution.is_designated(today))
        .map(|day| {
            let sentence = (text.ended)(&date_text(day, look.language));
            view! { <Notice><p>{sentence}</p></Notice> }
        });
    let sample = institution.sample.then(|| {
        view! { <Badge label=text.sample tone=Tone::Notice/> }
    });
    let nearby = with_query(
        "/institutions",
        &[("region", &institution.region.to_string())],
    );
    view! {
        <div class="wrap page stack">
            <Breadcrumbs crumbs/>
            <header class="stack" data-flow="tight">
                <h1><Told of=institution.name.clone()/></h1>
                <p class="meta"><Badge label=grade tone=Tone::Muted/>{sample}</p>
            </header>
            {ended}
            <div class="split">
                <div class="stack">
                    <Settles institution=institution.clone()/>
                    <Chronic institution=institution.clone()/>
                </div>
                <div class="stack"><WhereAndWhen institution hotline/></div>
            </div>
            <p class="actions">
                <ButtonLink href=nearby label=text.nearby kind=ButtonKind::Quiet/>
                <PrintButton/>
            </p>
        </div>
    }
}

/// What can be settled directly, line by line.
#[component]
fn Settles(institution: Institution) -> impl IntoView {
    let look = Look::current();
    let text = InstitutionsText::of(look.language);
    let offered = |capability: Capability| {
        let answer = if institution.offers(capability) {
            text.yes
        } else {
            text.no
        };
        Fact::text(capitalised(capability.label(look.language.into())), answer)
    };
    let facts = [Fact::text(text.home, text.home_means)]
        .into_iter()
        .chain(Capability::ALL.iter().map(|one| offered(*one)))
        .collect();
    let filing = (institution.off_site_inpatient || institution.off_site_outpatient).then(|| {
        view! {
            <p class="small muted"><Term word=Word::OffSiteFiling shown=text.filing.to_owned()/>{text.filing_means}</p>
        }
    });
    let dual_channel = institution.dual_channel.then(|| {
        let word = Word::DualChannel;
        let shown = capitalised(word.name(look.language));
        view! { <p class="small muted"><Term word shown/>{text.dual_channel_means}</p> }
    });
    view! {
        <Card title=text.what>
            <Facts facts/>
            {filing}
            {dual_channel}
        </Card>
    }
}

/// The outpatient chronic diseases that are served.
#[component]
fn Chronic(institution: Institution) -> impl IntoView {
    let look = Look::current();
    let text = InstitutionsText::of(look.language);
    if institution.chronic.is_empty() {
        return view! { <Card title=text.chronic><p>{text.no_chronic}</p></Card> }.written();
    }
    let language = look.language.into();
    let items = institution.chronic.into_iter().map(move |code| {
        let name = chronic::name(&code, language).map(str::to_owned);
        view! { <li>{name.unwrap_or(code)}</li> }
    });
    let word = Word::OutpatientChronic;
    let shown = capitalised(word.name(look.language));
    view! {
        <Card title=text.chronic>
            <p><Term word shown/>{text.chronic_means}</p>
            <ul class="bullets">{items.collect_view()}</ul>
        </Card>
    }
    .written()
}

/// Address, hours, codes and the source, and whom to ask before going.
#[component]
fn WhereAndWhen(institution: Institution, hotline: String) -> impl IntoView {
    let look = Look::current();
    let text = InstitutionsText::of(look.language);
    let mut facts = vec![Fact::new(
        text.district,
        view! { <Place code=institution.region.to_string()/> },
    )];
    if !institution.address.zh.is_empty() {
        facts.push(Fact::new(
            text.address,
            view! { <Told of=institution.address/> },
        ));
    }
    if !institution.hours.zh.is_empty() {
        facts.push(Fact::new(
            text.hours,
            view! { <Told of=institution.hours/> },
        ));
    }
    facts.push(Fact::text(text.code, institution.code.as_str()));
    let source = if institution.sample {
        text.sample.to_owned()
    } else {
        institution.source
    };
    if !source.is_empty() {
        facts.push(Fact::text(text.source, source));
    }
    let telephone = institution.telephone;
    let unknown = telephone.is_empty().then(|| {
        let call = format!("tel:{hotline}");
        view! { <p class="small muted">{text.ask_hotline}<a href=call>{hotline}</a>{text.ask_hotline_end}</p> }
    });
    if !telephone.is_empty() {
        let call = format!("tel:{}", dialled(&telephone));
        facts.push(Fact::new(
            text.telephone,
            view! { <a href=call>{telephone}</a> },
        ));
    }
    view! {
        <Card title=text.where_when>
            <Facts facts/>
            <p class="small muted">{text.ask}</p>
            {unknown}
        </Card>
    }
}

/// What a telephone dials: the digits before an extension, `+` at the front.
fn dialled(telephone: &str) -> String {
    let number = telephone.split('转').next().unwrap_or_default();
    let dials = |letter: &char| letter.is_ascii_digit() || *letter == '+';
    number.chars().filter(dials).collect()
}

#[cfg(test)]
mod tests {
    use super::dialled;

    #[test]
    fn an_extension_is_not_dialled() {
        assert_eq!(dialled("010-12345678 转 801"), "01012345678");
        assert_eq!(dialled("+86 （571）8765"), "+865718765");
    }
}
