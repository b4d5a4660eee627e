//! What `/me/sessions` says.

use crate::language::Language;

/// The words of `/me/sessions`.
pub(super) struct SessionsText {
    pub title: &'static str,
    pub home: &'static str,
    pub lead: &'static str,
    pub list: &'static str,
    pub device: &'static str,
    pub began: &'static str,
    pub used: &'static str,
    pub end: &'static str,
    pub this: &'static str,
    pub end_one: fn(&str) -> String,
    pub others_title: &'static str,
    pub others_more: &'static str,
    pub others: &'static str,
    pub everywhere_title: &'static str,
    pub everywhere_more: &'static str,
    pub everywhere: &'static str,
}

static ZH: SessionsText = SessionsText {
    title: "我在哪些设备上登录着",
    home: "我的医保",
    lead: "这里是现在还登录着您账号的每一台设备。半小时不用，或者登录满八小时，会自动退出。看到不认识的，马上让它退出。",
    list: "正在登录的设备",
    device: "设备",
    began: "登录时间",
    used: "最近使用",
    end: "退出",
    this: "就是这台设备",
    end_one: |device| format!("退出 {device}"),
    others_title: "只留这台设备",
    others_more: "其他设备马上退出，要再用得重新登录。这台设备不受影响。",
    others: "退出其他所有设备",
    everywhere_title: "全部退出",
    everywhere_more: "所有设备马上退出，包括这一台。怀疑有人用了您的账号时，可以这样做。",
    everywhere: "全部退出，包括这台",
};

static EN: SessionsText = SessionsText {
    title: "Where I am signed in",
    home: "My insurance",
    lead: "Every device on which your account is signed in now. After half an hour without use, or eight hours in all, it is signed out by itself. If you do not know one, sign it out at once.",
    list: "Devices signed in",
    device: "Device",
    began: "Signed in",
    used: "Last used",
    end: "Sign out",
    this: "This device",
    end_one: |device| format!("Sign out {device}"),
    others_title: "Keep only this device",
    others_more: "All other devices are signed out at once and must sign in again. This one stays.",
    others: "Sign out all other devices",
    everywhere_title: "Sign out everywhere",
    everywhere_more: "All devices are signed out at once, this one too. Do this when you think that somebody else uses your account.",
    everywhere: "Sign out everywhere, here too",
};

impl SessionsText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
