//! Puts a certificate on A4.

use domain::language::Language;
use domain::settlement::Scheme;
use krilla::Document;
use krilla::metadata::Metadata;

use super::Issuer;
use crate::certificates::one::Certificate;
use crate::certificates::qr::Qr;
use crate::certificates::{Stretch, address, words};
use crate::context::day_in_china;
use crate::error::ServiceError;
use crate::export::pdf::font::Letters;
use crate::export::pdf::layout::Layout;
use crate::export::pdf::settings;
use crate::export::pdf::tags::{self, Kind, Node};

const TITLE: &str = "参保凭证 · Proof of cover";
/// The widths of labels and values, in points.
const WIDTHS: [f32; 2] = [170.0, 333.0];
/// How wide the code is, and how large its characters beside it.
const SQUARES: f32 = 120.0;
const LARGE: f32 = 15.0;
const SMALL: f32 = 9.0;

pub(super) fn write(
    certificate: &Certificate,
    issuer: Issuer<'_>,
    language: Language,
) -> Result<Vec<u8>, ServiceError> {
    let letters = Letters::load(None)?;
    let mut layout = Layout::new(&letters);
    let mut nodes = vec![Node::heading(1, TITLE, layout.heading(TITLE, 1))];
    let say =
        |layout: &mut Layout<'_>, text: &str| Node::leaf(Kind::Paragraph, layout.paragraph(text));
    nodes.push(say(&mut layout, &opening(certificate, language)));
    nodes.push(facts(&mut layout, certificate, issuer));
    if !certificate.facts.periods.is_empty() {
        let heading = "参保时间 · Periods of insurance";
        nodes.push(Node::heading(2, heading, layout.heading(heading, 2)));
        nodes.push(periods(&mut layout, &certificate.facts.periods));
    }
    let heading = "怎么核验 · How to check";
    nodes.push(Node::heading(2, heading, layout.heading(heading, 2)));
    nodes.push(say(&mut layout, how_to_check(language)));
    nodes.extend(code(&mut layout, certificate, issuer.public_url, language)?);
    nodes.push(say(&mut layout, what_it_shows(language)));
    nodes.push(say(&mut layout, &signed(certificate, language)));
    let replaced = letters.explanation(language);
    nodes.extend(replaced.map(|text| say(&mut layout, text)));

    let mut document = Document::new_with(settings()?);
    document.set_outline(layout.outline());
    let places = layout.draw(&mut document)?;
    let tongue = language.pick("zh-CN", "en");
    document.set_tag_tree(tags::tree(nodes, &places, tongue));
    let metadata = Metadata::new().title(TITLE.to_owned());
    document.set_metadata(metadata.language(tongue.to_owned()));
    document
        .finish()
        .map_err(|error| ServiceError::internal(format!("{error:?}")))
}

fn opening(certificate: &Certificate, language: Language) -> String {
    let day = words::day(certificate.facts.day, language);
    match (language, certificate.facts.status.insured()) {
        (Language::Zh, true) => format!("按本平台的记录，以下人员{day}参加基本医疗保险。"),
        (Language::Zh, false) => format!("按本平台的记录，以下人员{day}没有参加基本医疗保险。"),
        (Language::En, true) => format!(
            "By the records of this platform, the person named below was insured in basic medical insurance on {day}."
        ),
        (Language::En, false) => format!(
            "By the records of this platform, the person named below was not insured in basic medical insurance on {day}."
        ),
    }
}

/// A text in both languages, one after the other.
fn both(say: impl Fn(Language) -> String) -> String {
    let (chinese, english) = (say(Language::Zh), say(Language::En));
    if chinese == english {
        chinese
    } else {
        format!("{chinese} · {english}")
    }
}

fn scheme(of: Scheme) -> String {
    both(|language| words::scheme(of, language).to_owned())
}

/// Names and values as a table whose first column names the row.
fn facts(layout: &mut Layout<'_>, certificate: &Certificate, issuer: Issuer<'_>) -> Node {
    let facts = &certificate.facts;
    let insured = if facts.status.insured() {
        "是 · Yes"
    } else {
        "否 · No"
    };
    let paper = both(|language| words::document(&facts.document, language).to_owned());
    let issued = day_in_china(certificate.issued_at);
    let mut rows = vec![
        ("姓名 · Name", facts.name.clone()),
        ("证件 · Document", paper),
        ("证件号码 · Number", facts.number.clone()),
        (
            "日期 · On",
            both(|language| words::day(facts.day, language)),
        ),
        ("是否参保 · Insured", insured.to_owned()),
        (
            "待遇状态 · State",
            both(|language| words::status(facts.status, language)),
        ),
    ];
    rows.extend(facts.scheme.map(|of| ("险种 · Insurance", scheme(of))));
    let region = facts.region.as_deref();
    rows.extend(region.map(|code| {
        let place = both(|language| words::place(code, language));
        ("参保地 · Insured in", place)
    }));
    rows.extend([
        (
            "出具 · Issued by",
            words::issuer(issuer.name, &facts.issuer).to_owned(),
        ),
        (
            "出具日期 · Issued on",
            both(|language| words::day(issued, language)),
        ),
        (
            "可核验至 · Can be checked through",
            both(|language| words::day(certificate.expires_on, language)),
        ),
    ]);
    let lines = rows.into_iter().map(|(name, value)| {
        let cells = layout.row(&[name.to_owned(), value], &WIDTHS);
        let kinds = [Kind::RowHead, Kind::Data];
        let children = kinds.into_iter().zip(cells);
        Node {
            kind: Kind::Row,
            parts: Vec::new(),
            children: children
                .map(|(kind, parts)| Node::leaf(kind, parts))
                .collect(),
        }
    });
    Node {
        kind: Kind::Table,
        parts: Vec::new(),
        children: lines.collect(),
    }
}

fn periods(layout: &mut Layout<'_>, periods: &[Stretch]) -> Node {
    let heads = [
        "开始 · From",
        "结束 · Through",
        "险种 · Insurance",
        "参保地 · In",
    ];
    let heads = heads.map(str::to_owned);
    let row = |period: &Stretch| {
        let until = period
            .until
            .map_or_else(|| "—".to_owned(), |day| day.to_string());
        let place = both(|language| words::place(&period.region, language));
        vec![
            period.since.to_string(),
            until,
            scheme(period.scheme),
            place,
        ]
    };
    let rows: Vec<Vec<String>> = periods.iter().map(row).collect();
    // Days are short and must not break.
    let widths = [70.0, 70.0, 170.0, 170.0];
    let mut lines = vec![Node::row(Kind::Head, layout.row(&heads, &widths))];
    let data = rows
        .iter()
        .map(|row| Node::row(Kind::Data, layout.row(row, &widths)));
    lines.extend(data);
    Node {
        kind: Kind::Table,
        parts: Vec::new(),
        children: lines,
    }
}

fn how_to_check(language: Language) -> &'static str {
    language.pick(
        "扫二维码，或者打开核验网址、输入核验码。纸上写的以核验结果为准。",
        "Scan the code, or open the address and type the code. What the check says counts, not the paper.",
    )
}

/// The squares with their alternative text, and the code and the address beside them.
fn code(
    layout: &mut Layout<'_>,
    certificate: &Certificate,
    public_url: &str,
    language: Language,
) -> Result<Vec<Node>, ServiceError> {
    let address = address(public_url, &certificate.code);
    let grouped = certificate.code.grouped();
    let form = format!("{public_url}/check");
    let beside = [
        ("核验码 · Code", SMALL),
        (&*grouped, LARGE),
        ("核验网址 · Where to check", SMALL),
        (&*form, SMALL),
    ];
    let (squares, texts) = layout.squares(&Qr::of(&address)?, SQUARES, &beside)?;
    let words = match language {
        Language::Zh => format!("二维码，内容是网址 {address}"),
        Language::En => format!("QR code of the address {address}"),
    };
    let figure = Node::leaf(Kind::Figure(words), vec![squares]);
    let texts = texts
        .into_iter()
        .map(|lines| Node::leaf(Kind::Paragraph, lines));
    Ok(std::iter::once(figure).chain(texts).collect())
}

fn what_it_shows(language: Language) -> &'static str {
    language.pick(
        "核验时只显示这一天是否参保；其他内容由本人决定让不让看、看到哪天。本人可以随时收回这张凭证。",
        "A check shows only whether the person was insured on that day; whatever else, the holder decides, and until when. The holder may withdraw this proof of cover at any time.",
    )
}

fn signed(certificate: &Certificate, language: Language) -> String {
    let key = &certificate.key_id;
    match language {
        Language::Zh => format!(
            "凭证上的内容已由平台用密钥 {key} 签名（Ed25519），平台按签名核对，改动过的查得出来。这不是医保经办机构盖章的证明。"
        ),
        Language::En => format!(
            "The platform signed the facts with its key {key} (Ed25519) and holds them against the signature at every check. This is no document under the seal of an insurance office."
        ),
    }
}
