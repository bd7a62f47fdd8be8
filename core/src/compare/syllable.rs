//! How two syllables agree, and a memory of it for the syllables that most names are made of.

use super::edit::distance;
use super::level::NamePart;
use crate::lexicon::doublet;
use crate::record::tokens::{PairNotes, TokenTable};

/// The most syllables that are remembered pair by pair: what a processor's own cache holds. Frequent
/// syllables are met early, so they are among the first ones of a table.
const MOST: u32 = 1_024;
/// One syllable is remembered for so many records: it costs all its pairs.
const RECORDS_FOR_ONE: usize = 128;

/// All levels, in the order of their numbers.
const LEVELS: [NamePart; 14] = {
    use NamePart::*;
    [
        MissingBoth,
        MissingOne,
        Same,
        Unmarked,
        Sound,
        Doublet,
        Initial,
        Joined,
        Typo,
        Marks,
        Partial,
        Order,
        Similar,
        Different,
    ]
};

/// Works out how the first syllables of a table of so many records agree, so that pairs of records
/// need only look. Costs two comparisons for each pair of at most [`MOST`] syllables, and 1 MiB.
pub(crate) fn remember(tokens: &mut TokenTable, records: usize) {
    let some = u32::try_from(records / RECORDS_FOR_ONE).unwrap_or(MOST).min(MOST);
    // 0 is no syllable.
    let width = some.min(u32::try_from(tokens.sizes().0 + 1).unwrap_or(MOST));
    tokens.pairs = PairNotes::new(width, |x, y| {
        let level = |unmarked| work_out(tokens, x, y, unmarked) as u8;
        level(false) | level(true) << 4
    });
}

/// How two syllables agree that are written in full; `unmarked`: one of the names has no marks, the
/// other has.
pub(super) fn relation(tokens: &TokenTable, x: u32, y: u32, unmarked: bool) -> NamePart {
    let noted = tokens.pairs.get(x, y).and_then(|note| {
        let level = if unmarked { note >> 4 } else { note & 0xF };
        LEVELS.get(usize::from(level)).copied()
    });
    noted.unwrap_or_else(|| work_out(tokens, x, y, unmarked))
}

fn work_out(tokens: &TokenTable, x: u32, y: u32, unmarked: bool) -> NamePart {
    if x == y {
        return NamePart::Same;
    }
    let (tx, ty) = (tokens.get(x), tokens.get(y));
    if unmarked {
        if tx.fold == ty.fold {
            return NamePart::Unmarked;
        }
        if tx.coarse == ty.coarse {
            return NamePart::Sound;
        }
    } else {
        if tx.sound == ty.sound && (tx.tone == ty.tone || tx.tone == 0 || ty.tone == 0) {
            return NamePart::Sound;
        }
        if tx.doublet && ty.doublet && doublet(tokens.text(x), tokens.text(y)).is_some() {
            return NamePart::Doublet;
        }
        if tx.fold == ty.fold {
            return NamePart::Marks;
        }
    }
    // A slip changes one letter for another at most.
    let unlike = (tx.letters ^ ty.letters).count_ones();
    if unlike > 4 {
        return NamePart::Different;
    }
    let (fx, fy) = (tokens.fold_text(x).as_bytes(), tokens.fold_text(y).as_bytes());
    let longest = fx.len().max(fy.len());
    let limit = u32::from(longest >= 3) + u32::from(longest >= 6);
    if unlike > 2 * limit {
        return NamePart::Different;
    }
    match distance(fx, fy, limit) {
        Some(1) => NamePart::Typo,
        Some(2) => NamePart::Similar,
        _ => NamePart::Different,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is remembered is what is worked out, for every pair, also beyond what is remembered.
    #[test]
    fn memory_changes_nothing() {
        let mut tokens = TokenTable::default();
        let words = "nguyễn nguyên nguyen hoàng huỳnh hoang trần chần tran lan lam ngân ngâng phúc sóc kha y i";
        for word in words.split(' ') {
            tokens.intern(word);
        }
        let met = tokens.sizes().0;
        for (records, width) in [(10, 0), (RECORDS_FOR_ONE * 10, 10), (usize::MAX, met + 1)] {
            remember(&mut tokens, records);
            let mut levels = std::collections::BTreeSet::new();
            let ids = || 0..=met as u32 + 1;
            for (x, y) in ids().flat_map(|x| ids().map(move |y| (x, y))) {
                let noted = (x.max(y) as usize) < width;
                assert_eq!(tokens.pairs.get(x, y).is_some(), noted, "{x} {y}");
                for unmarked in [false, true] {
                    let want = work_out(&tokens, x, y, unmarked);
                    assert_eq!(relation(&tokens, x, y, unmarked), want, "{x} {y} {unmarked}");
                    levels.insert(want);
                }
            }
            assert!(levels.len() >= 7, "{levels:?}");
        }
        assert!(LEVELS.iter().enumerate().all(|(number, level)| *level as usize == number));
    }
}
