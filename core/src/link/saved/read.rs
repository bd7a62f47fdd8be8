//! A folder as a result again.

use super::figures::{declared_columns, fields, refused_blocks, rule_figures, texts, used_columns};
use super::{FORMAT, VERSION, file};
use crate::block::PairScope;
use crate::cluster::{ClusterEdge, RefusalReason, RefusedEdge};
use crate::compare::Pattern;
use crate::error::{Error, ErrorCode, Result};
use crate::finding::FieldName;
use crate::link::judge::{Judged, Verdict};
use crate::link::known::Known;
use crate::link::linkage::Linkage;
use crate::link::match_rules::MatchRules;
use crate::link::neighbours::Neighbours;
use crate::link::scorer::ScoredPair;
use crate::link::sides::Sides;
use crate::link::summary::{Summary, Training};
use crate::link::walk::{Prepared, prepare};
use crate::record::declared::DeclaredField;
use crate::record::{StrBuffer, Table};
use crate::score::json::{Node, parse};
use crate::score::{Frequencies, Model, WeightHistogram, probability};
use csv::{Reader, StringRecord};
use std::path::{Path, PathBuf};

/// A result that was saved with [`Linkage::save`]; holds its records.
pub struct SavedLinkage {
    folder: PathBuf,
    settings: serde_json::Value,
    sheets: Vec<(Vec<String>, Vec<StrBuffer>)>,
}

impl core::fmt::Debug for SavedLinkage {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("SavedLinkage").field("tables", &self.sheets.len()).finish_non_exhaustive()
    }
}

impl SavedLinkage {
    /// Opens the folder and reads its records.
    ///
    /// # Errors
    /// A file that cannot be read ([`ErrorCode::FileUnreadable`]); a folder of a newer version or of
    /// something else (`json_newer`, `json_other_format`).
    pub fn open(folder: impl AsRef<Path>) -> Result<Self> {
        let folder = folder.as_ref().to_path_buf();
        let path = folder.join(file::RESULT);
        let text = std::fs::read_to_string(&path).map_err(|error| unreadable(&path, &error))?;
        let settings = parse(&text, FORMAT, VERSION)?;
        let tables = Node::new(&settings).need("tables")?.whole()?;
        let names = file::RECORDS.iter().take(usize::try_from(tables).unwrap_or(usize::MAX));
        let sheets = names.map(|name| sheet(&folder.join(name))).collect::<Result<_>>()?;
        Ok(Self { folder, settings, sheets })
    }

    /// The result: parses the records again and reads what was found about them.
    ///
    /// # Errors
    /// A file that cannot be read, or that does not fit the others
    /// ([`ErrorCode::SavedDamaged`], naming the file and the line).
    pub fn linkage(&self) -> Result<Linkage<'_>> {
        let root = Node::new(&self.settings);
        let tables: Vec<Table<'_>> = self.sheets.iter().map(table).collect::<Result<_>>()?;
        let fields = fields(&root)?;
        let sides =
            Sides::read(&tables.iter().collect::<Vec<_>>(), &self.columns(&fields), &fields)?;
        let scope = match root.need("scope")?.text()? {
            "all" => PairScope::All,
            "across" => sides.across(),
            "touching" => sides.touching(),
            _ => return Err(root.need("scope")?.expected("all, across, touching")),
        };
        let rules = MatchRules::from_json(&root.need("rules")?.json())?;
        // What was found is read from its files while the records are parsed.
        let (prepared, found) = side_by_side(
            || {
                let prepared = prepare(&sides, &rules, scope, &mut |_| true)?;
                let frequencies = Frequencies::count(&prepared.records);
                Ok::<_, Error>((prepared, frequencies))
            },
            || self.found(sides.rows()),
        );
        let (Prepared { records, parts, rules }, frequencies) = prepared?;
        let Found { pairs, neighbours, refused, judged, conflicts, clusters, known } = found?;
        let model = Model::from_json(&root.need("model")?.json())?;
        let share = |key: &str| Ok::<_, Error>(root.need(key)?.number(0.0..=1.0)? as f32);
        let thresholds = (share("possible")?, share("threshold")?);
        let mut weights = WeightHistogram::default();
        for entry in root.need("weight_counts")?.list()? {
            if let [weight, pairs] = entry.list()?.as_slice() {
                weights.add_many(weight.number(-1e3..=1e3)? as f32, pairs.whole()?);
            }
        }
        let trusted = root.need("trusted")?.list()?;
        let trusted =
            trusted.iter().map(|name| Ok(name.text()?.to_owned())).collect::<Result<_>>()?;
        let mut linkage = Linkage {
            pairs,
            neighbours,
            refused,
            rules,
            model,
            prior: root.need("prior_bits")?.number(-1e3..=1e3)? as f32,
            notes: Vec::new(),
            summary: Summary::default(),
            sides,
            records,
            parts,
            frequencies,
            thresholds,
            weights,
            clusters,
            known,
            conflicts,
            scope,
            trusted,
            judged,
        };
        linkage.judged.unknown = root.need("unknown_judgements")?.whole()?;
        let training = root.need("training")?;
        let training = Training {
            pairs: training.need("pairs")?.whole()?,
            rounds: u32::try_from(training.need("rounds")?.whole()?).unwrap_or(u32::MAX),
            converged: training.need("converged")?.truth()?,
            labelled: training.need("labelled")?.whole()?,
        };
        linkage.summarise(&Default::default(), root.need("candidate_pairs")?.whole()?, training);
        linkage.summary.used_columns = used_columns(&root)?;
        if let Some(declared) = root.get("declared_columns")? {
            linkage.summary.declared_columns = declared_columns(&declared)?;
        }
        linkage.summary.ignored_columns = texts(&root.need("ignored_columns")?)?;
        linkage.summary.rules = rule_figures(&root)?;
        linkage.summary.refused = refused_blocks(&root)?;
        Ok(linkage)
    }

    /// What the files beside the records hold.
    fn found(&self, rows: u32) -> Result<Found> {
        let (judged, conflicts) = self.judgements(rows)?;
        let (clusters, known) = self.clusters(rows)?;
        Ok(Found {
            pairs: self.pairs(rows)?,
            neighbours: self.neighbours(rows)?,
            refused: self.refused(rows)?,
            judged,
            conflicts,
            clusters,
            known,
        })
    }

    /// Each column bears the name of its field.
    fn columns(&self, declared: &[DeclaredField]) -> Vec<(String, String)> {
        let headers = self.sheets.iter().flat_map(|(headers, _)| headers);
        let residents = headers.filter(|header| {
            FieldName::from_name(header).is_some()
                && !declared.iter().any(|field| field.name == **header)
        });
        residents.map(|header| (header.clone(), header.clone())).collect()
    }

    fn pairs(&self, rows: u32) -> Result<Vec<ScoredPair>> {
        let mut before = None;
        self.rows(file::PAIRS, |line| {
            let (left, right) = (line.row(0, rows)?, line.row(1, rows)?);
            let in_order = left < right && before.replace((left, right)) < Some((left, right));
            let weight: f32 =
                line.get(2)?.parse().ok().filter(|weight: &f32| weight.is_finite())?;
            Some(ScoredPair {
                left: Some(left).filter(|_| in_order)?,
                right,
                weight,
                probability: probability(weight),
                pattern: pattern(line.get(4)?)?,
                rule: line.get(3)?.parse().ok()?,
            })
        })
    }

    fn neighbours(&self, rows: u32) -> Result<Neighbours> {
        let partners = self.rows(file::NEIGHBOURS, |line| {
            let weight: f32 = line.get(2)?.parse().ok().filter(|held: &f32| held.is_finite())?;
            Some((line.row(0, rows)?, line.get(1)?.parse().ok()?, weight))
        })?;
        Ok(Neighbours::restore(rows, &partners))
    }

    fn clusters(&self, rows: u32) -> Result<(Vec<u32>, Known)> {
        let mut known = Vec::new();
        let clusters = self.rows(file::CLUSTERS, |line| {
            known.push(line.get(1)?.to_owned());
            line.row(0, rows)
        })?;
        let named = |&cluster: &u32| clusters.get(cluster as usize) == Some(&cluster);
        if clusters.len() != rows as usize || !clusters.iter().all(named) {
            return Err(self.damaged(file::CLUSTERS, clusters.len() + 1));
        }
        Ok((clusters, Known::restore(known)))
    }

    fn refused(&self, rows: u32) -> Result<Vec<RefusedEdge>> {
        self.rows(file::REFUSED, |line| {
            let edge = ClusterEdge {
                left: line.row(0, rows)?,
                right: line.row(1, rows)?,
                weight: line.get(2)?.parse().ok()?,
            };
            let attribute = line.get(4)?.parse().unwrap_or(0);
            let all = [
                RefusalReason::CannotLink,
                RefusalReason::SameSource,
                RefusalReason::Contradiction { attribute },
                RefusalReason::Evidence,
                RefusalReason::Values,
                RefusalReason::Taken,
            ];
            let reason = line.get(3)?;
            Some(RefusedEdge {
                edge,
                reason: all.into_iter().find(|held| held.as_str() == reason)?,
            })
        })
    }

    fn judgements(&self, rows: u32) -> Result<(Judged, Vec<(u32, u32)>)> {
        let mut conflicts = Vec::new();
        let pairs = self.rows(file::JUDGEMENTS, |line| {
            let (left, right) = (line.row(0, rows)?, line.row(1, rows)?);
            if line.get(3)? == "yes" {
                conflicts.push((left, right));
            }
            Some((left, right, Verdict::from_word(line.get(2)?).ok()?))
        })?;
        conflicts.sort_unstable();
        conflicts.dedup();
        Ok((Judged::restore(pairs), conflicts))
    }

    /// Every line of a sheet; `None` from `read` is a fault of the line.
    fn rows<T>(&self, name: &str, mut read: impl FnMut(&Line<'_>) -> Option<T>) -> Result<Vec<T>> {
        let path = self.folder.join(name);
        let mut sheet = Reader::from_path(&path).map_err(|error| unreadable(&path, &error))?;
        let mut line = StringRecord::new();
        let mut all = Vec::new();
        while sheet.read_record(&mut line).map_err(|error| unreadable(&path, &error))? {
            let one = read(&Line(&line)).ok_or_else(|| self.damaged(name, all.len() + 2))?;
            all.push(one);
        }
        Ok(all)
    }

    fn damaged(&self, name: &str, line: usize) -> Error {
        Error::new(ErrorCode::SavedDamaged)
            .with("file", self.folder.join(name).display().to_string())
            .with("line", line.to_string())
    }
}

/// What was found, by row.
struct Found {
    pairs: Vec<ScoredPair>,
    neighbours: Neighbours,
    refused: Vec<RefusedEdge>,
    judged: Judged,
    conflicts: Vec<(u32, u32)>,
    clusters: Vec<u32>,
    known: Known,
}

/// Both, on two threads where there are two.
fn side_by_side<A: Send, B: Send>(
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    #[cfg(feature = "parallel")]
    return rayon::join(one, other);
    #[cfg(not(feature = "parallel"))]
    (one(), other())
}

/// The cells of a line.
struct Line<'r>(&'r StringRecord);

impl Line<'_> {
    fn get(&self, place: usize) -> Option<&str> {
        self.0.get(place)
    }

    /// A row of the tables.
    fn row(&self, place: usize, rows: u32) -> Option<u32> {
        self.get(place)?.parse().ok().filter(|row| *row < rows)
    }
}

fn unreadable(path: &Path, reason: &dyn core::fmt::Display) -> Error {
    Error::new(ErrorCode::FileUnreadable)
        .with("file", path.display().to_string())
        .with("reason", reason.to_string())
}

fn sheet(path: &Path) -> Result<(Vec<String>, Vec<StrBuffer>)> {
    let mut sheet = Reader::from_path(path).map_err(|error| unreadable(path, &error))?;
    let headers = sheet.headers().map_err(|error| unreadable(path, &error))?;
    let headers: Vec<String> = headers.iter().map(str::to_owned).collect();
    let mut columns: Vec<StrBuffer> = headers.iter().map(|_| StrBuffer::new()).collect();
    let mut line = StringRecord::new();
    while sheet.read_record(&mut line).map_err(|error| unreadable(path, &error))? {
        for (cell, column) in line.iter().zip(&mut columns) {
            column.push((!cell.is_empty()).then_some(cell));
        }
    }
    Ok((headers, columns))
}

fn table((headers, columns): &(Vec<String>, Vec<StrBuffer>)) -> Result<Table<'_>> {
    let named = headers.iter().zip(columns);
    Table::new(named.map(|(name, cells)| (name.as_str(), cells.as_column())))
}

/// The levels of residents' fields, and after a point those of declared ones.
fn pattern(text: &str) -> Option<Pattern> {
    let (residents, declared) = text.split_once('.').unwrap_or((text, "0"));
    let bits = |text| u64::from_str_radix(text, 16).ok();
    Some(Pattern::from_bits(bits(residents)?)?.with_declared(bits(declared)?))
}
