//! How alike two readings are, from 0 to 1, and why.
//!
//! Both readings are laid out sound by sound and aligned by a small table on the stack, so that a
//! coda that another writer heard as the next onset stays the same sound (Sok Kha, So Kha). What a
//! difference costs is the business of `costs.rs`; unlike for long words, one sound that clerks do
//! not confuse makes another name whatever the length (Sophea, Sopheap).

use super::costs::{self, Slot, Sound};
use super::sound::{KhmerSyllable, Readings};
use core::fmt;
use smallvec::SmallVec;

/// Sounds beyond this many take no part: work stays bounded whatever the length of a name.
const SOUNDS_KEPT: usize = 40;

/// Why two names sound alike, or do not. Nothing here tells a person's origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SoundReason {
    /// One sound through and through.
    SameSound,
    /// Heard alike: what a syllable ends with (n, l, ng; c, t, k).
    HeardEnd,
    /// Heard alike: what a syllable begins with (ch, tr; kh, k; t, th).
    HeardStart,
    /// Heard alike: vowels (ia, ê; ư, ơ; o, u).
    HeardVowel,
    /// A light syllable or a light sound written on one side only (Srây, Sa Rây).
    LightSound,
    /// A consonant that nobody confuses with the other.
    OtherConsonant,
    /// A vowel that nobody confuses with the other.
    OtherVowel,
    /// One side has a syllable or a full sound more.
    SoundMissing,
    /// Both are known names, and no spelling of one is a spelling of the other.
    KnownApart,
    /// Both are known spellings of one name.
    KnownSame,
    /// One side has no sounds to compare.
    NoSound,
}

impl SoundReason {
    /// Every reason, in the order of [`KhmerSimilarity::reasons`].
    pub const ALL: [Self; 11] = [
        Self::SameSound,
        Self::HeardEnd,
        Self::HeardStart,
        Self::HeardVowel,
        Self::LightSound,
        Self::OtherConsonant,
        Self::OtherVowel,
        Self::SoundMissing,
        Self::KnownApart,
        Self::KnownSame,
        Self::NoSound,
    ];

    /// A stable code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SameSound => "same_sound",
            Self::HeardEnd => "heard_end",
            Self::HeardStart => "heard_start",
            Self::HeardVowel => "heard_vowel",
            Self::LightSound => "light_sound",
            Self::OtherConsonant => "other_consonant",
            Self::OtherVowel => "other_vowel",
            Self::SoundMissing => "sound_missing",
            Self::KnownApart => "known_apart",
            Self::KnownSame => "known_same",
            Self::NoSound => "no_sound",
        }
    }

    pub(super) const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// How alike two names sound.
#[derive(Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct KhmerSimilarity {
    /// 0 (nothing in common) to 1 (the same sounds). Not a probability.
    pub score: f32,
    reasons: u16,
}

impl KhmerSimilarity {
    /// Why, each reason once, in the order of [`SoundReason::ALL`].
    pub fn reasons(self) -> impl Iterator<Item = SoundReason> {
        let bits = self.reasons;
        SoundReason::ALL.into_iter().filter(move |reason| bits & reason.bit() != 0)
    }

    /// The same once it is known whether both are spellings of one name.
    pub(super) fn settled(self, same_name: Option<bool>) -> Self {
        let (score, reason) = match same_name {
            Some(true) => {
                (costs::KNOWN_SAME + (1.0 - costs::KNOWN_SAME) * self.score, SoundReason::KnownSame)
            }
            Some(false) => (costs::KNOWN_APART * self.score, SoundReason::KnownApart),
            None => return self,
        };
        Self { score, reasons: self.reasons | reason.bit() }
    }

    /// What the sounds alone must score for [`Self::settled`] to come to `floor`.
    #[cfg(feature = "link")]
    pub(super) fn needed(floor: f32, same_name: Option<bool>) -> f32 {
        match same_name {
            Some(true) => (floor - costs::KNOWN_SAME) / (1.0 - costs::KNOWN_SAME),
            Some(false) => floor / costs::KNOWN_APART,
            None => floor,
        }
    }

    fn of(cost: u32, reasons: u16) -> Self {
        let reasons = if reasons == 0 { SoundReason::SameSound.bit() } else { reasons };
        Self { score: costs::score(cost), reasons }
    }
}

impl fmt::Debug for KhmerSimilarity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KhmerSimilarity")
            .field("score", &self.score)
            .field("reasons", &ReasonList(*self))
            .finish()
    }
}

struct ReasonList(KhmerSimilarity);

impl fmt::Debug for ReasonList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.reasons()).finish()
    }
}

/// How alike two names sound: the likeness of their two nearest readings, which costs a microsecond at
/// most and allocates nothing. Symmetric. What it is worth is said beside [`KhmerSimilarity::score`].
pub fn readings_similarity(left: &Readings, right: &Readings) -> KhmerSimilarity {
    nearest(left, right, u32::MAX)
        .map_or(KhmerSimilarity { score: 0.0, reasons: SoundReason::NoSound.bit() }, |step| {
            KhmerSimilarity::of(step.cost(), step.reasons())
        })
}

/// As [`readings_similarity`]; `None`, and most of the work spared, for names less alike than `floor`.
#[cfg(any(test, feature = "link"))]
pub(super) fn similarity_from(
    left: &Readings,
    right: &Readings,
    floor: f32,
) -> Option<KhmerSimilarity> {
    let limit = costs::most_for(floor)?;
    let step = nearest(left, right, limit)?;
    Some(KhmerSimilarity::of(step.cost(), step.reasons())).filter(|found| found.score >= floor)
}

/// The cheapest way from a reading of one to a reading of the other, if it costs no more than `limit`.
fn nearest(left: &Readings, right: &Readings, limit: u32) -> Option<Step> {
    let mut best: Option<Step> = None;
    let rights: SmallVec<[Line; 4]> = right.iter().map(|reading| Line::of(reading)).collect();
    for (at, a) in left.iter().enumerate() {
        let a = Line::of(a);
        for (other, b) in rights.iter().enumerate() {
            if a.sounds().is_empty() || b.sounds().is_empty() {
                continue;
            }
            let doubt = costs::OTHER_READING * u32::try_from(at + other).unwrap_or(0);
            let limit = best.map_or(limit, |best| best.cost().min(limit));
            let Some(left_over) = limit.checked_sub(doubt) else { continue };
            if let Some(step) = align(a.sounds(), b.sounds(), left_over) {
                let step = step.plus(Step::of(doubt, 0));
                best = Some(best.map_or(step, |best| best.or(step)));
            }
        }
    }
    best
}

/// A reading as a line of sounds.
struct Line {
    sounds: [Sound; SOUNDS_KEPT],
    len: usize,
}

impl Line {
    fn of(reading: &[KhmerSyllable]) -> Self {
        let mut line = Self { sounds: [Sound::NONE; SOUNDS_KEPT], len: 0 };
        for (at, syllable) in reading.iter().enumerate() {
            let next = reading.get(at + 1);
            costs::lay_out(syllable, at == 0, next, &mut |sound| line.push(sound));
        }
        line
    }

    fn push(&mut self, sound: Sound) {
        if let Some(slot) = self.sounds.get_mut(self.len) {
            *slot = sound;
            self.len += 1;
        }
    }

    fn sounds(&self) -> &[Sound] {
        self.sounds.get(..self.len).unwrap_or_default()
    }
}

/// A cost and the reasons for it in one number, so that a choice is one comparison.
#[derive(Clone, Copy)]
struct Step(u64);

impl Step {
    fn of(cost: u32, reasons: u16) -> Self {
        Self(u64::from(cost) << 16 | u64::from(reasons))
    }

    fn cost(self) -> u32 {
        (self.0 >> 16) as u32
    }

    fn reasons(self) -> u16 {
        (self.0 & 0xFFFF) as u16
    }

    fn plus(self, other: Self) -> Self {
        Self::of(self.cost() + other.cost(), self.reasons() | other.reasons())
    }

    fn or(self, other: Self) -> Self {
        if other.0 < self.0 { other } else { self }
    }
}

/// The cheapest alignment of two lines; `None` as soon as each of them costs more than `limit`.
fn align(left: &[Sound], right: &[Sound], limit: u32) -> Option<Step> {
    let mut cells = [Step(0); SOUNDS_KEPT + 1];
    let mut sum = Step(0);
    for (cell, sound) in cells.iter_mut().skip(1).zip(right) {
        sum = sum.plus(alone(*sound));
        *cell = sum;
    }
    for a in left {
        let [first, others @ ..] = &mut cells;
        let gap = alone(*a);
        let mut diagonal = *first;
        let mut before = diagonal.plus(gap);
        *first = before;
        let mut least = before;
        for (cell, b) in others.iter_mut().zip(right) {
            let up = *cell;
            before = before.plus(alone(*b)).or(up.plus(gap));
            // What costs no less than the way round it is not asked for.
            if diagonal.0 < before.0
                && let Some(pair) = together(*a, *b)
            {
                before = before.or(diagonal.plus(pair));
            }
            diagonal = up;
            *cell = before;
            least = least.or(before);
        }
        // Every way leads through this row, and none becomes cheaper.
        if least.cost() > limit {
            return None;
        }
    }
    cells.get(right.len()).copied().filter(|step| step.cost() <= limit)
}

/// A sound that only one side has.
fn alone(sound: Sound) -> Step {
    let light = u32::from(sound.alone) < costs::FULL;
    let reason = if light { SoundReason::LightSound } else { SoundReason::SoundMissing };
    Step::of(u32::from(sound.alone), reason.bit())
}

/// Two sounds as one; consonants and vowels never are.
fn together(a: Sound, b: Sound) -> Option<Step> {
    let (cost, heard, other) = match (a.slot, b.slot) {
        (Slot::Vowel(x), Slot::Vowel(y)) => (
            costs::vowels(x, y, a.light || b.light),
            SoundReason::HeardVowel,
            SoundReason::OtherVowel,
        ),
        (Slot::Coda(x), Slot::Coda(y)) => {
            (costs::codas(x, y), SoundReason::HeardEnd, SoundReason::OtherConsonant)
        }
        (Slot::Onset(x), Slot::Onset(y)) => {
            (costs::onsets(x, y), SoundReason::HeardStart, SoundReason::OtherConsonant)
        }
        (Slot::Onset(x), Slot::Coda(y)) | (Slot::Coda(x), Slot::Onset(y)) => (
            costs::onsets(x, y).min(costs::codas(x, y)) + costs::DIVIDED,
            SoundReason::HeardEnd,
            SoundReason::OtherConsonant,
        ),
        _ => return None,
    };
    let reason = match cost {
        0 => 0,
        _ if cost < costs::FULL => heard.bit(),
        _ => other.bit(),
    };
    Some(Step::of(cost, reason))
}

#[cfg(test)]
#[path = "alike_tests.rs"]
mod tests;
