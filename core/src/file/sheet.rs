//! One sheet of a workbook: from cells to named columns.

use super::cell::{self, Day, Value};
use super::columns::Columns;
use super::header::{self, HEAD, HeadRow, title};
use super::note::FileNote;
use super::rows::spreadsheet_text;
use super::{FileTable, Origin};
use crate::error::{Error, ErrorCode, Result};
use crate::finding::{FieldName, Finding, FindingCode};
use crate::record::{Schema, StrBuffer};
use std::borrow::Cow;

/// Real days that must all lie below the thirteenth, and days in text that must all lie above the
/// twelfth, before days and months of a column are taken as exchanged: by chance that happens once
/// in a million files.
const SWAPPED_DAYS: usize = 8;
const TEXT_DAYS: usize = 3;

/// Columns of a sheet that are looked at; formats may reach a thousand times as far.
const REACH: u32 = 1024;

/// Cells merged over several rows.
pub(super) struct Region {
    pub(super) row: u32,
    pub(super) last: u32,
    pub(super) column: u32,
}

/// A sheet that is read row by row.
pub(super) struct Grid {
    name: String,
    file: String,
    /// The row the caller names as header, counted from 1.
    asked: Option<usize>,
    epoch_1904: bool,
    merged: Merged,
    /// The row at hand and its cells.
    row: u32,
    cells: Vec<Option<Value<'static>>>,
    state: State,
}

enum State {
    /// The first rows, from which the header will be chosen.
    Head(Vec<(u32, Vec<Option<Value<'static>>>)>),
    Body(Box<Body>),
}

impl Grid {
    pub(super) fn new(
        name: &str,
        file: &str,
        asked: Option<usize>,
        mut merged: Vec<Region>,
        epoch_1904: bool,
    ) -> Self {
        merged.sort_by_key(|region| region.row);
        Self {
            name: name.to_owned(),
            file: file.to_owned(),
            asked,
            epoch_1904,
            merged: Merged { regions: merged.into_iter().peekable(), open: Vec::new() },
            row: 0,
            cells: Vec::new(),
            state: State::Head(Vec::new()),
        }
    }

    /// Takes the next cell, counted from 0.
    pub(super) fn cell(&mut self, row: u32, column: u32, value: Value<'_>) -> Result<()> {
        if row != self.row {
            self.end_row()?;
            self.row = row;
        }
        if column >= REACH || matches!(&value, Value::Text(text) if text.trim().is_empty()) {
            return Ok(());
        }
        let place = column as usize;
        if self.cells.len() <= place {
            self.cells.resize(place + 1, None);
        }
        if let Some(slot) = self.cells.get_mut(place) {
            *slot = Some(match value {
                Value::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
                Value::Number(number) => Value::Number(number),
                Value::Date(day) => Value::Date(day),
                Value::NoDay => Value::NoDay,
            });
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<()> {
        let cells = core::mem::take(&mut self.cells);
        if cells.is_empty() {
            return Ok(());
        }
        let row = self.row;
        match &mut self.state {
            State::Body(body) => body.push(row, cells, &mut self.merged),
            State::Head(rows) => {
                rows.push((row, cells));
                let enough = self.asked.map_or(HEAD, |asked| asked.saturating_add(2).max(HEAD));
                if rows.len() >= enough {
                    return self.begin();
                }
            }
        }
        Ok(())
    }

    /// Chooses the header and goes on with the records.
    fn begin(&mut self) -> Result<()> {
        let State::Head(rows) = &mut self.state else { return Ok(()) };
        let rows = core::mem::take(rows);
        // A table may begin in column C, under a title in column A.
        let several = |cells: &&[Option<Value<'static>>]| cells.iter().flatten().nth(1).is_some();
        let all = || rows.iter().map(|(_, cells)| cells.as_slice());
        let blank =
            |cells: &[Option<Value<'static>>]| cells.iter().take_while(|c| c.is_none()).count();
        let left = all().filter(several).map(blank).min();
        let left = left.or_else(|| all().map(blank).min()).unwrap_or(0);
        let head: Vec<HeadRow> = rows
            .iter()
            .map(|(row, cells)| HeadRow { line: row + 1, cells: titles(cells) })
            .collect();
        let Some((mut header, next)) = header::find(&head, self.asked) else {
            return Err(Error::new(ErrorCode::NoHeader).with("file", self.file.as_str()));
        };
        header.cells.drain(..left.min(header.cells.len()));
        let mut body = Body::new(Columns::new(header)?, left, self.epoch_1904);
        for (row, cells) in rows.into_iter().skip(next) {
            body.push(row, cells, &mut self.merged);
        }
        self.state = State::Body(Box::new(body));
        Ok(())
    }
}

/// The table of a sheet whose cells have all been told.
pub(super) fn read_grid(mut grid: Grid) -> Result<FileTable> {
    grid.end_row()?;
    if matches!(&grid.state, State::Head(rows) if !rows.is_empty()) {
        grid.begin()?;
    }
    let State::Body(mut body) = grid.state else {
        return Err(Error::new(ErrorCode::FileEmpty).with("file", grid.file));
    };
    body.turn_dates();
    let mut table = body.columns.finish(Origin::Sheet(grid.name))?;
    if grid.epoch_1904 {
        let finding = Finding::new(FindingCode::DateEpoch1904, FieldName::Record);
        table.notes.push(FileNote::about(finding));
    }
    Ok(table)
}

/// The cells of a row as headers.
fn titles(cells: &[Option<Value<'static>>]) -> Vec<String> {
    let text = |cell: &Option<Value<'static>>| match cell {
        Some(Value::Text(text)) => title(text),
        Some(Value::Number(number)) => cell::number_text(*number),
        Some(Value::Date(day)) => day.text(),
        Some(Value::NoDay) | None => String::new(),
    };
    cells.iter().map(text).collect()
}

/// The records of a sheet.
struct Body {
    columns: Columns,
    /// Empty columns before the table.
    left: usize,
    epoch_1904: bool,
    roles: Vec<Role>,
}

/// What is to be minded in a column.
struct Role {
    birth: Option<Dates>,
    /// Does a merged cell speak for all rows it covers? Never where each person has an own value.
    shared: bool,
}

/// Dates of a column of birth dates.
#[derive(Default)]
struct Dates {
    /// Records whose cell is a day and no text, and their lines.
    real: Vec<(u32, u32)>,
    may_be_swapped: usize,
    text_above_twelve: usize,
    text_others: usize,
}

impl Body {
    fn new(columns: Columns, left: usize, epoch_1904: bool) -> Self {
        use FieldName as F;
        let role = |header: &String| {
            let field = Schema::field_of(header);
            let own = matches!(
                field,
                Some(
                    F::RecordId
                        | F::FullName
                        | F::BirthDate
                        | F::Sex
                        | F::CitizenId
                        | F::IdentityCard
                        | F::InsuranceNumber
                )
            );
            Role { birth: (field == Some(F::BirthDate)).then(Dates::default), shared: !own }
        };
        let roles = columns.headers().iter().map(role).collect();
        Self { columns, left, epoch_1904, roles }
    }

    fn push(&mut self, row: u32, mut cells: Vec<Option<Value<'static>>>, merged: &mut Merged) {
        let line = row + 1;
        let shared = |column: usize| {
            let place = column.checked_sub(self.left);
            place.and_then(|place| self.roles.get(place)).is_some_and(|role| role.shared)
        };
        if merged.fill(row, &mut cells, shared) {
            self.columns.note(FindingCode::CellsMerged, line);
        }
        let cells = cells.get(self.left..).unwrap_or_default();
        let texts = titles(cells);
        if self.columns.is_header(texts.into_iter().map(Cow::Owned)) {
            self.columns.note(FindingCode::HeaderRepeated, line);
            return;
        }
        let table_row = u32::try_from(self.columns.rows()).unwrap_or(u32::MAX);
        let used = cells.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
        let (roles, epoch_1904) = (&mut self.roles, self.epoch_1904);
        let mut codes = Vec::new();
        self.columns.push(line, used, |place, with_rest| {
            let dates = roles.get_mut(place).and_then(|role| role.birth.as_mut());
            if with_rest {
                let rest = cells.get(place..).unwrap_or_default().iter().flatten();
                let texts: Vec<_> = rest.filter_map(plain_text).collect();
                return Some(Cow::Owned(texts.join(" ")));
            }
            let cell = cells.get(place)?.as_ref()?;
            match dates {
                Some(dates) => birth_text(cell, dates, (table_row, line), epoch_1904, &mut codes),
                None => {
                    if *cell == Value::NoDay {
                        codes.push(FindingCode::DateCellEmpty);
                    }
                    plain_text(cell)
                }
            }
        });
        for code in codes {
            self.columns.note(code, line);
        }
    }

    /// Puts back days and months of columns whose dates were read month first: where a computer
    /// expects that, `28/02/1975` stays text and `03/02/1975` becomes the second of March.
    fn turn_dates(&mut self) {
        for (place, role) in self.roles.iter().enumerate() {
            let Some(dates) = &role.birth else { continue };
            let swapped = dates.real.len() >= SWAPPED_DAYS
                && dates.may_be_swapped == dates.real.len()
                && dates.text_above_twelve >= TEXT_DAYS
                && dates.text_others == 0;
            let Some(column) = self.columns.column_mut(place).filter(|_| swapped) else { continue };
            let mut real = dates.real.iter().peekable();
            let mut turned = StrBuffer::new();
            for (row, cell) in (0_u32..).zip(column.as_column().iter()) {
                let is_real = real.next_if(|(held, _)| *held == row).is_some();
                let text = cell.filter(|_| is_real).and_then(cell::swapped);
                turned.push(text.as_deref().or(cell));
            }
            *column = turned;
            for (_, line) in &dates.real {
                self.columns.note(FindingCode::DateCellsSwapped, *line);
            }
        }
    }
}

/// The text of a cell.
fn plain_text<'c>(cell: &'c Value<'static>) -> Option<Cow<'c, str>> {
    match cell {
        Value::Text(text) => {
            let inner = std::str::from_utf8(spreadsheet_text(text.as_bytes()));
            Some(Cow::Borrowed(inner.unwrap_or(text)))
        }
        Value::Number(number) => Some(Cow::Owned(cell::number_text(*number))),
        Value::Date(day) => Some(Cow::Owned(day.text())),
        Value::NoDay => None,
    }
}

/// The text of a cell in a column of birth dates.
fn birth_text<'c>(
    cell: &'c Value<'static>,
    dates: &mut Dates,
    row: (u32, u32),
    epoch_1904: bool,
    codes: &mut Vec<FindingCode>,
) -> Option<Cow<'c, str>> {
    match cell {
        Value::Date(day) => {
            if let Some(year) = day.typed_year() {
                codes.push(FindingCode::DateCellYear);
                return Some(Cow::Owned(year.to_string()));
            }
            dates.real.push(row);
            dates.may_be_swapped += usize::from(Day::may_be_swapped(*day));
        }
        Value::NoDay => codes.push(FindingCode::DateCellEmpty),
        Value::Number(number) if epoch_1904 => {
            return Some(Cow::Owned(cell::number_text(cell::from_1904(*number))));
        }
        Value::Text(text) => match cell::first_of_date(text) {
            Some(13..) => dates.text_above_twelve += 1,
            Some(_) => dates.text_others += 1,
            None => {}
        },
        Value::Number(_) => {}
    }
    plain_text(cell)
}

/// Merged cells, met row by row: only the first row of each holds its value.
struct Merged {
    regions: std::iter::Peekable<std::vec::IntoIter<Region>>,
    /// Column, last row and value of those that reach further down.
    open: Vec<(u32, u32, Value<'static>)>,
}

impl Merged {
    /// Gives a row the values of the cells merged over it, where the column takes them; says
    /// whether there was one.
    fn fill(
        &mut self,
        row: u32,
        cells: &mut Vec<Option<Value<'static>>>,
        shared: impl Fn(usize) -> bool,
    ) -> bool {
        let mut filled = false;
        self.open.retain(|(_, last, _)| *last >= row);
        for (column, _, value) in &self.open {
            let place = *column as usize;
            if cells.len() <= place {
                cells.resize(place + 1, None);
            }
            if let Some(slot @ None) = cells.get_mut(place) {
                *slot = Some(value.clone());
                filled = true;
            }
        }
        while let Some(region) = self.regions.next_if(|region| region.row <= row) {
            let place = region.column as usize;
            let Some(Some(value)) = cells.get(place).filter(|_| region.row == row) else {
                continue;
            };
            if shared(place) && region.last > row {
                let value = value.clone();
                self.open.retain(|(column, _, _)| *column != region.column);
                self.open.push((region.column, region.last, value));
            }
        }
        filled
    }
}
