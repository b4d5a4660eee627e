//! `/me/settlements/{id}`: who paid what, how it was computed, the items, and what to do when it
//! looks wrong.

mod calculation;
mod items;
pub mod replay;
mod retry;
mod text;
mod ties;
mod wrong;

use domain::explain::{Sentence, explain};
use domain::identifiers::{InstitutionCode, InstitutionKind};
use domain::ids::SettlementId;
use domain::settlement::{Category, Scheme, Settlement};
use leptos::prelude::*;
use services::ServiceError;
use services::resident::settlement::{self, Detail};

use super::institution::{InstitutionName, level, visit};
use super::words::{self, said};
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::pages::clauses;
use crate::subject::Subject;
use crate::ui::clause::Clauses;
use crate::ui::{
    Breadcrumbs, ButtonKind, ButtonLink, Card, Crumb, Fact, Facts, IntoWritten, Look, PayBar,
    PrintButton, date_text, pay_parts,
};
use calculation::Calculation;
use items::Items;
use retry::Retry;
use text::SettlementText;
use ties::{Back, Parts};
use wrong::Wrong;

/// The page.
///
/// # Errors
/// `NotFound` for anything but one of the person's own settlements, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let subject = Subject::of(&request).await?.ok_or(ServiceError::NotFound)?;
    let person = subject.person();
    let id: SettlementId = request.id("id")?;
    let first_line = request
        .query_value("from")
        .and_then(|from| from.parse().ok())
        .filter(|from| *from > 0)
        .unwrap_or(1);
    let detail = settlement::of(&request.context, person, id, first_line).await?;
    let language = request.language();
    let sentences = match &detail.set {
        Some(set) => explain(&detail.trace, set, language.into()),
        None => Vec::new(),
    };
    let clauses = clauses::of(&request, &sentences, detail.row.settled_on).await?;
    let told = Told { sentences, clauses };
    let page = show(&request, &subject, detail, told, first_line);
    Ok(subject.show(page))
}

/// The calculation in words, and where its clauses are read.
struct Told {
    sentences: Vec<Sentence>,
    clauses: Clauses,
}

fn show(
    request: &PageRequest,
    subject: &Subject,
    detail: Detail,
    told: Told,
    first_line: i32,
) -> Page {
    let text = SettlementText::of(request.language());
    let amounts = detail.settlement;
    let title = text.heading(detail.kind, amounts.total_fee, amounts.personal_burden());
    let site = request.site.clone();
    let page_title = subject.about(&title, request.language());
    Page::new(page_title, Area::Personal, move || {
        let look = Look::current();
        provide_context(told.clauses);
        let subject = Subject::current();
        let crumbs = vec![
            subject.home(look),
            Crumb::link(
                look.pick("报销记录", "Settlements"),
                subject.href("/settlements"),
            ),
            Crumb::here(date_text(detail.row.settled_on, look.language)),
        ];
        let hotline = site.hotline.clone();
        let number = detail.row.number.clone();
        let id = detail.row.settlement_id.to_string();
        let here = subject.href(&format!("/settlements/{id}"));
        let count = detail.row.line_count;
        let items = detail.items.clone();
        let shared = detail.year_of_part().is_some();
        let parts = detail.ties.parts.clone();
        let own = SettlementId::from(detail.row.settlement_id);
        let original = detail
            .ties
            .reverses
            .as_ref()
            .map(|original| subject.href(&format!("/settlements/{}#items", original.id)));
        let heading = if look.elder {
            text.heading_in_words(detail.kind, amounts.total_fee, amounts.personal_burden())
        } else {
            title
        };
        view! {
            <Breadcrumbs crumbs/>
            <h1>{subject.about(&heading, look.language)}</h1>
            <Back text ties=detail.ties.clone()/>
            <Particulars text detail=detail.clone()/>
            <p class="actions">
                <ButtonLink href="#items" label=text.to_items kind=ButtonKind::Quiet/>
                <ButtonLink href="#wrong" label=text.to_wrong kind=ButtonKind::Quiet/>
                <PrintButton/>
            </p>
            <WhoPaid text amounts/>
            <Parts text parts here=own/>
            <Calculation text detail=detail.clone() sentences=told.sentences/>
            <Retry text detail/>
            <Items text items count first_line id original shared/>
            <Wrong text hotline number here/>
        }
    })
}

/// Who paid what; for a refund who gets what back, and below its own heading who had paid.
#[component]
fn WhoPaid(text: &'static SettlementText, amounts: Settlement) -> impl IntoView {
    let look = Look::current();
    let refund = amounts.total_fee.is_negative();
    // What comes back is said to come back: a minus says nothing to many.
    let paid = if refund { amounts.negated() } else { amounts };
    let (sum, from_accounts) = if refund {
        (text.sum_back, text.to_accounts)
    } else {
        (text.sum, text.from_accounts)
    };
    let sum = sum([
        &said(paid.total_fee, look),
        &said(paid.fund_paid(), look),
        &said(paid.personal_burden(), look),
    ]);
    let from_accounts = (!paid.account_paid.is_zero()).then(|| {
        let (accounts, cash) = (said(paid.account_paid, look), said(paid.cash_paid, look));
        view! { <p>{from_accounts([&accounts, &cash])}</p> }
    });
    let bar = view! { <PayBar parts=pay_parts::of_one(&paid)/> }.written();
    if refund {
        view! {
            <Card title=text.gets_back>
                <p>{sum}</p>
                {from_accounts}
            </Card>
            <h2>{text.was_taken_back}</h2>
            <Card title=text.who_paid>{bar}</Card>
        }
        .written()
    } else {
        view! {
            <Card title=text.who_paid>
                <p>{sum}</p>
                {from_accounts}
                {bar}
            </Card>
        }
        .written()
    }
}

/// Where, when, under what, and the number on the papers. The diagnosis is not shown.
#[component]
fn Particulars(text: &'static SettlementText, detail: Detail) -> impl IntoView {
    let look = Look::current();
    let language = look.language;
    let part_of_stay = detail.year_of_part().is_some();
    let row = detail.row;
    let days = row
        .admitted_on
        .zip(row.discharged_on)
        .map(|(from, to)| (to - from).num_days());
    let name = view! { <InstitutionName name=row.institution_name english=detail.institution_en/> };
    let name = if detail.institution_listed {
        view! { <a href=format!("/institutions/{}", row.institution_code)>{name}</a> }.written()
    } else {
        name.written()
    };
    // A pharmacy has no hospital level.
    let code = row.institution_code.parse::<InstitutionCode>();
    let pharmacy = code.is_ok_and(|code| code.kind() == InstitutionKind::Pharmacy);
    let grade = (!pharmacy).then(|| {
        let grade = level(detail.level, language);
        view! { {look.pick("（", " (")}{grade}{look.pick("）", ")")} }
    });
    let place = view! { {name}{grade} };
    let mut kind = visit(detail.kind, days, language);
    if part_of_stay && days.is_some() {
        kind.push_str(text.whole_stay);
    }
    let mut facts = vec![Fact::new(text.place, place), Fact::text(text.visit, kind)];
    if let Some((from, to)) = row.admitted_on.zip(row.discharged_on) {
        let stay = (text.from_to)(&date_text(from, language), &date_text(to, language));
        facts.push(Fact::text(text.stay, stay));
    }
    facts.push(Fact::text(
        text.settled_on,
        date_text(row.settled_on, language),
    ));
    if let Some(scheme) = Scheme::from_code(&row.scheme) {
        facts.push(Fact::text(text.scheme, words::scheme(scheme, language)));
    }
    if let Some(category) = row.category.as_deref().and_then(Category::from_code) {
        facts.push(Fact::text(text.status, category.label(language.into())));
    }
    facts.push(Fact::text(text.number, row.number));
    view! { <Facts facts/> }
}
