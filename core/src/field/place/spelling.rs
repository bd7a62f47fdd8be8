//! How the name of a unit is spelled, on the stack: what names are looked up and compared by.
//!
//! Blanks, hyphens, apostrophes, case and the place of a tone mark are left aside; so are i and y,
//! c and k at the end of a word (Đắk, Đắc), leading zeros (Phường 01) and Roman numbers (Tam Xuân
//! II): habits of writing one name, not names.

use crate::field::plain::{OTHER, plain_byte};
use crate::text::{Letter, Mark, is_blank};

/// The longest name, in letters and tones.
const LONGEST: usize = 48;

/// Signs from here on are digits.
const DIGIT: u8 = 0x40;
/// Signs from here on are the tone of the word before.
const TONE: u8 = 0x80;

/// A name as signs: letters with their quality marks, digits, and the tone of each word behind it.
#[derive(Clone, Copy)]
pub(super) struct Spelling {
    signs: [u8; LONGEST],
    len: u8,
    /// Hash of the letters without marks; equal for names that may be one.
    pub(super) hash: u32,
    /// Nothing but digits: the number, leading zeros aside, and how many digits were written.
    pub(super) number: Option<(u32, u8)>,
}

/// What the marks of two names with the same letters say.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Marks {
    /// The same marks.
    Same,
    /// Some are missing on the first, none contradicts.
    Missing,
    /// Some contradict: another name.
    Other,
}

impl Spelling {
    /// The spelling of a name without the word for its kind; `None` if it has no letter, or too many.
    pub(super) fn of(name: &str) -> Option<Self> {
        let mut writer = Writer::new();
        let mut chars = name.chars().peekable();
        while let Some(c) = chars.next() {
            if let Some(mut letter) = Letter::of(c) {
                while let Some(marked) =
                    chars.peek().and_then(|&c| letter.with_mark(Mark::combining(c)?))
                {
                    letter = marked;
                    chars.next();
                }
                writer.letter(letter)?;
            } else if is_blank(c) {
                writer.end_word()?;
            } else {
                match plain_byte(c) {
                    Some(digit @ b'0'..=b'9') => writer.digit(digit - b'0')?,
                    Some(plain) if plain.is_ascii_lowercase() => {
                        writer.letter(Letter::of(char::from(plain))?)?;
                    }
                    Some(b'-' | b'/' | b',') => writer.end_word()?,
                    Some(OTHER) => return None,
                    _ => {}
                }
            }
        }
        writer.finish()
    }

    fn signs(&self) -> &[u8] {
        self.signs.get(..usize::from(self.len)).unwrap_or_default()
    }

    /// Compares the marks; `None` if the letters differ.
    pub(super) fn marks(&self, name: &Self) -> Option<Marks> {
        let (mut mine, mut theirs) = (self.signs(), name.signs());
        let mut marks = Marks::Same;
        loop {
            match (mine, theirs) {
                ([], []) => return Some(marks),
                ([a, mine_rest @ ..], [b, theirs_rest @ ..]) if a == b => {
                    (mine, theirs) = (mine_rest, theirs_rest);
                }
                ([a, mine_rest @ ..], [b, theirs_rest @ ..]) if *a >= TONE && *b >= TONE => {
                    marks = Marks::Other;
                    (mine, theirs) = (mine_rest, theirs_rest);
                }
                (_, [tone, rest @ ..]) if *tone >= TONE => {
                    marks = marks.max(Marks::Missing);
                    theirs = rest;
                }
                ([tone, rest @ ..], _) if *tone >= TONE => {
                    marks = Marks::Other;
                    mine = rest;
                }
                ([a, mine_rest @ ..], [b, theirs_rest @ ..])
                    if *a < DIGIT && *b < DIGIT && base(*a) == base(*b) =>
                {
                    let missing = *a == base(*a);
                    marks = marks.max(if missing { Marks::Missing } else { Marks::Other });
                    (mine, theirs) = (mine_rest, theirs_rest);
                }
                _ => return None,
            }
        }
    }
}

/// The id of a letter without its quality mark: ids follow the order a ă â b c d đ e ê … o ô ơ … u ư.
const fn base(id: u8) -> u8 {
    match id {
        _ if id == A + 1 || id == A + 2 => A,
        _ if id == D + 1 => D,
        _ if id == E + 1 => E,
        _ if id == O + 1 || id == O + 2 => O,
        _ if id == U + 1 => U,
        _ => id,
    }
}

const A: u8 = id(b'a');
const D: u8 = id(b'd');
const E: u8 = id(b'e');
const O: u8 = id(b'o');
const U: u8 = id(b'u');

const fn id(letter: u8) -> u8 {
    match Letter::at(letter as usize) {
        Some(letter) => letter.id(),
        None => 0,
    }
}

struct Writer {
    spelling: Spelling,
    /// Where the word at hand begins, and its tone.
    word: u8,
    tone: u8,
    /// Letters of the word that are no Roman figure.
    plain: bool,
    digits: Option<(u32, u8)>,
    /// Letters, not digits, were seen.
    letters: bool,
    hash: u32,
}

impl Writer {
    fn new() -> Self {
        let spelling = Spelling { signs: [0; LONGEST], len: 0, hash: 0, number: None };
        let hash = 0x811C_9DC5;
        Self { spelling, word: 0, tone: 0, plain: false, digits: None, letters: false, hash }
    }

    fn push(&mut self, sign: u8) -> Option<()> {
        *self.spelling.signs.get_mut(usize::from(self.spelling.len))? = sign;
        self.spelling.len += 1;
        Some(())
    }

    #[inline]
    fn letter(&mut self, letter: Letter) -> Option<()> {
        if self.digits.is_some() {
            self.end_word()?;
        }
        if letter.tone() != 0 {
            self.tone = letter.tone();
        }
        let plain = letter.base();
        self.plain |= !matches!(plain, b'i' | b'v' | b'x');
        self.letters = true;
        self.push(if plain == b'y' { id(b'i') } else { letter.id() })
    }

    fn digit(&mut self, digit: u8) -> Option<()> {
        if self.digits.is_none() {
            self.end_word()?;
        }
        let (value, count) = self.digits.unwrap_or_default();
        self.digits =
            Some((value.checked_mul(10)?.checked_add(u32::from(digit))?, count.checked_add(1)?));
        Some(())
    }

    /// Ends a word: its tone, or its number.
    fn end_word(&mut self) -> Option<()> {
        if let Some((value, _)) = self.digits.take() {
            self.number(value)?;
        } else if let Some([.., last]) = self.written() {
            let long = usize::from(self.spelling.len - self.word) > 1;
            let (at, last) = (usize::from(self.spelling.len) - 1, *last);
            if long && last == id(b'k') {
                *self.spelling.signs.get_mut(at)? = id(b'c');
            }
            if self.tone != 0 {
                self.push(TONE | self.tone)?;
            }
        }
        (self.word, self.tone, self.plain) = (self.spelling.len, 0, false);
        Some(())
    }

    fn written(&self) -> Option<&[u8]> {
        let word = self.spelling.signs.get(usize::from(self.word)..usize::from(self.spelling.len));
        word.filter(|word| !word.is_empty())
    }

    fn number(&mut self, value: u32) -> Option<()> {
        if value >= 10 {
            self.number(value / 10)?;
        }
        self.push(DIGIT | (value % 10) as u8)
    }

    fn finish(mut self) -> Option<Spelling> {
        let alone = !self.letters && self.spelling.len == 0;
        let digits = self.digits;
        // A Roman number behind a name.
        if self.word > 0
            && !self.plain
            && self.tone == 0
            && digits.is_none()
            && let Some(value) = self.written().and_then(roman)
        {
            self.spelling.len = self.word;
            self.number(value)?;
        } else {
            self.end_word()?;
        }
        if self.spelling.len == 0 {
            return None;
        }
        for &sign in self.spelling.signs() {
            let plain = match sign {
                TONE.. => continue,
                DIGIT.. => sign,
                _ => base(sign),
            };
            self.hash = (self.hash ^ u32::from(plain)).wrapping_mul(0x0100_0193);
        }
        self.spelling.hash = self.hash;
        self.spelling.number = digits.filter(|_| alone);
        Some(self.spelling)
    }
}

/// Roman numbers as units are numbered, but VI, which is a word (Đà Vị).
fn roman(word: &[u8]) -> Option<u32> {
    const I: u8 = id(b'i');
    const V: u8 = id(b'v');
    Some(match word {
        [I] => 1,
        [I, I] => 2,
        [I, I, I] => 3,
        [I, V] => 4,
        [V] => 5,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str, name: &str) -> Option<Marks> {
        let (text, name) = (Spelling::of(text).unwrap(), Spelling::of(name).unwrap());
        assert_eq!(text.marks(&name).is_some(), text.hash == name.hash);
        text.marks(&name)
    }

    #[test]
    fn habits_of_writing_are_no_difference() {
        for (text, name) in [
            ("AN HOÀ", "An Hòa"),
            ("an hòa", "An Hòa"),
            ("AnHòa", "An Hòa"),
            ("Mĩ Quí", "Mỹ Quý"),
            ("Đắk Lao", "Đắc Lao"),
            ("01", "1"),
            ("Tam Xuân II", "Tam Xuân 2"),
            ("Cư M’gar", "Cư M'gar"),
            ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"),
            ("An Ho\u{300}a", "An Hòa"),
        ] {
            assert!(marks(text, name) == Some(Marks::Same), "{text} {name}");
        }
    }

    #[test]
    fn marks_are_the_same_missing_or_other() {
        for (text, name, want) in [
            ("An Hoa", "An Hòa", Some(Marks::Missing)),
            ("Dong Da", "Đống Đa", Some(Marks::Missing)),
            ("Đông Da", "Đống Đa", Some(Marks::Missing)),
            ("Hoằng Phú", "Hoằng Phụ", Some(Marks::Other)),
            ("Tân Thành", "Tân Thạnh", Some(Marks::Other)),
            ("An Hòa", "An Hoa", Some(Marks::Other)),
            ("Ân Hòa", "An Hòa", Some(Marks::Other)),
            ("An Hòa", "An Phú", None),
            ("1", "11", None),
        ] {
            assert!(marks(text, name) == want, "{text} {name}");
        }
    }

    #[test]
    fn numbers_and_what_is_no_name() {
        assert_eq!(Spelling::of("00004").unwrap().number, Some((4, 5)));
        assert_eq!(Spelling::of("Khóm 4").unwrap().number, None);
        assert_eq!(Spelling::of("V").unwrap().number, None);
        for text in ["", " - ", "ខេត្ត", "999999999999"] {
            assert!(Spelling::of(text).is_none(), "{text}");
        }
        assert!(Spelling::of(&"a".repeat(100_000)).is_none());
    }

    #[test]
    fn bases_are_letters_without_quality() {
        for c in "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz".chars() {
            let letter = Letter::of(c).unwrap();
            assert_eq!(base(letter.id()), id(letter.base()), "{c}");
        }
    }
}
