//! The judged set is what its README says: it names what there is, leans to no side, and cannot be
//! answered from titles alone.

use std::collections::{HashMap, HashSet};

use services::documents::{Structured, clean, decode, read_source, structure};
use tests::judged::{Corpus, KINDS, Question, named, questions, rows};
use tests::library::legal_texts;

mod words;

/// Least questions of one kind, over both corpora.
const EACH_KIND: usize = 15;
/// Least questions over one corpus.
const EACH_CORPUS: usize = 90;

const CORPORA: [Corpus; 2] = [Corpus::Shipped, Corpus::Legal];

fn all() -> Vec<(Corpus, Question)> {
    let of = |corpus| questions(corpus).into_iter().map(move |one| (corpus, one));
    CORPORA.into_iter().flat_map(of).collect()
}

/// The shipped summaries by id.
fn summaries() -> HashMap<String, Structured> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../services/data/policies");
    let mut found = HashMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        if let Ok(read) = structure(&text)
            && !read.matter.text("id").is_empty()
        {
            found.insert(read.matter.text("id").to_owned(), read);
        }
    }
    found
}

/// The titles, in both languages, of the answers that are worth most.
fn titles(
    question: &Question,
    corpus: Corpus,
    summaries: &HashMap<String, Structured>,
) -> Vec<String> {
    let best = question.answers.iter().filter(|answer| answer.grade == 3);
    best.flat_map(|answer| match corpus {
        Corpus::Shipped => {
            let summary = &summaries[&answer.document];
            vec![
                summary.title.clone(),
                summary.matter.text("title_en").to_owned(),
            ]
        }
        // The file is named for the title and the day of the version.
        Corpus::Legal => {
            let name = answer.document.rsplit('/').next().unwrap_or_default();
            let title = name.rsplit_once('(').map_or(name, |(title, _)| title);
            let whole = answer.document.starts_with("民法典/");
            vec![format!("{}{title}", if whole { "民法典" } else { "" })]
        }
    })
    .collect()
}

#[test]
fn every_line_reads_and_none_stands_twice() {
    let (mut ids, mut texts) = (HashSet::new(), HashSet::new());
    for (corpus, question) in all() {
        let id = &question.id;
        assert!(ids.insert(id.clone()), "{id} stands twice");
        let prefixes: &[char] = match corpus {
            Corpus::Shipped => &['q', 's'],
            Corpus::Legal => &['t'],
        };
        assert!(id.starts_with(prefixes), "{id} is in the wrong file");
        let plain = question.text.trim().to_lowercase();
        assert!(!plain.is_empty(), "{id} asks nothing");
        assert!(
            texts.insert(plain),
            "{id}: «{}» is there already",
            question.text
        );
        assert!(["zh", "en"].contains(&question.language.as_str()), "{id}");
        assert!(
            KINDS.contains(&question.kind.as_str()),
            "{id}: {}",
            question.kind
        );
        let grades: Vec<u8> = question.answers.iter().map(|answer| answer.grade).collect();
        assert_eq!(grades.first(), Some(&3), "{id} has no answer worth 3");
        assert!(
            grades.is_sorted_by(|one, next| one >= next),
            "{id}: best first"
        );
        let places: HashSet<_> = question
            .answers
            .iter()
            .map(|answer| (&answer.document, &answer.anchor))
            .collect();
        assert_eq!(places.len(), grades.len(), "{id} grades one place twice");
    }
}

#[test]
fn no_kind_and_no_language_is_neglected() {
    let all = all();
    let mut of_kind: HashMap<&str, usize> = HashMap::new();
    let mut of_language: HashMap<&str, usize> = HashMap::new();
    let mut table: HashMap<(String, &str, &str), usize> = HashMap::new();
    for (corpus, question) in &all {
        *of_kind.entry(&question.kind).or_default() += 1;
        *of_language.entry(&question.language).or_default() += 1;
        let row = (
            format!("{corpus:?}"),
            question.language.as_str(),
            question.kind.as_str(),
        );
        *table.entry(row).or_default() += 1;
    }
    println!("corpus language {}", KINDS.join(" "));
    for corpus in CORPORA {
        for language in ["zh", "en"] {
            let count = |kind| table.get(&(format!("{corpus:?}"), language, kind));
            let counts: Vec<String> = KINDS
                .into_iter()
                .map(|kind| count(kind).copied().unwrap_or_default().to_string())
                .collect();
            println!("{corpus:?} {language} {}", counts.join(" "));
        }
        let size = all.iter().filter(|(of, _)| *of == corpus).count();
        assert!(size >= EACH_CORPUS, "{size} questions over {corpus:?}");
    }
    for kind in KINDS {
        let count = of_kind.get(kind).copied().unwrap_or_default();
        assert!(count >= EACH_KIND, "{count} of the kind {kind}");
    }
    let chinese = of_language["zh"] as f64 / all.len() as f64;
    assert!((0.6..=0.75).contains(&chinese), "{chinese:.2} are Chinese");
}

#[test]
fn the_thirty_four_are_asked_in_both_languages() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../services/data/search/judged.jsonl");
    let shipped = questions(Corpus::Shipped);
    let text = std::fs::read_to_string(path).unwrap();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        for language in ["zh", "en"] {
            let id = format!("{}-{language}", line["id"].as_str().unwrap().to_lowercase());
            let same = shipped.iter().find(|question| question.id == id);
            let same = same.unwrap_or_else(|| panic!("{id} is missing"));
            assert_eq!(Some(same.text.as_str()), line[language].as_str(), "{id}");
            assert_eq!(same.language, language);
        }
    }
}

#[test]
fn every_point_of_a_summary_that_is_graded_is_there() {
    let summaries = summaries();
    for question in questions(Corpus::Shipped) {
        for answer in &question.answers {
            let (id, document) = (&question.id, &answer.document);
            let summary = summaries.get(document);
            let summary = summary.unwrap_or_else(|| panic!("{id}: no document {document}"));
            if let Some(anchor) = &answer.anchor {
                let languages: Vec<_> = named(&summary.articles, anchor)
                    .iter()
                    .map(|article| article.language)
                    .collect();
                assert_eq!(languages, ["zh", "en"], "{id}: {document}#{anchor}");
            }
        }
    }
}

#[test]
fn every_article_of_a_law_that_is_graded_is_there() {
    let Some(archive) = legal_texts() else { return };
    let same = rows("same.tsv");
    let mut wanted: HashMap<String, HashSet<String>> = HashMap::new();
    for answer in questions(Corpus::Legal)
        .into_iter()
        .flat_map(|one| one.answers)
    {
        let anchors = wanted.entry(answer.document).or_default();
        anchors.extend(answer.anchor);
    }
    for pair in &same {
        wanted.entry(pair[1].clone()).or_default();
    }
    let texts = wanted.len();
    let mut faults = Vec::new();
    read_source(&archive, |member| {
        let name = member.name.strip_suffix(".md").unwrap_or(&member.name);
        if let Some(anchors) = wanted.remove(name) {
            let read = structure(&clean(&decode(&member.bytes.unwrap()).unwrap()));
            let articles = read.map_or_else(
                |refusal| {
                    faults.push(format!("{name}: {refusal:?}"));
                    Vec::new()
                },
                |read| read.articles,
            );
            for anchor in anchors {
                if named(&articles, &anchor).len() != 1 {
                    faults.push(format!("{name}#{anchor}"));
                }
            }
        }
        !wanted.is_empty()
    })
    .unwrap();
    assert!(wanted.is_empty(), "not in the archive: {:?}", wanted.keys());
    assert!(faults.is_empty(), "no such article: {faults:?}");
    eprintln!("{texts} legal texts are graded, and all are there");
}

#[test]
fn the_same_act_has_one_pair() {
    let summaries = summaries();
    let same = rows("same.tsv");
    let shipped: HashSet<_> = same.iter().map(|pair| &pair[0]).collect();
    let legal: HashSet<_> = same.iter().map(|pair| &pair[1]).collect();
    assert_eq!((shipped.len(), legal.len()), (same.len(), same.len()));
    for pair in &same {
        let title = summaries[&pair[0]].title.replace("中华人民共和国", "");
        assert!(pair[1].contains(&format!("/{title}(")), "{pair:?}");
    }
}

#[test]
fn half_of_the_set_shares_no_word_with_the_title() {
    let summaries = summaries();
    let (mut all_apart, mut of_all, mut apart, mut of) = (0, 0, 0, 0);
    for (corpus, question) in all() {
        let titled = question.kind == "title";
        let shares = titled
            || titles(&question, corpus, &summaries)
                .iter()
                .any(|title| words::shared(&question.text, title));
        all_apart += usize::from(!shares);
        of_all += 1;
        let english_over_laws = corpus == Corpus::Legal && question.language == "en";
        if english_over_laws || ["number", "pinyin"].contains(&question.kind.as_str()) {
            continue;
        }
        apart += usize::from(!shares);
        of += 1;
    }
    println!("no word of the title: {all_apart} of {of_all}, and {apart} of {of} that could");
    assert!(all_apart * 2 >= of_all, "{all_apart} of {of_all}");
    assert!(apart * 2 >= of, "{apart} of {of}");
}

#[test]
fn a_third_is_held_out_and_both_languages_with_it() {
    let all = all();
    let held: Vec<_> = all.iter().filter(|(_, one)| one.held_out()).collect();
    let within = |part: usize, whole: usize| {
        let share = part as f64 / whole as f64;
        assert!(
            (0.25..=0.40).contains(&share),
            "{part} of {whole} are held out"
        );
    };
    within(held.len(), all.len());
    for corpus in CORPORA {
        let part = held.iter().filter(|(of, _)| *of == corpus).count();
        within(part, all.iter().filter(|(of, _)| *of == corpus).count());
    }
    for kind in KINDS {
        let one = held.iter().any(|(_, question)| question.kind == kind);
        assert!(one, "nothing of the kind {kind} is held out");
    }
    for (_, question) in &all {
        if let Some(subject) = question.id.strip_suffix("-zh") {
            let other = format!("{subject}-en");
            let (_, twin) = all.iter().find(|(_, one)| one.id == other).unwrap();
            assert_eq!(twin.held_out(), question.held_out(), "{subject}");
        }
    }
}
