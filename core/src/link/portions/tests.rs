use super::*;
use crate::link::rules::mix_word;
use crate::record::StrColumn;
use std::collections::{BTreeMap, BTreeSet, HashMap};

mod homes;

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
            if again && word.is_multiple_of(7) {
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
        let learned = whole.learned().unwrap();
        #[cfg(feature = "serde")]
        let learned = Learned::from_json(&learned.to_json()).unwrap();
        look(&whole, learned);
    });
}

/// Every tenth person, by what fields say: what other records say is not asked, as they are not there.
#[test]
fn pairs_of_a_part_weigh_what_they_weigh_in_the_whole() {
    let cells = cells();
    whole(&cells, |_, mut learned| {
        learned.model = learned.model.without_neighbours();
        let linker = Linker::new().model(learned.model.clone()).fit(false);
        Portion::of(&cells, &(0..ROWS).collect::<Vec<_>>()).with(|table| {
            let whole = linker.dedupe(table).unwrap();
            assert!(whole.pairs().len() > 100, "{}", whole.pairs().len());
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
    });
}

/// The pairs of all cells with their rules, by row, and in how many cells each stands.
fn pairs_of(cells: &Cells) -> BTreeMap<(u32, u32), (u8, usize)> {
    let ids: Vec<String> = (0..ROWS).map(|row| format!("{row:05}")).collect();
    let rows: HashMap<_, _> = ids.iter().map(|id| id.as_str().into()).zip(0..).collect();
    let mut found = BTreeMap::new();
    for blocks in cells.values() {
        let blocks: Vec<&[u8]> = blocks.iter().map(Vec::as_slice).collect();
        for pair in meet::candidates(&blocks, &rows).unwrap() {
            let held = found.entry((pair.left, pair.right)).or_insert((pair.rule, 0));
            held.1 += 1;
        }
    }
    found
}

/// Blocks, by the homes of their records.
type Cells = BTreeMap<(u32, u32), Vec<Vec<u8>>>;

/// Keys of portions, dealt, met: what is compared in each cell, and the home of each row.
fn cells_of(
    cells: &[Vec<String>; 5],
    learned: &Learned,
    buckets: u32,
    records: u32,
) -> (Cells, Vec<u32>) {
    let linker = Linker::new();
    let mut dealt = vec![Vec::new(); buckets as usize];
    let mut homes = Vec::new();
    for rows in (0..ROWS).collect::<Vec<_>>().chunks(97) {
        Portion::of(cells, rows).with(|table| {
            let keys = linker.deal_keys(table, learned, buckets, records).unwrap();
            assert_eq!(keys.buckets.len(), buckets as usize);
            dealt.iter_mut().zip(keys.buckets).for_each(|(all, bytes)| all.push(bytes));
            homes.extend(keys.homes);
        });
    }
    assert!(homes.iter().all(|&home| home < learned.homes(records)));
    let mut found = Cells::new();
    for bytes in &mut dealt {
        bytes.reverse();
        let bytes: Vec<&[u8]> = bytes.iter().map(Vec::as_slice).collect();
        let met = linker.meet(&bytes).unwrap();
        assert_eq!(met.repeated, 1);
        for cell in met.cells {
            let (one, other) = cell.homes;
            assert_eq!(cell.record_ids.is_empty(), one == other);
            let home = |id: &String| homes[id.parse::<usize>().unwrap()];
            assert!(cell.record_ids.iter().all(|id| [one, other].contains(&home(id))));
            found.entry(cell.homes).or_default().push(cell.blocks);
        }
    }
    (found, homes)
}

/// Blocks made from keys of portions hold the pairs that one machine compares, each under the rule
/// that finds it there and in one place, however many buckets and homes there are; large blocks are
/// split.
#[test]
fn keys_of_portions_make_the_pairs_of_the_whole() {
    let mut cells = cells();
    // A third of all have one name and year: blocks of the loose rules are split, some refused.
    for row in (0..ROWS).step_by(3) {
        cells[1][row] = "Nguyễn Thị Lan".to_owned();
        cells[2][row] = "1960".to_owned();
    }
    whole(&cells, |_, learned| {
        let mut wanted = BTreeMap::new();
        Portion::of(&cells, &(0..ROWS).collect::<Vec<_>>()).with(|table| {
            let forecast = Linker::new().forecast(table).unwrap();
            assert!(forecast.rules.iter().any(|rule| rule.refined_blocks > 0));
            let mut all = |batch: &[Candidate], _: &_| {
                wanted.extend(batch.iter().map(|pair| ((pair.left, pair.right), (pair.rule, 1))));
                true
            };
            Linker::new().candidates(table, &mut all).unwrap();
        });
        assert!(wanted.len() > 1_000);
        let mut learned = learned;
        for (buckets, records, most) in
            [(1, 10, 100_000), (7, 1_000, 100_000), (3, 5_000_000, 100_000), (5, ROWS as u64, 200)]
        {
            learned = learned.of_records(records);
            let (found, _) = cells_of(&cells, &learned, buckets, most);
            assert_eq!(found.len() > 1, records > u64::from(most), "{}", found.len());
            assert_eq!(pairs_of(&found), wanted);
        }
    });
}

/// Cells compared one by one and looked at again give the pairs of the whole run, rules and weights
/// included; nothing but the pairs themselves, their records and the records' partners is needed.
#[test]
fn cells_give_the_pairs_of_the_whole() {
    let cells = cells();
    whole(&cells, |whole, learned| {
        let rows: Vec<usize> = (0..ROWS).rev().collect();
        let mut near: Vec<(String, String, f32, u8)> = Vec::new();
        for blocks in cells_of(&cells, &learned, 4, 100_000).0.values() {
            let blocks: Vec<&[u8]> = blocks.iter().map(Vec::as_slice).collect();
            Portion::of(&cells, &rows).with(|table| {
                let part = Linker::new().near_pairs(table, &learned, &blocks).unwrap();
                near.extend(part.pairs().iter().map(|pair| {
                    let [left, right] = [pair.left, pair.right].map(|row| part.record_id(row));
                    (left.into_owned(), right.into_owned(), pair.weight, pair.rule)
                }));
            });
        }
        assert!(near.len() > whole.pairs().len());
        let mut partners = BTreeMap::<&str, Vec<(&str, f32)>>::new();
        for (left, right, weight, _) in &near {
            for (one, other) in [(left, right), (right, left)] {
                partners.entry(one).or_default().push((other, *weight));
            }
        }
        for own in partners.values_mut() {
            own.sort_by(|a, b| b.1.total_cmp(&a.1));
            own.truncate(9);
        }
        let mut found = BTreeMap::new();
        for pairs in near.chunks(near.len() / 7 + 1) {
            let mut ids = BTreeSet::new();
            let mut own = BTreeMap::new();
            for (left, right, ..) in pairs {
                for id in [left.as_str(), right.as_str()] {
                    own.insert(id, &partners[id]);
                    ids.insert(id);
                    ids.extend(partners[id].iter().map(|(other, _)| *other));
                }
            }
            let rows: Vec<usize> = ids.iter().map(|id| id.parse().unwrap()).collect();
            let lists =
                own.iter().flat_map(|(id, all)| all.iter().map(|(to, bits)| (*id, *to, *bits)));
            let lists: Vec<_> = lists.collect();
            let pairs: Vec<_> = pairs.iter().map(|(a, b, _, rule)| (&**b, &**a, *rule)).collect();
            Portion::of(&cells, &rows).with(|table| {
                let part = Linker::new().look_again(table, &learned, &pairs, &lists).unwrap();
                for pair in part.pairs() {
                    let [left, right] =
                        [pair.left, pair.right].map(|row| rows[row as usize] as u32);
                    let told = (pair.weight.to_bits(), pair.rule, pair.pattern);
                    assert_eq!(found.insert((left, right), told), None);
                }
            });
        }
        let wanted = whole.pairs().iter();
        let wanted: BTreeMap<_, _> = wanted
            .map(|pair| ((pair.left, pair.right), (pair.weight.to_bits(), pair.rule, pair.pattern)))
            .collect();
        assert!(wanted.len() > 100, "{}", wanted.len());
        assert_eq!(found, wanted);
    });
}

/// Bytes cut short or of other rules are refused, records that are missing too.
#[test]
fn damaged_portions_are_refused() {
    let cells = cells();
    whole(&cells, |_, learned| {
        let linker = Linker::new();
        Portion::of(&cells, &(0..60).collect::<Vec<_>>()).with(|table| {
            let dealt = linker.deal_keys(table, &learned, 1, 100_000).unwrap().buckets.remove(0);
            let blocks = linker.meet(&[&dealt]).unwrap().cells.remove(0).blocks;
            let refused = |result: Result<()>| {
                assert_eq!(result.unwrap_err().code(), crate::ErrorCode::PortionDamaged);
            };
            let ends: BTreeSet<usize> = (1..200).chain([dealt.len() - 1]).collect();
            // Where a record ends, what is before is whole.
            let cut = ends.iter().filter(|&&end| linker.meet(&[&dealt[..end]]).is_err()).count();
            assert!(cut > 190, "{cut}");
            refused(linker.meet(&[&[7; 99]]).map(drop));
            for end in [1, 5, 40, blocks.len() - 1] {
                refused(linker.near_pairs(table, &learned, &[&blocks[..end]]).map(drop));
            }
            Portion::of(&cells, &[0, 1]).with(|few| {
                refused(linker.near_pairs(few, &learned, &[&blocks]).map(drop));
            });
        });
    });
}

/// A portion of a sample's table weighs as the whole: syllables that were not counted, whichever of
/// them a portion has, do not change what others say.
#[test]
fn portions_agree_on_what_a_sample_did_not_have() {
    let cells = cells();
    let learned = Portion::of(&cells, &(0..200).collect::<Vec<_>>())
        .with(|table| Linker::new().dedupe(table).unwrap().learned().unwrap());
    let mut other = cells.clone();
    for (row, name) in other[1].iter_mut().enumerate() {
        *name = format!(
            "{} {}",
            ["Quách", "Đèo", "Giàng", "Ksor"][row % 4],
            ["Y Ban", "H'Bia"][row % 2]
        );
    }
    let weights = |cells: &[Vec<String>; 5], rows: &[usize], pairs: &[(u32, u32)]| -> Vec<u32> {
        Portion::of(cells, rows).with(|table| {
            let part = Linker::new().dedupe_pairs(table, &learned, pairs).unwrap();
            part.pairs().iter().map(|pair| pair.weight.to_bits()).collect()
        })
    };
    let mut mixed = cells.clone();
    mixed
        .iter_mut()
        .zip(&other)
        .for_each(|(column, more)| column[600..].clone_from_slice(&more[600..]));
    let pairs: Vec<(u32, u32)> = (0..300).map(|person| (2 * person, 2 * person + 1)).collect();
    let alone: Vec<usize> = (0..600).collect();
    let beside: Vec<usize> = (0..ROWS).collect();
    let found = weights(&cells, &alone, &pairs);
    assert!(found.len() > 100);
    assert_eq!(found, weights(&mixed, &beside, &pairs));
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
            assert!(clustered > 40, "{clustered}");
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
        let own = whole.learned().unwrap();
        assert_eq!(learned.to_json(), own.to_json());
        assert_eq!(learned.known.dates.order(), crate::DateOrder::MonthFirst);
        assert!(learned.to_json().contains("tcvn3") && !learned.places.0.is_empty());
        assert_eq!(learned.years.values().sum::<u64>(), ROWS as u64);
        for broken in ["", "{}", "[]", &own.to_json().replace("month_first", "any")] {
            assert!(Learned::from_json(broken).is_err());
        }
    });
}
