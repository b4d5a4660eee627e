//! The program says what it can do, and everything that is wrong with its settings at once.

use tests::binary::Binary;

/// The subcommands of the contract, with the last words of their help.
const COMMANDS: [&[&str]; 21] = [
    &["serve"],
    &["check-config"],
    &["migrate"],
    &["migrate", "up"],
    &["migrate", "down"],
    &["migrate", "status"],
    &["import"],
    &["import", "policies"],
    &["import", "records"],
    &["import", "parameters"],
    &["import", "products"],
    &["demo"],
    &["export"],
    &["export", "person"],
    &["reindex"],
    &["backup"],
    &["restore"],
    &["verify-audit"],
    &["doctor"],
    &["routes"],
    &[],
];

#[test]
fn every_subcommand_explains_itself() {
    let program = Binary::new();
    for command in COMMANDS {
        let help = program.succeeds(&[command, &["--help"]].concat());
        assert!(help.contains("Usage: yibaotong"), "{command:?}: {help}");
    }
    let whole = program.succeeds(&["--help"]);
    for command in COMMANDS.iter().filter_map(|command| command.first()) {
        assert!(whole.contains(&format!("\n  {command} ")), "{command}");
    }
    assert!(!whole.contains("extract"), "not for people");
    assert!(program.succeeds(&["--version"]).starts_with("yibaotong "));
    assert!(
        program.succeeds(&["routes"]).contains("/policies"),
        "addresses"
    );
    for wrong in [&["nonsense"][..], &["demo", "--people", "many"], &[]] {
        let ran = program.run(wrong);
        assert_eq!(ran.code, Some(2), "{ran:?}");
    }
    assert!(!program.path("var").exists(), "nothing was made meanwhile");
}

#[test]
fn good_settings_are_in_order_and_unknown_ones_are_named() {
    let program = Binary::new();
    let said = program.succeeds(&["check-config", "--set", "raet.api=1"]);
    assert!(said.contains("nobody knows the setting raet.api"), "{said}");
    assert!(said.contains("in order"), "{said}");
    let file = program.file("settings.toml", "port = 4003\nvar = \"elsewhere\"\n");
    let file = file.to_str().expect("UTF-8");
    let said = program.succeeds(&["check-config", "--config", file]);
    assert!(said.contains("http://127.0.0.1:4003"), "{said}");
}

#[test]
fn every_mistake_is_told_at_once_without_its_value() {
    let program = Binary::new();
    let secret = "c2VjcmV0c2VjcmV0";
    let mut command = program.command(&[
        "check-config",
        "--mode",
        "production",
        "--set",
        "port=many",
        "--set",
        "database.pool=0",
        "--set",
        "log.format=loud",
        "--set",
        "public_url=http://yb.example",
        "--database-url",
        "mysql://root@localhost/x",
    ]);
    let ran = command.env("YIBAOTONG_MASTER_KEY", secret).output();
    let ran = tests::binary::Ran::from(ran.expect("it runs"));
    assert_eq!(ran.code, Some(1), "{ran:?}");
    for setting in [
        "port (YIBAOTONG_PORT)",
        "database.url (YIBAOTONG_DATABASE_URL)",
        "database.pool",
        "log.format",
        "public_url",
        "proxy_hops",
        "oidc.issuer",
        "master_key",
    ] {
        assert!(ran.err.contains(setting), "{setting}: {}", ran.err);
    }
    assert!(ran.err.contains("8 problem(s)"), "{}", ran.err);
    assert!(!ran.err.contains(secret), "{}", ran.err);
    let ran = program.fails(&["check-config", "--config", "nowhere.toml"]);
    assert!(ran.err.contains("nowhere.toml"), "{}", ran.err);
    // What check-config refuses, no other command runs on.
    let ran = program.fails(&["migrate", "up", "--set", "database.pool=0"]);
    assert!(ran.err.contains("database.pool"), "{}", ran.err);
    assert!(!program.path("var").exists());
}
