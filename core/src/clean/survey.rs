//! One quick walk over the bytes of a text: is there anything to do at all?
//!
//! Most cells are clean, and most cells compared are normal. So a byte costs two table look-ups that
//! wait for nothing, and one decision, which hardly ever falls otherwise: is this byte, or this
//! character beside the one before it, of a kind that was asked for? Letters are not decoded; which
//! letter a last byte ends, the byte before it says.

use super::scan::{Class, State};
use super::seen::{Scan, seen};
use alloc::string::String;
use core::str::from_utf8;

/// What a byte is, after the byte before it. Bits 0 to 7: the ASCII letter without marks in small,
/// or the ASCII character. The rest are kinds: of the character (see [`ALONE`]), as the right one of a
/// pair, and as the left one, [`LEFT`] bits higher. A character stands at its last byte.
#[derive(Clone, Copy)]
struct Entry(u32);

/// Needs the careful path.
const STRANGE: u32 = 1 << 8;
pub(super) const CAPITAL: u32 = 1 << 9;
/// A capital other than those of ASCII.
pub(super) const WIDE_CAPITAL: u32 = 1 << 10;
/// The character goes on.
const LEAD: u32 = 1 << 11;
const ALONE: u32 = STRANGE | CAPITAL | WIDE_CAPITAL | LEAD;

/// From a kind of the right one of a pair to the same kind of the left one.
const LEFT: u32 = 10;
/// A blank after a blank, or at the start.
const BLANKS: u32 = 1 << 12;
/// A letter after a comma.
pub(super) const COMMA: u32 = 1 << 13;
/// A vowel after a plain one with its tone: `óa`.
const OPEN: u32 = 1 << 14;
/// A plain vowel with its tone after a vowel: `oá`.
const CLOSED: u32 = 1 << 15;
/// A vowel of `ă â ê ô ơ ư` after one of those with its tone: `ứơ`.
const TWICE: u32 = 1 << 16;
/// Beside each other, they may have the tone on the wrong one.
const TONES: u32 = OPEN | CLOSED | TWICE;
/// A small letter where a word or a part of one begins.
const SMALL: u32 = 1 << 17;
/// A capital after a letter, and a loose mark.
const JOINED: u32 = 1 << 18;
/// A letter after a digit or a dot.
const INSIDE: u32 = 1 << 19;
/// Capitals and small letters otherwise than in `H'Mông Niê`.
pub(super) const CASES: u32 = SMALL | JOINED | INSIDE;
/// A vowel and an accented vowel of Latin-1, which a wrongly read text is full of.
pub(super) const MISREAD: u32 = 1 << 20;

/// What may be a key of Telex or VNI: a letter after a letter that no syllable has there, a digit
/// after a letter; and each character that stands twice.
pub(super) const KEY: u32 = 1 << 21;

/// What stands before the text: no character, but not the 0 of a byte that begins one.
const START: u32 = (BLANKS | SMALL) << LEFT | 1;
/// A blank that only the fold takes for a space.
const OTHER_BLANK: Entry = Entry(b' ' as u32 | STRANGE | BLANKS | BLANKS << LEFT);

const fn entry(point: usize) -> Entry {
    let seen = seen(point);
    if matches!(point, 0x09..=0x0D) {
        return OTHER_BLANK;
    }
    let mut bits = seen.byte() as u32;
    if seen.is(Class::Strange) {
        return Entry(bits | STRANGE);
    }
    if !seen.is_letter() {
        bits |= match point {
            0x20 => BLANKS | (BLANKS | SMALL) << LEFT,
            0x27 | 0x2D => SMALL << LEFT,
            0x2C => (COMMA | INSIDE) << LEFT,
            0x30..=0x39 => KEY | INSIDE << LEFT,
            _ => INSIDE << LEFT,
        };
        return Entry(bits);
    }
    bits |= COMMA | INSIDE | JOINED << LEFT;
    // Tr begins a syllable.
    bits |= if point == b'T' as usize { 0 } else { KEY << LEFT };
    bits |= match seen.byte() {
        b'd' | b'f' | b'j' | b'r' | b's' | b'w' | b'x' | b'z' => KEY,
        _ => 0,
    };
    bits |= match (seen.is_capital(), point < 0x80) {
        (false, _) => SMALL,
        (true, true) => CAPITAL | JOINED,
        (true, false) => CAPITAL | WIDE_CAPITAL | JOINED,
    };
    bits |= if seen.is(Class::PlainToned) || seen.is(Class::IToned) {
        OPEN | CLOSED | TWICE | OPEN << LEFT
    } else if seen.is(Class::QualityToned) {
        OPEN | TWICE | TWICE << LEFT
    } else if seen.is(Class::Quality) {
        OPEN | TWICE | CLOSED << LEFT
    } else if seen.is(Class::Plain) || seen.is(Class::U) || seen.is(Class::I) {
        OPEN | CLOSED << LEFT
    } else {
        return Entry(bits);
    };
    // A vowel.
    let accented = if point >= 0xC0 && point < 0x100 { MISREAD } else { 0 };
    Entry(bits | accented | MISREAD << LEFT)
}

/// Bytes after which the next one is part of the same character, by the number of their row.
const LEADS: [u8; 10] = [0, 0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xCC, 0xE1, 0xBA, 0xBB];
/// Where the row for the byte after a byte begins.
static ROW_AFTER: [u16; 256] = row_after();
static ENTRIES: [Entry; 10 << 8] = entries();

// At compile time only, both: an index out of range would be a build error.
#[allow(clippy::indexing_slicing)]
const fn row_after() -> [u16; 256] {
    let mut rows = [0; 256];
    let mut row = 1;
    while row < LEADS.len() {
        rows[LEADS[row] as usize] = (row as u16) << 8;
        row += 1;
    }
    rows
}

#[allow(clippy::indexing_slicing)]
const fn entries() -> [Entry; 10 << 8] {
    let mut table = [Entry(STRANGE); 10 << 8];
    let mut row = 0;
    while row < LEADS.len() {
        let mut byte = 0;
        while byte < 256 {
            table[row << 8 | byte] = match (LEADS[row], byte) {
                (_, 0..0x80) => entry(byte),
                (_, 0xC2..=0xC6 | 0xCC | 0xE1) => Entry(LEAD),
                (0xC2, 0xA0) => OTHER_BLANK,
                (0xE1, 0xBA | 0xBB) => Entry(LEAD),
                (lead @ 0xC3..=0xC6, 0x80..0xC0) => {
                    entry((lead as usize & 0x1F) << 6 | byte & 0x3F)
                }
                // U+1E80 to U+1EFF: the lead byte before was E1, as all others are strange.
                (lead @ (0xBA | 0xBB), 0x80..0xC0) => {
                    entry(0x1E80 | (lead as usize & 1) << 6 | byte & 0x3F)
                }
                (0xCC, 0x80..=0x83 | 0x86 | 0x89 | 0x9B | 0xA3) => Entry(STRANGE | JOINED),
                _ => Entry(STRANGE),
            };
            byte += 1;
        }
        row += 1;
    }
    table
}

/// Walks the text. `None` as soon as something of the kinds to `STOP` at is met, a blank after a
/// blank or at an end, or a run of letters whose tone mark is `misplaced`; else which of the kinds
/// to `NOTE` were met.
#[inline(always)]
pub(super) fn survey<const STOP: u32, const NOTE: u32>(
    text: &str,
    misplaced: fn(&str) -> bool,
) -> Option<u32> {
    let (mut last, mut noted, mut row, mut checked) = (START, 0, 0, 0);
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        let Entry(entry) = *ENTRIES.get(row + usize::from(byte))?;
        row = usize::from(*ROW_AFTER.get(usize::from(byte))?);
        let met = (last >> LEFT | ALONE) & entry;
        if met & (STOP | STRANGE | BLANKS | TONES) != 0 {
            if met & (STOP | STRANGE | BLANKS) != 0 {
                return None;
            }
            if at >= checked && !(met & TONES == OPEN && is_settled(last, text, at)) {
                checked = check_run(text, at, misplaced)?;
            }
        }
        noted |= met & NOTE;
        if NOTE & KEY != 0 {
            noted |= u32::from((entry ^ last) & 0xFF == 0) * KEY;
        }
        last = if entry & LEAD == 0 { entry } else { last };
    }
    (last & BLANKS << LEFT == 0 || text.is_empty()).then_some(noted)
}

/// Does a vowel end the run of letters that stands after the toned `a`, `e` or `o`? Most often it is
/// so, `hải`, `bảo`, `hòa`; and no style has the mark on the second one unless it is written there.
#[inline]
fn is_settled(last: u32, text: &str, at: usize) -> bool {
    let next = text.as_bytes().get(at + 1);
    matches!(last as u8, b'a' | b'e' | b'o')
        && next.is_none_or(|next| next.is_ascii() && !next.is_ascii_alphabetic())
}

/// Where the letters around a place end; `None` if they are `misplaced`. Nothing before the place
/// is strange.
#[inline(never)]
fn check_run(text: &str, at: usize, misplaced: fn(&str) -> bool) -> Option<usize> {
    let is_end = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphabetic();
    let bytes = text.as_bytes();
    let start = bytes.get(..at)?.iter().rposition(is_end).map_or(0, |end| end + 1);
    let rest = bytes.get(start..)?;
    let end = start + rest.iter().position(is_end).unwrap_or(rest.len());
    let run = text.get(start..end)?;
    (!is_doubtful(run) || !misplaced(run)).then_some(end)
}

/// Bytes folded at a time.
const BLOCK: usize = 64;

/// Appends the fold of a text that needs no repair but of blanks, case and loose marks; `false` if
/// it needs another, and then some of it may have been appended.
pub(super) fn fold_quickly(text: &str, out: &mut String) -> bool {
    let start = out.len();
    let (mut last, mut row) = (START, 0);
    for block in text.as_bytes().chunks(BLOCK) {
        let mut folded = [0; BLOCK];
        let Some(length) = fold_block(block, &mut last, &mut row, &mut folded) else {
            return false;
        };
        // Whole lines are checked fastest.
        let ascii = folded.get(..length.next_multiple_of(16)).map(from_utf8);
        out.push_str(
            ascii.and_then(Result::ok).and_then(|all| all.get(..length)).unwrap_or_default(),
        );
    }
    if last & BLANKS << LEFT != 0 && out.len() > start {
        out.pop();
    }
    true
}

/// Folds some bytes after others, and says to how many; no decision for each character, and apart
/// from its caller, so that all it counts with stays in registers.
#[inline(never)]
fn fold_block(
    block: &[u8],
    before: &mut u32,
    row_before: &mut usize,
    folded: &mut [u8; BLOCK],
) -> Option<usize> {
    let (mut last, mut row, mut length) = (*before, *row_before, 0);
    for &byte in block {
        let Entry(entry) = *ENTRIES.get(row + usize::from(byte))?;
        row = usize::from(*ROW_AFTER.get(usize::from(byte))?);
        let met = (last >> LEFT | ALONE) & entry;
        if met & (STRANGE | BLANKS | COMMA) != 0 {
            // A loose mark goes with its letter, composed or not.
            if met & (BLANKS | JOINED) != 0 {
                continue;
            }
            if entry & BLANKS << LEFT == 0 {
                return None;
            }
        }
        *folded.get_mut(length)? = (entry & 0xFF) as u8;
        last = if entry & LEAD == 0 { entry } else { last };
        length += usize::from(entry & LEAD == 0);
    }
    (*before, *row_before) = (last, row);
    Some(length)
}

/// Must the run of letters be read as a syllable to know where its tone mark belongs?
fn is_doubtful(run: &str) -> bool {
    let (mut scan, mut state) = (Scan::new(run), State::Blank);
    while let Some(seen) = scan.next() {
        state = state.next(seen);
    }
    state.is_doubtful()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syllable::{Syllable, Tone, TonePlace, tone_place};
    use crate::text::{Letter, Mark, is_blank};
    use alloc::string::ToString;
    use alloc::vec::Vec;

    /// What the last byte of a text is.
    fn last(text: &str) -> u32 {
        let (mut row, mut last) = (0, 0);
        for &byte in text.as_bytes() {
            last = ENTRIES[row + usize::from(byte)].0;
            if last & STRANGE != 0 {
                break;
            }
            row = usize::from(ROW_AFTER[usize::from(byte)]);
        }
        last
    }

    /// Alone and after any letter, so that no byte is taken for part of another character.
    #[test]
    fn every_character_is_what_it_is() {
        let letters: Vec<char> = ('a'..'\u{1F00}').filter(|&c| Letter::of(c).is_some()).collect();
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            let seen = Scan::new(&text).next().unwrap();
            let entry = last(&text);
            if entry & STRANGE == 0 {
                assert_eq!(entry & 0xFF, u32::from(seen.byte()), "{c:?}");
                assert_eq!(entry & CAPITAL != 0, seen.is_capital(), "{c:?}");
                assert_eq!(entry & WIDE_CAPITAL != 0, seen.is_capital() && !c.is_ascii(), "{c:?}");
                assert!(c.is_ascii() || seen.is_letter(), "{c:?}");
            } else {
                assert!(!seen.is_letter() && c != ' ', "{c:?}");
            }
            let blank = entry & STRANGE != 0 && entry & BLANKS << LEFT != 0;
            assert_eq!(blank, c == '\u{A0}' || matches!(c, '\t'..='\r'), "{c:?}");
            if entry & JOINED != 0 && !seen.is_letter() {
                assert!(Mark::combining(c).is_some(), "{c:?}");
            }
            if Letter::of(c).is_some() || c.is_ascii() || is_blank(c) {
                for before in &letters {
                    assert_eq!(
                        last(&[before.to_string(), c.to_string()].concat()),
                        entry,
                        "{before}{c}"
                    );
                }
            }
        }
    }

    /// Every syllable with its mark on every vowel: no misplaced one is passed over, whatever the
    /// style, and no well placed one is reported.
    #[test]
    fn no_misplaced_mark_is_missed() {
        let old =
            |run: &str| !matches!(tone_place(run), None | Some(TonePlace::Right | TonePlace::Old));
        let wrong = |run: &str| tone_place(run) == Some(TonePlace::Wrong);
        for syllable in Syllable::all().filter(|syllable| syllable.tone() != Tone::Ngang) {
            let letters = syllable.to_string();
            let bare = letters.chars().map(|c| Letter::of(c).unwrap().without_tone());
            let bare: Vec<Letter> = bare.collect();
            for at in 0..bare.len() {
                let Some(toned) = bare[at].with_tone(syllable.tone() as u8) else { continue };
                let mut written: Vec<char> = bare.iter().map(|letter| letter.to_char()).collect();
                written[at] = toned.to_char();
                let written: String = written.iter().collect();
                for written in [written.to_uppercase(), alloc::format!("a {written}.")] {
                    let run = written.trim_start_matches("a ").trim_end_matches('.');
                    assert_eq!(survey::<0, 0>(&written, old).is_none(), old(run), "{written}");
                    assert_eq!(survey::<0, 0>(&written, wrong).is_none(), wrong(run), "{written}");
                }
            }
        }
    }

    /// What is noted is all that makes text of these letters suspicious.
    #[test]
    fn no_misread_pair_is_missed() {
        let letters = || ('a'..'\u{1F00}').filter(|&c| Letter::of(c).is_some());
        for (left, right) in letters().flat_map(|left| letters().map(move |right| (left, right))) {
            let pair: String = [left, right].iter().collect();
            if crate::is_suspicious(&pair) {
                assert_eq!(survey::<0, MISREAD>(&pair, |_| false), Some(MISREAD), "{pair}");
            }
        }
    }
}
