//! Identity numbers and phones: unique without a list of those given out, because each commune
//! draws from its own share of the serials.

use crate::dice::Dice;
use std::collections::BTreeMap;

/// Provinces of first registration of people who moved here (Circular 07/2016).
const ELSEWHERE: [&str; 22] = [
    "001", "019", "030", "036", "038", "040", "045", "048", "052", "060", "066", "075", "077",
    "079", "084", "086", "087", "090", "092", "094", "095", "096",
];

/// Mobile prefixes (facts: ids.md 4).
const MOBILE: [&str; 32] = [
    "032", "033", "034", "035", "036", "037", "038", "039", "086", "096", "097", "098", "081",
    "082", "083", "084", "085", "088", "091", "094", "070", "076", "077", "078", "079", "089",
    "090", "093", "052", "056", "058", "092",
];

/// Gives out the numbers of one commune.
#[derive(Debug)]
pub(crate) struct Numbers {
    commune: u64,
    communes: u64,
    cccd: BTreeMap<(&'static str, i32, bool), u64>,
    cmnd: u64,
}

impl Numbers {
    pub(crate) fn new(commune: usize, communes: usize) -> Self {
        Self { commune: commune as u64, communes: communes as u64, cccd: BTreeMap::new(), cmnd: 0 }
    }

    /// Province code of first registration: here for nine in ten.
    pub(crate) fn birthplace(&self, dice: &mut Dice, here: &'static str) -> &'static str {
        if dice.chance(0.905) { here } else { dice.word(&ELSEWHERE) }
    }

    /// A new citizen ID: province, century and sex, year, six digits (facts: ids.md 1).
    pub(crate) fn cccd(&mut self, pid: &'static str, year: i32, female: bool) -> String {
        let counter = self.cccd.entry((pid, year, female)).or_insert(0);
        let serial = self.commune + self.communes * *counter;
        *counter += 1;
        let century = if year >= 2000 { 2 } else { 0 } + i32::from(female);
        // Men and women have counters of their own, and must not draw the same serials in turn.
        let salt = (year as u64) * 104_729
            + pid.bytes().map(u64::from).sum::<u64>() * 7_919
            + u64::from(female) * 271_829;
        let digits = (serial * 618_033 + salt) % 1_000_000;
        format!("{pid}{century}{:02}{digits:06}", year % 100)
    }

    /// A new nine-digit card of the province's police.
    pub(crate) fn cmnd(&mut self, prefix: &str) -> String {
        let serial = self.commune + self.communes * self.cmnd;
        self.cmnd += 1;
        let width = 9 - prefix.len();
        let digits = (serial * 6_180_339 + 271_828) % 10_u64.pow(width as u32);
        format!("{prefix}{digits:0width$}")
    }
}

/// A mobile number.
pub(crate) fn phone(dice: &mut Dice) -> String {
    format!("{}{:07}", dice.pick(&MOBILE), dice.below(10_000_000))
}

/// One digit wrong.
pub(crate) fn digit_wrong(dice: &mut Dice, number: &str) -> String {
    let place = dice.below(number.len());
    let shift = 1 + dice.below(9) as u8;
    number
        .bytes()
        .enumerate()
        .map(|(at, digit)| {
            char::from(if at == place { b'0' + (digit - b'0' + shift) % 10 } else { digit })
        })
        .collect()
}

/// Two digits beside one another exchanged; `None` when that changes nothing.
pub(crate) fn digits_swapped(dice: &mut Dice, number: &str) -> Option<String> {
    let mut digits: Vec<char> = number.chars().collect();
    let place = 1 + dice.below(digits.len().checked_sub(1)?);
    if digits[place] == digits[place - 1] {
        return None;
    }
    digits.swap(place, place - 1);
    Some(digits.into_iter().collect())
}
