//! Two names -> levels of surname, middle and given name, by integers known of each syllable.

use super::edit::distance;
use super::level::{NamePart, ParentLevel};
use crate::khmer::{KhmerSurname, SurnameRelation};
use crate::lexicon::doublet;
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
    let pair = Pair::new(names, names.get(a), names.get(b));
    let surname = pair.surname();
    let (place_a, place_b) = (pair.a.surname().len(), pair.b.surname().len());
    let middle = pair.part(pair.a.middle(), place_a, pair.b.middle(), place_b);
    let given = pair.part(
        pair.a.given(),
        pair.a.tokens.len() - pair.a.given().len(),
        pair.b.given(),
        pair.b.tokens.len() - pair.b.given().len(),
    );
    let levels = NameLevels { surname, middle, given };
    if given < NamePart::Typo && middle < NamePart::Typo {
        return levels;
    }
    pair.across_parts(levels)
}

/// One level for a parent's name, whose surname repeats what the child's already said.
pub(crate) fn parent_level(names: &NameTable, a: u32, b: u32) -> ParentLevel {
    use NamePart as P;
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
    fn new(names: &'t NameTable, a: NameView<'t>, b: NameView<'t>) -> Self {
        Self { names, a, b, unmarked: a.marked != b.marked }
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
        let tokens = &self.names.tokens;
        let (tx, ty) = (tokens.get(x), tokens.get(y));
        if abbreviated {
            let (x, y) = (tokens.text(x), tokens.text(y));
            let stands = |short, full| agrees(short, WordForm::Abbreviated, full);
            let known = stands(x, y) || stands(y, x);
            return if known { NamePart::Initial } else { NamePart::Different };
        }
        if self.unmarked {
            if tx.fold == ty.fold {
                return NamePart::Unmarked;
            }
            if tx.coarse == ty.coarse {
                return NamePart::Sound;
            }
        } else {
            if tx.sound == ty.sound && (tx.tone == ty.tone || tx.tone == 0 || ty.tone == 0) {
                return NamePart::Sound;
            }
            if doublet(tokens.text(x), tokens.text(y)).is_some() {
                return NamePart::Doublet;
            }
            if tx.fold == ty.fold {
                return NamePart::Marks;
            }
        }
        let (fx, fy) = (tokens.fold_text(x).as_bytes(), tokens.fold_text(y).as_bytes());
        let longest = fx.len().max(fy.len());
        match distance(fx, fy, 2) {
            Some(1) if longest >= 3 => NamePart::Typo,
            Some(2) if longest >= 6 => NamePart::Similar,
            _ => NamePart::Different,
        }
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
        if levels.given >= NamePart::Typo && a.len() != b.len() {
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
        let score = a.score(b);
        if score < NEAR_BY_EAR {
            // The pieces are one name: that one of them agrees is nothing if the whole does not.
            let apart = levels.given == NamePart::Different && levels.middle > NamePart::MissingOne;
            return apart.then_some(NameLevels { middle: NamePart::Different, ..levels });
        }
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
        let sorted = |ids: &[u32]| {
            let mut folds: SmallVec<[u32; 8]> =
                ids.iter().map(|&id| self.names.tokens.get(id).fold).collect();
            folds.sort_unstable();
            folds
        };
        self.a.tokens.len() == self.b.tokens.len()
            && self.a.tokens.len() > 1
            && sorted(self.a.tokens) == sorted(self.b.tokens)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::clean;
    use crate::name::Name;

    /// The ids of two written names in one table.
    fn table(a: &str, b: &str) -> (NameTable, u32, u32) {
        let mut names = NameTable::default();
        let mut id = |text: &str| names.intern(&Name::parse(&clean(text).text));
        let (a, b) = (id(a), id(b));
        (names, a, b)
    }

    /// Surname, middle, given; the same whichever record comes first.
    fn levels(a: &str, b: &str) -> [NamePart; 3] {
        let (names, x, y) = table(a, b);
        let NameLevels { surname, middle, given } = compare_names(&names, x, y);
        assert_eq!(compare_names(&names, y, x), NameLevels { surname, middle, given }, "{a} {b}");
        [surname, middle, given]
    }

    fn parent(a: &str, b: &str) -> ParentLevel {
        let (names, x, y) = table(a, b);
        assert_eq!(parent_level(&names, x, y), parent_level(&names, y, x), "{a} {b}");
        parent_level(&names, x, y)
    }

    #[test]
    fn missing_is_told_part_by_part() {
        use NamePart::*;
        assert_eq!(levels("", ""), [MissingBoth; 3]);
        assert_eq!(levels("", "Nguyễn Văn Hòa"), [MissingOne; 3]);
        assert_eq!(levels("Nguyễn Lan", "Nguyễn Lan"), [Same, MissingBoth, Same]);
        assert_eq!(levels("Nguyễn Lan", "Nguyễn Thị Lan"), [Same, MissingOne, Same]);
    }

    /// One pair of names a level; merged sounds and doublets: facts vietnamese.md 1.5, Khmer
    /// names in one piece or two: khmer.md 5.
    #[test]
    fn each_kind_of_difference_has_its_level() {
        use NamePart::*;
        for (a, b, want) in [
            ("Nguyễn Văn Hòa", "NGUYỄN VĂN HOÀ", [Same; 3]),
            ("Nguyễn Thị Hằng", "NGUYEN THI HANG", [Unmarked; 3]),
            // Unmarked and misheard at once.
            ("Trần Thị Hằng", "Chan Thi Han", [Sound, Unmarked, Sound]),
            ("Trần Thị Hằng", "Chần Thị Hằn", [Sound, Same, Sound]),
            // Hỏi and ngã are one tone in the south.
            ("Võ Thị Lan", "Vỏ Thị Lan", [Sound, Same, Same]),
            ("Hoàng Thị Lan", "Huỳnh Thị Lan", [Doublet, Same, Same]),
            ("Nguyễn Văn Phúc", "Nguyễn Văn Phước", [Same, Same, Doublet]),
            ("Nguyễn Văn Hòa", "Nguyễn V. Hòa", [Same, Initial, Same]),
            ("Nguyễn Văn Hòa", "Ng. Văn Hòa", [Initial, Same, Same]),
            ("Nguyễn Văn Hòa", "Tr. Văn Hòa", [Different, Same, Same]),
            ("Neáng Sa Rươl", "Neáng Sarươl", [Same, Joined, Joined]),
            // A final l is heard as n (facts: khmer.md 4).
            ("Neáng Sa Rươl", "Neáng Sarươn", [Same, Joined, Joined]),
            ("Nguyễn Văn Tuấn", "Nguyễn Văn Tuất", [Same, Same, Typo]),
            // Two names, though run together and without marks they would be one.
            ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng", [Same, Same, Marks]),
            ("Nguyễn Thị Hoa", "Nguyễn Văn Hòa", [Same, Different, Marks]),
            ("Nguyễn Thị Ngọc Lan", "Nguyễn Ngọc Lan", [Same, Partial, Same]),
            ("Nguyễn Văn Hòa", "Văn Hòa Nguyễn", [Order; 3]),
            ("Nguyễn Văn Phương", "Nguyễn Văn Phước", [Same, Same, Similar]),
            ("Nguyễn Văn Hòa", "Nguyễn Văn Tám", [Same, Same, Different]),
        ] {
            assert_eq!(levels(a, b), want, "{a} / {b}");
        }
    }

    /// One person in three writings (facts: khmer.md 4); another name stays another, and so do
    /// Vietnamese names that Khmer ears would merge.
    #[test]
    fn names_of_one_sound_agree_whatever_letters_they_are_in() {
        use NamePart::*;
        let near = |part: NamePart| part < Typo;
        for other in ["Neáng Sốc Kha", "Neang Sokha", "Nèang Xốc Kha", "នាង សុខា"]
        {
            let [surname, middle, given] = levels("Neáng Sóc Kha", other);
            assert!(near(surname) && near(middle) && near(given), "{other}: {middle:?} {given:?}");
        }
        assert_eq!(levels("Neáng Sóc Kha", "Niếng Sóc Kha")[0], Sound);
        assert_eq!(levels("Chau Sóc Kha", "Neáng Sóc Kha")[0], Doublet);
        assert_eq!(levels("Chau Sóc Kha", "Thạch Sóc Kha")[0], Different);
        for (a, b) in [("Neáng Sóc Kha", "Neáng Sóc Khum"), ("Kim Khim", "Kim Kim")] {
            assert!(!near(levels(a, b)[2]), "{a} {b}");
        }
        assert!(!near(levels("Nguyễn Thị Lý", "Nguyễn Thị Lê")[2]));
    }

    /// A name of two letters with another letter is another name, and two letters of four too.
    #[test]
    fn short_names_are_not_misspellings_of_one_another() {
        for (a, b) in [("Lê Văn Ba", "Lê Văn Bé"), ("Lê Thị Lan", "Lê Thị Linh")] {
            assert_eq!(levels(a, b)[2], NamePart::Different, "{a} / {b}");
        }
    }

    /// The tone tells Hằng from Hẵn though their letters sound alike.
    #[test]
    fn one_sound_asks_for_one_tone() {
        assert_ne!(levels("Lê Thị Hằng", "Lê Thị Hẵn")[2], NamePart::Sound);
    }

    #[test]
    fn a_parent_has_one_level() {
        use ParentLevel::*;
        for (a, b, want) in [
            ("", "", MissingBoth),
            ("Trần Văn Bảy", "", MissingOne),
            ("Trần Văn Bảy", "TRẦN VĂN BẢY", Same),
            ("Trần Văn Bảy", "Tran Van Bay", Sound),
            ("Hoàng Văn Bảy", "Huỳnh Văn Bảy", Sound),
            ("Trần Văn Bảy", "Trần V. Bảy", Initials),
            ("Trần Văn Bảy", "Trần Văn B.", Initials),
            // An initial that fits is no agreement when the surnames are two.
            ("Trần Văn Bảy", "Lê Văn B.", Different),
            ("Trần Văn Bảy", "Trần Bảy", Partial),
            // Parents are often entered by given name alone.
            ("Trần Văn Bảy", "Bảy", Partial),
            ("Trần Văn Tuấn", "Trần Văn Tuất", Typo),
            ("Trần Văn Bảy", "Lê Văn Bảy", GivenSame),
            ("Trần Văn Phương", "Trần Văn Phước", Similar),
            ("Trần Văn Bảy", "Trần Văn Tám", Different),
        ] {
            assert_eq!(parent(a, b), want, "{a} / {b}");
        }
    }
}
