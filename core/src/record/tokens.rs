//! Distinct name syllables of a table, each examined once.
//!
//! Ten million names hold some tens of thousands of distinct syllables, so what is known of one
//! (its letters without marks, its sound, its tone) is worked out here and compared as integers.

use super::intern::Interner;
use crate::clean::fold_to;
use crate::key::{coarse_token_to, sound_token_to};
use crate::khmer::KhmerSurname;
use crate::lexicon;
use crate::syllable::{Syllable, Tone};

/// What is known of one distinct syllable (normal form).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Token {
    /// Equal for syllables with the same letters once marks are lost.
    pub(crate) fold: u32,
    /// Equal for syllables that regional speech merges, tone aside.
    pub(crate) sound: u32,
    /// As `sound`, worked out from the letters without marks.
    pub(crate) coarse: u32,
    /// Tone class: hỏi and ngã are one class (facts: vietnamese.md 1.5); 0 when not a syllable.
    pub(crate) tone: u8,
    /// Holds a mark or đ, so it was not typed without marks.
    pub(crate) marked: bool,
    /// The surname it spells, of those that are one by table; 0: none of them.
    pub(crate) surname: u8,
    /// A regional form of some other name (`lexicon::doublet`).
    pub(crate) doublet: bool,
    /// Which letters it has once marks are lost, a bit for each: what no few slips can hide.
    pub(crate) letters: u32,
    /// No Vietnamese syllable and no known name part: a word to be compared by ear.
    pub(crate) foreign: bool,
}

static NO_TOKEN: Token = Token {
    fold: 0,
    sound: 0,
    coarse: 0,
    tone: 0,
    marked: false,
    surname: 0,
    doublet: false,
    letters: 0,
    foreign: false,
};

/// The distinct syllables of a table; ids start at 1.
#[derive(Default)]
pub(crate) struct TokenTable {
    texts: Interner,
    folds: Interner,
    sounds: Interner,
    tokens: Vec<Token>,
    scratch: String,
    /// How the first of them agree, once somebody has worked it out.
    pub(crate) pairs: PairNotes,
}

/// A number noted for each pair of the first syllables.
#[derive(Default)]
pub(crate) struct PairNotes {
    width: u32,
    notes: Vec<u8>,
}

impl PairNotes {
    /// Notes for pairs of ids below `width`.
    #[cfg(feature = "link")]
    pub(crate) fn new(width: u32, note: impl Fn(u32, u32) -> u8) -> Self {
        let rows = (0..width).flat_map(|x| (0..width).map(move |y| (x, y)));
        Self { width, notes: rows.map(|(x, y)| note(x, y)).collect() }
    }

    pub(crate) fn get(&self, x: u32, y: u32) -> Option<u8> {
        let known = x < self.width && y < self.width;
        known.then(|| self.notes.get((x * self.width + y) as usize).copied()).flatten()
    }
}

impl TokenTable {
    /// The id of a syllable in normal form.
    pub(crate) fn intern(&mut self, text: &str) -> u32 {
        let id = self.texts.intern(text);
        if self.texts.len() == self.tokens.len() {
            return id;
        }
        let scratch = &mut self.scratch;
        scratch.clear();
        fold_to(text, scratch);
        let marked = scratch != text;
        let fold = self.folds.intern(scratch);
        let letters = letters(scratch);
        scratch.clear();
        sound_token_to(text, scratch);
        let sound = self.sounds.intern(scratch);
        scratch.clear();
        coarse_token_to(text, scratch);
        let coarse = self.sounds.intern(scratch);
        let syllable = Syllable::parse(text);
        let tone = syllable.map_or(0, |syllable| tone_class(syllable.tone()));
        let surname = KhmerSurname::of(text).map_or(0, KhmerSurname::number);
        let foreign = syllable.is_none() && !lexicon::knows(text);
        let doublet = lexicon::has_doublet(text);
        self.tokens.push(Token {
            fold,
            sound,
            coarse,
            tone,
            marked,
            surname,
            doublet,
            letters,
            foreign,
        });
        id
    }

    /// What is known of a syllable; all zero for id 0.
    pub(crate) fn get(&self, id: u32) -> &Token {
        (id as usize).checked_sub(1).and_then(|i| self.tokens.get(i)).unwrap_or(&NO_TOKEN)
    }

    /// The syllable itself.
    pub(crate) fn text(&self, id: u32) -> &str {
        self.texts.get(id)
    }

    /// Its letters without marks.
    pub(crate) fn fold_text(&self, id: u32) -> &str {
        self.folds.get(self.get(id).fold)
    }

    /// The letters of a coarse sound id.
    pub(crate) fn sound_text(&self, sound: u32) -> &str {
        self.sounds.get(sound)
    }

    /// How many distinct syllables, folds and sounds there are.
    pub(crate) fn sizes(&self) -> (usize, usize, usize) {
        (self.texts.len(), self.folds.len(), self.sounds.len())
    }
}

/// A bit for each letter; what is no letter shares bits.
fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |bits, byte| bits | 1 << (byte & 31))
}

fn tone_class(tone: Tone) -> u8 {
    match tone {
        Tone::Ngang => 1,
        Tone::Huyen => 2,
        Tone::Sac => 3,
        Tone::Hoi | Tone::Nga => 4,
        Tone::Nang => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is known of a few syllables of one table.
    fn tokens<const N: usize>(texts: [&str; N]) -> (TokenTable, [Token; N]) {
        let mut table = TokenTable::default();
        let ids = texts.map(|text| table.intern(text));
        let tokens = ids.map(|id| *table.get(id));
        (table, tokens)
    }

    #[test]
    fn one_syllable_has_one_id_and_nothing_is_known_of_none() {
        let mut table = TokenTable::default();
        let (hoa, lan) = (table.intern("hòa"), table.intern("lan"));
        assert_eq!(table.intern("hòa"), hoa);
        assert_ne!(hoa, lan);
        assert_eq!((table.text(hoa), table.fold_text(hoa)), ("hòa", "hoa"));
        assert_eq!(table.sizes().0, 2);
        assert_eq!(*table.get(0), Token::default());
        assert_eq!((table.text(0), table.fold_text(0)), ("", ""));
    }

    #[test]
    fn syllables_that_differ_in_marks_share_a_fold() {
        let (_, [hoa, plain, lan, dang]) = tokens(["hòa", "hoa", "lan", "đan"]);
        assert_eq!(hoa.fold, plain.fold);
        assert_ne!(hoa.fold, lan.fold);
        assert_eq!([hoa, plain, lan, dang].map(|t| t.marked), [true, false, false, true]);
    }

    /// Facts vietnamese.md 1.5: tr and ch, n and ng, hỏi and ngã; a tone lost is no sound lost.
    #[test]
    fn merged_sounds_share_an_id_and_unmarked_ones_a_coarse_id() {
        let (_, [hang, han, hanh]) = tokens(["hằng", "hằn", "hạnh"]);
        assert_eq!(hang.sound, han.sound);
        assert_ne!(hang.sound, hanh.sound);
        let (_, [tran, chan, bare]) = tokens(["trần", "chần", "tran"]);
        assert_eq!(tran.sound, chan.sound);
        assert_eq!((tran.coarse, tran.coarse), (chan.coarse, bare.coarse));
    }

    #[test]
    fn hook_and_tilde_are_one_tone_class_and_the_others_are_not() {
        let (_, six) = tokens(["ma", "mà", "má", "mả", "mã", "mạ"]);
        let [ngang, huyen, sac, hoi, nga, nang] = six.map(|token| token.tone);
        assert_eq!(hoi, nga);
        let mut classes = [ngang, huyen, sac, hoi, nang];
        classes.sort_unstable();
        assert!(classes.windows(2).all(|pair| pair[0] != pair[1]) && classes[0] != 0);
        let (_, [foreign]) = tokens(["srây"]);
        assert_eq!(foreign.tone, 0);
    }
}
