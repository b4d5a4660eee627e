//! Small calm files.

use std::fs;
use std::path::{Path, PathBuf};

use super::root;

const LONGEST: usize = 400;
const MEDIAN: usize = 120;
const ROOMS: [&str; 10] = [
    "app",
    "domain",
    "end2end",
    "frontend",
    "migrations",
    "server",
    "services",
    "style",
    "tests",
    "xtask",
];

fn gather(folder: &Path, kinds: &[&str], files: &mut Vec<(PathBuf, usize)>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "node_modules") {
            gather(&path, kinds, files);
        } else if path
            .extension()
            .and_then(|kind| kind.to_str())
            .is_some_and(|kind| kinds.contains(&kind))
        {
            let lines = fs::read_to_string(&path)
                .expect("a source is text")
                .lines()
                .count();
            files.push((path, lines));
        }
    }
}

fn sources(kinds: &[&str]) -> Vec<(PathBuf, usize)> {
    let mut files = Vec::new();
    for room in ROOMS {
        gather(&root().join(room), kinds, &mut files);
    }
    files
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let long: Vec<_> = sources(&["rs", "css", "js"])
        .into_iter()
        .filter(|(_, lines)| *lines > LONGEST)
        .collect();
    assert!(
        long.is_empty(),
        "each of these asks to be divided by what it is about: {long:#?}"
    );
}

#[test]
fn half_of_the_files_are_short() {
    let mut lines: Vec<_> = sources(&["rs"])
        .into_iter()
        .map(|(_, lines)| lines)
        .collect();
    lines.sort_unstable();
    let median = lines[lines.len() / 2];
    assert!(
        median <= MEDIAN,
        "the median of {} files is {median} lines",
        lines.len()
    );
}

#[test]
fn modules_lie_beside_their_folder() {
    let old: Vec<_> = sources(&["rs"])
        .into_iter()
        .filter(|(path, _)| path.ends_with("mod.rs"))
        .collect();
    assert!(
        old.is_empty(),
        "foo.rs beside foo/, not foo/mod.rs: {old:#?}"
    );
}
