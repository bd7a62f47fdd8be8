//! Words that tell the parts of an address.

use crate::field::words::{Keyword, Word, WordKind};

/// What a keyword says about the words behind it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    House,
    Group,
    /// `strong`: may also begin in the middle of other words; else names contain the word.
    Hamlet {
        strong: bool,
    },
    /// A kind of hamlet only before a number.
    NumberedHamlet,
    Street,
    /// A kind of street only before a number.
    NumberedStreet,
}

const STRONG: Part = Part::Hamlet { strong: true };
const WEAK: Part = Part::Hamlet { strong: false };

/// Facts: ấp and khóm in the South, thôn, xóm, làng, bản in the North, buôn, plei, bon in the
/// Highlands, phum and sóc among the Khmer, khu phố and tổ dân phố in towns. In the order of keys:
/// short words first.
pub(super) const KEYWORDS: [Keyword<Part>; 30] = [
    Keyword::new("k", "k", false, Part::NumberedHamlet),
    Keyword::new("ap", "ấp", false, STRONG),
    Keyword::new("dt", "dt", false, Part::NumberedStreet),
    Keyword::new("hl", "hl", false, Part::NumberedStreet),
    Keyword::new("kp", "kp", false, STRONG),
    Keyword::new("lo", "lộ", true, Part::NumberedStreet),
    Keyword::new("ql", "ql", false, Part::NumberedStreet),
    Keyword::new("sn", "sn", false, Part::House),
    Keyword::new("so", "số", false, Part::House),
    Keyword::new("tl", "tl", false, Part::NumberedStreet),
    Keyword::new("to", "tổ", false, Part::Group),
    Keyword::new("ban", "bản", true, WEAK),
    Keyword::new("bon", "bon", false, WEAK),
    Keyword::new("doi", "đội", true, Part::NumberedHamlet),
    Keyword::new("hem", "hẻm", false, Part::NumberedStreet),
    Keyword::new("khu", "khu", false, WEAK),
    Keyword::new("ngo", "ngõ", true, Part::NumberedStreet),
    Keyword::new("soc", "sóc", true, WEAK),
    Keyword::new("tdp", "tdp", false, Part::Group),
    Keyword::new("xom", "xóm", false, STRONG),
    Keyword::new("buon", "buôn", true, WEAK),
    Keyword::new("khom", "khóm", false, STRONG),
    Keyword::new("kiet", "kiệt", true, Part::NumberedStreet),
    Keyword::new("lang", "làng", true, WEAK),
    Keyword::new("phum", "phum", false, WEAK),
    Keyword::new("plei", "plei", false, WEAK),
    Keyword::new("pley", "pley", false, WEAK),
    Keyword::new("thon", "thôn", false, STRONG),
    Keyword::new("duong", "đường", true, Part::Street),
    Keyword::new("ngach", "ngách", false, Part::NumberedStreet),
];

/// What a word says as a keyword. `marked`: some letters of the whole text carry marks.
pub(super) fn keyword(word: Word, text: &str, marked: bool) -> Option<Part> {
    if word.key == 0 || word.kind != WordKind::Letters {
        return None;
    }
    let at = KEYWORDS.binary_search_by_key(&word.key, |keyword| keyword.key).ok()?;
    let found = KEYWORDS.get(at)?;
    found.is(&word, text, marked).then_some(found.means)
}

/// Words that may stand between `tổ` and its number: tổ dân phố, tổ NDTQ, tổ nhân dân tự quản số 5.
pub(super) const GROUP_FILLERS: [Keyword<()>; 7] = [
    Keyword::new("dan", "dân", false, ()),
    Keyword::new("pho", "phố", false, ()),
    Keyword::new("nhan", "nhân", false, ()),
    Keyword::new("tu", "tự", false, ()),
    Keyword::new("quan", "quản", false, ()),
    Keyword::new("ndtq", "ndtq", false, ()),
    Keyword::new("so", "số", false, ()),
];

/// `nhà` between or before `số`.
pub(super) const HOUSE: Keyword<()> = Keyword::new("nha", "nhà", false, ());
/// `phố` behind `khu`.
pub(super) const QUARTER: Keyword<()> = Keyword::new("pho", "phố", false, ());
/// What stands before `lộ` in names of roads.
pub(super) const ROADS: [Keyword<()>; 3] = [
    Keyword::new("quoc", "quốc", false, ()),
    Keyword::new("tinh", "tỉnh", false, ()),
    Keyword::new("huong", "hương", false, ()),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_stand_in_the_order_of_keys() {
        assert!(KEYWORDS.is_sorted_by(|a, b| a.key < b.key));
    }
}
