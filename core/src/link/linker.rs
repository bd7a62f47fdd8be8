//! The whole walk: table in, clusters out.

use super::assign::LinkMode;
use super::judge::Judgement;
use super::known::Known;
use super::linkage::Linkage;
use super::match_rules::MatchRules;
use super::progress::Progress;
use super::sides::Sides;
use super::walk::{Errand, Told, on_threads};
use crate::block::PairScope;
use crate::error::{Error, ErrorCode, Result};
use crate::record::declared::{DeclaredField, check_fields};
use crate::record::{FieldKind, StrColumn, Table};
use crate::score::Model;

/// Finds the records of one person in a table.
///
/// ```
/// use hoten::{Linker, StrColumn, Table};
///
/// let names = ["Nguyễn Văn Hòa", "NGUYỄN VĂN HOÀ", "Trần Thị Bé"];
/// let dates = ["12/5/1950", "1950-05-12", "1961"];
/// let table = Table::new([
///     ("Họ và tên", StrColumn::from_strs(&names)),
///     ("Ngày sinh", StrColumn::from_strs(&dates)),
/// ])?;
/// let linkage = Linker::new().dedupe(&table)?;
/// assert_eq!(linkage.clusters(), [0, 0, 2]);
/// # Ok::<(), hoten::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Linker {
    threshold: f32,
    possible: f32,
    threads: usize,
    columns: Vec<(String, String)>,
    fields: Vec<DeclaredField>,
    model: Model,
    fit: bool,
    rules: MatchRules,
    mode: LinkMode,
    judgements: Vec<Judgement>,
    trusted: Vec<String>,
    one_per_source: bool,
}

impl Default for Linker {
    fn default() -> Self {
        Self {
            threshold: 0.9,
            possible: 0.5,
            threads: 0,
            columns: Vec::new(),
            fields: Vec::new(),
            model: Model::default(),
            fit: true,
            rules: MatchRules::default(),
            mode: LinkMode::default(),
            judgements: Vec::new(),
            trusted: Vec::new(),
            one_per_source: false,
        }
    }
}

impl Linker {
    /// A linker with the shipped model: threshold 0.9, possible 0.5, all threads.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Pairs of this probability or more make clusters. Default 0.9.
    #[must_use]
    pub fn threshold(mut self, probability: f32) -> Self {
        self.threshold = probability;
        self
    }

    /// Pairs of this probability or more are kept in the result. Default 0.5.
    #[must_use]
    pub fn possible(mut self, probability: f32) -> Self {
        self.possible = probability;
        self
    }

    /// How many threads to use; 0, the default, takes all. The result does not depend on it.
    #[must_use]
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// Names the column of a field: `("full_name", "hoten_kh")`. Other columns are recognised by
    /// their headers.
    #[must_use]
    pub fn column(mut self, field: impl Into<String>, header: impl Into<String>) -> Self {
        self.columns.push((field.into(), header.into()));
        self
    }

    /// Declares a field of the tables' own: what the column of that name holds, for tables that are
    /// not of residents, or that have more than residents have. Where the column is headed
    /// otherwise, [`Self::column`] says how; where two tables head it differently, twice.
    ///
    /// Tables with declared fields need no column of names. Residents' fields are recognised beside
    /// them where a column is surely of full names ("Họ và tên") or [`Self::column`] chooses one. Rules
    /// by which records meet are made of the declared fields, the model is fitted to them as to
    /// residents' fields: no labels and no settings are needed. At most [`crate::MAX_FIELDS`].
    ///
    /// ```
    /// use hoten::{FieldKind, Linker, StrColumn, Table};
    ///
    /// let shops = Table::new([
    ///     ("shop", StrColumn::from_strs(&["Café Zoë", "Blue Door Books", "CAFE ZOE"])),
    ///     ("street", StrColumn::from_strs(&["12 High Street", "3 Mill Lane", "12 High St."])),
    ///     ("licence", StrColumn::from_strs(&["AX-20411", "AX-77310", "AX20411"])),
    /// ])?;
    /// let linkage = Linker::new()
    ///     .field("shop", FieldKind::Text)
    ///     .field("street", FieldKind::Text)
    ///     .field("licence", FieldKind::Identifier)
    ///     .dedupe(&shops)?;
    /// assert_eq!(linkage.clusters(), [0, 1, 0]);
    /// # Ok::<(), hoten::Error>(())
    /// ```
    #[must_use]
    pub fn field(mut self, name: impl Into<String>, kind: FieldKind) -> Self {
        self.fields.push(DeclaredField { name: name.into(), kind });
        self
    }

    /// The model to start from. Default: the shipped one.
    #[must_use]
    pub fn model(mut self, model: Model) -> Self {
        self.model = model;
        self
    }

    /// Whether the model is fitted to the tables first. Default yes; `false` takes it as it is,
    /// its prior too if it has one, so that every run weighs the same evidence alike.
    #[must_use]
    pub fn fit(mut self, yes: bool) -> Self {
        self.fit = yes;
        self
    }

    /// By which rules records meet. Default: those that hoten comes with.
    #[must_use]
    pub fn rules(mut self, rules: MatchRules) -> Self {
        self.rules = rules;
        self
    }

    /// How many partners a record may have when two tables are linked. Default: any number.
    #[must_use]
    pub fn mode(mut self, mode: LinkMode) -> Self {
        self.mode = mode;
        self
    }

    /// What people decided about pairs: those of one person are put together whatever their weight,
    /// clusters of two persons are never joined. Judgements that contradict one another are told by
    /// [`Linkage::conflicts`]; those about records that are not there are counted.
    #[must_use]
    pub fn judgements(mut self, judgements: impl IntoIterator<Item = Judgement>) -> Self {
        self.judgements.extend(judgements);
        self
    }

    /// Sources by trust, the most trusted (or most recent) first: golden records take a value from
    /// the most trusted source that has a valid one. Default: all are alike.
    #[must_use]
    pub fn trust<S: Into<String>>(mut self, sources: impl IntoIterator<Item = S>) -> Self {
        self.trusted = sources.into_iter().map(Into::into).collect();
        self
    }

    /// A person has at most one record in each source. Default no.
    #[must_use]
    pub fn one_per_source(mut self, yes: bool) -> Self {
        self.one_per_source = yes;
        self
    }

    /// Finds the records of one person in `table`.
    ///
    /// # Errors
    /// No column of names, a column choice that names what is not there, a repeated record id, more
    /// than four thousand million rows, thresholds outside 0..=1.
    pub fn dedupe<'a>(&self, table: &Table<'a>) -> Result<Linkage<'a>> {
        self.dedupe_with(table, &mut |_| true)
    }

    /// As [`Self::dedupe`], telling `progress` how far it has come; `false` from it stops the run.
    ///
    /// # Errors
    /// As [`Self::dedupe`], and [`ErrorCode::Cancelled`] when `progress` returned `false`.
    pub fn dedupe_with<'a>(
        &self,
        table: &Table<'a>,
        progress: &mut (dyn FnMut(Progress) -> bool + Send),
    ) -> Result<Linkage<'a>> {
        let sides = self.sides(&[table])?;
        self.run(
            sides,
            Errand { scope: PairScope::All, known: Known::default(), part: None },
            progress,
        )
    }

    /// Finds the persons that two tables have in common. Records of one table are not compared with
    /// each other; [`Self::mode`] says how many partners a record may have. Pairs come by left and
    /// right row, the rows of `right` after those of `left`.
    ///
    /// ```
    /// use hoten::{LinkMode, Linker, StrColumn, Table};
    ///
    /// let (names, others) = (["Nguyễn Văn Hòa", "Trần Thị Bé"], ["TRAN THI BE", "Lê A"]);
    /// let (dates, days) = (["12/5/1950", "3/2/1961"], ["1961-02-03", "1970"]);
    /// let left = Table::new([
    ///     ("Họ và tên", StrColumn::from_strs(&names)),
    ///     ("Ngày sinh", StrColumn::from_strs(&dates)),
    /// ])?;
    /// let right = Table::new([
    ///     ("full_name", StrColumn::from_strs(&others)),
    ///     ("dob", StrColumn::from_strs(&days)),
    /// ])?;
    /// let linkage = Linker::new().mode(LinkMode::OneToOne).link(&left, &right)?;
    /// let pairs = linkage.pairs().iter().map(|pair| (pair.left, pair.right - linkage.boundary()));
    /// assert!(pairs.eq([(1, 0)]));
    /// # Ok::<(), hoten::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Self::dedupe`], for either table.
    pub fn link<'a>(&self, left: &Table<'a>, right: &Table<'a>) -> Result<Linkage<'a>> {
        self.link_with(left, right, &mut |_| true)
    }

    /// As [`Self::link`], telling `progress` how far it has come; `false` from it stops the run.
    ///
    /// # Errors
    /// As [`Self::link`], and [`ErrorCode::Cancelled`] when `progress` returned `false`.
    pub fn link_with<'a>(
        &self,
        left: &Table<'a>,
        right: &Table<'a>,
        progress: &mut (dyn FnMut(Progress) -> bool + Send),
    ) -> Result<Linkage<'a>> {
        let sides = self.sides(&[left, right])?;
        let scope = sides.across();
        self.run(sides, Errand { scope, known: Known::default(), part: None }, progress)
    }

    /// Finds the persons of new records: among records that were clustered before (`clusters`:
    /// record id and cluster id) and among each other. What was known stays as it was: clusters
    /// keep their members and names, [`Linkage::joined`] tells which new records joined one, and
    /// clusters that new evidence would join are told by [`Linkage::merges`] instead. Records of
    /// `known` are not compared with each other again.
    ///
    /// Give the model of the run before, with [`Self::fit`] off, so that weights stay comparable.
    ///
    /// ```
    /// use hoten::{Linker, StrColumn, Table};
    ///
    /// let table = |ids, names, dates| {
    ///     Table::new([
    ///         ("record_id", StrColumn::from_strs(ids)),
    ///         ("full_name", StrColumn::from_strs(names)),
    ///         ("dob", StrColumn::from_strs(dates)),
    ///     ])
    /// };
    /// let known = table(&["a", "b"], &["Nguyễn Văn Hòa", "Lê Thị Sáu"], &["12/5/1950", "1/2/1960"])?;
    /// let new = table(&["x", "y"], &["NGUYEN VAN HOA", "Trần A"], &["12/05/1950", "3/3/1933"])?;
    /// let linkage = Linker::new().update(&known, [("a", "P-17"), ("b", "P-18")], &new)?;
    /// let names: Vec<_> = (0..4).map(|row| linkage.cluster_id(row)).collect();
    /// assert_eq!(names, ["P-17", "P-18", "P-17", "y"]);
    /// assert_eq!(linkage.joined(), [(2, 0)]);
    /// # Ok::<(), hoten::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Self::dedupe`], for either table; [`ErrorCode::NoRecordIds`] if one has no identifiers,
    /// [`ErrorCode::RecordKnown`] if a new record bears the identifier of a known one,
    /// [`ErrorCode::ClusterOfNoRecord`] if `clusters` names a record that `known` does not have.
    pub fn update<'a, 't>(
        &self,
        known: &Table<'a>,
        clusters: impl IntoIterator<Item = (&'t str, &'t str)>,
        new: &Table<'a>,
    ) -> Result<Linkage<'a>> {
        self.update_with(known, clusters, new, &mut |_| true)
    }

    /// As [`Self::update`], telling `progress` how far it has come; `false` from it stops the run.
    ///
    /// # Errors
    /// As [`Self::update`], and [`ErrorCode::Cancelled`] when `progress` returned `false`.
    pub fn update_with<'a, 't>(
        &self,
        known: &Table<'a>,
        clusters: impl IntoIterator<Item = (&'t str, &'t str)>,
        new: &Table<'a>,
        progress: &mut (dyn FnMut(Progress) -> bool + Send),
    ) -> Result<Linkage<'a>> {
        let sides = self.sides(&[known, new])?;
        let known = Known::find(&sides, clusters)?;
        let scope = sides.touching();
        self.run(sides, Errand { scope, known, part: None }, progress)
    }

    pub(super) fn run<'a>(
        &self,
        sides: Sides<'a>,
        errand: Errand<'_>,
        progress: &mut Told<'_>,
    ) -> Result<Linkage<'a>> {
        on_threads(self.threads, || self.walk(sides, errand, progress))
    }

    /// The column of a table's record identifiers, if it has one; rows without one are called by
    /// their numbers.
    ///
    /// # Errors
    /// As [`Self::dedupe`].
    pub fn id_column<'a>(&self, table: &Table<'a>) -> Result<Option<StrColumn<'a>>> {
        let sides = self.sides(&[table])?;
        Ok(sides.iter().find_map(|side| side.ids.column()))
    }

    /// Checks the settings and reads the headers.
    pub(super) fn sides<'a>(&self, tables: &[&Table<'a>]) -> Result<Sides<'a>> {
        for (name, value) in [("threshold", self.threshold), ("possible", self.possible)] {
            if !(0.0..=1.0).contains(&value) {
                return Err(Error::new(ErrorCode::NotAProbability)
                    .with("name", name)
                    .with("value", value.to_string()));
            }
        }
        check_fields(&self.fields)?;
        Sides::read(tables, &self.columns, &self.fields)
    }

    pub(super) fn settings(&self) -> Settings<'_> {
        Settings {
            thresholds: (self.possible, self.threshold),
            threads: self.threads,
            model: &self.model,
            fit: self.fit,
            rules: &self.rules,
            mode: self.mode,
            judgements: &self.judgements,
            trusted: &self.trusted,
            one_per_source: self.one_per_source,
        }
    }
}

/// The settings of a linker, for the files that work by them.
pub(super) struct Settings<'l> {
    /// "Possible" and the threshold.
    pub(super) thresholds: (f32, f32),
    pub(super) threads: usize,
    pub(super) model: &'l Model,
    pub(super) fit: bool,
    pub(super) rules: &'l MatchRules,
    pub(super) mode: LinkMode,
    pub(super) judgements: &'l [Judgement],
    pub(super) trusted: &'l [String],
    pub(super) one_per_source: bool,
}
