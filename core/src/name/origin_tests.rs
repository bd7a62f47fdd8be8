//! Surnames by `data/surnames.tsv`; particles and scripts by facts vietnamese.md 0.9, khmer.md 4.

use super::*;

fn origin(text: &str) -> Origin {
    name_origin(text).origin
}

#[test]
fn surnames_and_words_tell() {
    use Origin::*;
    for (text, want) in [
        ("Nguyễn Văn Hòa", Kinh),
        ("NGUYEN VAN HOA", Kinh),
        ("Trần Thị Ngọc Lan", Kinh),
        ("Nguyễn Thị Như Y", Kinh),
        ("Neáng Sóc Kha", Khmer),
        ("Chau Rươl", Khmer),
        ("NEANG SOC KHA", Khmer),
        ("Thạch Srây Mom", Khmer),
        ("Danh Sa Rươl", Khmer),
        ("Kim Sa Ri", Khmer),
        ("សុខ សុខា", Khmer),
        ("Chế Linh", Cham),
        ("Đàng Năng Thọ", Cham),
        ("Y Bih Niê", OtherMinority),
        ("H'Hen Niê", OtherMinority),
        ("Rơ Châm H'Yéo", OtherMinority),
        ("", Unknown),
        ("không rõ", Unknown),
    ] {
        assert_eq!(origin(text), want, "{text}: {}", name_origin(text).certainty);
    }
}

/// A surname that others bear as well is settled by the words beside it.
#[test]
fn shared_surnames_need_more() {
    assert_eq!(origin("Lâm Thị Mỹ Dung"), Origin::Kinh);
    assert_ne!(origin("Lâm Srây Rươl"), Origin::Kinh);
    // Minorities bear Kinh names too: never quite sure.
    assert!(name_origin("Nguyễn Văn Hòa").certainty < 0.99);
}

#[test]
fn evidence_is_named_and_debug_tells_nothing() {
    let evidence = |text| name_origin(text).evidence().collect::<alloc::vec::Vec<_>>();
    assert!(evidence("សុខា").contains(&OriginEvidence::Script));
    assert_eq!(evidence("Xyz"), []);
    assert!(evidence("Neáng Sóc Kha").contains(&OriginEvidence::Surname));
    assert!(evidence("H'Hen Niê").contains(&OriginEvidence::Particle));
    assert!(evidence("Nguyễn Văn Hòa").contains(&OriginEvidence::CommonWords));
    let shown = alloc::format!("{:?}", name_origin("Neáng Sóc Kha"));
    assert_eq!(shown, "NameOrigin { .. }");
}

#[test]
fn any_length_has_an_answer() {
    for word in ["Srây ", "Lan ", "Neáng ", "\u{1780} "] {
        assert!(name_origin(&word.repeat(10_000)).certainty <= 1.0);
    }
}
