//! Vietnamese for the short names the engine uses: comparisons, levels, fields, blocking rules.

use crate::finding::{FieldName, Finding, FindingCode};
use crate::message::Lang;

/// The Vietnamese words for an engine's name; the name itself where there are none.
pub(super) fn vietnamese(name: &str) -> &str {
    let found = WORDS.binary_search_by(|(english, _)| (*english).cmp(name)).ok();
    found.and_then(|place| WORDS.get(place)).map_or(name, |(_, words)| words)
}

/// The words for a stable name of the engine: a comparison, a level of agreement, a field or a
/// blocking rule; the name itself where there are none in the language.
///
/// ```
/// use hoten::{Comparison, Lang, engine_words};
/// assert_eq!(engine_words("birth_date", Lang::Vi), "ngày sinh");
/// assert_eq!(engine_words(Comparison::Sex.as_str(), Lang::En), "sex");
/// ```
#[must_use]
pub fn engine_words(name: &str, lang: Lang) -> &str {
    match lang {
        Lang::Vi => vietnamese(name),
        Lang::En => name,
    }
}

/// What a kind of finding says, without what to do about it and without any one value: the first
/// clause, with "…" for its parameters.
#[must_use]
pub fn finding_title(code: FindingCode, lang: Lang) -> String {
    let words = Finding::new(code, FieldName::Record).message(lang);
    let first = words.split([';', ':']).next().unwrap_or_default();
    let first = first.split_inclusive(". ").next().unwrap_or_default().trim_end();
    let mut out = String::new();
    for (place, part) in first.split('{').enumerate() {
        match part.split_once('}') {
            Some((_, rest)) if place > 0 => out.extend(["…", rest]),
            _ => out.push_str(part),
        }
    }
    out
}

/// Sorted by the English name.
static WORDS: &[(&str, &str)] = &[
    ("ID head and name ends", "đầu số định danh, họ và tên"),
    ("ID serial and given name", "đuôi số định danh và tên"),
    ("ID serial and year", "đuôi số định danh và năm sinh"),
    ("abbreviation", "viết tắt"),
    ("address", "địa chỉ"),
    ("alike", "hao hao"),
    ("birth_date", "ngày sinh"),
    ("citizen ID", "số định danh"),
    ("citizen_id", "số định danh"),
    ("commune", "xã, phường"),
    ("date and commune", "ngày sinh và xã"),
    ("day and month swapped", "đảo ngày và tháng"),
    ("different", "khác"),
    ("different after repair", "khác sau khi sửa"),
    ("district", "quận, huyện"),
    ("doublet", "hai dạng của một từ"),
    ("exchanged", "đổi chỗ với mục khác"),
    ("father and given name", "tên cha và tên"),
    ("father's given name, year and commune", "tên cha, năm sinh và xã"),
    ("father_birth_date", "ngày sinh của cha"),
    ("father_name", "họ tên cha"),
    ("full_name", "họ và tên"),
    ("given", "tên"),
    ("given name and date", "tên và ngày sinh"),
    ("given name and house", "tên và số nhà"),
    ("given name and year", "tên và năm sinh"),
    ("given name, year and commune", "tên, năm sinh và xã"),
    ("given name, year and hamlet", "tên, năm sinh và ấp"),
    ("house and year", "số nhà và năm sinh"),
    ("identity card", "số CMND"),
    ("identity_card", "số CMND"),
    ("initials and commune", "chữ đầu của tên và xã"),
    ("initials and date", "chữ đầu của tên và ngày sinh"),
    ("initials and year", "chữ đầu của tên và năm sinh"),
    ("insurance number", "mã số bảo hiểm"),
    ("insurance_number", "mã số bảo hiểm"),
    ("issue_date", "ngày cấp"),
    ("joined name and year", "tên viết liền và năm sinh"),
    ("many words", "cùng nhiều từ"),
    ("middle", "chữ đệm"),
    ("missing on both", "cả hai không có"),
    ("missing on one", "một bên không có"),
    ("most words", "cùng phần lớn các từ"),
    ("mother and given name", "tên mẹ và tên"),
    ("mother's given name, year and commune", "tên mẹ, năm sinh và xã"),
    ("mother_birth_date", "ngày sinh của mẹ"),
    ("mother_name", "họ tên mẹ"),
    ("name and commune", "họ tên và xã"),
    ("name and hamlet", "họ tên và ấp"),
    ("name and year", "họ tên và năm sinh"),
    ("near year", "năm gần nhau"),
    ("one digit", "khác một chữ số"),
    ("one letter", "khác một chữ cái"),
    ("one part differs", "khác một phần"),
    ("one slip", "lệch một nét gõ"),
    ("other generation", "khác loại số"),
    ("other marks", "khác dấu"),
    ("other number", "khác con số"),
    ("other order", "khác thứ tự"),
    ("other serial", "khác số đuôi"),
    ("parents and year", "tên cha mẹ và năm sinh"),
    ("part missing", "thiếu một phần"),
    ("part of it", "một bên là một phần"),
    ("phone", "điện thoại"),
    ("phone and given name", "điện thoại và tên"),
    ("place", "nơi ở"),
    ("possible successor commune", "có thể là xã mới sau sắp xếp"),
    ("possible year", "năm sinh có thể trùng"),
    ("province", "tỉnh"),
    ("record", "bản ghi"),
    ("record_id", "mã hồ sơ"),
    ("same", "giống"),
    ("same after repair", "giống sau khi sửa"),
    ("same commune", "cùng xã"),
    ("same commune, other hamlet", "cùng xã, khác ấp"),
    ("same day and month", "cùng ngày và tháng"),
    ("same day by the lunar calendar", "cùng một ngày nếu tính theo âm lịch"),
    ("same given name", "cùng tên"),
    ("same hamlet", "cùng ấp"),
    ("same hamlet, other commune name", "cùng ấp, tên xã khác"),
    ("same hamlet, other house", "cùng ấp, khác số nhà"),
    ("same house", "cùng số nhà"),
    ("same house, other commune name", "cùng số nhà, tên xã khác"),
    ("same joined", "giống khi viết liền"),
    ("same letters", "cùng chữ, khác dấu hoặc cách viết"),
    ("same month", "cùng tháng và năm"),
    ("same month, first day", "cùng tháng, một bên ghi ngày 01"),
    ("same number", "cùng con số"),
    ("same province", "cùng tỉnh"),
    ("same sound", "đọc giống nhau"),
    ("same sound or marks", "đọc giống nhau hoặc khác dấu"),
    ("same without marks", "giống khi bỏ dấu"),
    ("same year", "cùng năm"),
    ("same year only", "chỉ cùng năm"),
    ("same year, first day", "cùng năm, một bên ghi 01/01"),
    ("sex", "giới tính"),
    ("similar", "gần giống"),
    ("some words", "cùng vài từ"),
    ("source", "nguồn"),
    ("surname", "họ"),
    ("surname, sex and date", "họ, giới tính và ngày sinh"),
    ("surname, year and commune", "họ, năm sinh và xã"),
    ("two digits swapped", "đảo hai chữ số"),
    ("two signs swapped", "đảo hai ký tự"),
    ("two slips", "lệch hai nét gõ"),
    ("within 1 %", "lệch không quá 1 %"),
    ("within 25 %", "lệch không quá 25 %"),
    ("within 5 %", "lệch không quá 5 %"),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// What the page shows first is Vietnamese, for every blocking rule, comparison and level.
    #[test]
    fn every_rule_comparison_and_level_has_words() {
        let names = ["Trần Văn Sáu", "Phạm Thị Lan"];
        let table = crate::Table::new([("full_name", crate::StrColumn::from_strs(&names))]);
        let linkage = crate::Linker::new().dedupe(&table.unwrap()).unwrap();
        for comparison in crate::Comparison::ALL {
            assert_ne!(engine_words(comparison.as_str(), Lang::Vi), comparison.as_str());
            for level in comparison.levels() {
                assert_ne!(engine_words(level, Lang::Vi), *level);
            }
        }
        for level in crate::FieldKind::ALL.into_iter().flat_map(crate::FieldKind::levels) {
            assert_ne!(engine_words(level, Lang::Vi), *level);
        }
        assert!(linkage.summary().rules.len() > 20);
        for rule in &linkage.summary().rules {
            assert_ne!(vietnamese(&rule.name), rule.name);
        }
    }

    #[test]
    fn words_are_sorted_so_that_they_are_found() {
        assert!(WORDS.is_sorted_by_key(|(english, _)| *english));
        assert_eq!(vietnamese("same sound"), "đọc giống nhau");
        assert_eq!(vietnamese("unheard of"), "unheard of");
    }

    #[test]
    fn a_title_holds_no_parameter_and_no_advice() {
        for &code in FindingCode::ALL {
            for lang in [Lang::Vi, Lang::En] {
                let title = finding_title(code, lang);
                assert!(!title.is_empty() && !title.contains(['{', '}']), "{title}");
            }
        }
        assert_eq!(finding_title(FindingCode::NameEmpty, Lang::En), "The name is empty.");
        assert!(finding_title(FindingCode::RowsShort, Lang::En).starts_with("… rows have fewer"));
    }

    #[test]
    fn every_field_has_words() {
        for field in FieldName::ALL {
            assert_ne!(vietnamese(field.as_str()), field.as_str());
        }
    }
}
