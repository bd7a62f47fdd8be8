//! Names found by walking: those that begin like a half-typed one, and those a letter away.
//!
//! A few bytes of a transducer can stand for millions of keys, so each walk has a budget of nodes
//! and of names; when it is used up the caller is told.

use super::blocks::Blocks;
use super::node::{Automaton, Node, Step};
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
struct Frame<'f> {
    node: Node<'f>,
    output: u64,
    next: usize,
    /// How far the way is from the key, where that is asked.
    band: Band,
}

impl Frame<'_> {
    /// The number of the key that ends here.
    fn whole(&self) -> Option<u64> {
        self.node.is_final.then(|| self.output.wrapping_add(self.node.final_output))
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
        let node = automaton.node(&self.blocks, at)?;
        let mut way = vec![Frame { node, output, next: 0, band: FAR }];
        while let Some(frame) = way.last_mut() {
            if frame.next == 0 {
                if !budget.node() || frame.node.is_final && !budget.key() {
                    break;
                }
                if let Some(offset) = frame.whole() {
                    found.push(Named { key: key.clone(), offset });
                }
            }
            let long = key.len() >= LONGEST;
            budget.truncated |= long && frame.node.len() > 0;
            if long || frame.next >= frame.node.len() {
                way.pop();
                key.pop();
                continue;
            }
            let step = frame.node.step(frame.next)?;
            frame.next += 1;
            let output = frame.output.wrapping_add(step.output);
            let node = automaton.node(&self.blocks, step.to)?;
            key.push(step.input);
            way.push(Frame { node, output, next: 0, band: FAR });
        }
        Ok(())
    }

    /// Names one letter away from `key`: one more, less, other, or two swapped. Branches that are
    /// farther away are not followed.
    pub(super) fn names_near(&self, key: &[u8], budget: &mut Budget) -> Result<Vec<Named>> {
        match self.names_automaton() {
            Some(automaton) => near(&self.blocks, &automaton, key, budget),
            None => Ok(Vec::new()),
        }
    }
}

/// As [`Index::names_near`], in any transducer.
pub(super) fn near<D: AsRef<[u8]>>(
    blocks: &Blocks<D>,
    automaton: &Automaton,
    key: &[u8],
    budget: &mut Budget,
) -> Result<Vec<Named>> {
    let mut found = Vec::new();
    if key.is_empty() || key.len() > LONGEST {
        return Ok(found);
    }
    let node = automaton.node(blocks, automaton.root)?;
    let mut way = vec![Frame { node, output: 0, next: 0, band: [2, 0, 1] }];
    let mut so_far = Vec::new();
    while let Some((frame, before)) = way.split_last_mut() {
        if frame.next == 0 {
            // The whole key, as a place of the band.
            let whole = (key.len() + 1).checked_sub(so_far.len());
            let distance = whole.and_then(|place| frame.band.get(place));
            let near = frame.whole().filter(|_| distance.is_some_and(|&far| far <= 1));
            if !budget.node() || near.is_some() && !budget.key() {
                break;
            }
            if let Some(offset) = near {
                found.push(Named { key: so_far.clone(), offset });
            }
        }
        let Some(step) = next_near(key, &so_far, frame)? else {
            way.pop();
            so_far.pop();
            continue;
        };
        let before = before.last().map_or(&FAR, |frame| &frame.band);
        let band = next_band(key, &so_far, step.input, before, &frame.band);
        if band != FAR {
            let output = frame.output.wrapping_add(step.output);
            let node = automaton.node(blocks, step.to)?;
            so_far.push(step.input);
            way.push(Frame { node, output, next: 0, band });
        }
    }
    Ok(found)
}

/// The next transition that may lead to a key near: any as long as no letter is amiss, then only
/// those of letters that the key has thereabouts, which are looked up.
fn next_near(key: &[u8], so_far: &[u8], frame: &mut Frame<'_>) -> Result<Option<Step>> {
    if so_far.len() > key.len() {
        return Ok(None);
    }
    if frame.band.contains(&0) {
        let place = frame.next;
        frame.next += 1;
        return if place < frame.node.len() { frame.node.step(place).map(Some) } else { Ok(None) };
    }
    let here = so_far.len();
    let nearby = key.get(here.saturating_sub(2)..key.len().min(here + 2)).unwrap_or_default();
    while let Some(&letter) = nearby.get(frame.next) {
        let known = nearby.get(..frame.next).is_some_and(|before| before.contains(&letter));
        frame.next += 1;
        if !known && let Some(step) = frame.node.find(letter)? {
            return Ok(Some(step));
        }
    }
    Ok(None)
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
    use super::super::tests::{automaton, map};
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
        #[test]
        fn a_walk_finds_all_that_are_a_letter_away(
            names in proptest::collection::btree_set("[abc]{1,6}", 0..60),
            key in "[abc]{1,6}",
        ) {
            let names: Vec<Vec<u8>> = names.into_iter().map(String::into_bytes).collect();
            let entries = names.iter().cloned().zip(1..).collect();
            let (blocks, names_of) = automaton(&map(&entries)).unwrap();
            let found = near(&blocks, &names_of, key.as_bytes(), &mut Budget::default()).unwrap();
            let mut found: Vec<_> = found.into_iter().map(|one| (one.key, one.offset)).collect();
            found.sort();
            let mut want: Vec<_> = entries.into_iter().collect();
            want.retain(|(name, _)| is_near(key.as_bytes(), name));
            prop_assert_eq!(found, want);
        }
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
