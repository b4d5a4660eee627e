//! Personal data with the middle hidden.

const HIDDEN: char = '*';
/// Marks after which an address says no more than the street.
const STREETS: [&str; 7] = ["街道", "大道", "镇", "乡", "路", "街", "巷"];

/// The first `head` and the last `tail` characters, a star for each between. Too short a text
/// is hidden wholly.
pub(super) fn middle(text: &str, head: usize, tail: usize) -> String {
    let length = text.chars().count();
    let shown = |place: usize| length > head + tail && (place < head || place >= length - tail);
    text.chars()
        .enumerate()
        .map(|(place, c)| if shown(place) { c } else { HIDDEN })
        .collect()
}

/// A name: two characters show the last (`*明`), more show the first and the last (`李*明`),
/// a name of parts joined by a dot or a space shows its first part.
#[must_use]
pub fn mask_name(name: &str) -> String {
    let name = name.trim();
    let dots = ['\u{B7}', '\u{2022}', '\u{30FB}', '\u{2027}', ' '];
    if let Some((first, rest)) = name.split_once(dots) {
        let dot = name.chars().find(|c| dots.contains(c)).unwrap_or('\u{B7}');
        return format!(
            "{first}{dot}{}",
            HIDDEN.to_string().repeat(rest.chars().count())
        );
    }
    match name.chars().count() {
        0 | 1 => middle(name, 1, 1),
        2 => middle(name, 0, 1),
        _ => middle(name, 1, 1),
    }
}

/// An address down to the street; what follows is hidden. Without a street, all but the first
/// six characters is.
#[must_use]
pub fn mask_address(address: &str) -> String {
    let end = STREETS
        .iter()
        .filter_map(|mark| address.find(mark).map(|at| at + mark.len()))
        .min();
    match end.and_then(|end| address.split_at_checked(end)) {
        Some((street, "")) => street.to_owned(),
        Some((street, _)) => format!("{street}***"),
        None => address.chars().take(6).collect::<String>() + "***",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        assert_eq!(mask_name("李明"), "*明");
        assert_eq!(mask_name("王秀英"), "王*英");
        assert_eq!(mask_name("欧阳小明"), "欧**明");
        assert_eq!(mask_name("阿依古丽·买买提"), "阿依古丽·***");
        assert_eq!(mask_name("𬱖䶮明"), "𬱖*明");
        assert_eq!(mask_name("李"), "*");
        assert_eq!(mask_name(""), "");
    }

    #[test]
    fn addresses() {
        assert_eq!(
            mask_address("成都市武侯区人民南路四段12号3单元"),
            "成都市武侯区人民南路***"
        );
        assert_eq!(
            mask_address("成都市武侯区浆洗街街道5号"),
            "成都市武侯区浆洗街***"
        );
        assert_eq!(mask_address("某村12组"), "某村12组***");
    }

    #[test]
    fn short_texts_are_hidden_wholly() {
        assert_eq!(middle("1234567", 3, 4), "*******");
        assert_eq!(middle("12345678", 3, 4), "123*5678");
    }
}
