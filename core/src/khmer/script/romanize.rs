//! Khmer script in Latin letters, for showing.

use super::letter::{letter, vowel};
use super::read::{Part, each_part, vowel_of};
use super::syllable::{Choices, Spoken};
use super::unit::End;
use crate::error::{Error, ErrorCode};
use crate::khmer::Consonant;
use crate::text::{is_alphanumeric, uppercase};
use alloc::string::String;
use core::str::FromStr;

/// How Khmer script is written in Latin letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KhmerRomanization {
    /// As Cambodians write their names, without diacritics: [`romanize`].
    #[default]
    Common,
    /// The system of the United Nations: [`romanize_ungegn`].
    Ungegn,
}

impl KhmerRomanization {
    /// Every style.
    pub const ALL: [KhmerRomanization; 2] = [Self::Common, Self::Ungegn];

    /// A stable name: `common`, `ungegn`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Common => "common",
            Self::Ungegn => "ungegn",
        }
    }
}

/// By the stable name.
impl FromStr for KhmerRomanization {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let known = Self::ALL.into_iter().find(|style| style.as_str() == name);
        known.ok_or_else(|| Error::new(ErrorCode::UnknownRomanization).with("name", name))
    }
}

/// Khmer script in Latin letters in a style chosen at run time.
#[must_use]
pub fn romanize_with(text: &str, style: KhmerRomanization) -> String {
    match style {
        KhmerRomanization::Common => romanize(text),
        KhmerRomanization::Ungegn => romanize_ungegn(text),
    }
}

/// Khmer script as Cambodians write their names in Latin, without diacritics: what is heard.
///
/// Each word begins with a capital; digits become 0 to 9; text in other scripts stays as it is.
/// One spelling of several: keys and similarity know the others. Cost is linear in the text.
/// Letters by series follow the official use (facts from UNGEGN and the 1996-97 system of
/// the Geographic Department).
///
/// ```
/// use hoten::khmer::romanize;
/// assert_eq!(romanize("សុខា"), "Sokha");
/// assert_eq!(romanize("វុទ្ធ"), "Vuth");
/// assert_eq!(romanize("Ông ចាន់ ដារា (1990)"), "Ông Chan Dara (1990)");
/// ```
#[must_use]
pub fn romanize(text: &str) -> String {
    written(text, common)
}

/// Khmer script by the system of the United Nations (UNGEGN, 1972), with its diacritics.
///
/// Letters that are written but silent at the end stand here too. Series and syllables are found as
/// for sounds; a system made by hand decides some names otherwise.
///
/// ```
/// use hoten::khmer::romanize_ungegn;
/// assert_eq!(romanize_ungegn("ភ្នំពេញ"), "Phnumpénh");
/// ```
#[must_use]
pub fn romanize_ungegn(text: &str) -> String {
    written(text, ungegn)
}

fn written(text: &str, write: fn(&[Spoken], &mut String)) -> String {
    let mut out = String::with_capacity(text.len());
    each_part(text, Choices::default(), &mut Choices::default(), |part| match part {
        Part::Word(word) => {
            let start = out.len();
            let inside = out.chars().next_back().is_some_and(is_alphanumeric);
            write(word, &mut out);
            if !inside {
                capital(&mut out, start);
            }
        }
        Part::Loose(c @ '០'..='៩') => {
            out.extend(char::from_digit(u32::from(c) - u32::from('០'), 10));
        }
        Part::Loose(c) => out.push(c),
    });
    out
}

/// Makes the letter at `start` a capital.
fn capital(out: &mut String, start: usize) {
    let Some(first) = out.get(start..).and_then(|word| word.chars().next()) else { return };
    let mut upper = uppercase(first);
    if let (Some(upper), None) = (upper.next(), upper.next()) {
        let mut buffer = [0; 4];
        out.replace_range(start..start + first.len_utf8(), upper.encode_utf8(&mut buffer));
    }
}

fn common(word: &[Spoken], out: &mut String) {
    for (at, spoken) in word.iter().enumerate() {
        let next = word.get(at + 1);
        spoken.onset().iter().for_each(|&one| out.push_str(letter(one).common));
        // Names end in -y: សុខលី Sokly.
        let ends = next.is_none() && spoken.coda.is_none() && spoken.end == End::Open;
        let y = ends && spoken.second && spoken.vowel == vowel::II;
        out.push_str(if y { "y" } else { vowel_of(spoken).common });
        out.push_str(common_end(spoken, next));
    }
}

fn common_end(spoken: &Spoken, next: Option<&Spoken>) -> &'static str {
    match spoken.end {
        End::M => return "m",
        End::H => return "h",
        End::Stop => return if next.is_none() { "k" } else { "" },
        End::K => return "k",
        End::Y => return "y",
        End::Open => {}
    }
    let Some(held) = spoken.coda else { return "" };
    let Some(coda) = letter(held).coda else { return letter(held).common };
    let following = next.and_then(|next| next.onset().first());
    // Setha, Vichea, Bopha, Kanha: a doubled stop or nh is written once.
    let doubled = following.is_some_and(|&one| letter(one).coda == Some(coda));
    match coda {
        Consonant::K | Consonant::C | Consonant::P | Consonant::Nh if doubled => "",
        Consonant::T if doubled => "",
        // វុទ្ធ Vuth, រ័ត្ន Roath.
        Consonant::T if spoken.below.is_some() => "th",
        Consonant::T => "t",
        Consonant::K => "k",
        Consonant::C => "ch",
        Consonant::P => "p",
        // កែវ Keo.
        Consonant::V if spoken.vowel == vowel::AE => "o",
        Consonant::N if next.is_none() && spoken.below == Some(held) => "nn",
        _ => letter(held).common,
    }
}

fn ungegn(word: &[Spoken], out: &mut String) {
    for spoken in word {
        spoken.onset().iter().for_each(|&one| out.push_str(letter(one).ungegn));
        out.push_str(vowel_of(spoken).ungegn);
        out.push_str(match spoken.end {
            End::M => "m",
            End::H => "h",
            End::Stop | End::K => "k",
            End::Y => "y",
            End::Open => "",
        });
        let below = spoken.below.filter(|_| spoken.silent);
        let silent = spoken.coda.into_iter().chain(below);
        silent.for_each(|one| out.push_str(letter(one).ungegn));
    }
}
