//! What `/me/family/share` says.

use domain::money::{Money, TypedError};

use crate::language::Language;

/// The words of `/me/family/share`.
pub(super) struct ShareText {
    language: Language,
    pub title: &'static str,
    pub family: &'static str,
    pub lead: &'static str,
    pub account: &'static str,
    pub balance: &'static str,
    pub reserved: &'static str,
    pub free: &'static str,
    pub each: &'static str,
    pub kept: &'static str,
    pub change: fn(&str) -> String,
    pub question: fn(&str) -> String,
    pub amount: &'static str,
    pub hint: fn(&str) -> String,
    pub keep: &'static str,
    pub back: &'static str,
    pub rules: &'static str,
    pub no_account: &'static str,
    pub no_account_more: &'static str,
    pub nobody: &'static str,
    pub nobody_more: &'static str,
    pub invite: &'static str,
}

static ZH: ShareText = ShareText {
    language: Language::Chinese,
    title: "给家人留的钱",
    family: "家人",
    lead: "您可以在自己的个人账户里给家人留一笔钱。家人看病时，该自己付的部分可以用这笔钱付，最多用这么多；留着的时候，您自己不能花。",
    account: "您的个人账户",
    balance: "现在的余额",
    reserved: "其中给家人留的",
    free: "您自己能用的",
    each: "给每位家人留了多少",
    kept: "现在还留着",
    change: |who| format!("改给{who}留的钱"),
    question: |who| format!("给{who}留多少？"),
    amount: "留多少（元）",
    hint: |most| format!("最多可以留 {most}；写 0 就是不留了"),
    keep: "就留这么多",
    back: "不改了",
    rules: "这个数只有您自己能定，随时可以改。家人用掉多少就减多少，看病还没用到的部分改小就收回。家人关系结束，或者家人去世，没用完的自动归还给您。",
    no_account: "没有个人账户",
    no_account_more: "职工医保才有个人账户。没有账户，就没有可以留给家人的钱。",
    nobody: "还没有可以留钱的家人",
    nobody_more: "配偶、父母、子女、兄弟姐妹、祖父母和孙辈，在这里确认了家人关系以后，就可以给他们留钱。",
    invite: "邀请家人",
};

static EN: ShareText = ShareText {
    language: Language::English,
    title: "Kept for relatives",
    family: "Family",
    lead: "You can keep some of your personal account for a relative. It may pay the part of their treatment that they owe themselves, up to this amount; while you keep it, you cannot spend it yourself.",
    account: "Your personal account",
    balance: "Balance now",
    reserved: "Of it kept for relatives",
    free: "Free for you to use",
    each: "What you keep for each relative",
    kept: "Still kept:",
    change: |who| format!("Change what you keep for {who}"),
    question: |who| format!("How much do you keep for {who}?"),
    amount: "How much (yuan)",
    hint: |most| format!("At most {most}; write 0 to keep nothing"),
    keep: "Keep this much",
    back: "Leave it as it is",
    rules: "Only you can say how much, and you can change it at any time. What your relative uses is taken off; write a smaller amount to take back what is not used. When the family tie ends, or your relative dies, what is left is yours again.",
    no_account: "No personal account",
    no_account_more: "Only employees' insurance has a personal account. Without one there is nothing to keep for relatives.",
    nobody: "Nobody to keep money for yet",
    nobody_more: "You can keep money for your spouse, parents, children, brothers and sisters, grandparents and grandchildren, once the family tie is confirmed here.",
    invite: "Invite a relative",
};

impl ShareText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// What is wrong with the amount, where `most` could be kept.
    pub(super) fn problem(&self, code: &str, most: Money) -> String {
        if let Some(wrong) = TypedError::from_code(code) {
            return wrong.detail(self.language.into()).to_owned();
        }
        let most = most.yuan();
        match (code, self.language) {
            ("too_much", Language::Chinese) => {
                format!("账户里没有这么多能留的钱，最多写 {most}")
            }
            ("too_much", Language::English) => {
                format!("The account has not that much to keep; write {most} at most")
            }
            (_, Language::Chinese) => "请写留多少元，比如 500；不留就写 0".to_owned(),
            (_, Language::English) => {
                "Write how many yuan, such as 500; write 0 to keep nothing".to_owned()
            }
        }
    }
}
