//! Where the family behind a name comes from, by explicit call only.

use super::{Name, NameRole, WordForm};
use crate::clean::{clean, normalize};
use crate::khmer::{KhmerSurname, SurnameClaim};
use crate::lexicon::{self, WordFacts};
use crate::syllable::Syllable;
use core::fmt;

/// The people a name points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Origin {
    /// Kinh, the majority.
    Kinh,
    /// Khmer.
    Khmer,
    /// Chăm.
    Cham,
    /// Another people: of the highlands, of the north, Hoa.
    OtherMinority,
    /// The name does not say.
    Unknown,
}

impl Origin {
    /// A stable code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kinh => "kinh",
            Self::Khmer => "khmer",
            Self::Cham => "cham",
            Self::OtherMinority => "other_minority",
            Self::Unknown => "unknown",
        }
    }
}

/// What in a name speaks for its origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OriginEvidence {
    /// Letters of a script of one people.
    Script,
    /// A surname that few others bear.
    Surname,
    /// A particle before or within the name (Y, H', K', Ja).
    Particle,
    /// A word no Vietnamese syllable can be.
    Spelling,
    /// Words that Vietnamese name lists hold.
    CommonWords,
}

impl OriginEvidence {
    /// Every kind, in the order of [`NameOrigin::evidence`].
    pub const ALL: [Self; 5] =
        [Self::Script, Self::Surname, Self::Particle, Self::Spelling, Self::CommonWords];

    /// A stable code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Script => "script",
            Self::Surname => "surname",
            Self::Particle => "particle",
            Self::Spelling => "spelling",
            Self::CommonWords => "common_words",
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// What a name says about where the family behind it comes from: [`name_origin`].
#[derive(Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct NameOrigin {
    /// The people it points to; [`Origin::Unknown`] below a certainty of 0.6.
    pub origin: Origin,
    /// How sure, 0 to 1: the share of that people among all who bear such a name, estimated from
    /// shares of the population and of surnames, not counted.
    pub certainty: f32,
    evidence: u8,
}

impl NameOrigin {
    /// What speaks for it, each kind once; nothing for an unknown origin.
    pub fn evidence(&self) -> impl Iterator<Item = OriginEvidence> {
        let bits = self.evidence;
        OriginEvidence::ALL.into_iter().filter(move |kind| bits & kind.bit() != 0)
    }
}

/// Shows that there is an answer, not which one: it is about a person.
impl fmt::Debug for NameOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NameOrigin").finish_non_exhaustive()
    }
}

/// Which people a full name points to, as anybody wrote it: evidence about a name, never proof
/// about a person, whose own word stands above it.
///
/// **Ethnic origin is sensitive personal data in law** (Decree 356/2025 article 4, under the law
/// on personal data protection): ask only with a lawful reason, and do not store the answer beside
/// a person. The library itself never stores, exports or logs it; this call is the only door.
///
/// Rests on scripts, on surnames ([`crate::lexicon`]; Chau and Neáng, Thạch, Danh, Chế, Niê), on
/// particles and on words that no Vietnamese syllable can be. Takes a microsecond or two.
///
/// ```
/// use hoten::{Origin, name_origin};
/// assert_eq!(name_origin("Neáng Sóc Kha").origin, Origin::Khmer);
/// assert_eq!(name_origin("Nguyễn Văn Hòa").origin, Origin::Kinh);
/// assert_eq!(name_origin("").origin, Origin::Unknown);
/// ```
#[must_use]
pub fn name_origin(text: &str) -> NameOrigin {
    let cleaned = clean(text);
    let name = Name::parse(&cleaned.text);
    if name.is_unknown() || name.is_empty() {
        return NameOrigin { origin: Origin::Unknown, certainty: 0.0, evidence: 0 };
    }
    let unmarked = name.syllables().all(str::is_ascii);
    let mut odds = Odds { shares: POPULATION, told: [0; 4] };
    for part in name.parts() {
        odds.script(part.text);
        if part.form != WordForm::Full {
            continue;
        }
        if part.role == NameRole::Surname {
            continue;
        }
        odds.word(&normalize(part.text), unmarked);
    }
    odds.surname(&normalize(name.surname()), unmarked);
    odds.particles(&name);
    odds.decide()
}

/// Kinh, Khmer, Chăm, others.
type Shares = [f32; 4];

/// Shares of the population (census 2019: Kinh 85.3 %, Khmer 1.37 %, Chăm 0.19 %).
const POPULATION: Shares = [0.853, 0.0137, 0.0019, 0.1314];
const ORIGINS: [Origin; 4] = [Origin::Kinh, Origin::Khmer, Origin::Cham, Origin::OtherMinority];
/// Less sure than this is not known.
const SURE: f32 = 0.6;

/// How much oftener each people's names have a feature, the most frequent at 1; by judgement from
/// surname shares (`data/surnames.tsv`) and facts khmer.md 4, vietnamese.md 0.9.
mod likely {
    use super::Shares;

    pub(super) const KHMER_SCRIPT: Shares = [1e-5, 1.0, 1e-5, 1e-5];
    pub(super) const CHAM_SCRIPT: Shares = [1e-5, 1e-5, 1.0, 1e-5];
    pub(super) const OTHER_SCRIPT: Shares = [1e-5, 1e-5, 1e-5, 1.0];
    /// Chau, Neáng.
    pub(super) const KHMER_ONLY: Shares = [3e-4, 1.0, 1e-3, 3e-4];
    /// Thạch, Sơn, Kim, Danh, Kiên: each some 5 to 15 % of Khmer, 0.03 to 0.08 % of the rest.
    pub(super) const KHMER_MOSTLY: Shares = [2.5e-3, 1.0, 2e-3, 4e-3];
    /// Lâm, Lý, Trà, Tăng ...: 1 % here, 0.5 % there.
    pub(super) const KHMER_ALSO: Shares = [0.5, 1.0, 0.3, 0.5];
    pub(super) const CHAM_MOSTLY: Shares = [4e-4, 4e-4, 1.0, 1e-3];
    pub(super) const CHAM_ALSO: Shares = [0.5, 0.5, 1.0, 0.5];
    pub(super) const CLAN: Shares = [1e-3, 1e-3, 1e-3, 1.0];
    pub(super) const NORTH_OR_HOA: Shares = [0.03, 0.03, 0.03, 1.0];
    pub(super) const KINH_SURNAME: Shares = [1.0, 0.15, 0.15, 0.5];
    pub(super) const PARTICLE: Shares = [1e-3, 1e-3, 1e-3, 1.0];
    pub(super) const CHAM_PARTICLE: Shares = [5e-3, 5e-3, 1.0, 5e-3];
    /// Lists of Vietnamese names hold it; most Chăm bear such a given name.
    pub(super) const LISTED_WORD: Shares = [1.0, 0.3, 0.85, 0.6];
    /// A Vietnamese syllable that no list holds.
    pub(super) const UNLISTED_WORD: Shares = [0.3, 1.0, 1.0, 1.0];
    /// No Vietnamese syllable at all.
    pub(super) const FOREIGN_WORD: Shares = [0.02, 1.0, 0.5, 0.8];
    /// Letters of the highlands, that the others do not write.
    pub(super) const HIGHLAND_LETTER: Shares = [1e-3, 1e-3, 1e-2, 1.0];
}

struct Odds {
    shares: Shares,
    /// By people: what spoke for them.
    told: [u8; 4],
}

impl Odds {
    fn add(&mut self, likely: &Shares, evidence: OriginEvidence) {
        for ((share, told), factor) in self.shares.iter_mut().zip(&mut self.told).zip(likely) {
            // Names without end never leave the range of numbers.
            *share = (*share * factor).max(1e-30);
            if *factor == 1.0 {
                *told |= evidence.bit();
            }
        }
        let sum: f32 = self.shares.iter().sum();
        self.shares.iter_mut().for_each(|share| *share /= sum);
    }

    fn script(&mut self, word: &str) {
        let likely = match word.chars().find_map(people_of_letter) {
            Some(Origin::Khmer) => &likely::KHMER_SCRIPT,
            Some(Origin::Cham) => &likely::CHAM_SCRIPT,
            Some(_) => &likely::OTHER_SCRIPT,
            None => return,
        };
        self.add(likely, OriginEvidence::Script);
    }

    fn word(&mut self, normal: &str, unmarked: bool) {
        if normal.chars().any(|c| matches!(c, 'ĕ' | 'ŏ' | 'ĭ' | 'ŭ' | 'č' | 'ñ' | 'ƀ')) {
            return self.add(&likely::HIGHLAND_LETTER, OriginEvidence::Spelling);
        }
        if !normal.chars().all(crate::text::is_alphabetic) || normal.chars().nth(1).is_none() {
            return;
        }
        let listed = if unmarked {
            lexicon::part_by_fold(normal).is_some()
        } else {
            lexicon::part(normal).is_some()
        };
        if listed {
            self.add(&likely::LISTED_WORD, OriginEvidence::CommonWords);
        } else if Syllable::parse(normal).is_some() {
            self.add(&likely::UNLISTED_WORD, OriginEvidence::Spelling);
        } else if normal.chars().all(|c| people_of_letter(c).is_none()) {
            self.add(&likely::FOREIGN_WORD, OriginEvidence::Spelling);
        }
    }

    fn surname(&mut self, normal: &str, unmarked: bool) {
        if normal.is_empty() {
            return;
        }
        let claim = KhmerSurname::of(normal).map(KhmerSurname::claim);
        let facts = if unmarked {
            lexicon::facts_by_fold(lexicon::FoldKey::of(normal))
        } else {
            lexicon::facts(normal)
        };
        let few = |facts: &WordFacts| facts.as_surname() < 1e-3;
        let likely = match (claim, facts) {
            // Without marks Chau may be Châu.
            (Some(SurnameClaim::Only), _) if unmarked && normal == "chau" => &likely::KHMER_MOSTLY,
            (Some(SurnameClaim::Only), _) => &likely::KHMER_ONLY,
            (Some(SurnameClaim::Mostly), _) => &likely::KHMER_MOSTLY,
            (Some(SurnameClaim::Also), _) => &likely::KHMER_ALSO,
            (None, Some(facts)) if facts.is_cham_surname() && few(&facts) => &likely::CHAM_MOSTLY,
            (None, Some(facts)) if facts.is_cham_surname() => &likely::CHAM_ALSO,
            (None, Some(facts)) if facts.is_highland_clan() && few(&facts) => &likely::CLAN,
            (None, Some(facts)) if facts.is_northern_or_hoa() && few(&facts) => {
                &likely::NORTH_OR_HOA
            }
            (None, Some(facts)) if facts.is_surname() => &likely::KINH_SURNAME,
            _ => return,
        };
        self.add(likely, OriginEvidence::Surname);
    }

    /// H', K', Y and A of the highlands; Ja and Mư of old Chăm names (facts: vietnamese.md 0.9).
    fn particles(&mut self, name: &Name<'_>) {
        let clan = |word: &str| super::word::spells(word, "y") || super::word::spells(word, "h");
        // Y Bih: a particle and what it stands before. A last word Y is a name.
        let two = name.given().contains(char::is_whitespace);
        for part in name.parts() {
            let apostrophe = part.text.chars().position(super::word::is_apostrophe);
            if apostrophe == Some(1) || two && part.role == NameRole::Given && clan(part.text) {
                return self.add(&likely::PARTICLE, OriginEvidence::Particle);
            }
        }
        let Some(first) = name.syllables().next() else { return };
        let alone = name.len() > 1 && first.chars().nth(1).is_none();
        if alone && name.surname().is_empty() {
            self.add(&likely::PARTICLE, OriginEvidence::Particle);
        } else if super::word::spells(first, "ja") || super::word::spells(first, "mư") {
            self.add(&likely::CHAM_PARTICLE, OriginEvidence::Particle);
        }
    }

    fn decide(&self) -> NameOrigin {
        let rows = self.shares.iter().zip(ORIGINS).zip(self.told);
        let best = rows.max_by(|a, b| a.0.0.total_cmp(b.0.0));
        match best {
            Some(((&certainty, origin), told)) if certainty >= SURE && told != 0 => {
                NameOrigin { origin, certainty: certainty.min(0.999), evidence: told }
            }
            _ => NameOrigin { origin: Origin::Unknown, certainty: 0.0, evidence: 0 },
        }
    }
}

/// Whose letter it is, of the scripts of one people.
fn people_of_letter(c: char) -> Option<Origin> {
    match c {
        '\u{1780}'..='\u{17FF}' | '\u{19E0}'..='\u{19FF}' => Some(Origin::Khmer),
        '\u{AA00}'..='\u{AA5F}' => Some(Origin::Cham),
        '\u{AA80}'..='\u{AADF}' => Some(Origin::OtherMinority),
        _ => None,
    }
}

#[cfg(test)]
#[path = "origin_tests.rs"]
mod tests;
