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
        (Some(K::Grandparent), _) => pick("祖父母或外祖父母", "grandparent"),
        (Some(K::Grandchild), _) => pick("孙辈", "grandchild"),
        (None, _) => pick("家人", "family"),
    }
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
