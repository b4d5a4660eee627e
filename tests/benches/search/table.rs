//! The figures as a table: one line a group of questions, one column a search.

use std::fmt::Write as _;

use tests::judged::score::Score;
use tests::judged::{KINDS, Question};

/// What one search found for each question, in the order of the questions.
pub(crate) struct Ranking {
    pub name: &'static str,
    pub found: Vec<Vec<String>>,
}

/// A group of questions by its name.
type Group<'a> = (&'a str, Box<dyn Fn(&Question) -> bool + 'a>);

/// What is promised on the part that is held out.
const GAIN: f64 = 0.85;
const SUCCESS: f64 = 0.95;

/// The table of one corpus, and what of it is missed.
pub(crate) fn write(
    corpus: &str,
    questions: &[Question],
    rankings: &[Ranking],
) -> (String, Vec<String>) {
    let mut text = String::new();
    let mut missed = Vec::new();
    for (part, held_out) in [("open two thirds", false), ("held-out third", true)] {
        let _ = writeln!(text, "\n### {corpus}, {part}\n");
        let names: Vec<&str> = rankings.iter().map(|one| one.name).collect();
        let _ = writeln!(text, "nDCG@10 / MRR / success@3\n");
        let _ = writeln!(text, "| questions | of | {} |", names.join(" | "));
        let _ = writeln!(text, "|---|--:|{}", "---|".repeat(names.len()));
        for (name, belongs) in groups() {
            let scores: Vec<Score> = rankings
                .iter()
                .map(|ranking| {
                    let answered = questions.iter().zip(&ranking.found);
                    let of_part = answered
                        .filter(|(one, _)| one.held_out() == held_out && belongs(one))
                        .map(|(one, found)| (one, found.as_slice()));
                    Score::of(of_part)
                })
                .collect();
            let Some(ours) = scores.first().filter(|score| score.questions > 0) else {
                continue;
            };
            let cells: Vec<String> = scores
                .iter()
                .map(|one| {
                    format!(
                        "{:.3} / {:.3} / {:.3}",
                        one.ndcg, one.reciprocal, one.success
                    )
                })
                .collect();
            let _ = writeln!(
                text,
                "| {name} | {} | {} |",
                ours.questions,
                cells.join(" | ")
            );
            if !held_out {
                continue;
            }
            if name == "all" && (ours.ndcg < GAIN || ours.success < SUCCESS) {
                missed.push(format!(
                    "{corpus}: nDCG@10 {:.3} (aim {GAIN}), success@3 {:.3} (aim {SUCCESS})",
                    ours.ndcg, ours.success
                ));
            }
            for (peer, score) in names.iter().zip(&scores).skip(1) {
                if score.ndcg > ours.ndcg {
                    missed.push(format!(
                        "{corpus}, {name}: nDCG@10 {:.3}, {peer} {:.3}",
                        ours.ndcg, score.ndcg
                    ));
                }
            }
        }
    }
    (text, missed)
}

fn groups() -> Vec<Group<'static>> {
    let mut groups: Vec<Group<'static>> = vec![
        ("all", Box::new(|_| true)),
        ("zh", Box::new(|one| one.language == "zh")),
        ("en", Box::new(|one| one.language == "en")),
    ];
    for kind in KINDS {
        groups.push((kind, Box::new(move |one| one.kind == kind)));
    }
    groups
}
