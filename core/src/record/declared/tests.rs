//! Declared fields: what stands in the cells is what is compared.

use super::*;

fn table(kind: FieldKind, cells: &[Option<&str>]) -> DeclaredTable {
    let fields = [DeclaredField { name: "x".into(), kind }];
    let table = Table::new([("x", StrColumn::from_options(cells))]).unwrap();
    let schema = Schema::read(table.names(), [], &fields).unwrap();
    DeclaredTable::build(&[(&table, &schema)], &fields)
}

fn plain(cell: &str) -> String {
    let held = table(FieldKind::Text, &[Some(cell)]);
    let value = held.columns[0].value(held.row(0)[0]);
    value.map_or_else(String::new, |value| held.letters(value.plain).to_owned())
}

#[test]
fn words_lose_case_marks_and_signs() {
    for (cell, want) in [
        ("  O'Brien ", "obrien"),
        ("Sony KDL-40V2500, 40in", "sony kdl40v2500 40in"),
        ("Smith,John", "smith john"),
        ("12/34 Main St.", "12 34 main st"),
        ("Café Zoë", "cafe zoe"),
        ("Đặng Thị Hòa", "dang thi hoa"),
        ("–", ""),
        ("  ", ""),
    ] {
        assert_eq!(plain(cell), want, "{cell}");
    }
}

#[test]
fn equal_cells_share_a_value_and_are_counted() {
    let held =
        table(FieldKind::Category, &[Some("NSW"), Some("nsw "), None, Some("vic"), Some("")]);
    let ids: Vec<u32> = (0..5).map(|row| held.row(row)[0]).collect();
    assert_eq!(ids, [1, 1, 0, 2, 0]);
    assert_eq!((held.columns[0].counts.as_slice(), held.columns[0].filled), (&[0, 2, 1][..], 3));
}

#[test]
fn words_are_counted_by_record() {
    let cells = ["a b", "b b c", "A B"].map(Some);
    let held = table(FieldKind::Text, &cells);
    let column = &held.columns[0];
    let value = *column.value(held.row(1)[0]).unwrap();
    let words = column.words(&value);
    assert_eq!(words.iter().map(|word| word.records).collect::<Vec<_>>(), [3, 3, 1]);
    assert!(words[2].bits > words[0].bits);
}

#[test]
fn fields_are_few_and_named_once() {
    let field = |name: usize| DeclaredField { name: name.to_string(), kind: FieldKind::Text };
    let code = |fields: Vec<DeclaredField>| check_fields(&fields).map_err(|error| error.code());
    assert_eq!(code((0..16).map(field).collect()), Ok(()));
    assert_eq!(code((0..17).map(field).collect()), Err(ErrorCode::TooManyFields));
    assert_eq!(code(vec![field(1), field(1)]), Err(ErrorCode::FieldRepeated));
}
