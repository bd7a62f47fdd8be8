//! The door: a table in, findings and figures out.

use super::between;
use super::report::{FieldFill, QualityReport, Sums};
use super::rows::{Rows, UNITS};
use super::units::Places;
use crate::check::{CheckOptions, examine_units};
use crate::error::{Error, ErrorCode, Result};
use crate::finding::{FieldName, Finding};
use crate::link::ids::RecordIds;
use crate::record::repair::RowText;
use crate::record::{RowFinding, Schema, StrColumn, Table};
use hashbrown::HashSet;
use std::borrow::Cow;

/// Checks every record of a table, and the records against one another: [`TableCheck`] with the
/// columns recognised by their headers.
///
/// ```
/// use hoten::{CheckOptions, StrColumn, Table};
///
/// let names = ["Nguyễn Văn Hòa", "Trần Thị Bé"];
/// let dates = ["30/02/1950", "01/01/1961"];
/// let table = Table::new([
///     ("Họ và tên", StrColumn::from_strs(&names)),
///     ("Ngày sinh", StrColumn::from_strs(&dates)),
/// ])?;
/// let quality = hoten::check(&table, &CheckOptions::new())?;
/// let found: Vec<_> = quality.findings().iter().map(|found| (found.row, found.code.as_str())).collect();
/// assert_eq!(found, [(0, "date_impossible_day"), (1, "birth_first_of_january")]);
/// assert_eq!(quality.report().total.records, 2);
/// # Ok::<(), hoten::Error>(())
/// ```
///
/// # Errors
/// No column of names, more than four thousand million rows.
pub fn check<'a>(table: &Table<'a>, options: &CheckOptions) -> Result<Quality<'a>> {
    TableCheck::new(options).run(table)
}

/// How a table is checked.
///
/// Between records only exact keys are used: one number on two persons (their names and birth dates
/// differ), one person (same name, full birth date and parent, marks aside) with two numbers or
/// twice in one source, a record id that repeats. Duplicates beyond that are found by
/// [`Linker::dedupe`](crate::Linker::dedupe): hand its clusters to [`Self::clusters`].
#[derive(Debug, Clone)]
pub struct TableCheck<'c> {
    options: CheckOptions,
    columns: Vec<(String, String)>,
    clusters: Option<&'c [u32]>,
}

impl<'c> TableCheck<'c> {
    /// A check with these options.
    #[must_use]
    pub fn new(options: &CheckOptions) -> Self {
        Self { options: *options, columns: Vec::new(), clusters: None }
    }

    /// Names the column of a field: `("full_name", "hoten_kh")`.
    #[must_use]
    pub fn column(mut self, field: impl Into<String>, header: impl Into<String>) -> Self {
        self.columns.push((field.into(), header.into()));
        self
    }

    /// Which records are of one person: for each row the first row of its cluster, as
    /// [`Linkage::clusters`](crate::Linkage::clusters) of the same table gives it.
    #[must_use]
    pub fn clusters(mut self, clusters: &'c [u32]) -> Self {
        self.clusters = Some(clusters);
        self
    }

    /// Checks the table.
    ///
    /// # Errors
    /// No column of names, a column choice that names what is not there.
    pub fn run<'a>(&self, table: &Table<'a>) -> Result<Quality<'a>> {
        self.run_with(table, &mut |_| true)
    }

    /// As [`Self::run`], telling `progress` how many rows are done; `false` from it stops the run.
    ///
    /// # Errors
    /// As [`Self::run`], and [`ErrorCode::Cancelled`] when `progress` returned `false`.
    pub fn run_with<'a>(
        &self,
        table: &Table<'a>,
        progress: &mut (dyn FnMut(usize) -> bool + Send),
    ) -> Result<Quality<'a>> {
        let columns = self.columns.iter().map(|(field, header)| (field.as_str(), header.as_str()));
        let schema = Schema::detect(table.names(), columns)?;
        let rows = Rows::new(RowText::columns(table, &schema), &schema, self.options);
        let checked = rows.check(table.rows(), progress);
        let checked = checked.ok_or_else(|| Error::new(ErrorCode::Cancelled))?;
        let ids = RecordIds::of(table, &schema);
        let mut quality = Quality {
            table: table.clone(),
            schema,
            ids,
            rows,
            findings: checked.findings,
            report: QualityReport::default(),
        };
        let mut more = Vec::new();
        between::check(&quality, &checked.persons, &mut more);
        if let Some(clusters) = self.clusters {
            between::check_clusters(&quality, &checked.persons, clusters, &mut more);
        }
        more.retain(|finding| !self.options.ignores(finding.code));
        quality.findings.extend(more);
        // Nearly sorted: a few runs.
        quality.findings.sort();
        quality.findings.dedup();
        quality.report = quality.figures(&checked.decoded);
        Ok(quality)
    }
}

/// What was found in a table. Borrows the caller's columns; `Debug` shows counts only.
pub struct Quality<'a> {
    table: Table<'a>,
    schema: Schema,
    ids: RecordIds<'a>,
    rows: Rows<'a>,
    findings: Vec<RowFinding>,
    report: QualityReport,
}

impl core::fmt::Debug for Quality<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Quality")
            .field("records", &self.records())
            .field("findings", &self.findings.len())
            .finish_non_exhaustive()
    }
}

impl<'a> Quality<'a> {
    /// How many records there are.
    #[must_use]
    pub fn records(&self) -> usize {
        self.table.rows()
    }

    /// The identifier of a row: the caller's own, or the row number.
    #[must_use]
    pub fn record_id(&self, row: u32) -> Cow<'a, str> {
        self.ids.get(row)
    }

    /// Every finding, by row, field and code; words and suggestions by [`Self::details`].
    #[must_use]
    pub fn findings(&self) -> &[RowFinding] {
        &self.findings
    }

    /// The findings of a row with words and suggestions, in the order of [`Self::findings`].
    #[must_use]
    pub fn details(&self, row: u32) -> Vec<Finding> {
        let text = self.rows.columns.row(row as usize, &self.rows.damage);
        let mut found = Vec::new();
        let cells = self.rows.examine(&text, &HashSet::default(), &mut found, |_| {});
        examine_units(&cells, &self.rows.options, &mut found);
        let first = self.findings.partition_point(|finding| finding.row < row);
        let own = self.findings.get(first..).unwrap_or_default();
        own.iter()
            .take_while(|finding| finding.row == row)
            .map(|of| {
                let held = found.iter().find(|held| held.field == of.field && held.code == of.code);
                held.cloned().unwrap_or_else(|| Finding::new(of.code, of.field))
            })
            .collect()
    }

    /// The figures: what may be kept and compared with those of another week.
    #[must_use]
    pub fn report(&self) -> &QualityReport {
        &self.report
    }

    /// Names the table and the day in the figures, for those who read them later.
    #[must_use]
    pub fn named(mut self, title: impl Into<String>, day: impl Into<String>) -> Self {
        self.report.title = title.into();
        self.report.day = day.into();
        self
    }

    /// What a person should know about the columns, such as a second one for a field.
    #[must_use]
    pub fn notes(&self) -> &[Finding] {
        self.schema.notes()
    }

    /// A record's cell of one field as read: decoded, blanks at the ends dropped.
    #[must_use]
    pub fn value(&self, row: u32, field: FieldName) -> String {
        let text = self.rows.columns.row(row as usize, &self.rows.damage);
        text.get(field).unwrap_or_default().trim().to_owned()
    }

    /// The caller's own identifier.
    pub(super) fn own_id(&self, row: u32) -> Option<&'a str> {
        let column = self.table.column(self.schema.column(FieldName::RecordId)?)?;
        column.get(row as usize).filter(|id| !id.trim().is_empty())
    }

    /// The register a row comes from; empty where the table does not say.
    pub(super) fn source(&self, row: u32) -> &'a str {
        let column =
            self.schema.column(FieldName::Source).and_then(|index| self.table.column(index));
        column.and_then(|column| column.get(row as usize)).unwrap_or_default().trim()
    }

    /// Counts everything.
    fn figures(&self, decoded: &[(u32, [Option<String>; UNITS.len()])]) -> QualityReport {
        let mut sums = Sums::default();
        let columns =
            UNITS.map(|field| self.schema.column(field).and_then(|at| self.table.column(at)));
        let mut places = Places::default();
        let mut findings = self.findings.as_slice();
        let mut decoded = decoded.iter().peekable();
        for row in 0..u32::try_from(self.records()).unwrap_or(u32::MAX) {
            let count = findings.iter().take_while(|finding| finding.row == row).count();
            let Some((own, rest)) = findings.split_at_checked(count) else { break };
            findings = rest;
            let read = decoded.next_if(|(held, _)| *held == row).map(|(_, texts)| texts);
            places.row(columns.map(|column| column?.get(row as usize)), read, sums.row(own));
        }
        let filled = self.schema.fields().iter().map(|&(field, column)| {
            let cells = self.table.column(column);
            let held = cells.iter().flat_map(StrColumn::iter).flatten();
            FieldFill {
                field,
                filled: held.filter(|cell| !cell.chars().all(char::is_whitespace)).count() as u64,
            }
        });
        sums.finish(filled.collect(), places)
    }
}
