//! The whole walk on small tables: what must meet, what must not, and what odd tables give.
#![cfg(feature = "link")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use hoten::{FieldName, Linkage, Linker, Progress, StrBuffer, StrColumn, Table};

/// A table from a header line and rows of `|`-separated cells; an empty cell is missing.
fn columns(text: &str) -> (Vec<&str>, Vec<Vec<Option<&str>>>) {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let headers: Vec<&str> = lines.next().unwrap().split('|').map(str::trim).collect();
    let mut columns = vec![Vec::new(); headers.len()];
    for line in lines {
        for (column, cell) in columns.iter_mut().zip(line.split('|').map(str::trim)) {
            column.push((!cell.is_empty()).then_some(cell));
        }
    }
    (headers, columns)
}

fn clusters(text: &str) -> Vec<u32> {
    let (headers, columns) = columns(text);
    let table = table(&headers, &columns);
    Linker::new().dedupe(&table).unwrap().clusters().to_vec()
}

fn table<'a>(headers: &[&'a str], columns: &'a [Vec<Option<&'a str>>]) -> Table<'a> {
    let named = headers.iter().zip(columns);
    Table::new(named.map(|(header, cells)| (*header, StrColumn::from_options(cells)))).unwrap()
}

#[test]
fn one_person_written_by_four_offices() {
    let found = clusters(
        "source | full_name | dob | sex | cccd | province | commune | father_name | mother_name
         hotich | Trần Thị Hằng | 1971 | Nữ | | An Giang | Xã An Hòa | Trần Văn Bảy | Lê Thị Sáu
         dancu | TRẦN THỊ HẰNG | 1971-03-05 | Nữ | 089171526918 | An Giang | Xã An Hòa | TRẦN VĂN BẢY | LÊ THỊ SÁU
         cccd | Tran Thi Hang | 05/03/1971 | F | 089171526918 | An Giang | An Hòa | |
         bhyt | TrÇn ThÞ H»ng | 05/03/1971 | 2 | 089171526918 | An Giang | X· An Hßa | TrÇn V¨n B¶y |",
    );
    assert_eq!(found, [0, 0, 0, 0]);
}

#[test]
fn two_full_dates_and_two_numbers_keep_namesakes_apart() {
    let found = clusters(
        "full_name | dob | sex | cccd | commune
         Nguyễn Văn Hùng | 12/05/1980 | Nam | 089080001234 | Ba Chúc
         Nguyễn Văn Hùng | 23/11/1980 | Nam | 089080777001 | Ba Chúc",
    );
    assert_eq!(found, [0, 1]);
}

#[test]
fn twins_share_all_but_the_name() {
    let found = clusters(
        "full_name | dob | sex | address | commune | father_name | mother_name
         Lê Văn Long | 12/05/2010 | Nam | Số 8, Ấp An Hòa | Ba Chúc | Lê Văn Tám | Phan Thị Hoa
         Lê Thị Phụng | 12/05/2010 | Nữ | Số 8, Ấp An Hòa | Ba Chúc | Lê Văn Tám | Phan Thị Hoa",
    );
    assert_eq!(found, [0, 1]);
}

#[test]
fn a_name_alone_makes_no_pair() {
    let found = clusters("full_name\nNguyễn Thị Hoa\nNguyễn Thị Hoa\nNguyễn Thị Hoa");
    assert_eq!(found, [0, 1, 2]);
}

#[test]
fn tables_of_no_and_one_row() {
    assert_eq!(clusters("full_name | dob"), Vec::<u32>::new());
    assert_eq!(clusters("full_name | dob\nLê A | 1950"), [0]);
}

#[test]
fn columns_of_nulls_are_no_evidence() {
    let nulls = StrColumn::nulls(1_000);
    let table =
        Table::new([("full_name", nulls), ("dob", nulls), ("cccd", nulls), ("source", nulls)])
            .unwrap();
    let linkage = Linker::new().dedupe(&table).unwrap();
    assert_eq!(linkage.pairs(), []);
    assert_eq!(linkage.summary().candidate_pairs, 0);
    assert_eq!(linkage.clusters().len(), 1_000);
}

/// Nothing distinguishes the records, so no rule may compare them all: the block is refused by
/// name, not silently, and time stays linear.
#[test]
fn a_hundred_thousand_identical_names() {
    let names = vec!["Nguyễn Văn Hòa"; 100_000];
    let dates = vec!["1950"; 100_000];
    let table = Table::new([
        ("full_name", StrColumn::from_strs(&names)),
        ("dob", StrColumn::from_strs(&dates)),
    ])
    .unwrap();
    let linkage = Linker::new().dedupe(&table).unwrap();
    assert_eq!(linkage.clusters().len(), 100_000);
    let refused = &linkage.summary().refused;
    assert!(refused.iter().any(|block| block.rule == "name and year" && block.rows == 100_000));
}

#[test]
fn a_name_of_a_megabyte_is_one_name() {
    let long = "Nguyễn ".repeat(1 << 17);
    let names = [long.as_str(), "Nguyễn Văn Hòa", long.as_str()];
    let dates = ["12/5/1950"; 3];
    let table = Table::new([
        ("full_name", StrColumn::from_strs(&names)),
        ("dob", StrColumn::from_strs(&dates)),
    ])
    .unwrap();
    assert_eq!(Linker::new().dedupe(&table).unwrap().clusters()[1], 1);
}

fn errors(linker: &Linker, text: &str) -> &'static str {
    let (headers, columns) = columns(text);
    linker.dedupe(&table(&headers, &columns)).unwrap_err().code().as_str()
}

#[test]
fn what_cannot_be_done_is_said() {
    let plain = Linker::new();
    assert_eq!(errors(&plain, "id | full_name\n1 | Lê A\n1 | Lê B"), "repeated_record_id");
    assert_eq!(errors(&plain, "cột lạ | dob\nLê A | 1950"), "no_name_column");
    assert_eq!(errors(&plain.clone().threshold(1.5), "full_name\nLê A"), "not_a_probability");
    assert_eq!(errors(&plain.clone().possible(f32::NAN), "full_name\nLê A"), "not_a_probability");
    let chosen = plain.column("full_name", "ho ten");
    assert_eq!(errors(&chosen, "full_name\nLê A"), "unknown_column");
}

#[test]
fn a_caller_may_stop_the_run() {
    let (headers, columns) = columns("full_name | dob\nLê A | 1950");
    let table = table(&headers, &columns);
    let stop = Linker::new().dedupe_with(&table, &mut |_: Progress| false).unwrap_err();
    assert_eq!(stop.code().as_str(), "cancelled");
}

const FAMILY: &str = "
    id | source | full_name | dob | cccd | commune
    a | hotich | Phạm Thị Lan | 1961 | | Ba Chúc
    b | dancu | Phạm Thị Lan | 02/09/1961 | 089161000123 | Ba Chúc
    c | cccd | PHẠM THỊ LAN | 02/09/1961 | 089161000123 | Ba Chúc
    d | dancu | Trần Văn Sáu | 1958 | | Núi Cấm";

fn family(check: impl FnOnce(&Linkage<'_>)) {
    let (headers, columns) = columns(FAMILY);
    let table = table(&headers, &columns);
    check(&Linker::new().dedupe(&table).unwrap());
}

#[test]
fn an_explanation_adds_up_to_the_score_of_its_pair() {
    family(|linkage| {
        assert!(!linkage.pairs().is_empty());
        for pair in linkage.pairs() {
            let told = linkage.explain(pair.left, pair.right).unwrap();
            let sum: f32 = told.fields.iter().map(|f| f.weight + f.frequency_weight).sum();
            let sum = told.prior + told.dependence + told.neighbours + sum;
            assert!((sum - pair.weight).abs() < 1e-3);
            assert!((told.weight - pair.weight).abs() < 1e-3);
            assert_eq!(told.rule.as_deref(), Some(linkage.rule_name(pair.rule)));
        }
        let told = linkage.explain_ids("b", "c").unwrap();
        assert_eq!((told.left_id.as_str(), told.right_id.as_str()), ("b", "c"));
        assert_eq!(linkage.explain_ids("b", "x").unwrap_err().code().as_str(), "no_such_record");
        assert_eq!(linkage.explain(0, 9).unwrap_err().code().as_str(), "no_such_row");
    });
}

#[test]
fn the_order_of_the_two_records_does_not_matter() {
    family(|linkage| {
        for (left, right) in [(0, 1), (1, 2), (0, 3), (2, 3)] {
            let one = linkage.explain(left, right).unwrap();
            let other = linkage.explain(right, left).unwrap();
            let levels =
                |e: &hoten::Explanation| e.fields.iter().map(|f| f.level).collect::<Vec<_>>();
            assert_eq!(levels(&one), levels(&other));
            assert!((one.weight - other.weight).abs() < 1e-4, "{left} {right}");
        }
    });
}

#[test]
fn evaluation_counts_pairs_of_the_truth() {
    family(|linkage| {
        let truth = [("a", "lan"), ("b", "lan"), ("c", "lan"), ("d", "sáu")];
        let all = linkage.evaluate(truth);
        assert_eq!((all.true_pairs, all.precision, all.recall), (3, 1.0, 1.0));
        let wrong = linkage.evaluate([("a", "lan"), ("b", "lan"), ("c", "another")]);
        assert_eq!((wrong.true_pairs, wrong.correct_pairs, wrong.predicted_pairs), (1, 1, 3));
    });
}

#[test]
fn findings_name_row_field_and_code_and_can_be_told_in_full() {
    let (headers, columns) = columns("full_name | dob\nLê Văn Tám | 30/02/1950\nLê Thị Sáu | 1950");
    let table = table(&headers, &columns);
    let linkage = Linker::new().dedupe(&table).unwrap();
    let found = linkage.findings();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].row, found[0].field), (0, FieldName::BirthDate));
    assert_eq!(found[0].code.as_str(), "date_impossible_day");
    let full = linkage.finding(found[0]);
    assert!(full.suggestion.is_some());
    assert!(!full.message(hoten::Lang::Vi).is_empty());
}

#[test]
fn one_record_per_source_if_asked() {
    let text = "source | full_name | dob | cccd
        dancu | Phạm Thị Lan | 02/09/1961 | 089161000123
        dancu | Phạm Thị Lan | 02/09/1961 | 089161000123
        cccd | Phạm Thị Lan | 02/09/1961 | 089161000123";
    let (headers, columns) = columns(text);
    let table = table(&headers, &columns);
    assert_eq!(Linker::new().dedupe(&table).unwrap().clusters(), [0, 0, 0]);
    let linkage = Linker::new().one_per_source(true).dedupe(&table).unwrap();
    assert_ne!(linkage.clusters()[0], linkage.clusters()[1]);
}

/// A pair is a match from the threshold on and is to be looked at below it; only matches make
/// clusters. The summary counts both.
#[test]
fn the_threshold_parts_matches_from_pairs_to_look_at() {
    let (headers, columns) =
        columns("full_name | dob\nNguyễn Văn Hòa | 1950\nNGUYỄN VĂN HOÀ | 1950");
    let table = table(&headers, &columns);
    let run = |threshold| {
        let linkage = Linker::new().possible(1e-6).threshold(threshold).dedupe(&table).unwrap();
        let summary = linkage.summary();
        let counts = (summary.matched_pairs, summary.possible_pairs, summary.clustered_records);
        (linkage.pairs()[0].probability, counts, linkage.clusters().to_vec())
    };
    let (probability, ..) = run(0.5);
    assert!(probability < 0.9999);
    for (threshold, counts, clusters) in [
        (probability / 2.0, (1, 0, 2), [0, 0]),
        (probability, (1, 0, 2), [0, 0]),
        ((1.0 + probability) / 2.0, (0, 1, 0), [0, 1]),
    ] {
        let (same, found, rows) = run(threshold);
        assert_eq!((same, found, rows.as_slice()), (probability, counts, &clusters[..]));
    }
}

/// Pairs, weights and clusters of a thousand people with faults, at several thread counts.
#[test]
fn results_do_not_depend_on_threads() {
    let mut cells: [StrBuffer; 4] = Default::default();
    let given = ["Hòa", "Lan", "Tám", "Phúc", "Ngân"];
    for row in 0..6_000usize {
        let person = row / 2;
        let name = format!("Nguyễn {} {}", given[person % 5], given[person / 5 % 5]);
        let name = if row % 3 == 0 { name.to_uppercase() } else { name };
        let date = format!("{:02}/{:02}/{}", person % 28 + 1, person % 12 + 1, 1940 + person % 60);
        let commune = format!("Xã Số {}", person % 40);
        let year = 1940 + person % 60;
        let number = format!("0890{:02}{:06}", year % 100, person * 311 % 1_000_000);
        let number = if row % 5 == 0 { None } else { Some(number) };
        let row = [Some(name), Some(date), Some(commune), number];
        for (buffer, cell) in cells.iter_mut().zip(&row) {
            buffer.push(cell.as_deref());
        }
    }
    let [names, dates, communes, numbers] = &cells;
    let table = Table::new([
        ("full_name", names.as_column()),
        ("dob", dates.as_column()),
        ("commune", communes.as_column()),
        ("cccd", numbers.as_column()),
    ])
    .unwrap();
    let run = |threads| {
        let linkage = Linker::new().threads(threads).dedupe(&table).unwrap();
        (linkage.pairs().to_vec(), linkage.clusters().to_vec())
    };
    let one = run(1);
    assert!(one.0.len() > 1_000);
    for threads in [2, 3, 8] {
        assert_eq!(run(threads), one, "{threads} threads");
    }
}
