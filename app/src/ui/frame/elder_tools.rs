//! What elder mode always keeps in sight: listen, larger, back to standard, call somebody.

use std::sync::Arc;

use leptos::prelude::*;

use super::here;
use crate::page::PageRequest;
use crate::ui::{Form, Icon, Look, Sign};

/// Four large tools; the last, a person to call, stays in sight. Listening needs the script, which
/// shows its button.
#[component]
pub fn ElderTools(
    /// The request that is answered.
    request: Arc<PageRequest>,
) -> impl IntoView {
    let look = Look::current();
    let back = here(&request);
    let step = request.preferences.text_step;
    let (next, larger) = if step < 2 {
        (step + 1, look.pick("字再大些", "Larger print"))
    } else {
        (0, look.pick("字小一些", "Smaller print"))
    };
    let hotline = request.site.hotline.clone();
    let call = format!("tel:{hotline}");
    view! {
        <div class="wrap elder-tools" role="group" aria-label=look.pick("帮您看清、听清", "Help with reading")>
            <button class="button" type="button" data-kind="quiet" data-speak data-stop=look.pick("停下", "Stop")
                data-none=look.pick("这台设备没有中文语音", "No voice on this device") hidden>
                <Icon sign=Sign::Speaker/><span>{look.pick("听一听", "Listen")}</span>
            </button>
            <Form action="/preferences" hidden=vec![("back", back.clone()), ("step", next.to_string())]>
                <button class="button" data-kind="quiet" type="submit"><Icon sign=Sign::Larger/>{larger}</button>
            </Form>
            <Form action="/preferences" hidden=vec![("back", back), ("mode", "standard".to_owned())]>
                <button class="button" data-kind="quiet" type="submit"><Icon sign=Sign::Back/>{look.pick("回标准版", "Standard view")}</button>
            </Form>
            <a class="button" href=call data-person><Icon sign=Sign::Phone/>{look.pick("找人工 ", "Call ")}{hotline}</a>
        </div>
    }
}
