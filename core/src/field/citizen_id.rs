//! The 12-digit personal identification number.

use super::number::{
    Digits, NumberAgreement, digits_of, packed_number, print, rounded, value, wrong_length,
};
use super::{Parsed, Province, Sex, THIS_YEAR};
use crate::finding::{FieldName, Finding, FindingCode};
use alloc::string::ToString;
use core::fmt;
use core::num::NonZeroU64;

/// The 12-digit personal number (số định danh cá nhân, CCCD): `PPP G YY RRRRRR`.
///
/// Province or country of first birth registration, century and sex, two digits of the birth year,
/// six digits at random (Decree 137/2015 art. 13, Circular 07/2016). No check digit: a pass means
/// "well formed", never "true". The number stays with its owner through the merger of provinces,
/// but the police do cancel and re-issue numbers whose structure contradicts the person, so one
/// person may own two.
///
/// Eight bytes, also as an `Option`. [`fmt::Display`] writes the twelve digits, `Debug` hides them.
///
/// ```
/// use hoten::{CitizenId, Sex};
///
/// let id = CitizenId::parse("089 150 001 234").value.unwrap();
/// assert_eq!(id.province().map(|province| province.name()), Some("An Giang"));
/// assert_eq!((id.sex(), id.birth_year(), id.serial()), (Sex::Female, 1950, 1234));
/// // A number cell loses the zero in front.
/// let repaired = CitizenId::parse("89150001234.0");
/// assert_eq!(repaired.value, Some(id));
/// assert_eq!(repaired.findings[0].code.as_str(), "leading_zero_lost");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CitizenId(NonZeroU64);

packed_number!(CitizenId);

const FIELD: FieldName = FieldName::CitizenId;

impl CitizenId {
    /// Reads a number past blanks, dots, apostrophes and what spreadsheets do to it.
    ///
    /// One or two lost zeros are put back if that gives a province that exists and a birth year
    /// that has been. Scientific notation gives no value, nor does what was made of it: a number that
    /// ends in five zeros, by chance one in 100,000. An unknown province (country codes of
    /// births registered abroad are not listed here) and a birth in the future are reported, not
    /// refused.
    #[must_use]
    pub fn parse(text: &str) -> Parsed<Self> {
        let digits = match digits_of(text, FIELD) {
            Ok(digits) => digits,
            Err(parsed) => return parsed,
        };
        match digits.count {
            10..=12 if digits.ends_in_zeros(5) => return rounded(FIELD),
            12 => Self::of(digits).map_or_else(Parsed::missing, Self::judge),
            10 | 11 => match Self::restored(digits) {
                Some(id) => Parsed::of(id).note(
                    Finding::new(FindingCode::LeadingZeroLost, FIELD).suggest(id.to_string()),
                ),
                None => return wrong_length(digits, "12", FIELD),
            },
            9 => {
                return Parsed::refused(Finding::new(FindingCode::CitizenIdIsIdentityCard, FIELD));
            }
            _ => return wrong_length(digits, "12", FIELD),
        }
        .note_lookalike(digits, FIELD)
    }

    /// The number of exactly twelve digits.
    pub(super) fn of(digits: Digits) -> Option<Self> {
        NonZeroU64::new(digits.packed).filter(|_| digits.count == 12).map(Self)
    }

    /// The number that lost one or two zeros in front, if it is a likely one: a number cell loses
    /// all of them, so what still starts with 0 lacks another digit.
    pub(super) fn restored(digits: Digits) -> Option<Self> {
        let id = NonZeroU64::new(digits.packed).map(Self)?;
        let likely = id.province().is_some() && id.birth_year() <= THIS_YEAR;
        (matches!(digits.count, 10 | 11) && !digits.starts_with_zero() && likely).then_some(id)
    }

    fn judge(self) -> Parsed<Self> {
        let mut parsed = Parsed::of(self);
        if self.province().is_none() {
            let code = print(self.packed() >> 36, 3);
            parsed = parsed.note(
                Finding::new(FindingCode::CitizenIdProvinceUnknown, FIELD).with("code", code),
            );
        }
        let year = self.birth_year();
        if year > THIS_YEAR {
            parsed = parsed.note(
                Finding::new(FindingCode::CitizenIdBirthInFuture, FIELD)
                    .with("year", year.to_string()),
            );
        }
        parsed
    }

    /// The first three digits: province or country where the birth was first registered.
    #[must_use]
    pub fn province_code(self) -> u16 {
        value(self.packed(), 9, 3) as u16
    }

    /// The province of the first three digits, by its name until 2025-06-30; `None` if the code is
    /// not one of the 63.
    #[must_use]
    pub fn province(self) -> Option<Province> {
        Province::from_code(self.province_code())
    }

    /// Sex by the fourth digit: even male, odd female.
    #[must_use]
    pub fn sex(self) -> Sex {
        if self.century_digit().is_multiple_of(2) { Sex::Male } else { Sex::Female }
    }

    /// Birth year by digits four to six: 1900 to 2399.
    #[must_use]
    pub fn birth_year(self) -> u16 {
        1900 + self.century_digit() / 2 * 100 + value(self.packed(), 6, 2) as u16
    }

    fn century_digit(self) -> u16 {
        value(self.packed(), 8, 1) as u16
    }

    /// The last six digits, given at random.
    #[must_use]
    pub fn serial(self) -> u32 {
        value(self.packed(), 0, 6)
    }

    /// How two numbers, each there or not, agree. Symmetric.
    ///
    /// ```
    /// use hoten::{CitizenId, CitizenIdAgreement};
    /// let id = |text| CitizenId::parse(text).value;
    /// let other = CitizenId::compare(id("089150001234"), id("089150778899"));
    /// assert_eq!(other, CitizenIdAgreement::OtherSerial);
    /// ```
    #[must_use]
    #[inline]
    pub fn compare(left: Option<Self>, right: Option<Self>) -> CitizenIdAgreement {
        let (a, b) = (left.map(Self::packed), right.map(Self::packed));
        match NumberAgreement::of(a, b) {
            NumberAgreement::MissingBoth => CitizenIdAgreement::MissingBoth,
            NumberAgreement::MissingOne => CitizenIdAgreement::MissingOne,
            NumberAgreement::Same => CitizenIdAgreement::Same,
            NumberAgreement::OneDigit => CitizenIdAgreement::OneDigit,
            NumberAgreement::Transposed => CitizenIdAgreement::Transposed,
            NumberAgreement::Different if a.map(|a| a >> 24) == b.map(|b| b >> 24) => {
                CitizenIdAgreement::OtherSerial
            }
            // Twelve digits are of one generation.
            NumberAgreement::Different | NumberAgreement::OtherGeneration => {
                CitizenIdAgreement::OtherStructure
            }
        }
    }
}

impl fmt::Display for CitizenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&print(self.packed(), 12))
    }
}

/// How two citizen IDs agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum CitizenIdAgreement {
    /// Neither side has one.
    MissingBoth,
    /// One side has one.
    MissingOne,
    /// Digit for digit.
    Same,
    /// One digit differs.
    OneDigit,
    /// Two neighbouring digits are exchanged.
    Transposed,
    /// Province, sex and birth year agree, the random serial does not: two persons of one province
    /// and year, or a number issued anew.
    OtherSerial,
    /// Province, sex or birth year contradict, and more than one digit differs.
    OtherStructure,
}

impl CitizenIdAgreement {
    /// Every agreement, in the order of its number.
    pub const ALL: [Self; 7] = [
        Self::MissingBoth,
        Self::MissingOne,
        Self::Same,
        Self::OneDigit,
        Self::Transposed,
        Self::OtherSerial,
        Self::OtherStructure,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    fn read(text: &str) -> (Option<CitizenId>, Vec<&'static str>) {
        let parsed = CitizenId::parse(text);
        (parsed.value, parsed.findings.iter().map(|f| f.code.as_str()).collect())
    }

    #[test]
    fn structure_of_the_decree() {
        for (text, province, sex, year) in [
            ("001003123456", Some("Hà Nội"), Sex::Male, 1903),
            ("089150001234", Some("An Giang"), Sex::Female, 1950),
            ("079205001234", Some("Hồ Chí Minh"), Sex::Male, 2005),
            ("024305001234", Some("Bắc Giang"), Sex::Female, 2005),
            ("500050001234", None, Sex::Male, 1950),
        ] {
            let id = CitizenId::parse(text).value.unwrap();
            assert_eq!(id.province().map(Province::name), province, "{text}");
            assert_eq!((id.sex(), id.birth_year()), (sex, year), "{text}");
            assert_eq!(id.to_string(), text);
        }
    }

    #[test]
    fn suspect_is_not_refused() {
        // 003, 023 and 097 are gaps of the table, whatever other validators say.
        for text in ["003050001234", "023050001234", "097050001234", "500050001234"] {
            assert_eq!(read(text).1, ["citizen_id_province_unknown"]);
            assert!(read(text).0.is_some());
        }
        assert_eq!(read("089450001234").1, ["citizen_id_birth_in_future"]);
        assert_eq!(read("089280001234").1, ["citizen_id_birth_in_future"]);
    }

    #[test]
    fn what_spreadsheets_do() {
        let lost = |text: &str| {
            let (id, codes) = read(text);
            (id.map(|id| id.to_string()).unwrap_or_default(), codes)
        };
        assert_eq!(lost("79075000001"), ("079075000001".into(), ["leading_zero_lost"].into()));
        assert_eq!(lost("79075000001.0"), ("079075000001".into(), ["leading_zero_lost"].into()));
        assert_eq!(lost("1203012345"), ("001203012345".into(), ["leading_zero_lost"].into()));
        // 097 and 003 are no provinces; 2080 has not been.
        assert_eq!(lost("97075000001"), (String::new(), ["number_wrong_length"].into()));
        assert_eq!(lost("3203012345"), (String::new(), ["number_wrong_length"].into()));
        assert_eq!(lost("79280000001"), (String::new(), ["number_wrong_length"].into()));
        assert_eq!(lost("8,9192E+10"), (String::new(), ["id_destroyed"].into()));
        assert_eq!(lost("O89050001234").1, ["number_lookalike"]);
    }

    #[test]
    fn what_cannot_be_used() {
        assert_eq!(read(""), (None, [].into()));
        assert_eq!(read("351400331"), (None, ["citizen_id_is_identity_card"].into()));
        assert_eq!(read("12345"), (None, ["number_wrong_length"].into()));
        assert_eq!(read("0890500012345"), (None, ["number_wrong_length"].into()));
        assert_eq!(read("000000000000"), (None, ["number_placeholder"].into()));
        assert_eq!(read("08905000123x"), (None, ["number_unreadable"].into()));
        assert_eq!(read(&"1234".repeat(1000)), (None, ["number_wrong_length"].into()));
    }

    #[test]
    fn agreement_sees_the_structure() {
        use CitizenIdAgreement::*;
        for (a, b, want) in [
            ("089150001234", "089150001234", Same),
            ("089150001234", "089050001234", OneDigit),
            ("089150001234", "089150001243", Transposed),
            ("089150001234", "089150778899", OtherSerial),
            ("089150001234", "089151778899", OtherStructure),
            ("089150001234", "", MissingOne),
            ("", "", MissingBoth),
        ] {
            let (a, b) = (CitizenId::parse(a).value, CitizenId::parse(b).value);
            assert_eq!((CitizenId::compare(a, b), CitizenId::compare(b, a)), (want, want));
        }
        for (number, agreement) in CitizenIdAgreement::ALL.into_iter().enumerate() {
            assert_eq!(agreement as usize, number);
        }
    }
}
