use super::*;
use crate::finding::FindingCode;

fn parts(text: &str) -> (&str, &str, &str) {
    let name = Name::parse(text);
    (name.surname(), name.middle(), name.given())
}

fn codes(text: &str) -> Vec<&'static str> {
    Name::parse(text).findings().iter().map(|finding| finding.code.as_str()).collect()
}

#[test]
fn names_of_one_to_seven_words() {
    for (text, want) in [
        ("Hòa", ("", "", "Hòa")),
        ("Nguyễn Hòa", ("Nguyễn", "", "Hòa")),
        ("Nguyễn Văn Hòa", ("Nguyễn", "Văn", "Hòa")),
        ("Nguyễn Thị Minh Khai", ("Nguyễn", "Thị Minh", "Khai")),
        ("NGUYỄN  THỊ\u{A0}MINH KHAI", ("NGUYỄN", "THỊ\u{A0}MINH", "KHAI")),
        ("Lê Nguyễn Thị Ngọc Bảo Anh Thư", ("Lê", "Nguyễn Thị Ngọc Bảo Anh", "Thư")),
        ("Nguyễn Thị Minh-Khai", ("Nguyễn", "Thị Minh", "Khai")),
    ] {
        assert_eq!(parts(text), want, "{text}");
        assert!(text != "Nguyễn Văn Hòa" || codes(text).is_empty());
    }
}

/// data/surnames.tsv, kind compound; facts: vietnamese.md 3 (royal forms).
#[test]
fn surnames_of_several_words() {
    for (text, want) in [
        ("Tôn Thất Tùng", ("Tôn Thất", "", "Tùng")),
        ("TÔN NỮ THỊ NINH", ("TÔN NỮ", "THỊ", "NINH")),
        ("TON NU THI NINH", ("TON NU", "THI", "NINH")),
        ("Công Tằng Tôn Nữ Hương", ("Công Tằng Tôn Nữ", "", "Hương")),
        ("Lan Huyền Tôn Nữ Ngọc Trân", ("Lan Huyền Tôn Nữ", "Ngọc", "Trân")),
        ("Hoàng Phủ Ngọc Tường", ("Hoàng Phủ", "Ngọc", "Tường")),
        ("Hoàng Phú Quý", ("Hoàng", "Phú", "Quý")),
        ("HOANG PHU QUY", ("HOANG", "PHU", "QUY")),
        ("Âu Dương", ("Âu", "", "Dương")),
        ("Nguyễn Phúc An", ("Nguyễn", "Phúc", "An")),
        ("Rơ Châm Hồng", ("Rơ Châm", "", "Hồng")),
    ] {
        assert_eq!(parts(text), want, "{text}");
    }
}

/// Facts: vietnamese.md 0.9 and data/surnames.tsv: Ê Đê and Mnông clans stand last.
#[test]
fn particles_and_clans_of_the_highlands() {
    for (text, want) in [
        ("Y Bih Niê", ("Niê", "", "Y Bih")),
        ("H'Hen Niê", ("Niê", "", "H'Hen")),
        ("H\u{2019}HEN NIÊ", ("NIÊ", "", "H\u{2019}HEN")),
        ("H Hen Niê", ("Niê", "", "H Hen")),
        ("Y Thịnh Niê Kdăm", ("Niê Kdăm", "", "Y Thịnh")),
        ("Y Wang Mlô Duôn Du", ("Mlô Duôn Du", "", "Y Wang")),
        ("A Phủ", ("", "", "A Phủ")),
        ("K' Brơi", ("K'", "", "Brơi")),
        ("Ka Hem", ("Ka", "", "Hem")),
        ("Siu Black", ("Siu", "", "Black")),
        ("Sùng A Páo", ("Sùng", "A", "Páo")),
        ("Hà Văn Nam", ("Hà", "Văn", "Nam")),
    ] {
        assert_eq!(parts(text), want, "{text}");
        assert!(Name::parse(text).parts().all(|part| part.form == WordForm::Full), "{text}");
    }
}

/// Facts: vietnamese.md 3, "non-name text in the cell".
#[test]
fn what_stands_beside_the_name_is_set_apart() {
    for (text, lead, name, suffix) in [
        ("Ông Nguyễn Văn Hòa", "Ông", "Nguyễn Văn Hòa", ""),
        ("Ô. Nguyễn Văn Hòa", "Ô.", "Nguyễn Văn Hòa", ""),
        ("Ô. Trau Sa Rươl", "Ô.", "Trau Sa Rươl", ""),
        ("BÀ TRẦN THỊ BÉ", "BÀ", "TRẦN THỊ BÉ", ""),
        ("Đ/c Lê Văn Hòa", "Đ/c", "Lê Văn Hòa", ""),
        ("Cụ Ông Phạm Văn Ba", "Cụ Ông", "Phạm Văn Ba", ""),
        ("1. Nguyễn Văn Hòa", "1.", "Nguyễn Văn Hòa", ""),
        ("12/ Lê Thị Tư", "12/", "Lê Thị Tư", ""),
        ("* Lê Thị Tư", "*", "Lê Thị Tư", ""),
        ("Họ và tên: Lê Thị Tư", "Họ và tên:", "Lê Thị Tư", ""),
        ("Nguyễn Văn Hòa (B)", "", "Nguyễn Văn Hòa", "B"),
        ("Nguyễn Văn Hòa (chết)", "", "Nguyễn Văn Hòa", "chết"),
        ("Nguyễn Văn Hòa(Út", "", "Nguyễn Văn Hòa", "Út"),
        ("Nguyễn Văn Hòa tức Ba Hòa", "", "Nguyễn Văn Hòa", "tức Ba Hòa"),
        ("Nguyễn Văn Hòa tự Ba", "", "Nguyễn Văn Hòa", "tự Ba"),
        ("Nguyễn Văn Hòa bí danh Ba", "", "Nguyễn Văn Hòa", "bí danh Ba"),
        ("Nguyễn Văn Hòa, Út", "", "Nguyễn Văn Hòa", "Út"),
        ("Nguyễn Văn Hòa - 1950", "", "Nguyễn Văn Hòa", "1950"),
        ("Nguyễn Văn Hòa 1950", "", "Nguyễn Văn Hòa", "1950"),
        ("Nguyễn Văn Hòa SN 1950", "", "Nguyễn Văn Hòa", "SN 1950"),
        ("Nguyễn Văn Hòa sn1950", "", "Nguyễn Văn Hòa", "sn1950"),
        ("Nguyễn Văn Hòa sinh năm 1950", "", "Nguyễn Văn Hòa", "sinh năm 1950"),
        ("Nguyễn Văn Hòa 12/5/1950", "", "Nguyễn Văn Hòa", "12/5/1950"),
        ("Nguyễn Văn Hòa 12-05-1950", "", "Nguyễn Văn Hòa", "12-05-1950"),
        ("Nguyễn Văn Hòa.", "", "Nguyễn Văn Hòa", ""),
    ] {
        let parsed = Name::parse(text);
        let words: Vec<_> = parsed.syllables().collect();
        assert_eq!(words.join(" "), name, "{text}");
        assert_eq!((parsed.lead(), parsed.suffix()), (lead, suffix), "{text}");
    }
}

/// The same words as parts of a name.
#[test]
fn names_that_look_like_notes_stay_whole() {
    for text in [
        "Ông Thị Loan",
        "Anh Thị Hoa",
        "Chu Văn An",
        "CHU HOANG NAM",
        "Nguyễn Thị Út",
        "Nguyễn Văn Tự",
        "Lê Tự Cường",
        "nguyễn văn tự do",
        "Nguyễn Văn Năm",
        "Trần Thị Bí",
        "Danh Thị Ba",
        "Cao Bá Quát",
        "Nguyen, An",
    ] {
        let parsed = Name::parse(text);
        assert_eq!((parsed.lead(), parsed.suffix()), ("", ""), "{text}");
        assert_eq!(parsed.len(), text.split(' ').count(), "{text}");
    }
}

#[test]
fn abbreviations_are_marked_word_by_word() {
    use WordForm::{Abbreviated as A, Full as F, Illegible as I};
    for (text, forms) in [
        ("Ng. V. Anh", &[A, A, F][..]),
        ("Ng V Anh", &[A, A, F]),
        ("N. A. Quang", &[A, A, F]),
        ("L.V.Linh", &[A, A, F]),
        ("Ng. V. A.", &[A, A, A]),
        ("Nguyễn Văn A.", &[F, F, F]),
        ("Nguyễn Văn A", &[F, F, F]),
        ("Y. Thị Huyền", &[A, F, F]),
        ("H. Tắng", &[A, F]),
        ("B. Á. Trang", &[A, A, F]),
        ("Trg Thị Hoa", &[A, F, F]),
        ("Ng~ Văn Hòa", &[A, F, F]),
        ("Nguyễn Thị T?m", &[F, F, I]),
        ("… Hồng Thái", &[I, F, F]),
        ("Nguy... Công Hùng", &[I, F, F]),
        ("នាង សុខ យ៉ែម", &[F, F, F]),
    ] {
        let got: Vec<_> = Name::parse(text).parts().map(|part| part.form).collect();
        assert_eq!(got, forms, "{text}");
    }
    let name = Name::parse("Ng. V. Anh");
    assert!(name.parts().zip(["Nguyễn", "Văn", "Anh"]).all(|(part, full)| part.agrees_with(full)));
}

#[test]
fn what_is_noticed() {
    for (text, want) in [
        ("", &["name_empty"][..]),
        (" .,- ", &["name_empty"]),
        ("không rõ", &["name_unknown"]),
        ("NULL", &["name_unknown"]),
        ("Nguye6n Văn Hòa", &["name_digit"]),
        ("1950", &["name_digit", "name_one_word"]),
        ("Hòa", &["name_one_word"]),
        ("NguyÔn V\u{A8}n Hòa", &["name_odd_character"]),
        ("Nguyễn @ Hòa", &["name_odd_character"]),
        ("Nguyển Văn Hòa", &["name_surname_misspelled"]),
        ("Ng. Văn Hòa", &["name_abbreviated"]),
        ("Nguyễn Văn H?a", &["name_illegible"]),
        ("Ông Lê Văn Hòa (Ba)", &["name_beside"]),
        ("Lê A Bê Kê Dê Đê Ê Ghê Hát", &["name_many_words"]),
        ("Êčăm Ñ Ŏ", &[]),
        ("Thạch Sa Rươl", &[]),
    ] {
        assert_eq!(codes(text), want, "{text}");
    }
    let name = Name::parse("Nguyển Văn Hòa");
    let finding = &name.findings()[0];
    assert_eq!(finding.code, FindingCode::NameSurnameMisspelled);
    assert_eq!(finding.suggestion.as_deref(), Some("Nguyễn"));
    assert_eq!(finding.span, Some(Span { start: 0, end: "Nguyển".len() }));
}

#[test]
fn debug_shows_no_words() {
    let name = Name::parse("Nguyễn Văn Hòa (Ba)");
    let shown = alloc::format!("{name:?} {:?}", name.parts().collect::<Vec<_>>());
    assert!(!shown.contains("Nguy") && !shown.contains("Ba)"));
}

#[test]
fn a_megabyte_is_read_in_linear_time() {
    for unit in ["Nguyễn ", "(", "a,", "?", ".", "tức ", "ông ", "1 ", "\u{302}"] {
        let text = unit.repeat((1 << 20) / unit.len());
        assert!(Name::parse(&text).len() <= text.len());
    }
}
