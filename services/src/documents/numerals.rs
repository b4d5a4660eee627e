//! Chinese numerals, as articles and dates are counted.

/// The value of a Chinese or Arabic whole number below ten thousand (`一百二十三`, `二〇二四`).
#[must_use]
pub(crate) fn value(text: &str) -> Option<u32> {
    if text.is_empty() {
        return None;
    }
    if text.chars().all(|c| c.is_ascii_digit()) {
        return text.parse().ok();
    }
    let positional = text.chars().all(|c| digit(c).is_some());
    if positional {
        return text
            .chars()
            .try_fold(0_u32, |sum, c| sum.checked_mul(10)?.checked_add(digit(c)?));
    }
    let (mut total, mut pending) = (0_u32, None::<u32>);
    for character in text.chars() {
        if let Some(unit) = unit(character) {
            total = total.checked_add(pending.take().unwrap_or(1).checked_mul(unit)?)?;
        } else {
            let digit = digit(character)?;
            pending = (digit != 0).then_some(digit);
        }
    }
    total.checked_add(pending.unwrap_or(0))
}

/// Whether `character` may stand in a Chinese numeral.
#[must_use]
pub(crate) fn is_numeral(character: char) -> bool {
    character.is_ascii_digit() || digit(character).is_some() || unit(character).is_some()
}

const fn digit(character: char) -> Option<u32> {
    Some(match character {
        '〇' | '零' | '○' | 'Ｏ' => 0,
        '一' | '元' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '0'..='9' => character as u32 - '0' as u32,
        _ => return None,
    })
}

const fn unit(character: char) -> Option<u32> {
    match character {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn reads_both_ways_of_writing() {
        for (text, expected) in [
            ("十二", 12),
            ("一百零三", 103),
            ("一千二百六十", 1260),
            ("二〇二四", 2024),
            ("二十", 20),
            ("15", 15),
        ] {
            assert_eq!(value(text), Some(expected), "{text}");
        }
        assert_eq!(value("总"), None);
        assert_eq!(value(""), None);
    }
}
