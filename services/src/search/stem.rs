//! Cuts English endings lightly, the same way for texts and questions.

/// The stem of a lower-case English word; words of other kinds stay as they are.
pub(super) fn stem(word: &str) -> String {
    let mut stem = word.strip_suffix("'s").unwrap_or(word).to_owned();
    if !stem.bytes().all(|byte| byte.is_ascii_lowercase()) || stem.len() < 4 {
        return stem;
    }
    if let Some(root) = stem.strip_suffix("ies").filter(|root| root.len() > 2) {
        stem = format!("{root}y");
    } else if stem.ends_with('s')
        && !stem.ends_with("ss")
        && !stem.ends_with("us")
        && !stem.ends_with("is")
    {
        stem.pop();
        if stem.ends_with("sse") || stem.ends_with("xe") || stem.ends_with("che") {
            stem.pop();
        }
    }
    for ending in ["ment", "ing", "ed"] {
        let least = if ending == "ment" { 5 } else { 3 };
        if let Some(root) = stem
            .strip_suffix(ending)
            .filter(|root| root.len() >= least && has_vowel(root))
        {
            stem = undouble(root);
            break;
        }
    }
    if stem.len() > 3 && stem.ends_with('e') {
        stem.pop();
    }
    stem
}

fn has_vowel(root: &str) -> bool {
    root.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// `transferr` becomes `transfer`; `fill` and `pass` stay.
fn undouble(root: &str) -> String {
    let mut last = root.chars().rev();
    match (last.next(), last.next()) {
        (Some(one), Some(two)) if one == two && !matches!(one, 'l' | 's' | 'z' | 'e' | 'o') => {
            root.strip_suffix(one).unwrap_or(root).to_owned()
        }
        _ => root.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_meet() {
        for (one, other) in [
            ("deductibles", "deductible"),
            ("reimbursed", "reimbursement"),
            ("assessed", "assess"),
            ("paying", "pay"),
            ("transferred", "transfer"),
            ("families", "family"),
            ("disabled", "disable"),
            ("enrolment", "enrol"),
            ("filing", "file"),
            ("caps", "cap"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        assert_eq!(stem("nrdl"), "nrdl");
        assert_eq!(stem("2025"), "2025");
    }
}
