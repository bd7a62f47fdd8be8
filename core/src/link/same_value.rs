//! Values of one field beside each other: the same, one completing the other, or contradicting.

use crate::clean::{fold, normalize};
use crate::field::{
    BirthDate, CitizenId, IdentityCard, InsuranceNumber, Phone, Province, Sex, UnitName,
};
use crate::finding::FieldName;
use crate::name::{Name, WordForm, agrees};

/// A value that could be read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Value {
    /// Its words in normal form, each with whether it is written in full.
    Name(Vec<(String, WordForm)>),
    /// Year, month and day as far as they are known; a placeholder's day is not.
    Date([Option<u16>; 3]),
    /// A number or code.
    Number(u64),
    /// Words in normal form.
    Words(String),
}

/// Reads a cell; `None` where it holds no value of its field.
pub(super) fn read(field: FieldName, text: &str) -> Option<Value> {
    use FieldName as F;
    Some(match field {
        F::FullName | F::FatherName | F::MotherName => {
            let name = Name::parse(text);
            if name.is_unknown() || name.is_empty() {
                return None;
            }
            let word =
                |part: crate::name::NamePart<'_>| (normalize(part.text).into_owned(), part.form);
            Value::Name(name.parts().map(word).collect())
        }
        F::BirthDate => {
            let date = BirthDate::parse(text).value?;
            let fine = !date.is_placeholder();
            let [month, day] = [date.month(), date.day()].map(|part| part.filter(|_| fine));
            Value::Date([date.year(), month.map(u16::from), day.map(u16::from)])
        }
        F::Sex => Value::Number(Sex::parse(text).value? as u64),
        F::CitizenId => Value::Number(CitizenId::parse(text).value?.packed()),
        F::IdentityCard => Value::Number(IdentityCard::parse(text).value?.packed()),
        F::InsuranceNumber => Value::Number(InsuranceNumber::parse(text).value?.packed()),
        F::Phone => Value::Number(Phone::parse(text).value?.packed()),
        F::Province => match Province::find(text) {
            Some(province) => Value::Number(province.current().code().into()),
            None => Value::Words(normalize(text).into_owned()),
        },
        F::District | F::Commune => words(UnitName::parse(text).name())?,
        _ => words(text)?,
    })
}

fn words(text: &str) -> Option<Value> {
    let normal = normalize(text);
    (!normal.is_empty()).then(|| Value::Words(normal.into_owned()))
}

impl Value {
    /// Whether it says all that `other` says, and contradicts nothing: equal values do.
    pub(super) fn completes(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Date(full), Self::Date(part)) => {
                full.iter().zip(part).all(|(full, part)| part.is_none() || full == part)
            }
            (Self::Name(full), Self::Name(part)) => name_completes(full, part),
            (Self::Words(full), Self::Words(part)) => word_completes(full, part),
            _ => self == other,
        }
    }
}

/// The same letters, with their marks or without.
fn word_completes(full: &str, part: &str) -> bool {
    full == part || part.is_ascii() && fold(full) == part
}

/// Word by word: the same, marks lost, or shortened; words between the first and the last may be
/// left out.
fn name_completes(full: &[(String, WordForm)], part: &[(String, WordForm)]) -> bool {
    let speaks = |(full, form): &(String, WordForm), (part, short): &(String, WordForm)| {
        let shortened = *form == WordForm::Full && *short != WordForm::Full;
        word_completes(full, part) && (form == short || shortened)
            || shortened && agrees(part, *short, full)
    };
    let both = |full: Option<_>, part: Option<_>| {
        full.zip(part).is_some_and(|(full, part)| speaks(full, part))
    };
    let mut left = full.iter();
    part.len() <= full.len()
        && both(full.first(), part.first())
        && both(full.last(), part.last())
        && part.iter().all(|word| left.any(|full| speaks(full, word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn completes(field: FieldName, full: &str, part: &str) -> bool {
        read(field, full).unwrap().completes(&read(field, part).unwrap())
    }

    #[test]
    fn a_fuller_value_says_what_the_poorer_says() {
        use FieldName as F;
        for (field, full, part) in [
            (F::FullName, "Nguyễn Văn Hòa", "NGUYEN VAN HOA"),
            (F::FullName, "Nguyễn Văn Hòa", "Nguyễn V. Hòa"),
            (F::FullName, "Nguyễn Văn Hòa", "Nguyễn Hòa"),
            (F::BirthDate, "12/5/1950", "1950"),
            (F::BirthDate, "12/5/1950", "5/1950"),
            (F::BirthDate, "12/5/1950", "01/01/1950"),
            (F::Commune, "Xã An Hảo", "An Hao"),
        ] {
            assert!(completes(field, full, part), "{full} / {part}");
            assert!(!completes(field, part, full), "{part} / {full}");
        }
    }

    #[test]
    fn equal_values_complete_each_other_and_others_do_not() {
        use FieldName as F;
        for (field, one, other, same) in [
            (F::FullName, "Nguyễn Văn Hoà", "nguyễn văn hòa", true),
            (F::BirthDate, "12/5/1950", "1950-05-12", true),
            (F::CitizenId, "089 050 001 234", "089050001234", true),
            (F::Province, "An Giang", "tỉnh An Giang", true),
            (F::FullName, "Nguyễn Văn Hòa", "Nguyễn Văn Hoa", false),
            (F::FullName, "Nguyễn Văn Hòa", "Trần Văn Hòa", false),
            (F::BirthDate, "12/5/1950", "13/5/1950", false),
            (F::CitizenId, "089050001234", "089050001235", false),
        ] {
            let both = completes(field, one, other) && completes(field, other, one);
            assert_eq!(both, same, "{one} / {other}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_no_value() {
        assert_eq!(read(FieldName::CitizenId, "không có"), None);
        assert_eq!(read(FieldName::BirthDate, "???"), None);
    }
}
