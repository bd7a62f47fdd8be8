//! Findings: what was noticed about a value.

use crate::answer::{Answer, camel};
use crate::span::{Places, units};
use crate::value::Given;
use hoten::{FieldName, Finding, FindingCode};

/// The property `findings`, about a value of a field; that it holds half a character is one.
pub(crate) fn findings(answer: &mut Answer, value: &Given, field: FieldName, found: &[Finding]) {
    answer.key("findings").array(|answer| {
        half_character(answer, value, field);
        let mut places = Places::of(value);
        for finding in found {
            write(answer, finding, |answer| places.write(answer, finding.span));
        }
    });
}

/// The finding that a value holds half a character, which only JavaScript can.
pub(crate) fn half_character(answer: &mut Answer, value: &Given, field: FieldName) {
    if let Some(at) = value.broken() {
        let finding = Finding::new(FindingCode::CharacterHalf, field);
        write(answer, &finding, |answer| units(answer, Some([at, at + 1])));
    }
}

/// One finding about a value.
pub(crate) fn one(answer: &mut Answer, value: &str, finding: &Finding) {
    write(answer, finding, |answer| Places::of(value).write(answer, finding.span));
}

fn write(answer: &mut Answer, finding: &Finding, span: impl FnOnce(&mut Answer)) {
    answer.object(|answer| {
        answer.set("code", finding.code.as_str());
        answer.set("field", camel(finding.field.as_str()));
        answer.set("severity", finding.severity.as_str());
        span(answer);
        answer.set("suggestion", finding.suggestion.as_deref());
        answer.key("params").object(|answer| {
            for (key, value) in &finding.params {
                answer.set(key, value.as_str());
            }
        });
    });
}
