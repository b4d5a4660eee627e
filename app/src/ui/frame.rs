//! What stands around every page: header, navigation, footer.

use leptos::prelude::*;

use crate::language::Language;
use crate::page::{Area, PageRequest};

/// The words of the frame.
pub struct FrameText {
    /// The product's name.
    pub name: &'static str,
    /// The link that jumps over the header.
    pub skip: &'static str,
}

static ZH: FrameText = FrameText {
    name: "医保通",
    skip: "跳到正文",
};
static EN: FrameText = FrameText {
    name: "Yibaotong",
    skip: "Skip to content",
};

impl FrameText {
    /// The words in `language`.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}

/// Header, content, footer.
#[component]
pub fn Frame(request: PageRequest, area: Area, children: Children) -> impl IntoView {
    let text = FrameText::of(request.language());
    let _ = area;
    view! {
        <a class="skip" href="#main">{text.skip}</a>
        <main id="main">{children()}</main>
    }
}
