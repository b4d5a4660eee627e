//! Being insured and paying for it.

use super::{Term, term};

pub(in crate::glossary) static JOINING: &[Term] = &[
    term(
        "basic-insurance",
        [
            "基本医疗保险",
            "国家办的医保，分职工和居民两种",
            "“我的医保”第一行写着您参加的是哪一种。",
        ],
        [
            "basic medical insurance",
            "the public insurance, for employees or for residents",
            "The first line of “My insurance” says which one is yours.",
        ],
    ),
    term(
        "employee-insurance",
        [
            "职工医保",
            "上班的人和退休的人参加的医保",
            "单位和个人每月一起交；交满年限，退休后不再交。",
        ],
        [
            "employee medical insurance",
            "the insurance of people who work and of retirees",
            "Employer and employee pay every month; after enough years retirees pay no more.",
        ],
    ),
    term(
        "resident-insurance",
        [
            "城乡居民医保",
            "不上班的人、老人、孩子、学生参加的医保",
            "一年交一次，国家再补一大半。",
        ],
        [
            "resident medical insurance",
            "the insurance of children, students, the elderly and everybody without a job",
            "Paid once a year; the state adds more than half.",
        ],
    ),
    term(
        "flexible-employment",
        [
            "灵活就业人员",
            "没有固定单位、自己干活挣钱的人",
            "送外卖、开小店的人，可以自己参加职工医保，也可以参加居民医保。",
        ],
        [
            "flexible workers",
            "people who earn their living without a fixed employer",
            "Riders or shopkeepers may join employee insurance by themselves, or resident insurance.",
        ],
    ),
    term(
        "contribution-base",
        [
            "缴费基数",
            "按多少工资来算医保费",
            "基数 ¥12,000、个人交 2%，每月 ¥240。",
        ],
        [
            "contribution base",
            "the wage from which contributions are computed",
            "With a base of ¥12,000 and 2% from you, ¥240 a month.",
        ],
    ),
    term(
        "base-limits",
        [
            "缴费基数上下限",
            "工资太低按最低的算，太高按最高的算",
            "一般是当地平均工资的 60% 和 300%。",
        ],
        [
            "floor and ceiling of the base",
            "low wages count as the lowest base, high ones as the highest",
            "Usually 60% and 300% of the local average wage.",
        ],
    ),
    term(
        "government-subsidy",
        [
            "财政补助",
            "国家替居民交的那部分",
            "2025 年国家定的最低标准：个人 ¥400，财政 ¥700。",
        ],
        [
            "government subsidy",
            "the part the state pays for residents",
            "The national least for 2025: ¥400 from the person, ¥700 from the state.",
        ],
    ),
    term(
        "collection-period",
        [
            "集中征缴期",
            "每年交居民医保的那几个月",
            "多在 9 月到 12 月，交了管下一年；错过再交，一般要等 3 个月才能报。",
        ],
        [
            "collection period",
            "the months in which resident insurance is paid each year",
            "Mostly September to December, for the year after; joining later usually means a wait of 3 months.",
        ],
    ),
    term(
        "arrears",
        [
            "欠费",
            "该交的医保费没有交上",
            "单位欠费，从次月起报销可能暂停，补上再恢复。",
        ],
        [
            "arrears",
            "a contribution that was due and has not been paid",
            "When an employer owes, cover may stop the month after and comes back once it is paid.",
        ],
    ),
    term(
        "back-payment",
        [
            "补缴",
            "把以前没交的月份补上",
            "补以前的月份，先由医保经办机构核定，再到税务部门交。",
        ],
        [
            "back-payment",
            "paying for months that were left out",
            "The insurance agency confirms it first; the tax authority takes the money.",
        ],
    ),
    term(
        "interruption",
        [
            "断保",
            "中间有一段没有交，医保断开了",
            "“参保情况”里会标出断开的时间。",
        ],
        [
            "interruption",
            "a stretch was not paid, and insurance broke off",
            "“Enrolment” shows when it was.",
        ],
    ),
    term(
        "waiting-period",
        [
            "待遇等待期",
            "交了钱但要等几个月才能报",
            "居民断保再参保，至少等 3 个月；断得越久等得越久。",
        ],
        [
            "waiting period",
            "you have paid, but must wait some months before anything is reimbursed",
            "Residents who return after a break wait at least 3 months, longer after longer breaks.",
        ],
    ),
    term(
        "continuous-enrolment",
        [
            "连续参保",
            "一年接一年，没有断过",
            "居民连续参保满 4 年，大病保险的最高额会提高。",
        ],
        [
            "continuous enrolment",
            "insured year after year without a break",
            "After 4 years residents get a higher cap of catastrophic insurance.",
        ],
    ),
    term(
        "enrolment-incentive",
        [
            "连续参保激励",
            "不断保的人，大病保险能多报一些",
            "满 4 年后，每多一年，大病最高额至少加 ¥1,000；断保会从头算。",
        ],
        [
            "incentive for continuous enrolment",
            "more catastrophic cover for those who never break off",
            "After 4 years each further year adds at least ¥1,000 to the cap; a break starts the count anew.",
        ],
    ),
    term(
        "credited-years",
        [
            "缴费年限",
            "职工医保一共交了多少年",
            "退休时交满当地规定的年数，以后不用再交。",
        ],
        [
            "years of contribution",
            "how many years of employee insurance were paid in all",
            "With the number of years your place asks for you pay no more after retirement.",
        ],
    ),
    term(
        "transfer",
        [
            "转移接续",
            "换城市时，把年限和卡里的钱带过去",
            "到新的参保地申请，两边的经办机构自己对接。",
        ],
        [
            "transfer of insurance",
            "taking years and account money along to a new city",
            "Apply where you are insured now; the two agencies deal with each other.",
        ],
    ),
    term(
        "duplicate-enrolment",
        [
            "重复参保",
            "同时参加了两份基本医保",
            "报销只用一份，一般留职工医保。",
        ],
        [
            "duplicate enrolment",
            "being in two basic insurances at once",
            "Only one pays; as a rule the employee one stays.",
        ],
    ),
    term(
        "pooling-area",
        [
            "统筹区",
            "管你医保的那个市（或省）",
            "报多少、起付线多高，看它的规定。",
        ],
        [
            "pooling area",
            "the city or province that runs your insurance",
            "Its rules decide how much is paid.",
        ],
    ),
    term(
        "insured-place",
        [
            "参保地",
            "交医保的地方",
            "去外地看病，报多少按参保地的规定。",
        ],
        [
            "insured place",
            "where you pay your insurance",
            "When you are treated elsewhere its rules decide how much is paid.",
        ],
    ),
];
