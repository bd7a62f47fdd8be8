//! Similarity of whole names.

use super::*;
use alloc::vec::Vec;

fn score(left: &str, right: &str) -> f32 {
    let (there, back) = (name_similarity(left, right), name_similarity(right, left));
    assert!((there.score - back.score).abs() < 1e-5, "{left} {right}");
    there.score
}

/// A name, the same person's variant, another person's look-alike (kinds of variant: facts,
/// vietnamese.md 1.5, 3, 7).
#[test]
fn a_variant_stands_above_a_look_alike() {
    for (name, variant, other) in [
        ("Nguyễn Văn Hòa", "NGUYEN VAN HOA", "Nguyễn Văn Hoan"),
        ("Nguyễn Văn Hòa", "Nguyển Văn Hòa", "Nguyễn Văn Hóa"),
        ("Nguyễn Văn Hòa", "Nguyễn Hòa", "Nguyễn Thị Hòa"),
        ("Nguyễn Thị Hòa", "Nguyễn Thị Hòaa", "Nguyễn Văn Hòa"),
        ("Nguyễn Văn Hòa", "Ng. V. Hòa", "Nguyễn Văn Hùng"),
        ("Nguyễn Văn Hòa", "Ông Nguyễn Văn Hòa (Ba)", "Trần Văn Hòa"),
        ("Trần Thị Thanh Trang", "Trần Thanh Trang", "Trần Thị Thanh Trúc"),
        ("Trần Thị Thanh Trang", "Chần Thị Thanh Chang", "Trần Thị Thanh Trà"),
        ("Lê Hoàng Nam", "Nam Lê Hoàng", "Lê Hoàng Năm"),
        ("Lê Hoàng Nam", "Lê Huỳnh Nam", "Lê Hồng Nam"),
        ("Võ Minh Quân", "Vũ Minh Quân", "Đỗ Minh Quân"),
        ("Võ Minh Đức", "Võ Minh Đứt", "Võ Minh Đạt"),
        ("Phạm Minh Quốc", "Phmạ Minh Quốc", "Phan Minh Quốc"),
        ("Nguyễn Thị T?m", "Nguyễn Thị Tâm", "Nguyễn Thị Tuyết"),
        ("Lý Thị Mỹ", "Lí Thị Mĩ", "Lê Thị My"),
        ("Danh Sóc", "Danh Văn Sóc", "Danh Văn Sơn"),
    ] {
        let (near, far) = (score(name, variant), score(name, other));
        assert!(near > far, "{name}: {variant} {near}, {other} {far}");
    }
}

#[test]
fn one_name_is_one() {
    for (left, right) in [
        ("Nguyễn Văn Hòa", "NGUYỄN  VĂN HOÀ"),
        ("Hòa", "hoà"),
        ("Y Bih Niê", "Y BIH NIÊ"),
        ("Ông Lê Văn Hòa", "Lê Văn Hòa (chết)"),
    ] {
        let got = name_similarity(left, right);
        assert_eq!((got.score, got.reasons), (1.0, ReasonSet::of(Reason::Same)));
    }
}

#[test]
fn reasons_name_every_difference() {
    let reasons = |left: &str, right: &str| -> Vec<Reason> {
        name_similarity(left, right).reasons.iter().collect()
    };
    assert_eq!(reasons("Nguyễn Thị Lan", "Nguyễn Lan"), [Reason::MiddleMissing]);
    assert_eq!(reasons("Lan", "Nguyễn Thị Lan"), [Reason::SurnameMissing, Reason::MiddleMissing]);
    assert_eq!(reasons("Lê Hoàng Nam", "Nam Lê Hoàng"), [Reason::OrderChanged]);
    assert_eq!(
        reasons("Hoàng Văn Trí", "Huỳnh V. Chí"),
        [Reason::HeardTrCh, Reason::Doublet, Reason::Abbreviation]
    );
    assert_eq!(reasons("Nguyễn Văn Hòa", "Nguyễn Thị Hòa"), [Reason::Different]);
    assert_eq!(reasons("Nguyễn Văn Hòa", ""), [Reason::NoName]);
    assert_eq!(reasons("không rõ", "Nguyễn Văn Hòa"), [Reason::NoName]);
}

#[test]
fn a_rare_word_counts_more() {
    // Nguyễn is a third of the country, Cáp one in 6,000.
    assert!(score("Cáp Văn Hòa", "Cáp Văn Nam") > score("Nguyễn Văn Hòa", "Nguyễn Văn Nam"));
}

#[test]
fn long_names_stay_bounded() {
    let long = "Lan ".repeat(100_000);
    assert_eq!(score(&long, &long), 1.0);
    assert!(score(&long, "Nguyễn Văn Hòa") < 0.5);
}

/// One letter of a word that nobody counted bears is a slip; a letter and a tone are another word.
#[test]
fn a_letter_and_a_tone_are_two_differences() {
    for (word, letter, both) in [("Nghêu", "Nghên", "Nghến"), ("Khoeo", "Khoen", "Khoén")] {
        let of = |other: &str| {
            let full = |word: &str| ["Lê Văn ", word].concat();
            name_similarity(&full(word), &full(other))
        };
        let (near, far) = (of(letter), of(both));
        assert_eq!(near.reasons, ReasonSet::of(Reason::OneLetter), "{word} {letter}");
        assert_eq!(far.reasons, ReasonSet::of(Reason::Different), "{word} {both}");
        assert!(near.score > far.score);
    }
}
