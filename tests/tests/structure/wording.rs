//! One thing has one name: the one that the glossary gives it.

use std::fs;

use domain::glossary;

use super::dialect::sources;
use super::root;

/// What a proof of cover was called here and there, besides the name in the glossary.
const OTHERWISE: [&str; 5] = [
    "参保证明",
    "ertificate of insurance",
    "ertificates of insurance",
    "roof of medical insurance",
    "Check a certificate",
];

/// The other names in `text`, outside its comments.
fn otherwise(text: &str) -> Vec<&'static str> {
    let said = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let said: Vec<&str> = said.collect();
    let said = said.join("\n");
    OTHERWISE
        .into_iter()
        .filter(|name| said.contains(name))
        .collect()
}

#[test]
fn a_proof_of_cover_has_the_name_of_the_glossary_everywhere() {
    let term = glossary::term("proof-of-cover").expect("the glossary knows it");
    assert_eq!(
        (term.official, term.english),
        ("参保凭证", "proof of cover")
    );
    let mut files = Vec::new();
    for room in ["app/src", "services/src", "server/src", "domain/src"] {
        sources(&root().join(room), &mut files);
    }
    assert!(files.len() > 400, "the sources are read");
    let wrong: Vec<_> = files
        .iter()
        .map(|file| {
            (
                file,
                otherwise(&fs::read_to_string(file).expect("a source")),
            )
        })
        .filter(|(_, names)| !names.is_empty())
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(otherwise("let a = \"参保证明\";"), ["参保证明"]);
}
