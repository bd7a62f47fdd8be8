//! A result that was saved is the result; damaged files are named.

use super::*;
use crate::error::ErrorCode;
use crate::link::{Judgement, Linkage, Linker, Verdict};
use crate::record::{StrColumn, Table};
use std::path::PathBuf;

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("hoten-saved-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

const NAMES: [&str; 4] = ["Phạm Thị Lan", "PHAM THI LAN, \"x\"", "Trần Văn Sáu", "Lê\nBa"];
const DATES: [Option<&str>; 4] = [Some("02/09/1961"), Some("1961"), None, Some("1970")];
const NUMBERS: [Option<&str>; 4] = [Some("089161000123"), Some("089161000123"), None, None];

fn with_linkage<R>(check: impl FnOnce(&Linkage<'_>) -> R) -> R {
    let table = Table::new([
        ("Mã", StrColumn::from_strs(&["b", "a", "c", "d"])),
        ("Họ và tên", StrColumn::from_strs(&NAMES)),
        ("Ngày sinh", StrColumn::from_options(&DATES)),
        ("Số CCCD", StrColumn::from_options(&NUMBERS)),
        ("Ghi chú", StrColumn::from_strs(&["1", "2", "3", "4"])),
    ]);
    let judged = [
        Judgement::new("a", "c", Verdict::Different),
        Judgement::new("c", "d", Verdict::Same),
        Judgement::new("c", "nobody", Verdict::Same),
    ];
    let linker = Linker::new().column("record_id", "Mã").possible(0.01).judgements(judged);
    check(&linker.dedupe(&table.unwrap()).unwrap())
}

#[test]
fn what_is_opened_is_what_was_saved() {
    let folder = folder("same");
    with_linkage(|linkage| {
        linkage.save(&folder).unwrap();
        let saved = SavedLinkage::open(&folder).unwrap();
        let again = saved.linkage().unwrap();
        assert_eq!(again.pairs(), linkage.pairs());
        assert!(!linkage.pairs().is_empty());
        assert_eq!(again.clusters(), linkage.clusters());
        assert_eq!(again.summary(), linkage.summary());
        assert_eq!(again.model(), linkage.model());
        assert_eq!(again.refused(), linkage.refused());
        assert_eq!(again.conflicts(), linkage.conflicts());
        assert_eq!(again.thresholds(), linkage.thresholds());
        assert!(again.weight_counts().eq(linkage.weight_counts()));
        assert!(again.golden().eq(linkage.golden()));
        for (left, right) in [(0, 1), (1, 2), (2, 3)] {
            assert_eq!(again.explain(left, right).unwrap(), linkage.explain(left, right).unwrap());
        }
        assert_eq!(again.suggest(9), linkage.suggest(9));
        assert_eq!(again.record_id(1), "a");
    });
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn known_clusters_and_two_tables_are_kept() {
    let folder = folder("known");
    let (ids, names) = (["a"], ["Phạm Thị Lan"]);
    let (new_ids, dates) = (["m"], ["02/09/1961"]);
    let table = |ids, names, dates| {
        Table::new([
            ("id", StrColumn::from_strs(ids)),
            ("full_name", StrColumn::from_strs(names)),
            ("dob", StrColumn::from_strs(dates)),
        ])
        .unwrap()
    };
    let (known, new) = (table(&ids, &names, &dates), table(&new_ids, &names, &dates));
    let linkage = Linker::new().update(&known, [("a", "P1")], &new).unwrap();
    linkage.save(&folder).unwrap();
    let saved = SavedLinkage::open(&folder).unwrap();
    let again = saved.linkage().unwrap();
    assert_eq!((again.boundary(), again.joined()), (1, linkage.joined()));
    assert_eq!(again.cluster_id(1), linkage.cluster_id(1));
    assert_eq!(again.pairs(), linkage.pairs());
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_damaged_folder_is_told_by_its_file() {
    let folder = folder("damaged");
    let code = || {
        let opened = SavedLinkage::open(&folder);
        opened.and_then(|saved| saved.linkage().map(|_| ())).unwrap_err()
    };
    assert_eq!(code().code(), ErrorCode::FileUnreadable);
    for (name, text, want) in [
        (file::RESULT, "{}", ErrorCode::JsonOtherFormat),
        (file::RESULT, "{\"format\": \"hoten-result\", \"version\": 2}", ErrorCode::JsonNewer),
        (file::RESULT, "{\"format\": \"hoten-result\", \"version\": 1}", ErrorCode::JsonInvalid),
        (file::PAIRS, "left,right,weight,rule,pattern\n0,9,1.0,0,0\n", ErrorCode::SavedDamaged),
        (file::PAIRS, "left,right,weight,rule,pattern\n1,0,1.0,0,0\n", ErrorCode::SavedDamaged),
        (file::PAIRS, "left,right,weight,rule,pattern\n0,1,NaN,0,0\n", ErrorCode::SavedDamaged),
        (file::PAIRS, "left,right,weight,rule,pattern\n0,1,1,0,fffff\n", ErrorCode::SavedDamaged),
        (file::CLUSTERS, "cluster,known_as\n0,\n0,\n", ErrorCode::SavedDamaged),
        (file::CLUSTERS, "cluster,known_as\n1,\n0,\n1,\n0,\n", ErrorCode::SavedDamaged),
        (
            file::REFUSED,
            "left,right,weight,reason,attribute\n0,1,1,why,\n",
            ErrorCode::SavedDamaged,
        ),
        (file::JUDGEMENTS, "left,right,verdict,conflict\n0,1,hm,\n", ErrorCode::SavedDamaged),
        (file::JUDGEMENTS, "left,right\n0\n", ErrorCode::FileUnreadable),
    ] {
        with_linkage(|linkage| linkage.save(&folder).unwrap());
        std::fs::write(folder.join(name), text).unwrap();
        let error = code();
        assert_eq!(error.code(), want, "{name}: {text}");
        assert!(name == file::RESULT || error.to_string().contains(name), "{error}");
    }
    with_linkage(|linkage| linkage.save(&folder).unwrap());
    std::fs::remove_file(folder.join(file::RECORDS[0])).unwrap();
    assert_eq!(code().code(), ErrorCode::FileUnreadable);
    std::fs::remove_dir_all(folder).unwrap();
}
