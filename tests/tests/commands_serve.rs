//! `serve`: the program as a server, from its start to its quiet end.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

use tests::binary::{Binary, Ran};
use tests::serving::free_port;

/// A server that ends with the test.
struct Server(Child);

impl Server {
    /// Starts it and reads its words until it is ready, or has ended.
    fn start(command: &mut Command) -> (Self, String) {
        let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut server = Self(child.expect("it starts"));
        let words = server.0.stdout.take().expect("its words");
        let mut said = String::new();
        for line in BufReader::new(words).lines().map_while(Result::ok) {
            said.push_str(&line);
            said.push('\n');
            // The last of the people whom the demonstration offers.
            if line.trim_start().starts_with("auditor") {
                break;
            }
        }
        (server, said)
    }

    fn stop(mut self) -> Option<i32> {
        let kill = format!("kill -TERM {}", self.0.id());
        let sent = Command::new("sh").args(["-c", &kill]).status();
        assert!(sent.expect("a shell").success());
        self.0.wait().expect("it ends").code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn get(port: u16, path: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    )
    .expect("asked");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

#[test]
fn a_port_in_use_is_said_plainly() {
    let program = Binary::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let ran = program.fails(&["serve", "--port", &port]);
    let wanted = format!("port {port} is in use by another program");
    assert!(ran.err.contains(&wanted), "{}", ran.err);
    assert!(
        !program.path("var").exists(),
        "found before anything is made"
    );
}

#[test]
fn a_demonstration_starts_from_nothing_keeps_its_data_and_ends_quietly() {
    let program = Binary::new();
    let (by_flag, by_environment) = (free_port(), free_port());
    let mut command = program.command(&["serve", "--port", &by_flag.to_string()]);
    command
        .env("PORT", by_environment.to_string())
        .env("YIBAOTONG_DEMO_PEOPLE", "0");
    let (server, said) = Server::start(&mut command);
    let address = format!("http://127.0.0.1:{by_flag}");
    assert!(
        said.contains(&format!("is ready: {address}\n")),
        "flags win: {said}"
    );
    assert!(said.contains("resident-retiree"), "{said}");
    for (path, status) in [
        ("/healthz", " 200 "),
        ("/readyz", " 200 "),
        ("/no", " 404 "),
    ] {
        let answer = get(by_flag, path);
        let first = answer.lines().next().unwrap_or_default();
        assert!(first.contains(status), "{path}: {first}");
    }
    // A second demonstration of other people is refused while the first one is served.
    let ran = program.fails(&["demo", "--people", "7"]);
    assert!(ran.err.contains("another demonstration"), "{}", ran.err);
    assert!(
        program
            .succeeds(&["demo", "--people", "0"])
            .contains("was there already")
    );
    assert_eq!(server.stop(), Some(0));

    let mut command = program.command(&["serve"]);
    command.env("PORT", by_environment.to_string());
    let (server, said) = Server::start(&mut command);
    assert!(!said.contains("First start"), "{said}");
    assert!(said.contains(&format!(":{by_environment}\n")), "{said}");
    assert_eq!(server.stop(), Some(0));
    let ran: Ran = program.run(&["doctor"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}
