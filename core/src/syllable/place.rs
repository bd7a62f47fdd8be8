//! Where the tone mark stands in a written syllable, and putting it where it belongs.

use super::ToneStyle;
use super::read::read;
use crate::text::Letter;
use alloc::string::String;

/// How a written syllable places its tone mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TonePlace {
    /// No mark, or both styles put it there.
    Right,
    /// As the old style does: `hòa`.
    Old,
    /// As the new style does: `hoà`.
    New,
    /// As neither does: `Hùynh`, `qúy`.
    Wrong,
}

/// Where the tone mark of a syllable stands; `None` if the text is no syllable.
///
/// ```
/// use hoten::syllable::{TonePlace, tone_place};
/// assert_eq!(tone_place("Hùynh"), Some(TonePlace::Wrong));
/// assert_eq!(tone_place("thuý"), Some(TonePlace::New));
/// ```
#[must_use]
pub fn tone_place(text: &str) -> Option<TonePlace> {
    let reading = read(text).ok()?;
    let Some(at) = reading.tone_at else { return Some(TonePlace::Right) };
    let entry = reading.syllable.entry()?;
    let (old, new) = (at == reading.rhyme_at + entry.old, at == reading.rhyme_at + entry.new);
    Some(match (old, new) {
        (true, true) => TonePlace::Right,
        (true, false) => TonePlace::Old,
        (false, true) => TonePlace::New,
        (false, false) => TonePlace::Wrong,
    })
}

/// Appends the text with its tone mark where the style wants it; every letter keeps its case.
/// Text that is no syllable is appended as it is. Says whether anything changed.
///
/// ```
/// use hoten::syllable::{ToneStyle, place_tone_to};
/// let mut out = String::new();
/// assert!(place_tone_to("HÙYNH", ToneStyle::Old, &mut out));
/// assert_eq!(out, "HUỲNH");
/// ```
pub fn place_tone_to(text: &str, style: ToneStyle, out: &mut String) -> bool {
    let moved = read(text).ok().and_then(|reading| {
        let entry = reading.syllable.entry()?;
        let at = reading.rhyme_at + if style == ToneStyle::Old { entry.old } else { entry.new };
        (reading.tone_at? != at).then_some((reading.syllable, at))
    });
    let Some((syllable, at)) = moved else {
        out.push_str(text);
        return false;
    };
    let tone = syllable.tone() as u8;
    for (index, c) in text.chars().enumerate() {
        let letter = Letter::of(c).map(Letter::without_tone).and_then(|letter| {
            if index == usize::from(at) { letter.with_tone(tone) } else { Some(letter) }
        });
        out.push(letter.map_or(c, Letter::to_char));
    }
    true
}
