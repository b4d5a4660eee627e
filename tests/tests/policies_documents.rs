//! Documents as they come: every kind, every encoding, and the broken ones.

#[path = "policies_documents/files.rs"]
mod files;

use std::path::Path;

use services::documents::{Extractor, Refusal, extract, structure};

fn helper() -> Extractor {
    Extractor {
        program: Path::new(env!("CARGO_BIN_EXE_extract")).to_owned(),
        arguments: Vec::new(),
    }
}

async fn text(name: &str, bytes: impl Into<Vec<u8>>) -> Result<String, Refusal> {
    extract(name, bytes.into(), &helper()).await
}

#[tokio::test]
async fn a_pdf_is_read_and_radical_forms_become_characters() {
    let text = text("a.pdf", files::pdf("⻓期护理保险失能等级评估管理办法"))
        .await
        .unwrap();
    assert!(
        text.contains("长期护理保险失能等级评估管理办法"),
        "{text:?}"
    );
}

#[tokio::test]
async fn a_docx_is_read_with_its_headings() {
    let bytes = files::docx(&[
        ("Title", "门诊共济办法"),
        ("Heading1", "第一章 总则"),
        ("", "第一条 为了 A&amp;B。"),
    ]);
    let text = text("without-a-name", bytes).await.unwrap();
    assert_eq!(text, "# 门诊共济办法\n## 第一章 总则\n第一条 为了 A&B。\n");
    let structured = structure(&text).unwrap();
    assert_eq!(structured.title, "门诊共济办法");
    assert_eq!(structured.articles[0].anchor, "a1");
    assert_eq!(structured.articles[0].heading, "第一章 总则");
}

#[tokio::test]
async fn a_web_page_gives_its_text_and_nothing_else() {
    let page = "<!doctype html><title>关于报销的通知_某局</title><nav>首页</nav><script>alert(1)</script>\
                <div><p>国办发〔2024〕38号</p><p>一、起付线是 1&lt;2 元。</p></div>";
    let text = text("page", page).await.unwrap();
    assert!(!text.contains("alert") && !text.contains("首页"), "{text}");
    let structured = structure(&text).unwrap();
    assert_eq!(structured.title, "关于报销的通知");
    assert_eq!(structured.number.as_deref(), Some("国办发〔2024〕38号"));
    assert!(structured.articles[0].body.contains("1<2"));
}

#[tokio::test]
async fn every_encoding_is_read() {
    let original = "居民医保缴费办法\n第一条 每人每年400元。\n";
    let (gb, _, _) = encoding_rs::GB18030.encode(original);
    let mut marked = b"\x84\x31\x95\x33".to_vec();
    marked.extend_from_slice(&gb);
    let utf16 = |big: bool| -> Vec<u8> {
        let units = std::iter::once(0xFEFF).chain(original.encode_utf16());
        units
            .flat_map(|unit| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    };
    let with_mark = format!("\u{FEFF}{original}").into_bytes();
    for bytes in [
        original.as_bytes().to_vec(),
        with_mark,
        gb.into_owned(),
        marked,
        utf16(true),
        utf16(false),
    ] {
        assert_eq!(text("办法.txt", bytes).await.unwrap(), original);
    }
    assert_eq!(
        text("x.txt", b"\xFF\xFF\x80\x80 text".to_vec()).await,
        Err(Refusal::Encoding)
    );
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_with_the_reason() {
    let docx = files::docx(&[("", "第一条 一。")]);
    let cases: Vec<(&str, Vec<u8>, Refusal)> = vec![
        ("empty.md", Vec::new(), Refusal::Empty),
        ("blank.txt", b"  \n\n ".to_vec(), Refusal::Empty),
        (
            "picture.png",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
            Refusal::UnknownKind,
        ),
        (
            "old.doc",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
            Refusal::OldWord,
        ),
        (
            "cut.docx",
            docx[..docx.len() / 2].to_vec(),
            Refusal::Damaged,
        ),
        ("scan.pdf", files::pdf(""), Refusal::Scan),
        (
            "broken.pdf",
            b"%PDF-1.7\n1 0 obj << /Type".to_vec(),
            Refusal::Damaged,
        ),
        (
            "inner.md",
            files::zip(&[("a.md", b"# a\n\nb")]),
            Refusal::Nested,
        ),
        ("bomb.docx", files::docx_bomb(), Refusal::Bomb),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(text(name, bytes).await, Err(expected), "{name}");
    }
}

#[tokio::test]
async fn a_damaged_pdf_never_takes_the_process_down() {
    let good = files::pdf("长期护理保险失能等级评估管理办法");
    for seed in 0..24_usize {
        let mut bytes = good.clone();
        let length = bytes.len();
        for step in 0..6 {
            bytes[(seed * 7919 + step * 104_729) % length] ^= 0x5A;
        }
        // Whatever comes of it, it is an answer.
        let _ = text("mutated.pdf", bytes).await;
    }
}

#[tokio::test]
async fn a_helper_that_is_not_there_is_said() {
    let missing = Extractor {
        program: "/nowhere/at/all".into(),
        arguments: Vec::new(),
    };
    assert_eq!(
        extract("a.pdf", files::pdf("x"), &missing).await,
        Err(Refusal::NoExtractor)
    );
}
