//! The demo as a new user meets it: what it says when something is wrong, and what it leaves.
#![cfg(all(feature = "file", feature = "report"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "../examples/dedupe.rs"]
#[allow(dead_code)]
mod dedupe;

use std::path::PathBuf;

/// A folder of this test's own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("demo").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs the demo on a file of these bytes; exit code, screen, trouble.
fn on(name: &str, bytes: &[u8], more: &[&str]) -> (u8, String, String) {
    let folder = folder(name);
    let file = folder.join("in.csv");
    std::fs::write(&file, bytes).unwrap();
    run(&[&[file.to_str().unwrap(), "--out", folder.to_str().unwrap()], more].concat())
}

fn run(arguments: &[&str]) -> (u8, String, String) {
    dedupe::command(arguments.iter().map(|argument| (*argument).to_owned()).collect())
}

/// The line of the screen that begins so.
fn line<'s>(screen: &'s str, label: &str) -> &'s str {
    screen
        .lines()
        .find(|line| line.starts_with(label))
        .unwrap_or_else(|| panic!("{label}: {screen}"))
}

const PEOPLE: &str = "Họ và tên;Ngày sinh;Số CCCD\nNguyễn Văn Hòa;12/5/1950;089050001234\nNGUYỄN VĂN HOÀ;1950-05-12;089050001234\nTrần Thị Bé;1961;\n";

#[test]
fn bad_arguments_show_the_usage() {
    for arguments in [
        &[][..],
        &["a.csv", "b.csv"],
        &["a.csv", "--threads", "x"],
        &["a.csv", "--truth"],
        &["--no"],
    ] {
        let (code, screen, trouble) = run(arguments);
        assert_eq!((code, screen.as_str()), (2, ""), "{arguments:?}");
        assert!(trouble.contains("usage: dedupe FILE"), "{trouble}");
    }
    assert_eq!(run(&["--help"]).0, 0);
}

#[test]
fn a_wrong_path_says_what_to_do_in_two_languages() {
    let (code, screen, trouble) = run(&["no/such/residents.csv"]);
    assert_eq!((code, screen.as_str()), (1, ""));
    assert!(trouble.contains("Không tìm thấy tệp \"no/such/residents.csv\""), "{trouble}");
    assert!(trouble.contains("Check the name and the path"), "{trouble}");
}

#[test]
fn an_empty_file_says_what_to_do() {
    let (code, _, trouble) = on("empty", b"", &[]);
    assert_eq!(code, 1);
    assert!(trouble.contains("is empty") && trouble.contains("Hãy xuất lại tệp"), "{trouble}");
}

#[test]
fn no_name_column_lists_the_columns() {
    let (code, _, trouble) = on("no-name", "Mã;Ngày sinh\n1;1950\n".as_bytes(), &[]);
    assert_eq!(code, 1);
    assert!(
        trouble.contains("\"Mã\", \"Ngày sinh\"") && trouble.contains("full_name="),
        "{trouble}"
    );
    let bytes = "hoten_kh;ns\nA B;1950\n".as_bytes();
    let (code, screen, _) = on("named", bytes, &["--columns", "full_name=hoten_kh"]);
    assert_eq!((code, line(&screen, "bản ghi").ends_with(" 1")), (0, true));
    let (code, _, trouble) = on("misnamed", bytes, &["--columns", "full_name=hoten"]);
    assert_eq!(code, 1);
    assert!(trouble.contains("Did you mean \"hoten_kh\"?"), "{trouble}");
}

#[test]
fn short_rows_are_processed_and_counted() {
    let file = format!("{PEOPLE}Lê Văn Tám\n");
    let (code, screen, trouble) = on("short", file.as_bytes(), &["--threads", "1"]);
    assert_eq!(code, 0, "{trouble}");
    assert!(line(&screen, "bản ghi").ends_with(" 4"), "{screen}");
    assert!(screen.contains("1 dòng thiếu ô") && screen.contains("line 5"), "{screen}");
    assert!(line(&screen, "nhóm trùng").contains("1 (2 records)"), "{screen}");
}

#[test]
fn doubtful_columns_are_told() {
    let file = "Họ đệm;Tên;dob;Ngày sinh\nNguyễn Văn;A;1950;1951\n";
    let (code, screen, _) = on("columns", file.as_bytes(), &[]);
    assert_eq!(code, 0);
    assert!(screen.contains("Join both into one column"), "{screen}");
    assert!(screen.contains("only \"dob\" is used"), "{screen}");
}

#[test]
fn a_header_alone_is_a_table_of_no_records() {
    let (code, screen, _) = on("header", "Họ và tên\n".as_bytes(), &[]);
    assert_eq!(code, 0);
    assert!(line(&screen, "bản ghi").ends_with(" 0") && screen.contains("no record"), "{screen}");
}

#[test]
fn a_truth_file_gives_precision_and_recall() {
    let truth = folder("truth-file").join("truth.csv");
    std::fs::write(&truth, "record_id,person_id\n0,a\n1,a\n2,b\n").unwrap();
    let (code, screen, _) = on("truth", PEOPLE.as_bytes(), &["--truth", truth.to_str().unwrap()]);
    assert_eq!(code, 0);
    assert!(screen.contains("precision 1.0000  recall 1.0000  F1 1.0000"), "{screen}");
}

#[test]
fn the_screen_fits_and_the_files_do_not_depend_on_threads() {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/sample/residents.csv");
    let mut all = Vec::new();
    for threads in ["1", "2", "8"] {
        let folder = folder(&format!("threads-{threads}"));
        let out = folder.to_str().unwrap();
        let (code, screen, trouble) = run(&[sample, "--out", out, "--threads", threads]);
        assert_eq!(code, 0, "{trouble}");
        assert!(screen.lines().count() <= 60, "{} lines", screen.lines().count());
        let names = ["pairs.csv", "clusters.csv", "findings.csv", "report.html"];
        all.push(names.map(|name| std::fs::read(folder.join(name)).unwrap()));
    }
    assert!(all[0] == all[1] && all[0] == all[2], "the files differ between thread counts");
    let [pairs, clusters, findings, page] = &all[0];
    for sheet in [pairs, clusters, findings] {
        assert!(sheet.starts_with("\u{FEFF}".as_bytes()));
    }
    assert_eq!(String::from_utf8_lossy(clusters).lines().count(), 3737);
    assert!(page.len() < 500_000);
}
