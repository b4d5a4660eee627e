//! The table of terms.

use super::Term;

const fn term(
    slug: &'static str,
    [official, plain]: [&'static str; 2],
    [english, plain_english]: [&'static str; 2],
) -> Term {
    Term {
        slug,
        official,
        plain,
        english,
        plain_english,
    }
}

/// Every term, the most needed first.
pub static TERMS: &[Term] = &[
    term(
        "pool-fund",
        ["统筹基金", "大家一起攒的医保钱"],
        ["pool fund", "the money everybody pays in together"],
    ),
    term(
        "personal-account",
        ["个人账户", "自己医保卡里的钱"],
        ["personal account", "the money on your own insurance card"],
    ),
    term(
        "deductible",
        ["起付线", "先由自己付的一段，超过才开始报"],
        [
            "deductible",
            "what you pay first before reimbursement begins",
        ],
    ),
    term(
        "annual-cap",
        ["封顶线", "一年最多能报的钱"],
        ["annual cap", "the most that is paid in a year"],
    ),
    term(
        "in-scope-expense",
        ["政策范围内费用", "医保认可、可以算进去报的钱"],
        [
            "in-scope expense",
            "the part of the bill that counts for reimbursement",
        ],
    ),
    term(
        "class-a",
        ["甲类", "全部算进去报"],
        ["class A", "counts in full"],
    ),
    term(
        "class-b",
        ["乙类", "先自己付一小部分，再算进去报"],
        ["class B", "you pay a small share first, the rest counts"],
    ),
    term(
        "class-c",
        ["丙类", "不能报，全部自己付"],
        ["class C", "does not count; you pay all of it"],
    ),
    term(
        "self-pay-first",
        ["先行自付", "先自己付的那一小部分"],
        [
            "self-pay-first",
            "the small share you pay before the rest counts",
        ],
    ),
    term(
        "catastrophic-insurance",
        ["大病保险", "报完一次还很多，再报一次"],
        [
            "catastrophic insurance",
            "a second reimbursement when much is left after the first",
        ],
    ),
    term(
        "medical-assistance",
        ["医疗救助", "困难家庭再帮一次"],
        [
            "medical assistance",
            "further help for households in hardship",
        ],
    ),
    term(
        "off-site-filing",
        ["异地就医备案", "去外地看病前先打个招呼"],
        [
            "off-site filing",
            "letting us know before you are treated elsewhere",
        ],
    ),
    term(
        "outpatient-chronic",
        ["门诊慢特病", "要长期吃药的病，办个资格多报一些"],
        [
            "outpatient chronic benefit",
            "more is paid for illnesses that need treatment for years",
        ],
    ),
    term(
        "family-sharing",
        ["家庭共济", "我卡里的钱给家里人用"],
        [
            "family sharing",
            "your family may use the money on your card",
        ],
    ),
    term(
        "family-representation",
        ["亲情账户", "我帮家里人办事"],
        [
            "family representation",
            "handling things for a family member",
        ],
    ),
    term(
        "waiting-period",
        ["待遇等待期", "交了钱但要等几个月才能报"],
        [
            "waiting period",
            "you have paid, but must wait some months before anything is reimbursed",
        ],
    ),
    term(
        "interruption",
        ["断保", "中间有一年没交"],
        ["interruption", "a year in between was not paid"],
    ),
    term(
        "contribution-base",
        ["缴费基数", "按多少工资来算医保费"],
        [
            "contribution base",
            "the wage from which contributions are computed",
        ],
    ),
    term(
        "pooling-area",
        ["统筹区", "管你医保的那个市（或省）"],
        [
            "pooling area",
            "the city or province that runs your insurance",
        ],
    ),
    term(
        "insured-place",
        ["参保地", "交医保的地方"],
        ["insured place", "where you pay your insurance"],
    ),
    term(
        "treatment-place",
        ["就医地", "看病的地方"],
        ["treatment place", "where you are treated"],
    ),
    term(
        "one-stop-settlement",
        ["一站式结算", "出院时一次算清，只付自己那份"],
        [
            "one-stop settlement",
            "everything is settled at once when you leave; you pay only your part",
        ],
    ),
    term(
        "manual-reimbursement",
        ["手工报销", "先自己垫钱，再拿票据来报"],
        [
            "manual reimbursement",
            "you pay first and bring the receipts",
        ],
    ),
    term(
        "dual-channel",
        ["双通道", "医院和药店都能按医保买"],
        [
            "dual channel",
            "hospital and pharmacy both sell it on insurance",
        ],
    ),
    term(
        "accept-with-missing-papers",
        ["容缺受理", "缺一样先收下，以后补"],
        [
            "accept with missing papers",
            "we take your case now, the missing paper may follow",
        ],
    ),
    term(
        "commitment-instead-of-proof",
        ["告知承诺", "写个保证代替证明"],
        [
            "commitment instead of proof",
            "a written promise in place of a certificate",
        ],
    ),
    term(
        "service-rating",
        ["好差评", "给这次服务打分"],
        ["service rating", "marks for the service you got"],
    ),
    term(
        "large-amount-subsidy",
        ["大额医疗费用补助", "统筹基金用完以后接着付的钱"],
        [
            "large-amount subsidy",
            "what goes on paying when the pool fund is used up",
        ],
    ),
    term(
        "employee-insurance",
        ["职工医保", "上班的人和退休的人参加的医保"],
        [
            "employee medical insurance",
            "the insurance of people who work and of retirees",
        ],
    ),
    term(
        "resident-insurance",
        ["城乡居民医保", "不上班的人、老人、孩子、学生参加的医保"],
        [
            "resident medical insurance",
            "the insurance of children, students, the elderly and everybody without a job",
        ],
    ),
    term(
        "reimbursement-ratio",
        ["报销比例", "能报的钱里，医保付几成"],
        [
            "reimbursement ratio",
            "how much of the part that counts is paid for you",
        ],
    ),
    term(
        "benefit-year",
        ["待遇年度", "起付线和限额从头算的一年"],
        [
            "benefit year",
            "the year after which deductibles and caps start anew",
        ],
    ),
    term(
        "hospital-level",
        ["医院等级", "医院分一级、二级、三级，级别越高自己付得越多"],
        [
            "hospital level",
            "hospitals have three levels; the higher, the more you pay yourself",
        ],
    ),
    term(
        "price-ceiling",
        ["限价", "医保认可的最高价，超过的自己付"],
        [
            "price ceiling",
            "the highest price that counts; you pay what is above",
        ],
    ),
    term(
        "subsistence-allowance",
        ["低保", "收入很低的家庭，国家每月给的钱"],
        [
            "minimum living allowance",
            "monthly support for households with very low income",
        ],
    ),
    term(
        "extreme-hardship",
        ["特困人员", "没有收入、也没有人养的人"],
        [
            "people in extreme hardship",
            "people without income and without anybody to support them",
        ],
    ),
    term(
        "tilt",
        ["倾斜支付", "对困难的人，起付线更低、报得更多"],
        [
            "better terms for hardship",
            "a lower threshold and higher ratios for people in hardship",
        ],
    ),
    term(
        "referral",
        ["转诊", "医院把病人介绍到另一家医院"],
        ["referral", "one hospital sends you on to another"],
    ),
    term(
        "two-diseases",
        ["两病门诊用药", "高血压、糖尿病在门诊拿药也能报"],
        [
            "drugs for the two diseases",
            "outpatient drugs for hypertension and diabetes are paid too",
        ],
    ),
    term(
        "city-supplementary",
        ["惠民保", "自愿买的补充保险，不贵，先要有医保"],
        [
            "city supplementary insurance",
            "voluntary, inexpensive cover on top of basic insurance",
        ],
    ),
    term(
        "long-term-care",
        ["长期护理保险", "不能自理的人，护理费有人帮着付"],
        [
            "long-term care insurance",
            "helps to pay for care when somebody cannot look after themselves",
        ],
    ),
    term(
        "maternity-allowance",
        ["生育津贴", "产假期间代替工资的钱"],
        [
            "maternity allowance",
            "money in place of wages during maternity leave",
        ],
    ),
];
