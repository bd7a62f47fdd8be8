//! What the words of a name tell about the person's sex.

use super::Name;
use super::token::Token;
use crate::clean::normalize;
use crate::lexicon::{self, FoldKey, WordFacts};
use core::fmt;

keys! { K "k'", KA "ka", JA "ja", MU "mu", THI "thi", VAN "van" }

/// Evidence about a person's sex in a name: see [`Name::sex_hint`].
#[derive(Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct SexHint<'a> {
    /// How probable a woman's name it is, 0.001 to 0.999, where half of all are women's.
    pub p_female: f32,
    /// The word that tells most, as written.
    pub evidence: &'a str,
}

/// Shows the probability, no word.
impl fmt::Debug for SexHint<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SexHint").field("p_female", &self.p_female).finish_non_exhaustive()
    }
}

/// The surest anybody may be of a name.
const LIMITS: (f32, f32) = (0.001, 0.999);
/// A surname or particle of one sex is now and then written for the other (inferred).
const ONE_SEX: f32 = 0.98;
/// K' and Ka are less sure: clerks gave K' to women (facts: vietnamese.md 3).
const OFTEN: f32 = 0.9;
/// How much words count after the first middle one, which were counted in another place, and the
/// given name beside Thị or Văn, which decide: Thị Dũng is a woman (inferred).
const LITTLE: f32 = 0.5;

fn little(p_female: f32) -> f32 {
    0.5 + (p_female - 0.5) * LITTLE
}

/// Multiplies the odds that each word tells. The lists that were counted hold as many women as men
/// (19,759 of 39,430), so that nothing is said before the first word.
struct Product<'a> {
    odds: f32,
    /// Of the word that tells most, how far from even, 1 and above.
    most: f32,
    evidence: Option<&'a str>,
}

impl<'a> Product<'a> {
    fn add(&mut self, word: &'a str, p_female: f32) {
        let odds = p_female / (1.0 - p_female);
        // Long names never leave the range of numbers.
        self.odds = (self.odds * odds).clamp(1e-9, 1e9);
        let far = odds.max(1.0 / odds);
        if far > self.most {
            (self.most, self.evidence) = (far, Some(word));
        }
    }
}

pub(super) fn hint<'a>(name: &Name<'a>) -> Option<SexHint<'a>> {
    if name.unknown {
        return None;
    }
    let mut told = Product { odds: 1.0, most: 0.0, evidence: None };
    let unmarked = name.syllables().all(str::is_ascii);
    let words = |(first, end): (u32, u32)| name.tokens.get(first as usize..end as usize);
    let surname = words(name.division.surname).unwrap_or_default();
    let given = words(name.division.given).unwrap_or_default();
    let facts = |token: &Token| {
        if !token.is_full() {
            None
        } else if unmarked {
            token.facts()
        } else {
            lexicon::facts(&normalize(token.text(name.text)))
        }
    };
    if let Some(p_female) = surname_women(surname, facts) {
        told.add(name.surname(), p_female);
    }
    for token in name.tokens.first().into_iter().chain(given.first()) {
        let word = token.text(name.text);
        if let Some(p_female) = particle_women(word, *token, surname)
            && told.evidence != Some(word)
        {
            told.add(word, p_female);
        }
    }
    let mut decided = false;
    for (at, token) in words(name.division.middle).unwrap_or_default().iter().enumerate() {
        if let Some(p_female) = facts(token).and_then(WordFacts::middle_women) {
            let decides = matches!(token.key(), THI | VAN);
            let whole = at == 0 || decides;
            told.add(token.text(name.text), if whole { p_female } else { little(p_female) });
            decided |= decides;
        }
    }
    if let Some(token) = given.last()
        && let Some(p_female) = facts(token).and_then(WordFacts::given_women)
    {
        told.add(token.text(name.text), if decided { little(p_female) } else { p_female });
    }
    let p_female = told.odds / (1.0 + told.odds);
    let evidence = told.evidence?;
    Some(SexHint { p_female: p_female.clamp(LIMITS.0, LIMITS.1), evidence })
}

/// Chau and Néang, Điểu and Thị, Tôn Thất and Tôn Nữ.
fn surname_women(surname: &[Token], facts: impl Fn(&Token) -> Option<WordFacts>) -> Option<f32> {
    let women = match surname {
        [only] => facts(only)?.surname_women()?,
        words => {
            let keys = || words.iter().map(|word| word.key());
            let of = lexicon::compounds().iter();
            of.clone().find(|compound| keys().eq(compound.keys().iter().copied()))?.women?
        }
    };
    Some(if women > 0.5 { ONE_SEX } else { 1.0 - ONE_SEX })
}

/// The particle of the Central Highlands or of old Chăm names that a word is or begins with, and
/// the sex it tells. Y tells none without a clan: men bear it in Ê Đê, Mnông and Gia Rai, women in
/// Xơ Đăng, Giẻ-Triêng and Ba Na, who have no surname (facts: vietnamese.md 0.9).
fn particle_women(word: &str, token: Token, surname: &[Token]) -> Option<f32> {
    let starts = |letters: [char; 2]| word.starts_with(letters);
    let alone = token.is_letter() && !token.is_dotted() && !token.is_abbreviated();
    let with_apostrophe = token.has_apostrophe();
    match token.key() {
        K => Some(1.0 - OFTEN),
        KA if word.is_ascii() => Some(OFTEN),
        JA if word.is_ascii() => Some(1.0 - ONE_SEX),
        MU if !word.is_ascii() && super::word::spells(word, "mư") => Some(ONE_SEX),
        _ if starts(['H', 'h']) && (alone || with_apostrophe) => Some(ONE_SEX),
        _ if starts(['K', 'k']) && with_apostrophe => Some(1.0 - OFTEN),
        _ if starts(['A', 'a']) && alone && surname.is_empty() => Some(1.0 - ONE_SEX),
        _ if starts(['Y', 'y']) && alone && is_clan(surname) => Some(1.0 - ONE_SEX),
        _ => None,
    }
}

fn is_clan(surname: &[Token]) -> bool {
    match surname {
        [only] => only.facts().is_none_or(WordFacts::is_highland_clan),
        words => !words.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn women(text: &str) -> Option<f32> {
        Name::parse(text).sex_hint().map(|hint| hint.p_female)
    }

    /// Facts: vietnamese.md 3 and data/middle_given.tsv (Thị 0.999, Văn 0.002, Hữu and Đình 0.01,
    /// Ngọc 0.48).
    #[test]
    fn markers_say_most() {
        let near = |text: &str, want: f32, by: f32| {
            let got = women(text).unwrap();
            assert!((got - want).abs() <= by, "{text}: {got}");
        };
        near("Nguyễn Thị X", 0.999, 0.001);
        near("Nguyễn Văn X", 0.002, 0.002);
        near("Nguyễn Hữu X", 0.01, 0.005);
        near("Nguyễn Đình X", 0.012, 0.005);
        near("Nguyễn Ngọc X", 0.48, 0.01);
        near("Nguyễn Thị Dũng", 0.95, 0.05);
        near("NGUYEN THI DUNG", 0.99, 0.01);
        near("Nguyễn Trang", 0.98, 0.01);
    }

    /// Facts: vietnamese.md 0.9, 3; data/surnames.tsv.
    #[test]
    fn surnames_and_particles_of_one_sex() {
        for (text, woman) in [
            ("Chau Sóc", Some(false)),
            ("Néang Sóc", Some(true)),
            ("Điểu Krăk", Some(false)),
            ("Thị Krăk", Some(true)),
            ("Tôn Thất Kha", Some(false)),
            ("Công Tằng Tôn Nữ Kha", Some(true)),
            ("Y Bih Niê", Some(false)),
            ("Y Bih Niê Kdăm", Some(false)),
            ("Y Plêr", None),
            ("A Brol", Some(false)),
            ("H'Bia Niê", Some(true)),
            ("Siu H Nun", Some(true)),
            ("Rơ Châm H'Yéo", Some(true)),
            ("Ka Prơi", Some(true)),
            ("K' Prơi", Some(false)),
            ("K'Prơi", Some(false)),
            ("Giàng A Krơ", Some(false)),
            ("Mư Krơ", Some(true)),
        ] {
            assert_eq!(women(text).map(|p| p > 0.5), woman, "{text}");
        }
    }

    #[test]
    fn what_is_cut_short_or_not_known_says_nothing() {
        for text in ["", "không rõ", "Trau Krơ", "Ng. T. X", "Nguyễn T. H?a"] {
            assert_eq!(women(text), None, "{text}");
        }
    }

    #[test]
    fn the_evidence_is_the_word_that_says_most() {
        let evidence = |text| Name::parse(text).sex_hint().map(|hint| hint.evidence);
        assert_eq!(evidence("Lê THỊ Anh"), Some("THỊ"));
        assert_eq!(evidence("Lê Ngọc Trang"), Some("Trang"));
        assert_eq!(evidence("Tôn Nữ Anh"), Some("Tôn Nữ"));
        assert!(!alloc::format!("{:?}", Name::parse("Lê Thị Anh").sex_hint()).contains("Th"));
    }
}
