//! One cluster as the syllables see it: its letters, its series, its vowel.

use super::cluster::{Cluster, MUUSIKATOAN, NONE, TRIISAP, signs};
use super::letter::{at, is_liquid, is_nasal, is_sonorant, is_stop, letter, vowel};

/// What a unit does in its syllable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Begins a syllable.
    Onset,
    /// Closes the one before.
    Coda,
    /// Its first letter closes the one before, the rest begins one.
    Split,
    /// Its first letter closes the one before, the rest is silent.
    Tail,
}

/// Letters that belong together, with the vowel they carry.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    /// Places in the table of letters.
    pub(super) letters: [u8; 3],
    pub(super) count: u8,
    /// Kind of the vowel; inherent also for a letter without one.
    pub(super) vowel: u8,
    /// The vowel is read in the second series.
    pub(super) second: bool,
    /// The series was written by a shifter.
    pub(super) shifted: bool,
    /// A vowel is written: it begins a syllable whatever stands around.
    pub(super) full: bool,
    /// The letter that its own signs close it with.
    pub(super) end: End,
    /// ់: it closes the syllable before and shortens it.
    pub(super) bantoc: bool,
    pub(super) role: Role,
}

/// What signs close a syllable with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Open,
    /// ំ
    M,
    /// ះ
    H,
    /// ៈ
    Stop,
    /// The k of ឨ.
    K,
    /// The subscript of ឱ្យ.
    Y,
}

impl Unit {
    pub(super) fn of(cluster: &Cluster) -> Option<Unit> {
        let mut subscripts = cluster.subscripts();
        let (mut vowel, mut marks) = (cluster.vowel, cluster.signs);
        if marks & (signs::TOANDAKHIAT | signs::VIRIAM) != 0 {
            // The letter with its vowel is silent, or only the lowest subscript.
            subscripts = subscripts.split_last()?.1;
            (vowel, marks) = (NONE, 0);
        }
        let mut unit = Unit {
            letters: [0; 3],
            count: 0,
            vowel: vowel::INHERENT,
            second: false,
            shifted: cluster.shifter != NONE,
            full: false,
            end: End::Open,
            bantoc: marks & signs::BANTOC != 0,
            role: Role::Onset,
        };
        match cluster.base {
            independent @ 0x25.. => unit.read_independent(independent, subscripts),
            base => unit.read_letters(base, subscripts, cluster.shifter),
        }
        unit.read_vowel(vowel, marks);
        unit.bantoc &= !unit.full;
        Some(unit)
    }

    pub(super) fn letters(&self) -> &[u8] {
        self.letters.get(..usize::from(self.count)).unwrap_or_default()
    }

    pub(super) fn first(&self) -> u8 {
        self.letters().first().copied().unwrap_or(at::QA)
    }

    /// The letter after the first, of a cluster.
    pub(super) fn below(&self) -> Option<u8> {
        self.letters().get(1).copied()
    }

    fn push(&mut self, letter: u8) {
        if let Some(slot) = self.letters.get_mut(usize::from(self.count)) {
            *slot = letter;
            self.count += 1;
        }
    }

    fn read_independent(&mut self, base: u8, subscripts: &[u8]) {
        // ឫ ឬ, ឭ ឮ begin with a consonant.
        match base {
            0x2B | 0x2C => self.push(at::RO),
            0x2D | 0x2E => self.push(at::LO),
            _ => {}
        }
        self.vowel = vowel::INDEPENDENT + (base - 0x25);
        self.full = true;
        self.end = match subscripts {
            _ if base == 0x28 => End::K,
            [at::YO, ..] => End::Y,
            _ => End::Open,
        };
    }

    fn read_letters(&mut self, base: u8, subscripts: &[u8], shifter: u8) {
        let (base, rest) = match (base, subscripts) {
            // Loans, facts khmer.md 2.
            (at::HA, [at::VO, rest @ ..]) => (at::F, rest),
            (at::HA, [at::KO, rest @ ..]) => (at::G, rest),
            (at::HA, [at::SA, rest @ ..]) => (at::Z, rest),
            // ហ្ម ហ្ន ហ្ល: the breath is not heard; ព្រហ្ម keeps its m.
            (at::HA, [first, rest @ ..]) if is_sonorant(*first) => (*first, rest),
            (at::BA, rest) if shifter == MUUSIKATOAN || !rest.is_empty() => (at::PA, rest),
            (base, rest) => (base, rest),
        };
        self.second = match shifter {
            MUUSIKATOAN => false,
            TRIISAP => true,
            _ => second_series(base, rest, subscripts.len() != rest.len()),
        };
        self.push(base);
        // Below another letter ត is d: ភក្តី Pheakdey, កណ្តាល Kandal.
        let below =
            |one: u8| if one == at::TA && base != at::TA { at::DA } else { one.min(at::QA) };
        rest.iter().for_each(|&one| self.push(below(one)));
        // A stop in the throat is no sound of its own beside another letter.
        if self.count > 1 {
            let held = self.letters;
            let count = usize::from(self.count);
            self.count = 0;
            held.iter().take(count).filter(|&&one| one != at::QA).for_each(|&one| self.push(one));
        }
    }

    fn read_vowel(&mut self, sign: u8, marks: u16) {
        let plain = if sign == NONE { vowel::INHERENT } else { sign - 0x35 };
        let kind = if marks & signs::NIKAHIT != 0 {
            self.end = End::M;
            match plain {
                vowel::INHERENT => vowel::NIKAHIT,
                vowel::U => vowel::U_NIKAHIT,
                vowel::AA => vowel::AA_NIKAHIT,
                other => other,
            }
        } else if marks & signs::REAHMUK != 0 {
            self.end = End::H;
            match plain {
                vowel::INHERENT => vowel::REAHMUK,
                vowel::I => vowel::I_REAHMUK,
                vowel::U => vowel::U_REAHMUK,
                vowel::E => vowel::E_REAHMUK,
                vowel::OO => vowel::OO_REAHMUK,
                other => other,
            }
        } else if marks & signs::YUUKALEAPINTU != 0 {
            self.end = End::Stop;
            if plain == vowel::INHERENT { vowel::YUUKALEAPINTU } else { plain }
        } else if marks & signs::SAMYOK != 0 && plain == vowel::INHERENT {
            vowel::SAMYOK
        } else {
            plain
        };
        if kind != vowel::INHERENT && self.vowel < vowel::INDEPENDENT {
            self.vowel = kind;
            self.full = true;
        }
    }

    /// Can the syllable take a coda from the letters after it?
    pub(super) fn is_open(&self) -> bool {
        self.end == End::Open
    }

    /// May its first letter close a syllable? អ ឡ ឆ ឈ never do.
    pub(super) fn may_close(&self) -> bool {
        let first = self.first();
        first == at::RO || letter(first).coda.is_some()
    }

    /// A stop or s with រ ល វ យ below: one onset.
    pub(super) fn is_onset_cluster(&self) -> bool {
        let first = self.first();
        (is_stop(first) || first == at::SA) && self.below().is_some_and(is_liquid)
    }

    /// ង្រ, ម្ល: at the end of a word both are heard.
    pub(super) fn is_nasal_liquid(&self) -> bool {
        is_nasal(self.first()) && matches!(self.below(), Some(at::RO | at::LO))
    }
}

/// The series of a cluster: its last stop decides; without one ស or ហ, else the first letter.
fn second_series(base: u8, rest: &[u8], loan: bool) -> bool {
    let decides = rest.iter().rev().find(|&&one| is_stop(one));
    if let Some(&one) = decides {
        return letter(one).second;
    }
    if loan || is_stop(base) || !is_sonorant(base) {
        return letter(base).second && !(loan && is_sonorant(base));
    }
    let breath = rest.iter().any(|&one| !is_sonorant(one));
    !breath && letter(base).second
}
