//! What is said after something was done about a parameter set.

use crate::ui::{Look, Tone};

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParametersDone {
    /// A draft is kept.
    Drafted,
    /// The simulation has begun.
    Begun,
    /// The draft is thrown away.
    Discarded,
    /// The draft is checked.
    Reviewed,
    /// The draft is back with its editor.
    Returned,
    /// The set is released for a day to come.
    Scheduled,
    /// The set is in force.
    Active,
    /// The set is released, and its last day is past.
    Past,
    /// The wish to take the set back waits for an approver.
    Asked,
    /// The set is taken back.
    TakenBack,
    /// The set stays.
    Kept,
}

impl ParametersDone {
    /// Everything that can be said.
    pub const ALL: [Self; 11] = [
        Self::Drafted,
        Self::Begun,
        Self::Discarded,
        Self::Reviewed,
        Self::Returned,
        Self::Scheduled,
        Self::Active,
        Self::Past,
        Self::Asked,
        Self::TakenBack,
        Self::Kept,
    ];

    /// The code under which it is left for the next page.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Drafted => "parameters-drafted",
            Self::Begun => "parameters-begun",
            Self::Discarded => "parameters-discarded",
            Self::Reviewed => "parameters-reviewed",
            Self::Returned => "parameters-returned",
            Self::Scheduled => "parameters-scheduled",
            Self::Active => "parameters-active",
            Self::Past => "parameters-past",
            Self::Asked => "parameters-asked",
            Self::TakenBack => "parameters-taken-back",
            Self::Kept => "parameters-kept",
        }
    }

    /// The same in words.
    #[must_use]
    pub const fn told(self, look: Look) -> (Tone, &'static str) {
        let language = look.language;
        let words = match self {
            Self::Drafted => language.pick(
                "草稿已经保存，还没有生效。下一步：用以前的账单试算。",
                "The draft is kept and not in force. Next: try it on earlier bills.",
            ),
            Self::Begun => language.pick(
                "试算已经开始。过一会儿刷新这一页，看进度和结果。",
                "The simulation has begun. Reload this page in a while to see how far it is.",
            ),
            Self::Discarded => language.pick(
                "草稿已经作废，经过还留着。",
                "The draft is thrown away; its history stays.",
            ),
            Self::Reviewed => language.pick(
                "审核通过，已经记下。下一步：发布。",
                "The draft is checked. Next: release it.",
            ),
            Self::Returned => {
                language.pick("已经退回给编辑。", "The draft is back with its editor.")
            }
            Self::Scheduled => language.pick(
                "已经发布，到生效的那天自动启用。",
                "Released. It is in force from its first day on.",
            ),
            Self::Active => {
                language.pick("已经发布，现在起生效。", "Released, and in force from now.")
            }
            Self::Past => language.pick(
                "已经发布。它的最后一天已经过去，所以只算它有效期里的账单，以后看病不按它算。",
                "Released. Its last day is past: it counts for the days of its own, not for later visits.",
            ),
            Self::Asked => language.pick(
                "撤回的申请已经提交，等另一位审批人员决定。",
                "Your wish to take it back waits for an approver who is somebody else.",
            ),
            Self::TakenBack => language.pick(
                "已经撤回，之前的那一套重新生效。",
                "Taken back: the set before it is in force again.",
            ),
            Self::Kept => {
                language.pick("已经记下：不撤回，继续有效。", "Noted: it stays in force.")
            }
        };
        (Tone::Good, words)
    }
}
