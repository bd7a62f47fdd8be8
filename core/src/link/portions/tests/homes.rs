//! Homes, and what they leave open, beside the whole run.

use super::*;

/// Homes linked one by one beside what is across them, and what they leave open looked at again, give
/// pairs and clusters of the whole run.
#[test]
fn homes_give_pairs_and_clusters_of_the_whole() {
    let mut cells = cells();
    // A slip in the decade: the second record of a person is at home elsewhere.
    for row in (1..ROWS).step_by(10) {
        let date = &mut cells[2][row];
        let decade = date.len() - 2;
        let other = if &date[decade..=decade] == "5" { "6" } else { "5" };
        date.replace_range(decade..=decade, other);
    }
    whole(&cells, |whole, learned| {
        let (met, homes) = cells_of(&cells, &learned, 3, 150);
        let linker = Linker::new();
        let all = || Portion::of(&cells, &(0..ROWS).collect::<Vec<_>>());
        let mut across: Vec<(String, String, f32, u8)> = Vec::new();
        for (_, blocks) in met.iter().filter(|((one, other), _)| one != other) {
            let blocks: Vec<&[u8]> = blocks.iter().map(Vec::as_slice).collect();
            all().with(|table| {
                let near = linker.near_pairs(table, &learned, &blocks).unwrap();
                across.extend(near.pairs().iter().map(|pair| {
                    let [left, right] = [pair.left, pair.right].map(|row| near.record_id(row));
                    (left.into_owned(), right.into_owned(), pair.weight, pair.rule)
                }));
            });
        }
        let number = |id: &str| id.parse::<usize>().unwrap();
        let (mut pairs, mut clusters) = (BTreeMap::new(), BTreeMap::new());
        let mut partners: Vec<(String, String, f32)> = Vec::new();
        let mut asked: Vec<(String, String, u8)> = Vec::new();
        for home in 0..learned.homes(150) {
            let own: Vec<usize> = (0..ROWS).filter(|&row| homes[row] == home).collect();
            let led = across.iter().map(|(one, other, weight, _)| (&**one, &**other, *weight));
            let at_home = |id: &str| homes[number(id)] == home;
            let led: Vec<(&str, &str, f32)> =
                led.filter(|(one, other, _)| at_home(one) || at_home(other)).collect();
            let ends = led.iter().flat_map(|(one, other, _)| [number(one), number(other)]);
            let guests: BTreeSet<usize> = ends.filter(|&row| homes[row] != home).collect();
            let rows: Vec<usize> = own.iter().copied().chain(guests).collect();
            let blocks = met.get(&(home, home)).cloned().unwrap_or_default();
            let blocks: Vec<&[u8]> = blocks.iter().map(Vec::as_slice).collect();
            Portion::of(&cells, &rows).with(|table| {
                let found = linker.link_home(table, &learned, &blocks, &led).unwrap();
                let linkage = found.linkage();
                let id = |row: u32| linkage.record_id(row).into_owned();
                let open: BTreeMap<u32, u32> = found.open().collect();
                for pair in linkage.pairs() {
                    pairs.insert((id(pair.left), id(pair.right)), pair.weight.to_bits());
                    if linkage.is_match(pair) && open.contains_key(&pair.left) {
                        assert_eq!(open[&pair.left], open[&pair.right]);
                        asked.push((id(pair.left), id(pair.right), pair.rule));
                    }
                }
                for row in 0..own.len() as u32 {
                    if open.contains_key(&row) {
                        partners.extend(found.partners(row).map(|(other, weight)| {
                            (id(row), other.map_or_else(String::new, id), weight)
                        }));
                    } else {
                        clusters.insert(id(row), linkage.cluster_id(row).into_owned());
                    }
                }
            });
        }
        assert!(across.len() > 10 && partners.len() > 20, "{} {}", across.len(), partners.len());
        assert!(clusters.len() > ROWS / 2, "{}", clusters.len());
        let within: BTreeSet<_> = asked.iter().map(|(a, b, _)| (a.clone(), b.clone())).collect();
        let led = across.iter().map(|(one, other, _, rule)| (&**one, &**other, *rule));
        let asked: Vec<_> =
            asked.iter().map(|(a, b, rule)| (&**a, &**b, *rule)).chain(led).collect();
        let partners: Vec<_> = partners.iter().map(|(a, b, bits)| (&**a, &**b, *bits)).collect();
        all().with(|table| {
            let last = linker.look_again(table, &learned, &asked, &partners).unwrap();
            let id = |row: u32| last.record_id(row).into_owned();
            for pair in last.pairs() {
                let key = (id(pair.left), id(pair.right));
                let is_new = pairs.insert(key.clone(), pair.weight.to_bits()).is_none();
                assert_eq!(is_new, !within.contains(&key));
            }
            for row in 0..ROWS as u32 {
                clusters.entry(id(row)).or_insert_with(|| last.cluster_id(row).into_owned());
            }
        });
        let name = |row: u32| whole.record_id(row).into_owned();
        let wanted = whole.pairs().iter();
        let wanted: BTreeMap<_, _> =
            wanted.map(|p| ((name(p.left), name(p.right)), p.weight.to_bits())).collect();
        assert_eq!(pairs, wanted);
        let wanted = (0..ROWS as u32).map(|row| (name(row), whole.cluster_id(row).into_owned()));
        assert_eq!(clusters, wanted.collect());
    });
}

/// Two records of one identifier are told, wherever they come from.
#[test]
fn repeated_identifiers_are_told() {
    let cells = cells();
    whole(&cells, |_, learned| {
        let linker = Linker::new();
        let deal = |rows: &[usize]| {
            Portion::of(&cells, rows)
                .with(|table| linker.deal_keys(table, &learned, 2, 100).unwrap().buckets)
        };
        let dealt = [deal(&[0, 1, 2, 3]), deal(&[4, 2, 5]), deal(&[2])];
        let told = (0..2).map(|bucket| dealt.each_ref().map(|of| of[bucket].as_slice()));
        let told = told.map(|bucket| linker.meet(&bucket).unwrap().repeated);
        assert_eq!(told.max(), Some(3));
    });
}
