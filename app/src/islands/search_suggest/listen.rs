//! Listens to the field, and shows what fits under it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event, HtmlInputElement, KeyboardEvent, Window};

use super::fetch::{self, Suggestion};
use crate::ui::markup::Markup;

/// How long somebody must pause before the server is asked, in ms.
const PAUSE: i32 = 180;

struct Suggest {
    window: Window,
    document: Document,
    input: HtmlInputElement,
    list: Element,
    /// The language of the titles.
    language: String,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    found: Vec<Suggestion>,
    /// Which one is chosen by the arrow keys.
    active: Option<usize>,
    timer: Option<i32>,
}

/// Wakes the island; `None` where the page lacks something.
pub(super) fn begin(island: &Element) -> Option<()> {
    let window = web_sys::window()?;
    let input = island.query_selector("input").ok()??;
    let suggest = Rc::new(Suggest {
        document: window.document()?,
        window,
        input: input.dyn_into().ok()?,
        list: island.query_selector("ul").ok()??,
        language: island.get_attribute("data-language")?,
        state: RefCell::default(),
    });
    let field: &Element = suggest.input.as_ref();
    for (target, name) in [
        (field, "input"),
        (field, "keydown"),
        (field, "blur"),
        (&suggest.list, "mousedown"),
        (&suggest.list, "click"),
    ] {
        let own = Rc::clone(&suggest);
        let act = Closure::<dyn Fn(Event)>::new(move |event: Event| own.hear(name, &event));
        let act = act.into_js_value();
        target
            .add_event_listener_with_callback(name, act.unchecked_ref())
            .ok()?;
    }
    Some(())
}

impl Suggest {
    fn hear(self: &Rc<Self>, name: &str, event: &Event) {
        match name {
            "input" => self.wait(),
            "keydown" => {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                    self.press(event);
                }
            }
            "blur" => self.show(Vec::new()),
            // The field keeps the focus, so that the list is still there for the click.
            "mousedown" => event.prevent_default(),
            _ => {
                let target = event.target();
                let target = target.and_then(|target| target.dyn_into::<Element>().ok());
                let option = target.and_then(|target| target.closest("li").ok()?);
                let id = option.and_then(|option| option.get_attribute("data-id"));
                if let Some(id) = id {
                    self.open(&id);
                }
            }
        }
    }

    /// Asks once somebody has paused.
    fn wait(self: &Rc<Self>) {
        let own = Rc::clone(self);
        let ask = Closure::once_into_js(move || {
            let typed = own.input.value();
            let asking = Rc::clone(&own);
            fetch::ask(typed.trim(), &own.language, move |found| asking.show(found));
        });
        let mut state = self.state.borrow_mut();
        if let Some(timer) = state.timer.take() {
            self.window.clear_timeout_with_handle(timer);
        }
        let timer = self
            .window
            .set_timeout_with_callback_and_timeout_and_arguments_0(ask.unchecked_ref(), PAUSE);
        state.timer = timer.ok();
    }

    fn press(&self, event: &KeyboardEvent) {
        let (count, active) = {
            let state = self.state.borrow();
            (state.found.len(), state.active)
        };
        if event.is_composing() || count == 0 {
            return;
        }
        let last = count.saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => self.choose(active.filter(|at| *at < last).map_or(0, |at| at + 1)),
            "ArrowUp" => self.choose(active.and_then(|at| at.checked_sub(1)).unwrap_or(last)),
            "Escape" => self.show(Vec::new()),
            "Enter" => {
                let state = self.state.borrow();
                let chosen = active.and_then(|at| state.found.get(at));
                let Some(chosen) = chosen else { return };
                self.open(&chosen.id);
            }
            _ => return,
        }
        event.prevent_default();
    }

    /// Lists what was found; nothing hides the list.
    fn show(&self, found: Vec<Suggestion>) {
        let mut markup = Markup::default();
        for (place, one) in found.iter().enumerate() {
            markup.html("<li role=\"option\" aria-selected=\"false\"");
            markup.attribute("id", Some(&option_id(place)));
            markup.attribute("data-id", Some(&one.id));
            markup.html("><span>").text(&one.title);
            markup.html("</span><small>").text(&one.issuer);
            markup.html("</small></li>");
        }
        self.list.set_inner_html(&markup.into_html());
        let expanded = if found.is_empty() { "false" } else { "true" };
        let _ = self.input.set_attribute("aria-expanded", expanded);
        let _ = self.input.remove_attribute("aria-activedescendant");
        let _ = if found.is_empty() {
            self.list.set_attribute("hidden", "")
        } else {
            self.list.remove_attribute("hidden")
        };
        let mut state = self.state.borrow_mut();
        state.found = found;
        state.active = None;
    }

    /// Chooses the suggestion at `place`.
    fn choose(&self, place: usize) {
        let before = self.state.borrow_mut().active.replace(place);
        for (place, chosen) in [(before, "false"), (Some(place), "true")] {
            let id = place.map(option_id).unwrap_or_default();
            if let Some(option) = self.document.get_element_by_id(&id) {
                let _ = option.set_attribute("aria-selected", chosen);
            }
        }
        let _ = self
            .input
            .set_attribute("aria-activedescendant", &option_id(place));
    }

    fn open(&self, id: &str) {
        // Where the browser refuses, the person can still press Enter without a choice.
        let address = ["/policies/", id].concat();
        let _ = self.window.location().set_href(&address);
    }
}

fn option_id(place: usize) -> String {
    ["suggestion-", &place.to_string()].concat()
}
