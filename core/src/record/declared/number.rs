//! The number in a cell, however it is written.

use crate::text::is_alphanumeric;

/// The first number of a cell: `$1,299.00`, `1.299,00 €`, `12a`, `-3`.
///
/// Of point and comma the last one is the decimal sign if both stand there; one that stands several
/// times parts thousands, as does a single comma before three digits.
pub(super) fn parse(cell: &str) -> Option<f64> {
    let start = cell.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = cell.split_at_checked(start)?;
    let sign = |c: char| matches!(c, '.' | ',' | ' ' | '\u{A0}' | '\u{202F}');
    let end = rest.find(|c: char| !c.is_ascii_digit() && !sign(c)).unwrap_or(rest.len());
    let figures = rest.get(..end)?.trim_end_matches(sign);
    // A blank parts thousands only before three digits; elsewhere it ends the number.
    let mut digits = String::new();
    for (place, piece) in figures.split([' ', '\u{A0}', '\u{202F}']).enumerate() {
        let three = piece.chars().take_while(char::is_ascii_digit).count() == 3;
        if place > 0 && !three {
            break;
        }
        digits.push_str(piece);
    }
    let count = |sign: char| digits.matches(sign).count();
    let after = |at: usize| digits.len() - at - 1;
    let decimal = match (digits.rfind('.'), digits.rfind(',')) {
        (Some(point), Some(comma)) => Some(point.max(comma)),
        (Some(point), None) => Some(point).filter(|_| count('.') == 1),
        (None, Some(comma)) => Some(comma).filter(|&at| count(',') == 1 && after(at) != 3),
        (None, None) => None,
    };
    let mut plain = String::new();
    for (at, c) in digits.char_indices() {
        match c {
            _ if Some(at) == decimal => plain.push('.'),
            '0'..='9' => plain.push(c),
            _ => {}
        }
    }
    let number = value(&plain)?;
    let negative =
        before.trim_end().ends_with(['-', '\u{2212}']) && !before.contains(is_alphanumeric);
    Some(if negative { -number } else { number })
}

/// The number that digits and at most one point make.
#[cfg(not(all(target_arch = "wasm32", feature = "host-unicode")))]
fn value(plain: &str) -> Option<f64> {
    plain.parse().ok()
}

/// The engine around reads it as exactly, without 13 kB of powers of five.
#[cfg(all(target_arch = "wasm32", feature = "host-unicode"))]
fn value(plain: &str) -> Option<f64> {
    Some(hoten_host_unicode::number(plain)).filter(|number| !number.is_nan())
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn numbers_are_read_however_written() {
        for (cell, want) in [
            ("12", Some(12.0)),
            ("$1,299.00", Some(1299.0)),
            ("1.299,50 €", Some(1299.5)),
            ("1 299 000", Some(1_299_000.0)),
            ("1,299", Some(1299.0)),
            ("3,5", Some(3.5)),
            ("3.162", Some(3.162)),
            ("1.299.000", Some(1_299_000.0)),
            ("12a", Some(12.0)),
            ("no. 7", Some(7.0)),
            ("-3", Some(-3.0)),
            ("A-3", Some(3.0)),
            ("12 34", Some(12.0)),
            ("5.", Some(5.0)),
            ("none", None),
            ("", None),
        ] {
            assert_eq!(parse(cell), want, "{cell}");
        }
        assert!(parse(&"9".repeat(1_000_000)).is_some());
    }
}
