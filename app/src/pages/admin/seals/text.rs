//! What `/admin/audit/seals` says.

use crate::language::Language;

/// The words of `/admin/audit/seals`.
pub(super) struct SealsText {
    pub title: &'static str,
    pub lead: &'static str,
    pub late: &'static str,
    pub late_since: &'static str,
    pub late_more: &'static str,
    pub nothing: &'static str,
    pub nothing_more: &'static str,
    pub head_title: &'static str,
    pub sealed: &'static str,
    pub events: fn(i64) -> String,
    pub signed_at: &'static str,
    pub key: &'static str,
    pub hash: &'static str,
    pub compare: &'static str,
    pub check_title: &'static str,
    pub not_checked: &'static str,
    pub last_check: &'static str,
    pub range: fn(i64, i64) -> String,
    pub good: &'static str,
    pub bad: fn(usize) -> String,
    pub check: &'static str,
    pub whole: &'static str,
    faults: [(&'static str, &'static str); 9],
    at: fn(i64, &str) -> String,
}

impl SealsText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// What is wrong at `position`, by the code of the fault.
    pub(super) fn fault(&self, code: &str, position: i64) -> String {
        let mut faults = self.faults.iter();
        let words = faults
            .find(|(known, _)| *known == code)
            .map_or(code, |(_, words)| *words);
        (self.at)(position, words)
    }
}

static ZH: SealsText = SealsText {
    title: "封存与检验",
    lead: "每条操作记录写下以后，一秒之内就封存：后一条的封印里有前一条的指纹，末尾再签名。谁改动、删掉或者调换一条，检验就看得出来。",
    late: "有记录超过一分钟还没有封存",
    late_since: "从 ",
    late_more: " 的记录起没有封存。请通知系统管理人员查看封存是不是停了。",
    nothing: "还没有封存的记录",
    nothing_more: "第一条记录写下以后一秒之内就会封存，列在这里。",
    head_title: "封存到哪里",
    sealed: "已封存",
    events: |count| format!("{count} 条"),
    signed_at: "签名时间",
    key: "签名密钥",
    hash: "末尾指纹",
    compare: "把条数和指纹抄下来另外保管，以后能看出末尾有没有被截掉。",
    check_title: "检验",
    not_checked: "您最近没有检验过。",
    last_check: "您上一次检验：",
    range: |first, last| format!("，从第 {first} 条到第 {last} 条。"),
    good: "和封存时一样，没有发现问题",
    bad: |count| format!("发现 {count} 处和封存时不一样"),
    check: "检验最近 10,000 条",
    whole: "检验全部记录用服务器上的命令 verify-audit。每次检验和结果都写进操作记录。",
    faults: [
        ("changed", "内容被改过"),
        ("missing", "记录不见了"),
        ("reordered", "换了位置"),
        ("seal_missing", "封印不见了"),
        ("truncated", "后面被截掉了"),
        ("head_differs", "和签名时不一样"),
        ("wrong_signature", "签名不对"),
        ("other_key", "是用别的密钥签的"),
        ("unsigned", "从这里往后没有签名"),
    ],
    at: |position, words| format!("第 {position} 条：{words}"),
};

static EN: SealsText = SealsText {
    title: "Seals and checks",
    lead: "Each event of the audit trail is sealed within a second: its seal holds the fingerprint of the one before, and the end is signed. Whoever changes, removes or swaps an event is found out by a check.",
    late: "Events have waited for their seal for more than a minute",
    late_since: "Nothing is sealed from ",
    late_more: " on. Ask those who run the system whether sealing has stopped.",
    nothing: "Nothing is sealed yet",
    nothing_more: "The first event is sealed within a second after it was written and then stands here.",
    head_title: "Sealed up to",
    sealed: "Sealed",
    events: |count| format!("{count} events"),
    signed_at: "Signed",
    key: "Signing key",
    hash: "Fingerprint of the end",
    compare: "Keep the number and the fingerprint elsewhere: they show later whether the end was cut off.",
    check_title: "Check",
    not_checked: "You have not made a check lately.",
    last_check: "Your last check: ",
    range: |first, last| format!(", events {first} to {last}."),
    good: "As it was sealed; nothing is wrong",
    bad: |count| {
        if count == 1 {
            "1 thing is not as it was sealed".to_owned()
        } else {
            format!("{count} things are not as they were sealed")
        }
    },
    check: "Check the newest 10,000",
    whole: "The whole trail is checked by the command verify-audit on the server. Each check and what it found is written to the trail.",
    faults: [
        ("changed", "was changed"),
        ("missing", "is gone"),
        ("reordered", "was moved"),
        ("seal_missing", "its seal is gone"),
        ("truncated", "what followed was cut off"),
        ("head_differs", "is not what was signed"),
        ("wrong_signature", "its signature is wrong"),
        ("other_key", "was signed with another key"),
        ("unsigned", "nothing after it is signed"),
    ],
    at: |position, words| format!("Event {position}: {words}"),
};
