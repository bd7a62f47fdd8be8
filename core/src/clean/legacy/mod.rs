//! Text from before Unicode, and text that was read with the wrong table.
//!
//! Byte tables: TCVN3 and VN1 as iconv's TCVN5712-1, unikey and viparse have them; VISCII as iconv
//! (RFC 1456); CP1258 as iconv and Python; VPS as unikey and viparse; VNI as unikey, most of it also
//! viparse; BKHCM and Vietware as unikey alone.

mod detect;
mod lossy;
mod misread;
mod suggest;
mod tables;

#[cfg(feature = "link")]
pub(crate) use self::detect::Survey;
#[cfg(feature = "link")]
pub(crate) use self::detect::Verdict;
pub use self::detect::{Detection, detect, is_suspicious};
#[cfg(feature = "file")]
pub(crate) use self::misread::cp1252;
pub(super) use self::suggest::{lost_horns, may_lack_horns, rivals, suggestions};

use self::misread::misread_bytes;
use crate::error::{Error, ErrorCode};
use crate::text::{Letter, compose};
use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

/// A table of characters that Vietnamese text was, or is, written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8. In [`redecode`]: UTF-8 that was read as Windows-1252, Latin-1, Windows-1250 or
    /// ISO 8859-2, once or twice.
    Utf8,
    /// TCVN3 (ABC, fonts `.VnTime`; capitals from the fonts `.VnTimeH`).
    Tcvn3,
    /// VNI for Windows (fonts `VNI-Times`).
    VniWindows,
    /// Windows-1258.
    Cp1258,
    /// VISCII 1.1.
    Viscii,
    /// VPS.
    Vps,
    /// TCVN 5712:1993, VN1: TCVN3 with accented capitals in control positions.
    Vn1,
    /// VIQR: `Nguye^~n`. ASCII only, so it is never suspected in a single cell.
    Viqr,
    /// BKHCM1. `Ụ` shares its byte with `Ặ`, and `Ỵ` with `Ị` (unikey): read as the latter.
    Bkhcm1,
    /// BKHCM2.
    Bkhcm2,
    /// Vietware F.
    VietwareF,
    /// Vietware X.
    VietwareX,
}

/// Code points of single bytes (0: as Windows-1252 has it) and of longer sequences.
#[derive(Debug)]
struct ByteTable {
    single: [u16; 256],
    long: Sequences,
}

/// Sequences of two or three bytes in order, byte by byte; 0 stands for no third one. Lists of one
/// kind: so they are a small download.
#[derive(Debug)]
struct Sequences {
    firsts: &'static [u8],
    seconds: &'static [u8],
    thirds: &'static [u8],
    points: &'static [u16],
}

impl Encoding {
    /// Every encoding, the most usual first.
    pub const ALL: [Self; 12] = [
        Self::Utf8,
        Self::Tcvn3,
        Self::VniWindows,
        Self::Cp1258,
        Self::Viscii,
        Self::Vps,
        Self::Vn1,
        Self::Viqr,
        Self::Bkhcm1,
        Self::Bkhcm2,
        Self::VietwareF,
        Self::VietwareX,
    ];

    /// The stable name: `"utf8"`, `"tcvn3"`, `"vni"`, `"cp1258"` …
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "utf8",
            Self::Tcvn3 => "tcvn3",
            Self::VniWindows => "vni",
            Self::Cp1258 => "cp1258",
            Self::Viscii => "viscii",
            Self::Vps => "vps",
            Self::Vn1 => "vn1",
            Self::Viqr => "viqr",
            Self::Bkhcm1 => "bkhcm1",
            Self::Bkhcm2 => "bkhcm2",
            Self::VietwareF => "vietware_f",
            Self::VietwareX => "vietware_x",
        }
    }

    fn table(self) -> Option<&'static ByteTable> {
        Some(match self {
            Self::Utf8 => return None,
            Self::Tcvn3 => &tables::TCVN3,
            Self::VniWindows => &tables::VNI_WINDOWS,
            Self::Cp1258 => &tables::CP1258,
            Self::Viscii => &tables::VISCII,
            Self::Vps => &tables::VPS,
            Self::Vn1 => &tables::VN1,
            Self::Viqr => &tables::VIQR,
            Self::Bkhcm1 => &tables::BKHCM1,
            Self::Bkhcm2 => &tables::BKHCM2,
            Self::VietwareF => &tables::VIETWARE_F,
            Self::VietwareX => &tables::VIETWARE_X,
        })
    }

    /// Do capitals with tone marks come from a second font, so that bytes show small letters?
    fn lacks_capitals(self) -> bool {
        matches!(self, Self::Tcvn3 | Self::VietwareF)
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Reads the stable name, in any case, with `-` or `_` or neither, and usual other names (`abc`,
/// `windows-1258`, `vni-windows`).
impl FromStr for Encoding {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let bare = |text: &str| -> String {
            text.chars()
                .filter(char::is_ascii_alphanumeric)
                .map(|c| c.to_ascii_lowercase())
                .collect()
        };
        let asked = bare(name);
        let asked = match asked.as_str() {
            "abc" => "tcvn3",
            "vniwindows" | "vniwin" => "vni",
            "windows1258" => "cp1258",
            "tcvn5712" | "tcvn57121" => "vn1",
            other => other,
        };
        Self::ALL.into_iter().find(|encoding| bare(encoding.as_str()) == asked).ok_or_else(|| {
            let known: Vec<_> = Self::ALL.iter().map(|encoding| encoding.as_str()).collect();
            Error::new(ErrorCode::UnknownEncoding)
                .with("name", name.chars().take(40).collect::<String>())
                .with("known", known.join(", "))
        })
    }
}

/// Decodes bytes to composed (NFC) text.
///
/// Every byte gives something: what the table does not list is read as Windows-1252, broken UTF-8
/// becomes U+FFFD. Words in TCVN3's capital font are re-cased by the capitals that it has itself; where
/// neither the word nor the text has any after a first letter (`B¸`), tone-marked letters stay small.
/// Tone marks stay where they were typed (real VNI text has `Hùynh`); [`clean`](crate::clean()) moves
/// them. Linear.
///
/// ```
/// use hoten::{Encoding, decode};
/// assert_eq!(decode(b"Nguy\xD4n V\xA8n \xA7\xF8c", Encoding::Tcvn3), "Nguyễn Văn Đức");
/// assert_eq!(decode(b"Nguye\xE3n V\xE3n", Encoding::VniWindows), "Nguyễn V\u{e3}n");
/// ```
#[must_use]
pub fn decode(bytes: &[u8], encoding: Encoding) -> String {
    let Some(table) = encoding.table() else {
        return compose(&String::from_utf8_lossy(bytes)).into_owned();
    };
    let mut out = String::with_capacity(bytes.len() + bytes.len() / 2);
    let mut rest = bytes;
    while let Some((&first, after)) = rest.split_first() {
        // A backslash keeps VIQR's next sign from being a mark.
        if encoding == Encoding::Viqr && first == b'\\' {
            let (sign, next) =
                after.split_first().map_or((b'\\', after), |(sign, next)| (*sign, next));
            out.push(misread::cp1252(sign));
            rest = next;
            continue;
        }
        let (c, length) = table.first(rest, first);
        out.push(c);
        rest = rest.get(length..).unwrap_or_default();
    }
    if encoding.lacks_capitals() {
        out = recase(&out);
    }
    match compose(&out) {
        Cow::Borrowed(_) => out,
        Cow::Owned(composed) => composed,
    }
}

impl ByteTable {
    /// The first character of the bytes, and how many bytes it takes.
    fn first(&self, bytes: &[u8], first: u8) -> (char, usize) {
        if let Some((point, length)) = self.long.first(bytes) {
            return (char::from_u32(u32::from(point)).unwrap_or('\u{FFFD}'), length);
        }
        let point = self.single.get(usize::from(first)).copied().unwrap_or(0);
        let listed = char::from_u32(u32::from(point)).filter(|_| point != 0);
        (listed.unwrap_or_else(|| misread::cp1252(first)), 1)
    }
}

impl Sequences {
    /// The code point of the longest sequence that the bytes begin with, and its length.
    fn first(&self, bytes: &[u8]) -> Option<(u16, usize)> {
        let (&first, &second) = (bytes.first()?, bytes.get(1)?);
        let start = self.firsts.partition_point(|&other| other < first);
        let same = self.firsts.get(start..)?.partition_point(|&other| other == first);
        let seconds = self.seconds.get(start..start + same)?;
        let start = start + seconds.partition_point(|&other| other < second);
        let same = seconds.iter().filter(|&&other| other == second).count();
        let thirds = self.thirds.get(start..start + same)?;
        let third = bytes.get(2).copied().unwrap_or(0);
        let three = thirds.iter().position(|&other| other == third && other != 0);
        let (at, length) = match three {
            Some(at) => (at, 3),
            None => (thirds.iter().position(|&other| other == 0)?, 2),
        };
        Some((*self.points.get(start + at)?, length))
    }
}

/// Capitals with tone marks came from a second font and were stored as small letters. A word without
/// small ASCII letters that has a capital after its first letter is in capitals; one that has none
/// there (`B¸`) follows the rest of the text. A word that starts with such a letter (`¸nh`) gets a
/// capital where all others have one.
fn recase(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let is_small = |word: &str| word.bytes().any(|byte| byte.is_ascii_lowercase());
    let shouts = |word: &str| {
        let capital = |c| Letter::of(c).is_some_and(Letter::is_upper);
        !is_small(word) && word.chars().skip(1).any(capital)
    };
    let shouted = !is_small(text) && text.split(' ').any(shouts);
    let initials = || text.split(' ').filter_map(|word| word.chars().next());
    let titled =
        initials().any(|c| c.is_ascii_uppercase()) && !initials().any(|c| c.is_ascii_lowercase());
    let capital = |c| Letter::of(c).map_or(c, |letter| letter.upper().to_char());
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            out.push(' ');
        }
        let shout = shouted || shouts(word);
        for (at, c) in word.chars().enumerate() {
            out.push(if shout || titled && at == 0 { capital(c) } else { c });
        }
    }
    out
}

/// Restores text whose bytes were read with a wrong table: gets the bytes back as Windows-1252 or
/// Latin-1 show them and decodes them rightly.
///
/// Of UTF-8, bytes may be missing that Windows-1252 leaves undefined (shown as nothing, `?` or U+FFFD),
/// and the no-break space: a letter is restored if the bytes left and the case of its word allow no
/// other. Where they do, [`clean`](crate::clean()) suggests what it may be. Linear.
///
/// `None` if the text cannot come from such a misreading (it holds a character that no misreading
/// gives, or is not valid in the encoding) or would not change. Whether it *should* be redecoded is
/// what [`detect`] says: many misread syllables look like other real ones.
///
/// ```
/// use hoten::{Encoding, redecode};
/// assert_eq!(redecode("S¥N CHANH R¸C", Encoding::Tcvn3).as_deref(), Some("SƠN CHANH RÁC"));
/// assert_eq!(redecode("Nguyá»…n", Encoding::Utf8).as_deref(), Some("Nguyễn"));
/// // No other letter begins as Đ does and ends in a lost byte.
/// assert_eq!(redecode("Ä\u{FFFD}áº·ng", Encoding::Utf8).as_deref(), Some("Đặng"));
/// assert_eq!(redecode("Nguyễn", Encoding::Tcvn3), None);
/// ```
#[must_use]
pub fn redecode(text: &str, encoding: Encoding) -> Option<String> {
    if text.is_ascii() && encoding == Encoding::Utf8 {
        return None;
    }
    let restored = if encoding == Encoding::Utf8 {
        misread::utf8(text)?
    } else {
        decode(&misread_bytes(text)?, encoding)
    };
    let restored = compose(&restored).to_string();
    (restored != text).then_some(restored)
}

#[cfg(test)]
mod tests;
