//! Which legacy encodings a group of cells is in, by evidence.
//!
//! Of 5,949 accented syllables 496 look like another real syllable when TCVN3 is read as Latin-1 (147
//! of VNI), so no single word decides: all damaged cells of a column, or of one record, vote. One
//! file can mix encodings, so what the first one does not explain votes again.

mod evidence;
mod listed;
mod read;
mod survey;
mod suspicious;
mod viqr;
mod vote;

pub(super) use self::evidence::plausibility;
#[cfg(feature = "link")]
pub(crate) use self::read::Verdict;
#[cfg(feature = "link")]
pub(crate) use self::survey::Survey;
pub use self::suspicious::is_suspicious;

#[cfg(not(feature = "link"))]
use self::survey::Survey;
use super::Encoding;

/// Encodings that one group can hold.
const HELD: usize = 3;

/// Odds, in bits, from which a cell that looks clean is asked at all: one damaged cell in nine. In a
/// group with fewer the names of other peoples (`Cô`, `Pô`) would outnumber them.
const COMMON: i32 = -3;

/// What a group of cells was found to be.
///
/// ```
/// use hoten::{Encoding, detect};
/// let cells = ["NguyÔn V¨n §øc", "TrÇn ThÞ Ba", "Xã An Châu"];
/// let found = detect(cells.iter().copied());
/// assert_eq!(found.encoding, Some(Encoding::Tcvn3));
/// assert_eq!(found.read(cells[1]).as_deref(), Some("Trần Thị Ba"));
/// assert_eq!(found.read(cells[2]), None); // was clean
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Detection {
    /// The encoding that the cells, or most damaged ones of them, were in before they were misread;
    /// `None` if they are as they should be, or the evidence does not decide.
    pub encoding: Option<Encoding>,
    /// Evidence of the best encoding, in bits: words made real and known minus what it spoils.
    /// Above 0 with no `encoding` means too little of it, or a tie.
    pub margin: i32,
    /// Another encoding that explains the cells equally well but reads them otherwise: a tie, which
    /// changes nothing.
    pub rival: Option<Encoding>,
    /// Damaged cells that were asked.
    pub cells: usize,
    /// The encodings of the group, that of most cells first.
    held: [Option<Held>; HELD],
}

/// An encoding of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Held {
    encoding: Encoding,
    /// Odds that a cell which can be either is in this encoding and not clean, in bits.
    odds: i32,
}

/// Odds, in bits, that a cell of a group said to be in an encoding is in it.
const SAID: i32 = 8;

impl Detection {
    /// A group that is said to be in an encoding, whatever its cells show; for a file whose font is
    /// known. Cells that are clean stay so.
    ///
    /// ```
    /// use hoten::{Detection, Encoding};
    /// let cell = "Ñinh"; // a name of the highlands, or Đinh in VNI
    /// assert_eq!(hoten::clean(cell).text, "Ñinh");
    /// assert_eq!(Detection::said(Encoding::VniWindows).clean(cell).text, "Đinh");
    /// ```
    #[must_use]
    pub fn said(encoding: Encoding) -> Self {
        let mut held = [None; HELD];
        if let Some(first) = held.first_mut() {
            *first = Some(Held { encoding, odds: SAID });
        }
        Self { encoding: Some(encoding), held, ..Self::default() }
    }

    /// The encodings that the group mixes, that of most cells first; at most three. One that only
    /// one cell is in is not among them.
    pub fn encodings(&self) -> impl Iterator<Item = Encoding> {
        self.held.into_iter().flatten().map(|held| held.encoding)
    }

    /// The encodings with the odds of each, by which cells are judged.
    #[cfg(feature = "serde")]
    pub(crate) fn odds(&self) -> impl Iterator<Item = (Encoding, i32)> + '_ {
        self.held.iter().flatten().map(|held| (held.encoding, held.odds))
    }

    /// A group of which these [`Self::odds`] were found.
    #[cfg(feature = "serde")]
    pub(crate) fn of(odds: impl IntoIterator<Item = (Encoding, i32)>) -> Self {
        let mut found = Self::default();
        for (slot, (encoding, odds)) in found.held.iter_mut().zip(odds) {
            *slot = Some(Held { encoding, odds });
        }
        let encoding = found.encodings().next();
        Self { encoding, ..found }
    }

    /// May a cell without a suspicious character be damaged too?
    pub(crate) fn is_common(&self) -> bool {
        self.held.iter().flatten().any(|held| held.odds >= COMMON)
    }
}

/// Finds the legacy encodings of a group of cells of one origin: a column, or the text cells of one
/// record. Cells that look damaged vote, some hundred of them evenly from the whole group. See
/// [`Detection`]. Linear time; some nanoseconds a cell where all are clean.
///
/// Rust, Python and JS settle a column in the same way: ask once, then [`Detection::clean`] each
/// cell.
#[must_use]
pub fn detect<'a>(cells: impl Iterator<Item = &'a str>) -> Detection {
    let mut survey = Survey::default();
    for cell in cells {
        survey.push(cell, is_suspicious(cell));
    }
    survey.finish()
}
