//! The walk over the rules.

use super::arrange::{Arranger, Entries, Hashes, TOGETHER, Tally, blocks, pairs};
use super::emit::{Earlier, Emitter};
use super::forecast::{BlockForecast, RuleForecast};
use super::oversized::{Oversized, Plan};
use super::rule::{BlockRule, BlockingOptions, Candidate, PartTable};
use crate::error::{Error, ErrorCode, Result};
use core::ops::ControlFlow;
#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// Most parts that rules may be made of.
const MAX_PARTS: u16 = 64;
/// Pairs of a task, if no single block has more; a bucket with more is cut into tasks.
const TASK_PAIRS: u64 = 16_384;
/// How many buckets or tasks a thread gets before results are folded.
const WINDOW: usize = 16;

/// Finds the pairs to compare.
///
/// ```
/// use hoten::{BlockRule, Blocker, BlockingOptions, PartTable};
/// use std::ops::ControlFlow;
///
/// // Part 0: id of the name's key, part 1: birth year, part 2: identity number; 0 = missing.
/// let mut parts = PartTable::new(4, 3);
/// for (row, ids) in [[1, 1980, 7], [1, 1980, 7], [1, 1980, 0], [2, 1980, 0]].iter().enumerate() {
///     for (part, id) in ids.iter().enumerate() {
///         parts.set(part as u8, row as u32, *id);
///     }
/// }
/// let rules = [BlockRule::new("identity", &[2]), BlockRule::new("name and year", &[0, 1])];
/// let blocker = Blocker::new(&parts, &rules, BlockingOptions::default())?;
/// assert_eq!(blocker.forecast().pairs(), 1 + 3);
///
/// let mut pairs = Vec::new();
/// let _ = blocker.for_each_batch(&mut |batch| {
///     pairs.extend(batch.iter().map(|pair| (pair.left, pair.right, pair.rule)));
///     ControlFlow::Continue(())
/// });
/// assert_eq!(pairs, [(0, 1, 0), (0, 2, 1), (1, 2, 1)]);
/// # Ok::<(), hoten::Error>(())
/// ```
#[derive(Debug)]
pub struct Blocker<'a> {
    parts: &'a PartTable,
    rules: &'a [BlockRule],
    options: BlockingOptions,
    plans: Vec<Plan>,
}

/// What a walk made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct BlockOutcome {
    /// One entry per rule, in their order.
    pub rules: Vec<RuleOutcome>,
}

/// What a walk made under one rule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct RuleOutcome {
    /// What [`Blocker::forecast`] says about the rule.
    pub forecast: RuleForecast,
    /// Candidates given under this rule: its pairs less those that an earlier rule gave.
    pub new_pairs: u64,
}

impl<'a> Blocker<'a> {
    /// Prepares the rules; nothing is read from the records yet.
    ///
    /// # Errors
    /// More than 255 rules, or a part from the 65th on.
    pub fn new(
        parts: &'a PartTable,
        rules: &'a [BlockRule],
        options: BlockingOptions,
    ) -> Result<Self> {
        let parts_of = |rule: &'a BlockRule| rule.parts.iter().map(|part| u16::from(*part) + 1);
        let used = rules.iter().flat_map(parts_of).max().unwrap_or(0);
        if rules.len() > usize::from(u8::MAX) || used > MAX_PARTS {
            return Err(Error::new(ErrorCode::TooManyRules)
                .with("rules", rules.len().to_string())
                .with("parts", used.to_string()));
        }
        let mut plans = Vec::with_capacity(rules.len());
        for rule in rules {
            let mut key = Vec::with_capacity(rule.parts.len());
            let mut mask = 0_u64;
            for part in rule.parts.iter() {
                mask |= 1 << part;
                if !key.contains(part) {
                    key.push(*part);
                }
            }
            let mut refine = Vec::new();
            for part in &options.refine {
                if !key.contains(part) && !refine.contains(part) {
                    refine.push(*part);
                }
            }
            plans.push(Plan { key, refine, mask });
        }
        Ok(Self { parts, rules, options, plans })
    }

    /// Counts what each rule will make, and names the largest blocks, before any pair is made.
    /// Linear in records times rules; uses the threads of the caller's pool.
    #[must_use]
    pub fn forecast(&self) -> BlockForecast {
        let outcome = self.walk(|stage, buckets| {
            let buckets = buckets.iter_mut().collect();
            for tally in on_threads(buckets, |bucket| stage.arranger.settle(bucket)) {
                stage.tally.add(tally);
            }
            ControlFlow::Continue(())
        });
        let rules = outcome.continue_value().unwrap_or_default().rules;
        BlockForecast { rules: rules.into_iter().map(|rule| rule.forecast).collect() }
    }

    /// Gives all candidates in batches of at most [`BlockingOptions::batch_pairs`], rule by rule.
    ///
    /// The order depends on the parts alone. [`ControlFlow::Break`] from `take` ends the walk.
    pub fn for_each_batch(
        &self,
        take: &mut dyn FnMut(&[Candidate]) -> ControlFlow<()>,
    ) -> ControlFlow<(), BlockOutcome> {
        let mut buffer = Vec::new();
        let outcome = self.walk(|stage, buckets| {
            buckets.iter_mut().try_for_each(|bucket| {
                stage.tally.add(stage.arranger.settle(bucket));
                stage.new_pairs += stage.emitter.emit(bucket, &mut buffer, take)?;
                ControlFlow::Continue(())
            })
        })?;
        if !buffer.is_empty() {
            take(&buffer)?;
        }
        ControlFlow::Continue(outcome)
    }

    /// Gives all candidates, in the order of [`Blocker::for_each_batch`], to `map` in batches on all
    /// threads of the caller's pool (one without the feature `parallel`), and what `map` makes to
    /// `fold` in the order of the batches.
    ///
    /// Batches and their order are the same for any number of threads. A batch has at most
    /// [`BlockingOptions::batch_pairs`] pairs, mostly fewer than 16,384. Only a bounded number of
    /// results waits for `fold`; its [`ControlFlow::Break`] ends the walk.
    pub fn map_batches<R: Send>(
        &self,
        map: impl Fn(&[Candidate]) -> R + Sync,
        mut fold: impl FnMut(R) -> ControlFlow<()>,
    ) -> ControlFlow<(), BlockOutcome> {
        self.walk(|stage, buckets| {
            let Stage { arranger, emitter, tally, new_pairs } = stage;
            let run = |blocks: &[u64]| {
                let (mut buffer, mut results) = (Vec::new(), Vec::new());
                let made = emitter.emit(blocks, &mut buffer, &mut |batch| {
                    results.push(map(batch));
                    ControlFlow::Continue(())
                });
                if !buffer.is_empty() {
                    results.push(map(&buffer));
                }
                (made.continue_value().unwrap_or(0), results)
            };
            for window in buckets.chunks_mut(WINDOW * threads()) {
                // A bucket that fits a task is walked at once, while its rows are in the cache.
                let settled = on_threads(window.iter_mut().collect(), |bucket| {
                    let tally = arranger.settle(bucket);
                    let small = tally.forecast.pairs <= TASK_PAIRS;
                    (tally, if small { Ok(run(bucket)) } else { Err(&**bucket) })
                });
                for (bucket_tally, made) in settled {
                    tally.add(bucket_tally);
                    let mut take = |(made, results): (u64, Vec<R>)| {
                        *new_pairs += made;
                        results.into_iter().try_for_each(&mut fold)
                    };
                    match made {
                        Ok(made) => take(made)?,
                        Err(bucket) => {
                            for tasks in self.tasks(bucket).chunks(WINDOW * threads()) {
                                on_threads(tasks.to_vec(), run)
                                    .into_iter()
                                    .try_for_each(&mut take)?;
                            }
                        }
                    }
                }
            }
            ControlFlow::Continue(())
        })
    }

    /// Takes rule after rule: deals its keys into buckets, and lets `step` settle and use them.
    fn walk(
        &self,
        mut step: impl FnMut(&mut Stage<'_>, &mut [&mut [u64]]) -> ControlFlow<()>,
    ) -> ControlFlow<(), BlockOutcome> {
        let mut outcome = BlockOutcome::default();
        let mut oversized = Vec::with_capacity(self.plans.len());
        let (mut hashes, mut entries) = (Hashes::default(), Entries::default());
        for (rule, (plan, named)) in self.plans.iter().zip(self.rules).enumerate() {
            if rule % TOGETHER == 0 {
                let next = self.plans.get(rule..).unwrap_or_default();
                hashes.fill(self.parts, next.get(..TOGETHER).unwrap_or(next));
            }
            let arranger = Arranger {
                parts: self.parts,
                plan,
                rule: rule as u8,
                scope: self.options.scope,
                most_pairs: named.most_pairs.min(self.options.max_block_pairs),
                max_block_pairs: self.options.max_block_pairs,
            };
            let emitter = Emitter {
                parts: self.parts,
                earlier: Earlier::new(&self.plans, &oversized),
                rule: rule as u8,
                scope: self.options.scope,
                batch_pairs: self.options.batch_pairs.max(1),
            };
            let mut stage = Stage { arranger, emitter, tally: Tally::default(), new_pairs: 0 };
            let mut buckets = stage.arranger.deal(&hashes, rule % TOGETHER, &mut entries);
            step(&mut stage, &mut buckets)?;
            let Stage { tally, new_pairs, .. } = stage;
            let (mut forecast, nodes) = (tally.forecast, tally.nodes);
            forecast.finish(named.name.clone());
            outcome.rules.push(RuleOutcome { forecast, new_pairs });
            oversized.push(Oversized::new(nodes));
        }
        ControlFlow::Continue(outcome)
    }

    /// Cuts a bucket's blocks into tasks of about [`TASK_PAIRS`] pairs.
    fn tasks<'e>(&self, entries: &'e [u64]) -> Vec<&'e [u64]> {
        let mut tasks = Vec::new();
        let (mut rest, mut len, mut held) = (entries, 0, 0_u64);
        for block in blocks(entries) {
            let more = if block.len() > 1 { pairs(self.options.scope, block) } else { 0 };
            if held > 0 && held.saturating_add(more) > TASK_PAIRS {
                let (task, after) = rest.split_at_checked(len).unwrap_or((rest, &[]));
                tasks.push(task);
                (rest, len, held) = (after, 0, 0);
            }
            len += block.len();
            held = held.saturating_add(more);
        }
        tasks.push(rest);
        tasks
    }
}

/// One rule at work.
struct Stage<'a> {
    arranger: Arranger<'a>,
    emitter: Emitter<'a>,
    tally: Tally,
    new_pairs: u64,
}

/// Threads that work at once.
fn threads() -> usize {
    #[cfg(feature = "parallel")]
    return rayon::current_num_threads();
    #[cfg(not(feature = "parallel"))]
    1
}

/// Does the same with each item, on the threads of the caller's pool; results in the items' order.
fn on_threads<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    #[cfg(feature = "parallel")]
    let items = items.into_par_iter();
    #[cfg(not(feature = "parallel"))]
    let items = items.into_iter();
    items.map(&work).collect()
}
