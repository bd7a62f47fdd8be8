//! Term frequency of declared fields: agreeing on a rare value says more than on a common one.

use crate::compare::Pattern;
use crate::record::FieldKind;
use crate::record::declared::{DeclaredColumn, DeclaredTable};

/// No value counts as rarer than this: a slip is unique too.
const RAREST: f64 = 1e-5;

/// The most a shared word says more, or less, than the average one.
const WORD_BITS: f32 = 8.0;

/// Corrections in bits, by field.
#[derive(Default)]
pub(crate) struct FieldFrequencies(Vec<FieldBits>);

struct FieldBits {
    /// By value.
    values: Vec<f32>,
    /// What sharing a word tells on average.
    word: f32,
}

impl FieldFrequencies {
    pub(crate) fn count(table: &DeclaredTable) -> Self {
        let columns = table.columns.iter();
        Self(
            columns.map(|held| FieldBits { values: bits(held), word: shared_word(held) }).collect(),
        )
    }

    /// The correction for the field at a place, of two rows that agree so.
    pub(crate) fn bits(
        &self,
        table: &DeclaredTable,
        place: usize,
        (left, right): (usize, usize),
        pattern: Pattern,
    ) -> f32 {
        let Some(column) = table.columns.get(place) else { return 0.0 };
        let Some(bits) = self.0.get(place) else { return 0.0 };
        let id = |row: usize| table.row(row).get(place).copied().unwrap_or(0);
        let level = pattern.field_level(place);
        if column.kind.is_same(level) {
            let own = |row: usize| bits.values.get(id(row) as usize).copied().unwrap_or(0.0);
            return own(left).min(own(right));
        }
        if !column.kind.is_shared_words(level) {
            return 0.0;
        }
        let (Some(a), Some(b)) = (column.value(id(left)), column.value(id(right))) else {
            return 0.0;
        };
        let others = column.words(b);
        let shared =
            column.words(a).iter().filter(|word| others.iter().any(|held| held.id == word.id));
        let rarest = shared.map(|word| word.bits).reduce(f32::max);
        rarest.map_or(0.0, |rarest| (rarest - bits.word).clamp(-WORD_BITS, WORD_BITS))
    }

    /// The sum over all fields.
    pub(crate) fn sum(&self, table: &DeclaredTable, rows: (usize, usize), pattern: Pattern) -> f32 {
        (0..self.0.len()).map(|place| self.bits(table, place, rows, pattern)).sum()
    }
}

/// What a word that two random records share tells on average.
fn shared_word(column: &DeclaredColumn) -> f32 {
    let (mut both, mut told) = (0.0, 0.0);
    for word in column.all_words() {
        // Each record that has it was counted as often as it has it.
        let share = f64::from(word.records) / f64::from(column.filled.max(1));
        both += share;
        told += share * f64::from(word.bits);
    }
    if both > 0.0 { (told / both) as f32 } else { 0.0 }
}

/// By value: the average chance of agreeing against that of agreeing on this one. Numbers and dates
/// have no common values worth the name; identifiers are one of a kind.
fn bits(column: &DeclaredColumn) -> Vec<f32> {
    if !matches!(column.kind, FieldKind::Text | FieldKind::Category) {
        return Vec::new();
    }
    let total = f64::from(column.filled.max(1));
    let share = |count: &u32| f64::from(*count) / total;
    let average: f64 = column.counts.iter().map(|count| share(count) * share(count)).sum();
    let average = average.max(RAREST);
    column
        .counts
        .iter()
        .map(|count| libm::log2(average / share(count).max(RAREST)) as f32)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::declared::DeclaredField;
    use crate::record::{Schema, StrColumn, Table};

    fn counted(kind: FieldKind, cells: &[&str]) -> (DeclaredTable, FieldFrequencies) {
        let fields = [DeclaredField { name: "x".into(), kind }];
        let table = Table::new([("x", StrColumn::from_strs(cells))]).unwrap();
        let schema = Schema::read(table.names(), [], &fields).unwrap();
        let table = DeclaredTable::build(&[(&table, &schema)], &fields);
        let frequencies = FieldFrequencies::count(&table);
        (table, frequencies)
    }

    fn close(found: f32, want: f64) {
        assert!((f64::from(found) - want).abs() < 1e-3, "{found} for {want}");
    }

    /// Two of three have "x": two random records agree on some value in 5/9, on "x" in 2/3 of those
    /// that have it.
    #[test]
    fn a_rare_value_says_more_than_a_common_one() {
        let (table, frequencies) = counted(FieldKind::Category, &["x", "x", "y"]);
        let same = Pattern::default().with_declared(2);
        let bits = |rows| frequencies.bits(&table, 0, rows, same);
        close(bits((0, 1)), (5.0_f64 / 9.0 / (2.0 / 3.0)).log2());
        close(bits((2, 2)), (5.0_f64 / 9.0 / (1.0 / 3.0)).log2());
        assert_eq!(frequencies.sum(&table, (2, 2), same), bits((2, 2)));
    }

    /// "a" stands in all of three records and tells 0.05 bits, the others in one and tell log2 3. Each
    /// is shared as often as it is had: on average (3 x 0.05 + 2/3 log2 3) / (3 + 2/3).
    #[test]
    fn a_shared_word_is_held_against_the_average_one() {
        let (table, frequencies) = counted(FieldKind::Text, &["a b", "a", "a c"]);
        let average = (0.15 + 2.0 / 3.0 * 3.0_f64.log2()) / (3.0 + 2.0 / 3.0);
        close(frequencies.0[0].word, average);
        let level = (1..14).find(|level| FieldKind::Text.is_shared_words(*level)).unwrap();
        let some = Pattern::default().with_declared(u64::from(level));
        close(frequencies.bits(&table, 0, (0, 2), some), 0.05 - average);
    }
}
