//! The walk over the rules.

use super::arrange::{Arranger, blocks, pairs};
use super::emit::{Buffer, Emitter};
use super::forecast::{BlockForecast, RuleForecast};
use super::oversized::{Oversized, Plan};
use super::rule::{BlockParts, BlockRule, BlockingOptions, Candidate};
use crate::error::{Error, ErrorCode, Result};
use core::ops::ControlFlow;
#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// Most parts that all rules together may use.
const MAX_PARTS: usize = 64;
/// Pairs of a task in [`Blocker::map_batches`], if no single block has more.
const TASK_PAIRS: u64 = 16_384;

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
pub struct Blocker<'a, P> {
    parts: &'a P,
    rules: &'a [BlockRule],
    options: BlockingOptions,
    plans: Vec<Plan>,
    used: Vec<u8>,
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

impl<'a, P: BlockParts> Blocker<'a, P> {
    /// Prepares the rules; nothing is read from the records yet.
    ///
    /// # Errors
    /// More than 255 rules, or more than 64 different parts in all rules together.
    pub fn new(parts: &'a P, rules: &'a [BlockRule], options: BlockingOptions) -> Result<Self> {
        let mut used = Vec::new();
        let mut plans = Vec::with_capacity(rules.len());
        for rule in rules {
            let earlier_parts = used.len();
            let mut key = Vec::with_capacity(rule.parts.len());
            let mut mask = 0_u64;
            for part in rule.parts.iter() {
                let place = used.iter().position(|held| held == part).unwrap_or_else(|| {
                    used.push(*part);
                    used.len() - 1
                });
                mask |= 1_u64.checked_shl(place as u32).unwrap_or(0);
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
            plans.push(Plan { key, refine, mask, earlier_parts });
        }
        if rules.len() > usize::from(u8::MAX) || used.len() > MAX_PARTS {
            return Err(Error::new(ErrorCode::TooManyRules)
                .with("rules", rules.len().to_string())
                .with("parts", used.len().to_string()));
        }
        Ok(Self { parts, rules, options, plans, used })
    }

    /// Counts what each rule will make, and names the largest blocks, before any pair is made.
    /// Linear in records times rules; uses the threads of the caller's pool.
    #[must_use]
    pub fn forecast(&self) -> BlockForecast {
        let mut entries = Vec::new();
        let rules = (0..self.plans.len()).map(|rule| self.arrange(rule, &mut entries).0).collect();
        BlockForecast { rules }
    }

    /// Gives all candidates in batches of at most [`BlockingOptions::batch_pairs`], rule by rule.
    ///
    /// The order depends on the parts alone. [`ControlFlow::Break`] from `take` ends the walk.
    pub fn for_each_batch(
        &self,
        take: &mut dyn FnMut(&[Candidate]) -> ControlFlow<()>,
    ) -> ControlFlow<(), BlockOutcome> {
        let mut buffer = Buffer::default();
        let outcome = self.walk(|emitter, entries| emitter.emit(entries, &mut buffer, take))?;
        if !buffer.candidates.is_empty() {
            take(&buffer.candidates)?;
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
        let run = |emitter: &Emitter<'_, P>, task: &[u64]| {
            let mut buffer = Buffer::default();
            let mut results = Vec::new();
            let new_pairs = emitter.emit(task, &mut buffer, &mut |batch| {
                results.push(map(batch));
                ControlFlow::Continue(())
            });
            if !buffer.candidates.is_empty() {
                results.push(map(&buffer.candidates));
            }
            (new_pairs.continue_value().unwrap_or(0), results)
        };
        self.walk(|emitter, entries| {
            let mut new_pairs = 0;
            #[cfg(feature = "parallel")]
            let done = self
                .tasks(entries)
                .chunks(8 * rayon::current_num_threads())
                .flat_map(|window| {
                    window.par_iter().map(|task| run(emitter, task)).collect::<Vec<_>>()
                })
                .try_for_each(|(new, results)| {
                    new_pairs += new;
                    results.into_iter().try_for_each(&mut fold)
                });
            #[cfg(not(feature = "parallel"))]
            let done = self.tasks(entries).into_iter().try_for_each(|task| {
                let (new, results) = run(emitter, task);
                new_pairs += new;
                results.into_iter().try_for_each(&mut fold)
            });
            done?;
            ControlFlow::Continue(new_pairs)
        })
    }

    /// Arranges rule after rule and lets `emit` make the candidates.
    fn walk(
        &self,
        mut emit: impl FnMut(&Emitter<'_, P>, &[u64]) -> ControlFlow<(), u64>,
    ) -> ControlFlow<(), BlockOutcome> {
        let mut outcome = BlockOutcome::default();
        let mut oversized = Vec::with_capacity(self.plans.len());
        let mut entries = Vec::new();
        for rule in 0..self.plans.len() {
            let (forecast, too_large) = self.arrange(rule, &mut entries);
            let emitter = Emitter {
                parts: self.parts,
                used: &self.used,
                plans: self.plans.get(..=rule).unwrap_or_default(),
                oversized: &oversized,
                rule: rule as u8,
                scope: self.options.scope,
                batch_pairs: self.options.batch_pairs.max(1),
            };
            let new_pairs = emit(&emitter, &entries)?;
            outcome.rules.push(RuleOutcome { forecast, new_pairs });
            oversized.push(too_large);
        }
        ControlFlow::Continue(outcome)
    }

    fn arrange(&self, rule: usize, entries: &mut Vec<u64>) -> (RuleForecast, Oversized) {
        let (Some(plan), Some(named)) = (self.plans.get(rule), self.rules.get(rule)) else {
            entries.clear();
            return Default::default();
        };
        let arranger = Arranger {
            parts: self.parts,
            plan,
            rule: rule as u8,
            scope: self.options.scope,
            max_block_pairs: self.options.max_block_pairs,
        };
        let (mut forecast, oversized) = arranger.arrange(entries);
        forecast.name = named.name.clone();
        (forecast, oversized)
    }

    /// Cuts a rule's blocks into tasks of about [`TASK_PAIRS`] pairs.
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
