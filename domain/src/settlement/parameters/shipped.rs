//! The parameter sets that come with the product.

use std::sync::LazyLock;

use super::ParameterSet;

static TEXTS: [&str; 3] = [
    include_str!("../../../data/parameters/bj-2025.json"),
    include_str!("../../../data/parameters/hz-2025.json"),
    include_str!("../../../data/parameters/cd-2025.json"),
];

static SETS: LazyLock<Vec<ParameterSet>> = LazyLock::new(|| {
    TEXTS
        .iter()
        .filter_map(|text| serde_json::from_str(text).ok())
        .collect()
});

/// The sets for Beijing, Hangzhou and Chengdu, in force from 2025, read once.
#[must_use]
pub fn shipped_parameter_sets() -> &'static [ParameterSet] {
    &SETS
}

/// The same sets as JSON text, as `import parameters` takes them.
#[must_use]
pub fn shipped_parameter_texts() -> &'static [&'static str] {
    &TEXTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_can_be_read_and_is_sound() {
        for text in TEXTS {
            let set: ParameterSet = serde_json::from_str(text).unwrap();
            assert_eq!(set.problems(), [], "{}", set.id);
        }
        assert_eq!(shipped_parameter_sets().len(), TEXTS.len());
    }
}
