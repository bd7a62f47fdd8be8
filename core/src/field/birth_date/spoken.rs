//! Words of a date turned into figures: numbers in words, names of lunar months, Can-Chi years, and
//! which calendar is meant. What comes out is read as `words` and `figures` read what is typed.

use super::can_chi;
use super::kinds::Calendar;
use super::numerals::{self, Nam};

/// The longest line of plain letters, and of the same line in figures.
pub(super) const LONGEST: usize = 192;

/// Words, numbers and signs that are looked at.
const TOKENS: usize = 48;

/// A line in figures and what was said beside them.
pub(super) struct Spoken {
    line: [u8; LONGEST],
    length: usize,
    /// The calendar, if it is named.
    pub(super) calendar: Option<Calendar>,
    /// A leap month is meant.
    pub(super) leap: bool,
    /// Words that hardly anyone uses of the solar calendar: Giêng, Chạp, rằm, Tết.
    pub(super) folk: bool,
    /// The Can-Chi name of the year.
    pub(super) can_chi: Option<u16>,
    /// The year of the line was written from that name alone.
    pub(super) from_can_chi: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Digits,
    Sign,
}

#[derive(Clone, Copy)]
struct Token {
    start: usize,
    end: usize,
    kind: Kind,
    /// A blank stands before it.
    blank: bool,
}

/// What a number is awaited for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Awaited {
    Nothing,
    Day,
    Month,
    Year,
}

fn awaited(word: &[u8]) -> Awaited {
    match word {
        b"ngay" | b"ng" | b"mung" | b"mong" => Awaited::Day,
        b"thang" | b"thg" | b"th" => Awaited::Month,
        b"nam" => Awaited::Year,
        _ => Awaited::Nothing,
    }
}

/// The tokens of a plain line.
struct Tokens<'p> {
    plain: &'p [u8],
    tokens: [Token; TOKENS],
    count: usize,
}

impl<'p> Tokens<'p> {
    fn of(plain: &'p [u8]) -> Option<Self> {
        let none = Token { start: 0, end: 0, kind: Kind::Sign, blank: false };
        let mut out = Self { plain, tokens: [none; TOKENS], count: 0 };
        let (mut at, mut blank) = (0, false);
        while let Some(&byte) = plain.get(at) {
            if b" ()[]".contains(&byte) {
                (at, blank) = (at + 1, true);
                continue;
            }
            let rest = plain.get(at..).unwrap_or_default();
            let length = |alike: fn(&u8) -> bool| rest.iter().take_while(|b| alike(b)).count();
            let (kind, length) = if byte.is_ascii_alphabetic() {
                (Kind::Word, length(u8::is_ascii_alphabetic))
            } else if byte.is_ascii_digit() {
                (Kind::Digits, length(u8::is_ascii_digit))
            } else {
                (Kind::Sign, 1)
            };
            let token = Token { start: at, end: at + length, kind, blank };
            *out.tokens.get_mut(out.count)? = token;
            out.count += 1;
            (at, blank) = (at + length, false);
        }
        Some(out)
    }

    fn get(&self, at: usize) -> Option<Token> {
        self.tokens.get(at).copied().filter(|_| at < self.count)
    }

    fn text(&self, at: usize) -> &'p [u8] {
        let plain = self.plain;
        self.get(at).and_then(|token| plain.get(token.start..token.end)).unwrap_or_default()
    }

    /// The word at a place; empty for anything else.
    fn word(&self, at: usize) -> &'p [u8] {
        let is_word = self.get(at).is_some_and(|token| token.kind == Kind::Word);
        if is_word { self.text(at) } else { &[] }
    }

    fn has_year(&self) -> bool {
        let is_year = |at: &usize| {
            self.get(*at).is_some_and(|token| token.kind == Kind::Digits)
                && self.text(*at).len() == 4
        };
        (0..self.count).any(|at| is_year(&at))
    }

    /// A calendar named at a place, and how many tokens name it.
    fn calendar(&self, at: usize) -> Option<(Calendar, usize)> {
        let next = self.word(at + 1);
        Some(match (self.word(at), next) {
            (b"am", b"lich") => (Calendar::Lunar, 2),
            (b"duong", b"lich") => (Calendar::Solar, 2),
            (b"al", _) => (Calendar::Lunar, 1),
            (b"dl", _) => (Calendar::Solar, 1),
            (b"a", b"l") => (Calendar::Lunar, 2),
            (b"d", b"l") => (Calendar::Solar, 2),
            (b"a", _) if self.text(at + 1) == b"." && self.word(at + 2) == b"l" => {
                (Calendar::Lunar, 3)
            }
            (b"d", _) if self.text(at + 1) == b"." && self.word(at + 2) == b"l" => {
                (Calendar::Solar, 3)
            }
            _ => return None,
        })
    }

    /// A month in Roman figures between two signs (12-V-1950). Ten is left out: a cross stands for an
    /// unknown part.
    fn roman(&self, at: usize) -> Option<u8> {
        const ROMAN: [&[u8]; 12] =
            [b"i", b"ii", b"iii", b"iv", b"v", b"vi", b"vii", b"viii", b"ix", b"?", b"xi", b"xii"];
        let sign = |at: Option<usize>| {
            at.and_then(|at| self.get(at)).is_some_and(|token| token.kind == Kind::Sign)
        };
        let place = ROMAN.iter().position(|roman| *roman == self.word(at))?;
        (sign(at.checked_sub(1)) && sign(Some(at + 1))).then_some(place as u8 + 1)
    }

    /// Is `năm` at this place "five", behind a word that awaits a number?
    fn is_five(&self, at: usize, before: Awaited) -> bool {
        if self.get(at).is_none_or(|token| !token.blank) {
            return false;
        }
        let next = self.word(at + 1);
        match before {
            // "ngày năm tháng tư", but "ngày, năm sinh".
            Awaited::Day => matches!(next, b"thang" | b"thg") || self.text(at + 1) == b"/",
            // "tháng năm", but "ngày tháng năm sinh".
            Awaited::Month => {
                let label = at >= 2 && awaited(self.word(at - 2)) == Awaited::Day;
                next != b"sinh" && !label
            }
            Awaited::Year => numerals::begins(next),
            Awaited::Nothing => false,
        }
    }
}

impl Spoken {
    /// The line in figures.
    pub(super) fn line(&self) -> &[u8] {
        self.line.get(..self.length).unwrap_or_default().trim_ascii()
    }

    fn push(&mut self, bytes: &[u8]) -> Option<()> {
        let end = self.length + bytes.len();
        self.line.get_mut(self.length..end)?.copy_from_slice(bytes);
        self.length = end;
        Some(())
    }

    /// Writes a number behind a blank, with a zero before a single digit if two are asked for.
    fn push_number(&mut self, value: u32, digits: u8) -> Option<()> {
        self.push(b" ")?;
        let mut scale = 10_u32.checked_pow(u32::from(digits.max(1)) - 1)?;
        while scale > 0 {
            self.push(&[b'0' + (value / scale % 10) as u8])?;
            scale /= 10;
        }
        Some(())
    }

    /// Reads a plain line; `None` where it is too long or names a year that never was.
    pub(super) fn read(plain: &[u8], this_year: u16) -> Option<Self> {
        let tokens = Tokens::of(plain)?;
        let mut out = Self {
            line: [0; LONGEST],
            length: 0,
            calendar: None,
            leap: false,
            folk: false,
            can_chi: None,
            from_can_chi: false,
        };
        let has_year = tokens.has_year();
        let has_age = (0..tokens.count).any(|at| tokens.word(at) == b"tuoi");
        let mut before = Awaited::Nothing;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let word = tokens.word(at);
            let next = tokens.word(at + 1);
            if token.blank {
                out.push(b" ")?;
            }
            if word.is_empty() {
                out.push(tokens.text(at))?;
                before = Awaited::Nothing;
                at += 1;
            } else if let Some((calendar, used)) = tokens.calendar(at) {
                out.calendar = Some(calendar);
                at += used;
            } else if let Some(month) = tokens.roman(at) {
                out.push_number(month.into(), 2)?;
                at += 1;
            } else if matches!(word, b"nam" | b"tuoi")
                && can_chi::place(next, tokens.word(at + 2)).is_some()
            {
                // "năm Mậu Thân", "tuổi Mậu Thân": the name says it.
                at += 1;
            } else if let Some(place) = can_chi::place(word, next) {
                out.can_chi = Some(place);
                let age = has_age && !(at > 0 && tokens.word(at - 1) == b"tuoi");
                if !has_year && !age {
                    out.from_can_chi = true;
                    out.push_number(can_chi::latest(place, this_year).into(), 4)?;
                }
                before = Awaited::Nothing;
                at += 2;
            } else if can_chi::is_stem(word) {
                return None;
            } else {
                at += out.word(&tokens, at, &mut before)?;
            }
        }
        Some(out)
    }

    /// Turns one word, or the words of one number; gives how many.
    fn word(&mut self, tokens: &Tokens<'_>, at: usize, before: &mut Awaited) -> Option<usize> {
        let word = tokens.word(at);
        let mut month = |out: &mut Self, number: u32| {
            if *before != Awaited::Month {
                out.push(b" thang")?;
            }
            *before = Awaited::Nothing;
            out.push_number(number, 2)
        };
        match word {
            b"nhuan" => self.leap = true,
            b"gieng" => {
                self.folk = true;
                month(self, 1)?;
            }
            b"chap" => {
                self.folk = true;
                month(self, 12)?;
            }
            b"tet" => {
                self.folk = true;
                month(self, 1)?;
            }
            b"ram" => {
                self.folk = true;
                self.push(b" ngay 15")?;
                *before = Awaited::Nothing;
            }
            _ if numerals::begins(word) || word == b"nam" && tokens.is_five(at, *before) => {
                let nam = match *before {
                    Awaited::Year => Nam::Five,
                    Awaited::Day => Nam::FiveBeforeMonth,
                    Awaited::Month | Awaited::Nothing => Nam::FiveAmongDigits,
                };
                let number = numerals::read(|ahead| tokens.word(at + ahead), nam)?;
                self.push_number(number.value, number.digits)?;
                *before = Awaited::Nothing;
                return Some(number.words);
            }
            _ => {
                self.push(word)?;
                *before = awaited(word);
            }
        }
        Some(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    fn figures(text: &str) -> String {
        let spoken = Spoken::read(text.as_bytes(), 2026).unwrap();
        let words = core::str::from_utf8(spoken.line()).unwrap().split_whitespace();
        words.collect::<alloc::vec::Vec<_>>().join(" ")
    }

    #[test]
    fn words_become_figures() {
        for (text, want) in [
            ("ngay nam thang bay nam mot chin bay tam", "ngay 5 thang 7 nam 1978"),
            ("mong nam thang gieng", "mong 5 thang 01"),
            (
                "ngay muoi lam thang muoi hai nam mot nghin chin tram nam muoi",
                "ngay 15 thang 12 nam 1950",
            ),
            ("ngay hai muoi nam thang tu nam 1950", "ngay 25 thang 4 nam 1950"),
            ("thang muoi nam mot chin nam muoi", "thang 10 nam 1950"),
            ("thang nam nam mot chin nam nam", "thang 5 nam 1955"),
            ("thang nam 1950", "thang 5 1950"),
            ("nam nam muoi", "nam 50"),
            ("ngay thang nam sinh: 12/5/1950", "ngay thang nam sinh: 12/5/1950"),
            ("12 thg 5, 1950", "12 thg 5, 1950"),
            ("ram thang bay nam mau than", "ngay 15 thang 7 1968"),
            ("mong 1 tet mau than", "mong 1 thang 01 1968"),
            ("12-v-1950", "12- 05-1950"),
            ("20/xii/1950", "20/ 12/1950"),
            ("15/8/1968 (al)", "15/8/1968"),
            ("15/8 nhuan/1968 a.l", "15/8 /1968"),
            ("mau than (1968)", "1968"),
            ("tuoi mau than", "1968"),
        ] {
            assert_eq!(figures(text), want, "{text}");
        }
    }

    #[test]
    fn what_is_said_beside() {
        let read = |text: &str| Spoken::read(text.as_bytes(), 2026).unwrap();
        assert_eq!(read("15/8/1968 am lich").calendar, Some(Calendar::Lunar));
        assert_eq!(read("15/8/1968 d.l").calendar, Some(Calendar::Solar));
        assert!(read("thang 6 nhuan").leap && read("thang chap").folk);
        assert!(read("mau than").from_can_chi && !read("mau than 1968").from_can_chi);
        assert!(Spoken::read(b"giap suu", 2026).is_none());
        assert!(Spoken::read(&[b'a'; 400], 2026).is_none());
    }
}
