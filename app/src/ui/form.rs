//! A form that changes something.

use leptos::prelude::*;

use super::example::Example;
use super::{Button, Inner, IntoWritten, Look, Written};

/// Sends its fields by POST, with the hidden token that shows they came from a page of ours.
#[component]
pub fn Form(
    /// Where it sends to.
    #[prop(into)]
    action: String,
    /// Further hidden fields.
    #[prop(optional)]
    hidden: Vec<(&'static str, String)>,
    /// The class of the form; `form` stacks fields.
    #[prop(optional)]
    class: Option<&'static str>,
    /// The fields and buttons.
    children: Inner,
) -> impl IntoView {
    let fields = Written::new(Look::current().form_fields().as_ref().to_owned());
    let hidden = hidden
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    view! {
        <form method="post" action=action class=class>
            {fields}
            {hidden.collect_view()}
            {children.written()}
        </form>
    }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new(
        "只有一个按钮",
        "One button only",
        || {
            let look = Look::current();
            view! {
                <Form action="/preferences" hidden=vec![("back", "/gallery".to_owned())]>
                    <Button label=look.pick("保持现在的样子", "Keep it as it is")/>
                </Form>
            }
            .written()
        },
    )]
}
