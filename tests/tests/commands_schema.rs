//! `migrate up|down|status`, and what commands do on a store whose schema does not fit.

use std::process::Command;

use tests::binary::{Binary, Ran, mode};

fn steps(status: &str, state: &str) -> usize {
    status
        .lines()
        .filter(|line| line.starts_with(state))
        .count()
}

#[test]
fn the_schema_goes_up_down_and_up_again() {
    let program = Binary::new();
    let before = program.succeeds(&["migrate", "status"]);
    let all = steps(&before, "pending");
    assert!(all >= 10 && steps(&before, "applied") == 0, "{before}");
    let up = program.succeeds(&["migrate", "up"]);
    assert_eq!((steps(&up, "applied"), steps(&up, "pending")), (all, 0));
    assert_eq!(program.succeeds(&["migrate", "up"]), up, "nothing to do");
    let down = program.succeeds(&["migrate", "down"]);
    assert_eq!(
        (steps(&down, "applied"), steps(&down, "pending")),
        (all - 1, 1)
    );
    let down = program.succeeds(&["migrate", "down", "--steps", "3"]);
    assert_eq!(
        (steps(&down, "applied"), steps(&down, "pending")),
        (all - 4, 4)
    );
    assert_eq!(program.succeeds(&["migrate", "status"]), down);
    let many = all.to_string();
    assert_eq!(
        program.succeeds(&["migrate", "down", "--steps", &many]),
        before
    );
    assert_eq!(program.succeeds(&["migrate", "up"]), up);
    assert_eq!(mode(&program.path("var")), 0o700);
}

#[test]
fn a_database_that_cannot_be_opened_is_told() {
    let program = Binary::new();
    program.file(
        "var/yibaotong.sqlite",
        "this is no database, but a text".repeat(99),
    );
    for command in ["up", "status"] {
        let ran = program.fails(&["migrate", command]);
        assert!(ran.err.contains("not a database"), "{}", ran.err);
    }
    let nobody = "postgres://postgres@127.0.0.1:9/none";
    program.fails(&["migrate", "status", "--database-url", nobody]);
}

/// As an operator in earnest would run it.
fn in_production(command: &mut Command) -> Ran {
    let command = command
        .env("YIBAOTONG_MODE", "production")
        .env("YIBAOTONG_PUBLIC_URL", "https://yb.example")
        .env("YIBAOTONG_PROXY_HOPS", "1")
        .env("YIBAOTONG_OIDC_ISSUER", "https://provider.example")
        .env("YIBAOTONG_OIDC_CLIENT_ID", "yibaotong");
    command.output().expect("it runs").into()
}

#[test]
fn in_production_the_schema_is_the_operators_matter() {
    let program = Binary::new();
    let file = program.file("sets.json", "[]");
    let file = file.to_str().expect("UTF-8");
    let run = |arguments: &[&str]| in_production(&mut program.command(arguments));
    for command in [
        &["serve", "--port", "0"][..],
        &["import", "parameters", file],
        &["reindex"],
        &["backup", "copy"],
    ] {
        let ran = run(command);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.err.contains("run `yibaotong migrate up`"), "{ran:?}");
    }
    assert_eq!(run(&["migrate", "up"]).code, Some(0));
    assert_eq!(run(&["import", "parameters", file]).code, Some(0));
    let ran = run(&["demo", "--people", "1"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("demo mode only"), "{ran:?}");
    let ran = run(&["doctor"]);
    assert!(
        ran.out.contains("BAD  parameters"),
        "none in force: {ran:?}"
    );
}
