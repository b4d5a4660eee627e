//! What is wrong, said at its field as the server says it there.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

/// The fields that say what is wrong with them.
#[derive(Default)]
pub(super) struct Marks {
    /// An error's HTML without its words.
    template: String,
    /// The fields, each with what is said there.
    told: Vec<(String, String)>,
}

impl Marks {
    /// Those that the page came with.
    pub(super) fn found(document: &Document, template: String) -> Self {
        let mut told = Vec::new();
        if let Ok(errors) = document.query_selector_all("#calculator .field > .error") {
            for place in 0..errors.length() {
                let error = errors.get(place).and_then(|one| one.dyn_into().ok());
                let id = error.map(|error: Element| error.id()).unwrap_or_default();
                if let Some(name) = id.strip_suffix("-error") {
                    told.push((name.to_owned(), String::new()));
                }
            }
        }
        Self { template, told }
    }

    /// Whether something is said at the field.
    pub(super) fn has(&self, name: &str) -> bool {
        self.told.iter().any(|(known, _)| known == name)
    }

    /// The first field at which something is said.
    pub(super) fn first(&self) -> Option<String> {
        self.told.first().map(|(name, _)| name.clone())
    }

    /// Says `told` at its fields, and nothing at any other.
    pub(super) fn set(&mut self, document: &Document, told: Vec<(String, String)>) {
        if self.told == told {
            return;
        }
        for (name, _) in &self.told {
            let _ = self.mark(document, name, None);
        }
        for (name, text) in &told {
            let _ = self.mark(document, name, Some(text));
        }
        self.told = told;
    }

    /// Says `text` at the field, or nothing; `None` where the page has no such field.
    fn mark(&self, document: &Document, name: &str, text: Option<&str>) -> Option<()> {
        let field = document.get_element_by_id(name)?;
        let group = field.closest(".field").ok()??;
        let id = [name, "-error"].concat();
        if let Some(error) = document.get_element_by_id(&id) {
            error.remove();
        }
        let last = group.last_element_child()?;
        // Of a group of choices the group is described, else the field.
        let described = if last == field { &field } else { &group };
        let hint = [name, "-hint"].concat();
        let hint = document.get_element_by_id(&hint).map(|_| hint);
        set(&group, "data-invalid", text.map(|_| ""));
        if last == field {
            set(&field, "aria-invalid", text.map(|_| "true"));
        }
        let error = text.map(|_| id.as_str());
        let ids: Vec<&str> = hint.as_deref().into_iter().chain(error).collect();
        let ids = (!ids.is_empty()).then(|| ids.join(" "));
        set(described, "aria-describedby", ids.as_deref());
        if let Some(text) = text {
            last.insert_adjacent_html("beforebegin", &self.template)
                .ok()?;
            let error = last.previous_element_sibling()?;
            error.set_id(&id);
            error.insert_adjacent_text("beforeend", text).ok()?;
        }
        Some(())
    }
}

/// Gives the element the attribute, or takes it away.
pub(super) fn set(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
