//! What is wrong with a draft or a decision, and how to mend it.

use domain::settlement::parameters::ParameterError;
use services::FieldError;

use super::figures;
use crate::language::Language;
use crate::ui::FieldProblem;

/// The field that holds the text of a set.
pub(super) const TEXT: &str = "text";

/// Every problem at its field; those inside the text say where.
pub(super) fn told(errors: &[FieldError], language: Language) -> Vec<FieldProblem> {
    errors
        .iter()
        .map(|error| problem(error, language))
        .collect()
}

fn problem(error: &FieldError, language: Language) -> FieldProblem {
    let words = words(error, language);
    let inside = error.pointer.is_empty() || error.pointer.starts_with('/');
    if !inside {
        return FieldProblem {
            field: error.pointer.clone(),
            text: words,
        };
    }
    let path: Vec<String> = error
        .pointer
        .split('/')
        .skip(1)
        .map(str::to_owned)
        .collect();
    let text = if path.is_empty() {
        words
    } else {
        let place = figures::name(&path, language);
        let pointer = &error.pointer;
        match language {
            Language::Chinese => format!("{place}（{pointer}）：{words}"),
            Language::English => format!("{place} ({pointer}): {words}"),
        }
    };
    FieldProblem {
        field: TEXT.to_owned(),
        text,
    }
}

fn words(error: &FieldError, language: Language) -> String {
    if error.code == "unreadable" {
        return unreadable(&error.detail, language);
    }
    if let Some(rule) = ParameterError::from_code(error.code) {
        return rule.retold(&error.detail, language.into());
    }
    let (chinese, english) = known(&error.pointer, error.code);
    language.pick(chinese, english).to_owned()
}

/// What the reader of the text could not read. What it says itself is English.
fn unreadable(detail: &str, language: Language) -> String {
    let day = ["input ", "premature end of input", "trailing input"];
    if day.iter().any(|begin| detail.starts_with(begin)) {
        let words = language.pick(
            "日期要写成 2027-01-01 这样，年、月、日用短横隔开，而且要真有这一天",
            "Write a day that exists as year, month and day, such as 2027-01-01",
        );
        return words.to_owned();
    }
    if language == Language::English {
        return format!(
            "This cannot be read. Compare it with a set that exists. The program says: {detail}"
        );
    }
    let name = detail.split('`').nth(1).unwrap_or_default();
    if detail.starts_with("missing field") {
        return format!("缺少 {name} 这一项，请补上，或者用 inherits 写明从哪一套继承");
    }
    if detail.starts_with("unknown") {
        return format!("没有 {name} 这种写法，请删去，或者改正拼写");
    }
    if let Some((line, column)) = position(detail) {
        return format!(
            "这里读不懂：第 {line} 行第 {column} 个字附近的 JSON 写法不对，请看看逗号、引号和括号是不是少了或者多了"
        );
    }
    "这里读不懂：金额要写整数的分，比例要写整数的万分之几，都不加引号；名称、日期这样的文字要加引号。请对照一套现有的参数检查".to_owned()
}

/// The line and the column of a mistake in the text itself.
fn position(detail: &str) -> Option<(u32, u32)> {
    let (_, place) = detail.rsplit_once(" at line ")?;
    let (line, column) = place.split_once(" column ")?;
    let line: u32 = line.parse().ok()?;
    let column: u32 = column.parse().ok()?;
    (line > 0).then_some((line, column))
}

fn known(field: &str, code: &str) -> (&'static str, &'static str) {
    match (field, code) {
        ("note", "missing") => ("请写几句意见或者说明", "Write a few words"),
        ("file", "missing") => (
            "请先选择一个有内容的文件",
            "Choose a file that is not empty",
        ),
        ("file", "not_text") => (
            "文件里有读不出来的字。请把它另存为 UTF-8 编码，再读取一次；读得出来的都在下面",
            "Some of the file cannot be read. Save it as UTF-8 and read it again; what could be read stands below",
        ),
        ("reason", "missing") => ("请写明原因", "Write the reason"),
        (TEXT | "", "too_long") => (
            "太长了，最多 30 万字",
            "Too long: at most 300,000 characters",
        ),
        (_, "too_long") => ("太长了，最多 1000 字", "Too long: at most 1,000 characters"),
        (_, "empty") => ("请贴上一套参数", "Paste a set of parameters"),
        (_, "not_one") => ("一次只能起草一套", "Draft one set at a time"),
        (_, "bad_id") => (
            "编号最多 40 个字符，只用字母、数字、点和短横，比如 BJ-2027",
            "Use at most 40 letters, digits, dots and hyphens, such as BJ-2027",
        ),
        (_, "other_id") => (
            "草稿的编号不能改。要换编号，请另外起草",
            "The id of a draft stays as it is. Begin another draft for another id",
        ),
        (_, "already_used") => (
            "这个编号已经有发布过的参数，请换一个新的编号",
            "A released set has this id. Choose a new one",
        ),
        (_, "drafted") => (
            "这个编号已经有一份草稿。请打开那份草稿修改，或者换一个编号",
            "There is a draft with this id. Change that one, or choose another id",
        ),
        (_, "changed_meanwhile") => (
            "这份草稿刚被别人改过。请另开一页看现在的内容，再决定",
            "Somebody has just changed this draft. Look at it in another page, then decide",
        ),
        (_, "own_draft") => (
            "这是您自己起草的，要由另一个人审批；换身份、换账号都不行",
            "You wrote this draft, so somebody else has to decide; another role or account of yours does not help",
        ),
        (_, "own_wish") => (
            "撤回是您自己申请的，要由另一个人决定",
            "You asked for this yourself, so somebody else has to decide",
        ),
        (_, "not_simulated") => (
            "现在的内容还没有试算过，先请编辑试算",
            "The draft was not tried as it stands now; the editor has to do that first",
        ),
        (_, "not_reviewed") => ("要先审核通过", "It has to be reviewed first"),
        (_, "same_day") => (
            "这个地区已经有一套参数从同一天开始，上面写着是哪一套。请退回改日子，或者先撤回那一套",
            "A set of this place begins on the same day; it is named above. Send the draft back for another day, or take that set back first",
        ),
        (_, "over") => (
            "它已经不再有效，没有什么可撤回的",
            "It is in force no longer",
        ),
        (_, "later_one") => (
            "这个地区后面还发布了一套，要先撤回后面那套",
            "A later set of this place is released; take that one back first",
        ),
        ("told_from", _) => (
            "请写 1 到 100000 之间的金额，单位是元",
            "Write an amount between 1 and 100,000 yuan",
        ),
        ("wanted", _) => ("请从给出的数里选一个", "Choose one of the numbers"),
        _ => (
            "这里不合规则，请对照一套现有的参数检查",
            "This breaks a rule. Compare it with a set that exists",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(code: &'static str, detail: &str, language: Language) -> String {
        let error = FieldError {
            pointer: "/effective/from".to_owned(),
            code,
            detail: detail.to_owned(),
        };
        words(&error, language)
    }

    #[test]
    fn a_circle_is_named_in_both_languages() {
        let english = ParameterError::InheritanceCycle.mend(domain::language::Language::En);
        let detail = format!("{english} (ZG-A → SC-A → ZG-A)");
        for language in [Language::Chinese, Language::English] {
            let told = text("inheritance_cycle", &detail, language);
            assert!(told.contains("ZG-A → SC-A → ZG-A"), "{told}");
        }
    }

    #[test]
    fn a_chinese_page_has_no_english_of_the_program() {
        for detail in [
            "input is out of range; amounts are whole fen",
            "premature end of input; amounts are whole fen",
            "missing field `region`; give it here",
            "unknown field `regoin`, expected one of; take it away",
            "expected `,` or `}` at line 2 column 9",
            "invalid type: string, expected i64; amounts are whole fen",
        ] {
            let told = text("unreadable", detail, Language::Chinese);
            for english in ["input", "field", "line", "amounts", "type"] {
                assert!(!told.contains(english), "{told}");
            }
        }
        let told = text(
            "unreadable",
            "expected `,` at line 2 column 9",
            Language::Chinese,
        );
        assert!(told.contains("第 2 行第 9 个字"), "{told}");
    }
}
