//! What the quality page and its sheets may and may not hold.
#![cfg(all(feature = "report", feature = "serde"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use hoten::{
    CheckOptions, ErrorCode, FieldName, Lang, Quality, QualityPageOptions, QualityReport,
    StrColumn, Table, check, quality_html, write_quality,
};

const HEADERS: [&str; 8] = [
    "record_id",
    "source",
    "full_name",
    "birth_date",
    "citizen_id",
    "province",
    "commune",
    "father_name",
];

type Row<'t> = [&'t str; 8];

/// Values that would be markup or formulas if nobody took care, in every field.
const EVIL: [&str; 8] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=y>",
    "=cmd|' /C calc'!A0",
    "+84 912",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "' or '1'='1",
];

const ROWS: [Row<'static>; 4] = [
    [
        "HS-1",
        "hộ tịch",
        "Nguyễn Văn Hòa",
        "30/02/1950",
        "089150001234",
        "An Giang",
        "Xã An Hảo",
        "Nguyễn Văn Ba (1960)",
    ],
    ["HS-2", "dân cư", "TrÇn ThÞ H»ng", "", "7,9E+10", "Sóc Trăng", "An Cư", ""],
    ["079075000001", "dân cư", "Lê 7", "2050", "0912345678", "", "", "không rõ"],
    ["HS-1", "", "", "01/01/1890", "089050001234", "Minh Hải", "X. An Hảo", "Lê Thị Tư"],
];

fn with<R>(rows: &[Row<'_>], work: impl FnOnce(&Quality<'_>) -> R) -> R {
    let columns: Vec<Vec<&str>> =
        (0..HEADERS.len()).map(|column| rows.iter().map(|row| row[column]).collect()).collect();
    let cells = columns.iter().map(|column| StrColumn::from_strs(column));
    let table = Table::new(HEADERS.into_iter().zip(cells)).unwrap();
    let options = CheckOptions::new().today(2026, 11, 22).unwrap();
    work(&check(&table, &options).unwrap().named("xã <b>An Hảo</b>", "2026-11-22"))
}

fn page(rows: &[Row<'_>], options: &QualityPageOptions) -> String {
    with(rows, |quality| quality_html(quality, options))
}

/// Each dangerous value once in each field.
fn evil() -> Vec<Row<'static>> {
    (0..EVIL.len())
        .map(|turn| core::array::from_fn(|field| EVIL[(turn + field) % EVIL.len()]))
        .collect()
}

fn open() -> QualityPageOptions {
    let mut options = QualityPageOptions::default();
    options.redact = false;
    options.examples = 100;
    options
}

#[test]
fn the_page_is_whole_in_both_languages() {
    for rows in [&ROWS[..0], &ROWS[..1], &ROWS] {
        for lang in [Lang::Vi, Lang::En] {
            let mut options = QualityPageOptions::default();
            options.lang = lang;
            let page = page(rows, &options);
            assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"));
            assert!(page.contains("prefers-color-scheme:dark") && page.contains("@media print"));
            assert!(page.contains("<svg") && !page.contains("NaN") && !page.contains("inf"));
            assert!(!page.contains("http:") && !page.contains("https:"));
            let (own, other) = match lang {
                Lang::Vi => ("Chất lượng dữ liệu dân cư", "Quality of resident data"),
                Lang::En => ("Quality of resident data", "Chất lượng dữ liệu dân cư"),
            };
            assert!(page.contains(own) && !page.contains(other));
        }
    }
}

#[test]
fn no_value_becomes_markup() {
    for options in [QualityPageOptions::default(), open()] {
        for rows in [evil(), ROWS.to_vec()] {
            let page = page(&rows, &options);
            for markup in ["<script", "<img", "onerror=y>", "<b>An Hảo"] {
                assert!(!page.contains(markup), "{markup}");
            }
        }
    }
}

#[test]
fn no_value_becomes_a_formula_and_sheets_open_rightly() {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("quality");
    let rows: Vec<_> = evil().into_iter().chain(ROWS).collect();
    with(&rows, |quality| write_quality(&folder, quality, &open()).unwrap());
    for name in ["findings.csv", "units.csv"] {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        let text = text.strip_prefix('\u{FEFF}').expect("a byte order mark for Excel");
        let mut sheet = csv_rows(text);
        let width = sheet.next().unwrap().len();
        let mut cells = 0;
        for row in sheet {
            assert_eq!(row.len(), width, "{name}");
            for cell in row {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell}");
                cells += 1;
            }
        }
        assert!(cells > 50, "{name}");
    }
    let saved = std::fs::read_to_string(folder.join("quality.json")).unwrap();
    with(&rows, |quality| assert_eq!(&QualityReport::from_json(&saved).unwrap(), quality.report()));
    let file = folder.join("units.csv").join("below-a-file");
    let error = with(&rows, |quality| write_quality(&file, quality, &open()).unwrap_err());
    assert_eq!(error.code(), ErrorCode::ReportUnwritable);
}

/// Rows of quoted CSV, by a reader of our own that leans on nothing.
fn csv_rows(text: &str) -> impl Iterator<Item = Vec<String>> + '_ {
    let mut rows = vec![vec![String::new()]];
    let (mut quoted, mut chars) = (false, text.chars().peekable());
    while let Some(c) = chars.next() {
        let cell = rows.last_mut().unwrap();
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.last_mut().unwrap().push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cell.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            c => cell.last_mut().unwrap().push(c),
        }
    }
    rows.pop();
    rows.into_iter()
}

#[test]
fn persons_are_masked_unless_asked() {
    let masked = page(&ROWS, &QualityPageOptions::default());
    for value in ["Hòa", "Hằng", "089050001234", "0912345678", "079075000001", "30/02/1950", "Ba ("]
    {
        assert!(!masked.contains(value), "{value}");
    }
    assert!(masked.contains("089***1234") && masked.contains("HS-1"));
    let open = page(&ROWS, &open());
    assert!(open.contains("089050001234") && open.contains("30/02/1950"));
    // The sheet without values quotes none either.
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("quality-masked");
    with(&ROWS, |quality| write_quality(&folder, quality, &QualityPageOptions::default()).unwrap());
    let sheet = std::fs::read_to_string(folder.join("findings.csv")).unwrap();
    assert!(
        sheet.contains("HS-1,citizen_id,")
            && !sheet.contains("Hằng")
            && !sheet.contains("02/03/1950")
    );
}

#[test]
fn the_page_stays_small_whatever_the_rows() {
    let long = "Ẫ".repeat(1 << 16);
    let names: Vec<String> = (0..6_000).map(|row| format!("{row} {}", "Ẫ".repeat(100))).collect();
    let mut rows: Vec<Row<'_>> = names
        .iter()
        .map(|name| -> Row<'_> { [name, name, name, name, name, name, name, name] })
        .collect();
    rows.push([&long; 8]);
    let mut options = open();
    options.examples = usize::MAX;
    options.units = usize::MAX;
    options.earlier = Some(with(&ROWS, |quality| quality.report().clone()));
    let page = page(&rows, &options);
    assert!(page.len() < 500_000, "{}", page.len());
}

#[test]
fn a_change_is_shown_beside_the_figures() {
    let mut options = QualityPageOptions::default();
    options.earlier = Some(with(&ROWS[..1], |quality| quality.report().clone()));
    let page = page(&ROWS, &options);
    assert!(
        page.contains("Thay đổi so với ngày 22/11/2026")
            && page.contains("class=\"up\"") | page.contains("class=\"down\"")
    );
    let same = with(&ROWS, |quality| {
        options.earlier = Some(quality.report().clone());
        quality_html(quality, &options)
    });
    assert!(!same.contains("<span class=\"up\"") && !same.contains("<span class=\"down\""));
}

/// The figures of the page are those of the report: three of four records miss something.
#[test]
fn shares_are_rounded_down_and_written_as_the_reader_does() {
    let rows: Vec<Row<'_>> = (0..3000)
        .map(|row| {
            if row == 0 {
                ROWS[2]
            } else {
                [
                    "",
                    "x",
                    "Lê Văn An",
                    "05/05/1950",
                    "089050001234",
                    "An Giang",
                    "An Cư",
                    "Lê Văn Ba",
                ]
            }
        })
        .collect();
    let vietnamese = page(&rows, &QualityPageOptions::default());
    assert!(vietnamese.contains("99,9\u{202F}%"), "not all of them");
    let mut options = QualityPageOptions::default();
    options.lang = Lang::En;
    assert!(page(&rows, &options).contains("99.9\u{202F}%"));
    with(&ROWS, |quality| {
        let filled =
            quality.report().fields.iter().find(|fill| fill.field == FieldName::FatherName);
        assert_eq!(filled.unwrap().filled, 3);
    });
}
