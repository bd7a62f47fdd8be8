//! The lunar calendar, computed -> `src/field/lunar/tables.rs`.
//!
//! The algorithm is Hồ Ngọc Đức's ("Thuật toán tính âm lịch", 2004): new moons and the sun's
//! longitude after Jean Meeus, "Astronomical Algorithms" (1998), with the rule that month 11 holds the
//! winter solstice and the first month without a principal term is the leap month.

use super::same;
use std::f64::consts::PI;
use std::fmt::Write;

/// Julian day number of 31 December 1899, noon, which spreadsheets give the number 1 less one.
const EPOCH: i64 = 2_415_020;

/// The day, in local time, of the k-th new moon after that of 1 January 1900.
fn new_moon(k: i64, zone: f64) -> i64 {
    let k = k as f64;
    let t = k / 1236.85;
    let (t2, t3) = (t * t, t * t * t);
    let sin = |degrees: f64| (degrees * PI / 180.0).sin();
    let mean = 2_415_020.759_33 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3
        + 0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2);
    let sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
    let moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
    let node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
    let periodic = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2.0 * sun)
        - 0.4068 * sin(moon)
        + 0.0161 * sin(2.0 * moon)
        - 0.0004 * sin(3.0 * moon)
        + 0.0104 * sin(2.0 * node)
        - 0.0051 * sin(sun + moon)
        - 0.0074 * sin(sun - moon)
        + 0.0004 * sin(2.0 * node + sun)
        - 0.0004 * sin(2.0 * node - sun)
        - 0.0006 * sin(2.0 * node + moon)
        + 0.0010 * sin(2.0 * node - moon)
        + 0.0005 * sin(2.0 * moon + sun);
    let delta = if t < -11.0 {
        0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
    } else {
        -0.000278 + 0.000265 * t + 0.000262 * t2
    };
    (mean + periodic - delta + 0.5 + zone / 24.0).floor() as i64
}

/// In which twelfth of its way the sun stands at the local midnight that begins a day; 0: from the
/// spring equinox, 9: from the winter solstice.
fn sun_twelfth(day: i64, zone: f64) -> i64 {
    let t = (day as f64 - 2_451_545.5 - zone / 24.0) / 36525.0;
    let t2 = t * t;
    let sin = |degrees: f64| (degrees * PI / 180.0).sin();
    let anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2;
    let mean = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
    let centre = (1.914600 - 0.004817 * t - 0.000014 * t2) * sin(anomaly)
        + (0.019993 - 0.000101 * t) * sin(2.0 * anomaly)
        + 0.000290 * sin(3.0 * anomaly);
    let longitude = (mean + centre).rem_euclid(360.0);
    (longitude / 30.0).floor() as i64
}

/// Julian day number of a Gregorian date.
fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let a = (14 - month) / 12;
    let (y, m) = (year + 4800 - a, month + 12 * a - 3);
    day + (153 * m + 2) / 5 + 365 * y + y / 4 - y / 100 + y / 400 - 32045
}

/// Number of the new moon that begins month 11 of a solar year.
fn month_eleven(year: i64, zone: f64) -> i64 {
    let k = ((day_number(year, 12, 31) - 2_415_021) as f64 / 29.530588853).floor() as i64;
    if sun_twelfth(new_moon(k, zone), zone) >= 9 { k - 1 } else { k }
}

/// The months from month 11 of the year before to month 10: new moon, number, leap.
fn months(year: i64, zone: f64) -> Vec<(i64, i64, bool)> {
    let (from, to) = (month_eleven(year - 1, zone), month_eleven(year, zone));
    let leap_year = to - from == 13;
    let mut number = 11;
    let mut leap_met = false;
    let mut out = Vec::new();
    for k in from..to {
        let here = sun_twelfth(new_moon(k, zone), zone);
        let next = sun_twelfth(new_moon(k + 1, zone), zone);
        let leap = leap_year && !leap_met && k > from && here == next;
        if leap {
            leap_met = true;
        } else if k > from {
            number = number % 12 + 1;
        }
        out.push((k, number, leap));
    }
    out
}

/// One lunar year in the bits of `LunarYear`.
fn year_bits(year: i64, zone: f64) -> u32 {
    let mut all = months(year, zone);
    all.extend(months(year + 1, zone));
    let first = all.iter().position(|&(_, number, leap)| number == 1 && !leap).unwrap();
    let after = all.iter().rposition(|&(_, number, leap)| number == 1 && !leap).unwrap();
    let own = &all[first..after];
    assert!(own.len() == 12 || own.len() == 13, "{year} has {} months", own.len());
    let mut bits = 0;
    for (place, &(k, number, leap)) in own.iter().enumerate() {
        let days = new_moon(k + 1, zone) - new_moon(k, zone);
        assert!(days == 29 || days == 30);
        bits |= (days as u32 - 29) << place;
        if leap {
            bits |= (number as u32) << 13;
        }
    }
    let tet = new_moon(own[0].0, zone) - day_number(year, 1, 20);
    assert!((0..40).contains(&tet), "{year}");
    bits | (tet as u32) << 17
}

fn table(out: &mut String, years: std::ops::RangeInclusive<i64>, zone: f64) {
    for (at, year) in years.enumerate() {
        let gap = if at % 10 == 0 { "\n    " } else { " " };
        write!(out, "{gap}{:#08x},", year_bits(year, zone)).unwrap();
    }
    out.push_str("\n];\n");
}

#[test]
fn lunar_years() {
    assert_eq!(day_number(1900, 1, 1), EPOCH + 1);
    let mut out = String::from(
        "//! Generated by `tests/tables/lunar.rs` from the published algorithm; do not edit.\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\n/// The first lunar year of both tables.\npub(super) const FIRST_YEAR: usize = 1899;\n\n/// 1899 to 2100 by Hanoi's time, UTC+7.\npub(super) static CURRENT: [u32; 202] = [",
    );
    table(&mut out, 1899..=2100, 7.0);
    out.push_str("\n/// 1899 to 1975 by UTC+8.\npub(super) static OLDER: [u32; 77] = [");
    table(&mut out, 1899..=1975, 8.0);
    same("field/lunar/tables.rs", &out);
}
