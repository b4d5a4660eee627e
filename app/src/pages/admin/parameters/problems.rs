//! What is wrong with a draft or a decision, and how to mend it.

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
        let detail = &error.detail;
        return match language {
            Language::Chinese => {
                format!("这里读不懂，请对照一套现有的参数检查写法。程序的说明：{detail}")
            }
            Language::English => {
                format!(
                    "This cannot be read. Compare it with a set that exists. The program says: {detail}"
                )
            }
        };
    }
    let (chinese, english) = known(&error.pointer, error.code);
    language.pick(chinese, english).to_owned()
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
            "这个地区已经有一套参数从同一天开始，请退回改日子",
            "A set of this place begins on the same day; send the draft back for another day",
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
        _ => of_the_set(code),
    }
}

/// The rules that a set must keep.
fn of_the_set(code: &str) -> (&'static str, &'static str) {
    match code {
        "ratio_out_of_range" => (
            "比例要在 0 到 10000 之间（10000 就是 100%）",
            "A ratio lies between 0 and 10000 (10000 is 100%)",
        ),
        "amount_out_of_range" => (
            "金额不能是负数，也不能大得不合理；单位是分",
            "An amount is not negative and not absurdly large; it is in fen",
        ),
        "not_ascending" => (
            "每一段要比前一段大",
            "Each stretch has to be higher than the one before",
        ),
        "no_last_bracket" => (
            "最后一段要没有上限（null）",
            "The last stretch has no end (null)",
        ),
        "ends_before_it_begins" => ("结束的日子在开始之前", "It ends before it begins"),
        "unknown_region" => ("没有这个地区代码", "There is no such region code"),
        "empty_name" => ("名称不能空着", "A name must not be empty"),
        "month_out_of_range" => ("月份要在 1 到 12 之间", "A month lies between 1 and 12"),
        "divisor_is_zero" => ("不能除以 0", "The divisor must not be zero"),
        _ => (
            "这里不合规则，请对照一套现有的参数检查",
            "This breaks a rule. Compare it with a set that exists",
        ),
    }
}
