//! The invented people whom the demonstration's provider offers. The subjects are stable:
//! bookmarks, scripts and checks rely on them.

use domain::access::Role;

/// The name of the demonstration's provider, under which its accounts are stored.
pub const PROVIDER: &str = "demo";

/// One invented person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoIdentity {
    /// The `sub` of their tokens.
    pub subject: &'static str,
    /// How they are called, in Chinese.
    pub name_zh: &'static str,
    /// How they are called, in English.
    pub name_en: &'static str,
    /// Who they are, in Chinese.
    pub description_zh: &'static str,
    /// Who they are, in English.
    pub description_en: &'static str,
    /// What they may act as.
    pub roles: &'static [Role],
}

macro_rules! identity {
    ($subject:literal, $role:ident $(+ $more:ident)*, $name_zh:literal, $name_en:literal, $zh:literal, $en:literal) => {
        DemoIdentity {
            subject: $subject,
            name_zh: $name_zh,
            name_en: $name_en,
            description_zh: $zh,
            description_en: $en,
            roles: &[Role::$role $(, Role::$more)*],
        }
    };
}

/// Everybody, in the order in which the page lists them.
pub static ALL: [DemoIdentity; 15] = [
    identity!(
        "resident-retiree",
        Resident,
        "王秀英",
        "Wang Xiuying",
        "74岁，成都退休职工，患高血压，视力不好，女儿帮忙办理",
        "74, retired in Chengdu, hypertension, poor eyesight, her daughter helps"
    ),
    identity!(
        "resident-employee",
        Resident,
        "李明",
        "Li Ming",
        "35岁，北京在职职工，父母在四川",
        "35, employee in Beijing, parents in Sichuan"
    ),
    identity!(
        "resident-flexible",
        Resident,
        "张伟",
        "Zhang Wei",
        "41岁，杭州外卖骑手，医保中断过两年",
        "41, delivery rider in Hangzhou, two years of interruption"
    ),
    identity!(
        "resident-household",
        Resident,
        "陈志强",
        "Chen Zhiqiang",
        "成都低保家庭的户主，一家四口，一人做透析",
        "head of a household of four on subsistence allowance in Chengdu, one member on dialysis"
    ),
    identity!(
        "resident-teacher",
        Resident,
        "阿依古丽·买买提",
        "Ayiguli Maimaiti",
        "29岁，教师，从新疆转到杭州，怀孕中",
        "29, teacher who moved from Xinjiang to Hangzhou, pregnant"
    ),
    identity!(
        "resident-daughter",
        Resident + Auditor,
        "王秀英的女儿",
        "Wang Xiuying’s daughter",
        "可以替母亲王秀英查看和办理；上班时是审计人员，登录后可以换身份",
        "may act for her mother, Wang Xiuying; an auditor at work, she can switch role"
    ),
    identity!(
        "employer-small",
        EmployerHandler,
        "甲单位经办人",
        "Handler of employer A",
        "为8名职工办理参保的单位经办人",
        "enrols the 8 staff of employer A"
    ),
    identity!(
        "employer-large",
        EmployerHandler,
        "乙单位经办人",
        "Handler of employer B",
        "为320名职工办理参保的单位经办人",
        "enrols the 320 staff of employer B"
    ),
    identity!(
        "employer-agency",
        EmployerHandler,
        "丙单位经办人",
        "Handler of employer C",
        "劳务派遣公司的经办人，服务三家用工单位",
        "handler of a dispatch agency for three client companies"
    ),
    identity!(
        "agent-0231",
        Agent,
        "服务大厅0231号",
        "Agent 0231",
        "医保服务大厅的窗口经办人员",
        "helps people at the counter of a service hall"
    ),
    identity!(
        "reviewer-0107",
        Reviewer,
        "复核人员0107号",
        "Reviewer 0107",
        "复核窗口经办的业务",
        "the second pair of eyes over what agents decide"
    ),
    identity!(
        "editor",
        Editor,
        "内容编辑",
        "Editor",
        "编写政策文件和待遇参数",
        "writes policy documents and benefit parameters"
    ),
    identity!(
        "approver",
        Approver,
        "内容审核",
        "Approver",
        "审核编辑写好的内容后发布",
        "releases what an editor wrote"
    ),
    identity!(
        "system-admin",
        SystemAdmin,
        "系统管理员",
        "System administrator",
        "维护系统运行，不看业务数据",
        "keeps the system running, sees no business data"
    ),
    identity!(
        "auditor",
        Auditor,
        "审计人员",
        "Auditor",
        "查阅操作记录",
        "reads the audit trail"
    ),
];

/// The invented person with this subject.
#[must_use]
pub fn find(subject: &str) -> Option<&'static DemoIdentity> {
    ALL.iter().find(|identity| identity.subject == subject)
}

#[cfg(test)]
mod tests {
    use super::{ALL, find};

    #[test]
    fn subjects_are_found_and_differ() {
        for identity in &ALL {
            assert_eq!(find(identity.subject), Some(identity));
            assert!(!identity.roles.is_empty());
        }
        assert!(find("nobody").is_none());
    }
}
