//! Doors to single steps of the walk: what blocking will make, what it makes, what training finds.

use super::linker::Linker;
use super::match_rules::MatchRules;
use super::progress::Progress;
use super::sides::Sides;
use super::summary::Training;
use super::walk::{Prepared, blocking, on_threads, prepare};
use crate::block::{BlockForecast, Blocker, Candidate, PairScope, RuleForecast};
use crate::error::Result;
use crate::record::Table;
use crate::score::Model;
use core::ops::ControlFlow;

impl Linker {
    /// Counts exactly what each rule will make of a table, and names the largest blocks, before any
    /// pair is made. Linear in records times rules.
    ///
    /// ```
    /// use hoten::{Linker, StrColumn, Table};
    /// let names = ["Nguyễn Văn Hòa", "NGUYỄN VĂN HOÀ", "Trần Thị Bé"];
    /// let dates = ["12/5/1950", "1950", "1961"];
    /// let table = Table::new([
    ///     ("Họ và tên", StrColumn::from_strs(&names)),
    ///     ("Ngày sinh", StrColumn::from_strs(&dates)),
    /// ])?;
    /// let forecast = Linker::new().forecast(&table)?;
    /// let rule = forecast.rules.iter().find(|rule| rule.name == "name and year");
    /// assert_eq!(rule.map(|rule| rule.pairs), Some(1));
    /// # Ok::<(), hoten::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Self::dedupe`].
    pub fn forecast(&self, table: &Table<'_>) -> Result<BlockForecast> {
        self.forecast_of(self.sides(&[table])?)
    }

    /// As [`Self::forecast`], of the pairs between two tables.
    ///
    /// # Errors
    /// As [`Self::link`].
    pub fn forecast_link(&self, left: &Table<'_>, right: &Table<'_>) -> Result<BlockForecast> {
        self.forecast_of(self.sides(&[left, right])?)
    }

    fn forecast_of(&self, sides: Sides<'_>) -> Result<BlockForecast> {
        let settings = self.settings();
        on_threads(settings.threads, || {
            let scope = sides.across();
            let Prepared { parts, rules, .. } =
                prepare(&sides, settings.rules, scope, &mut |_| true)?;
            let blocks = rules.blocks();
            let options = blocking(&rules, scope);
            Ok(shown(Blocker::new(&parts, &blocks, options)?.forecast(), &rules))
        })
    }

    /// Gives the pairs to compare in batches, each once, under the first rule that finds it
    /// ([`MatchRules::name`]); `false` from `take` ends the walk. The order depends on the table
    /// alone. Memory follows the records.
    ///
    /// # Errors
    /// As [`Self::dedupe`].
    pub fn candidates(
        &self,
        table: &Table<'_>,
        take: &mut (dyn FnMut(&[Candidate], &MatchRules) -> bool + Send),
    ) -> Result<()> {
        self.candidates_of(self.sides(&[table])?, take)
    }

    /// As [`Self::candidates`], of the pairs between two tables: the rows of `right` follow those of
    /// `left`.
    ///
    /// # Errors
    /// As [`Self::link`].
    pub fn candidates_link(
        &self,
        left: &Table<'_>,
        right: &Table<'_>,
        take: &mut (dyn FnMut(&[Candidate], &MatchRules) -> bool + Send),
    ) -> Result<()> {
        self.candidates_of(self.sides(&[left, right])?, take)
    }

    fn candidates_of(
        &self,
        sides: Sides<'_>,
        take: &mut (dyn FnMut(&[Candidate], &MatchRules) -> bool + Send),
    ) -> Result<()> {
        let settings = self.settings();
        on_threads(settings.threads, || {
            let scope = sides.across();
            let Prepared { parts, rules, .. } =
                prepare(&sides, settings.rules, scope, &mut |_| true)?;
            let blocks = rules.blocks();
            let options = blocking(&rules, scope);
            let blocker = Blocker::new(&parts, &blocks, options)?;
            let mut shown = Vec::new();
            let _ = blocker.for_each_batch(&mut |batch| {
                shown.clear();
                let under = |&pair: &Candidate| Candidate { rule: rules.shown(pair.rule), ..pair };
                shown.extend(batch.iter().map(under));
                if take(&shown, &rules) {
                    ControlFlow::Continue(())
                } else {
                    ControlFlow::Break(())
                }
            });
            Ok(())
        })
    }

    /// The linker's model fitted to a table without labels: what [`Self::dedupe`] does by itself,
    /// for a model to look at, keep ([`Model::to_json`]) and use again with [`Self::fit`] off. Pairs
    /// judged to be one person ([`Self::judgements`]) count beside what was estimated.
    ///
    /// # Errors
    /// As [`Self::dedupe`].
    pub fn train(&self, table: &Table<'_>) -> Result<(Model, Training)> {
        self.train_with(table, &mut |_| true)
    }

    /// As [`Self::train`], telling `progress` how far it has come; `false` from it stops the run.
    ///
    /// # Errors
    /// As [`Self::train`], and [`crate::ErrorCode::Cancelled`] when `progress` returned `false`.
    pub fn train_with(
        &self,
        table: &Table<'_>,
        progress: &mut (dyn FnMut(Progress) -> bool + Send),
    ) -> Result<(Model, Training)> {
        let sides = self.sides(&[table])?;
        let settings = self.settings();
        on_threads(settings.threads, || {
            let prepared = prepare(&sides, settings.rules, PairScope::All, progress)?;
            let trained = settings.fitted(&prepared, PairScope::All, progress)?;
            let (model, labelled) = super::labels::with_judgements(
                &trained.model,
                &prepared.records,
                &sides,
                &settings,
            );
            let training = Training {
                pairs: trained.pairs,
                rounds: trained.estimate.rounds,
                converged: trained.estimate.converged,
                labelled,
            };
            Ok((model, training))
        })
    }
}

/// The forecast with the figures of each rule that is not shown under the one that is.
fn shown(forecast: BlockForecast, rules: &MatchRules) -> BlockForecast {
    let mut all: Vec<(u8, RuleForecast)> = Vec::new();
    for (rule, place) in forecast.rules.into_iter().zip(0..) {
        let shown = rules.shown(place);
        match all.iter_mut().find(|(held, _)| *held == shown) {
            Some((_, under)) => under.add(RuleForecast { keyed_records: 0, ..rule }),
            None => all.push((shown, rule)),
        }
    }
    BlockForecast { rules: all.into_iter().map(|(_, rule)| rule).collect() }
}
