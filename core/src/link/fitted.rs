//! What was learned of the records of a table, for those who keep them.

use super::ids::{RecordIds, check_ids};
use super::linker::Linker;
use super::match_rules::MatchRules;
use super::progress::{Progress, Stage};
use super::rules::mix_word;
use super::scorer::Scorer;
use super::sides::{Side, Sides};
use super::walk::{HIGHEST_PRIOR, Prepared, Told, blocking, cancelled, lowest_prior, prepare};
use super::weigh::BitsPool;
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
        let records = RecordTable::build_all(&[(&table, &schema)], &[], None, |_| true)
            .ok_or_else(cancelled)?;
        let frequencies = frequencies(&records.names)?;
        Ok(Self { table, schema, ids, records, model, frequencies, prior })
    }
}

/// Candidates that are scored to find the prior; of more a sample is drawn.
const SAMPLE: u64 = 500_000;

impl Linker {
    /// Reads the records of a table and fits the model to them, as [`Self::dedupe`] does, without
    /// looking for matches.
    ///
    /// The prior is reckoned from at most half a million candidates or so, drawn by a hash of both
    /// identifiers: neither threads nor the order of rows change it. Of n matches among them its
    /// error is 1 / sqrt(n) at one standard deviation: of a million records 1 %, or some
    /// hundredth of a bit of every weight. Up to half a million candidates it is exact.
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
                most: SAMPLE,
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
    /// About how many candidates to score.
    most: u64,
}

impl Sample<'_, '_> {
    fn prior(&self, progress: &mut Told<'_>) -> Result<f64> {
        let Self { sides, records, parts, model, frequencies, rules, most } = self;
        let blocks = rules.blocks();
        let blocker = Blocker::new(parts, &blocks, blocking(rules, PairScope::All))?;
        let step = blocker.forecast().pairs().div_ceil(*most).max(1);
        let hash = |row: u32| xxh3_64(sides.record_id(row).as_bytes());
        let hashes: Vec<u64> = match step {
            1 => Vec::new(),
            _ => (0..sides.rows()).map(hash).collect(),
        };
        let highest = u64::MAX / step;
        let drawn = |left: u32, right: u32| {
            let hash = |row: u32| hashes.get(row as usize).copied().unwrap_or(0);
            step == 1 || mix_word(hash(left) ^ hash(right)) <= highest
        };
        let floor = f32::INFINITY;
        let scorer =
            Scorer { records, model, frequencies, rules, floor, bits: BitsPool::default() };
        let mut weights = WeightHistogram::default();
        let mut done = 0u64;
        let walked = blocker.map_batches(
            |batch| {
                let mut own = WeightHistogram::default();
                let mut bits = scorer.bits.take(model);
                for pair in batch.iter().filter(|pair| drawn(pair.left, pair.right)) {
                    own.add_many(scorer.weight(pair.left, pair.right, &mut bits), step);
                }
                scorer.bits.give_back(bits);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::StrColumn;

    /// Persons of a register, half of them entered twice.
    fn rows() -> Vec<[String; 3]> {
        let mut rows = Vec::new();
        for person in 0..4_000u64 {
            let word = mix_word(person);
            let pick = |words: &[&str], shift: u64| {
                words[(word >> shift) as usize % words.len()].to_owned()
            };
            let name = [
                pick(&["Nguyễn", "Trần", "Lê", "Phạm", "Cáp", "Đặng"], 0),
                pick(&["Văn", "Thị", "Ngọc", "Minh", "Hữu"], 8),
                pick(&["Hòa", "Lan", "Hùng", "Bé", "Tuấn", "Phúc", "Hằng", "Kha"], 16),
            ]
            .join(" ");
            let date =
                format!("{:02}/{:02}/{}", word % 28 + 1, word % 12 + 1, 1940 + (word >> 24) % 60);
            rows.push([format!("a{person}"), name.clone(), date.clone()]);
            if person % 2 == 0 {
                rows.push([format!("b{person}"), name, date]);
            }
        }
        rows
    }

    fn prior(rows: &[[String; 3]], most: u64, threads: usize) -> f64 {
        let column = |at: usize| -> Vec<&str> { rows.iter().map(|row| row[at].as_str()).collect() };
        let columns = [0, 1, 2].map(column);
        let headers = ["record_id", "full_name", "birth_date"];
        let named =
            headers.into_iter().zip(columns.iter().map(|cells| StrColumn::from_strs(cells)));
        let table = Table::new(named).unwrap();
        let linker = Linker::new().threads(threads);
        let sides = linker.sides(&[&table]).unwrap();
        let settings = linker.settings();
        let prepared = prepare(&sides, settings.rules, PairScope::All, &mut |_| true).unwrap();
        let Prepared { records, parts, rules } = prepared;
        let frequencies = Frequencies::count(&records);
        let (sides, records, parts, frequencies) = (&sides, &records, &parts, &frequencies);
        let model = &Model::default();
        let sample = Sample { sides, records, parts, model, frequencies, rules: &rules, most };
        super::super::walk::on_threads(threads, || sample.prior(&mut |_| true)).unwrap()
    }

    /// A tenth of the candidates holds some 200 of the 2,000 matches: seven parts in a hundred at
    /// one standard deviation, and thrice that is hardly ever passed.
    #[test]
    fn a_sample_tells_the_prior() {
        let rows = rows();
        let exact = prior(&rows, u64::MAX, 0);
        let sampled = prior(&rows, 6_000, 0);
        assert_ne!(exact, sampled, "all candidates were scored");
        assert!((sampled / exact).log2().abs() < 0.3, "{exact} {sampled}");
        let most: Vec<f64> = [3_000, 12_000, 25_000].map(|most| prior(&rows, most, 0)).into();
        assert!(
            most.iter().all(|sampled| (sampled / exact).log2().abs() < 0.4),
            "{most:?} {exact}"
        );
    }

    #[test]
    fn neither_threads_nor_the_order_of_rows_change_it() {
        let mut rows = rows();
        let one = prior(&rows, 6_000, 1);
        assert_eq!(prior(&rows, 6_000, 3).to_bits(), one.to_bits());
        rows.reverse();
        assert!((prior(&rows, 6_000, 2) / one - 1.0).abs() < 1e-3);
    }
}
