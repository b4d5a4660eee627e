//! Who may do what, printed whole: a change of access is a change of the golden file.

use std::fmt::Write;
use std::path::Path;

use axum::http::StatusCode;
use domain::access::{Action, Relation, Role, may};
use server::http::addresses::{self, Address};
use server::http::admin;
use tests::browser::Browser;
use tests::database::sqlite_only;
use tests::site::Site;

/// Compares with a file in `tests/golden`; where they differ, the new text is put beside it.
fn assert_golden(name: &str, printed: &str) {
    let path = format!("{}/tests/golden/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::fs::read_to_string(&path).unwrap_or_default() != printed {
        std::fs::write(format!("{path}.new"), printed).expect("the new text is written");
        panic!(
            "{name} changed: read {path}.new, and put it in place of the old one if it is right"
        );
    }
}

#[test]
fn who_may_do_what_is_as_agreed() {
    let mut text = String::from("role               relation  may\n");
    for role in Role::ALL {
        for relation in Relation::ALL {
            let actions: Vec<&str> = Action::ALL
                .into_iter()
                .filter(|action| may(role, relation, *action))
                .map(Action::code)
                .collect();
            let (role, relation) = (role.code(), relation.code());
            writeln!(text, "{role:18} {relation:9} {}", actions.join(" ")).expect("a text");
        }
    }
    assert_golden("access_matrix", &text);
}

#[test]
fn what_everybody_may_ask_for_is_allowed_to_visitors() {
    for address in addresses::all() {
        let open = may(Role::Visitor, Relation::Nobody, address.action);
        let everybody = !address.audience.is_closed();
        assert_eq!(open, everybody, "{} {}", address.method, address.path);
    }
}

#[test]
fn no_address_stands_in_the_list_twice() {
    let mut seen = std::collections::BTreeSet::new();
    for address in addresses::all() {
        assert!(
            seen.insert((address.method, address.path)),
            "{}",
            address.path
        );
    }
}

#[test]
fn every_address_has_its_row() {
    let has = |rows: &[Address], method, path, action| {
        rows.iter()
            .any(|row| (row.method, row.path, row.action) == (method, path, action))
    };
    let site = addresses::all();
    assert!(has(&site, "ANY", "/api/{*rest}", Action::ReadPublic));
    assert!(has(&site, "GET", "/pkg/{*file}", Action::ReadPublic));
    assert!(has(&site, "GET", "/healthz", Action::ReadPublic));
    let admin = addresses::on_admin();
    assert_eq!(admin.len(), 2);
    assert!(has(&admin, "GET", "/metrics", Action::ReadOperations));
    assert!(has(&admin, "GET", "/healthz", Action::ReadPublic));
    for row in admin {
        let operators = may(Role::SystemAdmin, Relation::Nobody, row.action);
        assert!(operators, "{}: whoever reaches the listener", row.path);
    }
}

/// What is not for everybody who reaches the site is not on the site.
#[tokio::test]
async fn figures_are_on_the_admin_listener_only() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let figures = admin::collect().expect("once a process");
    let mut inside = Browser::new(admin::router(figures), "http://127.0.0.1:9000");
    for path in ["/metrics", "/healthz"] {
        assert_eq!(inside.get(path).await.status, StatusCode::OK, "{path}");
    }
    let outside = site.browser().get("/metrics").await;
    assert_eq!(outside.status, StatusCode::NOT_FOUND);
    let nothing = inside.get("/").await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
}

/// Ways to make a route.
const WAYS: [&str; 6] = [
    ".route(",
    "::route(",
    ".route_service(",
    ".nest(",
    ".nest_service(",
    ".fallback_service(",
];

/// Every line of the product that makes a route, each from a table of addresses. Whoever needs
/// another one adds its row to `http::addresses` first.
const ROUTES: [&str; 4] = [
    "server/src/http/addresses.rs: router.route(served.address.path, (served.handler)())",
    "server/src/http/assets.rs: .nest_service(FOLDER, folder)",
    "server/src/http/pages.rs: routes::Method::Get => router.route(path, get(handler)),",
    "server/src/http/pages.rs: routes::Method::Post => router.route(path, post(handler)),",
];

#[test]
fn routes_are_made_where_the_tables_are() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = Vec::new();
    let mut folders = ["app/src", "server/src", "services/src"]
        .map(|room| root.join(room))
        .to_vec();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("a text");
            let name = path.strip_prefix(&root).expect("inside").display();
            let lines = text.lines().map(str::trim);
            let lines = lines.filter(|line| !line.starts_with("//"));
            let making = lines.filter(|line| WAYS.iter().any(|way| line.contains(way)));
            found.extend(making.map(|line| format!("{name}: {line}")));
        }
    }
    found.sort();
    assert_eq!(found, ROUTES, "a route without a table of addresses");
}
