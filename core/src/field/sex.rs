//! Sex, in the words and codes of registers.

use super::Parsed;
use super::plain::{Plain, says_nothing};
use crate::finding::{FieldName, Finding, FindingCode};

/// Sex as registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Sex {
    /// Nam.
    Male = 1,
    /// Nữ.
    Female = 2,
}

impl Sex {
    /// Reads `Nam`, `Nữ`, `nu`, `1`, `2`, `M`, `F`, `Nam / M`, `trai`, `gái`, `female` … in any case.
    ///
    /// The code 0 is women in books that number men 1, and "unknown" in others: no value, and said
    /// so. Words that contradict each other give no value either.
    ///
    /// ```
    /// use hoten::Sex;
    /// assert_eq!(Sex::parse("Nữ / F").value, Some(Sex::Female));
    /// assert_eq!(Sex::parse("1").value.unwrap().as_str(), "male");
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Parsed<Self> {
        let unreadable =
            || Parsed::refused(Finding::new(FindingCode::SexUnreadable, FieldName::Sex));
        let Some(plain) = Plain::<32>::of(text) else { return unreadable() };
        let plain = plain.trimmed();
        if says_nothing(plain) {
            return Parsed::missing();
        }
        if matches!(plain, b"0" | b"0.0") {
            return Parsed::refused(Finding::new(FindingCode::SexCodeUnclear, FieldName::Sex));
        }
        let plain = plain.strip_suffix(b".0").unwrap_or(plain);
        let words =
            plain.split(|b| b" /-,.;:()".contains(b)).filter(|word| !word.is_empty()).map(meaning);
        let mut sex = None;
        for meaning in words {
            match (meaning, sex) {
                (Word::Label, _) => {}
                (Word::Means(said), None) => sex = Some(said),
                (Word::Means(said), Some(before)) if said == before => {}
                _ => return unreadable(),
            }
        }
        sex.map_or_else(unreadable, Parsed::of)
    }

    /// `"male"` or `"female"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Male => "male",
            Self::Female => "female",
        }
    }
}

enum Word {
    Means(Sex),
    /// Says nothing of its own: `giới` in `nam giới`, `con` in `con gái`.
    Label,
    Unknown,
}

fn meaning(word: &[u8]) -> Word {
    match word {
        b"nam" | b"1" | b"01" | b"m" | b"male" | b"trai" | b"ong" | b"man" => {
            Word::Means(Sex::Male)
        }
        b"nu" | b"2" | b"02" | b"f" | b"female" | b"gai" | b"ba" | b"woman" => {
            Word::Means(Sex::Female)
        }
        b"gioi" | b"tinh" | b"con" | b"be" | b"phai" => Word::Label,
        _ => Word::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_codes() {
        for text in [
            "Nam",
            "NAM",
            "nam",
            "1",
            "01",
            "1.0",
            "M",
            "male",
            "Nam / M",
            "Nam (1)",
            "trai",
            "con trai",
            "Nam giới",
            "Giới tính: Nam",
            " nam ",
        ] {
            assert_eq!(Sex::parse(text), Parsed::of(Sex::Male), "{text}");
        }
        for text in [
            "Nữ",
            "NỮ",
            "nu",
            "Nư\u{303}",
            "2",
            "2.0",
            "F",
            "Female",
            "Nữ / F",
            "gái",
            "Bé gái",
            "nữ giới",
        ] {
            assert_eq!(Sex::parse(text), Parsed::of(Sex::Female), "{text}");
        }
    }

    #[test]
    fn what_says_nothing_or_too_much() {
        for text in ["", " ", "-", "không rõ", "?"] {
            assert_eq!(Sex::parse(text), Parsed::missing(), "{text}");
        }
        for (text, code) in [
            ("0", "sex_code_unclear"),
            ("Nam / F", "sex_unreadable"),
            ("3", "sex_unreadable"),
            ("giới", "sex_unreadable"),
            ("♂", "sex_unreadable"),
            ("Nguyễn Văn Nam", "sex_unreadable"),
            ("một ô chứa cả một câu văn rất dài không nói gì về giới", "sex_unreadable"),
        ] {
            let parsed = Sex::parse(text);
            assert_eq!((parsed.value, parsed.findings[0].code.as_str()), (None, code), "{text}");
        }
    }
}
