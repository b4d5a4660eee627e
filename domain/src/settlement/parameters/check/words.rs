//! What a problem of a parameter set is, and how it is mended, in plain words.

use super::{ParameterError, Problem};
use crate::language::Language;

impl ParameterError {
    /// What is wrong and what to do, without the value that is wrong.
    #[must_use]
    pub const fn mend(self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.zh(),
            Language::En => self.en(),
        }
    }

    /// What [`Problem::told`] said in English of a problem of this name, in `language`.
    #[must_use]
    pub fn retold(self, english: &str, language: Language) -> String {
        let about = english.strip_prefix(self.en()).unwrap_or_default();
        let about = about
            .strip_prefix(" (")
            .and_then(|rest| rest.strip_suffix(')'));
        let mend = self.mend(language);
        match (about, language) {
            (None, _) => mend.to_owned(),
            (Some(about), Language::Zh) => format!("{mend}（{}）", about.replace(", ", "，")),
            (Some(about), Language::En) => format!("{mend} ({about})"),
        }
    }

    const fn zh(self) -> &'static str {
        match self {
            Self::RatioOutOfRange => {
                "比例要写成 0 到 10000 之间的整数（10000 就是 100%）；单位和个人的费率加起来也不能超过 10000。"
            }
            Self::AmountOutOfRange => {
                "金额以分为单位，要在 0 到 1 亿元（10000000000 分）之间；没有上限时请写 null，不要写很大的数。"
            }
            Self::NotAscending => "后一档必须比前一档大；请按从小到大重新排列。",
            Self::NoLastBracket => {
                "最后一档（而且只有最后一档）的上限要写 null，表示再往上都算这一档。"
            }
            Self::EndsBeforeItBegins => {
                "最后一天早于第一天；请改正其中一个，没有结束日期就写 null。"
            }
            Self::DayOutOfRange => "日期要在 1900 年到 2200 年之间；没有结束日期就写 null。",
            Self::UnknownRegion => {
                "没有这个行政区划代码；请用六位代码，例如 330100 表示杭州市。000000 表示全国，只能用于 layer。"
            }
            Self::EmptyName => "名称不能空着；请填上。",
            Self::MonthOutOfRange => "月份要写 1 到 12 的整数。",
            Self::AgeOutOfRange => "年龄要写 0 到 150 的整数（周岁）。",
            Self::YearsOutOfRange => "缴费年限不能超过 60 年；请检查单位是不是写成了月。",
            Self::DaysOutOfRange => "假期不能超过 1000 天；请检查数字。",
            Self::DivisorIsZero => "除数不能是 0；一般是 30。",
            Self::NamedTwice => "同一项写了两遍；请删去一个。",
            Self::HalfReview => "审核人和审核日期要么都写，要么都不写。",
            Self::WrongHead => {
                "id、region、inherits 是带引号的文字，name 有 zh 和 en，effective 有 from 和 through（YYYY-MM-DD 或 null），layer 只能是 true 或不写。"
            }
            Self::Duplicate => "文件里已经有同名的参数；每个 id 只能用一次。",
            Self::UnknownParent => {
                "inherits 指向的参数不存在；请检查 id，或者把那一套参数放进同一个文件。"
            }
            Self::InheritanceCycle => "这些参数互相继承，绕成了一圈；请去掉其中一个 inherits。",
            Self::ParentElsewhere => {
                "inherits 指向了别的地方的参数；只能继承全国的，或者本省、本市的上级参数。"
            }
            Self::LayersOutOfOrder => {
                "inherits 只能指向上一级：全国在省之上，省在市之上；同级和下级都不行。"
            }
            Self::ParentNotInForce => {
                "被继承的参数没有覆盖这一套的全部日期；请缩短这一套的日期，或者继承另一套。"
            }
            Self::GroupInPart => {
                "一组数值要整组写：values 和 source 都要有，这样来源才不会和数值脱节。"
            }
            Self::UnusedLayer => {
                "layer 只是给下级共用的底稿，本身不会被保存；请把继承它的参数放进同一个文件。"
            }
            Self::Overlaps => "同一地区同一天只能有一套参数；请改日期，让它们前后相接。",
        }
    }

    const fn en(self) -> &'static str {
        match self {
            Self::RatioOutOfRange => {
                "A ratio is a whole number from 0 to 10000 (10000 = 100 %); the rates of employer and person together are not above 10000 either."
            }
            Self::AmountOutOfRange => {
                "An amount is in fen, from 0 to 100 million yuan (10000000000 fen); where there is no limit write null, never a very large number."
            }
            Self::NotAscending => {
                "Each entry must be larger than the one before; put them in order."
            }
            Self::NoLastBracket => {
                "The last entry, and only the last, has null for its end: it stands for everything above."
            }
            Self::EndsBeforeItBegins => {
                "The last day is before the first; mend one of them, or write null where there is no last day."
            }
            Self::DayOutOfRange => {
                "Days lie between the years 1900 and 2200; where there is no last day write null."
            }
            Self::UnknownRegion => {
                "No region has this code; use six digits such as 330100 for Hangzhou. 000000, the nation, is for layers only."
            }
            Self::EmptyName => "The name is empty; fill it in.",
            Self::MonthOutOfRange => "A month is a whole number from 1 to 12.",
            Self::AgeOutOfRange => "An age is a whole number from 0 to 150.",
            Self::YearsOutOfRange => {
                "Years of contribution are not above 60; see whether months were written."
            }
            Self::DaysOutOfRange => "Days of leave are not above 1000; see to the number.",
            Self::DivisorIsZero => "A divisor cannot be 0; it usually is 30.",
            Self::NamedTwice => "The same entry stands there twice; remove one.",
            Self::HalfReview => "Reviewer and day of the review are given together or not at all.",
            Self::WrongHead => {
                "id, region and inherits are texts in quotation marks, name has zh and en, effective has from and through (YYYY-MM-DD or null), layer is true or left out."
            }
            Self::Duplicate => "The file has a set of this name already; use each id once.",
            Self::UnknownParent => {
                "inherits names a set that is not there; see to the id, or put that set into the same file."
            }
            Self::InheritanceCycle => {
                "These sets inherit from one another in a circle; take one inherits away."
            }
            Self::ParentElsewhere => {
                "inherits names a set of another place; a set inherits from the nation or from the province or city that it lies in."
            }
            Self::LayersOutOfOrder => {
                "inherits must name a set above this one: the nation stands above provinces, a province above its cities; never the same level or one below."
            }
            Self::ParentNotInForce => {
                "The set that is inherited from is not in force on all days of this one; shorten this one, or inherit from another."
            }
            Self::GroupInPart => {
                "A group is given whole, values and source together, so that no figure loses its source."
            }
            Self::UnusedLayer => {
                "A layer is only a common ground for sets below it and is not kept by itself; put the sets that inherit from it into the same file."
            }
            Self::Overlaps => {
                "A region has one set on a day; change the dates so that one follows the other."
            }
        }
    }
}

impl Problem {
    /// What is wrong, what it is about, and what to do.
    #[must_use]
    pub fn told(&self, language: Language) -> String {
        let mend = self.code.mend(language);
        if self.about.is_empty() {
            return mend.to_owned();
        }
        let between = match self.code {
            ParameterError::InheritanceCycle => " → ",
            _ => language.pick("，", ", "),
        };
        let about = self.about.join(between);
        match language {
            Language::Zh => format!("{mend}（{about}）"),
            Language::En => format!("{mend} ({about})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_problem_has_words_of_its_own_in_both_languages() {
        for language in [Language::Zh, Language::En] {
            let told: BTreeSet<&str> = ParameterError::ALL
                .iter()
                .map(|code| code.mend(language))
                .collect();
            assert_eq!(told.len(), ParameterError::ALL.len());
            assert!(told.iter().all(|text| text.ends_with(['.', '。'])));
        }
        let circle = Problem::about(
            "/inherits",
            ParameterError::InheritanceCycle,
            ["A", "B", "A"],
        );
        assert!(circle.told(Language::Zh).ends_with("（A → B → A）"));
        assert!(circle.told(Language::En).ends_with("(A → B → A)"));
        for language in [Language::Zh, Language::En] {
            let retold = circle.code.retold(&circle.told(Language::En), language);
            assert_eq!(retold, circle.told(language));
        }
        let plain = Problem::new("/id", ParameterError::EmptyName);
        assert_eq!(plain.told(Language::En), "The name is empty; fill it in.");
        let retold = plain.code.retold(&plain.told(Language::En), Language::Zh);
        assert_eq!(retold, plain.told(Language::Zh));
    }
}
