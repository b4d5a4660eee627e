//! What a browser calls itself, in words: `安卓手机上的 Chrome`, `Chrome on Android`.

use crate::language::Language;

/// A mark in the name that a browser gives, and what it stands for in both languages. The first
/// that fits counts: most browsers claim to be others too.
type Mark = (&'static str, &'static str, &'static str);

const PROGRAMS: [Mark; 17] = [
    ("MicroMessenger", "微信", "WeChat"),
    ("AlipayClient", "支付宝", "Alipay"),
    ("HuaweiBrowser", "华为浏览器", "Huawei Browser"),
    ("MiuiBrowser", "小米浏览器", "Mi Browser"),
    ("SamsungBrowser", "三星浏览器", "Samsung Internet"),
    ("MQQBrowser", "QQ浏览器", "QQ Browser"),
    ("QQBrowser", "QQ浏览器", "QQ Browser"),
    ("UCBrowser", "UC浏览器", "UC Browser"),
    ("EdgA/", "Edge", "Edge"),
    ("EdgiOS/", "Edge", "Edge"),
    ("Edg/", "Edge", "Edge"),
    ("OPR/", "Opera", "Opera"),
    ("FxiOS/", "Firefox", "Firefox"),
    ("Firefox/", "Firefox", "Firefox"),
    ("CriOS/", "Chrome", "Chrome"),
    ("Chrome/", "Chrome", "Chrome"),
    ("Safari/", "Safari", "Safari"),
];

const SYSTEMS: [Mark; 10] = [
    ("OpenHarmony", "鸿蒙设备", "HarmonyOS"),
    ("HarmonyOS", "鸿蒙设备", "HarmonyOS"),
    ("iPhone", "苹果手机", "iPhone"),
    ("iPad", "苹果平板", "iPad"),
    ("Android", "安卓手机或平板", "Android"),
    ("Windows", "Windows 电脑", "Windows"),
    ("Macintosh", "苹果电脑", "Mac"),
    ("CrOS", "Chromebook", "Chromebook"),
    ("X11", "Linux 电脑", "Linux"),
    ("Linux", "Linux 电脑", "Linux"),
];

/// The words for the browser that calls itself `user_agent`.
#[must_use]
pub(in crate::pages::me) fn name(user_agent: &str, language: Language) -> String {
    let find = |marks: &[Mark]| {
        let found = marks.iter().find(|(mark, ..)| user_agent.contains(mark));
        found.map(|(_, chinese, english)| language.pick(*chinese, *english))
    };
    match (find(&PROGRAMS), find(&SYSTEMS), language) {
        (Some(program), Some(system), Language::Chinese) => format!("{system}上的 {program}"),
        (Some(program), Some(system), Language::English) => format!("{program} on {system}"),
        (Some(one), None, _) | (None, Some(one), _) => one.to_owned(),
        (None, None, _) => language
            .pick("没有说明的设备", "An unnamed device")
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_told_in_words() {
        let android = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
        let wechat = "Mozilla/5.0 (Linux; Android 13; M2012K11AC) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49";
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0";
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0";
        for (user_agent, chinese, english) in [
            (android, "安卓手机或平板上的 Chrome", "Chrome on Android"),
            (iphone, "苹果手机上的 Safari", "Safari on iPhone"),
            (wechat, "安卓手机或平板上的 微信", "WeChat on Android"),
            (edge, "Windows 电脑上的 Edge", "Edge on Windows"),
            (firefox, "Linux 电脑上的 Firefox", "Firefox on Linux"),
            ("", "没有说明的设备", "An unnamed device"),
            ("curl/8", "没有说明的设备", "An unnamed device"),
        ] {
            assert_eq!(name(user_agent, Language::Chinese), chinese);
            assert_eq!(name(user_agent, Language::English), english);
        }
    }
}
