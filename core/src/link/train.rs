//! The shipped model fitted to the table at hand: u from random pairs, m by expectation
//! maximisation on the pairs of a few rules.

use super::declared::fit::fit;
use super::match_rules::MatchRules;
use super::rules::Rule;
use crate::block::{BlockRule, Blocker, BlockingOptions, Candidate, PartTable};
use crate::compare::{Comparison, MAX_LEVELS, Pattern, compare_rows};
use crate::error::Result;
use crate::record::values::RecordTable;
use crate::score::{Estimate, MISSING_LEVELS, Model, PatternCount, estimate};
use core::ops::ControlFlow;
use std::collections::BTreeMap;

/// Random pairs looked at for u.
const RANDOM_PAIRS: u64 = 400_000;
/// How many random pairs the shipped u counts for.
const SHIPPED_U: f64 = 40_000.0;
/// Pairs of all training rules looked at. Of each rule the same share: rules meet persons of unlike
/// care (who has an ID in both records has fewer faults), and a rule that is looked at more closely
/// than others would make the model too sure.
const TRAINING_PAIRS: u64 = 200_000;
/// How many matches the shipped m counts for.
const SHIPPED_M: f64 = 3_000.0;

/// Comparisons whose chance agreement a random sample meets too rarely to be measured.
pub(super) const RARE: [Comparison; 4] =
    [Comparison::CitizenId, Comparison::IdentityCard, Comparison::Insurance, Comparison::Phone];

/// The fitted model and how the fitting went.
pub(crate) struct Trained {
    pub(crate) model: Model,
    pub(crate) estimate: Estimate,
    pub(crate) pairs: u64,
}

impl Trained {
    /// A model that is used as it was given.
    pub(super) fn given(model: Model) -> Self {
        let estimate = Estimate { m: model.m, rounds: 0, converged: true, matches: 0.0 };
        Self { model, estimate, pairs: 0 }
    }
}

/// Fits `shipped` to the records. `told` is given the number of training rules done, again and
/// again, and says whether to go on.
pub(super) fn train(
    table: &RecordTable,
    parts: &PartTable,
    rules: &MatchRules,
    options: &BlockingOptions,
    shipped: &Model,
    told: &mut dyn FnMut(u64) -> bool,
) -> Result<Trained> {
    if !table.has_residents {
        return declared_alone(table, options, shipped, told);
    }
    let u = random_levels(table, shipped);
    let rules: Vec<&Rule> =
        rules.list().iter().filter(|rule| rule.trains && rule.alike == 0).collect();
    let alone: Vec<[BlockRule; 1]> = rules.iter().map(|rule| [rule.block.clone()]).collect();
    let blockers = alone.iter().map(|rule| Blocker::new(parts, rule, options.clone()));
    let blockers = blockers.collect::<Result<Vec<_>>>()?;
    let all: u64 = blockers.iter().map(|blocker| blocker.forecast().pairs()).sum();
    // Of all words this share, so that any pair is drawn or not by itself.
    let drawn_below = u64::MAX / all.div_ceil(TRAINING_PAIRS).max(1);
    let mut counts = Vec::new();
    for (index, blocker) in (0u8..).zip(&blockers) {
        let mut go_on = || told(u64::from(index));
        count_patterns(table, blocker, index, drawn_below, &mut counts, &mut go_on)?;
    }
    let fixed: Vec<&[Comparison]> = rules.iter().map(|rule| &*rule.fixes).collect();
    let estimate = estimate(&counts, &fixed, &shipped.m, &u, SHIPPED_M);
    let pairs = counts.iter().map(|count| count.pairs).sum();
    let mut model = Model::fitted_from(shipped, estimate.m, u);
    model = model.with_fields(shipped.fields().to_vec());
    if !table.declared.is_empty() {
        let done = rules.len() as u64;
        let fitted = fit(table, options, &model, &mut || told(done))?;
        model = model.with_fields(fitted.fields).with_ties(fitted.ties);
    }
    Ok(Trained { model, estimate, pairs })
}

/// As [`train`], where the table has declared fields only: what is known of residents stays.
fn declared_alone(
    table: &RecordTable,
    options: &BlockingOptions,
    shipped: &Model,
    told: &mut dyn FnMut(u64) -> bool,
) -> Result<Trained> {
    let fitted = fit(table, options, shipped, &mut || told(0))?;
    let estimate = Estimate {
        m: shipped.m,
        rounds: fitted.rounds,
        converged: fitted.converged,
        matches: fitted.matches,
    };
    let model = shipped.clone().with_fields(fitted.fields).with_ties(fitted.ties);
    Ok(Trained { model, estimate, pairs: fitted.pairs })
}

/// How often each level occurs among random pairs, with the shipped figures as a start.
pub(super) fn random_levels(table: &RecordTable, shipped: &Model) -> [[f64; MAX_LEVELS]; 12] {
    let rows = table.records.len() as u64;
    let mut u = shipped.u;
    if rows < 2 {
        return u;
    }
    let sample = RANDOM_PAIRS.min(rows.saturating_mul(rows - 1) / 2);
    let mut counts = [[0u64; MAX_LEVELS]; Comparison::ALL.len()];
    let drawn: Vec<[u32; 2]> = (0..sample)
        .map(|index| {
            let word = super::rules::mix_word(index);
            [word >> 32, word & 0xFFFF_FFFF].map(|number| table.lots.row(number % rows) as u32)
        })
        .collect();
    for &[left, right] in table.fetched(&drawn, |pair| *pair) {
        let pattern = compare_rows(table, left as usize, right as usize);
        let Some(pattern) = pattern.filter(|_| left != right) else { continue };
        let mut bits = pattern.bits();
        for row in &mut counts {
            if let Some(count) = row.get_mut((bits & 0xF) as usize) {
                *count += 1;
            }
            bits >>= 4;
        }
    }
    for (comparison, (row, counts)) in Comparison::ALL.iter().zip(u.iter_mut().zip(&counts)) {
        if RARE.contains(comparison) {
            continue;
        }
        // How often values are missing is no evidence and stays as shipped.
        let known: f64 = row.iter().skip(MISSING_LEVELS).sum();
        if known == 0.0 {
            continue;
        }
        let seen: u64 = counts.iter().skip(MISSING_LEVELS).sum();
        for (cell, &count) in row.iter_mut().zip(counts).skip(MISSING_LEVELS) {
            let share = (count as f64 + SHIPPED_U * *cell) / (seen as f64 + SHIPPED_U * known);
            *cell = known * share;
        }
    }
    u
}

/// Counts the patterns of one rule's pairs: of all or, if there are many, of those drawn by lot.
fn count_patterns(
    table: &RecordTable,
    blocker: &Blocker<'_>,
    index: u8,
    drawn_below: u64,
    counts: &mut Vec<PatternCount>,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<()> {
    let mut seen = BTreeMap::<Pattern, u64>::new();
    let walked = blocker.for_each_batch(&mut |batch| {
        let drawn = |pair: &&Candidate| {
            let word = table.lots.pair(pair.left, pair.right);
            super::rules::mix_word(word) <= drawn_below
        };
        let drawn: Vec<&Candidate> = batch.iter().filter(drawn).collect();
        for pair in table.fetched(&drawn, |pair| [pair.left, pair.right]) {
            if let Some(pattern) = compare_rows(table, pair.left as usize, pair.right as usize) {
                *seen.entry(pattern).or_default() += 1;
            }
        }
        if go_on() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    if walked.is_break() {
        return Err(super::walk::cancelled());
    }
    counts.extend(seen.into_iter().map(|(pattern, pairs)| PatternCount {
        rule: index,
        pattern,
        pairs,
    }));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::rules;
    use crate::record::{Schema, StrBuffer, Table};

    /// `persons` persons of two records each, alike in all but sex, which is wrong in the second
    /// record of every `wrong`-th; every `women`-th person is a woman.
    fn records(persons: usize, wrong: usize, women: usize) -> RecordTable {
        let words = ["Lan", "Hòa", "Tám", "Phúc", "Ngân", "Sáu", "Bảy", "Cẩm", "Mai", "Đức"];
        let provinces = ["001", "031", "038", "040", "048", "056", "079", "089", "092", "096"];
        let mut cells: [StrBuffer; 4] = Default::default();
        for row in 0..2 * persons {
            let (person, second) = (row / 2, row % 2 == 1);
            let woman = person.is_multiple_of(women) != (second && person.is_multiple_of(wrong));
            let chance = rules::mix_word(person as u64) as usize;
            let word = |at: u32| words[chance / 10_usize.pow(at) % 10];
            let year = 40 + chance / 10_000 % 60;
            let values = [
                format!("Nguyễn {} {} {}", word(0), word(1), word(2)),
                format!("{:02}/{:02}/19{year}", chance / 7 % 28 + 1, chance / 700 % 12 + 1),
                if woman { "Nữ" } else { "Nam" }.to_owned(),
                // Ten provinces of birth, so that namesakes of one year are told apart.
                format!("{}0{year}{:06}", provinces[chance / 1_000_000 % 10], person * 151),
            ];
            cells.iter_mut().zip(values).for_each(|(buffer, cell)| buffer.push(Some(&cell)));
        }
        let names = ["full_name", "dob", "sex", "cccd"];
        let table = names.iter().zip(&cells).map(|(name, cells)| (*name, cells.as_column()));
        let table = Table::new(table).unwrap();
        let schema = Schema::detect(table.names(), []).unwrap();
        RecordTable::build(&table, &schema, |_| true).unwrap()
    }

    fn fit(records: &RecordTable) -> Trained {
        let parts = rules::parts(records, 0, &records.names.ear_places());
        let (rules, options) = (MatchRules::default(), BlockingOptions::default());
        train(records, &parts, &rules, &options, &Model::default(), &mut |_| true).unwrap()
    }

    const SEX: Comparison = Comparison::Sex;
    const SAME: u8 = 2;
    const DIFFERENT: u8 = 3;

    /// One person in three has another sex in one of his records: m moves from the shipped figure
    /// towards one third, and not past it.
    #[test]
    fn m_moves_towards_the_rates_of_the_table() {
        let shipped = Model::default().m(SEX, DIFFERENT);
        let trained = fit(&records(6_000, 3, 2));
        let found = trained.model.m(SEX, DIFFERENT);
        assert!(shipped < 0.05 && found > 0.15 && found < 0.34, "{shipped} -> {found}");
        assert!(trained.estimate.converged && trained.pairs >= 6_000);
        // The persons of the table, each met by three training rules, and a few namesakes.
        let matches = trained.estimate.matches;
        assert!((17_000.0..20_000.0).contains(&matches), "{matches}");
    }

    /// A table without faults keeps m, and a few pairs hardly move it.
    #[test]
    fn m_stays_where_the_table_gives_no_cause() {
        let shipped = Model::default().m(SEX, DIFFERENT);
        for (persons, wrong) in [(6_000, usize::MAX), (30, 3)] {
            let found = fit(&records(persons, wrong, 2)).model.m(SEX, DIFFERENT);
            assert!(found < shipped + 0.02, "{persons} persons: {shipped} -> {found}");
        }
    }

    /// Among women alone nine random pairs in ten and more agree on sex, in a usual table half.
    #[test]
    fn u_is_what_random_pairs_of_the_table_show() {
        let u = |women| fit(&records(2_000, usize::MAX, women)).model.u(SEX, SAME);
        assert!((u(2) - 0.5).abs() < 0.05, "{}", u(2));
        assert!(u(1) > 0.9, "{}", u(1));
    }

    /// A random sample hardly meets two equal numbers: u of numbers stays as shipped.
    #[test]
    fn u_of_numbers_is_not_taken_from_a_sample() {
        let (shipped, trained) = (Model::default(), fit(&records(2_000, usize::MAX, 2)).model);
        for comparison in RARE {
            for level in 0..comparison.levels().len() as u8 {
                assert_eq!(trained.u(comparison, level), shipped.u(comparison, level));
            }
        }
    }

    #[test]
    fn a_table_of_no_pairs_leaves_the_model_as_it_is() {
        for rows in [0, 1] {
            let records = records(rows, usize::MAX, 2);
            let records =
                RecordTable { records: records.records.iter().take(rows).collect(), ..records };
            let trained = fit(&records);
            assert_eq!((trained.model, trained.pairs), (Model::default(), 0));
        }
    }
}
