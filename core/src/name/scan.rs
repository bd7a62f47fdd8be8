//! From text to words: where each begins and ends, and how it is written. One pass.

use super::word::{is_apostrophe, is_name_letter};
use crate::text::{Letter, is_blank, is_invisible};
use core::iter::Peekable;
use core::str::CharIndices;
use smallvec::SmallVec;

/// A written word: byte range in the text and what was seen in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    // Four bytes each keep a name small; no name reaches 4 GiB.
    start: u32,
    end: u32,
    marks: u8,
}

impl Token {
    const VOWEL: u8 = 1;
    const DIGIT: u8 = 2;
    const ILLEGIBLE: u8 = 4;
    const DOT: u8 = 8;
    const LETTER: u8 = 16;
    const SECOND_LETTER: u8 = 32;
    const APOSTROPHE: u8 = 64;

    fn at(start: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        Self { start, end: start, marks: 0 }
    }

    pub(super) fn start(self) -> usize {
        self.start as usize
    }

    pub(super) fn end(self) -> usize {
        self.end as usize
    }

    /// The word's text.
    pub(super) fn text(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or_default()
    }

    fn has(self, mark: u8) -> bool {
        self.marks & mark != 0
    }

    /// Has a digit.
    pub(super) fn has_digit(self) -> bool {
        self.has(Self::DIGIT)
    }

    /// Has a letter.
    pub(super) fn has_letter(self) -> bool {
        self.has(Self::LETTER)
    }

    /// Has a mark that stands for what could not be read.
    pub(super) fn is_illegible(self) -> bool {
        self.has(Self::ILLEGIBLE)
    }

    /// Stands for a longer word: no vowel (`Ng`, `Trg`), or one letter with a dot (`Á.`).
    pub(super) fn is_abbreviated(self) -> bool {
        self.has(Self::LETTER)
            && !self.has(Self::ILLEGIBLE | Self::DIGIT | Self::APOSTROPHE)
            && (!self.has(Self::VOWEL) || self.has(Self::DOT) && !self.has(Self::SECOND_LETTER))
    }

    /// A single letter that a dot ends.
    pub(super) fn is_dotted(self) -> bool {
        self.has(Self::DOT)
    }

    /// The same word read as a whole: its dot only ends a line.
    pub(super) fn whole(self) -> Self {
        Self { marks: self.marks & !Self::DOT, ..self }
    }

    /// The same word known to be a particle (H), not a letter that stands for more.
    pub(super) fn particle(self) -> Self {
        Self { marks: self.marks | Self::VOWEL, ..self }
    }

    fn extend(&mut self, end: usize, marks: u8) {
        self.end = u32::try_from(end).unwrap_or(u32::MAX);
        let second = if self.has(Self::LETTER) { Self::SECOND_LETTER } else { 0 };
        self.marks |= marks | if marks & Self::LETTER != 0 { second } else { 0 };
    }
}

/// The words of a name, up to six without the heap.
pub(super) type Tokens = SmallVec<[Token; 6]>;

/// What one pass over the text found.
pub(super) struct Scan {
    pub(super) tokens: Tokens,
    /// Where text beside the name begins: a bracket, comma, spaced dash or slash.
    pub(super) rest: Option<usize>,
    /// How many words stand before a colon ("Họ tên: ...").
    pub(super) label: usize,
    /// The first character that no name has.
    pub(super) odd: Option<(usize, char)>,
}

struct Scanner<'a> {
    chars: Peekable<CharIndices<'a>>,
    scan: Scan,
    open: Option<Token>,
    /// The character before was a blank.
    spaced: bool,
}

/// Cuts the text into words.
pub(super) fn scan(text: &str) -> Scan {
    let scan = Scan { tokens: Tokens::new(), rest: None, label: 0, odd: None };
    let mut scanner =
        Scanner { chars: text.char_indices().peekable(), scan, open: None, spaced: true };
    while let Some((at, c)) = scanner.chars.next() {
        if let Some(letter) = Letter::of(c) {
            let vowel = if letter.is_vowel() { Token::VOWEL } else { 0 };
            scanner.extend(at, c, Token::LETTER | vowel);
            scanner.spaced = false;
        } else if is_blank(c) {
            scanner.close();
            scanner.spaced = true;
        } else if !is_invisible(c) {
            if !scanner.sign(at, c) {
                break;
            }
            scanner.spaced = false;
        }
    }
    scanner.close();
    scanner.scan
}

impl Scanner<'_> {
    fn extend(&mut self, at: usize, c: char, marks: u8) {
        self.open.get_or_insert(Token::at(at)).extend(at + c.len_utf8(), marks);
    }

    fn close(&mut self) {
        if let Some(token) = self.open.take() {
            self.scan.tokens.push(token);
        }
    }

    fn next_is(&mut self, test: impl Fn(char) -> bool) -> bool {
        self.chars.peek().is_some_and(|&(_, c)| test(c))
    }

    /// One letter so far: what follows may be an apostrophe in disguise (`H,Mông`).
    fn one_letter(&self) -> bool {
        self.open.is_some_and(|t| t.has(Token::LETTER) && !t.has(Token::SECOND_LETTER))
    }

    /// Ends the name here if there is one already.
    fn ends_name(&mut self, at: usize, words: usize) -> bool {
        self.close();
        let ends = self.scan.tokens.len() >= words;
        if ends {
            self.scan.rest = Some(at);
        }
        ends
    }

    /// Anything but letters and blanks; `false` where the name ends.
    fn sign(&mut self, at: usize, c: char) -> bool {
        match c {
            '0'..='9' => self.extend(at, c, Token::DIGIT),
            _ if is_apostrophe(c) => {
                if self.one_letter() || self.open.is_some() && self.next_is(char::is_alphabetic) {
                    self.extend(at, c, Token::APOSTROPHE);
                } else {
                    self.close();
                }
            }
            ',' | '/' if self.one_letter() && self.next_is(char::is_alphabetic) => {
                self.extend(at, c, Token::APOSTROPHE);
            }
            '(' | '[' | '{' | '<' | '（' => return !self.ends_name(at, 1),
            ',' | ';' | '|' | '/' | '\\' => return !self.ends_name(at, 2),
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {
                if self.spaced && self.next_is(is_blank) {
                    return !self.ends_name(at, 2);
                }
                self.close();
            }
            '.' if !self.next_is(|next| next == '.') => {
                if let Some(token) = &mut self.open {
                    token.marks |= Token::DOT;
                }
                self.close();
            }
            // `Ng~` is how books shorten Nguyễn.
            '~' if self.open.is_some_and(|t| !t.has(Token::VOWEL)) => self.close(),
            '.' | '…' | '?' => {
                self.extend(at, c, Token::ILLEGIBLE);
                while c == '.' && self.next_is(|next| next == '.') {
                    if let Some((at, dot)) = self.chars.next() {
                        self.extend(at, dot, Token::ILLEGIBLE);
                    }
                }
            }
            '*' | '_' if self.open.is_some() || self.next_is(char::is_alphabetic) => {
                self.extend(at, c, Token::ILLEGIBLE);
            }
            ':' => {
                self.close();
                self.scan.label = self.scan.tokens.len();
            }
            ')' | ']' | '}' | '>' | '）' | '"' | '“' | '”' | '«' | '»' | '•' | '·' => {
                self.close()
            }
            _ => self.other(at, c),
        }
        true
    }

    fn other(&mut self, at: usize, c: char) {
        let known = is_name_letter(c);
        // A list sign before the name (`* `, `+ `) is no part of it and no harm.
        let listing = c.is_ascii() && self.open.is_none();
        let harmless = known || listing && self.scan.tokens.is_empty();
        if !harmless {
            self.scan.odd.get_or_insert((at, c));
        }
        if !listing {
            // Other scripts do not abbreviate by leaving vowels out.
            self.extend(at, c, Token::LETTER | Token::VOWEL);
        }
    }
}
