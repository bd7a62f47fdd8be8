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

/// Nodes looked at in one walk, and keys taken.
const MOST_NODES: usize = 12_000;
const MOST_KEYS: usize = 500;
/// Longest key that a walk follows; longer names are found by their other keys.
const LONGEST: usize = 128;

/// What one walk may still look at.
pub(super) struct Budget {
    nodes: usize,
    keys: usize,
    pub(super) truncated: bool,
}

impl Default for Budget {
    fn default() -> Self {
        Self { nodes: MOST_NODES, keys: MOST_KEYS, truncated: false }
    }
}

impl Budget {
    fn spend(&mut self, what: impl Fn(&mut Self) -> &mut usize) -> bool {
        let held = what(self);
        let left = held.checked_sub(1);
        *held = left.unwrap_or(0);
        self.truncated |= left.is_none();
        left.is_some()
    }

    fn node(&mut self) -> bool {
        self.spend(|budget| &mut budget.nodes)
    }

    fn key(&mut self) -> bool {
        self.spend(|budget| &mut budget.keys)
    }
}

/// A node on the way of a walk, and its transition that is tried next: memory is held for the way
/// alone, however many branches there are.
struct Frame {
    at: u64,
    output: u64,
    next: usize,
    /// How far the way is from the key, where that is asked.
    band: Band,
}

impl Frame {
    fn new(at: u64, output: u64) -> Self {
        Self { at, output, next: 0, band: FAR }
    }
}

impl<D: AsRef<[u8]>> Index<D> {
    /// The sounds of all words of the file that begin with these letters.
    pub(super) fn endings(&self, letters: &str, budget: &mut Budget) -> Result<Vec<Vec<u8>>> {
        let mut sounds = Vec::new();
        let root = (self.words.folds.root, 0);
        if let Some(start) = self.words.folds.descend(&self.blocks, root, letters.as_bytes())? {
            let mut words = Vec::new();
            self.below(&self.words.folds, start, letters.as_bytes().to_vec(), budget, &mut words)?;
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
            if node.is_final && budget.key() {
                let offset = output.wrapping_add(node.final_output);
                found.push(Named { key: [&key[..], ending].concat(), offset });
            }
            if let Some(step) = node.find(b' ')? {
                open.push((step.to, output.wrapping_add(step.output), ending));
            }
        }
        for (at, output, ending) in open {
            let key = [&key[..], ending, b" "].concat();
            self.below(&automaton, (at, output), key, budget, &mut found)?;
        }
        Ok(found)
    }

    fn names_automaton(&self) -> Option<Automaton> {
        let rule = self.name_rule()?;
        self.rules.get(usize::from(rule)).map(|(automaton, _)| *automaton)
    }

    /// All keys from a node on that begin with `key`, in order.
    fn below(
        &self,
        automaton: &Automaton,
        (at, output): (u64, u64),
        mut key: Vec<u8>,
        budget: &mut Budget,
        found: &mut Vec<Named>,
    ) -> Result<()> {
        let mut way = vec![Frame::new(at, output)];
        while let Some(frame) = way.last_mut() {
            let node = automaton.node(&self.blocks, frame.at)?;
            if frame.next == 0 {
                if !budget.node() || node.is_final && !budget.key() {
                    break;
                }
                if node.is_final {
                    let offset = frame.output.wrapping_add(node.final_output);
                    found.push(Named { key: key.clone(), offset });
                }
            }
            let long = key.len() >= LONGEST;
            budget.truncated |= long && node.len() > 0;
            if long || frame.next >= node.len() {
                way.pop();
                key.pop();
                continue;
            }
            let step = node.step(frame.next)?;
            frame.next += 1;
            let output = frame.output.wrapping_add(step.output);
            key.push(step.input);
            way.push(Frame::new(step.to, output));
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
        let mut way = vec![Frame { band: [2, 0, 1], ..Frame::new(automaton.root, 0) }];
        let mut so_far = Vec::new();
        while let Some((frame, before)) = way.split_last_mut() {
            let node = automaton.node(&self.blocks, frame.at)?;
            if frame.next == 0 {
                // The whole key, as a place of the band.
                let whole = (key.len() + 1).checked_sub(so_far.len());
                let distance = whole.and_then(|place| frame.band.get(place));
                let near = node.is_final && distance.is_some_and(|&distance| distance <= 1);
                if !budget.node() || near && !budget.key() {
                    break;
                }
                if near {
                    let offset = frame.output.wrapping_add(node.final_output);
                    found.push(Named { key: so_far.clone(), offset });
                }
            }
            if so_far.len() > key.len() || frame.next >= node.len() {
                way.pop();
                so_far.pop();
                continue;
            }
            let step = node.step(frame.next)?;
            frame.next += 1;
            let before = before.last().map_or(&FAR, |frame| &frame.band);
            let band = next_band(key, &so_far, step.input, before, &frame.band);
            if band != FAR {
                let output = frame.output.wrapping_add(step.output);
                so_far.push(step.input);
                way.push(Frame { band, ..Frame::new(step.to, output) });
            }
        }
        Ok(found)
    }
}

/// A row of the table of distances (optimal string alignment) of a way of d letters: the distances
/// to the first d - 1, d and d + 1 letters of the key. What is above 1 is held at 2, and all other
/// cells of the row are.
type Band = [u8; 3];
const FAR: Band = [2; 3];

fn next_band(key: &[u8], so_far: &[u8], input: u8, before: &Band, band: &Band) -> Band {
    let mut next = FAR;
    let mut left = 2;
    for (place, slot) in next.iter_mut().enumerate() {
        let at = |band: &Band, place: usize| band.get(place).copied().unwrap_or(2);
        let letters = so_far.len() + place;
        let own = letters.checked_sub(1).and_then(|last| key.get(last));
        let mut best = at(band, place + 1).min(left) + 1;
        best = best.min(at(band, place) + u8::from(own != Some(&input)));
        let previous = letters.checked_sub(2).and_then(|previous| key.get(previous));
        if previous == Some(&input) && own.is_some() && own == so_far.last() {
            best = best.min(at(before, place) + 1);
        }
        *slot = if letters > key.len() { 2 } else { best.min(2) };
        left = *slot;
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Whether a letter more, less, other or two swapped make one text of the other.
    fn is_near(a: &[u8], b: &[u8]) -> bool {
        let edits = |text: &[u8]| -> Vec<Vec<u8>> {
            let mut all = vec![text.to_vec()];
            for at in 0..=text.len() {
                for letter in *b"abc" {
                    all.push([&text[..at], &[letter], &text[at..]].concat());
                    if at < text.len() {
                        all.push([&text[..at], &[letter], &text[at + 1..]].concat());
                    }
                }
                if at < text.len() {
                    all.push([&text[..at], &text[at + 1..]].concat());
                }
                if at + 1 < text.len() {
                    let mut swapped = text.to_vec();
                    swapped.swap(at, at + 1);
                    all.push(swapped);
                }
            }
            all
        };
        edits(a).iter().any(|edited| edited == b)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn a_band_tells_who_is_a_letter_away(key in "[abc]{1,6}", text in "[abc]{0,7}") {
            let (key, text) = (key.as_bytes(), text.as_bytes());
            let (mut before, mut band) = (FAR, [2, 0, 1]);
            for (at, &input) in text.iter().enumerate() {
                let next = next_band(key, &text[..at], input, &before, &band);
                (before, band) = (band, next);
            }
            let place = (key.len() + 1).checked_sub(text.len());
            let distance = place.and_then(|place| band.get(place)).copied().unwrap_or(2);
            prop_assert_eq!(distance <= 1, is_near(key, text), "{:?}", band);
        }
    }
}
