//! Consonant letters to consonants, longest spelling first.

use super::vowels::is_vowel;
use crate::khmer::sound::Consonant;

/// What a spelling may be.
pub(super) enum Unit {
    One(Consonant),
    /// Two sounds, the likelier first.
    Either(Consonant, Consonant),
    /// tr: two sounds, or ch to a Vietnamese ear, or the light t- of Tà ~ Trà.
    Tr,
    /// No sound: a letter that only marks another.
    Silent,
}

/// The consonant at the start of `rest` and how many letters it takes. `start`: a syllable may
/// start here for certain, since a gap or a vowel stands before.
pub(super) fn unit(rest: &[u8], marked: bool, start: bool) -> (Unit, usize) {
    use Consonant as C;
    use Unit::{Either, One, Silent, Tr};
    let one = |sound, len| (One(sound), len);
    match rest {
        [b'c', b'h', b'h', ..] => one(C::Ch, 3),
        [b't', b'c', b'h', ..] => one(C::C, 3),
        [b'n', b'g', b'h', b'e' | b'E' | b'i', ..] => one(C::Ng, 3),
        [b'c', b'c', b'h', ..] => one(C::C, 3),
        [b'c', b'h', ..] => one(C::C, 2),
        [b'k', b'h', ..] => one(C::Kh, 2),
        [b'c', b'k', ..] => one(C::K, 2),
        [b'g', b'h', ..] => one(C::K, 2),
        [b'n', b'g', ..] => one(C::Ng, 2),
        [b'n', b'h', ..] | [b'g', b'n', ..] => one(C::Nh, 2),
        [b't', b'h', ..] => one(C::Th, 2),
        [b'd' | b'D', b'h', ..] => one(C::D, 2),
        [b'p', b'h', ..] => one(C::Ph, 2),
        [b'b', b'h', ..] => one(C::B, 2),
        [b's', b'h', ..] => one(C::S, 2),
        [b'r', b'h', ..] => one(C::R, 2),
        [b'd', b'j', ..] => one(C::C, 2),
        [b't', b'r', ..] => (Tr, 2),
        [b'q', b'u', next, ..] if is_vowel(*next) => (Either(C::V, C::K), 2),
        [b'g', b'i', next, ..] if marked && start && is_vowel(*next) => (Either(C::Y, C::K), 2),
        [b'd', next, ..] if marked && start && is_vowel(*next) => (Either(C::Y, C::D), 1),
        [b'b', ..] => one(C::B, 1),
        [b'c' | b'k' | b'q', ..] => one(C::K, 1),
        [b'd' | b'D', ..] => one(C::D, 1),
        [b'f', ..] => one(C::F, 1),
        [b'g', ..] => one(C::G, 1),
        [b'h', next, ..] if is_vowel(*next) => one(C::H, 1),
        [b'j', ..] => one(C::C, 1),
        [b'l', ..] => one(C::L, 1),
        [b'm', ..] => one(C::M, 1),
        [b'n', ..] => one(C::N, 1),
        [b'p', ..] => one(C::P, 1),
        [b'r', ..] => one(C::R, 1),
        [b's' | b'x', ..] => one(C::S, 1),
        [b't', ..] => one(C::T, 1),
        [b'v' | b'w', ..] => one(C::V, 1),
        [b'y', ..] => one(C::Y, 1),
        [b'z', ..] => one(C::Z, 1),
        _ => (Silent, 1),
    }
}
