//! `import policies|parameters|products`, and `reindex`: what is taken is told, what is refused
//! too, and the exit status says whether it came to anything.

use std::io::Write;
use std::path::Path;

use tests::binary::Binary;

const SETS: &str = include_str!("../../domain/data/parameters/bj-2025.json");
const PRODUCTS: &str = include_str!("../../services/data/products/sample.json");

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

fn decree(number: u32, words: &str) -> String {
    format!(
        "# 关于示例事项{number}的通知\n\n2020年1月{number}日 国务院令第{number}号公布\n\n\
         <!-- INFO END -->\n\n第一条 {words}。\n\n第二条 自公布之日起施行。\n"
    )
}

/// An archive of these files, packed by `flate2`.
fn tar_gz(files: &[(&str, &[u8])]) -> Vec<u8> {
    let packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let mut archive = tar::Builder::new(packed);
    for (name, content) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        header.set_mode(0o644);
        archive
            .append_data(&mut header, name, *content)
            .expect("a member");
    }
    archive.into_inner().expect("tar").finish().expect("gzip")
}

#[test]
fn policies_come_from_a_file_a_folder_or_an_archive() {
    let program = Binary::new();
    let one = program.file("texts/one.md", decree(1, "紫色雨伞津贴"));
    let import = |path: &Path| program.succeeds(&["import", "policies", text(path)]);
    let said = import(&one);
    assert!(said.contains("1 files; 1 added"), "{said}");
    assert!(import(&one).contains("1 unchanged, 0 refused"));
    program.file("texts/one.md", decree(1, "绿色雨伞津贴"));
    assert!(import(&one).contains("1 changed"));

    program.file("texts/two.txt", decree(2, "橙色雨伞津贴"));
    program.file(
        "texts/old.doc",
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old one",
    );
    let said = import(&program.path("texts"));
    assert!(
        said.contains("refused   old.doc: the old .doc format"),
        "{said}"
    );
    assert!(
        said.contains("3 files; 1 added, 0 new versions, 0 changed, 1 unchanged, 1 refused"),
        "{said}"
    );

    let three = decree(3, "白色雨伞津贴");
    let files = [
        ("three.md", three.as_bytes()),
        ("inside.zip", b"PK\x03\x04 no"),
    ];
    let archive = program.file("inside.zip", tar_gz(&files));
    let said = import(&archive);
    assert!(
        said.contains("1 added") && said.contains("1 refused"),
        "{said}"
    );
    let said = program.succeeds(&["reindex"]);
    assert!(said.contains("is at revision 4 of the library"), "{said}");
}

#[test]
fn policies_of_which_nothing_is_taken_are_a_failure() {
    let program = Binary::new();
    let fails = |path: &Path| program.fails(&["import", "policies", text(path)]);
    let ran = fails(&program.path("nowhere"));
    assert!(ran.err.contains("cannot be read"), "{ran:?}");

    let empty = program.file("empty.md", "");
    let ran = fails(&empty);
    assert!(
        ran.out.contains("refused   empty.md: the file is empty"),
        "{ran:?}"
    );
    assert!(ran.err.contains("was refused"), "{ran:?}");

    program.file("bad/one.md", "");
    program.file("bad/two.bin", [0_u8, 1, 2, 3].repeat(9));
    let ran = fails(&program.path("bad"));
    assert!(
        ran.out.contains("2 files") && ran.out.contains("2 refused"),
        "{ran:?}"
    );
    assert!(ran.err.contains("every file was refused"), "{ran:?}");

    let (good, other) = (decree(1, "紫色雨伞津贴"), decree(2, "绿色雨伞津贴"));
    let files = [("one.md", good.as_bytes()), ("two.md", other.as_bytes())];
    let mut cut = tar_gz(&files);
    cut.truncate(cut.len() / 2);
    let ran = fails(&program.file("cut.tar.gz", cut));
    assert!(
        ran.out
            .contains("refused   cut.tar.gz: the file is damaged"),
        "{ran:?}"
    );

    // It shows after the first member, which is kept.
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let plain = zip::write::SimpleFileOptions::default();
    let hollow = " ".repeat(15_000_000);
    for (name, content) in [("one.md", &good), ("two.md", &hollow), ("three.md", &other)] {
        zip.start_file(name, plain).expect("a member");
        zip.write_all(content.as_bytes()).expect("text");
    }
    let zip = zip.finish().expect("an archive").into_inner();
    let ran = fails(&program.file("bomb.zip", zip));
    assert!(
        ran.out.contains("refused   bomb.zip: the archive unpacks"),
        "{ran:?}"
    );
    assert!(ran.out.contains("1 added"), "{ran:?}");
    assert!(ran.err.contains("bomb.zip was refused"), "{ran:?}");
}

#[test]
fn parameters_are_taken_all_or_none_and_never_changed() {
    let program = Binary::new();
    let import = |name: &str, text: &str| {
        let file = program.file(name, text);
        program.run(&["import", "parameters", file.to_str().expect("UTF-8")])
    };
    let ran = import("good.json", SETS);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (Some(0), "added     BJ-2025\n"),
        "{ran:?}"
    );
    let ran = import("good.json", SETS);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (Some(0), "unchanged BJ-2025\n"),
        "{ran:?}"
    );
    let ran = import("changed.json", &SETS.replace("130000", "140000"));
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("/id (already_used)"), "{ran:?}");
    let begins = |year: &str| {
        let id = format!("BJ-{year}");
        let from = format!("{year}-01-01");
        SETS.replace("BJ-2025", &id).replace("2025-01-01", &from)
    };
    let new = begins("2027");
    let wrong = begins("2028").replace("\"ratio\": 9000", "\"ratio\": 90000");
    let ran = import("half.json", &format!("[{new},{wrong}]"));
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("/1/schemes/employee"), "{ran:?}");
    let ran = import("new.json", &new);
    assert_eq!(
        ran.out, "added     BJ-2027\n",
        "nothing of the half was kept"
    );
    let ran = import("same.json", &SETS.replace("BJ-2025", "BJ-SAME"));
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("/effective (overlaps)"), "{ran:?}");
    assert!(ran.err.contains("BJ-2025, 2025-01-01, null"), "{ran:?}");
    let short = begins("2029").replace("\"through\": null}", "\"through\": \"2029-06-30\"}");
    let ran = import("short.json", &short);
    let told = "added     BJ-2029\n\
                warning   BJ-2029: after it ends, BJ-2027 is in force again from 2029-07-01\n";
    assert_eq!(ran.out, told, "{ran:?}");
    let orphan = begins("2030").replace("CN-2025", "CN-1925");
    let ran = import("orphan.json", &orphan);
    assert!(ran.err.contains("/inherits (unknown_parent)"), "{ran:?}");
    assert!(ran.err.contains("(CN-1925)"), "{ran:?}");
    for broken in ["{", "", "[1]", "null"] {
        assert_eq!(import("broken.json", broken).code, Some(1), "{broken}");
    }
    let ran = program.fails(&["import", "parameters", "nowhere.json"]);
    assert!(ran.err.contains("nowhere.json"), "{ran:?}");
}

#[test]
fn products_are_added_and_replaced() {
    let program = Binary::new();
    let import = |text: &str| {
        let file = program.file("products.json", text);
        program.run(&["import", "products", file.to_str().expect("UTF-8")])
    };
    let ran = import(PRODUCTS);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.out.contains("added     sample-city-beijing\n"),
        "{ran:?}"
    );
    assert!(
        import(PRODUCTS)
            .out
            .lines()
            .all(|line| line.starts_with("unchanged "))
    );
    let ran = import(&PRODUCTS.replace("北京示例惠民保", "北京示例新惠民保"));
    assert!(
        ran.out.contains("changed   sample-city-beijing\n"),
        "{ran:?}"
    );
    let ran =
        import(&PRODUCTS.replace("\"kind\": \"city_supplementary\"", "\"kind\": \"nothing\""));
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("/0"), "{ran:?}");
}

#[test]
fn a_catalogue_is_taken_whole_or_told_line_by_line() {
    let program = Binary::new();
    let good =
        r#"{"code": "H33010600001", "name": "某区第一医院", "region": "330106", "level": "l3"}"#;
    let file = program.file("institutions.ndjson", good);
    let import = |path: &Path| program.succeeds(&["import", "institutions", text(path)]);
    assert!(import(&file).contains("1 added, 0 changed, 0 unchanged"));
    assert!(import(&file).contains("0 added, 0 changed, 1 unchanged"));

    let drug = r#"{"record": "drug", "section": "western", "class_ab": "甲", "seq_no": 3, "generic_name": "某平"}"#;
    let file = program.file("drugs.ndjson", drug);
    let said = program.succeeds(&["import", "drugs", text(&file)]);
    assert!(said.contains("1 added"), "{said}");

    let bad = program.file(
        "bad.ndjson",
        format!("{drug}\n{}\nno record\n", &drug[..40]),
    );
    let ran = program.fails(&["import", "drugs", text(&bad)]);
    for line in ["line 2 (unreadable)", "line 3 (unreadable)"] {
        assert!(ran.err.contains(line), "{ran:?}");
    }
    let ran = program.fails(&["import", "drugs", text(&program.path("nowhere"))]);
    assert!(ran.err.contains("nowhere"), "{ran:?}");
}
