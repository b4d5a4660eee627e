//! A part of a page as the HTML that it is.
//!
//! Our documents are rendered at once, from top to bottom. A part whose type nobody needs to know
//! any more is therefore written at once too: a view that is only forgotten (`into_any`) would
//! carry all that waits, streams and wakes in a browser along, for each type of view once more.

use std::cell::Cell;

use leptos::children::{ChildrenOptContainer, ToChildren};
use leptos::prelude::*;
use leptos::tachys::html::InertElement;
use leptos::tachys::view::Position;

/// A part that is written already.
pub type Written = InertElement;

/// What can be written: every view.
pub trait IntoWritten {
    /// Writes it.
    fn written(self) -> Written;
}

thread_local! {
    /// Room to write in, so that a part need not grow letter by letter.
    static ROOM: Cell<String> = const { Cell::new(String::new()) };
}

impl<V: RenderHtml> IntoWritten for V {
    fn written(self) -> Written {
        let mut room = ROOM.take();
        room.clear();
        let place = &mut Position::FirstChild;
        self.to_html_with_buf(&mut room, place, true, false, Vec::new());
        let written = Written::new(room.as_str().to_owned());
        ROOM.set(room);
        written
    }
}

/// What a component holds.
pub struct Inner(Box<dyn FnOnce() -> Written + Send>);

impl Inner {
    /// Writes it.
    #[must_use]
    pub fn written(self) -> Written {
        (self.0)()
    }
}

impl<F, V> ToChildren<F> for Inner
where
    F: FnOnce() -> V + Send + 'static,
    V: RenderHtml,
{
    fn to_children(make: F) -> Self {
        Self(Box::new(move || make().written()))
    }
}

impl<V> ToChildren<ChildrenOptContainer<V>> for Inner
where
    V: RenderHtml + Send + 'static,
{
    fn to_children(ready: ChildrenOptContainer<V>) -> Self {
        Self(Box::new(move || ready.0.written()))
    }
}
