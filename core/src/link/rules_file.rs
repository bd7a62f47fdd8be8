//! Blocking rules as a file that people can read and change.

use super::match_rules::MatchRules;
use super::rules::{PART_NAMES, Rule, WHOLE_PARTS, fixed_by};
use crate::block::BlockRule;
use crate::compare::Comparison;
use crate::error::{Error, ErrorCode, Result};
use crate::score::json::{Node, parse};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

const FORMAT: &str = "hoten-rules";
const VERSION: u64 = 1;

impl MatchRules {
    /// The schema of [`Self::to_json`], as JSON Schema 2020-12.
    pub const SCHEMA: &'static str = include_str!("../../data/rules.schema.json");

    /// The rules as JSON: each with its `name`, the `parts` of a record that must be equal, from how
    /// many pairs on its blocks are split (`most_pairs`, always where they are too large), and whether the
    /// model `trains` on its pairs; `refine` names the parts by which blocks are split.
    ///
    /// ```
    /// use hoten::{Linker, MatchRules};
    /// let own = r#"{"format": "hoten-rules", "version": 1, "rules": [
    ///     {"name": "number", "parts": ["citizen_id"], "trains": true},
    ///     {"name": "name and date", "parts": ["name", "date"], "most_pairs": 1000}],
    ///     "refine": ["commune"]}"#;
    /// let rules = MatchRules::from_json(own)?;
    /// assert_eq!(rules.name(1), "name and date");
    /// let linker = Linker::new().rules(rules);
    /// # Ok::<(), hoten::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let part = |part: &u8| PART_NAMES.get(usize::from(*part)).copied().unwrap_or_default();
        let parts = |parts: &[u8]| parts.iter().map(part).collect::<Vec<_>>();
        let rule = |rule: &Rule| {
            let mut out = Map::new();
            out.insert("name".to_owned(), json!(rule.block.name));
            out.insert("parts".to_owned(), json!(parts(&rule.block.parts)));
            if rule.block.most_pairs != u64::MAX {
                out.insert("most_pairs".to_owned(), json!(rule.block.most_pairs));
            }
            if rule.trains {
                out.insert("trains".to_owned(), json!(true));
            }
            if let Some(shown) = &rule.shown_as {
                out.insert("shown_as".to_owned(), json!(shown));
            }
            Value::Object(out)
        };
        let file = json!({
            "format": FORMAT,
            "version": VERSION,
            "rules": self.list().iter().map(rule).collect::<Vec<_>>(),
            "refine": parts(self.refine()),
        });
        // A value made of maps and texts can always be written.
        serde_json::to_string_pretty(&file).unwrap_or_default()
    }

    /// Reads [`Self::to_json`]. Rules replace those hoten comes with; without `refine`, blocks that
    /// are too large are split as they would be.
    ///
    /// # Errors
    /// What is wrong and where, as [`crate::Model::from_json`]; more than 255 rules, or a rule
    /// without parts.
    pub fn from_json(text: &str) -> Result<Self> {
        let value = parse(text, FORMAT, VERSION)?;
        let root = Node::new(&value);
        root.entries(&["$schema", "format", "version", "rules", "refine"])?;
        let mut rules = Vec::new();
        for node in root.need("rules")?.list()? {
            rules.push(read_rule(&node)?);
        }
        if rules.is_empty() {
            return Err(root.need("rules")?.expected("[ { } ]"));
        }
        if rules.len() > usize::from(u8::MAX) {
            return Err(Error::new(ErrorCode::TooManyRules)
                .with("rules", rules.len().to_string())
                .with("parts", PART_NAMES.len().to_string()));
        }
        let refine = match root.get("refine")? {
            Some(node) => Cow::Owned(read_parts(&node)?),
            None => Cow::Borrowed(super::rules::REFINE),
        };
        Ok(Self::new(rules, refine))
    }
}

fn read_rule(node: &Node<'_>) -> Result<Rule> {
    node.entries(&["name", "parts", "most_pairs", "trains", "shown_as"])?;
    let parts = read_parts(&node.need("parts")?)?;
    if parts.is_empty() {
        return Err(node.need("parts")?.expected("[ \"…\" ]"));
    }
    let mut fixes: Vec<Comparison> =
        parts.iter().flat_map(|&part| fixed_by(part)).copied().collect();
    fixes.sort_unstable();
    fixes.dedup();
    let shown = node.get("shown_as")?.map(|node| node.text()).transpose()?;
    let most = node.get("most_pairs")?.map(|node| node.whole()).transpose()?;
    Ok(Rule {
        block: BlockRule {
            name: node.need("name")?.text()?.to_owned().into(),
            parts: parts.into(),
            most_pairs: most.unwrap_or(u64::MAX),
        },
        fixes: fixes.into(),
        alike: 0,
        trains: node.get("trains")?.map(|node| node.truth()).transpose()?.unwrap_or(false),
        shown_as: shown.map(|name| name.to_owned().into()),
    })
}

fn read_parts(node: &Node<'_>) -> Result<Vec<u8>> {
    let mut parts = Vec::new();
    for node in node.list()? {
        let name = node.text()?;
        let part = (0..).zip(PART_NAMES).find(|(_, held)| *held == name);
        match (part, WHOLE_PARTS.iter().find(|(whole, _)| *whole == name)) {
            (Some((part, _)), _) => parts.push(part),
            (None, Some((_, whole))) => parts.extend_from_slice(whole),
            (None, None) => return Err(node.expected(&known_names().join(", "))),
        }
    }
    Ok(parts)
}

/// Every name that a file may use.
fn known_names() -> Vec<&'static str> {
    WHOLE_PARTS.iter().map(|(whole, _)| *whole).chain(PART_NAMES).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::rules::RULES;

    #[test]
    fn rules_come_back_as_they_were() {
        let shipped = MatchRules::default();
        let again = MatchRules::from_json(&shipped.to_json()).unwrap();
        assert_eq!(again.to_json(), shipped.to_json());
        assert_eq!(again.refine(), shipped.refine());
        for (rule, held) in RULES.iter().zip(again.list()) {
            assert_eq!((&rule.block, rule.trains), (&held.block, held.trains));
            assert_eq!(rule.shown_as, held.shown_as);
            // What a rule fixes follows from its parts.
            let mut fixes = rule.fixes.to_vec();
            fixes.sort_unstable();
            assert_eq!(fixes, *held.fixes, "{}", rule.block.name);
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let file = |rules: &str| format!(r#"{{"format": "hoten-rules", "version": 1, {rules}}}"#);
        for (text, code, named) in [
            (file(r#""rules": []"#), ErrorCode::JsonInvalid, "rules"),
            (file(r#""refine": []"#), ErrorCode::JsonInvalid, "rules"),
            (file(r#""rules": [{"name": "x"}]"#), ErrorCode::JsonInvalid, "rules.0.parts"),
            (file(r#""rules": [{"name": "x", "parts": []}]"#), ErrorCode::JsonInvalid, "parts"),
            (
                file(r#""rules": [{"name": "x", "parts": ["nam"]}]"#),
                ErrorCode::JsonInvalid,
                "rules.0.parts.0",
            ),
            (
                file(r#""rules": [{"name": "x", "parts": ["name"], "part": 1}]"#),
                ErrorCode::JsonUnknownKey,
                "rules.0.part",
            ),
        ] {
            let error = MatchRules::from_json(&text).unwrap_err();
            assert_eq!(error.code(), code, "{text}");
            assert!(error.to_string().contains(named), "{error}");
        }
    }

    #[test]
    fn the_schema_knows_every_part() {
        let schema: Value = serde_json::from_str(MatchRules::SCHEMA).unwrap();
        let known = schema.pointer("/$defs/part/enum").and_then(Value::as_array).unwrap();
        let known: Vec<&str> = known.iter().filter_map(Value::as_str).collect();
        assert_eq!(known, known_names());
    }

    #[test]
    fn a_whole_number_may_be_named() {
        let text = r#"{"format": "hoten-rules", "version": 1,
            "rules": [{"name": "number", "parts": ["citizen_id", "given"]}]}"#;
        let rules = MatchRules::from_json(text).unwrap();
        let (rule, shipped) = (&rules.list()[0].block, &RULES[0].block);
        assert_eq!(rule.parts[..2], *shipped.parts);
        assert_eq!(rule.parts.len(), 3);
    }
}
