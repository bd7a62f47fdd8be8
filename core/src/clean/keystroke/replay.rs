//! Types a word once more: what an input method makes of its keys.
//!
//! Telex and VNI as UniKey reads them: marks and tones may be typed right after their letter or at
//! the end of the word, `w` is ư where no letter takes it, `uow` is ươ, a key typed twice undoes
//! itself. Letters that carry their marks already take part, so that a word half typed with the
//! input method on is read too (`Nguyênx`).

use crate::syllable::{Syllable, TonePlace, ToneStyle, place_tone_to, tone_place};
use crate::text::{Letter, Mark};
use alloc::string::String;
use smallvec::SmallVec;

/// How marks are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Telex,
    Vni,
}

impl Method {
    pub(super) fn other(self) -> Self {
        match self {
            Self::Telex => Self::Vni,
            Self::Vni => Self::Telex,
        }
    }
}

/// What a key of the word did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    Tone,
    Circumflex,
    /// Horn or breve.
    Hook,
    Stroke,
    /// Took the tone away.
    Level,
}

/// One key and its place in the word, counted in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) act: Act,
    pub(super) at: usize,
}

/// A word typed again.
pub(super) struct Replay {
    /// A Vietnamese syllable, in the case of the word.
    pub(super) word: String,
    pub(super) keys: SmallVec<[Key; 6]>,
    /// The word had marks of its own.
    pub(super) marked: bool,
}

/// The longest syllable (nghiêng) with each mark, a tone and one slip of the finger.
const LIMIT: usize = 14;

#[derive(Clone, Copy)]
struct Typed {
    letter: Letter,
    /// Its mark was made by a key, which typed again undoes it.
    by_key: bool,
}

struct Buffer {
    letters: SmallVec<[Typed; LIMIT]>,
    tone: u8,
    /// Which letter had the tone in the word as given.
    given: Option<usize>,
    marked: bool,
    keys: SmallVec<[Key; 6]>,
}

/// Types the word again. `None` if no key does anything, or what comes out is no syllable.
pub(super) fn replay(word: &str, method: Method) -> Option<Replay> {
    let mut buffer = Buffer {
        letters: SmallVec::new(),
        tone: 0,
        given: None,
        marked: false,
        keys: SmallVec::new(),
    };
    for (at, c) in word.chars().enumerate() {
        if at == LIMIT {
            return None;
        }
        let act = match method {
            Method::Telex => buffer.telex(c),
            Method::Vni => buffer.vni(c),
        };
        match act.ok()? {
            Some(act) => buffer.keys.push(Key { act, at }),
            None => buffer.push(c)?,
        }
    }
    if buffer.keys.is_empty() {
        return None;
    }
    buffer.join_horns();
    let word = buffer.write()?;
    Some(Replay { word, keys: buffer.keys, marked: buffer.marked })
}

/// The word is no typing of a syllable: a key undid what another made, or two tones are meant.
struct NoTyping;

type Acted = Result<Option<Act>, NoTyping>;

impl Buffer {
    fn push(&mut self, c: char) -> Option<()> {
        let letter = Letter::of(c)?;
        if letter.tone() != 0 {
            if self.tone != 0 {
                return None;
            }
            self.tone = letter.tone();
            self.given = Some(self.letters.len());
        }
        self.marked |= !c.is_ascii();
        self.letters.push(Typed { letter: letter.without_tone(), by_key: false });
        Some(())
    }

    fn telex(&mut self, c: char) -> Acted {
        match c.to_ascii_lowercase() {
            'f' => self.set_tone(1),
            's' => self.set_tone(2),
            'r' => self.set_tone(3),
            'x' => self.set_tone(4),
            'j' => self.set_tone(5),
            'z' => self.set_tone(0),
            base @ ('a' | 'e' | 'o') => self.circumflex(base as u8),
            'd' => self.stroke(),
            'w' => match self.hook(true)? {
                Some(act) => Ok(Some(act)),
                None => self.lone_horn(c),
            },
            _ => Ok(None),
        }
    }

    fn vni(&mut self, c: char) -> Acted {
        let act = match c {
            // A digit behind a word that has its tone is a number: Tổ3.
            '0'..='5' if self.given.is_some() => None,
            '1' => self.set_tone(2)?,
            '2' => self.set_tone(1)?,
            '0' | '3'..='5' => self.set_tone(c as u8 - b'0')?,
            '6' => {
                match self.nucleus().rev().find(|&at| matches!(self.base(at), b'a' | b'e' | b'o')) {
                    Some(at) => self.mark(at, Mark::Circumflex, Act::Circumflex)?,
                    None => None,
                }
            }
            '7' => self.hook(false)?,
            '8' => match self.nucleus().rev().find(|&at| self.base(at) == b'a') {
                Some(at) => self.mark(at, Mark::Breve, Act::Hook)?,
                None => None,
            },
            '9' => self.stroke()?,
            _ => return Ok(None),
        };
        // A digit that marks nothing is a digit.
        act.map_or(Err(NoTyping), |act| Ok(Some(act)))
    }

    fn base(&self, at: usize) -> u8 {
        self.letters.get(at).map_or(0, |typed| typed.letter.base())
    }

    /// Places of the vowels of the syllable; the u of qu and the i of gi belong to the onset.
    fn nucleus(&self) -> core::ops::Range<usize> {
        let vowel = |at: usize| self.letters.get(at).is_some_and(|typed| typed.letter.is_vowel());
        let mut start = (0..self.letters.len()).find(|&at| vowel(at)).unwrap_or(self.letters.len());
        if matches!((self.base(0), self.base(1)), (b'q', b'u') | (b'g', b'i')) && vowel(2) {
            start = 2;
        }
        let end = (start..self.letters.len()).find(|&at| !vowel(at)).unwrap_or(self.letters.len());
        start..end
    }

    fn set_tone(&mut self, tone: u8) -> Acted {
        if self.nucleus().is_empty() {
            return Ok(None);
        }
        match (tone, self.tone) {
            (0, 0) => Ok(None),
            (0, _) => {
                self.tone = 0;
                self.given = None;
                Ok(Some(Act::Level))
            }
            // The tone is there already and its key was left over; typed twice it undoes itself.
            (tone, old) if tone == old && self.given.is_some() => Ok(Some(Act::Tone)),
            (_, 0) => {
                self.tone = tone;
                Ok(Some(Act::Tone))
            }
            _ => Err(NoTyping),
        }
    }

    /// Puts a mark on a letter, in place of the one it has.
    fn mark(&mut self, at: usize, mark: Mark, act: Act) -> Acted {
        let Some(typed) = self.letters.get_mut(at) else { return Ok(None) };
        let case = |letter: Letter| if typed.letter.is_upper() { letter.upper() } else { letter };
        let plain = Letter::of(char::from(typed.letter.base()));
        let Some(made) = plain.and_then(|plain| plain.with_mark(mark)).map(case) else {
            return Ok(None);
        };
        if made == typed.letter {
            return if typed.by_key { Err(NoTyping) } else { Ok(Some(act)) };
        }
        *typed = Typed { letter: made, by_key: true };
        Ok(Some(act))
    }

    fn circumflex(&mut self, base: u8) -> Acted {
        let nucleus = self.nucleus();
        // ngoao, khoeo: the second o is a letter.
        let ends: (u8, u8) = match nucleus.end.checked_sub(2) {
            Some(at) if nucleus.end == self.letters.len() => (self.base(at), self.base(at + 1)),
            _ => (0, 0),
        };
        if base == b'o' && matches!(ends, (b'o', b'a' | b'e')) {
            return Ok(None);
        }
        let Some(at) = nucleus.rev().find(|&at| self.base(at) == base) else { return Ok(None) };
        if base == b'o' && at + 1 == self.letters.len() && self.undo(at) {
            return Ok(None);
        }
        self.mark(at, Mark::Circumflex, Act::Circumflex)
    }

    /// Takes a circumflex that a key made from the o of `xooong`: Xoong is typed so.
    fn undo(&mut self, at: usize) -> bool {
        let Some(typed) = self.letters.get_mut(at) else { return false };
        let plain = match typed.letter.to_char() {
            'ô' => 'o',
            'Ô' => 'O',
            _ => return false,
        };
        if !typed.by_key {
            return false;
        }
        if let Some(letter) = Letter::of(plain) {
            typed.letter = letter;
        }
        true
    }

    fn stroke(&mut self) -> Acted {
        match self.letters.first() {
            Some(first) if first.letter.base() == b'd' => self.mark(0, Mark::Stroke, Act::Stroke),
            _ => Ok(None),
        }
    }

    /// The horn of ươ, ư, ơ; in Telex also the breve of ă.
    fn hook(&mut self, breve: bool) -> Acted {
        let nucleus = self.nucleus();
        let find = |base: u8| nucleus.clone().find(|&at| self.base(at) == base);
        let (u, o, a) = (find(b'u'), find(b'o'), find(b'a'));
        match (u, o, a) {
            (Some(u), Some(o), _) if o == u + 1 => {
                // Both take the horn, one of them may have it.
                let before = self.letters.get(u).copied();
                let act = self.mark(o, Mark::Horn, Act::Hook);
                if let (Ok(_), Some(typed)) = (&act, before)
                    && typed.letter.base() == b'u'
                    && !typed.letter.has_quality()
                {
                    self.mark(u, Mark::Horn, Act::Hook)?;
                    return Ok(Some(Act::Hook));
                }
                act
            }
            (Some(u), _, _) => self.mark(u, Mark::Horn, Act::Hook),
            (_, _, Some(a)) if breve => self.mark(a, Mark::Breve, Act::Hook),
            (_, Some(o), _) => self.mark(o, Mark::Horn, Act::Hook),
            _ => Ok(None),
        }
    }

    /// `w` where no letter takes the horn: ư.
    fn lone_horn(&mut self, c: char) -> Acted {
        if !self.nucleus().is_empty() {
            return Ok(None);
        }
        let Some(letter) = Letter::of(if c == 'W' { 'Ư' } else { 'ư' }) else { return Ok(None) };
        self.letters.push(Typed { letter, by_key: true });
        Ok(Some(Act::Hook))
    }

    /// ươ before a consonant or a glide, uơ at the end: whichever of the two letters was given its
    /// horn.
    fn join_horns(&mut self) {
        let nucleus = self.nucleus();
        let open = nucleus.end == self.letters.len() && nucleus.len() == 2;
        let Some(pair) = self.letters.get_mut(nucleus.start..nucleus.start + 2) else { return };
        let [u, o] = pair else { return };
        let horns = (u.letter.has_quality(), o.letter.to_char());
        let is_pair = u.letter.base() == b'u'
            && (matches!(horns.1, 'ơ' | 'Ơ') || horns.0 && matches!(horns.1, 'o' | 'O'));
        if !is_pair {
            return;
        }
        let put = |typed: &mut Typed, horned: bool| {
            let plain = Letter::of(char::from(typed.letter.base()));
            let letter = plain
                .and_then(|plain| if horned { plain.with_mark(Mark::Horn) } else { Some(plain) });
            if let Some(letter) = letter {
                typed.letter = if typed.letter.is_upper() { letter.upper() } else { letter };
            }
        };
        put(u, !open);
        put(o, true);
    }

    /// The word in its letters' case, if it is a syllable; a tone that stood right stays there.
    fn write(&self) -> Option<String> {
        let tone_at = self.given.unwrap_or(self.nucleus().start);
        let mut word = String::with_capacity(self.letters.len() + 6);
        for (at, typed) in self.letters.iter().enumerate() {
            let letter =
                if at == tone_at { typed.letter.with_tone(self.tone)? } else { typed.letter };
            word.push(letter.to_char());
        }
        Syllable::parse(&word)?;
        if self.given.is_some() && tone_place(&word) != Some(TonePlace::Wrong) {
            return Some(word);
        }
        let mut placed = String::with_capacity(word.len());
        place_tone_to(&word, ToneStyle::Old, &mut placed);
        Some(placed)
    }
}
