//! What each entry of a segment met, kept in pages that are made when first needed.

use tantivy::DocId;

use super::Evidence;

/// Entries of a page.
const PAGE: usize = 2_048;

/// Evidence by entry.
#[derive(Debug, Default)]
pub(in crate::search) struct Sheet {
    pages: Vec<Option<Box<[Evidence]>>>,
    met: usize,
}

impl Sheet {
    /// How many entries met anything.
    pub(super) const fn len(&self) -> usize {
        self.met
    }

    /// Adds what `entry` met. With `known_only` an entry that met nothing yet stays out.
    pub(super) fn add(&mut self, entry: DocId, group: u32, worth: f32, known_only: bool) {
        let index = entry as usize;
        let (page, place) = (index / PAGE, index % PAGE);
        if page >= self.pages.len() {
            if known_only {
                return;
            }
            self.pages.resize_with(page + 1, || None);
        }
        let Some(slot) = self.pages.get_mut(page) else {
            return;
        };
        if slot.is_none() && known_only {
            return;
        }
        let entries =
            slot.get_or_insert_with(|| vec![Evidence::default(); PAGE].into_boxed_slice());
        if let Some(evidence) = entries.get_mut(place) {
            if evidence.mask == 0 {
                if known_only {
                    return;
                }
                self.met += 1;
            }
            evidence.add(group, worth);
        }
    }

    /// The entries that met anything.
    pub(in crate::search) fn iter(&self) -> impl Iterator<Item = (DocId, &Evidence)> {
        self.pages.iter().enumerate().flat_map(|(page, entries)| {
            let entries = entries.as_deref().unwrap_or_default();
            entries
                .iter()
                .enumerate()
                .filter(|(_, evidence)| evidence.mask != 0)
                .filter_map(move |(place, evidence)| {
                    Some((DocId::try_from(page * PAGE + place).ok()?, evidence))
                })
        })
    }
}
