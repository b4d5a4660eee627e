//! What each room is built on, read from `cargo tree`.

use std::collections::BTreeSet;
use std::process::Command;

use super::root;

/// The names of all crates that `package` needs when it runs.
fn crates_below(package: &str, features: &[&str]) -> BTreeSet<String> {
    let features = features.join(",");
    let output = Command::new(env!("CARGO"))
        .current_dir(root())
        .args([
            "tree",
            "--locked",
            "--offline",
            "-e",
            "normal",
            "--prefix",
            "none",
        ])
        .args(["--format", "{p}", "-p", package, "--features", &features])
        .output()
        .expect("cargo tree runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
        .collect()
}

/// Fails when one of `forbidden` is below `package`.
fn without(package: &str, features: &[&str], forbidden: &[&str]) {
    let crates = crates_below(package, features);
    assert!(
        crates.contains(package),
        "cargo tree answered for {package}"
    );
    let found: Vec<_> = forbidden
        .iter()
        .filter(|name| crates.contains(**name))
        .collect();
    assert!(found.is_empty(), "{package} must not know {found:?}");
}

#[test]
fn the_domain_knows_nobody() {
    let forbidden = [
        "app",
        "axum",
        "cookie",
        "http",
        "hyper",
        "leptos",
        "migrations",
        "rand",
        "reqwest",
        "sea-orm",
        "server",
        "services",
        "sqlx",
        "tantivy",
        "tokio",
        "tracing",
        "web-sys",
    ];
    without("domain", &[], &forbidden);
}

#[test]
fn the_services_never_see_http_or_pages() {
    let forbidden = [
        "app",
        "axum",
        "cookie",
        "hyper",
        "leptos",
        "openidconnect",
        "reqwest",
        "server",
        "tower-http",
        "tower-sessions",
    ];
    without("services", &[], &forbidden);
}

#[test]
fn the_migrations_know_only_the_schema() {
    without(
        "migrations",
        &[],
        &[
            "app", "axum", "domain", "leptos", "server", "services", "tantivy",
        ],
    );
}

#[test]
fn the_browser_half_is_free_of_the_server() {
    let forbidden = [
        "axum",
        "hyper",
        "migrations",
        "ring",
        "sea-orm",
        "server",
        "services",
        "sqlx",
        "tantivy",
        "tokio",
    ];
    without("frontend", &[], &forbidden);
}

#[test]
fn the_pages_use_no_foreign_component_crates() {
    let forbidden = [
        "leptos-chartistry",
        "leptos-use",
        "leptos_axum",
        "leptos_i18n",
        "leptos_icons",
        "leptos_meta",
        "leptos_router",
        "thaw",
    ];
    without("app", &["ssr"], &forbidden);
}
