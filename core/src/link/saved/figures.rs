//! What `result.json` tells of columns and figures.

use crate::error::Result;
use crate::finding::FieldName;
use crate::link::summary::{RefusedSummary, RuleSummary};
use crate::record::FieldKind;
use crate::record::declared::{DeclaredField, check_fields};
use crate::score::json::Node;

pub(super) fn fields(root: &Node<'_>) -> Result<Vec<DeclaredField>> {
    let Some(fields) = root.get("fields")? else { return Ok(Vec::new()) };
    let field = |node: &Node<'_>| {
        let kind = FieldKind::from_name(node.need("kind")?.text()?);
        let kind = kind.ok_or_else(|| node.expected("text, number, identifier, date, category"))?;
        Ok(DeclaredField { name: node.need("name")?.text()?.to_owned(), kind })
    };
    let fields: Vec<DeclaredField> = fields.list()?.iter().map(field).collect::<Result<_>>()?;
    check_fields(&fields)?;
    Ok(fields)
}

pub(super) fn texts(node: &Node<'_>) -> Result<Vec<String>> {
    node.list()?.iter().map(|text| Ok(text.text()?.to_owned())).collect()
}

pub(super) fn used_columns(root: &Node<'_>) -> Result<Vec<(FieldName, String)>> {
    let mut all = Vec::new();
    for entry in root.need("used_columns")?.list()? {
        if let [field, header] = texts(&entry)?.as_slice() {
            let field = FieldName::from_name(field).ok_or_else(|| entry.expected("a field"))?;
            all.push((field, header.clone()));
        }
    }
    Ok(all)
}

pub(super) fn declared_columns(node: &Node<'_>) -> Result<Vec<(String, String)>> {
    let mut all = Vec::new();
    for entry in node.list()? {
        if let [field, header] = texts(&entry)?.as_slice() {
            all.push((field.clone(), header.clone()));
        }
    }
    Ok(all)
}

pub(super) fn rule_figures(root: &Node<'_>) -> Result<Vec<RuleSummary>> {
    let rule = |node: &Node<'_>| {
        Ok(RuleSummary {
            name: node.need("name")?.text()?.to_owned(),
            pairs: node.need("pairs")?.whole()?,
            new_pairs: node.need("new_pairs")?.whole()?,
            largest_block: node.need("largest_block")?.whole()?,
            left_out_pairs: node.need("left_out_pairs")?.whole()?,
        })
    };
    root.need("rule_figures")?.list()?.iter().map(rule).collect()
}

pub(super) fn refused_blocks(root: &Node<'_>) -> Result<Vec<RefusedSummary>> {
    let block = |node: &Node<'_>| {
        Ok(RefusedSummary {
            rule: node.need("rule")?.text()?.to_owned(),
            rows: node.need("rows")?.whole()?,
            pairs: node.need("pairs")?.whole()?,
            sample_row: u32::try_from(node.need("sample_row")?.whole()?).unwrap_or(u32::MAX),
        })
    };
    root.need("refused_blocks")?.list()?.iter().map(block).collect()
}
