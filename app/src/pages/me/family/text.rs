//! What `/me/family` says.

use crate::language::Language;

/// The words of `/me/family`.
pub(super) struct FamilyText {
    pub title: &'static str,
    pub lead: &'static str,
    pub invite: &'static str,
    pub ledger: &'static str,
    pub share: &'static str,
    pub waiting: &'static str,
    pub read_and_decide: &'static str,
    pub seen: &'static str,
    pub nobody: &'static str,
    pub nobody_more: &'static str,
    pub seeing: &'static str,
    pub seen_by_nobody: &'static str,
    pub sent: &'static str,
    pub withdraw: &'static str,
    pub received: &'static str,
    pub ends: &'static str,
    pub ends_rules: [&'static str; 4],
    pub confirmed_by: &'static str,
    pub since: &'static str,
    pub until: &'static str,
    pub no_end: &'static str,
    pub opens: &'static str,
    pub stop_seeing: fn(&str) -> String,
    pub stop_seeing_means: &'static str,
    pub stop_being_seen: fn(&str) -> String,
    pub stop_being_seen_means: &'static str,
    pub pages: fn(&str) -> String,
}

static ZH: FamilyText = FamilyText {
    title: "家人",
    lead: "家人之间可以看对方的医保、帮着打理。谁看谁，都要本人同意；每看一次都有记录；哪一方都可以随时结束，马上生效。",
    invite: "邀请家人",
    ledger: "全家账本",
    share: "给家人留钱",
    waiting: "等您答复",
    read_and_decide: "看清楚再决定",
    seen: "我可以看的家人",
    nobody: "您现在还不能看任何家人的医保",
    nobody_more: "邀请家人并得到同意以后，会列在这里。和您在同一个户籍家庭里的孩子，不用孩子确认。",
    seeing: "可以看我的家人",
    seen_by_nobody: "现在没有人可以看您的医保。",
    sent: "我发出的邀请",
    withdraw: "撤回",
    received: "我收到过的邀请",
    ends: "什么时候会自动结束",
    ends_rules: [
        "孩子满 18 周岁的那天起，父母不能再看；孩子成年以后自己同意，才能继续。",
        "家人去世以后，近亲属仍可以查看（个人信息保护法第四十九条）；去世的人不能再看别人。",
        "邀请 14 天内没有答复，就作废。",
        "任何一方按“结束”，立刻生效，对方下一次打开就看不到了。",
    ],
    confirmed_by: "由谁确认",
    since: "从什么时候起",
    until: "到什么时候",
    no_end: "有一方结束为止",
    opens: "能看什么",
    stop_seeing: |name| format!("结束：我不再看{name}"),
    stop_seeing_means: "按下马上生效。以后要再看，得重新邀请。",
    stop_being_seen: |name| format!("结束：不让{name}看我"),
    stop_being_seen_means: "按下马上生效，对方下一次打开就看不到了。",
    pages: |name| format!("{name}的页面"),
};

static EN: FamilyText = FamilyText {
    title: "Family",
    lead: "Relatives can see each other's insurance and help with it. Nobody is seen without agreeing; each look is recorded; either side ends it whenever they like, at once.",
    invite: "Invite a relative",
    ledger: "Household ledger",
    share: "Keep money for relatives",
    waiting: "Waiting for your answer",
    read_and_decide: "Read and decide",
    seen: "Relatives whom I may see",
    nobody: "You cannot see any relative's insurance yet",
    nobody_more: "Relatives who agreed to your invitation are listed here. Your children in the same registered household need not confirm.",
    seeing: "Relatives who may see me",
    seen_by_nobody: "Nobody may see your insurance now.",
    sent: "Invitations I sent",
    withdraw: "Withdraw",
    received: "Invitations I had",
    ends: "When it ends by itself",
    ends_rules: [
        "From the day a child is 18, parents cannot look any more, unless the child, grown up, agrees.",
        "After a relative's death close relatives may still look (Personal Information Protection Law, article 49); the dead see nobody.",
        "An invitation without an answer expires after 14 days.",
        "When either side ends it, it ends at once: the next time the other looks, there is nothing.",
    ],
    confirmed_by: "Confirmed by",
    since: "Since",
    until: "Until",
    no_end: "until one side ends it",
    opens: "What can be seen",
    stop_seeing: |name| format!("End: I no longer see {name}"),
    stop_seeing_means: "Takes effect at once. To look again you would have to invite again.",
    stop_being_seen: |name| format!("End: {name} no longer sees me"),
    stop_being_seen_means: "Takes effect at once: the next time they look, there is nothing.",
    pages: |name| format!("Pages of {name}"),
};

impl FamilyText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
