//! What the home page says.

use crate::language::Language;

/// The words of the home page.
pub(super) struct HomeText {
    /// The heading.
    pub title: &'static str,
    /// For search engines.
    pub description: &'static str,
    /// Under the heading.
    pub lead: &'static str,
    /// What the search box searches.
    pub search: &'static str,
    /// In the empty search box.
    pub placeholder: &'static str,
    /// What the list under the search box holds.
    pub suggestions: &'static str,
    /// What the example questions are.
    pub examples: &'static str,
    /// Example questions.
    pub questions: &'static [&'static str],
    /// The four doors: title and a few words.
    pub doors: [(&'static str, &'static str); 4],
    /// Above the first steps.
    pub first_steps_title: &'static str,
    /// A situation and the question it is searched as.
    pub first_steps: &'static [(&'static str, &'static str)],
    /// Above what can be looked up.
    pub look_up_title: &'static str,
    /// What can be looked up without signing in.
    pub look_up: &'static str,
    /// To the designated institutions.
    pub to_institutions: &'static str,
    /// To the drugs.
    pub to_drugs: &'static str,
    /// Above the newest documents.
    pub changes_title: &'static str,
    /// Above the service hall.
    pub hall_title: &'static str,
    /// What can be done there.
    pub hall: &'static str,
    /// Before the hotline.
    pub hall_call: &'static str,
    /// After the hotline.
    pub hall_after: &'static str,
}

static ZH: HomeText = HomeText {
    title: "医保的事，一处看清",
    description: "查参保、待遇和报销，看每一笔怎么算出来的，读医保政策，比较商业补充保险。",
    lead: "看病能报多少、断了保怎么补、政策怎么说。每个数字都说得出依据。",
    search: "搜政策、问待遇",
    placeholder: "如：断保后等几个月",
    suggestions: "可能要找的文件",
    examples: "大家常问",
    questions: &[
        "断保后再参保要等几个月",
        "去外省看病怎么备案",
        "医保卡里的钱能给父母用吗",
        "生育津贴怎么算",
    ],
    doors: [
        ("我的医保", "参保、报销记录，今年用到哪儿了"),
        ("自己要付多少", "填上费用，一步一步算给您看"),
        ("查政策", "国家和地方的规定，用平常话查"),
        ("商业补充保险", "保什么、不保什么、多少钱"),
    ],
    first_steps_title: "遇到这些事，先看这里",
    first_steps: &[
        ("要住院", "住院报销 起付线 比例"),
        ("买慢病药", "高血压糖尿病门诊用药"),
        ("去外地看病", "异地就医备案"),
        ("生孩子", "生育保险待遇"),
        ("断缴了", "中断缴费 待遇等待期"),
        ("换工作换城市", "医保关系转移接续"),
        ("家里有困难", "医疗救助 低保"),
        ("老人要人照护", "长期护理保险"),
    ],
    look_up_title: "查机构、查药品",
    look_up: "哪里能直接结算、能报哪些慢特病；药是甲类还是乙类，先自己付多少。",
    to_institutions: "看定点医院和药店",
    to_drugs: "查药品怎么报",
    changes_title: "最近的政策",
    hall_title: "不用手机也能办",
    hall: "带上身份证去参保地的医保服务大厅，家人也可以代办。",
    hall_call: "不清楚去哪里、带什么，请打 ",
    hall_after: " 问人工。",
};

static EN: HomeText = HomeText {
    title: "Your medical insurance, in one clear place",
    description: "See your cover, benefits and settlements, how each amount was worked out, read the policies and compare commercial add-ons.",
    lead: "What is paid for a visit, how to mend a gap, what the policy says. Every figure names its source.",
    search: "Search policies, ask about benefits",
    placeholder: "e.g. newborn",
    suggestions: "Documents that fit",
    examples: "Often asked",
    questions: &[
        "waiting period after an interruption",
        "filing for treatment in another province",
        "sharing my account with my parents",
        "maternity allowance",
    ],
    doors: [
        (
            "My insurance",
            "Cover, settlements and what is used this year",
        ),
        (
            "What will I pay?",
            "Enter a bill and see it worked out, step by step",
        ),
        ("Policies", "National and local rules, in everyday words"),
        (
            "Commercial add-ons",
            "What they cover, what they do not, what they cost",
        ),
    ],
    first_steps_title: "When this happens, begin here",
    first_steps: &[
        ("A hospital stay", "inpatient deductible ratio"),
        (
            "Drugs for a chronic illness",
            "outpatient drugs hypertension diabetes",
        ),
        ("Treatment elsewhere", "cross-province direct settlement"),
        ("Having a baby", "maternity insurance"),
        ("A gap in payments", "interruption waiting period"),
        ("A new job in a new city", "transfer of insurance"),
        ("Hardship in the family", "medical assistance"),
        ("Care for the elderly", "long-term care insurance"),
    ],
    look_up_title: "Institutions and drugs",
    look_up: "Where bills are settled directly and which chronic diseases are served; the class of a drug and what you pay first.",
    to_institutions: "Hospitals and pharmacies",
    to_drugs: "How drugs are paid",
    changes_title: "Recent policies",
    hall_title: "No phone or computer needed",
    hall: "Bring your identity card to the service hall where you are insured; family may come for you.",
    hall_call: "Not sure where to go or what to bring? Call ",
    hall_after: " and ask a person.",
};

impl HomeText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
