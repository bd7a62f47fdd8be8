//! A word of a name as a few integers.

use super::known::WORDS;
use super::sound::coarse_hash;
use crate::clean::normalize_to;
use crate::lexicon;
use crate::name::{NameRole, WordForm};
use crate::syllable::Syllable;
use crate::text::{Letter, strip_marks};
use alloc::string::String;
use smallvec::SmallVec;

/// Letters of a word that are held one by one, six bits each. Longer words are compared whole.
const LETTERS: u32 = 10;
/// Set where a word is held as a hash.
const HASHED: u64 = 1 << 63;
/// Bits of a word that was never counted.
pub(super) const UNKNOWN: u8 = 15;
/// Sound of a word that is no syllable.
const NO_SOUND: u32 = u32::MAX;

/// A word of a name.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    /// [`Letter::id`]s in six bits each, or a hash of the normal form.
    pub(super) letters: u64,
    /// The same without marks.
    pub(super) fold: u64,
    /// The syllable it is, at least in shape.
    pub(super) syllable: Option<Syllable>,
    /// [`Syllable::sound`]; [`NO_SOUND`] if it is no syllable.
    pub(super) sound: u32,
    /// Tone marks; see [`Spelling`].
    pub(super) tone: u16,
    /// How many letters are held in `letters`; 0 for a hash.
    length: u8,
    /// How much it says that two names share this word: 1 (Nguyễn) to 15 bits (never counted).
    pub(super) bits: u8,
    /// What it weighs without a partner: see [`weights::missing`].
    pub(super) gap: u8,
    /// Another word may stand for it (Hoàng, Huỳnh).
    pub(super) swapped: bool,
    pub(super) role: NameRole,
    pub(super) form: WordForm,
    /// Thị or Văn in the middle: markers of sex, which writers leave out and put in most freely.
    pub(super) marker: bool,
}

/// Letters of a word, case and place of the tone mark aside.
struct Spelling {
    letters: u64,
    fold: u64,
    /// The tone; of several marks (no Vietnamese word has them) a number for their order.
    tone: u16,
}

impl<'a> Word<'a> {
    #[inline]
    pub(super) fn of(text: &'a str, role: NameRole, form: WordForm, unmarked: bool) -> Self {
        let syllable = Syllable::shape(text);
        let spelling = match syllable {
            Some(syllable) => {
                let (letters, fold) = syllable.letters();
                Spelling { letters, fold, tone: syllable.tone() as u16 }
            }
            None => spelling(text),
        };
        let (known, swapped) = match syllable {
            Some(syllable) if !unmarked => known(syllable),
            _ => (read_known(text, unmarked), false),
        };
        let Spelling { letters, fold, tone } = spelling;
        let bits = if role == NameRole::Surname { known.0 } else { known.1 };
        let marker = role == NameRole::Middle && matches!(fold, THI | VAN);
        let sound = syllable.map(|syllable| syllable.sound().into());
        let length =
            if letters & HASHED == 0 { (64 - letters.leading_zeros()).div_ceil(6) } else { 0 };
        Self {
            text,
            letters,
            fold,
            syllable,
            sound: sound.unwrap_or(NO_SOUND),
            tone,
            length: length as u8,
            bits,
            gap: 0,
            swapped,
            role,
            form,
            marker,
        }
    }

    /// Letters, marks and tone are those of the other word.
    #[inline]
    pub(super) fn spelled_like(&self, other: &Self) -> bool {
        self.letters == other.letters && self.tone == other.tone
    }

    /// Could this be a word as it stands, so that another letter makes another word?
    pub(super) fn is_word(&self) -> bool {
        self.bits < UNKNOWN || self.syllable.is_some_and(Syllable::is_spelled)
    }

    /// Do the two sound alike, tone aside?
    #[inline]
    pub(super) fn sounds_like(&self, other: &Self) -> bool {
        self.sound == other.sound && self.sound != NO_SOUND
    }

    /// One letter put in, left out, changed, or two neighbours swapped; in words of three letters or
    /// more that are held letter by letter. `bare`: marks aside.
    #[inline]
    pub(super) fn one_letter_from(&self, other: &Self, bare: bool) -> bool {
        let (a, b) = (u32::from(self.length), u32::from(other.length));
        let (left, right) =
            if bare { (self.fold, other.fold) } else { (self.letters, other.letters) };
        if a.min(b) < 3 || a.abs_diff(b) > 1 {
            return false;
        }
        // Left-aligned copies share their heads, right-aligned ones their tails.
        let head = (left << (64 - 6 * a) ^ right << (64 - 6 * b)).leading_zeros() / 6;
        let tail = (left ^ right).trailing_zeros() / 6;
        // One change leaves the first or the last letter.
        head + tail > 0 && one_letter((left, a), (right, b), head, tail)
    }

    /// Class of the first letter; see [`begins`].
    fn begins(&self) -> u64 {
        begins(self.fold >> (6 * u32::from(self.length).saturating_sub(1)) & 0x3F)
    }

    /// Is the sound of the letters without marks the same? Not asked of words longer than any that
    /// sounds like another.
    pub(super) fn coarse_like(&self, other: &Self) -> bool {
        const BYTES: usize = 18;
        self.text.len().max(other.text.len()) <= BYTES
            && self.begins() == other.begins()
            && coarse_hash(self.text) == coarse_hash(other.text)
    }
}

/// Classes of letters that words of one coarse sound begin with: c ch k q t tr; d gi r v z; f ph p;
/// vowels (oai, ai); l n; s x; the others by themselves.
const fn begins(letter: u64) -> u64 {
    match letter {
        5 | 15 | 23 | 26 => 5,
        6 | 11 | 24 | 29 | 33 => 6,
        10 | 22 => 10,
        1 | 8 | 13 | 19 | 27 | 32 => 1,
        16 | 18 => 16,
        25 | 31 => 25,
        other => other,
    }
}

const fn pack(word: &[u8]) -> u64 {
    let mut letters = 0;
    let mut rest = word;
    while let [byte, tail @ ..] = rest {
        letters = letters << 6
            | match Letter::at(*byte as usize) {
                Some(letter) => letter.id() as u64,
                None => 0,
            };
        rest = tail;
    }
    letters
}
const THI: u64 = pack(b"thi");
const VAN: u64 = pack(b"van");

/// Bits of a syllable as a surname and as another part, and whether another may stand for it.
#[inline]
fn known(syllable: Syllable) -> ((u8, u8), bool) {
    let code = u32::from(syllable.code());
    let mut slot = code.wrapping_mul(0x9E37_79B1) >> 21;
    loop {
        match WORDS.get((slot & 0x7FF) as usize) {
            None | Some(0) => return ((UNKNOWN, UNKNOWN), false),
            Some(word) if word >> 16 == code => {
                return (((word >> 4 & 15) as u8, (word & 15) as u8), word >> 8 & 1 == 1);
            }
            Some(_) => slot += 1,
        }
    }
}

/// The same of a word that is no syllable, or whose marks were left out.
fn read_known(text: &str, unmarked: bool) -> (u8, u8) {
    let mut lower = SmallVec::<[u8; 32]>::new();
    for letter in text.chars().filter_map(Letter::of) {
        let mut bytes = [0; 4];
        lower.extend_from_slice(letter.lower().to_char().encode_utf8(&mut bytes).as_bytes());
        if lower.len() > 28 {
            return (UNKNOWN, UNKNOWN);
        }
    }
    let word = core::str::from_utf8(&lower).unwrap_or_default();
    let (surname, part) = if unmarked {
        (lexicon::surname_by_fold(word), lexicon::part_by_fold(word))
    } else {
        (lexicon::surname(word), lexicon::part(word))
    };
    // One in so many people.
    let bits = |share: Option<f32>| (1.0 / share.unwrap_or(0.0).clamp(0.000_02, 0.5)) as u32;
    let surname = bits(surname.map(|entry| entry.share)).ilog2() as u8;
    (surname, bits(part.map(|entry| entry.frequency)).ilog2() as u8)
}

/// The letters of a word that is no syllable.
fn spelling(text: &str) -> Spelling {
    letters(text.chars()).unwrap_or_else(|| {
        let mut normal = String::with_capacity(text.len());
        normalize_to(text, &mut normal);
        letters(normal.chars()).unwrap_or_else(|| {
            normal.retain(|c| c != '\'');
            let fold = strip_marks(&normal);
            let fold = match letters(fold.chars()) {
                Some(spelling) => spelling.fold,
                None => hash(fold.chars().map(|c| c as u64)),
            };
            Spelling { letters: hash(normal.chars().map(|c| c as u64)), fold, tone: 0 }
        })
    })
}

/// Packs letters and apostrophes, of which the latter count for nothing (H'Mông, Hmông); `None` for
/// other characters.
fn letters(text: impl Iterator<Item = char> + Clone) -> Option<Spelling> {
    let mut spelling = Spelling { letters: 0, fold: 0, tone: 0 };
    let mut count = 0;
    for c in text.clone() {
        let Some(letter) = Letter::of(c) else {
            if c == '\'' {
                continue;
            }
            return None;
        };
        let base = Letter::of(char::from(letter.base())).unwrap_or(letter);
        spelling.letters = spelling.letters << 6 | u64::from(letter.id());
        spelling.fold = spelling.fold << 6 | u64::from(base.id());
        if letter.tone() != 0 {
            spelling.tone = spelling.tone.wrapping_mul(7).wrapping_add(letter.tone().into());
        }
        count += 1;
    }
    if count > LETTERS {
        let all = text.filter_map(Letter::of);
        spelling.letters = hash(all.clone().map(|letter| letter.id().into()));
        spelling.fold = hash(all.map(|letter| letter.base().into()));
    }
    Some(spelling)
}

/// FNV-1a, of 63 bits.
fn hash(items: impl Iterator<Item = u64>) -> u64 {
    let mixed = items.fold(0xCBF2_9CE4_8422_2325, |hash: u64, item| {
        (hash ^ item).wrapping_mul(0x0000_0100_0000_01B3)
    });
    mixed | HASHED
}

/// Words and their lengths, and how many letters they begin and end with alike.
fn one_letter((left, a): (u64, u32), (right, b): (u64, u32), head: u32, tail: u32) -> bool {
    let (shorter, longer) = (a.min(b), a.max(b));
    let head = head.min(shorter);
    let tail = tail.min(shorter - head);
    if head + tail + 1 >= longer {
        return true;
    }
    let letter = |word: u64, at: u32| word >> (6 * (longer - 1 - at)) & 0x3F;
    a == b
        && head + 2 + tail >= longer
        && letter(left, head) == letter(right, head + 1)
        && letter(left, head + 1) == letter(right, head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::PreparedName;
    use crate::name::Name;

    fn word(text: &str) -> Word<'_> {
        Word::of(text, NameRole::Given, WordForm::Full, false)
    }

    #[test]
    fn one_letter_is_one_letter() {
        for (left, right, yes) in [
            ("nam", "nama", true),
            ("nam", "anm", true),
            ("nam", "nan", true),
            ("anna", "anan", true),
            ("nam", "man", false),
            ("nam", "na", false),
            ("abcd", "badc", false),
            ("nabxc", "nbayc", false),
            ("aaaa", "aaaaa", true),
            ("nguyênhoan", "nguyênhoan", true),
            ("nguyênhoan", "guyênhoan", true),
            ("nguyênhoan", "guyêhoan", false),
            ("nguyênhoàng", "nguyênhoànn", false),
        ] {
            assert_eq!(word(left).one_letter_from(&word(right), false), yes, "{left} {right}");
            assert_eq!(word(right).one_letter_from(&word(left), false), yes, "{right} {left}");
        }
    }

    /// A syllable, and a part that the lists know; not what is neither.
    #[test]
    fn words_are_what_can_be_read() {
        for (text, yes) in
            [("hoàng", true), ("giỏng", true), ("y", true), ("ngueyn", false), ("brx", false)]
        {
            assert_eq!(word(text).is_word(), yes, "{text}");
        }
    }

    /// A syllable has the same letters by its code and by its text, whatever the tone style.
    #[test]
    fn letters_of_a_syllable_are_those_of_its_text() {
        for syllable in Syllable::all() {
            let text = alloc::format!("{syllable}");
            let read = letters(text.chars()).unwrap();
            assert_eq!(syllable.letters(), (read.letters, read.fold), "{text}");
            assert_eq!(syllable.tone() as u16, read.tone, "{text}");
        }
    }

    /// What the table by code says is what the lexicon says of the text.
    #[test]
    fn words_are_known_by_code_as_by_text() {
        for syllable in Syllable::all() {
            let text = alloc::format!("{syllable}");
            assert_eq!(known(syllable).0, read_known(&text, false), "{text}");
        }
        assert_eq!(read_known("Nguyen", true).0, 1);
        assert_eq!(read_known("Kdăm", false).0, UNKNOWN);
    }

    #[test]
    fn marks_and_scripts_are_kept_apart() {
        let word = |text: &str| {
            let name = Name::parse(text);
            let spelling = PreparedName::new(&name).words[0];
            (spelling.letters, spelling.fold, spelling.tone)
        };
        assert_eq!(word("H\u{2019}Hen"), word("Hhen"));
        assert_eq!(word("Tra\u{300}"), word("Trà"));
        assert_ne!(word("Êčăm"), word("Êcăm"));
        assert_eq!(word("Êčăm").1, word("Ecam").1);
        assert_ne!(word("សុខ"), word("សុខា"));
        assert_ne!(word("Chanthavongsa"), word("Chanthavongso"));
        assert_eq!(word("Chanthavongsa"), word("CHANTHAVONGSA"));
    }

    /// What tells words apart before their coarse sounds are worked out.
    #[test]
    fn words_of_one_coarse_sound_begin_with_one_class() {
        let mut classes = alloc::collections::BTreeMap::new();
        for syllable in Syllable::all() {
            let text = strip_marks(&alloc::format!("{syllable}")).into_owned();
            let class = word(&text).begins();
            assert_eq!(*classes.entry(coarse_hash(&text)).or_insert(class), class, "{text}");
        }
    }
}
