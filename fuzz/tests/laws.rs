//! The laws on stable: over the golden cases, over kept findings, and over random text.
//!
//! `HOTEN_SEED=1 cargo test` also writes the golden cases to `corpus/<target>/`, as seeds for
//! `cargo fuzz`. An input that broke a law is kept in `regressions/<target>/` and run for ever.

use hoten_fuzz::LAWS;
use proptest::prelude::*;
use std::path::{Path, PathBuf};

fn here() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn lines(dir: &Path) -> Vec<String> {
    let mut files: Vec<_> = std::fs::read_dir(dir).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    files.retain(|file| file.extension().is_some_and(|ext| ext == "jsonl"));
    files
        .iter()
        .flat_map(|file| {
            let text = std::fs::read_to_string(file).unwrap();
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}

/// What files of settings look like.
fn documents() -> [String; 2] {
    [hoten::Model::default().to_json(), hoten::MatchRules::default().to_json()]
}

/// Arguments of the golden cases as bytes, and tables made of them.
fn seeds() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = documents().map(String::into_bytes).to_vec();
    for line in lines(&here().join("../core/testdata/golden")) {
        let case: serde_json::Value = serde_json::from_str(&line).unwrap();
        let first = &case["in"]["args"][0];
        let Some(first) = first.as_str() else {
            // The cells of a column or of a record; days of a calendar are no text.
            let cells: Vec<&str> = match first {
                serde_json::Value::Array(cells) => {
                    cells.iter().filter_map(|cell| cell.as_str()).collect()
                }
                serde_json::Value::Object(cells) => {
                    cells.values().filter_map(|cell| cell.as_str()).collect()
                }
                _ => continue,
            };
            seeds.push(cells.join("\n").into_bytes());
            continue;
        };
        if case["in"]["fn"] == "decode" {
            let byte = |at: usize| u8::from_str_radix(&first[at..at + 2], 16).unwrap();
            seeds.push((0..first.len()).step_by(2).map(byte).collect());
        } else {
            seeds.push(first.as_bytes().to_vec());
        }
    }
    assert!(seeds.len() >= 250, "the golden cases are the seeds");
    let rows: Vec<Vec<u8>> = seeds.chunks(8).map(|cells| cells.join(&b";"[..])).collect();
    for rows in rows.chunks(6) {
        seeds.push([b"Ho va ten;Ngay sinh;CCCD\n", rows.join(&b"\n"[..]).as_slice()].concat());
    }
    seeds
}

fn name_of(bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3)
    });
    format!("{hash:016x}")
}

#[test]
fn golden_cases_obey_every_law() {
    let write = std::env::var_os("HOTEN_SEED").is_some();
    for (target, law) in LAWS {
        let corpus = here().join("corpus").join(target);
        if write {
            std::fs::create_dir_all(&corpus).unwrap();
        }
        for seed in seeds() {
            law(&seed);
            if write {
                std::fs::write(corpus.join(name_of(&seed)), &seed).unwrap();
            }
        }
    }
}

#[test]
fn what_was_found_stays_mended() {
    for (target, law) in LAWS {
        let Ok(kept) = std::fs::read_dir(here().join("regressions").join(target)) else { continue };
        for file in kept {
            law(&std::fs::read(file.unwrap().path()).unwrap());
        }
    }
}

/// Text as registers hold it, with what goes wrong in them: letters with every mark in any order,
/// look-alikes, blanks, digits, separators.
fn messy() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[A-Za-zĂÂĐÊÔƠƯăâđêôơưàáảãạềếểễệồốổỗộừứửữựỳýỷỹỵ]{1,6}",
        2 => "[ \\t\u{a0}\u{200b}\u{ad}]{1,3}",
        2 => "[\u{300}\u{301}\u{302}\u{303}\u{306}\u{309}\u{31b}\u{323}]{1,3}",
        2 => "[0-9]{1,12}",
        1 => "[-/.,;:'\"’()+]{1,2}",
        1 => "[\u{d0}\u{189}\u{430}\u{3bf}\u{43a}\u{3bd}\u{393}\u{387}\u{374}ＮǍ\u{335}]",
        1 => any::<char>().prop_map(String::from),
        2 => "( ?[Nn]guyeenx| ?[Vv]awn| ?[Tt]hij|Ddoox|Hoaf|[a-z]{1,4}[1-9]| ?Nguye6n4|Va8n|w|ooo)",
        3 => "[\u{1780}-\u{17B3}][\u{17B4}-\u{17D7}\u{17D2}\u{200B}-\u{200D}]{0,4}",
        2 => "(សុខ|\u{17D2}រ|ណ្ណ|ៗ|\u{17D2}|េា|ុី|ំា|ឲ្យ)",
        1 => "(nguyễn|thị|văn|tháng|năm|ngày|sn|ông|bà|sa|rươl|h'|niê)",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..Default::default() })]

    #[test]
    fn messy_text_obeys_every_law(text in messy()) {
        for (_, law) in LAWS {
            law(text.as_bytes());
        }
    }

    /// Files of settings with a piece exchanged.
    #[test]
    fn damaged_documents_obey_every_law(
        at in any::<prop::sample::Index>(),
        length in 0usize..40,
        piece in prop_oneof![
            "[-+0-9.eE]{0,12}", "[{}\\[\\],:\"]{0,4}", Just("1e999".to_owned()), Just("-0.0".to_owned()),
            Just("\"match_rules\"".to_owned()), Just("null".to_owned()), any::<String>(),
        ],
    ) {
        for document in documents() {
            let start = at.index(document.len());
            let end = (start + length).min(document.len());
            if let (Some(head), Some(tail)) = (document.get(..start), document.get(end..)) {
                for law in [hoten_fuzz::model, hoten_fuzz::rules] {
                    law([head, &piece, tail].concat().as_bytes());
                }
            }
        }
    }

    #[test]
    fn any_bytes_obey_every_law(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for (_, law) in LAWS {
            law(&bytes);
        }
    }
}
