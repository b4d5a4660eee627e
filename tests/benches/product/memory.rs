//! What the finished server holds in memory when nobody asks for anything.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::report::{Report, Row, target};

const PATIENCE: Duration = Duration::from_secs(300);
/// What start-up allocates for a moment is given back by then.
const SETTLED: Duration = Duration::from_secs(8);

/// Starts the release binary with the demonstration and reads its resident memory.
pub(crate) fn measure(report: &mut Report) {
    let binary = target().join("release/yibaotong");
    if !binary.exists() {
        println!("note: no release binary (`make run` builds it), so its memory is not measured");
        return;
    }
    let folder = tempfile::TempDir::new().expect("a folder");
    let port = TcpListener::bind("127.0.0.1:0")
        .expect("a port")
        .local_addr()
        .expect("it")
        .port();
    // The first start builds the demonstration; the second shows what a running server holds.
    drop(started(&binary, folder.path(), port));
    let server = started(&binary, folder.path(), port);
    std::thread::sleep(SETTLED);
    let mib = resident(server.0.id());
    report.add(Row {
        what: "idle memory with the demo's library".to_owned(),
        result: format!("{mib:.0} MiB"),
        peer: "—".to_owned(),
        ratio: "—".to_owned(),
        aim: "≤ 80 MB",
        reached: mib * 1.048_576 <= 80.0,
    });
}

fn started(binary: &Path, var: &Path, port: u16) -> Running {
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
    while !ready(port) {
        assert!(begin.elapsed() < PATIENCE, "the server is not ready");
        assert!(
            server.0.try_wait().expect("a state").is_none(),
            "the server stopped"
        );
        std::thread::sleep(Duration::from_millis(200));
    }
    server
}

fn ready(port: u16) -> bool {
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) else {
        return false;
    };
    let asked =
        stream.write_all(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    let mut answer = String::new();
    asked.is_ok() && stream.read_to_string(&mut answer).is_ok() && answer.contains(" 200 ")
}

/// Resident memory of a process, in MiB.
fn resident(process: u32) -> f64 {
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
    kib / 1024.0
}

/// A server that ends with the measure.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
