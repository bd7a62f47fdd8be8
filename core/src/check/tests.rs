use super::*;
use FieldName as F;

/// The codes found, with their fields.
fn codes(
    record: &[(FieldName, &str)],
    options: &CheckOptions,
) -> Vec<(&'static str, &'static str)> {
    let found = check_record(record.iter().copied(), options);
    found.iter().map(|finding| (finding.field.as_str(), finding.code.as_str())).collect()
}

fn found(record: &[(FieldName, &str)]) -> Vec<(&'static str, &'static str)> {
    codes(record, &CheckOptions::new().today(2026, 11, 22).unwrap())
}

const SOUND: [(FieldName, &str); 9] = [
    (F::FullName, "Nguyễn Văn Hòa"),
    (F::BirthDate, "12/05/1950"),
    (F::Sex, "Nam"),
    (F::CitizenId, "089050001234"),
    (F::Province, "An Giang"),
    (F::Commune, "Xã Núi Cấm"),
    (F::FatherName, "Nguyễn Văn Ba (1920)"),
    (F::MotherName, "Trần Thị Tư"),
    (F::Phone, "0912345678"),
];

fn but(changes: &[(FieldName, &'static str)]) -> Vec<(FieldName, &'static str)> {
    SOUND.into_iter().chain(changes.iter().copied()).collect()
}

#[test]
fn a_sound_record_has_nothing_but_what_stands_beside_a_name() {
    assert_eq!(found(&SOUND), [("father_name", "name_beside")]);
    assert_eq!(found(&[]), []);
}

/// Facts: vn/ids.md 1: PPP G YY.
#[test]
fn the_number_is_held_against_sex_year_and_province() {
    let of = |id| found(&but(&[(F::FatherName, "Nguyễn Văn Ba"), (F::CitizenId, id)]));
    assert_eq!(of("089150001234"), [("citizen_id", "citizen_id_sex_mismatch")]);
    assert_eq!(of("089051001234"), [("citizen_id", "citizen_id_year_mismatch")]);
    assert_eq!(
        of("089250001234"),
        [("citizen_id", "citizen_id_birth_in_future"), ("citizen_id", "citizen_id_year_mismatch")]
    );
    assert_eq!(of("001050001234"), [("citizen_id", "citizen_id_province_mismatch")]);
    // Kiên Giang is An Giang today.
    assert_eq!(of("091050001234"), []);
    let insured = but(&[(F::FatherName, ""), (F::InsuranceNumber, "089050001235")]);
    assert!(found(&insured).contains(&("insurance_number", "insurance_citizen_id_mismatch")));
}

/// Sóc Trăng is Cần Thơ since 2025-07-01, and its communes are other units, of the same name too: the
/// commune is told where the communes of the country are at hand, the province always.
#[test]
fn a_former_province_is_told_beside_its_commune() {
    let of = |province| found(&[(F::Province, province), (F::Commune, "Xã Phong Nẫm")]);
    let mut superseded = alloc::vec![("province", "place_superseded")];
    if crate::field::PlaceTable::built_in().has_communes() {
        superseded.push(("commune", "place_superseded"));
    }
    assert_eq!(of("Sóc Trăng"), superseded);
    assert_eq!(of("Cần Thơ"), []);
}

#[test]
fn parents_are_older_than_their_children() {
    let of = |father, mother| {
        let born = [
            (F::FatherName, "Nguyễn Văn Ba"),
            (F::FatherBirthDate, father),
            (F::MotherBirthDate, mother),
        ];
        found(&but(&born))
    };
    assert_eq!(of("1920", "1930"), []);
    assert_eq!(
        of("1950", "13/05/1950"),
        [("father_birth_date", "parent_not_older"), ("mother_birth_date", "parent_not_older")]
    );
    assert_eq!(of("1940", "1936"), [("father_birth_date", "parent_too_young")]);
    assert_eq!(
        of("1869", "1894"),
        [
            ("father_birth_date", "date_too_early"),
            ("father_birth_date", "parent_too_old"),
            ("mother_birth_date", "parent_too_old")
        ]
    );
    let beside = but(&[(F::FatherName, "Nguyễn Văn Ba (sinh 1960)")]);
    assert_eq!(found(&beside)[0], ("father_name", "parent_not_older"));
}

/// Civil Code 91/2015/QH13 art. 26; surnames by sex and none at all: facts: vietnamese.md 3.
#[test]
fn a_surname_is_handed_down_by_one_parent() {
    let of = |name, father, mother| {
        let names = [(F::FullName, name), (F::FatherName, father), (F::MotherName, mother)];
        let all = codes(&names, &CheckOptions::new().ignore(FindingCode::ParentSexAgainstName));
        all.contains(&("full_name", "surname_of_neither_parent"))
    };
    assert!(of("Lê Văn Hòa", "Nguyễn Văn Ba", "Trần Thị Tư"));
    assert!(of("Phạm Văn Hòa", "Phan Văn Ba", "Trần Thị Tư"));
    for (name, father, mother) in [
        ("Nguyễn Văn Hòa", "Nguyễn Văn Ba", "Trần Thị Tư"),
        ("Trần Văn Hòa", "Nguyễn Văn Ba", "Trần Thị Tư"),
        ("Huỳnh Văn Hòa", "Hoàng Văn Ba", "Trần Thị Tư"),
        ("Nguyen Van Hoa", "Nguyễn Văn Ba", "Trần Thị Tư"),
        ("Nguyễn Văn Hòa", "NGUYỂN VĂN BA", "Trần Thị Tư"),
        ("Néang Sóc Kha", "Chau Rêt", "Néang Na"),
        ("H'Bia Niê", "Y Bih Mlô", "H'Lan Êban"),
        ("Lê Văn Hòa", "Ng. Văn Ba", "Trần Thị Tư"),
        ("Lê Văn Hòa", "không rõ", "Trần Thị Tư"),
    ] {
        assert!(!of(name, father, mother), "{name}, {father}, {mother}");
    }
}

#[test]
fn names_hint_at_the_other_sex_and_at_parents_in_each_others_place() {
    let of = |sex| found(&[(F::FullName, "Trần Thị Lan"), (F::Sex, sex)]);
    assert_eq!((of("Nam"), of("Nữ")), (vec![("sex", "sex_against_name")], vec![]));
    let parents = |father, mother| found(&[(F::FatherName, father), (F::MotherName, mother)]);
    assert_eq!(parents("Trần Thị Tư", "Nguyễn Văn Ba"), [("father_name", "parents_swapped")]);
    assert_eq!(parents("Trần Thị Tư", "Lê Thị Năm"), [("father_name", "parent_sex_against_name")]);
    assert_eq!(parents("Trần Hòa", "TRẦN HOÀ"), [("mother_name", "parents_same_name")]);
    let named = [(F::FullName, "Trần Văn Hòa"), (F::FatherName, "Trần Văn Hoà")];
    assert_eq!(found(&named), [("father_name", "parent_same_name")]);
}

#[test]
fn nobody_lives_for_ever_or_is_born_tomorrow() {
    let of = |date| found(&[(F::BirthDate, date)]);
    assert_eq!(of("05/03/1890"), [("birth_date", "person_too_old")]);
    assert_eq!(of("05/03/1917"), []);
    assert_eq!(of("23/11/2026"), [("birth_date", "birth_after_today")]);
    assert_eq!(
        of("12/2026"),
        [("birth_date", "birth_after_today"), ("birth_date", "birth_day_unknown")]
    );
    assert_eq!(of("22/11/2026"), []);
    assert_eq!(of("05/03/2027"), [("birth_date", "birth_after_today")]);
    // Without a day of reference a year to come is no error.
    let open = codes(&[(F::BirthDate, "05/03/2027")], &CheckOptions::new());
    assert_eq!(open, [("birth_date", "date_in_future")]);
    let issued = |born, issued| found(&[(F::BirthDate, born), (F::IssueDate, issued)]);
    assert_eq!(issued("05/03/2001", "04/03/2001"), [("issue_date", "issued_before_birth")]);
    assert_eq!(issued("2001", "04/03/2001"), [("birth_date", "birth_day_unknown")]);
    assert!(CheckOptions::new().today(2026, 2, 30).is_err());
    for text in ["2026-02-30", "22/11/2026", "2026-11", "", "2026-11-22-1", "99999-1-1"] {
        let error = CheckOptions::new().today_iso(text).unwrap_err();
        assert_eq!(error.code(), crate::ErrorCode::NotADate, "{text}");
    }
    let iso = CheckOptions::new().today_iso("2026-11-22").unwrap();
    assert_eq!(codes(&[(F::BirthDate, "23/11/2026")], &iso), [("birth_date", "birth_after_today")]);
}

/// Units of before 2025-07-01 (facts: vietnamese.md 5) and cards of before 2025.
#[test]
fn what_is_out_of_date_is_told_after_its_day_only() {
    let record = [(F::Province, "T. Sóc Trăng"), (F::IdentityCard, "351400331")];
    assert_eq!(
        found(&record),
        [("identity_card", "identity_card_outdated"), ("province", "place_superseded")]
    );
    let all = check_record(record, &CheckOptions::new());
    assert_eq!(all[1].suggestion.as_deref(), Some("Thành phố Cần Thơ"));
    let before = CheckOptions::new().today(2024, 12, 31).unwrap();
    assert_eq!(codes(&record, &before), []);
    assert_eq!(found(&[(F::Province, "TP. Cần Thơ")]), []);
    assert_eq!(found(&[(F::Province, "Hậu Giang")]), [("province", "place_superseded")]);
}

#[test]
fn values_in_the_wrong_column_are_named() {
    for (field, text, other) in [
        (F::Phone, "089050001234", "số định danh/a citizen ID"),
        (F::CitizenId, "0912345678", "số điện thoại/a phone number"),
        (F::BirthDate, "Nam", "giới tính/a sex"),
        (F::Sex, "12/05/1950", "ngày sinh/a birth date"),
        (F::FullName, "089050001234", "số định danh/a citizen ID"),
    ] {
        let found = check_record([(field, text)], &CheckOptions::new());
        let told = found.iter().find(|held| held.code == FindingCode::ValueInWrongColumn);
        assert_eq!(told.map(|told| told.params[0].1.as_str()), Some(other), "{text}");
    }
}

#[test]
fn what_is_asked_for_and_blank_is_missing() {
    let missing = |record: &[(FieldName, &str)]| -> Vec<_> {
        let all = found(record);
        all.iter().filter(|(_, code)| *code == "value_missing").map(|(field, _)| *field).collect()
    };
    let blank =
        [(F::BirthDate, " "), (F::CitizenId, ""), (F::MotherName, "\u{A0}"), (F::Phone, "")];
    assert_eq!(missing(&blank), ["birth_date", "citizen_id", "mother_name"]);
    assert_eq!(
        missing(&[(F::Sex, "không rõ"), (F::CitizenId, "-"), (F::BirthDate, "??")]),
        ["birth_date", "sex", "citizen_id"]
    );
    assert_eq!(missing(&[(F::Sex, "xyz")]), [""; 0]);
    assert_eq!(found(&[(F::FullName, " ")]), [("full_name", "name_empty")]);
    assert_eq!(found(&[(F::BirthDate, "01/01/1950")]), [("birth_date", "birth_first_of_january")]);
}

/// TCVN3 bytes shown as Windows-1252 (facts: legacy_encodings.tsv).
#[test]
fn words_are_decoded_before_they_are_judged() {
    let record = [(F::FullName, "TrÇn ThÞ H»ng"), (F::FatherName, "TrÇn V¨n B¶y"), (F::Sex, "Nam")];
    let all = check_record(record, &CheckOptions::new());
    let told: Vec<_> = all.iter().map(|held| (held.field, held.code.as_str())).collect();
    assert_eq!(
        told,
        [
            (F::FullName, "encoding_repaired"),
            (F::Sex, "sex_against_name"),
            (F::FatherName, "encoding_repaired")
        ]
    );
    assert_eq!(all[0].suggestion.as_deref(), Some("Trần Thị Hằng"));
}

/// A place in the text is one of the text as it was typed.
#[test]
fn spans_are_those_of_the_text_given() {
    let typed = "  NGUYỄN  VĂN 7 HOÀ";
    for finding in check_record([(F::FullName, typed)], &CheckOptions::new()) {
        let span = finding.span.unwrap();
        let text = typed.get(span.start..span.end).unwrap();
        if finding.code == FindingCode::NameDigit {
            assert_eq!(text, "7");
        }
    }
}

#[test]
fn every_code_can_be_switched_off() {
    let mut options = CheckOptions::new().today(2026, 11, 22).unwrap();
    for &code in FindingCode::ALL {
        options = options.ignore(code);
        assert!(options.ignores(code));
    }
    let named = CheckOptions::new().ignore_named("value_missing").unwrap();
    assert!(named.ignores(FindingCode::ValueMissing) && !named.ignores(FindingCode::NameEmpty));
    let error = CheckOptions::new().ignore_named("gone").unwrap_err();
    assert_eq!(error.code(), crate::ErrorCode::UnknownFinding);
    let bad = but(&[(F::CitizenId, "7,9E+10"), (F::FullName, "Lê 7"), (F::BirthDate, "xx")]);
    assert!(!found(&bad).is_empty());
    assert_eq!(codes(&bad, &options), []);
}

/// What a reader sees first is gravest; words stand in two languages and quote no number.
#[test]
fn the_gravest_comes_first_and_in_words() {
    let record = but(&[(F::CitizenId, "089150001234"), (F::FatherBirthDate, "1960")]);
    let all = check_record(record, &CheckOptions::new());
    assert_eq!(all[0].severity, crate::Severity::Error);
    assert!(all.windows(2).all(|pair| pair[0].severity >= pair[1].severity));
    for finding in all {
        let [vi, en] = [crate::Lang::Vi, crate::Lang::En].map(|lang| finding.message(lang));
        assert!(vi != en && !vi.contains('{') && !en.contains('{'), "{en}");
        assert!(!vi.contains("0001234") && !en.contains("0001234"));
    }
}
