//! Listens to the form: each change is answered at once, in the browser.

use std::rc::Rc;
use std::time::Duration;

use domain::identifiers::RegionCode;
use domain::settlement::parameters::ParameterSet;
use js_sys::{Array, Reflect, try_iter};
use leptos::leptos_dom::helpers::set_timeout;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, EventTarget, FormData, HtmlFormElement};

use super::{Shown, rows};
use crate::calculator::{Typed, answer};
use crate::ui::Look;

/// Where the form is.
const FORM: &str = "#calculator form";

struct Watch {
    document: Document,
    form: HtmlFormElement,
    sets: Vec<ParameterSet>,
    look: Look,
    shown: RwSignal<Shown>,
}

pub(super) fn begin(sets: Vec<ParameterSet>, look: Look, shown: RwSignal<Shown>) {
    look.provide_in_island();
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let found = document.query_selector(FORM).ok().flatten();
    let Some(form) = found.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else {
        return;
    };
    let watch = Rc::new(Watch {
        document,
        form,
        sets,
        look,
        shown,
    });
    let form: EventTarget = watch.form.clone().into();
    let typing = Rc::clone(&watch);
    listen(&form, "input", move |_| typing.answer());
    let pressing = Rc::clone(&watch);
    listen(&form, "click", move |event| pressing.press(&event));
    let sending = Rc::clone(&watch);
    listen(&form, "submit", move |event| sending.submit(&event));
    // The view first wakes as the server made it; only then may it change.
    set_timeout(move || watch.wake(), Duration::ZERO);
}

fn listen(target: &EventTarget, name: &str, act: impl Fn(Event) + 'static) {
    let act = Closure::<dyn Fn(Event)>::new(act);
    // Where the browser refuses, the form is still a form.
    let _ = target.add_event_listener_with_callback(name, act.as_ref().unchecked_ref());
    act.forget();
}

impl Watch {
    fn typed(&self) -> Typed {
        let mut pairs = Vec::new();
        if let Ok(data) = FormData::new_with_form(&self.form)
            && let Ok(Some(entries)) = try_iter(&data)
        {
            for entry in entries.flatten() {
                let entry = Array::from(&entry);
                if let (Some(name), Some(value)) =
                    (entry.get(0).as_string(), entry.get(1).as_string())
                {
                    pairs.push((name, value));
                }
            }
        }
        Typed::new(pairs)
    }

    /// Somebody may have typed before this woke, or come back to a page that the browser kept.
    fn wake(&self) {
        if self.is_changed() {
            self.answer();
        }
        let _ = self.form.set_attribute("data-awake", "");
    }

    /// Works out what stands in the form and shows it.
    fn answer(&self) {
        if let Some(first) = self.document.get_element_by_id("first-answer") {
            first.remove();
            self.forget_errors();
        }
        let language = self.look.language;
        let answer = answer(&self.typed(), &self.sets, language);
        self.shown.set(Some(answer));
    }

    /// Takes away what the page said was wrong: from now on the answer says it, as it is mended.
    fn forget_errors(&self) {
        let all = |selector| {
            let found = self.document.query_selector_all(selector).ok();
            let found = found.map(|found| Array::from(&found)).unwrap_or_default();
            let found: Vec<JsValue> = found.iter().collect();
            found
                .into_iter()
                .filter_map(|one| one.dyn_into::<Element>().ok())
        };
        for line in all("#calculator .error, [data-errors]") {
            line.remove();
        }
        for field in all("#calculator [aria-invalid], #calculator [data-invalid]") {
            let _ = field.remove_attribute("aria-invalid");
            let _ = field.remove_attribute("data-invalid");
        }
    }

    /// Whether the rules of the chosen place are here at all.
    fn is_known_here(&self) -> bool {
        let typed = self.typed();
        let region = typed.get("region").parse::<RegionCode>();
        region.is_ok_and(|region| self.sets.iter().any(|set| set.region == region))
    }

    /// "Work it out" answers here, as typing does, and leads to the answer.
    fn submit(&self, event: &Event) {
        if !self.is_known_here() {
            return;
        }
        event.prevent_default();
        self.answer();
        let place = match self.shown.get_untracked() {
            Some(Err(_)) => "mend",
            _ => "answer",
        };
        if let Some(place) = self.document.get_element_by_id(place) {
            place.scroll_into_view();
        }
    }

    /// Buttons that add an item, take one away, or tell the bill the other way.
    fn press(&self, event: &Event) {
        let target = event.target();
        let target = target.and_then(|target| target.dyn_into::<Element>().ok());
        let pressed = target.and_then(|target| target.closest("button[name=do]").ok()?);
        let Some(button) = pressed else { return };
        let done = match button.get_attribute("value").as_deref() {
            Some("add") => rows::add(&self.document),
            Some("bill-items") => rows::tell(&self.document, "items"),
            Some("bill-totals") => rows::tell(&self.document, "totals"),
            Some(_) => rows::remove(&button),
            None => None,
        };
        if done.is_some() {
            event.prevent_default();
            self.answer();
        }
    }

    /// Whether any field holds something else than it came with.
    fn is_changed(&self) -> bool {
        let elements = Array::from(&self.form.elements());
        elements.iter().any(|field| is_changed(&field))
    }
}

fn is_changed(field: &JsValue) -> bool {
    let value = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
    let kind = value(field, "type").as_string().unwrap_or_default();
    match kind.as_str() {
        "radio" | "checkbox" => value(field, "checked") != value(field, "defaultChecked"),
        "select-one" => {
            let options = Array::from(&value(field, "options"));
            let differs =
                |option: JsValue| value(&option, "selected") != value(&option, "defaultSelected");
            let preset = |option: JsValue| value(&option, "defaultSelected").is_truthy();
            options.iter().any(preset) && options.iter().any(differs)
        }
        "hidden" | "submit" | "fieldset" => false,
        _ => value(field, "value") != value(field, "defaultValue"),
    }
}
