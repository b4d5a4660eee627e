//! The words of `/me` for those who work with the system and whose rooms are not built yet.

use domain::access::Role;

use crate::language::Language;

/// What a role is for.
pub(super) struct Duty {
    role: Role,
    /// The heading.
    pub title: &'static str,
    /// What the role does, in a sentence or two.
    pub task: &'static str,
    /// What it must not do or see.
    pub limit: &'static str,
    /// What will be here.
    pub coming: [&'static str; 3],
}

/// Everything that the page says.
pub(super) struct OfficeText {
    duties: [Duty; 4],
    /// Above the list of what will be here.
    pub coming_title: &'static str,
    /// That it is not here yet.
    pub coming: &'static str,
    /// Above what can be used today.
    pub today_title: &'static str,
    /// The library: name and a few words.
    pub policies: (&'static str, &'static str),
    /// The add-on products: name and a few words.
    pub add_ons: (&'static str, &'static str),
    /// Where one's own insurance is, for an account without it.
    pub own_insurance: &'static str,
    /// The same for an account that is a resident's too.
    pub own_insurance_here: &'static str,
}

impl OfficeText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// What `role` is for; `None` when it has no office.
    pub(super) fn duty(&'static self, role: Role) -> Option<&'static Duty> {
        self.duties.iter().find(|duty| duty.role == role)
    }
}

static ZH: OfficeText = OfficeText {
    duties: [
        Duty {
            role: Role::EmployerHandler,
            title: "您以单位经办人的身份登录",
            task: "您为本单位的职工办参保、报缴费基数、对账单。",
            limit: "职工看病和报销的明细，单位看不到。",
            coming: [
                "职工名册：新参保、停保、转入",
                "成批导入：一行一行指出要改的地方",
                "缴费基数申报和每月账单",
            ],
        },
        Duty {
            role: Role::Agent,
            title: "您以窗口经办的身份登录",
            task: "您在服务大厅的窗口，替来到窗口的人查询和办理。",
            limit: "只能看正在办理的这个人。每看一次，都会写进他本人能查到的访问记录。",
            coming: [
                "接待：核对身份、写明理由，再打开资料",
                "替人办理：让对方在屏幕上看清楚再确认",
                "交去复核的事项和结果",
            ],
        },
        Duty {
            role: Role::Reviewer,
            title: "您以复核人员的身份登录",
            task: "窗口提交的、涉及钱和身份的决定，由您再看一遍。",
            limit: "自己经手的事项，不能自己复核。",
            coming: [
                "等着复核的事项，先到的在前",
                "材料、计算过程和依据放在一起看",
                "通过或者退回，写明理由",
            ],
        },
        Duty {
            role: Role::SystemAdmin,
            title: "您以系统管理员的身份登录",
            task: "您照看系统，让它正常运行。",
            limit: "参保和就医的资料，管理员看不到。导入、备份、恢复在服务器自己的命令行上做。",
            coming: [
                "运行状况：数据库、检索、后台的工作",
                "账号和角色：两个人一起才能授权",
                "政策、参数和产品发布到了哪一步",
            ],
        },
    ],
    coming_title: "这里将会有",
    coming: "下面这些还没有开放。开放以后，登录就能在这里看到。",
    today_title: "今天就能用",
    policies: ("查政策", "全国和各地的文件，用平常的话也能查"),
    add_ons: ("商业补充保险", "有哪些产品，怎么赔"),
    own_insurance: "想看自己的医保，请先退出，再用您本人的账号登录。",
    own_insurance_here: "想看自己的医保，请按页面上方的“换身份”，换成参保人。",
};

static EN: OfficeText = OfficeText {
    duties: [
        Duty {
            role: Role::EmployerHandler,
            title: "You are signed in as an employer's handler",
            task: "You enrol your employer's staff, declare their contribution bases and check the bills.",
            limit: "An employer never sees what staff were treated for or what was reimbursed.",
            coming: [
                "The staff: enrol, end, take over",
                "Import of many at once, with what to mend line by line",
                "Contribution bases and the monthly bill",
            ],
        },
        Duty {
            role: Role::Agent,
            title: "You are signed in as a service-hall agent",
            task: "You look things up and act for the person at your counter.",
            limit: "You see only the person you are serving. Each look is written to the access log that they can read.",
            coming: [
                "A visit: check who it is, give the reason, then open the record",
                "Acting for them, with a screen on which they see and confirm",
                "What you sent to review, and what became of it",
            ],
        },
        Duty {
            role: Role::Reviewer,
            title: "You are signed in as a reviewer",
            task: "You are the second pair of eyes over what agents decide about money and identity.",
            limit: "Nobody reviews what they handled themselves.",
            coming: [
                "What waits for review, the oldest first",
                "Papers, calculation and rules side by side",
                "Accept or send back, with the reason",
            ],
        },
        Duty {
            role: Role::SystemAdmin,
            title: "You are signed in as an administrator",
            task: "You keep the system running.",
            limit: "An administrator sees nobody's insurance or treatment. Imports, backup and restore are done on the server's own command line.",
            coming: [
                "How it runs: database, search, background work",
                "Accounts and roles, granted by two people together",
                "What of policies, parameters and products is released",
            ],
        },
    ],
    coming_title: "What will be here",
    coming: "These are not open yet. Once they are, you find them here after signing in.",
    today_title: "What you can use today",
    policies: (
        "Find policies",
        "National and local documents, in everyday words too",
    ),
    add_ons: ("Commercial add-ons", "What is on offer and what it pays"),
    own_insurance: "To see your own insurance, sign out and sign in with your own account.",
    own_insurance_here: "To see your own insurance, press “switch” at the top of the page and act as an insured person.",
};
