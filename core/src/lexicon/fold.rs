//! A word without its marks as one integer: compared at once, and known to the compiler.

/// Up to twelve letters `a` to `z` and apostrophes, five bits each, the last one lowest. No word of
/// the lexicon is longer; what is longer, or has other characters, is [`FoldKey::NONE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct FoldKey(u64);

impl FoldKey {
    /// The key of no word.
    pub(crate) const EMPTY: Self = Self(0);
    /// Stands for every word that no table holds.
    pub(crate) const NONE: Self = Self(u64::MAX);
    const FULL: u32 = 11 * 5;
    const APOSTROPHE: u64 = 27;

    /// The key of a folded word, also at compile time.
    pub(crate) const fn of(fold: &str) -> Self {
        Self::of_bytes(fold.as_bytes())
    }

    /// The same of its bytes.
    pub(super) const fn of_bytes(fold: &[u8]) -> Self {
        let mut key = Self::EMPTY;
        let mut rest = fold;
        while let [byte, tail @ ..] = rest {
            key = key.and(*byte);
            rest = tail;
        }
        key
    }

    /// The key with one ASCII character more.
    #[inline]
    pub(crate) const fn and(self, byte: u8) -> Self {
        match byte {
            b'a'..=b'z' => self.and_letter(byte),
            b'\'' => self.and_code(Self::APOSTROPHE),
            _ => Self::NONE,
        }
    }

    /// The key with one letter `a` to `z` more.
    #[inline]
    pub(crate) const fn and_letter(self, base: u8) -> Self {
        self.and_code((base & 31) as u64)
    }

    #[inline]
    const fn and_code(self, code: u64) -> Self {
        if self.0 >> Self::FULL == 0 { Self(self.0 << 5 | code) } else { Self::NONE }
    }

    /// How many letters and apostrophes it has.
    #[inline]
    pub(crate) const fn len(self) -> u32 {
        (64 - self.0.leading_zeros()).div_ceil(5)
    }

    /// A letter, counted from the last one; no letter in front of the first.
    #[inline]
    pub(crate) const fn letter_from_end(self, at: u32) -> u8 {
        b'`' + if at < 12 { (self.0 >> (5 * at) & 31) as u8 } else { 0 }
    }

    /// Spreads near keys over `bits` bits.
    #[inline]
    pub(super) const fn slot(self, bits: u32) -> usize {
        (self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - bits)) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_words() {
        for (left, right, equal) in [
            ("nguyen", "nguyen", true),
            ("nguyen", "nguyet", false),
            ("a", "aa", false),
            ("h'hen", "hhen", false),
            ("abcdefghijkl", "abcdefghijkl", true),
            ("abcdefghijkl", "bbcdefghijkl", false),
        ] {
            assert_eq!(FoldKey::of(left) == FoldKey::of(right), equal, "{left} {right}");
        }
    }

    #[test]
    fn what_no_table_holds_has_no_key() {
        for word in ["abcdefghijklm", "Nguyen", "nguyễn", "a b", "zzzzzzzzzzzzzzzzzz"] {
            assert_eq!(FoldKey::of(word), FoldKey::NONE, "{word}");
        }
        assert_ne!(FoldKey::of("zzzzzzzzzzzz"), FoldKey::NONE);
        assert_eq!(FoldKey::of(""), FoldKey::EMPTY);
    }
}
