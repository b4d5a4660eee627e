//! The headings of every section and column, in both languages.

mod family;
mod privacy;

use crate::export::dossier::Heading;

pub(super) use family::{FAMILY, FAMILY_SEEING, INVITATIONS_RECEIVED, INVITATIONS_SENT};
pub(super) use privacy::{
    ACCESS, ACCOUNTS, CONSENTS, QUERIES, QUERY_STEPS, REPORT_STEPS, REPORTS, SESSIONS,
};

pub(in crate::export) type Headings = (Heading, &'static [Heading]);

const fn head(key: &'static str, zh: &'static str, en: &'static str) -> Heading {
    Heading { key, zh, en }
}

pub(super) const PERSON: Headings = (
    head("person", "个人信息", "Person"),
    &[
        head("person_id", "平台编号", "Platform id"),
        head("name", "姓名", "Name"),
        head("id_type", "证件类型", "Paper"),
        head("id_number", "证件号码", "Number of the paper"),
        head("sex", "性别", "Sex"),
        head("birth_date", "出生日期", "Born"),
        head("mobile", "手机号", "Mobile"),
        head("household_region", "户籍地", "Registered in"),
        head("residence_region", "居住地", "Lives in"),
        head("status", "状态", "Status"),
        head("died_on", "死亡日期", "Died"),
    ],
);

pub(super) const STATUSES: Headings = (
    head("statuses", "困难身份", "Status of hardship"),
    &[
        head("category", "类别", "Status"),
        head("valid_from", "开始", "From"),
        head("valid_until", "结束", "Through"),
        head("source", "来源", "Source"),
    ],
);

pub(super) const HOUSEHOLD: Headings = (
    head("household", "家庭", "Household"),
    &[
        head("household_id", "家庭编号", "Household id"),
        head("position", "身份", "Position"),
        head("since", "开始", "From"),
        head("until", "结束", "Through"),
    ],
);

pub(super) const ENROLMENTS: Headings = (
    head("enrolments", "参保", "Insurance"),
    &[
        head("scheme", "险种", "Scheme"),
        head("region_code", "参保地", "Place"),
        head("person_type", "人员类别", "Type"),
        head("state", "状态", "State"),
        head("since", "开始", "From"),
        head("until", "结束", "Through"),
        head("waiting_until", "等待期至", "Waiting through"),
    ],
);

pub(super) const CONTRIBUTIONS: Headings = (
    head("contributions", "缴费", "Contributions"),
    &[
        head("period", "所属期", "Period"),
        head("scheme", "险种", "Scheme"),
        head("kind", "方式", "Kind"),
        head("base", "基数", "Base"),
        head("employer_amount", "单位缴", "Employer"),
        head("person_amount", "个人缴", "Person"),
        head("subsidy_amount", "财政补助", "Subsidy"),
        head("account_credit", "划入账户", "To the account"),
        head("state", "状态", "State"),
        head("paid_on", "到账日", "Paid on"),
    ],
);

pub(super) const ACCOUNT: Headings = (
    head("account", "个人账户", "Personal account"),
    &[
        head("booked_on", "日期", "Day"),
        head("kind", "类型", "Kind"),
        head("amount", "金额", "Amount"),
        head("balance_after", "余额", "Balance"),
        head("settlement_id", "结算编号", "Settlement"),
    ],
);

pub(super) const SHARES: Headings = (
    head(
        "account_shares",
        "账户里给家人留的钱",
        "Kept in the account for relatives",
    ),
    &[
        head("relative_id", "家人的平台编号", "Their platform id"),
        head("amount", "留多少", "Kept"),
        head("set_on", "日期", "Day"),
    ],
);

pub(super) const SETTLEMENTS: Headings = (
    head("settlements", "结算", "Settlements"),
    &[
        head("settlement_id", "结算编号", "Settlement id"),
        head("number", "结算单号", "Number"),
        head("settled_on", "结算日", "Settled on"),
        head("admitted_on", "入院", "Admitted"),
        head("discharged_on", "出院", "Discharged"),
        head("benefit_year", "计入年度", "Counts in year"),
        head("scheme", "险种", "Scheme"),
        head("region_code", "参保地", "Insured place"),
        head("visit_kind", "就医方式", "Visit"),
        head("level", "机构级别", "Level"),
        head("admission", "第几次住院", "Admission"),
        head("remote", "异地", "Elsewhere"),
        head("category", "困难身份", "Status of hardship"),
        head("institution_code", "机构代码", "Institution code"),
        head("institution_name", "机构", "Institution"),
        head("diagnosis", "诊断", "Diagnosis"),
        head("total_fee", "医疗费总额", "Total fee"),
        head("fully_self_paid", "全自费", "Fully self-paid"),
        head("over_ceiling", "超限价", "Above ceilings"),
        head("self_pay_first", "先行自付", "Self-pay-first"),
        head("in_scope_amount", "政策范围内", "In scope"),
        head("deductible", "起付线", "Deductible"),
        head("pool_fund_paid", "统筹基金", "Pool fund"),
        head("large_amount_paid", "大额补助", "Large-amount subsidy"),
        head("catastrophic_paid", "大病保险", "Catastrophic"),
        head("assistance_paid", "医疗救助", "Assistance"),
        head("fund_total", "基金合计", "All funds"),
        head("personal_burden", "个人负担", "Personal burden"),
        head("account_paid", "账户支付", "From accounts"),
        head("family_account_paid", "其中家人账户", "Of it from family"),
        head("cash_paid", "现金支付", "Cash"),
        head("parameter_set_id", "参数版本", "Parameters"),
        head("bill_id", "同一张账单", "Parts of one bill"),
        head("reverses_id", "退的是哪一笔", "Takes back"),
    ],
);

pub(super) const LINES: Headings = (
    head("lines", "结算项目", "Items"),
    &[
        head("settlement_id", "结算编号", "Settlement"),
        head("line_no", "序号", "Line"),
        head("item_code", "代码", "Code"),
        head("item_name", "项目", "Item"),
        head("item_class", "类别", "Class"),
        head("quantity_milli", "数量（千分）", "Quantity (thousandths)"),
        head("amount", "金额", "Amount"),
        head(
            "self_pay_first_ratio",
            "先行自付比例",
            "Self-pay-first ratio",
        ),
        head("over_ceiling", "超限价", "Above ceiling"),
        head("self_pay_first", "先行自付", "Self-pay-first"),
        head("fully_self_paid", "全自费", "Fully self-paid"),
        head("in_scope_amount", "政策范围内", "In scope"),
    ],
);

pub(super) const TOTALS: Headings = (
    head("totals", "结算合计", "Settlements by year and kind"),
    &[
        head("benefit_year", "年度", "Year"),
        head("visit_kind", "就医方式", "Visit"),
        head("settlements", "笔数", "Number"),
        head("total_fee", "医疗费总额", "Total fee"),
        head("pool_fund_paid", "统筹基金", "Pool fund"),
        head("large_amount_paid", "大额补助", "Large-amount subsidy"),
        head("catastrophic_paid", "大病保险", "Catastrophic"),
        head("assistance_paid", "医疗救助", "Assistance"),
        head("account_paid", "账户支付", "From accounts"),
        head("cash_paid", "现金支付", "Cash"),
    ],
);

pub(super) const YEARS: Headings = (
    head("years", "年度累计", "Year totals"),
    &[
        head("benefit_year", "年度", "Year"),
        head("scheme", "险种", "Scheme"),
        head("pool_paid", "统筹基金", "Pool fund"),
        head("large_amount_paid", "大额补助", "Large-amount"),
        head("catastrophic_base", "大病基数", "Catastrophic base"),
        head("catastrophic_paid", "大病保险", "Catastrophic"),
        head("assistance_deductible", "救助起付", "Assistance deductible"),
        head("assistance_paid", "医疗救助", "Assistance"),
        head("outpatient_deductible", "门诊起付", "Outpatient deductible"),
        head("outpatient_paid", "门诊统筹", "Outpatient"),
        head("outpatient_scope", "门诊范围内", "Outpatient in scope"),
        head("admissions", "住院次数", "Admissions"),
        head("chronic_deductible", "慢特病起付", "Chronic deductible"),
        head(
            "hypertension_paid",
            "两病：高血压",
            "Two diseases: hypertension",
        ),
        head("diabetes_paid", "两病：糖尿病", "Two diseases: diabetes"),
        head("prenatal_paid", "产前检查", "Checks before a birth"),
    ],
);

pub(super) const HOLDINGS: Headings = (
    head("holdings", "商业保险", "Add-on insurance"),
    &[
        head("product_id", "产品", "Product"),
        head("since", "开始", "From"),
        head("until", "结束", "Through"),
        head("premium", "保费", "Premium"),
    ],
);

pub(super) const MESSAGES: Headings = (
    head("messages", "消息", "Messages"),
    &[
        head("created_at", "时间", "Time"),
        head("topic", "类别", "Topic"),
        head("template", "类型", "Kind"),
        head("parameters", "内容", "Content"),
        head("read_at", "阅读时间", "Read at"),
    ],
);

pub(super) const CERTIFICATES: Headings = (
    head("certificates", "参保凭证", "Proofs of cover"),
    &[
        head("certificate_id", "凭证编号", "Id of the proof of cover"),
        head("issued_at", "出具时间", "Issued at"),
        head("code", "核验码", "Code"),
        head("day", "日期", "Day"),
        head("insured", "是否参保", "Insured"),
        head("scheme", "险种", "Scheme"),
        head("region_code", "参保地", "Place"),
        head("periods", "参保时间", "Periods"),
        head("expires_on", "可核验至", "Can be checked through"),
        head("shown", "核验时显示", "Shown at a check"),
        head("withdrawn_at", "收回时间", "Withdrawn at"),
        head("checks", "核验次数", "Checks"),
        head("last_checked_on", "最近核验", "Last checked on"),
        head("key_id", "签名密钥", "Signing key"),
    ],
);

pub(super) const MUTED: Headings = (
    head("muted_topics", "不接收的消息类别", "Topics switched off"),
    &[
        head("topic", "类别", "Topic"),
        head("since", "开始", "Since"),
    ],
);

/// What stands below the figures of every form.
pub(in crate::export) const SIGNATURE: Headings = (
    head(
        "signature",
        "签名（可以核对数字有没有被改过）",
        "Signature (by which a change is noticed)",
    ),
    &[
        head("algorithm", "算法", "Algorithm"),
        head("public_key", "公钥", "Public key"),
        head("digest", "数字摘要", "Digest of the figures"),
        head("value", "签名值", "Signature"),
    ],
);

/// Every section in the order of the export, but for the signature.
pub(in crate::export) const ALL: &[Headings] = &[
    PERSON,
    STATUSES,
    HOUSEHOLD,
    FAMILY,
    FAMILY_SEEING,
    INVITATIONS_SENT,
    INVITATIONS_RECEIVED,
    ENROLMENTS,
    CONTRIBUTIONS,
    ACCOUNT,
    SHARES,
    SETTLEMENTS,
    LINES,
    TOTALS,
    YEARS,
    HOLDINGS,
    MESSAGES,
    CERTIFICATES,
    MUTED,
    ACCESS,
    QUERIES,
    QUERY_STEPS,
    REPORTS,
    REPORT_STEPS,
    CONSENTS,
    ACCOUNTS,
    SESSIONS,
];
