//! Listens to the form: each change is answered at once.

use std::cell::RefCell;
use std::iter;
use std::rc::Rc;

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, FormData, HtmlElement, HtmlFormElement, Node, ScrollIntoViewOptions,
    ScrollLogicalPosition, Window,
};

use super::fields::{Marks, set};
use super::patch::{Place, patch};
use super::rows;
use crate::calculator::view::{in_short, missing, stale, whole};
use crate::calculator::{Pack, Typed, Wrong, answer};
use crate::language::Language;
use crate::ui::Look;

/// How long somebody must pause before a screen reader hears the answer, in ms.
const PAUSE: i32 = 1_000;
/// What stands between the fields' names and values while they come over at once: nobody types it.
const BETWEEN: &str = "\0";

struct Live {
    window: Window,
    document: Document,
    form: HtmlFormElement,
    /// Where the answer stands.
    place: Element,
    /// The amount that stays in sight.
    now: Element,
    /// Lets a screen reader hear what is to be said.
    say: Function,
    /// What is to be said.
    short: Rc<RefCell<String>>,
    pack: Pack,
    look: Look,
    /// The words beside fields that were looked for, by the fields' names.
    labels: RefCell<Vec<(String, String)>>,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    /// The HTML in the answer's place; empty while it is the server's.
    html: String,
    /// Whether that is a list of what is to be mended.
    lists: bool,
    /// Fields that somebody has left after a change.
    touched: Vec<String>,
    marks: Marks,
    /// What is said above an answer to what stood in the form before.
    old: Option<&'static str>,
    /// Whether the page says that nothing is sent; `None` while that is as it came.
    promises: Option<bool>,
    timer: Option<i32>,
}

/// When something is worked out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Moment {
    /// Within a field: what is wrong there may be half typed.
    Typing,
    /// After a field was left or chosen.
    Left,
    /// When the answer was asked for.
    Asked,
}

/// Wakes the island; `None` where the page lacks something.
pub(super) fn begin(island: &Element) -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let form = document.query_selector("#calculator form").ok()??;
    let language = Language::from_code(&island.get_attribute("data-language")?)?;
    let template = island.query_selector("template").ok()??.inner_html();
    let short = Rc::new(RefCell::new(String::new()));
    let status = island.query_selector("[role=status]").ok()??;
    let told = Rc::clone(&short);
    let say = Closure::<dyn Fn()>::new(move || {
        if let Ok(told) = told.try_borrow() {
            status.set_text_content(Some(&told));
        }
    });
    let live = Rc::new(Live {
        form: form.dyn_into().ok()?,
        place: document.get_element_by_id("first-answer")?,
        now: island.query_selector(".now").ok()??,
        say: say.into_js_value().unchecked_into(),
        short,
        pack: domain::flat::read(&island.get_attribute("data-rules")?)?,
        look: Look::new(language, island.has_attribute("data-elder")),
        labels: RefCell::default(),
        state: RefCell::new(State {
            marks: Marks::found(&document, template),
            ..State::default()
        }),
        window,
        document,
    });
    for name in ["input", "change", "click", "submit"] {
        let own = Rc::clone(&live);
        let act = Closure::<dyn Fn(Event)>::new(move |event: Event| own.hear(name, &event));
        let act = act.into_js_value();
        live.form
            .add_event_listener_with_callback(name, act.unchecked_ref())
            .ok()?;
    }
    // What stands there is known from now on. Nobody is told it again, unless somebody has typed before
    // this woke, or came back to a page that the browser kept.
    live.work(Moment::Typing);
    if !live.is_changed() {
        live.hush();
    }
    let _ = live.form.set_attribute("data-awake", "");
    Some(())
}

impl Live {
    fn hear(&self, name: &str, event: &Event) {
        let target = || event.target()?.dyn_into::<Element>().ok();
        match name {
            "input" => self.work(Moment::Typing),
            "change" => {
                let field = target().and_then(|target| target.get_attribute("name"));
                if let Ok(mut state) = self.state.try_borrow_mut() {
                    state.touched.extend(field);
                }
                self.work(Moment::Left);
            }
            "submit" if self.pack.answers(&self.typed()) => {
                event.prevent_default();
                self.work(Moment::Asked);
                self.lead();
            }
            "click" => self.press(event, target()),
            _ => {}
        }
    }

    fn typed(&self) -> Typed {
        let Ok(data) = FormData::new_with_form(&self.form) else {
            return Typed::default();
        };
        // Each call into the page costs more than what it brings: all come over in one.
        let all = Array::from(&data).flat(1);
        let line = String::from(all.join(BETWEEN));
        let mut parts: Vec<String> = line.split(BETWEEN).map(str::to_owned).collect();
        if usize::try_from(all.length()) != Ok(parts.len()) {
            let each = all.iter().map(|one| one.as_string().unwrap_or_default());
            parts = each.collect();
        }
        let mut parts = parts.into_iter();
        Typed::new(iter::from_fn(|| parts.next().zip(parts.next())).collect())
    }

    /// Works out what stands in the form and shows it.
    fn work(&self, moment: Moment) {
        let typed = self.typed();
        self.divide(&typed);
        let Ok(mut state) = self.state.try_borrow_mut() else {
            return;
        };
        let state = &mut *state;
        if !self.pack.answers(&typed) {
            // The rules of this place are not here: what stands there is of another one.
            self.turn(state, Some(stale(true, self.look)), "");
            self.promise(state, false);
            return;
        }
        self.promise(state, true);
        let labels = |name: &str| self.known_label(name);
        let wrong = match answer(&typed, &self.pack.sets, self.look.language) {
            Ok(answer) => {
                let short = in_short(&answer, self.look);
                let links = self.pack.clauses(answer.case.day);
                let html = whole(answer, &typed, self.look, &links, &labels);
                self.show(state, html, false);
                self.turn(state, None, &short);
                Vec::new()
            }
            Err(wrong) => {
                if moment != Moment::Typing || state.lists {
                    let html = missing(&wrong, self.look, &labels);
                    self.show(state, html, true);
                }
                let old = (!state.lists).then(|| stale(false, self.look));
                self.turn(state, old, "");
                wrong
            }
        };
        let told = |one: &&Wrong| match moment {
            Moment::Typing => state.marks.has(&one.field),
            Moment::Left => state.marks.has(&one.field) || state.touched.contains(&one.field),
            Moment::Asked => true,
        };
        let told: Vec<(String, String)> = wrong
            .iter()
            .filter(told)
            .map(|one| (one.field.clone(), one.what.text(self.look.language)))
            .collect();
        state.marks.set(&self.document, told);
        if (moment != Moment::Typing || wrong.is_empty())
            && let Ok(Some(summary)) = self.document.query_selector("[data-errors]")
        {
            summary.remove();
        }
    }

    /// Asks of each item whether it is for the disease, where the bill may be divided.
    fn divide(&self, typed: &Typed) {
        if let Some(bill) = self.document.get_element_by_id("bill") {
            set(&bill, "data-divides", typed.may_divide().then_some(""));
        }
    }

    /// Puts `html` into the answer's place, and leaves open what was opened there.
    fn show(&self, state: &mut State, html: String, lists: bool) {
        state.lists = lists;
        if state.html == html {
            return;
        }
        let open = self.place.query_selector("details[open]");
        let was_open = open.ok().flatten().is_some();
        // The server may have left something between the parts that it wrote.
        if state.html.is_empty() {
            self.place.set_inner_html(&html);
        } else {
            patch(AsRef::<Node>::as_ref(&self.place), &state.html, &html);
        }
        if was_open && let Ok(Some(details)) = self.place.query_selector("details") {
            let _ = details.set_attribute("open", "");
        }
        state.html = html;
    }

    /// Says that nothing is sent, as long as it is so.
    fn promise(&self, state: &mut State, holds: bool) {
        if state.promises == Some(holds) {
            return;
        }
        if let Some(told) = self.document.get_element_by_id("on-device") {
            set(&told, "data-asleep", (!holds).then_some(""));
        }
        state.promises = Some(holds);
    }

    /// Says whether the answer is `old`, of something else than what stands in the form now, and the
    /// answer in `short` where there is one: to the eye at once, to the ear after a pause.
    fn turn(&self, state: &mut State, old: Option<&'static str>, short: &str) {
        // Where no answer stands, none is old.
        let old = old.filter(|_| matches!(self.place.query_selector(".total"), Ok(Some(_))));
        if state.old != old {
            set(&self.place, "data-stale", old);
            state.old = old;
        }
        let said = self.short.replace(short.to_owned());
        if said != short {
            // A text that is there already is changed at less cost than one is put in its place.
            let text = self.now.first_child();
            if text.and_then(|text| text.say(short)).is_none() {
                self.now.set_text_content(Some(short));
            }
            set(&self.now, "hidden", short.is_empty().then_some(""));
            if said.is_empty() {
                self.uncover();
            }
        }
        if let Some(timer) = state.timer.take() {
            self.window.clear_timeout_with_handle(timer);
        }
        let timer = self
            .window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&self.say, PAUSE);
        state.timer = timer.ok();
    }

    /// Leaves unsaid what was to be said aloud.
    fn hush(&self) {
        let timer = self.state.try_borrow_mut().ok();
        if let Some(timer) = timer.and_then(|mut state| state.timer.take()) {
            self.window.clear_timeout_with_handle(timer);
        }
    }

    /// Brings the field that somebody types into out from under the amount that has just appeared.
    fn uncover(&self) {
        let field = self.document.active_element();
        if let Some(field) = field.filter(|field| self.form.contains(Some(field))) {
            let way = ScrollIntoViewOptions::new();
            way.set_block(ScrollLogicalPosition::Nearest);
            field.scroll_into_view_with_scroll_into_view_options(&way);
        }
    }

    /// The words beside a field. They do not change, and are looked for once.
    fn known_label(&self, name: &str) -> String {
        let found = || self.label(name).unwrap_or_default();
        let Ok(mut labels) = self.labels.try_borrow_mut() else {
            return found();
        };
        if let Some((_, label)) = labels.iter().find(|(known, _)| known == name) {
            return label.clone();
        }
        let label = found();
        labels.push((name.to_owned(), label.clone()));
        label
    }

    /// The words beside a field: its label, or of a group of choices its legend.
    fn label(&self, name: &str) -> Option<String> {
        let field = self.document.get_element_by_id(name)?;
        let group = field.closest("fieldset.field").ok()?;
        let label = match group {
            Some(group) => group.first_element_child(),
            None => {
                let selector = ["label[for='", name, "']"].concat();
                self.document.query_selector(&selector).ok()?
            }
        };
        let label = match label {
            Some(label) => label,
            None => field.closest("fieldset").ok()??.first_element_child()?,
        };
        label.text_content()
    }

    /// Leads to the answer, or to the first field that is to be mended.
    fn lead(&self) {
        let field = self.state.try_borrow().ok();
        let field = field.and_then(|state| state.marks.first());
        let place = match field.and_then(|name| self.document.get_element_by_id(&name)) {
            Some(field) => {
                if let Some(field) = field.dyn_ref::<HtmlElement>() {
                    let _ = field.focus();
                }
                Some(field)
            }
            None => self.document.get_element_by_id("answer"),
        };
        if let Some(place) = place {
            place.scroll_into_view();
        }
    }

    /// Buttons that add an item, take one away, or tell the bill the other way.
    fn press(&self, event: &Event, target: Option<Element>) {
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
            self.work(Moment::Typing);
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
        "radio" => value(field, "checked") != value(field, "defaultChecked"),
        "select-one" => {
            let options = Array::from(&value(field, "options"));
            let differs =
                |option: JsValue| value(&option, "selected") != value(&option, "defaultSelected");
            let preset = |option: JsValue| value(&option, "defaultSelected").is_truthy();
            options.iter().any(preset) && options.iter().any(differs)
        }
        "hidden" | "submit" | "button" | "fieldset" => false,
        _ => value(field, "value") != value(field, "defaultValue"),
    }
}
