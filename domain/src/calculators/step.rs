//! One step of a calculation, told in both languages with the figures that went in.

use super::Figure;
use crate::explain::{ParameterNote, document_number};
use crate::language::{Bilingual, Language};
use crate::settlement::parameters::{ParameterSet, Source};

/// The general rule that a step follows, beside the figures of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// A point of our summary of a document in the library: its id, and the point's number from 1.
    Library(&'static str, u8),
    /// A law or decision that is not in the library, by its name in Chinese and in English.
    Named(&'static str, &'static str),
}

impl Rule {
    /// The number of the document with the point, or the name: `国办发〔2024〕38号 第1点`.
    #[must_use]
    pub fn text(self, language: Language) -> String {
        match (self, language) {
            (Self::Library(id, point), Language::Zh) => {
                format!("{} 第{point}点", document_number(id).unwrap_or(id))
            }
            (Self::Library(id, point), Language::En) => {
                format!("{}, point {point}", document_number(id).unwrap_or(id))
            }
            (Self::Named(name, _), Language::Zh) | (Self::Named(_, name), Language::En) => {
                name.to_owned()
            }
        }
    }
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Stable code, such as `waiting.fixed`.
    pub code: &'static str,
    /// What is done.
    pub title: Bilingual,
    /// Why, with the figures.
    pub why: Bilingual,
    /// The figures that went in, in the order in which they were handed in.
    pub figures: Vec<Figure>,
    /// What comes out.
    pub result: Figure,
    /// The general rule behind it; `None` where what was said alone decides.
    pub rule: Option<Rule>,
    /// The parameter behind it; `None` where it needs none.
    pub parameter: Option<ParameterNote>,
}

impl Step {
    /// A step whose words hold `{0}`, `{1}` … for `figures` and `{=}` for `result`. Titles and
    /// reasons are given as `[Chinese, English]`.
    #[must_use]
    pub(super) fn new(
        code: &'static str,
        title: [&str; 2],
        why: [&str; 2],
        figures: Vec<Figure>,
        result: Figure,
    ) -> Self {
        Self {
            code,
            title: fill(title, &figures, result),
            why: fill(why, &figures, result),
            figures,
            result,
            rule: None,
            parameter: None,
        }
    }

    /// Names the general rule.
    #[must_use]
    pub(super) const fn by(mut self, rule: Rule) -> Self {
        self.rule = Some(rule);
        self
    }

    /// Names the parameter: the value at `pointer` of `set`, from `source`.
    #[must_use]
    pub(super) fn with(mut self, set: &ParameterSet, pointer: &str, source: &Source) -> Self {
        self.parameter = Some(ParameterNote::new(set, pointer.to_owned(), source));
        self
    }

    /// Names a parameter whose note there is already.
    #[must_use]
    pub(super) fn noted(mut self, note: ParameterNote) -> Self {
        self.parameter = Some(note);
        self
    }
}

/// `[Chinese, English]` with the figures in their places.
fn fill(words: [&str; 2], figures: &[Figure], result: Figure) -> Bilingual {
    let say = |text: &str, language: Language| {
        let told = text.replace("{=}", &result.text(language));
        let numbered = figures.iter().enumerate();
        numbered.fold(told, |text, (place, figure)| {
            text.replace(&format!("{{{place}}}"), &figure.text(language))
        })
    };
    let [zh, en] = words;
    Bilingual {
        zh: say(zh, Language::Zh),
        en: say(en, Language::En),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_take_their_figures() {
        let step = Step::new(
            "a.b",
            ["等 {=}", "Wait {=}"],
            ["{1} 里的 {0}", "{0} of {1}"],
            vec![Figure::Months(1), Figure::Years(2)],
            Figure::Months(3),
        );
        assert_eq!(
            (step.title.zh.as_str(), step.title.en.as_str()),
            ("等 3 个月", "Wait 3 months")
        );
        assert_eq!(
            (step.why.zh.as_str(), step.why.en.as_str()),
            ("2 年 里的 1 个月", "1 month of 2 years")
        );
    }

    #[test]
    fn a_rule_names_its_place() {
        let rule = Rule::Library("d05", 2);
        assert_eq!(rule.text(Language::Zh), "国办发〔2024〕38号 第2点");
        assert_eq!(rule.text(Language::En), "国办发〔2024〕38号, point 2");
        assert_eq!(Rule::Named("甲", "A").text(Language::En), "A");
    }
}
