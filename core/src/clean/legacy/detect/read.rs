//! One cell, by what is known of its group.

use super::super::misread::cp1252_byte;
use super::super::{Encoding, decode, redecode};
use super::evidence::{
    KNOWN, has_unreal, is_clean_letter, is_damaged, is_told, plausibility, word_weight, words,
};
use super::listed::{has, listed_by};
use super::viqr::read_viqr;
use super::vote::{utf8_weight, vote};
use super::{Detection, Held, is_suspicious};
use alloc::string::String;

/// Odds, in bits, from which a cell that looks clean is read again, and from which it is asked about.
const LIKELY: i32 = 4;
const NEARLY: i32 = -6;

/// What a word weighs at least in a cell that looks clean.
const RARE: i32 = KNOWN - 2;

/// What becomes of a cell.
pub(crate) enum Verdict {
    /// It is right as it is, as far as can be told.
    Stays,
    /// It says this.
    Read(String),
    /// Stays, but may well be damaged.
    Ambiguous,
}

/// A cell as an encoding of the group reads it.
struct Reading {
    /// How much likelier its words are than those of the cell, in bits.
    gain: i32,
    odds: i32,
    text: String,
}

impl Detection {
    /// Reads one cell of the group rightly; `None` if it stays as it is.
    ///
    /// Each cell is tested again. A damaged cell is read by that encoding of the group that explains
    /// it best, else by another one that its own words prove. A cell that looks clean is read again
    /// if its words, and the share of damaged cells in the group, make that likelier.
    #[must_use]
    pub fn read(&self, cell: &str) -> Option<String> {
        match self.judge(cell) {
            Verdict::Read(text) => Some(text),
            Verdict::Stays | Verdict::Ambiguous => None,
        }
    }

    /// Does the cell look as if it had been misread, while the evidence is too little, or tells of
    /// two encodings alike? Such a cell stays as it is, for people to look at.
    ///
    /// ```
    /// use hoten::detect;
    /// // "Lến" in VNI, or mistyped: one syllable that is no name decides nothing.
    /// let column = detect(["Leán", "Lê Văn An"].into_iter());
    /// assert_eq!(column.read("Leán"), None);
    /// assert!(column.is_ambiguous("Leán") && !column.is_ambiguous("Lê Văn An"));
    /// ```
    #[must_use]
    pub fn is_ambiguous(&self, cell: &str) -> bool {
        matches!(self.judge(cell), Verdict::Ambiguous)
    }

    /// What [`Self::read`] and [`Self::is_ambiguous`] tell, in one look.
    pub(crate) fn judge(&self, cell: &str) -> Verdict {
        if cell.is_ascii() {
            let read = self.encodings().find_map(|encoding| read_ascii(cell, encoding));
            return read.map_or(Verdict::Stays, Verdict::Read);
        }
        let suspicious = is_suspicious(cell);
        if !suspicious && (self.encoding.is_none() || self.cannot_show(cell)) {
            Verdict::Stays
        } else if suspicious && is_damaged(cell) {
            self.judge_damaged(cell, true)
        } else if has_unreal(cell) {
            self.judge_damaged(cell, false)
        } else if suspicious || self.is_common() {
            self.judge_sound(cell)
        } else {
            Verdict::Stays
        }
    }

    /// Does the cell hold a letter that no encoding of the group shows, whatever was misread?
    fn cannot_show(&self, cell: &str) -> bool {
        self.encodings().all(|encoding| encoding != Encoding::Utf8)
            && cell.chars().any(is_clean_letter)
    }

    /// A cell with a word that is none. `alone`: it may be read by its own evidence too.
    fn judge_damaged(&self, cell: &str, alone: bool) -> Verdict {
        let mut best: Option<Reading> = None;
        let mut tie = false;
        let before = if alone { plausibility(cell) } else { clean_weight(cell) };
        for reading in self.readings(cell, before) {
            let Reading { gain, odds, text } = &reading;
            // Where few cells are damaged a typing error (`Neán`, which VNI has for Nến) is likelier.
            let mends = alone || *odds > 0 || !has_unreal(text);
            let likely = mends && gain + odds.min(&0) > 0;
            if likely || *gain == 0 && *odds > 0 && !is_suspicious(text) {
                let lead = best.as_ref().map_or(1, |best| gain + odds - best.gain - best.odds);
                tie = lead == 0 || tie && lead < 0;
                if lead > 0 {
                    best = Some(reading);
                }
            }
        }
        if tie {
            return Verdict::Ambiguous;
        }
        if !alone || best.as_ref().is_some_and(|best| !is_damaged(&best.text)) {
            return best.map_or(Verdict::Stays, |best| Verdict::Read(best.text));
        }
        // What an encoding of the group leaves damaged may be explained by another.
        let own = vote(&[cell]);
        let alone = own.encoding.and_then(|encoding| redecode(cell, encoding));
        let held = best.as_ref().map_or(0, |best| plausibility(&best.text));
        match (alone, best) {
            (Some(text), _) if plausibility(&text) > held => Verdict::Read(text),
            (_, Some(best)) => Verdict::Read(best.text),
            _ if own.margin > 0 => Verdict::Ambiguous,
            _ => Verdict::Stays,
        }
    }

    /// A cell that looks clean.
    fn judge_sound(&self, cell: &str) -> Verdict {
        let readings = self.readings(cell, clean_weight(cell));
        let best = readings.max_by_key(|reading| reading.gain + reading.odds);
        match best.map(|best| (best.gain + best.odds, best.text)) {
            Some((LIKELY.., text)) => Verdict::Read(text),
            Some((NEARLY.., _)) => Verdict::Ambiguous,
            _ => Verdict::Stays,
        }
    }

    /// The cell as each encoding of the group reads it that lists all its letters.
    fn readings(&self, cell: &str, before: i32) -> impl Iterator<Item = Reading> {
        let held = self.held.into_iter().flatten();
        held.filter_map(move |Held { encoding, odds }| {
            let text = is_listed(cell, encoding).then(|| redecode(cell, encoding))??;
            Some(Reading { gain: weight(&text, encoding) - before, odds, text })
        })
    }
}

/// Some encodings have letters in the place of ASCII: VIQR all of them, VPS and VISCII at control
/// characters, BKHCM1 at signs.
fn read_ascii(cell: &str, encoding: Encoding) -> Option<String> {
    if encoding == Encoding::Viqr {
        return read_viqr(cell);
    }
    let table = encoding.table()?;
    if !cell.bytes().any(|byte| table.single.get(usize::from(byte)).is_some_and(|c| *c != 0)) {
        return None;
    }
    let text = decode(cell.as_bytes(), encoding);
    (plausibility(&text) > 0).then_some(text)
}

/// The weight of a text that looks clean. A syllable that is no known name part may be a name of
/// another people: where nothing is damaged that is as likely as a rare part.
fn clean_weight(text: &str) -> i32 {
    let mut scratch = String::new();
    let weight = |word| match word_weight(word, &mut scratch) {
        0 => 0,
        weight => weight.max(RARE),
    };
    words(text).map(weight).sum()
}

fn weight(text: &str, encoding: Encoding) -> i32 {
    if encoding == Encoding::Utf8 { utf8_weight(text) } else { plausibility(text) }
}

/// Does the encoding list all bytes of the words?
fn is_listed(cell: &str, encoding: Encoding) -> bool {
    encoding == Encoding::Utf8
        || words(cell)
            .flat_map(str::chars)
            .filter(|c| is_told(*c))
            .all(|c| cp1252_byte(c).is_some_and(|byte| has(listed_by(byte), encoding)))
}
