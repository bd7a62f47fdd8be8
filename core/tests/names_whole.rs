//! Names made of every listed surname and given name are read as they stand, without a finding.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use hoten::Name;

/// Cells of a data table by row, header left out.
fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().filter(|line| !line.starts_with('#')).skip(1).map(|row| row.split('\t').collect())
}

/// Surname and the share of its bearers in percent, where the national or list share is given.
fn surnames(kinds: &[&str]) -> Vec<(&'static str, f32)> {
    let share = |cell: &str| cell.trim_end_matches(['*', '†']).parse().unwrap_or(0.0);
    rows(include_str!("../data/surnames.tsv"))
        .filter(|row| kinds.contains(&row[2]))
        .map(|row| (row[0], share(row[1])))
        .collect()
}

fn given() -> Vec<&'static str> {
    let rows = rows(include_str!("../data/middle_given.tsv"));
    rows.filter(|row| row[0] == "given").map(|row| row[1]).collect()
}

#[test]
fn every_surname_with_every_given_name() {
    let surnames = surnames(&["single"]);
    let strong: Vec<_> = surnames.iter().filter(|one| one.1 >= 0.5).map(|one| one.0).collect();
    let (mut names, mut wrong) = (0, Vec::new());
    for &(surname, share) in &surnames {
        for given in given() {
            // Hòa Nguyễn may be turned around: the words leave that open.
            if share < 0.05 && strong.contains(&given) {
                continue;
            }
            // A and Y before a given name are particles, and the name has no surname.
            if matches!(surname, "A" | "Y") {
                continue;
            }
            for middle in ["", "Thị", "Văn", "Thị Ngọc"] {
                let text = [surname, middle, given].join(" ").replace("  ", " ");
                let name = Name::parse(&text);
                names += 1;
                let as_written = name.surname() == surname || name.surname().starts_with(surname);
                if !name.findings().is_empty() || !as_written {
                    wrong.push(text);
                }
            }
        }
    }
    assert!(names > 500_000, "{names}");
    assert!(wrong.is_empty(), "{} of {names}: {:?}", wrong.len(), &wrong[..wrong.len().min(40)]);
}

#[test]
fn every_compound_surname_is_whole() {
    for (surname, _) in surnames(&["compound"]) {
        for rest in ["Hạnh", "Thị Hạnh", "Văn Minh Hạnh"] {
            let text = format!("{surname} {rest}");
            let name = Name::parse(&text);
            assert_eq!((name.surname(), name.given()), (surname, "Hạnh"), "{text}");
            assert!(name.findings().is_empty(), "{text}");
        }
    }
}
