//! The JSON schemas say what the files hold: a level or part that is added stands there too.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use hoten::{Comparison, FieldKind, MatchRules, Model};
use serde_json::Value;
use std::collections::BTreeSet;

fn keys(object: &Value) -> BTreeSet<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn the_schema_of_models_names_every_level() {
    let schema: Value = serde_json::from_str(Model::SCHEMA).unwrap();
    let comparisons = &schema["properties"]["comparisons"]["properties"];
    assert_eq!(keys(comparisons), Comparison::ALL.map(Comparison::as_str).into());
    for comparison in Comparison::ALL {
        let levels = keys(&comparisons[comparison.as_str()]["properties"]);
        assert_eq!(levels, comparison.levels().iter().copied().collect(), "{comparison:?}");
    }
}

#[test]
fn the_schema_of_models_names_every_level_of_declared_fields() {
    let schema: Value = serde_json::from_str(Model::SCHEMA).unwrap();
    let kinds = schema["properties"]["fields"]["items"]["oneOf"].as_array().unwrap();
    assert_eq!(kinds.len(), FieldKind::ALL.len());
    for (kind, told) in FieldKind::ALL.into_iter().zip(kinds) {
        assert_eq!(told["properties"]["kind"]["const"], kind.as_str());
        // Missing values weigh nothing and have no rates.
        let levels = keys(&told["properties"]["levels"]["properties"]);
        assert_eq!(levels, kind.levels().iter().skip(2).copied().collect(), "{kind:?}");
    }
}

/// Every part that a shipped rule is made of may stand in a file of rules.
#[test]
fn the_schema_of_rules_names_the_parts_of_the_shipped_ones() {
    let file: Value = serde_json::from_str(&MatchRules::default().to_json()).unwrap();
    let rules = file["rules"].as_array().unwrap();
    let parts = rules.iter().flat_map(|rule| rule["parts"].as_array().unwrap());
    let known = MatchRules::SCHEMA;
    for part in parts {
        assert!(known.contains(&part.to_string()), "{part}");
    }
    assert!(rules.len() > 10);
}
