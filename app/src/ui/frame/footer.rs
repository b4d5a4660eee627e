//! The foot of every page: whom to call, where to go, how it looks, who runs it.

use std::sync::Arc;

use leptos::prelude::*;

use super::here;
use crate::page::PageRequest;
use crate::preferences::Theme;
use crate::ui::{ButtonKind, Date, Form, Kept, Look, gap};

static PLACES: Kept<{ Look::VARIANTS }> = Kept::new();

/// The foot of every page.
#[component]
pub fn Footer(
    /// The request that is answered.
    request: Arc<PageRequest>,
) -> impl IntoView {
    let look = Look::current();
    let site = request.site.clone();
    let call = format!("tel:{}", site.hotline);
    let hours = match look.language {
        crate::language::Language::Chinese => site.hotline_hours_zh.clone(),
        crate::language::Language::English => site.hotline_hours_en.clone(),
    };
    let places = PLACES.show(look.variant(), look, places);
    let legal = [
        (look.pick("主办：", "Run by "), &site.sponsor),
        ("", &site.icp_number),
        ("", &site.public_security_number),
        (look.pick("网站标识码 ", "Site code "), &site.site_code),
    ];
    let updated = site.updated_on.map(|day| {
        view! { <span>{look.pick("最近更新：", "Last updated ")}<Date of=day/></span> }
    });
    let legal = legal
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| view! { <span>{name}{text.clone()}</span> });
    view! {
        <footer class="foot">
            <div class="wrap">
                <div class="row">
                    <a class="hotline" href=call>
                        <strong>{site.hotline.clone()}</strong>
                        <span>{look.pick("医保服务热线", "medical insurance hotline")}{look.pick("，", ", ")}{hours}</span>
                    </a>
                    {places}
                </div>
                <ThemeChoice request=request.clone()/>
                <p>{look.pick(
                    "页面上的金额按所注明的参数计算，供了解；以经办机构核定为准。",
                    "Amounts are computed from the parameters named beside them, for information; the agency's decision counts.",
                )}</p>
                <p class="legal" id="end">{legal.collect_view()}{updated}</p>
            </div>
        </footer>
    }
}

fn places(look: Look) -> impl IntoView {
    view! {
        <nav aria-label=look.pick("站内", "This site")>
            <ul role="list">
                <li><a href="/me">{look.pick("我的医保", "My insurance")}</a></li>
                <li><a href="/policies">{look.pick("查政策", "Policies")}</a></li>
                // Elder mode shows at most six.
                {(!look.elder).then(|| view! {
                    <li><a href="/calculator">{look.pick("算自己付多少", "What will I pay?")}</a></li>
                    <li><a href="/institutions">{look.pick("查机构", "Institutions")}</a></li>
                    <li><a href="/drugs">{look.pick("查药品", "Drugs")}</a></li>
                    <li><a href="/add-ons">{look.pick("商业补充保险", "Commercial add-ons")}</a></li>
                    <li><a href="/check">{look.pick("核验参保凭证", "Check a proof of cover")}</a></li>
                })}
                <li><a href="/glossary">{look.pick("医保用语", "Glossary")}</a></li>
                <li><a href="/help">{look.pick("帮助", "Help")}</a></li>
                <li><a href="/accessibility">{look.pick("无障碍", "Accessibility")}</a></li>
                <li><a href="/privacy">{look.pick("隐私", "Privacy")}</a></li>
            </ul>
        </nav>
    }
}

/// Light, dark, or as the device says.
#[component]
fn ThemeChoice(request: Arc<PageRequest>) -> impl IntoView {
    static KEPT: Kept<{ Look::VARIANTS * 3 }> = Kept::new();
    let look = Look::current();
    let theme = request.preferences.theme;
    let index = theme as usize * Look::VARIANTS + look.variant();
    KEPT.show_with(index, (look, theme), themes, &[&here(&request)])
}

fn themes((look, chosen): (Look, Theme)) -> impl IntoView {
    let themes = [
        (Theme::Auto, look.pick("跟随设备", "As the device")),
        (Theme::Light, look.pick("浅色", "Light")),
        (Theme::Dark, look.pick("深色", "Dark")),
    ];
    let buttons = themes.map(|(theme, label)| {
        let pressed = if theme == chosen { "true" } else { "false" };
        view! {
            <button class="button" type="submit" name="theme" value=theme.code() data-kind=ButtonKind::Plain.code() data-size="small" aria-pressed=pressed>{label}</button>
        }
    });
    view! {
        <Form action="/preferences" hidden=vec![("back", gap(0).to_owned())]>
            <div class="theme" role="group" aria-label=look.pick("外观", "Appearance")>
                <span>{look.pick("外观", "Appearance")}</span>
                {buttons.into_iter().collect_view()}
            </div>
        </Form>
    }
}
