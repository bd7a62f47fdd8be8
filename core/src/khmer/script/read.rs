//! Spoken syllables as sounds; a text as its ways of being read.

use super::cluster::{Item, Items};
use super::letter::{Sign, at, letter, place, sign, vowel};
use super::syllable::{Choices, Spoken, Units, assign, push, speak};
use super::unit::{End, Unit};
use crate::khmer::{Consonant, KhmerSyllable, Reading, Readings, Vowel};
use crate::text::is_invisible;
use smallvec::{SmallVec, smallvec};

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
    for choice in Choices::ALL {
        if seen.holds(choice) {
            let other = read(text, choice, &mut Choices::default());
            if !readings.contains(&other) {
                readings.push(other);
            }
        }
    }
    readings.retain(|reading| !reading.is_empty());
    readings
}

fn read(text: &str, take: Choices, seen: &mut Choices) -> Reading {
    let mut reading = Reading::new();
    let mut stopped = false;
    each_part(text, take, seen, |part| {
        if let Part::Word(word) = part {
            reading.extend(word.iter().map(heard));
            stopped = word.last().is_some_and(|last| last.end == End::Stop);
        }
    });
    if stopped {
        seen.add(Choices::OPEN_END);
        // Official Latin writes -ak (រតនៈ Ratanak).
        if let Some(last) = reading.last_mut().filter(|_| !take.holds(Choices::OPEN_END)) {
            last.coda = Some(Consonant::K);
        }
    }
    reading
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
