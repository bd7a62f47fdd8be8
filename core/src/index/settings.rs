//! What a file says of itself: its rules, and everything the score of a pair is reckoned from.

use super::blocks::damaged;
use super::keys::{IndexRule, KeyForm, RULES};
use super::varint::{chunk, put, take, take_u32};
use crate::compare::{Comparison, MAX_LEVELS};
use crate::error::Result;
use crate::score::{Dependence, EVIDENCE_PAIRS, FrequencyScale, MAX_CLASSES, Model};

/// Counted up when a key of the same record comes out differently than before: files of other keys
/// still open, and records whose keys changed may not be found.
pub(super) const KEYS_VERSION: u32 = 2;

const CELLS: usize = MAX_CLASSES * MAX_CLASSES;
/// No weight of a sound model is beyond it, in bits.
const HEAVIEST: f32 = 1e4;

/// The settings of a file.
#[derive(Clone, PartialEq)]
pub(super) struct Settings {
    pub(super) keys_version: u32,
    pub(super) prior: f32,
    pub(super) model: Model,
    pub(super) scales: [FrequencyScale; 3],
    pub(super) rules: Vec<RuleSettings>,
}

/// A rule as it stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RuleSettings {
    pub(super) name: String,
    /// Ways in which records meet: the numbers of the parts they agree on.
    pub(super) ways: Vec<Vec<u8>>,
    /// Bytes of a hashed key; 0 = the words of a name.
    pub(super) key_len: u8,
}

impl RuleSettings {
    pub(super) fn of(rule: &IndexRule, key_len: u8) -> Self {
        let key_len = if rule.form == KeyForm::Words { 0 } else { key_len };
        let ways = rule.ways.iter().map(|way| way.to_vec()).collect();
        Self { name: rule.name.to_owned(), ways, key_len }
    }

    pub(super) fn write_all(rules: &[Self], out: &mut Vec<u8>) {
        put(out, rules.len() as u64);
        for rule in rules {
            put(out, rule.name.len() as u64);
            out.extend_from_slice(rule.name.as_bytes());
            put(out, u64::from(rule.key_len));
            put(out, rule.ways.len() as u64);
            for way in &rule.ways {
                put(out, way.len() as u64);
                out.extend_from_slice(way);
            }
        }
    }

    pub(super) fn read_all(rest: &mut &[u8]) -> Option<Vec<Self>> {
        let count = take(rest).filter(|&count| count <= u64::from(u8::MAX))?;
        (0..count).map(|_| rule(rest)).collect()
    }

    /// The rules of a file with hashed keys of this length.
    pub(super) fn all(key_len: u8) -> Vec<Self> {
        RULES.iter().map(|rule| Self::of(rule, key_len)).collect()
    }
}

impl Settings {
    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put(&mut out, u64::from(self.keys_version));
        out.extend_from_slice(&self.prior.to_le_bytes());
        let shape = [Comparison::ALL.len(), MAX_LEVELS, EVIDENCE_PAIRS.len(), CELLS];
        shape.iter().for_each(|&count| put(&mut out, count as u64));
        let Model { m, u, dependence, .. } = &self.model;
        for table in [m, u] {
            table.iter().flatten().for_each(|p| out.extend_from_slice(&p.to_le_bytes()));
        }
        dependence.levels.iter().flatten().for_each(|w| out.extend_from_slice(&w.to_le_bytes()));
        dependence.pairs.iter().flatten().for_each(|w| out.extend_from_slice(&w.to_le_bytes()));
        for FrequencyScale { total, by_ear, average } in &self.scales {
            out.extend_from_slice(&total.to_le_bytes());
            out.extend_from_slice(&by_ear.to_le_bytes());
            out.extend_from_slice(&average.to_le_bytes());
        }
        RuleSettings::write_all(&self.rules, &mut out);
        out
    }

    pub(super) fn read(bytes: &[u8]) -> Result<Self> {
        Self::take(bytes).ok_or_else(|| damaged("settings"))
    }

    fn take(mut bytes: &[u8]) -> Option<Self> {
        let rest = &mut bytes;
        let keys_version = take_u32(rest)?;
        let prior = f32::from_le_bytes(chunk(rest)?);
        let shape = [take(rest)?, take(rest)?, take(rest)?, take(rest)?];
        let own = [Comparison::ALL.len(), MAX_LEVELS, EVIDENCE_PAIRS.len(), CELLS];
        // Another number of comparisons is another model: a new minor version says how to read it.
        if shape.iter().zip(own).any(|(&held, own)| held != own as u64) {
            return None;
        }
        let mut tables = [[[0.0f64; MAX_LEVELS]; Comparison::ALL.len()]; 2];
        for cell in tables.iter_mut().flatten().flatten() {
            *cell = f64::from_le_bytes(chunk(rest)?);
            if !(0.0..=1.001).contains(cell) {
                return None;
            }
        }
        let mut dependence = Dependence::none();
        for cell in dependence.levels.iter_mut().flatten() {
            *cell = weight(rest)?;
        }
        for cell in dependence.pairs.iter_mut().flatten() {
            *cell = weight(rest)?;
        }
        let [m, u] = tables;
        let mut scales = [FrequencyScale::default(); 3];
        for scale in &mut scales {
            scale.total = f64::from_le_bytes(chunk(rest)?);
            scale.by_ear = f64::from_le_bytes(chunk(rest)?);
            scale.average = f64::from_le_bytes(chunk(rest)?);
            let sound = |total: f64| total.is_finite() && total >= 1.0;
            if !sound(scale.total)
                || !sound(scale.by_ear)
                || !(1e-12..=1.0).contains(&scale.average)
            {
                return None;
            }
        }
        let rules = RuleSettings::read_all(rest)?;
        let sound = prior.is_finite() && prior.abs() <= HEAVIEST && rest.is_empty();
        let model = Model::new(m, u, dependence);
        sound.then_some(Self { keys_version, prior, model, scales, rules })
    }
}

fn rule(rest: &mut &[u8]) -> Option<RuleSettings> {
    let len = usize::try_from(take(rest)?).ok()?;
    let (name, after) = rest.split_at_checked(len)?;
    *rest = after;
    let name = core::str::from_utf8(name).ok()?.to_owned();
    let key_len = u8::try_from(take(rest)?).ok().filter(|&len| len <= 8)?;
    let mut ways = Vec::new();
    for _ in 0..take(rest).filter(|&count| count <= u64::from(u8::MAX))? {
        let len = usize::try_from(take(rest)?).ok()?;
        let (way, after) = rest.split_at_checked(len).filter(|_| len > 0)?;
        *rest = after;
        ways.push(way.to_vec());
    }
    Some(RuleSettings { name, ways, key_len })
}

pub(super) fn weight(rest: &mut &[u8]) -> Option<f32> {
    let weight = f32::from_le_bytes(chunk(rest)?);
    (weight.is_finite() && weight.abs() <= HEAVIEST).then_some(weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts of names are divided by, and their logarithms taken: each is a number of at least one
    /// name, and an average is a share.
    #[test]
    fn scales_of_no_names_are_damage() {
        let read = |change: &dyn Fn(&mut FrequencyScale)| {
            let mut scales = [FrequencyScale { total: 9.0, by_ear: 7.0, average: 0.01 }; 3];
            change(&mut scales[1]);
            let (model, rules) = (Model::default(), RuleSettings::all(5));
            let settings =
                Settings { keys_version: KEYS_VERSION, prior: -20.0, model, scales, rules };
            Settings::read(&settings.write()).is_ok()
        };
        assert!(read(&|_| ()));
        for wrong in [0.5, -1.0, f64::NAN, f64::INFINITY] {
            assert!(!read(&|scale| scale.total = wrong), "{wrong} names");
            assert!(!read(&|scale| scale.by_ear = wrong), "{wrong} names by ear");
        }
        for wrong in [0.0, 1.5, -1.0, f64::NAN] {
            assert!(!read(&|scale| scale.average = wrong), "{wrong} on average");
        }
    }
}
