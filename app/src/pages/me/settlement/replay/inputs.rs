//! What a settlement was computed from: the person of that day, the visit, the year until then.

use domain::money::Money;
use domain::settlement::VisitKind;
use leptos::prelude::*;
use services::records::SettlementInput;

use crate::language::Language;
use crate::ui::{Card, Fact, Facts, Look, said};

/// What went in.
#[component]
pub(super) fn Inputs(
    /// As it was stored with the settlement.
    input: SettlementInput,
    /// Whether the settlement takes an earlier one back.
    refund: bool,
) -> impl IntoView {
    let look = Look::current();
    let language = look.language.into();
    let (person, visit, before) = (input.person, input.visit, input.before);
    let status = if person.retired {
        look.pick("退休", "retired")
    } else {
        look.pick("未退休", "not retired")
    };
    let mut facts = vec![
        Fact::text(look.pick("险种", "Insurance"), input.scheme.label(language)),
        Fact::text(
            look.pick("当天的年龄", "Age that day"),
            match look.language {
                Language::Chinese => format!("{} 岁", person.age),
                Language::English => format!("{} years", person.age),
            },
        ),
        Fact::text(look.pick("退休了没有", "Retired or not"), status),
    ];
    if let Some(category) = person.category {
        let name = look.pick("困难身份", "Status of hardship");
        facts.push(Fact::text(name, category.label(language)));
    }
    let name = look.pick("医院级别", "Level");
    facts.push(Fact::text(name, visit.level.label(language)));
    facts.push(Fact::text(
        look.pick("在哪里看", "Where"),
        visit.remote.label(language),
    ));
    if visit.kind == VisitKind::Inpatient {
        let name = look.pick("今年第几次住院", "Admission of the year");
        facts.push(Fact::text(name, visit.admission.to_string()));
    }
    let count = input.lines.len();
    let total: Money = input.lines.iter().map(|line| line.0).sum();
    facts.push(Fact::text(
        look.pick("账单", "The bill"),
        match look.language {
            Language::Chinese => format!("{count} 项，共 {}", said(total, look)),
            Language::English => format!("{count} items, {} in all", said(total, look)),
        },
    ));
    let year = [
        (
            look.pick("统筹基金今年已经付（住院）", "Pool before (stays)"),
            before.pool_paid,
        ),
        (
            look.pick("统筹基金今年已经付（门诊）", "Pool before (outpatient)"),
            before.outpatient_paid,
        ),
        (
            look.pick("门诊起付线今年已经用", "Outpatient deductible used before"),
            before.outpatient_deductible_used,
        ),
        (
            look.pick("大额补助今年已经付", "Large-amount subsidy before"),
            before.large_amount_paid,
        ),
        (
            look.pick("今年已经累计进大病的自付", "Burden of the year before"),
            before.catastrophic_base,
        ),
        (
            look.pick("大病保险今年已经付", "Catastrophic cover before"),
            before.catastrophic_paid,
        ),
        (
            look.pick("医疗救助今年已经付", "Assistance before"),
            before.assistance_paid,
        ),
        (
            look.pick("自己账户里能用的", "In the own account"),
            person.account_balance,
        ),
        (
            look.pick("家人账户里能用的", "In accounts of the family"),
            person.family_balance,
        ),
    ];
    let year = year.into_iter().filter(|(_, amount)| !amount.is_zero());
    facts.extend(year.map(|(name, amount)| Fact::text(name, said(amount, look))));
    let title = if refund {
        look.pick(
            "被退的那张账单是按这些算的",
            "What the bill taken back was computed from",
        )
    } else {
        look.pick("是按这些算的", "What it was computed from")
    };
    view! { <Card title><Facts facts/></Card> }
}
