//! Names found by walking: those that begin like a half-typed one, and those a letter away.
//!
//! A few bytes of a transducer can stand for millions of keys, so each walk has a budget of nodes
//! and of names; when it is used up the caller is told.

use super::node::Automaton;
use super::open::Index;
use crate::error::Result;
use crate::key::coarse_token_to;

/// A name's key and where its list begins.
pub(super) struct Named {
    pub(super) key: Vec<u8>,
    pub(super) offset: u64,
}

/// Nodes looked at in one search, and names taken.
const MOST_NODES: usize = 12_000;
const MOST_NAMES: usize = 400;
/// Longest key that a walk follows; longer names are found by their other keys.
const LONGEST: usize = 512;

/// What one search may still look at.
pub(super) struct Budget {
    nodes: usize,
    names: usize,
    pub(super) truncated: bool,
}

impl Default for Budget {
    fn default() -> Self {
        Self { nodes: MOST_NODES, names: MOST_NAMES, truncated: false }
    }
}

impl Budget {
    fn node(&mut self) -> bool {
        let left = self.nodes.checked_sub(1);
        self.truncated |= left.is_none();
        self.nodes = left.unwrap_or(0);
        left.is_some()
    }

    fn name(&mut self) -> bool {
        let left = self.names.checked_sub(1);
        self.truncated |= left.is_none();
        self.names = left.unwrap_or(0);
        left.is_some()
    }
}

/// Where a walk stands: node, sum of outputs, the key so far.
type Stop = (u64, u64, Vec<u8>);

impl<D: AsRef<[u8]>> Index<D> {
    /// The sounds of all words of the file that begin with these letters.
    pub(super) fn endings(&self, letters: &str, budget: &mut Budget) -> Result<Vec<Vec<u8>>> {
        let mut sounds = Vec::new();
        let root = (self.folds.root, 0);
        if let Some((node, output)) = self.folds.descend(&self.blocks, root, letters.as_bytes())? {
            let from = (node, output, letters.as_bytes().to_vec());
            let mut words = Vec::new();
            self.below(&self.folds, from, budget, &mut words)?;
            for Named { key, .. } in words {
                let mut sound = String::new();
                coarse_token_to(core::str::from_utf8(&key).unwrap_or_default(), &mut sound);
                sounds.push(sound.into_bytes());
            }
        }
        sounds.sort_unstable();
        sounds.dedup();
        Ok(sounds)
    }

    /// Names that begin with the sounds of `words` and go on with one of `endings`: first those that
    /// end there, then those with more words.
    pub(super) fn names_beginning(
        &self,
        words: &[u8],
        endings: &[Vec<u8>],
        budget: &mut Budget,
    ) -> Result<Vec<Named>> {
        let mut found = Vec::new();
        let Some(automaton) = self.names_automaton() else { return Ok(found) };
        let mut key = words.to_vec();
        if !words.is_empty() {
            key.push(b' ');
        }
        let root = (automaton.root, 0);
        let Some(start) = automaton.descend(&self.blocks, root, &key)? else { return Ok(found) };
        let mut open = Vec::new();
        for ending in endings {
            if !budget.node() {
                break;
            }
            let Some((at, output)) = automaton.descend(&self.blocks, start, ending)? else {
                continue;
            };
            let node = automaton.node(&self.blocks, at)?;
            let key = [&key[..], ending].concat();
            if node.is_final && budget.name() {
                let offset = output.wrapping_add(node.final_output);
                found.push(Named { key: key.clone(), offset });
            }
            if let Some(step) = node.find(b' ')? {
                open.push((step.to, output.wrapping_add(step.output), [&key[..], b" "].concat()));
            }
        }
        open.into_iter().try_for_each(|stop| self.below(&automaton, stop, budget, &mut found))?;
        Ok(found)
    }

    fn names_automaton(&self) -> Option<Automaton> {
        let rule = self.name_rule()?;
        self.rules.get(usize::from(rule)).map(|(automaton, _)| *automaton)
    }

    /// All keys from a stop on, in order.
    fn below(
        &self,
        automaton: &Automaton,
        from: Stop,
        budget: &mut Budget,
        found: &mut Vec<Named>,
    ) -> Result<()> {
        let mut stack = vec![from];
        while let Some((at, output, key)) = stack.pop() {
            if !budget.node() {
                break;
            }
            let node = automaton.node(&self.blocks, at)?;
            if node.is_final {
                if !budget.name() {
                    break;
                }
                let offset = output.wrapping_add(node.final_output);
                found.push(Named { key: key.clone(), offset });
            }
            if key.len() >= LONGEST {
                budget.truncated |= node.len() > 0;
                continue;
            }
            for index in (0..node.len()).rev() {
                let step = node.step(index)?;
                let mut key = key.clone();
                key.push(step.input);
                stack.push((step.to, output.wrapping_add(step.output), key));
            }
        }
        Ok(())
    }

    /// Names one letter away from `key`: one more, less, other, or two swapped. Branches that are
    /// farther away are not followed.
    pub(super) fn names_near(&self, key: &[u8], budget: &mut Budget) -> Result<Vec<Named>> {
        let mut found = Vec::new();
        let Some(automaton) = self.names_automaton() else { return Ok(found) };
        if key.is_empty() || key.len() > LONGEST {
            return Ok(found);
        }
        let first: Vec<u8> = (0..=key.len()).map(|at| at.min(2) as u8).collect();
        // Node, output, the key so far, and the last two rows of the table of distances.
        let mut stack = vec![(automaton.root, 0u64, Vec::new(), Vec::new(), first)];
        while let Some((at, output, so_far, before, row)) = stack.pop() {
            if !budget.node() {
                break;
            }
            let node = automaton.node(&self.blocks, at)?;
            if node.is_final && row.last().is_some_and(|&distance| distance <= 1) {
                if !budget.name() {
                    break;
                }
                let offset = output.wrapping_add(node.final_output);
                found.push(Named { key: so_far.clone(), offset });
            }
            if so_far.len() > key.len() {
                continue;
            }
            for index in (0..node.len()).rev() {
                let step = node.step(index)?;
                let next = next_row(key, &so_far, step.input, &before, &row);
                if next.iter().all(|&distance| distance > 1) {
                    continue;
                }
                let mut key = so_far.clone();
                key.push(step.input);
                stack.push((step.to, output.wrapping_add(step.output), key, row.clone(), next));
            }
        }
        Ok(found)
    }
}

/// The next row of the table of distances (optimal string alignment), values above 1 held at 2.
fn next_row(key: &[u8], so_far: &[u8], input: u8, before: &[u8], row: &[u8]) -> Vec<u8> {
    let mut next = Vec::with_capacity(row.len());
    let at = |row: &[u8], place: usize| row.get(place).copied().unwrap_or(2);
    next.push((so_far.len() + 1).min(2) as u8);
    for (place, &own) in key.iter().enumerate() {
        let changed = at(row, place) + u8::from(own != input);
        let mut best = changed.min(at(row, place + 1) + 1).min(at(&next, place) + 1);
        let swapped = place.checked_sub(1).is_some_and(|previous| {
            key.get(previous) == Some(&input) && so_far.last() == Some(&own)
        });
        if swapped {
            best = best.min(at(before, place - 1) + 1);
        }
        next.push(best.min(2));
    }
    next
}
