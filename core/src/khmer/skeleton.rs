//! The consonants of a reading, as classes in a row.

use super::key::KhmerKey;
use super::sound::{Consonant, Reading, Vowel};

/// The strict and the loose key of a reading. `class` gives the class of a consonant: [`class`], or one
/// that changes a little.
pub(super) fn skeleton(reading: &Reading, class: impl Fn(Consonant) -> u8) -> (KhmerKey, KhmerKey) {
    let (mut strict, mut loose) = (KhmerKey::EMPTY, KhmerKey::EMPTY);
    let mut coda = None;
    // An open front vowel stands before: a y that follows is only its end (So-ri-ya, So-ri-a).
    let mut front = false;
    for (at, syllable) in reading.iter().enumerate() {
        let mut onset = Onset::default();
        for (place, sound) in syllable.onset.iter().flatten().enumerate() {
            let class = class(*sound);
            let heard = match class {
                b'H' => at == 0 && place == 0,
                b'Y' => place == 0 && !(front && coda.is_none()),
                b'0' => false,
                _ => true,
            };
            if heard {
                onset.push(class);
            }
        }
        let first = onset.as_slice().first().copied();
        if at == 0 && first.is_none() {
            strict.push(b'0');
            loose.push(b'0');
        }
        // A coda and the same sound after it are one: Sok Kha, Sovan Na, Canh Nha.
        if let Some(coda) = coda.take()
            && first != Some(coda)
        {
            if !(coda == b'N' && first == Some(b'J')) {
                strict.consonant(coda);
            }
            // Before a vowel it is an onset (Sok An, Sokan); else clerks do not hear a stop
            // (Vichea, Vít Chia).
            match (merged(coda), first) {
                (_, None) => loose.consonant(plain(coda)),
                (b'T', _) => {}
                (merged, Some(first)) if plain(first) == merged => {}
                (merged, _) => loose.consonant(merged),
            }
        }
        for &class in onset.as_slice() {
            strict.consonant(class);
            loose.consonant(plain(class));
        }
        coda = syllable.coda.and_then(|sound| closing(class(sound)));
        front = syllable.coda.is_none_or(|coda| coda == Consonant::Y)
            && matches!(syllable.vowel, Vowel::I | Vowel::Ei | Vowel::Ai | Vowel::E | Vowel::Ae);
    }
    if let Some(coda) = coda {
        strict.consonant(coda.to_ascii_lowercase());
        loose.consonant(merged(coda).to_ascii_lowercase());
    }
    (strict, loose)
}

#[derive(Default)]
struct Onset {
    classes: [u8; 3],
    len: usize,
}

impl Onset {
    #[inline]
    fn push(&mut self, class: u8) {
        if let Some(place) = self.classes.get_mut(self.len) {
            *place = class;
            self.len += 1;
        }
    }

    #[inline]
    fn as_slice(&self) -> &[u8] {
        self.classes.get(..self.len).unwrap_or_default()
    }
}

/// Consonants that no level tells apart.
#[inline]
pub(super) const fn class(sound: Consonant) -> u8 {
    use Consonant as C;
    match sound {
        C::K | C::Kh | C::G => b'K',
        C::Ng => b'G',
        C::C | C::Ch => b'C',
        C::Nh => b'J',
        C::D | C::T | C::Th => b'T',
        C::N => b'N',
        C::B | C::P | C::Ph | C::F => b'P',
        C::M => b'M',
        C::Y => b'Y',
        C::R => b'R',
        C::L => b'L',
        C::V => b'V',
        C::S | C::Z => b'S',
        C::H => b'H',
        C::Glottal => b'0',
    }
}

/// What is heard of a class at the end of a syllable.
const fn closing(class: u8) -> Option<u8> {
    match class {
        b'R' | b'H' | b'V' | b'Y' | b'S' | b'0' => None,
        b'J' => Some(b'N'),
        b'C' => Some(b'K'),
        class => Some(class),
    }
}

/// Codas that clerks of the delta do not keep apart.
const fn merged(coda: u8) -> u8 {
    match coda {
        b'G' | b'L' => b'N',
        b'K' => b'T',
        other => other,
    }
}

/// An onset at the loose level.
const fn plain(class: u8) -> u8 {
    match class {
        b'J' => b'N',
        class => class,
    }
}
