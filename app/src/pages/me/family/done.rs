//! What is said after something about family links was done.

use crate::ui::{Look, Tone};

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// An invitation is on its way, if the number is anybody's.
    Sent,
    /// A child of the household is linked.
    Linked,
    /// The service hall has to do it.
    Hall,
    /// An invitation was confirmed.
    Confirmed,
    /// An invitation was declined.
    Declined,
    /// An invitation was withdrawn.
    Withdrawn,
    /// The invitation had been closed before.
    Closed,
    /// A link has ended.
    Ended,
    /// What the account keeps for a relative is set.
    Kept,
}

impl Done {
    /// Everything that can be said.
    pub const ALL: [Self; 9] = [
        Self::Sent,
        Self::Linked,
        Self::Hall,
        Self::Confirmed,
        Self::Declined,
        Self::Withdrawn,
        Self::Closed,
        Self::Ended,
        Self::Kept,
    ];

    /// The code under which it is left for the next page.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sent => "family-sent",
            Self::Linked => "family-linked",
            Self::Hall => "family-hall",
            Self::Confirmed => "family-confirmed",
            Self::Declined => "family-declined",
            Self::Withdrawn => "family-withdrawn",
            Self::Closed => "family-closed",
            Self::Ended => "family-ended",
            Self::Kept => "family-kept",
        }
    }

    /// The same in words.
    #[must_use]
    pub const fn told(self, look: Look) -> (Tone, &'static str) {
        let tone = match self {
            Self::Hall | Self::Closed => Tone::Notice,
            _ => Tone::Good,
        };
        let language = look.language;
        let words = match self {
            Self::Sent => language.pick(
                "邀请已经发出。如果姓名和证件号码对得上，对方登录以后会在“家人”页看到，14 天内答复有效。为了保护隐私，我们不告诉您号码对不对得上，请当面问一声。",
                "Your invitation is sent. If name and number belong together, your relative sees it on their own family page and has 14 days to answer. To protect people's privacy we do not say whether they do; please ask your relative.",
            ),
            Self::Linked => language.pick(
                "孩子和您在同一个户籍家庭，您现在可以看孩子的医保，到孩子满 18 周岁的前一天为止。",
                "The child is in your registered household: you may see the child's insurance now, until the day before the eighteenth birthday.",
            ),
            Self::Hall => language.pick(
                "在您的户籍家庭里没有查到这个孩子，网上办不了。请带您和孩子的证件、户口簿或出生证明，到服务大厅办理。",
                "Your registered household does not show this child, so it cannot be done here. Please bring your papers and the child's, with the household register or birth certificate, to a service hall.",
            ),
            Self::Confirmed => language.pick(
                "您同意了，已经生效。随时可以在这里结束。",
                "You agreed, and it is in force. You can end it here at any time.",
            ),
            Self::Declined => language.pick(
                "您没有同意，对方什么也看不到。",
                "You declined; nothing can be seen.",
            ),
            Self::Withdrawn => language.pick("邀请已经撤回。", "The invitation is withdrawn."),
            Self::Closed => language.pick(
                "这个邀请已经答复过、撤回了，或者过期了，没有任何改动。",
                "This invitation was answered, withdrawn or expired before; nothing was changed.",
            ),
            Self::Ended => language.pick(
                "已经结束，马上生效。",
                "It has ended, with effect at once.",
            ),
            Self::Kept => language.pick(
                "已经记下给家人留的钱，现在起生效。随时可以改。",
                "What you keep for your relative is noted, with effect from now. You can change it at any time.",
            ),
        };
        (tone, words)
    }
}
