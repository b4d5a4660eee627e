//! The stylesheets: contrast, one truth for dark, what the oldest browsers can read.

#![expect(
    clippy::expect_used,
    clippy::float_arithmetic,
    reason = "a test of colours computes with fractions and may stop at the first surprise"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

type Colours = BTreeMap<String, String>;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../style")
}

fn sheet(name: &str) -> String {
    fs::read_to_string(folder().join(name)).expect("a stylesheet")
}

/// The colours that `sheet` sets in the block after `selector`.
fn colours(sheet: &str, selector: &str) -> Colours {
    let after = sheet.split_once(selector).expect("the selector").1;
    let block = after.split_once('}').expect("the end of the block").0;
    block
        .split(';')
        .filter_map(|declaration| declaration.rsplit_once("--")?.1.split_once(": "))
        .filter(|(_, value)| value.starts_with('#'))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let byte = u8::from_str_radix(colour.get(at..at + 2).expect("six digits"), 16);
        let value = f64::from(byte.expect("hexadecimal")) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Each mode with its colours and the contrast that text needs in it.
fn modes() -> Vec<(&'static str, Colours, f64)> {
    let overlay = |under: &Colours, over: Colours| {
        let mut all = under.clone();
        all.extend(over);
        all
    };
    let elder = sheet("tokens-elder.css");
    let light = colours(&sheet("tokens.css"), ":root {");
    let dark = overlay(
        &light,
        colours(&sheet("tokens-dark.css"), ":root[data-theme=\"dark\"] {"),
    );
    let elder_light = overlay(&light, colours(&elder, ":root[data-mode=\"elder\"] {"));
    let elder_dark = overlay(
        &overlay(&dark, colours(&elder, ":root[data-mode=\"elder\"] {")),
        colours(&elder, ":root[data-mode=\"elder\"][data-theme=\"dark\"] {"),
    );
    vec![
        ("light", light, 4.5),
        ("dark", dark, 4.5),
        ("elder, light", elder_light, 7.0),
        ("elder, dark", elder_dark, 7.0),
    ]
}

#[test]
fn text_has_contrast_in_every_mode() {
    let grounds = [
        "paper",
        "surface",
        "sunken",
        "tint",
        "tint-2",
        "good-bg",
        "notice-bg",
        "danger-bg",
        "info-bg",
    ];
    let mut pairs: Vec<(String, String)> = Vec::new();
    for ground in grounds {
        for ink in ["ink", "ink-2", "action"] {
            pairs.push((ink.into(), ground.into()));
        }
    }
    for ground in ["paper", "surface", "sunken", "tint", "tint-2"] {
        pairs.push(("action-hover".into(), ground.into()));
    }
    for tone in ["good", "notice", "danger", "info"] {
        pairs.push((tone.into(), format!("{tone}-bg")));
        pairs.push((tone.into(), "surface".into()));
    }
    for payer in [
        "pool",
        "large",
        "catastrophic",
        "assistance",
        "addon",
        "account",
        "cash",
    ] {
        pairs.push(("on-pay".into(), format!("pay-{payer}")));
    }
    pairs.push(("ink".into(), "mark".into()));
    pairs.push(("ink-2".into(), "mark".into()));
    pairs.push(("on-action".into(), "action".into()));
    pairs.push(("on-action".into(), "action-hover".into()));
    for (mode, colours, least) in modes() {
        for (ink, ground) in &pairs {
            let found = contrast(&colours[ink], &colours[ground]);
            assert!(found >= least, "{mode}: {ink} on {ground} has {found:.2}");
        }
    }
}

#[test]
fn edges_and_focus_can_be_seen() {
    for (mode, colours, _) in modes() {
        for (edge, ground) in [
            ("line-strong", "surface"),
            ("line-strong", "paper"),
            ("focus", "paper"),
            ("focus", "surface"),
            ("focus", "tint-2"),
        ] {
            let found = contrast(&colours[edge], &colours[ground]);
            assert!(found >= 3.0, "{mode}: {edge} on {ground} has {found:.2}");
        }
    }
}

#[test]
fn dark_by_device_and_dark_by_choice_are_the_same() {
    let dark = sheet("tokens-dark.css");
    assert_eq!(
        colours(&dark, ":root:not([data-theme=\"light\"]) {"),
        colours(&dark, ":root[data-theme=\"dark\"] {")
    );
    let elder = sheet("tokens-elder.css");
    assert_eq!(
        colours(
            &elder,
            ":root[data-mode=\"elder\"]:not([data-theme=\"light\"]) {"
        ),
        colours(&elder, ":root[data-mode=\"elder\"][data-theme=\"dark\"] {")
    );
}

#[test]
fn every_sheet_is_in_the_order_and_can_be_read_by_old_browsers() {
    let order = fs::read_to_string(folder().join("order.txt")).expect("the order");
    let mut listed: Vec<&str> = order
        .lines()
        .filter(|line| line.ends_with(".css"))
        .collect();
    listed.sort_unstable();
    let mut present: Vec<String> = fs::read_dir(folder())
        .expect("the folder")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".css"))
        .collect();
    present.sort();
    assert_eq!(listed, present);
    for name in present {
        let text = sheet(&name);
        for unknown in [
            ":has(",
            "@container",
            "color-mix(",
            "light-dark(",
            "oklch(",
            "translate:",
            "width >=",
            "width <=",
        ] {
            assert!(!text.contains(unknown), "{name} uses {unknown}");
        }
    }
}
