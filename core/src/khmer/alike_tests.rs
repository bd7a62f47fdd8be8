//! Readings built by hand: what is nearer than what, by facts khmer.md 4.

use super::*;
use crate::khmer::sound::{Consonant as C, Reading, Vowel as V};
use proptest::prelude::*;

/// `"sr Ei"` is one syllable, `"s A, r Ei"` two: onset letters, vowel, coda.
fn reading(text: &str) -> Reading {
    text.split(", ")
        .map(|syllable| {
            let mut parts = syllable.split(' ');
            let mut onset = [None; 3];
            let first = parts.next().unwrap();
            let consonants = first.split('-').filter(|part| !part.is_empty());
            onset.iter_mut().zip(consonants).for_each(|(slot, part)| *slot = Some(consonant(part)));
            let vowel = vowel(parts.next().unwrap());
            KhmerSyllable { onset, vowel, coda: parts.next().map(consonant) }
        })
        .collect()
}

fn consonant(text: &str) -> C {
    const ALL: [(&str, C); 24] = [
        ("k", C::K),
        ("kh", C::Kh),
        ("g", C::G),
        ("ng", C::Ng),
        ("c", C::C),
        ("ch", C::Ch),
        ("nh", C::Nh),
        ("d", C::D),
        ("t", C::T),
        ("th", C::Th),
        ("n", C::N),
        ("b", C::B),
        ("p", C::P),
        ("ph", C::Ph),
        ("f", C::F),
        ("m", C::M),
        ("y", C::Y),
        ("r", C::R),
        ("l", C::L),
        ("v", C::V),
        ("s", C::S),
        ("z", C::Z),
        ("h", C::H),
        ("q", C::Glottal),
    ];
    ALL.iter().find(|(name, _)| *name == text).unwrap().1
}

fn vowel(text: &str) -> V {
    VOWELS.iter().find(|vowel| format!("{vowel:?}") == text).copied().unwrap()
}

const VOWELS: [V; 17] = [
    V::None,
    V::A,
    V::Ia,
    V::E,
    V::Ae,
    V::I,
    V::Ei,
    V::Ai,
    V::Oe,
    V::Oeu,
    V::U,
    V::O,
    V::Or,
    V::Uo,
    V::Oa,
    V::Ao,
    V::Ov,
];

fn compare(a: &str, b: &str) -> KhmerSimilarity {
    let one = |text: &str| Readings::from_iter([reading(text)]);
    readings_similarity(&one(a), &one(b))
}

fn score(a: &str, b: &str) -> f32 {
    compare(a, b).score
}

#[test]
fn one_sound_is_one() {
    let same = compare("s O k, kh A", "s O k, kh A");
    assert_eq!(same.score, 1.0);
    assert!(same.reasons().eq([SoundReason::SameSound]));
}

#[test]
fn nothing_to_compare_is_zero() {
    let none = readings_similarity(&Readings::new(), &Readings::from_iter([reading("s O k")]));
    assert_eq!(none.score, 0.0);
    assert!(none.reasons().eq([SoundReason::NoSound]));
}

/// Each line: a name, a spelling that clerks confuse it with, another name.
#[test]
fn what_clerks_confuse_is_nearer_than_another_name() {
    for (name, variant, other) in [
        // Coda n, l, ng; stops among themselves; never n for a stop.
        ("s A, r Oeu l", "s A, r Oeu ng", "s A, r Oeu t"),
        ("c A n", "c A nh", "c A m"),
        ("s O k", "s O c", "s O n"),
        // Sa Rây for Srây is nothing; Sothea and Sotheara are two.
        ("s-r Ei", "s A, r Ei", "s-r Ei, r A"),
        ("s O, th Ia", "s O, th E", "s O, th Ia, r A"),
        // The coda that the next onset repeats.
        ("s O k, kh A", "s O, kh A", "s O m, kh A"),
        ("v A n, n A", "v A, n A", "v A, r A"),
        // r in clusters is lost by ear.
        ("p-r O m", "p O m", "p-r O k"),
        // ch and tr; kh and k; b and p; t, th and đ; d as y.
        ("c A n", "ch A n", "t A n"),
        ("s O, kh O n", "s O, k O n", "s O, m O n"),
        ("b U n", "p U n", "h U n"),
        ("d A, r A", "t A, r A", "n A, r A"),
        ("y Oeu l", "d Oeu l", "m Oeu l"),
        // ia, iê, e; ư, ơ, ươ; o, ô, u; i, ây.
        ("m Ia s", "m E s", "m U s"),
        ("s Oeu n", "s Oe n", "s A n"),
        ("s O k", "s U k", "s I k"),
        ("s-r Ei", "s-r I", "s-r A"),
        // Final r and s are silent.
        ("s O, ph Ia", "s O, ph Ia r", "s O, ph Ia p"),
    ] {
        let (near, far) = (score(name, variant), score(name, other));
        assert!(near > far + 0.05, "{name}: {variant} {near}, {other} {far}");
    }
}

/// The order in which clerks confuse sounds (facts khmer.md 4) is the order of the scores.
#[test]
fn often_confused_is_nearer_than_seldom_confused() {
    for (name, often, seldom) in [
        ("c A n", "c A nh", "c A l"),
        ("s O k", "s O c", "s O t"),
        ("kh O n", "k O n", "h O n"),
        ("th I", "t I", "s I"),
        ("n A", "nh A", "l A"),
    ] {
        assert!(score(name, often) > score(name, seldom), "{name}: {often}, {seldom}");
    }
}

#[test]
fn reasons_say_what_differs() {
    use SoundReason::*;
    for (a, b, want) in [
        ("s O k", "s O c", vec![HeardEnd]),
        ("c A n", "ch A n", vec![HeardStart]),
        ("m Ia s", "m E s", vec![HeardVowel]),
        ("s-r Ei", "s A, r Ei", vec![LightSound]),
        ("s O n", "s O m", vec![OtherConsonant]),
        ("s O n", "s I n", vec![OtherVowel]),
        ("s O, th Ia", "s O, th Ia, r A", vec![SoundMissing]),
    ] {
        assert!(compare(a, b).reasons().eq(want.iter().copied()), "{a}, {b}");
    }
}

/// The nearest readings decide; a less likely one costs a little.
#[test]
fn the_nearest_readings_decide() {
    let both = Readings::from_iter([reading("t-r A n"), reading("c A n")]);
    let one = Readings::from_iter([reading("c A n")]);
    let found = readings_similarity(&both, &one).score;
    assert!(found > 0.9 && found < 1.0, "{found}");
}

#[test]
fn a_name_without_end_is_cut() {
    let long: Reading = reading("s A n").into_iter().cycle().take(10_000).collect();
    let long = Readings::from_iter([long]);
    assert_eq!(readings_similarity(&long, &long).score, 1.0);
}

#[test]
fn debug_shows_score_and_reasons() {
    let text = format!("{:?}", compare("s O k", "s O k"));
    assert_eq!(text, "KhmerSimilarity { score: 1.0, reasons: [SameSound] }");
}

/// Onset, vowel, coda; each by its place in a list.
type Drawn = (Vec<usize>, usize, Option<usize>);

fn any_readings() -> impl Strategy<Value = Vec<Vec<Drawn>>> {
    let onset = proptest::collection::vec(0..24usize, 0..=3);
    let syllable = (onset, 0..VOWELS.len(), proptest::option::of(0..24usize));
    proptest::collection::vec(proptest::collection::vec(syllable, 1..=14), 0..=4)
}

fn build(drawn: &[Vec<Drawn>]) -> Readings {
    let names: Vec<&str> =
        "k kh g ng c ch nh d t th n b p ph f m y r l v s z h q".split(' ').collect();
    let syllable = |(consonants, vowel, coda): &Drawn| {
        let mut onset = [None; 3];
        let drawn = consonants.iter().map(|&at| consonant(names[at]));
        onset.iter_mut().zip(drawn).for_each(|(slot, c)| *slot = Some(c));
        KhmerSyllable { onset, vowel: VOWELS[*vowel], coda: coda.map(|at| consonant(names[at])) }
    };
    drawn.iter().map(|reading| reading.iter().map(syllable).collect::<Reading>()).collect()
}

proptest! {
    /// Giving up early gives up nobody that reaches the floor, and changes no score.
    #[test]
    fn what_reaches_the_floor_is_what_it_was(
        a in any_readings(), b in any_readings(), floor in 0.05f32..=1.0,
    ) {
        let (a, b) = (build(&a), build(&b));
        for (a, b) in [(&a, &b), (&a, &a)] {
            let whole = readings_similarity(a, b);
            let found = similarity_from(a, b, floor);
            prop_assert_eq!(found, Some(whole).filter(|whole| whole.score >= floor));
        }
    }

    #[test]
    fn it_does_not_matter_who_comes_first(a in any_readings(), b in any_readings()) {
        let (a, b) = (build(&a), build(&b));
        let (there, back) = (readings_similarity(&a, &b), readings_similarity(&b, &a));
        prop_assert_eq!(there.score, back.score);
        prop_assert!(there.reasons().eq(back.reasons()));
        prop_assert!((0.0..=1.0).contains(&there.score));
        prop_assert!(there.reasons().next().is_some());
        // The likeliest reading is its own; of one without any sound nothing can be said.
        let heard = |syllable: &KhmerSyllable| {
            syllable.onset[0].is_some() || syllable.vowel != V::None || syllable.coda.is_some()
        };
        if a.first().is_some_and(|first| first.iter().any(heard)) {
            prop_assert!(readings_similarity(&a, &a).score > 0.99);
        }
    }
}
