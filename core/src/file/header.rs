//! Which of the first rows of a table is its header.

use crate::record::Schema;

/// Rows looked at for the header.
pub(super) const HEAD: usize = 30;

/// The header of a table.
pub(super) struct Header {
    pub(super) cells: Vec<String>,
    /// Lines around it that are no records.
    pub(super) skipped: Vec<u32>,
}

/// One of the first rows.
pub(super) struct HeadRow {
    pub(super) line: u32,
    pub(super) cells: Vec<String>,
}

/// The header among the first rows, and the place of the first record; `None` if the first rows
/// are persons' data. `asked` is the caller's choice, a row counted from 1.
pub(super) fn find(rows: &[HeadRow], asked: Option<usize>) -> Option<(Header, usize)> {
    let (best, known) = best(rows);
    let at = match asked {
        Some(line) => line.saturating_sub(1),
        None if known > 0 => best,
        None => {
            let (width, _) = width(rows);
            let wide = |cells: &[String]| cells.len() >= width && !is_blank(cells);
            rows.iter().position(|row| wide(&row.cells)).unwrap_or(0)
        }
    };
    let header = rows.get(at)?;
    if asked.is_none() && known == 0 && header.cells.iter().any(|cell| is_data(cell)) {
        return None;
    }
    let mut skipped: Vec<u32> =
        rows.iter().take(at).filter(|row| !is_blank(&row.cells)).map(|row| row.line).collect();
    let mut next = at + 1;
    if let Some(numbers) = rows.get(next).filter(|row| is_numbering(&row.cells)) {
        skipped.push(numbers.line);
        next += 1;
    }
    Some((Header { cells: header.cells.clone(), skipped }, next))
}

/// A header cell on one line, without blanks and byte order mark around it.
pub(super) fn title(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    text.split(['\r', '\n']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Most usual number of cells (the larger of two equally usual ones), and how many rows have it.
pub(super) fn width(rows: &[HeadRow]) -> (usize, usize) {
    let mut widths: Vec<_> = rows.iter().map(|row| row.cells.len()).collect();
    widths.sort_unstable();
    widths
        .chunk_by(|a, b| a == b)
        .map(|same| (same.len(), same.first().copied().unwrap_or(0)))
        .max()
        .map_or((0, 0), |(count, width)| (width, count))
}

/// The row with the most known headers, and how many; the first of equally good ones.
pub(super) fn best(rows: &[HeadRow]) -> (usize, usize) {
    let known = |row: &HeadRow| Schema::known(row.cells.iter().map(String::as_str));
    let all = rows.iter().enumerate();
    let best = all
        .map(|(at, row)| (known(row), at))
        .max_by_key(|(known, at)| (*known, std::cmp::Reverse(*at)));
    best.map_or((0, 0), |(known, at)| (at, known))
}

fn is_blank(cells: &[String]) -> bool {
    cells.iter().all(String::is_empty)
}

/// Whether a cell is more likely a number or date of a person than a header.
fn is_data(cell: &str) -> bool {
    cell.bytes().filter(u8::is_ascii_digit).count() >= 6
}

/// A line `(1) (2) (3) …` under the header, as printed forms have.
fn is_numbering(cells: &[String]) -> bool {
    let number = |cell: &String| cell.trim_matches(['(', ')', '[', ']', ' ']).parse::<u32>().ok();
    // A table may begin behind empty columns.
    let cells = cells.iter().skip_while(|cell| cell.is_empty());
    let Some(numbers) = cells.map(number).collect::<Option<Vec<_>>>() else {
        return false;
    };
    numbers.len() >= 3
        && numbers.windows(2).all(|pair| matches!(pair, [a, b] if a.checked_add(1) == Some(*b)))
}
