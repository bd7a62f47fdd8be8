//! Generated from `data/khmer_surnames.tsv` by `tests/tables.rs`; do not edit.
#![cfg_attr(rustfmt, rustfmt_skip)]

use super::{Entry, SurnameClaim};

/// Spellings in the normal form, sorted, with the place of the surname in [`SURNAMES`].
pub(super) static SPELLINGS: [(&str, u8); 74] = [
    ("chao", 0),
    ("chau", 0),
    ("châu", 0),
    ("cưm", 4),
    ("danh", 5),
    ("gim", 4),
    ("heu", 12),
    ("hua", 12),
    ("hưa", 12),
    ("hứa", 12),
    ("kean", 10),
    ("kien", 10),
    ("kim", 4),
    ("kiên", 10),
    ("koem", 4),
    ("lam", 6),
    ("lee", 7),
    ("lem", 6),
    ("li", 7),
    ("lim", 6),
    ("loem", 6),
    ("lok", 11),
    ("louk", 11),
    ("luc", 11),
    ("luk", 11),
    ("ly", 7),
    ("lâm", 6),
    ("lí", 7),
    ("lúc", 11),
    ("lý", 7),
    ("lưm", 6),
    ("lục", 11),
    ("nang", 1),
    ("neang", 1),
    ("neàng", 1),
    ("neáng", 1),
    ("nieng", 1),
    ("niêng", 1),
    ("niếng", 1),
    ("niềng", 1),
    ("nàng", 1),
    ("nèang", 1),
    ("néang", 1),
    ("seun", 3),
    ("son", 3),
    ("sơn", 3),
    ("taing", 9),
    ("tang", 9),
    ("thac", 2),
    ("thach", 2),
    ("thạch", 2),
    ("thắc", 2),
    ("tra", 8),
    ("traa", 8),
    ("trà", 8),
    ("tăng", 9),
    ("xon", 3),
    ("xơn", 3),
    ("yanh", 5),
    ("đanh", 5),
    ("đănh", 5),
    ("គ\u{17b9}ម", 4),
    ("គៀន", 10),
    ("ចៅ", 0),
    ("ដាញ\u{17cb}", 5),
    ("តា\u{17c6}ង", 9),
    ("ត\u{17d2}រា", 8),
    ("ថាច\u{17cb}", 2),
    ("នាង", 1),
    ("ល\u{17b8}", 7),
    ("ល\u{17b9}ម", 6),
    ("ល\u{17bb}ក", 11),
    ("ស\u{17ba}ន", 3),
    ("ហ\u{17ca}\u{17ba}", 12),
];

/// The surnames.
pub(super) static SURNAMES: [Entry; 13] = [
    Entry { claim: SurnameClaim::Only, household: 1 }, // chau
    Entry { claim: SurnameClaim::Only, household: 1 }, // neang
    Entry { claim: SurnameClaim::Mostly, household: 0 }, // thach
    Entry { claim: SurnameClaim::Mostly, household: 0 }, // son
    Entry { claim: SurnameClaim::Mostly, household: 0 }, // kim
    Entry { claim: SurnameClaim::Mostly, household: 0 }, // danh
    Entry { claim: SurnameClaim::Also, household: 0 }, // lam
    Entry { claim: SurnameClaim::Also, household: 0 }, // ly
    Entry { claim: SurnameClaim::Also, household: 0 }, // tra
    Entry { claim: SurnameClaim::Also, household: 0 }, // tang
    Entry { claim: SurnameClaim::Mostly, household: 0 }, // kien
    Entry { claim: SurnameClaim::Also, household: 0 }, // luc
    Entry { claim: SurnameClaim::Also, household: 0 }, // hua
];
