//! Two names -> levels of surname, middle and given name, by integers known of each syllable.

use super::edit::distance;
use super::level::{NamePart, ParentLevel};
use super::syllable::relation;
use crate::khmer::{KhmerSurname, SurnameRelation};
use crate::name::{WordForm, agrees};
use crate::record::names::{NameTable, NameView};
use smallvec::SmallVec;

/// How two names agree, part by part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NameLevels {
    pub(crate) surname: NamePart,
    pub(crate) middle: NamePart,
    pub(crate) given: NamePart,
}

impl NameLevels {
    fn all(level: NamePart) -> Self {
        Self { surname: level, middle: level, given: level }
    }
}

/// Compares two names of the table; 0 is "no name".
pub(crate) fn compare_names(names: &NameTable, a: u32, b: u32) -> NameLevels {
    match (a, b) {
        (0, 0) => return NameLevels::all(NamePart::MissingBoth),
        (0, _) | (_, 0) => return NameLevels::all(NamePart::MissingOne),
        _ => {}
    }
    if a == b {
        let name = names.get(a);
        let part = |ids: &[u32]| match ids {
            [] => NamePart::MissingBoth,
            _ => NamePart::Same,
        };
        let (surname, middle, given) =
            (part(name.surname()), part(name.middle()), part(name.given()));
        return NameLevels { surname, middle, given };
    }
    let pair = Pair::new(names, a, b);
    let surname = pair.surname();
    let (place_a, place_b) = (pair.a.surname().len(), pair.b.surname().len());
    let middle = pair.part(pair.a.middle(), place_a, pair.b.middle(), place_b);
    let given = pair.given();
    let levels = NameLevels { surname, middle, given };
    if given < NamePart::Typo && middle < NamePart::Typo {
        return levels;
    }
    pair.across_parts(levels)
}

/// One level for a parent's name, whose surname repeats what the child's already said.
pub(crate) fn parent_level(names: &NameTable, a: u32, b: u32) -> ParentLevel {
    use NamePart as P;
    if a != 0 && b != 0 && a != b {
        // Most parents have two given names: nothing else need be asked.
        let pair = Pair::new(names, a, b);
        let apart = || pair.across_parts(NameLevels::all(P::Different)).given == P::Different;
        if pair.given() == P::Different && apart() {
            return ParentLevel::Different;
        }
    }
    let NameLevels { surname, middle, given } = compare_names(names, a, b);
    match given {
        P::MissingBoth => ParentLevel::MissingBoth,
        P::MissingOne if surname == P::MissingOne => ParentLevel::MissingOne,
        P::Different | P::MissingOne => ParentLevel::Different,
        P::Similar | P::Marks => ParentLevel::Similar,
        P::Initial => match surname {
            P::Different => ParentLevel::Different,
            _ => ParentLevel::Initials,
        },
        _ => {
            let clear = |part: P| matches!(part, P::Same | P::MissingBoth | P::Joined | P::Order);
            let heard = |part: P| matches!(part, P::Unmarked | P::Sound | P::Doublet);
            let short = |part: P| matches!(part, P::Initial);
            let part = |part: P| matches!(part, P::MissingOne | P::Partial);
            let slip = |part: P| matches!(part, P::Typo | P::Marks | P::Similar);
            let any = |test: &dyn Fn(P) -> bool| test(surname) || test(middle) || test(given);
            if clear(surname) && clear(middle) && clear(given) {
                ParentLevel::Same
            } else if surname == P::Different || middle == P::Different {
                ParentLevel::GivenSame
            } else if any(&slip) {
                ParentLevel::Typo
            } else if any(&part) {
                ParentLevel::Partial
            } else if any(&short) {
                ParentLevel::Initials
            } else if any(&heard) {
                ParentLevel::Sound
            } else {
                ParentLevel::Similar
            }
        }
    }
}

/// From this score on two names by ear are one name, and from this on nearly so; chosen on generated
/// residents.
const SAME_BY_EAR: f32 = 0.75;
const NEAR_BY_EAR: f32 = 0.55;

struct Pair<'t> {
    names: &'t NameTable,
    a: NameView<'t>,
    b: NameView<'t>,
    /// One of the names was typed without any mark, the other was not.
    unmarked: bool,
}

impl<'t> Pair<'t> {
    fn new(names: &'t NameTable, a: u32, b: u32) -> Self {
        let (a, b) = (names.get(a), names.get(b));
        Self { names, a, b, unmarked: a.marked != b.marked }
    }

    fn given(&self) -> NamePart {
        let (a, b) = (self.a.given(), self.b.given());
        self.part(a, self.a.tokens.len() - a.len(), b, self.b.tokens.len() - b.len())
    }

    /// Agreement of the surnames; some are one by table, whatever their letters.
    fn surname(&self) -> NamePart {
        let (a, b) = (self.a.surname(), self.b.surname());
        let level = self.part(a, 0, b, 0);
        if level < NamePart::Typo {
            return level;
        }
        let (&[x], &[y]) = (a, b) else { return level };
        let family = |id| KhmerSurname::numbered(self.names.tokens.get(id).surname);
        match family(x).zip(family(y)).and_then(|(x, y)| x.relation(y)) {
            Some(SurnameRelation::Same) => NamePart::Sound,
            // Sons and daughters of one house: two lawful forms, like Hoàng and Huỳnh.
            Some(SurnameRelation::Household) => NamePart::Doublet,
            None => level,
        }
    }

    /// Agreement of two runs of syllables; `at_*` is where each run begins in its name.
    fn part(&self, a: &[u32], at_a: usize, b: &[u32], at_b: usize) -> NamePart {
        match (a, b) {
            ([], []) => NamePart::MissingBoth,
            ([], _) | (_, []) => NamePart::MissingOne,
            _ if a.len() == b.len() => a
                .iter()
                .zip(b)
                .enumerate()
                .map(|(i, (&x, &y))| self.syllable(x, at_a + i, y, at_b + i))
                .max()
                .unwrap_or(NamePart::MissingBoth),
            _ if a.len() < b.len() => self.within(a, at_a, b, at_b),
            _ => self.within(b, at_b, a, at_a),
        }
    }

    /// The shorter run found in order within the longer one: `Partial`; else `Different`.
    fn within(&self, short: &[u32], at_s: usize, long: &[u32], at_l: usize) -> NamePart {
        let mut rest = long.iter().enumerate();
        let found = short.iter().enumerate().all(|(i, &x)| {
            // `syllable` wants (a, b) in order only for which side is abbreviated: both are tried.
            rest.any(|(j, &y)| self.syllable_any(x, at_s + i, y, at_l + j) < NamePart::Typo)
        });
        if found { NamePart::Partial } else { NamePart::Different }
    }

    fn syllable(&self, x: u32, at_x: usize, y: u32, at_y: usize) -> NamePart {
        let short = self.a.is_abbreviated(at_x) || self.b.is_abbreviated(at_y);
        self.relation(x, y, short)
    }

    fn syllable_any(&self, x: u32, at_x: usize, y: u32, at_y: usize) -> NamePart {
        let short = self.a.is_abbreviated(at_x)
            || self.b.is_abbreviated(at_x)
            || self.a.is_abbreviated(at_y)
            || self.b.is_abbreviated(at_y);
        self.relation(x, y, short)
    }

    /// How two syllables agree.
    fn relation(&self, x: u32, y: u32, abbreviated: bool) -> NamePart {
        if x == y {
            return NamePart::Same;
        }
        if abbreviated {
            let (x, y) = (self.names.tokens.text(x), self.names.tokens.text(y));
            let stands = |short, full| agrees(short, WordForm::Abbreviated, full);
            let known = stands(x, y) || stands(y, x);
            return if known { NamePart::Initial } else { NamePart::Different };
        }
        relation(&self.names.tokens, x, y, self.unmarked)
    }

    /// Agreement that the division into parts hides: joined or split writing, another order.
    fn across_parts(&self, levels: NameLevels) -> NameLevels {
        let (a, b) = (self.a.rest(), self.b.rest());
        if a.len() != b.len() && self.a.joined == self.b.joined && self.a.joined != 0 {
            return NameLevels { middle: NamePart::Joined, given: NamePart::Joined, ..levels };
        }
        if let Some(heard) = self.by_ear(levels) {
            return heard;
        }
        let unlike = || (self.a.letters ^ self.b.letters).count_ones();
        if levels.given >= NamePart::Typo && a.len() != b.len() && unlike() <= 4 {
            let (ja, jb) = (self.run_together(a), self.run_together(b));
            let longest = ja.len().max(jb.len());
            let limit = if longest >= 8 { 2 } else { u32::from(longest >= 4) };
            if let Some(d) = distance(&ja, &jb, limit) {
                let level = if d == 0 { NamePart::Joined } else { NamePart::Typo };
                return NameLevels { middle: level, given: level, ..levels };
            }
        }
        if levels.given == NamePart::Different && self.same_in_another_order() {
            return NameLevels::all(NamePart::Order);
        }
        levels
    }

    /// Names compared by ear that sound like one, whatever letters and pieces they are written in.
    fn by_ear(&self, levels: NameLevels) -> Option<NameLevels> {
        let (a, b) = (self.names.heard(&self.a)?, self.names.heard(&self.b)?);
        let Some(score) = a.score_from(b, NEAR_BY_EAR) else {
            // The pieces are one name: that one of them agrees is nothing if the whole does not.
            let apart = levels.given == NamePart::Different && levels.middle > NamePart::MissingOne;
            return apart.then_some(NameLevels { middle: NamePart::Different, ..levels });
        };
        let level = match (score >= SAME_BY_EAR, self.a.rest().len() == self.b.rest().len()) {
            (true, true) => NamePart::Sound,
            (true, false) => NamePart::Joined,
            (false, _) => NamePart::Typo,
        };
        let part = |part: NamePart| if part < level { part } else { level };
        Some(match level {
            // Other pieces: the parts do not stand beside one another.
            NamePart::Joined => NameLevels { middle: level, given: level, ..levels },
            _ => NameLevels { middle: part(levels.middle), given: part(levels.given), ..levels },
        })
    }

    fn run_together(&self, ids: &[u32]) -> SmallVec<[u8; 48]> {
        let mut out = SmallVec::new();
        for &id in ids {
            out.extend_from_slice(self.names.tokens.fold_text(id).as_bytes());
        }
        out
    }

    fn same_in_another_order(&self) -> bool {
        let (a, b) = (self.a.tokens, self.b.tokens);
        let fold = |id: &u32| self.names.tokens.get(*id).fold;
        let sorted = |ids: &[u32]| {
            let mut folds: SmallVec<[u32; 8]> = ids.iter().map(fold).collect();
            folds.sort_unstable();
            folds
        };
        // Most names part at the sums already.
        self.a.folds == self.b.folds && a.len() == b.len() && a.len() > 1 && sorted(a) == sorted(b)
    }
}

#[cfg(test)]
#[path = "name_tests.rs"]
mod tests;
