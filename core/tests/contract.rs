//! The public contract in Rust: the shapes `contract/` checks in Python and JavaScript.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use hoten::{BirthDate, CitizenId, DatePrecision, Encoding, Lang, Name, Sex};

#[test]
fn text() {
    assert_eq!(hoten::normalize("  NGUYỄN  VĂN HOÀ"), "nguyễn văn hòa");
    assert_eq!(hoten::fold("Đặng Thị Hòa"), "dang thi hoa");
    let cleaned = hoten::clean("NGUYỄN  VĂN HOÀ");
    assert!(!cleaned.text.is_empty() && !cleaned.repairs.is_empty());
}

#[test]
fn decode_names_its_encoding() {
    assert_eq!(hoten::decode(b"Nguy\xd4n", Encoding::Tcvn3), "Nguyễn");
    let column = ["NguyÔn V¨n §øc", "TrÇn ThÞ Hång", "Lª ThÞ HuÖ"];
    assert_eq!(hoten::detect(column.into_iter()).encoding, Some(Encoding::Tcvn3));
}

#[test]
fn name_parts() {
    let name = Name::parse("Nguyễn Thị Minh Khai");
    assert_eq!((name.surname(), name.middle(), name.given()), ("Nguyễn", "Thị Minh", "Khai"));
    assert!(name.syllables().eq(["Nguyễn", "Thị", "Minh", "Khai"]));
}

#[test]
fn keys_are_ascii() {
    let keys = hoten::name_keys("Nguyễn Văn Hòa");
    assert!(keys.fold.is_ascii() && keys.sound.is_ascii());
}

#[test]
fn similarity_says_why() {
    let alike = hoten::name_similarity("Nguyễn Văn Hòa", "Nguyễn V. Hoà");
    assert!((0.0..=1.0).contains(&alike.score) && !alike.reasons.is_empty());
}

#[test]
fn fields() {
    let year = BirthDate::parse("1950").value.unwrap();
    assert_eq!((year.year(), year.month(), year.day()), (Some(1950), None, None));
    assert_eq!((year.precision(), year.precision().as_str()), (DatePrecision::Year, "year"));
    let id = CitizenId::parse("089050001234").value.unwrap();
    assert_eq!((id.birth_year(), id.sex()), (1950, Sex::Male));
    assert!(id.province().unwrap().name().contains("An Giang"));
}

#[test]
fn findings_are_codes_with_words_in_two_languages() {
    let found = BirthDate::parse("30/02/1950").findings;
    let code = found[0].code.as_str();
    assert!(code.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
    assert_ne!(found[0].message(Lang::Vi), found[0].message(Lang::En));
}

#[cfg(feature = "link")]
#[test]
fn dedupe() {
    use hoten::{Linker, StrColumn, Table};
    let columns: [(&str, [&str; 3]); 6] = [
        ("record_id", ["a", "b", "c"]),
        ("source", ["hotich", "dancu", "cccd"]),
        ("full_name", ["Nguyễn Văn Hòa", "NGUYỄN VĂN HOÀ", "Trần Thị Bé"]),
        ("birth_date", ["12/5/1950", "1950-05-12", "1961"]),
        ("sex", ["Nam", "1", "Nữ"]),
        ("citizen_id", ["089050001234", "", ""]),
    ];
    let table =
        Table::new(columns.iter().map(|(name, cells)| (*name, StrColumn::from_strs(cells))))
            .unwrap();
    let linkage = Linker::new().dedupe(&table).unwrap();
    assert_eq!(linkage.clusters(), [0, 0, 2]);
    assert!(linkage.pairs().iter().all(|pair| pair.probability >= 0.5));
    assert_eq!(linkage.explain_ids("a", "b").unwrap().left_id, "a");
    let wrong = Linker::new().column("full_name", "ho ten").dedupe(&table).unwrap_err();
    assert!(wrong.to_string().contains("ho ten"));
}
