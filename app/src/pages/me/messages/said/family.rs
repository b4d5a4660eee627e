//! The account, the family and who looks at the data. A name stands in the text only, never in
//! the title.

use super::Said;
use crate::language::Language;
use crate::ui::Look;

pub(super) fn access_record(look: Look) -> Said {
    Said::new(look.pick(
        "别人看您的信息，都会留下记录",
        "Every look at your data is written down",
    ))
    .line(look.pick(
        "家人、窗口的工作人员，不管谁看了您的信息，都会记下是谁、什么时候、为什么。这份记录改不了，您随时可以看。",
        "Family or staff, whoever looks at your data, it is written down who, when and why. Nobody can change the record, and you can read it at any time.",
    ))
}

/// `replaces`: sent in place of an earlier one, which may have been told already.
pub(super) fn invitation(look: Look, name: &str, replaces: bool) -> Said {
    let (title, happened) = match (look.language, replaces) {
        (Language::Chinese, false) => (
            "有一份家人邀请等您答复",
            format!("{name}请您确认：你们是一家人。"),
        ),
        (Language::English, false) => (
            "A family invitation waits for your answer",
            format!("{name} asks you to confirm that you are family."),
        ),
        (Language::Chinese, true) => (
            "一份家人邀请改过了，等您答复",
            format!(
                "{name}改了发给您的家人邀请。这一份代替以前那一份，以前那一份不用再管，也答复不了了。"
            ),
        ),
        (Language::English, true) => (
            "A family invitation was changed and waits for your answer",
            format!(
                "{name} has changed the invitation to you. This one takes the place of the earlier one, which needs no answer and can no longer be given one."
            ),
        ),
    };
    to_family(
        Said::new(title)
        .line(happened)
        .line(look.pick(
            "确认以后，对方能看哪些信息、看到什么时候，那一页都写着。不认识这个人，或者不想给看，就不要确认。",
            "That page says what they could see once you confirm, and until when. If you do not know this person, or do not want it, do not confirm.",
        )),
        look,
    )
}

pub(super) fn confirmed(look: Look, name: &str) -> Said {
    let happened = match look.language {
        Language::Chinese => format!("{name}已经确认和您是一家人。"),
        Language::English => format!("{name} has confirmed that you are family."),
    };
    to_family(
        Said::new(look.pick(
            "您的家人邀请得到了确认",
            "Your family invitation is confirmed",
        ))
        .line(happened),
        look,
    )
}

pub(super) fn ended(look: Look, name: &str) -> Said {
    let happened = match look.language {
        Language::Chinese => format!("您和{name}在这里的家人关系已经结束，马上生效。"),
        Language::English => {
            format!("The family tie between you and {name} has ended, with effect at once.")
        }
    };
    to_family(
        Said::new(look.pick("一段家人关系结束了", "A family tie has ended"))
            .line(happened)
            .line(look.pick(
                "这段关系从现在起不再让任何一方看到对方的信息。",
                "From now on nobody sees anybody's data through it.",
            )),
        look,
    )
}

fn to_family(said: Said, look: Look) -> Said {
    said.leads("/me/family", look.pick("看我的家人", "See my family"))
}
