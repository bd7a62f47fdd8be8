//! Names of persons: which words are surname, middle and given name, and what stands beside them.
//!
//! A [`Name`] borrows the caller's text; it repairs nothing. Text that may be dirty goes through
//! the clean room first. The ethnic origin of a name is no part of it.

/// Words without marks as constants, to be matched.
macro_rules! keys {
    ($($name:ident $fold:literal),+ $(,)?) => { $(const $name: FoldKey = FoldKey::of($fold);)+ };
}

mod abbreviation;
mod beside;
mod divide;
mod findings;
mod impossible;
mod note;
mod order;
mod origin;
mod scan;
mod sex;
mod title;
mod token;
mod word;

use self::divide::Division;
use self::scan::Tokens;
use crate::finding::{Finding, Span};
use alloc::vec::Vec;
use core::fmt;

pub use self::abbreviation::agrees;
pub use self::origin::{NameOrigin, Origin, OriginEvidence, name_origin};
pub use self::sex::SexHint;

/// What a word of a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameRole {
    /// Family or clan name.
    Surname,
    /// Between surname and given name.
    Middle,
    /// What the person is called; for Y Bih Niê, with the particle before it.
    Given,
}

/// How a word of a name is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordForm {
    /// In full.
    Full,
    /// Shortened: `Ng.`, `V.`, `Trg`.
    Abbreviated,
    /// With letters that could not be read: `T?m`, `Nguy…`.
    Illegible,
}

/// One word of a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct NamePart<'a> {
    /// As written, without the dot of an abbreviation.
    pub text: &'a str,
    /// Byte range in the text given to [`Name::parse`].
    pub span: Span,
    /// What it is.
    pub role: NameRole,
    /// How it is written.
    pub form: WordForm,
}

impl NamePart<'_> {
    /// Can this word stand for the other, a full word? See [`agrees`].
    #[must_use]
    pub fn agrees_with(&self, full: &str) -> bool {
        agrees(self.text, self.form, full)
    }
}

/// Shows role, form and place: never the word.
impl fmt::Debug for NamePart<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NamePart")
            .field("span", &self.span)
            .field("role", &self.role)
            .field("form", &self.form)
            .finish_non_exhaustive()
    }
}

/// A person's name, divided; it borrows the text it was parsed from.
///
/// Any number of words is accepted; up to six need no memory beyond the value itself. `Debug`
/// shows no words.
///
/// ```
/// use hoten::Name;
/// let name = Name::parse("Nguyễn Thị Minh Khai");
/// assert_eq!((name.surname(), name.middle(), name.given()), ("Nguyễn", "Thị Minh", "Khai"));
/// assert_eq!(name.syllables().count(), 4);
///
/// let name = Name::parse("1. Bà Công Tằng Tôn Nữ Thị Ninh (Sáu)");
/// assert_eq!((name.surname(), name.given()), ("Công Tằng Tôn Nữ", "Ninh"));
/// assert_eq!((name.lead(), name.suffix()), ("1. Bà", "Sáu"));
/// ```
#[derive(Clone)]
pub struct Name<'a> {
    text: &'a str,
    tokens: Tokens,
    division: Division,
    lead: usize,
    rest: usize,
    unknown: bool,
    findings: Vec<Finding>,
}

impl<'a> Name<'a> {
    /// Divides a full name: surname first, or given name first where the words leave no doubt
    /// (`Hòa Nguyễn Văn`). Takes any text; what is not a name shows in [`Name::findings`]. Linear in
    /// the text; a usual name takes no memory and a few tenths of a microsecond.
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let mut name = Self {
            text,
            tokens: Tokens::new(),
            division: Division::default(),
            lead: text.len(),
            rest: text.len(),
            unknown: false,
            findings: Vec::new(),
        };
        let tokens = &mut name.tokens;
        let seen = scan::scan(text, tokens);
        let parted = beside::part(text, tokens, &seen);
        tokens.truncate(parted.last);
        if parted.first > 0 {
            tokens.drain(..parted.first.min(parted.last));
        }
        // The dot after the last letter only abbreviates in company: `Ng. V. A.`, not `Lê Văn A.`.
        if let Some((last, others)) = tokens.split_last_mut()
            && last.is_dotted()
            && !others.iter().any(|token| token.is_abbreviated())
        {
            *last = last.whole();
        }
        name.lead = tokens.first().map_or(text.len(), |token| token.start());
        name.rest = parted.rest.unwrap_or(text.len());
        name.division = divide::divide(text, tokens);
        name.unknown = beside::is_no_name(text, tokens);
        name.findings = findings::of(&name, &seen);
        name
    }

    /// The surname as written; empty if there is none. One to four words.
    #[must_use]
    pub fn surname(&self) -> &'a str {
        self.range(self.division.surname)
    }

    /// What stands between surname and given name; may be empty.
    #[must_use]
    pub fn middle(&self) -> &'a str {
        self.range(self.division.middle)
    }

    /// The given name: the last word, or what follows a particle (`Y Bih`).
    #[must_use]
    pub fn given(&self) -> &'a str {
        self.range(self.division.given)
    }

    /// Text before the name: a number in a list, an honorific, a label; may be empty.
    #[must_use]
    pub fn lead(&self) -> &'a str {
        self.text.get(..self.lead).unwrap_or_default().trim()
    }

    /// Text after the name without its brackets: an alias, a birth date, a note; may be empty.
    #[must_use]
    pub fn suffix(&self) -> &'a str {
        let rest = self.text.get(self.rest..).unwrap_or_default();
        rest.trim_matches(|c: char| c.is_whitespace() || "()[]{}<>（）,;|/\\-–—".contains(c))
    }

    /// The words of the name in the order written.
    pub fn syllables(&self) -> impl ExactSizeIterator<Item = &'a str> + Clone + '_ {
        let text = self.text;
        self.tokens.iter().map(move |token| token.text(text))
    }

    /// The words of the name in the order written, with role and form.
    pub fn parts(&self) -> impl ExactSizeIterator<Item = NamePart<'a>> + Clone + '_ {
        let text = self.text;
        self.tokens.iter().enumerate().map(move |(at, token)| NamePart {
            text: token.text(text),
            span: Span { start: token.start(), end: token.end() },
            role: self.role(at),
            form: if token.is_illegible() {
                WordForm::Illegible
            } else if token.is_abbreviated() {
                WordForm::Abbreviated
            } else {
                WordForm::Full
            },
        })
    }

    /// How many words the name has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Is there no word at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Does the text only say that the name is not known (`không rõ`)?
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.unknown
    }

    /// What was noticed, in the order of the text's weight: errors first. Empty for a plain name.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What middle and given name, or a surname or particle that belongs to one sex, tell about
    /// the person's sex; `None` if none of them is known to tell anything.
    ///
    /// Evidence with a probability, for checks: never to fill in a sex that is missing. Words cut
    /// short count for nothing. May allocate.
    ///
    /// ```
    /// use hoten::Name;
    /// let name = Name::parse("Nguyễn Thị Minh Khai");
    /// let hint = name.sex_hint().unwrap();
    /// assert!(hint.p_female > 0.99);
    /// assert_eq!(hint.evidence, "Thị");
    /// // Y leads men's names in Ê Đê and women's in Xơ Đăng.
    /// assert_eq!(Name::parse("Y Plêr").sex_hint(), None);
    /// ```
    #[must_use]
    pub fn sex_hint(&self) -> Option<SexHint<'a>> {
        sex::hint(self)
    }

    fn range(&self, (first, end): (u32, u32)) -> &'a str {
        let words = self.tokens.get(first as usize..end as usize).unwrap_or_default();
        match words {
            [] => "",
            [only] => only.text(self.text),
            [first, .., last] => self.text.get(first.start()..last.end()).unwrap_or_default(),
        }
    }

    fn role(&self, at: usize) -> NameRole {
        let within = |(first, end): (u32, u32)| (first as usize..end as usize).contains(&at);
        if within(self.division.surname) {
            NameRole::Surname
        } else if within(self.division.given) {
            NameRole::Given
        } else {
            NameRole::Middle
        }
    }
}

/// Shows how many words there are and what was noticed: no text.
impl fmt::Debug for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Name")
            .field("words", &self.tokens.len())
            .field("findings", &self.findings)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
