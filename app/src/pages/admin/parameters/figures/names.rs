//! The keys of a set in words, and what their numbers are.

use Kind::{Amount, Share, Word};

/// What the numbers under a key are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing of its own: the key around it decides.
    Word,
    /// Numbers as they stand: years, months, days.
    Count,
    /// Money in fen.
    Amount,
    /// Basis points.
    Share,
}

/// A key with its Chinese and English words.
pub(super) type Known = (&'static str, &'static str, Kind);

/// What is known of a key or code.
pub(super) fn known(key: &str) -> Option<Known> {
    parts(key).or_else(|| rules(key)).or_else(|| words(key))
}

/// The large parts, levels and people.
fn parts(key: &str) -> Option<Known> {
    Some(match key {
        "schemes" => ("两种医保的规则", "rules of the schemes", Word),
        "employee" => ("职工医保", "employee scheme", Word),
        "resident" => ("居民医保", "resident scheme", Word),
        "remote" => ("到外地看病降低的比例", "off for treatment elsewhere", Share),
        "local" => ("在参保地", "at home", Word),
        "long_term_filed" => ("外地长期居住已备案", "living elsewhere, filed", Word),
        "referral_filed" => ("转诊已备案", "referred, filed", Word),
        "emergency" => ("急诊抢救", "emergency", Word),
        "temporary_filed" => ("临时外出已备案", "short stay, filed", Word),
        "unfiled" => ("没有备案", "not filed", Word),
        "inpatient" => ("住院", "stay in hospital", Word),
        "outpatient" => ("门诊", "outpatient care", Word),
        "large_amount" => ("大额补助", "large-amount subsidy", Word),
        "catastrophic" => ("大病保险", "catastrophic cover", Word),
        "assistance" => ("医疗救助", "medical assistance", Word),
        "other" => ("其他规定", "other rules", Word),
        "community" => ("社区医院", "community centre", Word),
        "l1" => ("一级医院", "first-level hospital", Word),
        "l2" => ("二级医院", "second-level hospital", Word),
        "l3" => ("三级医院", "third-level hospital", Word),
        "active" => ("在职", "at work", Word),
        "retired" => ("退休", "retired", Word),
        "destitute" => ("特困人员", "extreme hardship", Word),
        "orphan" => ("孤儿", "orphan", Word),
        "subsistence" => ("低保对象", "minimum living allowance", Word),
        "near_subsistence" => ("低保边缘", "marginal low income", Word),
        "returned_poverty" => ("返贫致贫", "fallen back into poverty", Word),
        "monitored" => ("防返贫监测对象", "monitored household", Word),
        "illness_poverty" => ("因病致贫", "poverty through illness", Word),
        "male" => ("男", "men", Word),
        "female" => ("女", "women", Word),
        "child" => ("儿童", "children", Word),
        "adult" => ("成年人", "adults", Word),
        "elder" => ("老年人", "the elderly", Word),
        "student" => ("学生", "students", Word),
        "employer" => ("单位", "employer", Word),
        "person" => ("个人", "person", Word),
        _ => return None,
    })
}

/// What is decided.
fn rules(key: &str) -> Option<Known> {
    Some(match key {
        "deductible" => ("起付线", "deductible", Amount),
        "deductible_by_age" => ("按年龄的起付线", "deductible by age", Amount),
        "repeat" => ("再次住院的起付线", "deductible of later stays", Word),
        "step" => ("每次减少", "less each time", Amount),
        "floor" => ("下限", "floor", Amount),
        "ceiling" => ("上限", "ceiling", Amount),
        "ratio" => ("报销比例", "share paid", Share),
        "retired_ratio" => ("退休人员报销比例", "share paid for retirees", Share),
        "age_bonus" => ("按年龄提高", "raised by age", Share),
        "retired_by_age" => ("退休人员按年龄的比例", "share for retirees by age", Share),
        "until" => ("到多少为止", "up to", Amount),
        "value" => ("数值", "figure", Word),
        "pool_cap" => ("统筹基金年度限额", "yearly limit of the pool", Amount),
        "cap" => ("年度限额", "yearly limit", Amount),
        "caps" => ("年度限额", "yearly limits", Amount),
        "above" => ("超过一定数额以后", "above an amount", Word),
        "scope" => ("范围内费用", "covered costs", Amount),
        "tiers" => ("分段", "stretches", Word),
        "threshold" => ("起付标准", "threshold", Amount),
        "threshold_share" => ("起付标准降到", "threshold lowered to", Share),
        "tilt" => ("对困难群众倾斜", "in favour of hardship", Word),
        "points" => ("提高", "raised by", Share),
        "categories" => ("哪些人", "whom", Word),
        "outpatient_counts" => ("门诊算不算", "whether outpatient care counts", Word),
        "rules" => ("规则", "rules", Word),
        "reach" => ("范围", "reach", Word),
        "excluded_remote" => (
            "哪些异地情况不算",
            "which treatment elsewhere does not count",
            Word,
        ),
        "account_in_service" => ("在职人员个人账户", "account while at work", Word),
        "account_retired" => ("退休人员个人账户", "account of retirees", Word),
        "share_of_base" => ("缴费基数的", "of the base", Share),
        "below_age" => ("不满多少岁", "below age", Kind::Count),
        "amount" => ("金额", "amount", Amount),
        "maternity" => ("生育津贴", "maternity allowance", Word),
        "leave_days" => ("产假天数", "days of leave", Kind::Count),
        "first" => ("第一胎", "first child", Kind::Count),
        "second" => ("第二胎", "second child", Kind::Count),
        "third" => ("第三胎", "third child", Kind::Count),
        "divisor" => ("按多少天折算", "days to divide by", Kind::Count),
        "resident_fee" => ("居民缴费", "residents' fee", Amount),
        "chronic" => ("门诊慢特病", "chronic diseases", Word),
        "shared_cap" => ("和住院共用限额", "limit shared with stays", Word),
        "two_diseases" => ("高血压糖尿病用药", "hypertension and diabetes", Word),
        "hypertension" => ("高血压", "hypertension", Word),
        "diabetes" => ("糖尿病", "diabetes", Word),
        "minimum_years" => ("最低缴费年限", "years needed", Kind::Count),
        "actual_local" => ("本地实际缴费", "really paid here", Kind::Count),
        "contribution_base" => ("缴费基数", "base of contributions", Amount),
        "year_starts" => (
            "年度从几月开始",
            "month in which the year starts",
            Kind::Count,
        ),
        "contribution_rates" => ("缴费比例", "rates of contributions", Share),
        "person_fixed" => ("个人固定缴", "fixed amount of the person", Amount),
        "collection_window" => ("集中缴费期", "window of enrolment", Word),
        "waiting" => ("等待期", "waiting period", Kind::Count),
        "fixed_months" => ("固定几个月", "months in any case", Kind::Count),
        "free_years" => ("断几年以内不等", "years without a wait", Kind::Count),
        "least_after_four_years" => (
            "断四年以上至少几个月",
            "least months after four years",
            Kind::Count,
        ),
        "incentive" => ("连续参保激励", "incentive of years without a break", Word),
        "continuous_step" => ("每连续一年提高", "raised each further year", Amount),
        "zero_claim_step" => (
            "每一年没有报销提高",
            "raised each year without a claim",
            Amount,
        ),
        "most_of_cap" => ("最多提高限额的", "at most of the limit", Share),
        "dual_channel" => ("双通道药品", "dual-channel drugs", Word),
        "maternity_care" => ("生育医疗", "care around a birth", Word),
        "prenatal" => ("产前检查", "checks before a birth", Word),
        "year_end" => ("跨年住院", "stays over New Year", Word),
        "attribution" => ("算在哪一年", "year it belongs to", Word),
        "self_pay_first" => ("先自付", "paid first", Share),
        _ => return None,
    })
}

/// Codes, and what stands around figures.
fn words(key: &str) -> Option<Known> {
    Some(match key {
        "from" => ("从", "from", Kind::Count),
        "through" => ("到", "through", Kind::Count),
        "kind" => ("方式", "kind", Word),
        "by" => ("按什么分", "by", Word),
        "as" => ("比照", "as", Word),
        "age" => ("年龄", "age", Word),
        "half" => ("减半", "half", Word),
        "half_then_zero" => ("第二次减半，以后不收", "half, then none", Word),
        "fixed" => ("固定金额", "a fixed amount", Word),
        "minus" => ("逐次减少", "less each time", Word),
        "none" => ("不变", "none", Word),
        "discharge" => ("出院那年", "the year of discharge", Word),
        "once" => ("只收一次", "once", Word),
        "source" => ("依据", "source", Word),
        "provenance" => ("来源", "provenance", Word),
        "certainty" => ("把握", "certainty", Word),
        "document" => ("文件", "document", Word),
        "clause" => ("条款", "clause", Word),
        "gives" => ("条款写到哪一步", "what the clause gives", Word),
        "frame" => (
            "只定框架，数字由当地定",
            "the frame; the place sets the figure",
            Word,
        ),
        "figure" => ("写明了数字", "the very figure", Word),
        "note" => ("说明", "note", Word),
        "zh" => ("中文", "Chinese", Word),
        "en" => ("英文", "English", Word),
        "real" => ("现行政策值", "value of the policy in force", Word),
        "secondary" => ("转引值，未核对原文", "secondary source, not checked", Word),
        "sample" => ("示例值，未经核实", "sample value, not verified", Word),
        "high" => ("较大", "high", Word),
        "medium" => ("一般", "medium", Word),
        "low" => ("较小", "low", Word),
        "id" => ("编号", "id", Word),
        "region" => ("地区", "region", Word),
        "name" => ("名称", "name", Word),
        "effective" => ("有效期", "days", Word),
        "reviewed_by" => ("核对人", "checked by", Word),
        "reviewed_on" => ("核对日期", "checked on", Word),
        _ => return None,
    })
}
