//! Divides marked-up or plain text into headings and paragraphs.

/// One line of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A heading with its depth from 1.
    Heading(usize, String),
    /// A paragraph.
    Text(String),
    /// The mark that ends the lines about where a text comes from.
    EndOfProvenance,
}

/// The lines of `text`, without comments, empty lines and inline marks.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut in_comment = false;
    for raw in text.lines() {
        let line = raw.trim();
        if in_comment {
            in_comment = !line.contains("-->");
            continue;
        }
        if let Some(comment) = line.strip_prefix("<!--") {
            if comment.trim_start().starts_with("INFO END") {
                lines.push(Line::EndOfProvenance);
            }
            in_comment = !comment.contains("-->");
            continue;
        }
        if line.is_empty() || is_rule(line) {
            continue;
        }
        let depth = line.chars().take_while(|c| *c == '#').count();
        let rest = line.trim_start_matches('#');
        if (1..=6).contains(&depth) && (rest.is_empty() || rest.starts_with(' ')) {
            let heading = inline(rest.trim().trim_end_matches('#').trim());
            if !heading.is_empty() {
                lines.push(Line::Heading(depth, heading));
            }
            continue;
        }
        let text = inline(line);
        if !text.is_empty() {
            lines.push(Line::Text(text));
        }
    }
    lines
}

/// Lines of `---`, `|---|---|` and the like say nothing.
fn is_rule(line: &str) -> bool {
    line.chars().count() >= 3
        && line
            .chars()
            .all(|c| matches!(c, '-' | '|' | ':' | ' ' | '*' | '_' | '='))
}

/// Takes the marks of emphasis and links out of a line.
fn inline(line: &str) -> String {
    let line = line.strip_prefix("> ").unwrap_or(line);
    let line = line.replace("**", "").replace("__", "").replace('`', "");
    let mut out = String::with_capacity(line.len());
    let mut rest = line.as_str();
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before.strip_suffix('!').unwrap_or(before));
        let link = after
            .split_once("](")
            .and_then(|(label, tail)| Some((label, tail.split_once(')')?.1)))
            .filter(|(label, _)| !label.contains('[') && !label.contains(']'));
        if let Some((label, tail)) = link {
            out.push_str(label);
            rest = tail;
        } else {
            out.push('[');
            rest = after;
        }
    }
    out.push_str(rest);
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_paragraphs_and_marks() {
        let text = "# 题\n\n<!-- INFO END -->\n## \n**见**[网页](http://x)第1条〔2024〕\n|--|--|\n";
        assert_eq!(
            lines(text),
            [
                Line::Heading(1, "题".into()),
                Line::EndOfProvenance,
                Line::Text("见网页第1条〔2024〕".into()),
            ]
        );
    }
}
