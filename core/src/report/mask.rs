//! Values made unreadable for those who need not know them, yet still tellable apart.

use crate::compare::Comparison;
use crate::finding::FieldName;
use crate::link::ComparedField;
use crate::record::FieldKind;

/// The value of a comparison without what points to the person.
pub(super) fn mask(field: &ComparedField, value: &str) -> String {
    let comparison = match field {
        ComparedField::Resident(comparison) => *comparison,
        ComparedField::Declared { kind, .. } => {
            return match kind {
                // Values that many have, as a resident's sex and commune.
                FieldKind::Category => value.to_owned(),
                FieldKind::Date => years_only(value),
                // What is counted or measured may be of one alone: a house, a wage, a number.
                FieldKind::Identifier | FieldKind::Number => number(value),
                FieldKind::Text => text(value),
            };
        }
    };
    match comparison {
        Comparison::Sex => value.to_owned(),
        Comparison::BirthDate => years_only(value),
        Comparison::CitizenId
        | Comparison::IdentityCard
        | Comparison::Insurance
        | Comparison::Phone => number(value),
        _ => initials(value),
    }
}

/// The value of a field without what points to the person, yet still tellable apart: units and
/// sources stay.
///
/// ```
/// use hoten::{FieldName, mask_value};
/// assert_eq!(mask_value(FieldName::CitizenId, "079075000001"), "079***0001");
/// assert_eq!(mask_value(FieldName::FullName, "Trần Thị Tư"), "T*** T*** T***");
/// ```
#[must_use]
pub fn field(field: FieldName, value: &str) -> String {
    use FieldName as F;
    match field {
        F::Sex | F::Source | F::Province | F::District | F::Commune => value.to_owned(),
        F::BirthDate | F::FatherBirthDate | F::MotherBirthDate | F::IssueDate => years_only(value),
        F::CitizenId | F::IdentityCard | F::InsuranceNumber | F::Phone => number(value),
        F::RecordId => record_id(value),
        _ => initials(value),
    }
}

/// First letter of each word.
pub(super) fn initials(value: &str) -> String {
    let words = value.split_whitespace().filter_map(|word| word.chars().next());
    words.map(|c| format!("{c}***")).collect::<Vec<_>>().join(" ")
}

/// A text of the caller's: a word with a digit in it may be a number that he did not declare as one.
fn text(value: &str) -> String {
    let has_digit = |word: &str| word.contains(|c: char| c.is_numeric());
    let words = value
        .split_whitespace()
        .map(|word| if has_digit(word) { "***".to_owned() } else { initials(word) });
    words.collect::<Vec<_>>().join(" ")
}

/// Of twelve digits the first three and last four, of nine to eleven the first and last two, of
/// fewer none.
pub(super) fn number(value: &str) -> String {
    let letters: Vec<char> = value.trim().chars().collect();
    let (head, tail) = match letters.len() {
        0 => return String::new(),
        1..9 => (0, 0),
        9..12 => (2, 2),
        _ => (3, 4),
    };
    let mut out: String = letters.iter().take(head).collect();
    out.push_str("***");
    out.extend(letters.iter().skip(letters.len() - tail));
    out
}

/// Groups of four digits stay; day and month do not.
fn years_only(value: &str) -> String {
    let parts = value.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    parts.map(|part| if part.len() == 4 { part } else { "**" }).collect::<Vec<_>>().join("/")
}

/// A record's own identifier: shown, since it is the way back to the record, unless it is so long
/// a number that it may be a person's.
pub(super) fn record_id(id: &str) -> String {
    let digits = id.chars().filter(char::is_ascii_digit).count();
    if digits >= 9 { number(id) } else { id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masked_values_keep_only_their_shape() {
        assert_eq!(
            mask(&ComparedField::Resident(Comparison::Father), "Nguyễn Văn Hòa"),
            "N*** V*** H***"
        );
        assert_eq!(
            mask(&ComparedField::Resident(Comparison::CitizenId), "079075000001"),
            "079***0001"
        );
        assert_eq!(
            mask(&ComparedField::Resident(Comparison::IdentityCard), "012345678"),
            "01***78"
        );
        assert_eq!(mask(&ComparedField::Resident(Comparison::IdentityCard), "12345678"), "***");
        assert_eq!(
            mask(&ComparedField::Resident(Comparison::BirthDate), "12/5/1950"),
            "**/**/1950"
        );
        assert_eq!(
            mask(&ComparedField::Resident(Comparison::BirthDate), "1950-05-12"),
            "1950/**/**"
        );
        assert_eq!(mask(&ComparedField::Resident(Comparison::BirthDate), "19500512"), "**");
        assert_eq!(mask(&ComparedField::Resident(Comparison::Sex), "Nam"), "Nam");
        for (of, value, want) in [
            (FieldName::MotherName, "Trần Thị Tư", "T*** T*** T***"),
            (FieldName::FatherBirthDate, "12/5/1950", "**/**/1950"),
            (FieldName::Phone, "0912345678", "09***78"),
            (FieldName::RecordId, "079075000001", "079***0001"),
            (FieldName::Commune, "X. An Hảo", "X. An Hảo"),
        ] {
            assert_eq!(field(of, value), want);
        }
        assert_eq!(
            (record_id("HS-17"), record_id("079075000001")),
            ("HS-17".into(), "079***0001".into())
        );
        let declared = |kind, value| {
            let name = "of the caller".to_owned();
            mask(&ComparedField::Declared { name, kind }, value)
        };
        for (kind, value, want) in [
            (FieldKind::Number, "7", "***"),
            (FieldKind::Number, "12500000", "***"),
            (FieldKind::Number, "-12.5", "***"),
            (FieldKind::Identifier, "B 1234", "***"),
            (FieldKind::Identifier, "079075000001", "079***0001"),
            (FieldKind::Text, "12A Lê Lợi", "*** L*** L***"),
            (FieldKind::Text, "An", "A***"),
            (FieldKind::Date, "12/5/1950", "**/**/1950"),
            (FieldKind::Category, "Khmer", "Khmer"),
            (FieldKind::Number, "", ""),
        ] {
            assert_eq!(declared(kind, value), want, "{value}");
        }
        assert_eq!((number(""), initials("  ")), (String::new(), String::new()));
    }
}
