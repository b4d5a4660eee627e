//! What the finished server holds in memory when nobody asks for anything.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tests::serving::free_port;

use crate::report::{Report, target};

const PATIENCE: Duration = Duration::from_secs(300);
/// What start-up allocates for a moment is given back by then.
const SETTLED: Duration = Duration::from_secs(8);
/// 住院报销比例
const QUESTION: &str = "/policies?q=%E4%BD%8F%E9%99%A2%E6%8A%A5%E9%94%80%E6%AF%94%E4%BE%8B";

/// The finished program, when it was built as this bench was.
pub(crate) fn program() -> Option<PathBuf> {
    let profile = if cfg!(debug_assertions) {
        "debug"
    } else {
        "release"
    };
    let binary = target().join(profile).join("yibaotong");
    binary.exists().then_some(binary)
}

/// Starts the program with the demonstration and reads its resident memory.
pub(crate) fn measure(report: &mut Report) {
    let Some(binary) = program() else {
        println!("note: no release binary (`make run` builds it), so its memory is not measured");
        return;
    };
    let folder = tempfile::TempDir::new().expect("a folder");
    let port = free_port();
    // The first start builds the demonstration and its index, which takes longer than to be ready;
    // the second shows what a running server holds.
    let first = started(&binary, folder.path(), port);
    // Ready does not mean that the index is built already.
    let begin = Instant::now();
    while !answers(port, QUESTION) {
        assert!(begin.elapsed() < PATIENCE, "the search does not answer");
        std::thread::sleep(Duration::from_millis(200));
    }
    std::thread::sleep(SETTLED);
    drop(first);
    let server = started(&binary, folder.path(), port);
    std::thread::sleep(SETTLED);
    let megabytes = resident(server.0.id());
    report.add_alone(
        "idle memory with the demo's library",
        format!("{megabytes:.0} MB"),
        "≤ 80 MB",
        megabytes <= 80.0,
    );
    // The first question loads the dictionary, which stays.
    let begin = Instant::now();
    assert!(answers(port, QUESTION), "the search does not answer");
    let waited = begin.elapsed();
    report.add_alone(
        "the first question after a start",
        format!("{} ms", waited.as_millis()),
        "≤ 200 ms",
        waited <= Duration::from_millis(200),
    );
    std::thread::sleep(SETTLED);
    let megabytes = resident(server.0.id());
    report.add_alone(
        "idle memory once somebody has searched",
        format!("{megabytes:.0} MB"),
        "—",
        true,
    );
}

/// Starts `binary` with its data in `var`, and waits until it is ready.
pub(crate) fn started(binary: &Path, var: &Path, port: u16) -> Running {
    let server = Command::new(binary)
        .arg("serve")
        .env("YIBAOTONG_VAR", var)
        .env("YIBAOTONG_PORT", port.to_string())
        .env("YIBAOTONG_MODE", "demo")
        .env("YIBAOTONG_ADMIN_ADDR", "127.0.0.1:0")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let mut server = Running(server.expect("the server starts"));
    let begin = Instant::now();
    while !answers(port, "/readyz") {
        assert!(begin.elapsed() < PATIENCE, "the server is not ready");
        assert!(
            server.0.try_wait().expect("a state").is_none(),
            "the server stopped"
        );
        std::thread::sleep(Duration::from_millis(200));
    }
    server
}

/// Whether `address` is answered with 200.
fn answers(port: u16, address: &str) -> bool {
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) else {
        return false;
    };
    let asked = format!("GET {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    let mut answer = String::new();
    stream.write_all(asked.as_bytes()).is_ok()
        && stream.read_to_string(&mut answer).is_ok()
        && answer.starts_with("HTTP/1.1 200 ")
}

/// Resident memory of a process, in MB.
pub(crate) fn resident(process: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("Linux");
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .expect("a line");
    let kib: f64 = line
        .split_whitespace()
        .nth(1)
        .expect("a word")
        .parse()
        .expect("a number");
    kib * 1024.0 / 1_000_000.0
}

/// A server that ends with the measure.
pub(crate) struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
