//! What `/me/export` says.

use super::kind::Kind;
use crate::language::Language;

/// The words of `/me/export`.
pub(super) struct ExportText {
    pub title: &'static str,
    pub home: &'static str,
    pub lead: &'static str,
    pub careful: &'static str,
    pub format: &'static str,
    pub language: &'static str,
    pub export: &'static str,
    pub inside_title: &'static str,
    pub inside: [&'static str; 6],
    pub logged: &'static str,
    pub see_log: &'static str,
    pub signed_title: &'static str,
    pub signed: &'static str,
    pub check: &'static str,
    pub no_pdf: &'static str,
    pub no_pdf_more: &'static str,
    kinds: [&'static str; 3],
}

static ZH: ExportText = ExportText {
    title: "导出我的全部资料",
    home: "我的医保",
    lead: "平台保存的关于您的全部信息，可以拿走一份。三种文件里的数字完全一样，只是用法不同。",
    careful: "文件里有您的证件号码、诊断和每一笔费用。请只存在自己的设备上，不要随便发给别人。",
    format: "要哪一种文件？",
    language: "用哪种语言？",
    export: "导出",
    inside_title: "里面有什么",
    inside: [
        "个人信息、困难身份、家庭和可以代办的家人",
        "参保、缴费和个人账户的每一笔",
        "每一笔报销的明细、合计和年度累计",
        "商业保险和消息",
        "谁看过您的资料、您反映过什么、同意过什么",
        "登录账号和正在登录的设备",
    ],
    logged: "每导出一次，都会记下一笔。",
    see_log: "看我导出的记录",
    signed_title: "数字有没有被改过，可以核对",
    signed: "文件末尾有平台的签名，三种文件里是同一个。数字改了一个，签名就对不上。",
    check: "表格和数据文件可以由平台重新算一遍来核对；PDF 里的数字摘要，和同一时刻导出的表格、数据文件里的相同。",
    no_pdf: "现在做不了 PDF",
    no_pdf_more: "服务器上缺少中文字体。表格和数据文件里的数字是一样的，可以先导出它们。",
    kinds: ["PDF：阅读和打印", "CSV：用表格软件打开", "JSON：给程序用"],
};

static EN: ExportText = ExportText {
    title: "Take all of my data out",
    home: "My insurance",
    lead: "Everything that the platform keeps about you, for you to take. The figures are the same in all three kinds of file; only their use differs.",
    careful: "The file holds your identity number, your diagnoses and every bill. Keep it on your own device, and think before you send it to anybody.",
    format: "Which kind of file?",
    language: "In which language?",
    export: "Take it out",
    inside_title: "What is in it",
    inside: [
        "Who you are, status of hardship, household and relatives you may act for",
        "Every period of insurance, contribution and movement of the personal account",
        "Every settlement with its items, totals and figures of the year",
        "Add-on insurance and messages",
        "Who looked at your data, what you reported and what you agreed to",
        "Your account and the devices that are signed in",
    ],
    logged: "Each time you take your data out is written down.",
    see_log: "See when I took my data out",
    signed_title: "Whether a figure was changed can be checked",
    signed: "At the end of the file stands the platform's signature, the same in all three. If one figure is changed, it does not fit any more.",
    check: "For the spreadsheet and the data file the platform can compute it again. The digest in the PDF is that of the spreadsheet and the data file of the same moment.",
    no_pdf: "No PDF can be made now",
    no_pdf_more: "The server lacks a font with Chinese letters. The spreadsheet and the data file have the same figures; take one of them for now.",
    kinds: [
        "PDF: to read and print",
        "CSV: for spreadsheets",
        "JSON: for programs",
    ],
};

impl ExportText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// A form in words.
    pub(super) fn kind(&self, kind: Kind) -> &'static str {
        let [pdf, csv, json] = self.kinds;
        match kind {
            Kind::Pdf => pdf,
            Kind::Csv => csv,
            Kind::Json => json,
        }
    }
}
