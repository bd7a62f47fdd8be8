//! Evidence that is not independent, and by how much it must be corrected.
//!
//! Fellegi and Sunter add weights as if each comparison were a witness of its own. Twins share
//! birth date, parents and house; a commune shares its hamlets and half of its names; a name rarely
//! heard by a clerk is misheard in the parents' column too. Independent weights count such evidence
//! twice. The correction is additive and small: a few bits for each level, and for each pair of
//! *classes* of two comparisons (given name "close" with date "same", ...), fitted once by ridge
//! regression on generated residents, so that what the data does not ask for stays zero. Every
//! figure stands in `data/dependence.tsv`.

use super::tables::{LEVEL_BITS, PAIR_BITS};
use crate::compare::{Comparison, NamePart, Pattern};

/// What the levels of one or two comparisons amount to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum EvidenceClass {
    /// Surname.
    Surname,
    /// Middle name.
    Middle,
    /// Given name.
    Given,
    /// Birth date.
    Date,
    /// Sex.
    Sex,
    /// Citizen ID.
    CitizenId,
    /// Both parents' names.
    Parents,
    /// Commune and address.
    Place,
    /// How many comparisons show damage: who wrote one field carelessly wrote others so. Two records
    /// of one person are unlike in several fields more often than independent weights say.
    Damage,
}

/// The most classes one kind of evidence has.
pub const MAX_CLASSES: usize = 6;

/// Pairs of evidence that are corrected together.
pub const EVIDENCE_PAIRS: [(EvidenceClass, EvidenceClass); 31] = {
    use EvidenceClass as E;
    [
        (E::Given, E::Middle),
        (E::Given, E::Surname),
        (E::Given, E::Date),
        (E::Given, E::Sex),
        (E::Given, E::CitizenId),
        (E::Given, E::Parents),
        (E::Given, E::Place),
        (E::Middle, E::Date),
        (E::Middle, E::CitizenId),
        (E::Middle, E::Parents),
        (E::Middle, E::Place),
        (E::Date, E::Sex),
        (E::Date, E::CitizenId),
        (E::Date, E::Parents),
        (E::Date, E::Place),
        (E::Sex, E::CitizenId),
        (E::CitizenId, E::Parents),
        (E::CitizenId, E::Place),
        (E::Parents, E::Place),
        (E::Surname, E::Middle),
        (E::Surname, E::Date),
        (E::Surname, E::CitizenId),
        (E::Surname, E::Parents),
        (E::Surname, E::Place),
        (E::Middle, E::Sex),
        (E::Damage, E::Given),
        (E::Damage, E::Middle),
        (E::Damage, E::Date),
        (E::Damage, E::CitizenId),
        (E::Damage, E::Parents),
        (E::Damage, E::Place),
    ]
};

impl EvidenceClass {
    /// Every kind of evidence.
    pub const ALL: [Self; 9] = [
        Self::Surname,
        Self::Middle,
        Self::Given,
        Self::Date,
        Self::Sex,
        Self::CitizenId,
        Self::Parents,
        Self::Place,
        Self::Damage,
    ];

    /// `"given"`, `"date"`, ...
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Surname => "surname",
            Self::Middle => "middle",
            Self::Given => "given",
            Self::Date => "date",
            Self::Sex => "sex",
            Self::CitizenId => "citizen_id",
            Self::Parents => "parents",
            Self::Place => "place",
            Self::Damage => "damage",
        }
    }

    /// The names of its classes, by number.
    #[must_use]
    pub fn classes(self) -> &'static [&'static str] {
        match self {
            Self::Surname | Self::Middle | Self::Given => {
                &["unknown", "same", "heard", "close", "different"]
            }
            Self::Date => &["unknown", "same", "partly same", "slip", "near", "different"],
            Self::Sex => &["unknown", "same", "different"],
            Self::CitizenId => &["unknown", "same", "slip", "other serial", "different"],
            Self::Parents => &["unknown", "agree", "mixed", "disagree"],
            Self::Place => &["unknown", "same house", "same hamlet", "same commune", "other"],
            Self::Damage => &["none", "one", "two", "three", "four", "five or more"],
        }
    }

    /// The class of a pattern.
    #[must_use]
    pub fn of(self, pattern: Pattern) -> u8 {
        let class = |comparison: Comparison, table: &[u8]| {
            table.get(usize::from(pattern.level(comparison))).copied().unwrap_or(0)
        };
        // In the order of the levels; see `compare::level`.
        const NAME: &[u8] = &[0, 0, 1, 1, 2, 2, 2, 1, 3, 3, 2, 2, 3, 4];
        const DATE: &[u8] = &[0, 0, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 3, 2];
        const PARENT: &[u8] = &[0, 0, 1, 1, 1, 1, 1, 2, 2, 3];
        const PLACE: &[u8] = &[0, 0, 1, 2, 2, 3, 4, 3, 1, 2, 4, 4];
        match self {
            Self::Surname => class(Comparison::Surname, NAME),
            Self::Middle => class(Comparison::Middle, NAME),
            Self::Given => class(Comparison::Given, NAME),
            Self::Date => class(Comparison::BirthDate, DATE),
            Self::Sex => class(Comparison::Sex, &[0, 0, 1, 2]),
            Self::CitizenId => class(Comparison::CitizenId, &[0, 0, 1, 2, 2, 3, 4, 1, 4]),
            Self::Place => class(Comparison::Place, PLACE),
            Self::Damage => damage(pattern).min(MAX_CLASSES as u32 - 1) as u8,
            Self::Parents => {
                match (class(Comparison::Father, PARENT), class(Comparison::Mother, PARENT)) {
                    (0, other) | (other, 0) => other,
                    (father, mother) if father == mother => father,
                    _ => 2,
                }
            }
        }
    }
}

/// How many comparisons show what a careful clerk would not have written: something left out that
/// every register asks for, or anything but agreement. Names without marks count once.
fn damage(pattern: Pattern) -> u32 {
    // One bit for each level that counts, by the order of the levels.
    const NAME: u16 = 0b11_1111_0111_0000;
    const MIDDLE: u16 = NAME | 0b10;
    const DATE: u16 = 0b1011_1111_1111_1010;
    const SEX: u16 = 0b1010;
    const NUMBER: u16 = 0b1_1111_1000;
    const PARENT: u16 = 0b11_1111_0000;
    const PLACE: u16 = 0b1100_1110_0010;
    const UNMARKED: u16 = 1 << NamePart::Unmarked as u16;
    use Comparison as C;
    let shows = |comparison: Comparison, levels: u16| levels >> pattern.level(comparison) & 1;
    let counted = [
        (C::Surname, NAME),
        (C::Middle, MIDDLE),
        (C::Given, NAME),
        (C::BirthDate, DATE),
        (C::Sex, SEX),
        (C::CitizenId, NUMBER),
        (C::Father, PARENT),
        (C::Mother, PARENT),
        (C::Place, PLACE),
    ];
    let unmarked =
        shows(C::Surname, UNMARKED) | shows(C::Middle, UNMARKED) | shows(C::Given, UNMARKED);
    let sum: u16 = counted.into_iter().map(|(comparison, levels)| shows(comparison, levels)).sum();
    u32::from(sum + unmarked)
}

/// The corrections of a model, in bits.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Dependence {
    pub(crate) levels: [[f32; crate::compare::MAX_LEVELS]; Comparison::ALL.len()],
    pub(crate) pairs: [[f32; MAX_CLASSES * MAX_CLASSES]; EVIDENCE_PAIRS.len()],
}

impl Default for Dependence {
    fn default() -> Self {
        Self { levels: LEVEL_BITS, pairs: PAIR_BITS }
    }
}

impl Dependence {
    /// No correction at all.
    pub(crate) fn none() -> Self {
        Self {
            levels: LEVEL_BITS.map(|row| row.map(|_| 0.0)),
            pairs: PAIR_BITS.map(|row| row.map(|_| 0.0)),
        }
    }

    /// The correction of a level.
    #[cfg(feature = "serde")]
    pub(crate) fn level_bits(&self, comparison: Comparison, level: u8) -> f32 {
        let row = self.levels.get(comparison.index());
        row.and_then(|row| row.get(usize::from(level))).copied().unwrap_or(0.0)
    }

    /// The sum of the pair corrections of a pattern.
    pub(crate) fn pair_bits(&self, pattern: Pattern) -> f32 {
        let mut classes = [0; 16];
        for (slot, evidence) in classes.iter_mut().zip(EvidenceClass::ALL) {
            *slot = usize::from(evidence.of(pattern));
        }
        // Within the array whatever it is: nothing to check for each of the pairs.
        let class = |evidence: EvidenceClass| {
            classes.get(evidence as usize & 0xF).copied().unwrap_or_default()
        };
        let each = EVIDENCE_PAIRS.iter().zip(&self.pairs).map(|((a, b), bits)| {
            bits.get(class(*a) * MAX_CLASSES + class(*b)).copied().unwrap_or(0.0)
        });
        each.sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_has_a_class_with_a_name() {
        for evidence in EvidenceClass::ALL {
            assert!(evidence.classes().len() <= MAX_CLASSES);
        }
        for comparison in Comparison::ALL {
            for level in 0..comparison.levels().len() as u8 {
                let pattern = Pattern::default().with(comparison, level);
                for evidence in EvidenceClass::ALL {
                    assert!(usize::from(evidence.of(pattern)) < evidence.classes().len());
                }
            }
        }
    }

    #[test]
    fn agreeing_parents_with_one_missing_agree() {
        let level = |name: &str| {
            let names = Comparison::Father.levels();
            names.iter().position(|held| *held == name).unwrap() as u8
        };
        let parents = |father, mother| {
            let pattern = Pattern::default()
                .with(Comparison::Father, level(father))
                .with(Comparison::Mother, level(mother));
            EvidenceClass::Parents.classes()[usize::from(EvidenceClass::Parents.of(pattern))]
        };
        assert_eq!(parents("same", "missing on one"), "agree");
        assert_eq!(parents("missing on both", "different"), "disagree");
        assert_eq!(parents("same", "different"), "mixed");
        assert_eq!(parents("missing on one", "missing on both"), "unknown");
    }

    fn level(comparison: Comparison, name: &str) -> u8 {
        comparison.levels().iter().position(|held| *held == name).unwrap() as u8
    }

    /// Which levels share a class, by name; a class is what a level means, not where it stands.
    #[test]
    fn levels_of_one_meaning_are_one_class() {
        let class = |evidence: EvidenceClass, comparison, name| {
            let pattern = Pattern::default().with(comparison, level(comparison, name));
            evidence.classes()[usize::from(evidence.of(pattern))]
        };
        for (name, want) in [
            ("missing on one", "unknown"),
            ("same", "same"),
            ("same without marks", "same"),
            ("same joined", "same"),
            ("same sound", "heard"),
            ("doublet", "heard"),
            ("abbreviation", "heard"),
            ("one letter", "close"),
            ("other marks", "close"),
            ("similar", "close"),
            ("different", "different"),
        ] {
            assert_eq!(class(EvidenceClass::Given, Comparison::Given, name), want, "{name}");
        }
        for (name, want) in [
            ("missing on both", "unknown"),
            ("same", "same"),
            ("same month", "partly same"),
            ("same year", "partly same"),
            ("same year, first day", "partly same"),
            ("day and month swapped", "slip"),
            ("one slip", "slip"),
            ("one part differs", "slip"),
            ("same year only", "near"),
            ("near year", "near"),
            ("different", "different"),
        ] {
            assert_eq!(class(EvidenceClass::Date, Comparison::BirthDate, name), want, "{name}");
        }
        for (name, want) in [
            ("same house", "same house"),
            ("same house, other commune name", "same house"),
            ("same hamlet", "same hamlet"),
            ("same hamlet, other commune name", "same hamlet"),
            ("same commune", "same commune"),
            ("possible successor commune", "same commune"),
            ("same province", "other"),
            ("different", "other"),
        ] {
            assert_eq!(class(EvidenceClass::Place, Comparison::Place, name), want, "{name}");
        }
        for (name, want) in [
            ("one digit", "slip"),
            ("two digits swapped", "slip"),
            ("other serial", "other serial"),
        ] {
            assert_eq!(class(EvidenceClass::CitizenId, Comparison::CitizenId, name), want);
        }
    }

    /// Each kind of damage counts once, agreement and what registers may leave out not at all.
    #[test]
    fn damage_is_counted() {
        let damaged = |levels: &[(Comparison, &str)]| {
            let pattern = levels.iter().fold(Pattern::default(), |pattern, (comparison, name)| {
                pattern.with(*comparison, level(*comparison, name))
            });
            EvidenceClass::Damage.classes()[usize::from(EvidenceClass::Damage.of(pattern))]
        };
        use Comparison as C;
        let fine = [
            (C::Given, "same"),
            (C::BirthDate, "same"),
            (C::Sex, "same"),
            (C::CitizenId, "missing on one"),
            (C::Father, "same"),
            (C::Mother, "missing on one"),
            (C::Place, "same hamlet, other commune name"),
        ];
        assert_eq!(damaged(&fine), "none");
        for one in [
            (C::Given, "same without marks"),
            (C::Middle, "missing on one"),
            (C::Surname, "different"),
            (C::BirthDate, "same year, first day"),
            (C::BirthDate, "missing on one"),
            (C::Sex, "missing on one"),
            (C::CitizenId, "one digit"),
            (C::Father, "same given name"),
            (C::Place, "same commune"),
            (C::Place, "different"),
        ] {
            assert_eq!(damaged(&[one]), "one", "{one:?}");
        }
        let unmarked = [C::Surname, C::Middle, C::Given].map(|part| (part, "same without marks"));
        assert_eq!(damaged(&unmarked), "one");
        let all = C::ALL.map(|comparison| (comparison, "different"));
        assert_eq!(damaged(&all), "five or more");
    }

    /// Three bits for a given name that agrees beside a date that does not, and for nothing else.
    #[test]
    fn a_correction_belongs_to_one_pair_of_classes() {
        let mut bits = Dependence::none();
        let pair = (EvidenceClass::Given, EvidenceClass::Date);
        let place = EVIDENCE_PAIRS.iter().position(|held| *held == pair).unwrap();
        let class = |evidence: EvidenceClass, name| {
            evidence.classes().iter().position(|held| *held == name).unwrap()
        };
        let (same, different) =
            (class(EvidenceClass::Given, "same"), class(EvidenceClass::Date, "different"));
        bits.pairs[place][same * MAX_CLASSES + different] = 3.0;
        let pattern = |given, date| {
            Pattern::default()
                .with(Comparison::Given, level(Comparison::Given, given))
                .with(Comparison::BirthDate, level(Comparison::BirthDate, date))
        };
        assert_eq!(bits.pair_bits(pattern("same", "different")), 3.0);
        assert_eq!(bits.pair_bits(pattern("different", "same")), 0.0);
        assert_eq!(bits.pair_bits(pattern("same", "same")), 0.0);
        assert_eq!(Dependence::none().pair_bits(pattern("same", "different")), 0.0);
    }
}
