//! The letters Vietnamese is written with, as small integers.
//!
//! 134 letters beyond ASCII (12 vowels, six tones, two cases, and đ) plus the ASCII letters. Their
//! code points are those of Unicode's Latin-1, Latin Extended-A/B and Latin Extended Additional
//! blocks, the same set that TCVN 6909:2001 names.

/// Vowels in the order of their ids, each in the order of tones: level, huyền, sắc, hỏi, ngã, nặng.
const VOWELS: [(u8, [char; 6], [char; 6]); 12] = [
    (1, ['a', 'à', 'á', 'ả', 'ã', 'ạ'], ['A', 'À', 'Á', 'Ả', 'Ã', 'Ạ']),
    (2, ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'], ['Ă', 'Ằ', 'Ắ', 'Ẳ', 'Ẵ', 'Ặ']),
    (3, ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'], ['Â', 'Ầ', 'Ấ', 'Ẩ', 'Ẫ', 'Ậ']),
    (8, ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'], ['E', 'È', 'É', 'Ẻ', 'Ẽ', 'Ẹ']),
    (9, ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'], ['Ê', 'Ề', 'Ế', 'Ể', 'Ễ', 'Ệ']),
    (13, ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'], ['I', 'Ì', 'Í', 'Ỉ', 'Ĩ', 'Ị']),
    (19, ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'], ['O', 'Ò', 'Ó', 'Ỏ', 'Õ', 'Ọ']),
    (20, ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'], ['Ô', 'Ồ', 'Ố', 'Ổ', 'Ỗ', 'Ộ']),
    (21, ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'], ['Ơ', 'Ờ', 'Ớ', 'Ở', 'Ỡ', 'Ợ']),
    (27, ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'], ['U', 'Ù', 'Ú', 'Ủ', 'Ũ', 'Ụ']),
    (28, ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'], ['Ư', 'Ừ', 'Ứ', 'Ử', 'Ữ', 'Ự']),
    (32, ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'], ['Y', 'Ỳ', 'Ý', 'Ỷ', 'Ỹ', 'Ỵ']),
];

/// Ids follow the dictionary order: a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z.
const CONSONANTS: [(u8, char, char); 21] = [
    (4, 'b', 'B'),
    (5, 'c', 'C'),
    (6, 'd', 'D'),
    (7, 'đ', 'Đ'),
    (10, 'f', 'F'),
    (11, 'g', 'G'),
    (12, 'h', 'H'),
    (14, 'j', 'J'),
    (15, 'k', 'K'),
    (16, 'l', 'L'),
    (17, 'm', 'M'),
    (18, 'n', 'N'),
    (22, 'p', 'P'),
    (23, 'q', 'Q'),
    (24, 'r', 'R'),
    (25, 's', 'S'),
    (26, 't', 'T'),
    (29, 'v', 'V'),
    (30, 'w', 'W'),
    (31, 'x', 'X'),
    (33, 'z', 'Z'),
];

/// ASCII letter of each id.
const BASE: &[u8; 64] = b" aaabcddeefghijklmnooopqrstuuvwxyz                              ";
/// Which ids are vowels, and which of those carry ă â ê ô ơ ư's own mark.
const VOWEL_IDS: u64 = 1 << 1
    | 1 << 2
    | 1 << 3
    | 1 << 8
    | 1 << 9
    | 1 << 13
    | 1 << 19
    | 1 << 20
    | 1 << 21
    | 1 << 27
    | 1 << 28
    | 1 << 32;
const QUALITY_IDS: u64 = 1 << 2 | 1 << 3 | 1 << 9 | 1 << 20 | 1 << 21 | 1 << 28;

const LOW_END: usize = 0x1B1;
const HIGH_START: usize = 0x1EA0;
const HIGH_LEN: usize = 0x1EFA - 0x1EA0;
const UPPER: u16 = 1 << 9;

struct Tables {
    low: [u16; LOW_END],
    high: [u16; HIGH_LEN],
    chars: [char; 1024],
}

const BUILT: Tables = tables();
static TABLES: Tables = BUILT;

// Runs at compile time only: an index out of range would be a build error.
#[allow(clippy::indexing_slicing)]
const fn put(tables: &mut Tables, c: char, code: u16) {
    let point = c as usize;
    if point < LOW_END {
        tables.low[point] = code;
    } else {
        tables.high[point - HIGH_START] = code;
    }
    tables.chars[code as usize] = c;
}

#[allow(clippy::indexing_slicing)]
const fn tables() -> Tables {
    let mut tables = Tables { low: [0; LOW_END], high: [0; HIGH_LEN], chars: ['\0'; 1024] };
    let mut row = 0;
    while row < VOWELS.len() {
        let (id, lower, upper) = VOWELS[row];
        let mut tone = 0;
        while tone < 6 {
            let code = id as u16 | (tone as u16) << 6;
            put(&mut tables, lower[tone], code);
            put(&mut tables, upper[tone], code | UPPER);
            tone += 1;
        }
        row += 1;
    }
    let mut row = 0;
    while row < CONSONANTS.len() {
        let (id, lower, upper) = CONSONANTS[row];
        put(&mut tables, lower, id as u16);
        put(&mut tables, upper, id as u16 | UPPER);
        row += 1;
    }
    tables
}

/// A Latin letter as Vietnamese writes it: base with quality mark, tone mark, and case.
///
/// Covers the ASCII letters and the 134 Vietnamese letters; `ñ`, `č`, `ŏ` and other scripts are not
/// `Letter`s. Two bytes, compared as an integer.
///
/// ```
/// use hoten::text::Letter;
/// let letter = Letter::of('Ễ').unwrap();
/// assert_eq!((letter.base(), letter.tone(), letter.is_upper()), (b'e', 4, true));
/// assert_eq!(letter.without_tone().lower().to_char(), 'ê');
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Letter(u16);

impl Letter {
    /// The letter of a character; `None` outside ASCII letters and the 134 Vietnamese ones.
    #[must_use]
    #[inline]
    pub fn of(c: char) -> Option<Self> {
        let point = c as usize;
        let code = match TABLES.low.get(point) {
            Some(&code) => code,
            None => *TABLES.high.get(point.wrapping_sub(HIGH_START))?,
        };
        (code != 0).then_some(Self(code))
    }

    /// [`Letter::of`] a code point, for tables made at compile time.
    #[allow(clippy::indexing_slicing)] // Each index was compared with its length.
    pub(crate) const fn at(point: usize) -> Option<Self> {
        let code = if point < LOW_END {
            BUILT.low[point]
        } else if point >= HIGH_START && point < HIGH_START + HIGH_LEN {
            BUILT.high[point - HIGH_START]
        } else {
            0
        };
        if code == 0 { None } else { Some(Self(code)) }
    }

    /// The character.
    #[must_use]
    #[inline]
    pub fn to_char(self) -> char {
        TABLES.chars.get(usize::from(self.0)).copied().unwrap_or('\0')
    }

    /// 1 to 33: place in the order a ă â b c d đ e ê f g … y z, whatever tone and case.
    #[must_use]
    #[inline]
    pub const fn id(self) -> u8 {
        (self.0 & 0x3F) as u8
    }

    /// Tone mark: 0 none, 1 huyền (`` ` ``), 2 sắc (´), 3 hỏi, 4 ngã (~), 5 nặng (dot below).
    #[must_use]
    #[inline]
    pub const fn tone(self) -> u8 {
        (self.0 >> 6 & 7) as u8
    }

    /// Lower-case ASCII letter without any mark (`d` for đ).
    #[must_use]
    #[inline]
    #[allow(clippy::indexing_slicing)] // 64 entries for an index of six bits.
    pub const fn base(self) -> u8 {
        BASE[(self.0 & 0x3F) as usize]
    }

    /// Upper case?
    #[must_use]
    #[inline]
    pub const fn is_upper(self) -> bool {
        self.0 & UPPER != 0
    }

    /// One of a ă â e ê i o ô ơ u ư y?
    #[must_use]
    #[inline]
    pub fn is_vowel(self) -> bool {
        VOWEL_IDS >> self.id() & 1 == 1
    }

    /// One of ă â ê ô ơ ư, which draw the tone mark to themselves?
    #[must_use]
    #[inline]
    pub fn has_quality(self) -> bool {
        QUALITY_IDS >> self.id() & 1 == 1
    }

    /// The same letter in lower case.
    #[must_use]
    #[inline]
    pub fn lower(self) -> Self {
        Self(self.0 & !UPPER)
    }

    /// The same letter in upper case.
    #[must_use]
    #[inline]
    pub fn upper(self) -> Self {
        Self(self.0 | UPPER)
    }

    /// The same letter without its tone mark.
    #[must_use]
    #[inline]
    pub fn without_tone(self) -> Self {
        Self(self.0 & !(7 << 6))
    }

    /// The same letter with another tone (0 to 5); `None` if it is no vowel or there is no such tone.
    #[must_use]
    #[inline]
    pub fn with_tone(self, tone: u8) -> Option<Self> {
        (tone == 0 || tone < 6 && self.is_vowel())
            .then(|| Self(self.without_tone().0 | u16::from(tone) << 6))
    }

    /// The letter that carries one mark more, in whatever order the marks were written;
    /// `None` if Vietnamese has no such letter.
    #[must_use]
    #[inline]
    pub fn with_mark(self, mark: Mark) -> Option<Self> {
        let id = match (mark, self.id()) {
            (Mark::Tone(tone), id) => {
                let free = self.tone() == 0 && VOWEL_IDS >> id & 1 == 1 && tone < 6;
                return free.then(|| Self(self.0 | u16::from(tone) << 6));
            }
            (Mark::Breve, 1) => 2,
            (Mark::Circumflex, 1) => 3,
            (Mark::Stroke, 6) => 7,
            (Mark::Circumflex, 8) => 9,
            (Mark::Circumflex, 19) => 20,
            (Mark::Horn, 19) => 21,
            (Mark::Horn, 27) => 28,
            _ => return None,
        };
        Some(Self(self.0 & !0x3F | id))
    }
}

/// A mark on a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// A tone, numbered as in [`Letter::tone`], 1 to 5.
    Tone(u8),
    /// â ê ô.
    Circumflex,
    /// ă.
    Breve,
    /// ơ ư.
    Horn,
    /// đ.
    Stroke,
}

impl Mark {
    /// The mark of a combining character (U+0300 …).
    #[must_use]
    #[inline]
    pub fn combining(c: char) -> Option<Self> {
        Some(match c {
            '\u{300}' | '\u{340}' => Self::Tone(1),
            '\u{301}' | '\u{341}' => Self::Tone(2),
            '\u{309}' => Self::Tone(3),
            '\u{303}' => Self::Tone(4),
            '\u{323}' => Self::Tone(5),
            '\u{302}' => Self::Circumflex,
            '\u{306}' => Self::Breve,
            '\u{31B}' => Self::Horn,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn the_134_letters_are_what_unicode_says() {
        let mut count = 0;
        for c in ('\u{80}'..'\u{2000}').filter(|&c| Letter::of(c).is_some()) {
            let letter = Letter::of(c).unwrap();
            assert_eq!(letter.to_char(), c);
            assert_eq!(letter.lower().to_char().to_string(), c.to_lowercase().to_string());
            assert_eq!(letter.upper().to_char().to_string(), c.to_uppercase().to_string());
            let base: String = c.nfd().take(1).collect::<String>().to_lowercase();
            let base = if base == "đ" { "d".to_owned() } else { base };
            assert_eq!(char::from(letter.base()).to_string(), base);
            let marks: Vec<_> = c.nfd().skip(1).filter_map(Mark::combining).collect();
            let tone = marks.iter().find_map(|m| match m {
                Mark::Tone(tone) => Some(*tone),
                _ => None,
            });
            assert_eq!(letter.tone(), tone.unwrap_or(0));
            assert_eq!(
                letter.has_quality(),
                marks.iter().any(|m| !matches!(m, Mark::Tone(_))) && c != 'đ' && c != 'Đ'
            );
            count += 1;
        }
        assert_eq!(count, 134);
    }

    #[test]
    fn ascii_letters_and_nothing_else_below_0x80() {
        for c in '\0'..'\u{80}' {
            assert_eq!(Letter::of(c).is_some(), c.is_ascii_alphabetic());
        }
        assert!(Letter::of('ñ').is_none() && Letter::of('\u{1EFA}').is_none());
        assert!(Letter::of(char::MAX).is_none());
    }

    #[test]
    fn marks_join_in_any_order() {
        let e = Letter::of('E').unwrap();
        let a = e.with_mark(Mark::Circumflex).unwrap().with_mark(Mark::Tone(5)).unwrap();
        let b = e.with_mark(Mark::Tone(5)).unwrap().with_mark(Mark::Circumflex).unwrap();
        assert_eq!((a, a.to_char()), (b, 'Ệ'));
        assert!(a.with_mark(Mark::Tone(1)).is_none() && a.with_mark(Mark::Horn).is_none());
        assert_eq!(Letter::of('d').unwrap().with_mark(Mark::Stroke).unwrap().to_char(), 'đ');
        assert!(Letter::of('b').unwrap().with_tone(2).is_none());
    }
}
