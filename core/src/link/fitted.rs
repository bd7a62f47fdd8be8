//! What a run learned of its records, for those who keep them.

use super::ids::RecordIds;
use super::linkage::Linkage;
use crate::record::values::RecordTable;
use crate::record::{Schema, Table};
use crate::score::{Frequencies, Model};

/// Records with everything that a pair of them is scored by.
pub(crate) struct Fitted<'a> {
    pub(crate) table: Table<'a>,
    pub(crate) schema: Schema,
    pub(crate) ids: RecordIds<'a>,
    pub(crate) records: RecordTable,
    pub(crate) model: Model,
    pub(crate) frequencies: Frequencies,
    /// Weight of two random records being one person.
    pub(crate) prior: f32,
}

impl<'a> Linkage<'a> {
    /// The records and what was learned of them; pairs and clusters are let go.
    pub(crate) fn into_fitted(self) -> Fitted<'a> {
        let Self { table, schema, ids, records, model, frequencies, prior, .. } = self;
        Fitted { table, schema, ids, records, model, frequencies, prior }
    }
}
