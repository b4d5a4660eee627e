//! The structure of the document, as a screen reader walks through it.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// What a node is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Heading(u16, String),
    Paragraph,
    Table,
    Row,
    Head,
    RowHead,
    Data,
    /// With the words that stand for it where it cannot be seen.
    Figure(String),
}

/// A part of the document: lines of its own, or further parts.
pub(crate) struct Node {
    pub kind: Kind,
    /// The lines, by their number in the layout.
    pub parts: Vec<usize>,
    pub children: Vec<Node>,
}

impl Node {
    pub(crate) const fn leaf(kind: Kind, parts: Vec<usize>) -> Self {
        Self {
            kind,
            parts,
            children: Vec::new(),
        }
    }

    pub(crate) fn heading(level: u16, text: &str, parts: Vec<usize>) -> Self {
        Self::leaf(Kind::Heading(level, text.to_owned()), parts)
    }

    pub(crate) fn row(kind: Kind, cells: Vec<Vec<usize>>) -> Self {
        let children = cells
            .into_iter()
            .map(|parts| Self::leaf(kind.clone(), parts))
            .collect();
        Self {
            kind: Kind::Row,
            parts: Vec::new(),
            children,
        }
    }
}

/// The tree of `nodes`; `places` are the drawn lines by number.
pub(crate) fn tree(nodes: Vec<Node>, places: &[Identifier], language: &str) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    for node in nodes {
        tree.push(group(node, places));
    }
    tree
}

fn group(node: Node, places: &[Identifier]) -> TagGroup {
    let kind: TagKind = match node.kind {
        Kind::Heading(level, text) => Tag::Hn(
            NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN),
            Some(text),
        )
        .into(),
        Kind::Paragraph => Tag::P.into(),
        Kind::Table => Tag::Table.into(),
        Kind::Row => Tag::TR.into(),
        Kind::Head => Tag::TH(TableHeaderScope::Column).into(),
        Kind::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Kind::Data => Tag::TD.into(),
        Kind::Figure(words) => Tag::Figure(Some(words)).into(),
    };
    let mut group = TagGroup::new(kind);
    for part in node.parts {
        if let Some(place) = places.get(part) {
            group.push(*place);
        }
    }
    for child in node.children {
        group.push(self::group(child, places));
    }
    group
}
