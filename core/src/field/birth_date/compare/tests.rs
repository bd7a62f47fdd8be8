use super::*;

#[test]
fn every_pairing() {
    use DateAgreement::*;
    for (left, right, want) in [
        ("12/05/1950", "12/05/1950", Same),
        ("12/05/1950", "05/1950", SameMonth),
        ("05/1950", "05/1950", SameMonth),
        ("12/05/1950", "1950", SameYear),
        ("05/1950", "1950", SameYear),
        ("1950", "1950", SameYear),
        ("05/--/1950", "1950", SameYear),
        ("01/01/1950", "12/05/1950", PlaceholderYear),
        ("01/01/1950", "01/01/1950", PlaceholderYear),
        ("01/01/1950", "05/1950", PlaceholderYear),
        ("01/01/1950", "1950", SameYear),
        ("01/01/1950", "12/05/1951", NearYear),
        ("01/01/1950", "01/01/1952", NearYear),
        ("01/01/1950", "01/01/1960", Different),
        ("01/05/1950", "22/05/1950", PlaceholderMonth),
        ("01/05/1950", "01/05/1950", Same),
        ("12/05/1950", "05/12/1950", DayMonthSwapped),
        ("12/05/1950", "13/05/1950", OnePartTypo),
        ("12/05/1950", "21/05/1950", OnePartTypo),
        ("12/05/1950", "12/06/1950", OnePartTypo),
        ("12/05/1950", "12/05/1960", OnePartTypo),
        ("12/05/1956", "12/05/1965", OnePartTypo),
        ("12/05/1949", "12/05/1950", OnePartTypo),
        ("05/1950", "12/06/1950", OnePartTypo),
        ("05/1950", "05/1951", OnePartTypo),
        ("12/05/1950", "27/05/1950", OnePart),
        ("12/05/1950", "12/10/1950", OnePart),
        ("12/05/1950", "12/05/1978", SameDayMonth),
        ("12/05/1950", "23/08/1950", YearOnly),
        ("05/1950", "12/11/1950", YearOnly),
        ("1950", "12/05/1952", NearYear),
        ("05/1950", "06/1951", NearYear),
        ("1950", "1953", Different),
        ("12/05/1950", "23/08/1951", Different),
        // 1 of the first month is 29 January 1968; the South's almanacs had the 30th.
        ("29/01/1968", "1/1/1968 âm lịch", LunarSolar),
        ("30/01/1968", "1/1/1968 âm lịch", LunarSolar),
        ("15/08/1968", "15/8/1968 âm lịch", LunarSolar),
        // 15/8 of 1968 is 6 October.
        ("15/08/1968", "06/10/1968", LunarSolar),
        ("06/10/1968", "15/8 Mậu Thân", PossibleYear),
        // 30/02 that no solar February has: 17 April 1950.
        ("30/02/1950", "16/04/1950", LunarSolar),
        // 25/12 of 1949 is 11 February 1950.
        ("25/12/1949", "11/02/1950", LunarSolar),
        ("25/12/1949 âm lịch", "11/02/1950", LunarSolar),
        ("25/12/1949 âm lịch", "12/02/1950", OnePartTypo),
        ("25/12/1949 âm lịch", "1950", SameYear),
        ("25/12/1949 âm lịch", "1949", SameYear),
        ("8/1968 âm lịch", "06/10/1968", SameMonth),
        ("8/1968 âm lịch", "1968", SameYear),
        ("1968 âm lịch", "1969", NearYear),
        ("15/8/1968 âm lịch", "15/8/1968 âm lịch", Same),
        ("15/8/1968 âm lịch", "16/8/1968 âm lịch", OnePartTypo),
        ("2/6/2025 âm lịch", "2/6 nhuận/2025 âm lịch", OnePartTypo),
        ("60 tuổi (2010)", "1950", PossibleYear),
        ("60 tuổi (2010)", "12/05/1951", PossibleYear),
        ("60 tuổi (2010)", "01/01/1951", PossibleYear),
        ("60 tuổi (2010)", "62 tuổi (2013)", PossibleYear),
        ("60 tuổi (2010)", "1949", NearYear),
        ("60 tuổi (2010)", "1953", NearYear),
        ("60 tuổi (2010)", "1954", Different),
        ("Mậu Thân", "1908", PossibleYear),
        ("Mậu Thân", "12/05/1968", PossibleYear),
        // Born before Tết: of the name of the year before.
        ("Mậu Thân", "10/02/1969", PossibleYear),
        ("Mậu Thân", "20/02/1969", NearYear),
        ("Mậu Thân", "1971", Different),
        ("Mậu Thân", "Mậu Thân", PossibleYear),
        ("Mậu Thân", "58 tuổi (2026)", PossibleYear),
        ("Mậu Thân", "", MissingOne),
        ("12/05/----", "12/05/1950", MissingOne),
        ("12/05/----", "", MissingBoth),
        ("", "1950", MissingOne),
        ("", "", MissingBoth),
    ] {
        let (a, b) = (BirthDate::parse(left).value, BirthDate::parse(right).value);
        assert_eq!(BirthDate::compare(a, b), want, "{left} {right}");
        assert_eq!(BirthDate::compare(b, a), want, "{right} {left}");
    }
}

#[test]
fn numbers_are_those_of_the_list() {
    for (number, agreement) in DateAgreement::ALL.into_iter().enumerate() {
        assert_eq!(agreement as usize, number);
    }
}
