//! From text to words: where each begins and ends, and how it is written. One pass.

use super::token::Token;
use super::word::{is_apostrophe, is_name_letter};
use crate::text::{Letter, is_alphabetic, is_blank, is_invisible};
use core::str::Chars;
use smallvec::SmallVec;

/// The words of a name, up to six without the heap.
pub(super) type Tokens = SmallVec<[Token; 6]>;

/// What one pass over the text found besides words.
#[derive(Default)]
pub(super) struct Seen {
    /// Where text beside the name begins: a bracket, comma, spaced dash or slash.
    pub(super) rest: Option<usize>,
    /// How many words stand before a colon ("Họ tên: ...").
    pub(super) label: usize,
    /// The first character that no name has.
    pub(super) odd: Option<(usize, char)>,
    /// Some word is cut short, half read or holds a digit.
    pub(super) unclear: bool,
}

struct Scanner<'a, 't> {
    len: usize,
    chars: Chars<'a>,
    tokens: &'t mut Tokens,
    seen: Seen,
    /// The word being read, if any of it was read.
    word: Token,
    /// The character before was a blank.
    spaced: bool,
}

/// Cuts the text into words.
pub(super) fn scan(text: &str, tokens: &mut Tokens) -> Seen {
    let (len, chars, seen) = (text.len(), text.chars(), Seen::default());
    let mut scanner = Scanner { len, chars, tokens, seen, word: Token::at(0), spaced: true };
    loop {
        let at = scanner.place();
        let Some(c) = scanner.chars.next() else { break };
        if let Some(letter) = Letter::of(c) {
            scanner.open(at);
            scanner.word.letters(letter, &mut scanner.chars);
            scanner.word.ends(scanner.place());
            scanner.spaced = false;
        } else if is_blank(c) {
            scanner.close();
            scanner.spaced = true;
        } else if c == '\0' {
            // Takes no place in a word, yet no keyboard types it: something was lost here.
            scanner.seen.odd.get_or_insert((at, c));
        } else if !is_invisible(c) {
            if !scanner.sign(at, c) {
                break;
            }
            scanner.spaced = false;
        }
    }
    scanner.close();
    scanner.seen
}

impl Scanner<'_, '_> {
    /// Where the next character stands.
    #[inline]
    fn place(&self) -> usize {
        self.len - self.chars.as_str().len()
    }

    #[inline]
    fn open(&mut self, at: usize) {
        if !self.word.is_open() {
            self.word = Token::at(at);
        }
    }

    fn extend(&mut self, at: usize, c: char, marks: u8) {
        self.open(at);
        self.word.other(c, marks);
        self.word.ends(at + c.len_utf8());
    }

    #[inline]
    fn close(&mut self) {
        if self.word.is_open() {
            self.tokens.push(self.word);
            self.seen.unclear |= !self.word.is_full();
            self.word = Token::at(0);
        }
    }

    fn next_is(&self, test: impl Fn(char) -> bool) -> bool {
        self.chars.clone().next().is_some_and(test)
    }

    /// One letter so far: what follows may be an apostrophe in disguise (`H,Mông`).
    fn one_letter(&self) -> bool {
        self.word.has(Token::LETTER) && !self.word.has(Token::SECOND_LETTER)
    }

    /// Ends the name here if there is one already.
    fn ends_name(&mut self, at: usize, words: usize) -> bool {
        self.close();
        let ends = self.tokens.len() >= words;
        if ends {
            self.seen.rest = Some(at);
        }
        ends
    }

    /// Anything but letters and blanks; `false` where the name ends.
    fn sign(&mut self, at: usize, c: char) -> bool {
        match c {
            '0'..='9' => self.digit(at, c),
            _ if is_apostrophe(c) => {
                if self.one_letter() || self.word.is_open() && self.next_is(is_alphabetic) {
                    self.extend(at, c, Token::APOSTROPHE);
                } else {
                    self.close();
                }
            }
            ',' | '/' if self.one_letter() && self.next_is(is_alphabetic) => {
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
                self.word.dot();
                self.close();
            }
            // `Ng~` is how books shorten Nguyễn.
            '~' if self.word.is_open() && !self.word.has(Token::VOWEL) => self.close(),
            '.' | '…' | '?' => {
                self.extend(at, c, Token::ILLEGIBLE);
                while c == '.' && self.next_is(|next| next == '.') {
                    let at = self.place();
                    self.chars.next();
                    self.extend(at, '.', Token::ILLEGIBLE);
                }
            }
            '*' | '_' if self.word.is_open() || self.next_is(is_alphabetic) => {
                self.extend(at, c, Token::ILLEGIBLE);
            }
            ':' => {
                self.close();
                self.seen.label = self.tokens.len();
            }
            // `a) Lê Văn Hòa`: a letter that numbers.
            ')' if self.one_letter() && self.tokens.is_empty() => {
                self.close();
                self.seen.label = 1;
            }
            ')' | ']' | '}' | '>' | '）' | '"' | '“' | '”' | '«' | '»' | '•' | '·' => {
                self.close()
            }
            _ => self.other(at, c),
        }
        true
    }

    /// A number that touches the name is cut off: `1Lê Văn Hòa`, `Lê Văn Hòa1950`. Digits inside a
    /// word stay, they may be keys that were to be marks (`Nguye6n4`).
    fn digit(&mut self, at: usize, c: char) {
        let after = self.chars.as_str();
        if self.word.has(Token::LETTER) && !self.word.has(Token::DIGIT) {
            let dated = |c: &char| c.is_ascii_digit() || matches!(c, '/' | '-' | '.');
            // More characters than a date has are none.
            let digits = after.chars().take(10).take_while(dated).filter(char::is_ascii_digit);
            if digits.count() >= 3 {
                self.close();
            }
        }
        self.extend(at, c, Token::DIGIT);
        let numbering = self.tokens.is_empty() && !self.word.has(Token::LETTER);
        if numbering && self.next_is(is_alphabetic) {
            self.close();
        }
    }

    fn other(&mut self, at: usize, c: char) {
        let known = is_name_letter(c);
        // A list sign before the name (`* `, `+ `) is no part of it and no harm.
        let listing = c.is_ascii() && !self.word.is_open();
        let harmless = known || listing && self.tokens.is_empty();
        if !harmless {
            self.seen.odd.get_or_insert((at, c));
        }
        if !listing {
            // Other scripts do not abbreviate by leaving vowels out.
            self.extend(at, c, Token::LETTER | Token::VOWEL);
        }
    }
}
