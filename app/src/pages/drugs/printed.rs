//! What the lists print in Chinese alone, in English where each word of it is known: packages and
//! categories. What is not known stays as printed and is marked as Chinese.

use leptos::prelude::*;

use crate::language::Language;
use crate::ui::{IntoWritten, Look, Written};

/// What packages are counted in: as printed, in English, of one and of several.
const UNITS: [(char, &str, &str); 13] = [
    ('片', "tablet", "tablets"),
    ('粒', "capsule", "capsules"),
    ('袋', "sachet", "sachets"),
    ('支', "vial", "vials"),
    ('瓶', "bottle", "bottles"),
    ('盒', "box", "boxes"),
    ('丸', "pill", "pills"),
    ('枚', "piece", "pieces"),
    ('贴', "plaster", "plasters"),
    ('板', "blister pack", "blister packs"),
    ('管', "tube", "tubes"),
    ('揿', "puff", "puffs"),
    ('喷', "spray", "sprays"),
];

/// The main groups of the national list.
const GROUPS: [(&str, &str); 26] = [
    ("消化道和代谢方面的药物", "Alimentary tract and metabolism"),
    ("血液和造血器官药", "Blood and blood-forming organs"),
    ("心血管系统", "Cardiovascular system"),
    ("皮肤病用药", "Dermatologicals"),
    (
        "泌尿生殖系统药和性激素",
        "Genito-urinary system and sex hormones",
    ),
    (
        "除性激素和胰岛素外的全身激素制剂",
        "Systemic hormonal preparations, except sex hormones and insulins",
    ),
    ("全身用抗感染药", "Anti-infectives for systemic use"),
    (
        "抗肿瘤药及免疫调节剂",
        "Antineoplastic and immunomodulating agents",
    ),
    ("肌肉-骨骼系统药物", "Musculo-skeletal system"),
    ("神经系统药物", "Nervous system"),
    (
        "抗寄生虫药，杀虫药和驱虫药",
        "Antiparasitic products, insecticides and repellents",
    ),
    ("呼吸系统", "Respiratory system"),
    ("感觉器官药物", "Sensory organs"),
    ("其他", "Various"),
    ("内科用药", "Internal medicine"),
    ("外科用药", "Surgery"),
    ("肿瘤用药", "Cancer"),
    ("妇科用药", "Gynaecology"),
    ("眼科用药", "Eyes"),
    ("耳鼻喉科用药", "Ear, nose and throat"),
    ("骨伤科用药", "Bones and injuries"),
    ("皮肤科用药", "Skin"),
    ("民族药", "Medicines of ethnic groups"),
    ("糖尿病用药", "Drugs used in diabetes"),
    ("抗高血压药", "Antihypertensives"),
    ("调节血脂药", "Lipid-modifying agents"),
];

/// Strength and package: `0.5g×1瓶`, `0.5g × 1 bottle`.
#[component]
pub(super) fn Package(
    /// As printed.
    of: String,
) -> impl IntoView {
    match Look::current().language {
        Language::English => match package(&of) {
            Some(english) => view! { <span>{english}</span> }.written(),
            None => chinese(of),
        },
        Language::Chinese => chinese(of),
    }
}

/// The category, from the widest down, and its code: `呼吸系统 · XR05CB`.
#[component]
pub(super) fn Category(
    /// As printed; may be empty.
    path: String,
    /// The code; may be empty.
    code: String,
) -> impl IntoView {
    let language = Look::current().language;
    let parts = path
        .split('>')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let mut told: Vec<Written> = Vec::new();
    for part in parts {
        if !told.is_empty() {
            told.push(" > ".written());
        }
        told.push(
            match group(part).filter(|_| language == Language::English) {
                Some(english) => english.written(),
                None => chinese(part.to_owned()),
            },
        );
    }
    if !code.is_empty() {
        if !told.is_empty() {
            told.push(" · ".written());
        }
        told.push(code.written());
    }
    view! { <span>{told}</span> }
}

fn chinese(text: String) -> Written {
    view! { <span lang="zh-Hans">{text}</span> }.written()
}

fn group(printed: &str) -> Option<&'static str> {
    let found = GROUPS.into_iter().find(|(zh, _)| *zh == printed);
    found.map(|(_, en)| en)
}

/// `None` where something in it is not known.
fn package(printed: &str) -> Option<String> {
    let mut english = String::new();
    // The number just before, which decides between one and several.
    let mut number = String::new();
    for letter in printed.chars() {
        let unit = UNITS.into_iter().find(|(zh, ..)| *zh == letter);
        match (letter, unit) {
            (_, Some((_, one, several))) => {
                if !number.is_empty() {
                    english.push(' ');
                }
                let alone = number.is_empty() || number == "1";
                english.push_str(if alone { one } else { several });
                number.clear();
            }
            ('×' | '*', None) => {
                english.push_str(" × ");
                number.clear();
            }
            (letter, None) if letter.is_ascii() => {
                english.push(letter);
                if letter.is_ascii_digit() || letter == '.' {
                    number.push(letter);
                } else {
                    number.clear();
                }
            }
            _ => return None,
        }
    }
    Some(english)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_english_where_every_word_is_known() {
        for (printed, english) in [
            ("0.5g×1瓶", "0.5g × 1 bottle"),
            ("10mg×28片", "10mg × 28 tablets"),
            ("80mg*30片/盒", "80mg × 30 tablets/box"),
            ("240mg/6ml/支", "240mg/6ml/vial"),
            ("120揿", "120 puffs"),
            ("100ml", "100ml"),
        ] {
            assert_eq!(package(printed).as_deref(), Some(english));
        }
        assert_eq!(package("每盒十片"), None);
    }

    #[test]
    fn a_category_keeps_what_has_no_english_word() {
        let html = |language, path: &str, code: &str| {
            let (path, code) = (path.to_owned(), code.to_owned());
            Owner::new().with(|| {
                Look::new(language, false).provide();
                view! { <Category path code/> }.to_html()
            })
        };
        let path = "消化道和代谢方面的药物";
        let english = html(Language::English, path, "XA02BC");
        assert!(english.contains("Alimentary tract and metabolism") && !english.contains(path));
        assert!(english.contains("XA02BC"));
        assert!(html(Language::Chinese, path, "XA02BC").contains(path));
        let unknown = html(Language::English, "心血管系统 > 某类", "");
        assert!(unknown.contains("Cardiovascular system"), "{unknown}");
        assert!(unknown.contains("lang=\"zh-Hans\">某类"), "{unknown}");
    }
}
