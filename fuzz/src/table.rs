//! Tables: read from a file, deduplicated, checked record by record.

use crate::text;
use hoten::{CheckOptions, FieldName, Linker, ReadOptions, StrBuffer, Table};

/// Law: any bytes give a table or an error; columns are equally long; no line of text is lost.
pub fn csv(data: &[u8]) {
    // Most bytes hold no header: every other input has one above it.
    match data.len() % 2 {
        0 => read_csv(data),
        _ => read_csv(&[b"Ho va ten;Ngay sinh;CCCD\n", data].concat()),
    }
}

fn read_csv(data: &[u8]) {
    let options = ReadOptions::default();
    let Ok(file) = hoten::read_bytes(data, &options) else { return };
    let table = file.table();
    assert_eq!(table.rows(), file.rows(), "the table has the rows of the file");
    for index in 0..table.width() {
        assert_eq!(
            table.column(index).map(|cells| cells.len()),
            Some(file.rows()),
            "equal columns"
        );
    }
    // Reading twice is half of a run: one input in eight.
    if data.len().is_multiple_of(8) {
        let again = hoten::read_bytes(data, &options).map(|again| again.rows());
        assert_eq!(again.ok(), Some(file.rows()), "the same bytes give the same table");
    }
    // Lines of quoted cells may belong together; without quotes a line is a row.
    let Ok(text) = std::str::from_utf8(data) else { return };
    if text.contains('"') || text.contains('\0') {
        return;
    }
    let lines = text.split(['\n', '\r']);
    let filled = lines.filter(|line| line.contains(|c: char| c.is_ascii_alphanumeric())).count();
    let passed_over =
        file.notes().iter().filter(|note| PASSED_OVER.contains(&note.finding().code.as_str()));
    let passed_over: usize = passed_over.map(|note| note.lines().len()).sum();
    assert!(filled <= file.rows() + 1 + passed_over, "a line of text was lost");
}

/// Notes of a file that tell of lines that are no records.
const PASSED_OVER: [&str; 3] = ["rows_above_header", "rows_blank", "header_repeated"];

/// Law: a small table gives a partition: each row in one cluster, named by its smallest row.
pub fn dedupe(data: &[u8]) {
    let headers = ["Họ và tên", "Ngày sinh", "Số CCCD", "Giới tính"];
    let text = text(data);
    let mut columns: Vec<StrBuffer> = headers.iter().map(|_| StrBuffer::default()).collect();
    for line in text.lines().take(64) {
        let mut cells = line.split(';');
        for column in &mut columns {
            column.push(cells.next().filter(|cell| !cell.is_empty()));
        }
    }
    let named = headers.into_iter().zip(columns.iter().map(StrBuffer::as_column));
    let Ok(table) = Table::new(named) else { panic!("equal columns make a table") };
    let Ok(linkage) = Linker::new().threads(1).dedupe(&table) else {
        panic!("a table with names can be deduplicated")
    };
    let clusters = linkage.clusters();
    assert_eq!(clusters.len(), table.rows(), "each row has a cluster");
    for (row, &cluster) in clusters.iter().enumerate() {
        assert!(cluster as usize <= row, "a cluster is named by its smallest row");
        assert_eq!(clusters[cluster as usize], cluster, "the smallest row is its own cluster");
    }
    for pair in linkage.pairs() {
        assert!(pair.left < pair.right && (pair.right as usize) < table.rows(), "rows in order");
        assert!(pair.weight.is_finite(), "a weight is a number");
        assert!((0.0..=1.0).contains(&pair.probability), "a probability");
    }
    let rows: Vec<_> = linkage.pairs().iter().map(|pair| (pair.left, pair.right)).collect();
    assert!(rows.is_sorted_by(|a, b| a < b), "pairs are sorted, each once");
}

/// Law: any cells of a record give findings about fields of it, whose spans cut the cell between
/// letters.
pub fn check(data: &[u8]) {
    let text = text(data);
    let fields = FieldName::ALL;
    // `field number<tab>cell`; a line without a number goes on with the next field.
    let record: Vec<(FieldName, &str)> = text
        .split('\n')
        .take(64)
        .enumerate()
        .filter_map(|(line, cell)| {
            let (number, cell) = match cell.split_once('\t') {
                Some((number, cell)) => (number.parse().unwrap_or(line), cell),
                None => (line, cell),
            };
            Some((*fields.get(number % fields.len())?, cell))
        })
        .collect();
    let Ok(options) = CheckOptions::new().today(2026, 11, 22) else { panic!("a day") };
    let found = hoten::check_record(record.iter().copied(), &options);
    for finding in &found {
        let Some(span) = finding.span else { continue };
        let (start, end) = (span.start, span.end);
        let held = |cell: &str| cell.get(start..end).is_some();
        let mut cells = record.iter().filter(|(field, _)| *field == finding.field);
        assert!(cells.any(|(_, cell)| held(cell)), "a span lies in a cell of its field");
    }
    let again = hoten::check_record(record.iter().copied(), &options);
    assert_eq!(found.len(), again.len(), "the same record gives the same findings");
}
