//! Are two spellings one name? Keys, and the names that are known.

use super::key::{KhmerLevel, khmer_keys};
use super::names::NameSet;

/// May two spellings be one Khmer-origin name? Their keys meet at the level, unless both are known
/// spellings: then the list of names decides, which tells apart what sounds alike (Kim, Khim).
///
/// Takes clean or normal text of one name element or of a whole given name.
///
/// ```
/// use hoten::{KhmerLevel, same_khmer};
/// assert!(same_khmer("Sóc Kha", "សុខា", KhmerLevel::Strict));
/// assert!(same_khmer("Xốc Kha", "Sokha", KhmerLevel::Vowel));
/// assert!(!same_khmer("Kim", "Khim", KhmerLevel::Loose));
/// ```
#[must_use]
pub fn same_khmer(left: &str, right: &str, level: KhmerLevel) -> bool {
    NameSet::of(left)
        .agrees(NameSet::of(right))
        .unwrap_or_else(|| khmer_keys(left).meet(&khmer_keys(right), level))
}
