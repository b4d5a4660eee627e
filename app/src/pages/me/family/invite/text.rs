//! What `/me/family/invite` says.

use services::FieldError;

use crate::language::Language;
use crate::ui::FieldProblem;

/// The words of `/me/family/invite`.
pub(super) struct InviteText {
    language: Language,
    pub title: &'static str,
    pub family: &'static str,
    pub which_way: &'static str,
    /// Title and explanation of asking to see.
    pub ask: (&'static str, &'static str),
    /// Title and explanation of offering to be seen.
    pub offer: (&'static str, &'static str),
    pub ask_means: &'static str,
    pub offer_means: &'static str,
    pub relation: &'static str,
    pub name: &'static str,
    pub name_hint: &'static str,
    pub number: &'static str,
    pub number_hint: &'static str,
    pub they: &'static str,
    pub next: &'static str,
    pub send: &'static str,
    pub privacy: &'static str,
}

static ZH: InviteText = InviteText {
    language: Language::Chinese,
    title: "邀请家人",
    family: "家人",
    which_way: "谁看谁的医保？",
    ask: (
        "我想看家人的医保",
        "比如帮父母打理。对方同意以后，您才看得到；未成年的孩子由父母办理。",
    ),
    offer: (
        "我想让家人看我的医保",
        "比如请女儿帮忙。您决定让家人看哪些。",
    ),
    ask_means: "对方登录以后，会在自己的“家人”页看到您的邀请，由对方决定同意不同意、让您看哪些。未满 18 周岁的孩子和您在同一个户籍家庭的，不用孩子确认，马上可以看。",
    offer_means: "对方登录以后，会在自己的“家人”页看到您的邀请；对方确认以后，就能看您同意的内容。",
    relation: "这位家人是您的",
    name: "家人的姓名",
    name_hint: "和证件上写的一样",
    number: "家人的证件号码",
    number_hint: "身份证 18 位，或者护照等证件的号码",
    they: "这位家人",
    next: "下一步",
    send: "发出邀请",
    privacy: "号码只用来找到这位家人，不会显示给任何人。号码对不对得上，我们都给您同样的答复，这样谁也不能用这一页去查别人有没有医保。一天最多发 5 个邀请。",
};

static EN: InviteText = InviteText {
    language: Language::English,
    title: "Invite a relative",
    family: "Family",
    which_way: "Who is to see whose insurance?",
    ask: (
        "I would like to see a relative's insurance",
        "To help your parents, for example. You see nothing before they agree; parents do it for children under age.",
    ),
    offer: (
        "I would like a relative to see mine",
        "To let your daughter help you, for example. You decide what can be seen.",
    ),
    ask_means: "Once signed in, your relative finds your invitation on their own family page and decides whether to agree, and to what. Your children under 18 in the same registered household need not confirm: you see them at once.",
    offer_means: "Once signed in, your relative finds your invitation on their own family page; when they confirm, they see what you agree to here.",
    relation: "This relative is your",
    name: "Your relative's name",
    name_hint: "As it stands on the paper",
    number: "Number of their paper",
    number_hint: "18 characters of the identity card, or the number of a passport or other paper",
    they: "this relative",
    next: "Next",
    send: "Send the invitation",
    privacy: "The number only serves to find your relative and is shown to nobody. You get the same answer whether it fits anybody or not, so that nobody can use this page to learn who is insured. At most 5 invitations a day.",
};

impl InviteText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// What is wrong, field by field.
    pub(super) fn problems(&self, errors: &[FieldError]) -> Vec<FieldProblem> {
        errors
            .iter()
            .map(|error| FieldProblem {
                field: error.pointer.clone(),
                text: self.problem(&error.pointer, error.code).to_owned(),
            })
            .collect()
    }

    fn problem(&self, field: &str, code: &str) -> &'static str {
        let pick = |zh, en| self.language.pick(zh, en);
        match (field, code) {
            ("way", "minor") => pick(
                "未满 18 周岁不能自己邀请家人。请和监护人一起到服务大厅办理。",
                "Under 18 one cannot invite relatives oneself. Please go to a service hall with your guardian.",
            ),
            ("way", "too_many") => pick(
                "今天已经发了 5 个邀请，明天再发",
                "You have sent 5 invitations today; try again tomorrow",
            ),
            ("relation", _) => pick(
                "请选这位家人是您的什么人",
                "Choose what this relative is to you",
            ),
            ("name", "required") => pick("请填家人的姓名", "Fill in your relative's name"),
            ("name", _) => pick(
                "姓名最多 50 个字，不能有特殊符号",
                "A name has at most 50 characters and no special signs",
            ),
            ("number", "required") => pick(
                "请填家人的证件号码",
                "Fill in the number of your relative's paper",
            ),
            ("number", "oneself") => pick(
                "这是您自己的证件号码，请填家人的",
                "This is your own number; fill in your relative's",
            ),
            ("number", "minor") => pick(
                "号码显示对方未满 18 周岁。未成年人只能由父母查看；别的亲属请到服务大厅办理。",
                "The number is that of somebody under 18. Only parents can be linked here; other relatives please go to a service hall.",
            ),
            ("number", _) => pick(
                "号码有误，请对照证件再看一遍",
                "Something in the number is wrong; compare it with the paper",
            ),
            ("agreed", _) => pick(
                "要让家人看，请先勾选这一项",
                "To let your relative see you, please tick this first",
            ),
            _ => pick("请再看一遍这一项", "Please look at this again"),
        }
    }
}
