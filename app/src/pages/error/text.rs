//! What the error pages say.

use super::Failure;
use crate::language::Language;

/// The words of one error page.
pub(super) struct ErrorText {
    /// What happened.
    pub title: &'static str,
    /// What was kept, or lost.
    pub kept: &'static str,
    /// What to do.
    pub advice: &'static str,
}

/// The words for `failure` in `language`.
pub(super) fn of(failure: Failure, language: Language) -> &'static ErrorText {
    match failure {
        Failure::NotFound => language.pick(
            &ErrorText {
                title: "没有找到这个页面",
                kept: "地址可能写错了，或者内容已经挪走。",
                advice: "可以搜一搜，或者回首页再找。",
            },
            &ErrorText {
                title: "We could not find this page",
                kept: "The address may be mistyped, or what was here has moved.",
                advice: "Search for it, or begin again from the start page.",
            },
        ),
        Failure::WrongMethod => language.pick(
            &ErrorText {
                title: "这个地址不能直接打开",
                kept: "它只供本站页面上的按钮和表单使用。什么都没有改动。",
                advice: "请回首页，从页面上的按钮再试。",
            },
            &ErrorText {
                title: "This address cannot be opened by itself",
                kept: "It is there for buttons and forms on the pages of this site. Nothing was changed.",
                advice: "Go to the start page and use the button there.",
            },
        ),
        Failure::TakesNoForm => language.pick(
            &ErrorText {
                title: "这个页面只能看，不能提交",
                kept: "您提交到了一个不收表单的页面，提交的内容没有处理，也没有保存。什么都没有改动。",
                advice: "可以打开这个页面看看；要办事，请从页面上的按钮和表单再试。",
            },
            &ErrorText {
                title: "This page only shows; it takes no forms",
                kept: "What you sent came to a page that takes nothing. It was neither carried out nor saved, and nothing was changed.",
                advice: "You can open the page and read it; to get something done, use the buttons and forms on our pages.",
            },
        ),
        Failure::CrossSite => language.pick(
            &ErrorText {
                title: "这次操作没有执行",
                kept: "请求不是从本站的页面发出的。为了保护您，什么都没有改动。",
                advice: "请回到本站的页面，再做一次。",
            },
            &ErrorText {
                title: "This was not carried out",
                kept: "The request did not come from a page of this site. To protect you, nothing was changed.",
                advice: "Go back to the page on this site and do it again.",
            },
        ),
        Failure::Conflict => language.pick(
            &ErrorText {
                title: "内容刚刚被改过",
                kept: "您打开页面之后，别处已经改了同一项内容。您这次的改动没有保存，原有内容还在。",
                advice: "请重新打开页面，看过新的内容再改。",
            },
            &ErrorText {
                title: "This was changed meanwhile",
                kept: "The same thing was changed elsewhere after you opened the page. Your change was not saved; what was there is kept.",
                advice: "Open the page again and look at what is new before you change it.",
            },
        ),
        Failure::Invalid => language.pick(
            &ErrorText {
                title: "填写的内容不对",
                kept: "没有保存任何内容，原有内容还在。",
                advice: "请返回上一页，检查后再提交。",
            },
            &ErrorText {
                title: "What was sent does not fit",
                kept: "Nothing was saved; what was there before is kept.",
                advice: "Go back, check what you wrote and send it again.",
            },
        ),
        Failure::TooLarge => language.pick(
            &ErrorText {
                title: "内容太大了",
                kept: "超过了能接收的大小，没有保存任何内容。",
                advice: "请把内容减少一些，或者分几次提交。",
            },
            &ErrorText {
                title: "This is too large",
                kept: "It is more than we can take at once. Nothing was saved.",
                advice: "Send less, or send it in parts.",
            },
        ),
        Failure::TooMany(_) => language.pick(
            &ErrorText {
                title: "请求太频繁了",
                kept: "短时间内的请求太多，这一次没有处理。已有的内容都在。",
                advice: "请稍等一会儿再试。",
            },
            &ErrorText {
                title: "Too many requests",
                kept: "There were too many requests in a short time, so this one was not handled. Everything you had is kept.",
                advice: "Please wait a moment and try again.",
            },
        ),
        Failure::Internal => language.pick(
            &ErrorText {
                title: "我们这边出了问题",
                kept: "不是您的操作有误。刚才没有做完的改动没有保存，以前的内容都在。",
                advice: "请过几分钟再试。问题已经记下来了。",
            },
            &ErrorText {
                title: "Something went wrong on our side",
                kept: "You did nothing wrong. What was not finished was not saved; everything before it is kept.",
                advice: "Please try again in a few minutes. The problem has been recorded.",
            },
        ),
        Failure::Unavailable => language.pick(
            &ErrorText {
                title: "服务暂时用不了",
                kept: "系统的一部分正在恢复。您的信息都在，没有丢失。",
                advice: "请过几分钟再试。急事可以打电话或者去服务大厅办。",
            },
            &ErrorText {
                title: "The service is away for the moment",
                kept: "A part of the system is coming back. Your information is safe.",
                advice: "Please try again in a few minutes. For urgent matters call, or go to a service hall.",
            },
        ),
        Failure::NotDone => language.pick(
            &ErrorText {
                title: "服务暂时用不了",
                kept: "系统的一部分正在恢复，这次多半没有办成。以前的内容都在，没有丢失。",
                advice: "请过几分钟，返回上一页看看办成了没有，没有再试。急事可以打电话或者去服务大厅办。",
            },
            &ErrorText {
                title: "The service is away for the moment",
                kept: "A part of the system is coming back, so this was probably not done. Everything from before is safe.",
                advice: "Please go back in a few minutes, see whether it was done, and try again if not. For urgent matters call, or go to a service hall.",
            },
        ),
    }
}
