//! What a file's bytes say about its layout: delimiter, header line, where the records begin.

use super::ReadOptions;
use super::decode::{FileEncoding, cell};
use super::rows::{Lines, Records, WIDEST};
use crate::record::Schema;
use csv::ByteRecord;

/// Records looked at for delimiter and header.
const HEAD: usize = 30;
/// Bytes looked at for the delimiter.
const NEAR: usize = 1 << 18;

/// How the table stands in the file.
pub(super) struct Layout {
    pub(super) delimiter: u8,
    pub(super) headers: Vec<String>,
    /// First byte after the header.
    pub(super) start: usize,
    /// Lines around the header that are no records.
    pub(super) skipped: Vec<u32>,
}

/// What a file is if its first bytes say that it is no text.
pub(super) fn binary_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: &[(&[u8], &str)] = &[
        (b"PK\x03\x04", "Excel (xlsx) / zip"),
        (b"\xD0\xCF\x11\xE0", "Excel 97 (xls)"),
        (b"%PDF", "PDF"),
        (b"PAR1", "Parquet"),
        (b"\x1F\x8B", "gzip"),
    ];
    KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

struct Head {
    /// Byte just after each record, and its cells.
    records: Vec<(usize, usize, Vec<String>)>,
}

impl Head {
    fn read(text: &[u8], delimiter: u8, encoding: FileEncoding, count: usize) -> Self {
        let mut records = Records::new(text, 0, delimiter);
        let mut record = ByteRecord::new();
        let mut head = Self { records: Vec::new() };
        while head.records.len() < count
            && let Some(found) = records.next(&mut record)
        {
            // One cell more than a table may have tells that it is too wide.
            let cells = record.iter().take(WIDEST + 1);
            let cells = cells.map(|bytes| title(&cell(bytes, encoding).0)).collect();
            head.records.push((found.start, found.end, cells));
        }
        head
    }

    /// Most usual number of cells (the larger of two equally usual ones), and how many have it.
    fn width(&self) -> (usize, usize) {
        let mut widths: Vec<_> = self.records.iter().map(|(_, _, cells)| cells.len()).collect();
        widths.sort_unstable();
        widths
            .chunk_by(|a, b| a == b)
            .map(|same| (same.len(), same.first().copied().unwrap_or(0)))
            .max()
            .map_or((0, 0), |(count, width)| (width, count))
    }

    /// The record with the most known headers, and how many.
    fn best(&self) -> (usize, usize) {
        let known = |cells: &Vec<String>| Schema::known(cells.iter().map(String::as_str));
        let all = self.records.iter().enumerate();
        let best = all.map(|(at, (_, _, cells))| (known(cells), at)).max_by_key(|(known, at)| {
            // The first of equally good ones.
            (*known, std::cmp::Reverse(*at))
        });
        best.map_or((0, 0), |(known, at)| (at, known))
    }
}

/// A header cell on one line, without blanks and byte order mark around it.
fn title(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    text.split(['\r', '\n']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The layout of a text that is not blank; `None` if its first line is a person's data.
pub(super) fn layout(text: &[u8], encoding: FileEncoding, options: &ReadOptions) -> Option<Layout> {
    let (hint, text_start) = separator_hint(text);
    let body = text.get(text_start..).unwrap_or_default();
    let count = options.header_line.map_or(HEAD, |line| line.saturating_add(1).max(HEAD));
    let delimiter = options.delimiter.or(hint).unwrap_or_else(|| delimiter(body, encoding));
    let head = Head::read(body, delimiter, encoding, count);
    let best = head.best();
    let at = match options.header_line {
        Some(line) => line.saturating_sub(1),
        None => match best {
            (at, 1..) => at,
            _ => {
                let (width, _) = head.width();
                let wide =
                    |cells: &[String]| cells.len() >= width && !cells.iter().all(String::is_empty);
                head.records.iter().position(|(_, _, cells)| wide(cells)).unwrap_or(0)
            }
        },
    };
    let (_, end, headers) = head.records.get(at)?;
    if options.header_line.is_none() && best.1 == 0 && headers.iter().any(|c| is_data(c)) {
        return None;
    }
    let mut lines = Lines::new(text);
    let mut skipped = Vec::new();
    let mut start = *end;
    for (place, (begin, end, cells)) in head.records.iter().enumerate() {
        let above = place < at && !cells.iter().all(String::is_empty);
        let numbers = place == at + 1 && is_numbering(cells);
        if above || numbers {
            skipped.push(lines.at(text_start + begin));
        }
        if numbers {
            start = *end;
        }
    }
    Some(Layout { delimiter, headers: headers.clone(), start: text_start + start, skipped })
}

/// Excel's `sep=;` line: the delimiter it names, and where the next line begins.
fn separator_hint(text: &[u8]) -> (Option<u8>, usize) {
    match text {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter, b'\r' | b'\n', ..] => {
            (Some(*delimiter), 5)
        }
        _ => (None, 0),
    }
}

/// The delimiter under which the most headers are known; else the one that cuts most lines into
/// the same number of cells; in a file of one column, the one that is used least.
fn delimiter(text: &[u8], encoding: FileEncoding) -> u8 {
    let near = text.get(..text.len().min(NEAR)).unwrap_or_default();
    let mut best = ((0, 0, 0, 0), b',');
    for delimiter in [b',', b';', b'\t', b'|'] {
        let head = Head::read(near, delimiter, encoding, HEAD);
        let (width, agreeing) = head.width();
        let (_, known) = head.best();
        let unused = usize::MAX - near.iter().filter(|byte| **byte == delimiter).count();
        let score = match width {
            0 | 1 => (known, 0, 0, unused),
            _ => (known, agreeing, width, 0),
        };
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

/// Whether a cell is more likely a number or date of a person than a header.
fn is_data(cell: &str) -> bool {
    cell.bytes().filter(u8::is_ascii_digit).count() >= 6
}

/// A line `(1) (2) (3) …` under the header, as printed forms have.
fn is_numbering(cells: &[String]) -> bool {
    let number = |cell: &String| cell.trim_matches(['(', ')', '[', ']', ' ']).parse::<u32>().ok();
    let Some(numbers) = cells.iter().map(number).collect::<Option<Vec<_>>>() else {
        return false;
    };
    numbers.len() >= 3
        && numbers.windows(2).all(|pair| matches!(pair, [a, b] if a.checked_add(1) == Some(*b)))
}
