//! The large entries of a page.

use leptos::prelude::*;

use super::example::Example;
use super::{Icon, IntoWritten, Look, Sign};

/// One entry.
#[derive(Clone, Debug)]
pub struct Door {
    /// Where it leads.
    pub href: String,
    /// Its sign.
    pub sign: Sign,
    /// What is behind it.
    pub title: String,
    /// A few words more; empty for none.
    pub text: String,
}

/// Large entries side by side, one below the other in elder mode.
#[component]
pub fn Doors(
    /// The entries in order.
    doors: Vec<Door>,
) -> impl IntoView {
    let items = doors.into_iter().map(|door| {
        let text =
            (!door.text.is_empty()).then(|| view! { <span class="muted">{door.text}</span> });
        view! {
            <li>
                <a class="door" href=door.href>
                    <Icon sign=door.sign/>
                    <strong>{door.title}</strong>
                    {text}
                </a>
            </li>
        }
    });
    view! { <ul class="doors">{items.collect_view()}</ul> }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("两扇门", "Two doors", || {
        let look = Look::current();
        let doors = vec![
            Door {
                href: "/me".to_owned(),
                sign: Sign::Shield,
                title: look.pick("我的医保", "My insurance").to_owned(),
                text: look
                    .pick("参保、待遇和报销", "Cover, benefits and settlements")
                    .to_owned(),
            },
            Door {
                href: "/policies".to_owned(),
                sign: Sign::Document,
                title: look.pick("查政策", "Find policies").to_owned(),
                text: String::new(),
            },
        ];
        view! { <Doors doors/> }.written()
    })]
}
