//! Invented names.

use std::sync::LazyLock;

use domain::identifiers::Sex;
use serde::Deserialize;

use super::dice::Dice;

#[derive(Default, Deserialize)]
struct Lists {
    surnames: String,
    male: String,
    female: String,
    minority: Minority,
    rare: String,
}

#[derive(Default, Deserialize)]
struct Minority {
    male: Vec<String>,
    female: Vec<String>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/names/people.json")).unwrap_or_default()
});

/// A family name.
pub(super) fn surname(dice: &mut Dice) -> char {
    letter(dice, &LISTS.surnames)
}

/// A full name. A few are long, with a middle dot, or hold a character beyond the first plane.
pub(super) fn full(dice: &mut Dice, surname: char, sex: Sex) -> String {
    let (given, minority) = match sex {
        Sex::Male => (&LISTS.male, &LISTS.minority.male),
        Sex::Female => (&LISTS.female, &LISTS.minority.female),
    };
    let kind = dice.below(200);
    if kind < 3
        && let Some(name) = dice.pick(minority)
    {
        return name.clone();
    }
    let mut name = String::from(surname);
    name.push(if kind == 3 {
        letter(dice, &LISTS.rare)
    } else {
        letter(dice, given)
    });
    if kind >= 60 {
        name.push(letter(dice, given));
    }
    name
}

fn letter(dice: &mut Dice, letters: &str) -> char {
    let all: Vec<char> = letters.chars().collect();
    dice.pick(&all).copied().unwrap_or('某')
}
