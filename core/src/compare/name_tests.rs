//! Levels of names, by what the facts say of each kind of difference.

use super::*;
use crate::clean::clean;
use crate::name::Name;

/// The ids of two written names in one table.
fn table(a: &str, b: &str) -> (NameTable, u32, u32) {
    let mut names = NameTable::default();
    let mut id = |text: &str| names.intern(&Name::parse(&clean(text).text));
    let (a, b) = (id(a), id(b));
    (names, a, b)
}

/// Surname, middle, given; the same whichever record comes first.
fn levels(a: &str, b: &str) -> [NamePart; 3] {
    let (names, x, y) = table(a, b);
    let NameLevels { surname, middle, given } = compare_names(&names, x, y);
    assert_eq!(compare_names(&names, y, x), NameLevels { surname, middle, given }, "{a} {b}");
    [surname, middle, given]
}

fn parent(a: &str, b: &str) -> ParentLevel {
    let (names, x, y) = table(a, b);
    assert_eq!(parent_level(&names, x, y), parent_level(&names, y, x), "{a} {b}");
    parent_level(&names, x, y)
}

#[test]
fn missing_is_told_part_by_part() {
    use NamePart::*;
    assert_eq!(levels("", ""), [MissingBoth; 3]);
    assert_eq!(levels("", "Nguyễn Văn Hòa"), [MissingOne; 3]);
    assert_eq!(levels("Nguyễn Lan", "Nguyễn Lan"), [Same, MissingBoth, Same]);
    assert_eq!(levels("Nguyễn Lan", "Nguyễn Thị Lan"), [Same, MissingOne, Same]);
}

/// One pair of names a level; merged sounds and doublets: facts vietnamese.md 1.5, Khmer
/// names in one piece or two: khmer.md 5.
#[test]
fn each_kind_of_difference_has_its_level() {
    use NamePart::*;
    for (a, b, want) in [
        ("Nguyễn Văn Hòa", "NGUYỄN VĂN HOÀ", [Same; 3]),
        ("Nguyễn Thị Hằng", "NGUYEN THI HANG", [Unmarked; 3]),
        // Unmarked and misheard at once.
        ("Trần Thị Hằng", "Chan Thi Han", [Sound, Unmarked, Sound]),
        ("Trần Thị Hằng", "Chần Thị Hằn", [Sound, Same, Sound]),
        // Hỏi and ngã are one tone in the south.
        ("Võ Thị Lan", "Vỏ Thị Lan", [Sound, Same, Same]),
        ("Hoàng Thị Lan", "Huỳnh Thị Lan", [Doublet, Same, Same]),
        ("Nguyễn Văn Phúc", "Nguyễn Văn Phước", [Same, Same, Doublet]),
        ("Nguyễn Văn Hòa", "Nguyễn V. Hòa", [Same, Initial, Same]),
        ("Nguyễn Văn Hòa", "Ng. Văn Hòa", [Initial, Same, Same]),
        ("Nguyễn Văn Hòa", "Tr. Văn Hòa", [Different, Same, Same]),
        ("Neáng Sa Rươl", "Neáng Sarươl", [Same, Joined, Joined]),
        // A final l is heard as n (facts: khmer.md 4).
        ("Neáng Sa Rươl", "Neáng Sarươn", [Same, Joined, Joined]),
        ("Nguyễn Văn Tuấn", "Nguyễn Văn Tuất", [Same, Same, Typo]),
        // Two names, though run together and without marks they would be one.
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng", [Same, Same, Marks]),
        ("Nguyễn Thị Hoa", "Nguyễn Văn Hòa", [Same, Different, Marks]),
        ("Nguyễn Thị Ngọc Lan", "Nguyễn Ngọc Lan", [Same, Partial, Same]),
        ("Nguyễn Văn Hòa", "Văn Hòa Nguyễn", [Order; 3]),
        ("Nguyễn Văn Phương", "Nguyễn Văn Phước", [Same, Same, Similar]),
        ("Nguyễn Văn Hòa", "Nguyễn Văn Tám", [Same, Same, Different]),
    ] {
        assert_eq!(levels(a, b), want, "{a} / {b}");
    }
}

/// One person in three writings (facts: khmer.md 4); another name stays another, and so do
/// Vietnamese names that Khmer ears would merge.
#[test]
fn names_of_one_sound_agree_whatever_letters_they_are_in() {
    use NamePart::*;
    let near = |part: NamePart| part < Typo;
    for other in ["Neáng Sốc Kha", "Neang Sokha", "Nèang Xốc Kha", "នាង សុខា"] {
        let [surname, middle, given] = levels("Neáng Sóc Kha", other);
        assert!(near(surname) && near(middle) && near(given), "{other}: {middle:?} {given:?}");
    }
    assert_eq!(levels("Neáng Sóc Kha", "Niếng Sóc Kha")[0], Sound);
    assert_eq!(levels("Chau Sóc Kha", "Neáng Sóc Kha")[0], Doublet);
    assert_eq!(levels("Chau Sóc Kha", "Thạch Sóc Kha")[0], Different);
    for (a, b) in [("Neáng Sóc Kha", "Neáng Sóc Khum"), ("Kim Khim", "Kim Kim")] {
        assert!(!near(levels(a, b)[2]), "{a} {b}");
    }
    assert!(!near(levels("Nguyễn Thị Lý", "Nguyễn Thị Lê")[2]));
}

/// A name of two letters with another letter is another name, and two letters of four too.
#[test]
fn short_names_are_not_misspellings_of_one_another() {
    for (a, b) in [("Lê Văn Ba", "Lê Văn Bé"), ("Lê Thị Lan", "Lê Thị Linh")] {
        assert_eq!(levels(a, b)[2], NamePart::Different, "{a} / {b}");
    }
}

/// The tone tells Hằng from Hẵn though their letters sound alike.
#[test]
fn one_sound_asks_for_one_tone() {
    assert_ne!(levels("Lê Thị Hằng", "Lê Thị Hẵn")[2], NamePart::Sound);
}

#[test]
fn a_parent_has_one_level() {
    use ParentLevel::*;
    for (a, b, want) in [
        ("", "", MissingBoth),
        ("Trần Văn Bảy", "", MissingOne),
        ("Trần Văn Bảy", "TRẦN VĂN BẢY", Same),
        ("Trần Văn Bảy", "Tran Van Bay", Sound),
        ("Hoàng Văn Bảy", "Huỳnh Văn Bảy", Sound),
        ("Trần Văn Bảy", "Trần V. Bảy", Initials),
        ("Trần Văn Bảy", "Trần Văn B.", Initials),
        // An initial that fits is no agreement when the surnames are two.
        ("Trần Văn Bảy", "Lê Văn B.", Different),
        ("Trần Văn Bảy", "Trần Bảy", Partial),
        // Parents are often entered by given name alone.
        ("Trần Văn Bảy", "Bảy", Partial),
        ("Trần Văn Tuấn", "Trần Văn Tuất", Typo),
        ("Trần Văn Bảy", "Lê Văn Bảy", GivenSame),
        ("Trần Văn Phương", "Trần Văn Phước", Similar),
        ("Trần Văn Bảy", "Trần Văn Tám", Different),
    ] {
        assert_eq!(parent(a, b), want, "{a} / {b}");
    }
}
