//! What the page of a document says besides the document.

use crate::language::Language;

/// The words around a document.
pub(super) struct DocumentText {
    pub library: &'static str,
    pub about: &'static str,
    pub text: &'static str,
    pub contents: &'static str,
    pub position: &'static str,
    pub whole: &'static str,
    pub link_to: &'static str,
    pub own_summary: &'static str,
    pub unsure: &'static str,
    pub repealed: &'static str,
    pub as_of: &'static str,
    pub today: &'static str,
    pub number: &'static str,
    pub issuer: &'static str,
    pub issued: &'static str,
    pub published: &'static str,
    pub effective: &'static str,
    pub ended: &'static str,
    pub region: &'static str,
    pub source: &'static str,
    pub official_page: &'static str,
    pub versions: &'static str,
    pub shown: &'static str,
    pub undated: &'static str,
    pub relations: &'static str,
    pub cite: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
}

static ZH: DocumentText = DocumentText {
    library: "查政策",
    about: "文件信息",
    text: "内容",
    contents: "目录",
    position: "第 {here} 部分，共 {last} 部分",
    whole: "在一页里看全文",
    link_to: "这一条的链接：",
    own_summary: "这是本站用自己的话写的摘要，不是文件原文。办事以正式公布的文本为准。",
    unsure: "文号或日期待核实：还没有与正式公布的文本核对。",
    repealed: "这份文件已经废止，只供查考。",
    as_of: "这是 {day} 当天的文本。",
    today: "看今天的文本",
    number: "文号",
    issuer: "发布机关",
    issued: "发文日期",
    published: "公布日期",
    effective: "施行日期",
    ended: "废止日期",
    region: "适用地区",
    source: "来源",
    official_page: "官方页面",
    versions: "历次版本",
    shown: "当前显示",
    undated: "日期不详",
    relations: "和其他文件的关系",
    cite: "引用这份文件",
    copy: "复制",
    copied: "已复制",
};

static EN: DocumentText = DocumentText {
    library: "Policies",
    about: "About this document",
    text: "Text",
    contents: "Contents",
    position: "Part {here} of {last}",
    whole: "Whole text on one page",
    link_to: "Link to ",
    own_summary: "This is our own summary, not the document itself. The text as officially published counts.",
    unsure: "Number or date to be verified: not yet checked against the published text.",
    repealed: "This document has been repealed and is kept for reference only.",
    as_of: "This is the text as of {day}.",
    today: "Show the text of today",
    number: "Number",
    issuer: "Issued by",
    issued: "Issued on",
    published: "Published on",
    effective: "In force from",
    ended: "Ended on",
    region: "Applies in",
    source: "Source",
    official_page: "Official page",
    versions: "Versions",
    shown: "shown here",
    undated: "no date known",
    relations: "Related documents",
    cite: "Cite this document",
    copy: "Copy",
    copied: "Copied",
};

impl DocumentText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
