//! The document as a place in which an answer is patched.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::patch::Place;

impl Place for Node {
    fn first(&self) -> Option<Self> {
        self.first_child()
    }

    fn next(&self) -> Option<Self> {
        self.next_sibling()
    }

    fn say(&self, text: &str) -> Option<()> {
        let is_text = self.node_type() == Self::TEXT_NODE;
        is_text.then(|| self.set_node_value(Some(text)))
    }

    fn give(&self, name: &str, value: &str) {
        let _ = self.unchecked_ref::<Element>().set_attribute(name, value);
    }

    fn fill(&self, html: &str) {
        self.unchecked_ref::<Element>().set_inner_html(html);
    }

    fn append(&self, html: &str) {
        let element: &Element = self.unchecked_ref();
        let _ = element.insert_adjacent_html("beforeend", html);
    }

    fn remove(&self) {
        self.unchecked_ref::<Element>().remove();
    }
}
