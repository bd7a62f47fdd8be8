//! Runs of vowel letters to a vowel, and the glide that may close them.

use crate::khmer::sound::{Consonant, Vowel};

/// Is it a vowel letter? y counts as one; the parser asks where it stands.
#[inline]
pub(super) const fn is_vowel(byte: u8) -> bool {
    matches!(
        byte,
        b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'A' | b'W' | b'E' | b'O' | b'X' | b'U'
    )
}

/// The first four letters of a run as one number: the key of the table below.
#[inline]
const fn packed(run: &[u8]) -> u32 {
    let mut word = 0;
    let mut rest = run;
    let mut left = 4;
    while left > 0
        && let [first, others @ ..] = rest
    {
        word = word << 8 | *first as u32;
        rest = others;
        left -= 1;
    }
    word
}

macro_rules! runs {
    ($word:expr, $($($run:literal)|+ => $value:expr,)+ else $other:expr) => {
        $($(if $word == const { packed($run) } { return $value; })+)+
        $other
    };
}

/// The vowel of a run and its closing glide. Capitals are marked letters (`letters.rs`):
/// A ă, W â, E ê, O ô, X ơ, U ư. Sources: facts khmer.md 3 and 4, letters.tsv.
pub(super) fn vowel(run: &[u8], r: bool) -> (Vowel, Option<Consonant>) {
    const Y: Option<Consonant> = Some(Consonant::Y);
    const V: Option<Consonant> = Some(Consonant::V);
    let word = packed(run);
    if let [one] = run {
        let vowel = match *one {
            b'a' | b'A' => Vowel::A,
            b'e' | b'E' if r => Vowel::Oeu,
            b'e' => Vowel::Ae,
            b'E' => Vowel::E,
            b'i' | b'y' => Vowel::I,
            b'o' => Vowel::Or,
            b'O' => Vowel::O,
            b'u' => Vowel::U,
            b'W' | b'X' | b'U' => Vowel::Oe,
            _ => Vowel::None,
        };
        return (vowel, None);
    }
    runs! { word,
        b"ea" | b"ia" | b"ie" | b"iE" | b"yE" | b"Ea" | b"eA" | b"ya" | b"eah" | b"iA" | b"eaa" => (Vowel::Ia, None),
        b"ou" | b"oo" | b"Ou" => (Vowel::U, None),
        b"uo" | b"uO" | b"ua" | b"uX" | b"uou" | b"ouo" => (Vowel::Uo, None),
        b"oeu" | b"UX" | b"Ua" | b"eu" | b"oea" | b"aeu" | b"ueu" | b"euo" | b"oeou" => (Vowel::Oeu, None),
        b"ai" | b"ay" | b"Ay" | b"Ai" | b"aiy" | b"aay" => (Vowel::Ai, None),
        b"ei" | b"ey" | b"Wy" | b"Wi" | b"Ei" | b"Ey" | b"eiy" | b"eei" | b"aey" | b"aei" | b"oey" => (Vowel::Ei, None),
        b"ao" | b"au" | b"aou" | b"oao" => (Vowel::Ao, None),
        b"Wu" | b"eou" | b"Au" | b"Xu" | b"Uu" => (Vowel::Ov, None),
        b"eo" | b"aeo" | b"iEu" | b"ieu" | b"Eu" | b"iu" | b"eao" => (Vowel::Ae, V),
        b"oa" | b"oA" => (Vowel::Oa, None),
        b"oe" | b"ue" | b"uE" | b"Ue" => (Vowel::Oe, None),
        b"ae" | b"aE" => (Vowel::Ae, None),
        b"ee" | b"ii" | b"iy" => (Vowel::I, None),
        b"aa" => (Vowel::A, None),
        b"oi" | b"oy" | b"Xi" | b"Xy" | b"oiy" => (Vowel::Or, Y),
        b"Oi" | b"Oy" => (Vowel::O, Y),
        b"ui" | b"uy" | b"ouy" | b"oui" | b"Ui" | b"Uy" => (Vowel::U, Y),
        b"uoy" | b"uOi" | b"uoi" | b"uOy" => (Vowel::Uo, Y),
        b"UXi" | b"oeuy" | b"oeui" | b"aeuy" | b"UXy" => (Vowel::Oeu, Y),
        b"oai" | b"oay" => (Vowel::Oa, Y),
        b"eay" | b"eai" => (Vowel::Ia, Y),
        else longest(run, r)
    }
}

/// Runs that no table names: what their last letter closes, and the vowel without it.
#[cold]
fn longest(run: &[u8], r: bool) -> (Vowel, Option<Consonant>) {
    match run {
        [rest @ .., b'i' | b'y'] if !rest.is_empty() => (vowel(rest, r).0, Some(Consonant::Y)),
        [rest @ .., _] if rest.len() > 1 => vowel(rest, r),
        [first, ..] => vowel(core::slice::from_ref(first), r),
        [] => (Vowel::None, None),
    }
}
