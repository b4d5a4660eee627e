use std::cell::RefCell;
use std::rc::{Rc, Weak};

use domain::settlement::parameters::shipped_parameter_sets;

use super::*;
use crate::calculator::{Typed, answer, view};
use crate::language::Language;
use crate::ui::Look;
use crate::ui::clause::Clauses;
use crate::ui::markup::Markup;

/// A document of its own, which counts what is made in it.
#[derive(Default)]
struct Node {
    /// The opening tag without its brackets; `None` of a text.
    tag: Option<(String, Vec<(String, String)>)>,
    text: String,
    inner: Vec<Handle>,
    parent: Weak<RefCell<Self>>,
}

#[derive(Clone)]
struct Handle(Rc<RefCell<Node>>);

impl Handle {
    fn read(html: &str) -> Self {
        let mut node = Node::default();
        match opened(html) {
            Some((tag, _)) => {
                let given = attributes(tag).into_iter();
                let given = given.map(|(name, value)| (name.to_owned(), plain(value)));
                let name = name(html).unwrap_or_default().to_owned();
                node.tag = Some((name, given.collect()));
            }
            None => node.text = plain(html),
        }
        let handle = Self(Rc::new(RefCell::new(node)));
        if let Some((_, inner)) = opened(html) {
            handle.append(inner);
        }
        handle
    }

    fn write(&self, into: &mut String) {
        let node = self.0.borrow();
        let Some((name, given)) = &node.tag else {
            crate::ui::markup::escape(&node.text, into);
            return;
        };
        into.push_str(&format!("<{name}"));
        for (name, value) in given {
            into.push_str(&format!(" {name}=\""));
            crate::ui::markup::escape(value, into);
            into.push('"');
        }
        into.push('>');
        for one in &node.inner {
            one.write(into);
        }
        if !VOID.contains(&name.as_str()) {
            into.push_str(&format!("</{name}>"));
        }
    }
}

impl Place for Handle {
    fn first(&self) -> Option<Self> {
        self.0.borrow().inner.first().cloned()
    }

    fn next(&self) -> Option<Self> {
        let parent = self.0.borrow().parent.upgrade()?;
        let parent = parent.borrow();
        let at = parent
            .inner
            .iter()
            .position(|one| Rc::ptr_eq(&one.0, &self.0))?;
        parent.inner.get(at + 1).cloned()
    }

    fn say(&self, text: &str) -> Option<()> {
        let mut node = self.0.borrow_mut();
        node.text = text.to_owned();
        node.tag.is_none().then_some(())
    }

    fn give(&self, name: &str, value: &str) {
        let mut node = self.0.borrow_mut();
        let (_, given) = node.tag.as_mut().expect("an element");
        let known = given.iter_mut().find(|(known, _)| known == name);
        known.expect("an attribute").1 = value.to_owned();
    }

    fn fill(&self, html: &str) {
        self.0.borrow_mut().inner.clear();
        self.append(html);
    }

    fn append(&self, html: &str) {
        for one in children(html).expect("well written") {
            let child = Self::read(one);
            child.0.borrow_mut().parent = Rc::downgrade(&self.0);
            self.0.borrow_mut().inner.push(child);
        }
    }

    fn remove(&self) {
        let parent = self.0.borrow().parent.upgrade().expect("a parent");
        let mut parent = parent.borrow_mut();
        parent.inner.retain(|one| !Rc::ptr_eq(&one.0, &self.0));
    }
}

/// What stands there after it was led from `was` to `is`, and how many nodes of before are left.
fn led(was: &str, is: &str) -> (String, usize) {
    fn all(of: &Handle, into: &mut Vec<Handle>) {
        for one in &of.0.borrow().inner {
            into.push(one.clone());
            all(one, into);
        }
    }
    let root = Handle::read("<div></div>");
    root.fill(was);
    let mut before = Vec::new();
    all(&root, &mut before);
    patch(&root, was, is);
    let mut after = Vec::new();
    all(&root, &mut after);
    let kept = after
        .iter()
        .filter(|one| before.iter().any(|old| Rc::ptr_eq(&old.0, &one.0)));
    let kept = kept.count();
    let mut html = String::new();
    for one in &root.0.borrow().inner {
        one.write(&mut html);
    }
    (html, kept)
}

#[test]
fn what_is_the_same_stays_and_what_differs_becomes_as_it_is_to_be() {
    let was = "<h2>甲</h2><p class=\"a\" hidden=\"\">1<br>2 &amp; <b>3</b></p>";
    for (is, kept) in [
        (was, 8),
        (
            "<h2>乙</h2><p class=\"b &lt;&quot;\" hidden=\"\">1<br>2 &lt; <b>4</b></p>",
            8,
        ),
        // A text that comes or goes is written with what it stands in.
        ("<h2>甲</h2><p class=\"a\" hidden=\"\">1<br><b>3</b></p>", 3),
        (
            "<h2></h2><p class=\"a\" hidden=\"\">1<br>2 &amp; <i>3</i></p>",
            2,
        ),
        // An attribute that comes or goes, too: it would stand at another place.
        ("<h2>甲</h2><p class=\"a\">1<br>2 &amp; <b>3</b></p>", 0),
        ("<h3>甲</h3>", 0),
        ("", 0),
    ] {
        assert_eq!(led(was, is), (is.to_owned(), kept), "{is}");
    }
}

#[test]
fn lists_grow_and_shrink_at_their_end() {
    let list = |steps: &[&str]| {
        let mut markup = Markup::from("<ol>");
        for step in steps {
            markup.html("<li>").text(step).html("</li>");
        }
        markup.html("</ol>");
        markup.into_html()
    };
    let (three, two) = (list(&["1", "2", "3"]), list(&["1", "<2>"]));
    assert_eq!(led(&three, &two), (two.clone(), 5));
    assert_eq!(led(&two, &three), (three.clone(), 5));
    let none = list(&[]);
    assert_eq!(led(&three, &none), (none.clone(), 1));
    assert_eq!(led(&none, &three), (three, 1));
}

#[test]
fn what_somebody_else_put_there_does_not_stay() {
    for odd in [
        "<p>1</p><p><font>2</font></p>",
        "<p>1</p><p></p>",
        "<p>1</p><p>2</p><i></i>",
    ] {
        let root = Handle::read("<div></div>");
        root.fill(odd);
        patch(&root, "<p>1</p><p>2</p>", "<p>1</p><p>3</p>");
        let mut html = String::new();
        root.write(&mut html);
        assert_eq!(html, "<div><p>1</p><p>3</p></div>", "{odd}");
    }
}

#[test]
fn what_the_house_does_not_write_is_written_as_a_whole() {
    for odd in ["<p>1", "1</p>", "<p>1</p><!-- so -->", "<"] {
        assert_eq!(children(odd), None, "{odd}");
    }
}

/// The answer to a form that is filled in, with some fields changed.
fn answered(changes: &[(&str, &str)], look: Look) -> String {
    let mut fields = vec![
        ("region", "110000"),
        ("scheme", "employee"),
        ("status", "active"),
        ("age", "40"),
        ("kind", "inpatient"),
        ("level", "l3"),
        ("remote", "local"),
        ("admission", "1"),
        ("bill", "totals"),
        ("a", "20,000"),
        ("b", "8000"),
        ("b_first", "10"),
        ("c", "2000.00"),
        ("account", "200"),
        ("day", "2026-06-12"),
        ("other", "330100"),
    ];
    for change in changes {
        fields.retain(|(known, _)| *known != change.0);
        fields.push(*change);
    }
    let fields = fields.into_iter();
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let typed = Typed::new(fields.collect());
    let answer = answer(&typed, shipped_parameter_sets(), look.language).expect("an answer");
    let html = view::whole(answer, &typed, look, &Clauses::default(), &str::to_owned);
    // The document of these tests writes no attribute without a value.
    html.replace(" data-cards>", " data-cards=\"\">")
}

#[test]
fn any_answer_leads_to_any_other() {
    let typed: [&[(&str, &str)]; 12] = [
        &[],
        &[("a", "1")],
        &[("a", "12")],
        &[("a", "123456789")],
        &[("a", ""), ("b", ""), ("c", "")],
        &[("level", "l1"), ("age", "71")],
        &[("remote", "unfiled"), ("status", "retired")],
        &[("scheme", "resident"), ("category", "subsistence")],
        &[("kind", "outpatient"), ("op_ded", "1,800")],
        &[("kind", "chronic"), ("disease", "M07803")],
        &[("region", "330100"), ("other", "")],
        &[
            ("bill", "items"),
            ("name-0", "<b>\"床位\" & co</b>"),
            ("amount-0", "20000"),
            ("class-0", "B"),
        ],
    ];
    for language in [Language::Chinese, Language::English] {
        for elder in [false, true] {
            let look = Look::new(language, elder);
            let all = typed.map(|changes| answered(changes, look));
            for was in &all {
                for is in &all {
                    let there = led(was, is).0;
                    assert!(there == *is, "from {was} to {is} it became {there}");
                }
            }
            // As somebody types, most of it stays.
            let (_, kept) = led(&all[1], &all[2]);
            let (_, whole) = led(&all[2], &all[2]);
            assert!(kept * 10 >= whole * 9, "{kept} of {whole}");
        }
    }
}
