//! `/privacy`: what is kept of people, on what basis, how long, who sees it, and their rights.

mod cookies;
mod tables;
mod text;

use leptos::prelude::*;

use crate::page::{Area, Page, PageRequest, PageResult};
use crate::routes;
use crate::ui::{ButtonKind, ButtonLink, Card, Contents, PrintButton, Sign};

use cookies::Cookies;
use tables::Rows;
use text::PrivacyText;

/// The page.
///
/// # Errors
/// None.
pub async fn page(request: PageRequest) -> PageResult {
    let text = PrivacyText::of(request.language());
    let site = request.site.clone();
    let page = Page::new(text.title, Area::Public, move || {
        let parts = vec![
            ("kept", text.kept_title),
            ("basis", text.basis_title),
            ("time", text.time_title),
            ("who", text.who_title),
            ("rights", text.rights_title),
            ("third-parties", text.third_title),
            ("cookies", text.cookies_title),
        ];
        let secure = site.public_url.starts_with("https://");
        let hotline = site.hotline.clone();
        let call = format!("tel:{hotline}");
        let label = (text.call)(&hotline);
        let contact = (text.contact)(&site.sponsor, &hotline);
        let places = [
            ("/me/access", text.to_access),
            ("/me/family", text.to_family),
            ("/me/sessions", text.to_sessions),
        ];
        let places = places
            .into_iter()
            .filter(|(href, _)| routes::has(href))
            .map(|(href, label)| view! { <ButtonLink href label kind=ButtonKind::Quiet/> })
            .collect_view();
        view! {
            <div class="wrap page stack">
                <h1>{text.title}</h1>
                <div class="split" data-rail>
                    <div class="rail stack"><Contents parts/><p class="actions"><PrintButton/></p></div>
                    <div class="stack">
                        <Card title=text.short_title>{bullets(text.short)}</Card>
                        <Part id="kept" title=text.kept_title>
                            <Rows caption=text.kept_title columns=text.kept_columns rows=text.kept/>
                            {paragraphs(text.kept_more)}
                        </Part>
                        <Part id="basis" title=text.basis_title>
                            <Rows caption=text.basis_title columns=text.basis_columns rows=text.basis/>
                        </Part>
                        <Part id="time" title=text.time_title>
                            <Rows caption=text.time_title columns=text.time_columns rows=text.time/>
                            {paragraphs(text.time_more)}
                        </Part>
                        <Part id="who" title=text.who_title>
                            {bullets(text.who)}
                            {paragraphs(text.who_more)}
                        </Part>
                        <Part id="rights" title=text.rights_title>
                            <p>{contact}</p>
                            <Rows caption=text.rights_title columns=text.rights_columns rows=text.rights/>
                            <p class="actions">{places}<ButtonLink href=call label kind=ButtonKind::Quiet sign=Sign::Phone/></p>
                            {paragraphs(text.rights_more)}
                        </Part>
                        <Part id="third-parties" title=text.third_title>{bullets(text.third)}</Part>
                        <Part id="cookies" title=text.cookies_title>
                            <p>{text.cookies_lead}</p>
                            <Cookies secure/>
                        </Part>
                    </div>
                </div>
            </div>
        }
    })
    .describe(text.description);
    Ok(page.into())
}

/// A part of the notice under its heading.
#[component]
fn Part(id: &'static str, title: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="stack" data-flow="close" id=id>
            <h2>{title}</h2>
            {children()}
        </section>
    }
}

fn bullets(lines: &'static [&'static str]) -> impl IntoView {
    let items = lines.iter().map(|line| view! { <li>{*line}</li> });
    view! { <ul class="bullets">{items.collect_view()}</ul> }
}

fn paragraphs(lines: &'static [&'static str]) -> impl IntoView {
    lines
        .iter()
        .map(|line| view! { <p>{*line}</p> })
        .collect_view()
}

#[cfg(test)]
mod tests {
    use services::accounts::attempts::LIFETIME;
    use services::accounts::sessions::{ABSOLUTE, IDLE};

    use super::text::PrivacyText;
    use crate::language::Language;

    #[test]
    fn the_times_told_are_those_of_the_program() {
        for (language, minutes, hours) in [
            (Language::Chinese, " 分钟", " 小时"),
            (Language::English, " minutes", " hours"),
        ] {
            let told: Vec<&str> = PrivacyText::of(language)
                .time
                .iter()
                .map(|row| row[1])
                .collect();
            let session = told[0];
            assert!(session.contains(&format!("{}{minutes}", IDLE.num_minutes())));
            assert!(session.contains(&format!("{}{hours}", ABSOLUTE.num_hours())));
            assert!(told[1].contains(&format!("{}{minutes}", LIFETIME.num_minutes())));
        }
    }
}
