//! What the public check of certificates says.

use domain::identifiers::{CertificateCode, CertificateCodeError};

use crate::language::Language;

/// The words of `/check` and `/check/{code}`.
pub(super) struct CheckText {
    language: Language,
    pub title: &'static str,
    pub description: &'static str,
    pub lead: &'static str,
    pub code: &'static str,
    pub code_hint: &'static str,
    pub check: &'static str,
    pub another: &'static str,
    pub counted: &'static str,
    pub keys: &'static str,
    pub keys_note: &'static str,
    // The answer.
    pub insured: fn(&str) -> String,
    pub not_insured: fn(&str) -> String,
    pub unknown: &'static str,
    pub unknown_more: &'static str,
    pub faulty: &'static str,
    pub faulty_more: &'static str,
    pub withdrawn: &'static str,
    pub withdrawn_more: &'static str,
    pub expired: &'static str,
    pub expired_more: fn(&str) -> String,
    pub that_day_only: &'static str,
    pub still_insured: &'static str,
    pub still_not_insured: &'static str,
    pub has_changed: &'static str,
    pub no_longer_insured: &'static str,
    pub now_insured: &'static str,
    // What belongs to it.
    pub proof: &'static str,
    pub signature: &'static str,
    pub signature_good: fn(&str) -> String,
    pub issued: &'static str,
    pub issuer: &'static str,
    pub place: &'static str,
    pub until: &'static str,
    pub shown: &'static str,
    pub name: &'static str,
    pub document: &'static str,
    pub number: &'static str,
    pub scheme: &'static str,
    pub state: &'static str,
    pub region: &'static str,
    pub periods: &'static str,
    pub kept_back: fn(&str, &str) -> String,
    pub no_name: &'static str,
    pub no_seal: &'static str,
}

static ZH: CheckText = CheckText {
    language: Language::Chinese,
    title: "核验参保凭证",
    description: "输入参保凭证上的核验码，看凭证是不是真的、那一天有没有参加医保。",
    lead: "有人给您看参保凭证，可以在这里核验：凭证是不是这里出具的、有没有改过、那一天有没有参保。",
    code: "核验码",
    code_hint: "在二维码旁边，六组，每组四个字符。空格、横线、大小写都不要紧。",
    check: "核验",
    another: "核验另一张",
    counted: "持证人看得到凭证被核验过几次、最近一次在哪天，看不到是谁核验的。",
    keys: "签名用的公钥",
    keys_note: "凭证用 Ed25519 签名，换过的旧密钥仍然可以核对以前的凭证。最上面的是现在用的。",
    insured: |day| format!("是：{day}参保"),
    not_insured: |day| format!("否：{day}没有参保"),
    unknown: "没有这样的凭证",
    unknown_more: "这里没有用这个核验码的凭证。请对着凭证再看一遍核验码，也看一看核验网址是不是这个网站。",
    faulty: "这张凭证不能相信",
    faulty_more: "记录的内容和签名对不上。请不要接受这张凭证，让对方重新开一张。",
    withdrawn: "这张凭证已经收回",
    withdrawn_more: "持证人收回了这张凭证，它不再证明任何事。需要的话，请对方重新开一张。",
    expired: "这张凭证已经过期",
    expired_more: |day| format!("它到{day}为止，不再证明任何事。需要的话，请对方重新开一张。"),
    that_day_only: "这是开凭证那天的情况；以后有没有变化，持证人没有让看。",
    still_insured: "到今天还是这样：现在仍然参保。",
    still_not_insured: "到今天还是这样：现在也没有参保。",
    has_changed: "后来有变化",
    no_longer_insured: "上面是开凭证那天的情况。今天已经没有参保。",
    now_insured: "上面是开凭证那天的情况。今天已经参保。",
    proof: "凭证",
    signature: "签名",
    signature_good: |key| format!("核对无误（密钥 {key}）"),
    issued: "出具日期",
    issuer: "出具",
    place: "核验网址",
    until: "可核验至",
    shown: "持证人让您看到的",
    name: "姓名",
    document: "证件",
    number: "证件号码",
    scheme: "险种",
    state: "那天的待遇",
    region: "参保地",
    periods: "参保时间",
    kept_back: |names, warning| format!("持证人没有让看：{names}。{warning}"),
    no_name: "所以这里核对不了凭证是谁的；需要的话，请对方打开“姓名和证件”。",
    no_seal: "按本平台的记录，供了解；不代替医保经办机构盖章的证明。",
};

static EN: CheckText = CheckText {
    language: Language::English,
    title: "Check a proof of cover",
    description: "Type the code of a proof of cover to see whether it is genuine and whether its holder was insured on that day.",
    lead: "Were you shown a proof of cover? Check here whether it was issued by us, whether it is unchanged, and whether its holder was insured on that day.",
    code: "Code",
    code_hint: "Beside the QR code: six groups of four characters. Spaces, hyphens and capitals do not matter.",
    check: "Check",
    another: "Check another one",
    counted: "The holder sees how often a proof of cover was checked and on which day last, but not by whom.",
    keys: "Public keys of the signatures",
    keys_note: "Proofs of cover are signed with Ed25519. Keys used before still prove the proofs of cover of their time. The first is the one in use.",
    insured: |day| format!("Yes: insured on {day}"),
    not_insured: |day| format!("No: not insured on {day}"),
    unknown: "No such proof of cover",
    unknown_more: "There is no proof of cover with this code here. Compare the code with the proof of cover once more, and see whether it names this site.",
    faulty: "Do not trust this proof of cover",
    faulty_more: "What is recorded does not fit the signature. Please do not accept it; ask for a new one.",
    withdrawn: "This proof of cover is withdrawn",
    withdrawn_more: "Its holder has withdrawn it, and it proves nothing any more. Ask for a new one if you need it.",
    expired: "This proof of cover has expired",
    expired_more: |day| {
        format!("It ended on {day} and proves nothing any more. Ask for a new one if you need it.")
    },
    that_day_only: "This is what held on the day of issue. The holder does not show whether it has changed since.",
    still_insured: "It is still so today: the holder is insured now.",
    still_not_insured: "It is still so today: the holder is not insured now.",
    has_changed: "It has changed since",
    no_longer_insured: "The answer above is that of the day of issue. Today the holder is not insured.",
    now_insured: "The answer above is that of the day of issue. Today the holder is insured.",
    proof: "The proof of cover",
    signature: "Signature",
    signature_good: |key| format!("good (key {key})"),
    issued: "Issued on",
    issuer: "Issued by",
    place: "Where to check",
    until: "Can be checked through",
    shown: "What the holder lets you see",
    name: "Name",
    document: "Document",
    number: "Number",
    scheme: "Insurance",
    state: "Benefits on that day",
    region: "Insured in",
    periods: "Periods of insurance",
    kept_back: |names, warning| format!("The holder does not show: {names}. {warning}"),
    no_name: "So it cannot be told here whose proof of cover this is; ask them to show name and document if you have to know.",
    no_seal: "By the records of this platform, for information; it does not replace a document under the seal of an insurance office.",
};

impl CheckText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// What is wrong with a code, and how to mend it.
    pub(super) fn wrong(&self, error: CertificateCodeError) -> String {
        use CertificateCodeError as E;
        let pick = |zh: &'static str, en: &'static str| self.language.pick(zh, en).to_owned();
        match error {
            E::Empty => pick("请输入核验码", "Type the code"),
            E::Character('0' | '1' | 'O' | 'I' | 'L') => pick(
                "核验码里没有数字 0、1 和字母 O、I、L，请对着凭证再看一遍",
                "No code has the digits 0 and 1 or the letters O, I and L: compare it with the proof of cover",
            ),
            E::Character(_) => pick(
                "核验码里只有英文字母和数字，请对着凭证再看一遍",
                "A code has letters and digits only: compare it with the proof of cover",
            ),
            E::Length(typed) => {
                let whole = CertificateCode::LENGTH;
                match self.language {
                    Language::Chinese => format!("核验码有 {whole} 个字符，您输入了 {typed} 个"),
                    Language::English => {
                        format!("A code has {whole} characters; you typed {typed}")
                    }
                }
            }
            E::Check => pick(
                "有地方打错了：可能一个字符不对，或者两个换了位置，请对着凭证再看一遍",
                "Something is typed wrong, one character or two that changed places: compare it with the proof of cover",
            ),
        }
    }
}
