//! `make bench` is whole from a bare clone: it starts its database, builds the server whose memory
//! it measures, runs, and puts the database away.

use std::net::TcpStream;
use std::path::Path;
use std::process::Command;

use tests::binary::Binary;

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

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "a test may look at its environment"
)]
fn it_brings_what_it_needs_and_puts_it_away() {
    if std::env::var_os("YIBAOTONG_TEST_POSTGRES").is_none() {
        eprintln!("SKIPPED: without PostgreSQL the script would install it");
        return;
    }
    let folder = Binary::new().folder;
    let (tools, target) = (folder.path().join("bin"), folder.path().join("target"));
    std::fs::create_dir(&tools).expect("a folder");
    tool(&tools, "cargo", CARGO);
    tool(&tools, "wrk", "#!/bin/sh\n");
    let asked = folder.path().join("asked");
    let path = std::env::var("PATH").unwrap_or_default();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let ran = Command::new("bash")
        .arg(root.join("scripts/bench.sh"))
        .env("PATH", format!("{}:{path}", tools.display()))
        .env("CARGO_TARGET_DIR", &target)
        .env("ASKED", &asked)
        .env_remove("YIBAOTONG_TEST_POSTGRES")
        .output()
        .expect("bash");
    assert!(ran.status.success(), "{ran:?}");
    let port = std::fs::read_to_string(folder.path().join("asked.port")).expect("a port");
    let asked = std::fs::read_to_string(asked).expect("what cargo was asked");
    let asked: Vec<&str> = asked.lines().collect();
    assert_eq!(
        asked,
        [
            "yes build --locked --release -p server -p xtask",
            "yes bench --locked -p tests"
        ]
    );
    let port: u16 = port.trim().parse().expect("a number");
    let still_there = TcpStream::connect(("127.0.0.1", port));
    assert!(still_there.is_err(), "the database is put away");
}
