//! Fits the corrections for evidence that is not independent (`core/data/dependence.tsv`) and counts
//! the shipped model (`core/data/model.tsv`), on generated residents of several fault mixes.
//!
//! `cargo run --release -p hoten-benches --example fit -- [--persons N] [--write]`
//!
//! The corrections are found by ridge-penalised logistic regression on all candidate pairs, with the
//! Fellegi-Sunter weight of each pair as its fixed offset: what independence explains costs nothing,
//! what it does not is bought bit by bit. One mix is held out and judged. Every mix is read whole and
//! with columns left out: corrections that lean on parents or numbers being there fail the many
//! registers that have none.
//!
//! `--neighbours` fits what other records say of a pair (`core/data/neighbours.tsv`) instead, upon the
//! corrections that are shipped: run it after them.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use hoten::{
    Comparison, EVIDENCE_PAIRS, EvidenceClass, Linker, MAX_CLASSES, MAX_LEVELS,
    MAX_NEIGHBOUR_CLASSES, Model, NeighbourEvidence, Pattern, StrColumn, Table,
};
use hoten_benches::{FaultMix, HEADER, Settings, generate};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Penalty of one squared nat of correction, in pairs.
const RIDGE: f64 = 20.0;
const ROUNDS: usize = 300;

const LEVELS: usize = Comparison::ALL.len() * MAX_LEVELS;
const CELLS: usize = MAX_CLASSES * MAX_CLASSES;
/// Stands for the prior, which every table finds anew: fitted and not shipped.
const INTERCEPT: usize = LEVELS + EVIDENCE_PAIRS.len() * CELLS;
const WIDTH: usize = INTERCEPT + 1;
/// What other records say has places of its own in such a vector.
const NEIGHBOURS: usize = NeighbourEvidence::ALL.len() * MAX_NEIGHBOUR_CLASSES;

/// Candidates with one pattern, one label and (rounded) one offset.
struct Example {
    features: Vec<u16>,
    offset: f64,
    same: bool,
    pairs: f64,
}

fn features(pattern: Pattern) -> Vec<u16> {
    // A missing value is no evidence: it gets no correction, alone or with another.
    let mut out = vec![INTERCEPT as u16];
    for comparison in Comparison::ALL {
        let level = usize::from(pattern.level(comparison));
        if level >= 2 {
            out.push((comparison.index() * MAX_LEVELS + level) as u16);
        }
    }
    for (place, (a, b)) in EVIDENCE_PAIRS.iter().enumerate() {
        let (a, b) = (usize::from(a.of(pattern)), usize::from(b.of(pattern)));
        if a > 0 && b > 0 {
            out.push((LEVELS + place * CELLS + a * MAX_CLASSES + b) as u16);
        }
    }
    out
}

/// Columns a register may lack; each mix is read without one of these sets, in turn.
const LACKING: [&[&str]; 4] = [
    &["cccd", "cmnd", "phone", "father_name", "mother_name"],
    &["cccd", "cmnd", "phone"],
    &["father_name", "mother_name"],
    &["cccd", "cmnd", "phone", "father_name", "mother_name", "address"],
];

struct File {
    columns: Vec<Vec<String>>,
    persons: Vec<String>,
}

impl File {
    fn new(persons: usize, seed: u64, mix: FaultMix) -> Self {
        let population = generate(&Settings { persons, seed, mix });
        let mut columns = vec![Vec::new(); HEADER.len()];
        let mut truth = Vec::new();
        for row in population.rows() {
            let own = [row.record_id.to_string(), row.source.name().to_owned()];
            let texts = row.texts.iter().map(|text| (*text).to_owned());
            for (column, cell) in columns.iter_mut().zip(own.into_iter().chain(texts)) {
                column.push(cell);
            }
            truth.push(row.person_id.to_string());
        }
        Self { columns, persons: truth }
    }

    /// The file as a register that has no such columns: their cells are empty.
    fn without(mut self, lacking: &[&str]) -> Self {
        for (name, column) in HEADER.iter().zip(&mut self.columns) {
            if lacking.contains(name) {
                column.iter_mut().for_each(String::clear);
            }
        }
        self
    }

    fn with<R>(&self, work: impl FnOnce(&Table<'_>, &[(&str, &str)]) -> R) -> R {
        let cells: Vec<Vec<&str>> =
            self.columns.iter().map(|column| column.iter().map(String::as_str).collect()).collect();
        let named = HEADER.iter().zip(&cells);
        let table = Table::new(named.map(|(h, c)| (*h, StrColumn::from_strs(c)))).unwrap();
        let ids = &cells[0];
        let truth: Vec<(&str, &str)> =
            ids.iter().zip(&self.persons).map(|(id, person)| (*id, person.as_str())).collect();
        work(&table, &truth)
    }

    fn examples(&self, model: &Model) -> Vec<Example> {
        self.with(|table, _| {
            let linkage = Linker::new().model(model.clone()).possible(0.0).dedupe(table).unwrap();
            let mut counted = BTreeMap::<(Pattern, i32, bool), f64>::new();
            for pair in linkage.pairs() {
                let same = self.persons[pair.left as usize] == self.persons[pair.right as usize];
                let key = (pair.pattern, (pair.weight * 4.0).round() as i32, same);
                *counted.entry(key).or_default() += 1.0;
            }
            counted
                .into_iter()
                .map(|((pattern, weight, same), pairs)| Example {
                    features: features(pattern),
                    offset: f64::from(weight) / 4.0 * std::f64::consts::LN_2,
                    same,
                    pairs,
                })
                .collect()
        })
    }
}

impl File {
    /// Every other record of a file, so that many have lost their partner.
    fn thinned(mut self) -> Self {
        let kept = |row: usize| row.wrapping_mul(2_654_435_761) >> 13 & 1 == 0;
        for column in self.columns.iter_mut().chain([&mut self.persons]) {
            let mut row = 0;
            column.retain(|_| {
                row += 1;
                kept(row)
            });
        }
        self
    }

    /// Near pairs, with the classes of what other records say as features.
    fn neighbours(&self, persons: usize) -> Vec<Example> {
        self.with(|table, _| {
            let linkage = Linker::new().possible(0.0).dedupe(table).unwrap();
            let mut counted = BTreeMap::<(Vec<u16>, i32, bool), f64>::new();
            for pair in linkage.pairs() {
                let Some(classes) = linkage.neighbour_classes(pair.left, pair.right) else {
                    continue;
                };
                let bits = linkage.model().neighbour_bits(classes, linkage.records());
                let places = (0..).step_by(MAX_NEIGHBOUR_CLASSES);
                let each = places.zip(classes.0).map(|(start, class)| start + u16::from(class));
                let same = self.persons[pair.left as usize] == self.persons[pair.right as usize];
                let key = (each.collect(), ((pair.weight - bits) * 4.0).round() as i32, same);
                *counted.entry(key).or_default() += 40_000.0 / persons as f64;
            }
            let each = counted.into_iter().map(|((features, weight, same), pairs)| Example {
                features,
                offset: f64::from(weight) / 4.0 * std::f64::consts::LN_2,
                same,
                pairs,
            });
            each.collect()
        })
    }
}

fn logit(example: &Example, bits: &[f64]) -> f64 {
    example.offset + example.features.iter().map(|&f| bits[usize::from(f)]).sum::<f64>()
}

/// AdaGrad over all examples: few features, convex loss, no need for more.
fn fit(examples: &[Example], width: usize) -> Vec<f64> {
    let mut bits = vec![0.0; width];
    let mut speed = vec![1e-8; width];
    for round in 0..ROUNDS {
        let mut slope: Vec<f64> = bits.iter().map(|b| RIDGE * b).collect();
        let mut loss = 0.0;
        for example in examples {
            let z = logit(example, &bits);
            let p = 1.0 / (1.0 + (-z).exp());
            let y = f64::from(u8::from(example.same));
            loss -= example.pairs
                * if example.same { p.max(1e-12).ln() } else { (1.0 - p).max(1e-12).ln() };
            for &f in &example.features {
                slope[usize::from(f)] += example.pairs * (p - y);
            }
        }
        for ((b, s), g) in bits.iter_mut().zip(&mut speed).zip(&slope) {
            *s += g * g;
            *b -= 0.3 * g / s.sqrt();
        }
        if round % 50 == 0 || round + 1 == ROUNDS {
            eprintln!("round {round}: loss {loss:.0}");
        }
    }
    bits
}

fn judge(name: &str, examples: &[Example], bits: &[f64]) {
    let mut loss = [0.0; 2];
    let mut wrong = [0.0; 2];
    for example in examples {
        for (side, z) in [example.offset, logit(example, bits)].into_iter().enumerate() {
            let p = 1.0 / (1.0 + (-z).exp());
            loss[side] -= example.pairs
                * if example.same { p.max(1e-12).ln() } else { (1.0 - p).max(1e-12).ln() };
            wrong[side] += example.pairs * f64::from(u8::from((p >= 0.5) != example.same));
        }
    }
    println!(
        "{name}: loss {:.0} -> {:.0}, wrong at 0.5: {:.0} -> {:.0}",
        loss[0], loss[1], wrong[0], wrong[1]
    );
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let after = |flag: &str| args.iter().position(|a| a == flag).and_then(|at| args.get(at + 1));
    let persons: usize = after("--persons").map_or(40_000, |n| n.parse().unwrap());
    if args.iter().any(|a| a == "--neighbours") {
        return fit_neighbours(persons, args.iter().any(|a| a == "--write"));
    }
    let mixes = FaultMix::ALL;
    let start = Model::default().independent();
    // Counted once on the base mix: m from true pairs, u from random ones.
    let base = File::new(persons, 101, mixes[0]);
    let shipped = base.with(|table, truth| {
        Linker::new().model(start).train_labelled(table, truth.iter().copied()).unwrap()
    });
    let mut training = Vec::new();
    let mut held_out = Vec::new();
    for (place, mix) in mixes.into_iter().enumerate() {
        let file = File::new(persons, 200 + place as u64, mix);
        let examples = file.examples(&shipped);
        if place + 1 == mixes.len() && args.iter().any(|a| a == "--hold-out") {
            held_out.push((mix, examples));
        } else {
            training.extend(examples);
            let lacking = LACKING[place % LACKING.len()];
            training.extend(file.without(lacking).examples(&shipped));
        }
    }
    held_out.push((mixes[0], File::new(persons, 300, mixes[0]).examples(&shipped)));
    for lacking in LACKING {
        let file = File::new(persons, 300, mixes[0]).without(lacking);
        held_out.push((mixes[0], file.examples(&shipped)));
    }
    let bits = fit(&training, WIDTH);
    judge("training", &training, &bits);
    for (mix, examples) in &held_out {
        judge(&format!("held out {}", mix.name()), examples, &bits);
    }
    if args.iter().any(|a| a == "--write") {
        write_tables(&shipped, &bits);
    }
}

fn fit_neighbours(persons: usize, write: bool) {
    let mut training = Vec::new();
    for (place, mix) in FaultMix::ALL.into_iter().enumerate() {
        let file = || File::new(persons, 400 + place as u64, mix);
        training.extend(file().neighbours(persons));
        training.extend(file().thinned().neighbours(persons));
        training.extend(file().without(LACKING[place % LACKING.len()]).neighbours(persons));
    }
    let bits = fit(&training, NEIGHBOURS);
    judge("training", &training, &bits);
    let other = |seed| File::new(persons, seed, FaultMix::Base);
    judge("held out base", &other(500).neighbours(persons), &bits);
    judge("held out base, thinned", &other(500).thinned().neighbours(persons), &bits);
    for lacking in LACKING {
        judge("held out base, lacking", &other(501).without(lacking).neighbours(persons), &bits);
    }
    if !write {
        return;
    }
    let mut table = String::from(
        "# What other records say of a pair, in bits, by the weight it goes by; class 0 is below the first bound and of nothing there, but the last class of a sure partner is of nothing there. What is not listed is 0.\n# Source: fitted on generated residents by `cargo run --release -p hoten-benches --example fit -- --neighbours --write`.\nevidence\tclass\tfrom\tbits\n",
    );
    for (evidence, row) in NeighbourEvidence::ALL.iter().zip(bits.chunks(MAX_NEIGHBOUR_CLASSES)) {
        let from = |class: usize| match class.checked_sub(1).map(|at| evidence.bounds()[at]) {
            None => String::new(),
            Some(bound) if bound > 1e6 => "nothing".to_owned(),
            Some(bound) => bound.to_string(),
        };
        for (class, nats) in row.iter().enumerate().take(evidence.bounds().len() + 1) {
            let (name, bits) = (evidence.as_str(), nats / std::f64::consts::LN_2);
            writeln!(table, "{name}\t{class}\t{}\t{bits:.2}", from(class)).unwrap();
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/data/neighbours.tsv");
    std::fs::write(path, table).unwrap();
}

fn write_tables(shipped: &Model, bits: &[f64]) {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/data/");
    let mut model = String::from(
        "# The shipped model: how often each level occurs among pairs of one person (m) and among random pairs of different persons (u).\n# Source: counted on generated residents by `cargo run --release -p hoten-benches --example fit -- --write`.\ncomparison\tlevel\tm\tu\n",
    );
    for comparison in Comparison::ALL {
        for (level, name) in (0u8..).zip(comparison.levels()) {
            let (m, u) = (shipped.m(comparison, level), shipped.u(comparison, level));
            writeln!(model, "{}\t{name}\t{m:.4e}\t{u:.4e}", comparison.as_str()).unwrap();
        }
    }
    std::fs::write(format!("{root}model.tsv"), model).unwrap();
    let mut table = String::from(
        "# Corrections in bits for evidence that is not independent; what is not listed is 0. A row with one evidence corrects a level, a row with two a pair of classes.\n# Source: fitted on generated residents by `cargo run --release -p hoten-benches --example fit -- --write`.\nevidence\tclass\twith\twith_class\tbits\n",
    );
    let value = |at: usize| bits[at] / std::f64::consts::LN_2;
    for comparison in Comparison::ALL {
        for (level, name) in comparison.levels().iter().enumerate() {
            let bits = value(comparison.index() * MAX_LEVELS + level);
            if bits.abs() >= 0.05 {
                writeln!(table, "{}\t{name}\t\t\t{bits:.2}", comparison.as_str()).unwrap();
            }
        }
    }
    for (place, (a, b)) in EVIDENCE_PAIRS.iter().enumerate() {
        for (x, class_a) in a.classes().iter().enumerate() {
            for (y, class_b) in b.classes().iter().enumerate() {
                let bits = value(LEVELS + place * CELLS + x * MAX_CLASSES + y);
                if bits.abs() >= 0.05 {
                    let (a, b) = (EvidenceClass::as_str(*a), EvidenceClass::as_str(*b));
                    writeln!(table, "{a}\t{class_a}\t{b}\t{class_b}\t{bits:.2}").unwrap();
                }
            }
        }
    }
    std::fs::write(format!("{root}dependence.tsv"), table).unwrap();
}
