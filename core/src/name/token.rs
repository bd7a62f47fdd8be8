//! A written word: where it stands, what it is without marks, and what was seen in it.

use super::word::key_with;
use crate::lexicon::{self, FoldKey, WordFacts};
use crate::text::Letter;
use core::str::Chars;

/// A written word: byte range in the text and what was seen in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    // Four bytes each keep a name small; no name reaches 4 GiB.
    start: u32,
    end: u32,
    key: FoldKey,
    marks: u8,
}

impl Token {
    pub(super) const VOWEL: u8 = 1;
    pub(super) const DIGIT: u8 = 2;
    pub(super) const ILLEGIBLE: u8 = 4;
    pub(super) const DOT: u8 = 8;
    pub(super) const LETTER: u8 = 16;
    pub(super) const SECOND_LETTER: u8 = 32;
    pub(super) const APOSTROPHE: u8 = 64;

    pub(super) fn at(start: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        Self { start, end: start, key: FoldKey::EMPTY, marks: 0 }
    }

    pub(super) fn start(self) -> usize {
        self.start as usize
    }

    pub(super) fn end(self) -> usize {
        self.end as usize
    }

    /// The word's text.
    pub(super) fn text(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or_default()
    }

    /// The word without marks, for comparing and looking up.
    pub(super) fn key(self) -> FoldKey {
        self.key
    }

    /// What the lexicon knows about the word without marks.
    pub(super) fn facts(self) -> Option<WordFacts> {
        lexicon::facts_by_fold(self.key)
    }

    pub(super) fn has(self, mark: u8) -> bool {
        self.marks & mark != 0
    }

    /// Has a digit.
    pub(super) fn has_digit(self) -> bool {
        self.has(Self::DIGIT)
    }

    /// Has a letter.
    pub(super) fn has_letter(self) -> bool {
        self.has(Self::LETTER)
    }

    /// Has a mark that stands for what could not be read.
    pub(super) fn is_illegible(self) -> bool {
        self.has(Self::ILLEGIBLE)
    }

    /// Every letter is there.
    pub(super) fn is_full(self) -> bool {
        !self.has(Self::ILLEGIBLE | Self::DIGIT) && !self.is_abbreviated()
    }

    /// Has an apostrophe, as names of the Central Highlands do: H'Hen, K'Brơi.
    pub(super) fn has_apostrophe(self) -> bool {
        self.has(Self::APOSTROPHE)
    }

    /// One letter and nothing else.
    pub(super) fn is_letter(self) -> bool {
        self.marks & !(Self::VOWEL | Self::DOT) == Self::LETTER
    }

    /// Stands for a longer word: no vowel (`Ng`, `Trg`), or one letter with a dot (`Á.`).
    pub(super) fn is_abbreviated(self) -> bool {
        self.has(Self::LETTER)
            && !self.has(Self::ILLEGIBLE | Self::DIGIT | Self::APOSTROPHE)
            && (!self.has(Self::VOWEL) || self.has(Self::DOT) && !self.has(Self::SECOND_LETTER))
    }

    /// A single letter that a dot ends.
    pub(super) fn is_dotted(self) -> bool {
        self.has(Self::DOT)
    }

    /// The same word read as a whole: its dot only ends a line.
    pub(super) fn whole(self) -> Self {
        Self { marks: self.marks & !Self::DOT, ..self }
    }

    /// The same word known to be a particle (H), not a letter that stands for more.
    pub(super) fn particle(self) -> Self {
        Self { marks: self.marks | Self::VOWEL, ..self }
    }

    /// Was any of it read?
    pub(super) fn is_open(self) -> bool {
        self.marks != 0
    }

    /// Ends the word with a dot.
    pub(super) fn dot(&mut self) {
        if self.is_open() {
            self.marks |= Self::DOT;
        }
    }

    /// Takes letters up to a place: the first one given, the others from `chars`, which is left
    /// at what is no letter.
    #[inline]
    pub(super) fn letters(&mut self, first: Letter, chars: &mut Chars<'_>) {
        let (mut key, mut marks, mut letter) = (self.key, self.marks, first);
        let mut ahead = chars.clone();
        loop {
            marks |= marks << 1 & Self::SECOND_LETTER | Self::LETTER;
            marks |= if letter.is_vowel() { Self::VOWEL } else { 0 };
            key = key.and_letter(letter.base());
            *chars = ahead.clone();
            match ahead.next().and_then(Letter::of) {
                Some(next) => letter = next,
                None => break,
            }
        }
        (self.key, self.marks) = (key, marks);
    }

    /// The word ends here so far.
    pub(super) fn ends(&mut self, end: usize) {
        self.end = u32::try_from(end).unwrap_or(u32::MAX);
    }

    /// Takes another character.
    pub(super) fn other(&mut self, c: char, marks: u8) {
        let second =
            if marks & Self::LETTER != 0 { self.marks << 1 & Self::SECOND_LETTER } else { 0 };
        self.marks |= marks | second;
        // `H,Mông`: a comma in the place of the apostrophe.
        self.key = key_with(self.key, if c == ',' { '\'' } else { c });
    }
}
