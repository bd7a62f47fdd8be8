//! `data/model.tsv`, `data/dependence.tsv` and `data/neighbours.tsv` -> `src/score/tables.rs`.

use super::{rows, same};
use hoten::{
    Comparison, EVIDENCE_PAIRS, EvidenceClass, MAX_CLASSES, MAX_LEVELS, MAX_NEIGHBOUR_CLASSES,
    NeighbourEvidence,
};
use std::fmt::Write;

const HEAD: &str = "//! Generated from `data/model.tsv`, `data/dependence.tsv` and `data/neighbours.tsv` by `tests/tables.rs`; do not edit.
#![cfg_attr(rustfmt, rustfmt_skip)]
// A weight may happen to be close to a constant of mathematics.
#![allow(clippy::approx_constant)]

use super::dependence::{EVIDENCE_PAIRS, MAX_CLASSES};
use super::neighbours::NeighbourBits;
use crate::compare::{Comparison, MAX_LEVELS};
";

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("{text:?} is no number"))
}

fn place(names: &[&str], name: &str) -> usize {
    names.iter().position(|held| *held == name).unwrap_or_else(|| panic!("unknown name {name:?}"))
}

fn model(out: &mut String) {
    let rows = rows("model.tsv");
    out.push_str("\n/// (m, u) of each level of each comparison, in their order.\npub(crate) const PRIOR: [&[(f64, f64)]; Comparison::ALL.len()] = [\n");
    for comparison in Comparison::ALL {
        writeln!(out, "    // {}\n    &[", comparison.as_str()).unwrap();
        for level in comparison.levels() {
            let row = rows
                .iter()
                .find(|row| row[0] == comparison.as_str() && row[1] == *level)
                .unwrap_or_else(|| panic!("no row for {} / {level}", comparison.as_str()));
            writeln!(out, "        ({:?}, {:?}), // {level}", number(&row[2]), number(&row[3]))
                .unwrap();
        }
        writeln!(out, "    ],").unwrap();
    }
    out.push_str("];\n");
}

fn dependence(out: &mut String) {
    let mut levels = vec![[0.0; MAX_LEVELS]; Comparison::ALL.len()];
    let mut pairs = vec![[0.0; MAX_CLASSES * MAX_CLASSES]; EVIDENCE_PAIRS.len()];
    for row in rows("dependence.tsv") {
        let bits = number(&row[4]);
        if row[2].is_empty() {
            let comparison = Comparison::ALL.into_iter().find(|c| c.as_str() == row[0]).unwrap();
            levels[comparison.index()][place(comparison.levels(), &row[1])] = bits;
        } else {
            let evidence =
                |name: &str| EvidenceClass::ALL.into_iter().find(|e| e.as_str() == name).unwrap();
            let (a, b) = (evidence(&row[0]), evidence(&row[2]));
            let pair = EVIDENCE_PAIRS.iter().position(|held| *held == (a, b)).unwrap();
            let cell = place(a.classes(), &row[1]) * MAX_CLASSES + place(b.classes(), &row[3]);
            pairs[pair][cell] = bits;
        }
    }
    out.push_str("\n/// Correction of each level, in bits.\npub(crate) const LEVEL_BITS: [[f32; MAX_LEVELS]; Comparison::ALL.len()] = [\n");
    for (comparison, row) in Comparison::ALL.iter().zip(&levels) {
        writeln!(out, "    {row:?}, // {}", comparison.as_str()).unwrap();
    }
    out.push_str("];\n\n/// Correction of each pair of classes, in bits.\npub(crate) const PAIR_BITS: [[f32; MAX_CLASSES * MAX_CLASSES]; EVIDENCE_PAIRS.len()] = [\n");
    for ((a, b), row) in EVIDENCE_PAIRS.iter().zip(&pairs) {
        writeln!(out, "    {row:?}, // {} and {}", a.as_str(), b.as_str()).unwrap();
    }
    out.push_str("];\n");
}

fn neighbours(out: &mut String) {
    let mut bits = [[0.0; MAX_NEIGHBOUR_CLASSES]; NeighbourEvidence::ALL.len()];
    let names = NeighbourEvidence::ALL.map(NeighbourEvidence::as_str);
    for row in rows("neighbours.tsv") {
        let class: usize = row[1].parse().unwrap();
        bits[place(&names, &row[0])][class] = number(&row[3]);
    }
    out.push_str("\n/// What other records say, in bits.\npub(crate) const NEIGHBOUR_BITS: NeighbourBits = [\n");
    for (name, row) in names.iter().zip(&bits) {
        writeln!(out, "    {row:?}, // {name}").unwrap();
    }
    out.push_str("];\n");
}

#[test]
fn shipped_model() {
    let mut out = String::from(HEAD);
    model(&mut out);
    dependence(&mut out);
    neighbours(&mut out);
    same("score/tables.rs", &out);
}
