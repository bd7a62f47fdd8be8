//! What the levels of declared fields weigh: shipped rates by kind, fitted to the table at hand.

use super::model::FLOOR;
use crate::compare::declared::{EXCHANGED, SAME};
use crate::compare::{MAX_LEVELS, Pattern};
use crate::record::FieldKind;
use crate::record::declared::{DeclaredColumn, DeclaredTable};

/// The first levels, "missing on both" and "missing on one": no evidence.
const MISSING: usize = 2;
/// The most that one field says against one entity: anything can be wrong once.
const MOST_AGAINST: f32 = 8.0;
/// How many matches the starting rates count for.
const SHIPPED_M: f64 = 60.0;
/// How many random pairs the starting rates count for.
const SHIPPED_U: f64 = 400.0;

/// One probability for each level.
pub(crate) type Rates = [f64; MAX_LEVELS];

/// The rates of one declared field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FieldModel {
    pub(crate) name: String,
    pub(crate) kind: FieldKind,
    pub(crate) m: Rates,
    pub(crate) u: Rates,
    weights: [f32; MAX_LEVELS],
    /// Levels that speak for one entity about as much as "same" does, and levels that speak against
    /// it (bits).
    agrees: u16,
    differs: u16,
}

/// Rates (m, u) in parts of ten thousand of the levels from "same" on, for a field of which nothing
/// else is known: what clerks' slips and chance agreement usually are. They steer the first round of
/// the estimation and fill what a table has no pairs for.
const fn shipped(kind: FieldKind) -> &'static [(f64, f64)] {
    match kind {
        FieldKind::Text => &[
            (7400.0, 100.0), // same
            (300.0, 3.0),    // same letters
            (800.0, 15.0),   // one slip
            (250.0, 20.0),   // two slips
            (60.0, 2.0),     // other order
            (250.0, 25.0),   // abbreviation
            (150.0, 5.0),    // most words
            (60.0, 30.0),    // other number
            (160.0, 50.0),   // similar
            (100.0, 20.0),   // many words
            (70.0, 250.0),   // alike
            (60.0, 180.0),   // some words
            (40.0, 0.1),     // exchanged
            (300.0, 9300.0), // different
        ],
        FieldKind::Number => &[
            (8200.0, 300.0), // same
            (100.0, 5.0),    // same number
            (100.0, 20.0),   // two digits swapped
            (250.0, 80.0),   // within 1 %
            (400.0, 600.0),  // one digit
            (250.0, 300.0),  // within 5 %
            (250.0, 1000.0), // within 25 %
            (450.0, 7700.0), // different
        ],
        FieldKind::Identifier => &[
            (9000.0, 0.1),   // same
            (150.0, 0.1),    // same letters
            (350.0, 1.0),    // one slip
            (100.0, 0.3),    // two signs swapped
            (100.0, 8.0),    // two slips
            (50.0, 1.0),     // part of it
            (250.0, 9990.0), // different
        ],
        FieldKind::Date => &[
            (8600.0, 2.0),   // same
            (50.0, 2.0),     // same month
            (50.0, 10.0),    // same year
            (100.0, 1.5),    // day and month swapped
            (500.0, 30.0),   // one slip
            (200.0, 120.0),  // two slips
            (80.0, 10.0),    // one part differs
            (60.0, 25.0),    // same day and month
            (60.0, 150.0),   // same year only
            (20.0, 20.0),    // near year
            (280.0, 9600.0), // different
        ],
        FieldKind::Category => &[
            (9400.0, 2500.0), // same
            (150.0, 60.0),    // one slip
            (50.0, 60.0),     // abbreviation
            (400.0, 7400.0),  // different
        ],
    }
}

/// The same for texts of many words, such as titles: two of them hardly ever share most of what
/// they tell by chance, and one thing is rarely called quite the same twice.
const LONG_TEXT: &[(f64, f64)] = &[
    (4000.0, 0.05),  // same
    (400.0, 0.05),   // same letters
    (700.0, 0.05),   // one slip
    (300.0, 0.05),   // two slips
    (300.0, 0.05),   // other order
    (900.0, 0.5),    // abbreviation
    (1300.0, 0.2),   // most words
    (100.0, 1.0),    // other number
    (300.0, 0.5),    // similar
    (900.0, 5.0),    // many words
    (100.0, 10.0),   // alike
    (400.0, 250.0),  // some words
    (10.0, 0.05),    // exchanged
    (300.0, 9732.0), // different
];

/// Words on average from which a text is a long one.
const MANY_WORDS: f64 = 3.0;

impl FieldModel {
    /// The shipped rates of a table's field.
    fn of_column(column: &DeclaredColumn) -> Self {
        let long = column.kind == FieldKind::Text && column.mean_words() >= MANY_WORDS;
        let rates = if long { LONG_TEXT } else { shipped(column.kind) };
        Self::from_rates(&column.name, column.kind, rates)
    }

    /// The shipped rates of a kind of field.
    #[cfg(any(test, feature = "serde"))]
    pub(crate) fn shipped(name: &str, kind: FieldKind) -> Self {
        Self::from_rates(name, kind, shipped(kind))
    }

    fn from_rates(name: &str, kind: FieldKind, rates: &[(f64, f64)]) -> Self {
        let (mut m, mut u) = ([0.0; MAX_LEVELS], [0.0; MAX_LEVELS]);
        let cells = m.iter_mut().zip(&mut u).skip(MISSING);
        for ((m_cell, u_cell), (m_rate, u_rate)) in cells.zip(rates) {
            (*m_cell, *u_cell) = (m_rate / 10_000.0, u_rate / 10_000.0);
        }
        Self::new(name, kind, share(m), share(u))
    }

    pub(crate) fn new(name: &str, kind: FieldKind, m: Rates, u: Rates) -> Self {
        let mut weights = [0.0; MAX_LEVELS];
        let levels = kind.levels().len();
        let cells = weights.iter_mut().zip(m.iter().zip(&u)).enumerate();
        for (level, (cell, (&m, &u))) in cells.take(levels).skip(MISSING) {
            let bits = (libm::log2(m.max(FLOOR) / u.max(FLOOR)) as f32).max(-MOST_AGAINST);
            // Two columns that changed places are one event: each bears half of it.
            let halved = kind == FieldKind::Text && level == usize::from(EXCHANGED);
            *cell = if halved { bits / 2.0 } else { bits };
        }
        let same = weights.get(usize::from(SAME)).copied().unwrap_or(0.0);
        let levels = || weights.iter().enumerate().take(levels).skip(MISSING);
        let set = |holds: &dyn Fn(f32) -> bool| {
            levels()
                .filter(|(_, bits)| holds(**bits))
                .fold(0_u16, |set, (level, _)| set | 1 << level)
        };
        let (agrees, differs) = (set(&|bits| bits > 0.5 * same.max(0.2)), set(&|bits| bits < 0.0));
        Self { name: name.to_owned(), kind, m, u, weights, agrees, differs }
    }

    /// Whether a level speaks for one entity about as much as "same".
    #[inline]
    pub(crate) fn agrees(&self, level: u8) -> bool {
        self.agrees >> level & 1 == 1
    }

    /// Whether a level speaks against one entity.
    #[inline]
    pub(crate) fn differs(&self, level: u8) -> bool {
        self.differs >> level & 1 == 1
    }

    /// How often strangers have equal values.
    pub(super) fn agreement(&self) -> f64 {
        self.u.get(usize::from(SAME)).copied().unwrap_or(0.0).max(FLOOR)
    }

    /// The weight of equal values.
    pub(super) fn best(&self) -> f32 {
        self.weight(SAME)
    }

    /// The weight of values that have nothing in common.
    pub(super) fn worst(&self) -> f32 {
        self.weight((self.kind.levels().len() as u8).saturating_sub(1))
    }

    /// The match weight of a level, in bits.
    #[inline]
    pub(crate) fn weight(&self, level: u8) -> f32 {
        self.weights.get(usize::from(level)).copied().unwrap_or(0.0)
    }
}

/// The models of a table's fields: those of `known` where name and kind are the same, else shipped.
pub(crate) fn models_for(known: &[FieldModel], table: &DeclaredTable) -> Vec<FieldModel> {
    let own = |name: &str, kind| {
        known.iter().find(|held| held.name == name && held.kind == kind).cloned()
    };
    let columns = table.columns.iter();
    columns
        .map(|column| {
            own(&column.name, column.kind).unwrap_or_else(|| FieldModel::of_column(column))
        })
        .collect()
}

/// The sum of the weights of a pattern's declared fields.
#[inline]
pub(crate) fn weight_of(fields: &[FieldModel], pattern: Pattern) -> f32 {
    let mut bits = pattern.field_bits();
    let mut sum = 0.0;
    for field in fields {
        sum += field.weight((bits & 0xF) as u8);
        bits >>= 4;
    }
    sum
}

/// Counted levels of each field.
#[derive(Clone)]
pub(crate) struct LevelCounts(Vec<Rates>);

impl LevelCounts {
    pub(crate) fn new(fields: usize) -> Self {
        Self(vec![[0.0; MAX_LEVELS]; fields])
    }

    /// Counts a pattern `times` times, but for the fields of `left_out` (bits).
    pub(crate) fn add(&mut self, pattern: Pattern, left_out: u16, times: f64) {
        for (place, row) in self.0.iter_mut().enumerate() {
            if left_out & 1 << place == 0
                && let Some(cell) = row.get_mut(usize::from(pattern.field_level(place)))
            {
                *cell += times;
            }
        }
    }

    /// The fields with m as counted among matches, beside what `start` counts for.
    pub(crate) fn matches(&self, start: &[FieldModel], strength: Option<f64>) -> Vec<FieldModel> {
        let strength = strength.unwrap_or(SHIPPED_M);
        let each = start.iter().zip(&self.0);
        each.map(|(own, counts)| {
            FieldModel::new(&own.name, own.kind, blend(counts, &own.m, strength), own.u)
        })
        .collect()
    }

    /// The fields with u halfway between what was counted and what `fields` have.
    pub(crate) fn halfway(&self, fields: &[FieldModel]) -> Vec<FieldModel> {
        let each = fields.iter().zip(&self.0);
        each.map(|(own, counts)| {
            let total = counts.iter().skip(MISSING).sum::<f64>();
            FieldModel::new(&own.name, own.kind, own.m, blend(counts, &own.u, total.max(1.0)))
        })
        .collect()
    }

    /// The fields with u as counted among random pairs, beside what `start` counts for.
    pub(crate) fn others(&self, fields: &[FieldModel], start: &[FieldModel]) -> Vec<FieldModel> {
        let each = fields.iter().zip(start).zip(&self.0);
        each.map(|((own, start), counts)| {
            FieldModel::new(&own.name, own.kind, own.m, blend(counts, &start.u, SHIPPED_U))
        })
        .collect()
    }
}

/// Shares of the levels that have two values, `start` counting for so many of them.
fn blend(counts: &Rates, start: &Rates, strength: f64) -> Rates {
    let mut out = [0.0; MAX_LEVELS];
    let cells = out.iter_mut().zip(counts.iter().zip(start)).skip(MISSING);
    for (cell, (count, start)) in cells {
        *cell = count + strength * start;
    }
    share(out)
}

fn share(mut rates: Rates) -> Rates {
    let total: f64 = rates.iter().sum();
    rates.iter_mut().for_each(|rate| *rate /= total.max(f64::MIN_POSITIVE));
    rates
}

/// By how much two tables of rates differ at most.
pub(crate) fn moved(before: &[FieldModel], after: &[FieldModel]) -> f64 {
    let rates = |fields: &[FieldModel]| fields.iter().flat_map(|field| field.m).collect::<Vec<_>>();
    let (before, after) = (rates(before), rates(after));
    before.iter().zip(&after).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
}

/// Sets how often strangers share a value of a field, where it was counted and not sampled.
pub(crate) fn set_same(field: &mut FieldModel, u: f64) {
    let mut rates = field.u;
    if let Some(cell) = rates.get_mut(usize::from(SAME)) {
        *cell = u;
    }
    *field = FieldModel::new(&field.name, field.kind, field.m, rates);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_a_rate_for_each_level() {
        for kind in FieldKind::ALL {
            assert_eq!(shipped(kind).len() + MISSING, kind.levels().len(), "{kind:?}");
            let model = FieldModel::shipped("x", kind);
            for rates in [model.m, model.u] {
                assert!((rates.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            }
            let different = kind.levels().len() as u8 - 1;
            assert!(model.weight(SAME) > 1.0 && model.weight(different) < -2.0, "{kind:?}");
            assert_eq!(
                (model.best(), model.worst()),
                (model.weight(SAME), model.weight(different))
            );
            assert_eq!((model.weight(0), model.weight(1)), (0.0, 0.0));
        }
    }

    #[test]
    fn columns_that_changed_places_are_one_event() {
        let own = FieldModel::shipped("x", FieldKind::Text);
        let place = usize::from(EXCHANGED);
        let whole = libm::log2(own.m[place] / own.u[place]) as f32;
        assert!((own.weight(EXCHANGED) * 2.0 - whole).abs() < 1e-4);
    }
}
