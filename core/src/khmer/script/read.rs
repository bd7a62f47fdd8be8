//! Spoken syllables as sounds; a text as its ways of being read.

use super::cluster::{Item, Items};
use super::letter::{Sign, at, letter, place, sign, vowel};
use super::number::Number;
use super::syllable::{Choices, Spoken, Units, assign, push, speak};
use super::unit::{End, Unit};
use crate::khmer::skeleton::{class, skeleton};
use crate::khmer::{Consonant, KhmerSyllable, Reading, Readings, Vowel};
use crate::text::is_invisible;
use smallvec::{SmallVec, smallvec};

const MOST_READINGS: usize = 4;

/// A part of a text: a word in syllables, or a character that belongs to none.
pub(super) enum Part<'a> {
    Word(&'a [Spoken]),
    Loose(char),
}

/// Cuts a text into its words and what stands between them. `seen` gathers where it could have
/// been read otherwise than `take` says.
pub(super) fn each_part(
    text: &str,
    take: Choices,
    seen: &mut Choices,
    mut part: impl FnMut(Part<'_>),
) {
    const LEK_TOO: char = 'ៗ';
    let mut units = Units::new();
    let mut word = SmallVec::<[Spoken; 8]>::new();
    let mut end = |units: &mut Units, part: &mut dyn FnMut(Part<'_>), again: bool| {
        if !units.is_empty() {
            assign(units, take, seen);
            word.clear();
            speak(units, |one| word.push(one));
            units.clear();
            part(Part::Word(&word));
        }
        if again && !word.is_empty() {
            part(Part::Word(&word));
            // A second mark repeats nothing more: text stays linear in what is written.
            word.clear();
        }
    };
    for item in Items(text.chars()) {
        match item {
            Item::Cluster(cluster) => {
                if let Some(unit) = Unit::of(&cluster) {
                    push(&mut units, unit);
                }
            }
            Item::Loose(LEK_TOO) => end(&mut units, &mut part, true),
            Item::Loose(c) if place(c).is_some() || !units.is_empty() && is_invisible(c) => {}
            Item::Loose(c) => {
                end(&mut units, &mut part, false);
                part(Part::Loose(c));
            }
        }
    }
    end(&mut units, &mut part, false);
}

/// The ways to read Khmer script, likeliest first; words are joined, other scripts passed over.
pub(crate) fn read_script(text: &str) -> Readings {
    let mut seen = Choices::default();
    let mut readings: Readings = smallvec![read(text, Choices::default(), &mut seen)];
    for take in Choices::OTHERS {
        if seen.holds(take) {
            add(&mut readings, read(text, take, &mut Choices::default()));
        }
    }
    readings.retain(|reading| !reading.is_empty());
    readings
}

/// Adds a reading. Of more than four one goes that another shares its keys with, the least likely
/// first: a reading with keys of its own finds a name, one without only grades it.
fn add(readings: &mut Readings, other: Reading) {
    if readings.contains(&other) {
        return;
    }
    if readings.len() >= MOST_READINGS {
        let keys: SmallVec<[_; MOST_READINGS]> =
            readings.iter().map(|reading| skeleton(reading, class)).collect();
        let spare = (1..keys.len())
            .rev()
            .find(|&at| keys.iter().take(at).any(|before| Some(before) == keys.get(at)));
        match spare {
            Some(at) if !keys.contains(&skeleton(&other, class)) => drop(readings.remove(at)),
            _ => return,
        }
    }
    readings.push(other);
}

fn read(text: &str, take: Choices, seen: &mut Choices) -> Reading {
    let mut reading = Reading::new();
    let mut stopped = false;
    let mut number = Number::default();
    let mut also = Choices::default();
    each_part(text, take, seen, |part| match part {
        Part::Word(word) => {
            number.end(|word| each_part(word, take, &mut also, |part| hear(part, &mut reading)));
            hear(Part::Word(word), &mut reading);
            stopped = word.last().is_some_and(|last| last.end == End::Stop);
        }
        Part::Loose(c) if is_invisible(c) => {}
        Part::Loose(c) => {
            if !number.take(c) {
                number
                    .end(|word| each_part(word, take, &mut also, |part| hear(part, &mut reading)));
                number.take(c);
            }
        }
    });
    if number.end(|word| each_part(word, take, &mut also, |part| hear(part, &mut reading))) {
        stopped = false;
    }
    if stopped {
        seen.add(Choices::END);
        // Official Latin writes -ak (រតនៈ Ratanak).
        if let Some(last) = reading.last_mut().filter(|_| !take.holds(Choices::END)) {
            last.coda = Some(Consonant::K);
        }
    }
    reading
}

fn hear(part: Part<'_>, reading: &mut Reading) {
    if let Part::Word(word) = part {
        reading.extend(word.iter().map(heard));
    }
}

fn heard(spoken: &Spoken) -> KhmerSyllable {
    let mut onset = [None; 3];
    let sounds = spoken.onset().iter().filter_map(|&one| letter(one).sound);
    onset.iter_mut().zip(sounds).for_each(|(slot, sound)| *slot = Some(sound));
    let coda = match spoken.end {
        End::M => Some(Consonant::M),
        End::H => Some(Consonant::H),
        End::Stop => Some(Consonant::Glottal),
        End::K => Some(Consonant::K),
        End::Y => Some(Consonant::Y),
        End::Open => spoken.coda.and_then(|one| letter(one).coda),
    };
    let vowel = vowel_of(spoken).vowel;
    // A glide that only ends a diphthong is in the vowel, as Latin spellings have it.
    let (vowel, coda) = match (vowel, coda) {
        (Vowel::A | Vowel::Ai, Some(Consonant::Y)) => (Vowel::Ai, None),
        (Vowel::Ei, Some(Consonant::Y)) => (Vowel::Ei, None),
        (Vowel::A | Vowel::Ao, Some(Consonant::V)) => (Vowel::Ao, None),
        (Vowel::O | Vowel::U | Vowel::Ov, Some(Consonant::V)) => (Vowel::Ov, None),
        other => other,
    };
    KhmerSyllable { onset, vowel, coda }
}

/// The vowel as its coda colours it.
pub(super) fn vowel_of(spoken: &Spoken) -> Sign {
    let coda = spoken.coda.and_then(|one| letter(one).coda);
    let kind = match spoken.vowel {
        vowel::AA if spoken.short => vowel::SHORT_AA,
        kind => kind,
    };
    let plain = *sign(kind, spoken.second);
    let pali = spoken.below.is_some();
    use Consonant::{C, K, N, Ng, Nh, T, V, Y};
    match (kind, spoken.second, coda) {
        (vowel::E, true, Some(C | Nh)) => Sign { vowel: Vowel::I, common: "i", ..plain },
        (vowel::SHORT_AA | vowel::SAMYOK, true, Some(K | Ng)) => {
            Sign { vowel: Vowel::Ia, common: "ea", ungegn: "eă" }
        }
        (vowel::SAMYOK, false, Some(Y)) => Sign { vowel: Vowel::Ai, ..plain },
        (vowel::SAMYOK, true, Some(Y)) => Sign { vowel: Vowel::Ei, common: "e", ..plain },
        // Short a of Pali: ភក្ត្រ, វណ្ណ, រដ្ឋ.
        (vowel::INHERENT, true, Some(K)) if pali => {
            Sign { vowel: Vowel::Ia, common: "ea", ..plain }
        }
        (vowel::INHERENT, true, Some(N | T)) if pali && spoken.coda != Some(at::NO) => {
            Sign { vowel: Vowel::Oa, common: "a", ..plain }
        }
        (vowel::INHERENT, true, Some(N)) if spoken.below == Some(at::THO) => {
            Sign { vowel: Vowel::U, common: "u", ..plain }
        }
        (vowel::INHERENT, second, _) if spoken.short => {
            Sign { common: "o", ungegn: if second { "ó" } else { "á" }, ..plain }
        }
        (vowel::Y, _, _) if spoken.coda == Some(at::MO) => {
            Sign { vowel: Vowel::I, common: "i", ..plain }
        }
        // Official Latin writes -ak in either series: វីរៈ Virak.
        (vowel::YUUKALEAPINTU, true, _) => Sign { vowel: Vowel::A, common: "a", ..plain },
        (vowel::AE, _, Some(V)) => Sign { common: "e", ..plain },
        _ => plain,
    }
}
