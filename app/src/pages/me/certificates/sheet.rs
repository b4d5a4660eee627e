//! The certificate itself, as it is printed.

use domain::language::Language;
use leptos::prelude::*;
use services::certificates::one::Certificate;
use services::certificates::qr::Qr;
use services::certificates::{Stretch, words};

use crate::ui::{Date, Fact, Facts, IntoWritten, Look, QrCode, Written};

/// By what a certificate is checked.
#[derive(Clone, Debug)]
pub(super) struct Code {
    /// The address with the code, as squares.
    pub qr: Qr,
    /// The code in groups.
    pub grouped: String,
    /// The address at which it is typed.
    pub check: String,
}

struct SheetText {
    heading: &'static str,
    name: &'static str,
    document: &'static str,
    number: &'static str,
    on: &'static str,
    insured: &'static str,
    yes: &'static str,
    no: &'static str,
    state: &'static str,
    scheme: &'static str,
    region: &'static str,
    periods: &'static str,
    none: &'static str,
    issuer: &'static str,
    until: &'static str,
    key: &'static str,
    code: &'static str,
    check: &'static str,
    squares: &'static str,
    note: &'static str,
}

static ZH: SheetText = SheetText {
    heading: "凭证内容",
    name: "姓名",
    document: "证件",
    number: "证件号码",
    on: "日期",
    insured: "是否参保",
    yes: "是",
    no: "否",
    state: "待遇状态",
    scheme: "险种",
    region: "参保地",
    periods: "参保时间",
    none: "没有",
    issuer: "出具",
    until: "可核验至",
    key: "签名密钥",
    code: "核验码",
    check: "核验网址",
    squares: "核验网址的二维码",
    note: "按平台的记录出具，由平台签名；以核验结果为准。这不是医保经办机构盖章的证明。",
};

static EN: SheetText = SheetText {
    heading: "What it says",
    name: "Name",
    document: "Document",
    number: "Number",
    on: "On",
    insured: "Insured",
    yes: "Yes",
    no: "No",
    state: "State",
    scheme: "Insurance",
    region: "Insured in",
    periods: "Periods of insurance",
    none: "none",
    issuer: "Issued by",
    until: "Can be checked through",
    key: "Signing key",
    code: "Code",
    check: "Where to check",
    squares: "QR code of the address where it is checked",
    note: "Issued from the records of this platform and signed by it; what a check says counts. This is no document under the seal of an insurance office.",
};

/// What the certificate says and, while it can be checked, by what.
#[component]
pub(super) fn Sheet(
    /// The certificate.
    certificate: Certificate,
    /// Who runs the site.
    sponsor: String,
    /// By what it is checked.
    code: Option<Code>,
) -> impl IntoView {
    let look = Look::current();
    let text = look.pick(&ZH, &EN);
    let heading = look.fresh_id("certificate");
    let labelled_by = heading.clone();
    let code = code.map(|code| {
        view! {
            <div class="checked-by">
                <QrCode of=code.qr label=text.squares/>
                <dl class="facts">
                    <dt>{text.code}</dt>
                    <dd class="code">{groups(&code.grouped)}</dd>
                    <dt>{text.check}</dt>
                    <dd class="anywhere">{code.check}</dd>
                </dl>
            </div>
        }
    });
    view! {
        <section class="card stack certificate" data-flow="close" aria-labelledby=labelled_by>
            <h2 id=heading>{text.heading}</h2>
            <Facts facts=facts(text, &certificate, &sponsor, look.language.into())/>
            {code}
            <p class="small muted">{text.note}</p>
        </section>
    }
}

/// The groups, each unbroken.
fn groups(grouped: &str) -> impl IntoView + use<> {
    let groups: Vec<String> = grouped.split('-').map(str::to_owned).collect();
    let last = groups.len().saturating_sub(1);
    let groups = groups.into_iter().enumerate().map(move |(place, group)| {
        let hyphen = (place < last).then_some("-");
        view! { <span class="nowrap">{group}{hyphen}</span><wbr/> }
    });
    groups.collect_view()
}

fn facts(
    text: &SheetText,
    certificate: &Certificate,
    sponsor: &str,
    language: Language,
) -> Vec<Fact> {
    let said = &certificate.facts;
    let answer = if said.status.insured() {
        text.yes
    } else {
        text.no
    };
    let name = said.name.clone();
    let mut facts = vec![
        Fact::new(text.name, view! { <span lang="zh-Hans">{name}</span> }),
        Fact::text(text.document, words::document(&said.document, language)),
        Fact::text(text.number, said.number.clone()),
        Fact::new(text.on, view! { <Date of=said.day/> }),
        Fact::new(text.insured, view! { <strong>{answer}</strong> }),
        Fact::text(text.state, words::status(said.status, language)),
    ];
    let scheme = said.scheme.map(|scheme| words::scheme(scheme, language));
    facts.extend(scheme.map(|scheme| Fact::text(text.scheme, scheme)));
    let region = said.region.as_deref();
    facts.extend(region.map(|code| Fact::text(text.region, words::place(code, language))));
    facts.push(Fact::new(
        text.periods,
        periods(text, &said.periods, language),
    ));
    let issuer = words::issuer(sponsor, &said.issuer).to_owned();
    facts.extend([
        Fact::new(
            text.issuer,
            view! { <span class="anywhere" lang="zh-Hans">{issuer}</span> },
        ),
        Fact::new(text.until, view! { <Date of=certificate.expires_on/> }),
        Fact::new(
            text.key,
            view! { <code>{certificate.key_id.clone()}</code> },
        ),
    ]);
    facts
}

fn periods(text: &SheetText, periods: &[Stretch], language: Language) -> Written {
    if periods.is_empty() {
        return text.none.written();
    }
    let items = periods
        .iter()
        .map(|period| view! { <li>{words::stretch(period, language)}</li> });
    view! { <ul class="plain">{items.collect_view()}</ul> }.written()
}
