//! SQL that only one of the databases understands has its own files.

use std::fs;
use std::path::{Path, PathBuf};

use super::root;

/// Where it may stand.
const PLACES: [&str; 3] = [
    "services/src/store/dialect.rs",
    "migrations/src/append_only.rs",
    "migrations/src/dialect.rs",
];
/// Words by which it is known. Those of types, functions and settings are enough: who writes for
/// one database needs one of them sooner or later, or asks which database it is.
const WORDS: [&str; 26] = [
    "DbBackend::",
    "PRAGMA",
    "VACUUM",
    "WITHOUT ROWID",
    "AUTOINCREMENT",
    "INSERT OR ",
    "REPLACE INTO",
    "sqlite_master",
    "sqlite_schema",
    "strftime(",
    "json_extract(",
    " version()",
    "ILIKE",
    "LATERAL",
    "UNLOGGED",
    "TRUNCATE",
    "FOR UPDATE",
    "SKIP LOCKED",
    "advisory",
    "LISTEN ",
    "to_char(",
    "array_agg(",
    "jsonb",
    "NOW()",
    "pg_",
    "information_schema",
];

pub(super) fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push(path);
        }
    }
}

/// The words in `text`, outside its comments.
fn words(text: &str) -> Vec<&'static str> {
    let code = |line: &&str| !line.trim_start().starts_with("//");
    let code: Vec<&str> = text.lines().filter(code).collect();
    let code = code.join("\n");
    let found = WORDS.into_iter().filter(|word| code.contains(word));
    found.collect()
}

#[test]
fn sql_of_one_database_stands_in_its_own_files() {
    let mut files = Vec::new();
    for room in ["services/src", "server/src", "app/src", "migrations/src"] {
        sources(&root().join(room), &mut files);
    }
    for place in PLACES {
        let text = fs::read_to_string(root().join(place)).expect(place);
        assert!(
            !words(&text).is_empty(),
            "{place} has none and needs no exception"
        );
    }
    let elsewhere: Vec<_> = files
        .iter()
        .filter(|file| !PLACES.iter().any(|place| file.ends_with(place)))
        .map(|file| (file, words(&fs::read_to_string(file).expect("a source"))))
        .filter(|(_, words)| !words.is_empty())
        .collect();
    assert!(
        elsewhere.is_empty(),
        "move it to {PLACES:?}: {elsewhere:#?}"
    );
}

#[test]
fn such_sql_is_noticed() {
    assert_eq!(
        words("// PRAGMA\nlet sql = \"VACUUM INTO $1\";"),
        ["VACUUM"]
    );
}
