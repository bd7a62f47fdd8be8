//! Records of a delimited text, and the columns they fill.

use super::columns::Columns;
use super::decode::{FileEncoding, cell};
use super::sniff::Layout;
use super::{FileTable, Origin};
use crate::error::Result;
use crate::finding::FindingCode;
use csv::{ByteRecord, Reader, ReaderBuilder};
use std::borrow::Cow;
use std::io::{Cursor, SeekFrom};

/// Where a record stands in the text.
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    /// A quotation mark was not closed rightly; the record is one line, its quotes as written.
    pub(super) repaired: bool,
}

/// The records of a text, one after another; empty lines are none.
///
/// A quotation mark that somebody forgot to close would swallow the rows that follow. A record
/// that goes over several lines is therefore kept only if all its quotes stand as they should;
/// else its first line is a record of its own and reading goes on with the second.
pub(super) struct Records<'t> {
    text: &'t [u8],
    delimiter: u8,
    /// Where reading began.
    base: usize,
    reader: Reader<Cursor<&'t [u8]>>,
    /// Where to go on, if that is not where the reader stands.
    pending: Option<usize>,
    /// Bytes read for records that did not come right.
    wasted: usize,
}

impl<'t> Records<'t> {
    pub(super) fn new(text: &'t [u8], start: usize, delimiter: u8) -> Self {
        let mut builder = ReaderBuilder::new();
        builder.delimiter(delimiter).flexible(true).has_headers(false);
        let rest = text.get(start..).unwrap_or_default();
        let reader = builder.from_reader(Cursor::new(rest));
        Self { text, delimiter, base: start, reader, pending: None, wasted: 0 }
    }

    fn position(&self) -> usize {
        if let Some(place) = self.pending {
            return place;
        }
        self.base + usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX)
    }

    /// Puts the reader where reading goes on.
    fn catch_up(&mut self) -> Option<()> {
        let Some(place) = self.pending.take() else { return Some(()) };
        let place = u64::try_from(place.checked_sub(self.base)?).ok()?;
        let mut position = self.reader.position().clone();
        position.set_byte(place);
        self.reader.seek_raw(SeekFrom::Start(place), position).ok()
    }

    /// Reads the next record into `record`.
    ///
    /// Linear in the text: once as many bytes as it has were read for records that did not come
    /// right, quotes no longer reach beyond their line.
    pub(super) fn next(&mut self, record: &mut ByteRecord) -> Option<Found> {
        if self.wasted > self.text.len() {
            return self.next_line(record);
        }
        self.catch_up()?;
        let mut start = self.position();
        // Flexible records read from memory cannot fail.
        if !self.reader.read_byte_record(record).unwrap_or(false) {
            return None;
        }
        let end = self.position();
        let mut raw = self.text.get(start..end)?;
        while let [b'\r' | b'\n', rest @ ..] = raw {
            (raw, start) = (rest, start + 1);
        }
        while let [rest @ .., b'\r' | b'\n'] = raw {
            raw = rest;
        }
        let whole = !(raw.contains(&b'\n') || raw.contains(&b'\r') || end == self.text.len());
        if whole || quotes_stand_right(raw, self.delimiter) {
            return Some(Found { start, end, repaired: false });
        }
        self.wasted += raw.len();
        let line = raw.split(is_break).next().unwrap_or_default();
        Some(self.take_line(start, line, record))
    }

    /// Reads one line as a record.
    fn next_line(&mut self, record: &mut ByteRecord) -> Option<Found> {
        let mut start = self.position();
        let rest = self.text.get(start..)?;
        start += rest.iter().position(|byte| !is_break(byte))?;
        let line = self.text.get(start..)?.split(is_break).next().unwrap_or_default();
        if !quotes_stand_right(line, self.delimiter) {
            return Some(self.take_line(start, line, record));
        }
        self.pending = Some(start);
        self.catch_up()?;
        let read = self.reader.read_byte_record(record).unwrap_or(false);
        read.then(|| Found { start, end: self.position(), repaired: false })
    }

    /// Takes a line whose quotes are not right as it stands, cut at each delimiter.
    fn take_line(&mut self, start: usize, line: &[u8], record: &mut ByteRecord) -> Found {
        let cells = line.split(|byte| *byte == self.delimiter).map(<[u8]>::trim_ascii);
        *record = cells.map(unquoted).collect();
        let end = start + line.len();
        self.pending = Some(end);
        Found { start, end, repaired: true }
    }
}

fn is_break(byte: &u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

fn unquoted(cell: &[u8]) -> &[u8] {
    let cell = cell.strip_prefix(b"\"").unwrap_or(cell);
    cell.strip_suffix(b"\"").unwrap_or(cell)
}

/// Whether each cell that begins with a quote ends with one, right before a delimiter or the end.
fn quotes_stand_right(mut raw: &[u8], delimiter: u8) -> bool {
    loop {
        if let Some(mut rest) = raw.strip_prefix(b"\"") {
            loop {
                let Some(quote) = rest.iter().position(|byte| *byte == b'"') else {
                    return false;
                };
                rest = rest.get(quote + 1..).unwrap_or_default();
                match rest.strip_prefix(b"\"") {
                    Some(after) => rest = after,
                    None => break,
                }
            }
            if !rest.is_empty() && rest.first() != Some(&delimiter) {
                return false;
            }
            raw = rest;
        }
        match raw.iter().position(|byte| *byte == delimiter) {
            Some(place) => raw = raw.get(place + 1..).unwrap_or_default(),
            None => return true,
        }
    }
}

/// Line numbers of rising positions in a text. A line ends as a record does: at CR, LF or both.
pub(super) struct Lines<'t> {
    text: &'t [u8],
    at: usize,
    line: u32,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t [u8]) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// The line of a byte, counted from 1.
    pub(super) fn at(&mut self, position: usize) -> u32 {
        let passed = self.text.get(self.at..position).unwrap_or_default();
        let mut breaks = passed.iter().filter(|byte| **byte == b'\n').count();
        if passed.contains(&b'\r') {
            let returns = (self.at..).zip(passed).filter(|(_, byte)| **byte == b'\r');
            let alone = |at: usize| self.text.get(at + 1) != Some(&b'\n');
            breaks += returns.filter(|(at, _)| alone(*at)).count();
        }
        self.line = self.line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        self.at = self.at.max(position);
        self.line
    }
}

/// Reads every record after the header into columns.
pub(super) fn read(text: &[u8], encoding: FileEncoding, layout: Layout) -> Result<FileTable> {
    let Layout { delimiter, header, start } = layout;
    let mut columns = Columns::new(header)?;
    let width = columns.width();
    let mut lines = Lines::new(text);
    let mut records = Records::new(text, start, delimiter);
    let mut record = ByteRecord::new();
    while let Some(found) = records.next(&mut record) {
        let used = record.iter().rposition(|cell| !cell.trim_ascii().is_empty());
        let line = lines.at(found.start);
        let Some(used) = used.map(|last| last + 1) else {
            columns.note(FindingCode::RowsBlank, line);
            continue;
        };
        if columns.is_header(record.iter().map(|bytes| cell(bytes, encoding).0)) {
            columns.note(FindingCode::HeaderRepeated, line);
            continue;
        }
        if record.len() < width {
            columns.note(FindingCode::RowsShort, line);
        }
        if found.repaired {
            columns.note(FindingCode::QuoteRepaired, line);
        }
        let mut damaged = false;
        let sound = sound_text(&record, encoding);
        columns.push(line, used, |place, with_rest| {
            let (text, damage) = if with_rest {
                let joined = rest(&record, place, delimiter);
                let (text, damage) = cell(&joined, encoding);
                (Cow::Owned(text.into_owned()), damage)
            } else {
                let bytes = record.get(place).filter(|bytes| !bytes.is_empty())?;
                let held = spreadsheet_text(bytes);
                let whole = || record.range(place).and_then(|range| sound?.get(range));
                match whole().filter(|_| held.len() == bytes.len()) {
                    Some(text) => (Cow::Borrowed(text), false),
                    None => cell(held, encoding),
                }
            };
            damaged |= damage;
            Some(text)
        });
        if damaged {
            columns.note(FindingCode::BytesDamaged, line);
        }
    }
    columns.finish(Origin::Text { encoding, delimiter })
}

/// All cells of a record one after another, if they are what [`cell`] would give for each: UTF-8
/// without a zero byte or a replacement character (EF BF BD).
fn sound_text(record: &ByteRecord, encoding: FileEncoding) -> Option<&str> {
    let bytes = record.as_slice();
    let plain = encoding == FileEncoding::Utf8 && !bytes.contains(&0) && !bytes.contains(&0xEF);
    plain.then(|| simdutf8::basic::from_utf8(bytes).ok()).flatten()
}

/// The cells from `place` on, as they stood.
fn rest(record: &ByteRecord, place: usize, delimiter: u8) -> Vec<u8> {
    record.iter().skip(place).collect::<Vec<_>>().join(&delimiter)
}

/// Without what spreadsheets wrap around a number to keep it as text: `'0791…` and `="0791…"`. The
/// apostrophe goes only before a digit or what would begin a formula (a sign, also in full width, a
/// tab, a line's end), never before a name.
pub(super) fn spreadsheet_text(bytes: &[u8]) -> &[u8] {
    match bytes {
        [b'\'', b'0'..=b'9' | b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n', ..]
        // ＝ ＋ － ＠
        | [b'\'', 0xEF, 0xBC, 0x9D | 0x8B | 0x8D | 0xA0, ..] => bytes.get(1..).unwrap_or(bytes),
        [b'=', b'"', inner @ .., b'"'] if !inner.contains(&b'"') => inner,
        _ => bytes,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ReadOptions, read_bytes};
    use crate::FindingCode;

    /// Found by fuzzing: a CR alone ended a record and not a line, so that two lines had one number.
    #[test]
    fn lines_end_where_records_do() {
        let text = "UBND\rDANH SÁCH\nSTT,Họ và tên,Ngày sinh\r\n1,Lê A,1950\r2,Lê B\n";
        let file = read_bytes(text.as_bytes(), &ReadOptions::default()).unwrap();
        let notes = file.notes().iter();
        let notes: Vec<_> = notes.map(|note| (note.finding().code, note.lines())).collect();
        let want: [(_, &[u32]); 2] =
            [(FindingCode::RowsAboveHeader, &[1, 2]), (FindingCode::RowsShort, &[5])];
        assert_eq!((file.rows(), notes.as_slice()), (2, &want[..]));
    }
}
