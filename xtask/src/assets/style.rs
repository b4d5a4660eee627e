//! All of `style/` as one stylesheet: in the order of `style/order.txt`, nesting lowered, minified.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Features, Targets};

use crate::Result;

/// Joins the stylesheets of a folder. A file that the order does not name, and a name without a
/// file, are errors: a forgotten component would look right on nobody's screen.
pub(super) fn join(folder: &Path) -> Result<String> {
    let mut source = String::new();
    for name in order(folder)? {
        source.push_str(
            &fs::read_to_string(folder.join(&name))
                .map_err(|error| format!("style/{name}: {error}"))?,
        );
        source.push('\n');
    }
    lower(&source)
}

fn order(folder: &Path) -> Result<Vec<String>> {
    let mut present = BTreeSet::new();
    if folder.exists() {
        for entry in fs::read_dir(folder)? {
            if let Ok(name) = entry?.file_name().into_string()
                && Path::new(&name)
                    .extension()
                    .is_some_and(|extension| extension == "css")
            {
                present.insert(name);
            }
        }
    }
    let list = folder.join("order.txt");
    if !list.exists() {
        return Ok(present.into_iter().collect());
    }
    let listed: Vec<String> = fs::read_to_string(list)?
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect();
    let known: BTreeSet<String> = listed.iter().cloned().collect();
    if let Some(forgotten) = present.difference(&known).next() {
        return Err(format!("style/order.txt does not name {forgotten}").into());
    }
    Ok(listed)
}

/// Chrome and WebView 99, Safari 15.4, Firefox 97: the first with cascade layers. They know no nesting.
fn baseline() -> Targets {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    let browsers = Browsers {
        android: version(99, 0),
        chrome: version(99, 0),
        firefox: version(97, 0),
        ios_saf: version(15, 4),
        safari: version(15, 4),
        ..Browsers::default()
    };
    // Only what can be rewritten without changing meaning: colour functions and the like stay ours.
    Targets {
        browsers: Some(browsers),
        include: Features::Nesting,
        exclude: Features::Colors | Features::LogicalProperties,
    }
}

fn lower(source: &str) -> Result<String> {
    let mut sheet = StyleSheet::parse(source, ParserOptions::default())
        .map_err(|error| format!("style: {error}"))?;
    let targets = baseline();
    sheet
        .minify(MinifyOptions {
            targets,
            ..MinifyOptions::default()
        })
        .map_err(|error| format!("style: {error}"))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            targets,
            ..PrinterOptions::default()
        })
        .map_err(|error| format!("style: {error}"))?;
    Ok(printed.code)
}
