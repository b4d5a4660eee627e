//! The parameter sets that come with the product.

use std::sync::LazyLock;

use serde_json::Value;

use super::{ParameterSet, Resolution, resolve};

/// The files: the common ground of the nation first, then the sets, what is in force now before
/// what was. They are part of the server only; nothing of the browser's half names them.
static FILES: [&str; 8] = [
    include_str!("../../../data/parameters/cn-2025.json"),
    include_str!("../../../data/parameters/bj-2025.json"),
    include_str!("../../../data/parameters/hz-2025.json"),
    include_str!("../../../data/parameters/cd-2025.json"),
    include_str!("../../../data/parameters/sh-2025.json"),
    include_str!("../../../data/parameters/bj-2024.json"),
    include_str!("../../../data/parameters/hz-2024.json"),
    include_str!("../../../data/parameters/cd-2024.json"),
];

static RESOLUTION: LazyLock<Resolution> = LazyLock::new(|| {
    let entries: Vec<(String, Value)> = FILES
        .iter()
        .enumerate()
        .filter_map(|(place, text)| Some((format!("/{place}"), serde_json::from_str(text).ok()?)))
        .collect();
    resolve(&entries, &[])
});

static SETS: LazyLock<Vec<ParameterSet>> = LazyLock::new(|| {
    RESOLUTION
        .sets
        .iter()
        .filter_map(|set| serde_json::from_value(set.body.clone()).ok())
        .collect()
});

static WHOLE: LazyLock<Vec<String>> = LazyLock::new(|| {
    RESOLUTION
        .sets
        .iter()
        .map(|set| set.body.to_string())
        .collect()
});

static TEXTS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| WHOLE.iter().map(String::as_str).collect());

static LAYERS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    FILES
        .iter()
        .filter_map(|text| serde_json::from_str(text).ok())
        .filter(|body: &Value| body.get("layer") == Some(&Value::Bool(true)))
        .collect()
});

/// The sets that come with the product, whole, read once: Beijing, Hangzhou, Chengdu and Shanghai
/// in force from 2025, then Beijing, Hangzhou and Chengdu in 2024.
#[must_use]
pub fn shipped_parameter_sets() -> &'static [ParameterSet] {
    &SETS
}

/// The same sets as JSON text, each with everything that it inherits, as `import parameters`
/// takes them.
#[must_use]
pub fn shipped_parameter_texts() -> &'static [&'static str] {
    &TEXTS
}

/// The files as they are written: sets that give only what differs, and the layers that they
/// inherit the rest from.
#[must_use]
pub fn shipped_parameter_files() -> &'static [&'static str] {
    &FILES
}

/// The layers that come with the product. A set from anywhere may inherit from them.
#[must_use]
pub fn shipped_layers() -> &'static [Value] {
    &LAYERS
}

#[cfg(test)]
mod tests {
    use super::super::{notices, overlap};
    use super::*;

    #[test]
    fn every_file_can_be_read_and_is_sound() {
        assert_eq!(RESOLUTION.problems, []);
        for set in &RESOLUTION.sets {
            let read: ParameterSet = serde_json::from_value(set.body.clone()).unwrap();
            assert_eq!(read.problems(), [], "{}", read.id);
        }
        let sets = shipped_parameter_sets();
        assert_eq!(sets.len() + shipped_layers().len(), FILES.len());
        assert_eq!(shipped_parameter_texts().len(), sets.len());
        let ids: Vec<&str> = sets.iter().map(|set| set.id.as_str()).collect();
        assert_eq!(
            ids,
            [
                "BJ-2025", "HZ-2025", "CD-2025", "SH-2025", "BJ-2024", "HZ-2024", "CD-2024"
            ]
        );
    }

    #[test]
    fn the_sets_of_a_region_follow_one_another_without_a_gap() {
        let sets = shipped_parameter_sets();
        for (index, set) in sets.iter().enumerate() {
            assert_eq!(notices(set, sets), [], "{}", set.id);
            for other in sets.iter().skip(index + 1) {
                assert!(!overlap(set, other), "{} and {}", set.id, other.id);
            }
        }
    }
}
