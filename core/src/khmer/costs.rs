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
    /// A start without a consonant.
    pub(super) const GLOTTAL: u8 = 15;
    /// h, y, v inside a cluster.
    pub(super) const LOOSE: u8 = 40;
    /// Any other sound: a name of another sound.
    pub(super) const FULL: u8 = 110;
}

/// Consonants that begin a syllable and are heard or written for one another. Any two that are not
/// here cost [`other_consonants`].
const ONSETS: &[(Consonant, Consonant, u8)] = {
    use Consonant::*;
    &[
        // kh, k, c, g: aspiration is lost by ear, though Sokun and Sokhun are two names.
        (K, Kh, 45),
        (K, G, 15),
        (Kh, G, 50),
        // ch, tr, chh, x: readers settle tr; chh is x and s at times.
        (C, Ch, 25),
        (Ch, S, 50),
        // t, th, đ; ត is d in many names.
        (D, T, 15),
        (T, Th, 40),
        (D, Th, 45),
        // d is y in the south, đ where marks are lost.
        (D, Y, 45),
        (C, Y, 70),
        // b, p, ph; f.
        (B, P, 20),
        (P, Ph, 35),
        (B, Ph, 45),
        (Ph, F, 5),
        (V, F, 50),
        (B, V, 75),
        // Srala is Tha La: s and th in old loans (facts 4).
        (S, Th, 75),
        (S, Z, 15),
        (C, S, 70),
        (N, Nh, 60),
        (Ng, Nh, 60),
        (H, Glottal, 60),
        (Kh, H, 75),
        (Y, Glottal, 70),
    ]
};

/// Consonants that end a syllable and are heard or written for one another.
const CODAS: &[(Consonant, Consonant, u8)] = {
    use Consonant::*;
    &[
        (N, Ng, 35),
        (N, Nh, 20),
        (Ng, Nh, 30),
        (N, L, 40),
        (Ng, L, 50),
        (Nh, L, 55),
        (K, C, 35),
        (T, C, 35),
        (K, T, 55),
        (K, Glottal, 15),
        (T, S, 40),
        (C, S, 45),
        (T, H, 60),
        (K, H, 60),
        (S, H, 5),
        (B, P, 0),
        (D, T, 0),
    ]
};

/// Vowels that are heard or written for one another.
const VOWELS: &[(Vowel, Vowel, u8)] = {
    use Vowel::*;
    &[
        (Ia, E, 40),
        (Ia, Ae, 50),
        (Ia, A, 70),
        (Ia, I, 65),
        (Ia, Oa, 45),
        (E, Ae, 20),
        (E, I, 45),
        (E, Ei, 50),
        (Ae, I, 65),
        (Ae, A, 70),
        (I, Ei, 35),
        (I, Oe, 40),
        (Ei, Ai, 35),
        (Ei, Oe, 60),
        (Oe, Oeu, 35),
        (Oe, E, 55),
        (Oe, U, 55),
        (Oe, O, 60),
        (Oe, Or, 55),
        (Oe, A, 70),
        (Oeu, Uo, 55),
        (Oeu, U, 65),
        (Oeu, E, 65),
        (Oeu, Or, 65),
        (Oeu, O, 65),
        (U, O, 35),
        (U, Uo, 40),
        (U, Or, 55),
        (U, Ov, 45),
        (O, Or, 30),
        (O, Uo, 50),
        (O, Ao, 45),
        (O, Ov, 50),
        (O, Oa, 70),
        (Or, A, 60),
        (Or, Ao, 55),
        (Or, Uo, 60),
        (Or, Oa, 60),
        (Ao, Ov, 40),
        (Ao, A, 65),
        (Oa, A, 45),
        (Ai, A, 60),
        (Uo, Oa, 70),
    ]
};

/// 0 to 1 from what differs: 1 for nothing, a half where a whole name does.
pub(super) fn score(cost: u32) -> f32 {
    let full = FULL as f32;
    full / (full + cost as f32)
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
const OTHER_VOWEL: u32 = 100;

/// Consonants that nobody confuses: those made in one place, or in one manner, are a little nearer
/// to the ear.
fn other_consonants(a: Consonant, b: Consonant) -> u32 {
    let same_place = u32::from(place(a) == place(b));
    let same_manner = u32::from(manner(a) == manner(b));
    FULL + 40 - 20 * same_place - 20 * same_manner
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
