//! Collects the rows of the table, prints them and writes the file.

use std::fmt::Write as _;
use std::path::PathBuf;

/// One row: what was measured, what came out, against whom, and what was aimed at.
pub(crate) struct Row {
    pub what: String,
    pub result: String,
    pub peer: String,
    pub ratio: String,
    pub aim: &'static str,
    pub reached: bool,
}

/// The table.
pub(crate) struct Report {
    rows: Vec<Row>,
}

impl Report {
    pub(crate) fn new() -> Self {
        Self { rows: Vec::new() }
    }

    /// Adds a row and prints it at once.
    pub(crate) fn add(&mut self, row: Row) {
        println!("{}", line(&row));
        self.rows.push(row);
    }

    /// Writes `target/bench/<file>`; whether everything that was aimed at is reached.
    pub(crate) fn finish(self, file: &str) -> bool {
        let mut text = String::from(
            "# Benchmarks\n\nOne run on one machine; ratios count, absolute figures move with it.\n\n\
             | what | result | peer | ratio | aim | reached |\n|---|---|---|---|---|---|\n",
        );
        for row in &self.rows {
            let _ = writeln!(text, "{}", line(row));
        }
        let folder = target().join("bench");
        std::fs::create_dir_all(&folder).expect("the folder of the report");
        let file = folder.join(file);
        std::fs::write(&file, text).expect("the report is written");
        println!("\nwritten to {}", file.display());
        self.rows.iter().all(|row| row.reached)
    }
}

fn line(row: &Row) -> String {
    let reached = if row.reached { "yes" } else { "**no**" };
    format!(
        "| {} | {} | {} | {} | {} | {reached} |",
        row.what, row.result, row.peer, row.ratio, row.aim
    )
}

/// The folder that cargo builds into.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target"),
        PathBuf::from,
    )
}
