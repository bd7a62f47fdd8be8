//! The walk every door takes: tables in, scored pairs and clusters out.

use super::assign::{LinkMode, assign};
use super::clusters::{Clustering, cluster};
use super::declared::parts_and_rules;
use super::judge::Judged;
use super::known::Known;
use super::learned::Learned;
use super::linkage::Linkage;
use super::linker::{Linker, Settings};
use super::match_rules::MatchRules;
use super::neighbours::{NEAR, Neighbours};
use super::progress::{Progress, Stage};
use super::scorer::Scorer;
use super::sides::Sides;
use super::summary::{Summary, Training};
use super::train::{Trained, train};
use super::weigh::BitsPool;
use crate::block::{BlockOutcome, Blocker, BlockingOptions, Candidate, PairScope, PartTable};
use crate::compare::remember;
use crate::error::{Error, ErrorCode, Result};
use crate::record::lots::Lots;
use crate::record::values::RecordTable;
use crate::score::{Frequencies, probability, weight_at};
use core::cell::RefCell;

/// The prior of a table of a few rows, where the rows themselves say little: the evidence must bring
/// ten bits before a pair is as likely as not.
pub(super) const HIGHEST_PRIOR: f64 = 1.0 / 1024.0;

/// The least prior of a table: one match in a hundred of such tables.
pub(super) fn lowest_prior(rows: u32) -> f64 {
    0.01 / f64::from(rows.max(1))
}

/// Told how far a run has come; `false` stops it.
pub(super) type Told<'p> = dyn FnMut(Progress) -> bool + Send + 'p;

/// What a door asks for beyond the linker's settings.
pub(super) struct Errand<'e> {
    /// Which pairs count.
    pub(super) scope: PairScope,
    /// Clusters that are there already.
    pub(super) known: Known,
    /// What is learned of a table that these rows are a part of, and which of them meet.
    pub(super) part: Option<Part<'e>>,
}

/// Rows of a larger table.
pub(super) struct Part<'e> {
    pub(super) learned: &'e Learned,
    pub(super) pairs: &'e [Candidate],
    pub(super) look: Look,
}

/// What is known of the neighbours of these rows.
pub(super) enum Look {
    /// Nothing yet: pairs have their first weights.
    First,
    /// The pairs are all there are.
    Whole,
    /// The pairs are all there are but for these near ones: row, partner, first weight.
    Beside(Vec<(u32, u32, f32)>),
    /// The strongest partners of each: row, partner, first weight.
    Given(Vec<(u32, u32, f32)>),
}

/// Tables read and keyed, ready for blocking.
pub(super) struct Prepared {
    pub(super) records: RecordTable,
    pub(super) parts: PartTable,
    /// The rules of the run: those given, and those made of declared fields.
    pub(super) rules: MatchRules,
}

pub(super) fn cancelled() -> Error {
    Error::new(ErrorCode::Cancelled)
}

/// Parses the tables and makes the keys.
pub(super) fn prepare(
    sides: &Sides<'_>,
    rules: &MatchRules,
    scope: PairScope,
    progress: &mut Told<'_>,
) -> Result<Prepared> {
    prepare_part(sides, rules, scope, None, progress)
}

/// As [`prepare`]; rows of a larger table are read and keyed as in it.
pub(super) fn prepare_part(
    sides: &Sides<'_>,
    rules: &MatchRules,
    scope: PairScope,
    learned: Option<&Learned>,
    progress: &mut Told<'_>,
) -> Result<Prepared> {
    let total = u64::from(sides.rows());
    let mut read =
        |done: usize| progress(Progress { stage: Stage::Read, done: done as u64, total });
    let known = learned.map(|learned| &learned.known);
    let records = RecordTable::build_all(&sides.tables(), sides.fields(), known, &mut read);
    let mut records = records.ok_or_else(cancelled)?;
    let count = records.records.len();
    remember(&mut records.names.tokens, count);
    if !sides.is_numbered() {
        let ids = (0..sides.rows()).map(|row| sides.record_id(row));
        records.lots = Lots::of(ids, sides.boundary());
    }
    if !progress(Progress { stage: Stage::Block, done: 0, total }) {
        return Err(cancelled());
    }
    let found;
    let places = match learned {
        Some(learned) => &learned.places,
        None => {
            found = records.names.ear_places();
            &found
        }
    };
    let (parts, rules) = parts_and_rules(&records, rules, scope, places);
    Ok(Prepared { records, parts, rules })
}

/// Blocking options of a run.
pub(super) fn blocking(rules: &MatchRules, scope: PairScope) -> BlockingOptions {
    BlockingOptions { refine: rules.refine().to_vec(), scope, ..BlockingOptions::default() }
}

impl Settings<'_> {
    /// The model for these records: fitted to them, unless the caller wants his own as it is.
    pub(super) fn fitted(
        &self,
        prepared: &Prepared,
        scope: PairScope,
        progress: &mut Told<'_>,
    ) -> Result<Trained> {
        let total = prepared.records.records.len() as u64;
        let mut told = |done| progress(Progress { stage: Stage::Train, done, total });
        if !told(0) {
            return Err(cancelled());
        }
        let Prepared { records, parts, rules } = prepared;
        if !self.fit {
            let fields = self.model.fields_for(&records.declared);
            return Ok(Trained::given(self.model.clone().with_fields(fields)));
        }
        train(records, parts, rules, &blocking(rules, scope), self.model, &mut told)
    }

    /// The least weight (without prior) a pair must have to be kept, as a pair or as a rival of one,
    /// whatever the prior turns out to be: the prior is at most two matches a record.
    fn lowest_weight(&self, rows: u32, all_pairs: f64, given: Option<f64>) -> f32 {
        let highest = (2.0 * f64::from(rows) / all_pairs.max(1.0)).min(HIGHEST_PRIOR);
        weight_at(self.thresholds.0).min(NEAR) - weight_at(given.unwrap_or(highest) as f32)
    }
}

impl Linker {
    pub(super) fn walk<'a>(
        &self,
        sides: Sides<'a>,
        errand: Errand<'_>,
        progress: &mut Told<'_>,
    ) -> Result<Linkage<'a>> {
        let Errand { scope, known, part } = errand;
        let settings = self.settings();
        let across = matches!(scope, PairScope::Across { .. });
        let judged = Judged::find(settings.judgements, &sides, across);
        let learned = part.as_ref().map(|part| part.learned);
        let prepared = prepare_part(&sides, settings.rules, scope, learned, progress)?;
        let trained = match learned {
            Some(learned) => Trained::given(learned.model.clone()),
            None => settings.fitted(&prepared, scope, progress)?,
        };
        let Prepared { records, parts, rules } = prepared;
        let frequencies = match learned {
            Some(learned) => Frequencies::of_counts(&records, &learned.counts),
            None => Frequencies::count(&records),
        };
        let blocks = rules.blocks();
        let blocker = Blocker::new(&parts, &blocks, blocking(&rules, scope))?;
        let all_pairs = scope.pairs(sides.boundary(), sides.rows() - sides.boundary()) as f64;
        let given = trained.model.prior().filter(|_| !settings.fit || learned.is_some());
        let floor = settings.lowest_weight(sides.rows(), all_pairs, given);
        let model = &trained.model;
        let scorer = Scorer {
            records: &records,
            model,
            frequencies: &frequencies,
            rules: &rules,
            floor,
            bits: BitsPool::default(),
        };
        let mut told = |done| progress(Progress { stage: Stage::Score, done, total: 0 });
        let (scored, outcome) = match &part {
            Some(part) => (scorer.given(part.pairs, &parts), BlockOutcome::default()),
            None => scorer.run(&blocker, &mut told).ok_or_else(cancelled)?,
        };
        let found = || scored.weights.prior(all_pairs, lowest_prior(sides.rows()), HIGHEST_PRIOR);
        let prior = given.unwrap_or_else(found);
        let prior_weight = weight_at(prior as f32);
        let mut pairs = scored.kept;
        pairs.iter_mut().for_each(|pair| pair.weight += prior_weight);
        let rows = records.records.len();
        let bits = RefCell::new(scorer.bits.take(model));
        let between = |left: u32, right: u32| {
            scorer.weight(left, right, &mut bits.borrow_mut()) + prior_weight
        };
        // Pairs of two known records were not made; what clusters they are in is known.
        let mates = known.mates(pairs.iter().flat_map(|pair| [pair.left, pair.right]));
        let mates: Vec<_> =
            mates.into_iter().map(|(one, other)| (one, other, between(one, other))).collect();
        let first = pairs.iter().map(|pair| (pair.left, pair.right, pair.weight));
        let look = part.as_ref().map_or(&Look::Whole, |part| &part.look);
        let neighbours = match look {
            Look::First => Neighbours::default(),
            Look::Whole => Neighbours::of(rows, first.chain(mates.iter().copied())),
            Look::Beside(others) => Neighbours::of(rows, first.chain(others.iter().copied())),
            Look::Given(partners) => Neighbours::given(rows, partners),
        };
        let is_first = matches!(look, Look::First);
        let count = learned.map_or(rows, |learned| learned.records as usize);
        let second = |left: u32, right: u32, first: f32| {
            let classes = || neighbours.classes(left, right, between);
            let is_last = is_first || first < NEAR;
            first + if is_last { 0.0 } else { model.neighbour_bits(classes(), count) }
        };
        for pair in &mut pairs {
            pair.weight = second(pair.left, pair.right, pair.weight);
            pair.probability = probability(pair.weight);
        }
        let (possible, threshold) = settings.thresholds;
        pairs.retain(|pair| pair.probability >= possible);
        pairs.sort_unstable_by_key(|pair| (pair.left, pair.right));
        let mode = if across { settings.mode } else { LinkMode::ManyToMany };
        let mut refused = assign(mode, &judged, &sides, &mut pairs);
        let total = pairs.len() as u64;
        let mut told = |done| progress(Progress { stage: Stage::Cluster, done, total });
        if !told(0) {
            return Err(cancelled());
        }
        let clustering = Clustering {
            records: &records,
            sides: &sides,
            judged: &judged,
            known: &known.numbers,
            threshold,
            one_per_source: settings.one_per_source,
        };
        let weight = |left: u32, right: u32| second(left, right, between(left, right));
        let found = cluster(&clustering, &pairs, &weight, &mut told).ok_or_else(cancelled)?;
        refused.extend(found.refused);
        let training = Training {
            pairs: trained.pairs,
            rounds: trained.estimate.rounds,
            converged: trained.estimate.converged,
            labelled: 0,
        };
        let mut linkage = Linkage {
            notes: sides.iter().flat_map(|side| side.schema.notes().to_vec()).collect(),
            sides,
            records,
            parts,
            rules,
            model: trained.model.with_prior(prior),
            frequencies,
            prior: prior_weight,
            neighbours,
            thresholds: settings.thresholds,
            weights: scored.weights,
            pairs,
            clusters: found.clusters,
            known,
            refused,
            conflicts: found.conflicts,
            scope,
            trusted: settings.trusted.to_vec(),
            judged,
            summary: Summary::default(),
        };
        linkage.summarise(&outcome, scored.pairs, training);
        Ok(linkage)
    }
}

/// Does `work` on so many threads; 0 takes all.
#[cfg(feature = "parallel")]
pub(super) fn on_threads<R: Send>(
    threads: usize,
    work: impl FnOnce() -> Result<R> + Send,
) -> Result<R> {
    if threads == 0 {
        return work();
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool =
        pool.map_err(|_| Error::new(ErrorCode::NoThreads).with("threads", threads.to_string()))?;
    pool.install(work)
}

/// Does `work` on the one thread there is.
#[cfg(not(feature = "parallel"))]
pub(super) fn on_threads<R>(_threads: usize, work: impl FnOnce() -> Result<R>) -> Result<R> {
    work()
}
