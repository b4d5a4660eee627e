//! What is in the catalogue, and on which terms.

use super::{Term, term};

pub(in crate::glossary) static CATALOGUE: &[Term] = &[
    term(
        "catalogue",
        [
            "医保目录",
            "国家列出的、医保能报的药品和项目",
            "不在里面的，费用明细上写“丙类（目录外）”。",
        ],
        [
            "catalogue",
            "the national list of drugs and services that insurance covers",
            "What is not in it is marked “class C (outside the catalogue)” on the bill.",
        ],
    ),
    term(
        "class-a",
        ["甲类", "全部算进去报", "¥100 的甲类药，¥100 都算进去。"],
        [
            "class A",
            "counts in full",
            "Of a class A drug for ¥100 all ¥100 count.",
        ],
    ),
    term(
        "class-b",
        [
            "乙类",
            "先自己付一小部分，再算进去报",
            "¥100 的乙类药，先自付 10% 是 ¥10，余下 ¥90 算进去。",
        ],
        [
            "class B",
            "you pay a small share first, the rest counts",
            "Of a class B drug for ¥100 you pay 10% first, ¥10; the other ¥90 count.",
        ],
    ),
    term(
        "class-c",
        [
            "丙类",
            "不能报，全部自己付",
            "保健品、美容项目；医院用之前应当先问您同不同意。",
        ],
        [
            "class C",
            "does not count; you pay all of it",
            "Health products, cosmetic treatment; the hospital should ask you before it uses them.",
        ],
    ),
    term(
        "restriction",
        [
            "限定支付范围",
            "符合写明的病情，医保才付",
            "同一种药，病情不在范围里，就要全部自己付。",
        ],
        [
            "restriction",
            "insurance pays only for the condition that is named",
            "The same drug is all yours to pay when your condition is not the one named.",
        ],
    ),
    term(
        "payment-standard",
        [
            "医保支付标准",
            "医保按这个价来算，贵出来的自己付",
            "药卖 ¥120、标准 ¥100，多出的 ¥20 自己付。",
        ],
        [
            "payment standard",
            "the price insurance reckons with; you pay what is above",
            "A drug sells for ¥120 with a standard of ¥100: the ¥20 above are yours.",
        ],
    ),
    term(
        "negotiated-drug",
        [
            "谈判药品",
            "国家和药企谈好价、进了目录的药",
            "协议有年限，到期要重新谈；在目录里不等于每家医院都有。",
        ],
        [
            "negotiated drug",
            "a drug in the catalogue at a price the state agreed with its maker",
            "The agreement runs for a term; being in the catalogue does not mean that every hospital has it.",
        ],
    ),
    term(
        "dual-channel",
        [
            "双通道",
            "医院和药店都能按医保买",
            "医院没有的谈判药，可以拿处方去指定药店，按医院的比例报。",
        ],
        [
            "dual channel",
            "hospital and pharmacy both sell it on insurance",
            "A negotiated drug the hospital lacks can be had at a named pharmacy, at the hospital's ratio.",
        ],
    ),
    term(
        "centralised-procurement",
        [
            "集中带量采购",
            "全国一起买药，量大价低",
            "同一种药，“集采”中选的往往便宜得多。",
        ],
        [
            "centralised procurement",
            "the whole country buys together, in bulk and cheaper",
            "Of the same drug the chosen brand often costs far less.",
        ],
    ),
    term(
        "commercial-drug-list",
        [
            "商保创新药目录",
            "基本医保不付、推荐商业保险付的新药",
            "买商业保险之前，看它付不付这里面的药。",
        ],
        [
            "commercial innovative drug list",
            "new drugs that basic insurance does not pay and add-ons are asked to",
            "Before you buy an add-on, see whether it pays for these.",
        ],
    ),
    term(
        "service-item",
        [
            "医疗服务项目",
            "检查、化验、手术、护理这些收费项目",
            "费用明细里和药品分开列，也分甲、乙、丙类。",
        ],
        [
            "medical service item",
            "tests, operations, nursing and the like that a bill charges",
            "They stand apart from drugs on the bill and have classes too.",
        ],
    ),
    term(
        "consumables",
        [
            "医用耗材",
            "看病用掉的器材，像支架、纱布、导管",
            "贵的耗材常有限价，超过的自己付。",
        ],
        [
            "medical consumables",
            "what is used up in treatment, such as stents, gauze, catheters",
            "Expensive ones often have a price ceiling; you pay what is above.",
        ],
    ),
];
