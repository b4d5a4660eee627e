//! Archives: whole, damaged, hostile, and imports that were cut off.

use std::io::Write;
use std::path::{Path, PathBuf};

use services::documents::Refusal;
use services::policies::{Import, Progress, Report, import};
use tests::database::{on_each, sqlite_only};
use tests::library::{imported, operator, platform, visitor};
use zip::write::SimpleFileOptions;

const HELPER: &str = env!("CARGO_BIN_EXE_extract");

fn law(number: usize) -> String {
    format!(
        "# 第{number}个办法\n\n2020年1月1日 国务院令第{number}号公布\n\n<!-- INFO END -->\n\n第一条 内容{number}。\n"
    )
}

fn tar(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        builder.append_data(&mut header, name, *bytes).unwrap();
    }
    builder.into_inner().unwrap()
}

fn xz(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = liblzma::write::XzEncoder::new(Vec::new(), 6);
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_archive_holds_the_same_documents() {
    on_each(async |made| {
        let platform = platform(&made);
        let context = visitor(&platform);
        let (one, two) = (law(1), law(2));
        let members: [(&str, &[u8]); 3] = [
            ("一/a.md", one.as_bytes()),
            ("b.md", two.as_bytes()),
            (".hidden.md", b"# x\n\ny"),
        ];
        let folder = made.folder.path();
        let first = imported(
            &context,
            &write(folder, "a.tar.xz", &xz(&tar(&members))),
            HELPER,
        )
        .await;
        let expected = Progress {
            files: 2,
            added: 2,
            ..Progress::default()
        };
        assert_eq!(first.progress, expected, "{first:?}");
        for path in [
            write(folder, "b.tar.gz", &gz(&tar(&members))),
            write(folder, "c.zip", &zip(&members)),
            write(folder, "named-otherwise", &xz(&tar(&members))),
        ] {
            let again = imported(&context, &path, HELPER).await;
            assert_eq!(
                (again.progress.files, again.progress.unchanged),
                (2, 2),
                "{again:?}"
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn damaged_and_hostile_archives_are_refused_as_a_whole() {
    let made = sqlite_only().await;
    let platform = platform(&made);
    let context = visitor(&platform);
    let folder = made.folder.path();
    let texts: Vec<String> = (0..40).map(law).collect();
    let names: Vec<String> = (0..40).map(|number| format!("{number}.md")).collect();
    let members: Vec<(&str, &[u8])> = names
        .iter()
        .zip(&texts)
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    let whole = tar(&members);
    let reasons = |report: &Report| {
        report
            .refused
            .iter()
            .map(|file| file.reason)
            .collect::<Vec<_>>()
    };

    let cut = gz(&whole);
    let report = imported(
        &context,
        &write(folder, "cut.tar.gz", &cut[..cut.len() * 2 / 3]),
        HELPER,
    )
    .await;
    assert_eq!(reasons(&report), [Refusal::Damaged], "{report:?}");
    assert_eq!(report.progress.added, 0, "nothing half-read: {report:?}");

    let mut noise = xz(&whole);
    let middle = noise.len() / 2;
    noise
        .iter_mut()
        .skip(middle)
        .take(40)
        .for_each(|byte| *byte ^= 0x55);
    let report = imported(&context, &write(folder, "noise.tar.xz", &noise), HELPER).await;
    assert_eq!(reasons(&report), [Refusal::Damaged], "{report:?}");

    let zeros = vec![b'a'; 600_000];
    let many: Vec<(String, &[u8])> = (0..5)
        .map(|n| (format!("{n}.txt"), zeros.as_slice()))
        .collect();
    let many: Vec<(&str, &[u8])> = many
        .iter()
        .map(|(name, bytes)| (name.as_str(), *bytes))
        .collect();
    for (name, bytes) in [("bomb.zip", zip(&many)), ("bomb.tar.xz", xz(&tar(&many)))] {
        let report = imported(&context, &write(folder, name, &bytes), HELPER).await;
        assert!(
            reasons(&report).contains(&Refusal::Bomb),
            "{name}: {report:?}"
        );
    }

    let inner = zip(&[("a.md", texts[0].as_bytes())]);
    let report = imported(
        &context,
        &write(folder, "nested.zip", &zip(&[("inner.zip", &inner)])),
        HELPER,
    )
    .await;
    assert_eq!(reasons(&report), [Refusal::Nested], "{report:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_was_cut_off_is_simply_repeated() {
    on_each(async |made| {
        let context = operator(&platform(&made));
        let texts: Vec<String> = (0..200).map(law).collect();
        let names: Vec<String> = (0..200).map(|number| format!("{number}.md")).collect();
        let members: Vec<(&str, &[u8])> = names
            .iter()
            .zip(&texts)
            .map(|(name, text)| (name.as_str(), text.as_bytes()))
            .collect();
        let what = Import {
            path: write(made.folder.path(), "all.tar.gz", &gz(&tar(&members))),
            extractor: services::documents::Extractor {
                program: HELPER.into(),
                arguments: Vec::new(),
            },
        };
        // The first transaction lands, then the work is dropped where it stands.
        let (told, mut hears) = tokio::sync::mpsc::unbounded_channel();
        tokio::select! {
            _ = import(&context, &what, |_| told.send(()).unwrap_or_default()) => {}
            _ = hears.recv() => {}
        }
        let report = import(&context, &what, |_| ()).await.unwrap();
        assert_eq!(report.progress.files, 200);
        assert_eq!(
            report.progress.added + report.progress.unchanged,
            200,
            "{report:?}"
        );
        let again = import(&context, &what, |_| ()).await.unwrap();
        assert_eq!(again.progress.unchanged, 200, "{again:?}");
    })
    .await;
}
