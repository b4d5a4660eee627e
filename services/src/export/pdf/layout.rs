//! Puts lines on A4 pages from top to bottom, then draws them.
#![expect(clippy::float_arithmetic, reason = "places on paper, not money")]

mod table;

use krilla::Document;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::KrillaGlyph;

use super::font::Letters;
use crate::certificates::qr::Qr;
use crate::error::ServiceError;

pub(crate) use table::Columns;

const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;
const EDGE: f32 = 42.0;
const SIZE: f32 = 9.0;
const LEADING: f32 = 1.45;
/// Between the columns of a table.
const GAP: f32 = 8.0;

/// One line in its place.
struct Line {
    x: f32,
    y: f32,
    size: f32,
    text: String,
    glyphs: Vec<KrillaGlyph>,
}

/// One thing in its place.
enum Piece {
    Line(Line),
    /// A line of a table's head that stands on an earlier page too; it has no number.
    Again(Line),
    Squares(Path),
}

/// Lines on pages. Every line has a number, in the order in which they are put.
pub(crate) struct Layout<'a> {
    letters: &'a Letters,
    pages: Vec<Vec<Piece>>,
    y: f32,
    count: usize,
    outline: Vec<(String, usize, f32)>,
}

impl<'a> Layout<'a> {
    pub(crate) fn new(letters: &'a Letters) -> Self {
        Self {
            letters,
            pages: vec![Vec::new()],
            y: EDGE,
            count: 0,
            outline: Vec::new(),
        }
    }

    pub(crate) fn heading(&mut self, text: &str, level: u16) -> Vec<usize> {
        let size = if level == 1 { 18.0 } else { 13.0 };
        self.y += size * 0.8;
        // A heading is not left alone at the foot of a page.
        self.reserve(size * 4.0);
        let page = self.pages.len().saturating_sub(1);
        self.outline.push((text.to_owned(), page, self.y));
        let parts = self.block(text, EDGE, WIDTH - 2.0 * EDGE, size);
        self.y += 4.0;
        parts
    }

    pub(crate) fn paragraph(&mut self, text: &str) -> Vec<usize> {
        let parts = self.block(text, EDGE, WIDTH - 2.0 * EDGE, SIZE);
        self.y += 5.0;
        parts
    }

    /// A code of squares at the left edge, `size` points wide with the white around it, and texts
    /// of their sizes beside it, which together are no higher: the number of the code, and the
    /// lines of each text.
    pub(crate) fn squares(
        &mut self,
        qr: &Qr,
        size: f32,
        beside: &[(&str, f32)],
    ) -> Result<(usize, Vec<Vec<usize>>), ServiceError> {
        self.reserve(size);
        let top = self.y;
        let path = squares(qr, EDGE, top, size)?;
        if let Some(page) = self.pages.last_mut() {
            page.push(Piece::Squares(path));
        }
        let number = self.count;
        self.count += 1;
        let x = EDGE + size + GAP;
        let lines = beside.iter().map(|(text, letters)| {
            let lines = self.block(text, x, WIDTH - EDGE - x, *letters);
            self.y += 4.0;
            lines
        });
        let lines = lines.collect();
        self.y = self.y.max(top + size) + GAP;
        Ok((number, lines))
    }

    fn block(&mut self, text: &str, x: f32, width: f32, size: f32) -> Vec<usize> {
        let lines = self.wrap(text, width, size);
        lines
            .into_iter()
            .map(|line| {
                self.reserve(size * LEADING);
                self.put(line, x, size)
            })
            .collect()
    }

    /// Turns the page where there is no room for `height`; whether it did.
    fn reserve(&mut self, height: f32) -> bool {
        let full = self.y + height > HEIGHT - EDGE;
        if full {
            self.pages.push(Vec::new());
            self.y = EDGE;
        }
        full
    }

    fn line(&self, text: String, x: f32, size: f32) -> Line {
        let glyphs = self.letters.glyphs(&text);
        Line {
            x,
            y: self.y + size,
            size,
            text,
            glyphs,
        }
    }

    fn put(&mut self, text: String, x: f32, size: f32) -> usize {
        let line = self.line(text, x, size);
        if let Some(page) = self.pages.last_mut() {
            page.push(Piece::Line(line));
        }
        self.y += size * LEADING;
        self.count += 1;
        self.count - 1
    }

    fn width(&self, text: &str, size: f32) -> f32 {
        self.letters
            .glyphs(text)
            .iter()
            .map(|glyph| glyph.x_advance * size)
            .sum()
    }

    /// Breaks `text` where the line is full; between words where there are any.
    fn wrap(&self, text: &str, width: f32, size: f32) -> Vec<String> {
        let glyphs = self.letters.glyphs(text);
        let mut lines = Vec::new();
        let (mut line, mut filled, mut space) = (String::new(), 0.0, None);
        for (letter, glyph) in text.chars().zip(glyphs) {
            let advance = glyph.x_advance * size;
            if filled + advance > width && !line.is_empty() {
                if letter == ' ' {
                    // The line ends with its last word; the space between is the break.
                    lines.push(std::mem::take(&mut line));
                    (filled, space) = (0.0, None);
                    continue;
                }
                let rest: String = match space.take() {
                    Some(at) if letter.is_ascii() => line.split_off(at),
                    _ => String::new(),
                };
                filled = self.width(rest.trim_start(), size);
                lines.push(std::mem::replace(&mut line, rest.trim_start().to_owned()));
            }
            if letter == ' ' {
                space = Some(line.len());
            }
            line.push(letter);
            filled += advance;
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// The headings with their places, for the reader's list of contents.
    pub(crate) fn outline(&self) -> Outline {
        let mut outline = Outline::new();
        for (text, page, y) in &self.outline {
            let place = XyzDestination::new(*page, Point::from_xy(EDGE, *y));
            outline.push_child(OutlineNode::new(text.clone(), place));
        }
        outline
    }

    /// Draws every page; the result names each line by its number for the tree of tags.
    pub(crate) fn draw(self, document: &mut Document) -> Result<Vec<Identifier>, ServiceError> {
        let mut places = Vec::with_capacity(self.count);
        let pages = self.pages.len();
        for (number, pieces) in (1..).zip(self.pages) {
            let settings = PageSettings::from_wh(WIDTH, HEIGHT)
                .ok_or_else(|| ServiceError::internal("the size of a page"))?;
            let mut page = document.start_page_with(settings);
            let mut surface = page.surface();
            for piece in pieces {
                let tag = match &piece {
                    Piece::Line(_) => ContentTag::Span(SpanTag::empty()),
                    Piece::Again(_) => {
                        let kind = ArtifactType::PaginationOther;
                        ContentTag::Artifact(Artifact::with_kind(kind))
                    }
                    Piece::Squares(_) => ContentTag::Other,
                };
                let numbered = !matches!(piece, Piece::Again(_));
                let place = surface.start_tagged(tag);
                if numbered {
                    places.push(place);
                }
                match piece {
                    Piece::Line(line) | Piece::Again(line) => {
                        let start = Point::from_xy(line.x, line.y);
                        let font = self.letters.font.clone();
                        let (glyphs, text) = (&line.glyphs, &line.text);
                        surface.draw_glyphs(start, glyphs, font, text, line.size, false);
                    }
                    Piece::Squares(path) => {
                        surface.set_fill(Some(Fill::default()));
                        surface.draw_path(&path);
                    }
                }
                surface.end_tagged();
            }
            let foot = format!("{number} / {pages}");
            let glyphs = self.letters.glyphs(&foot);
            let artifact = Artifact::with_kind(ArtifactType::PageNumber);
            let _ = surface.start_tagged(ContentTag::Artifact(artifact));
            let start = Point::from_xy(WIDTH / 2.0 - 10.0, HEIGHT - EDGE / 2.0);
            surface.draw_glyphs(
                start,
                &glyphs,
                self.letters.font.clone(),
                &foot,
                SIZE,
                false,
            );
            surface.end_tagged();
        }
        Ok(places)
    }
}

/// The dark squares of `qr` in a white square of `size` points whose corner is at `x` and `y`.
fn squares(qr: &Qr, x: f32, y: f32, size: f32) -> Result<Path, ServiceError> {
    let unit = size / f32::from(qr.across());
    let mut path = PathBuilder::new();
    for run in qr.runs() {
        let left = x + unit * f32::from(run.column);
        let top = y + unit * f32::from(run.row);
        if let Some(rect) = Rect::from_xywh(left, top, unit * f32::from(run.length), unit) {
            path.push_rect(rect);
        }
    }
    path.finish()
        .ok_or_else(|| ServiceError::internal("a code without squares"))
}
