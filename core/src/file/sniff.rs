//! What a file's bytes say about its layout: delimiter, header line, where the records begin.

use super::ReadOptions;
use super::columns::WIDEST;
use super::decode::{FileEncoding, cell, without_bom};
use super::header::{self, HEAD, HeadRow, Header, title};
use super::rows::{Lines, Records};
use csv::ByteRecord;

/// Bytes looked at for the delimiter.
const NEAR: usize = 1 << 18;

/// How the table stands in the file.
pub(super) struct Layout {
    pub(super) delimiter: u8,
    pub(super) header: Header,
    /// First byte after the header.
    pub(super) start: usize,
}

/// What a file is if its first bytes say that it is neither text nor a workbook.
pub(super) fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: &[(&[u8], &str)] =
        &[(b"%PDF", "PDF"), (b"PAR1", "Parquet"), (b"\x1F\x8B", "gzip")];
    let kind = KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind);
    // Portals hand out pages of HTML under the name of a workbook.
    let text = without_bom(bytes).trim_ascii_start();
    let starts = |word: &str| {
        text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()))
    };
    let markup = ["<html", "<!doctype", "<table", "<?xml"].into_iter().any(starts);
    kind.or(markup.then_some("HTML / XML"))
}

/// The first records of a text.
struct Head {
    rows: Vec<HeadRow>,
    /// The byte just after each.
    ends: Vec<usize>,
}

impl Head {
    /// Reads `count` records of `text` from byte `start` on.
    fn read(
        text: &[u8],
        start: usize,
        delimiter: u8,
        encoding: FileEncoding,
        count: usize,
    ) -> Self {
        let mut records = Records::new(text, start, delimiter);
        let mut lines = Lines::new(text);
        let mut record = ByteRecord::new();
        let mut head = Self { rows: Vec::new(), ends: Vec::new() };
        while head.rows.len() < count
            && let Some(found) = records.next(&mut record)
        {
            // One cell more than a table may have tells that it is too wide.
            let cells = record.iter().take(WIDEST + 1);
            let cells = cells.map(|bytes| title(&cell(bytes, encoding).0)).collect();
            head.rows.push(HeadRow { line: lines.at(found.start), cells });
            head.ends.push(found.end);
        }
        head
    }
}

/// The layout of a text that is not blank; `None` if its first line is a person's data.
pub(super) fn layout(text: &[u8], encoding: FileEncoding, options: &ReadOptions) -> Option<Layout> {
    let (hint, start) = separator_hint(text);
    let body = text.get(start..).unwrap_or_default();
    let count = options.header_line.map_or(HEAD, |line| line.saturating_add(1).max(HEAD));
    let delimiter = options.delimiter.or(hint).unwrap_or_else(|| delimiter(body, encoding));
    let head = Head::read(text, start, delimiter, encoding, count);
    let (header, next) = header::find(&head.rows, options.header_line)?;
    let start = head.ends.get(next.checked_sub(1)?).copied()?;
    Some(Layout { delimiter, header, start })
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
    // Without its delimiter a text is one column, whichever that is.
    let mut one_column = None;
    for delimiter in [b',', b';', b'\t', b'|'] {
        let used = near.iter().filter(|byte| **byte == delimiter).count();
        let look = || {
            let head = Head::read(near, 0, delimiter, encoding, HEAD);
            (header::width(&head.rows), header::best(&head.rows).1)
        };
        let ((width, agreeing), known) =
            if used == 0 { *one_column.get_or_insert_with(look) } else { look() };
        let score = match width {
            0 | 1 => (known, 0, 0, usize::MAX - used),
            _ => (known, agreeing, width, 0),
        };
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}
