use super::*;
use crate::record::StrColumn;

const ROWS: usize = 1_200;
const HEADERS: [&str; 5] = ["id", "full_name", "dob", "cccd", "address"];

/// Records of persons written twice, the second time without marks or day; of the dates of the
/// column all have the month first, and some names are in TCVN3.
fn cells() -> [Vec<String>; 5] {
    let surnames = ["Nguyễn", "Trần", "Lê", "Chau", "Neáng", "Cáp"];
    let given = ["Hằng", "Sóc Kha", "Sa Rươl", "Bảy", "Lan", "Đức", "Ratanak", "Hoà"];
    let mut cells: [Vec<String>; 5] = Default::default();
    for row in 0..ROWS {
        let (person, again) = (row / 2, row % 2 == 1);
        let word = mix_word(person as u64) as usize;
        let name = format!("{} {}", surnames[word % 6], given[word / 6 % 8]);
        let name = match (again, word % 5) {
            (true, 0) => crate::fold(&name).into_owned(),
            (true, 1) => "TrÇn ThÞ H»ng".to_owned(),
            _ => name,
        };
        let (month, day, year) = (word / 64 % 12 + 1, word / 999 % 28 + 1, 1940 + word / 7 % 60);
        let row = [
            format!("{row:05}"),
            name,
            if again && word % 7 == 0 {
                year.to_string()
            } else {
                format!("{month:02}/{day:02}/{year}")
            },
            if again { String::new() } else { format!("0890{:02}{:06}", year % 100, person * 7) },
            format!("Số {}, ấp {}", word % 40, word / 3 % 9),
        ];
        cells.iter_mut().zip(row).for_each(|(column, cell)| column.push(cell));
    }
    cells
}

/// Some rows of the cells, in a given order.
struct Portion([Vec<String>; 5]);

impl Portion {
    fn of(cells: &[Vec<String>; 5], rows: &[usize]) -> Self {
        Self(cells.each_ref().map(|column| rows.iter().map(|&row| column[row].clone()).collect()))
    }

    fn with<R>(&self, work: impl FnOnce(&Table<'_>) -> R) -> R {
        let columns = self.0.each_ref().map(|column| column.iter().map(String::as_str).collect());
        let columns: [Vec<&str>; 5] = columns;
        let named = HEADERS.iter().zip(&columns);
        work(&Table::new(named.map(|(name, cells)| (*name, StrColumn::from_strs(cells)))).unwrap())
    }
}

/// A whole run, and what it learned, sent as text where that can be.
fn whole(cells: &[Vec<String>; 5], look: impl FnOnce(&Linkage<'_>, Learned)) {
    Portion::of(cells, &(0..ROWS).collect::<Vec<_>>()).with(|table| {
        let whole = Linker::new().dedupe(table).unwrap();
        let learned = whole.learned();
        #[cfg(feature = "serde")]
        let learned = Learned::from_json(&learned.to_json()).unwrap();
        look(&whole, learned);
    });
}

/// Every tenth row, by the identifiers of its pairs.
#[test]
fn pairs_of_a_part_weigh_what_they_weigh_in_the_whole() {
    let cells = cells();
    whole(&cells, |whole, learned| {
        assert!(whole.pairs().len() > 300, "{}", whole.pairs().len());
        for portion in 0..10 {
            let rows: Vec<usize> = (0..ROWS).filter(|row| row / 2 % 10 == portion).collect();
            let place = |row: u32| rows.binary_search(&(row as usize)).ok().map(|at| at as u32);
            let held = whole.pairs().iter();
            let held: Vec<_> = held
                .filter_map(|pair| Some((pair, (place(pair.left)?, place(pair.right)?))))
                .collect();
            let asked: Vec<(u32, u32)> = held.iter().map(|(_, rows)| *rows).rev().collect();
            Portion::of(&cells, &rows).with(|table| {
                let part = Linker::new().dedupe_pairs(table, &learned, &asked).unwrap();
                assert_eq!(part.pairs().len(), held.len());
                for (found, (pair, _)) in part.pairs().iter().zip(held) {
                    assert_eq!((found.weight, found.pattern), (pair.weight, pair.pattern));
                    assert_eq!(found.rule, pair.rule);
                }
            });
        }
    });
}

/// Blocks made from keys of portions hold the pairs that one machine compares.
#[test]
fn keys_of_portions_make_the_pairs_of_the_whole() {
    let cells = cells();
    whole(&cells, |_, learned| {
        let mut blocks = std::collections::BTreeMap::<u64, Vec<u32>>::new();
        let all: Vec<usize> = (0..ROWS).collect();
        for rows in all.chunks(97) {
            Portion::of(&cells, rows).with(|table| {
                let keys = Linker::new().block_keys(table, &learned).unwrap();
                assert_eq!(keys.rows(), rows.len());
                for (at, &row) in rows.iter().enumerate() {
                    assert_eq!(keys.refine(at).len(), 11);
                    for &key in keys.keys(at) {
                        blocks.entry(key).or_default().push(row as u32);
                    }
                }
                assert!(keys.keys(rows.len()).is_empty() && keys.refine(rows.len()).is_empty());
            });
        }
        assert!(blocks.values().all(|rows| rows.len() <= 200));
        let pairs = |rows: &Vec<u32>| {
            let rows = rows.clone();
            (0..rows.len())
                .flat_map(move |at| {
                    let (left, rest) = (rows[at], rows[at + 1..].to_vec());
                    rest.into_iter().map(move |right| (left, right))
                })
                .collect::<Vec<_>>()
        };
        let made: std::collections::BTreeSet<_> = blocks.values().flat_map(pairs).collect();
        let mut wanted = std::collections::BTreeSet::new();
        Portion::of(&cells, &all).with(|table| {
            Linker::new()
                .candidates(table, &mut |batch| {
                    wanted.extend(batch.iter().map(|pair| (pair.left, pair.right)));
                    true
                })
                .unwrap();
        });
        assert!(wanted.len() > 1_000);
        assert_eq!(made, wanted);
    });
}

/// Whole components in another order than that of the table.
#[test]
fn components_are_clustered_as_in_the_whole() {
    let cells = cells();
    whole(&cells, |whole, learned| {
        let rows: Vec<usize> = (0..ROWS).rev().collect();
        let place = |row: u32| ROWS as u32 - 1 - row;
        let matches = whole.pairs().iter().filter(|pair| whole.is_match(pair));
        let pairs: Vec<_> = matches.map(|pair| (place(pair.left), place(pair.right))).collect();
        Portion::of(&cells, &rows).with(|table| {
            let part = Linker::new().dedupe_pairs(table, &learned, &pairs).unwrap();
            let mut clustered = 0;
            for row in 0..ROWS as u32 {
                assert_eq!(part.cluster_id(place(row)), whole.cluster_id(row));
                clustered += usize::from(whole.clusters()[row as usize] != row);
            }
            assert!(clustered > 200, "{clustered}");
        });
    });
}

#[test]
fn pairs_of_rows_that_are_not_there_are_passed_over() {
    let cells = cells();
    whole(&cells, |_, learned| {
        Portion::of(&cells, &[0, 1]).with(|table| {
            let pairs = [(0, 0), (1, 0), (0, 1), (1, 7), (u32::MAX, 3)];
            let part = Linker::new().dedupe_pairs(table, &learned, &pairs).unwrap();
            assert!(part.pairs().len() <= 1);
        });
    });
}

#[cfg(feature = "serde")]
#[test]
fn what_was_learned_comes_back_as_it_was() {
    whole(&cells(), |whole, learned| {
        let own = whole.learned();
        assert_eq!(learned.to_json(), own.to_json());
        assert_eq!(learned.known.dates.order(), crate::DateOrder::MonthFirst);
        assert!(learned.to_json().contains("tcvn3") && !learned.places.0.is_empty());
        for broken in ["", "{}", "[]", &own.to_json().replace("month_first", "any")] {
            assert!(Learned::from_json(broken).is_err());
        }
    });
}
