//! Khmer script: canonical order, syllables, sounds, Latin letters.
//!
//! The block (U+1780 to U+17FF) writes no syllables and no vowel where it is inherent; which letter
//! opens, closes or is silent is found here by the rules of facts `khmer.md` section 2, letters by
//! `data/khmer_letters.tsv`.

mod canonical;
mod cluster;
mod letter;
mod read;
mod romanize;
mod syllable;
mod tables;
mod unit;

#[cfg(test)]
mod tests;

pub use self::canonical::canonical;
pub(crate) use self::read::read_script;
pub use self::romanize::{KhmerRomanization, romanize, romanize_ungegn, romanize_with};
