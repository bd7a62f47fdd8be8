//! Declared fields that go together: what strangers share at once, and what changes at once.
//!
//! The members of a household share address, telephone and surname; who moves changes address,
//! postcode and telephone. Added up as if each were a witness of its own, such evidence is counted
//! several times. Of fields that agree, each but the first tells only what it adds to the one it is
//! most closely tied to (the tree of Chow and Liu, IEEE Trans. Inf. Theory 14, 1968, grown among the
//! fields that agree); so for fields that differ.

use super::declared::FieldModel;
use crate::compare::Pattern;
use crate::record::MAX_FIELDS;

/// Two fields, and the bits by which the second is worth less once the first has spoken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct FieldTie {
    pub(crate) fields: (u8, u8),
    /// Where both agree; 0 or more.
    pub(crate) same: f32,
    /// Where both differ; 0 or more.
    pub(crate) different: f32,
}

/// The ties of all fields, and what they come to for each set of fields.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct FieldTies {
    pairs: Vec<FieldTie>,
    /// By the set of fields that agree or differ (bits).
    same: Vec<f32>,
    different: Vec<f32>,
}

impl FieldTies {
    pub(crate) fn new(fields: usize, pairs: Vec<FieldTie>) -> Self {
        if pairs.is_empty() {
            return Self::default();
        }
        let sets = 0..1_usize << fields.min(MAX_FIELDS);
        let same = sets.clone().map(|set| heaviest_tree(set, &pairs, |tie| tie.same)).collect();
        let different = sets.map(|set| heaviest_tree(set, &pairs, |tie| tie.different)).collect();
        Self { pairs, same, different }
    }

    pub(crate) fn pairs(&self) -> &[FieldTie] {
        &self.pairs
    }

    /// The correction of a pattern, in bits.
    pub(crate) fn bits(&self, fields: &[FieldModel], pattern: Pattern) -> f32 {
        if self.pairs.is_empty() {
            return 0.0;
        }
        let (mut same, mut different) = (0_usize, 0_usize);
        for (place, field) in fields.iter().enumerate() {
            let level = pattern.field_level(place);
            same |= usize::from(field.agrees(level)) << place;
            different |= usize::from(field.differs(level)) << place;
        }
        let at = |table: &[f32], set: usize| table.get(set).copied().unwrap_or(0.0);
        at(&self.different, different) - at(&self.same, same)
    }
}

/// The sum of the heaviest ties that join the fields of a set without a circle (Kruskal).
fn heaviest_tree(set: usize, ties: &[FieldTie], bits: impl Fn(&FieldTie) -> f32) -> f32 {
    let held =
        |tie: &&FieldTie| set >> tie.fields.0 & set >> tie.fields.1 & 1 == 1 && bits(tie) > 0.0;
    let mut inside: smallvec::SmallVec<[&FieldTie; 16]> = ties.iter().filter(held).collect();
    inside.sort_by(|a, b| bits(b).total_cmp(&bits(a)));
    let mut tree: [u8; MAX_FIELDS] = core::array::from_fn(|place| place as u8);
    let mut sum = 0.0;
    for tie in inside {
        let root = |place: u8| tree.get(usize::from(place)).copied().unwrap_or(place);
        let (one, other) = (root(tie.fields.0), root(tie.fields.1));
        if one != other {
            sum += bits(tie);
            tree.iter_mut().filter(|held| **held == other).for_each(|held| *held = one);
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three fields tied to one another by 5, 4 and 3 bits: two ties join them, the third is in
    /// those.
    #[test]
    fn evidence_of_a_household_is_counted_once() {
        let tie = |a, b, same| FieldTie { fields: (a, b), same, different: 0.0 };
        let ties = [tie(0, 1, 5.0), tie(1, 2, 4.0), tie(0, 2, 3.0)];
        let bits = |set| heaviest_tree(set, &ties, |tie| tie.same);
        assert_eq!([0b111, 0b011, 0b101, 0b100, 0].map(bits), [9.0, 5.0, 3.0, 0.0, 0.0]);
    }
}
