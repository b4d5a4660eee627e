//! What a relative is called.

use domain::family::Kinship;
use domain::identifiers::Sex;
use services::family::Standing;

use crate::language::Language;

/// `母亲`, `mother`: what a relative is to somebody, as closely as the sex tells.
#[must_use]
pub fn kin(kinship: Option<Kinship>, sex: Option<Sex>, language: Language) -> &'static str {
    use {Kinship as K, Sex as S};
    let pick = |zh, en| language.pick(zh, en);
    match (kinship, sex) {
        (Some(K::Spouse), Some(S::Female)) => pick("妻子", "wife"),
        (Some(K::Spouse), Some(S::Male)) => pick("丈夫", "husband"),
        (Some(K::Spouse), None) => pick("配偶", "spouse"),
        (Some(K::Parent), Some(S::Female)) => pick("母亲", "mother"),
        (Some(K::Parent), Some(S::Male)) => pick("父亲", "father"),
        (Some(K::Parent), None) => pick("父母", "parent"),
        (Some(K::Child), Some(S::Female)) => pick("女儿", "daughter"),
        (Some(K::Child), Some(S::Male)) => pick("儿子", "son"),
        (Some(K::Child), None) => pick("子女", "child"),
        (Some(K::Sibling), Some(S::Female)) => pick("姐妹", "sister"),
        (Some(K::Sibling), Some(S::Male)) => pick("兄弟", "brother"),
        (Some(K::Sibling), None) => pick("兄弟姐妹", "sibling"),
        (Some(K::Grandparent), Some(S::Female)) => pick("祖母或外祖母", "grandmother"),
        (Some(K::Grandparent), Some(S::Male)) => pick("祖父或外祖父", "grandfather"),
        (Some(K::Grandparent), None) => pick("祖父母或外祖父母", "grandparent"),
        (Some(K::Grandchild), Some(S::Female)) => pick("孙女或外孙女", "granddaughter"),
        (Some(K::Grandchild), Some(S::Male)) => pick("孙子或外孙", "grandson"),
        (Some(K::Grandchild), None) => pick("孙辈", "grandchild"),
        (None, _) => pick("家人", "family"),
    }
}

/// `王秀英（母亲）`, `王秀英 (mother)`; what they are alone where there is no name.
#[must_use]
pub fn named(name: &str, kinship: Option<Kinship>, sex: Option<Sex>, language: Language) -> String {
    let kin = kin(kinship, sex, language);
    match (name.is_empty(), language) {
        (true, _) => kin.to_owned(),
        (false, Language::Chinese) => format!("{name}（{kin}）"),
        (false, Language::English) => format!("{name} ({kin})"),
    }
}

/// The mark behind the name of somebody who is dead.
#[must_use]
pub fn deceased(language: Language) -> &'static str {
    language.pick("已去世", "deceased")
}

/// `王秀英（您的母亲）`, `王秀英 (your mother)`.
#[must_use]
pub fn who(standing: &Standing, language: Language) -> String {
    let kin = kin(standing.kinship, standing.sex, language);
    match (standing.name.is_empty(), language) {
        (true, Language::Chinese) => format!("您的{kin}"),
        (true, Language::English) => format!("your {kin}"),
        (false, Language::Chinese) => format!("{}（您的{kin}）", standing.name),
        (false, Language::English) => format!("{} (your {kin})", standing.name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_has_the_exact_word_where_the_sex_is_known() {
        let (zh, en) = (Language::Chinese, Language::English);
        for (kinship, sex, chinese, english) in [
            (Kinship::Parent, Sex::Female, "母亲", "mother"),
            (Kinship::Parent, Sex::Male, "父亲", "father"),
            (Kinship::Spouse, Sex::Female, "妻子", "wife"),
            (Kinship::Child, Sex::Male, "儿子", "son"),
            (
                Kinship::Grandparent,
                Sex::Female,
                "祖母或外祖母",
                "grandmother",
            ),
            (Kinship::Grandchild, Sex::Male, "孙子或外孙", "grandson"),
        ] {
            assert_eq!(kin(Some(kinship), Some(sex), zh), chinese);
            assert_eq!(kin(Some(kinship), Some(sex), en), english);
        }
        for kinship in Kinship::ALL {
            let general = kin(Some(kinship), None, en);
            for sex in [Sex::Female, Sex::Male] {
                assert_ne!(kin(Some(kinship), Some(sex), en), general);
            }
        }
        let parent = Some(Kinship::Parent);
        let mother = named("王秀英", parent, Some(Sex::Female), zh);
        assert_eq!(mother, "王秀英（母亲）");
        assert_eq!(named("", parent, None, en), "parent");
    }
}
