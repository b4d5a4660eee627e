//! Where one is treated.

use super::{Term, term};

pub(in crate::glossary) static CARE: &[Term] = &[
    term(
        "designated-institution",
        [
            "定点医药机构",
            "和医保签了约的医院、药店",
            "在这里看病、买药才能用医保；急诊抢救除外。",
        ],
        [
            "designated institution",
            "a hospital or pharmacy under contract with insurance",
            "Only there does insurance pay, emergencies excepted.",
        ],
    ),
    term(
        "hospital-level",
        [
            "医院等级",
            "医院分一级、二级、三级，级别越高自己付得越多",
            "小病在社区医院看，起付线低、报得多。",
        ],
        [
            "hospital level",
            "hospitals have three levels; the higher, the more you pay yourself",
            "Small matters cost less at a community centre: a lower deductible, a higher ratio.",
        ],
    ),
    term(
        "outpatient-pooling",
        [
            "门诊统筹",
            "不住院、看普通门诊也能报",
            "一年里先付满起付线，以后按比例报，到限额为止。",
        ],
        [
            "outpatient pooling",
            "ordinary outpatient visits are paid too, without a stay",
            "After the year's deductible a share is paid, up to a cap.",
        ],
    ),
    term(
        "outpatient-chronic",
        [
            "门诊慢特病",
            "要长期吃药的病，办个资格多报一些",
            "高血压、糖尿病、透析等。带诊断材料到医院医保办或者经办窗口办。",
        ],
        [
            "outpatient chronic benefit",
            "more is paid for illnesses that need treatment for years",
            "Hypertension, diabetes, dialysis. Bring the diagnosis to the hospital's insurance office or the agency.",
        ],
    ),
    term(
        "two-diseases",
        [
            "两病门诊用药",
            "高血压、糖尿病在门诊拿药也能报",
            "参加居民医保、还没办慢特病资格的人用它，至少报一半。",
        ],
        [
            "drugs for the two diseases",
            "outpatient drugs for hypertension and diabetes are paid too",
            "For residents without the chronic benefit; at least half is paid.",
        ],
    ),
    term(
        "long-prescription",
        [
            "长期处方",
            "病情稳定，一次开几周的药",
            "最长 12 周，省得每月跑医院。",
        ],
        [
            "long prescription",
            "drugs for several weeks at once when the illness is stable",
            "Up to 12 weeks, so that you need not come every month.",
        ],
    ),
    term(
        "treatment-place",
        [
            "就医地",
            "看病的地方",
            "去外地看病，能报哪些药按就医地的目录。",
        ],
        [
            "treatment place",
            "where you are treated",
            "Its catalogue decides which drugs count when you are treated elsewhere.",
        ],
    ),
    term(
        "off-site-filing",
        [
            "异地就医备案",
            "去外地看病前先打个招呼",
            "备了案，出院时直接结算，报得也多；出院前补办也来得及。",
        ],
        [
            "off-site filing",
            "letting us know before you are treated elsewhere",
            "With it the bill is settled when you leave and more is paid; before discharge it can still be made up.",
        ],
    ),
    term(
        "off-site-settlement",
        [
            "异地直接结算",
            "在外地看病，出院时当场报，不用垫钱再跑回来",
            "要医院已经联网，并且备过案。",
        ],
        [
            "direct settlement elsewhere",
            "treated in another place, settled when you leave, without paying first and claiming later",
            "The hospital must be connected and your visit filed.",
        ],
    ),
    term(
        "referral",
        [
            "转诊",
            "医院把病人介绍到另一家医院",
            "转到外地的，报销比例比不转诊自己去的高。",
        ],
        [
            "referral",
            "one hospital sends you on to another",
            "Elsewhere more is paid with a referral than without.",
        ],
    ),
    term(
        "emergency",
        [
            "急诊抢救",
            "情况危急，来不及备案",
            "在外地急诊抢救，视同备过案。",
        ],
        [
            "emergency treatment",
            "there is no time to file anything",
            "An emergency elsewhere counts as filed.",
        ],
    ),
    term(
        "insurance-code",
        [
            "医保码",
            "手机上的医保卡，也叫医保电子凭证",
            "没有手机，带社保卡一样能看病。",
        ],
        [
            "insurance code",
            "the insurance card on a phone",
            "Without a phone your social security card serves as well.",
        ],
    ),
    term(
        "case-payment",
        [
            "按病种付费（DRG/DIP）",
            "医保按病种和医院结账，不看开了多少项",
            "这是医保和医院之间的事，不限制您住几天，也不改变您的报销比例。",
        ],
        [
            "payment by case (DRG/DIP)",
            "insurance pays hospitals by kind of illness, not by number of items",
            "This is between insurance and hospital: it limits neither your days nor your ratio.",
        ],
    ),
];
