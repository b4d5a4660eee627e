//! What the pages about one's certificates say.

use chrono::NaiveDate;

use super::super::withdraw_question::WithdrawText;
use crate::language::Language;
use crate::ui::date_text;

/// The words of `/me/certificates` and the pages below it.
pub(super) struct CertificatesText {
    pub language: Language,
    pub home: &'static str,
    pub enrolment: &'static str,
    pub title: &'static str,
    pub door: &'static str,
    pub lead: &'static str,
    pub new: &'static str,
    pub issued: &'static str,
    pub issued_on: &'static str,
    pub of_day: fn(&str) -> String,
    pub state: &'static str,
    pub until: &'static str,
    pub checked: &'static str,
    pub in_force: &'static str,
    pub expired: &'static str,
    pub withdrawn: &'static str,
    pub unreadable: &'static str,
    pub unreadable_more: &'static str,
    pub empty: &'static str,
    pub empty_more: &'static str,
    pub others_check: &'static str,
    pub check_page: &'static str,
    pub full_stop: &'static str,
    pub pages: &'static str,
    pub newest: &'static str,
    pub older: &'static str,
    // A certificate.
    pub done_issued: &'static str,
    pub done_withdrawn: &'static str,
    pub expired_means: fn(&str) -> String,
    pub withdrawn_means: fn(&str) -> String,
    pub unreadable_title: &'static str,
    pub unreadable_page: &'static str,
    pub unreadable_withdrawn: &'static str,
    pub download: &'static str,
    pub who_sees: &'static str,
    pub withdraw: &'static str,
    pub checks: &'static str,
    pub checks_note: &'static str,
    pub not_checked: &'static str,
    // Withdrawing it.
    pub withdrawing: WithdrawText,
}

static ZH: CertificatesText = CertificatesText {
    language: Language::Chinese,
    home: "我的医保",
    enrolment: "参保情况",
    title: "参保凭证",
    door: "给单位、学校或者外地的医院看，证明您有医保。",
    lead: "有人要您证明参保，可以自己开一张凭证：打印出来，或者让对方扫码。对方核验时只看到那一天有没有参保；别的让不让看、看到哪天，由您决定，随时可以改，也可以收回。",
    new: "开一张凭证",
    issued: "我开的凭证",
    issued_on: "哪天开的",
    of_day: |day| format!("参保凭证（{day}）"),
    state: "状态",
    until: "可核验至",
    checked: "被核验",
    in_force: "有效",
    expired: "已过期",
    withdrawn: "已收回",
    unreadable: "无法显示",
    unreadable_more: "这张凭证的内容读不出来了，也核验不到。需要的话再开一张；想知道原因，请打医保热线。",
    empty: "还没有开过凭证",
    empty_more: "开出的凭证会列在这里：哪天开的、到哪天为止、被核验过几次。",
    others_check: "拿到凭证的人在这里核验：",
    check_page: "核验参保凭证",
    full_stop: "。",
    pages: "更多凭证",
    newest: "最新的凭证",
    older: "更早的凭证",
    done_issued: "凭证开好了。",
    done_withdrawn: "凭证已经收回，从现在起核验不到了。",
    expired_means: |day| format!("这张凭证到{day}为止，现在核验不到了。需要的话再开一张。"),
    withdrawn_means: |day| format!("您在{day}收回了这张凭证，现在核验不到了。"),
    unreadable_title: "这张凭证读不出来",
    unreadable_page: "内容坏了，或者和签名对不上，所以看不了、下载不了，也核验不到。请不要再用它，打印出来的也一样。需要的话再开一张；也请打医保热线，报下面的编号，帮我们查原因。",
    unreadable_withdrawn: "您已经收回了这张凭证。",
    download: "下载 PDF",
    who_sees: "谁能看到什么",
    withdraw: "收回这张凭证",
    checks: "核验情况",
    checks_note: "打开一次核验网页算一次。谁核验的，我们不记。",
    not_checked: "还没有人核验",
    withdrawing: WithdrawText {
        question: "要收回这张凭证吗？",
        means: "收回以后，扫码或者输入核验码的人只会看到“已收回”，打印出来的也一样不能再用。收回不能撤销，但可以再开一张。",
        yes: "收回",
        no: "不收回",
    },
};

static EN: CertificatesText = CertificatesText {
    language: Language::English,
    home: "My insurance",
    enrolment: "Enrolment",
    title: "Proofs of cover",
    door: "For an employer, a school or a hospital elsewhere: proof that you are insured.",
    lead: "When somebody asks you to prove that you are insured, issue a proof of cover yourself: print it, or let them scan its code. A check shows only whether you were insured on that day; whatever else, you decide, and until when. You can change that or withdraw the proof of cover at any time.",
    new: "Issue a proof of cover",
    issued: "Proofs of cover I have issued",
    issued_on: "Issued on",
    of_day: |day| format!("Proof of cover, {day}"),
    state: "State",
    until: "Can be checked through",
    checked: "Checked",
    in_force: "In force",
    expired: "Expired",
    withdrawn: "Withdrawn",
    unreadable: "Cannot be shown",
    unreadable_more: "The text of this proof of cover can no longer be read, nor can it be checked. Issue another one if you need it; to learn why, call the hotline.",
    empty: "No proofs of cover yet",
    empty_more: "Proofs of cover that you issue are listed here: of which day, until when, and how often they were checked.",
    others_check: "Whoever gets a proof of cover checks it here: ",
    check_page: "Check a proof of cover",
    full_stop: ".",
    pages: "More proofs of cover",
    newest: "Newest proofs of cover",
    older: "Older proofs of cover",
    done_issued: "The proof of cover is issued.",
    done_withdrawn: "The proof of cover is withdrawn. From now on it cannot be checked.",
    expired_means: |day| {
        format!(
            "This proof of cover ended on {day} and can no longer be checked. Issue another one if you need it."
        )
    },
    withdrawn_means: |day| {
        format!("You withdrew this proof of cover on {day}; it can no longer be checked.")
    },
    unreadable_title: "This proof of cover cannot be read",
    unreadable_page: "Its text is damaged or does not fit its signature, so it can be neither shown, downloaded nor checked. Please do not use it any more, prints of it included. Issue another one if you need it, and call the hotline with the number below to help us find the cause.",
    unreadable_withdrawn: "You have withdrawn this proof of cover.",
    download: "Download PDF",
    who_sees: "Who sees what",
    withdraw: "Withdraw this proof of cover",
    checks: "Checks",
    checks_note: "Each opening of the page of the check counts once. Who opened it is not recorded.",
    not_checked: "Not checked yet",
    withdrawing: WithdrawText {
        question: "Withdraw this proof of cover?",
        means: "Whoever scans or types its code will then see “withdrawn” only, and prints of it are of no more use. This cannot be undone, but you can issue another one.",
        yes: "Withdraw",
        no: "Keep it",
    },
};

impl CertificatesText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// What a single certificate is called on the way to it.
    pub(super) fn in_short(&self) -> &'static str {
        self.language.pick("这张凭证", "This proof of cover")
    }

    /// How often a certificate was checked, and when last.
    pub(super) fn times(&self, checks: i64, last: Option<NaiveDate>) -> String {
        let Some(last) = last else {
            return self.not_checked.to_owned();
        };
        let day = date_text(last, self.language);
        match self.language {
            Language::Chinese => format!("{checks} 次，最近一次在{day}"),
            Language::English if checks == 1 => format!("once, on {day}"),
            Language::English => format!("{checks} times, last on {day}"),
        }
    }
}
