//! What the card about months that can be paid afterwards says.

use domain::contributions::Why;

use crate::language::Language;

/// The words of the card.
pub(super) struct BackPaymentText {
    language: Language,
    pub title: &'static str,
    pub employed: &'static str,
    pub late_fee: &'static str,
    pub late_fee_source: &'static str,
    pub alone: &'static str,
    pub not_for_benefits: &'static str,
    pub rule: &'static str,
    pub collection: &'static str,
}

static ZH: BackPaymentText = BackPaymentText {
    language: Language::Chinese,
    title: "可以补缴的",
    employed: "有单位的：先由单位拿着劳动合同、工资单这些每个月的证明，向医保经办机构申请；批准以后再去税务部门缴。一般 5 到 15 个工作日。",
    late_fee: "单位欠缴的，从欠缴那天起，单位每天要另付万分之五的滞纳金，不由您出。",
    late_fee_source: "单位欠缴，每天加收万分之五",
    alone: "灵活就业的：自己向参保地的医保经办机构申请，批准以后在税务部门的渠道缴。",
    not_for_benefits: "断开超过 3 个月的，补不成连续；不能只为了以后报销再去补。各地做法有出入，以参保地经办机构为准。",
    rule: "3 个月以内可以补缴、算连续",
    collection: "先由经办机构核定，再由税务部门征收",
};

static EN: BackPaymentText = BackPaymentText {
    language: Language::English,
    title: "What can still be paid",
    employed: "With an employer: the employer asks the insurance office first, with proof of each month (contract, pay sheets); once approved, the tax authority collects. It usually takes 5 to 15 working days.",
    late_fee: "An employer in arrears pays a late fee of 0.05% a day on top from the first day on; it is not yours to pay.",
    late_fee_source: "a late fee of 0.05% a day for employers in arrears",
    alone: "Flexible workers: ask the insurance office of your place yourself; once approved, pay through the tax authority.",
    not_for_benefits: "A break of more than 3 months cannot be made up to count as none, and nobody may pay back merely to be reimbursed later. Places differ; the insurance office decides.",
    rule: "up to 3 months can be paid back and count as no break",
    collection: "the office approves, then the tax authority collects",
};

impl BackPaymentText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// What is open, in a sentence.
    pub(super) fn head(&self, why: Why, length: &str) -> String {
        match (self.language, why) {
            (Language::Chinese, Why::Arrears) => format!("欠缴 {length}。"),
            (Language::Chinese, Why::OpenBreak) => format!("断开了 {length}，还没有接上。"),
            (Language::Chinese, Why::PastBreak) => format!("断过 {length}，没有补缴的记录。"),
            (Language::English, Why::Arrears) => format!("{length} overdue."),
            (Language::English, Why::OpenBreak) => format!("Not insured for {length} so far."),
            (Language::English, Why::PastBreak) => {
                format!("A break of {length} without a payment on record.")
            }
        }
    }

    /// What paying by `day` brings.
    pub(super) fn in_time(&self, why: Why, day: &str) -> String {
        match (self.language, why) {
            (Language::Chinese, Why::Arrears) => {
                format!("{day}以前补上，算连续；没补上以前，待遇可能暂停。")
            }
            (Language::Chinese, _) => format!("{day}以前接上并补缴，算连续，不用等待。"),
            (Language::English, Why::Arrears) => {
                format!("Paid by {day} it counts as no break; until then cover may be on hold.")
            }
            (Language::English, _) => {
                format!("Go on and pay it back by {day}: it counts as no break, without a wait.")
            }
        }
    }

    /// What holds once the day is past.
    pub(super) fn too_late(&self, why: Why) -> &'static str {
        match why {
            Why::Arrears => self.language.pick(
                "已经超过 3 个月，请尽快补；补上以后待遇从到账起恢复。",
                "Over 3 months already; pay soon: cover comes back once the money has arrived.",
            ),
            Why::OpenBreak | Why::PastBreak => self.language.pick(
                "没有超过 3 个月，补上就不影响连续；能不能补，问参保地经办机构。",
                "Not over 3 months: once paid it counts as no break; the insurance office says whether it still can be.",
            ),
        }
    }

    /// What the person pays.
    pub(super) fn cost(&self, why: Why, employed: bool, amount: &str) -> String {
        let arrears = why == Why::Arrears;
        let share = match (self.language, employed, arrears) {
            (Language::Chinese, true, true) => "，单位的那份由单位缴",
            (Language::English, true, true) => "; the employer pays its own share",
            (Language::Chinese, true, false) => "：单位补的，只缴自己那份；自己补的，两份都自己缴",
            (Language::English, true, false) => {
                ": your own share where an employer pays it back, both shares where you do"
            }
            (_, false, _) => "",
        };
        match (self.language, arrears) {
            (Language::Chinese, true) => format!("自己要缴 {amount}{share}。"),
            (Language::Chinese, false) => {
                format!("按断开前一个月的金额，自己大约缴 {amount}{share}。")
            }
            (Language::English, true) => format!("You owe {amount}{share}."),
            (Language::English, false) => {
                format!("At the amount of the month before, about {amount} for you{share}.")
            }
        }
    }
}
