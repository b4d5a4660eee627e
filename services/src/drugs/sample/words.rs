//! The words of the sample, from the files in `data/drugs`.

use domain::catalogue::Section;
use domain::identifiers::DrugCode;
use domain::language::Bilingual;
use domain::money::{BasisPoints, Money};
use domain::settlement::ItemClass;

use crate::catalogue::spoken;
use crate::drugs::pay_standard::PayStandard;

/// A dosage form.
pub(super) struct Form {
    pub letter: &'static str,
    pub code: &'static str,
    pub name: Bilingual,
    /// The name of a product, with `{}` for the generic name.
    pub product: Bilingual,
    pub specification: &'static str,
}

/// A generic name with what the lists say of it.
pub(super) struct Substance {
    pub section: Section,
    /// Whether it is a Chinese patent medicine.
    pub patent: bool,
    pub generic: &'static str,
    pub english: String,
    pub category: &'static str,
    pub group: &'static str,
    pub class: ItemClass,
    /// The letters of its forms.
    pub forms: &'static str,
    pub restriction: Bilingual,
    pub pay_standard: Option<PayStandard>,
}

/// A product on the bills of the demonstration.
pub(super) struct Billed {
    pub code: &'static str,
    pub name: Bilingual,
    pub generic: &'static str,
    pub form: &'static str,
    pub self_pay_first: BasisPoints,
    pub price: Money,
    pub over_ceiling: Money,
}

/// The lines of a file with `N` fields between `|`.
fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('|').collect::<Vec<_>>().try_into().ok())
}

fn both(zh: &str, en: &str) -> Bilingual {
    Bilingual {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

/// The dosage forms.
pub(super) fn forms() -> Vec<Form> {
    rows(include_str!("../../../data/drugs/forms.txt"))
        .map(
            |[letter, code, zh, en, product, product_en, specification]| Form {
                letter,
                code,
                name: both(zh, en),
                product: both(product, product_en),
                specification,
            },
        )
        .collect()
}

/// All generic names: western, Chinese patent, then those under agreements and on no list.
pub(super) fn substances() -> Vec<Substance> {
    let western = rows(include_str!("../../../data/drugs/western.txt")).filter_map(
        |[generic, english, category, class, forms]| {
            let class = ItemClass::from_code(class)?;
            Some(Substance {
                section: if class == ItemClass::C {
                    Section::OffList
                } else {
                    Section::Western
                },
                patent: false,
                generic,
                english: english.to_owned(),
                category,
                group: anatomical(category),
                class,
                forms,
                restriction: both("", ""),
                pay_standard: None,
            })
        },
    );
    let patent = rows(include_str!("../../../data/drugs/patent.txt")).filter_map(
        |[generic, category, group, class, forms]| {
            Some(Substance {
                section: Section::ChinesePatent,
                patent: true,
                generic,
                english: spoken(generic),
                category,
                group,
                class: ItemClass::from_code(class)?,
                forms,
                restriction: both("", ""),
                pay_standard: None,
            })
        },
    );
    let others = rows(include_str!("../../../data/drugs/negotiated.txt")).filter_map(
        |[
            section,
            generic,
            english,
            category,
            class,
            forms,
            zh,
            en,
            fen,
            per,
        ]| {
            let section = Section::from_code(section)?;
            let patent = section == Section::NegotiatedChinesePatent;
            Some(Substance {
                section,
                patent,
                generic,
                english: english.to_owned(),
                category,
                group: if patent {
                    "内科用药"
                } else {
                    anatomical(category)
                },
                class: ItemClass::from_code(class)?,
                forms,
                restriction: both(zh, en),
                pay_standard: fen.parse().ok().map(|fen| PayStandard {
                    amount: Money::from_fen(fen),
                    per: per.to_owned(),
                }),
            })
        },
    );
    western.chain(patent).chain(others).collect()
}

/// The products on bills, with class, share and price from the price list of the demonstration.
pub(super) fn billed() -> Vec<Billed> {
    let prices: Vec<Vec<&str>> = include_str!("../../../data/names/items.csv")
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect())
        .collect();
    let billed = |[code, zh, en, generic, form]: [&'static str; 5]| {
        let price = prices.iter().find(|fields| fields.first() == Some(&code))?;
        let figure = |at: usize| price.get(at).and_then(|text| text.parse::<i64>().ok());
        Some(Billed {
            code,
            name: both(zh, en),
            generic,
            form,
            self_pay_first: BasisPoints::new(i32::try_from(figure(3)?).ok()?),
            price: Money::from_fen(figure(4)?),
            over_ceiling: Money::from_fen(figure(8)?),
        })
    };
    rows(include_str!("../../../data/drugs/billed.txt"))
        .filter_map(billed)
        .collect()
}

/// The widest category of a western medicine, by the first letter of its code.
fn anatomical(category: &str) -> &'static str {
    match category.get(..1) {
        Some("A") => "消化道和代谢方面的药物",
        Some("B") => "血液和造血器官药",
        Some("C") => "心血管系统",
        Some("D") => "皮肤病用药",
        Some("G") => "泌尿生殖系统药和性激素",
        Some("H") => "除性激素和胰岛素外的全身激素制剂",
        Some("J") => "全身用抗感染药",
        Some("L") => "抗肿瘤药及免疫调节剂",
        Some("M") => "肌肉-骨骼系统药物",
        Some("N") => "神经系统药物",
        Some("P") => "抗寄生虫药，杀虫药和驱虫药",
        Some("R") => "呼吸系统",
        Some("S") => "感觉器官药物",
        _ => "其他",
    }
}

/// Words of invented brands and makers.
const WORDS: [(&str, &str); 24] = [
    ("安平", "Anping"),
    ("康和", "Kanghe"),
    ("乐宁", "Lening"),
    ("瑞安", "Ruian"),
    ("明泽", "Mingze"),
    ("清源", "Qingyuan"),
    ("嘉禾", "Jiahe"),
    ("永济", "Yongji"),
    ("惠民", "Huimin"),
    ("同春", "Tongchun"),
    ("百川", "Baichuan"),
    ("和润", "Herun"),
    ("青禾", "Qinghe"),
    ("益生", "Yisheng"),
    ("景和", "Jinghe"),
    ("华宁", "Huaning"),
    ("仁泰", "Rentai"),
    ("长宁", "Changning"),
    ("舒安", "Shuan"),
    ("金禾", "Jinhe"),
    ("朗清", "Langqing"),
    ("知春", "Zhichun"),
    ("松鹤", "Songhe"),
    ("远志", "Yuanzhi"),
];
const CITIES: [(&str, &str); 4] = [
    ("北京", "Beijing"),
    ("杭州", "Hangzhou"),
    ("成都", "Chengdu"),
    ("武汉", "Wuhan"),
];

/// The brand of a product: it follows from the code.
pub(super) fn brand(code: &DrugCode) -> Bilingual {
    let sum: usize = code.as_str().bytes().map(usize::from).sum();
    let word = |at: usize| WORDS.get(at % WORDS.len()).copied().unwrap_or_default().0;
    let first = word(sum).chars().take(1);
    let name: String = first.chain(word(sum / 7).chars().skip(1)).collect();
    Bilingual {
        en: format!("Sample {}", spoken(&name)),
        zh: format!("示例{name}"),
    }
}

/// Who has the company number 999xxx.
pub(super) fn company(number: usize) -> Bilingual {
    let (word, word_en) = WORDS.get(number % WORDS.len()).copied().unwrap_or_default();
    let (city, city_en) = CITIES
        .get(number / WORDS.len() % CITIES.len())
        .copied()
        .unwrap_or_default();
    Bilingual {
        zh: format!("示例{word}药业（{city}）有限公司"),
        en: format!("Sample {word_en} Pharma ({city_en})"),
    }
}
