//! What `/hat` and the pages around a change of role say.

use domain::access::Role;

use crate::language::Language;

/// The words.
pub(super) struct HatText {
    pub title: &'static str,
    pub lead: &'static str,
    pub only_one: &'static str,
    pub remembered: &'static str,
    pub acting: &'static str,
    pub to_front: &'static str,
    pub take_on: fn(&str) -> String,
    pub waits_title: &'static str,
    pub other_title: &'static str,
    pub not_done: fn(&str) -> String,
    pub opened_in: fn(&str) -> String,
    pub press_again: &'static str,
    pub typed_is_kept: &'static str,
    pub typed_is_lost: &'static str,
    pub role_is_lost: &'static str,
    pub discard: &'static str,
    pub stay_in: fn(&str) -> String,
    tasks: [(Role, &'static str); 8],
}

impl HatText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// What `role` is for, in a sentence.
    pub(super) fn task(&self, role: Role) -> &'static str {
        let mut tasks = self.tasks.iter();
        tasks
            .find(|(known, _)| *known == role)
            .map_or("", |(_, task)| *task)
    }
}

static ZH: HatText = HatText {
    title: "换身份",
    lead: "一个账号可以有几种身份，一次只用一种。用一种身份时，看不到另一种身份的内容，也办不了它的事。",
    only_one: "您的账号只有这一种身份。",
    remembered: "您最后用的身份会记住，下次登录先用它。每次换身份都会写进操作记录。",
    acting: "正在使用",
    to_front: "回到它的首页",
    take_on: |name| format!("换成「{name}」"),
    waits_title: "有一张表单还没有送出",
    other_title: "没有送出：您已经换了身份",
    not_done: |name| {
        format!("您现在的身份是「{name}」，这张表单是用另一种身份打开的。什么都没有改动。")
    },
    opened_in: |name| format!("它属于「{name}」身份。"),
    press_again: "换回去以后，再按一次就行。",
    typed_is_kept: "您填的内容已经收好，在这里看不到；换回去就能接着送出。",
    typed_is_lost: "填的内容没能收下。请先按浏览器的“返回”，把要紧的抄下来，再换回去。",
    role_is_lost: "您的账号已经没有那种身份，这张表单送不出去了。填的内容还收着，在这里看不到；可以不要它。",
    discard: "不要这张表单了",
    stay_in: |name| format!("继续用「{name}」身份"),
    tasks: [
        (Role::Resident, "看自己和家人的参保、待遇和报销。"),
        (
            Role::EmployerHandler,
            "为本单位的职工办参保、报缴费基数、对账单。",
        ),
        (Role::Agent, "在服务大厅的窗口替来的人查询和办理。"),
        (Role::Reviewer, "复核窗口提交的、涉及钱和身份的决定。"),
        (Role::Editor, "编写政策文件、待遇参数和商业产品的资料。"),
        (Role::Approver, "核对编辑写好的内容，放行。"),
        (
            Role::SystemAdmin,
            "照看系统，让它正常运行。看不到业务资料。",
        ),
        (Role::Auditor, "查阅操作记录。看不到资料本身。"),
    ],
};

static EN: HatText = HatText {
    title: "Switch role",
    lead: "One account may hold several roles and acts in one at a time. In one of them you neither see what belongs to another nor act in it.",
    only_one: "Your account has this role only.",
    remembered: "The role you used last is remembered for your next sign-in. Each change is written to the audit trail.",
    acting: "In use",
    to_front: "To its front page",
    take_on: |name| format!("Act as {name}"),
    waits_title: "A form has not been sent yet",
    other_title: "Not sent: you have switched to another role",
    not_done: |name| {
        format!(
            "You now act as {name}, and this form was opened in another role. Nothing was changed."
        )
    },
    opened_in: |name| format!("It belongs to your role as {name}. "),
    press_again: "Switch back and press the button once more.",
    typed_is_kept: "What you filled in is kept and cannot be seen here; switch back and you can send it.",
    typed_is_lost: "What you filled in could not be kept. Go back in your browser and copy what matters before you switch.",
    role_is_lost: "Your account no longer holds that role, so the form can no longer be sent. What you filled in is still kept and cannot be seen here; you can throw it away.",
    discard: "Throw the form away",
    stay_in: |name| format!("Go on as {name}"),
    tasks: [
        (
            Role::Resident,
            "See your own and your family's cover, benefits and settlements.",
        ),
        (
            Role::EmployerHandler,
            "Enrol your employer's staff, declare their bases and check the bills.",
        ),
        (
            Role::Agent,
            "Look things up and act for the person at your counter.",
        ),
        (
            Role::Reviewer,
            "Be the second pair of eyes over decisions on money and identity.",
        ),
        (
            Role::Editor,
            "Write policy documents, benefit parameters and the data of commercial products.",
        ),
        (Role::Approver, "Check what an editor wrote and release it."),
        (
            Role::SystemAdmin,
            "Keep the system running, without seeing business data.",
        ),
        (
            Role::Auditor,
            "Read the audit trail, not the data it tells of.",
        ),
    ],
};
