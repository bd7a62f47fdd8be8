//! Laws of the field room.

use hoten::*;
use proptest::prelude::*;

/// Values as clerks and spreadsheets write them, and anything else.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9 ./,'+Ee\\-]{0,24}",
        "[0-9]{1,4}[/.-][0-9]{1,3}([/.-][0-9]{1,5})?",
        "(số|so|tổ|to|ấp|Ap|khóm|bản|xã|X\\.|P|T\\.|tp|,| |[0-9]{1,3}|Hòa|a\u{301}){0,12}",
    ]
}

fn any_date() -> impl Strategy<Value = Option<BirthDate>> {
    let year =
        prop_oneof![Just(None), (1948_u16..1956).prop_map(Some), (1000_u16..=9999).prop_map(Some)];
    let month = prop::option::of(1_u8..=12);
    let day = prop_oneof![Just(None), Just(Some(1)), (1_u8..=31).prop_map(Some)];
    (year, month, day).prop_map(|(year, month, day)| BirthDate::new(year, month, day))
}

/// Twelve digits near each other, so that slips are met.
fn any_digits() -> impl Strategy<Value = String> {
    "0(89|01)[0-3]5[01]00[12]{2}[0-9]{2}"
}

/// Does `part` lie within `whole`, byte for byte?
fn inside(whole: &str, part: &str) -> bool {
    let (start, at) = (whole.as_ptr() as usize, part.as_ptr() as usize);
    part.is_empty() || at >= start && at + part.len() <= start + whole.len()
}

fn spans_inside<T>(text: &str, parsed: &Parsed<T>) -> bool {
    parsed
        .findings
        .iter()
        .filter_map(|finding| finding.span)
        .all(|span| span.start <= span.end && text.get(span.start..span.end).is_some())
}

macro_rules! printed_reads_back {
    ($text:expr, $($kind:ty),*) => {$(
        let parsed = <$kind>::parse($text);
        prop_assert!(spans_inside($text, &parsed));
        if let Some(value) = parsed.value {
            let printed = value.to_string();
            prop_assert_eq!(<$kind>::parse(&printed).value, Some(value), "{}", printed);
        } else {
            // Without a value and without a finding the cell says nothing.
            prop_assert_eq!(parsed.value, None);
        }
    )*};
}

proptest! {
    #[test]
    fn whatever_is_read_prints_and_reads_back(text in any_text()) {
        printed_reads_back!(&text, BirthDate, CitizenId, IdentityCard, InsuranceNumber, Phone, TaxCode);
        let sex = Sex::parse(&text);
        if let Some(value) = sex.value {
            prop_assert_eq!(Sex::parse(value.as_str()).value, Some(value));
        }
        if let Some(province) = Province::find(&text) {
            prop_assert!(ProvinceSet::find(&text).contains(province));
        }
    }

    #[test]
    fn digits_read_and_print_back(text in any_digits()) {
        prop_assert_eq!(CitizenId::parse(&text).value.unwrap().to_string(), text);
    }

    #[test]
    fn every_date_prints_and_reads_back(date in any_date()) {
        if let Some(date) = date {
            let printed = date.to_string();
            prop_assert_eq!(BirthDate::parse(&printed).value, Some(date), "{}", printed);
        }
    }

    #[test]
    fn dates_compare_the_same_both_ways(left in any_date(), right in any_date()) {
        let agreement = BirthDate::compare(left, right);
        prop_assert_eq!(agreement, BirthDate::compare(right, left));
        let known = |date: Option<BirthDate>| date.is_some_and(|date| date.year().is_some());
        prop_assert_eq!(
            agreement <= DateAgreement::MissingOne,
            !(known(left) && known(right))
        );
        if agreement == DateAgreement::Same {
            prop_assert_eq!(left, right);
        }
    }

    #[test]
    fn a_date_never_contradicts_itself(date in any_date()) {
        use DateAgreement::*;
        let agreement = BirthDate::compare(date, date);
        prop_assert!(matches!(
            agreement,
            Same | SameMonth | SameYear | PlaceholderYear | MissingBoth
        ), "{:?}", agreement);
    }

    #[test]
    fn numbers_compare_the_same_both_ways(left in any_digits(), right in any_digits()) {
        let (a, b) = (CitizenId::parse(&left).value, CitizenId::parse(&right).value);
        let agreement = CitizenId::compare(a, b);
        prop_assert_eq!(agreement, CitizenId::compare(b, a));
        // The plain definition, digit by digit.
        let differ: Vec<usize> =
            (0..12).filter(|&at| left.as_bytes()[at] != right.as_bytes()[at]).collect();
        let swapped = |at: usize| {
            left.as_bytes()[at] == right.as_bytes()[at + 1]
                && left.as_bytes()[at + 1] == right.as_bytes()[at]
        };
        let want = match differ[..] {
            [] => CitizenIdAgreement::Same,
            [_] => CitizenIdAgreement::OneDigit,
            [at, next] if next == at + 1 && swapped(at) => CitizenIdAgreement::Transposed,
            [first, ..] if first >= 6 => CitizenIdAgreement::OtherSerial,
            _ => CitizenIdAgreement::OtherStructure,
        };
        prop_assert_eq!(agreement, want);
        let (a, b) = (InsuranceNumber::parse(&left).value, InsuranceNumber::parse(&right).value);
        prop_assert_eq!(InsuranceNumber::compare(a, b), InsuranceNumber::compare(b, a));
    }

    #[test]
    fn places_are_parts_of_the_text(text in any_text()) {
        let unit = UnitName::parse(&text);
        prop_assert!(inside(&text, unit.name()));
        prop_assert_eq!(unit.name().is_empty(), unit.name().trim().is_empty());
        let address = Address::parse(&text);
        let parts = [
            address.house(), address.group(), address.hamlet(), address.hamlet_with_kind(),
            address.street(),
        ];
        for part in parts.into_iter().flatten() {
            prop_assert!(inside(&text, part));
            prop_assert!(!part.is_empty());
        }
        if let (Some(name), Some(whole)) = (address.hamlet(), address.hamlet_with_kind()) {
            prop_assert!(inside(whole, name));
        }
    }
}
