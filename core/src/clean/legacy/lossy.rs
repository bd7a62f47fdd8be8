//! UTF-8 that was read as Windows-1252 and lost bytes on the way.
//!
//! Windows-1252 has no character for 81, 8D, 8F, 90 and 9D: programs show nothing, `?` or U+FFFD. A0 is
//! the no-break space: it is trimmed, or becomes a common space. A reader of Latin-1 may drop all of 80
//! to 9F as control characters. So lost letters are Á Đ ề Í ỏ ọ Ố ờ Ý, and à Ạ Ơ Ỡ.
//!
//! **The line between a repair and a suggestion**: where the bytes left, and the case of the word they
//! stand in, allow one letter only, it is restored (`Ä\u{FFFD}áº·ng` is Đặng: of all letters only Đ
//! begins with that byte and ends in a lost one). Where grammar or the list of names would have to
//! choose between letters, even if they leave one, the text stays and the choice is suggested. Grammar
//! decides one thing alone: whether the blank that a lost A0 left also parts two words.

use super::misread::{cp1252, cp1252_byte, is_vietnamese};
use super::suggest::{Part, is_real, weight};
use crate::text::{Letter, Mark, compose, is_alphabetic, is_blank, is_lowercase, is_uppercase};
use alloc::string::String;
use alloc::vec::Vec;

/// Bytes without a character in Windows-1252.
const UNDEFINED: [u8; 5] = [0x81, 0x8D, 0x8F, 0x90, 0x9D];
/// A run that is longer, or can be read in more ways, is no word.
const MOST_PIECES: usize = 64;
const MOST_READINGS: usize = 512;

/// What stands in place of the last byte of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loss {
    /// U+FFFD or `?`.
    Sign,
    /// A space: the byte A0 itself, or the gap after a word that lost its last byte.
    Space,
    /// The no-break space: the byte A0, alone or together with the gap after the word.
    Hard,
    Nothing,
}

#[derive(Debug, Clone, Copy)]
enum Piece {
    Char(char),
    /// A letter without its last byte: its code point without the last six bits.
    Hole(u32, Loss),
}

impl Piece {
    fn letter(&self) -> Option<char> {
        match self {
            Self::Char(c) if is_alphabetic(*c) => Some(*c),
            _ => None,
        }
    }

    fn is_blank(&self) -> bool {
        matches!(self, Self::Char(c) if is_blank(*c))
    }

    /// Can a word end here, before what follows without a blank?
    fn may_end(&self) -> bool {
        matches!(self, Self::Hole(_, Loss::Space | Loss::Hard))
    }
}

/// The text restored, if each lost letter is certain.
pub(super) fn restore(text: &str) -> Option<String> {
    let once = Decoded::of(text)?.restored()?;
    if is_vietnamese(&once) {
        return Some(once);
    }
    match Decoded::of(&once) {
        Some(decoded) => decoded.restored(),
        // Once, and with a sign of another language.
        None => Some(once),
    }
}

/// The parts of a text that lost letters, with the choices for those that are not certain; `None` if
/// none was lost, or no choice makes a word.
pub(super) fn parts(text: &str) -> Option<Vec<Part>> {
    let decoded = Decoded::of(text)?;
    let part = |run| {
        let readings = decoded.readings(run)?;
        match readings.certain() {
            Some(text) => is_vietnamese(&text).then_some(Part::Sure(text)),
            None => {
                let real = readings.all.into_iter().filter(|reading| is_real(reading));
                let choices: Vec<_> = real.map(|reading| (weight(&reading), reading)).collect();
                (!choices.is_empty()).then_some(Part::Choice(choices))
            }
        }
    };
    decoded.runs().map(part).collect()
}

/// What a run may say, in the order of letters.
struct Readings {
    all: Vec<String>,
    /// Does one letter alone fit each hole?
    letters_are_certain: bool,
    /// Is the first of them what the bytes say as they stand?
    is_whole: bool,
}

impl Readings {
    fn certain(&self) -> Option<String> {
        if !self.letters_are_certain {
            return None;
        }
        match &self.all[..] {
            [only] => Some(only.clone()),
            // A word more or not.
            several => {
                let mut real = several.iter().filter(|reading| is_real(reading));
                let only = real.next().filter(|_| real.next().is_none());
                only.or_else(|| several.first().filter(|_| self.is_whole)).cloned()
            }
        }
    }
}

/// A text decoded as far as its bytes go.
struct Decoded {
    pieces: Vec<Piece>,
    /// Were characters of 80 to 9F shown, so that of these only undefined bytes can be lost?
    shown: bool,
    /// Case of the letters within words, `true` for capitals; `None` for none or both.
    case: Option<bool>,
}

impl Decoded {
    /// `None` if the text holds what UTF-8 read as Windows-1252 cannot.
    fn of(text: &str) -> Option<Self> {
        let mut pieces = Vec::with_capacity(text.len());
        let mut shown = false;
        let mut rest = text.chars();
        while let Some(c) = rest.next() {
            let base = match cp1252_byte(c)? {
                0..0x80 | 0xA0 => {
                    pieces.push(Piece::Char(c));
                    continue;
                }
                lead @ (0xC2..=0xC6 | 0xCB | 0xCC) => u32::from(lead & 0x1F) << 6,
                lead @ (0xE1 | 0xE2) => {
                    let second = rest.next().and_then(cp1252_byte).filter(|b| b & 0xC0 == 0x80)?;
                    shown |= second < 0xA0;
                    u32::from(lead & 0xF) << 12 | u32::from(second & 0x3F) << 6
                }
                _ => return None,
            };
            let before = rest.clone();
            let loss = match rest.next() {
                Some('\u{FFFD}' | '?') => Loss::Sign,
                Some(' ') => Loss::Space,
                Some('\u{A0}') => Loss::Hard,
                Some(c) => match cp1252_byte(c).filter(|byte| byte & 0xC0 == 0x80) {
                    Some(last) => {
                        shown |= last < 0xA0;
                        pieces.push(Piece::Char(char::from_u32(base | u32::from(last & 0x3F))?));
                        continue;
                    }
                    None => Loss::Nothing,
                },
                None => Loss::Nothing,
            };
            if loss == Loss::Nothing {
                rest = before;
            }
            // C2 stands before what is that byte itself: the text was read wrongly twice, and the byte
            // is missing in what it was before.
            pieces.push(match loss {
                _ if base != 0x80 => Piece::Hole(base, loss),
                Loss::Sign => Piece::Char('\u{FFFD}'),
                Loss::Space => Piece::Char(' '),
                Loss::Hard => Piece::Char('\u{A0}'),
                Loss::Nothing => continue,
            });
        }
        let case = case_within(&pieces);
        Some(Self { pieces, shown, case })
    }

    fn restored(&self) -> Option<String> {
        let mut out = String::with_capacity(self.pieces.len());
        for run in self.runs() {
            out.push_str(&self.readings(run)?.certain()?);
        }
        Some(out)
    }

    /// Blanks, and the runs between them.
    fn runs(&self) -> impl Iterator<Item = &[Piece]> {
        self.pieces.chunk_by(|left, right| !left.is_blank() && !right.is_blank())
    }

    /// All that a run can say. `None` if that is too much for a word.
    fn readings(&self, run: &[Piece]) -> Option<Readings> {
        let is_whole =
            run.iter().all(|piece| matches!(piece, Piece::Char(_) | Piece::Hole(_, Loss::Hard)));
        let mut found =
            Readings { all: alloc::vec![String::new()], letters_are_certain: true, is_whole };
        if run.iter().any(|piece| matches!(piece, Piece::Hole(..))) && run.len() > MOST_PIECES {
            return None;
        }
        for (at, piece) in run.iter().enumerate() {
            let &Piece::Hole(base, loss) = piece else {
                let Piece::Char(c) = *piece else { continue };
                found.all.iter_mut().for_each(|reading| reading.push(c));
                continue;
            };
            let case = self.case_at(run, at);
            let letters = Letters::of(base, loss, self.shown, case);
            found.letters_are_certain &= letters.fit && letters.all.len() == 1;
            let mut next = Vec::with_capacity(found.all.len() * 2);
            for reading in &found.all {
                for &letter in &letters.all {
                    let ends = |end| reading.chars().chain([letter]).chain(end).collect::<String>();
                    let may_join = loss != Loss::Space || is_last_a0(letter);
                    if may_join {
                        next.push(ends(None));
                    }
                    let may_part = matches!(loss, Loss::Space | Loss::Hard);
                    if may_part {
                        next.push(ends(Some(' ')));
                    }
                }
            }
            found.all = next;
            if found.all.len() > MOST_READINGS {
                return None;
            }
        }
        if let [.., Piece::Hole(_, Loss::Space | Loss::Hard)] = run {
            // Nothing follows: it is all one whether the blank is a gap.
            found.all.retain(|reading| !reading.ends_with(' '));
        }
        found.all.iter_mut().for_each(|reading| *reading = compose(reading).into_owned());
        Some(found)
    }

    /// Case that a letter has by those around it: `true` for a capital. First letters of words say
    /// nothing, and nothing is said of them but that capitals follow.
    fn case_at(&self, run: &[Piece], at: usize) -> Option<bool> {
        let (before, rest) = run.split_at_checked(at)?;
        let (hole, after) = rest.split_first()?;
        let head = before.iter().rev().map_while(Piece::letter);
        let is_first = before.last().is_none_or(|piece| match piece {
            Piece::Char(c) => !is_alphabetic(*c),
            hole => hole.may_end(),
        });
        let tail = after.iter().map_while(Piece::letter).filter(|_| !hole.may_end());
        let (mut lower, mut upper) = (false, false);
        let inner = head.clone().count().saturating_sub(1);
        for c in head.take(inner).chain(tail) {
            lower |= is_lowercase(c);
            upper |= is_uppercase(c);
        }
        let around = if lower || upper { (lower != upper).then_some(upper) } else { self.case };
        around.filter(|upper| *upper || !is_first)
    }
}

fn case_within(pieces: &[Piece]) -> Option<bool> {
    let (mut lower, mut upper, mut within) = (false, false, false);
    for piece in pieces {
        if let Some(c) = piece.letter() {
            lower |= within && is_lowercase(c);
            upper |= within && is_uppercase(c);
        }
        within = piece.letter().is_some() || matches!(piece, Piece::Hole(..)) && !piece.may_end();
    }
    (lower != upper).then_some(upper)
}

/// What may stand in a hole.
struct Letters {
    all: Vec<char>,
    /// In the case asked for?
    fit: bool,
}

impl Letters {
    fn of(base: u32, loss: Loss, shown: bool, case: Option<bool>) -> Self {
        let lost = |byte: &u8| match loss {
            Loss::Hard => *byte == 0xA0,
            Loss::Sign => UNDEFINED.contains(byte),
            Loss::Space | Loss::Nothing => match byte {
                0x80..0xA0 => !shown || UNDEFINED.contains(byte),
                _ => *byte == 0xA0,
            },
        };
        let letter = |byte| char::from_u32(base | u32::from(byte & 0x3F)).filter(|c| is_meant(*c));
        let all: Vec<_> = (0x80..=0xA0).filter(lost).filter_map(letter).collect();
        let fits =
            |c: &char| case.is_none_or(|upper| !is_alphabetic(*c) || is_uppercase(*c) == upper);
        let fitting: Vec<_> = all.iter().copied().filter(fits).collect();
        if fitting.is_empty() { Self { all, fit: false } } else { Self { all: fitting, fit: true } }
    }
}

/// A letter or mark of Vietnamese, or what Windows-1252 shows for a byte of one.
fn is_meant(c: char) -> bool {
    Letter::of(c).is_some()
        || Mark::combining(c).is_some()
        || c > '\u{FF}' && cp1252_byte(c).is_some_and(|byte| cp1252(byte) == c)
}

/// Is A0 the letter's last byte in UTF-8?
fn is_last_a0(c: char) -> bool {
    u32::from(c) & 0x3F == 0x20
}
