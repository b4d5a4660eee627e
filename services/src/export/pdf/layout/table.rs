//! Tables on paper: how wide their columns are, and their rows over several pages.

use super::{EDGE, GAP, LEADING, Layout, Piece, SIZE, WIDTH};

/// The letters of a table of many columns.
const SMALL: f32 = 8.0;
/// From so many columns on a table is set in small letters.
const MANY: usize = 8;
/// No number, code or word needs more room than this in a table; a longer one is broken.
const WORD: f32 = 90.0;
/// Chinese words as short as this, in letters, stay in one piece in a table.
const SHORT: f32 = 4.5;

/// How a table is set.
pub(crate) struct Columns {
    widths: Vec<f32>,
    size: f32,
}

impl Layout<'_> {
    /// One row of a table: the lines of each cell.
    pub(crate) fn row(&mut self, cells: &[String], widths: &[f32]) -> Vec<Vec<usize>> {
        let wrapped = self.wrapped(cells, widths, SIZE);
        self.reserve(height(&wrapped, SIZE));
        self.place(wrapped, widths, SIZE)
    }

    /// A whole table: the lines of each cell, row by row, those of its head first. Where it goes on
    /// on another page the head stands there again.
    pub(crate) fn table(
        &mut self,
        heads: &[String],
        rows: &[Vec<String>],
        columns: &Columns,
    ) -> Vec<Vec<Vec<usize>>> {
        let Columns { widths, size } = columns;
        let head = self.wrapped(heads, widths, *size);
        let first = rows.first().map(|row| self.wrapped(row, widths, *size));
        let first = first.map_or(0.0, |row| height(&row, *size));
        self.reserve(height(&head, *size) + first);
        let mut lines = vec![self.place(head, widths, *size)];
        for row in rows {
            let wrapped = self.wrapped(row, widths, *size);
            if self.reserve(height(&wrapped, *size)) {
                self.again(heads, widths, *size);
            }
            lines.push(self.place(wrapped, widths, *size));
        }
        lines
    }

    fn wrapped(&self, cells: &[String], widths: &[f32], size: f32) -> Vec<Vec<String>> {
        let cells = cells.iter().zip(widths);
        cells
            .map(|(cell, width)| self.wrap(cell, *width, size))
            .collect()
    }

    /// Puts a row for which there is room.
    fn place(&mut self, wrapped: Vec<Vec<String>>, widths: &[f32], size: f32) -> Vec<Vec<usize>> {
        let (top, mut x, mut bottom) = (self.y, EDGE, self.y);
        let mut parts = Vec::with_capacity(wrapped.len());
        for (lines, width) in wrapped.into_iter().zip(widths) {
            self.y = top;
            parts.push(
                lines
                    .into_iter()
                    .map(|line| self.put(line, x, size))
                    .collect(),
            );
            bottom = bottom.max(self.y);
            x += width + GAP;
        }
        self.y = bottom + 2.0;
        parts
    }

    /// Puts the head of a table once more, for the eyes alone: readers have it from its first place.
    fn again(&mut self, heads: &[String], widths: &[f32], size: f32) {
        let (top, mut x, mut bottom) = (self.y, EDGE, self.y);
        for (lines, width) in self.wrapped(heads, widths, size).into_iter().zip(widths) {
            self.y = top;
            for text in lines {
                let line = self.line(text, x, size);
                if let Some(page) = self.pages.last_mut() {
                    page.push(Piece::Again(line));
                }
                self.y += size * LEADING;
            }
            bottom = bottom.max(self.y);
            x += width + GAP;
        }
        self.y = bottom + 2.0;
    }

    /// How a table of these cells is set: each column as wide as its widest cell, or, where the page
    /// is too narrow for that, as wide as its longest word and a share of what is left; `None` where
    /// the words do not fit beside each other.
    pub(crate) fn columns(&self, heads: &[String], rows: &[Vec<String>]) -> Option<Columns> {
        let size = if heads.len() < MANY { SIZE } else { SMALL };
        let measured = |cell: &String| (self.width(cell, size), self.longest(cell, size));
        let mut sizes: Vec<(f32, f32)> = heads.iter().map(measured).collect();
        for row in rows {
            for ((whole, least), cell) in sizes.iter_mut().zip(row) {
                let (width, longest) = measured(cell);
                (*whole, *least) = (whole.max(width), least.max(longest));
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let gaps = GAP * sizes.len().saturating_sub(1) as f32;
        let room = WIDTH - 2.0 * EDGE - gaps;
        let wanted: f32 = sizes.iter().map(|(whole, _)| whole).sum();
        let needed: f32 = sizes.iter().map(|(_, least)| least).sum();
        if needed > room {
            return None;
        }
        let share = if wanted > room {
            (room - needed) / (wanted - needed)
        } else {
            1.0
        };
        let widths = sizes
            .into_iter()
            // A hair more, so that what fits is not broken by the last digit of a sum.
            .map(|(whole, least)| least + (whole - least) * share + 0.01)
            .collect();
        Some(Columns { widths, size })
    }

    /// How wide the longest part of `text` is that should not be broken.
    fn longest(&self, text: &str, size: f32) -> f32 {
        let words = text.split_whitespace().map(|word| {
            let most = if word.is_ascii() { WORD } else { SHORT * size };
            self.width(word, size).min(most)
        });
        words.fold(0.0, f32::max)
    }
}

/// How high a row is.
fn height(wrapped: &[Vec<String>], size: f32) -> f32 {
    let lines = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let lines = lines as f32;
    lines * size * LEADING
}

#[cfg(test)]
mod tests {
    use super::super::super::font::Letters;
    use super::*;

    fn row(cells: [&str; 3]) -> Vec<String> {
        cells.map(str::to_owned).to_vec()
    }

    #[test]
    fn no_word_is_broken_in_a_narrow_column() {
        let letters = Letters::load(None).expect("a font with Chinese letters");
        let layout = Layout::new(&letters);
        let long = "resident basic medical insurance of a household with several people in it";
        let heads = row(["Day", "Insurance", "What it says"]);
        let rows = vec![
            row(["2026-06-15", long, long]),
            row(["2026-06-16", "resident", long]),
        ];
        let columns = layout.columns(&heads, &rows).expect("it fits");
        let mut broken = 0;
        for row in &rows {
            let wrapped = layout.wrapped(row, &columns.widths, columns.size);
            for (cell, lines) in row.iter().zip(wrapped) {
                broken += usize::from(lines.len() > 1);
                assert_eq!(lines.join(" "), *cell, "between words alone");
            }
        }
        assert!(broken >= 2, "the long ones take several lines");
        let many: Vec<String> = (0..40).map(|_| "insurance".to_owned()).collect();
        assert!(layout.columns(&many, &[]).is_none(), "no page is that wide");
    }
}
