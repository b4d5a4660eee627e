//! Collects the rows of the table, prints them and writes the file.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

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

    /// Adds a row of something that nothing is held against.
    pub(crate) fn add_alone(
        &mut self,
        what: impl Into<String>,
        result: String,
        aim: &'static str,
        reached: bool,
    ) {
        self.add(Row {
            what: what.into(),
            result,
            peer: "—".to_owned(),
            ratio: "—".to_owned(),
            aim,
            reached,
        });
    }

    /// Writes `target/bench/<file>` and names every aim that is missed, at its end and here; success
    /// when there is none.
    pub(crate) fn finish(self, file: &str) -> ExitCode {
        println!("\nwritten to {}", self.write(file).display());
        let missed = self.missed();
        for one in &missed {
            eprintln!("missed: {one}");
        }
        if missed.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }

    /// What was aimed at and is not reached.
    pub(crate) fn missed(&self) -> Vec<String> {
        let missed = self.rows.iter().filter(|row| !row.reached);
        let named = |row: &Row| {
            let (what, aim, result, ratio) = (&row.what, row.aim, &row.result, &row.ratio);
            format!("{what}: aim {aim}, result {result}, ratio {ratio}")
        };
        missed.map(named).collect()
    }

    /// Writes the table; where it stands.
    pub(crate) fn write(&self, file: &str) -> PathBuf {
        let mut text = String::from(
            "# Benchmarks\n\nOne run on one machine; ratios count, absolute figures move with it.\n\n\
             | what | result | peer | ratio | aim | reached |\n|---|---|---|---|---|---|\n",
        );
        for row in &self.rows {
            let _ = writeln!(text, "{}", line(row));
        }
        for one in self.missed() {
            let _ = write!(text, "\n**missed** {one}\n");
        }
        let folder = target().join("bench");
        std::fs::create_dir_all(&folder).expect("the folder of the report");
        let file = folder.join(file);
        std::fs::write(&file, text).expect("the report is written");
        file
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
