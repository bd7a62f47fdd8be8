//! What was learned of the records of a table, for those who keep them.

use super::ids::{RecordIds, check_ids};
use super::linker::Linker;
use super::match_rules::MatchRules;
use super::progress::{Progress, Stage};
use super::rules::mix_word;
use super::scorer::Scorer;
use super::sides::{Side, Sides};
use super::walk::{HIGHEST_PRIOR, Prepared, Told, blocking, cancelled, lowest_prior, prepare};
use crate::block::{Blocker, PairScope, PartTable};
use crate::error::{Error, ErrorCode, Result};
use crate::record::names::NameTable;
use crate::record::values::RecordTable;
use crate::record::{Schema, Table};
use crate::score::{Frequencies, Model, WeightHistogram, weight_at};
use core::ops::ControlFlow;
use xxhash_rust::xxh3::xxh3_64;

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

impl<'a> Fitted<'a> {
    /// The records of a table with what was learned of others; `frequencies` are those of its words.
    ///
    /// # Errors
    /// As [`crate::Linker::dedupe`].
    pub(crate) fn with(
        table: Table<'a>,
        model: Model,
        prior: f32,
        frequencies: impl FnOnce(&NameTable) -> Result<Frequencies>,
    ) -> Result<Self> {
        let schema = Schema::detect(table.names(), [])?;
        let ids = check_ids(&table, &schema)?;
        let records =
            RecordTable::build_all(&[(&table, &schema)], &[], |_| true).ok_or_else(cancelled)?;
        let frequencies = frequencies(&records.names)?;
        Ok(Self { table, schema, ids, records, model, frequencies, prior })
    }
}

/// Candidates that are scored to find the prior; of more a sample is drawn.
const SAMPLE: u64 = 2_000_000;

impl Linker {
    /// Reads the records of a table and fits the model to them, as [`Self::dedupe`] does, without
    /// looking for matches.
    ///
    /// The prior is reckoned from at most some two million candidates, those whose identifiers hash
    /// low, so that it depends neither on threads nor on the order of rows. Of n matches among them
    /// its error is 1 / sqrt(n) at one standard deviation: of a million records some 1 %, or a
    /// hundredth of a bit of every weight. Up to two million candidates it is exact.
    pub(crate) fn fit_records<'a>(
        &self,
        table: &Table<'a>,
        progress: &mut Told<'_>,
    ) -> Result<Fitted<'a>> {
        let sides = self.sides(&[table])?;
        let settings = self.settings();
        let prepared = prepare(&sides, settings.rules, PairScope::All, progress)?;
        let trained = settings.fitted(&prepared, PairScope::All, progress)?;
        let Prepared { records, parts, rules } = prepared;
        let frequencies = Frequencies::count(&records);
        let model = trained.model;
        let given = model.prior().filter(|_| !settings.fit);
        let prior = match given {
            Some(prior) => prior,
            None => Sample {
                sides: &sides,
                records: &records,
                parts: &parts,
                model: &model,
                frequencies: &frequencies,
                rules: &rules,
            }
            .prior(progress)?,
        };
        drop(parts);
        let no_table = || Error::new(ErrorCode::NotATable).with("type", "nothing");
        let Side { table, schema, ids } = sides.into_first().ok_or_else(no_table)?;
        let model = model.with_prior(prior);
        let prior = weight_at(prior as f32);
        Ok(Fitted { table, schema, ids, records, model, frequencies, prior })
    }
}

/// Where the prior is found.
struct Sample<'s, 'a> {
    sides: &'s Sides<'a>,
    records: &'s RecordTable,
    parts: &'s PartTable,
    model: &'s Model,
    frequencies: &'s Frequencies,
    rules: &'s MatchRules,
}

impl Sample<'_, '_> {
    fn prior(&self, progress: &mut Told<'_>) -> Result<f64> {
        let Self { sides, records, parts, model, frequencies, rules } = self;
        let blocks = rules.blocks();
        let blocker = Blocker::new(*parts, &blocks, blocking(rules, PairScope::All))?;
        let step = blocker.forecast().pairs().div_ceil(SAMPLE).max(1);
        let hash = |row: u32| xxh3_64(sides.record_id(row).as_bytes());
        let hashes: Vec<u64> = match step {
            1 => Vec::new(),
            _ => (0..sides.rows()).map(hash).collect(),
        };
        let most = u64::MAX / step;
        let drawn = |left: u32, right: u32| {
            let hash = |row: u32| hashes.get(row as usize).copied().unwrap_or(0);
            step == 1 || mix_word(hash(left) ^ hash(right)) <= most
        };
        let floor = f32::INFINITY;
        let scorer = Scorer { records, model, frequencies, rules, floor };
        let mut weights = WeightHistogram::default();
        let mut done = 0u64;
        let walked = blocker.map_batches(
            |batch| {
                let mut own = WeightHistogram::default();
                for pair in batch.iter().filter(|pair| drawn(pair.left, pair.right)) {
                    own.add_many(scorer.weight(pair.left, pair.right), step);
                }
                (own, batch.len() as u64)
            },
            |(own, pairs)| {
                weights.merge(&own);
                done += pairs;
                match progress(Progress { stage: Stage::Score, done, total: 0 }) {
                    true => ControlFlow::Continue(()),
                    false => ControlFlow::Break(()),
                }
            },
        );
        if walked.is_break() {
            return Err(cancelled());
        }
        let all_pairs = PairScope::All.pairs(sides.boundary(), 0) as f64;
        Ok(weights.prior(all_pairs, lowest_prior(sides.rows()), HIGHEST_PRIOR))
    }
}
