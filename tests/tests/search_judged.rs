//! The questions that must always work, over the shipped library.
#![expect(
    clippy::print_stdout,
    reason = "the table is what one reads after a change of words"
)]

use std::path::Path;

use serde_json::Value;
use services::RequestContext;
use services::search::{Request, query};
use tests::database::on_each;
use tests::library::{platform, shipped, visitor};

/// One language of one file.
struct Score {
    right: usize,
    of: usize,
    gain: f64,
}

fn questions(file: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../services/data/search")
        .join(file);
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn ids(question: &Value, grade: &str) -> Vec<String> {
    let list = question[grade].as_array().cloned().unwrap_or_default();
    list.iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

async fn ask(context: &RequestContext, q: &str) -> Vec<String> {
    let request = Request {
        q: q.to_owned(),
        ..Request::default()
    };
    let answer = query(context, &request).await.unwrap();
    answer.hits.into_iter().map(|hit| hit.id).collect()
}

/// nDCG@10 with gains 3 and 1.
fn gain(found: &[String], must: &[String], may: &[String]) -> f64 {
    let worth = |id: &String| {
        if must.contains(id) {
            3.0
        } else if may.contains(id) {
            1.0
        } else {
            0.0
        }
    };
    let discount = |rank: usize| 1.0 / ((rank + 2) as f64).log2();
    let dcg: f64 = found
        .iter()
        .take(10)
        .enumerate()
        .map(|(rank, id)| worth(id) * discount(rank))
        .sum();
    let best = must.iter().map(|_| 3.0).chain(may.iter().map(|_| 1.0));
    let ideal: f64 = best
        .take(10)
        .enumerate()
        .map(|(rank, worth)| worth * discount(rank))
        .sum();
    if ideal > 0.0 { dcg / ideal } else { 0.0 }
}

async fn measure(context: &RequestContext, file: &str, language: &str) -> Score {
    let mut score = Score {
        right: 0,
        of: 0,
        gain: 0.0,
    };
    for question in questions(file) {
        let q = question[language].as_str().unwrap();
        let (must, may) = (ids(&question, "grade2"), ids(&question, "grade1"));
        let found = ask(context, q).await;
        let right = found.iter().take(3).any(|id| must.contains(id));
        score.of += 1;
        score.right += usize::from(right);
        score.gain += gain(&found, &must, &may);
        if !right {
            println!(
                "{} {language} «{q}»: {:?}, not {must:?}",
                question["id"],
                &found[..found.len().min(5)]
            );
        }
    }
    score.gain /= score.of as f64;
    println!(
        "{file} {language}: {} of {} in the first three, nDCG@10 {:.3}",
        score.right, score.of, score.gain
    );
    score
}

#[tokio::test(flavor = "multi_thread")]
async fn the_judged_questions_are_answered() {
    on_each(async |made| {
        let platform = platform(&made);
        let context = visitor(&platform);
        shipped(&context).await;
        let zh = measure(&context, "judged.jsonl", "zh").await;
        let en = measure(&context, "judged.jsonl", "en").await;
        measure(&context, "judged-library.jsonl", "zh").await;
        measure(&context, "judged-library.jsonl", "en").await;
        assert!(zh.right >= 32, "{} of {} in Chinese", zh.right, zh.of);
        assert!(en.right >= 28, "{} of {} in English", en.right, en.of);
    })
    .await;
}
