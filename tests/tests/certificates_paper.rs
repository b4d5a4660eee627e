//! The certificate on paper: readable in order, tagged, with its font inside.

use std::io::Write;
use std::process::{Command, Stdio};

use domain::language::Language;
use pdf_extract::{Dictionary, Document, Object};
use services::certificates::one::Certificate;
use services::certificates::paper;
use tests::certificates::{PAPER, issued, load_people};
use tests::database::sqlite_only;
use tests::demonstration::id_of;
use tests::platform::{platform, request, resident};

/// A certificate of the retiree, and it as a PDF in `language`.
async fn printed(language: Language) -> (Certificate, Vec<u8>) {
    let made = sqlite_only().await;
    let platform = platform(made.database.clone());
    load_people(&platform).await;
    let person = id_of(&platform, "王秀英").await;
    let own = request(&platform, resident(person));
    let certificate = issued(&own, &[]).await;
    let paper = paper::of(&own, person, certificate.id, PAPER, language).await;
    (certificate, paper.expect("a PDF"))
}

/// What must stand on it, from top to bottom.
fn in_order(certificate: &Certificate, opening: &str) -> [String; 12] {
    [
        "参保凭证",
        "Proof of cover",
        opening,
        "姓名",
        "王秀英",
        &certificate.facts.number,
        "是 · Yes",
        "职工基本医疗保险 · Employee basic medical insurance",
        "出具 · Issued by 某市医疗保障局",
        "怎么核验 · How to check",
        &certificate.code.grouped(),
        "https://ybt.example/check",
    ]
    .map(squeezed)
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn assert_in_order(text: &str, wanted: &[String]) {
    let text = squeezed(text);
    let mut from = 0;
    for part in wanted {
        let found = text[from..].find(part.as_str());
        let found = found.unwrap_or_else(|| panic!("{part} is missing or out of order in {text}"));
        from += found + part.len();
    }
}

#[tokio::test]
async fn it_reads_in_order_in_both_languages() {
    for (language, opening) in [
        (Language::Zh, "按本平台的记录"),
        (Language::En, "By the records of this platform"),
    ] {
        let (certificate, paper) = printed(language).await;
        let text = pdf_extract::extract_text_from_mem(&paper).expect("text");
        assert_in_order(&text, &in_order(&certificate, opening));
    }
}

fn dictionaries(document: &Document) -> Vec<&Dictionary> {
    let objects = document.objects.values();
    let found = objects.filter_map(|object| match object {
        Object::Dictionary(found) => Some(found),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    });
    found.collect()
}

fn name<'a>(found: &'a Dictionary, key: &[u8]) -> &'a [u8] {
    found.get(key).and_then(Object::as_name).unwrap_or_default()
}

#[tokio::test]
async fn it_is_tagged_and_its_font_is_a_subset_inside() {
    let (_, paper) = printed(Language::Zh).await;
    let document = Document::load_mem(&paper).expect("a PDF");
    let catalog = document.catalog().expect("a catalogue");
    assert!(catalog.has(b"StructTreeRoot"), "it has a tree of tags");
    let language = catalog
        .get(b"Lang")
        .and_then(Object::as_str)
        .expect("a language");
    assert_eq!(language, b"zh-CN");

    // PDF/UA wants this entry, false; poppler 22 takes every false one for the wrong type.
    let marks = catalog.get(b"MarkInfo").and_then(Object::as_dict);
    let suspects = marks.and_then(|marks| marks.get(b"Suspects"));
    assert!(matches!(suspects, Ok(Object::Boolean(false))));

    let all = dictionaries(&document);
    let tags: Vec<&[u8]> = all.iter().map(|one| name(one, b"S")).collect();
    for tag in [
        &b"H1"[..],
        b"H2",
        b"P",
        b"Table",
        b"TR",
        b"TH",
        b"TD",
        b"Figure",
    ] {
        assert!(tags.contains(&tag), "{}", String::from_utf8_lossy(tag));
    }
    let figure = all
        .iter()
        .find(|one| name(one, b"S") == b"Figure")
        .expect("a figure");
    assert!(figure.has(b"Alt"), "the code of squares says what it holds");

    let fonts: Vec<_> = all
        .iter()
        .filter(|one| name(one, b"Type") == b"Font")
        .collect();
    assert!(!fonts.is_empty());
    for font in fonts {
        let base = name(font, b"BaseFont");
        let subset = base.get(6) == Some(&b'+') && base[..6].iter().all(u8::is_ascii_uppercase);
        assert!(subset, "{} is a subset", String::from_utf8_lossy(base));
    }
    let inside = |one: &&&Dictionary| one.has(b"FontFile2") || one.has(b"FontFile3");
    assert!(all.iter().filter(inside).count() >= 1, "the font is inside");
    assert!(paper.len() < 300_000, "{} bytes", paper.len());
    let images = all.iter().filter(|one| name(one, b"Subtype") == b"Image");
    assert_eq!(images.count(), 0, "the code is drawn");
}

/// What `tool` says of `paper`; `None` where there is no such tool.
fn asked(tool: &str, arguments: &[&str], paper: &[u8]) -> Option<String> {
    let child = Command::new(tool)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        eprintln!("SKIPPED: {tool} is not installed");
        return None;
    };
    let mut input = child.stdin.take().expect("an input");
    input.write_all(paper).expect("it reads");
    drop(input);
    let output = child.wait_with_output().expect("an end");
    assert!(output.status.success(), "{tool} takes it");
    Some(String::from_utf8(output.stdout).expect("text"))
}

#[tokio::test]
async fn the_usual_tools_agree() {
    let (certificate, paper) = printed(Language::En).await;
    if let Some(text) = asked("pdftotext", &["-", "-"], &paper) {
        assert_in_order(
            &text,
            &in_order(&certificate, "By the records of this platform"),
        );
    }
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(&paper).expect("it is written");
    let place = file.path().display().to_string();
    if let Some(fonts) = asked("pdffonts", &[&place], &[]) {
        let font = fonts.lines().nth(2).expect("a font");
        let told: Vec<&str> = font.split_whitespace().rev().collect();
        // emb, sub and uni stand before the two numbers of the object.
        assert_eq!(told[2..5], ["yes", "yes", "yes"], "{fonts}");
    }
}
