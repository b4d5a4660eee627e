//! `make bench` and `make bench-scale` are whole from a bare clone: they start their database, build
//! what they measure, run, and put the database away; the second keeps what is in it.

use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, ExitCode, Output};

use tests::binary::Binary;

#[path = "../benches/product/report.rs"]
#[expect(
    clippy::disallowed_methods,
    reason = "a benchmark asks where cargo builds"
)]
mod report;

/// Stands in for cargo: tells what it was asked, and that the database answers.
const CARGO: &str = r#"#!/usr/bin/env bash
address=${YIBAOTONG_TEST_POSTGRES#*127.0.0.1:}
if (exec 3<>"/dev/tcp/127.0.0.1/${address%%/*}") 2>/dev/null; then answers=yes; else answers=no; fi
echo "$answers $*" >>"$ASKED"
echo "${address%%/*}" >"$ASKED.port"
"#;

fn tool(folder: &Path, name: &str, text: &str) {
    use std::os::unix::fs::PermissionsExt;
    let file = folder.join(name);
    std::fs::write(&file, text).expect("a tool");
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o755)).expect("it runs");
}

/// A script of a bench with tools that stand in for the real ones.
struct Bench {
    folder: tempfile::TempDir,
    script: &'static str,
}

impl Bench {
    /// `None` without PostgreSQL, which the script would install.
    #[expect(
        clippy::disallowed_methods,
        reason = "a test may look at its environment"
    )]
    fn new(script: &'static str) -> Option<Self> {
        if std::env::var_os("YIBAOTONG_TEST_POSTGRES").is_none() {
            eprintln!("SKIPPED: without PostgreSQL the script would install it");
            return None;
        }
        let folder = Binary::new().folder;
        let tools = folder.path().join("bin");
        std::fs::create_dir(&tools).expect("a folder");
        tool(&tools, "cargo", CARGO);
        tool(&tools, "wrk", "#!/bin/sh\n");
        Some(Self { folder, script })
    }

    /// Runs it to its good end; what cargo was asked.
    fn run(&self) -> Vec<String> {
        let (ran, asked) = self.try_run();
        assert!(ran.status.success(), "{ran:?}");
        asked
    }

    /// The same, however it ends.
    #[expect(
        clippy::disallowed_methods,
        reason = "a test may look at its environment"
    )]
    fn try_run(&self) -> (Output, Vec<String>) {
        let asked = self.folder.path().join("asked");
        let _ = std::fs::remove_file(&asked);
        let path = std::env::var("PATH").unwrap_or_default();
        let tools = self.folder.path().join("bin");
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let ran = Command::new("bash")
            .arg(root.join("scripts").join(self.script))
            .env("PATH", format!("{}:{path}", tools.display()))
            .env("CARGO_TARGET_DIR", self.folder.path().join("target"))
            .env("ASKED", &asked)
            .env_remove("YIBAOTONG_TEST_POSTGRES")
            .output()
            .expect("bash");
        let port = std::fs::read_to_string(self.folder.path().join("asked.port"));
        let port: u16 = port.expect("a port").trim().parse().expect("a number");
        let still_there = TcpStream::connect(("127.0.0.1", port));
        assert!(still_there.is_err(), "the database is put away");
        let asked = std::fs::read_to_string(asked).expect("what cargo was asked");
        (ran, asked.lines().map(str::to_owned).collect())
    }
}

#[test]
fn it_brings_what_it_needs_and_puts_it_away() {
    let Some(bench) = Bench::new("bench.sh") else {
        return;
    };
    assert_eq!(
        bench.run(),
        [
            "yes build --locked --release -p server -p xtask",
            "yes bench --locked --no-fail-fast -p tests -p xtask --bench product --bench search"
        ]
    );
}

#[test]
fn an_aim_that_is_missed_fails_the_command() {
    let Some(bench) = Bench::new("bench.sh") else {
        return;
    };
    let tools = bench.folder.path().join("bin");
    let failing = format!("{CARGO}case $1 in bench) exit 1;; esac\n");
    tool(&tools, "cargo", &failing);
    let (ran, asked) = bench.try_run();
    assert_eq!(ran.status.code(), Some(1), "{ran:?}");
    assert_eq!(asked.len(), 2, "{asked:?}");
}

#[test]
fn what_is_missed_is_named_in_the_report_and_at_its_end() {
    use report::{Report, Row};
    let row = |what: &str, reached| Row {
        what: what.to_owned(),
        result: "3.0 ms".to_owned(),
        peer: "1.0 ms".to_owned(),
        ratio: "3.0".to_owned(),
        aim: "≤ 2.0",
        reached,
    };
    let file = format!("of-a-test-{}.md", std::process::id());
    let mut report = Report::new();
    report.add(row("a fast page", true));
    report.add_alone("a page alone", "1.0 ms".to_owned(), "≤ 2.0 ms", true);
    let place = report.write(&file);
    assert_eq!(report.missed(), Vec::<String>::new());
    let written = |place: &Path| std::fs::read_to_string(place).expect("a report");
    let text = written(&place);
    let alone = "| a page alone | 1.0 ms | — | — | ≤ 2.0 ms | yes |\n";
    assert!(!text.contains("missed") && text.contains(alone), "{text}");

    report.add(row("a slow page", false));
    let named = "a slow page: aim ≤ 2.0, result 3.0 ms, ratio 3.0";
    assert_eq!(report.missed(), [named]);
    let place = report.write(&file);
    let text = written(&place);
    assert!(
        text.contains("| a fast page |") && text.ends_with(&format!("{named}\n")),
        "{text}"
    );
    let code = report.finish(&file);
    std::fs::remove_file(place).expect("it goes");
    assert_eq!(format!("{code:?}"), format!("{:?}", ExitCode::FAILURE));
    let nothing = Report::new().finish(&file);
    std::fs::remove_file(report::target().join("bench").join(&file)).expect("it goes");
    assert_eq!(format!("{nothing:?}"), format!("{:?}", ExitCode::SUCCESS));
}

#[test]
fn the_measure_of_scale_keeps_its_people() {
    use std::os::unix::fs::PermissionsExt;
    let Some(bench) = Bench::new("bench-scale.sh") else {
        return;
    };
    // PostgreSQL may run as somebody else, who must be able to reach its folder.
    let open = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(bench.folder.path(), open).expect("others may enter");
    let wanted = ["yes bench --locked -p tests -p xtask --bench scale"];
    assert_eq!(bench.run(), wanted);
    let data = bench.folder.path().join("target/bench/scale/postgres/data");
    std::fs::write(data.join("here"), "").expect("the data are still there");
    assert_eq!(bench.run(), wanted, "it starts from what was kept");
    assert!(data.join("here").exists(), "and makes nothing anew");
}
