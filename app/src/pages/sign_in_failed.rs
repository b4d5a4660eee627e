//! The page for a sign-in that did not complete: what happened, and what to do now.

use leptos::prelude::*;

use crate::page::{Area, Page, PageRequest};
use crate::pages::error::Help;
use crate::ui::{ButtonKind, ButtonLink};

/// Why a sign-in did not complete, as far as a person needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInFailure {
    /// Begun too long ago, in another browser, or used before.
    Stale,
    /// The person turned back at the provider.
    Cancelled,
    /// What the provider sent does not hold.
    NotProven,
    /// The provider does not answer.
    ProviderAway,
    /// The account has no role in force.
    Closed,
}

impl SignInFailure {
    /// Every kind, for tests and the gallery.
    pub const ALL: [Self; 5] = [
        Self::Stale,
        Self::Cancelled,
        Self::NotProven,
        Self::ProviderAway,
        Self::Closed,
    ];

    /// The HTTP status.
    #[must_use]
    pub const fn status(self) -> u16 {
        match self {
            Self::Stale | Self::Cancelled => 400,
            Self::NotProven | Self::Closed => 403,
            Self::ProviderAway => 503,
        }
    }
}

struct Words {
    title: &'static str,
    what: &'static str,
    todo: &'static str,
}

struct SignInFailedText {
    stale: Words,
    cancelled: Words,
    not_proven: Words,
    provider_away: Words,
    closed: Words,
    kept: &'static str,
    again: &'static str,
    home: &'static str,
}

static ZH: SignInFailedText = SignInFailedText {
    stale: Words {
        title: "这次登录没有完成",
        what: "登录要在同一个浏览器里、二十分钟内完成，而且每次只能用一回。这次可能等得久了，或者按了“后退”。",
        todo: "请重新登录一次，一般就能成功。",
    },
    cancelled: Words {
        title: "您取消了登录",
        what: "您在登录页面上选择了返回，所以没有登录。",
        todo: "不登录也可以查政策、看产品。要看自己的医保，请重新登录。",
    },
    not_proven: Words {
        title: "没能确认您的身份",
        what: "登录服务发来的凭证没有通过核对。为了保护您的信息，我们没有让这次登录通过。",
        todo: "请重新登录一次。如果还是不行，请拨打服务热线，报上页面下方的编号。",
    },
    provider_away: Words {
        title: "登录服务暂时没有回应",
        what: "确认身份的登录服务现在连不上，不是您的操作有问题。",
        todo: "请过几分钟再试。政策查询等不用登录的内容照常可用。",
    },
    closed: Words {
        title: "这个账户现在不能登录",
        what: "这个账户目前没有可用的权限。",
        todo: "请带上身份证件到医保服务大厅，或拨打服务热线了解原因。",
    },
    kept: "您的资料没有任何改动。",
    again: "重新登录",
    home: "回到首页",
};

static EN: SignInFailedText = SignInFailedText {
    stale: Words {
        title: "The sign-in was not completed",
        what: "A sign-in has to be finished in the same browser within twenty minutes, and works only once. It may have taken too long, or you may have pressed Back.",
        todo: "Please sign in again. That usually works.",
    },
    cancelled: Words {
        title: "You cancelled the sign-in",
        what: "You chose to go back on the sign-in page, so you are not signed in.",
        todo: "You can look up policies and products without signing in. To see your own insurance, please sign in again.",
    },
    not_proven: Words {
        title: "We could not confirm who you are",
        what: "What the sign-in service sent us did not pass our checks. To protect your information we did not let this sign-in through.",
        todo: "Please sign in again. If it still does not work, call the hotline and give the number at the bottom of this page.",
    },
    provider_away: Words {
        title: "The sign-in service is not answering",
        what: "The service that confirms who you are cannot be reached just now. You did nothing wrong.",
        todo: "Please try again in a few minutes. Everything that needs no sign-in, such as the policy search, works as usual.",
    },
    closed: Words {
        title: "This account cannot sign in at present",
        what: "The account has no permissions in force.",
        todo: "Please bring your identity document to a service hall, or call the hotline to learn why.",
    },
    kept: "Nothing about your data was changed.",
    again: "Sign in again",
    home: "Go to the home page",
};

impl SignInFailedText {
    const fn words(&self, failure: SignInFailure) -> &Words {
        match failure {
            SignInFailure::Stale => &self.stale,
            SignInFailure::Cancelled => &self.cancelled,
            SignInFailure::NotProven => &self.not_proven,
            SignInFailure::ProviderAway => &self.provider_away,
            SignInFailure::Closed => &self.closed,
        }
    }
}

/// The page. It repeats nothing that was sent in.
#[must_use]
pub fn page(request: &PageRequest, failure: SignInFailure) -> Page {
    let text = request.text(&ZH, &EN);
    let words = text.words(failure);
    let request = request.clone();
    Page::new(words.title, Area::Public, move || {
        view! {
            <div class="wrap page stack measure-page">
                <h1>{words.title}</h1>
                <p>{words.what}</p>
                <p>
                    <strong>{words.todo}</strong>
                </p>
                <p>{text.kept}</p>
                <p class="actions">
                    <ButtonLink href="/sign-in" label=text.again/>
                    <ButtonLink href="/" label=text.home kind=ButtonKind::Quiet/>
                </p>
                <Help request/>
            </div>
        }
    })
    .with_status(failure.status())
}
