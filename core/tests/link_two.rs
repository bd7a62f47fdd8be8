//! Two tables linked, and new records beside clustered ones.
#![cfg(feature = "link")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use hoten::{
    Judgement, LinkMode, Linkage, Linker, Progress, RefusalReason, Stage, StrColumn, Table, Verdict,
};

/// A table from a header line and rows of `|`-separated cells; an empty cell is missing.
struct Sheet<'t> {
    headers: Vec<&'t str>,
    columns: Vec<Vec<Option<&'t str>>>,
}

fn sheet(text: &str) -> Sheet<'_> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let headers: Vec<&str> = lines.next().unwrap().split('|').map(str::trim).collect();
    let mut columns = vec![Vec::new(); headers.len()];
    for line in lines {
        for (column, cell) in columns.iter_mut().zip(line.split('|').map(str::trim)) {
            column.push((!cell.is_empty()).then_some(cell));
        }
    }
    Sheet { headers, columns }
}

impl<'t> Sheet<'t> {
    fn table<'s: 't>(&'s self) -> Table<'t> {
        let named = self.headers.iter().zip(&self.columns);
        Table::new(named.map(|(header, cells)| (*header, StrColumn::from_options(cells)))).unwrap()
    }
}

/// Matches by identifier, in the order of the result.
fn matches(linkage: &Linkage<'_>) -> Vec<(String, String)> {
    let ids = |row| linkage.record_id(row).into_owned();
    let matched = linkage.pairs().iter().filter(|pair| linkage.is_match(pair));
    matched.map(|pair| (ids(pair.left), ids(pair.right))).collect()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(left, right)| ((*left).to_owned(), (*right).to_owned())).collect()
}

const LEFT: &str = "id | full_name | dob | cccd
    a | Phạm Thị Lan | 02/09/1961 | 089161000123
    b | Trần Văn Sáu | 04/03/1958 | 089058004455
    c | Trần Văn Sáu | 04/03/1958 | 089058004455";
const RIGHT: &str = "ma | hoten | Ngày sinh | Số CCCD
    x | TRAN VAN SAU | 1958-03-04 | 089058004455
    y | PHẠM THỊ LAN | 02/09/1961 | 089161000123
    z | Phạm Thị Lan | 1961 | 089161000123";

fn linked<R>(linker: &Linker, check: impl FnOnce(&Linkage<'_>) -> R) -> R {
    let (left, right) = (sheet(LEFT), sheet(RIGHT));
    check(&linker.link(&left.table(), &right.table()).unwrap())
}

/// `b` and `c` are one person twice on the left, `y` and `z` on the right: pairs go across only, and
/// the headers of each table are its own.
#[test]
fn many_to_many_gives_every_pair_across_and_none_inside() {
    linked(&Linker::new(), |linkage| {
        assert_eq!(matches(linkage), pairs(&[("a", "y"), ("a", "z"), ("b", "x"), ("c", "x")]));
        assert!(linkage.pairs().iter().all(|p| p.left < 3 && p.right >= 3));
        assert_eq!((linkage.boundary(), linkage.records()), (3, 6));
        assert!(linkage.refused().is_empty());
    });
}

/// The full date outweighs the year alone; `b` and `c` are alike, and b is the smaller identifier.
#[test]
fn each_mode_allows_its_number_of_partners() {
    for (mode, want) in [
        (LinkMode::OneToOne, vec![("a", "y"), ("b", "x")]),
        (LinkMode::OneToMany, vec![("a", "y"), ("a", "z"), ("b", "x")]),
        (LinkMode::ManyToOne, vec![("a", "y"), ("b", "x"), ("c", "x")]),
    ] {
        linked(&Linker::new().mode(mode), |linkage| {
            assert_eq!(matches(linkage), pairs(&want), "{}", mode.as_str());
            assert!(linkage.refused().iter().all(|held| held.reason == RefusalReason::Taken));
            assert_eq!(linkage.refused().len() + linkage.pairs().len(), 4);
        });
        assert_eq!(LinkMode::from_name(mode.as_str()), Some(mode));
    }
    assert_eq!(LinkMode::from_name("one-to-one"), Some(LinkMode::OneToOne));
    assert_eq!(LinkMode::from_name("1:1"), None);
}

/// What a person says goes before weights, also for who gets the one partner.
#[test]
fn judgements_go_before_weights_across_tables() {
    let judged =
        [Judgement::new("c", "x", Verdict::Same), Judgement::new("a", "y", Verdict::Different)];
    linked(&Linker::new().mode(LinkMode::OneToOne).judgements(judged), |linkage| {
        let kept = matches(linkage);
        assert!(
            kept.contains(&("c".into(), "x".into())) && !kept.contains(&("b".into(), "x".into()))
        );
        // `a` is not `y`: `z` is left, and the two are in one cluster.
        let cluster = |row: usize| linkage.clusters()[row];
        assert_eq!(cluster(0), cluster(5));
        assert_ne!(cluster(0), cluster(4));
    });
}

/// Left identifiers are looked for on the left only, though the right table may have the same.
#[test]
fn identifiers_belong_to_their_table() {
    let one = sheet("id | full_name | dob\n1 | Lê Thị Sáu | 01/02/1960\n2 | Trần A | 1950");
    let other = sheet("id | full_name | dob\n1 | Trần B | 1970\n2 | LE THI SAU | 01/02/1960");
    let linkage = Linker::new().link(&one.table(), &other.table()).unwrap();
    assert_eq!(matches(&linkage), pairs(&[("1", "2")]));
    let told = linkage.explain_ids("1", "2").unwrap();
    assert_eq!((told.left_id.as_str(), told.right_id.as_str()), ("1", "2"));
    assert!(told.probability > 0.9);
    assert!(linkage.explain_ids("2", "1").unwrap().probability < 0.5);
    let truth = linkage.assess_sides([("1", "s"), ("2", "a")], [("1", "b"), ("2", "s")]);
    assert_eq!((truth.clusters.true_pairs, truth.clusters.f1), (1, 1.0));
}

#[test]
fn a_column_choice_may_name_a_header_of_either_table() {
    let left = sheet("hoten_kh | dob\nLê Thị Sáu | 01/02/1960");
    let right = sheet("full_name | ns_kh\nLE THI SAU | 01/02/1960");
    let linker = Linker::new().column("full_name", "hoten_kh").column("birth_date", "ns_kh");
    let linkage = linker.link(&left.table(), &right.table()).unwrap();
    assert_eq!(linkage.pairs().len(), 1);
    let wrong = Linker::new().column("full_name", "ten_la");
    let error = wrong.link(&left.table(), &right.table()).unwrap_err();
    assert_eq!(error.code().as_str(), "unknown_column");
}

const KNOWN: &str = "id | full_name | dob | cccd
    b | Phạm Thị Lan | 02/09/1961 | 089161000123
    a | PHẠM THỊ LAN | 02/09/1961 | 089161000123
    c | Trần Văn Sáu | 04/03/1958 | 089058004455
    d | Trần Văn Sáu | 04/03/1958 |";

#[test]
fn new_records_join_known_clusters_and_keep_their_names() {
    let (known, new) = (
        sheet(KNOWN),
        sheet(
            "id | full_name | dob | cccd
            m | PHAM THI LAN | 02/09/1961 | 089161000123
            n | Lý Văn Ba | 07/07/1977 | 089077001122
            k | LY VAN BA | 1977-07-07 | 089077001122",
        ),
    );
    let clusters = [("a", "P1"), ("b", "P1"), ("c", "P2"), ("d", "P2")];
    let linkage = Linker::new().update(&known.table(), clusters, &new.table()).unwrap();
    let names: Vec<_> = (0..7).map(|row| linkage.cluster_id(row).into_owned()).collect();
    assert_eq!(names, ["P1", "P1", "P2", "P2", "P1", "k", "k"]);
    // Named by the smallest identifier of the old records: `a`, row 1.
    assert_eq!(linkage.joined(), [(4, 1)]);
    assert!(linkage.merges().is_empty());
    assert!(linkage.pairs().iter().all(|pair| pair.right >= 4), "old pairs are not made again");
}

/// `c` and `d` were two clusters; a new record is like both. It joins the heavier, and the merge is
/// told, not made.
#[test]
fn known_clusters_are_not_merged_silently() {
    let known = sheet(KNOWN);
    let new = sheet("id | full_name | dob | cccd\nm | TRAN VAN SAU | 04/03/1958 | 089058004455");
    let clusters = [("a", "P1"), ("b", "P1")];
    let linkage = Linker::new().update(&known.table(), clusters, &new.table()).unwrap();
    let names: Vec<_> = (0..5).map(|row| linkage.cluster_id(row).into_owned()).collect();
    assert_eq!(names, ["P1", "P1", "c", "d", "c"]);
    let merges = linkage.merges();
    assert_eq!(merges.len(), 1);
    assert_eq!((merges[0].left, merges[0].right, merges[0].pair), (2, 3, (3, 4)));
    // A person who says they are one makes them one; the name is that of the smaller identifier.
    let told = Linker::new().judgements([Judgement::new("d", "c", Verdict::Same)]);
    let linkage = told.update(&known.table(), clusters, &new.table()).unwrap();
    assert_eq!(
        (2..5).map(|row| linkage.cluster_id(row).into_owned()).collect::<Vec<_>>(),
        ["c"; 3]
    );
    assert!(linkage.merges().is_empty());
}

#[test]
fn what_cannot_be_updated_is_said() {
    let known = sheet(KNOWN);
    let code = |text: &str, clusters: &[(&str, &str)]| {
        let new = sheet(text);
        let result = Linker::new().update(&known.table(), clusters.iter().copied(), &new.table());
        result.map(|_| ()).unwrap_err().code().as_str()
    };
    assert_eq!(code("full_name\nLê A", &[]), "no_record_ids");
    assert_eq!(code("id | full_name\na | Lê A", &[]), "record_known");
    assert_eq!(code("id | full_name\nm | Lê A", &[("z", "P")]), "cluster_of_no_record");
}

/// At whatever stage the caller says no, the run ends with `cancelled`.
#[test]
fn every_stage_can_be_stopped() {
    let (left, right) = (sheet(LEFT), sheet(RIGHT));
    let (left, right) = (left.table(), right.table());
    for stage in [Stage::Read, Stage::Block, Stage::Train, Stage::Score, Stage::Cluster] {
        let mut last = None;
        let mut tell = |progress: Progress| {
            last = Some(progress.stage);
            progress.stage != stage
        };
        let error = Linker::new().link_with(&left, &right, &mut tell).unwrap_err();
        assert_eq!(error.code().as_str(), "cancelled");
        assert_eq!(last, Some(stage), "it went on after it was stopped");
    }
    let stopped = Linker::new().train_with(&left, &mut |told| told.stage != Stage::Train);
    assert_eq!(stopped.unwrap_err().code().as_str(), "cancelled");
}
