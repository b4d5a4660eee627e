//! What makes two files the same document: issuer, title, part and number, however written.

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// The identity of a document without an id of its own. The issuer is taken without the
/// committee that acts for it, so that a law passed by a congress and amended by its standing
/// committee stays one document.
#[must_use]
pub(super) fn identity(issuer: &str, title: &str, part: &str, number: &str) -> String {
    let body = issuer.replace("常务委员会", "").replace("办公厅", "厅");
    format!(
        "{}|{}|{}|{}",
        plain(&body),
        plain(title),
        plain(part),
        plain(number)
    )
}

/// The stable id of an identity: 64 bits of its SHA-256 in hexadecimal.
#[must_use]
pub(super) fn document_id(identity: &str) -> String {
    let digest = Sha256::digest(identity.as_bytes());
    hex::encode(digest.iter().take(8).copied().collect::<Vec<u8>>())
}

/// The hash that tells one text from another: spaces and line breaks do not count.
#[must_use]
pub(super) fn text_hash<'a>(bodies: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut hash = Sha256::new();
    for body in bodies {
        let mut dense = String::with_capacity(body.len());
        dense.extend(body.chars().filter(|c| !c.is_whitespace()));
        hash.update(dense.as_bytes());
        hash.update(b"\n");
    }
    hash.finalize().to_vec()
}

/// `text` without case, width, punctuation and spaces.
#[must_use]
pub(super) fn plain(text: &str) -> String {
    text.nfkc()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_make_another_document() {
        let one = identity("全国人民代表大会", "中华人民共和国民法典", "合同编", "");
        let same = identity(
            "全国人民代表大会常务委员会",
            "中华人民共和国 民法典",
            "合同编",
            "",
        );
        let other = identity("全国人民代表大会", "中华人民共和国民法典", "物权编", "");
        assert_eq!(one, same);
        assert_ne!(one, other);
        assert_eq!(document_id(&one).len(), 16);
        assert_eq!(
            plain("最高人民法院、最高人民检察院（一）"),
            plain("最高人民法院 最高人民检察院(一)")
        );
    }
}
