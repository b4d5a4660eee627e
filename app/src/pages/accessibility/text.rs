//! What the accessibility statement says. Each claim is one that a test of this house makes.

use crate::language::Language;

/// The words of the page.
pub(super) struct AccessibilityText {
    pub title: &'static str,
    pub description: &'static str,
    pub short_title: &'static str,
    pub short: &'static str,
    pub try_elder: &'static str,
    pub sections: &'static [Section],
    pub report_title: &'static str,
    pub report_answer: fn(&str) -> String,
    pub report: &'static str,
    pub call: fn(&str) -> String,
}

/// A heading with its points.
pub(super) struct Section {
    pub id: &'static str,
    pub title: &'static str,
    pub lead: &'static str,
    pub lines: &'static [&'static str],
}

static ZH: AccessibilityText = AccessibilityText {
    title: "无障碍说明",
    description: "本站按什么标准做、测过什么、还有哪些不足、遇到障碍怎么告诉我们。",
    short_title: "先说结论",
    short: "看不清、听不清、手不方便、只用键盘、用读屏软件，都应当能用本站的每一页。哪里用不了，是我们的问题，请告诉我们。不想用网站的，打电话、去大厅，一样办。",
    try_elder: "试试长辈版",
    sections: &[
        Section {
            id: "standards",
            title: "按什么标准做",
            lead: "",
            lines: &[
                "《无障碍环境建设法》（2023 年 9 月 1 日起施行）；不因为有网站就取消窗口、电话和现金。",
                "普通版：《网页内容无障碍指南》WCAG 2.2 的 AA 级，对应国家标准 GB/T 37668。",
                "长辈版：工业和信息化部的适老化通用设计规范；并且更严：正文至少 22 像素，最大 30；能按的地方至少 60×60 像素；行距至少 1.5 倍；文字和底色的对比至少 7:1；一列往下排；没有会动的东西，没有广告。",
            ],
        },
        Section {
            id: "tested",
            title: "测过什么",
            lead: "每次改动，都由程序在真的浏览器里把每一页走一遍，中文、英文、手机、电脑都走：",
            lines: &[
                "用 axe 检查每一页，有一处不合格就不能发布。",
                "长辈版的每一页，用尺子量字号、行距、按钮大小和对比度。",
                "不开脚本也能用：看、搜、登录、翻页、打印。",
                "宽 320 像素，也就是电脑上放大到 400%，不用左右拖。",
                "只用键盘：每一站看得见、有框，能跳过页头直接到正文。",
                "设备要求少动画，就没有动画；用高对比度的系统配色，按钮和当前位置仍然分得清。",
                "打印：白底黑字，没有导航，表格不切断。",
            ],
        },
        Section {
            id: "limits",
            title: "知道的不足",
            lead: "",
            lines: &[
                "这是我们自己测的，还没有请第三方评测，也还没有请视障和高龄的用户做过系统的试用。",
                "“听一听”要开脚本，用设备自带的语音；有的设备没有中文语音，也没有方言。",
                "没有手语视频。需要手语的，请到大厅，请对方安排。",
                "登录时去的身份认证服务是另外的网站，不在这份说明里。",
                "政策文件多数只有中文；英文页面上，没有英文的文件会标明是中文。",
                "导出的 PDF 带有标签，但没有逐一用读屏软件试过。",
                "较老的浏览器看到的是朴素的网页，内容是全的，样子简单。",
            ],
        },
    ],
    report_title: "用不了，怎么告诉我们",
    report_answer: |number| format!("打 {number}，说“网站用不了”，或者到大厅告诉窗口。"),
    report: "请说明是哪一页、用的什么设备和辅助软件、卡在哪一步。出错的页面上有一个编号，报上它更快。修好之前，您要办的事由电话或者窗口办。答复不满意的，可以向残疾人联合会反映，或者向有关部门投诉。",
    call: |number| format!("打电话 {number}"),
};

static EN: AccessibilityText = AccessibilityText {
    title: "Accessibility statement",
    description: "Which standards this site follows, what was tested, what is lacking, and how to tell us about a barrier.",
    short_title: "In short",
    short: "Whoever sees or hears badly, has unsteady hands, uses a keyboard only or a screen reader should be able to use every page here. Where that fails the fault is ours; please tell us. If you would rather not use a website, the telephone and the hall do the same.",
    try_elder: "Try large print",
    sections: &[
        Section {
            id: "standards",
            title: "Standards",
            lead: "",
            lines: &[
                "The Law on Building Barrier-Free Environments, in force since 1 September 2023; no counter, telephone or cash was given up because there is a website.",
                "Standard view: WCAG 2.2 level AA, which GB/T 37668 corresponds to.",
                "Large print: the ministry's specification for older users, and stricter: main text at least 22 pixels and up to 30, things to press at least 60 × 60 pixels, line height at least 1.5, contrast at least 7:1, one column, nothing that moves, no advertising.",
            ],
        },
        Section {
            id: "tested",
            title: "What was tested",
            lead: "At every change a program goes through every page in a real browser, in Chinese and English, as on a phone and on a desktop:",
            lines: &[
                "axe checks every page; one finding stops the release.",
                "In large print a ruler measures type, line height, targets and contrast on every page.",
                "Reading, searching, signing in, turning pages and printing work without scripts.",
                "At 320 pixels, which is a desktop at 400% zoom, nothing needs sideways scrolling.",
                "By keyboard alone every stop is visible and marked, and the head of the page can be skipped.",
                "Where the device asks for less motion there is none; in forced colours buttons and the current place can still be told.",
                "Print: black on white, no navigation, no table cut off.",
            ],
        },
        Section {
            id: "limits",
            title: "Known limits",
            lead: "",
            lines: &[
                "We tested this ourselves: no third party has assessed it, and no systematic trial with blind or very old users has been made.",
                "“Listen” needs scripts and a voice on the device; some devices have none for Chinese, and there are no dialects.",
                "There is no sign language video. Please ask at a hall for an interpreter.",
                "The identity service at sign-in is another site and not part of this statement.",
                "Most policy documents exist in Chinese only; English pages mark them as Chinese.",
                "Exported PDFs are tagged, but not each was tried with a screen reader.",
                "Older browsers show plain pages: complete, but simple.",
            ],
        },
    ],
    report_title: "How to tell us",
    report_answer: |number| {
        format!(
            "Call {number} and say that the website does not work for you, or tell the counter at a hall."
        )
    },
    report: "Say which page, which device and aid, and where you got stuck. A page with an error shows a number; give it, and the cause is found sooner. Until it is mended the telephone or the counter does for you what you came for. If the answer does not satisfy you, turn to the Disabled Persons' Federation or complain to the authority.",
    call: |number| format!("Call {number}"),
};

impl AccessibilityText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
