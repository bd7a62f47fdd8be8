//! What a difference of sounds costs, in hundredths of "another name", set by hand in the order in
//! which clerks confuse sounds (facts: khmer.md 4, "Confusions in order of use") and weighed on
//! spellings of four names in five; every fifth name was held out.

use super::sound::{Consonant, KhmerSyllable, Vowel};

/// One difference of this much makes another name.
pub(super) const FULL: u32 = 100;
/// A reading that is not the likeliest one.
pub(super) const OTHER_READING: u32 = 4;
/// One writer closed the syllable with what the other began the next one with (Samnang, Sam Nang).
pub(super) const DIVIDED: u32 = 6;
/// A vowel of a light first syllable counts so much of a full one, in hundredths: it is unstressed
/// and written by habit (Sà, Cà, Trà).
const LIGHT: u32 = 60;

/// What a sound costs that stands on one side only.
mod alone {
    /// The vowel between the two sounds of a cluster (Srây, Sa Rây).
    pub(super) const LIGHT_VOWEL: u8 = 12;
    /// A coda that the next onset repeats (Sok Kha, So Kha).
    pub(super) const REPEATED: u8 = 4;
    /// Codas that Khmer does not sound or Vietnamese cannot write: r, s, h, the glottal stop.
    pub(super) const SILENT: u8 = 10;
    /// y and w after a vowel: part of it for many writers.
    pub(super) const GLIDE: u8 = 40;
    /// l, which Vietnamese does not end in: written n, ng or not at all (facts 4).
    pub(super) const FINAL_L: u8 = 55;
    /// r or l after another consonant: lost in delta speech or split off.
    pub(super) const AFTER: u8 = 45;
    /// k, t, c, p: not released, so lost to some ears (Sovannak, Sovanna; -t of Sanskrit tails).
    pub(super) const FINAL_STOP: u8 = 105;
    /// A start without a consonant.
    pub(super) const GLOTTAL: u8 = 15;
    /// h, y, v inside a cluster.
    pub(super) const LOOSE: u8 = 40;
    /// Any other sound: a name of another sound.
    pub(super) const FULL: u8 = 170;
}

/// Consonants that begin a syllable and are heard or written for one another. Any two that are not
/// here cost [`other_consonants`].
const ONSETS: &[(Consonant, Consonant, u8)] = {
    use Consonant::*;
    &[
        // kh, k, c, g: aspiration is lost by ear, though Sokun and Sokhun are two names.
        (K, Kh, 55),
        (K, G, 15),
        (Kh, G, 60),
        // ch, tr, chh, x: readers settle tr; chh is x and s at times.
        (C, Ch, 40),
        (Ch, S, 70),
        // t, th, đ; ត is d in many names.
        (D, T, 45),
        (T, Th, 60),
        (D, Th, 110),
        // d is y in the south, đ where marks are lost.
        (D, Y, 60),
        (C, Y, 110),
        // b, p, ph; f.
        (B, P, 55),
        (P, Ph, 70),
        (B, Ph, 100),
        (Ph, F, 5),
        (V, F, 80),
        (B, V, 110),
        // Srala is Tha La: s and th in old loans (facts 4).
        (S, Th, 110),
        (S, Z, 15),
        (C, S, 100),
        (N, Nh, 80),
        (Ng, Nh, 80),
        (H, Glottal, 80),
        (Kh, H, 100),
        (Y, Glottal, 50),
    ]
};

/// Consonants that end a syllable and are heard or written for one another.
const CODAS: &[(Consonant, Consonant, u8)] = {
    use Consonant::*;
    &[
        (N, Ng, 60),
        (N, Nh, 10),
        (Ng, Nh, 60),
        (N, L, 65),
        (Ng, L, 90),
        (Nh, L, 80),
        (K, C, 30),
        (T, C, 60),
        (K, T, 85),
        (K, Glottal, 15),
        (T, S, 60),
        (C, S, 65),
        (T, H, 90),
        (K, H, 90),
        (S, H, 5),
        (B, P, 0),
        (D, T, 0),
    ]
};

/// Vowels that are heard or written for one another.
const VOWELS: &[(Vowel, Vowel, u8)] = {
    use Vowel::*;
    &[
        (Ae, E, 10),
        (Ai, Ei, 10),
        (O, Or, 15),
        (Ao, Ov, 15),
        (I, Oe, 20),
        (Oe, Oeu, 20),
        (Oa, Or, 20),
        (U, Uo, 25),
        (A, Oa, 25),
        (O, U, 30),
        (Or, Ov, 35),
        (Ov, U, 40),
        (Or, U, 45),
        (E, Ia, 45),
        (Ae, Ia, 50),
        (A, Ao, 50),
        (O, Ao, 50),
        (Ia, Oa, 50),
        (Ae, Oe, 55),
        (E, Oe, 55),
        (Ae, I, 60),
        (A, Or, 65),
        (Oe, Or, 65),
        (Ei, I, 75),
        (E, I, 75),
        (O, Ov, 75),
        (Ae, Ei, 85),
        (A, Ia, 85),
        (E, Ei, 85),
        (A, Oe, 90),
        (O, Uo, 90),
        (Oe, U, 90),
        (Oe, O, 100),
        (I, Ia, 105),
        (A, Ae, 110),
        (Oeu, U, 110),
        (Oeu, Uo, 110),
        (Oeu, E, 110),
        (A, Ai, 110),
        (Oeu, Or, 120),
        (Oeu, O, 120),
        (Oe, Ei, 120),
        (A, O, 125),
    ]
};

/// The least that two spellings of one known name score.
pub(super) const KNOWN_SAME: f32 = 0.9;
/// Two known names that are no spellings of one score so much less: never as much as
/// [`SAME_NAME_SCORE`](super::SAME_NAME_SCORE), whatever they sound like.
pub(super) const KNOWN_APART: f32 = 0.5;

/// 0 to 1 from what differs: 1 for nothing, a half where a whole name does.
pub(super) fn score(cost: u32) -> f32 {
    let full = FULL as f32;
    full / (full + cost as f32)
}

/// The most that may differ for a score of `floor`; `None` for a score that nothing reaches.
#[cfg(any(test, feature = "link"))]
pub(super) fn most_for(floor: f32) -> Option<u32> {
    let full = FULL as f32;
    // A hundredth more than it comes to: rounding loses nobody.
    (floor <= 1.0)
        .then(|| (full / floor.max(f32::EPSILON) - full) as u32)
        .map(|most| most.saturating_add(1))
}

/// Where a sound stands in its syllable.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Onset(Consonant),
    Vowel(Vowel),
    Coda(Consonant),
}

/// One sound of a name.
#[derive(Clone, Copy)]
pub(super) struct Sound {
    pub(super) slot: Slot,
    /// What it costs where the other side has nothing.
    pub(super) alone: u8,
    /// Stands in a light syllable.
    pub(super) light: bool,
}

impl Sound {
    pub(super) const NONE: Self = Self { slot: Slot::Vowel(Vowel::None), alone: 0, light: true };
}

/// The sounds of a syllable, one after another.
pub(super) fn lay_out(
    syllable: &KhmerSyllable,
    first: bool,
    next: Option<&KhmerSyllable>,
    out: &mut impl FnMut(Sound),
) {
    let following = next.and_then(|next| next.onset.into_iter().flatten().next());
    let single = syllable.onset.iter().flatten().count() == 1;
    let light = next.is_some()
        && syllable.coda.is_none()
        && matches!(syllable.vowel, Vowel::None | Vowel::A | Vowel::Or | Vowel::Oe);
    let mut before = None;
    for consonant in syllable.onset.into_iter().flatten() {
        let alone = onset_alone(consonant, before, first);
        out(Sound { slot: Slot::Onset(consonant), alone, light });
        before = Some(consonant);
    }
    if syllable.vowel != Vowel::None {
        let opens = light && single && following.is_some_and(|next| clusters(before, next));
        let alone = if opens { alone::LIGHT_VOWEL } else { alone::FULL };
        out(Sound { slot: Slot::Vowel(syllable.vowel), alone, light });
    }
    if let Some(coda) = syllable.coda {
        let repeated = following.is_some_and(|next| codas(coda, plain(next)) == 0);
        let alone = if repeated { alone::REPEATED } else { coda_alone(coda) };
        out(Sound { slot: Slot::Coda(coda), alone, light: false });
    }
}

/// Could these two begin one Khmer syllable, so that a vowel between them is light?
fn clusters(first: Option<Consonant>, second: Consonant) -> bool {
    use Consonant::*;
    match first {
        Some(K | Kh | C | Ch | T | Th | D | P | Ph | B | S) => {
            matches!(second, R | L | M | N | Nh | Ng | V | Y | H) || first == Some(S)
        }
        Some(M) => matches!(second, R | L | S | N),
        Some(L) => matches!(second, V | M | B | K),
        _ => false,
    }
}

fn onset_alone(consonant: Consonant, before: Option<Consonant>, first: bool) -> u8 {
    use Consonant::*;
    match (before, consonant) {
        (Some(_), R | L) => alone::AFTER,
        (Some(_), H | Y | V) => alone::LOOSE,
        (None, Glottal) if first => alone::GLOTTAL,
        (_, Glottal) => alone::SILENT,
        _ => alone::FULL,
    }
}

fn coda_alone(coda: Consonant) -> u8 {
    use Consonant::*;
    match coda {
        R | S | H | Glottal | Z => alone::SILENT,
        Y | V => alone::GLIDE,
        L => alone::FINAL_L,
        K | Kh | G | C | Ch | T | Th | D | B | P | Ph => alone::FINAL_STOP,
        _ => alone::FULL,
    }
}

/// As a coda: stops lose breath and voice there (facts 2).
fn plain(consonant: Consonant) -> Consonant {
    use Consonant::*;
    match consonant {
        Kh | G => K,
        Ch => C,
        Th | D => T,
        Ph | B | F => P,
        Z => S,
        other => other,
    }
}

/// What two consonants cost that begin a syllable.
pub(super) fn onsets(a: Consonant, b: Consonant) -> u32 {
    listed(ONSETS, a, b).unwrap_or_else(|| other_consonants(a, b))
}

/// What two consonants cost that end a syllable.
pub(super) fn codas(a: Consonant, b: Consonant) -> u32 {
    let (a, b) = (plain(a), plain(b));
    listed(CODAS, a, b).unwrap_or_else(|| other_consonants(a, b))
}

/// What two vowels cost; less in a light syllable.
pub(super) fn vowels(a: Vowel, b: Vowel, light: bool) -> u32 {
    let cost = listed(VOWELS, a, b).unwrap_or(OTHER_VOWEL);
    if light { cost * LIGHT / 100 } else { cost }
}

/// Vowels that nobody confuses.
const OTHER_VOWEL: u32 = 160;

/// Consonants that nobody confuses: those made in one place, or in one manner, are a little nearer
/// to the ear.
fn other_consonants(a: Consonant, b: Consonant) -> u32 {
    let same_place = u32::from(place(a) == place(b));
    let same_manner = u32::from(manner(a) == manner(b));
    FULL + 80 - 20 * same_place - 20 * same_manner
}

fn listed<T: Copy + PartialEq>(table: &[(T, T, u8)], a: T, b: T) -> Option<u32> {
    if a == b {
        return Some(0);
    }
    let pair = table.iter().find(|&&(x, y, _)| (x, y) == (a, b) || (x, y) == (b, a));
    pair.map(|&(_, _, cost)| u32::from(cost))
}

#[derive(PartialEq)]
enum Place {
    Lips,
    Teeth,
    Palate,
    Velum,
    Throat,
}

fn place(consonant: Consonant) -> Place {
    use Consonant::*;
    match consonant {
        B | P | Ph | F | M | V => Place::Lips,
        D | T | Th | N | R | L | S | Z => Place::Teeth,
        C | Ch | Nh | Y => Place::Palate,
        K | Kh | G | Ng => Place::Velum,
        H | Glottal => Place::Throat,
    }
}

#[derive(PartialEq)]
enum Manner {
    Stop,
    Nasal,
    Flow,
    Hiss,
}

fn manner(consonant: Consonant) -> Manner {
    use Consonant::*;
    match consonant {
        K | Kh | G | C | Ch | D | T | Th | B | P | Ph | Glottal => Manner::Stop,
        Ng | Nh | N | M => Manner::Nasal,
        Y | R | L | V => Manner::Flow,
        F | S | Z | H => Manner::Hiss,
    }
}
