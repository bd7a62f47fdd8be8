//! Headers of offices, the caller's choices, and fields of the caller's own.

use super::*;
use crate::Lang;
use alloc::format;

#[test]
fn headers_of_offices_are_known() {
    for (header, want) in [
        ("Họ và tên", FieldName::FullName),
        ("Họ tên", FieldName::FullName),
        ("Ho ten", FieldName::FullName),
        ("2. HỌ, CHỮ ĐỆM, TÊN", FieldName::FullName),
        ("ho_va_ten", FieldName::FullName),
        ("Ho\u{323} va\u{300} te\u{302}n", FieldName::FullName),
        ("Ngày sinh (dd/mm/yyyy)", FieldName::BirthDate),
        ("NTNS", FieldName::BirthDate),
        ("dob", FieldName::BirthDate),
        ("Giới tính (Nam/Nữ)", FieldName::Sex),
        ("Phái", FieldName::Sex),
        ("Số CCCD", FieldName::CitizenId),
        ("Số\nđịnh danh", FieldName::CitizenId),
        ("cmnd", FieldName::IdentityCard),
        ("Số thẻ BHYT", FieldName::InsuranceNumber),
        ("Mã BHXH", FieldName::InsuranceNumber),
        ("SĐT", FieldName::Phone),
        ("Tỉnh/Thành phố", FieldName::Province),
        ("Quận / Huyện", FieldName::District),
        ("XÃ/PHƯỜNG", FieldName::Commune),
        ("Địa chỉ", FieldName::Address),
        ("Cha", FieldName::FatherName),
        ("mother_name", FieldName::MotherName),
        ("Nguồn", FieldName::Source),
        ("STT", FieldName::RecordId),
        ("\u{FEFF}record_id", FieldName::RecordId),
        ("Hä vµ tªn", FieldName::FullName),
        ("Ngaøy sinh", FieldName::BirthDate),
        ("Giá»›i tÃ\u{AD}nh", FieldName::Sex),
    ] {
        assert_eq!(Schema::field_of(header), Some(want), "{header}");
    }
    for name in FieldName::ALL {
        assert_eq!(Schema::field_of(name.as_str()), Some(name));
    }
    for other in ["Dân tộc", "", "???"] {
        assert_eq!(Schema::field_of(other), None);
    }
}

#[test]
fn a_sure_header_wins_and_the_other_is_told() {
    let schema = Schema::detect(["STT", "Tên", "Họ và tên", "Mã hồ sơ"], []).unwrap();
    assert_eq!(schema.column(FieldName::FullName), Some(2));
    assert_eq!(schema.column(FieldName::RecordId), Some(3));
    assert_eq!(schema.ignored(), [0, 1]);
    let words: Vec<_> = schema.notes().iter().map(|note| note.message(Lang::En)).collect();
    assert_eq!(words.len(), 2);
    assert!(words.iter().any(|note| note.contains("\"Tên\" stands for full_name")));
    let schema = Schema::detect(["name", "dob", "Ngày sinh"], []).unwrap();
    assert_eq!((schema.column(FieldName::BirthDate), schema.ignored()), (Some(1), &[2][..]));
}

#[test]
fn given_names_alone_are_told() {
    let schema = Schema::detect(["Họ và chữ đệm", "Tên"], []).unwrap();
    assert_eq!(schema.notes()[0].code, FindingCode::NameInTwoColumns);
    assert!(Schema::detect(["Họ", "Họ và tên"], []).unwrap().notes().is_empty());
}

/// "Name" and "address" of a shop are what the caller says they are; a register of persons with
/// one column more stays one.
#[test]
fn declared_fields_go_first_and_need_no_name() {
    let field =
        |name: &str| DeclaredField { name: name.into(), kind: crate::record::FieldKind::Text };
    let shop = Schema::read(["id", "name", "city", "phone"], [], &[field("name")]).unwrap();
    assert_eq!((shop.declared(), shop.has_residents()), (&[1][..], false));
    assert_eq!((shop.column(FieldName::RecordId), shop.ignored()), (Some(0), &[2, 3][..]));
    let own = [field("ward")];
    let person = Schema::read(["Họ và tên", "Ngày sinh", "Ward"], [], &own).unwrap();
    assert_eq!((person.declared(), person.fields().len()), (&[2][..], 2));
    let chosen = [("ward", "x"), ("phone", "tel")];
    let chosen = Schema::read(["x", "tel"], chosen, &own).unwrap();
    assert_eq!((chosen.declared(), chosen.column(FieldName::Phone)), (&[0][..], Some(1)));
    let missing = Schema::read(["x"], [], &own).unwrap_err();
    assert_eq!(missing.code(), ErrorCode::UnknownColumn);
}

#[test]
fn the_callers_choice_goes_first() {
    let schema = Schema::detect(["Họ tên", "HOTEN_KH", "x"], [("full_name", "hoten_kh")]).unwrap();
    assert_eq!((schema.column(FieldName::FullName), schema.notes().len()), (Some(1), 0));
    let error = Schema::detect(["hoten_kh", "dob"], [("full_name", "hoten")]).unwrap_err();
    assert_eq!(error.code(), ErrorCode::UnknownColumn);
    assert!(error.to_string().contains("Did you mean \"hoten_kh\""), "{error}");
    let error = Schema::detect(["hoten"], [("name", "hoten")]).unwrap_err();
    assert_eq!(error.code(), ErrorCode::UnknownField);
    assert!(error.to_string().contains("father_name"));
}

#[test]
fn no_name_column_lists_what_was_seen() {
    let error = Schema::detect(["Mã hồ sơ", "Ngày sinh"], []).unwrap_err();
    assert_eq!(error.code(), ErrorCode::NoNameColumn);
    assert!(error.to_string().contains("\"Mã hồ sơ\", \"Ngày sinh\""), "{error}");
    assert!(error.message(Lang::Vi).contains("Ngày sinh"));
    assert!(Schema::detect([], []).is_err());
}

#[test]
fn an_error_shows_no_long_number() {
    let long = format!("{}\n", "x".repeat(1_000_000));
    let error = Schema::detect(["089050001234", &long], []).unwrap_err().to_string();
    assert!(!error.contains("08905"), "{error}");
    assert!(error.len() < 400);
}

#[test]
fn distance_counts_edits() {
    for (left, right, want) in
        [("", "", 0), ("abc", "", 3), ("", "ab", 2), ("hoten", "hovaten", 2), ("dob", "bod", 2)]
    {
        assert_eq!(distance(left, right), want, "{left} {right}");
    }
}
