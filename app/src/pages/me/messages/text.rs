//! What the pages of messages say around the messages.

use services::messages::list::Filter;

use crate::language::Language;

/// The words of `/me/messages`.
pub(in crate::pages::me) struct MessagesText {
    pub language: Language,
    pub title: &'static str,
    pub home: &'static str,
    nothing_waits: &'static str,
    waits: fn(&str) -> String,
    pub look: &'static str,
    pub by_topic: &'static str,
    pub all_topics: &'static str,
    pub read: &'static str,
    pub unread: &'static str,
    pub all_read: &'static str,
    pub mark_read: &'static str,
    pub mark_unread: &'static str,
    pub back: &'static str,
    pub pages: &'static str,
    pub older: &'static str,
    pub newest: &'static str,
    empty: &'static str,
    empty_more: &'static str,
    empty_topic: &'static str,
    empty_older: &'static str,
    empty_filtered_more: &'static str,
    pub unreadable: &'static str,
    pub unreadable_more: &'static str,
    pub queries: &'static str,
    pub choose: &'static str,
    pub choose_more: &'static str,
    pub topics: &'static str,
    pub always: &'static str,
    pub later: &'static str,
    pub save: &'static str,
}

static ZH: MessagesText = MessagesText {
    language: Language::Chinese,
    title: "消息",
    home: "我的医保",
    nothing_waits: "没有未读的消息。",
    waits: |count| format!("您有 {count} 条消息还没看。"),
    look: "去看消息",
    by_topic: "按类别看",
    all_topics: "全部",
    read: "已读",
    unread: "未读",
    all_read: "全部标为已读",
    mark_read: "标为已读",
    mark_unread: "标为未读",
    back: "回到消息列表",
    pages: "翻页",
    older: "更早的消息",
    newest: "回到最近的",
    empty: "还没有消息",
    empty_more: "参保有变化、有事要在某天前办、有新的报销时，会在这里告诉您。",
    empty_topic: "这一类还没有消息",
    empty_older: "没有更早的消息了",
    empty_filtered_more: "可以看看全部消息。",
    unreadable: "一条暂时打不开的消息",
    unreadable_more: "这条消息现在还显示不出来，请过一会儿再看。要是一直看不到，请打医保热线。",
    choose: "选择要收的消息",
    queries: "我的问询",
    choose_more: "消息只出现在这里，不发短信。只有您自己看得到，家人看不到。",
    topics: "收哪些消息",
    always: "一直会收",
    later: "关掉以后不再收新的，已经收到的还在。以后再打开，会补上最近 30 天的。",
    save: "保存",
};

static EN: MessagesText = MessagesText {
    language: Language::English,
    title: "Messages",
    home: "My insurance",
    nothing_waits: "You have no unread messages.",
    waits: |count| {
        let noun = if count == "1" { "message" } else { "messages" };
        format!("You have {count} unread {noun}.")
    },
    look: "See messages",
    by_topic: "By topic",
    all_topics: "All",
    read: "Read",
    unread: "Unread",
    all_read: "Mark all as read",
    mark_read: "Mark as read",
    mark_unread: "Mark as unread",
    back: "Back to messages",
    pages: "Pages",
    older: "Older messages",
    newest: "Back to the newest",
    empty: "No messages yet",
    empty_more: "You are told here when your insurance changes, when something is to be done by a day, and when a visit has been settled.",
    empty_topic: "No messages on this topic yet",
    empty_older: "No older messages",
    empty_filtered_more: "You may look at all messages.",
    unreadable: "A message that cannot be shown yet",
    unreadable_more: "This message cannot be shown at the moment; please look again later. If it stays so, please call the hotline.",
    choose: "Choose your messages",
    queries: "My queries",
    choose_more: "Messages appear here only; none is sent by text. Only you can read them, your family cannot.",
    topics: "What to get messages about",
    always: "always sent",
    later: "What you switch off is not sent any more; what you have got stays. Switch it on again later, and the last 30 days are made up for.",
    save: "Save",
};

impl MessagesText {
    pub(in crate::pages::me) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// How many wait, as a sentence.
    pub(super) fn waiting(&self, count: u8) -> String {
        if count == 0 {
            self.nothing_waits.to_owned()
        } else {
            (self.waits)(&shown(count))
        }
    }

    /// What stands in place of a list without messages.
    pub(super) fn empty(&self, filter: Filter) -> (&'static str, &'static str) {
        match (filter.before, filter.topic) {
            (Some(_), _) => (self.empty_older, self.empty_filtered_more),
            (None, Some(_)) => (self.empty_topic, self.empty_filtered_more),
            (None, None) => (self.empty, self.empty_more),
        }
    }
}

/// The count as people see it: from a hundred on it is not counted.
fn shown(count: u8) -> String {
    if count > 99 {
        "99+".to_owned()
    } else {
        count.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_said_up_to_ninety_nine() {
        let zh = MessagesText::of(Language::Chinese);
        let en = MessagesText::of(Language::English);
        assert_eq!(zh.waiting(3), "您有 3 条消息还没看。");
        assert_eq!(en.waiting(1), "You have 1 unread message.");
        assert_eq!(en.waiting(100), "You have 99+ unread messages.");
        assert_eq!(en.waiting(0), "You have no unread messages.");
    }
}
