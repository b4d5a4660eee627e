//! Load on a local address, made by `wrk` in a process of its own.

use std::process::Command;

/// What one run of load measured.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measured {
    /// Answers a second.
    pub rate: f64,
    /// The time in which 99 of 100 answers came, in milliseconds.
    pub p99: f64,
}

/// Eight connections for some seconds on `url` with `cookie`.
pub(crate) fn run(url: &str, cookie: &str, seconds: u32) -> Measured {
    let output = Command::new("wrk")
        .args(["--threads", "1", "--connections", "8", "--latency"])
        .args(["--duration", &format!("{seconds}s")])
        .args(["--header", &format!("Cookie: {cookie}")])
        .args([
            "--header",
            "Accept-Language: zh-CN",
            "--header",
            "Sec-Fetch-Site: none",
        ])
        .arg(url)
        .output()
        .expect("`wrk` runs (Debian's package wrk)");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        !text.contains("Non-2xx"),
        "{url} does not answer well: {text}"
    );
    let value = |label: &str| {
        let line = text
            .lines()
            .find(|line| line.trim_start().starts_with(label));
        let word = line.and_then(|line| line.split_whitespace().last());
        word.unwrap_or_else(|| panic!("no {label} in {text}"))
            .to_owned()
    };
    Measured {
        rate: value("Requests/sec").parse().expect("a number"),
        p99: milliseconds(&value("99%")),
    }
}

fn milliseconds(text: &str) -> f64 {
    let (digits, unit) = text.split_at(text.find(char::is_alphabetic).unwrap_or(text.len()));
    let value: f64 = digits.parse().expect("a number");
    match unit {
        "us" => value / 1000.0,
        "ms" => value,
        "s" => value * 1000.0,
        other => panic!("unknown unit {other}"),
    }
}
