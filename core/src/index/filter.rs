//! Hits of one commune or one source only.

use super::open::Index;
use super::query::IndexQuery;
use super::record::{Place, StoredRecord};
use super::scratch::Scratch;
use crate::clean::fold;
use crate::error::Result;

/// What a record must have to be a hit.
pub(super) struct Filter {
    /// Id of a commune; 0 is one that no record can have.
    commune: Option<u32>,
    source: Option<String>,
    /// The last source that was looked at, and whether it is the one.
    last: Option<(u32, bool)>,
}

impl Filter {
    pub(super) fn of(query: &IndexQuery<'_>, scratch: &mut Scratch) -> Self {
        let commune = query.commune.as_deref().map(|text| scratch.reader.unit(text));
        let source = query.source.as_deref().map(|text| fold(text).into_owned());
        Self { commune, source, last: None }
    }

    /// The commune that is asked for; 0 if any will do.
    pub(super) fn commune(&self) -> u32 {
        self.commune.unwrap_or(0)
    }

    /// Whether a record passes.
    pub(super) fn takes<D: AsRef<[u8]>>(
        &mut self,
        index: &Index<D>,
        scratch: &mut Scratch,
        record: &StoredRecord,
    ) -> Result<bool> {
        if let Some(commune) = self.commune {
            let own = match record.place(Place::Commune) {
                Some(number) => scratch.unit(index, number)?,
                None => 0,
            };
            if own == 0 || own != commune {
                return Ok(false);
            }
        }
        let Some(source) = &self.source else { return Ok(true) };
        let Some(number) = record.place(Place::Source) else { return Ok(false) };
        if let Some((_, same)) = self.last.filter(|(last, _)| *last == number) {
            return Ok(same);
        }
        let same = fold(index.place_texts.get(&index.blocks, number)?) == source.as_str();
        self.last = Some((number, same));
        Ok(same)
    }
}
