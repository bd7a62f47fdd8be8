//! What workers of a run over several machines give, as Arrow tables.

use super::columns::ids;
use crate::arrow::{ArrowTable, Texts};
use crate::error::Result;
use arrow_array::builder::{BinaryBuilder, Int32Builder, LargeStringBuilder, ListBuilder};
use arrow_array::{ArrayRef, Float32Array, Int32Array, RecordBatch};
use hoten::{DealtKeys, HomeLinkage, Linkage, MetKeys};
use std::sync::Arc;

fn table<const N: usize>(columns: [(&str, ArrayRef); N]) -> Result<ArrowTable> {
    let columns = columns.map(|(name, column)| (name, column, true));
    Ok(RecordBatch::try_from_iter_with_nullable(columns)?.into())
}

/// `bucket` and `dealt`, buckets of nothing left out; and the `home` of each row.
pub(super) fn dealt(dealt: &DealtKeys) -> Result<(ArrowTable, ArrowTable)> {
    let (mut buckets, mut bytes) = (Int32Builder::new(), BinaryBuilder::new());
    for (bucket, keys) in (0..).zip(&dealt.buckets).filter(|(_, keys)| !keys.is_empty()) {
        buckets.append_value(bucket);
        bytes.append_value(keys);
    }
    let homes = dealt.homes.iter().map(|home| home.cast_signed());
    Ok((
        table([("bucket", Arc::new(buckets.finish())), ("dealt", Arc::new(bytes.finish()))])?,
        table([("home", Arc::new(Int32Array::from_iter_values(homes)))])?,
    ))
}

/// `home`, `other`, `record_ids` and `blocks`.
pub(super) fn met(met: &MetKeys) -> Result<ArrowTable> {
    let [mut homes, mut others] = [Int32Builder::new(), Int32Builder::new()];
    let mut record_ids = ListBuilder::new(LargeStringBuilder::new());
    let mut blocks = BinaryBuilder::new();
    for cell in &met.cells {
        homes.append_value(cell.homes.0.cast_signed());
        others.append_value(cell.homes.1.cast_signed());
        cell.record_ids.iter().for_each(|id| record_ids.values().append_value(id));
        record_ids.append(true);
        blocks.append_value(&cell.blocks);
    }
    table([
        ("home", Arc::new(homes.finish())),
        ("other", Arc::new(others.finish())),
        ("record_ids", Arc::new(record_ids.finish())),
        ("blocks", Arc::new(blocks.finish())),
    ])
}

/// `left_id`, `right_id`, `weight` and the place of the `rule`.
pub(super) fn near(found: &Linkage<'_>) -> Result<ArrowTable> {
    let pairs = || found.pairs().iter();
    let rules = pairs().map(|pair| i32::from(pair.rule));
    table([
        ("left_id", ids(found, pairs().map(|pair| pair.left))),
        ("right_id", ids(found, pairs().map(|pair| pair.right))),
        ("weight", Arc::new(Float32Array::from_iter_values(pairs().map(|pair| pair.weight)))),
        ("rule", Arc::new(Int32Array::from_iter_values(rules))),
    ])
}

/// Of the first `own` rows of a home: clusters of those that are settled, its pairs, the strongest
/// partners of those left open, and the matches between these.
pub(super) fn home(found: &HomeLinkage<'_>, own: u32) -> Result<[ArrowTable; 4]> {
    let linkage = found.linkage();
    let open: Vec<(u32, u32)> = found.open().filter(|(row, _)| *row < own).collect();
    let is_open = |row: u32| open.binary_search_by_key(&row, |(row, _)| *row).is_ok();
    let settled = || (0..own).filter(|&row| !is_open(row));
    let mut names = Texts::new();
    settled().for_each(|row| names.append_value(linkage.cluster_id(row)));
    let clusters =
        table([("record_id", ids(linkage, settled())), ("cluster_id", Arc::new(names.finish()))])?;

    let pairs = || linkage.pairs().iter();
    let mut rules = Texts::new();
    pairs().for_each(|pair| rules.append_value(linkage.rule_name(pair.rule)));
    let probabilities = pairs().map(|pair| pair.probability);
    let all = table([
        ("left_id", ids(linkage, pairs().map(|pair| pair.left))),
        ("right_id", ids(linkage, pairs().map(|pair| pair.right))),
        ("weight", Arc::new(Float32Array::from_iter_values(pairs().map(|pair| pair.weight)))),
        ("probability", Arc::new(Float32Array::from_iter_values(probabilities))),
        ("rule", Arc::new(rules.finish())),
    ])?;

    // A record without partners has one row too: it is a member of its group.
    let mut lists = Vec::new();
    for &(row, group) in &open {
        let before = lists.len();
        let partners = found.partners(row);
        lists.extend(partners.map(|(partner, weight)| (row, group, partner, Some(weight))));
        if lists.len() == before {
            lists.push((row, group, None, None));
        }
    }
    let mut names = Texts::new();
    for (.., partner, _) in &lists {
        names.append_value(partner.map(|row| linkage.record_id(row)).unwrap_or_default());
    }
    let weights: Float32Array = lists.iter().map(|(.., weight)| *weight).collect();
    let partners = table([
        ("group", ids(linkage, lists.iter().map(|(_, group, ..)| *group))),
        ("record_id", ids(linkage, lists.iter().map(|(row, ..)| *row))),
        ("partner", Arc::new(names.finish())),
        ("weight", Arc::new(weights)),
    ])?;

    let matches = || pairs().filter(|pair| linkage.is_match(pair) && is_open(pair.left));
    let rules = matches().map(|pair| i32::from(pair.rule));
    let matched = table([
        ("left_id", ids(linkage, matches().map(|pair| pair.left))),
        ("right_id", ids(linkage, matches().map(|pair| pair.right))),
        ("rule", Arc::new(Int32Array::from_iter_values(rules))),
    ])?;
    Ok([clusters, all, partners, matched])
}
