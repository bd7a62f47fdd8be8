//! A result into a folder.

use super::{FORMAT, VERSION, file};
use crate::block::PairScope;
use crate::cluster::RefusalReason;
use crate::disk::{Folder, unwritable};
use crate::error::Result;
use crate::link::linkage::Linkage;
use crate::link::sides::Side;
use crate::record::declared::DeclaredField;
use csv::Writer;
use serde_json::{Value, json};
use std::fs::File;
use std::path::Path;

impl Linkage<'_> {
    /// Saves everything into a folder, which is made if it is not there; [`crate::SavedLinkage`]
    /// opens it again. The records are in it too: keep it as safe as the tables themselves.
    ///
    /// # Errors
    /// [`crate::ErrorCode::ReportUnwritable`], naming the file and the reason.
    pub fn save(&self, folder: impl AsRef<Path>) -> Result<()> {
        let path = folder.as_ref();
        let folder = Folder::make(path)?;
        // Written last: a folder that was not finished cannot be opened.
        let result = path.join(file::RESULT);
        if result.exists() {
            std::fs::remove_file(&result).map_err(|error| unwritable(&result, &error))?;
        }
        let write = |name: &str, rows: &dyn Fn(&mut Writer<File>) -> csv::Result<()>| {
            folder.sheet(name, |file| {
                let mut sheet = Writer::from_writer(file);
                rows(&mut sheet)?;
                Ok(sheet.flush()?)
            })
        };
        for (side, name) in self.sides.iter().zip(file::RECORDS) {
            write(name, &|sheet| records(side, self.sides.fields(), sheet))?;
        }
        write(file::PAIRS, &|sheet| self.write_pairs(sheet))?;
        write(file::NEIGHBOURS, &|sheet| self.write_neighbours(sheet))?;
        write(file::CLUSTERS, &|sheet| self.write_clusters(sheet))?;
        write(file::REFUSED, &|sheet| self.write_refused(sheet))?;
        write(file::JUDGEMENTS, &|sheet| self.write_judgements(sheet))?;
        // A value made of maps, texts and finite numbers can always be written.
        folder
            .text(file::RESULT, &serde_json::to_string_pretty(&self.settings()).unwrap_or_default())
    }

    fn settings(&self) -> Value {
        let summary = &self.summary;
        let scope = match self.scope {
            PairScope::All => "all",
            PairScope::Across { .. } => "across",
            PairScope::Touching { .. } => "touching",
        };
        let columns =
            |(field, header): &(crate::finding::FieldName, String)| json!([field.as_str(), header]);
        let model: Value = serde_json::from_str(&self.model.to_json()).unwrap_or_default();
        let rules: Value =
            serde_json::from_str(&self.rules.of_residents().to_json()).unwrap_or_default();
        let fields = self.sides.fields().iter();
        let fields = fields.map(|field| json!({ "name": field.name, "kind": field.kind.as_str() }));
        let fields: Vec<Value> = fields.collect();
        let training = &summary.training;
        json!({
            "format": FORMAT,
            "version": VERSION,
            "tables": self.sides.count(),
            "scope": scope,
            "possible": self.thresholds.0,
            "threshold": self.thresholds.1,
            "prior_bits": self.prior,
            "trusted": self.trusted,
            "used_columns": summary.used_columns.iter().map(columns).collect::<Vec<_>>(),
            "declared_columns": summary.declared_columns,
            "ignored_columns": summary.ignored_columns,
            "candidate_pairs": summary.candidate_pairs,
            "unknown_judgements": summary.unknown_judgements,
            "training": {
                "pairs": training.pairs,
                "rounds": training.rounds,
                "converged": training.converged,
                "labelled": training.labelled,
            },
            "rule_figures": summary.rules.iter().map(|rule| json!({
                "name": rule.name,
                "pairs": rule.pairs,
                "new_pairs": rule.new_pairs,
                "largest_block": rule.largest_block,
                "left_out_pairs": rule.left_out_pairs,
            })).collect::<Vec<_>>(),
            "refused_blocks": summary.refused.iter().map(|block| json!({
                "rule": block.rule,
                "rows": block.rows,
                "pairs": block.pairs,
                "sample_row": block.sample_row,
            })).collect::<Vec<_>>(),
            "weight_counts": self.weights.bins().map(|(weight, pairs)| json!([weight, pairs]))
                .collect::<Vec<_>>(),
            "rules": rules,
            "fields": fields,
            "model": model,
        })
    }

    fn write_pairs(&self, sheet: &mut Writer<File>) -> csv::Result<()> {
        sheet.write_record(["left", "right", "weight", "rule", "pattern"])?;
        for pair in &self.pairs {
            sheet.write_record([
                pair.left.to_string(),
                pair.right.to_string(),
                pair.weight.to_string(),
                pair.rule.to_string(),
                match pair.pattern.field_bits() {
                    0 => format!("{:x}", pair.pattern.bits()),
                    fields => format!("{:x}.{fields:x}", pair.pattern.bits()),
                },
            ])?;
        }
        Ok(())
    }

    fn write_neighbours(&self, sheet: &mut Writer<File>) -> csv::Result<()> {
        sheet.write_record(["row", "partner", "weight"])?;
        for (row, partners) in self.neighbours.rows() {
            for (partner, weight) in partners {
                sheet.write_record([row.to_string(), partner.to_string(), weight.to_string()])?;
            }
        }
        Ok(())
    }

    fn write_clusters(&self, sheet: &mut Writer<File>) -> csv::Result<()> {
        sheet.write_record(["cluster", "known_as"])?;
        for (row, cluster) in (0..).zip(&self.clusters) {
            let known = self.known.name(row).unwrap_or_default();
            sheet.write_record([cluster.to_string().as_str(), known])?;
        }
        Ok(())
    }

    fn write_refused(&self, sheet: &mut Writer<File>) -> csv::Result<()> {
        sheet.write_record(["left", "right", "weight", "reason", "attribute"])?;
        for held in &self.refused {
            let attribute = match held.reason {
                RefusalReason::Contradiction { attribute } => attribute.to_string(),
                _ => String::new(),
            };
            let (left, right) = (held.edge.left.to_string(), held.edge.right.to_string());
            let weight = held.edge.weight.to_string();
            sheet.write_record([
                left.as_str(),
                &right,
                &weight,
                held.reason.as_str(),
                &attribute,
            ])?;
        }
        Ok(())
    }

    fn write_judgements(&self, sheet: &mut Writer<File>) -> csv::Result<()> {
        sheet.write_record(["left", "right", "verdict", "conflict"])?;
        for &(left, right, verdict) in self.judged.all() {
            let conflict = self.conflicts.binary_search(&(left, right)).is_ok();
            let conflict = if conflict { "yes" } else { "" };
            let (left, right) = (left.to_string(), right.to_string());
            sheet.write_record([left.as_str(), &right, verdict.as_str(), conflict])?;
        }
        Ok(())
    }
}

/// The columns that were used, under the names of their fields.
fn records(
    side: &Side<'_>,
    declared_fields: &[DeclaredField],
    sheet: &mut Writer<File>,
) -> csv::Result<()> {
    let fields = side.schema.fields();
    let declared = side.schema.declared();
    let names = declared_fields.iter().map(|field| field.name.as_str());
    sheet.write_record(fields.iter().map(|(field, _)| field.as_str()).chain(names))?;
    for row in 0..side.table.rows() {
        let columns = fields.iter().map(|(_, column)| column).chain(declared);
        let cells = columns.map(|&column| {
            side.table.column(column).and_then(|cells| cells.get(row)).unwrap_or_default()
        });
        sheet.write_record(cells)?;
    }
    Ok(())
}
