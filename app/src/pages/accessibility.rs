//! `/accessibility`: what was aimed at, what was tested, what is lacking, and whom to tell.

mod text;

use leptos::prelude::*;

use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{ButtonKind, ButtonLink, Card, Contents, Form, Look, PrintButton, Sign};

use text::{AccessibilityText, Section};

/// The page.
///
/// # Errors
/// None.
pub async fn page(request: PageRequest) -> PageResult {
    let text = AccessibilityText::of(request.language());
    let hotline = request.site.hotline.clone();
    let page = Page::new(text.title, Area::Public, move || {
        let call = format!("tel:{hotline}");
        let label = (text.call)(&hotline);
        let parts = text.sections.iter().map(|section| (section.id, section.title));
        let parts = parts.chain([("report", text.report_title)]).collect();
        let sections = text.sections.iter().map(section);
        let sections = sections.collect_view();
        // Elder mode is on already where it is on.
        let elder = (!Look::current().elder).then(|| {
            let hidden = vec![("back", "/accessibility".to_owned()), ("mode", "elder".to_owned())];
            view! {
                <Form action="/preferences" hidden>
                    <button class="button" data-kind="quiet" type="submit">{text.try_elder}</button>
                </Form>
            }
        });
        view! {
            <div class="wrap page stack">
                <h1>{text.title}</h1>
                <div class="split" data-rail>
                    <div class="rail stack"><Contents parts/><p class="actions"><PrintButton/></p></div>
                    <div class="stack">
                        <Card title=text.short_title>
                            <p>{text.short}</p>
                            {elder}
                        </Card>
                        {sections}
                        <Card title=text.report_title id="report">
                            <p><strong>{(text.report_answer)(&hotline)}</strong></p>
                            <p>{text.report}</p>
                            <p class="actions"><ButtonLink href=call label kind=ButtonKind::Quiet sign=Sign::Phone/></p>
                        </Card>
                    </div>
                </div>
            </div>
        }
    })
    .describe(text.description);
    Ok(page.into())
}

fn section(section: &'static Section) -> impl IntoView {
    let lead = (!section.lead.is_empty()).then(|| view! { <p>{section.lead}</p> });
    let items = section.lines.iter().map(|line| view! { <li>{*line}</li> });
    view! {
        <section class="stack" data-flow="close" id=section.id>
            <h2>{section.title}</h2>
            {lead}
            <ul class="bullets">{items.collect_view()}</ul>
        </section>
    }
}
