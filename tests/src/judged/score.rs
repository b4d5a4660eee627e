//! What an answer to a judged question is worth, and what many are on the average.

use super::Question;

/// How many hits are looked at.
pub const DEPTH: usize = 10;
/// How many of them a person reads.
const READ: usize = 3;
/// The grade of the very answer.
const RIGHT: u8 = 3;

/// The averages over some questions.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    /// Over so many.
    pub questions: usize,
    /// Normalised discounted gain of ten hits, from 0 to 1.
    pub ndcg: f64,
    /// One through the place of the first right hit.
    pub reciprocal: f64,
    /// The part with a right hit among the first three.
    pub success: f64,
}

impl Score {
    /// Of `answered`: questions with the documents that were found, best first.
    #[must_use]
    pub fn of<'a>(answered: impl Iterator<Item = (&'a Question, &'a [String])>) -> Self {
        let mut sum = Self::default();
        for (question, found) in answered {
            let grades: Vec<u8> = found
                .iter()
                .take(DEPTH)
                .map(|document| question.grade(document))
                .collect();
            let right = grades.iter().position(|grade| *grade >= RIGHT);
            sum.questions += 1;
            sum.ndcg += ndcg(&grades, &ideal(question));
            sum.reciprocal += right.map_or(0.0, |place| 1.0 / (place as f64 + 1.0));
            sum.success += f64::from(u8::from(right.is_some_and(|place| place < READ)));
        }
        let all = sum.questions.max(1) as f64;
        Self {
            ndcg: sum.ndcg / all,
            reciprocal: sum.reciprocal / all,
            success: sum.success / all,
            ..sum
        }
    }
}

/// The grades of the best answer there could be: each document once, the best first.
fn ideal(question: &Question) -> Vec<u8> {
    let mut documents: Vec<&str> = question
        .answers
        .iter()
        .map(|answer| answer.document.as_str())
        .collect();
    documents.sort_unstable();
    documents.dedup();
    let mut grades: Vec<u8> = documents
        .into_iter()
        .map(|document| question.grade(document))
        .collect();
    grades.sort_unstable_by(|one, other| other.cmp(one));
    grades.truncate(DEPTH);
    grades
}

/// The gain `2^grade - 1` at each place, discounted by the logarithm of the place, as a part of what
/// `ideal` would gain.
fn ndcg(grades: &[u8], ideal: &[u8]) -> f64 {
    let gained = |grades: &[u8]| -> f64 {
        let places = grades.iter().enumerate();
        places
            .map(|(place, grade)| {
                f64::from((1_u32 << u32::from(*grade)) - 1) / (place as f64 + 2.0).log2()
            })
            .sum()
    };
    let best = gained(ideal);
    if best > 0.0 {
        gained(grades) / best
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judged::Graded;

    fn question(answers: &[(&str, u8)]) -> Question {
        let graded = |(document, grade): &(&str, u8)| Graded {
            document: (*document).to_owned(),
            anchor: None,
            grade: *grade,
        };
        Question {
            id: "x1".to_owned(),
            language: "zh".to_owned(),
            kind: "question".to_owned(),
            text: String::new(),
            answers: answers.iter().map(graded).collect(),
        }
    }

    fn score(question: &Question, found: &[&str]) -> Score {
        let found: Vec<String> = found.iter().map(|id| (*id).to_owned()).collect();
        Score::of(std::iter::once((question, found.as_slice())))
    }

    #[test]
    fn the_best_order_is_worth_one_and_nothing_found_nothing() {
        let asked = question(&[("a", 3), ("b", 2), ("a", 1)]);
        let best = score(&asked, &["a", "b", "c"]);
        assert_eq!((best.ndcg, best.reciprocal, best.success), (1.0, 1.0, 1.0));
        assert_eq!(score(&asked, &[]).ndcg, 0.0);
        assert_eq!(score(&asked, &["c", "d"]).success, 0.0);
    }

    #[test]
    fn a_later_place_is_worth_less() {
        let asked = question(&[("a", 3), ("b", 2)]);
        // Gains 3 and 7 at the places 1 and 2, of 7 and 3: by hand.
        let turned = score(&asked, &["b", "a"]);
        let by_hand = (3.0 + 7.0 / 3_f64.log2()) / (7.0 + 3.0 / 3_f64.log2());
        assert!((turned.ndcg - by_hand).abs() < 1e-12, "{turned:?}");
        assert!((turned.reciprocal - 0.5).abs() < 1e-12);
        let late = score(&asked, &["c", "d", "e", "a"]);
        assert_eq!((late.success, late.reciprocal), (0.0, 0.25));
    }

    #[test]
    fn the_average_is_over_all_questions() {
        let (one, other) = (question(&[("a", 3)]), question(&[("b", 3)]));
        let (found, nothing) = (["a".to_owned()], []);
        let pairs = [(&one, found.as_slice()), (&other, nothing.as_slice())];
        let score = Score::of(pairs.into_iter());
        assert_eq!((score.questions, score.ndcg, score.success), (2, 0.5, 0.5));
    }
}
