//! Cambodian Latin and Vietnamese letters to sounds.
//!
//! Both writings share most habits (facts khmer.md 3 to 5), so one reader serves both; Vietnamese
//! marks only add readings: `tr` may be a light `t`, `d` is `y`.

mod letters;
mod units;
mod vowels;

use self::letters::{GAP, Letters};
use self::units::{Unit, unit};
use self::vowels::{is_vowel, vowel};
use super::sound::{Consonant, KhmerSyllable, Reading, Readings, Vowel};

/// Ways to read the Latin letters of a name or name part, likeliest first, at most four; empty
/// without letters.
///
/// Reads 64 letters. Takes no memory for names of up to eight syllables.
pub(crate) fn read_latin(text: &str) -> Readings {
    let letters = Letters::of(text);
    let letters = letters.bytes();
    let mut readings = Readings::new();
    let marked = vietnamese(letters);
    let mut choices = 0;
    for picked in 0..4_u8 {
        if picked >= 1 << choices {
            break;
        }
        let mut reader = Reader {
            letters,
            marked,
            picked,
            choices: 0,
            onset: Cluster::default(),
            cut: None,
            glided: false,
            reading: Reading::new(),
        };
        reader.read();
        choices = choices.max(reader.choices.min(2));
        if !reader.reading.is_empty() && !readings.contains(&reader.reading) {
            readings.push(reader.reading);
        }
    }
    readings
}

/// Written by a Vietnamese hand: with ă â đ ê ô ơ ư, or syllable by syllable. Tone marks do not count,
/// so that a name has the same readings with and without them.
fn vietnamese(letters: &[u8]) -> bool {
    let (mut runs, mut words) = (0, 1);
    let mut before = GAP;
    for &letter in letters {
        if letter.is_ascii_uppercase() {
            return true;
        }
        runs += u32::from(is_vowel(letter) && !is_vowel(before));
        words += u32::from(letter == GAP);
        before = letter;
    }
    words > 1 && runs <= words
}

/// Consonants read since the last vowel. More than six are no cluster of any tongue.
#[derive(Default)]
struct Cluster {
    sounds: [Option<Consonant>; 6],
    len: usize,
}

impl Cluster {
    #[inline]
    fn push(&mut self, sound: Consonant) {
        if let Some(place) = self.sounds.get_mut(self.len) {
            *place = Some(sound);
            self.len += 1;
        }
    }

    #[inline]
    fn get(&self, at: usize) -> Option<Consonant> {
        self.sounds.get(at).copied().flatten()
    }

    fn last(&self) -> Option<Consonant> {
        self.get(self.len.wrapping_sub(1))
    }

    /// The sounds from `start` on, as an onset: the last three count.
    fn onset(&self, start: usize) -> [Option<Consonant>; 3] {
        let start = start.max(self.len.saturating_sub(3));
        [self.get(start), self.get(start + 1), self.get(start + 2)]
    }
}

/// One walk over the letters, with one way to settle each choice.
struct Reader<'l> {
    letters: &'l [u8],
    /// Written by a Vietnamese hand.
    marked: bool,
    /// Bit n: take the other way at choice n.
    picked: u8,
    choices: u8,
    onset: Cluster,
    /// Sounds of `onset` that stand before a gap.
    cut: Option<usize>,
    /// The last vowel is a Vietnamese ươ or uô.
    glided: bool,
    reading: Reading,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut rest = self.skip_marker(self.letters);
        while let [first, ..] = rest {
            rest = if *first == GAP {
                self.gap();
                self.skip_marker(rest.get(1..).unwrap_or_default())
            } else if self.starts_vowel(rest) {
                self.nucleus(rest)
            } else {
                self.consonant(rest)
            };
        }
        self.close(self.cut.unwrap_or(self.onset.len));
        // Consonants alone: a name cut short.
        if self.reading.is_empty() && self.onset.len > 0 {
            let onset = self.onset.onset(0);
            self.reading.push(KhmerSyllable { onset, vowel: Vowel::None, coda: None });
        }
    }

    /// The choice between two readings: true for the other one.
    fn choose(&mut self) -> bool {
        let other = self.choices < 2 && self.picked >> self.choices & 1 == 1;
        self.choices += 1;
        other
    }

    /// `Thị` before another word is the marker of women, or the first part of Thida: at the start,
    /// and after a surname.
    fn skip_marker<'l>(&mut self, rest: &'l [u8]) -> &'l [u8] {
        match rest.split_first_chunk() {
            Some((b"thi ", after)) if self.reading.len() < 2 && self.choose() => after,
            _ => rest,
        }
    }

    fn gap(&mut self) {
        if !self.reading.is_empty() {
            self.cut.get_or_insert(self.onset.len);
        }
    }

    /// y is a consonant before a vowel letter, unless it ends a run (`oy`, `ay` before a gap).
    fn starts_vowel(&self, rest: &[u8]) -> bool {
        match rest {
            [b'y', next, ..] => !is_vowel(*next),
            [first, ..] => is_vowel(*first),
            [] => false,
        }
    }

    /// Vowel letters: closes the syllable before and opens one.
    fn nucleus<'l>(&mut self, rest: &'l [u8]) -> &'l [u8] {
        let mut len = rest.iter().take_while(|&&byte| is_vowel(byte)).count();
        // A y that a vowel follows begins the next syllable: So-ri-ya.
        if let Some(at) =
            rest.get(..len).and_then(|run| run.iter().skip(1).position(|&b| b == b'y'))
            && at + 2 < len
        {
            len = at + 1;
        }
        let (run, mut after) = rest.split_at(len);
        if self.silent_e(run, after) {
            return after;
        }
        let vowel_follows = |at: usize| after.get(at).is_some_and(|&byte| is_vowel(byte));
        let r = after.first() == Some(&b'r') && !vowel_follows(1);
        let (sound, glide) = vowel(run, r);
        let start = self.start();
        self.close(start);
        let onset = self.onset.onset(start);
        self.reading.push(KhmerSyllable { onset, vowel: sound, coda: glide });
        self.glided = matches!(run, b"UX" | b"uO");
        self.onset = Cluster::default();
        self.cut = None;
        if r {
            after = after.get(1..).unwrap_or_default();
        }
        after
    }

    /// French spelling: Daline, Samone.
    fn silent_e(&self, run: &[u8], after: &[u8]) -> bool {
        let ends = matches!(after, [] | [GAP, ..]);
        let closes = matches!(self.onset.last(), Some(Consonant::N | Consonant::L));
        run == b"e"
            && ends
            && closes
            && self.onset.len == 1
            && self.cut.is_none()
            && !self.reading.is_empty()
    }

    /// Where the onset of the coming vowel starts among the sounds since the last one.
    fn start(&mut self) -> usize {
        if self.reading.is_empty() {
            return 0;
        }
        if let Some(cut) = self.cut {
            return cut;
        }
        let len = self.onset.len;
        let (Some(before), Some(last)) = (self.onset.get(len.wrapping_sub(2)), self.onset.last())
        else {
            return 0;
        };
        use Consonant as C;
        let stop = matches!(
            before,
            C::K | C::Kh | C::T | C::Th | C::D | C::P | C::Ph | C::B | C::C | C::Ch | C::S | C::G
        );
        let joins =
            stop && matches!(last, C::R | C::L | C::V | C::H) || before == C::S || last == C::Y;
        if len > 2 {
            return len - 2;
        }
        if !joins {
            return len - 1;
        }
        // Sok-ra or So-kra: it matters where the coda would be heard as another.
        if len == 2 && matches!(before, C::K | C::C) && self.choose() {
            return len - 1;
        }
        len - 2
    }

    /// The first consonant after a vowel closes it; others of the cluster are silent.
    fn close(&mut self, end: usize) {
        if end == 0 {
            return;
        }
        let coda = match (self.onset.get(0), self.onset.get(1)) {
            (Some(Consonant::V | Consonant::Y), next @ Some(_)) if end > 1 => next,
            (first, _) => first,
        };
        let coda = match coda {
            // ương, uông: Vietnamese ears keep no -n apart from -ng there.
            Some(Consonant::Ng) if self.glided && self.choose() => Some(Consonant::N),
            coda => coda,
        };
        if let Some(syllable) = self.reading.last_mut()
            && syllable.coda.is_none()
        {
            syllable.coda = coda;
        }
    }

    fn consonant<'l>(&mut self, rest: &'l [u8]) -> &'l [u8] {
        let start = self.onset.len == 0 && self.cut.is_none() || self.cut == Some(self.onset.len);
        let (sound, len) = unit(rest, self.marked, start);
        match sound {
            Unit::One(sound) => self.push(sound, start),
            Unit::Either(likely, other) => {
                let sound = if self.choose() { other } else { likely };
                self.push(sound, start);
            }
            Unit::Tr => {
                // Marked: Tra Vinh's light t- (Tà, Trà) too.
                if self.marked && self.choose() {
                    self.onset.push(Consonant::T);
                } else if self.choose() {
                    self.onset.push(Consonant::C);
                } else {
                    self.onset.push(Consonant::T);
                    self.onset.push(Consonant::R);
                }
            }
            Unit::Silent => {}
        }
        rest.get(len..).unwrap_or_default()
    }

    /// A doubled letter is one sound.
    fn push(&mut self, sound: Consonant, start: bool) {
        if start || self.onset.last() != Some(sound) {
            self.onset.push(sound);
        }
    }
}
