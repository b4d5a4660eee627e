//! The marks with which Chinese texts begin their parts: 编, 章, 节, 条, 一、

use crate::documents::numerals;

/// What a line begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `第十二条之一 …`
    Article {
        number: u32,
        sub: u32,
        label: String,
        rest: String,
    },
    /// `第三章 总则`
    Heading { level: usize, name: String },
    /// `一、…` in a text that has no articles.
    Item { label: String },
}

/// Longest line that can be a heading.
const LONGEST_HEADING: usize = 50;

/// What `line` begins, if anything. `last` is the number of the article before it: where no
/// space divides number and text, only the next number counts as a beginning.
pub(super) fn mark(line: &str, last: u32, chinese: bool) -> Option<Mark> {
    if !chinese {
        return None;
    }
    if let Some(after) = line.strip_prefix('第') {
        return ordinal(line, after, last);
    }
    let (count, rest) = line.split_once('、')?;
    let short = (1..=3).contains(&count.chars().count());
    let fits = short && !count.is_ascii() && numerals::value(count).is_some() && !rest.is_empty();
    fits.then(|| Mark::Item {
        label: count.to_owned(),
    })
}

fn ordinal(line: &str, after: &str, last: u32) -> Option<Mark> {
    let digits: String = after
        .chars()
        .take_while(|c| numerals::is_numeral(*c) || *c == ' ')
        .take(9)
        .collect();
    let number = numerals::value(&digits.replace(' ', ""))?;
    let rest = after.strip_prefix(digits.as_str())?;
    if let Some(rest) = rest.strip_prefix('条') {
        return article(number, rest, last);
    }
    let level = level(rest)?;
    (line.chars().count() <= LONGEST_HEADING && !line.ends_with(['。', '；', '，'])).then(|| {
        Mark::Heading {
            level,
            name: line.to_owned(),
        }
    })
}

/// The depth of a heading by its word.
pub(super) fn level(rest: &str) -> Option<usize> {
    [("分编", 3), ("编", 2), ("部分", 3), ("章", 4), ("节", 5)]
        .into_iter()
        .find(|(word, _)| rest.starts_with(word))
        .map(|(_, level)| level)
}

fn article(number: u32, rest: &str, last: u32) -> Option<Mark> {
    let (sub, rest) = match rest.strip_prefix('之') {
        Some(after) => {
            let digits: String = after
                .chars()
                .take_while(|c| numerals::is_numeral(*c))
                .take(3)
                .collect();
            match numerals::value(&digits) {
                Some(sub) => (sub, after.strip_prefix(digits.as_str())?),
                None => (0, rest),
            }
        }
        None => (0, rest),
    };
    let divided = rest.is_empty() || rest.starts_with([' ', '：', ':', '【', '（']);
    let next = number == last + 1 || (number == last && sub > 0);
    let refers = rest.starts_with([
        '第', '的', '规', '、', '和', '至', '所', '款', '中', '，', '或',
    ]);
    if !(divided || next && !refers) {
        return None;
    }
    let label = if sub == 0 {
        String::new()
    } else {
        format!("之{}", chinese(sub))
    };
    Some(Mark::Article {
        number,
        sub,
        label: format!("第{}条{label}", chinese(number)),
        rest: rest.trim_start_matches([' ', '：', ':']).to_owned(),
    })
}

/// `number` in Chinese numerals.
fn chinese(number: u32) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let mut out = String::new();
    let (mut rest, mut gap) = (number, false);
    for (unit, sign) in [
        (1000, Some('千')),
        (100, Some('百')),
        (10, Some('十')),
        (1, None),
    ] {
        let digit = rest / unit;
        rest %= unit;
        if digit == 0 {
            gap |= !out.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            out.push('零');
        }
        let leading_ten = unit == 10 && digit == 1 && out.is_empty();
        if !leading_ten {
            out.extend(
                usize::try_from(digit)
                    .ok()
                    .and_then(|digit| DIGITS.get(digit)),
            );
        }
        out.extend(sign);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_chinese() {
        for (number, text) in [
            (12, "十二"),
            (10, "十"),
            (103, "一百零三"),
            (110, "一百一十"),
            (1260, "一千二百六十"),
        ] {
            assert_eq!(chinese(number), text);
            assert_eq!(numerals::value(text), Some(number));
        }
    }

    #[test]
    fn tells_articles_from_references() {
        assert!(matches!(
            mark("第十二条之一 某", 12, true),
            Some(Mark::Article {
                number: 12,
                sub: 1,
                ..
            })
        ));
        assert!(matches!(
            mark("第13条为了", 12, true),
            Some(Mark::Article { number: 13, .. })
        ));
        assert_eq!(mark("第三条规定的情形", 9, true), None);
        assert!(matches!(
            mark("第一分编  通则", 0, true),
            Some(Mark::Heading { level: 3, .. })
        ));
        assert_eq!(mark("第一章的规定，适用于本法第二条。", 0, true), None);
        assert!(matches!(
            mark("一、将第三条修改为", 0, true),
            Some(Mark::Item { .. })
        ));
    }
}
