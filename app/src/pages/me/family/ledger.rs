//! `/me/family/ledger`: everybody's deductibles, caps and threshold in one view.

mod each;
mod text;

use domain::usage::{Allowance, Usage};
use leptos::prelude::*;
use services::resident::household::{self, Member};

use super::super::cover_card::badge;
use super::super::meters::deductibles;
use super::super::not_registered;
use super::super::text::MeText;
use super::super::words::said;
use super::ADDRESS;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::subject::named;
use crate::ui::{
    Badge, Breadcrumbs, ButtonKind, ButtonLink, Card, Column, Crumb, EmptyState, IntoWritten, Look,
    PrintButton, Table, Written,
};
use each::thresholds;
use text::LedgerText;

/// The page.
///
/// # Errors
/// Whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    if request.context.actor.person.is_none() {
        return Ok(not_registered::page(&request).into());
    }
    let members = household::of(&request.context).await?;
    let text = LedgerText::of(request.language());
    let page = Page::new(
        text.title,
        Area::Personal,
        move || view! { <Content text members/> },
    );
    Ok(page.into())
}

#[component]
fn Content(text: &'static LedgerText, members: Vec<Member>) -> impl IntoView {
    let look = Look::current();
    let crumbs = vec![
        Crumb::link(look.pick("我的医保", "My insurance"), "/me"),
        Crumb::link(text.family, ADDRESS),
        Crumb::here(text.title),
    ];
    let alone = members.len() < 2;
    let columns = vec![
        Column::title(text.who),
        Column::text(text.deductible),
        Column::text(text.outpatient),
        Column::text(text.pool),
        Column::text(text.catastrophic),
        Column::text(text.account),
    ];
    let each = members
        .iter()
        .filter_map(|member| thresholds(text, member, look))
        .collect_view();
    let rows = members
        .into_iter()
        .map(|member| row(text, member, look))
        .collect();
    view! {
        <Breadcrumbs crumbs/>
        <h1>{text.title}</h1>
        <p class="measure">{text.lead}</p>
        <p class="actions"><PrintButton/></p>
        <Card title=text.table>
            <Table caption=text.table hide_caption=true columns rows/>
        </Card>
        <Card title=text.each>
            <p class="measure">{text.each_lead}</p>
            {each}
            <p><a href="/calculator/thresholds">{text.calculator}</a></p>
        </Card>
        {alone.then(|| view! {
            <EmptyState title=text.alone text=text.alone_more>
                <ButtonLink href="/me/family/invite" label=text.invite kind=ButtonKind::Quiet/>
            </EmptyState>
        })}
        <p class="small muted measure">{text.logged}</p>
    }
}

fn row(text: &'static LedgerText, member: Member, look: Look) -> Vec<Written> {
    let account = match (member.balance, member.sees_account) {
        (Some(balance), _) if member.reserved.is_zero() => said(balance, look),
        (Some(balance), _) => {
            (text.account_kept)(&said(balance, look), &said(member.reserved, look))
        }
        (None, true) => text.no_account.to_owned(),
        (None, false) => text.closed.to_owned(),
    };
    let usage = member.year.as_ref().map(|year| year.usage());
    let [deductible, outpatient, pool, catastrophic] = match &usage {
        Some(usage) => [
            deductible(text, usage, look),
            allowance(text, usage.outpatient_cap.value, look),
            allowance(text, usage.pool.value, look),
            catastrophic(text, usage, look),
        ],
        // Said once a row: the other figures are missing for the same reason.
        None => {
            let why = if member.alive {
                text.nothing
            } else {
                text.ended
            };
            [why, text.likewise, text.likewise, text.likewise].map(str::to_owned)
        }
    };
    let cells = [deductible, outpatient, pool, catastrophic, account];
    let who = view! { <Who text member/> }.written();
    [who]
        .into_iter()
        .chain(cells.map(|cell| cell.written()))
        .collect()
}

/// The member, with the way to their benefits and whether they are covered.
#[component]
fn Who(text: &'static LedgerText, member: Member) -> impl IntoView {
    let look = Look::current();
    let (href, name) = if member.oneself {
        ("/me/benefits".to_owned(), (text.oneself)(&member.name))
    } else {
        let name = named(&member.name, member.kinship, member.sex, look.language);
        (format!("/people/{}/benefits", member.person), name)
    };
    let (label, tone) = if member.alive {
        badge(MeText::of(look.language), &member.cover.state)
    } else {
        (text.dead, crate::ui::Tone::Muted)
    };
    view! { <div><a href=href>{name}</a><p><Badge label tone/></p></div> }
}

/// `还差 ¥340.00 就开始报（共 ¥1,800.00）`, once for each amount that levels have.
fn deductible(text: &LedgerText, usage: &Usage, look: Look) -> String {
    let told: Vec<String> = deductibles(usage)
        .into_iter()
        .filter_map(|year| {
            let level = usage
                .outpatient
                .iter()
                .find(|level| level.deductible.value.year == year)?;
            let left = level.deductible.value.left;
            Some(if left.is_zero() {
                (text.deductible_paid)(&said(year, look))
            } else {
                (text.deductible_left)(&said(left, look), &said(year, look))
            })
        })
        .collect();
    if told.is_empty() {
        text.no_deductible.to_owned()
    } else {
        told.join(look.pick("；", "; "))
    }
}

/// `已经报 ¥1.00，还能报 ¥2.00`.
fn allowance(text: &LedgerText, value: Allowance, look: Look) -> String {
    let used = said(value.used, look);
    match value.left {
        Some(left) => (text.used_and_left)(&used, &said(left, look)),
        None => (text.used_without_cap)(&used),
    }
}

/// `再自付 ¥1,240.00 进入大病保险`.
fn catastrophic(text: &LedgerText, usage: &Usage, look: Look) -> String {
    let distance = usage.catastrophic.value.distance;
    if distance.is_zero() {
        text.catastrophic_begun.to_owned()
    } else {
        (text.catastrophic_left)(&said(distance, look))
    }
}
