//! Surname, middle, given: which words of a name are which.
//!
//! The order is surname, middle, given; only the first and the last word are sure. Surnames of
//! several syllables are those of `data/surnames.tsv`; clan names of Ê Đê and Mnông stand last
//! (facts: vietnamese.md 0.9, 3). Names that begin with the given name: [`super::order`].

use super::order;
use super::token::Token;
use super::word::{facts_as_written, spells};
use crate::lexicon::{self, Compound, FoldKey, WordFacts};
use crate::syllable::Syllable;

/// Words of each part, as ranges of token numbers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Division {
    pub(super) surname: (u32, u32),
    pub(super) middle: (u32, u32),
    pub(super) given: (u32, u32),
    /// How sure it is that the given name stands first, if that is how it was divided.
    pub(super) turned: Option<f32>,
}

impl Division {
    /// Surname of some words at the front, given name from some word on.
    fn forward(surname: u32, given: u32, len: u32) -> Self {
        Self { surname: (0, surname), middle: (surname, given), given: (given, len), turned: None }
    }
}

/// The particle before a personal name of the Central Highlands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Particle {
    /// Y: men of Ê Đê, Mnông, Gia Rai; women of Xơ Đăng, Giẻ-Triêng, Ba Na.
    Y,
    /// A: men of Xơ Đăng, Giẻ-Triêng, Ba Na.
    A,
    /// H, H', H'Hen: women of Ê Đê, Mnông, Gia Rai.
    H,
    /// K without its apostrophe: Cơ Ho, Mạ.
    K,
}

keys! { THI "thi", VAN "van" }

/// Divides the words of one name, and marks particles as words of their own.
pub(super) fn divide(text: &str, name: &mut [Token]) -> Division {
    let len = u32::try_from(name.len()).unwrap_or(u32::MAX);
    let (Some(&first), Some(&last)) = (name.first(), name.last()) else {
        return Division::default();
    };
    if len == 1 {
        return Division { given: (0, 1), ..Division::default() };
    }
    let facts = first.facts();
    let surname = match facts {
        Some(facts) if facts.heads_compound() => leading_compound(text, name),
        _ => 1,
    };
    if surname == 1
        && let Some(particle) = particle(text, first)
        && let Some(division) = personal(text, name, particle)
    {
        if let Some(first) = name.first_mut() {
            *first = first.particle();
        }
        return division;
    }
    if surname == 1
        && let Some((order, certainty)) = order::turned(text, name, facts, last)
    {
        return match order {
            order::Order::SurnameLast => Division {
                surname: (len - 1, len),
                middle: (1, len - 1),
                given: (0, 1),
                turned: Some(certainty),
            },
            order::Order::SurnameSecond => Division {
                surname: (1, 2),
                middle: (2, len),
                given: (0, 1),
                turned: Some(certainty),
            },
        };
    }
    let rare = |facts: WordFacts| facts.is_highland_clan() && facts.as_surname() < 0.001;
    if (surname > 1 || facts.is_some_and(rare)) && len > surname + 1 {
        // Siu H Nun is Siu H'Nun.
        let at = name.len() - 2;
        if let Some(word) = name.get_mut(at)
            && matches!(particle_letter(text, *word), Some(Particle::H | Particle::Y))
        {
            *word = word.particle();
            return Division::forward(surname, len - 2, len);
        }
    }
    Division::forward(surname, len - 1, len)
}

/// Particles are always written without marks.
fn particle(text: &str, first: Token) -> Option<Particle> {
    if first.has_apostrophe() {
        return first.text(text).starts_with(['H', 'h']).then_some(Particle::H);
    }
    particle_letter(text, first)
}

fn particle_letter(text: &str, word: Token) -> Option<Particle> {
    if !word.is_letter() || word.is_dotted() {
        return None;
    }
    match word.text(text) {
        "Y" | "y" => Some(Particle::Y),
        "A" | "a" => Some(Particle::A),
        "H" | "h" => Some(Particle::H),
        "K" | "k" => Some(Particle::K),
        _ => None,
    }
}

/// A name that begins with a particle: the clan stands last, or there is none (Ba Na, Xơ Đăng,
/// Giẻ-Triêng).
fn personal(text: &str, name: &[Token], particle: Particle) -> Option<Division> {
    let (_, tail) = name.split_first()?;
    let (second, last) = (tail.first()?, tail.last()?);
    let len = u32::try_from(name.len()).ok()?;
    // A and Y are surnames too, and H and K begin some: a marker then follows.
    let marker = matches!(second.key(), THI | VAN);
    let clan = if particle == Particle::K { 0 } else { trailing_clan(text, tail) };
    let foreign = |word: &Token| Syllable::check(word.text(text)).is_err();
    let clan = match particle {
        _ if clan > 0 => clan,
        _ if marker => return None,
        Particle::A => 0,
        // What is no Vietnamese syllable may be a clan that is not listed.
        Particle::Y | Particle::H => u32::from(len > 2 && foreign(last) && !last.is_abbreviated()),
        Particle::K if len == 2 && foreign(second) => {
            return Some(Division { surname: (0, 1), given: (1, 2), ..Division::default() });
        }
        Particle::K => return None,
    };
    let spelled_out = name.first().is_some_and(|first| first.has_apostrophe());
    if clan == 0 && particle == Particle::H && !spelled_out && !(len == 2 && foreign(second)) {
        // A plain H before Vietnamese words is a surname cut short.
        return None;
    }
    // H'Hen Hmok: two words of which the second is no Vietnamese one.
    let clan = if clan == 0 && spelled_out && len == 2 { u32::from(foreign(last)) } else { clan };
    let own = len - clan;
    Some(Division { surname: (own, len), middle: (0, 0), given: (0, own), turned: None })
}

/// How many words at the end are a clan name.
fn trailing_clan(text: &str, tail: &[Token]) -> u32 {
    let Some(last) = tail.last() else { return 0 };
    let Some(facts) = last.facts() else { return 0 };
    if facts.ends_compound() {
        for compound in lexicon::compounds() {
            let words = compound.keys().len();
            let end = tail.len().checked_sub(words).and_then(|at| tail.get(at..));
            if end.is_some_and(|end| is_compound(text, end, compound)) {
                return u32::try_from(words).unwrap_or(1);
            }
        }
    }
    let word = last.text(text);
    // Hiên is a clan, Hiền is not.
    let clan = facts.is_highland_clan()
        && (word.is_ascii()
            || facts_as_written(word).is_some_and(|facts| facts.is_highland_clan()));
    u32::from(clan)
}

/// How many words at the front are the surname; a given name always remains.
fn leading_compound(text: &str, name: &[Token]) -> u32 {
    for compound in lexicon::compounds() {
        let words = compound.keys().len();
        if words < name.len() && is_compound(text, name.get(..words).unwrap_or_default(), compound)
        {
            return u32::try_from(words).unwrap_or(1);
        }
    }
    1
}

/// Do the words spell the compound? Unmarked words do if their first is no common surname alone:
/// HOANG PHU is Hoàng with a middle name.
fn is_compound(text: &str, words: &[Token], compound: &Compound) -> bool {
    if !words.iter().map(|word| word.key()).eq(compound.keys().iter().copied()) {
        return false;
    }
    let written = words.iter().map(|word| word.text(text));
    if written.clone().zip(compound.text.split(' ')).all(|(word, part)| spells(word, part)) {
        return true;
    }
    let rare = |word: &Token| word.facts().is_none_or(|facts| facts.as_surname() < 0.001);
    words.first().is_some_and(rare) && written.clone().all(str::is_ascii)
}

/// The surname that a first word probably means when it is a known misspelling.
pub(super) fn meant_surname(text: &str, first: Token) -> Option<&'static str> {
    if !first.facts()?.may_be_misspelled() {
        return None;
    }
    let word = first.text(text);
    let mut known = lexicon::misspellings(first.key());
    known.find(|known| known.meant != word && spells(word, known.wrong)).map(|known| known.meant)
}
