//! What became of numbers: mobile ones of eleven digits in 2018, area codes in 2017.

use super::Phone;
use crate::field::number::{digit, value};

/// Mobile prefixes of 11-digit numbers and what they became between 2018-09-15 and 2019-06-30; the
/// last seven digits stayed.
const RENUMBERED: [(u16, u8); 21] = [
    (120, 70),
    (121, 79),
    (122, 77),
    (123, 83),
    (124, 84),
    (125, 85),
    (126, 76),
    (127, 81),
    (128, 78),
    (129, 82),
    (162, 32),
    (163, 33),
    (164, 34),
    (165, 35),
    (166, 36),
    (167, 37),
    (168, 38),
    (169, 39),
    (186, 56),
    (188, 58),
    (199, 59),
];

/// Area codes of fixed lines until 2017 and since (Decision 2036/QĐ-BTTTT of 2016-11-21, in three
/// steps from 2017-02-11 to 2017-07-16); the subscriber's seven digits stayed, in Hà Nội eight.
/// Without those whose numbers today are mobile ones (033 was Quảng Ninh, 076 An Giang, 08 Hồ Chí
/// Minh): what stands there cannot be told from a mobile number and is read as one.
const OLD_AREAS: [(u16, u16); 44] = [
    (4, 24),
    (20, 214),
    (22, 212),
    (25, 205),
    (26, 206),
    (27, 207),
    (29, 216),
    (30, 229),
    (31, 225),
    (53, 233),
    (54, 234),
    (57, 257),
    (60, 260),
    (61, 251),
    (62, 252),
    (63, 263),
    (64, 254),
    (66, 276),
    (67, 277),
    (68, 259),
    (72, 272),
    (73, 273),
    (74, 294),
    (75, 275),
    (230, 215),
    (231, 213),
    (240, 204),
    (241, 222),
    (280, 208),
    (281, 209),
    (320, 220),
    (321, 221),
    (350, 228),
    (351, 226),
    (500, 262),
    (501, 261),
    (510, 235),
    (511, 236),
    (650, 274),
    (651, 271),
    (710, 292),
    (711, 293),
    (780, 290),
    (781, 291),
];

/// The areas of one or two digits among them, a bit for each.
const TWO_DIGITS: u128 = {
    let (mut bits, mut at) = (0_u128, 0);
    while at < OLD_AREAS.len() {
        #[allow(clippy::indexing_slicing, reason = "at compile time, below the length")]
        let (area, _) = OLD_AREAS[at];
        if area < 100 {
            bits |= 1 << area;
        }
        at += 1;
    }
    bits
};

/// A mobile number of eleven digits (here without its zero) as one of ten.
pub(super) fn renumbered(packed: u64) -> Option<Phone> {
    let prefix = value(packed, 7, 3) as u16;
    let (_, new) = RENUMBERED.iter().find(|(old, _)| *old == prefix)?;
    let new = u64::from(new / 10) << 4 | u64::from(new % 10);
    Some(Phone::of(new << 28 | packed & 0xFFF_FFFF))
}

/// A fixed line's number under today's area code, if its own is an old one.
pub(super) fn area_renamed(packed: u64, count: u8) -> Option<Phone> {
    let subscriber: u32 = if count == 9 && digit(packed, 8) == 4 { 8 } else { 7 };
    let area = value(packed, subscriber, u32::from(count) - subscriber) as u16;
    // Most numbers are mobile ones and leave here.
    if area < 100 && TWO_DIGITS >> area & 1 == 0 {
        return None;
    }
    let (_, new) = OLD_AREAS.iter().find(|(old, _)| *old == area)?;
    // No subscriber's number begins with 0 or 1; that also tells 0240 (Bắc Giang until 2017) from
    // Hà Nội's 024.
    if digit(packed, subscriber - 1) < 2 {
        return None;
    }
    let (new, digits) = (u64::from(*new), if *new < 100 { 2 } else { 3 });
    let area =
        (0..digits).fold(0, |sum, place| sum | (new / 10_u64.pow(place) % 10) << (place * 4));
    let rest = packed & ((1 << (subscriber * 4)) - 1);
    Some(Phone::of(area << (subscriber * 4) | rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;

    fn read(text: &str) -> (String, Vec<&'static str>) {
        let parsed = Phone::parse(text);
        (
            parsed.value.map(|phone| phone.to_string()).unwrap_or_default(),
            parsed.findings.iter().map(|f| f.code.as_str()).collect(),
        )
    }

    #[test]
    fn the_change_of_2018() {
        // Ministry of Information and Communications: 11 digits to 10.
        for (old, new) in [
            ("0120", "070"),
            ("0121", "079"),
            ("0122", "077"),
            ("0126", "076"),
            ("0128", "078"),
            ("0123", "083"),
            ("0124", "084"),
            ("0125", "085"),
            ("0127", "081"),
            ("0129", "082"),
            ("0162", "032"),
            ("0163", "033"),
            ("0164", "034"),
            ("0165", "035"),
            ("0166", "036"),
            ("0167", "037"),
            ("0168", "038"),
            ("0169", "039"),
            ("0186", "056"),
            ("0188", "058"),
            ("0199", "059"),
        ] {
            let want = (format!("{new}1234567"), ["phone_old_prefix"].into());
            assert_eq!(read(&format!("{old}1234567")), want, "{old}");
        }
        assert_eq!(read("01801234567").1, ["number_wrong_length"]);
        assert_eq!(read("1691234567").0, "0391234567");
    }

    /// Decision 2036/QĐ-BTTTT: each step's provinces, one of each length of code.
    #[test]
    fn the_area_codes_of_2017() {
        for (old, new) in [
            ("04 3825 1234", "02438251234"),
            ("022 385 1234", "02123851234"),
            ("0231 3851234", "02133851234"),
            ("054 3851234", "02343851234"),
            ("0511 3851234", "02363851234"),
            ("0240 3851234", "02043851234"),
            ("031 3851234", "02253851234"),
            ("0780 3851234", "02903851234"),
            ("0781 3851234", "02913851234"),
            ("0710 3851234", "02923851234"),
            ("074 3851234", "02943851234"),
            ("+84 61 3851234", "02513851234"),
            ("068 3851234", "02593851234"),
            ("0650 3851234", "02743851234"),
            ("067 3851234", "02773851234"),
        ] {
            assert_eq!(read(old), (new.into(), ["phone_old_area"].into()), "{old}");
        }
        // Numbers of today: Hà Nội, Hồ Chí Minh, Phú Thọ (unchanged); a mobile number where An
        // Giang's code was.
        for today in ["02438251234", "02838251234", "02103851234", "0763851234", "0838251234"] {
            assert_eq!(read(today), (today.into(), [].into()), "{today}");
        }
    }
}
