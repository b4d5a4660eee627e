//! Who pays what of a bill.

use super::{Term, term};

pub(in crate::glossary) static MONEY: &[Term] = &[
    term(
        "pool-fund",
        [
            "统筹基金",
            "大家一起攒的医保钱",
            "¥30,000 的住院，¥22,015 由它付。",
        ],
        [
            "pool fund",
            "the money everybody pays in together",
            "Of a stay for ¥30,000 it pays ¥22,015.",
        ],
    ),
    term(
        "personal-account",
        [
            "个人账户",
            "自己医保卡里的钱",
            "看病、买药自己付的部分，可以从这里出。",
        ],
        [
            "personal account",
            "the money on your own insurance card",
            "It can pay your own share at hospitals and pharmacies.",
        ],
    ),
    term(
        "deductible",
        [
            "起付线",
            "先由自己付的一段，超过才开始报",
            "今年第一次住院，起付线 ¥1,300，这一段先自己付。",
        ],
        [
            "deductible",
            "what you pay first before reimbursement begins",
            "For the first stay of the year it may be ¥1,300; you pay that part first.",
        ],
    ),
    term(
        "annual-cap",
        [
            "封顶线",
            "一年最多能报的钱",
            "说的是医保付的钱，不是您花的钱。待遇页上写着还能报多少。",
        ],
        [
            "annual cap",
            "the most that is paid in a year",
            "It limits what insurance pays, not what you spend. Your benefits page says what is left.",
        ],
    ),
    term(
        "in-scope-expense",
        [
            "政策范围内费用",
            "医保认可、可以算进去报的钱",
            "¥30,000 里去掉不能报的 ¥2,000 和先自付的 ¥800，算进去 ¥27,200。",
        ],
        [
            "in-scope expense",
            "the part of the bill that counts for reimbursement",
            "Of ¥30,000, after ¥2,000 that do not count and ¥800 paid first, ¥27,200 count.",
        ],
    ),
    term(
        "reimbursement-ratio",
        [
            "报销比例",
            "能报的钱里，医保付几成",
            "超过起付线的 ¥25,900，报 85%，就是 ¥22,015。",
        ],
        [
            "reimbursement ratio",
            "how much of the part that counts is paid for you",
            "Of ¥25,900 above the deductible 85% are paid: ¥22,015.",
        ],
    ),
    term(
        "self-pay-first",
        [
            "先行自付",
            "先自己付的那一小部分",
            "¥8,000 的乙类药先自付 10%，就是 ¥800。",
        ],
        [
            "self-pay-first",
            "the small share you pay before the rest counts",
            "Of class B drugs for ¥8,000 you pay 10% first: ¥800.",
        ],
    ),
    term(
        "fully-self-paid",
        [
            "全自费",
            "不能报、全部自己付的项目",
            "账单里目录以外的 ¥2,000。",
        ],
        [
            "fully self-paid",
            "items that are not covered; you pay all of them",
            "The ¥2,000 of the bill that lie outside the catalogue.",
        ],
    ),
    term(
        "price-ceiling",
        [
            "限价",
            "医保认可的最高价，超过的自己付",
            "费用明细里，超过限价的部分算“先由自己付”。",
        ],
        [
            "price ceiling",
            "the highest price that counts; you pay what is above",
            "In the list of items, what is above the ceiling is among what you pay first.",
        ],
    ),
    term(
        "personal-burden",
        [
            "个人负担",
            "各层医保付完以后，轮到自己付的钱",
            "¥30,000 减去医保付的 ¥22,015，自己付 ¥7,985。",
        ],
        [
            "personal burden",
            "what is yours to pay once every layer of insurance has paid",
            "¥30,000 less the ¥22,015 that insurance paid: ¥7,985 are yours.",
        ],
    ),
    term(
        "benefit-year",
        [
            "待遇年度",
            "起付线和限额从头算的一年",
            "多数地方是 1 月 1 日到 12 月 31 日。",
        ],
        [
            "benefit year",
            "the year after which deductibles and caps start anew",
            "In most places it runs from 1 January to 31 December.",
        ],
    ),
    term(
        "settlement",
        [
            "医保结算",
            "一次看病的账，算清医保付多少、自己付多少",
            "“报销记录”里一行就是一次结算，每一步都写着怎么算的。",
        ],
        [
            "settlement",
            "the account of one visit: what insurance pays and what you pay",
            "Each line under “Settlements” is one, with every step of its calculation.",
        ],
    ),
    term(
        "one-stop-settlement",
        [
            "一站式结算",
            "出院时一次算清，只付自己那份",
            "基本医保、大病保险、医疗救助在窗口一起算完。",
        ],
        [
            "one-stop settlement",
            "everything is settled at once when you leave; you pay only your part",
            "Basic insurance, catastrophic insurance and assistance are settled together at the counter.",
        ],
    ),
    term(
        "manual-reimbursement",
        [
            "手工报销",
            "先自己垫钱，再拿票据来报",
            "在没有联网的医院看病，先付全款，再带发票、清单和出院小结去经办窗口。",
        ],
        [
            "manual reimbursement",
            "you pay first and bring the receipts",
            "Where a hospital is not connected, pay in full, then bring invoice, list and discharge note to the office.",
        ],
    ),
    term(
        "refund",
        [
            "退费",
            "把以前的一次结算退回来，各方付的钱原路退回",
            "报销记录里用负数写着，并连到被退的那一次。",
        ],
        [
            "refund",
            "takes an earlier settlement back; everybody gets back what they paid",
            "It stands in the list with a minus sign and a link to the settlement it takes back.",
        ],
    ),
];
