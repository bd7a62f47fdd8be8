//! A name made ready to be compared by ear many times.

#[cfg(feature = "link")]
use super::alike::similarity_from;
use super::alike::{KhmerSimilarity, readings_similarity};
#[cfg(feature = "link")]
use super::key::{KhmerKeys, keys};
use super::names::NameSet;
use super::readings::readings;
use super::sound::Readings;
use crate::text::compose;

/// What a name sounds like, and which known names it can be. Without `Debug`: it tells a name.
pub(crate) struct HeardName {
    readings: Readings,
    names: NameSet,
}

impl HeardName {
    /// Reads a name without its surname, in cleaned text of any script.
    pub(crate) fn of(text: &str) -> Self {
        Self { readings: readings(text), names: NameSet::of(text) }
    }

    /// Its phonetic keys.
    #[cfg(feature = "link")]
    pub(crate) fn keys(&self) -> KhmerKeys {
        keys(&self.readings)
    }

    /// How alike two names sound; the list of known names has the last word.
    pub(crate) fn similarity(&self, other: &Self) -> KhmerSimilarity {
        readings_similarity(&self.readings, &other.readings).settled(self.names.agrees(other.names))
    }

    /// The score of [`Self::similarity`], if it is at least `floor`: names that sound nothing alike are
    /// given up early.
    #[cfg(feature = "link")]
    pub(crate) fn score_from(&self, other: &Self, floor: f32) -> Option<f32> {
        let same_name = self.names.agrees(other.names);
        let needed = KhmerSimilarity::needed(floor, same_name);
        let found = similarity_from(&self.readings, &other.readings, needed)?;
        Some(found.settled(same_name).score).filter(|&score| score >= floor)
    }
}

/// From this score on two names of Khmer origin may be one.
///
/// The score that 95 % of generated spellings by ear reach (0.588; with the list of names switched off
/// they reach 0.54), cut after two places: 100,000 given names made of the elements of four known
/// names in five, each written by two clerks
/// (`cargo test -p hoten-benches --test khmer_threshold -- --nocapture`). Neither the fifth known
/// name nor the table of names that are confused had a say; `core/tests/khmer_alike.rs` judges the
/// constant on both.
pub const SAME_NAME_SCORE: f32 = 0.58;

/// How alike two given names of Khmer origin are, in Khmer, Latin or Vietnamese letters, and why;
/// without surnames, which agree by table, not by ear. From [`SAME_NAME_SCORE`] on they may be one
/// name: where both are known names, the list of their spellings decides (Kim is not Khim). For
/// others the score rests on sounds alone, of which one can make another name (Sophea, Sopheap). Ask
/// for a second field.
///
/// Meant for names of which it is known that they are of Khmer origin: Vietnamese names that are
/// two (Lý, Lê) sound alike by its measure. Takes a few microseconds.
///
/// ```
/// use hoten::khmer_similarity;
/// assert!(khmer_similarity("Sóc Kha", "Sokha").score > 0.9);
/// assert!(khmer_similarity("Sóc Kha", "Sốc Khum").score < 0.5);
/// ```
#[must_use]
pub fn khmer_similarity(left: &str, right: &str) -> KhmerSimilarity {
    let (left, right) = (compose(left), compose(right));
    HeardName::of(&left).similarity(&HeardName::of(&right))
}

/// [`khmer_similarity`] with the list of known names switched off.
#[must_use]
pub fn by_sound_alone(left: &str, right: &str) -> KhmerSimilarity {
    readings_similarity(&readings(&compose(left)), &readings(&compose(right)))
}
