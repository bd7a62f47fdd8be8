//! Levels of declared fields, each from what the clerk or the shop did.

use super::*;
use crate::record::declared::DeclaredField;
use crate::record::{Schema, StrColumn, Table};

/// The level names of the first two of some rows; each row has a cell for each field.
fn levels(fields: &[FieldKind], rows: &[&[Option<&str>]]) -> Vec<&'static str> {
    let names: Vec<String> = (0..fields.len()).map(|place| place.to_string()).collect();
    let named = names.iter().zip(fields);
    let declared: Vec<DeclaredField> =
        named.map(|(name, kind)| DeclaredField { name: name.clone(), kind: *kind }).collect();
    let columns: Vec<Vec<Option<&str>>> =
        (0..fields.len()).map(|place| rows.iter().map(|row| row[place]).collect()).collect();
    let named = names.iter().zip(&columns);
    let table =
        Table::new(named.map(|(name, cells)| (name.as_str(), StrColumn::from_options(cells))));
    let table = table.unwrap();
    let schema = Schema::read(table.names(), [], &declared).unwrap();
    let held = DeclaredTable::build(&[(&table, &schema)], &declared);
    let (there, back) = (compare_declared(&held, 0, 1), compare_declared(&held, 1, 0));
    assert_eq!(there, back, "the order of the sides never matters");
    let level =
        |(place, kind): (usize, &FieldKind)| kind.levels()[(there >> (4 * place) & 0xF) as usize];
    fields.iter().enumerate().map(level).collect()
}

fn level(kind: FieldKind, one: &str, other: &str) -> &'static str {
    let cell = |text| (!str::is_empty(text)).then_some(text);
    levels(&[kind], &[&[cell(one)], &[cell(other)]])[0]
}

#[test]
fn texts() {
    for (one, other, want) in [
        ("Smith", "SMITH ", "same"),
        ("", "", "missing on both"),
        ("Smith", "", "missing on one"),
        ("–", "Smith", "missing on one"),
        ("O'Brien", "Obrien", "same letters"),
        ("Mc Donald", "McDonald", "same letters"),
        ("Zoë", "Zoe", "same letters"),
        ("Smith", "Smyth", "one slip"),
        ("Michael", "Micheal", "one slip"),
        ("michaela", "mikaela", "two slips"),
        ("J", "James", "abbreviation"),
        ("High St", "High Street", "abbreviation"),
        ("vldb", "very large data bases", "abbreviation"),
        ("galaxy phone 64", "galaxy phone 65", "other number"),
        ("neumann john", "john neumann", "other order"),
        ("catherine", "katharine", "two slips"),
        ("margaret", "margerita", "alike"),
        ("christopher", "christophre jr", "similar"),
        ("Smith", "Jones", "different"),
        ("ab", "cd", "different"),
    ] {
        assert_eq!(level(FieldKind::Text, one, other), want, "{one} / {other}");
    }
}

/// Of two titles that share as many words, the pair that shares the rare ones is nearer.
#[test]
fn rare_words_tell_more() {
    let many: Vec<String> = (0..40).map(|n| format!("digital camera black w{n}")).collect();
    let level = |one: &str, other: &str| {
        let mut rows: Vec<Vec<Option<&str>>> = vec![vec![Some(one)], vec![Some(other)]];
        rows.extend(many.iter().map(|text| vec![Some(text.as_str())]));
        let rows: Vec<&[Option<&str>]> = rows.iter().map(Vec::as_slice).collect();
        levels(&[FieldKind::Text], &rows)[0]
    };
    assert_eq!(level("nova digital camera kx200", "kx200 nova camera silver"), "most words");
    assert_eq!(level("nova digital camera kx200", "orion digital camera zz9 black"), "different");
}

/// What one record has in one column and the other in another: both bear the level, unless a cell
/// is empty, which says nothing by itself.
#[test]
fn values_in_each_others_columns() {
    let texts = [FieldKind::Text; 2];
    let pair = |one: [&'static str; 2], other: [&'static str; 2]| {
        let cells = |row: [&'static str; 2]| row.map(|cell| (!cell.is_empty()).then_some(cell));
        levels(&texts, &[&cells(one), &cells(other)])
    };
    assert_eq!(pair(["james", "neumann"], ["neumann", "james"]), ["exchanged", "exchanged"]);
    assert_eq!(pair(["james", "neumann"], ["neuman", "james"]), ["exchanged", "exchanged"]);
    assert_eq!(pair(["james", ""], ["", "james"]), ["missing on one", "missing on one"]);
    assert_eq!(pair(["james", ""], ["neumann", "james"]), ["exchanged", "missing on one"]);
    assert_eq!(pair(["james", "neumann"], ["neumann", "peter"]), ["different", "different"]);
    assert_eq!(pair(["james", "james"], ["james", "peter"]), ["same", "different"]);
}

#[test]
fn numbers() {
    for (one, other, want) in [
        ("12", "12", "same"),
        ("$1,299.00", "1299", "same number"),
        ("12a", "12", "same number"),
        ("18", "81", "two digits swapped"),
        ("1000", "1005", "within 1 %"),
        ("12", "13", "one digit"),
        ("12", "123", "one digit"),
        ("200.00", "208.50", "within 5 %"),
        ("200.00", "231.70", "within 25 %"),
        ("7", "350", "different"),
        ("7", "", "missing on one"),
    ] {
        assert_eq!(level(FieldKind::Number, one, other), want, "{one} / {other}");
    }
}

#[test]
fn identifiers() {
    for (one, other, want) in [
        ("AX-20411", "AX 20411", "same letters"),
        ("5304218", "5304219", "one slip"),
        ("5304218", "5304128", "two signs swapped"),
        ("5304218", "5374219", "two slips"),
        ("0005304218", "5304218", "part of it"),
        ("5304218", "6611190", "different"),
        ("12", "13", "different"),
    ] {
        assert_eq!(level(FieldKind::Identifier, one, other), want, "{one} / {other}");
    }
}

#[test]
fn dates() {
    for (one, other, want) in [
        ("19151111", "1915-11-11", "same"),
        ("19150312", "19151203", "day and month swapped"),
        ("19151111", "19151112", "one slip"),
        ("1962-07-24", "07/1962", "same month"),
        ("1962-07-24", "1962", "same year"),
        ("19620724", "19481130", "different"),
        // The thirteenth month is a slip, not a date.
        ("19621324", "19621224", "one slip"),
        ("19620724", "", "missing on one"),
    ] {
        assert_eq!(level(FieldKind::Date, one, other), want, "{one} / {other}");
    }
}

#[test]
fn categories() {
    for (one, other, want) in [
        ("NSW", "nsw", "same"),
        ("nsw", "nws", "one slip"),
        ("m", "male", "abbreviation"),
        ("nsw", "vic", "different"),
    ] {
        assert_eq!(level(FieldKind::Category, one, other), want, "{one} / {other}");
    }
}
