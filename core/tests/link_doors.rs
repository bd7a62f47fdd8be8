//! Single steps of the walk by their own doors: forecast, candidates, train, golden records, review.
#![cfg(feature = "link")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use hoten::{
    Candidate, Comparison, FieldName, GoldenReason, Judgement, Linkage, Linker, MatchRules,
    StrBuffer, StrColumn, Table, UnlinkableReason, Verdict,
};
use std::collections::BTreeMap;

fn with_table<R>(text: &str, check: impl FnOnce(&Table<'_>) -> R) -> R {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let headers: Vec<&str> = lines.next().unwrap().split('|').map(str::trim).collect();
    let mut columns = vec![Vec::new(); headers.len()];
    for line in lines {
        for (column, cell) in columns.iter_mut().zip(line.split('|').map(str::trim)) {
            column.push((!cell.is_empty()).then_some(cell));
        }
    }
    let named = headers.iter().zip(&columns);
    check(
        &Table::new(named.map(|(header, cells)| (*header, StrColumn::from_options(cells))))
            .unwrap(),
    )
}

fn deduped<R>(linker: &Linker, text: &str, check: impl FnOnce(&Linkage<'_>) -> R) -> R {
    with_table(text, |table| check(&linker.dedupe(table).unwrap()))
}

/// Four of one name and year make six pairs, two of them (one number) three; what forecast counts,
/// blocking makes.
#[test]
fn forecast_counts_what_candidates_gives() {
    let text = "id | full_name | dob | cccd
        a | Trần Văn Sáu | 1958 | 089058004455
        b | Trần Văn Sáu | 1958 | 089058004455
        c | Trần Văn Sáu | 1958 |
        d | Trần Văn Sáu | 1958 |
        e | Lê Thị Ba | 1960 |";
    with_table(text, |table| {
        let linker = Linker::new();
        let forecast = linker.forecast(table).unwrap();
        let rule = |name: &str| forecast.rules.iter().find(|rule| rule.name == name).unwrap();
        assert_eq!(rule("citizen ID").pairs, 1);
        assert_eq!((rule("name and year").pairs, rule("name and year").keyed_records), (6, 5));
        assert_eq!(rule("name and year").largest[0].rows, 4);
        assert!(forecast.rules.iter().all(|rule| !rule.name.contains("by ear")));
        let mut found = BTreeMap::<(u32, u32), String>::new();
        let mut take = |pairs: &[Candidate], rules: &MatchRules| {
            for pair in pairs {
                let name = rules.name(pair.rule).to_owned();
                assert!(found.insert((pair.left, pair.right), name).is_none(), "given twice");
            }
            true
        };
        linker.candidates(table, &mut take).unwrap();
        assert_eq!(found.len(), 6);
        assert_eq!(found[&(0, 1)], "citizen ID");
        assert_eq!(found[&(0, 2)], "name and year");
        let summary = linker.dedupe(table).unwrap().summary().clone();
        assert_eq!(summary.candidate_pairs, 6);
        for (told, made) in forecast.rules.iter().zip(&summary.rules) {
            assert_eq!((told.name.as_ref(), told.pairs), (made.name.as_str(), made.pairs));
        }
        let mut calls = 0;
        linker
            .candidates(table, &mut |_, _| {
                calls += 1;
                false
            })
            .unwrap();
        assert_eq!(calls, 1, "a reader that has seen enough is not asked again");
    });
    with_table("full_name\n", |table| {
        assert_eq!(Linker::new().forecast(table).unwrap().pairs(), 0);
    });
}

const PERSON: &str = "id | source | full_name | dob | sex | cccd | father_name
    r3 | hotich | PHAM THI LAN | 1961 | Nữ | 089161000123 |
    r1 | dancu | Phạm Thị Lan | 02/09/1961 | Nữ | 089161000123 | Phạm Văn Tư
    r2 | cccd | Phạm Thị Lan | 02/09/1961 | Nam | 089161000123 | Phạm Văn Tứ
    r9 | dancu | Lý Văn Ba | | Nam | |";

/// By the rule: readable values that complete others win over those they complete; then trust, then
/// votes, then the smallest identifier.
#[test]
fn golden_values_say_where_they_come_from_and_why() {
    let golden = |linker: &Linker| {
        deduped(linker, PERSON, |linkage| {
            let records: Vec<_> = linkage.golden().collect();
            assert_eq!(records.len(), 2, "one record a cluster, single ones too");
            assert_eq!((records[0].rows.as_slice(), records[0].cluster), (&[0, 1, 2][..], 1));
            let value = |field| {
                let held = records[0].value(field).unwrap();
                (held.value.clone(), linkage.record_id(held.row).into_owned(), held.reason)
            };
            let single = records[1].value(FieldName::FullName).unwrap().reason;
            assert_eq!(single, GoldenReason::Only);
            assert!(records[1].value(FieldName::BirthDate).is_none());
            assert!(!format!("{:?}", records[0]).contains("Lan"), "Debug shows no value");
            [
                FieldName::FullName,
                FieldName::BirthDate,
                FieldName::Sex,
                FieldName::CitizenId,
                FieldName::FatherName,
            ]
            .map(value)
        })
    };
    let plain = golden(&Linker::new());
    let told = |value: &str, row: &str, reason| (value.to_owned(), row.to_owned(), reason);
    assert_eq!(plain[0], told("Phạm Thị Lan", "r1", GoldenReason::MostComplete));
    assert_eq!(plain[1], told("02/09/1961", "r1", GoldenReason::MostComplete));
    assert_eq!(plain[2], told("Nữ", "r1", GoldenReason::Majority));
    assert_eq!(plain[3], told("089161000123", "r1", GoldenReason::Agreed));
    assert_eq!(plain[4], told("Phạm Văn Tư", "r1", GoldenReason::Tie));
    let trusted = golden(&Linker::new().trust(["cccd", "dancu"]));
    assert_eq!(trusted[0], told("Phạm Thị Lan", "r2", GoldenReason::MostComplete));
    assert_eq!(trusted[2], told("Nam", "r2", GoldenReason::Trusted));
    assert_eq!(trusted[4], told("Phạm Văn Tứ", "r2", GoldenReason::Trusted));
}

/// The smallest identifier names a cluster, in whatever order the rows stand.
#[test]
fn a_cluster_keeps_its_name_when_rows_are_shuffled() {
    let rows: Vec<&str> = PERSON.lines().collect();
    for order in [[1, 2, 3, 4], [4, 3, 2, 1], [3, 1, 4, 2]] {
        let text = std::iter::once(0).chain(order).map(|line| rows[line]).collect::<Vec<_>>();
        deduped(&Linker::new(), &text.join("\n"), |linkage| {
            for row in 0..4 {
                let want = if linkage.record_id(row) == "r9" { "r9" } else { "r1" };
                assert_eq!(linkage.cluster_id(row), want, "{order:?}");
            }
        });
    }
}

#[test]
fn judgements_that_contradict_one_another_are_told() {
    let judged = [
        Judgement::new("r1", "r9", Verdict::Same),
        Judgement::new("r9", "r2", Verdict::Same),
        Judgement::new("r1", "r2", Verdict::Different),
        Judgement::new("r1", "gone", Verdict::Same),
        Judgement::new("r3", "r1", Verdict::Unsure),
    ];
    deduped(&Linker::new().judgements(judged), PERSON, |linkage| {
        assert_eq!(linkage.conflicts(), [(1, 2)]);
        assert_eq!(linkage.cluster_id(3), "r1", "people go before weights");
        let summary = linkage.summary();
        assert_eq!((summary.judgements, summary.unknown_judgements, summary.conflicts), (4, 1, 1));
        assert!(summary.to_string().contains("4 judgements used"));
    });
}

/// No pair is certain: a threshold of 1 makes no cluster, however heavy the evidence.
#[test]
fn a_threshold_of_one_takes_no_pair() {
    let text = "full_name | dob | cccd | phone | father_name | mother_name | commune
        Phạm Thị Lan | 02/09/1961 | 089161000123 | 0912345678 | Phạm Văn Tư | Lê Thị Sáu | Ba Chúc
        Phạm Thị Lan | 02/09/1961 | 089161000123 | 0912345678 | Phạm Văn Tư | Lê Thị Sáu | Ba Chúc";
    deduped(&Linker::new().threshold(1.0), text, |linkage| {
        assert!(linkage.pairs()[0].weight > 24.0, "beyond what 32 bits tell from 1");
        assert!(linkage.pairs()[0].probability < 1.0);
        assert_eq!((linkage.clusters(), linkage.summary().matched_pairs), (&[0, 1][..], 0));
    });
    deduped(&Linker::new().possible(1.0), text, |linkage| assert!(linkage.pairs().is_empty()));
}

/// `b` holds a and c together by a name that was heard twice; the chain is listed with its bridges.
#[test]
fn clusters_that_hang_by_a_thread_are_listed() {
    let text = "id | full_name | dob | cccd | phone
        a | Phạm Thị Lan | 02/09/1961 | 089161000123 |
        b | Phạm Thị Lan | 02/09/1961 | 089161000123 | 0912345678
        c | Phạm Thị Lan | | | 0912345678
        d | Lê Văn Tám | 03/03/1970 | 089070000777 |
        e | Lê Văn Tám | 03/03/1970 | 089070000777 |";
    deduped(&Linker::new(), text, |linkage| {
        assert_eq!(linkage.clusters(), [0, 0, 0, 3, 3]);
        let all = linkage.review();
        assert_eq!((all[0].cluster, all[0].records), (0, 3));
        // a and c have no pair: two of the three pairs are matches, and both are needed.
        assert_eq!(all[0].bridges, [(0, 1), (1, 2)]);
        assert!((all[0].agreement - 2.0 / 3.0).abs() < 1e-6);
        assert!(all.iter().all(|review| review.cluster != 3), "a sure pair is not listed");
        assert!(all.is_sorted_by(|a, b| a.weakest <= b.weakest));
    });
}

#[test]
fn records_that_can_hardly_be_linked_are_named() {
    let text = "full_name | dob | cccd
        Phạm Thị Lan | 02/09/1961 | 089161000123
        Phạm Thị Lan | |
        | |";
    deduped(&Linker::new(), text, |linkage| {
        let found = linkage.unlinkable();
        assert_eq!(found, [(1, UnlinkableReason::NoKey), (2, UnlinkableReason::NoKey)]);
    });
    let text = "full_name | dob\nNguyễn Văn Hùng | 1980\nLê Thị Sáu | 01/02/1960";
    deduped(&Linker::new().threshold(0.9999), text, |linkage| {
        assert!(linkage.unlinkable().contains(&(0, UnlinkableReason::LittleEvidence)));
    });
}

/// Persons of two records each, sex wrong in the second record of every third.
fn residents(persons: usize, check: impl FnOnce(&Table<'_>)) {
    let words = ["Lan", "Hòa", "Tám", "Phúc", "Ngân", "Sáu", "Bảy", "Cẩm", "Mai", "Đức"];
    let mut cells: [StrBuffer; 5] = Default::default();
    for row in 0..2 * persons {
        let (person, second) = (row / 2, row % 2 == 1);
        let word = |at: usize| words[person / at % 10];
        let woman = person.is_multiple_of(2) != (second && person.is_multiple_of(3));
        let values = [
            format!("r{row:05}"),
            format!("Nguyễn {} {} {}", word(1), word(10), word(100)),
            format!("{:02}/{:02}/19{:02}", person % 28 + 1, person % 12 + 1, 40 + person % 60),
            if woman { "Nữ" } else { "Nam" }.to_owned(),
            format!("0890{:02}{:06}", 40 + person % 60, person * 151),
        ];
        cells.iter_mut().zip(values).for_each(|(buffer, cell)| buffer.push(Some(&cell)));
    }
    let names = ["id", "full_name", "dob", "sex", "cccd"];
    let table = names.iter().zip(&cells).map(|(name, cells)| (*name, cells.as_column()));
    check(&Table::new(table).unwrap());
}

#[test]
fn a_trained_model_is_the_one_dedupe_fits_and_can_be_kept_as_it_is() {
    residents(2_000, |table| {
        let (model, training) = Linker::new().train(table).unwrap();
        assert!(training.converged && training.pairs > 1_000 && training.labelled == 0);
        let run = Linker::new().dedupe(table).unwrap();
        let prior = run.model().prior().unwrap();
        assert_eq!(run.model(), &model.clone().with_prior(prior));
        // Used as it is, the same model and prior weigh the same pairs alike, and are not fitted.
        let again = Linker::new().model(run.model().clone()).fit(false).dedupe(table).unwrap();
        assert_eq!(again.pairs(), run.pairs());
        assert_eq!((again.model(), again.summary().training.rounds), (run.model(), 0));
        let shipped = Linker::new().fit(false).dedupe(table).unwrap();
        assert_eq!(
            shipped.model().m(Comparison::Sex, 3),
            hoten::Model::default().m(Comparison::Sex, 3)
        );
    });
}

/// Ten judged pairs differ in sex; they count beside twenty of the model.
#[test]
fn judged_pairs_teach_the_model() {
    residents(2_000, |table| {
        let judged = (0..10).map(|at| {
            let person = at * 3;
            Judgement::new(
                format!("r{:05}", 2 * person),
                format!("r{:05}", 2 * person + 1),
                Verdict::Same,
            )
        });
        let (plain, _) = Linker::new().train(table).unwrap();
        let (taught, training) = Linker::new().judgements(judged).train(table).unwrap();
        assert_eq!(training.labelled, 10);
        let want = (10.0 + 20.0 * plain.m(Comparison::Sex, 3)) / 30.0;
        assert!((taught.m(Comparison::Sex, 3) - want).abs() < 1e-3);
    });
}

/// The least certain pairs first, one of each pattern in turn, none that was judged.
#[test]
fn suggestions_ask_about_what_is_least_certain() {
    residents(300, |table| {
        let linker = Linker::new().possible(0.001);
        let linkage = linker.dedupe(table).unwrap();
        let asked = linkage.suggest(5);
        assert!(!asked.is_empty() && asked.len() <= 5);
        let pattern = |left, right| {
            let held = linkage.pairs().iter().find(|pair| (pair.left, pair.right) == (left, right));
            held.unwrap().pattern
        };
        let first = pattern(asked[0].left, asked[0].right);
        assert!(asked.iter().skip(1).take(1).all(|next| pattern(next.left, next.right) != first));
        let ids = |row| linkage.record_id(row).into_owned();
        let judged = Judgement::new(ids(asked[0].left), ids(asked[0].right), Verdict::Unsure);
        let again = linker.judgements([judged]).dedupe(table).unwrap().suggest(usize::MAX);
        assert!(
            again.iter().all(|next| (next.left, next.right) != (asked[0].left, asked[0].right))
        );
        assert_eq!(again.len() + 1, linkage.pairs().len());
    });
}

/// By hand: three of four pairs kept are of one person.
#[test]
fn an_assessment_counts_bands_and_thresholds() {
    residents(200, |table| {
        let linkage = Linker::new().dedupe(table).unwrap();
        let truth: Vec<(String, String)> =
            (0..400).map(|row| (format!("r{row:05}"), format!("p{}", row / 2))).collect();
        let truth = || truth.iter().map(|(id, person)| (id.as_str(), person.as_str()));
        let found = linkage.assess(truth());
        assert_eq!(found.clusters, linkage.evaluate(truth()));
        assert_eq!(found.clusters.true_pairs, 200);
        let in_bands: u64 = found.calibration.iter().map(|band| band.pairs).sum();
        assert_eq!(in_bands, linkage.pairs().len() as u64);
        for band in &found.calibration {
            assert!(f64::from(band.low) <= band.expected && band.expected <= f64::from(band.high));
            assert!((band.observed - band.true_pairs as f64 / band.pairs as f64).abs() < 1e-12);
        }
        assert!(found.thresholds.is_sorted_by(|a, b| a.threshold < b.threshold));
        assert!(
            found.thresholds.is_sorted_by(|a, b| {
                a.evaluation.predicted_pairs >= b.evaluation.predicted_pairs
            })
        );
        let judged = [
            Judgement::new("r00002", "r00003", Verdict::Same),
            Judgement::new("r00002", "r00004", Verdict::Different),
            Judgement::new("r00002", "nobody", Verdict::Same),
        ];
        let labelled = linkage.evaluate_judgements(&judged);
        assert_eq!((labelled.true_pairs, labelled.predicted_pairs, labelled.f1), (1, 1, 1.0));
    });
}

/// Two citizen IDs that no slip explains: a third record, like both, does not put them together; it
/// goes with the one it is more like. So with two full birth dates.
#[test]
fn a_contradiction_parts_a_cluster_at_its_weakest_pair() {
    let text = "full_name | dob | cccd | phone | commune
        Nguyễn Văn Hùng | 1980 | 089080001234 | 0912345678 |
        Nguyễn Văn Hùng | 12/05/1980 | | 0912345678 | Ba Chúc
        Nguyễn Văn Hùng | 1980 | 092080777001 | | Ba Chúc";
    deduped(&Linker::new().threshold(0.5), text, |linkage| {
        let probability = |left, right| linkage.explain(left, right).unwrap().probability;
        assert!(probability(1, 2) > 0.5 && probability(0, 1) > 0.5, "the second is like both");
        assert!(probability(0, 2) < 0.5, "two numbers: not a pair of their own");
        assert_eq!(linkage.clusters(), [0, 0, 2]);
        assert!(linkage.refused().iter().any(|held| (held.edge.left, held.edge.right) == (1, 2)));
    });
    let text = "full_name | dob | phone | commune | father_name | mother_name
        Nguyễn Văn Hùng | 12/05/1980 | 0912345678 | Ba Chúc | Nguyễn Văn Bảy | Lê Thị Sáu
        Nguyễn Văn Hùng | 1980 | 0912345678 | Ba Chúc | Nguyễn Văn Bảy | Lê Thị Sáu
        Nguyễn Văn Hùng | 23/11/1958 | 0912345678 | Ba Chúc | Nguyễn Văn Bảy | Lê Thị Sáu";
    deduped(&Linker::new().threshold(0.5).possible(0.0), text, |linkage| {
        assert_ne!(linkage.clusters()[0], linkage.clusters()[2]);
        assert_eq!(linkage.clusters()[0], linkage.clusters()[1]);
    });
    // People may say otherwise.
    let told = Linker::new().judgements([Judgement::new("0", "2", Verdict::Same)]);
    deduped(&told, text, |linkage| assert_eq!(linkage.clusters()[2], 0));
}
