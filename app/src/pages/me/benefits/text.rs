//! What `/me/benefits` says.

use crate::language::Language;
use crate::ui::gap_after;

/// The words of `/me/benefits`.
pub(super) struct BenefitsText {
    pub title: &'static str,
    /// The same without whose.
    pub here: &'static str,
    pub year: fn(i32) -> String,
    pub retired: &'static str,
    pub in_service: &'static str,
    pub not_insured: &'static str,
    pub not_insured_more: &'static str,
    pub enrolment: &'static str,
    pub died: &'static str,
    pub no_parameters_more: &'static str,
    pub decides: &'static str,
    pub level: &'static str,
    pub pool_pays: &'static str,
    pub deductible: &'static str,
    pub ratio: &'static str,
    pub cap: fn([&str; 3]) -> String,
    pub no_cap: fn(&str) -> String,
    pub colon: &'static str,
    pub all: &'static str,
    pub up_to: fn(&str) -> String,
    pub between: fn(&str, &str) -> String,
    pub over: fn(&str) -> String,
    pub inpatient: &'static str,
    pub admission: fn(u32) -> String,
    pub deductible_term: &'static str,
    pub deductible_means: &'static str,
    pub repeat: &'static str,
    pub next_deductible: &'static str,
    pub first_was: fn(&str) -> String,
    pub pool: &'static str,
    pub large_amount: &'static str,
    pub outpatient: &'static str,
    pub outpatient_means: &'static str,
    pub year_deductible: &'static str,
    pub no_deductible: &'static str,
    pub still_to_pay: &'static str,
    pub not_paid: &'static str,
    pub above: fn([&str; 3]) -> String,
    pub above_label: &'static str,
    pub outpatient_cap: &'static str,
    pub special: &'static str,
    pub chronic: &'static str,
    /// After the term.
    pub chronic_means: &'static str,
    pub chronic_shared_cap: &'static str,
    pub chronic_deductible: &'static str,
    pub chronic_no_deductible: &'static str,
    /// The whole deductible of the year, once it is paid.
    pub chronic_paid: fn(&str) -> String,
    /// The whole deductible of the year, what is paid and what is left of it.
    pub chronic_left: fn([&str; 3]) -> String,
    pub two_diseases: &'static str,
    /// By which ratio.
    pub two_means: fn(&str) -> String,
    pub two_as_outpatient: &'static str,
    pub hypertension: &'static str,
    pub diabetes: &'static str,
    pub prenatal: &'static str,
    /// By which ratio.
    pub prenatal_means: fn(&str) -> String,
    pub prenatal_cap: &'static str,
    pub catastrophic: &'static str,
    pub catastrophic_term: &'static str,
    pub catastrophic_means: fn(&str) -> String,
    pub outpatient_counts: &'static str,
    pub outpatient_left_out: &'static str,
    pub tilted: &'static str,
    pub burden_so_far: &'static str,
    pub catastrophic_left: fn(&str) -> String,
    pub catastrophic_started: &'static str,
    pub burden: &'static str,
    pub pays: &'static str,
    pub assistance: &'static str,
    pub assistance_term: &'static str,
    pub assistance_means: fn([&str; 2]) -> String,
    pub assistance_at_once: &'static str,
    pub assistance_deductible: fn([&str; 2]) -> String,
    pub assistance_inpatient_only: &'static str,
    pub assistance_automatic: &'static str,
    pub elsewhere: &'static str,
    pub elsewhere_term: &'static str,
    pub elsewhere_means: &'static str,
    pub elsewhere_how: &'static str,
    pub elsewhere_ratio: &'static str,
    pub as_at_home: &'static str,
    pub points_less: fn(&str) -> String,
}

static ZH: BenefitsText = BenefitsText {
    title: "看病能报多少",
    here: "看病能报多少",
    year: |year| format!("{year} 年"),
    retired: "（退休）",
    in_service: "（在职）",
    not_insured: "现在没有参保，所以没有待遇",
    not_insured_more: "参保并开始享受待遇以后，这里会写明住院、门诊各能报多少，今年用了多少。",
    enrolment: "看参保情况",
    died: "参保已经终止，不再有待遇",
    no_parameters_more: "您的参保不受影响。具体能报多少，请打参保地的医保热线问。",
    decides: "这些是按所注明的参数算的，供您了解；实际报销以经办机构核定为准。",
    level: "医院级别",
    pool_pays: "统筹基金付",
    deductible: "起付线",
    ratio: "报销比例",
    cap: |[cap, used, left]| format!("一年最多付 {cap}，已经付了 {used}，还能付 {left}。"),
    no_cap: |used| format!("没有上限。今年已经付了 {used}。"),
    colon: "：",
    all: "全部",
    up_to: |until| format!("{until} 元以下"),
    between: |above, until| format!("{above}–{until} 元"),
    over: |above| format!("{above} 元以上"),
    inpatient: "住院",
    admission: |count| format!("如果住院，这是今年第 {count} 次。"),
    deductible_term: "起付线",
    deductible_means: "先由自己付，超过的部分按比例报。",
    repeat: "今年住过院，所以起付线比第一次低。",
    next_deductible: "这次的起付线",
    first_was: |amount| format!("（第一次是 {amount}）"),
    pool: "住院统筹基金",
    large_amount: "用完以后的大额补助",
    outpatient: "普通门诊",
    outpatient_means: "起付线按全年累计，在各级医院付的合在一起算。",
    year_deductible: "全年起付线",
    no_deductible: "没有起付线",
    still_to_pay: "还差",
    not_paid: "不报",
    above: |[scope, ratio, so_far]| {
        format!("全年门诊费用超过 {scope} 以后，统筹基金付 {ratio}。今年到现在是 {so_far}。")
    },
    above_label: "超过全年门诊额度的比例",
    outpatient_cap: "门诊统筹",
    special: "慢特病、两病和产前检查",
    chronic: "门诊慢特病",
    chronic_means: "要先认定。认定以后，治这个病的药和治疗按住院的比例报；同一张账单上的别的项目，按普通门诊报。",
    chronic_shared_cap: "一年最多报多少，和住院合在一起算。",
    chronic_deductible: "慢特病起付线",
    chronic_no_deductible: "没有起付线，从第一块钱就开始报。",
    chronic_paid: |year| format!("一年 {year}，已经付满，开始报销。"),
    chronic_left: |[year, used, left]| {
        format!("一年 {year}，已经付了 {used}，还差 {left} 就开始报。")
    },
    two_diseases: "高血压、糖尿病门诊用药（两病）",
    two_means: |ratio| {
        format!(
            "在门诊开的降压药、降糖药报 {ratio}，没有起付线。已经认定慢特病的，按慢特病报，不用这一项。"
        )
    },
    two_as_outpatient: "这里没有另外的规定，降压药、降糖药按普通门诊报。",
    hypertension: "高血压用药",
    diabetes: "糖尿病用药",
    prenatal: "产前检查",
    prenatal_means: |ratio| format!("生孩子以前的检查，在门诊做的报 {ratio}，没有起付线。"),
    prenatal_cap: "产前检查",
    catastrophic: "大病保险",
    catastrophic_term: "大病保险",
    catastrophic_means: |threshold| {
        format!(
            "按全年累计：医保范围内自己付的钱超过 {threshold} 以后，超过的部分再报一次，不用申请。"
        )
    },
    outpatient_counts: "门诊自己付的也算进去。",
    outpatient_left_out: "普通门诊自己付的不算进去。",
    tilted: "您属于困难人群，起付线更低、比例更高、没有上限。",
    burden_so_far: "今年范围内自己付的",
    catastrophic_left: |left| format!("再自付 {left}{}进入大病保险", gap_after(left)),
    catastrophic_started: "已经进入大病保险",
    burden: "全年自己付的钱落在哪一段",
    pays: "大病保险付",
    assistance: "医疗救助",
    assistance_term: "医疗救助",
    assistance_means: |[who, ratio]| {
        format!("：您登记为{who}。前面几层报完，范围内剩下的再由救助付 {ratio}。")
    },
    assistance_at_once: "不设起付线。",
    assistance_deductible: |[amount, left]| format!("一年先由自己付 {amount}，今年还差 {left}。"),
    assistance_inpatient_only: "普通门诊不在内。",
    assistance_automatic: "结算时自动计算，不用另外申请。",
    elsewhere: "去外地看病",
    elsewhere_term: "异地就医备案",
    elsewhere_means: "以后，能在当地直接结算。比例按下面的情况算：",
    elsewhere_how: "怎么去的",
    elsewhere_ratio: "报销比例",
    as_at_home: "和在本地一样",
    points_less: |points| format!("比本地低 {points} 个百分点"),
};

static EN: BenefitsText = BenefitsText {
    title: "What insurance pays for me",
    here: "What insurance pays",
    year: |year| format!("{year}"),
    retired: " (retired)",
    in_service: " (in service)",
    not_insured: "You are not insured now, so nothing applies",
    not_insured_more: "Once you are insured and covered, this page says what is paid for hospital stays and outpatient visits, and what the year has used.",
    enrolment: "See my enrolment",
    died: "Insurance has ended, so nothing applies",
    no_parameters_more: "Your insurance is not affected. For what is paid, please call the hotline of the place where you are insured.",
    decides: "Computed from the parameters named here, for information; the insurance office decides what is paid.",
    level: "Level of hospital",
    pool_pays: "The pool fund pays",
    deductible: "deductible",
    ratio: "ratio",
    cap: |[cap, used, left]| format!("At most {cap} a year; {used} used, {left} left."),
    no_cap: |used| format!("No limit. Paid this year: {used}."),
    colon: ": ",
    all: "all of it",
    up_to: |until| format!("up to ¥{until}"),
    between: |above, until| format!("¥{above}–{until}"),
    over: |above| format!("over ¥{above}"),
    inpatient: "Hospital stays",
    admission: |count| format!("Your next stay would be no. {count} this year. "),
    deductible_term: "The deductible",
    deductible_means: " is the part you pay first; what exceeds it is paid by the ratio.",
    repeat: " You were in hospital this year already, so it is lower than the first time.",
    next_deductible: "Deductible of the next stay",
    first_was: |amount| format!(" (first stay: {amount})"),
    pool: "Pool fund for stays",
    large_amount: "Large-amount subsidy after that",
    outpatient: "Outpatient visits",
    outpatient_means: "The deductible counts over the year; what you pay at one level counts at every other.",
    year_deductible: "Deductible a year",
    no_deductible: "none",
    still_to_pay: "Still to pay",
    not_paid: "not paid",
    above: |[scope, ratio, so_far]| {
        format!(
            "Above {scope} of outpatient costs a year the pool fund pays {ratio}. So far this year: {so_far}."
        )
    },
    above_label: "ratio above the yearly amount",
    outpatient_cap: "Pool fund for outpatient visits",
    special: "Chronic diseases and pregnancy",
    chronic: "Certified chronic diseases",
    chronic_means: " must be certified first. Then drugs and treatment for the disease are paid by the ratios of hospital stays; other items on the same bill count as an ordinary outpatient visit.",
    chronic_shared_cap: " They use the same yearly limit as hospital stays.",
    chronic_deductible: "Deductible for chronic diseases",
    chronic_no_deductible: "none, cover starts with the first yuan.",
    chronic_paid: |year| format!("{year} a year, paid in full: cover has started."),
    chronic_left: |[year, used, left]| {
        format!("{year} a year; {used} paid, {left} until cover starts.")
    },
    two_diseases: "Drugs for high blood pressure and diabetes",
    two_means: |ratio| {
        format!(
            "Of such drugs prescribed without a hospital stay insurance pays {ratio}, without a deductible. Who is certified for a chronic disease gets its terms instead."
        )
    },
    two_as_outpatient: "There is no rule of their own here: such drugs are paid as ordinary outpatient care.",
    hypertension: "High blood pressure",
    diabetes: "Diabetes",
    prenatal: "Check-ups before a birth",
    prenatal_means: |ratio| {
        format!("Of check-ups before a birth insurance pays {ratio}, without a deductible.")
    },
    prenatal_cap: "Check-ups",
    catastrophic: "Catastrophic insurance",
    catastrophic_term: "Catastrophic insurance",
    catastrophic_means: |threshold| {
        format!(
            " counts over the year: once you have borne {threshold} of covered costs, what exceeds it is covered once more, without an application."
        )
    },
    outpatient_counts: " Outpatient visits count.",
    outpatient_left_out: " Ordinary outpatient visits do not count.",
    tilted: " As a household in hardship you have a lower threshold, a higher ratio and no limit.",
    burden_so_far: "Borne of covered costs this year",
    catastrophic_left: |left| format!("{left} until catastrophic cover starts"),
    catastrophic_started: "Catastrophic cover has started",
    burden: "Borne over the year",
    pays: "Is paid",
    assistance: "Medical assistance",
    assistance_term: "Medical assistance",
    assistance_means: |[who, ratio]| {
        format!(
            ": you are registered as {who}. Of what the layers before leave within the rules, assistance pays {ratio}."
        )
    },
    assistance_at_once: " There is no deductible.",
    assistance_deductible: |[amount, left]| {
        format!(" You bear {amount} a year first; {left} is still to come.")
    },
    assistance_inpatient_only: " Ordinary outpatient visits do not get it.",
    assistance_automatic: "It is computed when a bill is settled; you need not apply.",
    elsewhere: "Treatment elsewhere",
    elsewhere_term: "Off-site filing",
    elsewhere_means: " lets you settle directly where you are treated. The ratio is then:",
    elsewhere_how: "How",
    elsewhere_ratio: "Ratio",
    as_at_home: "the same as where you are insured",
    points_less: |points| format!("{points} percentage points less"),
};

impl BenefitsText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
