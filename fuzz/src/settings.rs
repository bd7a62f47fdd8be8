//! Files of settings: models, rules, saved figures.

use crate::text;
use hoten::{Comparison, MatchRules, Model, QualityReport};

/// Law: any text is a model or refused; a model prints and reads back the same, and every weight is
/// a number.
pub fn model(data: &[u8]) {
    let Ok(model) = Model::from_json(&text(data)) else { return };
    let printed = model.to_json();
    match Model::from_json(&printed) {
        Ok(again) => assert_eq!(again.to_json(), printed, "printed and read back"),
        Err(error) => panic!("a printed model is refused: {}", error.message(hoten::Lang::En)),
    }
    for comparison in Comparison::ALL {
        for level in 0..u8::try_from(hoten::MAX_LEVELS).unwrap_or(u8::MAX) {
            assert!(model.weight(comparison, level).is_finite(), "a weight is a number");
        }
    }
}

/// Law: any text is a set of rules, or figures of a report, or refused; what was read prints and
/// reads back the same.
pub fn rules(data: &[u8]) {
    let text = text(data);
    if let Ok(rules) = MatchRules::from_json(&text) {
        let printed = rules.to_json();
        let again = MatchRules::from_json(&printed).map(|again| again.to_json());
        assert_eq!(again.ok().as_ref(), Some(&printed), "printed and read back");
    }
    if let Ok(report) = QualityReport::from_json(&text) {
        let printed = report.to_json();
        let again = QualityReport::from_json(&printed).map(|again| again.to_json());
        assert_eq!(again.ok().as_ref(), Some(&printed), "printed and read back");
    }
}
