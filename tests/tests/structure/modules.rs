//! The tests are one program: a file that it does not name is never run.

use std::collections::BTreeSet;
use std::fs;

use super::root;

#[test]
fn every_file_of_tests_is_a_module_of_the_program() {
    let folder = root().join("tests/tests");
    let program = fs::read_to_string(folder.join("main.rs")).expect("the program");
    let named: BTreeSet<String> = program
        .lines()
        .filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect();
    let files = fs::read_dir(folder).expect("the folder of the tests");
    let there: BTreeSet<String> = files
        .filter_map(|file| file.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".rs").map(str::to_owned))
        .filter(|name| name != "main")
        .collect();
    assert_eq!(named, there, "add the module in tests/tests/main.rs");
}
