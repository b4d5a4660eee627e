use std::fs;
use std::path::Path;

use super::gather;

fn repository() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir_all(root.path().join("style")).unwrap();
    fs::create_dir_all(root.path().join("app/assets")).unwrap();
    fs::create_dir_all(root.path().join("front")).unwrap();
    fs::write(
        root.path().join("style/base.css"),
        "@layer base { main { & p { color: red } } }",
    )
    .unwrap();
    fs::write(root.path().join("app/assets/robots.txt"), "User-agent: *\n").unwrap();
    root
}

fn run(root: &Path) -> Result<serde_json::Value, String> {
    gather(root, &root.join("site"), &root.join("front"), false)
        .map_err(|error| error.to_string())?;
    Ok(serde_json::from_slice(&fs::read(root.join("site/assets.json")).unwrap()).unwrap())
}

#[test]
fn names_hold_the_hash_and_siblings_are_compressed() {
    let root = repository();
    let manifest = run(root.path()).unwrap();
    let address = manifest["site.css"].as_str().unwrap();
    assert!(
        address.starts_with("/pkg/site.") && address.ends_with(".css"),
        "{address}"
    );
    let file = root
        .path()
        .join("site")
        .join(address.trim_start_matches('/'));
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        "@layer base{main p{color:red}}"
    );
    assert!(file.with_extension("css.br").exists() && file.with_extension("css.gz").exists());
    assert!(manifest["robots.txt"].as_str().unwrap().ends_with(".txt"));
}

#[test]
fn a_change_gets_a_new_name_and_the_old_file_goes() {
    let root = repository();
    let before = run(root.path()).unwrap();
    assert_eq!(run(root.path()).unwrap(), before);
    fs::write(root.path().join("style/base.css"), "main { color: blue }").unwrap();
    let after = run(root.path()).unwrap();
    assert_ne!(before["site.css"], after["site.css"]);
    assert_eq!(before["robots.txt"], after["robots.txt"]);
    assert!(
        !root
            .path()
            .join(format!("site{}", before["site.css"].as_str().unwrap()))
            .exists()
    );
}

#[test]
fn without_the_wasm_the_manifest_does_not_name_it() {
    let root = repository();
    assert!(run(root.path()).unwrap().get("app.wasm").is_none());
    fs::write(root.path().join("front/app.js"), "export {}").unwrap();
    assert!(
        run(root.path()).unwrap().get("app.js").is_none(),
        "half a pair is no pair"
    );
    fs::write(root.path().join("front/app_bg.wasm"), "\0asm").unwrap();
    let manifest = run(root.path()).unwrap();
    assert!(manifest["app.js"].is_string() && manifest["app.wasm"].is_string());
}

#[test]
fn a_stylesheet_that_the_order_forgets_is_an_error() {
    let root = repository();
    fs::write(root.path().join("style/order.txt"), "# nothing yet\n").unwrap();
    assert!(run(root.path()).unwrap_err().contains("base.css"));
}
