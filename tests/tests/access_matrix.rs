//! Who may do what, printed whole: a change of access is a change of the golden file.

use std::fmt::Write;

use app::routes::Audience;
use domain::access::{Action, Relation, Role, may};
use server::http::addresses;

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
        let everybody = address.audience != Audience::SignedIn;
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

/// Routers are built from tables of addresses. Whoever adds a route elsewhere adds it here, and
/// its row to `http::addresses`.
#[test]
fn routes_are_made_where_the_tables_are() {
    const KNOWN: [&str; 5] = [
        "api.rs",
        "http/addresses.rs",
        "http/admin.rs",
        "http/assets.rs",
        "http/pages.rs",
    ];
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/src");
    let mut folders = vec![source.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("a text");
            let name = path
                .strip_prefix(&source)
                .expect("inside")
                .display()
                .to_string();
            let makes_routes = text.contains(".route(") || text.contains(".nest_service(");
            assert!(
                !makes_routes || KNOWN.contains(&name.as_str()),
                "{name} makes a route"
            );
        }
    }
}
