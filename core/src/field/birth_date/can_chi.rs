//! Names of years by the ten stems (Can) and twelve branches (Chi): Giáp Tý, Ất Sửu, ...
//!
//! A year's stem is `(year - 4) mod 10` from Giáp, its branch `(year - 4) mod 12` from Tý, so a name
//! comes back after 60 years. The year is the lunar one: it ends at the next Tết.

/// Years until a name comes back.
pub(super) const CYCLE: u16 = 60;

/// Stems without marks, from Giáp; where a stem has two spellings, the other one behind.
const STEMS: [&[&[u8]]; 10] = [
    &[b"giap"],
    &[b"at"],
    &[b"binh"],
    &[b"dinh"],
    &[b"mau"],
    &[b"ky", b"ki"],
    &[b"canh"],
    &[b"tan"],
    &[b"nham"],
    &[b"quy", b"qui"],
];

/// Branches without marks, from Tý. Tý and Tỵ are one word then: the stem tells them apart, since
/// stem and branch are both odd or both even.
const BRANCHES: [&[&[u8]]; 12] = [
    &[b"ty", b"ti"],
    &[b"suu"],
    &[b"dan"],
    &[b"mao", b"meo"],
    &[b"thin"],
    &[b"ty", b"ti"],
    &[b"ngo"],
    &[b"mui", b"vi"],
    &[b"than"],
    &[b"dau"],
    &[b"tuat"],
    &[b"hoi"],
];

const STEM_NAMES: [&str; 10] =
    ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];
const BRANCH_NAMES: [&str; 12] =
    ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"];

/// The place in the cycle of two words without marks, from Giáp Tý; `None` if they are no such name.
pub(super) fn place(stem: &[u8], branch: &[u8]) -> Option<u16> {
    let stem = STEMS.iter().position(|words| words.contains(&stem))?;
    let fits = |(at, words): (usize, &&[&[u8]])| at % 2 == stem % 2 && words.contains(&branch);
    let branch = BRANCHES.iter().enumerate().position(fits)?;
    // The number below 60 with these two remainders.
    Some(((6 * stem + 60 - 5 * branch) % 60) as u16)
}

/// Is the first word a stem at all, so that a year's name may be meant?
pub(super) fn is_stem(word: &[u8]) -> bool {
    STEMS.iter().any(|words| words.contains(&word))
}

/// The place of a year in the cycle.
pub(super) fn place_of(year: u16) -> u16 {
    (year + CYCLE - 4) % CYCLE
}

/// The latest year of a name that is not after `limit`.
pub(super) fn latest(place: u16, limit: u16) -> u16 {
    limit - (place_of(limit) + CYCLE - place) % CYCLE
}

/// The name of a year.
pub(super) fn name(year: u16) -> (&'static str, &'static str) {
    let place = usize::from(place_of(year));
    let stem = STEM_NAMES.get(place % 10).copied().unwrap_or_default();
    (stem, BRANCH_NAMES.get(place % 12).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_everyone_knows() {
        for (year, stem, branch) in [
            (1945, "Ất", "Dậu"),
            (1968, "Mậu", "Thân"),
            (1975, "Ất", "Mão"),
            (1984, "Giáp", "Tý"),
            (2024, "Giáp", "Thìn"),
            (2025, "Ất", "Tỵ"),
            (2026, "Bính", "Ngọ"),
        ] {
            assert_eq!(name(year), (stem, branch));
        }
    }

    /// All sixty names in the order of the almanac, and none of the other sixty pairs.
    #[test]
    fn sixty_names_and_their_years() {
        let mut found = 0;
        for (stem, stems) in STEMS.iter().enumerate() {
            for (branch, branches) in BRANCHES.iter().enumerate() {
                let place = place(stems[0], branches[0]);
                if stem % 2 != branch % 2 {
                    // Without marks Tý and Tỵ are one word, so that one of the two is always meant.
                    assert!(place.is_none() || matches!(branch, 0 | 5));
                    continue;
                }
                found += 1;
                let year = latest(place.unwrap(), 2026);
                assert!((1967..=2026).contains(&year));
                assert_eq!(name(year), (STEM_NAMES[stem], BRANCH_NAMES[branch]));
            }
        }
        assert_eq!(found, 60);
    }

    #[test]
    fn spellings() {
        assert_eq!(place(b"ky", b"meo"), place(b"ki", b"mao"));
        assert_eq!(place(b"qui", b"vi"), place(b"quy", b"mui"));
        assert_eq!(place(b"giap", b"ti"), Some(0));
        assert_eq!(place(b"giap", b"suu"), None);
        assert_eq!(place(b"nam", b"ty"), None);
        assert_eq!(latest(place(b"mau", b"than").unwrap(), 1967), 1908);
    }
}
