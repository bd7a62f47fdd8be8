//! What Khmer script and Latin or Vietnamese spellings both become: syllables of sounds.

use core::fmt;
use smallvec::SmallVec;

/// A consonant as Khmer tells them apart. What keys fold (aspiration, voice, series) is still here:
/// similarity grades it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Consonant {
    /// k of ក គ; also q and hard c.
    K,
    /// kh of ខ ឃ.
    Kh,
    /// g of ហ្គ.
    G,
    /// ng of ង.
    Ng,
    /// ch of ច ជ.
    C,
    /// chh of ឆ ឈ.
    Ch,
    /// nh of ញ.
    Nh,
    /// đ of ដ ឌ, and of ត in many names.
    D,
    /// t of ត ទ.
    T,
    /// th of ថ ធ ឋ ឍ.
    Th,
    /// n of ន ណ.
    N,
    /// b of ប.
    B,
    /// p of ប៉ ព.
    P,
    /// ph of ផ ភ.
    Ph,
    /// f of ហ្វ.
    F,
    /// m of ម.
    M,
    /// y of យ.
    Y,
    /// r of រ.
    R,
    /// l of ល ឡ.
    L,
    /// v, w of វ.
    V,
    /// s of ស.
    S,
    /// z of ហ្ស.
    Z,
    /// h of ហ.
    H,
    /// The stop before a bare vowel, អ; as a coda, what ៈ leaves.
    Glottal,
}

/// A vowel, in classes that spellings can tell apart; comments give Khmer signs by series (first, second).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Vowel {
    /// No vowel written: the light first part of a split cluster (`S-rey`, រមាស).
    None,
    /// a: ា first series, also short (ា់, ័).
    A,
    /// ea, ia, iê: ា second series, ៀ.
    Ia,
    /// e, ê: េ.
    E,
    /// ae, e, ɛ: ែ.
    Ae,
    /// i: ិ, ី second series.
    I,
    /// ei, ey, ây: ី first series, ៃ second.
    Ei,
    /// ai, ay: ៃ first series.
    Ai,
    /// ư, ơ: ឹ ឺ.
    Oe,
    /// oeu, ươ, ưa: ើ ឿ.
    Oeu,
    /// u: ុ ូ second series.
    U,
    /// o, ô: ុ ូ first series, ោ second.
    O,
    /// â, o, or: the inherent vowel of either series.
    Or,
    /// uo, uô: ួ.
    Uo,
    /// oa: ័, ា់ second series.
    Oa,
    /// ao, au: ោ ៅ first series.
    Ao,
    /// ov, eou, âu: ៅ second series.
    Ov,
}

/// One syllable: at most three consonants, a vowel, at most one coda.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct KhmerSyllable {
    /// Consonants before the vowel, `None` at the end; empty for a vowel start.
    pub onset: [Option<Consonant>; 3],
    /// The vowel.
    pub vowel: Vowel,
    /// What closes it.
    pub coda: Option<Consonant>,
}

/// Shows no sound: it is part of a person's name.
impl fmt::Debug for KhmerSyllable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KhmerSyllable").finish_non_exhaustive()
    }
}

/// One way to read a name.
pub type Reading = SmallVec<[KhmerSyllable; 8]>;

/// The ways to read a name, likeliest first; never more than four, at least one for text with letters.
pub type Readings = SmallVec<[Reading; 4]>;
