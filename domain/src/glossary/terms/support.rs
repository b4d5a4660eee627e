//! Large bills, hardship, and cover beyond basic insurance.

use super::{Term, term};

pub(in crate::glossary) static SUPPORT: &[Term] = &[
    term(
        "catastrophic-insurance",
        [
            "大病保险",
            "报完一次还很多，再报一次",
            "一年里范围内自己付的钱加起来，超过门槛的部分再报至少 60%。不用另外交钱。",
        ],
        [
            "catastrophic insurance",
            "a second reimbursement when much is left after the first",
            "Of what you bear in a year above a threshold at least 60% is paid. It costs nothing extra.",
        ],
    ),
    term(
        "large-amount-subsidy",
        [
            "大额医疗费用补助",
            "统筹基金用完以后接着付的钱",
            "职工医保有；一年的统筹限额用完，它接着按比例付。",
        ],
        [
            "large-amount subsidy",
            "what goes on paying when the pool fund is used up",
            "Part of employee insurance; it pays on when the year's cap is reached.",
        ],
    ),
    term(
        "medical-assistance",
        [
            "医疗救助",
            "困难家庭再帮一次",
            "低保、特困家庭看病时直接算；其他困难家庭向街道或乡镇申请。",
        ],
        [
            "medical assistance",
            "further help for households in hardship",
            "For recognised households it is settled at once; others apply to their neighbourhood or township.",
        ],
    ),
    term(
        "tilt",
        [
            "倾斜支付",
            "对困难的人，起付线更低、报得更多",
            "大病保险的门槛对低保家庭减半。",
        ],
        [
            "better terms for hardship",
            "a lower threshold and higher ratios for people in hardship",
            "The threshold of catastrophic insurance is halved for households on the minimum living allowance.",
        ],
    ),
    term(
        "subsistence-allowance",
        [
            "低保",
            "收入很低的家庭，国家每月给的钱",
            "由民政部门认定；认定以后，医疗救助自动跟上。",
        ],
        [
            "minimum living allowance",
            "monthly support for households with very low income",
            "Civil affairs decide on it; medical assistance then follows by itself.",
        ],
    ),
    term(
        "near-subsistence",
        [
            "低保边缘家庭",
            "收入比低保高一点、也很紧的家庭",
            "医疗救助也帮，有一个不高的门槛。",
        ],
        [
            "marginal low-income household",
            "income a little above the allowance and still tight",
            "Medical assistance helps too, above a low threshold.",
        ],
    ),
    term(
        "extreme-hardship",
        [
            "特困人员",
            "没有收入、也没有人养的人",
            "参保费由国家全额代交，救助没有门槛。",
        ],
        [
            "people in extreme hardship",
            "people without income and without anybody to support them",
            "The state pays their whole fee, and assistance has no threshold.",
        ],
    ),
    term(
        "returned-poverty",
        [
            "返贫致贫人口",
            "脱了贫又困难起来的人",
            "名单由农业农村部门确定，参保费有资助。",
        ],
        [
            "people fallen back into poverty",
            "people who had left poverty and are in it again",
            "The rural affairs authority keeps the list; their fee is subsidised.",
        ],
    ),
    term(
        "monitored-household",
        [
            "防止返贫监测对象",
            "可能又变困难、有人帮着盯的家庭",
            "风险没有消除之前，参保费和救助都有照顾。",
        ],
        [
            "monitored household",
            "a household that may fall into poverty and is watched over",
            "While the risk lasts its fee and its treatment are helped.",
        ],
    ),
    term(
        "illness-poverty",
        [
            "因病致贫重病患者",
            "看病花光了家底的家庭",
            "要自己申请；看的是过去 12 个月的医疗支出和家里的收入。",
        ],
        [
            "people made poor by illness",
            "households whose means were used up by treatment",
            "They apply; the last 12 months of medical cost and the income count.",
        ],
    ),
    term(
        "city-supplementary",
        [
            "惠民保",
            "自愿买的补充保险，不贵，先要有医保",
            "“商业补充保险”里列着保什么、不保什么。",
        ],
        [
            "city supplementary insurance",
            "voluntary, inexpensive cover on top of basic insurance",
            "“Commercial add-ons” lists what they cover and what they do not.",
        ],
    ),
    term(
        "commercial-insurance",
        [
            "商业健康保险",
            "自己向保险公司买的保险",
            "和医保分开赔；条款以保险合同为准。",
        ],
        [
            "commercial health insurance",
            "insurance you buy from a company",
            "It pays apart from public insurance; its contract decides.",
        ],
    ),
    term(
        "insurer-deductible",
        [
            "免赔额",
            "商业保险先不赔的那一段",
            "免赔额 ¥10,000，就是自己付满 ¥10,000 以后才开始赔。",
        ],
        [
            "insurer's deductible",
            "the part a commercial product does not pay",
            "With ¥10,000 it begins to pay once you have borne ¥10,000.",
        ],
    ),
    term(
        "prior-illness",
        [
            "既往症",
            "买保险以前就有的病",
            "有的产品不赔，有的少赔一些；买之前先看这一条。",
        ],
        [
            "prior illness",
            "an illness you had before you bought the insurance",
            "Some products pay nothing for it, some pay less; look before you buy.",
        ],
    ),
    term(
        "exclusion",
        [
            "责任免除",
            "合同写明不赔的情况",
            "产品页上“不保什么”那一栏。",
        ],
        [
            "exclusion",
            "what the contract says it never pays",
            "On a product's page it stands under what is never paid.",
        ],
    ),
    term(
        "long-term-care",
        [
            "长期护理保险",
            "不能自理的人，护理费有人帮着付",
            "失能 6 个月以上，经评估定了等级再享受。",
        ],
        [
            "long-term care insurance",
            "helps to pay for care when somebody cannot look after themselves",
            "After 6 months of disability an assessment sets the level.",
        ],
    ),
    term(
        "maternity-insurance",
        [
            "生育保险",
            "生孩子的医疗费和产假津贴",
            "职工医保里已经包含，不用个人另外交。",
        ],
        [
            "maternity insurance",
            "the medical cost of having a child, and pay during leave",
            "It is part of employee insurance; employees pay nothing extra.",
        ],
    ),
    term(
        "maternity-allowance",
        [
            "生育津贴",
            "产假期间代替工资的钱",
            "单位上年度月平均缴费工资 ÷ 30 × 产假天数；¥9,600、158 天是 ¥50,560。",
        ],
        [
            "maternity allowance",
            "money in place of wages during maternity leave",
            "The employer's average monthly base ÷ 30 × days of leave; ¥9,600 and 158 days make ¥50,560.",
        ],
    ),
];
