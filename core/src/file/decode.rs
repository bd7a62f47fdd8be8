//! Bytes to text: which encoding a file is in, and the text of one cell.
//!
//! UTF-16 is turned into UTF-8 as a whole; every other encoding keeps delimiters, quotes and line
//! ends at their ASCII bytes, so cells are cut first and decoded one by one.

use crate::clean::{self, Encoding, cp1252, detect as detect_legacy};
use crate::syllable::Syllable;
use std::borrow::Cow;

/// The encoding of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileEncoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, little end first: Excel's "Unicode text".
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// Windows-1252; also what bytes of an unknown encoding are read as.
    Windows1252,
    /// A Vietnamese encoding from before Unicode: TCVN3, VNI, Windows-1258 …
    Legacy(Encoding),
}

impl FileEncoding {
    /// The name people know it by.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1252 => "Windows-1252",
            Self::Legacy(encoding) => encoding.as_str(),
        }
    }
}

/// The bytes in an encoding that agrees with ASCII, and the encoding the file was in.
pub(super) fn to_ascii_based(
    bytes: Vec<u8>,
    asked: Option<FileEncoding>,
) -> (Vec<u8>, FileEncoding) {
    let encoding = asked.unwrap_or_else(|| detect(&bytes));
    match encoding {
        FileEncoding::Utf16Le => (utf16(&bytes, u16::from_le_bytes), encoding),
        FileEncoding::Utf16Be => (utf16(&bytes, u16::from_be_bytes), encoding),
        _ => (bytes, encoding),
    }
}

/// Without the UTF-8 byte order mark.
pub(super) fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes)
}

fn detect(bytes: &[u8]) -> FileEncoding {
    if bytes.starts_with(&[0xFF, 0xFE]) {
        return FileEncoding::Utf16Le;
    }
    if bytes.starts_with(&[0xFE, 0xFF]) {
        return FileEncoding::Utf16Be;
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return encoding;
    }
    if is_mostly_utf8(bytes) { FileEncoding::Utf8 } else { legacy(bytes) }
}

/// UTF-16 shows itself by zero bytes at every second place: the high halves of ASCII.
fn utf16_without_mark(bytes: &[u8]) -> Option<FileEncoding> {
    let pairs = bytes.len().min(4096) / 2;
    let mut zeros = (0, 0);
    for pair in bytes.chunks_exact(2).take(pairs) {
        if let [even, odd] = pair {
            zeros.0 += usize::from(*even == 0);
            zeros.1 += usize::from(*odd == 0);
        }
    }
    // Of Vietnamese text four letters in five, and every digit and delimiter, are ASCII.
    let (many, few) = (pairs * 2 / 5, pairs / 20);
    match zeros {
        _ if pairs < 2 => None,
        (even, odd) if odd > many && even <= few => Some(FileEncoding::Utf16Le),
        (even, odd) if even > many && odd <= few => Some(FileEncoding::Utf16Be),
        _ => None,
    }
}

/// Whether the bytes are UTF-8 but for damage here and there. In an older encoding sequences that
/// UTF-8 allows come about by chance only, so good ones outweigh bad ones in damaged UTF-8 alone.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    if simdutf8::basic::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad.saturating_mul(4)
}

fn utf16(bytes: &[u8], join: fn([u8; 2]) -> u16) -> Vec<u8> {
    let mut pairs = bytes.chunks_exact(2);
    let units = pairs.by_ref().map(|pair| match pair {
        [a, b] => join([*a, *b]),
        _ => 0,
    });
    let mut text = String::with_capacity(bytes.len());
    text.extend(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
    if bytes.len() % 2 == 1 {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text.into_bytes()
}

/// The text of one cell, and whether bytes in it do not belong to the encoding.
pub(super) fn cell(bytes: &[u8], encoding: FileEncoding) -> (Cow<'_, str>, bool) {
    if bytes.contains(&0) {
        // Left by programs that fill fields of a fixed length; no letter of any encoding.
        let held: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
        return (Cow::Owned(cell(&held, encoding).0.into_owned()), true);
    }
    match encoding {
        FileEncoding::Windows1252 => return (windows_1252(bytes), false),
        FileEncoding::Legacy(_) if bytes.is_ascii() => {}
        FileEncoding::Legacy(encoding) => {
            let text = clean::decode(bytes, encoding);
            if is_vietnamese(&text) {
                return (Cow::Owned(text), false);
            }
            // One file can mix encodings: what this one does not explain may be another's.
            let shown = windows_1252(bytes);
            let other = detect_legacy(std::iter::once(shown.as_ref())).encoding;
            let text = other.map_or(text, |encoding| clean::decode(bytes, encoding));
            return (Cow::Owned(text), false);
        }
        _ => {}
    }
    match std::str::from_utf8(bytes) {
        // A replacement character is damage that another program or UTF-16 decoding left.
        Ok(text) => {
            let damaged = !text.is_ascii() && text.contains(char::REPLACEMENT_CHARACTER);
            (Cow::Borrowed(text), damaged)
        }
        // A cell pasted from an older encoding keeps its bytes readable for the repair that
        // follows; a UTF-8 cell with a hole shows the hole.
        Err(_) if bytes.utf8_chunks().all(|chunk| chunk.valid().is_ascii()) => {
            (windows_1252(bytes), true)
        }
        Err(_) => (String::from_utf8_lossy(bytes), true),
    }
}

/// Windows-1252 as browsers read it: its five unused bytes become control characters, so that no
/// byte is lost.
fn windows_1252(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.is_ascii() => Cow::Borrowed(text),
        _ => bytes.iter().map(|byte| cp1252(*byte)).collect(),
    }
}

/// Whether every word that is not ASCII is a Vietnamese syllable.
fn is_vietnamese(text: &str) -> bool {
    let words = text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
    words.filter(|word| !word.is_ascii()).all(|word| Syllable::parse(word).is_some())
}

/// The encoding from before Unicode that explains cells from all over the file, shown as
/// Windows-1252; that itself if none does.
fn legacy(bytes: &[u8]) -> FileEncoding {
    /// Places to look at, and cells to take at each.
    const PLACES: usize = 16;
    const CELLS: usize = 64;
    let is_end = |byte: &u8| matches!(byte, b',' | b';' | b'\t' | b'|' | b'"' | b'\r' | b'\n');
    let cells: Vec<Cow<'_, str>> = bytes
        .chunks(bytes.len() / PLACES + 1)
        .flat_map(|part| {
            let cells = part.split(is_end).filter(|cell| !cell.is_ascii() && cell.len() < 1000);
            cells.take(CELLS).map(windows_1252)
        })
        .collect();
    detect_legacy(cells.iter().map(AsRef::as_ref))
        .encoding
        .map_or(FileEncoding::Windows1252, FileEncoding::Legacy)
}
