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
    let lunar = prop_oneof![3 => Just(None), 1 => any::<bool>().prop_map(Some)];
    (year, month, day, lunar).prop_map(|(year, month, day, lunar)| {
        let date = BirthDate::new(year, month, day)?;
        Some(lunar.map_or(date, |leap| date.in_lunar_calendar(leap)))
    })
}

/// Dates in the words of clerks, and ages and names of years of one generation.
fn any_date_words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[1-9][0-9]? tuổi( mụ| tây)? \\((19|20)[0-9]{2}\\)",
        "(Giáp|Ất|Bính|Đinh|Mậu|Kỷ) (Tý|Sửu|Dần|Mão|Thìn|Tỵ)( 19[0-9]{2})?",
        "[1-3]?[0-9]/1?[0-9]( nhuận)?/19[0-9]{2}( âm lịch| AL| DL)?",
        "(ngày|mồng|rằm|năm|tháng|mười|một|hai|lăm|chín|Giêng|Chạp|Tết|nhuận|AL|tuổi|Mậu|Thân|linh|trăm|nghìn|/|\\.|[0-9]{1,4}| ){0,14}",
        "(ngày |mồng )?(một|hai|ba|năm|mười|mười lăm|hai mươi năm) tháng (hai|tư|năm|mười|Chạp)( năm (19[0-9]{2}|một chín năm năm))?",
        "19[0-9]{2}-19[0-9]{2}",
    ]
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
    fn dates_in_words_print_read_back_and_compare(left in any_date_words(), right in any_date_words()) {
        printed_reads_back!(&left, BirthDate);
        let (a, b) = (BirthDate::parse(&left), BirthDate::parse(&right));
        let agreement = BirthDate::compare(a.value, b.value);
        prop_assert_eq!(agreement, BirthDate::compare(b.value, a.value));
        if agreement == DateAgreement::Same {
            prop_assert_eq!(a.value, b.value);
        }
        // Candidates are dates of one year; the first is the value, or one of its years.
        for parsed in [a, b] {
            let candidates = parsed.candidates();
            prop_assert_eq!(candidates.is_empty(), parsed.value.is_none());
            prop_assert!(candidates.iter().all(|date| date.precision() != DatePrecision::Years));
            if let Some((date, first)) = parsed.value.zip(candidates.first()) {
                prop_assert!(date == *first || date.possible_years().any(|year| first.year() == Some(year)));
            }
        }
    }

    #[test]
    fn a_column_changes_no_more_than_the_order(
        cells in prop::collection::vec("[0-3]?[0-9][/.-][0-3]?[0-9][/.-](19)?[0-9]{2}", 0..12)
    ) {
        let column = DateColumn::survey(cells.iter().map(String::as_str));
        for cell in &cells {
            let (alone, told) = (BirthDate::parse(cell).value, column.parse(cell).value);
            // `0-13-00` says the thirteenth of an unknown month and year, or no month there is: the
            // order alone decides then whether anything is left.
            if let (Some(date), None) | (None, Some(date)) = (alone, told) {
                prop_assert_eq!((date.year(), date.month()), (None, None), "{}", cell);
                prop_assert!(date.day() > Some(12), "{}", cell);
            }
            if let Some((alone, told)) = alone.zip(told) {
                // `00` is the year 2000 beside a month, and unknown beside an unknown one: which of
                // 1 and 0 is the month, the column tells.
                let odd = alone.month().is_none() || alone.day().is_none();
                let swapped = BirthDate::new(alone.year(), alone.day(), alone.month());
                prop_assert!(odd || told == alone || Some(told) == swapped, "{}", cell);
                if column.order() == DateOrder::DayFirst {
                    prop_assert_eq!(alone, told);
                }
            }
        }
    }

    #[test]
    fn lunar_days_and_solar_days_are_each_other(
        year in 1890_u16..2110, month in 0_u8..14, day in 0_u8..33, leap: bool
    ) {
        if let Some(lunar) = LunarDate::new(year, month, leap, day)
            && let Some(solar) = lunar.to_solar()
        {
            prop_assert_eq!(LunarDate::from_solar(solar).filter(|_| solar.year() >= Some(1900) && solar.year() <= Some(2100)),
                Some(lunar).filter(|_| solar.year() >= Some(1900) && solar.year() <= Some(2100)));
        }
        if let Some(solar) = BirthDate::new(Some(year.max(1000)), Some(month.clamp(1, 12)), Some(day.clamp(1, 28)))
            && let Some(lunar) = LunarDate::from_solar(solar)
        {
            prop_assert_eq!(lunar.to_solar(), Some(solar));
            // Written as lunar or as solar, it is one day.
            let written = BirthDate::new(Some(lunar.year()), Some(lunar.month()), Some(lunar.day()));
            let written = written.map(|date| date.in_lunar_calendar(lunar.is_leap_month()));
            let agreement = BirthDate::compare(written, Some(solar));
            let placeholder = written.is_some_and(BirthDate::is_placeholder) || solar.is_placeholder();
            prop_assert!(placeholder || agreement == DateAgreement::LunarSolar, "{:?}", agreement);
        }
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
    fn addresses_agree_from_either_side(
        left in "(số [0-9]{1,3}/?)?( tổ [0-9])?( ấp (Ba|Bà) Xoài)?( đường Trần Phú)?",
        right in "(số 0?[0-9]{1,3})?( TO [0-9])?( AP BA XOAI)?( đường Trần Phú)?",
        text in any_text(),
    ) {
        for (a, b) in [(&left, &right), (&left, &text)] {
            let (a, b) = (Address::parse(a), Address::parse(b));
            prop_assert_eq!(a.compare(b), b.compare(a));
        }
        let own = Address::parse(&text);
        prop_assert_ne!(own.compare(own), AddressAgreement::Different);
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
