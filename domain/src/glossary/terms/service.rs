//! Getting things done.

use super::{Term, term};

pub(in crate::glossary) static SERVICE: &[Term] = &[
    term(
        "insurance-agency",
        [
            "医保经办机构",
            "办医保的单位，服务大厅就是它的窗口",
            "参保登记、报销、备案、慢特病都找它。",
        ],
        [
            "insurance agency",
            "the office that runs insurance; the service hall is its counter",
            "Enrolment, reimbursement, filing and chronic benefits are its business.",
        ],
    ),
    term(
        "tax-authority",
        [
            "税务部门",
            "收医保费的单位",
            "交多少、怎么交、交没交上，问税务；能报多少，问医保。",
        ],
        [
            "tax authority",
            "the office that collects contributions",
            "Ask it how to pay and whether a payment arrived; ask insurance what is reimbursed.",
        ],
    ),
    term(
        "family-sharing",
        [
            "家庭共济",
            "我卡里的钱给家里人用",
            "可以给配偶、父母、子女、兄弟姐妹、祖父母和孙辈用。",
        ],
        [
            "family sharing",
            "your family may use the money on your card",
            "Spouse, parents, children, siblings, grandparents and grandchildren may.",
        ],
    ),
    term(
        "family-representation",
        [
            "亲情账户",
            "我帮家里人办事",
            "两个人都确认以后，女儿可以替母亲看医保；看过几次，母亲都查得到。",
        ],
        [
            "family representation",
            "handling things for a family member",
            "Once both have confirmed, a daughter can look for her mother, and the mother can see each time she did.",
        ],
    ),
    term(
        "separate-consent",
        [
            "单独同意",
            "这一件事单独问您，不和别的捆在一起",
            "让家人看您的报销记录，要您单独点头，随时可以收回。",
        ],
        [
            "separate consent",
            "one thing is asked by itself, not bundled with others",
            "Letting family see your settlements needs it, and you can take it back at any time.",
        ],
    ),
    term(
        "access-record",
        [
            "查看记录",
            "谁、什么时候、为什么看过您的信息",
            "除了您本人，每看一次记一笔，改不了也删不掉。",
        ],
        [
            "access record",
            "who looked at your data, when and why",
            "Every look by anyone but you leaves a line that nobody can change or delete.",
        ],
    ),
    term(
        "proof-of-cover",
        [
            "参保凭证",
            "证明您有医保的纸",
            "换工作、孩子入园、办转移时可能要用。",
        ],
        [
            "proof of cover",
            "a paper that shows you are insured",
            "Asked for at a new job, a kindergarten, or a transfer.",
        ],
    ),
    term(
        "accept-with-missing-papers",
        [
            "容缺受理",
            "缺一样先收下，以后补",
            "主要材料齐了就先办，缺的在说好的日子前补上。",
        ],
        [
            "accept with missing papers",
            "we take your case now, the missing paper may follow",
            "With the main papers there, work begins; the rest follows by an agreed day.",
        ],
    ),
    term(
        "commitment-instead-of-proof",
        [
            "告知承诺",
            "写个保证代替证明",
            "去外地长住，可以写承诺书备案，不用再开证明。",
        ],
        [
            "commitment instead of proof",
            "a written promise in place of a certificate",
            "Living elsewhere can be filed with a promise instead of a certificate.",
        ],
    ),
    term(
        "service-rating",
        [
            "好差评",
            "给这次服务打分",
            "打了差评必须有人回复，经办的人看不到是谁打的。",
        ],
        [
            "service rating",
            "marks for the service you got",
            "A bad mark must be answered; the agent does not see who gave it.",
        ],
    ),
    term(
        "benefit-parameters",
        [
            "待遇参数",
            "算报销用的那套数：起付线、比例、限额",
            "每个结果旁边写着用的是哪一套、从哪天起有效。",
        ],
        [
            "benefit parameters",
            "the figures reimbursement is computed from: deductibles, ratios, caps",
            "Beside each result stands which set it is and from when it counts.",
        ],
    ),
    term(
        "sample-value",
        [
            "示例参数",
            "还没有核对过、只用来演示的数",
            "标着“示例”的，不要当真，以经办机构的为准。",
        ],
        [
            "sample value",
            "a figure that is not checked and only shows how it works",
            "Do not rely on what is marked as a sample; the agency's figure counts.",
        ],
    ),
];
